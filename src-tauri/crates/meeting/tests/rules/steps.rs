//! R-HY-04, R-HY-05, R-HY-14, R-HY-19: introduction, discussion, vote, announcement; nothing skips a step.

use meeting::*;

use crate::room::*;

const TAKE_UP_FIRST: MeetingCommand = MeetingCommand::TakeUpNominee { nominee: NomineeId(1) };
const TAKE_UP_SECOND: MeetingCommand = MeetingCommand::TakeUpNominee { nominee: NomineeId(2) };

fn close(decision: &str) -> MeetingCommand {
    MeetingCommand::CloseItem { decision: decision.into() }
}

fn leave() -> MeetingCommand {
    MeetingCommand::LeaveItem { reason: "因故".into() }
}

/// The first nominee is taken up and not introduced.
fn taken_up() -> Room {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(TAKE_UP_FIRST);
    room
}

/// The nominee on the floor goes through every step, and everybody agrees.
fn carries(room: &mut Room, size: u32) {
    room.does(introduce(OBSERVER));
    for n in (2..=size).chain([1]) {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
    for n in 1..=size {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
    room.does(MeetingCommand::AnnounceResult {});
}

fn lacks(room: &Room) -> Option<Vec<IntroductionPoint>> {
    room.meeting.warnings().into_iter().find_map(|warning| match warning {
        Warning::IntroductionLacks { missing, .. } => Some(missing),
        _ => None,
    })
}

#[test]
fn hy04_accepts_introduction_stances_and_vote_in_their_order() {
    let mut room = taken_up();
    carries(&mut room, 5);
    assert_eq!(room.outcome(1), Some(Outcome::Carried));
    room.does(TAKE_UP_SECOND);
    carries(&mut room, 5);
    assert_eq!(room.outcome(2), Some(Outcome::Carried));
    room.does(close(""));
}

#[test]
fn hy04_refuses_a_stance_and_a_vote_before_the_introduction() {
    let room = taken_up();
    let defer = MeetingCommand::DeferMatter { reason: "缓".into() };
    for command in [state(2, Stance::Agree), open_vote(VoteMethod::Hands), vote(2, Choice::Agree), defer] {
        assert_eq!(room.refuses(command, RuleId::Hy04), Because::NotIntroduced {});
    }
}

#[test]
fn hy04_refuses_a_second_introduction() {
    let room = Room::hearing(5, 5);
    assert_eq!(room.refuses(introduce(member(2)), RuleId::Hy04), Because::AlreadyIntroduced {});
}

#[test]
fn hy04_refuses_discussion_while_the_vote_is_open() {
    let room = Room::voting(5, 5, VoteMethod::Hands);
    let restate =
        MeetingCommand::RestateStatement { speaker: member(2), stance: Stance::Defer, words: "再想".into() };
    let defer = MeetingCommand::DeferMatter { reason: "缓".into() };
    for command in [state(2, Stance::Agree), restate, introduce(OBSERVER), open_vote(VoteMethod::Voice), defer] {
        assert_eq!(room.refuses(command, RuleId::Hy04), Because::VoteOpen {});
    }
}

#[test]
fn hy04_refuses_the_end_of_an_ordinary_item_that_nobody_introduced() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    assert_eq!(room.refuses(close("定"), RuleId::Hy04), Because::NotIntroduced {});
}

#[test]
fn hy05_warns_of_exactly_the_points_that_an_introduction_leaves_out() {
    use IntroductionPoint::{Appraisal, Basics, Exception, Inspection, Reasons, Recommendation};
    let after = |covers: &[IntroductionPoint]| {
        let mut room = taken_up();
        assert_eq!(lacks(&room), None, "nothing is missing before there is an introduction");
        room.does(MeetingCommand::Introduce { by: OBSERVER, words: "介绍".into(), covers: covers.to_vec() });
        room
    };
    let room = after(&[Basics, Inspection]);
    assert_eq!(lacks(&room), Some(vec![Recommendation, Appraisal, Reasons]));
    assert_eq!(lacks(&after(&[])), Some(vec![Basics, Recommendation, Appraisal, Inspection, Reasons]));
    assert_eq!(lacks(&after(&[Basics, Recommendation, Appraisal, Inspection, Reasons])), None);
    assert_eq!(lacks(&after(&[Exception])).map(|missing| missing.len()), Some(5), "an exception stands for no other");
}

#[test]
fn hy05_warns_and_bars_nothing() {
    let mut room = Room::heard(5, 5);
    assert!(lacks(&room).is_some());
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy14_accepts_one_vote_for_each_nominee_and_one_entry_for_each_member() {
    let mut room = taken_up();
    carries(&mut room, 5);
    let votes = |room: &Room, place: usize| match room.meeting.items[1].matters[place].stage.verdict() {
        Some(Verdict::ByName { votes, .. }) => votes.iter().map(|vote| vote.member.0).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(votes(&room, 0), [1, 2, 3, 4, 5]);
    assert_eq!(room.outcome(2), None, "the other nominee has a vote of their own");
}

#[test]
fn hy14_refuses_another_matter_while_one_is_on_the_floor() {
    let room = Room::hearing(5, 5);
    let taken = Because::FloorTaken { item: ItemId(2), nominee: Some(NomineeId(1)) };
    for command in [TAKE_UP_SECOND, MeetingCommand::TakeUpItem { item: ItemId(1) }, MeetingCommand::Adjourn {}, leave()]
    {
        assert_eq!(room.refuses(command, RuleId::Hy14), taken);
    }
    assert_eq!(room.refuses(close("定"), RuleId::Hy14), Because::NotSettled {});
}

#[test]
fn hy14_refuses_a_statement_and_a_vote_while_nothing_is_on_the_floor() {
    let mut room = Room::sitting(5, 5);
    for command in [introduce(OBSERVER), state(2, Stance::Agree), open_vote(VoteMethod::Hands), TAKE_UP_FIRST] {
        assert_eq!(room.refuses(command, RuleId::Hy14), Because::FloorEmpty {});
    }
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    assert_eq!(
        room.refuses(state(2, Stance::Agree), RuleId::Hy14),
        Because::FloorEmpty {},
        "no vote on the whole item"
    );
    assert_eq!(room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy14), Because::FloorEmpty {});
}

#[test]
fn hy14_refuses_a_settled_nominee_a_second_time() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    room.does(count(5, 5, 0, 5, 0, 0));
    room.does(MeetingCommand::AnnounceResult {});
    let settled = Because::AlreadySettled { outcome: Outcome::Carried };
    assert_eq!(room.refuses(TAKE_UP_FIRST, RuleId::Hy14), settled);
    room.does(TAKE_UP_SECOND);
    room.does(introduce(OBSERVER));
    room.does(MeetingCommand::PostponeVote { reason: "有情况待核".into() });
    room.does(MeetingCommand::AnnounceResult {});
    let settled = Because::AlreadySettled { outcome: Outcome::VotePostponed };
    assert_eq!(room.refuses(TAKE_UP_SECOND, RuleId::Hy14), settled);
}

#[test]
fn hy14_refuses_the_end_of_an_item_whose_nominees_are_left() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    room.does(count(5, 5, 0, 5, 0, 0));
    room.does(MeetingCommand::AnnounceResult {});
    let facts = room.refuses(close(""), RuleId::Hy14);
    assert_eq!(facts, Because::NomineesLeft { names: vec!["人选乙".into()] });
    room.does(MeetingCommand::LeaveItem { reason: "时间所限".into() });
    room.does(MeetingCommand::Adjourn {});
}

