//! The rulebook: each preset with its quorum, its bars, its last word, its majority and its options; the committee's own
//! settings; and that a meeting keeps those that it was called with.

use meeting::*;

use crate::room::*;

fn under(preset: Preset) -> MeetingCall {
    let custom = (preset == Preset::Custom).then(|| preset.rulebook());
    MeetingCall { preset, custom, ..asked() }
}

fn custom(change: impl FnOnce(&mut Rulebook)) -> MeetingCall {
    let mut rulebook = Preset::Custom.rulebook();
    change(&mut rulebook);
    MeetingCall { preset: Preset::Custom, custom: Some(rulebook), ..asked() }
}

fn share(numerator: u32, denominator: u32) -> Share {
    Share { numerator, denominator }
}

/// [`Room::hearing`], called as asked.
fn hearing(size: u32, present: u32, asked: &MeetingCall) -> Room {
    let mut room = Room::sitting_as(size, present, asked);
    room.hears_the_first_nominee();
    room
}

/// [`Room::voting`], called as asked.
fn voting(size: u32, present: u32, method: VoteMethod, asked: &MeetingCall) -> Room {
    let mut room = hearing(size, present, asked);
    for n in (2..=present).chain([1]) {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(method));
    room
}

/// What a vote by hands comes to when `agree` of `present` agree: the base and the outcome.
fn by_hands(size: u32, present: u32, agree: u32, asked: &MeetingCall) -> (u32, Outcome) {
    let mut room = voting(size, present, VoteMethod::Hands, asked);
    for n in 1..=present {
        room.does(vote(n, if n <= agree { Choice::Agree } else { Choice::Against }));
    }
    ended(&room.does(MeetingCommand::CloseVote {}))
}

fn ended(events: &[Event]) -> (u32, Outcome) {
    match events {
        [Event::VoteClosed { base, outcome, .. } | Event::BallotsCounted { base, outcome, .. }] => (base.0, *outcome),
        _ => panic!("{events:?}"),
    }
}

fn refusal(room: &Room, command: &MeetingCommand) -> Refusal {
    room.asks(command).expect_err("refused")
}

/// By which rule and facts the call itself is refused.
fn refused(asked: &MeetingCall) -> (RuleId, Because) {
    let refusal = call(&committee(5), &[], asked).expect_err("refused");
    (refusal.rule, refusal.facts)
}

#[test]
fn every_preset_has_the_settings_of_its_name() {
    use FullAttendance::{Confirmed, Free, Required};
    use LastSpeaker::{Chair, Secretary};
    let (half, two_thirds) = (share(1, 2), share(2, 3));
    for (preset, appointments, majority_of, attendance, last, repeated) in [
        (Preset::MunicipalCommittee2019, two_thirds, MajorityOf::Entitled, Confirmed, Secretary, true),
        (Preset::MunicipalCommitteeStrict, two_thirds, MajorityOf::Entitled, Required, Secretary, true),
        (Preset::PartyGroup, two_thirds, MajorityOf::Entitled, Free, Chair, true),
        (Preset::SoeCommittee, two_thirds, MajorityOf::Entitled, Free, Secretary, true),
        (Preset::UniversityCommittee, two_thirds, MajorityOf::Entitled, Free, Secretary, true),
        (Preset::StandingCommittee, half, MajorityOf::Voting, Free, Chair, false),
        (Preset::Custom, two_thirds, MajorityOf::Entitled, Confirmed, Secretary, true),
    ] {
        let rulebook = call(&committee(5), &[], &under(preset)).expect("called").rulebook;
        let expected = Rulebook {
            preset,
            ordinary_quorum: half,
            appointment_quorum: appointments,
            majority_of,
            recusal_base: RecusalBase::Kept,
            full_attendance: attendance,
            last_speaker: last,
            may_abstain: true,
            may_defer: false,
            every_voter_gets_a_paper: true,
            postpone_hint: share(1, 3),
            postpone_margin: Count(1),
            reconsideration: true,
            repeated_failure_warned: repeated,
            notice_day_counts: true,
        };
        assert_eq!(rulebook, expected);
    }
    assert_eq!(Preset::ALL.len(), 7);
}

