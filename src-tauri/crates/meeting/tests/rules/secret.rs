//! R-PJ: the secret ballot, and the vectors of rulebook.md §6.

use meeting::*;

use crate::room::*;

const UNREADABLE: Reading = Reading::Mark(Mark::Unreadable);

fn number(count: u32) -> Reading {
    Reading::Number(Count(count))
}

fn twice(first: CountSheet, second: CountSheet) -> MeetingCommand {
    MeetingCommand::CountBallots { count: first, again: second }
}

fn watched_by(scrutineer: &str, teller: &str) -> MeetingCommand {
    MeetingCommand::OpenVote { method: VoteMethod::Secret, scrutineer: scrutineer.into(), teller: teller.into() }
}

/// Eleven entitled, nine present, and one of these recused: eight papers (rulebook.md §6). Ready for the vote.
fn eight_papers() -> Room {
    let mut room = Room::hearing(11, 9);
    room.does(MeetingCommand::RecordRecusal {
        nominee: NomineeId(1),
        person: Attendant::Member(MemberId(9)),
        relation: Relation::Spouse,
        detail: String::new(),
        time: None,
        substitute: String::new(),
    });
    for n in (2..=8).chain([1]) {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Secret));
    room
}

fn counted_tally(room: &mut Room, command: MeetingCommand) -> (Tally, Count, Outcome) {
    let events = room.does(command);
    let [Event::BallotsCounted { tally, base, outcome, .. }] = events.as_slice() else { panic!("{events:?}") };
    (*tally, *base, *outcome)
}

#[test]
fn the_vector_of_the_rulebook_six_of_eleven_is_carried() {
    let mut room = eight_papers();
    let (tally, base, outcome) = counted_tally(&mut room, count(8, 8, 1, 6, 1, 0));
    assert_eq!((base, outcome), (Count(11), Outcome::Carried), "2 × 6 > 11");
    assert_eq!((tally.agree, tally.against, tally.abstain, tally.spoilt), (Count(6), Count(1), Count(0), Count(1)));
    let Some(Verdict::Secret { count, .. }) = room.meeting.items[1].matters[0].stage.verdict() else {
        panic!("secret")
    };
    assert_eq!((count.returned, count.spoilt, count.valid()), (Count(8), Count(1), Count(7)));
}

#[test]
fn the_vector_of_the_rulebook_five_of_eleven_is_not_carried() {
    let (_, base, outcome) = counted_tally(&mut eight_papers(), count(8, 8, 1, 5, 2, 0));
    assert_eq!((base, outcome), (Count(11), Outcome::NotCarried), "2 × 5 < 11");
}

#[test]
fn the_vector_of_the_rulebook_nine_returned_of_eight_voids_the_ballot_and_it_is_repeated() {
    let mut room = eight_papers();
    let facts = room.refuses(count(8, 9, 1, 6, 2, 0), RuleId::Pj05);
    assert_eq!(facts, Because::BallotVoid { returned: Count(9), issued: Count(8) });
    let events = room.does(MeetingCommand::VoidBallot { issued: Count(8), returned: Count(9) });
    assert_eq!(events, [Event::BallotVoided { issued: Count(8), returned: Count(9) }]);
    assert_eq!(room.outcome(1), None, "void settles nothing");
    room.refuses(count(8, 8, 1, 6, 1, 0), RuleId::Hy14);
    room.does(open_vote(VoteMethod::Secret));
    let (.., outcome) = counted_tally(&mut room, count(8, 8, 1, 6, 1, 0));
    assert_eq!(outcome, Outcome::Carried);
    let ended = &room.meeting.items[1].matters[0].stage.deliberation().expect("heard").ended;
    let void = BallotEnd::Void { issued: Count(8), returned: Count(9) };
    assert_eq!(ended.iter().map(|ballot| ballot.end).collect::<Vec<_>>(), [void], "the void ballot stays on record");
}

#[test]
fn pj04_accepts_one_paper_for_each_member_present_and_not_recused() {
    let (.., outcome) = counted_tally(&mut eight_papers(), count(8, 8, 0, 8, 0, 0));
    assert_eq!(outcome, Outcome::Carried);
    let mut room = Room::voting(12, 11, VoteMethod::Secret);
    counted_tally(&mut room, count(11, 11, 0, 11, 0, 0));
}

