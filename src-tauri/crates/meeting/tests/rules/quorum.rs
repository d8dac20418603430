//! R-HY-01, R-HY-02, R-HY-03: who must be there, judged again for every item, nominee and vote.

use meeting::*;

use crate::room::*;

/// The table of rulebook.md §0.2: entitled, least for 2/3, least for a half, least that carries.
const TABLE: [(u32, u32, u32, u32); 8] = [
    (7, 5, 4, 4),
    (8, 6, 4, 5),
    (9, 6, 5, 5),
    (10, 7, 5, 6),
    (11, 8, 6, 6),
    (12, 8, 6, 7),
    (13, 9, 7, 7),
    (15, 10, 8, 8),
];

/// The first `present` of `size` are marked present, the others on leave; the meeting is not open.
fn rolled(size: u32, present: u32) -> Room {
    let mut room = Room::called(size);
    for n in 1..=size {
        let attendance = if n <= present { PRESENT } else { Attendance::OnLeave { reason: "出差".into() } };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room
}

fn below(present: u32, entitled: u32, required: u32) -> Because {
    let missing = Count(required - present);
    Because::BelowQuorum { present: Count(present), entitled: Count(entitled), required: Count(required), missing }
}

fn leave(member: u32) -> MeetingCommand {
    MeetingCommand::RecordDeparture { member: MemberId(member), time: None, reason: "急事".into() }
}

#[test]
fn quorum_follows_the_table_of_the_rulebook() {
    for (n, two_thirds, half, majority) in TABLE {
        let rulebook = Preset::MunicipalCommittee2019.rulebook();
        for present in 0..=n {
            let judge = |share| Quorum::judge(RuleId::Hy01, share, Count(present), Count(n)).is_ok();
            assert_eq!(judge(rulebook.appointment_quorum), present >= two_thirds, "{present} of {n} for appointments");
            assert_eq!(judge(rulebook.ordinary_quorum), present >= half, "{present} of {n} for ordinary items");
            let tally = Tally { agree: Count(present), ..Tally::default() };
            let carried = tally.outcome(Count(n)) == Outcome::Carried;
            assert_eq!(carried, present >= majority, "{present} of {n} agree");
        }
    }
}

#[test]
fn hy01_accepts_an_appointment_item_with_the_least_of_the_table() {
    for (n, two_thirds, ..) in TABLE {
        let mut room = Room::sitting(n, two_thirds);
        let events = room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
        let [Event::ItemTakenUp { quorum, .. }] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!(
            (quorum.present(), quorum.entitled(), quorum.required()),
            (Count(two_thirds), Count(n), Count(two_thirds))
        );
    }
}

#[test]
fn hy01_refuses_an_appointment_item_with_one_less_than_the_table() {
    for (n, two_thirds, ..) in TABLE {
        let mut room = Room::sitting(n, two_thirds - 1);
        let facts = room.refuses(MeetingCommand::TakeUpItem { item: ItemId(2) }, RuleId::Hy01);
        assert_eq!(facts, below(two_thirds - 1, n, two_thirds));
        room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    }
}

#[test]
fn hy01_refuses_the_next_nominee_and_the_vote_when_somebody_left() {
    let mut room = Room::heard(12, 8);
    room.does(leave(8));
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy01);
    room.does(MeetingCommand::PostponeVote { reason: "到会不足".into() });
    room.does(MeetingCommand::AnnounceResult {});
    room.refuses(MeetingCommand::TakeUpNominee { nominee: NomineeId(2) }, RuleId::Hy01);
    room.does(MeetingCommand::RecordArrival { member: MemberId(9), time: None });
    room.confirm_absence();
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(2) });
}

#[test]
fn hy01_refuses_the_result_of_a_vote_during_which_somebody_left() {
    let mut room = Room::voting(12, 8, VoteMethod::Secret);
    room.does(leave(8));
    room.refuses(count(8, 8, 0, 8, 0, 0), RuleId::Hy01);
    room.does(MeetingCommand::PostponeVote { reason: "到会不足".into() });
    assert_eq!(room.outcome(1), Some(Outcome::VotePostponed));

    let mut room = Room::voting(12, 8, VoteMethod::Hands);
    for n in 1..=8 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(leave(8));
    assert_eq!(room.refuses(MeetingCommand::CloseVote {}, RuleId::Hy01), below(7, 12, 8));
    room.does(MeetingCommand::PostponeVote { reason: "到会不足".into() });
    assert_eq!(room.outcome(1), Some(Outcome::VotePostponed));
}

