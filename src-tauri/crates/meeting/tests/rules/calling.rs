//! Calling a meeting, and the committee that calls it.

use meeting::*;

use crate::room::*;

#[test]
fn a_meeting_number_is_not_given_twice() {
    let held = [OtherMeeting { id: MeetingId(1), number: MeetingNumber { year: 2026, ordinal: 1 }, results: vec![] }];
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
