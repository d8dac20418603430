//! What the room sees, through whole random meetings: every meeting is folded twice, once as it was and once with everything
//! altered that the room must not know. Both project alike, so nothing of it can be read off the screen.

#[path = "model/naive.rs"]
mod naive;
#[path = "model/random.rs"]
mod random;

use std::collections::{BTreeMap, BTreeSet};

use meeting::{
    AgendaItem, Attendance, BackFilling, Because, Called, Choice, Count, EntryNo, Event, Matter, Meeting, Member,
    MemberId, Moment, Nominee, NomineeProfile, Observer, ObserverId, Outcome, Person, PreparationMark, ProjectedStep,
    Projection, Recorded, Recorder, Refusal, Relation, RuleId, SecretCount, Stance, Tally,
};
use serde_json::Value;

use naive::Naive;
use random::{Beginning, Dice};

const MEETINGS: u64 = 400;
const STEPS: u32 = 160;

/// Stands in every text that must stay hidden.
const SECRET: &str = "不可示人";

/// Every name that may stand in what is projected. Whoever adds one says here that the room may see it.
const SHOWN: [&str; 23] = [
    "abstain",
    "against",
    "agree",
    "currentPost",
    "defer",
    "entitled",
    "method",
    "name",
    "next",
    "nominee",
    "number",
    "of",
    "outcome",
    "postToLeave",
    "present",
    "proposedPost",
    "speaker",
    "spoilt",
    "state",
    "step",
    "tally",
    "title",
    "type",
];

fn secret() -> String {
    SECRET.to_owned()
}

fn other(count: Count) -> Count {
    Count(count.0 + 31)
}

fn later(moment: Moment) -> Moment {
    random::later(moment, 86_399)
}

fn other_person(person: Person) -> Person {
    match person {
        Person::Member(id) => Person::Observer(ObserverId(id.0 + 7)),
        Person::Observer(id) => Person::Member(MemberId(id.0 + 7)),
    }
}

fn other_stance(stance: Stance) -> Stance {
    match stance {
        Stance::Agree => Stance::Disagree,
        Stance::Disagree => Stance::Defer,
        Stance::Defer => Stance::Agree,
    }
}

fn other_choice(choice: Choice) -> Choice {
    match choice {
        Choice::Agree => Choice::Against,
        Choice::Against => Choice::Abstain,
        Choice::Abstain => Choice::Defer,
        Choice::Defer => Choice::Agree,
    }
}

fn other_outcome(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Carried => Outcome::NotCarried,
        Outcome::NotCarried | Outcome::Void => Outcome::Carried,
        Outcome::VotePostponed => Outcome::Deferred,
        Outcome::Deferred => Outcome::VotePostponed,
    }
}

fn other_tally(tally: Tally) -> Tally {
    let Tally { agree, against, abstain, defer, spoilt } = tally;
    Tally {
        agree: other(agree),
        against: other(against),
        abstain: other(abstain),
        defer: other(defer),
        spoilt: other(spoilt),
    }
}

fn other_count(count: SecretCount) -> SecretCount {
    let SecretCount { issued, returned, spoilt, agree, against, abstain, defer, spoilt_field } = count;
    SecretCount {
        issued: other(issued),
        returned: other(returned),
        spoilt: other(spoilt),
        agree: other(agree),
        against: other(against),
        abstain: other(abstain),
        defer: other(defer),
        spoilt_field: other(spoilt_field),
    }
}

fn other_item(item: &AgendaItem) -> AgendaItem {
    let AgendaItem { id, title, matter, observers, unscheduled } = item.clone();
    let observers = observers.into_iter().map(|Observer { id, .. }| Observer { id, name: secret(), post: secret() });
    let nominee = |nominee: Nominee| {
        let profile = NomineeProfile {
            sex: secret(),
            born: secret(),
            education: secret(),
            politics: secret(),
            since: secret(),
            recommendation: secret(),
            appraisal: secret(),
            inspection: secret(),
            remark: secret(),
        };
        Nominee { profile, unscheduled: !nominee.unscheduled, not_carried: Vec::new(), ..nominee }
    };
    let matter = match matter {
        Matter::Ordinary {} => Matter::Ordinary {},
        Matter::Appointment { nominees } => {
            Matter::Appointment { nominees: nominees.into_iter().map(nominee).collect() }
        }
    };
    AgendaItem { id, title, matter, observers: observers.collect(), unscheduled: !unscheduled }
}

