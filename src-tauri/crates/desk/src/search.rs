//! Finding in the record: every text of it with its place, folded from the same entries as all else.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use meeting::{
    AgendaItem, Attendance, Attendant, Called, CommitteeEvent, EntryNo, Event, ItemDraft, ItemId, MatterDraft, Meeting,
    MeetingId, Member, MemberId, Moment, Nominee, NomineeDraft, NomineeId, NomineeProfile, Outcome, Person, Recorded,
    RuleId, Verdict,
};
use store::{SearchIndex, occurrences};

use crate::archive::Archive;
use crate::{Fault, FoundKind, FoundText, Piece, SearchFilters, SearchView, Standing};

/// Every text of the record. Papers are about the record and no part of it.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    index: SearchIndex,
    /// What each text of the index is; in the order of entries.
    documents: Vec<Document>,
    of_meeting: BTreeMap<MeetingId, Vec<u32>>,
    /// Which text stands where a later one takes its place.
    standing: BTreeMap<Slot, u32>,
    people: BTreeSet<String>,
}

/// What one text is.
#[derive(Clone, Debug)]
struct Document {
    entry: EntryNo,
    at: Moment,
    kind: FoundKind,
    meeting: Option<MeetingId>,
    item: Option<ItemId>,
    nominee: Option<NomineeId>,
    /// Who said it, or answers for it.
    by: Option<String>,
    /// Whom it is about.
    about: Vec<String>,
    rule: Option<RuleId>,
    standing: Standing,
}

/// A place in which one text takes the place of the one before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Slot {
    Committee,
    Phrases,
    Template(String),
    Member(MemberId),
    Attendance(MeetingId, MemberId),
}

impl Document {
    fn new(entry: EntryNo, at: Moment, meeting: Option<MeetingId>, kind: FoundKind) -> Self {
        Self {
            entry,
            at,
            kind,
            meeting,
            item: None,
            nominee: None,
            by: None,
            about: Vec::new(),
            rule: None,
            standing: Standing::Stands {},
        }
    }

    fn by(self, name: Option<&str>) -> Self {
        Self { by: name.map(str::to_owned), ..self }
    }

    fn about(mut self, name: Option<&str>) -> Self {
        self.about.extend(name.filter(|name| !name.is_empty()).map(str::to_owned));
        self
    }

    fn on(self, item: Option<ItemId>, nominee: Option<NomineeId>) -> Self {
        Self { item, nominee, ..self }
    }

    fn is_of_call(&self) -> bool {
        matches!(self.kind, FoundKind::Meeting | FoundKind::Item | FoundKind::Nominee | FoundKind::Observer)
    }

    fn concerns(&self, person: &str) -> bool {
        self.by.as_deref() == Some(person) || self.about.iter().any(|name| name == person)
    }
}

impl Finder {
    /// Takes in what happened to the committee.
    pub(crate) fn committee(&mut self, entry: EntryNo, at: Moment, event: &CommitteeEvent) {
        let document = |kind| Document::new(entry, at, None, kind);
        match event {
            CommitteeEvent::Established { name, term } => {
                self.put(Slot::Committee, document(FoundKind::Committee), &[name, term]);
            }
            CommitteeEvent::MemberSeated { member } | CommitteeEvent::MemberRevised { member } => {
                let Member { id, name, posts, .. } = member;
                self.put(Slot::Member(*id), document(FoundKind::Member).about(Some(name)), &[name, posts]);
            }
            CommitteeEvent::PhrasesKept { phrases } => {
                let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
                self.put(Slot::Phrases, document(FoundKind::Committee), &phrases);
            }
            CommitteeEvent::RuleCorrected { correction } => {
                let document = Document { rule: Some(correction.rule), ..document(FoundKind::Rule) };
                let told =
                    [&correction.source, &correction.clause, &correction.quote, &correction.reason, &correction.by];
                self.add(document.by(Some(&correction.by)), &told.map(String::as_str));
            }
            CommitteeEvent::TemplateKept { template } => {
                let told = [template.name.clone()].into_iter().chain(template.items.iter().map(of_draft));
                let told: Vec<String> = told.collect();
                let told: Vec<&str> = told.iter().map(String::as_str).collect();
                self.put(Slot::Template(template.name.clone()), document(FoundKind::Committee), &told);
            }
            CommitteeEvent::TemplateDropped { name } => {
                self.put(Slot::Template(name.clone()), document(FoundKind::Committee), &[]);
            }
            CommitteeEvent::MemberUnseated { .. }
            | CommitteeEvent::MembersRanked { .. }
            | CommitteeEvent::SeatsArranged { .. } => {}
        }
    }

