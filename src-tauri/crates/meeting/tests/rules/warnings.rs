//! S-01, R-LC-01 and the warnings on record: which rule, on which facts, by whom, why, and until when.

use meeting::*;

use crate::room::*;

const APPOINTMENTS: MeetingCommand = MeetingCommand::TakeUpItem { item: ItemId(2) };

fn named(ids: &[u32]) -> Vec<Named> {
    ids.iter().map(|id| Named { id: MemberId(*id), name: format!("成员{id}") }).collect()
}

fn away(ids: &[u32]) -> Warning {
    Warning::NotAllPresent { absent: named(ids) }
}

fn acknowledge(warning: Warning, by: u32) -> MeetingCommand {
    MeetingCommand::AcknowledgeWarning { warning, by: MemberId(by), reason: "已请假".into() }
}

fn take_up(nominee: u32) -> MeetingCommand {
    MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) }
}

fn leave(id: u32) -> MeetingCommand {
    MeetingCommand::RecordDeparture { member: MemberId(id), time: None, reason: "急事".into() }
}

fn arrive(id: u32) -> MeetingCommand {
    MeetingCommand::RecordArrival { member: MemberId(id), time: None }
}

/// The appointment item is open with `present` of `size` in the room.
fn at_appointments(size: u32, present: u32, preset: Preset) -> Room {
    let mut room = Room::sitting_as(size, present, &MeetingCall { preset, ..asked() });
    room.does(APPOINTMENTS);
    room
}

