//! R-HY-06 to R-HY-10: who speaks, who last, who may think again, and what differs.

use meeting::*;

use crate::room::*;

fn restate(id: u32, stance: Stance) -> MeetingCommand {
    MeetingCommand::RestateStatement { speaker: member(id), stance, words: "再想了想".into() }
}

fn leaning(speaker: Person) -> MeetingCommand {
    MeetingCommand::RecordRemark { speaker, words: "我看可以".into(), leans: true }
}

/// Five called, the Secretary on leave, the third presides; the first nominee is introduced.
fn chair_stands_in() -> Room {
    let mut room = Room::called(5);
    room.does(MeetingCommand::DesignateChair { member: MemberId(3) });
    for n in 1..=5 {
        let attendance = if n == 1 { Attendance::OnLeave { reason: "出差".into() } } else { PRESENT };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.hears_the_first_nominee();
    room
}

fn stances(room: &Room) -> Vec<(u32, Stance)> {
    let said = room.meeting.open_matter().and_then(|matter| matter.stage.deliberation()).expect("on the floor");
    said.statements.iter().map(|statement| (statement.member.0, statement.stance)).collect()
}

fn differing(room: &Room) -> Option<(u32, u32, u32, u32)> {
    room.meeting.warnings().into_iter().find_map(|warning| match warning {
        Warning::OpinionsDiffer { agree, disagree, defer, present, .. } => {
            Some((agree.0, disagree.0, defer.0, present.0))
        }
        _ => None,
    })
}

#[test]
fn hy06_accepts_a_vote_once_everybody_has_one_clear_stance() {
    let mut room = Room::hearing(5, 4);
    for (n, stance) in [(2, Stance::Agree), (3, Stance::Disagree), (4, Stance::Defer), (1, Stance::Agree)] {
        room.does(state(n, stance));
    }
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy06_refuses_a_vote_while_somebody_has_not_spoken_and_names_them() {
    let mut room = Room::hearing(5, 4);
    room.does(state(3, Stance::Agree));
    let defer = MeetingCommand::DeferMatter { reason: "缓".into() };
    for command in [open_vote(VoteMethod::Hands), vote(2, Choice::Agree), count(4, 4, 0, 4, 0, 0), defer] {
        let Because::NotYetStated { missing } = room.refuses(command, RuleId::Hy06) else {
            panic!("names who has not spoken");
        };
        assert_eq!(names(&missing), [2, 4, 1], "in speaking order");
    }
}

#[test]
fn hy06_refuses_a_second_stance_that_is_not_called_so() {
    let mut room = Room::hearing(5, 5);
    room.does(state(2, Stance::Agree));
    let facts = room.refuses(state(2, Stance::Disagree), RuleId::Hy06);
    assert!(matches!(facts, Because::AlreadyStated { member } if member.id == MemberId(2)));
    let facts = room.refuses(restate(3, Stance::Agree), RuleId::Hy06);
    assert!(matches!(facts, Because::NothingToRestate { member } if member.id == MemberId(3)));
}

#[test]
fn hy06_refuses_a_stance_that_is_none_of_the_three_as_malformed() {
    let parse = |stance: &str| {
        let line = format!(r#"{{"type":"recordStatement","speaker":{{"member":2}},"stance":{stance},"words":"x"}}"#);
        serde_json::from_str::<MeetingCommand>(&line).is_ok()
    };
    assert!(parse(r#""agree""#) && parse(r#""disagree""#) && parse(r#""defer""#));
    assert!(!parse(r#""abstain""#) && !parse("null") && !parse(r#""""#));
}

#[test]
fn hy06_accepts_members_in_whatever_order_they_are_called() {
    let mut room = Room::hearing(5, 5);
    for n in [4, 2, 5, 3, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy07_accepts_the_secretary_after_everybody_else() {
    let mut room = Room::hearing(5, 4);
    for n in [2, 4, 3] {
        room.does(state(n, Stance::Agree));
    }
    assert_eq!(room.meeting.last_speaker().map(|seat| seat.member.id), Some(MemberId(1)));
    room.does(state(1, Stance::Agree));
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy07_refuses_the_secretary_before_the_others_and_names_them() {
    let mut room = Room::hearing(5, 4);
    room.does(state(2, Stance::Agree));
    let Because::OthersMustSpeakFirst { last, missing } = room.refuses(state(1, Stance::Agree), RuleId::Hy07) else {
        panic!("names who must speak first");
    };
    assert_eq!((last.id.0, names(&missing)), (1, vec![3, 4]));
    room.does(state(4, Stance::Disagree));
    room.refuses(state(1, Stance::Agree), RuleId::Hy07);
    room.does(state(3, Stance::Defer));
    room.does(state(1, Stance::Agree));
}

#[test]
fn hy07_accepts_a_restated_stance_which_keeps_the_first() {
    let mut room = Room::hearing(4, 3);
    room.does(state(2, Stance::Agree));
    let restated = room.does(restate(2, Stance::Defer));
    let words = "再想了想".into();
    assert_eq!(restated, [Event::StatementRecorded { member: MemberId(2), stance: Stance::Defer, words }]);
    assert_eq!(stances(&room), [(2, Stance::Agree), (2, Stance::Defer)]);
    let counted = room.meeting.view().floor.expect("on the floor").stances;
    assert_eq!((counted.agree, counted.defer, counted.silent), (Count(0), Count(1), Count(2)), "the latest counts");
}

#[test]
fn hy07_refuses_a_vote_after_a_restated_stance_until_the_secretary_has_closed_again() {
    let mut room = Room::heard(5, 5);
    room.does(restate(3, Stance::Disagree));
    let Because::NotYetStated { missing } = room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy07) else {
        panic!("names who has to close");
    };
    assert_eq!(names(&missing), [1]);
    room.refuses(MeetingCommand::DeferMatter { reason: "缓".into() }, RuleId::Hy07);
    room.does(state(1, Stance::Disagree));
    let latest: Vec<(u32, Stance)> = stances(&room)[5..].to_vec();
    assert_eq!(latest, [(3, Stance::Disagree), (1, Stance::Disagree)]);
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy07_accepts_the_secretary_thinking_again_with_either_word() {
    let mut room = Room::heard(5, 5);
    room.does(restate(1, Stance::Defer));
    room.does(open_vote(VoteMethod::Hands));
    let mut room = Room::heard(5, 5);
    room.does(restate(2, Stance::Defer));
    room.does(restate(1, Stance::Agree));
    room.does(open_vote(VoteMethod::Hands));
    // Nobody has spoken since: another stance has to be called so.
    Room::heard(5, 5).refuses(state(1, Stance::Defer), RuleId::Hy06);
}

#[test]
fn hy07_refuses_the_secretary_again_while_somebody_who_came_in_is_silent() {
    let mut room = Room::heard(5, 4);
    room.does(MeetingCommand::RecordArrival { member: MemberId(5), time: None });
    room.refuses(restate(1, Stance::Defer), RuleId::Hy07);
    room.does(state(5, Stance::Agree));
    room.does(restate(1, Stance::Defer));
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy07_refuses_others_after_the_secretary_on_an_ordinary_item() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(introduce(member(2)));
    room.does(state(2, Stance::Agree));
    room.does(state(1, Stance::Agree));
    for command in [state(3, Stance::Agree), restate(2, Stance::Disagree)] {
        let facts = room.refuses(command, RuleId::Hy07);
        assert!(matches!(facts, Because::LastSpeakerHasSpoken { last } if last.id == MemberId(1)));
    }
    room.does(open_vote(VoteMethod::Voice));
}

#[test]
fn an_ordinary_item_does_not_wait_for_everybody() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(introduce(member(2)));
    room.does(open_vote(VoteMethod::Voice));
}

#[test]
fn hy08_accepts_the_chair_standing_in_as_the_last() {
    let mut room = chair_stands_in();
    assert_eq!(room.meeting.last_speaker().map(|seat| seat.member.id), Some(MemberId(3)));
    for n in [2, 4, 5, 3] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy08_refuses_the_chair_standing_in_before_the_others() {
    let mut room = chair_stands_in();
    room.does(state(2, Stance::Agree));
    let Because::OthersMustSpeakFirst { last, missing } = room.refuses(state(3, Stance::Agree), RuleId::Hy08) else {
        panic!("names who must speak first");
    };
    assert_eq!((last.id.0, names(&missing)), (3, vec![4, 5]));
}

#[test]
fn hy08_refuses_a_vote_until_the_chair_standing_in_has_closed_again() {
    let mut room = chair_stands_in();
    for n in [2, 4, 5, 3] {
        room.does(state(n, Stance::Agree));
    }
    room.does(restate(4, Stance::Defer));
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy08);
    room.does(state(3, Stance::Agree));
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy08_refuses_an_opening_without_the_chair_in_the_room() {
    let mut room = Room::called(5);
    for n in 1..=5 {
        let attendance = if n == 1 { Attendance::OnLeave { reason: "出差".into() } } else { PRESENT };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    let facts = room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Hy08);
    assert!(matches!(facts, Because::ChairNotPresent { chair } if chair.id == MemberId(1)));
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.does(MeetingCommand::OpenMeeting {});
}

#[test]
fn hy07_accepts_the_secretary_as_the_last_although_another_presides() {
    let mut room = Room::hearing(5, 5);
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.refuses(state(1, Stance::Agree), RuleId::Hy07);
    for n in [2, 3, 4, 5, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn remarks_are_no_stances_and_may_be_made_at_any_time() {
    let mut room = Room::sitting(5, 5);
    room.does(remark(member(1)));
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(remark(OBSERVER));
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.does(remark(member(1)));
    room.does(introduce(OBSERVER));
    room.does(remark(member(1)));
    let said = room.meeting.open_matter().and_then(|matter| matter.stage.deliberation()).expect("on the floor");
    assert_eq!((said.remarks.len(), said.statements.len()), (2, 0));
    assert_eq!((room.meeting.remarks.len(), room.meeting.items[1].remarks.len()), (1, 1));
}

#[test]
fn hy09_warns_of_a_leaning_remark_of_the_last_speaker_and_counts_it_nowhere() {
    let mut room = Room::hearing(5, 5);
    let entry = EntryNo(room.next);
    room.does(leaning(member(1)));
    let warning = Warning::LeaningRemark { entry };
    assert!(room.meeting.warnings().contains(&warning));
    assert_eq!(warning.rule(), RuleId::Hy09);
    assert_eq!(stances(&room), [], "it is no stance");
    room.refuses(state(1, Stance::Agree), RuleId::Hy07);
    for n in [2, 3, 4, 5, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn hy09_warns_of_the_chair_standing_in_as_of_the_secretary() {
    let mut room = chair_stands_in();
    room.does(leaning(member(3)));
    assert!(room.meeting.warnings().iter().any(|warning| warning.rule() == RuleId::Hy09));
}

#[test]
fn hy09_refuses_the_flag_for_anybody_but_the_last_speaker_before_their_turn() {
    let room = Room::hearing(5, 5);
    for speaker in [member(2), member(5), OBSERVER] {
        assert_eq!(room.refuses(leaning(speaker), RuleId::Hy09), Because::NotTheLastSpeaker {});
    }
    // The turn has come and gone; with nothing on the floor there is none to wait for.
    assert_eq!(Room::heard(5, 5).refuses(leaning(member(1)), RuleId::Hy09), Because::NotTheLastSpeaker {});
    assert_eq!(Room::sitting(5, 5).refuses(leaning(member(1)), RuleId::Hy09), Because::NotTheLastSpeaker {});
    let voting = Room::voting(5, 5, VoteMethod::Hands);
    assert_eq!(voting.refuses(leaning(member(1)), RuleId::Hy09), Because::NotTheLastSpeaker {});
}

#[test]
fn hy10_warns_from_a_third_of_those_present_who_disagree_or_defer() {
    let after = |present: u32, others: &[Stance]| {
        let mut room = Room::hearing(present, present);
        for (n, stance) in (2..).zip(others) {
            room.does(state(n, *stance));
        }
        differing(&room)
    };
    let (agree, disagree, defer) = (Stance::Agree, Stance::Disagree, Stance::Defer);
    assert_eq!(after(9, &[agree, agree, agree, agree, agree, agree, disagree, defer]), None, "2 of 9");
    assert_eq!(after(9, &[agree, agree, agree, agree, agree, disagree, disagree, defer]), Some((5, 2, 1, 9)), "3 of 9");
    assert_eq!(after(9, &[disagree, defer, defer]), Some((0, 1, 2, 9)), "as soon as the third of them has spoken");
    assert_eq!(after(10, &[disagree, defer, defer]), None, "3 of 10");
    assert_eq!(after(9, &[agree; 8]), None);
}

#[test]
fn hy10_warns_when_those_who_agree_and_those_who_disagree_are_nearly_as_many() {
    // A third would never be reached: the difference alone speaks.
    let hint = Share { numerator: 1, denominator: 1 };
    let custom = Rulebook { preset: Preset::Custom, postpone_hint: hint, ..Rulebook::default() };
    let asked = MeetingCall { preset: Preset::Custom, custom: Some(custom), ..asked() };
    let after = |stances: [Stance; 5]| {
        let mut room = Room::sitting_as(5, 5, &asked);
        room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
        room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
        room.does(introduce(OBSERVER));
        for (n, stance) in [2, 3, 4, 5, 1].into_iter().zip(stances) {
            assert_eq!(differing(&room), None, "not before everybody has spoken");
            room.does(state(n, stance));
        }
        differing(&room)
    };
    let (agree, disagree, defer) = (Stance::Agree, Stance::Disagree, Stance::Defer);
    assert_eq!(after([agree, agree, agree, disagree, disagree]), Some((3, 2, 0, 5)));
    assert_eq!(after([disagree, disagree, disagree, agree, agree]), Some((2, 3, 0, 5)));
    assert_eq!(after([agree, agree, disagree, defer, disagree]), Some((2, 2, 1, 5)));
    assert_eq!(after([agree, agree, agree, disagree, defer]), None, "3 against 1");
}

#[test]
fn hy10_warns_and_leaves_it_to_the_chair() {
    let split = || {
        let mut room = Room::hearing(5, 5);
        for (n, stance) in [(2, Stance::Disagree), (3, Stance::Defer), (4, Stance::Agree), (5, Stance::Agree)] {
            room.does(state(n, stance));
        }
        room.does(state(1, Stance::Agree));
        assert!(differing(&room).is_some());
        room
    };
    split().does(open_vote(VoteMethod::Hands));
    let mut room = split();
    let facts = room.refuses(MeetingCommand::PostponeVote { reason: " ".into() }, RuleId::Jl201);
    assert_eq!(facts, Because::Empty { text: Text::Reason });
    room.does(MeetingCommand::PostponeVote { reason: "意见分歧较大".into() });
    assert_eq!(room.outcome(1), Some(Outcome::VotePostponed));
    let Some(Verdict::SetAside { reason, .. }) = room.meeting.items[1].matters[0].stage.verdict() else {
        panic!("set aside");
    };
    assert_eq!(reason, "意见分歧较大");
}
