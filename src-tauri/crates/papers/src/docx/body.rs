//! Blocks as WordprocessingML.

use super::block::{Block, Cell, Face, Inline, Paragraph, Stop, Table};
use super::element::{Element, element, value};
use super::style::{CELL_SIDE, LEAD, MARK, STAMP, Style};
use crate::ink;

/// A block.
pub(super) fn block(block: &Block) -> Element {
    match block {
        Block::Paragraph(it) => paragraph(it),
        Block::Table(it) => table(it),
    }
}

pub(super) fn paragraph(it: &Paragraph) -> Element {
    let stop = |(at, stop): &(u32, Stop)| match stop {
        Stop::Right => value("w:tab", "right").with("w:pos", at),
        Stop::Left => value("w:tab", "left").with("w:pos", at),
        Stop::Line => value("w:tab", "left").with("w:leader", "underscore").with("w:pos", at),
    };
    let spacing = element("w:spacing");
    let spacing = if it.above > 0 { spacing.with("w:before", it.above) } else { spacing };
    let spacing = if it.after > 0 { spacing.with("w:after", it.after) } else { spacing };
    let properties = element("w:pPr")
        .put(value("w:pStyle", it.style.id()))
        .put_all(it.keep.then(|| element("w:keepNext")))
        .put_all((!it.stops.is_empty()).then(|| element("w:tabs").put_all(it.stops.iter().map(stop))))
        .put_all(spacing.unless_empty())
        .put_all(it.left.map(|left| element("w:ind").with("w:left", left)));
    element("w:p").put(properties).put_all(it.inside.iter().map(inline))
}

fn inline(it: &Inline) -> Element {
    match it {
        Inline::Words(face, words) => run(*face, text(words)),
        Inline::Tab => run(Face::Own, element("w:tab")),
        Inline::Break => run(Face::Own, element("w:br")),
        Inline::Page => field("PAGE"),
        Inline::Pages => field("NUMPAGES"),
    }
}

fn run(face: Face, inside: Element) -> Element {
    let style = match face {
        Face::Own | Face::Sized(_) => None,
        Face::Lead => Some(LEAD),
        Face::Mark => Some(MARK),
        Face::Stamp => Some(STAMP),
    };
    // Quotation marks, dashes and 〔〕 belong to Chinese text here, and to its font.
    let hint = element("w:rFonts").with("w:hint", "eastAsia");
    let sizes = |size| [value("w:sz", size), value("w:szCs", size)];
    let sized = if let Face::Sized(size) = face { Some(sizes(size)) } else { None };
    let properties = element("w:rPr")
        .put_all(style.map(|style| value("w:rStyle", style)))
        .put(hint)
        .put_all(sized.into_iter().flatten());
    element("w:r").put(properties).put(inside)
}

fn text(words: &str) -> Element {
    element("w:t").with("xml:space", "preserve").text(ink::shown(words))
}

/// Worked out by the program; until then it shows the first page.
fn field(name: &'static str) -> Element {
    element("w:fldSimple").with("w:instr", format!(" {name} ")).put(run(Face::Own, text("1")))
}

fn table(it: &Table) -> Element {
    let width: u32 = it.columns.iter().sum();
    let edges = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
    let edge = |name| value(name, "single").with("w:sz", 4).with("w:space", 0).with("w:color", "auto");
    // 1 mm above and below what stands between rules.
    let side = |name| element(name).with("w:w", CELL_SIDE).with("w:type", "dxa");
    let margins =
        it.ruled.then(|| element("w:tblCellMar").put_all(["w:top", "w:left", "w:bottom", "w:right"].map(side)));
    let borders = it.ruled.then(|| element("w:tblBorders").put_all(edges.map(edge)));
    let properties = element("w:tblPr")
        .put(element("w:tblW").with("w:w", width).with("w:type", "dxa"))
        .put(element("w:tblInd").with("w:w", it.indent).with("w:type", "dxa"))
        .put_all(borders)
        .put(element("w:tblLayout").with("w:type", "fixed"))
        .put_all(margins);
    let columns = it.columns.iter().map(|column| element("w:gridCol").with("w:w", column));
    let head = it.head.iter().map(|words| Cell { style: it.head_style, text: vec![words.clone()] }).collect::<Vec<_>>();
    let ruled = it.ruled;
    let row = |cells: &[Cell], head: bool| {
        let properties = element("w:trPr").put(element("w:cantSplit")).put_all(head.then(|| element("w:tblHeader")));
        let cells = cells.iter().zip(&it.columns).map(|(it, width)| cell(it, *width, ruled));
        element("w:tr").put(properties).put_all(cells)
    };
    element("w:tbl")
        .put(properties)
        .put(element("w:tblGrid").put_all(columns))
        .put(row(&head, true))
        .put_all(it.rows.iter().map(|cells| row(cells, false)))
}

/// A cell must have a paragraph, even where it says nothing.
fn cell(it: &Cell, width: u32, ruled: bool) -> Element {
    let empty = [String::new()];
    let texts: &[String] = if it.text.is_empty() { &empty } else { &it.text };
    let line = |text: &String| paragraph(&Paragraph::of(it.style, text.as_str()));
    let properties = element("w:tcPr")
        .put(element("w:tcW").with("w:w", width).with("w:type", "dxa"))
        .put_all(ruled.then(|| value("w:vAlign", "center")));
    element("w:tc").put(properties).put_all(texts.iter().map(line))
}

/// The foot of odd pages or of even ones: the page number of GB/T 9704 7.5, and below it what the file was made from and
/// that it is not the record.
pub(super) fn foot(root: Element, odd: bool, lines: [Vec<Inline>; 2]) -> Element {
    let (number, words) = if odd { (Style::OddPage, Style::OddFoot) } else { (Style::EvenPage, Style::EvenFoot) };
    let dash = |words: &str| Inline::Words(Face::Own, words.to_owned());
    let number = Paragraph::new(number, vec![dash("— "), Inline::Page, dash(" —")]);
    let lines = lines.map(|line| Paragraph::new(words, line));
    root.put(paragraph(&number)).put_all(lines.iter().map(paragraph))
}