#[test]
fn s01_refuses_an_appointment_with_somebody_away_before_the_chair_confirmed_it() {
    let mut room = at_appointments(6, 5, Preset::MunicipalCommittee2019);
    assert_eq!(room.refuses(take_up(1), RuleId::S01), Because::AwaitsConfirmation { absent: named(&[6]) });
    let view = room.meeting.view();
    let shown: Vec<_> = view.warnings.iter().filter(|it| it.rule == RuleId::S01).collect();
    assert!(shown.len() == 1 && shown[0].awaited && shown[0].acknowledged.is_none(), "{shown:?}");
    // What stands on record is confirmed anew before the vote, where the absent are others by then.
    room.does(acknowledge(away(&[6]), 1));
    room.does(take_up(1));
    room.does(introduce(OBSERVER));
    room.does(leave(5));
    for n in [2, 3, 4, 1] {
        room.does(state(n, Stance::Agree));
    }
    let facts = room.refuses(open_vote(VoteMethod::Hands), RuleId::S01);
    assert_eq!(facts, Because::AwaitsConfirmation { absent: named(&[5, 6]) });
    room.does(acknowledge(away(&[5, 6]), 1));
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn s01_accepts_an_appointment_that_the_chair_confirmed_on_record() {
    let mut room = at_appointments(6, 5, Preset::MunicipalCommittee2019);
    let stamp = Stamp { entry: EntryNo(room.next), at: at(room.next) };
    room.does(acknowledge(away(&[6]), 1));
    let kept =
        Acknowledgement { stamp, warning: away(&[6]), by: MemberId(1), reason: "已请假".into(), lapsed: None };
    assert_eq!(
        room.meeting.acknowledgements,
        std::slice::from_ref(&kept),
        "which rule, on which facts, by whom, why, when"
    );
    let view = room.meeting.view();
    assert!(view.warnings.iter().any(|it| it.acknowledged.as_ref() == Some(&kept)));
    room.does(take_up(1));
}

#[test]
fn s01_accepts_an_appointment_with_everybody_there() {
    for preset in [Preset::MunicipalCommittee2019, Preset::MunicipalCommitteeStrict] {
        at_appointments(5, 5, preset).does(take_up(1));
    }
}

#[test]
fn s01_accepts_an_ordinary_item_with_somebody_away() {
    for preset in [Preset::MunicipalCommittee2019, Preset::MunicipalCommitteeStrict] {
        let mut room = Room::sitting_as(6, 5, &MeetingCall { preset, ..asked() });
        room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
        room.does(introduce(member(2)));
        room.does(open_vote(VoteMethod::Hands));
        assert_eq!(room.meeting.warnings(), []);
    }
}

#[test]
fn s01_accepts_the_quorum_alone_where_the_committee_left_it_free() {
    let mut room = at_appointments(6, 4, Preset::SoeCommittee);
    assert!(room.meeting.warnings().iter().all(|it| it.rule() != RuleId::S01));
    room.does(take_up(1));
}

#[test]
fn s01_refuses_whatever_anybody_confirms_where_all_must_be_there() {
    let room = at_appointments(6, 5, Preset::MunicipalCommitteeStrict);
    assert_eq!(room.refuses(take_up(1), RuleId::S01), Because::NotAllPresent { absent: named(&[6]) });
    assert_eq!(room.refuses(acknowledge(away(&[6]), 1), RuleId::S01), Because::NoSuchWarning {});
}

#[test]
fn s01_refuses_a_confirmation_by_anybody_but_the_chair() {
    let mut room = at_appointments(6, 5, Preset::MunicipalCommittee2019);
    let Because::NotTheChair { chair } = room.refuses(acknowledge(away(&[6]), 2), RuleId::S01) else {
        panic!("names the chair");
    };
    assert_eq!(chair.id, MemberId(1));
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.refuses(acknowledge(away(&[6]), 1), RuleId::S01);
    room.does(acknowledge(away(&[6]), 2));
}

#[test]
fn below_two_thirds_no_confirmation_helps() {
    let mut room = Room::sitting(6, 4);
    room.does(APPOINTMENTS);
    room.does(acknowledge(away(&[5, 6]), 1));
    room.does(leave(4));
    room.does(acknowledge(away(&[4, 5, 6]), 1));
    room.refuses(take_up(1), RuleId::Hy01);
}

#[test]
fn a_confirmation_lapses_with_its_facts_and_does_not_revive() {
    let mut room = at_appointments(6, 5, Preset::MunicipalCommittee2019);
    room.does(acknowledge(away(&[6]), 1));
    let left = EntryNo(room.next);
    room.does(leave(5));
    assert_eq!(room.meeting.acknowledgements[0].lapsed, Some(left), "by the entry that changed the facts");
    room.refuses(take_up(1), RuleId::S01);
    room.does(arrive(5));
    assert_eq!(room.meeting.warnings().first(), Some(&away(&[6])), "the same facts again");
    assert_eq!(room.meeting.acknowledgement(&away(&[6])), None);
    room.refuses(take_up(1), RuleId::S01);
    room.does(acknowledge(away(&[6]), 1));
    room.does(take_up(1));
    let lapsed: Vec<Option<EntryNo>> = room.meeting.acknowledgements.iter().map(|it| it.lapsed).collect();
    assert_eq!(lapsed, [Some(left), None], "the first stays on record beside the second");
}

#[test]
fn a_confirmation_lapses_when_the_absent_come() {
    let mut room = at_appointments(6, 5, Preset::MunicipalCommittee2019);
    room.does(acknowledge(away(&[6]), 1));
    room.does(arrive(6));
    assert!(room.meeting.acknowledgements[0].lapsed.is_some());
    room.does(take_up(1));
    assert_eq!(room.refuses(acknowledge(away(&[6]), 1), RuleId::S01), Because::NoSuchWarning {});
}

#[test]
fn a_confirmation_is_for_the_item_for_which_it_was_given() {
    let mut room = at_appointments(6, 5, Preset::MunicipalCommittee2019);
    room.does(acknowledge(away(&[6]), 1));
    room.does(MeetingCommand::LeaveItem { reason: "改议".into() });
    assert!(room.meeting.acknowledgements[0].lapsed.is_some());
    room.does(APPOINTMENTS);
    room.refuses(take_up(1), RuleId::S01);
}

#[test]
fn a_change_elsewhere_lets_a_confirmation_stand() {
    let mut room = at_appointments(6, 5, Preset::MunicipalCommittee2019);
    room.does(acknowledge(away(&[6]), 1));
    room.does(remark(member(2)));
    room.does(take_up(1));
    room.does(introduce(OBSERVER));
    for n in [2, 3, 4, 5, 1] {
        room.does(state(n, Stance::Disagree));
    }
    assert_eq!(room.meeting.acknowledgements[0].lapsed, None);
}

#[test]
fn a_warning_is_acknowledged_once_with_a_reason_by_somebody_in_the_room() {
    let mut room = Room::hearing(6, 5);
    let missing = vec![
        IntroductionPoint::Basics,
        IntroductionPoint::Recommendation,
        IntroductionPoint::Appraisal,
        IntroductionPoint::Inspection,
        IntroductionPoint::Reasons,
    ];
    let warning = Warning::IntroductionLacks { nominee: NomineeId(1), missing };
    let by = |id| acknowledge(warning.clone(), id);
    let silent = MeetingCommand::AcknowledgeWarning { warning: warning.clone(), by: MemberId(2), reason: " ".into() };
    assert_eq!(room.refuses(silent, RuleId::Jl201), Because::Empty { text: Text::Reason });
    room.refuses(by(6), RuleId::Hy13);
    room.refuses(by(9), RuleId::Hy25);
    room.does(by(3));
    assert_eq!(room.refuses(by(2), RuleId::Hy05), Because::AlreadyAcknowledged {});
    let other = Warning::IntroductionLacks { nominee: NomineeId(1), missing: vec![IntroductionPoint::Basics] };
    assert_eq!(room.refuses(acknowledge(other, 3), RuleId::Hy05), Because::NoSuchWarning {});
}

#[test]
fn an_acknowledged_difference_lapses_when_somebody_thinks_again() {
    let mut room = Room::hearing(5, 5);
    for (n, stance) in
        [(2, Stance::Disagree), (3, Stance::Disagree), (4, Stance::Agree), (5, Stance::Agree), (1, Stance::Agree)]
    {
        room.does(state(n, stance));
    }
    let differ = |room: &Room| room.meeting.warnings().into_iter().find(|it| it.rule() == RuleId::Hy10);
    let first = differ(&room).expect("two of five disagree");
    room.does(acknowledge(first.clone(), 1));
    let thought = EntryNo(room.next);
    let again = |stance| MeetingCommand::RestateStatement { speaker: member(3), stance, words: "再考虑".into() };
    room.does(again(Stance::Defer));
    assert_eq!(room.meeting.acknowledgements[0].lapsed, Some(thought));
    room.does(again(Stance::Disagree));
    assert_eq!(differ(&room), Some(first.clone()), "the same facts again");
    assert_eq!(room.meeting.acknowledgement(&first), None, "and nobody has taken note of them since");
    room.does(acknowledge(first, 2));
}

#[test]
fn nothing_is_acknowledged_while_the_meeting_does_not_sit() {
    let mut room = Room::voting(5, 5, VoteMethod::Secret);
    room.does(count(5, 5, 0, 5, 0, 0));
    room.does(MeetingCommand::AnnounceResult {});
    room.does(MeetingCommand::LeaveItem { reason: "时间所限".into() });
    let unanimous = Warning::UnanimousSecret { nominee: Some(NomineeId(1)) };
    assert!(room.meeting.warnings().contains(&unanimous));
    room.does(MeetingCommand::Adjourn {});
    room.refuses(acknowledge(unanimous, 1), RuleId::Jl204);
}

fn earlier(ordinal: u16, proposed: &str, outcome: Outcome) -> OtherMeeting {
    let agenda = vec![ItemDraft {
        title: "任免".into(),
        matter: MatterDraft::Appointment {
            nominees: vec![NomineeDraft { proposed_post: proposed.into(), ..nominee("人 选甲") }],
        },
        observers: Vec::new(),
    }];
    let number = MeetingNumber { year: 2025, ordinal };
    let called = call(&committee(5), &[], &MeetingCall { number, agenda, ..asked() }).expect("called");
    let put_forward = called.agenda[0].nominees()[0].clone();
    OtherMeeting { id: MeetingId(u32::from(ordinal)), number, results: vec![(put_forward, outcome)] }
}

/// The appointment item is open, after these earlier meetings.
fn after(others: &[OtherMeeting], asked: &MeetingCall) -> Room {
    let call = call(&committee(5), others, asked).expect("called");
    let first = Recorded { entry: EntryNo(1), at: at(1), event: Event::MeetingCalled { call } };
    let mut room = Room { meeting: Meeting::begin(&first).expect("begins with the call"), next: 2 };
    for n in 1..=5 {
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance: PRESENT });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(APPOINTMENTS);
    room
}