#[test]
fn pj04_refuses_fewer_papers_than_members_present() {
    let room = Room::voting(12, 11, VoteMethod::Secret);
    let facts = room.refuses(count(10, 10, 0, 10, 0, 0), RuleId::Pj04);
    assert_eq!(facts, Because::IssuedDiffers { issued: Count(10), present: Count(11) });
}

#[test]
fn pj04_counts_papers_by_those_present_when_the_vote_was_opened() {
    let mut room = Room::voting(12, 10, VoteMethod::Secret);
    room.does(MeetingCommand::RecordArrival { member: MemberId(11), time: None });
    room.refuses(count(11, 11, 0, 11, 0, 0), RuleId::Hy13);
    room.does(MeetingCommand::RecordDeparture { member: MemberId(10), time: None, reason: "急事".into() });
    counted_tally(&mut room, count(10, 9, 0, 9, 0, 0));
}

#[test]
fn hy13_refuses_more_papers_or_votes_than_members_present() {
    let room = Room::voting(12, 11, VoteMethod::Secret);
    let facts = room.refuses(count(12, 12, 0, 12, 0, 0), RuleId::Hy13);
    assert_eq!(facts, Because::MoreThanPresent { counted: Count(12), present: Count(11) });
    let facts = room.refuses(count(11, 11, 0, 12, 0, 0), RuleId::Hy13);
    assert_eq!(facts, Because::MoreThanPresent { counted: Count(12), present: Count(11) });
    // One paper too many went out, and one did not come back.
    let facts = room.refuses(count(12, 11, 0, 11, 0, 0), RuleId::Hy13);
    assert_eq!(facts, Because::MoreThanPresent { counted: Count(12), present: Count(11) });
    room.refuses(count(u32::MAX, u32::MAX, 0, u32::MAX, u32::MAX, u32::MAX), RuleId::Hy13);
}

#[test]
fn hy13_refuses_a_paper_for_the_recused_member() {
    let facts = eight_papers().refuses(count(9, 9, 0, 9, 0, 0), RuleId::Hy13);
    assert_eq!(facts, Because::MoreThanPresent { counted: Count(9), present: Count(8) });
}

#[test]
fn pj05_accepts_as_many_papers_returned_as_issued_and_fewer() {
    for returned in [11, 10, 7] {
        let mut room = Room::voting(12, 11, VoteMethod::Secret);
        counted_tally(&mut room, count(11, returned, 0, 7, returned - 7, 0));
        assert_eq!(room.outcome(1), Some(Outcome::Carried));
    }
}

#[test]
fn pj05_refuses_more_papers_returned_than_issued() {
    let room = Room::voting(12, 11, VoteMethod::Secret);
    let facts = room.refuses(count(11, 12, 0, 11, 1, 0), RuleId::Pj05);
    assert_eq!(facts, Because::BallotVoid { returned: Count(12), issued: Count(11) });
}

#[test]
fn pj05_refuses_to_void_a_ballot_that_stands() {
    let room = Room::voting(12, 11, VoteMethod::Secret);
    for returned in [0, 10, 11] {
        let void = MeetingCommand::VoidBallot { issued: Count(11), returned: Count(returned) };
        let facts = room.refuses(void, RuleId::Pj05);
        assert_eq!(facts, Because::BallotStands { returned: Count(returned), issued: Count(11) });
    }
}

#[test]
fn whoever_comes_in_between_a_void_ballot_and_the_next_is_heard_first() {
    let mut room = Room::voting(5, 4, VoteMethod::Secret);
    room.does(MeetingCommand::RecordArrival { member: MemberId(5), time: None });
    room.does(MeetingCommand::VoidBallot { issued: Count(4), returned: Count(5) });
    let Because::NotYetStated { missing } = room.refuses(open_vote(VoteMethod::Secret), RuleId::Hy06) else {
        panic!("names who has not spoken");
    };
    assert_eq!(names(&missing), [5]);
    room.does(state(5, Stance::Agree));
    room.does(state(1, Stance::Agree));
    room.does(open_vote(VoteMethod::Secret));
    counted_tally(&mut room, count(5, 5, 0, 5, 0, 0));
}

