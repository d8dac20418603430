//! One meeting on both sides: each command to the real rules and to the model, and the answers compared.

use std::collections::BTreeMap;
use std::fmt;

use meeting::{EntryNo, Event, Meeting, MeetingCommand, MeetingId, Moment, Outcome, Recorded, Tally};

use crate::naive::{ENTRY_STEP, Ending, FIRST_ENTRY, Naive, Settled, Stage};
use crate::random::{self, Beginning};

/// How far random meetings got.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    pub(crate) commands: u64,
    /// Accepted commands by what they did.
    pub(crate) accepted: BTreeMap<String, u64>,
    /// Refused commands by the rule.
    pub(crate) refused: BTreeMap<String, u64>,
    /// Votes on matters that were counted.
    pub(crate) voted: u64,
    pub(crate) carried: u64,
    /// Meetings in which a vote was counted.
    pub(crate) with_a_vote: u64,
    pub(crate) restarts: u64,
}

impl Figures {
    pub(crate) fn add(&mut self, other: Self) {
        self.commands += other.commands;
        for (event, times) in other.accepted {
            *self.accepted.entry(event).or_default() += times;
        }
        for (rule, times) in other.refused {
            *self.refused.entry(rule).or_default() += times;
        }
        self.voted += other.voted;
        self.carried += other.carried;
        self.with_a_vote += u64::from(other.voted > 0);
        self.restarts += other.restarts;
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |counts: &BTreeMap<String, u64>| {
            let counts: Vec<String> = counts.iter().map(|(name, times)| format!("{name} {times}")).collect();
            counts.join(", ")
        };
        writeln!(f, "{} commands, {} restarts", self.commands, self.restarts)?;
        writeln!(f, "{} matters settled by a vote, {} of them carried", self.voted, self.carried)?;
        writeln!(f, "{} meetings came to a vote", self.with_a_vote)?;
        writeln!(f, "accepted: {}", list(&self.accepted))?;
        write!(f, "refused: {}", list(&self.refused))
    }
}

/// The real meeting, its entries, and the model.
#[derive(Clone)]
pub(crate) struct SideBySide {
    pub(crate) real: Meeting,
    pub(crate) naive: Naive,
    recorded: Vec<Recorded>,
    pub(crate) figures: Figures,
}

/// The call of a meeting.
pub(crate) fn called(beginning: &Beginning) -> meeting::Called {
    meeting::call(&beginning.committee, &beginning.others, &beginning.call).expect("a meeting can be called")
}

fn tally_of(tally: Tally) -> [u32; 5] {
    [tally.agree.0, tally.against.0, tally.abstain.0, tally.defer.0, tally.spoilt.0]
}

fn ending_of(outcome: Outcome) -> Option<Ending> {
    match outcome {
        Outcome::Carried => Some(Ending::Carried),
        Outcome::NotCarried => Some(Ending::NotCarried),
        Outcome::VotePostponed => Some(Ending::Postponed),
        Outcome::Deferred => Some(Ending::Deferred),
        Outcome::Void => None,
    }
}

/// What an event settles. The inner `None` is an outcome that only a back-filled meeting can hold.
fn settled_by(event: &Event) -> Option<Option<Settled>> {
    let (tally, base, outcome) = match event {
        Event::VoteClosed { tally, base, outcome }
        | Event::BallotsCounted { tally, base, outcome, .. }
        | Event::ReconsiderationClosed { tally, base, outcome } => (Some(tally_of(*tally)), Some(base.0), *outcome),
        Event::MatterSetAside { outcome, .. } => (None, None, *outcome),
        _ => return None,
    };
    Some(ending_of(outcome).map(|ending| Settled { tally, base, ending }))
}

impl SideBySide {
    /// A meeting that was just called, on both sides.
    pub(crate) fn called(beginning: &Beginning) -> Self {
        let call = called(beginning);
        let naive = Naive::called(&call);
        let first = Recorded { entry: EntryNo(FIRST_ENTRY), at: random::start(), event: Event::MeetingCalled { call } };
        let real = Meeting::begin(&first).expect("a meeting begins with its call");
        Self { real, naive, recorded: vec![first], figures: Figures::default() }
    }