fn other_call(call: &Called) -> Called {
    let Called {
        committee: _,
        term: _,
        number,
        scheduled,
        place: _,
        chair,
        recorder: _,
        roster,
        agenda,
        rulebook,
        back_filled,
        articles,
    } = call.clone();
    Called {
        committee: secret(),
        term: secret(),
        number,
        scheduled: later(scheduled),
        place: secret(),
        chair,
        recorder: Recorder { name: secret(), post: secret() },
        roster: roster.into_iter().map(|member| Member { posts: secret(), since: None, ..member }).collect(),
        agenda: agenda.iter().map(other_item).collect(),
        rulebook,
        back_filled,
        articles,
    }
}

/// The event with everything altered that the room must not know. Every field is named: a new one has to be judged here.
fn altered(event: &Event) -> Event {
    match event.clone() {
        Event::MeetingCalled { call } => Event::MeetingCalled { call: other_call(&call) },
        Event::CallAmended { call } => Event::CallAmended { call: other_call(&call) },
        Event::NoticeSent {} => Event::NoticeSent {},
        Event::ItemAdded { item } => Event::ItemAdded { item: other_item(&item) },
        Event::PreparationMarked { nominee, marks } => {
            let mark = |PreparationMark { step, state, responsible: _, on: _, reference: _ }| PreparationMark {
                step,
                state,
                responsible: secret(),
                on: None,
                reference: secret(),
            };
            Event::PreparationMarked { nominee, marks: marks.into_iter().map(mark).collect() }
        }
        Event::TimeNoted { time } => Event::TimeNoted { time: later(time) },
        Event::ViolationFound { refusal } => {
            Event::ViolationFound { refusal: Refusal { rule: RuleId::Hy07, facts: Because::NoCommittee {}, ..refusal } }
        }
        Event::MeetingCalledOff { reason: _ } => Event::MeetingCalledOff { reason: secret() },
        Event::AttendanceMarked { member, attendance } => {
            let attendance = match attendance {
                Attendance::Present {} => Attendance::Present {},
                Attendance::OnLeave { reason: _ } => Attendance::Absent { reason: secret() },
                Attendance::Absent { reason: _ } => Attendance::OnLeave { reason: secret() },
            };
            Event::AttendanceMarked { member, attendance }
        }
        Event::ChairDesignated { member } => Event::ChairDesignated { member },
        Event::MeetingOpened { quorum } => Event::MeetingOpened { quorum },
        Event::MemberArrived { member, time } => Event::MemberArrived { member, time: later(time) },
        Event::MemberDeparted { member, time, reason: _ } => {
            Event::MemberDeparted { member, time: later(time), reason: secret() }
        }
        Event::ItemTakenUp { item, quorum } => Event::ItemTakenUp { item, quorum },
        Event::NomineeTakenUp { nominee, quorum } => Event::NomineeTakenUp { nominee, quorum },
        Event::MatterIntroduced { by, words: _, covers: _ } => {
            Event::MatterIntroduced { by: other_person(by), words: secret(), covers: Vec::new() }
        }
        Event::StatementRecorded { member, stance, words: _ } => {
            Event::StatementRecorded { member, stance: other_stance(stance), words: secret() }
        }
        Event::RemarkRecorded { speaker, words: _, leans } => {
            Event::RemarkRecorded { speaker: other_person(speaker), words: secret(), leans: !leans }
        }
        Event::WrittenOpinionRead { member, words: _ } => {
            Event::WrittenOpinionRead { member: MemberId(member.0 + 7), words: secret() }
        }
        Event::RecusalRecorded { nominee, person, relation: _, detail: _, time, substitute: _ } => {
            let (relation, detail, substitute) = (Relation::Spouse, secret(), secret());
            Event::RecusalRecorded { nominee, person, relation, detail, time: later(time), substitute }
        }
        Event::RecusedReturned { person, time } => Event::RecusedReturned { person, time: later(time) },
        Event::WarningAcknowledged { warning, by, reason: _ } => {
            Event::WarningAcknowledged { warning, by: MemberId(by.0 + 7), reason: secret() }
        }
        Event::MatterSetAside { outcome, reason: _ } => {
            Event::MatterSetAside { outcome: other_outcome(outcome), reason: secret() }
        }
        Event::VoteOpened { method, scrutineer: _, teller: _, quorum } => {
            Event::VoteOpened { method, scrutineer: secret(), teller: secret(), quorum }
        }
        Event::VoteCast { member, choice } => {
            Event::VoteCast { member: MemberId(member.0 + 7), choice: other_choice(choice) }
        }
        Event::VoteRevised { entry, member, was, choice } => Event::VoteRevised {
            entry,
            member: MemberId(member.0 + 7),
            was: other_choice(was),
            choice: other_choice(choice),
        },
        Event::VoteClosed { tally, base, outcome } => {
            Event::VoteClosed { tally: other_tally(tally), base: other(base), outcome: other_outcome(outcome) }
        }
        Event::BallotsCounted { count, tally, base, outcome } => Event::BallotsCounted {
            count: other_count(count),
            tally: other_tally(tally),
            base: other(base),
            outcome: other_outcome(outcome),
        },
        Event::BallotVoided { issued, returned } => {
            Event::BallotVoided { issued: other(issued), returned: other(returned) }
        }
        Event::ReconsiderationOpened { nominee, reason: _, quorum } => {
            Event::ReconsiderationOpened { nominee, reason: secret(), quorum }
        }
        // Whether the steps begin again is seen by everybody when they do.
        Event::ReconsiderationClosed { tally, base, outcome } => {
            Event::ReconsiderationClosed { tally: other_tally(tally), base: other(base), outcome }
        }
        Event::ResultAnnounced { chair } => Event::ResultAnnounced { chair: MemberId(chair.0 + 7) },
        Event::ItemClosed { decision: _ } => Event::ItemClosed { decision: secret() },
        Event::ItemLeft { reason: _ } => Event::ItemLeft { reason: secret() },
        Event::MeetingAdjourned {} => Event::MeetingAdjourned {},
        Event::MeetingSealed {} => Event::MeetingSealed {},
        Event::EntryCorrected { entry, words: _, reason: _, by: _ } => {
            Event::EntryCorrected { entry, words: secret(), reason: secret(), by: secret() }
        }
    }
}

