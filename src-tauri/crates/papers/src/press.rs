//! The press: a Typst `World` of a template, what templates share, a file of facts, and the fonts with a file that says
//! which of them plays which role. No package, no network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::layout::{Frame, FrameItem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

use crate::{Fonts, PaperFault};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

struct Press<'a> {
    fonts: &'a Fonts,
    main: Source,
    /// What templates import.
    shared: [Source; 2],
    /// facts.json and fonts.json.
    data: [(FileId, Bytes); 2],
}

/// All that a paper is laid out from but the fonts, by the names that the templates know.
pub(crate) fn files(template: &str, facts: &serde_json::Value, fonts: &Fonts) -> [(&'static str, String); 5] {
    [
        ("main.typ", template.to_owned()),
        ("common.typ", include_str!("../templates/common.typ").to_owned()),
        ("forms.typ", include_str!("../templates/forms.typ").to_owned()),
        ("facts.json", facts.to_string()),
        ("fonts.json", fonts.lists.to_string()),
    ]
}

/// Lays a template out with its facts.
pub(crate) fn lay_out(
    template: &'static str,
    facts: &serde_json::Value,
    fonts: &Fonts,
) -> Result<PagedDocument, PaperFault> {
    let [main, common, forms, facts, lists] = files(template, facts, fonts);
    let source = |(name, text): (&str, String)| file(name).map(|id| Source::new(id, text));
    let bytes = |(name, text): (&str, String)| file(name).map(|id| (id, Bytes::from_string(text)));
    let press = Press {
        fonts,
        main: source(main)?,
        shared: [source(common)?, source(forms)?],
        data: [bytes(facts)?, bytes(lists)?],
    };
    let laid_out = typst::compile::<PagedDocument>(&press);
    // The cache would keep every paper ever laid out.
    typst::comemo::evict(0);
    let document = laid_out.output.map_err(|errors| said(&errors))?;
    // A warning means that something is not as the template wants it, e.g. a font that is not there.
    if !laid_out.warnings.is_empty() {
        return Err(said(&laid_out.warnings));
    }
    for (page, number) in document.pages().iter().zip(1_u32..) {
        all_drawn(&page.frame, number)?;
    }
    Ok(document)
}

/// What Typst says, in one line.
pub(crate) fn said(diagnostics: &[SourceDiagnostic]) -> PaperFault {
    let words: Vec<String> = diagnostics
        .iter()
        .map(|diagnostic| {
            let hints = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v));
            diagnostic.message.to_string() + &hints.collect::<String>()
        })
        .collect();
    PaperFault::Layout { words: words.join("; ") }
}

/// The characters were looked up before; this holds what the shaper made of them to the same promise.
fn all_drawn(frame: &Frame, page: u32) -> Result<(), PaperFault> {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => all_drawn(&group.frame, page)?,
            FrameItem::Text(text) => {
                if let Some(box_) = text.glyphs.iter().find(|glyph| glyph.id == 0) {
                    let character = text.text[box_.range()].chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
                    let near = text.text.to_string();
                    return Err(PaperFault::NoGlyph { character, place: format!("第{page}页"), near });
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn file(name: &str) -> Result<FileId, PaperFault> {
    let path = VirtualPath::new(name).map_err(|error| PaperFault::Layout { words: format!("{name}: {error:?}") })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Press<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let sources = std::iter::once(&self.main).chain(&self.shared);
        sources.into_iter().find(|source| source.id() == id).cloned().ok_or_else(|| absent(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.data.iter().find(|(file, _)| *file == id).map(|(_, data)| data.clone()).ok_or_else(|| absent(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn absent(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_with_slash().into())
}