    /// Takes in what happened in a meeting that stood as `before`.
    pub(crate) fn meeting(&mut self, id: MeetingId, recorded: &Recorded, before: Option<&Meeting>) {
        let Recorded { entry, at, event } = recorded;
        let of = |kind| Document::new(*entry, *at, Some(id), kind);
        let floor = |kind| {
            let item = before.and_then(Meeting::open_item).map(|record| record.item.id);
            let nominee = before.and_then(Meeting::open_matter).and_then(|matter| matter.nominee.as_ref());
            of(kind).on(item, nominee.map(|nominee| nominee.id)).about(nominee.map(|nominee| nominee.name.as_str()))
        };
        let on = |kind, nominee: NomineeId| {
            let found = before.and_then(|meeting| nominee_of(meeting, nominee));
            of(kind).on(found.map(|(item, _)| item), Some(nominee)).about(found.map(|(_, it)| it.name.as_str()))
        };
        let member = |id: &MemberId| before.and_then(|meeting| meeting.seat(*id)).map(|seat| seat.member.name.as_str());
        let person = |attendant: Attendant| match attendant {
            Attendant::Member(id) => member(&id),
            Attendant::Observer(id) => before.and_then(|it| it.observer(id)).map(|observer| observer.name.as_str()),
            Attendant::Recorder => before.map(|meeting| meeting.call.recorder.name.as_str()),
        };
        let speaker = |speaker: Person| match speaker {
            Person::Member(id) => person(Attendant::Member(id)),
            Person::Observer(id) => person(Attendant::Observer(id)),
        };
        match event {
            Event::MeetingCalled { call } => {
                for (document, text) in of_call(call, &of(FoundKind::Meeting)) {
                    self.add(document, &[&text]);
                }
            }
            Event::CallAmended { call } => self.amend(of_call(call, &of(FoundKind::Meeting)), *entry, id),
            Event::ItemAdded { item } => {
                for (document, text) in of_item(item, &of(FoundKind::Item)) {
                    self.add(document, &[&text]);
                }
            }
            Event::PreparationMarked { nominee, marks } => {
                let told: Vec<&str> =
                    marks.iter().flat_map(|mark| [mark.responsible.as_str(), &mark.reference]).collect();
                self.add(on(FoundKind::Preparation, *nominee), &told);
            }
            Event::MeetingCalledOff { reason } => self.add(of(FoundKind::Reason), &[reason]),
            Event::AttendanceMarked { member: id_of, attendance } => {
                let reason = match attendance {
                    Attendance::Present {} => "",
                    Attendance::OnLeave { reason } | Attendance::Absent { reason } => reason,
                };
                let document = of(FoundKind::Reason).about(member(id_of));
                self.put(Slot::Attendance(id, *id_of), document, &[reason]);
            }
            Event::MemberDeparted { member: id, reason, .. } => {
                self.add(of(FoundKind::Reason).about(member(id)), &[reason]);
            }
            Event::MatterIntroduced { by, words, .. } => {
                self.add(floor(FoundKind::Introduction).by(speaker(*by)), &[words]);
            }
            Event::StatementRecorded { member: id, words, .. } => {
                self.add(floor(FoundKind::Statement).by(member(id)), &[words]);
            }
            Event::RemarkRecorded { speaker: id, words, .. } => {
                self.add(floor(FoundKind::Remark).by(speaker(*id)), &[words]);
            }
            Event::WrittenOpinionRead { member: id, words } => {
                self.add(floor(FoundKind::Opinion).by(member(id)), &[words]);
            }
            Event::RecusalRecorded { nominee, person: id, detail, substitute, .. } => {
                let document = on(FoundKind::Recusal, *nominee).about(person(*id)).about(Some(substitute));
                self.add(document, &[detail, substitute]);
            }
            Event::WarningAcknowledged { by, reason, .. } => {
                self.add(floor(FoundKind::Reason).by(member(by)), &[reason]);
            }
            Event::MatterSetAside { reason, .. } | Event::ItemLeft { reason } => {
                self.add(floor(FoundKind::Reason), &[reason]);
            }
            Event::VoteOpened { scrutineer, teller, .. } => {
                let document = floor(FoundKind::Tellers).about(Some(scrutineer)).about(Some(teller));
                self.add(document, &[scrutineer, teller]);
            }
            Event::ReconsiderationOpened { nominee, reason, .. } => {
                self.add(on(FoundKind::Reason, *nominee), &[reason]);
            }
            Event::ItemClosed { decision } => self.add(floor(FoundKind::Decision), &[decision]),
            Event::EntryCorrected { entry: wrong, words, reason, by } => {
                let document = self.correct(*wrong, of(FoundKind::Correction));
                self.add(document.by(Some(by)), &[words, reason, by]);
            }
            // No words of anybody. A secret ballot has no names that could be found.
            Event::NoticeSent {}
            | Event::TimeNoted { .. }
            | Event::ViolationFound { .. }
            | Event::ChairDesignated { .. }
            | Event::MeetingOpened { .. }
            | Event::MemberArrived { .. }
            | Event::ItemTakenUp { .. }
            | Event::NomineeTakenUp { .. }
            | Event::RecusedReturned { .. }
            | Event::VoteCast { .. }
            | Event::VoteRevised { .. }
            | Event::VoteClosed { .. }
            | Event::BallotsCounted { .. }
            | Event::BallotVoided { .. }
            | Event::ReconsiderationClosed { .. }
            | Event::ResultAnnounced { .. }
            | Event::MeetingAdjourned {}
            | Event::MeetingSealed {} => {}
        }
    }

