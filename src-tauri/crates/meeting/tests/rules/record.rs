//! R-JL2, R-JS-04: what is complete, what ends, what stands: sealing, correcting, the view of it all.

use meeting::*;

use crate::room::*;

fn correct(entry: u32) -> MeetingCommand {
    MeetingCommand::Correct {
        entry: EntryNo(entry), words: "应为".into(), reason: "笔误".into(), by: "记录".into()
    }
}

fn adjourned() -> Room {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::Adjourn {});
    room
}

/// The rule by which the call is refused once `change` is made to it, and the text that it lacks.
fn lacks(change: impl FnOnce(&mut MeetingCall)) -> (RuleId, Because) {
    let mut asked = asked();
    change(&mut asked);
    let refusal = call(&committee(3), &[], &asked).expect_err("refused");
    (refusal.rule, refusal.facts)
}

fn without(text: Text) -> (RuleId, Because) {
    (RuleId::Jl201, Because::Empty { text })
}

#[test]
fn jl201_accepts_a_complete_head_and_a_complete_roll_call() {
    let mut room = Room::called(3);
    let call = &room.meeting.call;
    for text in [&call.committee, &call.term, &call.place, &call.recorder.name] {
        assert!(!text.is_empty());
    }
    for (n, attendance) in [(1, PRESENT), (2, Attendance::OnLeave { reason: "出差".into() }), (3, PRESENT)] {
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.does(MeetingCommand::OpenMeeting {});
    let heads = room.meeting.view().attendance;
    assert_eq!((heads.entitled, heads.present, heads.unmarked), (Count(3), Count(2), Count(0)));
}

#[test]
fn jl201_refuses_a_call_that_leaves_a_field_of_the_head_empty() {
    assert_eq!(lacks(|call| call.place = " ".into()), without(Text::Place));
    assert_eq!(lacks(|call| call.recorder.name.clear()), without(Text::Recorder));
    assert_eq!(lacks(|call| call.agenda[0].title.clear()), without(Text::ItemTitle));
    assert_eq!(lacks(|call| call.agenda[1].observers[0].name = "　".into()), without(Text::Name));
    let nameless = MatterDraft::Appointment { nominees: vec![nominee(" ")] };
    assert_eq!(lacks(|call| call.agenda[1].matter = nameless), without(Text::Name));
}

#[test]
fn jl201_refuses_an_opening_before_the_roll_call_is_complete() {
    let mut room = Room::called(3);
    room.does(MeetingCommand::MarkAttendance { member: MemberId(1), attendance: PRESENT });
    let Because::RollCallIncomplete { missing } = room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Jl201) else {
        panic!("names who is missing");
    };
    assert_eq!(names(&missing), [2, 3]);
}

#[test]
fn jl201_refuses_leave_without_a_reason_and_entries_without_words() {
    let room = Room::called(3);
    let leave = Attendance::OnLeave { reason: " ".into() };
    let mark = MeetingCommand::MarkAttendance { member: MemberId(2), attendance: leave };
    assert_eq!(room.refuses(mark, RuleId::Jl201), Because::Empty { text: Text::Reason });
    let mut room = Room::sitting(3, 3);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    for (command, text) in [
        (MeetingCommand::Introduce { by: member(2), words: " ".into(), covers: vec![] }, Text::Words),
        (MeetingCommand::RecordRemark { speaker: member(2), words: String::new(), leans: false }, Text::Words),
        (MeetingCommand::RecordDeparture { member: MemberId(2), time: None, reason: String::new() }, Text::Reason),
        (MeetingCommand::LeaveItem { reason: String::new() }, Text::Reason),
    ] {
        assert_eq!(room.refuses(command, RuleId::Jl201), Because::Empty { text });
    }
}

#[test]
fn jl203_accepts_an_item_with_all_its_parts() {
    let mut room = Room::heard(5, 5);
    room.does(open_vote(VoteMethod::Hands));
    for n in 1..=5 {
        room.does(vote(n, if n == 5 { Choice::Against } else { Choice::Agree }));
    }
    room.does(MeetingCommand::CloseVote {});
    room.does(MeetingCommand::AnnounceResult {});
    let view = room.meeting.view();
    let matter = &view.items[1].matters[0];
    assert!(matter.introduction.as_ref().is_some_and(|it| it.by == OBSERVER && !it.words.is_empty()));
    assert_eq!(matter.statements.len(), 5);
    let verdict = matter.verdict.as_ref().expect("voted on");
    let tally = verdict.tally().expect("with figures");
    assert_eq!((verdict.method(), tally.agree, tally.against), (Some(VoteMethod::Hands), Count(4), Count(1)));
    assert_eq!(verdict.outcome(), Outcome::Carried);
    assert!(matter.announced.is_some());
}

