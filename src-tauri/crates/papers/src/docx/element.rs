//! An XML element with all that is in it. quick-xml writes it, and with it escapes what people typed.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element.
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Element>,
    text: String,
}

/// An element without anything in it yet.
pub(super) fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), inside: Vec::new(), text: String::new() }
}

/// An element that says one thing: `<w:jc w:val="right"/>`.
pub(super) fn value(name: &'static str, value: impl ToString) -> Element {
    element(name).with("w:val", value)
}

impl Element {
    pub(super) fn with(mut self, attribute: &'static str, value: impl ToString) -> Self {
        self.attributes.push((attribute, value.to_string()));
        self
    }

    pub(super) fn put(mut self, element: Element) -> Self {
        self.inside.push(element);
        self
    }

    pub(super) fn put_all(mut self, elements: impl IntoIterator<Item = Element>) -> Self {
        self.inside.extend(elements);
        self
    }

    pub(super) fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Nothing, where it would say nothing: the schema wants some elements to be absent rather than empty.
    pub(super) fn unless_empty(self) -> Option<Self> {
        (!self.inside.is_empty() || !self.attributes.is_empty()).then_some(self)
    }

    /// A whole part, with this as its root.
    pub(super) fn to_xml(&self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, value.as_str()));
        }
        if self.inside.is_empty() && self.text.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for element in &self.inside {
            element.write(writer)?;
        }
        if !self.text.is_empty() {
            writer.write_event(Event::Text(BytesText::new(&self.text)))?;
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}
