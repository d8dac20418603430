//! 会议纪要 as blocks (GB/T 9704 10.3, and 7.2.4 to 7.2.7 for its head).

use super::block::{Block, Face, Inline, Paragraph, ROSTER, Stop, draft, field, own};
use super::measure::{PITCH, WIDTH, cells};
use super::room;
use super::style::Style;
use crate::summary::Summary;

/// The summary.
pub(super) fn blocks(summary: &Summary) -> Vec<Block> {
    let mut blocks: Vec<Block> = draft(&summary.sheet).into_iter().collect();
    blocks.push(mark(summary, !blocks.is_empty()).into());
    blocks.push(Paragraph::of(Style::Number, &summary.number).below(2).into());
    blocks.push(issuer(&summary.issuer, &summary.date).into());
    blocks.push(Paragraph::of(Style::Body, &summary.opening).into());
    for item in &summary.items {
        blocks.push(Paragraph::of(Style::Heading1, &item.lead).into());
        blocks.extend(item.text.iter().map(|text| Paragraph::of(Style::Body, text).into()));
    }
    let mut tail: Vec<Block> = summary.tail.iter().flat_map(|it| field(it, &ROSTER)).collect();
    if let Some(Block::Paragraph(first)) = tail.first_mut() {
        first.above = PITCH;
    }
    blocks.extend(tail);
    blocks
}

/// 纪要标志, the upper edge of its characters 35 mm below the type area. As large as one line allows, up to 36 pt; what would
/// need smaller letters than 一号 goes on in a second line of about the same length.
fn mark(summary: &Summary, draft: bool) -> Paragraph {
    /// 35 mm, less what stands above the characters in their line.
    const ABOVE: u32 = 1984 - 230;
    /// In half points: what the type area is wide, less a little for whoever rounds the width of a character.
    const LINE: u32 = WIDTH / 10 - 8;
    const LEAST: u32 = 52;
    const MOST: u32 = 72;
    let letters = u32::try_from(summary.mark.chars().count()).unwrap_or(u32::MAX).clamp(1, LINE);
    let lines = (letters * LEAST).div_ceil(LINE);
    let size = MOST.min(LINE / letters.div_ceil(lines));
    let mut mark = Paragraph::new(Style::Mark, vec![Inline::Words(Face::Sized(size), summary.mark.clone())]);
    mark.above = if draft { ABOVE - PITCH } else { ABOVE };
    mark
}

/// Who issues it and when, one character from either edge; the date on a line of its own where it has no room.
fn issuer(issuer: &str, date: &str) -> Paragraph {
    let room = room::cells(issuer) + room::cells(date) + 1.0 <= 26.0;
    let own_line = (!room).then_some([Inline::Break, Inline::Tab]).into_iter().flatten();
    let inside = [Inline::Tab, own(issuer)].into_iter().chain(own_line).chain([Inline::Tab, own(date)]);
    let mut paragraph = Paragraph::new(Style::Issuer, inside.collect()).below(1);
    paragraph.stops = vec![(cells(1), Stop::Left), (cells(27), Stop::Right)];
    paragraph
}
