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
        first.above = PITCH;
    }
    let head = agenda.head.iter().flat_map(|it| field(it, &HEAD));
    draft(&agenda.sheet).into_iter().chain([title.into()]).chain(head).chain(items).collect()
}

fn item(item: &Item) -> Vec<Block> {
    let heading = Paragraph::of(Style::Heading1, &item.lead);
    let observers = (!item.observers.is_empty())
        .then(|| Paragraph::of(Style::Body, &item.observers).keeping(!item.nominees.is_empty()).into());
    let nominees = (!item.nominees.is_empty()).then(|| Block::Table(nominees(&item.nominees)));
    [heading.into()].into_iter().chain(observers).chain(nominees).collect()
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
