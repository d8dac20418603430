//! The room in which the rules are tried: given what was recorded, when this is asked, then these events or this refusal.

use chrono::DateTime;
use meeting::*;

/// A committee of `size`, all called to a meeting with one ordinary item and one appointment item of two nominees.
pub(crate) struct Room {
    pub(crate) meeting: Meeting,
    pub(crate) next: u32,
}

pub(crate) fn at(second: u32) -> Moment {
    let start = DateTime::parse_from_rfc3339("2026-03-05T09:00:00+08:00").expect("a date");
    Moment(start + chrono::Duration::seconds(i64::from(second)))
}

pub(crate) fn committee(size: u32) -> Committee {
    let mut committee = Committee::default();
    let mut run = |command| {
        for event in committee.decide(&command, at(0)).expect("accepted") {
            committee = std::mem::take(&mut committee).evolve(&event);
        }
    };
    run(CommitteeCommand::Establish { name: "某委常委会".into(), term: "第一届".into() });
    for n in 1..=size {
        let role = if n == 1 { Role::Secretary } else { Role::Member };
        run(CommitteeCommand::SeatMember { name: format!("成员{n}"), role, posts: "常委".into(), since: None });
    }
    committee
}

pub(crate) fn nominee(name: &str) -> NomineeDraft {
    NomineeDraft {
        name: name.into(),
        current_post: "甲".into(),
        proposed_post: "乙".into(),
        post_to_leave: String::new(),
        change: ChangeKind::Promotion,
        reconsiders: None,
        profile: NomineeProfile::default(),
    }
}

pub(crate) fn asked() -> MeetingCall {
    MeetingCall {
        number: MeetingNumber { year: 2026, ordinal: 1 },
        scheduled: at(0),
        place: "会议室".into(),
        chair: MemberId(1),
        recorder: Recorder { name: "记录".into(), post: "秘书".into() },
        agenda: vec![
            ItemDraft { title: "一般议题".into(), matter: MatterDraft::Ordinary {}, observers: vec![] },
            ItemDraft {
                title: "任免".into(),
                matter: MatterDraft::Appointment { nominees: vec![nominee("人选甲"), nominee("人选乙")] },
                observers: vec![ObserverDraft { name: "列席".into(), post: "副部长".into() }],
            },
        ],
        preset: Preset::MunicipalCommittee2019,
        custom: None,
        back_filled: None,
    }
}

pub(crate) const PRESENT: Attendance = Attendance::Present {};
pub(crate) const OBSERVER: Person = Person::Observer(ObserverId(1));

pub(crate) fn member(id: u32) -> Person {
    Person::Member(MemberId(id))
}

pub(crate) fn state(id: u32, stance: Stance) -> MeetingCommand {
    MeetingCommand::RecordStatement { speaker: member(id), stance, words: "意见".into() }
}

pub(crate) fn vote(id: u32, choice: Choice) -> MeetingCommand {
    MeetingCommand::RecordVote { voter: member(id), choice }
}

pub(crate) fn open_vote(method: VoteMethod) -> MeetingCommand {
    MeetingCommand::OpenVote { method, scrutineer: "监票".into(), teller: "计票".into() }
}

/// A sheet with every field that the default rulebook asks for.
pub(crate) fn sheet(issued: u32, returned: u32, spoilt: u32, agree: u32, against: u32, abstain: u32) -> CountSheet {
    let number = |count| Reading::Number(Count(count));
    CountSheet {
        issued: number(issued),
        returned: number(returned),
        spoilt: number(spoilt),
        agree: number(agree),
        against: number(against),
        abstain: number(abstain),
        defer: Reading::Empty,
        spoilt_field: number(0),
    }
}

/// Read twice alike.
pub(crate) fn counted(sheet: CountSheet) -> MeetingCommand {
    MeetingCommand::CountBallots { count: sheet, again: sheet }
}

/// [`sheet`], read twice alike.
pub(crate) fn count(issued: u32, returned: u32, spoilt: u32, agree: u32, against: u32, abstain: u32) -> MeetingCommand {
    counted(sheet(issued, returned, spoilt, agree, against, abstain))
}

pub(crate) fn introduce(by: Person) -> MeetingCommand {
    MeetingCommand::Introduce { by, words: "介绍".into(), covers: Vec::new() }
}

