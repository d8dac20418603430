//! R-HY-18: a decision is reopened by more than half of the members, and then goes through every step again.

use meeting::*;

use crate::room::*;

const EARLIER: MeetingNumber = MeetingNumber { year: 2025, ordinal: 9 };
const ANNOUNCE: MeetingCommand = MeetingCommand::AnnounceResult {};
const CLOSE: MeetingCommand = MeetingCommand::CloseVote {};

fn reconsider(nominee: u32) -> MeetingCommand {
    MeetingCommand::OpenReconsideration { nominee: NomineeId(nominee), reason: "新情况".into() }
}

fn take_up(nominee: u32) -> MeetingCommand {
    MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) }
}

fn end_item() -> MeetingCommand {
    MeetingCommand::CloseItem { decision: String::new() }
}

/// The first `agreeing` of `size` are for it, the others against; the vote is closed.
fn all_vote(room: &mut Room, size: u32, agreeing: u32) {
    for n in 1..=size {
        room.does(vote(n, if n <= agreeing { Choice::Agree } else { Choice::Against }));
    }
    room.does(CLOSE);
}

/// The nominee on the floor, introduced and heard again, is voted on by hands and announced.
fn all_steps(room: &mut Room, size: u32, agreeing: u32) {
    room.does(introduce(OBSERVER));
    for n in (2..=size).chain([1]) {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
    all_vote(room, size, agreeing);
    room.does(ANNOUNCE);
}

/// The first nominee is announced with `agreeing` of `size` for it.
fn decided(size: u32, agreeing: u32) -> Room {
    let mut room = Room::sitting(size, size);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(take_up(1));
    all_steps(&mut room, size, agreeing);
    room
}

#[test]
fn hy18_accepts_more_than_half_and_every_step_is_gone_through_again() {
    let mut room = decided(12, 5);
    assert_eq!(room.outcome(1), Some(Outcome::NotCarried));
    room.does(reconsider(1));
    let closed = {
        for n in 1..=12 {
            room.does(vote(n, if n <= 7 { Choice::Agree } else { Choice::Against }));
        }
        room.does(CLOSE)
    };
    let tally = Tally { agree: Count(7), against: Count(5), ..Tally::default() };
    assert_eq!(closed, [Event::ReconsiderationClosed { tally, base: Count(12), outcome: Outcome::Carried }], "7 of 12");
    assert_eq!(room.outcome(1), None, "nothing is decided now");
    room.refuses(state(2, Stance::Agree), RuleId::Hy14);
    assert_eq!(
        room.refuses(end_item(), RuleId::Hy14),
        Because::NomineesLeft { names: vec!["人选甲".into(), "人选乙".into()] }
    );
    room.does(take_up(1));
    assert_eq!(room.refuses(state(2, Stance::Agree), RuleId::Hy04), Because::NotIntroduced {});
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy04);
    all_steps(&mut room, 12, 8);
    assert_eq!(room.outcome(1), Some(Outcome::Carried));

    let matter = &room.meeting.items[1].matters[0];
    let past: Vec<Outcome> = matter.past.iter().map(|past| past.verdict.outcome()).collect();
    assert_eq!(past, [Outcome::NotCarried], "the first decision is kept");
    assert_eq!((matter.past[0].said.statements.len(), matter.past[0].chair), (12, MemberId(1)), "with what was said");
    assert_eq!((matter.motions.len(), matter.motions[0].reason.as_str()), (1, "新情况"));
    assert_eq!(matter.motions[0].votes.len(), 12, "and with who was for reconsidering");
}

#[test]
fn hy18_refuses_an_exact_half_and_the_decision_stands() {
    let mut room = decided(12, 8);
    room.does(reconsider(1));
    all_vote(&mut room, 12, 6);
    let matter = &room.meeting.items[1].matters[0];
    let result = matter.motions[0].result.expect("voted on");
    assert_eq!((result.outcome, result.base), (Outcome::NotCarried, Count(12)), "6 of 12");
    assert!(matter.past.is_empty());
    assert_eq!(room.outcome(1), Some(Outcome::Carried), "as it was decided");
    assert_eq!(room.refuses(take_up(1), RuleId::Hy14), Because::AlreadySettled { outcome: Outcome::Carried });
    room.does(take_up(2));
    all_steps(&mut room, 12, 12);
    room.does(end_item());
}

#[test]
fn hy18_refuses_a_majority_of_those_present_where_it_is_none_of_the_members() {
    // Eight of twelve are there; five of them are for it, which is more than half of eight and not of twelve.
    let mut room = Room::voting(12, 8, VoteMethod::Secret);
    room.does(count(8, 8, 0, 8, 0, 0));
    room.does(ANNOUNCE);
    room.does(reconsider(1));
    all_vote(&mut room, 8, 5);
    assert_eq!(room.outcome(1), Some(Outcome::Carried), "it stands");
}