#[test]
fn every_preset_plays_a_meeting_of_all_to_its_seal() {
    for preset in Preset::ALL {
        let mut room = Room::sitting_as(5, 5, &under(preset));
        room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
        for (nominee, method) in [(1, VoteMethod::Hands), (2, VoteMethod::Secret)] {
            room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) });
            room.does(introduce(OBSERVER));
            for n in [2, 3, 4, 5, 1] {
                room.does(state(n, Stance::Agree));
            }
            room.does(open_vote(method));
            if method == VoteMethod::Hands {
                for n in 1..=5 {
                    room.does(vote(n, Choice::Agree));
                }
                room.does(MeetingCommand::CloseVote {});
            } else {
                room.does(count(5, 5, 0, 4, 1, 0));
            }
            room.does(MeetingCommand::AnnounceResult {});
            assert_eq!(room.outcome(nominee), Some(Outcome::Carried), "{preset:?}");
        }
        room.does(MeetingCommand::CloseItem { decision: String::new() });
        room.does(MeetingCommand::Adjourn {});
        room.does(MeetingCommand::Seal {});
        assert_eq!(room.meeting.view().rulebook.preset, preset, "the record says what it ran under");
    }
}

#[test]
fn hy01_refuses_below_two_thirds_under_every_preset_of_the_party() {
    for preset in Preset::ALL.into_iter().filter(|preset| *preset != Preset::StandingCommittee) {
        let room = Room::sitting_as(12, 7, &under(preset));
        room.refuses(MeetingCommand::TakeUpItem { item: ItemId(2) }, RuleId::Hy01);
    }
}

#[test]
fn hy01_accepts_half_for_appointments_outside_the_party() {
    let room = hearing(12, 6, &under(Preset::StandingCommittee));
    assert_eq!(room.meeting.view().attendance.appointment_required, Count(6));
    let mut room = Room::called_as(12, &under(Preset::StandingCommittee));
    for n in 1..=12 {
        let attendance = if n <= 5 { PRESENT } else { Attendance::Absent { reason: String::new() } };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    assert_eq!(refusal(&room, &MeetingCommand::OpenMeeting {}).rule, RuleId::Hy02);
}

#[test]
fn hy01_refuses_by_the_share_that_the_committee_set_itself() {
    let asked = custom(|rulebook| rulebook.appointment_quorum = share(3, 4));
    let room = Room::sitting_as(12, 8, &asked);
    let facts = room.refuses(MeetingCommand::TakeUpItem { item: ItemId(2) }, RuleId::Hy01);
    let expected =
        Because::BelowQuorum { present: Count(8), entitled: Count(12), required: Count(9), missing: Count(1) };
    assert_eq!(facts, expected);
    Room::sitting_as(12, 9, &asked).does(MeetingCommand::TakeUpItem { item: ItemId(2) });
}

#[test]
fn hy02_accepts_and_refuses_by_the_share_that_the_committee_set_itself() {
    let asked = custom(|rulebook| rulebook.ordinary_quorum = share(1, 1));
    Room::sitting_as(5, 5, &asked);
    let mut room = Room::called_as(5, &asked);
    for n in 1..=5 {
        let attendance = if n <= 4 { PRESENT } else { Attendance::Absent { reason: String::new() } };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.refuses(MeetingCommand::OpenMeeting {}, RuleId::Hy02);
}

#[test]
fn s01_refuses_with_anybody_away_where_full_attendance_is_required() {
    let take_up = MeetingCommand::TakeUpNominee { nominee: NomineeId(1) };
    let mut room = Room::sitting_as(9, 8, &under(Preset::MunicipalCommitteeStrict));
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    let Because::NotAllPresent { absent } = room.refuses(take_up.clone(), RuleId::S01) else {
        panic!("names who is away");
    };
    assert_eq!(names(&absent), [9]);
    // No confirmation helps: there is no warning that could be acknowledged.
    assert_eq!(room.meeting.warnings().iter().filter(|warning| warning.rule() == RuleId::S01).count(), 0);
    let acknowledge = MeetingCommand::AcknowledgeWarning {
        warning: Warning::NotAllPresent { absent },
        by: MemberId(1),
        reason: "已请假".into(),
    };
    assert_eq!(room.refuses(acknowledge, RuleId::S01), Because::NoSuchWarning {});
    room.does(MeetingCommand::RecordArrival { member: MemberId(9), time: None });
    room.does(take_up);
}

#[test]
fn s01_refuses_the_vote_when_somebody_left_where_full_attendance_is_required() {
    let mut room = hearing(9, 9, &under(Preset::MunicipalCommitteeStrict));
    for n in (2..=9).chain([1]) {
        room.does(state(n, Stance::Agree));
    }
    room.does(MeetingCommand::RecordDeparture { member: MemberId(9), time: None, reason: "急事".into() });
    room.refuses(open_vote(VoteMethod::Hands), RuleId::S01);
    room.does(MeetingCommand::PostponeVote { reason: "人员不齐".into() });
}

#[test]
fn s01_refuses_until_the_chair_has_confirmed_where_that_is_set() {
    let mut room = Room::sitting_as(9, 8, &under(Preset::MunicipalCommittee2019));
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    let facts = room.refuses(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) }, RuleId::S01);
    assert!(matches!(facts, Because::AwaitsConfirmation { .. }));
    room.confirm_absence();
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
}