#[test]
fn jl203_refuses_a_step_before_the_meeting_without_a_line_or_on_a_day_that_has_not_come() {
    let room = Room::called(3);
    let nominee = NomineeId(1);
    let nothing = MeetingCommand::MarkPreparation { nominee, marks: vec![] };
    room.refuses(nothing, RuleId::Jl203);
    let on = at(3 * 24 * 3600).date();
    let mark = PreparationMark {
        step: PreparationStep::Inspection,
        state: StepState::Complete,
        responsible: "组织部".into(),
        on: Some(on),
        reference: String::new(),
    };
    let facts = room.refuses(MeetingCommand::MarkPreparation { nominee, marks: vec![mark] }, RuleId::Jl203);
    assert_eq!(facts, Because::DayInFuture { on });
}

#[test]
fn an_ordinary_item_without_a_vote_states_what_was_decided() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(introduce(member(2)));
    let nothing = MeetingCommand::CloseItem { decision: " ".into() };
    assert_eq!(room.asks(&nothing).expect_err("refused").facts, Because::Empty { text: Text::Decision });
    room.does(MeetingCommand::CloseItem { decision: "原则同意".into() });
    let closed = room.meeting.view().items[0].closed.clone();
    assert_eq!(closed.map(|closing| closing.decision), Some("原则同意".into()));
}

#[test]
fn jl204_accepts_a_seal_after_the_adjournment() {
    let mut room = adjourned();
    assert!(matches!(room.meeting.phase, Phase::Adjourned { .. }));
    assert_eq!(room.does(MeetingCommand::Seal {}), [Event::MeetingSealed {}]);
}

#[test]
fn jl204_refuses_a_seal_before_the_adjournment() {
    let facts = Room::called(5).refuses(MeetingCommand::Seal {}, RuleId::Jl204);
    assert_eq!(facts, Because::WrongPhase { phase: PhaseName::Called });
    let facts = Room::sitting(5, 5).refuses(MeetingCommand::Seal {}, RuleId::Jl204);
    assert_eq!(facts, Because::WrongPhase { phase: PhaseName::Sitting });
}

#[test]
fn jl204_refuses_speech_votes_and_movements_after_the_adjournment() {
    let room = adjourned();
    for command in [
        remark(member(2)),
        state(2, Stance::Agree),
        vote(2, Choice::Agree),
        MeetingCommand::TakeUpItem { item: ItemId(1) },
        MeetingCommand::RecordDeparture { member: MemberId(2), time: None, reason: "急事".into() },
        MeetingCommand::DesignateChair { member: MemberId(2) },
        MeetingCommand::Adjourn {},
    ] {
        let facts = room.refuses(command, RuleId::Jl204);
        assert_eq!(facts, Because::WrongPhase { phase: PhaseName::Adjourned });
    }
}

#[test]
fn jl207_accepts_corrections_once_sealed() {
    let mut room = adjourned();
    room.does(MeetingCommand::Seal {});
    room.does(correct(3));
    room.does(correct(3));
    assert_eq!(room.meeting.corrections.len(), 2);
    assert!(matches!(room.meeting.phase, Phase::Sealed { .. }));
}

#[test]
fn jl207_refuses_everything_else_once_sealed() {
    let mut room = adjourned();
    room.does(MeetingCommand::Seal {});
    for command in [
        remark(member(2)),
        MeetingCommand::Adjourn {},
        MeetingCommand::Seal {},
        MeetingCommand::OpenMeeting {},
        MeetingCommand::SendNotice {},
        MeetingCommand::CallOff { reason: "因故".into() },
        MeetingCommand::AmendCall { call: asked() },
        MeetingCommand::AddItem { item: asked().agenda[0].clone() },
        MeetingCommand::TakeUpItem { item: ItemId(1) },
        MeetingCommand::MarkAttendance { member: MemberId(1), attendance: PRESENT },
        MeetingCommand::DesignateChair { member: MemberId(2) },
        vote(2, Choice::Agree),
        count(5, 5, 0, 5, 0, 0),
    ] {
        assert_eq!(room.refuses(command, RuleId::Jl207), Because::Sealed {});
    }
}

