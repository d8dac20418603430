//! R-HY-13, R-HY-15: who has a voice and a vote.

use meeting::*;

use crate::room::*;

fn opinion(member: u32) -> MeetingCommand {
    MeetingCommand::ReadWrittenOpinion { member: MemberId(member), words: "书面意见：同意".into() }
}

fn on_leave(facts: &Because) -> bool {
    matches!(facts, Because::OnLeave { reason, .. } if reason == "出差")
}

/// Of six, the fifth is on leave and the sixth is absent; the first nominee is introduced.
fn two_away() -> Room {
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
    room.hears_the_first_nominee();
    room
}

#[test]
fn hy15_accepts_an_observer_who_introduces_and_remarks() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(remark(OBSERVER));
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.does(introduce(OBSERVER));
    room.does(remark(OBSERVER));
    assert_eq!((room.meeting.entitled(), room.meeting.present()), (Count(5), Count(5)), "counted nowhere");
    let order: Vec<u32> = room.meeting.speaking_order().iter().map(|seat| seat.member.id.0).collect();
    assert_eq!(order, [2, 3, 4, 5, 1]);
}

#[test]
fn hy15_refuses_an_observer_a_stance_and_a_vote() {
    let room = Room::hearing(5, 5);
    for command in [
        MeetingCommand::RecordStatement { speaker: OBSERVER, stance: Stance::Agree, words: "同意".into() },
        MeetingCommand::RestateStatement { speaker: OBSERVER, stance: Stance::Agree, words: "同意".into() },
        MeetingCommand::RecordVote { voter: OBSERVER, choice: Choice::Agree },
    ] {
        assert_eq!(room.refuses(command, RuleId::Hy15), Because::ObserverHasNoVote {});
    }
    for method in [VoteMethod::Hands, VoteMethod::Secret] {
        let room = Room::voting(5, 5, method);
        room.refuses(MeetingCommand::RecordVote { voter: OBSERVER, choice: Choice::Agree }, RuleId::Hy15);
    }
}

#[test]
fn hy15_refuses_the_observer_of_another_item() {
    let mut room = Room::sitting(5, 5);
    room.does(remark(OBSERVER));
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    assert_eq!(room.refuses(remark(OBSERVER), RuleId::Hy15), Because::NoSuchObserver {});
    assert_eq!(room.refuses(introduce(OBSERVER), RuleId::Hy15), Because::NoSuchObserver {});
}

#[test]
fn hy13_accepts_members_in_the_room_alone() {
    let mut room = two_away();
    for n in [2, 3, 4, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Signed));
    for n in 1..=4 {
        room.does(vote(n, Choice::Agree));
    }
    let events = room.does(MeetingCommand::CloseVote {});
    let [Event::VoteClosed { tally, base, outcome }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((tally.agree, *base, *outcome), (Count(4), Count(6), Outcome::Carried));
}

#[test]
fn hy13_refuses_a_stance_and_a_vote_of_whoever_is_away() {
    let mut room = two_away();
    assert!(on_leave(&room.refuses(state(5, Stance::Agree), RuleId::Hy13)));
    assert!(matches!(room.refuses(state(6, Stance::Agree), RuleId::Hy13), Because::Absent { .. }));
    for n in [2, 3, 4, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Signed));
    assert!(on_leave(&room.refuses(vote(5, Choice::Agree), RuleId::Hy13)));
    assert!(matches!(room.refuses(vote(6, Choice::Agree), RuleId::Hy13), Because::Absent { .. }));
}

#[test]
fn hy13_refuses_remarks_and_an_introduction_of_whoever_is_away() {
    let mut room = Room::sitting(5, 4);
    room.refuses(remark(member(5)), RuleId::Hy13);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.refuses(introduce(member(5)), RuleId::Hy13);
}

#[test]
fn hy13_refuses_a_proxy_as_malformed() {
    for line in [
        r#"{"type":"recordVote","voter":{"member":5},"choice":"agree","by":2}"#,
        r#"{"type":"recordVote","voter":{"member":5},"proxy":{"member":2},"choice":"agree"}"#,
        r#"{"type":"recordProxy","member":5,"by":2}"#,
        r#"{"type":"readWrittenOpinion","member":5,"words":"同意","stance":"agree"}"#,
    ] {
        assert!(serde_json::from_str::<MeetingCommand>(line).is_err(), "{line}");
    }
}

#[test]
fn hy13_accepts_a_written_opinion_and_never_counts_it() {
    let mut room = two_away();
    let read = room.does(opinion(5));
    assert_eq!(read, [Event::WrittenOpinionRead { member: MemberId(5), words: "书面意见：同意".into() }]);
    room.does(opinion(6));
    // It is no stance that could be missing, and none that could count.
    for n in [2, 3, 4] {
        room.does(state(n, Stance::Disagree));
    }
    let opinions =
        |room: &Room| room.meeting.open_matter().and_then(|it| it.stage.deliberation()).map(|said| said.opinions.len());
    assert_eq!(opinions(&room), Some(2));
    let stances = room.meeting.view().floor.expect("on the floor").stances;
    assert_eq!((stances.agree, stances.disagree, stances.silent), (Count(0), Count(3), Count(1)));
    room.does(state(1, Stance::Agree));
    room.does(open_vote(VoteMethod::Hands));
    for n in 1..=4 {
        room.does(vote(n, if n == 4 { Choice::Against } else { Choice::Agree }));
    }
    let events = room.does(MeetingCommand::CloseVote {});
    let [Event::VoteClosed { tally, outcome, .. }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((tally.agree, tally.against, *outcome), (Count(3), Count(1), Outcome::NotCarried), "3 of 6, not 5");
}

#[test]
fn hy13_accepts_a_written_opinion_on_an_ordinary_item_and_of_whoever_has_left() {
    let mut room = Room::sitting(5, 4);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(opinion(5));
    room.does(MeetingCommand::RecordDeparture { member: MemberId(4), time: None, reason: "急事".into() });
    room.does(opinion(4));
}

#[test]
fn hy13_refuses_a_written_opinion_of_whoever_is_in_the_room() {
    let mut room = two_away();
    let facts = room.refuses(opinion(2), RuleId::Hy13);
    assert!(matches!(facts, Because::SpeaksForThemselves { member } if member.id == MemberId(2)));
    room.does(MeetingCommand::RecordArrival { member: MemberId(5), time: None });
    room.refuses(opinion(5), RuleId::Hy13);
}

#[test]
fn a_written_opinion_is_read_while_its_matter_is_discussed() {
    let mut room = Room::sitting(5, 4);
    assert_eq!(room.refuses(opinion(5), RuleId::Hy14), Because::FloorEmpty {});
    let voting = Room::voting(5, 4, VoteMethod::Hands);
    assert_eq!(voting.refuses(opinion(5), RuleId::Hy04), Because::VoteOpen {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    let nothing = MeetingCommand::ReadWrittenOpinion { member: MemberId(5), words: " ".into() };
    assert_eq!(room.refuses(nothing, RuleId::Jl201), Because::Empty { text: Text::Words });
    room.refuses(opinion(9), RuleId::Hy25);
}
