//! The rules in their own words: given what was recorded, when this is asked, then these events or this refusal, exactly.

use chrono::DateTime;
use meeting::*;

/// A committee of `size`, all called to a meeting with one ordinary item and one appointment item of two nominees.
struct Room {
    meeting: Meeting,
    next: u32,
}

fn at(second: u32) -> Moment {
    let start = DateTime::parse_from_rfc3339("2026-03-05T09:00:00+08:00").expect("a date");
    Moment(start + chrono::Duration::seconds(i64::from(second)))
}

fn committee(size: u32) -> Committee {
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

fn nominee(name: &str) -> NomineeDraft {
    NomineeDraft {
        name: name.into(),
        current_post: "甲".into(),
        proposed_post: "乙".into(),
        post_to_leave: String::new(),
        change: ChangeKind::Promotion,
    }
}

fn asked() -> MeetingCall {
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
    }
}

const PRESENT: Attendance = Attendance::Present {};
const OBSERVER: Person = Person::Observer(ObserverId(1));

fn member(id: u32) -> Person {
    Person::Member(MemberId(id))
}

fn state(id: u32, stance: Stance) -> MeetingCommand {
    MeetingCommand::RecordStatement { speaker: member(id), stance, words: "意见".into() }
}

fn vote(id: u32, choice: Choice) -> MeetingCommand {
    MeetingCommand::RecordVote { voter: member(id), choice }
}

fn open_vote(method: VoteMethod) -> MeetingCommand {
    MeetingCommand::OpenVote { method, scrutineer: "监票".into(), teller: "计票".into() }
}

fn count(issued: u32, returned: u32, spoilt: u32, agree: u32, against: u32, abstain: u32) -> MeetingCommand {
    let [issued, returned, spoilt, agree, against, abstain] =
        [issued, returned, spoilt, agree, against, abstain].map(Count);
    MeetingCommand::CountBallots { count: SecretCount { issued, returned, spoilt, agree, against, abstain } }
}

impl Room {
    fn called(size: u32) -> Self {
        let call = call(&committee(size), &[], &asked()).expect("called");
        let first = Recorded { entry: EntryNo(1), at: at(1), event: Event::MeetingCalled { call } };
        Self { meeting: Meeting::begin(&first).expect("begins with the call"), next: 2 }
    }

    /// Open, with the first `present` of `size` members in the room and the rest absent.
    fn sitting(size: u32, present: u32) -> Self {
        let mut room = Self::called(size);
        for n in 1..=size {
            let attendance = if n <= present { PRESENT } else { Attendance::Absent { reason: String::new() } };
            room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
        }
        room.does(MeetingCommand::OpenMeeting {});
        room
    }

    /// The first nominee is on the floor and introduced.
    fn hearing(size: u32, present: u32) -> Self {
        let mut room = Self::sitting(size, present);
        room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
        room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
        room.does(MeetingCommand::Introduce { by: OBSERVER, words: "介绍".into() });
        room
    }

    /// Everybody present has agreed, the Secretary last.
    fn heard(size: u32, present: u32) -> Self {
        let mut room = Self::hearing(size, present);
        for n in (2..=present).chain([1]) {
            room.does(state(n, Stance::Agree));
        }
        room
    }

    /// A vote by show of hands or another method is open.
    fn voting(size: u32, present: u32, method: VoteMethod) -> Self {
        let mut room = Self::heard(size, present);
        room.does(open_vote(method));
        room
    }

    fn asks(&self, command: &MeetingCommand) -> Result<Vec<Event>, Refusal> {
        decide(&self.meeting, command, at(self.next))
    }

