//! 会议议程 as blocks.

use super::block::{Block, Cell, HEAD, Paragraph, Table, draft, field};
use super::measure::{PITCH, WIDTH};
use super::style::Style;
use crate::agenda::{Agenda, Item, NomineeRow};

/// The agenda.
pub(super) fn blocks(agenda: &Agenda) -> Vec<Block> {
    let title = Paragraph::of(Style::Title, &agenda.title);
    let mut items: Vec<Block> = agenda.items.iter().flat_map(item).collect();
    if let Some(Block::Paragraph(first)) = items.first_mut() {
        first.above = PITCH / 2;
    }
    let head = agenda.head.iter().flat_map(|it| field(it, &HEAD));
    draft(&agenda.sheet).into_iter().chain([title.into()]).chain(head).chain(items).collect()
}

fn item(item: &Item) -> Vec<Block> {
    let mut lines = vec![Paragraph::of(Style::Heading1, &item.lead)];
    if !item.observers.is_empty() {
        lines.push(Paragraph::of(Style::Body, &item.observers).keeping(!item.nominees.is_empty()));
    }
    let table = (!item.nominees.is_empty()).then(|| Block::Table(nominees(&item.nominees)));
    if let (Some(_), Some(last)) = (&table, lines.last_mut()) {
        last.after = PITCH / 4;
    }
    lines.into_iter().map(Block::from).chain(table).collect()
}

fn nominees(rows: &[NomineeRow]) -> Table {
    // 11, 25 and 20 mm; the posts share the rest.
    const NUMBER: u32 = 624;
    const NAME: u32 = 1417;
    const CHANGE: u32 = 1134;
    let posts = WIDTH - NUMBER - NAME - CHANGE;
    let current = posts * 20 / 43;
    let center = |text: &str| Cell { style: Style::CellCenter, text: vec![text.to_owned()] };
    let left = |text: Vec<String>| Cell { style: Style::CellLeft, text };
    let row = |it: &NomineeRow| {
        vec![
            center(&it.number),
            center(&it.lead),
            left(vec![it.current.clone()]),
            left(it.proposed.clone()),
            center(it.change),
        ]
    };
    Table {
        indent: 0,
        columns: vec![NUMBER, NAME, current, posts - current, CHANGE],
        ruled: true,
        head: ["序号", "姓名", "现任职务", "拟任（免）职务", "类别"].map(str::to_owned).to_vec(),
        rows: rows.iter().map(row).collect(),
        head_style: Style::CellHead,
    }
}
