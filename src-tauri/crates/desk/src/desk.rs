//! One store, opened: judges, records, shows and prints.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use ledger::{Entry, Fingerprint, Head, NewEntry};
use meeting::{
    Count, EntryNo, Matter, Meeting, MeetingCommand, MeetingId, MeetingNumber, Moment, NomineeId, Outcome, Phase,
    Projection, Refusal, RuleId,
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::{Lock, Store, StoreFault};

use crate::archive::{self, Archive};
use crate::issue::{Press, Wish};
use crate::{
    Answer, Clock, Command, CommitteeView, DiskView, DraftView, EntryView, Fault, FaultCode, FoundEntry, HomeView,
    Line, MeetingSummary, NearMiss, OpenMeetingView, ProjectionView, Query, Receipt, Reply, SavedFile, TermView,
    VerifyView, Watch, import, table,
};

/// One store, opened. Everything goes through [`Desk::call`], one line at a time.
#[derive(Debug)]
pub struct Desk {
    store: Store,
    pub(crate) archive: Archive,
    head: Head,
    clock: Clock,
    pub(crate) press: Press,
    pub(crate) watch: Watch,
    sample: bool,
}

/// Why a command was not done.
pub(crate) enum Stop {
    Refused(Box<Refusal>),
    Stale,
    Fault(Fault),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<StoreFault> for Stop {
    fn from(fault: StoreFault) -> Self {
        match fault {
            StoreFault::Moved { .. } => Self::Stale,
            other => Self::Fault(other.into()),
        }
    }
}

impl Desk {
    /// Makes a store and opens it. Faults as [`Store::create`].
    pub fn create(path: &Path, lock: Lock<'_>, clock: Clock, fonts: &Path) -> Result<Self, Fault> {
        Self::begin(Store::create(path, lock)?, clock, fonts)
    }

    /// Opens a store and verifies its whole chain while reading it. Faults as [`Store::open`], and
    /// [`FaultCode::NewerVersion`] for an entry that this version cannot read.
    pub fn open(path: &Path, passphrase: Option<&str>, clock: Clock, fonts: &Path) -> Result<Self, Fault> {
        Self::begin(Store::open(path, passphrase)?, clock, fonts)
    }

    fn begin(store: Store, clock: Clock, fonts: &Path) -> Result<Self, Fault> {
        let mut archive = Archive::default();
        let mut unreadable = None;
        let head = store.replay(|entry| {
            if unreadable.is_none() {
                unreadable = archive.fold(entry).err();
            }
        })?;
        match unreadable {
            Some(fault) => Err(fault),
            None => Ok(Self {
                store,
                archive,
                head,
                clock,
                press: Press::new(fonts.to_owned()),
                watch: Watch::default(),
                sample: false,
            }),
        }
    }

    /// Marks the store as the sample that can be thrown away.
    #[must_use]
    pub(crate) fn marked_sample(mut self) -> Self {
        self.sample = true;
        self
    }

    /// Long work is watched by this from now on.
    pub fn set_watch(&mut self, watch: Watch) {
        self.watch = watch;
    }

    pub(crate) fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// Does or answers one line.
    pub fn call(&mut self, line: Line) -> Answer {
        let done = match (line.act, line.ask) {
            (Some(command), None) => self.act(command, line.expects, line.settles).map(Answer::Accepted),
            (None, Some(query)) => self.ask(query).map(Answer::Answer).map_err(Stop::Fault),
            _ => Err(Stop::Fault(Fault::malformed("a line has either \"do\" or \"ask\""))),
        };
        match done {
            Ok(answer) => answer,
            Err(Stop::Refused(refusal)) => Answer::Refused(*refusal),
            Err(Stop::Stale) => Answer::Stale { head: self.disk() },
            Err(Stop::Fault(mut fault)) => {
                fault.safe.get_or_insert_with(|| self.disk());
                Answer::Fault(fault)
            }
        }
    }

    fn act(&mut self, command: Command, expects: Option<EntryNo>, settles: Option<String>) -> Result<Receipt, Stop> {
        if expects.is_some_and(|expected| expected.0 != self.head.no.0) {
            return Err(Stop::Stale);
        }
        let at = self.now();
        match command {
            Command::Committee(command) => {
                let events = self.archive.committee.decide(&command, at)?;
                let bodies = bodies(archive::COMMITTEE_BODY, &events)?;
                self.record(archive::COMMITTEE, bodies, at, None, settles)
            }
            Command::Call(asked) => {
                let called = meeting::call(&self.archive.committee, &self.archive.others(None), &asked)?;
                let id = self.archive.next_meeting();
                let bodies = bodies(archive::MEETING_BODY, &[meeting::Event::MeetingCalled { call: called }])?;
                self.record(&archive::stream_of(id), bodies, at, Some(id), settles)
            }
            Command::Meeting { id, act } => {
                let meeting = self.meeting(id)?;
                let mut events = meeting::decide(meeting, &act, at)?;
                if let MeetingCommand::AmendCall { call } = &act {
                    let others = self.archive.others(Some(id));
                    let call = meeting::amend(meeting, &self.archive.committee, &others, call)?;
                    events.push(meeting::Event::CallAmended { call });
                }
                let bodies = bodies(archive::MEETING_BODY, &events)?;
                self.record(&archive::stream_of(id), bodies, at, Some(id), settles)
            }
            Command::KeepDraft { key, text } => {
                self.store.put_draft(&key, &text, &at.to_string())?;
                Ok(self.receipt(Vec::new(), None))
            }
            Command::DropDraft { key } => {
                self.store.drop_draft(&key)?;
                Ok(self.receipt(Vec::new(), None))
            }
            Command::MakePapers { meeting, papers, exports, to, anew, new_book } => {
                let wish = Wish { papers, exports, to, anew, new_book };
                self.make_papers(meeting, &wish, at)
            }
            Command::BackUp { path } => {
                self.store.backup_to(Path::new(&path))?;
                let bytes = fs::read(&path).map_err(|error| Fault::io(&error))?;
                let file = SavedFile { path, digest: digest(&bytes), pages: None, number: None };
                Ok(Receipt { files: vec![file], ..self.receipt(Vec::new(), None) })
            }
        }
    }

    /// One transaction: the entries are appended and the settled draft goes, or nothing happens. Only then does the state in
    /// memory follow.
    pub(crate) fn record(
        &mut self,
        stream: &str,
        bodies: Vec<NewEntry>,
        at: Moment,
        meeting: Option<MeetingId>,
        settles: Option<String>,
    ) -> Result<Receipt, Stop> {
        let settles: Vec<&str> = settles.iter().map(String::as_str).collect();
        let entries = self.store.append(&self.head, &at.to_string(), stream, bodies, &settles)?;
        for entry in &entries {
            self.archive.fold(entry)?;
            self.head = entry.head();
        }
        self.clock.tick();
        Ok(self.receipt(entries.iter().map(|entry| EntryNo(entry.no.0)).collect(), meeting))
    }

    pub(crate) fn receipt(&self, entries: Vec<EntryNo>, meeting: Option<MeetingId>) -> Receipt {
        Receipt { entries, meeting, head: self.disk(), files: Vec::new() }
    }

    /// Never before the last entry, so that a clock set back cannot turn the record round.
    fn now(&self) -> Moment {
        let now = self.clock.now();
        self.archive.last_at.map_or(now, |last| last.max(now))
    }

    fn disk(&self) -> DiskView {
        disk_view(&self.head, self.archive.last_at)
    }

    fn meeting(&self, id: MeetingId) -> Result<&Meeting, Stop> {
        let missing = || RuleId::Hy16.refuse_meeting(id).into();
        self.archive.meetings.get(&id).ok_or_else(missing)
    }

    pub(crate) fn known(&self, id: MeetingId) -> Result<&Meeting, Fault> {
        self.archive.meetings.get(&id).ok_or_else(|| Fault::not_found(&format!("meeting {id}")))
    }

    fn ask(&mut self, query: Query) -> Result<Reply, Fault> {
        Ok(match query {
            Query::Home {} => Reply::Home(self.home()),
            Query::Committee {} => Reply::Committee(CommitteeView {
                committee: self.archive.committee.clone(),
                terms: self.terms(),
                disk: self.disk(),
            }),
            Query::Rules {} => Reply::Rules(meeting::rules::views(&self.archive.committee.articles)),
            Query::Meeting { id } => Reply::Meeting(Box::new(OpenMeetingView {
                id,
                meeting: self.known(id)?.view(),
                places: self.archive.committee.places.clone(),
                disk: self.disk(),
                now: self.now(),
                phrases: self.archive.committee.phrases.clone(),
            })),
            Query::Record { id } => Reply::Record(self.entries(id)?),
            Query::Drafts {} => Reply::Drafts(self.drafts()?),
            Query::Papers { meeting } => Reply::Papers(self.papers(meeting)?),
            Query::Paper { meeting, paper } => Reply::Paper(self.paper(meeting, &paper)?),
            Query::PaperPage { meeting, paper, page } => Reply::PaperPage(self.page(meeting, &paper, page)?),
            Query::OrderNames { names, by } => Reply::OrderNames(meeting::order_of_names(&names, by)),
            Query::Undrawable { text } => {
                let missing = papers::undrawable(&text, self.fonts()?);
                Reply::Undrawable(missing.into_iter().map(String::from).collect())
            }
            Query::Search { text, filters, offset, limit } => {
                Reply::Search(self.archive.search(&text, &filters, offset, limit)?)
            }
            Query::Table { source, encoding, sheet, used } => {
                Reply::Table(table::read(&source, encoding, sheet.as_deref(), used)?)
            }
            Query::RosterImport(wish) => {
                Reply::RosterImport(import::roster(&self.archive.committee, &wish, self.now()))
            }
            Query::NomineeImport { table } => Reply::NomineeImport(import::nominees(&table)),
            Query::ObserverImport { table } => Reply::ObserverImport(import::observers(&table)),
            Query::Projection {} => Reply::Projection(ProjectionView {
                committee: self.archive.committee.name.clone(),
                meeting: self.projected(),
            }),
            Query::Verify { fingerprint } => Reply::Verify(self.verify(fingerprint.as_deref())?),
        })
    }

    fn home(&self) -> HomeView {
        let now = self.now();
        let meetings: Vec<MeetingSummary> =
            self.archive.meetings.iter().rev().map(|(id, meeting)| summary(*id, meeting)).collect();
        let in_phase = |phase| meetings.iter().find(|meeting| meeting.phase == phase).map(|meeting| meeting.id);
        let year = u16::try_from(chrono::Datelike::year(&now.0)).unwrap_or_default();
        let of_year = self.archive.meetings.values().map(|meeting| meeting.call.number).filter(|it| it.year == year);
        let last = of_year.map(|number| number.ordinal).max().unwrap_or(0);
        HomeView {
            committee: self.archive.committee.clone(),
            current: in_phase(meeting::PhaseName::Sitting).or_else(|| in_phase(meeting::PhaseName::Adjourned)),
            meetings,
            next_number: MeetingNumber { year, ordinal: last.saturating_add(1) },
            now,
            disk: self.disk(),
            sample: self.sample,
        }
    }

    /// The present term, then those of earlier meetings.
    fn terms(&self) -> Vec<TermView> {
        let now = TermView { term: self.archive.committee.term.clone(), meetings: Vec::new() };
        self.archive.meetings.iter().rev().fold(vec![now], |mut terms, (id, meeting)| {
            let held = summary(*id, meeting);
            match terms.iter_mut().find(|term| term.term == meeting.call.term) {
                Some(term) => term.meetings.push(held),
                None => terms.push(TermView { term: meeting.call.term.clone(), meetings: vec![held] }),
            }
            terms
        })
    }

    /// The newest meeting that is sitting, else the newest that was adjourned today.
    fn projected(&self) -> Option<Projection> {
        let today = self.now().date();
        let mut meetings = self.archive.meetings.values().rev();
        let sits = |meeting: &&Meeting| matches!(meeting.phase, Phase::Sitting { .. }) && !meeting.is_back_filled();
        let is_over = |meeting: &&Meeting| match meeting.phase {
            Phase::Adjourned { adjourned, .. } => adjourned.at.date() == today,
            _ => false,
        };
        meetings.clone().find(sits).or_else(|| meetings.find(is_over))?.projection()
    }

    pub(crate) fn entries(&mut self, id: MeetingId) -> Result<Vec<EntryView>, Fault> {
        let numbers = self.known(id)?.entries.clone();
        numbers
            .into_iter()
            .map(|no| {
                let entry = self.entry(no)?;
                let meeting::Recorded { entry: no, at, event } = archive::recorded(&entry)?;
                Ok(EntryView { entry: no, at, event, fingerprint: Fingerprint::of(&entry.hash).short() })
            })
            .collect()
    }

    pub(crate) fn entry(&mut self, no: EntryNo) -> Result<Entry, Fault> {
        let found = self.store.entry(ledger::EntryNo(no.0))?;
        found.ok_or_else(|| Fault::not_found(&format!("entry {no}")))
    }

    fn drafts(&mut self) -> Result<Vec<DraftView>, Fault> {
        let drafts = self.store.drafts()?;
        drafts
            .into_iter()
            .map(|draft| {
                let saved_at = chrono::DateTime::parse_from_rfc3339(&draft.saved_at).map_err(|error| Fault {
                    code: FaultCode::Damaged,
                    detail: error.to_string(),
                    safe: None,
                    paper: None,
                })?;
                Ok(DraftView { key: draft.key, text: draft.body, saved_at: Moment(saved_at) })
            })
            .collect()
    }

    fn verify(&mut self, fingerprint: Option<&str>) -> Result<VerifyView, Fault> {
        let head = self.store.verify()?;
        let disk = disk_view(&head, self.archive.last_at);
        let Some(typed) = fingerprint else { return Ok(VerifyView { disk, found: None, near: None }) };
        let read = typed.parse::<Fingerprint>();
        let numbers = read.as_ref().map_or_else(|_| Ok(Vec::new()), |fingerprint| self.store.find(fingerprint))?;
        let found = numbers.into_iter().map(|no| self.found(EntryNo(no.0))).collect::<Result<Vec<_>, _>>()?;
        let near = if found.is_empty() { self.nearly(typed)? } else { None };
        match read {
            Err(fault) if near.is_none() => Err(Fault::malformed(&fault.to_string())),
            _ => Ok(VerifyView { disk, found: Some(found), near }),
        }
    }

    fn found(&mut self, no: EntryNo) -> Result<FoundEntry, Fault> {
        let entry = self.entry(no)?;
        let of = |(_, meeting): &(&MeetingId, &Meeting)| meeting.entries.contains(&no);
        let meeting = self.archive.meetings.iter().find(of).map(|(id, meeting)| (*id, meeting.call.number));
        let papers = meeting.map_or(&[] as &[_], |(id, _)| self.archive.register.of(id)).iter();
        let papers = papers.filter(|paper| paper.made.upto == no).map(|paper| paper.made.number).collect();
        let (meeting, number) = meeting.unzip();
        Ok(FoundEntry { entry: no, at: archive::moment(&entry)?, meeting, number, papers })
    }

    /// The entry whose fingerprint is unlike in one or two of its eight groups: a mistake of the hand or the eye. Two
    /// records by chance alike in the other six do not exist.
    fn nearly(&self, typed: &str) -> Result<Option<NearMiss>, Fault> {
        const MOST: usize = 2;
        let mut near: Option<NearMiss> = None;
        self.store.replay(|entry| {
            let groups = Fingerprint::groups_unlike(typed, &entry.hash);
            if groups.len() <= near.as_ref().map_or(MOST, |near| near.groups.len() - 1) {
                near = Some(NearMiss { entry: EntryNo(entry.no.0), groups });
            }
        })?;
        Ok(near)
    }
}

pub(crate) fn bodies<E: Serialize>(kind: &str, events: &[E]) -> Result<Vec<NewEntry>, Fault> {
    let body = |event: &E| {
        let body = serde_json::to_vec(event).map_err(|error| Fault::internal(&error.to_string()))?;
        Ok(NewEntry { kind: kind.to_owned(), body })
    };
    events.iter().map(body).collect()
}

pub(crate) fn disk_view(head: &Head, at: Option<Moment>) -> DiskView {
    DiskView { entry: EntryNo(head.no.0), at, fingerprint: Fingerprint::of(&head.hash).to_string() }
}

fn summary(id: MeetingId, meeting: &Meeting) -> MeetingSummary {
    let nominees: Vec<NomineeId> = meeting
        .call
        .agenda
        .iter()
        .flat_map(|item| match &item.matter {
            Matter::Ordinary {} => &[],
            Matter::Appointment { nominees } => nominees.as_slice(),
        })
        .map(|nominee| nominee.id)
        .collect();
    let matters = meeting.items.iter().filter(|record| record.is_appointment()).flat_map(|record| &record.matters);
    let carried: Vec<_> = matters
        .filter(|matter| matter.stage.verdict().is_some_and(|verdict| verdict.outcome() == Outcome::Carried))
        .collect();
    MeetingSummary {
        id,
        number: meeting.call.number,
        scheduled: meeting.call.scheduled,
        place: meeting.call.place.clone(),
        phase: meeting.view().phase,
        back_filled: meeting.is_back_filled(),
        items: meeting.call.agenda.iter().map(|item| item.title.clone()).collect(),
        nominees: Count::of(&nominees),
        carried: Count::of(&carried),
        entitled: meeting.entitled(),
        present: meeting.present(),
    }
}

pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a String cannot fail.
        write!(hex, "{byte:02x}").ok();
        hex
    })
}
