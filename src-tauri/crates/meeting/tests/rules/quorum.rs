//! R-HY-01, R-HY-02: who must be there, judged again for every item, nominee and vote.

use meeting::*;

use crate::room::*;

#[test]
fn quorum_follows_the_table_of_the_rulebook() {
    for (n, two_thirds, half, majority) in [
        (7, 5, 4, 4),
        (8, 6, 4, 5),
        (9, 6, 5, 5),
        (10, 7, 5, 6),
        (11, 8, 6, 6),
        (12, 8, 6, 7),
        (13, 9, 7, 7),
        (15, 10, 8, 8),
    ] {
        let rulebook = Preset::MunicipalCommittee2019.rulebook();
        for present in 0..=n {
            let judge = |share| Quorum::judge(RuleId::Hy01, share, Count(present), Count(n)).is_ok();
            assert_eq!(judge(rulebook.appointment_quorum), present >= two_thirds, "{present} of {n} for appointments");
            assert_eq!(judge(rulebook.ordinary_quorum), present >= half, "{present} of {n} for ordinary items");
            let tally = Tally { agree: Count(present), ..Tally::default() };
            let carried = tally.outcome(Count(n)) == Outcome::Carried;
            assert_eq!(carried, present >= majority, "{present} of {n} agree");
        }
    }
}

#[test]
fn two_thirds_exactly_open_an_appointment_item() {
    let mut room = Room::sitting(12, 8);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
}

#[test]
fn below_two_thirds_an_appointment_item_does_not_open_and_an_ordinary_one_does() {
    let mut room = Room::sitting(12, 7);
    let facts = room.refuses(MeetingCommand::TakeUpItem { item: ItemId(2) }, RuleId::Hy01);
    let expected =
        Because::BelowQuorum { present: Count(7), entitled: Count(12), required: Count(8), missing: Count(1) };
    assert_eq!(facts, expected);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
}

#[test]
fn half_exactly_opens_the_meeting_and_one_less_does_not() {
    Room::sitting(12, 6);
    let mut room = Room::called(12);
    for n in 1..=12 {
        let attendance = if n <= 5 { PRESENT } else { Attendance::OnLeave { reason: "出差".into() } };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Hy02);
}

#[test]
fn quorum_is_judged_again_for_every_nominee_and_every_vote() {
    let mut room = Room::heard(12, 8);
    room.does(MeetingCommand::RecordDeparture { member: MemberId(8), time: None, reason: "急事".into() });
    room.refuses(open_vote(VoteMethod::Hands), RuleId::Hy01);
    room.does(MeetingCommand::PostponeVote { reason: "到会不足".into() });
    room.does(MeetingCommand::AnnounceResult {});
    room.refuses(MeetingCommand::TakeUpNominee { nominee: NomineeId(2) }, RuleId::Hy01);
    room.does(MeetingCommand::RecordArrival { member: MemberId(9), time: None });
    room.confirm_absence();
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(2) });
}

#[test]
fn quorum_lost_during_a_vote_bars_its_result() {
    let mut room = Room::voting(12, 8, VoteMethod::Secret);
    room.does(MeetingCommand::RecordDeparture { member: MemberId(8), time: None, reason: "急事".into() });
    room.refuses(count(8, 8, 0, 8, 0, 0), RuleId::Hy01);
    room.does(MeetingCommand::PostponeVote { reason: "到会不足".into() });
    assert_eq!(room.outcome(1), Some(Outcome::VotePostponed));
}

#[test]
fn the_roll_call_is_complete_before_the_meeting_opens() {
    let mut room = Room::called(3);
    room.does(MeetingCommand::MarkAttendance { member: MemberId(1), attendance: PRESENT });
    let Because::RollCallIncomplete { missing } = room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Jl201) else {
        panic!("names who is missing");
    };
    assert_eq!(names(&missing), [2, 3]);
}