    fn does(&mut self, command: MeetingCommand) -> Vec<Event> {
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
    fn refuses(&self, command: MeetingCommand, rule: RuleId) -> Because {
        match self.asks(&command) {
            Ok(events) => panic!("{command:?} was accepted: {events:?}"),
            Err(refusal) => {
                assert_eq!(refusal.rule, rule, "{:?}", refusal.facts);
                assert_eq!(refusal.article, rule.rule().article(), "a refusal carries its own article");
                refusal.facts
            }
        }
    }

    fn outcome(&self, nominee: u32) -> Option<Outcome> {
        let matters = self.meeting.items.iter().flat_map(|record| &record.matters);
        let mut named = matters.filter(|matter| matter.nominee.as_ref().is_some_and(|it| it.id == NomineeId(nominee)));
        named.next().and_then(|matter| matter.stage.verdict()).map(Verdict::outcome)
    }
}

fn names(missing: &[Named]) -> Vec<u32> {
    missing.iter().map(|named| named.id.0).collect()
}

// R-HY-01, R-HY-02: quorum, with the table of rulebook §0.2.

#[test]
fn quorum_follows_the_table_of_the_rulebook() {
    for (n, two_thirds, half, majority) in [
        (7, 5, 4, 4),
        (8, 6, 4, 5),
        (9, 6, 5, 5),
        (10, 7, 5, 6),
        (11, 8, 6, 6),
        (12, 8, 6, 7),
        (13, 9, 7, 7),
        (15, 10, 8, 8),
    ] {
        let rulebook = Preset::MunicipalCommittee2019.rulebook();
        for present in 0..=n {
            let judge = |share| Quorum::judge(RuleId::Hy01, share, Count(present), Count(n)).is_ok();
            assert_eq!(judge(rulebook.appointment_quorum), present >= two_thirds, "{present} of {n} for appointments");
            assert_eq!(judge(rulebook.ordinary_quorum), present >= half, "{present} of {n} for ordinary items");
            let tally = Tally { agree: Count(present), against: Count(0), abstain: Count(0), spoilt: Count(0) };
            let carried = tally.outcome(Count(n)) == Outcome::Carried;
            assert_eq!(carried, present >= majority, "{present} of {n} agree");
        }
    }
}

#[test]
fn two_thirds_exactly_open_an_appointment_item() {
    let mut room = Room::sitting(12, 8);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
}

#[test]
fn below_two_thirds_an_appointment_item_does_not_open_and_an_ordinary_one_does() {
    let mut room = Room::sitting(12, 7);
    let facts = room.refuses(MeetingCommand::TakeUpItem { item: ItemId(2) }, RuleId::Hy01);
    let expected =
        Because::BelowQuorum { present: Count(7), entitled: Count(12), required: Count(8), missing: Count(1) };
    assert_eq!(facts, expected);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
}

#[test]
fn half_exactly_opens_the_meeting_and_one_less_does_not() {
    Room::sitting(12, 6);
    let mut room = Room::called(12);
    for n in 1..=12 {
        let attendance = if n <= 5 { PRESENT } else { Attendance::OnLeave { reason: "出差".into() } };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Hy02);
}

#[test]
fn quorum_is_judged_again_for_every_nominee_and_every_vote() {
    let mut room = Room::heard(12, 8);
    room.does(MeetingCommand::RecordDeparture { member: MemberId(8), time: None, reason: "急事".into() });
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy01);
    room.does(MeetingCommand::PostponeVote { reason: "到会不足".into() });
    room.does(MeetingCommand::AnnounceResult {});
    room.refuses(MeetingCommand::TakeUpNominee { nominee: NomineeId(2) }, RuleId::Hy01);
    room.does(MeetingCommand::RecordArrival { member: MemberId(9), time: None });
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(2) });
}

#[test]
fn quorum_lost_during_a_vote_bars_its_result() {
    let mut room = Room::voting(12, 8, VoteMethod::Secret);
    room.does(MeetingCommand::RecordDeparture { member: MemberId(8), time: None, reason: "急事".into() });
    room.refuses(count(8, 8, 0, 8, 0, 0), RuleId::Hy01);
    room.does(MeetingCommand::PostponeVote { reason: "到会不足".into() });
    assert_eq!(room.outcome(1), Some(Outcome::VotePostponed));
}

#[test]
fn the_roll_call_is_complete_before_the_meeting_opens() {
    let mut room = Room::called(3);
    room.does(MeetingCommand::MarkAttendance { member: MemberId(1), attendance: PRESENT });
    let Because::RollCallIncomplete { missing } = room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Jl201) else {
        panic!("names who is missing");
    };
    assert_eq!(names(&missing), [2, 3]);
}

// R-HY-04: introduction, discussion, vote, announcement; nothing skips a step.