#[test]
fn hy18_refuses_what_was_never_decided() {
    let nothing = Because::NothingToReconsider {};
    let mut room = Room::hearing(5, 5);
    room.does(MeetingCommand::PostponeVote { reason: "待核".into() });
    room.does(ANNOUNCE);
    assert_eq!(room.refuses(reconsider(1), RuleId::Hy18), nothing, "postponed");
    assert_eq!(room.refuses(reconsider(2), RuleId::Hy18), nothing, "not taken up");
    room.does(take_up(2));
    room.does(introduce(OBSERVER));
    for n in [2, 3, 4, 5, 1] {
        room.does(state(n, Stance::Defer));
    }
    room.does(MeetingCommand::DeferMatter { reason: "多数要求缓议".into() });
    room.does(ANNOUNCE);
    assert_eq!(room.refuses(reconsider(2), RuleId::Hy18), nothing, "deferred");
}

#[test]
fn hy18_refuses_reconsideration_where_the_rulebook_has_none() {
    let off = Rulebook { reconsideration: false, ..Rulebook::default() };
    let asked = MeetingCall { preset: Preset::Custom, custom: Some(off), ..asked() };
    let mut room = Room::sitting_as(5, 5, &asked);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(take_up(1));
    all_steps(&mut room, 5, 5);
    assert_eq!(room.refuses(reconsider(1), RuleId::Hy18), Because::NoReconsideration {});
    assert!(room.meeting.view().items[1].matters[0].reconsider.is_some(), "the door says so");
    let refusal = call(&committee(5), &[decided_earlier(Outcome::Carried)], &again(asked)).expect_err("refused");
    assert_eq!((refusal.rule, refusal.facts), (RuleId::Hy18, Because::NoReconsideration {}));
}

#[test]
fn a_motion_waits_for_the_floor_and_gives_its_reason() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    room.does(count(5, 5, 0, 5, 0, 0));
    let taken = Because::FloorTaken { item: ItemId(2), nominee: Some(NomineeId(1)) };
    assert_eq!(room.refuses(reconsider(1), RuleId::Hy14), taken, "before it is announced");
    room.does(ANNOUNCE);
    let silent = MeetingCommand::OpenReconsideration { nominee: NomineeId(1), reason: " ".into() };
    assert_eq!(room.refuses(silent, RuleId::Jl201), Because::Empty { text: Text::Reason });
    room.refuses(reconsider(9), RuleId::Hy17);
    room.does(take_up(2));
    room.refuses(reconsider(1), RuleId::Hy14);
}

#[test]
fn while_the_motion_is_voted_on_nothing_else_goes_on() {
    let mut room = decided(5, 5);
    room.does(reconsider(1));
    assert_eq!(room.meeting.view().floor.and_then(|floor| floor.stage), Some(StageName::Reconsidering));
    for command in [introduce(OBSERVER), state(2, Stance::Agree), open_vote(VoteMethod::Hands)] {
        assert_eq!(room.refuses(command, RuleId::Hy04), Because::VoteOpen {});
    }
    room.refuses(take_up(2), RuleId::Hy14);
    room.refuses(end_item(), RuleId::Hy14);
    room.refuses(MeetingCommand::LeaveItem { reason: "因故".into() }, RuleId::Hy14);
    room.refuses(MeetingCommand::Adjourn {}, RuleId::Hy14);
    room.refuses(count(5, 5, 0, 5, 0, 0), RuleId::Hy14);
    room.refuses(ANNOUNCE, RuleId::Hy19);
    room.refuses(MeetingCommand::RecordVote { voter: OBSERVER, choice: Choice::Agree }, RuleId::Hy15);
    room.does(vote(2, Choice::Agree));
    assert!(matches!(room.refuses(vote(2, Choice::Agree), RuleId::Hy14), Because::AlreadyVoted { .. }));
    let Because::NotYetVoted { missing } = room.refuses(CLOSE, RuleId::Hy14) else {
        panic!("names whose vote is missing");
    };
    assert_eq!(names(&missing), [3, 4, 5, 1]);
}

#[test]
fn a_motion_needs_the_quorum_when_it_is_moved_and_when_it_is_closed() {
    let mut room = Room::voting(6, 4, VoteMethod::Secret);
    room.does(count(4, 4, 0, 4, 0, 0));
    room.does(ANNOUNCE);
    room.does(reconsider(1));
    for n in 1..=4 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::RecordDeparture { member: MemberId(4), time: None, reason: "急事".into() });
    room.refuses(CLOSE, RuleId::Hy01);
    room.does(MeetingCommand::RecordArrival { member: MemberId(4), time: None });
    room.does(CLOSE);
    room.does(MeetingCommand::RecordDeparture { member: MemberId(4), time: None, reason: "急事".into() });
    room.refuses(take_up(1), RuleId::Hy01);
}