#[test]
fn s01_accepts_the_quorum_alone_where_attendance_is_free() {
    for preset in [Preset::PartyGroup, Preset::SoeCommittee, Preset::UniversityCommittee, Preset::StandingCommittee] {
        let mut room = Room::sitting_as(9, 6, &under(preset));
        room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
        room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
        assert!(room.meeting.warnings().iter().all(|warning| warning.rule() != RuleId::S01), "{preset:?}");
    }
}

#[test]
fn s01_accepts_an_ordinary_item_whoever_is_away() {
    for preset in Preset::ALL {
        let mut room = Room::sitting_as(9, 5, &under(preset));
        room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
        room.does(introduce(member(2)));
        room.does(open_vote(VoteMethod::Hands));
    }
}

#[test]
fn hy08_accepts_the_chair_as_the_last_where_the_rulebook_says_so() {
    for preset in [Preset::PartyGroup, Preset::StandingCommittee] {
        let asked = MeetingCall { chair: MemberId(3), ..under(preset) };
        let mut room = hearing(5, 5, &asked);
        assert_eq!(room.meeting.last_speaker().map(|seat| seat.member.id), Some(MemberId(3)), "{preset:?}");
        // The Secretary is in the room and speaks at whatever time.
        room.does(state(1, Stance::Agree));
        assert_eq!(refusal(&room, &state(3, Stance::Agree)).rule, RuleId::Hy08);
        for n in [2, 4, 5, 3] {
            room.does(state(n, Stance::Agree));
        }
        room.does(open_vote(VoteMethod::Hands));
    }
}

#[test]
fn hy08_refuses_the_presiding_secretary_before_the_others_where_the_chair_is_last() {
    let room = hearing(5, 5, &under(Preset::PartyGroup));
    room.refuses(state(1, Stance::Agree), RuleId::Hy08);
}

#[test]
fn hy07_refuses_the_secretary_before_the_others_under_every_other_preset_whoever_presides() {
    for preset in Preset::ALL.into_iter().filter(|it| !matches!(it, Preset::PartyGroup | Preset::StandingCommittee)) {
        let asked = MeetingCall { chair: MemberId(3), ..under(preset) };
        let mut room = hearing(5, 5, &asked);
        room.does(state(3, Stance::Agree));
        room.refuses(state(1, Stance::Agree), RuleId::Hy07);
    }
}