    /// One text of several parts, each on a line of its own, so that nothing is found across two of them.
    fn add(&mut self, document: Document, parts: &[&str]) {
        let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() {
            return;
        }
        let next = self.next();
        if let Some(meeting) = document.meeting {
            self.of_meeting.entry(meeting).or_default().push(next);
        }
        self.people.extend(document.by.iter().chain(&document.about).cloned());
        self.documents.push(document);
        self.index.add(parts.join("\n"));
    }

    /// The same, in the place of what stood there.
    fn put(&mut self, slot: Slot, document: Document, parts: &[&str]) {
        let next = self.next();
        if let Some(before) = self.standing.insert(slot.clone(), next).and_then(|before| self.document_mut(before)) {
            before.standing = Standing::Replaced { by: document.entry };
        }
        self.add(document, parts);
        if self.next() == next {
            self.standing.remove(&slot);
        }
    }

    /// A call in the place of the one before: what both say stands where it was said first.
    fn amend(&mut self, mut told: Vec<(Document, String)>, entry: EntryNo, id: MeetingId) {
        for number in self.of_meeting.get(&id).cloned().unwrap_or_default() {
            let text = self.index.text(number).to_owned();
            let Some(document) = self.document_mut(number) else { continue };
            if !document.is_of_call() {
                // What was prepared for a nominee stays with the name.
                let same = told.iter().find(|(it, _)| it.kind == FoundKind::Nominee && it.about == document.about);
                let (item, nominee) = same.map_or((None, None), |(it, _)| (it.item, it.nominee));
                (document.item, document.nominee) = (item, nominee);
            } else if !matches!(document.standing, Standing::Replaced { .. }) {
                let same = told.iter().position(|(it, words)| it.kind == document.kind && *words == text);
                match same.map(|at| told.remove(at)) {
                    Some((it, _)) => (document.item, document.nominee) = (it.item, it.nominee),
                    None => {
                        // The numbers of items and nominees are those of the new call now.
                        (document.item, document.nominee) = (None, None);
                        document.standing = Standing::Replaced { by: entry };
                    }
                }
            }
        }
        for (document, text) in told {
            self.add(document, &[&text]);
        }
    }

    /// What an entry said is corrected: the correction is about the same, of one item or nominee only where all that the entry
    /// says is of that one, and an earlier correction of it gives way.
    fn correct(&mut self, wrong: EntryNo, correction: Document) -> Document {
        let by = correction.entry;
        let mut about = Document { standing: Standing::Corrects { entry: wrong }, ..correction };
        let (mut items, mut nominees) = (Vec::new(), Vec::new());
        let of_meeting = about.meeting.and_then(|meeting| self.of_meeting.get(&meeting)).cloned();
        for number in of_meeting.unwrap_or_default() {
            let Some(document) = self.document_mut(number) else { continue };
            if document.entry == wrong {
                items.push(document.item);
                nominees.push(document.nominee);
                about.about.extend(document.by.iter().chain(&document.about).cloned());
                document.standing = Standing::Corrected { by };
            } else if document.standing == (Standing::Corrects { entry: wrong }) {
                document.standing = Standing::Replaced { by };
            }
        }
        about.on(agreed(&items), agreed(&nominees))
    }

