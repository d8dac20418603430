//! Presence in time: whoever comes, leaves and comes back, and what follows at once for quorum, speaking list and ballots
//! (R-HY-01, R-HY-06, R-HY-07, R-HY-08, R-HY-13, R-HY-25).

use meeting::*;

use crate::room::*;

fn leaves(id: u32) -> MeetingCommand {
    MeetingCommand::RecordDeparture { member: MemberId(id), time: None, reason: "急事".into() }
}

fn comes(id: u32) -> MeetingCommand {
    MeetingCommand::RecordArrival { member: MemberId(id), time: None }
}

fn restate(id: u32) -> MeetingCommand {
    MeetingCommand::RestateStatement { speaker: member(id), stance: Stance::Defer, words: "再想了想".into() }
}

fn order(room: &Room) -> Vec<u32> {
    room.meeting.speaking_order().iter().map(|seat| seat.member.id.0).collect()
}

/// The votes of all in the room, and the end of the vote.
fn all_agree(room: &mut Room, members: &[u32]) -> (Count, Outcome) {
    for n in members {
        room.does(vote(*n, Choice::Agree));
    }
    let events = room.does(MeetingCommand::CloseVote {});
    let [Event::VoteClosed { tally, outcome, .. }] = events.as_slice() else { panic!("{events:?}") };
    (tally.agree, *outcome)
}

#[test]
fn a_member_who_leaves_after_stating_has_spoken_and_does_not_vote() {
    let mut room = Room::hearing(5, 5);
    room.does(state(2, Stance::Agree));
    room.does(leaves(2));
    room.confirm_absence();
    assert_eq!(order(&room), [3, 4, 5, 1]);
    for n in [3, 4, 5, 1] {
        room.does(state(n, Stance::Agree));
    }
    let said = room.meeting.open_matter().and_then(|matter| matter.stage.deliberation()).expect("heard");
    assert!(said.stance_of(MemberId(2)).is_some(), "what was said stays on record");
    room.does(open_vote(VoteMethod::Hands));
    assert!(matches!(room.refuses(vote(2, Choice::Agree), RuleId::Hy13), Because::NotPresent { .. }));
    assert_eq!(all_agree(&mut room, &[1, 3, 4, 5]), (Count(4), Outcome::Carried));
}

#[test]
fn a_member_who_leaves_before_stating_is_not_waited_for() {
    let mut room = Room::hearing(5, 5);
    room.does(state(2, Stance::Agree));
    room.does(state(3, Stance::Agree));
    room.does(state(4, Stance::Agree));
    room.refuses(state(1, Stance::Agree), RuleId::Hy07);
    room.does(leaves(5));
    room.does(state(1, Stance::Agree));
    room.confirm_absence();
    room.does(open_vote(VoteMethod::Secret));
    room.refuses(count(5, 5, 0, 5, 0, 0), RuleId::Hy13);
    room.does(count(4, 4, 0, 4, 0, 0));
    assert_eq!(room.outcome(1), Some(Outcome::Carried), "4 of 5");
}

#[test]
fn a_member_who_comes_back_keeps_the_stance_that_was_taken() {
    let mut room = Room::heard(5, 5);
    room.does(leaves(3));
    room.does(comes(3));
    assert_eq!(order(&room), [2, 3, 4, 5, 1]);
    room.refuses(state(3, Stance::Disagree), RuleId::Hy06);
    room.does(open_vote(VoteMethod::Hands));
    assert_eq!(all_agree(&mut room, &[1, 2, 3, 4, 5]).0, Count(5));
}

