//! R-HY-04, R-HY-14, R-HY-17, R-HY-19: introduction, discussion, vote, announcement; nothing skips a step.

use meeting::*;

use crate::room::*;

#[test]
fn no_stance_before_the_introduction() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    assert_eq!(room.refuses(state(2, Stance::Agree), RuleId::Hy04), Because::NotIntroduced {});
    assert_eq!(room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy04), Because::NotIntroduced {});
    room.does(introduce(member(2)));
    room.does(state(2, Stance::Agree));
}

#[test]
fn one_introduction_each() {
    let room = Room::hearing(5, 5);
    room.refuses(introduce(member(2)), RuleId::Hy04);
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

#[test]
fn an_ordinary_item_ends_with_a_decision_or_a_vote() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.refuses(MeetingCommand::CloseItem { decision: "定".into() }, RuleId::Hy04);
    room.does(introduce(member(2)));
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
