//! Who voted how, where names are taken: members down, votes across. A secret ballot has no column here.

use meeting::{Attendance, Attendant, EntryNo, MatterRecord, Meeting, NamedVote, Seat, Verdict};
use serde::Serialize;

use crate::presence::attended;
use crate::rounds::{LAST, Step, steps};
use crate::sheet::Marks;
use crate::wording;

/// So many votes stand beside each other on a sheet.
const WIDE: usize = 12;
/// A longer name would make the head too high; the number stands for it, with the whole name in the table above.
const SHORT: usize = 12;

/// As many votes as fit on a sheet.
#[derive(Debug, Serialize)]
pub(super) struct Table {
    heads: Vec<Vec<String>>,
    rows: Vec<NameRow>,
}

#[derive(Debug, Serialize)]
struct NameRow {
    lead: String,
    cells: Vec<String>,
}

/// One vote: on whom, and a word for every seat in order of rank.
pub(crate) struct Column {
    /// Of the row in the table of votes.
    pub(crate) number: u32,
    /// The nominee's; 一般议题 where there is none.
    pub(crate) name: String,
    /// Which vote of several on one matter.
    pub(crate) which: &'static str,
    pub(crate) cells: Vec<String>,
}

impl Column {
    fn head(&self) -> Vec<String> {
        let short = (self.name.chars().count() <= SHORT).then(|| self.name.clone());
        let which = (!self.which.is_empty()).then(|| self.which.to_owned());
        [self.number.to_string()].into_iter().chain(short).chain(which).collect()
    }
}

/// The votes by name on one matter.
pub(super) fn columns(meeting: &Meeting, marks: &Marks, matter: &MatterRecord, number: u32) -> Vec<Column> {
    let name = matter.nominee.as_ref().map_or("一般议题", |nominee| nominee.name.as_str());
    let column = |which, votes: &[NamedVote], entry: EntryNo| {
        let word = |seat: &Seat| said(marks, matter, seat, votes, entry);
        Column { number, name: name.to_owned(), which, cells: meeting.seats.iter().map(word).collect() }
    };
    let (mut columns, mut again) = (Vec::new(), false);
    for step in steps(matter) {
        let entry = step.settled();
        match step {
            Step::Round(round) => {
                if let Some(Verdict::ByName { votes, .. }) = round.verdict {
                    columns.push(column(if again { "复议后" } else { "" }, votes, entry));
                }
            }
            Step::Motion(motion) if entry != LAST => columns.push(column("复议表决", &motion.votes, entry)),
            Step::Motion(_) => {}
        }
        again = true;
    }
    columns
}

fn said(marks: &Marks, matter: &MatterRecord, seat: &Seat, votes: &[NamedVote], entry: EntryNo) -> String {
    let member = seat.member.id;
    match votes.iter().find(|vote| vote.member == member) {
        Some(vote) => wording::choice(vote.choice).to_owned() + &marks.at(vote.stamp.entry),
        None if matter.is_recused(Attendant::Member(member)) => "回避".to_owned(),
        None if attended(seat, entry) => "未表决".to_owned(),
        None if seat.movements.iter().any(|movement| movement.stamp.entry <= entry) => "离会".to_owned(),
        // Who came after this vote was neither on leave nor absent from the meeting.
        None => match &seat.attendance {
            Some(Attendance::OnLeave { .. }) if seat.movements.is_empty() => "请假".to_owned(),
            Some(Attendance::Absent { .. }) if seat.movements.is_empty() => "缺席".to_owned(),
            _ => "未到会".to_owned(),
        },
    }
}

/// Sheet by sheet.
pub(super) fn tables(meeting: &Meeting, columns: Vec<Column>) -> Vec<Table> {
    let table = |columns: &[Column]| Table {
        heads: columns.iter().map(Column::head).collect(),
        rows: meeting
            .seats
            .iter()
            .enumerate()
            .map(|(seat, of)| NameRow {
                lead: wording::spread(&of.member.name),
                cells: columns.iter().map(|column| column.cells[seat].clone()).collect(),
            })
            .collect(),
    };
    columns.chunks(WIDE).map(table).collect()
}
