//! What a document is made of: paragraphs of named styles, and tables. What the papers have in common is made here.

use super::measure::{PITCH, cells};
use super::room;
use super::style::Style;
use crate::sheet::{Field, Sheet};

/// A piece of the document.
pub(super) enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

/// A paragraph.
pub(super) struct Paragraph {
    pub(super) style: Style,
    pub(super) inside: Vec<Inline>,
    /// Stays on the page of what follows.
    pub(super) keep: bool,
    /// Space above, in twips.
    pub(super) above: u32,
    /// Space below, in twips.
    pub(super) after: u32,
    /// Begins so far from the left edge of the type area, in twips, where that follows from what it says.
    pub(super) left: Option<u32>,
    /// Tab stops of its own: where, and how.
    pub(super) stops: Vec<(u32, Stop)>,
}

/// A tab stop.
#[derive(Clone, Copy)]
pub(super) enum Stop {
    /// What follows the tab ends here.
    Right,
    /// What follows the tab begins here.
    Left,
    /// A line to sign on ends here.
    Line,
}

/// A piece of a paragraph.
#[derive(Clone)]
pub(super) enum Inline {
    Words(Face, String),
    Tab,
    /// The line ends here.
    Break,
    Page,
    Pages,
}

/// How words are set, apart from their paragraph.
#[derive(Clone, Copy)]
pub(super) enum Face {
    /// As the paragraph.
    Own,
    /// 黑体: whose words they are, or what they are.
    Lead,
    /// 楷体: a mark.
    Mark,
    /// Small: time and entry.
    Stamp,
    /// As the paragraph, of a size that follows from the length of the words; in half points.
    Sized(u32),
}

/// A table. Its first row is repeated on every page, and no row is parted.
pub(super) struct Table {
    /// From the left edge of the type area.
    pub(super) indent: u32,
    pub(super) columns: Vec<u32>,
    pub(super) ruled: bool,
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
    pub(super) head_style: Style,
}

/// A cell: its paragraphs.
pub(super) struct Cell {
    pub(super) style: Style,
    pub(super) text: Vec<String>,
}

impl Paragraph {
    pub(super) fn new(style: Style, inside: Vec<Inline>) -> Self {
        Self { style, inside, keep: false, above: 0, after: 0, left: None, stops: Vec::new() }
    }

    pub(super) fn of(style: Style, words: impl Into<String>) -> Self {
        Self::new(style, vec![own(words)])
    }

    pub(super) fn keeping(mut self, keep: bool) -> Self {
        self.keep = keep;
        self
    }

    /// So many lines lower.
    pub(super) fn below(mut self, lines: u32) -> Self {
        self.above = lines * PITCH;
        self
    }
}

impl From<Paragraph> for Block {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

pub(super) fn own(words: impl Into<String>) -> Inline {
    Inline::Words(Face::Own, words.into())
}

/// Over the title, on the first page: nobody takes a draft for the record.
pub(super) fn draft(sheet: &Sheet) -> Option<Block> {
    sheet.draft.map(|draft| Paragraph::of(Style::Draft, draft).into())
}

/// How labelled fields are set.
pub(super) struct Fields {
    style: Style,
    /// Of further paragraphs.
    more: Style,
    /// How many characters stand in a line beside the label.
    width: f64,
    /// Labels are spread to the same width.
    spread: bool,
    /// They stay on the page of what follows.
    keep: bool,
}

/// At the head of a paper.
pub(super) const HEAD: Fields =
    Fields { style: Style::Field, more: Style::FieldMore, width: 22.5, spread: true, keep: false };
/// Below a nominee.
pub(super) const NOMINEE: Fields =
    Fields { style: Style::NomineeField, more: Style::NomineeFieldMore, width: 20.5, spread: true, keep: true };
/// 出席, 请假, 列席 of a summary (10.3).
pub(super) const ROSTER: Fields =
    Fields { style: Style::Roster, more: Style::RosterMore, width: 22.5, spread: false, keep: false };

/// A labelled field: what it says stands beside its label.
pub(super) fn field(field: &Field, how: &Fields) -> Vec<Block> {
    let lead = if how.spread { spread(&field.lead) } else { field.lead.clone() };
    let label = vec![Inline::Words(Face::Lead, format!("{lead}：")), Inline::Tab];
    let texts: Vec<Vec<Inline>> = if field.names.is_empty() {
        field.text.iter().map(|text| vec![own(text)]).collect()
    } else {
        vec![names(&field.names, how.width)]
    };
    let mut texts = texts.into_iter();
    let first = label.into_iter().chain(texts.next().unwrap_or_default()).collect();
    let first = Paragraph::new(how.style, first);
    let rest = texts.map(|text| Paragraph::new(how.more, text));
    [first].into_iter().chain(rest).map(|paragraph| paragraph.keeping(how.keep).into()).collect()
}

/// A label of two or three characters is spread over the width of four. A space is a quarter as wide as a character.
fn spread(label: &str) -> String {
    let letters: Vec<String> = label.chars().map(String::from).collect();
    match letters.len() {
        2 => letters.join("\u{3000}\u{3000}"),
        3 => letters.join("  "),
        _ => label.to_owned(),
    }
}

/// Names, none of them parted by the end of a line of `width` characters, unless it is too long for any.
fn names(names: &[String], width: f64) -> Vec<Inline> {
    let mut inside = Vec::new();
    let mut line = String::new();
    for name in names {
        if line.is_empty() {
            line.push_str(name);
        } else if room::cells(&line) + 1.0 + room::cells(name) <= width {
            line += &format!("\u{3000}{name}");
        } else {
            inside.extend([own(std::mem::replace(&mut line, name.clone())), Inline::Break]);
        }
    }
    inside.push(own(line));
    inside
}

/// A name and a line to sign on for everybody who signs, with the date.
pub(super) fn signatures(leads: &[String]) -> Vec<Block> {
    /// A line has eight characters where there is room, and never less than half of that.
    const LINE: f64 = 8.0;
    /// The date takes up the rest, with room for the year.
    const END: f64 = 18.5;
    let leads: Vec<String> = leads.iter().map(|lead| format!("{lead}签名：")).collect();
    let longest = leads.iter().map(|lead| room::cells(lead)).fold(0.0, f64::max);
    let end = (longest + LINE).min(END);
    let last = leads.len().saturating_sub(1);
    let sign = |(place, lead): (usize, String)| {
        let break_after = (room::cells(&lead) + LINE / 2.0 > end).then_some(Inline::Break);
        let date = own("年\u{3000}\u{3000}月\u{3000}\u{3000}日");
        let inside = [own(lead)].into_iter().chain(break_after).chain([Inline::Tab, Inline::Tab, date]);
        let mut paragraph = Paragraph::new(Style::Signature, inside.collect());
        paragraph.stops = vec![(room::twips(end), Stop::Line), (cells(28), Stop::Right)];
        paragraph.keeping(place < last).below(1).into()
    };
    leads.into_iter().enumerate().map(sign).collect()
}