#[test]
fn pj06_accepts_a_count_whose_parts_make_up_the_papers_returned() {
    let mut room = Room::voting(12, 11, VoteMethod::Secret);
    let (tally, base, outcome) = counted_tally(&mut room, count(11, 10, 1, 7, 1, 1));
    let expected = Tally { agree: Count(7), against: Count(1), abstain: Count(1), spoilt: Count(1), defer: Count(0) };
    assert_eq!((tally, base, outcome), (expected, Count(12), Outcome::Carried));
}

#[test]
fn pj06_accepts_spoilt_fields_on_valid_papers() {
    let mut room = Room::voting(12, 11, VoteMethod::Secret);
    let sheet = CountSheet { spoilt_field: number(2), ..sheet(11, 11, 1, 7, 1, 0) };
    let (tally, _, outcome) = counted_tally(&mut room, counted(sheet));
    assert_eq!((tally.spoilt, outcome), (Count(3), Outcome::Carried));
    let Some(Verdict::Secret { count, .. }) = room.meeting.items[1].matters[0].stage.verdict() else {
        panic!("secret")
    };
    assert_eq!(count.valid(), Count(10), "a spoilt field leaves its paper valid");
}

#[test]
fn pj06_refuses_a_count_that_does_not_add_up() {
    let room = Room::voting(12, 11, VoteMethod::Secret);
    let facts = room.refuses(count(11, 11, 1, 9, 0, 0), RuleId::Pj06);
    assert_eq!(facts, Because::SumsDiffer { counted: Count(10), returned: Count(11) });
    let facts = room.refuses(count(11, 10, 1, 8, 1, 1), RuleId::Pj06);
    assert_eq!(facts, Because::SumsDiffer { counted: Count(11), returned: Count(10) });
}

#[test]
fn pj06_refuses_an_empty_field_which_is_not_nought() {
    let room = Room::voting(12, 11, VoteMethod::Secret);
    let full = sheet(11, 11, 0, 11, 0, 0);
    for (field, lacking) in [
        (CountField::Issued, CountSheet { issued: Reading::Empty, ..full }),
        (CountField::Returned, CountSheet { returned: Reading::Empty, ..full }),
        (CountField::Spoilt, CountSheet { spoilt: Reading::Empty, ..full }),
        (CountField::Agree, CountSheet { agree: Reading::Empty, ..full }),
        (CountField::Against, CountSheet { against: Reading::Empty, ..full }),
        (CountField::Abstain, CountSheet { abstain: Reading::Empty, ..full }),
        (CountField::SpoiltField, CountSheet { spoilt_field: Reading::Empty, ..full }),
    ] {
        let incomplete = Because::CountIncomplete { fields: vec![field] };
        assert_eq!(room.refuses(counted(lacking), RuleId::Pj06), incomplete);
        assert_eq!(room.refuses(twice(lacking, full), RuleId::Pj06), incomplete);
        assert_eq!(room.refuses(twice(full, lacking), RuleId::Pj06), incomplete);
    }
    let Because::CountIncomplete { fields } = room.refuses(counted(CountSheet::default()), RuleId::Pj06) else {
        panic!("names every field");
    };
    assert_eq!(fields.len(), 7, "what is not offered is not asked for");
    assert!(room.asks(&counted(full)).is_ok(), "a nought that was written is a number");
}

#[test]
fn pj06_refuses_a_second_reading_that_differs_and_names_exactly_the_fields() {
    use CountField::{Abstain, Against, Agree, Defer, Issued, Returned, Spoilt, SpoiltField};
    let room = Room::voting(12, 11, VoteMethod::Secret);
    let first = sheet(11, 11, 0, 7, 3, 1);
    for (second, fields) in [
        (CountSheet { agree: number(8), against: number(2), ..first }, vec![Agree, Against]),
        (CountSheet { returned: number(10), ..first }, vec![Returned]),
        (CountSheet { issued: number(10), ..first }, vec![Issued]),
        (CountSheet { spoilt: number(1), abstain: number(0), ..first }, vec![Spoilt, Abstain]),
        (CountSheet { spoilt_field: number(1), ..first }, vec![SpoiltField]),
        (CountSheet { defer: number(0), ..first }, vec![Defer]),
    ] {
        let differ = Because::CountsDiffer { fields };
        assert_eq!(room.refuses(twice(first, second), RuleId::Pj06), differ);
        assert_eq!(room.refuses(twice(second, first), RuleId::Pj06), differ, "whichever comes first");
    }
    assert!(room.asks(&counted(first)).is_ok());
}