#[test]
fn hy12_accepts_more_than_half_of_those_who_vote_outside_the_party() {
    let asked = under(Preset::StandingCommittee);
    assert_eq!(by_hands(12, 7, 4, &asked), (7, Outcome::Carried));
    assert_eq!(by_hands(12, 8, 5, &asked), (8, Outcome::Carried));
    let mut room = voting(12, 7, VoteMethod::Secret, &asked);
    // Papers issued are the whole, returned or not.
    assert_eq!(ended(&room.does(count(7, 6, 0, 4, 2, 0))), (7, Outcome::Carried));
}

#[test]
fn hy12_refuses_to_carry_an_exact_half_of_those_who_vote() {
    let asked = under(Preset::StandingCommittee);
    assert_eq!(by_hands(12, 8, 4, &asked), (8, Outcome::NotCarried));
    assert_eq!(by_hands(12, 7, 3, &asked), (7, Outcome::NotCarried));
    let mut room = voting(12, 8, VoteMethod::Secret, &asked);
    assert_eq!(ended(&room.does(count(8, 5, 0, 4, 1, 0))), (8, Outcome::NotCarried), "4 of 8 papers");
}

#[test]
fn hy12_refuses_to_carry_half_of_the_entitled_under_every_preset_of_the_party() {
    for preset in Preset::ALL.into_iter().filter(|preset| *preset != Preset::StandingCommittee) {
        assert_eq!(by_hands(12, 12, 6, &under(preset)), (12, Outcome::NotCarried), "{preset:?}");
        assert_eq!(by_hands(12, 12, 7, &under(preset)), (12, Outcome::Carried), "{preset:?}");
    }
}

#[test]
fn hy12_accepts_the_base_less_the_recused_where_the_committee_lowers_it() {
    let recuse = MeetingCommand::RecordRecusal {
        nominee: NomineeId(1),
        person: Attendant::Member(MemberId(9)),
        relation: Relation::Spouse,
        detail: String::new(),
        time: None,
        substitute: String::new(),
    };
    for (base, expected) in
        [(RecusalBase::Kept, (12, Outcome::NotCarried)), (RecusalBase::Lowered, (11, Outcome::Carried))]
    {
        let mut room = hearing(12, 9, &custom(|rulebook| rulebook.recusal_base = base));
        room.does(recuse.clone());
        for n in (2..=8).chain([1]) {
            room.does(state(n, Stance::Agree));
        }
        room.does(open_vote(VoteMethod::Secret));
        assert_eq!(ended(&room.does(count(8, 8, 0, 6, 2, 0))), expected);
    }
}

#[test]
fn hy11_refuses_abstention_where_it_is_not_offered() {
    let asked = custom(|rulebook| rulebook.may_abstain = false);
    let not_offered = Because::ChoiceNotOffered { choice: Choice::Abstain };
    let room = voting(5, 5, VoteMethod::Hands, &asked);
    assert_eq!(room.refuses(vote(2, Choice::Abstain), RuleId::Hy11), not_offered);
    let mut room = voting(5, 5, VoteMethod::Secret, &asked);
    assert_eq!(room.refuses(count(5, 5, 0, 4, 0, 1), RuleId::Hy11), not_offered);
    let sheet = CountSheet { abstain: Reading::Empty, ..sheet(5, 5, 0, 4, 1, 0) };
    room.does(counted(sheet));
}