#[test]
fn hy06_refuses_the_vote_until_whoever_came_late_has_spoken_and_the_secretary_closed_again() {
    let mut room = Room::heard(5, 4);
    room.does(comes(5));
    assert_eq!(order(&room), [2, 3, 4, 5, 1]);
    let Because::NotYetStated { missing } = room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy06) else {
        panic!("names who has not spoken");
    };
    assert_eq!(names(&missing), [5]);
    room.refuses(state(1, Stance::Agree), RuleId::Hy06);
    room.does(state(5, Stance::Disagree));
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy07);
    room.does(state(1, Stance::Agree));
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy07_refuses_the_vote_when_somebody_thought_again_and_left_before_the_secretary_closed() {
    let mut room = Room::heard(5, 5);
    room.does(restate(5));
    room.does(leaves(5));
    room.confirm_absence();
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy07);
    room.does(state(1, Stance::Agree));
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy08_accepts_the_chair_standing_in_as_the_last_once_the_secretary_has_left() {
    // The second has spoken before the others and presides now: last is whoever presides, after all that was said since.
    let mut room = Room::hearing(5, 5);
    for n in [2, 3, 4, 5] {
        room.does(state(n, Stance::Agree));
    }
    room.does(leaves(1));
    let away = room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy08);
    assert!(matches!(away, Because::ChairNotPresent { chair } if chair.id == MemberId(1)));
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    assert_eq!(order(&room), [3, 4, 5, 2]);
    room.confirm_absence();
    let Because::NotYetStated { missing } = room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy08) else {
        panic!("names who has to close");
    };
    assert_eq!(names(&missing), [2]);
    room.does(state(2, Stance::Agree));
    room.does(open_vote(VoteMethod::Hands));
    assert_eq!(all_agree(&mut room, &[2, 3, 4, 5]), (Count(4), Outcome::Carried));
}