#[test]
fn pj06_refuses_readings_that_differ_although_each_adds_up() {
    let room = Room::voting(12, 11, VoteMethod::Secret);
    let (first, second) = (sheet(11, 11, 0, 7, 4, 0), sheet(11, 11, 0, 6, 5, 0));
    assert!(room.asks(&counted(first)).is_ok() && room.asks(&counted(second)).is_ok());
    room.refuses(twice(first, second), RuleId::Pj06);
}

#[test]
fn spoilt_and_abstaining_papers_do_not_agree() {
    let mut room = Room::voting(12, 11, VoteMethod::Secret);
    let (.., outcome) = counted_tally(&mut room, count(11, 11, 3, 6, 0, 2));
    assert_eq!(outcome, Outcome::NotCarried, "6 of 12");
}

#[test]
fn pj09_accepts_a_scrutineer_and_a_teller_without_interest() {
    let mut room = Room::heard(5, 5);
    // A member who votes may count; the observer may too.
    room.does(watched_by("成员2", "列席"));
    let opening = counted_tally(&mut room, count(5, 5, 0, 5, 0, 0));
    assert_eq!(opening.2, Outcome::Carried);
    let opening = room.meeting.items[1].matters[0].stage.verdict().and_then(Verdict::opening).expect("opened");
    assert_eq!((opening.scrutineer.as_str(), opening.teller.as_str()), ("成员2", "列席"));
}

#[test]
fn pj09_refuses_a_nominee_of_the_item_as_scrutineer_or_teller() {
    let room = Room::heard(5, 5);
    let interested = |name: &str| Because::InterestedInCount { name: name.into() };
    assert_eq!(room.refuses(watched_by("人 选甲", "计票"), RuleId::Pj09), interested("人 选甲"), "padded names too");
    assert_eq!(room.refuses(watched_by("监票", "人选乙"), RuleId::Pj09), interested("人选乙"), "the other nominee too");
    room.refuses(watched_by("人选甲", "人选乙"), RuleId::Pj09);
}

#[test]
fn pj09_refuses_whoever_is_recused_as_scrutineer_or_teller() {
    let mut room = Room::hearing(11, 9);
    let recuse = |person: Attendant, substitute: &str| MeetingCommand::RecordRecusal {
        nominee: NomineeId(1),
        person,
        relation: Relation::Collateral,
        detail: String::new(),
        time: None,
        substitute: substitute.into(),
    };
    room.does(recuse(Attendant::Member(MemberId(9)), ""));
    room.does(recuse(Attendant::Recorder, "代记"));
    room.does(recuse(Attendant::Observer(ObserverId(1)), ""));
    for n in (2..=8).chain([1]) {
        room.does(state(n, Stance::Agree));
    }
    for name in ["成员9", "记录", "列席"] {
        room.refuses(watched_by(name, "计票"), RuleId::Pj09);
        room.refuses(watched_by("监票", name), RuleId::Pj09);
    }
    room.does(watched_by("监票", "计票"));
}

#[test]
fn ballot_papers_need_a_scrutineer_and_a_teller_by_name() {
    let room = Room::heard(5, 5);
    let lacks = |text| Because::Empty { text };
    assert_eq!(room.refuses(watched_by(" ", "计票"), RuleId::Jl201), lacks(Text::Scrutineer));
    assert_eq!(room.refuses(watched_by("监票", ""), RuleId::Jl201), lacks(Text::Teller));
    let signed =
        MeetingCommand::OpenVote { method: VoteMethod::Signed, scrutineer: String::new(), teller: String::new() };
    assert_eq!(room.refuses(signed, RuleId::Jl201), lacks(Text::Scrutineer));
    for method in [VoteMethod::Hands, VoteMethod::Voice] {
        let unwatched = MeetingCommand::OpenVote { method, scrutineer: String::new(), teller: String::new() };
        assert!(room.asks(&unwatched).is_ok(), "hands and voices need none");
    }
}

