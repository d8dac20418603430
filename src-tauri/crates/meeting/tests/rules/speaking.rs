//! R-HY-06, R-HY-07, R-HY-08: who speaks, once, and who last.

use meeting::*;

use crate::room::*;

#[test]
fn the_secretary_speaks_after_everybody_else() {
    let mut room = Room::hearing(5, 4);
    room.does(state(2, Stance::Agree));
    let Because::OthersMustSpeakFirst { last, missing } = room.refuses(state(1, Stance::Agree), RuleId::Hy07) else {
        panic!("names who must speak first");
    };
    assert_eq!((last.id.0, names(&missing)), (1, vec![3, 4]));
    room.does(state(4, Stance::Disagree));
    room.does(state(3, Stance::Defer));
    room.does(state(1, Stance::Agree));
}

#[test]
fn a_chair_standing_in_speaks_last() {
    let mut room = Room::called(5);
    room.does(MeetingCommand::DesignateChair { member: MemberId(3) });
    for n in 1..=5 {
        let attendance = if n == 1 { Attendance::OnLeave { reason: "出差".into() } } else { PRESENT };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.confirm_absence();
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.does(introduce(OBSERVER));
    room.refuses(state(3, Stance::Agree), RuleId::Hy08);
    for n in [2, 4, 5, 3] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn the_chair_must_be_in_the_room() {
    let mut room = Room::called(5);
    for n in 1..=5 {
        let attendance = if n == 1 { Attendance::OnLeave { reason: "出差".into() } } else { PRESENT };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Hy08);
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.does(MeetingCommand::OpenMeeting {});
}

#[test]
fn no_second_stance() {
    let mut room = Room::hearing(5, 5);
    room.does(state(2, Stance::Agree));
    room.refuses(state(2, Stance::Disagree), RuleId::Hy06);
}

#[test]
fn no_vote_while_somebody_has_not_spoken() {
    let mut room = Room::hearing(5, 4);
    room.does(state(3, Stance::Agree));
    for command in [open_vote(VoteMethod::Hands), vote(2, Choice::Agree), count(4, 4, 0, 4, 0, 0)] {
        let Because::NotYetStated { missing } = room.refuses(command, RuleId::Hy06) else {
            panic!("names who has not spoken");
        };
        assert_eq!(names(&missing), [2, 4, 1], "in speaking order");
    }
    room.refuses(MeetingCommand::DeferMatter { reason: "缓".into() }, RuleId::Hy06);
}

#[test]
fn whoever_comes_in_after_the_secretary_speaks_and_the_secretary_closes_again() {
    let mut room = Room::heard(5, 4);
    room.does(MeetingCommand::RecordArrival { member: MemberId(5), time: None });
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy06);
    room.refuses(state(1, Stance::Agree), RuleId::Hy06);
    room.does(state(5, Stance::Disagree));
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy07);
    room.does(state(1, Stance::Agree));
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn on_an_ordinary_item_nobody_speaks_after_the_secretary() {
    let mut room = Room::sitting(5, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(introduce(member(2)));
    room.does(state(2, Stance::Agree));
    room.does(state(1, Stance::Agree));
    room.refuses(state(3, Stance::Agree), RuleId::Hy07);
    room.does(open_vote(VoteMethod::Voice));
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