    /// Gives a command to both sides and compares their answers.
    pub(crate) fn command(&mut self, command: &MeetingCommand, at: Moment) -> Result<(), String> {
        self.figures.commands += 1;
        let real = meeting::decide(&self.real, command, at);
        let naive = self.naive.command(command, at);
        let events = match (real, naive) {
            (Err(refusal), Err(rule)) if refusal.rule.code() == rule => {
                *self.figures.refused.entry(rule.into()).or_default() += 1;
                return Ok(());
            }
            (Err(refusal), Err(rule)) => {
                return Err(format!("refused by {}, the model by {rule}: {command:?}", refusal.rule.code()));
            }
            (Err(refusal), Ok(_)) => {
                return Err(format!("refused by {}, the model accepts: {command:?}", refusal.rule.code()));
            }
            (Ok(events), Err(rule)) => return Err(format!("accepted, the model refuses by {rule}: {events:?}")),
            (Ok(events), Ok(expected)) => {
                let mut settled = events.iter().filter_map(settled_by);
                let real = settled.next();
                if real != expected.map(Some) || settled.next().is_some() {
                    return Err(format!("settled {real:?}, in the model {expected:?}: {command:?}"));
                }
                events
            }
        };
        if events.len() != 1 {
            return Err(format!("not one event: {events:?}"));
        }
        for event in events {
            self.note(&event);
            let entry = EntryNo(FIRST_ENTRY + ENTRY_STEP * self.recorded.len() as u32);
            let recorded = Recorded { entry, at, event };
            self.real = self.real.clone().evolve(&recorded);
            self.recorded.push(recorded);
        }
        self.compare_results()
    }

    fn note(&mut self, event: &Event) {
        let figures = &mut self.figures;
        let named = format!("{event:?}");
        let name = named.split([' ', '{']).next().unwrap_or_default();
        *figures.accepted.entry(name.into()).or_default() += 1;
        if let Event::VoteClosed { outcome, .. } | Event::BallotsCounted { outcome, .. } = event {
            figures.voted += 1;
            figures.carried += u64::from(*outcome == Outcome::Carried);
        }
    }

    /// What was announced of each nominee so far: that is what other meetings are told.
    fn compare_results(&self) -> Result<(), String> {
        let mut real = Vec::new();
        for (nominee, outcome) in self.real.to_others(MeetingId(1)).results {
            real.push((nominee.id.0, ending_of(outcome)));
        }
        let mut naive = Vec::new();
        for item in &self.naive.items {
            for matter in &item.matters {
                // While a vote on reconsidering is open, the decision still stands.
                let told = item.appointment && matches!(matter.stage, Stage::Announced | Stage::Motion);
                if let (true, Some(settled)) = (told, matter.settled) {
                    naive.push((matter.nominee, Some(settled.ending)));
                }
            }
        }
        if real == naive { Ok(()) } else { Err(format!("results {real:?}, in the model {naive:?}")) }
    }

    /// Writes the entries out, reads them back and folds them again.
    pub(crate) fn restart(&mut self) -> Result<(), String> {
        self.figures.restarts += 1;
        let written = serde_json::to_string(&self.recorded).map_err(|error| error.to_string())?;
        let read: Vec<Recorded> = serde_json::from_str(&written).map_err(|error| error.to_string())?;
        if read != self.recorded {
            return Err("the entries read back differ".into());
        }
        let (first, rest) = read.split_first().ok_or("no entries")?;
        let mut meeting = Meeting::begin(first).ok_or("no meeting begins")?;
        for recorded in rest {
            meeting = meeting.evolve(recorded);
        }
        if meeting != self.real {
            return Err("the meeting read back differs".into());
        }
        self.real = meeting;
        Ok(())
    }
}