#[test]
fn pj11_accepts_a_field_once_somebody_has_read_it() {
    let mut room = Room::voting(12, 11, VoteMethod::Secret);
    room.refuses(counted(CountSheet { agree: UNREADABLE, ..sheet(11, 11, 0, 0, 1, 0) }), RuleId::Pj11);
    let (.., outcome) = counted_tally(&mut room, count(11, 11, 0, 10, 1, 0));
    assert_eq!(outcome, Outcome::Carried);
}

#[test]
fn pj11_refuses_what_cannot_be_read_and_names_exactly_the_fields() {
    let room = Room::voting(12, 11, VoteMethod::Secret);
    let full = sheet(11, 11, 0, 7, 3, 1);
    let unclear = CountSheet { against: UNREADABLE, agree: UNREADABLE, ..full };
    let unreadable = |fields: &[CountField]| Because::CountUnreadable { fields: fields.to_vec() };
    let both = unreadable(&[CountField::Agree, CountField::Against]);
    assert_eq!(room.refuses(counted(unclear), RuleId::Pj11), both, "agreeing that it is unreadable reads nothing");
    assert_eq!(room.refuses(twice(full, unclear), RuleId::Pj11), both);
    let spoilt = CountSheet { spoilt: UNREADABLE, ..full };
    let facts = room.refuses(twice(spoilt, unclear), RuleId::Pj11);
    assert_eq!(facts, unreadable(&[CountField::Spoilt, CountField::Agree, CountField::Against]));
}

#[test]
fn empty_zero_and_unreadable_are_three_things_on_the_wire() {
    let read = |text: &str| serde_json::from_str::<CountSheet>(text).map(|sheet| sheet.agree);
    assert_eq!(read(r#"{"agree":0}"#).ok(), Some(number(0)));
    assert_eq!(read(r#"{"agree":null}"#).ok(), Some(Reading::Empty));
    assert_eq!(read("{}").ok(), Some(Reading::Empty), "a field left out is empty, not nought");
    assert_eq!(read(r#"{"agree":"unreadable"}"#).ok(), Some(UNREADABLE));
    for line in [
        r#"{"agree":""}"#,
        r#"{"agree":"7"}"#,
        r#"{"agree":-1}"#,
        r#"{"agree":1.5}"#,
        r#"{"agree":"七"}"#,
        r#"{"agree":true}"#,
        r#"{"agree":4294967296}"#,
        r#"{"voter":1}"#,
        r#"{"agree":7,"by":{"member":1}}"#,
    ] {
        assert!(read(line).is_err(), "{line}");
    }
    for reading in [number(0), number(7), Reading::Empty, UNREADABLE] {
        let text = serde_json::to_string(&reading).expect("written");
        assert_eq!(serde_json::from_str::<Reading>(&text).ok(), Some(reading), "{text}");
    }
}

#[test]
fn pj14_accepts_totals_alone() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    let events = room.does(count(5, 5, 0, 3, 2, 0));
    let written = serde_json::to_string(&events).expect("written");
    for name in ["member", "voter", "成员"] {
        assert!(!written.contains(name), "{written}");
    }
}

#[test]
fn pj14_refuses_a_vote_by_name() {
    let room = Room::voting(5, 5, VoteMethod::Secret);
    assert_eq!(room.refuses(vote(2, Choice::Agree), RuleId::Pj14), Because::BallotIsSecret {});
    assert_eq!(room.refuses(MeetingCommand::CloseVote {}, RuleId::Pj14), Because::BallotIsSecret {});
}

#[test]
fn pj14_warns_of_a_unanimous_ballot_which_tells_how_everybody_voted() {
    let warned = |command: MeetingCommand| {
        let mut room = Room::voting(5, 5, VoteMethod::Secret);
        room.does(command);
        room.meeting.warnings().contains(&Warning::UnanimousSecret { nominee: Some(NomineeId(1)) })
    };
    assert!(warned(count(5, 5, 0, 5, 0, 0)) && warned(count(5, 5, 0, 0, 5, 0)) && warned(count(5, 4, 0, 0, 0, 4)));
    assert!(!warned(count(5, 5, 0, 4, 1, 0)) && !warned(count(5, 5, 1, 4, 0, 0)), "one paper differs");
    assert!(!warned(count(5, 0, 0, 0, 0, 0)), "no paper came back");
}