pub(crate) fn remark(speaker: Person) -> MeetingCommand {
    MeetingCommand::RecordRemark { speaker, words: "插话".into(), leans: false }
}

impl Room {
    pub(crate) fn called(size: u32) -> Self {
        Self::called_as(size, &asked())
    }

    /// Called as asked.
    pub(crate) fn called_as(size: u32, asked: &MeetingCall) -> Self {
        let call = call(&committee(size), &[], asked).expect("called");
        let first = Recorded { entry: EntryNo(1), at: at(1), event: Event::MeetingCalled { call } };
        Self { meeting: Meeting::begin(&first).expect("begins with the call"), next: 2 }
    }

    /// Open, with the first `present` of `size` members in the room and the rest absent.
    pub(crate) fn sitting(size: u32, present: u32) -> Self {
        Self::sitting_as(size, present, &asked())
    }

    /// [`Self::sitting`], called as asked.
    pub(crate) fn sitting_as(size: u32, present: u32, asked: &MeetingCall) -> Self {
        let mut room = Self::called_as(size, asked);
        for n in 1..=size {
            let attendance = if n <= present { PRESENT } else { Attendance::Absent { reason: String::new() } };
            room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
        }
        room.does(MeetingCommand::OpenMeeting {});
        room
    }

    /// The first nominee is on the floor and introduced.
    pub(crate) fn hearing(size: u32, present: u32) -> Self {
        let mut room = Self::sitting(size, present);
        room.hears_the_first_nominee();
        room
    }

    /// Takes up the appointment item and its first nominee, who is introduced.
    pub(crate) fn hears_the_first_nominee(&mut self) {
        self.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
        self.confirm_absence();
        self.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
        self.does(introduce(OBSERVER));
    }

    /// The chair confirms that the meeting goes on without those who are away (S-01), where that is asked for.
    pub(crate) fn confirm_absence(&mut self) {
        let asked = |warning: &Warning| matches!(warning, Warning::NotAllPresent { .. });
        if let Some(warning) = self.meeting.warnings().into_iter().find(asked)
            && self.meeting.acknowledgement(&warning).is_none()
        {
            let by = self.meeting.chair;
            self.does(MeetingCommand::AcknowledgeWarning { warning, by, reason: "已请假".into() });
        }
    }

    /// Everybody present has agreed, the Secretary last.
    pub(crate) fn heard(size: u32, present: u32) -> Self {
        let mut room = Self::hearing(size, present);
        for n in (2..=present).chain([1]) {
            room.does(state(n, Stance::Agree));
        }
        room
    }

    /// A vote by show of hands or another method is open.
    pub(crate) fn voting(size: u32, present: u32, method: VoteMethod) -> Self {
        let mut room = Self::heard(size, present);
        room.does(open_vote(method));
        room
    }

    pub(crate) fn asks(&self, command: &MeetingCommand) -> Result<Vec<Event>, Refusal> {
        decide(&self.meeting, command, at(self.next))
    }

    pub(crate) fn does(&mut self, command: MeetingCommand) -> Vec<Event> {
        let events = match self.asks(&command) {
            Ok(events) => events,
            Err(refusal) => panic!("{command:?} was refused: {refusal:?}"),
        };
        for event in events.clone() {
            let recorded = Recorded { entry: EntryNo(self.next), at: at(self.next), event };
            self.meeting = self.meeting.clone().evolve(&recorded);
            self.next += 1;
        }
        events
    }

    /// Refused by exactly this rule; the facts come back for a closer look.
    pub(crate) fn refuses(&self, command: MeetingCommand, rule: RuleId) -> Because {
        match self.asks(&command) {
            Ok(events) => panic!("{command:?} was accepted: {events:?}"),
            Err(refusal) => {
                assert_eq!(refusal.rule, rule, "{:?}", refusal.facts);
                assert_eq!(refusal.article, rule.rule().article(), "a refusal carries its own article");
                refusal.facts
            }
        }
    }

    pub(crate) fn outcome(&self, nominee: u32) -> Option<Outcome> {
        let matters = self.meeting.matters();
        let mut named = matters.filter(|matter| matter.nominee.as_ref().is_some_and(|it| it.id == NomineeId(nominee)));
        named.next().and_then(|matter| matter.stage.verdict()).map(Verdict::outcome)
    }
}

pub(crate) fn names(missing: &[Named]) -> Vec<u32> {
    missing.iter().map(|named| named.id.0).collect()
}