/// What came of a matter.
type Came = (Outcome, Option<Tally>);

/// A meeting and its double, and what a listener in the room knows.
struct Room {
    real: Meeting,
    double: Meeting,
    events: u32,
    /// The nominee or item that is talked about: what the last event of that kind named.
    matter: String,
    /// What was settled on each, of the meeting and of the double, and whether it was announced.
    settled: BTreeMap<String, ([Came; 2], bool)>,
    /// What was seen: kinds of events, steps, names of fields.
    seen: BTreeSet<String>,
}

fn kind(event: &Event) -> String {
    let value = serde_json::to_value(event).expect("an event");
    value["type"].as_str().expect("its type").to_owned()
}

fn settles(event: &Event) -> Option<Came> {
    match event {
        Event::VoteClosed { tally, outcome, .. } | Event::BallotsCounted { tally, outcome, .. } => {
            Some((*outcome, Some(*tally)))
        }
        Event::MatterSetAside { outcome, .. } => Some((*outcome, None)),
        _ => None,
    }
}

impl Room {
    fn called(call: Called) -> Self {
        let event = Event::MeetingCalled { call };
        let [real, double] = Self::twice(0, random::start(), &event);
        let begin = |recorded: &Recorded| Meeting::begin(recorded).expect("a meeting begins with its call");
        Self {
            real: begin(&real),
            double: begin(&double),
            events: 1,
            matter: String::new(),
            settled: BTreeMap::new(),
            seen: BTreeSet::from([kind(&event)]),
        }
    }