#[test]
fn hy02_accepts_a_meeting_with_the_least_of_the_table() {
    for (n, _, half, _) in TABLE {
        let mut room = rolled(n, half);
        let events = room.does(MeetingCommand::OpenMeeting {});
        let [Event::MeetingOpened { quorum }] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!((quorum.present(), quorum.required(), quorum.is_met()), (Count(half), Count(half), true));
        room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    }
}

#[test]
fn hy02_refuses_a_meeting_with_one_less_than_the_table() {
    for (n, _, half, _) in TABLE {
        let room = rolled(n, half - 1);
        assert_eq!(room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Hy02), below(half - 1, n, half));
    }
}

#[test]
fn hy02_refuses_an_ordinary_item_and_its_vote_when_half_is_lost() {
    let mut room = Room::sitting(8, 4);
    room.does(leave(4));
    assert_eq!(room.refuses(MeetingCommand::TakeUpItem { item: ItemId(1) }, RuleId::Hy02), below(3, 8, 4));
    room.does(MeetingCommand::RecordArrival { member: MemberId(4), time: None });
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(introduce(member(2)));
    room.does(leave(4));
    room.refuses(state(2, Stance::Agree), RuleId::Hy02);
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy02);
    room.does(MeetingCommand::LeaveItem { reason: "到会不足".into() });
    room.does(MeetingCommand::Adjourn {});
}

/// A meeting of the day before, entered now, with `present` of `size` in the room.
fn entered_afterwards(size: u32, present: u32) -> Room {
    let filling = BackFilling { reason: "当时以纸质记录".into(), by: "记录".into() };
    Room::sitting_as(size, present, &MeetingCall { back_filled: Some(filling), ..asked() })
}

/// By which facts this rule was broken.
fn violations(room: &Room, rule: RuleId) -> Vec<&Because> {
    let found = room.meeting.violations.iter().map(|violation| &violation.refusal);
    found.filter(|refusal| refusal.rule == rule).map(|refusal| &refusal.facts).collect()
}

