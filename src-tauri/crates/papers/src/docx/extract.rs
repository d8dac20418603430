//! 议定事项通知 as blocks.

use super::block::{Block, Paragraph, draft};
use super::room;
use super::style::Style;
use crate::extract::Extract;

/// The extract.
pub(super) fn blocks(extract: &Extract) -> Vec<Block> {
    let title = Paragraph::of(Style::Title, &extract.title);
    let to = Paragraph::of(Style::Addressee, &extract.to);
    let body = extract.body.iter().map(|text| Paragraph::of(Style::Body, text).into());
    let begin = draft(&extract.sheet).into_iter().chain([title.into(), to.into()]);
    begin.chain(body).chain(sign_off(&extract.issuer, &extract.date)).collect()
}

/// 7.3.5.2: below an empty line, the name two characters from the right, the date below it two characters further in than its
/// beginning; a date that is longer than the name stands two characters from the right itself, and the name moves with it.
fn sign_off(issuer: &str, date: &str) -> [Block; 2] {
    const LINE: f64 = 28.0;
    let (name, day) = (room::cells(issuer), room::cells(date));
    let begin = if day > name { LINE - 4.0 - day } else { LINE - 2.0 - name };
    // Longer than a line: in lines, to the same edge.
    let style = if begin < 2.0 { Style::SignOffRight } else { Style::SignOff };
    let at = |cells: f64| (begin >= 2.0).then(|| room::twips(cells));
    let mut name = Paragraph::of(style, issuer).keeping(true).below(1);
    let mut day = Paragraph::of(style, date);
    (name.left, day.left) = (at(begin), at(begin + 2.0));
    [name.into(), day.into()]
}