    /// The double has other entry numbers and other times, too.
    fn twice(events: u32, at: Moment, event: &Event) -> [Recorded; 2] {
        [
            Recorded { entry: EntryNo(events + 1), at, event: event.clone() },
            Recorded { entry: EntryNo(events * 3 + 400), at: later(at), event: altered(event) },
        ]
    }

    fn happens(&mut self, event: &Event, at: Moment) {
        self.seen.insert(kind(event));
        let reconsidered = matches!(self.step(), Some(ProjectedStep::Reconsidering {}));
        let [real, double] = Self::twice(self.events, at, event);
        self.events += 1;
        match event {
            Event::ItemTakenUp { item, .. } => self.matter = format!("item {item}"),
            Event::NomineeTakenUp { nominee, .. } => {
                self.matter = format!("nominee {nominee}");
                self.settled.remove(&self.matter);
            }
            Event::ReconsiderationOpened { nominee, .. } => self.matter = format!("nominee {nominee}"),
            Event::ResultAnnounced { .. } => {
                self.settled.get_mut(&self.matter).expect("settled before it is announced").1 = true;
            }
            _ => {}
        }
        if let (Some(of_real), Some(of_double), false) = (settles(event), settles(&double.event), reconsidered) {
            self.settled.insert(self.matter.clone(), ([of_real, of_double], false));
        }
        self.real = self.real.clone().evolve(&real);
        self.double = self.double.clone().evolve(&double);
        self.compare(event);
    }

    fn step(&self) -> Option<ProjectedStep> {
        match self.real.projection() {
            Some(Projection::Item { step, .. }) => step,
            _ => None,
        }
    }

    fn compare(&mut self, event: &Event) {
        let shown = self.real.projection();
        let written = serde_json::to_value(&shown).expect("a projection");
        let doubled = self.double.projection();
        assert!(!serde_json::to_string(&doubled).expect("a projection").contains(SECRET), "{doubled:?}");
        self.note(&written);

        let results = [&shown, &doubled].map(|projection| match projection {
            Some(Projection::Item { step: Some(ProjectedStep::Announced { outcome, tally }), .. }) => {
                Some((*outcome, *tally))
            }
            _ => None,
        });
        match results {
            [None, None] => {
                assert_eq!(shown, doubled, "after {event:?}");
                assert!(!matches!(event, Event::ResultAnnounced { .. }), "an announced result is shown");
            }
            [Some(real), Some(double)] => {
                let known = self.settled.values().any(|(both, announced)| *announced && *both == [real, double]);
                assert!(known, "{real:?} was never announced; after {event:?}");
                if let Event::ResultAnnounced { .. } = event {
                    assert_eq!(self.settled[&self.matter].0, [real, double], "the one that was announced now");
                }
                assert_eq!(without_result(shown), without_result(doubled), "after {event:?}");
            }
            _ => panic!("a result on one side only: {shown:?}, {doubled:?}"),
        }
    }