/// Everybody present is heard on the first nominee and agrees to them by show of hands.
fn agreed_afterwards(size: u32, present: u32) -> (Room, Vec<Event>) {
    let mut room = entered_afterwards(size, present);
    room.hears_the_first_nominee();
    for n in (2..=present).chain([1]) {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
    for n in 1..=present {
        room.does(vote(n, Choice::Agree));
    }
    let events = room.does(MeetingCommand::CloseVote {});
    (room, events)
}

#[test]
fn hy03_accepts_a_decision_with_enough_members() {
    let (room, events) = agreed_afterwards(9, 6);
    let [Event::VoteClosed { outcome, base, .. }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((*outcome, *base), (Outcome::Carried, Count(9)));
    assert_eq!(room.outcome(1), Some(Outcome::Carried));
    assert!(room.meeting.violations.is_empty(), "{:?}", room.meeting.violations);
}

#[test]
fn hy03_refuses_effect_to_a_decision_below_two_thirds_that_is_back_filled() {
    let (room, events) = agreed_afterwards(9, 5);
    let quorum: Vec<&Because> = violations(&room, RuleId::Hy01);
    assert!(!quorum.is_empty() && quorum.iter().all(|facts| **facts == below(5, 9, 6)), "{quorum:?}");
    let [Event::ViolationFound { refusal: void }, Event::VoteClosed { outcome, tally, .. }] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert_eq!(void.rule, RuleId::Hy03);
    assert_eq!(void.facts, Because::DecisionVoid { present: Count(5), required: Count(6) });
    assert_eq!((*outcome, tally.agree), (Outcome::Void, Count(5)), "5 of 9 would have carried with a quorum");
    assert_eq!(room.outcome(1), Some(Outcome::Void));
    assert_eq!(violations(&room, RuleId::Hy03).len(), 1);
}

#[test]
fn hy03_refuses_effect_to_a_secret_ballot_below_two_thirds_that_is_back_filled() {
    let mut room = entered_afterwards(9, 5);
    room.hears_the_first_nominee();
    for n in [2, 3, 4, 5, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Secret));
    let events = room.does(count(5, 5, 0, 5, 0, 0));
    let rules: Vec<RuleId> = events
        .iter()
        .filter_map(|event| match event {
            Event::ViolationFound { refusal } => Some(refusal.rule),
            _ => None,
        })
        .collect();
    assert_eq!(rules, [RuleId::Hy03], "that the quorum was missing is on record already");
    assert!(!violations(&room, RuleId::Hy01).is_empty());
    assert_eq!(room.outcome(1), Some(Outcome::Void));
}

#[test]
fn an_ordinary_decision_below_half_is_a_violation_and_not_void() {
    let mut room = entered_afterwards(8, 3);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(introduce(member(2)));
    room.does(open_vote(VoteMethod::Hands));
    for n in 1..=3 {
        room.does(vote(n, Choice::Agree));
    }
    let events = room.does(MeetingCommand::CloseVote {});
    let Some(Event::VoteClosed { outcome, .. }) = events.last() else { panic!("{events:?}") };
    assert_eq!(*outcome, Outcome::NotCarried, "R-HY-03 speaks of appointments");
    let rules: Vec<RuleId> = room.meeting.violations.iter().map(|violation| violation.refusal.rule).collect();
    assert!(rules.contains(&RuleId::Hy02) && !rules.contains(&RuleId::Hy03), "{rules:?}");
}

#[test]
fn a_nominee_whom_recusals_leave_without_a_quorum_is_put_off_unheard() {
    let mut room = Room::sitting(3, 3);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    let postpone = || MeetingCommand::PostponeVote { reason: "回避后到会不足".into() };
    room.refuses(postpone(), RuleId::Hy04);
    for member in [2, 3] {
        room.does(MeetingCommand::RecordRecusal {
            nominee: NomineeId(1),
            person: Attendant::Member(MemberId(member)),
            relation: Relation::Collateral,
            detail: String::new(),
            time: None,
            substitute: String::new(),
        });
    }
    room.refuses(introduce(member(1)), RuleId::Hb05);
    room.does(postpone());
    room.does(MeetingCommand::AnnounceResult {});
    for member in [2, 3] {
        room.does(MeetingCommand::RecordReturn { person: Attendant::Member(MemberId(member)), time: None });
    }
    room.does(MeetingCommand::LeaveItem { reason: "人选乙下次再议".into() });
    room.does(MeetingCommand::Adjourn {});
}

#[test]
fn a_motion_to_reconsider_is_put_off_when_its_voters_leave_and_moved_again() {
    let mut room = Room::voting(3, 3, VoteMethod::Hands);
    for n in 1..=3 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
    room.does(MeetingCommand::AnnounceResult {});
    let reconsider = || MeetingCommand::OpenReconsideration { nominee: NomineeId(1), reason: "新情况".into() };
    room.does(reconsider());
    room.does(vote(2, Choice::Agree));
    for member in [2, 3] {
        room.does(MeetingCommand::RecordDeparture { member: MemberId(member), time: None, reason: "急事".into() });
    }
    room.does(vote(1, Choice::Agree));
    room.refuses(MeetingCommand::CloseVote {}, RuleId::Hy01);
    room.does(MeetingCommand::PostponeVote { reason: "到会不足".into() });
    assert_eq!(room.outcome(1), Some(Outcome::Carried), "the decision stands");
    for member in [2, 3] {
        room.does(MeetingCommand::RecordArrival { member: MemberId(member), time: None });
    }
    room.does(reconsider());
    let motions = &room.meeting.items[1].matters[0].motions;
    assert_eq!(
        motions.iter().filter(|motion| motion.postponed.is_some()).count(),
        1,
        "the first motion stays on record"
    );
}