#[test]
fn an_item_left_may_be_taken_up_again_and_one_that_ended_may_not() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(introduce(member(2)));
    room.does(leave());
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(close("同意"));
    let facts = room.refuses(MeetingCommand::TakeUpItem { item: ItemId(1) }, RuleId::Hy14);
    assert_eq!(facts, Because::ItemEnded { item: ItemId(1) });
}

#[test]
fn hy17_refuses_somebody_who_is_not_on_the_item() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    let facts = room.refuses(MeetingCommand::TakeUpNominee { nominee: NomineeId(9) }, RuleId::Hy17);
    assert_eq!(facts, Because::NoSuchNominee { nominee: NomineeId(9) });
}

#[test]
fn hy19_accepts_an_announcement_by_the_chair_in_the_room() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    room.does(count(5, 5, 0, 4, 1, 0));
    let now = at(room.next);
    assert_eq!(room.does(MeetingCommand::AnnounceResult {}), [Event::ResultAnnounced { chair: MemberId(1) }]);
    let announced = room.meeting.items[1].matters[0].stage.announced();
    assert_eq!(announced.map(|stamp| stamp.at), Some(now), "with its time");
}

#[test]
fn hy19_refuses_an_announcement_before_the_vote_and_a_second_one() {
    let mut room = Room::heard(5, 5);
    assert_eq!(room.refuses(MeetingCommand::AnnounceResult {}, RuleId::Hy19), Because::NotSettled {});
    room.does(open_vote(VoteMethod::Hands));
    for n in 1..=5 {
        room.does(vote(n, Choice::Agree));
        assert_eq!(room.refuses(MeetingCommand::AnnounceResult {}, RuleId::Hy19), Because::NotSettled {});
    }
    room.does(MeetingCommand::CloseVote {});
    room.does(MeetingCommand::AnnounceResult {});
    room.refuses(MeetingCommand::AnnounceResult {}, RuleId::Hy19);
}

#[test]
fn hy19_refuses_to_go_on_before_the_announcement() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    room.does(count(5, 5, 0, 5, 0, 0));
    for command in [close(""), leave()] {
        assert_eq!(room.refuses(command, RuleId::Hy19), Because::NotAnnounced {});
    }
    for command in [TAKE_UP_SECOND, MeetingCommand::Adjourn {}] {
        room.refuses(command, RuleId::Hy14);
    }
}

#[test]
fn a_result_waits_for_a_chair_in_the_room() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    room.does(count(5, 5, 0, 5, 0, 0));
    room.does(MeetingCommand::RecordDeparture { member: MemberId(1), time: None, reason: "急事".into() });
    let facts = room.refuses(MeetingCommand::AnnounceResult {}, RuleId::Hy08);
    assert!(matches!(facts, Because::ChairNotPresent { .. }));
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    assert_eq!(room.does(MeetingCommand::AnnounceResult {}), [Event::ResultAnnounced { chair: MemberId(2) }]);
}

#[test]
fn an_ordinary_item_ends_with_a_vote_that_was_announced() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(introduce(member(2)));
    room.does(open_vote(VoteMethod::Hands));
    assert_eq!(room.refuses(close("定"), RuleId::Hy14), Because::VoteOpen {});
    for n in 1..=5 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
    room.refuses(close("定"), RuleId::Hy19);
    room.does(MeetingCommand::AnnounceResult {});
    room.does(close(""));
}

#[test]
fn postponing_and_deferring_state_their_reason() {
    let room = Room::heard(5, 5);
    for command in
        [MeetingCommand::PostponeVote { reason: " ".into() }, MeetingCommand::DeferMatter { reason: String::new() }]
    {
        assert_eq!(room.refuses(command, RuleId::Jl201), Because::Empty { text: Text::Reason });
    }
}