    /// Notes the names of fields and the kinds of scenes and steps.
    fn note(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => {
                for (name, field) in fields {
                    assert!(SHOWN.contains(&name.as_str()), "{name} is new on the screen: may the room see it?");
                    self.seen.insert(format!("field {name}"));
                    self.note(field);
                }
                if let Some(kind) = fields.get("type").and_then(Value::as_str) {
                    self.seen.insert(format!("shows {kind}"));
                }
            }
            Value::Array(list) => panic!("a list of things: {list:?}"),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

fn without_result(projection: Option<Projection>) -> Option<Projection> {
    match projection {
        Some(Projection::Item { number, title, state, nominee, step: _ }) => {
            Some(Projection::Item { number, title, state, nominee, step: None })
        }
        other => other,
    }
}

/// Events that random meetings do not come to, where they can stand.
fn strewn(room: &Room, at: Moment, dice: &mut Dice) -> Option<Event> {
    let refusal =
        Refusal { rule: RuleId::Hy16, article: room.real.article(RuleId::Hy16), facts: Because::NoSecretary {} };
    Some(match dice.below(24) {
        0 => Event::ViolationFound { refusal },
        1 => Event::TimeNoted { time: at },
        2 if room.events < 3 => Event::CallAmended { call: room.real.call.clone() },
        _ => return None,
    })
}

#[test]
fn what_the_room_sees_depends_on_nothing_that_it_must_not_know() {
    let mut seen = BTreeSet::new();
    for seed in 0..MEETINGS {
        let mut dice = Dice(seed);
        let beginning = Beginning::random(&mut dice);
        let call = meeting::call(&beginning.committee, &beginning.others, &beginning.call).expect("can be called");
        let mut naive = Naive::called(&call);
        let mut room = Room::called(call);
        let mut at = random::start();
        for _ in 0..STEPS {
            if let Some(event) = strewn(&room, at, &mut dice) {
                room.happens(&event, at);
            }
            at = random::later(at, 60);
            let command = random::next_command(&naive, at, &mut dice);
            naive.command(&command, at).ok();
            for event in meeting::decide(&room.real, &command, at).unwrap_or_default() {
                room.happens(&event, at);
            }
        }
        seen.append(&mut room.seen);
    }
    let all = [
        // Every kind of event was fed.
        "meetingCalled",
        "callAmended",
        "noticeSent",
        "itemAdded",
        "preparationMarked",
        "timeNoted",
        "violationFound",
        "meetingCalledOff",
        "attendanceMarked",
        "chairDesignated",
        "meetingOpened",
        "memberArrived",
        "memberDeparted",
        "itemTakenUp",
        "nomineeTakenUp",
        "matterIntroduced",
        "statementRecorded",
        "remarkRecorded",
        "writtenOpinionRead",
        "recusalRecorded",
        "recusedReturned",
        "warningAcknowledged",
        "matterSetAside",
        "voteOpened",
        "voteCast",
        "voteRevised",
        "voteClosed",
        "ballotsCounted",
        "ballotVoided",
        "reconsiderationOpened",
        "reconsiderationClosed",
        "resultAnnounced",
        "itemClosed",
        "itemLeft",
        "meetingAdjourned",
        "meetingSealed",
        "entryCorrected",
        // Everything that can be shown was.
        "shows opened",
        "shows item",
        "shows adjourned",
        "shows introduction",
        "shows speaking",
        "shows discussion",
        "shows spoken",
        "shows voting",
        "shows reconsidering",
        "shows unannounced",
        "shows announced",
    ];
    let fields = SHOWN.iter().map(|name| format!("field {name}"));
    let missing: Vec<String> =
        all.iter().map(|&kind| kind.to_owned()).chain(fields).filter(|kind| !seen.contains(kind)).collect();
    assert!(missing.is_empty(), "never came up: {missing:?}");
}

#[test]
fn a_meeting_that_was_held_on_paper_is_not_shown() {
    let mut dice = Dice(1);
    let mut beginning = Beginning::random(&mut dice);
    beginning.call.back_filled = Some(BackFilling { reason: "补录".into(), by: "卫录".into() });
    let call = meeting::call(&beginning.committee, &beginning.others, &beginning.call).expect("can be called");
    let mut room = Room::called(call);
    for member in room.real.call.roster.clone() {
        let attendance = Attendance::Present {};
        room.happens(&Event::AttendanceMarked { member: member.id, attendance }, random::start());
    }
    let opened = meeting::decide(&room.real, &meeting::MeetingCommand::OpenMeeting {}, random::start());
    for event in opened.expect("everybody is there") {
        room.happens(&event, random::start());
    }
    assert!(matches!(room.real.phase, meeting::Phase::Sitting { .. }));
    assert_eq!(room.real.projection(), None);
}
