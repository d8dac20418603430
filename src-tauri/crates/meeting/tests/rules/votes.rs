//! R-BX-07, R-HY-11, R-HY-12, R-HY-14: the vote, and what carries.

use meeting::*;

use crate::room::*;

/// The first nominee was voted on by show of hands: `agree` of `present` agree, the rest vote `otherwise`.
fn decided(entitled: u32, present: u32, agree: u32, otherwise: Choice) -> Room {
    let mut room = Room::voting(entitled, present, VoteMethod::Hands);
    for n in 1..=present {
        room.does(vote(n, if n <= agree { Choice::Agree } else { otherwise }));
    }
    room.does(MeetingCommand::CloseVote {});
    room
}

fn malformed(line: &str) {
    assert!(serde_json::from_str::<MeetingCommand>(line).is_err(), "{line}");
}

#[test]
fn bx07_accepts_a_decision_by_vote_at_the_meeting() {
    let mut room = decided(5, 5, 5, Choice::Against);
    room.does(MeetingCommand::AnnounceResult {});
    let stage = &room.meeting.items[1].matters[0].stage;
    assert_eq!(stage.verdict().and_then(Verdict::method), Some(VoteMethod::Hands), "the decision is that of a vote");
}

#[test]
fn bx07_refuses_every_line_that_asks_for_circulation() {
    for kind in [
        "circulate",
        "approveByCirculation",
        "recordCirculation",
        "signOff",
        "传签",
        "圈阅",
        "个别征求意见",
        "recordDecision",
        "carry",
        "adoptAll",
    ] {
        malformed(&format!(r#"{{"type":"{kind}"}}"#));
        malformed(&format!(r#"{{"type":"{kind}","nominee":1}}"#));
        malformed(&format!(r#"{{"type":"{kind}","item":2,"members":[1,2,3]}}"#));
    }
    malformed(r#"{"type":"openVote","method":"circulation"}"#);
    malformed(r#"{"type":"openVote","method":"传签"}"#);
    malformed(r#"{"type":"closeItem","decision":"同意","outcome":"carried"}"#);
}

#[test]
fn bx07_refuses_an_outcome_of_people_without_a_vote() {
    // Every other way in which the matter of a nominee ends: postponed, deferred, or the item left. None of them carries.
    let mut room = Room::heard(5, 5);
    room.refuses(MeetingCommand::CloseItem { decision: "同意任命".into() }, RuleId::Hy14);
    room.refuses(MeetingCommand::AnnounceResult {}, RuleId::Hy19);
    room.does(MeetingCommand::DeferMatter { reason: "缓".into() });
    assert_eq!(room.outcome(1), Some(Outcome::Deferred));
}

#[test]
fn hy11_accepts_each_method_and_keeps_it() {
    for method in [VoteMethod::Voice, VoteMethod::Hands, VoteMethod::Signed, VoteMethod::Secret] {
        let mut room = Room::voting(5, 5, method);
        if method == VoteMethod::Secret {
            room.does(count(5, 5, 0, 4, 1, 0));
        } else {
            for n in 1..=5 {
                room.does(vote(n, Choice::Agree));
            }
            room.does(MeetingCommand::CloseVote {});
        }
        let verdict = room.meeting.items[1].matters[0].stage.verdict();
        assert_eq!(verdict.and_then(Verdict::method), Some(method));
    }
}

#[test]
fn hy11_refuses_a_choice_that_the_rulebook_does_not_offer() {
    let room = Room::voting(5, 5, VoteMethod::Hands);
    let facts = room.refuses(vote(2, Choice::Defer), RuleId::Hy11);
    assert_eq!(facts, Because::ChoiceNotOffered { choice: Choice::Defer });
    let room = Room::voting(5, 5, VoteMethod::Secret);
    let deferring = CountSheet { defer: Reading::Number(Count(1)), ..sheet(5, 5, 0, 4, 0, 0) };
    let facts = room.refuses(counted(deferring), RuleId::Hy11);
    assert_eq!(facts, Because::ChoiceNotOffered { choice: Choice::Defer });
}

#[test]
fn hy11_refuses_a_vote_without_a_method_as_malformed() {
    malformed(r#"{"type":"openVote"}"#);
    malformed(r#"{"type":"openVote","method":null}"#);
    malformed(r#"{"type":"openVote","method":"acclamation"}"#);
}

#[test]
fn hy12_accepts_the_least_of_the_table_as_carried() {
    for (n, majority) in [(7, 4), (8, 5), (9, 5), (10, 6), (11, 6), (12, 7), (13, 7), (15, 8)] {
        let room = decided(n, n, majority, Choice::Against);
        assert_eq!(room.outcome(1), Some(Outcome::Carried), "{majority} of {n}");
    }
}

#[test]
fn hy12_refuses_to_carry_one_less_than_the_table() {
    for (n, majority) in [(7, 4), (8, 5), (9, 5), (10, 6), (11, 6), (12, 7), (13, 7), (15, 8)] {
        let room = decided(n, n, majority - 1, Choice::Abstain);
        assert_eq!(room.outcome(1), Some(Outcome::NotCarried), "{} of {n}", majority - 1);
    }
}

#[test]
fn hy12_accepts_one_more_than_half_of_the_entitled_while_some_are_away() {
    let room = decided(12, 11, 7, Choice::Abstain);
    assert_eq!(room.outcome(1), Some(Outcome::Carried), "7 of 12");
}

#[test]
fn hy12_refuses_to_carry_an_exact_half_of_the_entitled() {
    let room = decided(12, 11, 6, Choice::Against);
    assert_eq!(room.outcome(1), Some(Outcome::NotCarried), "6 of 12, and of 11 present");
    let verdict = room.meeting.items[1].matters[0].stage.verdict();
    assert_eq!(verdict.and_then(Verdict::base), Some(Count(12)), "the whole is the entitled, not those present");
}

#[test]
fn hy12_refuses_to_carry_what_all_present_agree_to_when_they_are_no_majority() {
    // An ordinary item opens with a half; a half alone does not carry it.
    let mut room = Room::sitting(8, 4);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(introduce(member(2)));
    room.does(open_vote(VoteMethod::Hands));
    for n in 1..=4 {
        room.does(vote(n, Choice::Agree));
    }
    let events = room.does(MeetingCommand::CloseVote {});
    let [Event::VoteClosed { outcome, base, .. }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((*outcome, *base), (Outcome::NotCarried, Count(8)));
}

#[test]
fn hy14_refuses_a_second_vote_and_an_end_while_one_is_missing() {
    let mut room = Room::voting(5, 4, VoteMethod::Signed);
    room.does(vote(2, Choice::Agree));
    assert!(matches!(room.refuses(vote(2, Choice::Against), RuleId::Hy14), Because::AlreadyVoted { .. }));
    let Because::NotYetVoted { missing } = room.refuses(MeetingCommand::CloseVote {}, RuleId::Hy14) else {
        panic!("names whose vote is missing");
    };
    assert_eq!(names(&missing), [3, 4, 1]);
}

#[test]
fn hy14_refuses_totals_where_votes_are_cast_by_name() {
    let room = Room::voting(5, 4, VoteMethod::Signed);
    assert_eq!(room.refuses(count(4, 4, 0, 4, 0, 0), RuleId::Hy14), Because::VoteIsByName {});
    let void = MeetingCommand::VoidBallot { issued: Count(4), returned: Count(5) };
    assert_eq!(room.refuses(void, RuleId::Hy14), Because::VoteIsByName {});
}

#[test]
fn hy14_refuses_one_line_for_the_votes_of_all() {
    malformed(r#"{"type":"recordVote","voter":"all","choice":"agree"}"#);
    malformed(r#"{"type":"recordVote","voter":[{"member":1},{"member":2}],"choice":"agree"}"#);
    malformed(r#"{"type":"recordVotes","votes":[{"voter":{"member":1},"choice":"agree"}]}"#);
    assert!(
        serde_json::from_str::<MeetingCommand>(r#"{"type":"recordVote","voter":{"member":1},"choice":"agree"}"#)
            .is_ok()
    );
}

#[test]
fn a_vote_that_is_not_open_takes_no_votes() {
    let room = Room::heard(5, 5);
    for command in [vote(2, Choice::Agree), MeetingCommand::CloseVote {}, count(5, 5, 0, 5, 0, 0)] {
        assert_eq!(room.refuses(command, RuleId::Hy14), Because::NoVote {});
    }
}

#[test]
fn a_vote_by_name_adds_up_from_its_entries() {
    let mut room = Room::voting(7, 7, VoteMethod::Voice);
    for (n, choice) in [(4, Choice::Agree), (1, Choice::Against), (2, Choice::Agree), (7, Choice::Abstain)] {
        room.does(vote(n, choice));
    }
    for n in [3, 5, 6] {
        room.does(vote(n, Choice::Agree));
    }
    let events = room.does(MeetingCommand::CloseVote {});
    let [Event::VoteClosed { tally, .. }] = events.as_slice() else { panic!("{events:?}") };
    let expected = Tally { agree: Count(5), against: Count(1), abstain: Count(1), ..Tally::default() };
    assert_eq!(*tally, expected);
}

#[test]
fn a_vote_entered_wrongly_is_put_right_while_the_vote_is_open() {
    let mut room = Room::voting(3, 3, VoteMethod::Hands);
    let revise = |id, choice| MeetingCommand::ReviseVote { voter: member(id), choice };
    // Nobody voted yet.
    assert!(matches!(room.refuses(revise(2, Choice::Agree), RuleId::Hy14), Because::NotYetVoted { .. }));
    room.does(vote(2, Choice::Against));
    assert!(matches!(room.refuses(revise(2, Choice::Against), RuleId::Hy14), Because::AlreadyVoted { .. }));
    assert!(matches!(room.refuses(revise(2, Choice::Defer), RuleId::Hy11), Because::ChoiceNotOffered { .. }));
    room.refuses(MeetingCommand::ReviseVote { voter: OBSERVER, choice: Choice::Agree }, RuleId::Hy15);
    room.does(revise(2, Choice::Agree));
    // The entry of the vote stands, and the correction beside it.
    let correction = room.meeting.corrections.last().expect("a correction");
    assert_eq!(correction.vote, Some(VoteRevision { from: Choice::Against, to: Choice::Agree }));
    let (stamp, entry) = (correction.stamp, correction.entry);
    assert!(stamp.entry > entry);
    room.does(vote(3, Choice::Agree));
    room.does(vote(1, Choice::Agree));
    room.does(MeetingCommand::CloseVote {});
    // After that it is counted.
    room.refuses(revise(2, Choice::Against), RuleId::Hy14);
    let Some(Verdict::ByName { tally, votes, .. }) = room.meeting.items[1].matters[0].stage.verdict() else {
        panic!("a vote by name");
    };
    assert_eq!((tally.agree, tally.against), (Count(3), Count(0)));
    assert!(votes.iter().any(|vote| vote.member == MemberId(2) && vote.stamp.entry == entry));
}

#[test]
fn a_vote_is_put_right_by_whoever_takes_the_minutes_then() {
    let mut room = Room::hearing(3, 3);
    assert_eq!(room.meeting.writes(), room.meeting.call.recorder.name);
    room.does(MeetingCommand::RecordRecusal {
        nominee: NomineeId(1),
        person: Attendant::Recorder,
        relation: Relation::Spouse,
        detail: String::new(),
        time: None,
        substitute: "代记员".into(),
    });
    for n in [2, 3, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
    room.does(vote(2, Choice::Against));
    room.does(MeetingCommand::ReviseVote { voter: member(2), choice: Choice::Agree });
    assert_eq!(room.meeting.corrections.last().map(|correction| correction.by.as_str()), Some("代记员"));
}