#[test]
fn no_stance_before_the_introduction() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    assert_eq!(room.refuses(state(2, Stance::Agree), RuleId::Hy04), Because::NotIntroduced {});
    assert_eq!(room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy04), Because::NotIntroduced {});
    room.does(MeetingCommand::Introduce { by: member(2), words: "介绍".into() });
    room.does(state(2, Stance::Agree));
}

#[test]
fn one_introduction_each() {
    let room = Room::hearing(5, 5);
    room.refuses(MeetingCommand::Introduce { by: member(2), words: "再介绍".into() }, RuleId::Hy04);
}

#[test]
fn one_nominee_at_a_time() {
    let room = Room::hearing(5, 5);
    let facts = room.refuses(MeetingCommand::TakeUpNominee { nominee: NomineeId(2) }, RuleId::Hy14);
    assert_eq!(facts, Because::FloorTaken { item: ItemId(2), nominee: Some(NomineeId(1)) });
    room.refuses(MeetingCommand::TakeUpItem { item: ItemId(1) }, RuleId::Hy14);
    room.refuses(MeetingCommand::Adjourn {}, RuleId::Hy14);
    room.refuses(MeetingCommand::CloseItem { decision: "定".into() }, RuleId::Hy14);
    room.refuses(MeetingCommand::LeaveItem { reason: "因故".into() }, RuleId::Hy14);
}

#[test]
fn somebody_who_is_not_on_the_agenda_is_an_unscheduled_motion() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.refuses(MeetingCommand::TakeUpNominee { nominee: NomineeId(9) }, RuleId::Hy17);
}

#[test]
fn no_announcement_before_the_vote_and_none_twice() {
    let mut room = Room::heard(5, 5);
    assert_eq!(room.refuses(MeetingCommand::AnnounceResult {}, RuleId::Hy19), Because::NotSettled {});
    room.does(open_vote(VoteMethod::Hands));
    room.refuses(MeetingCommand::AnnounceResult {}, RuleId::Hy19);
    for n in 1..=5 {
        room.does(vote(n, Choice::Agree));
    }
    room.refuses(MeetingCommand::AnnounceResult {}, RuleId::Hy19);
    room.does(MeetingCommand::CloseVote {});
    room.refuses(MeetingCommand::TakeUpNominee { nominee: NomineeId(2) }, RuleId::Hy14);
    room.does(MeetingCommand::AnnounceResult {});
    room.refuses(MeetingCommand::AnnounceResult {}, RuleId::Hy19);
}

#[test]
fn a_settled_nominee_is_not_taken_up_again() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    room.does(count(5, 5, 0, 5, 0, 0));
    room.does(MeetingCommand::AnnounceResult {});
    let facts = room.refuses(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) }, RuleId::Hy14);
    assert_eq!(facts, Because::AlreadySettled { outcome: Outcome::Carried });
}

#[test]
fn an_appointment_item_ends_when_every_nominee_is_announced() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    room.does(count(5, 5, 0, 5, 0, 0));
    assert_eq!(
        room.refuses(MeetingCommand::CloseItem { decision: String::new() }, RuleId::Hy19),
        Because::NotAnnounced {}
    );
    room.does(MeetingCommand::AnnounceResult {});
    let facts = room.refuses(MeetingCommand::CloseItem { decision: String::new() }, RuleId::Hy14);
    assert_eq!(facts, Because::NomineesLeft { names: vec!["人选乙".into()] });
    room.does(MeetingCommand::LeaveItem { reason: "时间所限".into() });
    room.does(MeetingCommand::Adjourn {});
}

// R-HY-06, R-HY-07, R-HY-08: who speaks, once, and who last.

#[test]
fn the_secretary_speaks_after_everybody_else() {
    let mut room = Room::hearing(5, 4);
    room.does(state(2, Stance::Agree));
    let Because::OthersMustSpeakFirst { last, missing } = room.refuses(state(1, Stance::Agree), RuleId::Hy07) else {
        panic!("names who must speak first");
    };
    assert_eq!((last.id.0, names(&missing)), (1, vec![3, 4]));
    room.does(state(4, Stance::Disagree));
    room.does(state(3, Stance::Defer));
    room.does(state(1, Stance::Agree));
}