    fn next(&self) -> u32 {
        u32::try_from(self.documents.len()).unwrap_or(u32::MAX)
    }

    fn document(&self, number: u32) -> Option<&Document> {
        self.documents.get(usize::try_from(number).ok()?)
    }

    fn document_mut(&mut self, number: u32) -> Option<&mut Document> {
        self.documents.get_mut(usize::try_from(number).ok()?)
    }
}

fn nominee_of(meeting: &Meeting, id: NomineeId) -> Option<(ItemId, &Nominee)> {
    let of = |item: &AgendaItem| item.id;
    let mut items = meeting.items.iter().map(|record| &record.item);
    items.find_map(|item| Some((of(item), item.nominees().iter().find(|nominee| nominee.id == id)?)))
}

/// What all of them are, where they are all the same.
fn agreed<T: Copy + PartialEq>(all: &[Option<T>]) -> Option<T> {
    let (first, others) = all.split_first()?;
    if others.iter().all(|other| other == first) { *first } else { None }
}

/// What a call says. Its committee, roster and articles are those of the committee, and are found there.
fn of_call(call: &Called, like: &Document) -> Vec<(Document, String)> {
    let Called { place, recorder, back_filled, agenda, .. } = call;
    let mut told = vec![place.as_str(), &recorder.name, &recorder.post];
    told.extend(back_filled.iter().flat_map(|filled| [filled.reason.as_str(), &filled.by]));
    let head = Document { kind: FoundKind::Meeting, ..like.clone() }.about(Some(&recorder.name));
    let mut texts = vec![(head, lines(&told))];
    texts.extend(agenda.iter().flat_map(|item| of_item(item, like)));
    texts
}

fn of_item(item: &AgendaItem, like: &Document) -> Vec<(Document, String)> {
    let of = |kind, nominee| Document { kind, ..like.clone() }.on(Some(item.id), nominee);
    let mut texts = vec![(of(FoundKind::Item, None), item.title.clone())];
    texts.extend(item.observers.iter().map(|observer| {
        let told = lines(&[&observer.name, &observer.post]);
        (of(FoundKind::Observer, None).about(Some(&observer.name)), told)
    }));
    texts.extend(item.nominees().iter().map(|nominee| {
        let Nominee { id, name, current_post, proposed_post, post_to_leave, profile, .. } = nominee;
        let told: Vec<&str> = in_nominee([name, current_post, proposed_post, post_to_leave], profile).collect();
        (of(FoundKind::Nominee, Some(*id)).about(Some(name)), lines(&told))
    }));
    texts
}

/// What an item of an agenda template says.
fn of_draft(item: &ItemDraft) -> String {
    let observers = item.observers.iter().flat_map(|observer| [observer.name.as_str(), &observer.post]);
    let nominees: &[NomineeDraft] = match &item.matter {
        MatterDraft::Ordinary {} => &[],
        MatterDraft::Appointment { nominees } => nominees,
    };
    let nominees = nominees.iter().flat_map(|nominee| {
        let NomineeDraft { name, current_post, proposed_post, post_to_leave, profile, .. } = nominee;
        in_nominee([name, current_post, proposed_post, post_to_leave], profile)
    });
    lines(&[item.title.as_str()].into_iter().chain(observers).chain(nominees).collect::<Vec<_>>())
}

fn in_nominee<'a>(posts: [&'a String; 4], profile: &'a NomineeProfile) -> impl Iterator<Item = &'a str> {
    let person = [&profile.sex, &profile.born, &profile.education, &profile.politics, &profile.since];
    let judged = [&profile.recommendation, &profile.appraisal, &profile.inspection, &profile.remark];
    posts.into_iter().chain(person).chain(judged).map(String::as_str)
}

