//! What the ledger amounts to: a fold of its entries, kept in memory and kept nowhere else.

use std::collections::BTreeMap;

use ledger::Entry;
use meeting::{Committee, CommitteeEvent, Event, Meeting, MeetingId, Moment, OtherMeeting, Recorded};

use crate::register::{Register, Registered};
use crate::search::Finder;
use crate::{Fault, FaultCode};

/// The stream of the committee's entries.
pub(crate) const COMMITTEE: &str = "committee";
/// The form of committee bodies; a later form is upcast when it is read, never rewritten.
pub(crate) const COMMITTEE_BODY: &str = "committee.v1";
/// The form of meeting bodies.
pub(crate) const MEETING_BODY: &str = "meeting.v1";
/// The form of what is kept of papers.
pub(crate) const PAPER_BODY: &str = "paper.v1";

/// The stream of one meeting's entries.
pub(crate) fn stream_of(meeting: MeetingId) -> String {
    format!("meeting/{meeting}")
}

/// The stream of the papers of one meeting: they are about the meeting and no part of it.
pub(crate) fn papers_of(meeting: MeetingId) -> String {
    format!("paper/{meeting}")
}

/// The committee, its meetings, their papers, and where every word of them stands.
#[derive(Debug, Default)]
pub(crate) struct Archive {
    pub(crate) committee: Committee,
    pub(crate) meetings: BTreeMap<MeetingId, Meeting>,
    pub(crate) register: Register,
    pub(crate) finder: Finder,
    pub(crate) last_at: Option<Moment>,
}

impl Archive {
    /// Folds one entry in. A body that this version cannot read is a fault: nothing is skipped.
    pub(crate) fn fold(&mut self, entry: &Entry) -> Result<(), Fault> {
        let at = moment(entry)?;
        match entry.kind.as_str() {
            COMMITTEE_BODY => {
                let event: CommitteeEvent = body(entry)?;
                self.finder.committee(meeting::EntryNo(entry.no.0), at, &event);
                self.committee = std::mem::take(&mut self.committee).evolve(&event);
            }
            MEETING_BODY => {
                let id = meeting_of(entry, "meeting/")?;
                let recorded = recorded(entry)?;
                self.finder.meeting(id, &recorded, self.meetings.get(&id));
                let next = match self.meetings.remove(&id) {
                    Some(meeting) => Some(meeting.evolve(&recorded)),
                    None => Meeting::begin(&recorded),
                };
                let next = next.ok_or_else(|| unreadable(entry, "a meeting does not begin with its call"))?;
                self.meetings.insert(id, next);
            }
            PAPER_BODY => {
                let made = body(entry)?;
                let registered = Registered { entry: meeting::EntryNo(entry.no.0), at, made };
                self.register.add(meeting_of(entry, "paper/")?, registered);
            }
            other => return Err(unreadable(entry, &format!("unknown kind {other}"))),
        }
        self.last_at = Some(at);
        Ok(())
    }

    /// What the other meetings tell one that is called.
    pub(crate) fn others(&self, besides: Option<MeetingId>) -> Vec<OtherMeeting> {
        let others = self.meetings.iter().filter(|(id, _)| Some(**id) != besides);
        others.map(|(id, meeting)| meeting.to_others(*id)).collect()
    }

    /// The id of the next meeting.
    pub(crate) fn next_meeting(&self) -> MeetingId {
        MeetingId(self.meetings.keys().next_back().map_or(1, |last| last.0 + 1))
    }
}

/// A meeting's entry as an event with its place.
pub(crate) fn recorded(entry: &Entry) -> Result<Recorded, Fault> {
    let event: Event = body(entry)?;
    Ok(Recorded { entry: meeting::EntryNo(entry.no.0), at: moment(entry)?, event })
}

/// The meeting that an entry belongs to by its stream.
fn meeting_of(entry: &Entry, prefix: &str) -> Result<MeetingId, Fault> {
    let id = entry.stream.strip_prefix(prefix).and_then(|id| id.parse().ok()).map(MeetingId);
    id.ok_or_else(|| unreadable(entry, &format!("unknown stream {}", entry.stream)))
}

fn body<T: serde::de::DeserializeOwned>(entry: &Entry) -> Result<T, Fault> {
    serde_json::from_slice(&entry.body).map_err(|error| unreadable(entry, &error.to_string()))
}

/// When an entry was recorded.
pub(crate) fn moment(entry: &Entry) -> Result<Moment, Fault> {
    let time = chrono::DateTime::parse_from_rfc3339(&entry.at);
    time.map(Moment).map_err(|error| unreadable(entry, &error.to_string()))
}

fn unreadable(entry: &Entry, why: &str) -> Fault {
    Fault {
        code: FaultCode::NewerVersion,
        detail: format!("entry {} cannot be read: {why}", entry.no),
        safe: None,
        paper: None,
    }
}