#[test]
fn a_chair_standing_in_speaks_last() {
    let mut room = Room::called(5);
    room.does(MeetingCommand::DesignateChair { member: MemberId(3) });
    for n in 1..=5 {
        let attendance = if n == 1 { Attendance::OnLeave { reason: "出差".into() } } else { PRESENT };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.does(MeetingCommand::Introduce { by: OBSERVER, words: "介绍".into() });
    room.refuses(state(3, Stance::Agree), RuleId::Hy08);
    for n in [2, 4, 5, 3] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn the_chair_must_be_in_the_room() {
    let mut room = Room::called(5);
    for n in 1..=5 {
        let attendance = if n == 1 { Attendance::OnLeave { reason: "出差".into() } } else { PRESENT };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Hy08);
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.does(MeetingCommand::OpenMeeting {});
}

#[test]
fn no_second_stance() {
    let mut room = Room::hearing(5, 5);
    room.does(state(2, Stance::Agree));
    room.refuses(state(2, Stance::Disagree), RuleId::Hy06);
}

#[test]
fn no_vote_while_somebody_has_not_spoken() {
    let mut room = Room::hearing(5, 4);
    room.does(state(3, Stance::Agree));
    for command in [open_vote(VoteMethod::Hands), vote(2, Choice::Agree), count(4, 4, 0, 4, 0, 0)] {
        let Because::NotYetStated { missing } = room.refuses(command, RuleId::Hy06) else {
            panic!("names who has not spoken");
        };
        assert_eq!(names(&missing), [2, 4, 1], "in speaking order");
    }
    room.refuses(MeetingCommand::DeferMatter { reason: "缓".into() }, RuleId::Hy06);
}

#[test]
fn whoever_comes_in_after_the_secretary_speaks_and_the_secretary_closes_again() {
    let mut room = Room::heard(5, 4);
    room.does(MeetingCommand::RecordArrival { member: MemberId(5), time: None });
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy06);
    room.refuses(state(1, Stance::Agree), RuleId::Hy06);
    room.does(state(5, Stance::Disagree));
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy07);
    room.does(state(1, Stance::Agree));
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn on_an_ordinary_item_nobody_speaks_after_the_secretary() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(MeetingCommand::Introduce { by: member(2), words: "汇报".into() });
    room.does(state(2, Stance::Agree));
    room.does(state(1, Stance::Agree));
    room.refuses(state(3, Stance::Agree), RuleId::Hy07);
    room.does(open_vote(VoteMethod::Voice));
}

#[test]
fn remarks_are_no_stances_and_may_be_made_at_any_time() {
    let mut room = Room::sitting(5, 5);
    let remark = |speaker| MeetingCommand::RecordRemark { speaker, words: "插话".into() };
    room.does(remark(member(1)));
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(remark(OBSERVER));
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.does(remark(member(1)));
    room.does(MeetingCommand::Introduce { by: OBSERVER, words: "介绍".into() });
    room.does(remark(member(1)));
    let said = room.meeting.open_matter().and_then(|matter| matter.stage.deliberation()).expect("on the floor");
    assert_eq!((said.remarks.len(), said.statements.len()), (2, 0));
    assert_eq!((room.meeting.remarks.len(), room.meeting.items[1].remarks.len()), (1, 1));
}

// R-HY-13, R-HY-15: who has a voice and a vote.

#[test]
fn an_observer_takes_no_stance_and_has_no_vote() {
    let room = Room::hearing(5, 5);
    let statement =
        MeetingCommand::RecordStatement { speaker: OBSERVER, stance: Stance::Agree, words: "同意".into() };
    assert_eq!(room.refuses(statement, RuleId::Hy15), Because::ObserverHasNoVote {});
    let room = Room::voting(5, 5, VoteMethod::Hands);
    room.refuses(MeetingCommand::RecordVote { voter: OBSERVER, choice: Choice::Agree }, RuleId::Hy15);
}

#[test]
fn an_observer_of_another_item_does_not_speak() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.refuses(MeetingCommand::RecordRemark { speaker: OBSERVER, words: "插话".into() }, RuleId::Hy15);
}

