//! R-PJ: the secret ballot.

use meeting::*;

use crate::room::*;

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
