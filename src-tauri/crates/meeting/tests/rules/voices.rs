//! R-HY-13, R-HY-15: who has a voice and a vote.

use meeting::*;

use crate::room::*;

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
    room.refuses(remark(OBSERVER), RuleId::Hy15);
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
    room.confirm_absence();
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.does(introduce(OBSERVER));
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