#[test]
fn js04_accepts_a_correction_as_an_entry_of_its_own() {
    let mut room = Room::heard(5, 5);
    let before = room.meeting.clone();
    let said = before.open_matter().and_then(|matter| matter.stage.deliberation()).expect("heard");
    let wrong = said.statements[0].stamp.entry;
    let entry = EntryNo(room.next);
    room.does(correct(wrong.0));
    let [correction] = room.meeting.corrections.as_slice() else { panic!("one correction") };
    assert_eq!((correction.stamp.entry, correction.entry), (entry, wrong));
    assert_eq!((correction.reason.as_str(), correction.by.as_str()), ("笔误", "记录"));
    assert_eq!(room.meeting.items, before.items, "what was recorded reads as it did");
    // A correction can be corrected, too.
    room.does(correct(entry.0));
}

#[test]
fn js04_accepts_a_correction_in_every_phase() {
    let mut called = Room::called(5);
    called.does(correct(1));
    called.does(MeetingCommand::CallOff { reason: "因故".into() });
    called.does(correct(1));
    adjourned().does(correct(3));
}

#[test]
fn js04_refuses_a_correction_of_no_entry_of_this_meeting() {
    let room = Room::sitting(5, 5);
    assert_eq!(room.refuses(correct(9_999), RuleId::Js04), Because::NoSuchEntry { entry: EntryNo(9_999) });
    room.refuses(correct(0), RuleId::Js04);
}

#[test]
fn js04_refuses_a_correction_without_words_reason_or_person() {
    let room = Room::sitting(5, 5);
    for (words, reason, by, text) in [
        (" ", "笔误", "记录", Text::Words),
        ("应为", "", "记录", Text::Reason),
        ("应为", "笔误", " ", Text::Responsible),
    ] {
        let correction =
            MeetingCommand::Correct { entry: EntryNo(3), words: words.into(), reason: reason.into(), by: by.into() };
        assert_eq!(room.refuses(correction, RuleId::Jl201), Because::Empty { text });
    }
}

#[test]
fn js04_refuses_changing_and_deleting_as_malformed() {
    for line in [
        r#"{"type":"deleteEntry","entry":3}"#,
        r#"{"type":"editEntry","entry":3,"words":"x"}"#,
        r#"{"type":"undo"}"#,
        r#"{"type":"unseal"}"#,
        r#"{"type":"correct","entry":3,"words":"x","reason":"y","by":"z","replace":true}"#,
    ] {
        assert!(serde_json::from_str::<MeetingCommand>(line).is_err(), "{line}");
    }
}

#[test]
fn nothing_happens_before_the_opening_but_the_roll_call() {
    let mut room = Room::called(5);
    for command in [
        MeetingCommand::TakeUpItem { item: ItemId(1) },
        MeetingCommand::Adjourn {},
        remark(member(2)),
        MeetingCommand::RecordArrival { member: MemberId(2), time: None },
    ] {
        room.refuses(command, RuleId::Hy02);
    }
    room.does(MeetingCommand::CallOff { reason: "因故".into() });
    room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Hy16);
    let facts = room.refuses(MeetingCommand::Adjourn {}, RuleId::Jl204);
    assert_eq!(facts, Because::WrongPhase { phase: PhaseName::CalledOff });
}

#[test]
fn a_closed_door_gives_the_refusal_of_its_command() {
    let mut room = Room::hearing(5, 4);
    let view = room.meeting.view();
    assert_eq!(view.doors.open_vote, room.asks(&open_vote(VoteMethod::Hands)).err());
    let floor = view.floor.expect("on the floor");
    assert_eq!(floor.next, Some(MemberId(2)));
    assert!(floor.speaking.last().is_some_and(|row| row.state.as_ref().is_some_and(|it| it.rule == RuleId::Hy07)));
    for n in [2, 3, 4] {
        room.does(state(n, Stance::Defer));
    }
    let view = room.meeting.view();
    assert_eq!(view.floor.as_ref().and_then(|floor| floor.next), Some(MemberId(1)));
    assert!(view.warnings.iter().any(|it| matches!(it.warning, Warning::OpinionsDiffer { .. })));
    room.does(state(1, Stance::Agree));
    let view = room.meeting.view();
    assert_eq!((view.doors.open_vote, view.floor.expect("on the floor").stage), (None, Some(StageName::Heard)));
}

#[test]
fn unknown_fields_are_refused_on_the_wire() {
    let parse = |text: &str| serde_json::from_str::<MeetingCommand>(text);
    assert!(parse(r#"{"type":"adjourn"}"#).is_ok());
    assert!(parse(r#"{"type":"adjourn","x":1}"#).is_err());
    assert!(parse(r#"{"type":"takeUpItem","item":1,"x":1}"#).is_err());
    assert!(parse(r#"{"type":"markAttendance","member":1,"attendance":{"status":"present","reason":"x"}}"#).is_err());
}