fn lines(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

impl Archive {
    /// Where `text` stands in the record, the newest first. Without a text everything that the filters leave; without
    /// either nothing.
    pub(crate) fn search(
        &mut self,
        text: &str,
        filters: &SearchFilters,
        offset: u32,
        limit: u32,
    ) -> Result<SearchView, Fault> {
        // Asked for nothing, the index is built all the same: what is typed next is found at once.
        let mut numbers = self.finder.index.find(text)?;
        if text.is_empty() && *filters == SearchFilters::default() {
            numbers.clear();
        }
        let of = |number: &u32| self.finder.document(*number).map(|document| (*number, document));
        let mut found: Vec<(u32, &Document)> =
            numbers.iter().filter_map(of).filter(|(_, document)| self.passes(document, filters)).collect();
        found.sort_by_key(|(number, document)| (Reverse(document.entry), *number));
        let (from, most) =
            (usize::try_from(offset).unwrap_or(usize::MAX), usize::try_from(limit).unwrap_or(usize::MAX));
        let hits = found.iter().skip(from).take(most).map(|(number, document)| self.hit(*number, document, text));
        let own = self.finder.documents.iter().filter(|document| document.meeting.is_none());
        let years = self.meetings.values().map(|meeting| meeting.call.number.year);
        let years = years.chain(own.map(|document| self.year(document)));
        Ok(SearchView {
            total: u32::try_from(found.len()).unwrap_or(u32::MAX),
            hits: hits.collect(),
            people: self.finder.people.iter().cloned().collect(),
            years: years.collect::<BTreeSet<u16>>().into_iter().rev().collect(),
        })
    }

    fn passes(&self, document: &Document, filters: &SearchFilters) -> bool {
        let SearchFilters { person, year, kind, outcome } = filters;
        person.as_ref().is_none_or(|person| document.concerns(person))
            && kind.is_none_or(|kind| document.kind == kind)
            && year.is_none_or(|year| self.year(document) == year)
            && outcome.is_none_or(|outcome| self.outcome(document) == Some(outcome))
    }

    fn of(&self, document: &Document) -> Option<&Meeting> {
        self.meetings.get(&document.meeting?)
    }

    /// The year that a meeting counts in, or in which the committee's entry was recorded.
    fn year(&self, document: &Document) -> u16 {
        let recorded = || u16::try_from(document.at.0.year()).unwrap_or_default();
        self.of(document).map_or_else(recorded, |meeting| meeting.call.number.year)
    }

    /// What became of the matter that it is about in the end, also where it was said before a 复议.
    fn outcome(&self, document: &Document) -> Option<Outcome> {
        let record = self.of(document)?.item(document.item?)?;
        let matter = record.matters.iter().find(|matter| matter.nominee_id() == document.nominee)?;
        matter.stage.verdict().map(Verdict::outcome)
    }

    fn hit(&self, number: u32, document: &Document, sought: &str) -> FoundText {
        let meeting = self.of(document);
        let item = meeting.and_then(|meeting| meeting.item(document.item?));
        let nominee = document.nominee.and_then(|id| nominee_of(meeting?, id));
        FoundText {
            entry: document.entry,
            day: meeting.map_or(document.at, |meeting| meeting.call.scheduled).date(),
            meeting: document.meeting,
            number: meeting.map(|meeting| meeting.call.number),
            kind: document.kind,
            person: document.by.clone().or_else(|| document.about.last().cloned()),
            item: item.map(|record| record.item.title.clone()),
            nominee: nominee.map(|(_, nominee)| nominee.name.clone()),
            outcome: self.outcome(document),
            rule: document.rule,
            standing: document.standing,
            snippet: snippet(self.finder.index.text(number), sought),
        }
    }
}

/// What stands around the first place at which `sought` occurs, with every such place that is shown.
fn snippet(text: &str, sought: &str) -> Vec<Piece> {
    const BEFORE: usize = 24;
    const MOST: usize = 160;
    let places = occurrences(text, sought);
    let first = places.first().map_or(0, |place| place.start);
    let lead = text[..first].char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    let shown = places.first().map_or(0, |place| text[place.clone()].chars().count()).max(MOST);
    let end = text[lead..].char_indices().nth(shown + BEFORE).map_or(text.len(), |(at, _)| lead + at);
    let mut pieces = Vec::new();
    let mut put = |text: &str, hit| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), hit });
        }
    };
    put(if lead > 0 { "…" } else { "" }, false);
    let mut at = lead;
    for place in places.into_iter().take_while(|place| place.end <= end) {
        put(&text[at..place.start], false);
        put(&text[place.clone()], true);
        at = place.end;
    }
    put(&text[at..end], false);
    put(if end < text.len() { "…" } else { "" }, false);
    pieces
}