#[test]
fn hy08_refuses_the_vote_when_the_secretary_has_closed_and_left() {
    let mut room = Room::heard(5, 5);
    room.does(leaves(1));
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.confirm_absence();
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy08);
    room.does(state(2, Stance::Agree));
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn a_chair_standing_in_who_was_the_last_to_speak_does_not_repeat_it() {
    let mut room = Room::hearing(5, 5);
    for n in [3, 4, 5, 2] {
        room.does(state(n, Stance::Agree));
    }
    room.does(leaves(1));
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.confirm_absence();
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy07_refuses_the_vote_until_a_secretary_who_comes_late_has_spoken() {
    let mut room = Room::called(5);
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    for n in 1..=5 {
        let attendance = if n == 1 { Attendance::OnLeave { reason: "晚到".into() } } else { PRESENT };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.hears_the_first_nominee();
    for n in [3, 4, 5, 2] {
        room.does(state(n, Stance::Agree));
    }
    room.does(comes(1));
    assert_eq!(order(&room), [2, 3, 4, 5, 1], "the Secretary is last, whoever presides");
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy06);
    room.does(state(1, Stance::Agree));
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy01_refuses_every_step_of_a_nominee_whose_quorum_is_lost_half_way() {
    let mut room = Room::hearing(12, 8);
    room.does(state(2, Stance::Agree));
    room.does(leaves(8));
    let below = Because::BelowQuorum { present: Count(7), entitled: Count(12), required: Count(8), missing: Count(1) };
    for command in [state(3, Stance::Agree), restate(2)] {
        assert_eq!(room.refuses(command, RuleId::Hy01), below);
    }
    // The vote fails on whoever has not spoken, who cannot now; setting aside with a reason is the way out.
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy06);
    room.does(MeetingCommand::PostponeVote { reason: "到会不足".into() });
    assert_eq!(room.outcome(1), Some(Outcome::VotePostponed));
    room.does(MeetingCommand::AnnounceResult {});
    assert_eq!(room.refuses(MeetingCommand::TakeUpNominee { nominee: NomineeId(2) }, RuleId::Hy01), below);
    room.does(MeetingCommand::LeaveItem { reason: "到会不足".into() });
    assert_eq!(room.refuses(MeetingCommand::TakeUpItem { item: ItemId(2) }, RuleId::Hy01), below);
}

#[test]
fn hy01_refuses_the_introduction_below_the_quorum() {
    let mut room = Room::sitting(12, 8);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.confirm_absence();
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.does(leaves(8));
    room.refuses(introduce(OBSERVER), RuleId::Hy01);
    room.does(comes(8));
    room.does(introduce(OBSERVER));
}

#[test]
fn hy01_accepts_going_on_once_somebody_has_come() {
    let mut room = Room::hearing(12, 8);
    room.does(leaves(8));
    room.refuses(state(2, Stance::Agree), RuleId::Hy01);
    room.does(comes(9));
    for n in [2, 3, 4, 5, 6, 7, 9, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.confirm_absence();
    room.does(open_vote(VoteMethod::Secret));
    room.does(count(8, 8, 0, 8, 0, 0));
    assert_eq!(room.outcome(1), Some(Outcome::Carried));
}

#[test]
fn whoever_leaves_during_a_vote_is_not_waited_for_and_whoever_has_voted_has_voted() {
    let mut room = Room::voting(5, 5, VoteMethod::Hands);
    room.does(vote(5, Choice::Against));
    room.does(leaves(5));
    room.does(vote(1, Choice::Agree));
    room.does(vote(2, Choice::Agree));
    room.does(vote(3, Choice::Agree));
    room.refuses(MeetingCommand::CloseVote {}, RuleId::Hy14);
    room.does(vote(4, Choice::Against));
    let events = room.does(MeetingCommand::CloseVote {});
    let [Event::VoteClosed { tally, .. }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((tally.agree, tally.against), (Count(3), Count(2)));
}

#[test]
fn hy13_refuses_a_vote_of_whoever_left_and_takes_it_of_whoever_came_back() {
    let mut room = Room::voting(5, 5, VoteMethod::Hands);
    room.does(leaves(5));
    assert!(matches!(room.refuses(vote(5, Choice::Agree), RuleId::Hy13), Because::NotPresent { .. }));
    room.does(comes(5));
    room.does(vote(5, Choice::Agree));
}

#[test]
fn hy25_refuses_to_come_twice_and_whoever_is_away_cannot_leave() {
    let mut room = Room::sitting(5, 4);
    let facts = room.refuses(comes(2), RuleId::Hy25);
    assert!(matches!(facts, Because::AlreadyPresent { member } if member.id == MemberId(2)));
    room.refuses(leaves(5), RuleId::Hy13);
    room.does(comes(5));
    room.refuses(comes(5), RuleId::Hy25);
    room.does(leaves(5));
    room.refuses(leaves(5), RuleId::Hy13);
}

#[test]
fn hy25_refuses_times_out_of_order() {
    let mut room = Room::sitting(5, 5);
    let leaves =
        |time| MeetingCommand::RecordDeparture { member: MemberId(5), time: Some(time), reason: "急事".into() };
    assert!(matches!(room.refuses(leaves(at(0)), RuleId::Hy25), Because::TimeOutOfOrder { .. }), "before the opening");
    assert!(matches!(room.refuses(leaves(at(9_999)), RuleId::Hy25), Because::TimeOutOfOrder { .. }), "not yet");
    room.does(remark(member(2)));
    let left = room.next;
    let events = room.does(leaves(at(left)));
    assert_eq!(events, [Event::MemberDeparted { member: MemberId(5), time: at(left), reason: "急事".into() }]);
    // Coming back is not before the leaving; it may be entered later than it happened.
    room.does(remark(member(2)));
    room.does(remark(member(2)));
    let comes = |time| MeetingCommand::RecordArrival { member: MemberId(5), time: Some(at(time)) };
    room.refuses(comes(left - 1), RuleId::Hy25);
    room.does(comes(left + 1));
    let times: Vec<Moment> = room.meeting.seats[4].movements.iter().map(|movement| movement.time).collect();
    assert_eq!(times, [at(left), at(left + 1)]);
}

#[test]
fn presence_shows_at_once() {
    let mut room = Room::sitting(12, 8);
    let shown = |room: &Room| {
        let heads = room.meeting.view().attendance;
        (heads.present.0, heads.ordinary_met, heads.appointment_met)
    };
    assert_eq!(shown(&room), (8, true, true));
    room.does(leaves(8));
    assert_eq!(shown(&room), (7, true, false));
    room.does(leaves(7));
    room.does(leaves(6));
    assert_eq!(shown(&room), (5, false, false));
    room.does(comes(12));
    assert_eq!(shown(&room), (6, true, false));
}