#[test]
fn whoever_is_on_leave_or_absent_takes_no_stance_and_has_no_vote() {
    let mut room = Room::called(6);
    for n in 1..=6 {
        let attendance = match n {
            5 => Attendance::OnLeave { reason: "出差".into() },
            6 => Attendance::Absent { reason: String::new() },
            _ => PRESENT,
        };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.does(MeetingCommand::Introduce { by: OBSERVER, words: "介绍".into() });
    let on_leave = |facts| matches!(facts, Because::OnLeave { reason, .. } if reason == "出差");
    assert!(on_leave(room.refuses(state(5, Stance::Agree), RuleId::Hy13)));
    assert!(matches!(room.refuses(state(6, Stance::Agree), RuleId::Hy13), Because::Absent { .. }));
    for n in [2, 3, 4, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Signed));
    assert!(on_leave(room.refuses(vote(5, Choice::Agree), RuleId::Hy13)));
    assert!(matches!(room.refuses(vote(6, Choice::Agree), RuleId::Hy13), Because::Absent { .. }));
}

#[test]
fn whoever_left_has_no_vote_and_whoever_came_back_has() {
    let mut room = Room::voting(5, 5, VoteMethod::Hands);
    room.does(MeetingCommand::RecordDeparture { member: MemberId(5), time: None, reason: "接电话".into() });
    assert!(matches!(room.refuses(vote(5, Choice::Agree), RuleId::Hy13), Because::NotPresent { .. }));
    room.does(MeetingCommand::RecordArrival { member: MemberId(5), time: None });
    room.does(vote(5, Choice::Agree));
}

#[test]
fn times_of_coming_and_going_stay_in_order() {
    let mut room = Room::sitting(5, 5);
    let leave =
        |time| MeetingCommand::RecordDeparture { member: MemberId(5), time: Some(time), reason: "急事".into() };
    assert!(matches!(room.refuses(leave(at(0)), RuleId::Hy25), Because::TimeOutOfOrder { .. }));
    assert!(matches!(room.refuses(leave(at(9_999)), RuleId::Hy25), Because::TimeOutOfOrder { .. }));
    let now = room.next;
    let events = room.does(leave(at(now)));
    assert_eq!(events, [Event::MemberDeparted { member: MemberId(5), time: at(now), reason: "急事".into() }]);
}

// R-HY-12, R-HY-14: the vote by name.

#[test]
fn an_exact_half_of_the_entitled_is_not_carried() {
    let mut room = Room::voting(12, 11, VoteMethod::Hands);
    for n in 1..=11 {
        room.does(vote(n, if n <= 6 { Choice::Agree } else { Choice::Against }));
    }
    room.does(MeetingCommand::CloseVote {});
    assert_eq!(room.outcome(1), Some(Outcome::NotCarried), "6 of 12");
}

#[test]
fn one_more_than_half_of_the_entitled_is_carried() {
    let mut room = Room::voting(12, 11, VoteMethod::Voice);
    for n in 1..=11 {
        room.does(vote(n, if n <= 7 { Choice::Agree } else { Choice::Abstain }));
    }
    room.does(MeetingCommand::CloseVote {});
    assert_eq!(room.outcome(1), Some(Outcome::Carried), "7 of 12");
}

#[test]
fn every_member_present_votes_once() {
    let mut room = Room::voting(5, 4, VoteMethod::Signed);
    room.does(vote(2, Choice::Agree));
    assert!(matches!(room.refuses(vote(2, Choice::Against), RuleId::Hy14), Because::AlreadyVoted { .. }));
    let Because::NotYetVoted { missing } = room.refuses(MeetingCommand::CloseVote {}, RuleId::Hy14) else {
        panic!("names whose vote is missing");
    };
    assert_eq!(names(&missing), [3, 4, 1]);
    room.refuses(count(4, 4, 0, 4, 0, 0), RuleId::Hy14);
}

// R-PJ: the secret ballot.

#[test]
fn a_secret_ballot_takes_no_names() {
    let room = Room::voting(5, 5, VoteMethod::Secret);
    assert_eq!(room.refuses(vote(2, Choice::Agree), RuleId::Pj14), Because::BallotIsSecret {});
    room.refuses(MeetingCommand::CloseVote {}, RuleId::Pj14);
}

#[test]
fn a_tally_above_the_number_present_is_refused() {
    let room = Room::voting(12, 11, VoteMethod::Secret);
    let facts = room.refuses(count(12, 12, 0, 12, 0, 0), RuleId::Hy13);
    assert_eq!(facts, Because::MoreThanPresent { counted: Count(12), present: Count(11) });
    room.refuses(count(11, 11, 0, 12, 0, 0), RuleId::Hy13);
}

