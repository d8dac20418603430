//! 登记: the papers that were made, a fold of their ledger entries.

use std::collections::BTreeMap;

use meeting::{EntryNo, MeetingId, Moment};
use papers::{BookNo, Leaves, PaperKind, PaperMade, PaperNo};

/// A paper that was made, with its place in the ledger.
#[derive(Clone, Debug)]
pub(crate) struct Registered {
    pub(crate) entry: EntryNo,
    pub(crate) at: Moment,
    pub(crate) made: PaperMade,
}

/// Every paper that was made.
#[derive(Debug, Default)]
pub(crate) struct Register {
    papers: BTreeMap<MeetingId, Vec<Registered>>,
}

impl Register {
    pub(crate) fn add(&mut self, meeting: MeetingId, registered: Registered) {
        self.papers.entry(meeting).or_default().push(registered);
    }

    /// The papers of a meeting, in the order of their numbers.
    pub(crate) fn of(&self, meeting: MeetingId) -> &[Registered] {
        self.papers.get(&meeting).map_or(&[], Vec::as_slice)
    }

    /// The last number of this very paper.
    pub(crate) fn last(&self, meeting: MeetingId, paper: &PaperKind) -> Option<&Registered> {
        self.of(meeting).iter().rfind(|it| it.made.paper == *paper)
    }

    /// The number that no paper of the meeting has.
    pub(crate) fn next_number(&self, meeting: MeetingId) -> PaperNo {
        PaperNo(self.of(meeting).last().map_or(1, |last| last.made.number.0 + 1))
    }

    /// Where the next sealed minutes of a year go: behind the last ones, in the same book or in a new one. Minutes that took
    /// the place of others stand at the end as well: a page that was bound is never taken out (R-JL2-05).
    pub(crate) fn next_leaves(&self, year: u16, new_book: bool) -> Leaves {
        let bound =
            self.papers.values().flatten().filter_map(|it| it.made.leaves.map(|leaves| (leaves, it.made.pages)));
        let of_year = bound.filter(|(leaves, _)| leaves.book.year == year);
        let last = of_year.max_by_key(|(leaves, _)| (leaves.book, leaves.first));
        match last {
            None => Leaves { book: BookNo { year, volume: 1 }, first: 1 },
            Some((leaves, _)) if new_book => {
                Leaves { book: BookNo { year, volume: leaves.book.volume.saturating_add(1) }, first: 1 }
            }
            Some((leaves, pages)) => Leaves { first: leaves.first.saturating_add(pages), ..leaves },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(number: u32, pages: u32, leaves: Leaves) -> Registered {
        let at = Moment(chrono::DateTime::parse_from_rfc3339("2026-03-05T12:00:00+08:00").expect("a time"));
        let made = PaperMade {
            number: PaperNo(number),
            paper: PaperKind::Minutes,
            upto: EntryNo(9),
            digest: String::new(),
            pages,
            fonts: Vec::new(),
            replaces: None,
            leaves: Some(leaves),
        };
        Registered { entry: EntryNo(10), at, made }
    }

    fn book(year: u16, volume: u16, first: u32) -> Leaves {
        Leaves { book: BookNo { year, volume }, first }
    }

    #[test]
    fn the_pages_of_a_book_follow_each_other_without_a_gap() {
        let mut register = Register::default();
        assert_eq!(register.next_leaves(2026, false), book(2026, 1, 1));
        assert_eq!(register.next_leaves(2026, true), book(2026, 1, 1), "there is no book yet that could be closed");
        register.add(MeetingId(1), minutes(1, 18, book(2026, 1, 1)));
        assert_eq!(register.next_leaves(2026, false), book(2026, 1, 19));
        register.add(MeetingId(2), minutes(1, 4, book(2026, 1, 19)));
        // Put right and made anew: its pages come behind those of the later meeting.
        register.add(MeetingId(1), minutes(2, 19, book(2026, 1, 23)));
        assert_eq!(register.next_leaves(2026, false), book(2026, 1, 42));
        assert_eq!(register.next_leaves(2026, true), book(2026, 2, 1));
        assert_eq!(register.next_leaves(2027, false), book(2027, 1, 1), "every year begins its own book");
    }

    #[test]
    fn numbers_go_on_within_a_meeting() {
        let mut register = Register::default();
        assert_eq!(register.next_number(MeetingId(1)), PaperNo(1));
        register.add(MeetingId(1), minutes(1, 18, book(2026, 1, 1)));
        assert_eq!(register.next_number(MeetingId(1)), PaperNo(2));
        assert_eq!(register.next_number(MeetingId(2)), PaperNo(1));
        assert_eq!(register.last(MeetingId(1), &PaperKind::Minutes).map(|it| it.made.number), Some(PaperNo(1)));
        assert!(register.last(MeetingId(1), &PaperKind::Summary).is_none());
    }
}