#[test]
fn whoever_was_recused_from_the_nominee_has_no_vote_on_reconsidering() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(MeetingCommand::RecordRecusal {
        nominee: NomineeId(1),
        person: Attendant::Member(MemberId(5)),
        relation: Relation::Spouse,
        detail: String::new(),
        time: None,
        substitute: String::new(),
    });
    room.does(take_up(1));
    all_steps(&mut room, 4, 4);
    room.does(MeetingCommand::RecordReturn { person: Attendant::Member(MemberId(5)), time: None });
    room.does(reconsider(1));
    room.refuses(vote(5, Choice::Agree), RuleId::Hb01);
    all_vote(&mut room, 4, 4);
    room.does(take_up(1));
    room.does(introduce(OBSERVER));
    room.refuses(state(5, Stance::Agree), RuleId::Hb01);
}

/// The nominee of [`room::asked`] as an earlier meeting left them.
fn decided_earlier(outcome: Outcome) -> OtherMeeting {
    let called = call(&committee(5), &[], &MeetingCall { number: EARLIER, ..asked() }).expect("called");
    let put_forward = called.agenda[1].nominees()[0].clone();
    OtherMeeting { id: MeetingId(9), number: EARLIER, results: vec![(put_forward, outcome)] }
}

/// Asks to reconsider the first nominee.
fn again(asked: MeetingCall) -> MeetingCall {
    let mut asked = asked;
    asked.agenda[1].matter = MatterDraft::Appointment {
        nominees: vec![NomineeDraft { reconsiders: Some(EARLIER), ..nominee("人选甲") }, nominee("人选乙")],
    };
    asked
}

/// The item with the earlier decision is open.
fn reopened(size: u32) -> Room {
    let others = [decided_earlier(Outcome::Carried)];
    let call = call(&committee(size), &others, &again(asked())).expect("called");
    let first = Recorded { entry: EntryNo(1), at: at(1), event: Event::MeetingCalled { call } };
    let mut room = Room { meeting: Meeting::begin(&first).expect("begins with the call"), next: 2 };
    for n in 1..=size {
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance: PRESENT });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room
}

#[test]
fn hy18_accepts_an_earlier_decision_once_the_members_agreed_to_reconsider_it() {
    let mut room = reopened(12);
    assert_eq!(room.refuses(take_up(1), RuleId::Hy18), Because::ReconsiderationNeeded { number: EARLIER });
    room.does(reconsider(1));
    all_vote(&mut room, 12, 7);
    room.does(take_up(1));
    assert_eq!(room.refuses(state(2, Stance::Agree), RuleId::Hy04), Because::NotIntroduced {});
    all_steps(&mut room, 12, 3);
    assert_eq!(room.outcome(1), Some(Outcome::NotCarried));
}

#[test]
fn hy18_refuses_an_earlier_decision_that_the_members_let_stand_and_the_item_ends() {
    let mut room = reopened(12);
    room.does(reconsider(1));
    all_vote(&mut room, 12, 6);
    assert_eq!(room.refuses(take_up(1), RuleId::Hy18), Because::ReconsiderationRefused {});
    assert_eq!(room.refuses(reconsider(1), RuleId::Hy18), Because::ReconsiderationRefused {});
    assert_eq!(room.outcome(1), None, "decided on at the other meeting, not here");
    room.does(take_up(2));
    all_steps(&mut room, 12, 12);
    room.does(end_item());
    room.does(MeetingCommand::Adjourn {});
    let told = room.meeting.to_others(MeetingId(1)).results;
    assert_eq!(told.len(), 1, "this meeting decided on the other nominee alone: {told:?}");
}

#[test]
fn hy18_refuses_to_call_for_a_reconsideration_of_what_was_not_decided() {
    for others in [
        Vec::new(),
        vec![decided_earlier(Outcome::Deferred)],
        vec![decided_earlier(Outcome::VotePostponed)],
        vec![decided_earlier(Outcome::Void)],
        vec![OtherMeeting { number: MeetingNumber { year: 2025, ordinal: 8 }, ..decided_earlier(Outcome::Carried) }],
    ] {
        let refusal = call(&committee(5), &others, &again(asked())).expect_err("refused");
        assert_eq!((refusal.rule, refusal.facts), (RuleId::Hy18, Because::NothingToReconsider {}));
    }
    for outcome in [Outcome::Carried, Outcome::NotCarried] {
        call(&committee(5), &[decided_earlier(outcome)], &again(asked())).expect("either way decided");
    }
}

#[test]
fn hy18_refuses_to_call_for_a_reconsideration_for_another_post() {
    let mut elsewhere = again(asked());
    elsewhere.agenda[1].matter = MatterDraft::Appointment {
        nominees: vec![NomineeDraft {
            reconsiders: Some(EARLIER), proposed_post: "丁".into(), ..nominee("人选甲")
        }],
    };
    let refusal = call(&committee(5), &[decided_earlier(Outcome::Carried)], &elsewhere).expect_err("refused");
    assert_eq!((refusal.rule, refusal.facts), (RuleId::Hy18, Because::NothingToReconsider {}));
}