#[test]
fn the_count_must_add_up() {
    let mut room = Room::voting(12, 11, VoteMethod::Secret);
    room.refuses(count(10, 10, 0, 10, 0, 0), RuleId::Pj04);
    assert!(matches!(room.refuses(count(11, 12, 0, 11, 0, 0), RuleId::Pj05), Because::BallotVoid { .. }));
    assert!(matches!(room.refuses(count(11, 11, 1, 9, 0, 0), RuleId::Pj06), Because::SumsDiffer { .. }));
    room.does(count(11, 10, 1, 7, 1, 1));
    assert_eq!(room.outcome(1), Some(Outcome::Carried));
}

#[test]
fn spoilt_and_abstaining_papers_do_not_agree() {
    let mut room = Room::voting(12, 11, VoteMethod::Secret);
    room.does(count(11, 11, 3, 6, 0, 2));
    assert_eq!(room.outcome(1), Some(Outcome::NotCarried));
}

#[test]
fn nominees_neither_watch_nor_count() {
    let room = Room::heard(5, 5);
    let by = |scrutineer: &str, teller: &str| MeetingCommand::OpenVote {
        method: VoteMethod::Secret,
        scrutineer: scrutineer.into(),
        teller: teller.into(),
    };
    room.refuses(by("人 选甲", "计票"), RuleId::Pj09);
    room.refuses(by("监票", "人选乙"), RuleId::Pj09);
    room.refuses(by("", "计票"), RuleId::Jl201);
}

// Ordinary items.

#[test]
fn an_ordinary_item_ends_with_a_decision_or_a_vote() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.refuses(MeetingCommand::CloseItem { decision: "定".into() }, RuleId::Hy04);
    room.does(MeetingCommand::Introduce { by: member(2), words: "汇报".into() });
    room.refuses(MeetingCommand::CloseItem { decision: " ".into() }, RuleId::Jl201);
    room.does(open_vote(VoteMethod::Hands));
    for n in 1..=5 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
    room.does(MeetingCommand::AnnounceResult {});
    room.does(MeetingCommand::CloseItem { decision: String::new() });
    room.refuses(MeetingCommand::TakeUpItem { item: ItemId(1) }, RuleId::Hy14);
}

// Ending.

#[test]
fn after_sealing_only_corrections() {
    let mut room = Room::sitting(5, 5);
    let remark = MeetingCommand::RecordRemark { speaker: member(2), words: "插话".into() };
    let correct = |entry| MeetingCommand::Correct {
        entry: EntryNo(entry),
        words: "应为".into(),
        reason: "笔误".into(),
        by: "记录".into(),
    };
    room.refuses(MeetingCommand::Seal {}, RuleId::Jl204);
    room.does(MeetingCommand::Adjourn {});
    room.refuses(remark.clone(), RuleId::Jl204);
    room.does(MeetingCommand::Seal {});
    for command in [
        remark,
        MeetingCommand::Adjourn {},
        MeetingCommand::Seal {},
        MeetingCommand::OpenMeeting {},
        MeetingCommand::CallOff { reason: "因故".into() },
        MeetingCommand::AmendCall { call: asked() },
        MeetingCommand::TakeUpItem { item: ItemId(1) },
        MeetingCommand::MarkAttendance { member: MemberId(1), attendance: PRESENT },
        MeetingCommand::DesignateChair { member: MemberId(2) },
    ] {
        assert_eq!(room.refuses(command, RuleId::Jl207), Because::Sealed {});
    }
    room.refuses(correct(9_999), RuleId::Js04);
    room.does(correct(3));
    assert_eq!(room.meeting.corrections.len(), 1);
}

#[test]
fn nothing_happens_before_the_opening_but_the_roll_call() {
    let mut room = Room::called(5);
    room.refuses(MeetingCommand::TakeUpItem { item: ItemId(1) }, RuleId::Hy02);
    room.refuses(MeetingCommand::Adjourn {}, RuleId::Hy02);
    room.does(MeetingCommand::CallOff { reason: "因故".into() });
    room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Hy16);
}

// Calling.

