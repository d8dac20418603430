//! What ends, and what stands: sealing, correcting, the view of it all.

use meeting::*;

use crate::room::*;

#[test]
fn after_sealing_only_corrections() {
    let mut room = Room::sitting(5, 5);
    let remark = remark(member(2));
    let correct = |entry| MeetingCommand::Correct {
        entry: EntryNo(entry),
        words: "应为".into(),
        reason: "笔误".into(),
        by: "记录".into(),
    };
    room.refuses(MeetingCommand::Seal {}, RuleId::Jl204);
    room.does(MeetingCommand::Adjourn {});
    room.refuses(remark.clone(), RuleId::Jl204);
    room.does(MeetingCommand::Seal {});
    for command in [
        remark,
        MeetingCommand::Adjourn {},
        MeetingCommand::Seal {},
        MeetingCommand::OpenMeeting {},
        MeetingCommand::CallOff { reason: "因故".into() },
        MeetingCommand::AmendCall { call: asked() },
        MeetingCommand::TakeUpItem { item: ItemId(1) },
        MeetingCommand::MarkAttendance { member: MemberId(1), attendance: PRESENT },
        MeetingCommand::DesignateChair { member: MemberId(2) },
    ] {
        assert_eq!(room.refuses(command, RuleId::Jl207), Because::Sealed {});
    }
    room.refuses(correct(9_999), RuleId::Js04);
    room.does(correct(3));
    assert_eq!(room.meeting.corrections.len(), 1);
}

#[test]
fn nothing_happens_before_the_opening_but_the_roll_call() {
    let mut room = Room::called(5);
    room.refuses(MeetingCommand::TakeUpItem { item: ItemId(1) }, RuleId::Hy02);
    room.refuses(MeetingCommand::Adjourn {}, RuleId::Hy02);
    room.does(MeetingCommand::CallOff { reason: "因故".into() });
    room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Hy16);
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
fn a_unanimous_secret_ballot_is_pointed_out() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    room.does(count(5, 5, 0, 5, 0, 0));
    assert!(room.meeting.warnings().iter().any(|it| matches!(it, Warning::UnanimousSecret { .. })));
}

#[test]
fn unknown_fields_are_refused_on_the_wire() {
    let parse = |text: &str| serde_json::from_str::<MeetingCommand>(text);
    assert!(parse(r#"{"type":"adjourn"}"#).is_ok());
    assert!(parse(r#"{"type":"adjourn","x":1}"#).is_err());
    assert!(parse(r#"{"type":"takeUpItem","item":1,"x":1}"#).is_err());
    assert!(parse(r#"{"type":"markAttendance","member":1,"attendance":{"status":"present","reason":"x"}}"#).is_err());
}