fn repeated(room: &Room) -> Vec<Warning> {
    room.meeting.warnings().into_iter().filter(|it| it.rule() == RuleId::Lc01).collect()
}

#[test]
fn lc01_warns_of_a_nominee_not_carried_twice_for_the_post_and_bars_nothing() {
    let twice = [earlier(7, "乙", Outcome::NotCarried), earlier(3, "乙", Outcome::NotCarried)];
    let mut room = after(&twice, &asked());
    let meetings = [3, 7].map(|ordinal| MeetingNumber { year: 2025, ordinal }).to_vec();
    assert_eq!(repeated(&room), [Warning::RepeatedFailure { nominee: NomineeId(1), meetings }]);
    room.does(take_up(1));
    assert_eq!(repeated(&room).len(), 1, "on the floor it stands");
    room.does(introduce(OBSERVER));
    for n in [2, 3, 4, 5, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
}

#[test]
fn lc01_warns_of_nobody_who_failed_once_or_for_another_post_or_was_put_off() {
    for others in [
        vec![earlier(1, "乙", Outcome::NotCarried)],
        vec![earlier(1, "乙", Outcome::NotCarried), earlier(2, "丁", Outcome::NotCarried)],
        vec![earlier(1, "乙", Outcome::NotCarried), earlier(2, "乙", Outcome::Deferred)],
        vec![earlier(1, "乙", Outcome::NotCarried), earlier(2, "乙", Outcome::Carried)],
    ] {
        assert_eq!(repeated(&after(&others, &asked())), []);
    }
}

#[test]
fn lc01_warns_of_a_second_failure_at_this_very_meeting() {
    let mut room = after(&[earlier(1, "乙", Outcome::NotCarried)], &asked());
    room.does(take_up(1));
    room.does(introduce(OBSERVER));
    for n in [2, 3, 4, 5, 1] {
        room.does(state(n, Stance::Disagree));
    }
    room.does(open_vote(VoteMethod::Hands));
    for n in 1..=5 {
        room.does(vote(n, Choice::Against));
    }
    room.does(MeetingCommand::CloseVote {});
    room.does(MeetingCommand::AnnounceResult {});
    room.does(MeetingCommand::OpenReconsideration { nominee: NomineeId(1), reason: "新情况".into() });
    for n in 1..=5 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(MeetingCommand::CloseVote {});
    let meetings = vec![MeetingNumber { year: 2025, ordinal: 1 }, MeetingNumber { year: 2026, ordinal: 1 }];
    assert_eq!(repeated(&room), [Warning::RepeatedFailure { nominee: NomineeId(1), meetings }]);
}

#[test]
fn a_committee_without_the_local_rule_is_not_warned_by_it() {
    let twice = [earlier(1, "乙", Outcome::NotCarried), earlier(2, "乙", Outcome::NotCarried)];
    let off = Rulebook { repeated_failure_warned: false, ..Rulebook::default() };
    let asked = MeetingCall { preset: Preset::Custom, custom: Some(off), ..asked() };
    assert_eq!(repeated(&after(&twice, &asked)), []);
}