#[test]
fn a_meeting_number_is_not_given_twice() {
    let held = [(MeetingId(1), MeetingNumber { year: 2026, ordinal: 1 })];
    let refusal = call(&committee(3), &held, &asked()).expect_err("the number is held");
    assert_eq!(refusal.rule, RuleId::Rq02);
}

#[test]
fn the_roster_is_frozen_with_the_call() {
    let committee = committee(5);
    let called = call(&committee, &[], &asked()).expect("called");
    assert_eq!(called.roster, committee.members);
}

#[test]
fn a_call_is_complete() {
    let with = |change: &dyn Fn(&mut MeetingCall)| {
        let mut asked = asked();
        change(&mut asked);
        call(&committee(3), &[], &asked).expect_err("refused").rule
    };
    assert_eq!(with(&|call| call.agenda.clear()), RuleId::Hy16);
    assert_eq!(with(&|call| call.place.clear()), RuleId::Jl201);
    assert_eq!(with(&|call| call.recorder.name.clear()), RuleId::Jl201);
    assert_eq!(with(&|call| call.chair = MemberId(9)), RuleId::Hy08);
    assert_eq!(with(&|call| call.agenda[1].matter = MatterDraft::Appointment { nominees: vec![] }), RuleId::Hy04);
    assert_eq!(call(&Committee::default(), &[], &asked()).expect_err("no committee").rule, RuleId::Hy25);
}

#[test]
fn one_secretary_and_a_complete_ranking() {
    let committee = committee(3);
    let seat =
        CommitteeCommand::SeatMember {
            name: "又一".into(), role: Role::Secretary, posts: String::new(), since: None
        };
    assert_eq!(committee.decide(&seat, at(1)).expect_err("a second Secretary").rule, RuleId::Hy07);
    let rank = |order: &[u32]| CommitteeCommand::RankMembers { order: order.iter().copied().map(MemberId).collect() };
    assert_eq!(committee.decide(&rank(&[1, 2]), at(1)).expect_err("incomplete").rule, RuleId::Px01);
    assert_eq!(committee.decide(&rank(&[1, 2, 2]), at(1)).expect_err("one twice").rule, RuleId::Px01);
    let events = committee.decide(&rank(&[3, 1, 2]), at(1)).expect("accepted");
    let ranked = committee.evolve(&events[0]);
    assert_eq!(ranked.members.iter().map(|member| member.id.0).collect::<Vec<_>>(), [3, 1, 2]);
}

// Doors.

#[test]
fn a_closed_door_gives_the_refusal_of_its_command() {
    let mut room = Room::hearing(5, 4);
    let view = room.meeting.view();
    assert_eq!(view.doors.open_vote, room.asks(&open_vote(VoteMethod::Hands)).err());
    let floor = view.floor.expect("on the floor");
    assert_eq!(floor.next, Some(MemberId(2)));
    assert!(floor.speaking.last().is_some_and(|row| row.state.as_ref().is_some_and(|it| it.rule == RuleId::Hy07)));
    for n in [2, 3, 4] {
        room.does(state(n, Stance::Defer));
    }
    let view = room.meeting.view();
    assert_eq!(view.floor.as_ref().and_then(|floor| floor.next), Some(MemberId(1)));
    assert!(view.advice.iter().any(|advice| matches!(advice, Advice::OpinionsDiffer { .. })));
    room.does(state(1, Stance::Agree));
    let view = room.meeting.view();
    assert_eq!((view.doors.open_vote, view.floor.expect("on the floor").stage), (None, Some(StageName::Heard)));
}

#[test]
fn a_unanimous_secret_ballot_is_pointed_out() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    room.does(count(5, 5, 0, 5, 0, 0));
    assert!(room.meeting.view().advice.iter().any(|advice| matches!(advice, Advice::UnanimousSecret { .. })));
}

#[test]
fn unknown_fields_are_refused_on_the_wire() {
    let parse = |text: &str| serde_json::from_str::<MeetingCommand>(text);
    assert!(parse(r#"{"type":"adjourn"}"#).is_ok());
    assert!(parse(r#"{"type":"adjourn","x":1}"#).is_err());
    assert!(parse(r#"{"type":"takeUpItem","item":1,"x":1}"#).is_err());
    assert!(parse(r#"{"type":"markAttendance","member":1,"attendance":{"status":"present","reason":"x"}}"#).is_err());
}
