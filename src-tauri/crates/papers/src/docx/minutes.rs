//! 会议记录 as blocks.

use super::block::{Block, Cell, Face, HEAD, Inline, NOMINEE, Paragraph, Table, draft, field, own, signatures};
use super::measure::{PITCH, WIDTH, cells};
use super::room;
use super::style::Style;
use crate::minutes::{End, Line, Minutes, Part};

/// A first line, and the others.
const LINES: (f64, f64) = (26.0, 28.0);

/// The minutes.
pub(super) fn blocks(minutes: &Minutes) -> Vec<Block> {
    let mut blocks: Vec<Block> = draft(&minutes.sheet).into_iter().collect();
    blocks.push(Paragraph::of(Style::Title, &minutes.title).into());
    blocks.extend(minutes.head.iter().flat_map(|it| field(it, &HEAD)));
    let mut body: Vec<Block> = Vec::new();
    for part in &minutes.body {
        let part = blocks_of(part);
        if let (Some(Block::Paragraph(before)), Some(Block::Table(_))) = (body.last_mut(), part.first()) {
            before.after = PITCH / 4;
        }
        body.extend(part);
    }
    if let Some(Block::Paragraph(first)) = body.first_mut() {
        first.above = PITCH / 2;
    }
    blocks.extend(body);
    blocks.extend(end(&minutes.end));
    blocks
}

fn blocks_of(part: &Part) -> Vec<Block> {
    match part {
        Part::Item { lead } => vec![Paragraph::of(Style::Heading1, lead).into()],
        Part::Nominee { lead, fields } => {
            let fields = fields.iter().flat_map(|it| field(it, &NOMINEE));
            [Paragraph::of(Style::Heading2, lead).into()].into_iter().chain(fields).collect()
        }
        Part::Checklist { rows } => vec![Block::Table(checklist(rows))],
        Part::Line(line) => of_line(line),
    }
}

/// Whose words, the words, and behind the last of them the mark, time and entry.
fn of_line(line: &Line) -> Vec<Block> {
    let empty = [String::new()];
    let texts: &[String] = if line.text.is_empty() { &empty } else { &line.text };
    let last = texts.len() - 1;
    let paragraph = |(place, text): (usize, &String)| {
        let lead = (place == 0 && !line.lead.is_empty()).then(|| Inline::Words(Face::Lead, line.lead.clone()));
        let words = (!text.is_empty()).then(|| own(text));
        let mut inside: Vec<Inline> = lead.into_iter().chain(words).collect();
        if place == last {
            stamped(&mut inside, &line.mark, &line.stamp);
        }
        Paragraph::new(Style::Body, inside).keeping(line.keep).into()
    };
    texts.iter().enumerate().map(paragraph).collect()
}

/// Time and entry at the right end of the last line, or on a line of their own where that has no room.
fn stamped(inside: &mut Vec<Inline>, mark: &str, stamp: &str) {
    /// The characters of a stamp are so much of the others', 小五 to 三号; and it stands apart.
    const SMALL: f64 = 9.0 / 15.8;
    const APART: f64 = 1.0;
    if !mark.is_empty() {
        inside.push(Inline::Words(Face::Mark, mark.to_owned()));
    }
    if stamp.is_empty() {
        return;
    }
    let words = inside.iter().map(|it| if let Inline::Words(_, words) = it { words.as_str() } else { "" });
    let filled = room::filled(&words.collect::<String>(), LINES.0, LINES.1);
    if filled + room::cells(stamp) * SMALL + APART > LINES.1 {
        inside.push(Inline::Break);
    }
    inside.extend([Inline::Tab, Inline::Words(Face::Stamp, stamp.to_owned())]);
}

/// A checklist: small, without rules, as on the printed paper.
fn checklist(rows: &[Vec<String>]) -> Table {
    const INDENT: u32 = cells(2);
    let (step, state, due) = (2426, 924, 1900);
    let rest = WIDTH - INDENT - step - state - due;
    let who = rest * 5 / 11;
    let cell = |text: &String| Cell { style: Style::Small, text: vec![text.clone()] };
    Table {
        indent: INDENT,
        columns: vec![step, state, who, due, rest - who],
        ruled: false,
        head: ["步骤", "情况", "责任人", "完成日期", "文号、材料"].map(str::to_owned).to_vec(),
        rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        head_style: Style::SmallHead,
    }
}

/// One piece: signatures without the record's last words would prove nothing.
fn end(end: &End) -> Vec<Block> {
    let mut last = vec![own(&end.text)];
    stamped(&mut last, "", &end.stamp);
    let blank = Paragraph::of(Style::Body, end.blank).keeping(true);
    let last = Paragraph::new(Style::Body, last).keeping(true);
    [blank.into(), last.into()].into_iter().chain(signatures(&end.signatures)).collect()
}
