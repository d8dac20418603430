//! R-HY-12, R-HY-14: the vote by name.

use meeting::*;

use crate::room::*;

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