#[test]
fn hy11_accepts_deferral_where_it_is_offered_and_asks_for_its_figure() {
    let asked = custom(|rulebook| rulebook.may_defer = true);
    let mut room = voting(5, 5, VoteMethod::Hands, &asked);
    for n in 1..=3 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(vote(4, Choice::Defer));
    room.does(vote(5, Choice::Defer));
    let events = room.does(MeetingCommand::CloseVote {});
    let [Event::VoteClosed { tally, outcome, .. }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((tally.agree, tally.defer, *outcome), (Count(3), Count(2), Outcome::Carried));
    let mut room = voting(5, 5, VoteMethod::Secret, &asked);
    let facts = room.refuses(count(5, 5, 0, 4, 1, 0), RuleId::Pj06);
    assert_eq!(facts, Because::CountIncomplete { fields: vec![CountField::Defer] });
    let deferring = CountSheet { defer: Reading::Number(Count(2)), ..sheet(5, 5, 0, 2, 1, 0) };
    assert_eq!(ended(&room.does(counted(deferring))), (5, Outcome::NotCarried));
}

#[test]
fn pj04_accepts_fewer_papers_than_voters_where_not_everybody_needs_one() {
    let asked = custom(|rulebook| rulebook.every_voter_gets_a_paper = false);
    let mut room = voting(12, 11, VoteMethod::Secret, &asked);
    room.refuses(count(12, 12, 0, 12, 0, 0), RuleId::Hy13);
    assert_eq!(ended(&room.does(count(10, 10, 0, 7, 3, 0))), (12, Outcome::Carried));
}

#[test]
fn hy10_warns_from_the_share_that_the_committee_set_itself() {
    let warned = |asked: &MeetingCall| {
        let mut room = hearing(5, 5, asked);
        room.does(state(2, Stance::Disagree));
        room.does(state(3, Stance::Defer));
        room.meeting.warnings().iter().any(|warning| warning.rule() == RuleId::Hy10)
    };
    assert!(warned(&under(Preset::Custom)), "2 of 5, and a third is 1.67");
    assert!(!warned(&custom(|rulebook| rulebook.postpone_hint = share(1, 2))));
}

#[test]
fn hy02_refuses_the_committees_own_rulebook_without_its_settings() {
    let asked = MeetingCall { preset: Preset::Custom, custom: None, ..asked() };
    assert_eq!(refused(&asked), (RuleId::Hy02, Because::SettingsMissing {}));
}

#[test]
fn hy02_refuses_settings_beside_a_preset_that_has_its_own() {
    for preset in Preset::ALL.into_iter().filter(|preset| *preset != Preset::Custom) {
        let asked = MeetingCall { preset, custom: Some(preset.rulebook()), ..asked() };
        assert_eq!(refused(&asked), (RuleId::Hy02, Because::SettingsNotOfPreset { preset }));
    }
}

#[test]
fn hy01_hy02_and_hy10_refuse_a_share_above_one_or_of_nothing() {
    for improper in [share(0, 2), share(1, 0), share(0, 0), share(3, 2)] {
        let facts = Because::ImproperShare { share: improper };
        let ordinary = custom(|rulebook| rulebook.ordinary_quorum = improper);
        assert_eq!(refused(&ordinary), (RuleId::Hy02, facts.clone()));
        let appointments = custom(|rulebook| rulebook.appointment_quorum = improper);
        assert_eq!(refused(&appointments), (RuleId::Hy01, facts.clone()));
        let hint = custom(|rulebook| rulebook.postpone_hint = improper);
        assert_eq!(refused(&hint), (RuleId::Hy10, facts));
    }
    let whole = custom(|rulebook| rulebook.appointment_quorum = share(1, 1));
    assert!(call(&committee(5), &[], &whole).is_ok(), "all of them is a share");
}

#[test]
fn own_settings_are_called_so_whatever_preset_they_name() {
    let asked = custom(|rulebook| *rulebook = Rulebook { may_defer: true, ..Preset::PartyGroup.rulebook() });
    let rulebook = call(&committee(5), &[], &asked).expect("called").rulebook;
    assert_eq!(rulebook, Rulebook { preset: Preset::Custom, may_defer: true, ..Preset::PartyGroup.rulebook() });
}

#[test]
fn an_unknown_preset_or_setting_is_malformed() {
    assert!(serde_json::from_str::<Preset>(r#""municipalCommittee2030""#).is_err());
    assert!(serde_json::from_str::<Rulebook>(r#"{"mayAbstain":false}"#).is_ok());
    assert!(serde_json::from_str::<Rulebook>(r#"{"mayProxy":true}"#).is_err());
    assert!(serde_json::from_str::<Share>(r#"{"numerator":1,"denominator":-2}"#).is_err());
}

#[test]
fn the_settings_stand_in_the_first_event_in_full() {
    for preset in Preset::ALL {
        let called = call(&committee(5), &[], &under(preset)).expect("called");
        let written = serde_json::to_value(Event::MeetingCalled { call: called.clone() }).expect("written");
        let settings = written["call"]["rulebook"].as_object().expect("an object");
        assert_eq!(settings.len(), 15, "a later change of the preset changes nothing here: {settings:?}");
        let read: Event = serde_json::from_value(written.clone()).expect("read");
        assert_eq!(read, Event::MeetingCalled { call: called });
    }
}

#[test]
fn an_amended_call_runs_under_the_rulebook_it_names_and_another_meeting_changes_nothing() {
    let mut room = Room::called_as(12, &under(Preset::StandingCommittee));
    let before = room.meeting.call.rulebook;
    call(&committee(12), &[], &under(Preset::MunicipalCommitteeStrict)).expect("another meeting");
    assert_eq!(room.meeting.call.rulebook, before);
    let call = amend(&room.meeting, &committee(12), &[], &under(Preset::SoeCommittee)).expect("before the opening");
    let amended = Recorded { entry: EntryNo(room.next), at: at(room.next), event: Event::CallAmended { call } };
    room.meeting = room.meeting.evolve(&amended);
    assert_eq!(room.meeting.view().rulebook, Preset::SoeCommittee.rulebook());
}

#[test]
fn an_article_corrected_later_reads_as_it_was_at_an_old_meeting() {
    let mut committee = committee(5);
    let old = Room::hearing(5, 5);
    let correction = CommitteeCommand::CorrectRule {
        rule: RuleId::Hy07,
        source: String::new(),
        clause: "第三十六条".into(),
        quote: String::new(),
        reason: "对照原文".into(),
        by: "李四".into(),
    };
    for event in committee.decide(&correction, at(9)).expect("accepted") {
        committee = committee.evolve(&event);
    }
    let refusal = old.asks(&state(1, Stance::Agree)).expect_err("refused");
    assert_eq!(refusal.article, RuleId::Hy07.rule().article());
    assert_eq!(old.meeting.article(RuleId::Hy07).clause, "第三十八条（条号待核）");

    let call = call(&committee, &[], &asked()).expect("called");
    let first = Recorded { entry: EntryNo(1), at: at(1), event: Event::MeetingCalled { call } };
    let mut new = Room { meeting: Meeting::begin(&first).expect("begins"), next: 2 };
    assert_eq!(new.meeting.article(RuleId::Hy07).clause, "第三十六条");
    for n in 1..=5 {
        new.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance: PRESENT });
    }
    new.does(MeetingCommand::OpenMeeting {});
    new.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    new.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    new.does(introduce(OBSERVER));
    let refusal = new.asks(&state(1, Stance::Agree)).expect_err("refused");
    assert_eq!((refusal.rule, refusal.article.clause.as_str()), (RuleId::Hy07, "第三十六条"));
    assert!(refusal.article.corrected);
}

#[test]
fn a_committee_outside_the_party_is_not_refused_in_the_name_of_the_regulation() {
    let outside = hearing(5, 5, &under(Preset::StandingCommittee));
    let article = refusal(&outside, &state(1, Stance::Agree)).article;
    assert_eq!((article.grade, article.clause.as_str(), article.quote.as_str()), (Grade::P, "", ""));
    assert!(!article.source.contains("条例"), "{}", article.source);
    let inside = hearing(5, 5, &under(Preset::UniversityCommittee));
    assert_eq!(refusal(&inside, &state(1, Stance::Agree)).article, RuleId::Hy07.rule().article());
}

/// A meeting as it was written before there were presets: a rulebook of four settings, events without what came since.
const OLD: &[&str] = &[
    r#"{"type":"meetingCalled","call":{"committee":"某委常委会","term":"第一届","number":{"year":2025,"ordinal":7},
        "scheduled":"2025-03-05T09:00:00+08:00","place":"会议室","chair":1,"recorder":{"name":"记录","post":"秘书"},
        "roster":[{"id":1,"name":"成员1","role":"secretary","posts":"书记","since":null},
            {"id":2,"name":"成员2","role":"deputySecretary","posts":"副书记","since":null},
            {"id":3,"name":"成员3","role":"member","posts":"常委","since":"2021-06-01"}],
        "agenda":[{"id":1,"title":"任免","matter":{"kind":"appointment","nominees":[
            {"id":1,"name":"人选甲","currentPost":"甲","proposedPost":"乙","postToLeave":"","change":"promotion"},
            {"id":2,"name":"人选乙","currentPost":"甲","proposedPost":"丙","postToLeave":"","change":"lateral"}]},
            "observers":[{"id":1,"name":"列席","post":"副部长"}]}],
        "rulebook":{"preset":"municipalCommittee2019","ordinaryQuorum":{"numerator":1,"denominator":2},
            "appointmentQuorum":{"numerator":2,"denominator":3},"postponeHint":{"numerator":1,"denominator":4}}}}"#,
    r#"{"type":"attendanceMarked","member":1,"attendance":{"status":"present"}}"#,
    r#"{"type":"attendanceMarked","member":2,"attendance":{"status":"present"}}"#,
    r#"{"type":"attendanceMarked","member":3,"attendance":{"status":"onLeave","reason":"出差"}}"#,
    r#"{"type":"meetingOpened","quorum":{"present":2,"entitled":3,"required":2}}"#,
    r#"{"type":"itemTakenUp","item":1,"quorum":{"present":2,"entitled":3,"required":2}}"#,
    r#"{"type":"nomineeTakenUp","nominee":1,"quorum":{"present":2,"entitled":3,"required":2}}"#,
    r#"{"type":"matterIntroduced","by":{"observer":1},"words":"介绍"}"#,
    r#"{"type":"remarkRecorded","speaker":{"member":1},"words":"插话"}"#,
    r#"{"type":"statementRecorded","member":2,"stance":"agree","words":"意见"}"#,
    r#"{"type":"statementRecorded","member":1,"stance":"agree","words":"意见"}"#,
    r#"{"type":"voteOpened","method":"hands","scrutineer":"","teller":"","quorum":{"present":2,"entitled":3,"required":2}}"#,
    r#"{"type":"voteCast","member":1,"choice":"agree"}"#,
    r#"{"type":"voteCast","member":2,"choice":"agree"}"#,
    r#"{"type":"voteClosed","tally":{"agree":2,"against":0,"abstain":0,"spoilt":0},"outcome":"carried"}"#,
    r#"{"type":"resultAnnounced","chair":1}"#,
    r#"{"type":"nomineeTakenUp","nominee":2,"quorum":{"present":2,"entitled":3,"required":2}}"#,
    r#"{"type":"matterIntroduced","by":{"member":2},"words":"介绍"}"#,
    r#"{"type":"statementRecorded","member":2,"stance":"disagree","words":"意见"}"#,
    r#"{"type":"statementRecorded","member":1,"stance":"defer","words":"意见"}"#,
    r#"{"type":"voteOpened","method":"secret","scrutineer":"监票","teller":"计票","quorum":{"present":2,"entitled":3,"required":2}}"#,
    r#"{"type":"ballotsCounted","count":{"issued":2,"returned":2,"spoilt":1,"agree":1,"against":0,"abstain":0},
        "tally":{"agree":1,"against":0,"abstain":0,"spoilt":1},"outcome":"notCarried"}"#,
    r#"{"type":"resultAnnounced","chair":1}"#,
    r#"{"type":"itemClosed","decision":""}"#,
    r#"{"type":"meetingAdjourned"}"#,
    r#"{"type":"meetingSealed"}"#,
    r#"{"type":"entryCorrected","entry":8,"words":"应为","reason":"笔误","by":"记录"}"#,
];

/// The old record as far as its first `entries`.
fn old(entries: usize) -> Meeting {
    let mut entry = 0;
    let mut recorded = OLD.iter().take(entries).map(|line| {
        entry += 1;
        let event = serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        Recorded { entry: EntryNo(entry), at: at(entry), event }
    });
    let first = recorded.next().expect("a first event");
    recorded.fold(Meeting::begin(&first).expect("begins"), |meeting, recorded| meeting.evolve(&recorded))
}

#[test]
fn an_old_record_folds_to_its_end() {
    let meeting = old(OLD.len());
    assert!(matches!(meeting.phase, Phase::Sealed { .. }));
    assert_eq!(meeting.entries.len(), OLD.len());
    assert_eq!((meeting.corrections.len(), meeting.violations.len()), (1, 0));
    let [first, second] = meeting.items[0].matters.as_slice() else { panic!("two nominees") };
    let said = first.stage.deliberation().expect("heard");
    assert_eq!((said.statements.len(), said.remarks[0].leans), (2, false));
    assert_eq!(said.introduction.as_ref().map(|it| it.covers.len()), Some(0));
    assert_eq!(first.stage.verdict().map(Verdict::outcome), Some(Outcome::Carried));
    assert_eq!(second.stage.verdict().map(Verdict::outcome), Some(Outcome::NotCarried));
}

#[test]
fn an_old_verdict_was_taken_of_all_entitled() {
    let meeting = old(OLD.len());
    for matter in &meeting.items[0].matters {
        assert_eq!(matter.stage.verdict().and_then(Verdict::base), Some(Count(3)));
    }
    let Some(Verdict::Secret { count, .. }) = meeting.items[0].matters[1].stage.verdict() else { panic!("secret") };
    assert_eq!((count.defer, count.spoilt_field), (Count(0), Count(0)));
}

#[test]
fn an_old_record_keeps_the_settings_it_wrote() {
    let rulebook = old(1).call.rulebook;
    assert_eq!(rulebook.preset, Preset::MunicipalCommittee2019);
    assert_eq!((rulebook.ordinary_quorum, rulebook.appointment_quorum), (share(1, 2), share(2, 3)));
    assert_eq!(rulebook.postpone_hint, share(1, 4), "as written then, not as the preset reads today");
    assert_eq!((rulebook.majority_of, rulebook.last_speaker), (MajorityOf::Entitled, LastSpeaker::Secretary));
    assert_eq!((rulebook.may_abstain, rulebook.may_defer, rulebook.every_voter_gets_a_paper), (true, false, true));
}

#[test]
fn an_old_meeting_that_is_under_way_goes_on() {
    let mut room = Room { meeting: old(11), next: 12 };
    room.confirm_absence();
    room.does(open_vote(VoteMethod::Signed));
    for n in [1, 2] {
        room.does(vote(n, Choice::Agree));
    }
    assert_eq!(ended(&room.does(MeetingCommand::CloseVote {})), (3, Outcome::Carried));
    room.does(MeetingCommand::AnnounceResult {});
    room.does(MeetingCommand::Correct {
        entry: EntryNo(3),
        words: "应为".into(),
        reason: "笔误".into(),
        by: "记录".into(),
    });
}
