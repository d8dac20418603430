//! R-HY-16, R-HY-25, R-PX-01, R-RQ-02: calling a meeting, and the committee that calls it.

use meeting::*;

use crate::room::*;

fn numbered(year: u16, ordinal: u16) -> MeetingCall {
    MeetingCall { number: MeetingNumber { year, ordinal }, ..asked() }
}

fn held(year: u16, ordinal: u16) -> OtherMeeting {
    OtherMeeting { id: MeetingId(1), number: MeetingNumber { year, ordinal }, results: vec![] }
}

fn rank(order: &[u32]) -> CommitteeCommand {
    CommitteeCommand::RankMembers { order: order.iter().copied().map(MemberId).collect() }
}

/// The rule by which the call is refused once `change` is made to it.
fn refused(change: impl FnOnce(&mut MeetingCall)) -> RuleId {
    let mut asked = asked();
    change(&mut asked);
    call(&committee(3), &[], &asked).expect_err("refused").rule
}

#[test]
fn rq02_accepts_a_number_that_no_other_meeting_holds() {
    let others = [held(2026, 1), held(2025, 2)];
    let called = call(&committee(3), &others, &numbered(2026, 2)).expect("the second of the year");
    assert_eq!(called.number, MeetingNumber { year: 2026, ordinal: 2 });
}

#[test]
fn rq02_refuses_a_number_given_twice() {
    let refusal = call(&committee(3), &[held(2026, 1)], &numbered(2026, 1)).expect_err("the number is held");
    assert_eq!(refusal.rule, RuleId::Rq02);
    let number = MeetingNumber { year: 2026, ordinal: 1 };
    assert_eq!(refusal.facts, Because::NumberTaken { number, meeting: MeetingId(1) });
}

#[test]
fn rq02_refuses_a_meeting_without_a_number() {
    let refusal = call(&committee(3), &[], &numbered(2026, 0)).expect_err("numbers begin with 1");
    assert_eq!((refusal.rule, refusal.facts), (RuleId::Rq02, Because::Empty { text: Text::MeetingNumber }));
}

#[test]
fn hy25_accepts_the_roster_of_the_day_and_keeps_it() {
    let mut committee = committee(5);
    let mut room = Room::called(5);
    assert_eq!(room.meeting.call.roster, committee.members);
    // One leaves office and one is seated afterwards: the meeting keeps those whom it was called with.
    let on = at(0).date();
    let seat =
        CommitteeCommand::SeatMember { name: "成员6".into(), role: Role::Member, posts: String::new(), since: None };
    for command in [CommitteeCommand::UnseatMember { member: MemberId(5), on }, seat] {
        for event in committee.decide(&command, at(9)).expect("accepted") {
            committee = committee.evolve(&event);
        }
    }
    assert_eq!(committee.members.last().map(|member| member.id), Some(MemberId(6)), "no id is given twice");
    assert_eq!(room.meeting.entitled(), Count(5));
    room.does(MeetingCommand::MarkAttendance { member: MemberId(5), attendance: PRESENT });
}

#[test]
fn hy25_accepts_leave_without_lowering_the_entitled() {
    let room = Room::sitting(9, 6);
    assert_eq!((room.meeting.entitled(), room.meeting.present()), (Count(9), Count(6)));
}

#[test]
fn hy25_refuses_whoever_is_not_on_the_roster() {
    let stranger = MemberId(9);
    let no_such = Because::NoSuchMember { member: stranger };
    let called = Room::called(5);
    let mark = MeetingCommand::MarkAttendance { member: stranger, attendance: PRESENT };
    assert_eq!(called.refuses(mark, RuleId::Hy25), no_such);
    assert_eq!(called.refuses(MeetingCommand::DesignateChair { member: stranger }, RuleId::Hy25), no_such);
    let hearing = Room::hearing(5, 5);
    assert_eq!(hearing.refuses(state(9, Stance::Agree), RuleId::Hy25), no_such);
    let arrival = MeetingCommand::RecordArrival { member: stranger, time: None };
    assert_eq!(hearing.refuses(arrival, RuleId::Hy25), no_such);
    let voting = Room::voting(5, 5, VoteMethod::Hands);
    assert_eq!(voting.refuses(vote(9, Choice::Agree), RuleId::Hy25), no_such);
}

#[test]
fn hy25_refuses_a_meeting_without_a_committee() {
    let refusal = call(&Committee::default(), &[], &asked()).expect_err("no committee");
    assert_eq!((refusal.rule, refusal.facts), (RuleId::Hy25, Because::NoCommittee {}));
}

#[test]
fn hy16_accepts_an_agenda_and_takes_up_what_is_on_it() {
    let mut room = Room::sitting(5, 5);
    assert_eq!(room.meeting.call.agenda.iter().map(|item| item.id.0).collect::<Vec<_>>(), [1, 2]);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
}

#[test]
fn hy16_refuses_a_meeting_without_an_agenda() {
    assert_eq!(refused(|call| call.agenda.clear()), RuleId::Hy16);
}

#[test]
fn hy16_refuses_an_item_that_is_not_on_the_agenda() {
    let facts = Room::sitting(5, 5).refuses(MeetingCommand::TakeUpItem { item: ItemId(9) }, RuleId::Hy16);
    assert_eq!(facts, Because::NoSuchItem { item: ItemId(9) });
}

#[test]
fn hy16_refuses_another_agenda_once_the_meeting_is_open() {
    let facts = Room::sitting(5, 5).refuses(MeetingCommand::AmendCall { call: asked() }, RuleId::Hy16);
    assert_eq!(facts, Because::WrongPhase { phase: PhaseName::Sitting });
}

#[test]
fn hy16_refuses_a_second_notice_and_one_after_the_opening() {
    let mut room = Room::called(5);
    room.does(MeetingCommand::SendNotice {});
    assert_eq!(room.refuses(MeetingCommand::SendNotice {}, RuleId::Hy16), Because::NoticeSent {});
    Room::sitting(5, 5).refuses(MeetingCommand::SendNotice {}, RuleId::Hy16);
}

#[test]
fn a_call_names_a_chair_of_the_roster_and_nominees_with_posts() {
    assert_eq!(refused(|call| call.chair = MemberId(9)), RuleId::Hy08);
    let nobody = MatterDraft::Appointment { nominees: vec![] };
    assert_eq!(refused(|call| call.agenda[1].matter = nobody), RuleId::Hy04);
    let nowhere = NomineeDraft { proposed_post: " ".into(), ..nominee("人选甲") };
    let nowhere = MatterDraft::Appointment { nominees: vec![nowhere] };
    assert_eq!(refused(|call| call.agenda[1].matter = nowhere), RuleId::Hy04);
}

#[test]
fn px01_accepts_a_ranking_that_names_everybody_once() {
    let committee = committee(3);
    let events = committee.decide(&rank(&[3, 1, 2]), at(1)).expect("accepted");
    let ranked = committee.evolve(&events[0]);
    assert_eq!(ranked.members.iter().map(|member| member.id.0).collect::<Vec<_>>(), [3, 1, 2]);
    // The Secretary's rank is where the committee puts it: the order of speaking follows, with the Secretary last.
    let called = call(&ranked, &[], &asked()).expect("called");
    assert_eq!(called.roster.iter().map(|member| member.id.0).collect::<Vec<_>>(), [3, 1, 2]);
}

#[test]
fn px01_refuses_a_ranking_that_leaves_somebody_out_or_names_one_twice() {
    let committee = committee(3);
    let refusal = committee.decide(&rank(&[1, 2]), at(1)).expect_err("incomplete");
    let Because::RankingIncomplete { missing } = refusal.facts else { panic!("names who is missing") };
    assert_eq!((refusal.rule, names(&missing)), (RuleId::Px01, vec![3]));
    assert_eq!(committee.decide(&rank(&[1, 2, 2]), at(1)).expect_err("one twice").rule, RuleId::Px01);
    assert_eq!(committee.decide(&rank(&[1, 2, 3, 3]), at(1)).expect_err("one twice").rule, RuleId::Px01);
    assert_eq!(committee.decide(&rank(&[1, 2, 9]), at(1)).expect_err("a stranger").rule, RuleId::Hy25);
}

#[test]
fn hy07_refuses_a_second_secretary() {
    let committee = committee(3);
    let seat =
        CommitteeCommand::SeatMember {
            name: "又一".into(), role: Role::Secretary, posts: String::new(), since: None
        };
    assert_eq!(committee.decide(&seat, at(1)).expect_err("a second Secretary").rule, RuleId::Hy07);
    let revise = CommitteeCommand::ReviseMember {
        member: MemberId(2),
        name: "成员2".into(),
        role: Role::Secretary,
        posts: String::new(),
        since: None,
    };
    assert_eq!(committee.decide(&revise, at(1)).expect_err("a second Secretary").rule, RuleId::Hy07);
}

#[test]
fn hy07_refuses_a_meeting_of_a_committee_without_a_secretary() {
    let mut committee = committee(3);
    let unseat = CommitteeCommand::UnseatMember { member: MemberId(1), on: at(0).date() };
    for event in committee.decide(&unseat, at(1)).expect("accepted") {
        committee = committee.evolve(&event);
    }
    let asked = MeetingCall { chair: MemberId(2), ..asked() };
    let refusal = call(&committee, &[], &asked).expect_err("nobody to speak last");
    assert_eq!((refusal.rule, refusal.facts), (RuleId::Hy07, Because::NoSecretary {}));
}

fn profile() -> NomineeProfile {
    NomineeProfile {
        sex: "女".into(),
        born: "1975.03".into(),
        education: "大学".into(),
        politics: "中共党员".into(),
        since: "2021.06".into(),
        recommendation: "应到52人，实到50人，得47票".into(),
        appraisal: "优秀45票，称职5票".into(),
        inspection: "同意作为拟任人选".into(),
        remark: "试用期一年".into(),
    }
}

/// A call of one item with one nominee, who has a profile.
fn profiled() -> MeetingCall {
    let nominees = vec![NomineeDraft { profile: profile(), ..nominee("人选甲") }];
    let matter = MatterDraft::Appointment { nominees };
    MeetingCall { agenda: vec![ItemDraft { title: "任免".into(), matter, observers: vec![] }], ..asked() }
}

fn profiles(agenda: &[AgendaItem]) -> Vec<&NomineeProfile> {
    agenda.iter().flat_map(AgendaItem::nominees).map(|nominee| &nominee.profile).collect()
}

#[test]
fn a_profile_goes_from_the_call_through_the_record_into_the_state() {
    let mut room = Room::called_as(3, &profiled());
    let event = Event::MeetingCalled { call: room.meeting.call.clone() };
    let body = serde_json::to_string(&event).expect("a body");
    let event: Event = serde_json::from_str(&body).expect("reads back");
    let read = Meeting::begin(&Recorded { entry: EntryNo(1), at: at(1), event }).expect("begins with the call");
    assert_eq!(profiles(&read.call.agenda), [&profile()]);

    let command = MeetingCommand::AddItem { item: profiled().agenda.remove(0) };
    let events = room.does(command);
    let body = serde_json::to_string(&events).expect("a body");
    assert_eq!(serde_json::from_str::<Vec<Event>>(&body).expect("reads back"), events);
    let of_state: Vec<&NomineeProfile> =
        room.meeting.matters().filter_map(|matter| matter.nominee.as_ref()).map(|nominee| &nominee.profile).collect();
    assert_eq!(of_state, [&profile(), &profile()]);

    let amended = amend(&read, &committee(3), &[], &profiled()).expect("amended");
    assert_eq!(profiles(&amended.agenda), [&profile()]);
}

#[test]
fn a_profile_makes_no_other_nominee() {
    let mut room = Room::called_as(3, &profiled());
    room.does(MeetingCommand::SendNotice {});
    let mut asked = profiled();
    let MatterDraft::Appointment { nominees } = &mut asked.agenda[0].matter else { panic!("an appointment") };
    nominees[0].profile.remark = "试用期已满".into();
    let amended = amend(&room.meeting, &committee(3), &[], &asked).expect("amended");
    assert!(!amended.agenda[0].nominees()[0].unscheduled, "known from the notice, whatever its profile says now");
}

#[test]
fn what_was_written_before_profiles_reads_on_and_is_written_alike() {
    let draft = r#"{"name":"人选甲","currentPost":"甲","proposedPost":"乙","postToLeave":"","change":"promotion"}"#;
    let read: NomineeDraft = serde_json::from_str(draft).expect("a script from before");
    assert_eq!(read, nominee("人选甲"));
    assert_eq!(serde_json::to_string(&read).expect("a draft"), draft);

    let body = r#"{"id":1,"name":"人选甲","currentPost":"甲","proposedPost":"乙","postToLeave":"","change":"promotion","unscheduled":false,"reconsiders":null,"notCarried":[]}"#;
    let read: Nominee = serde_json::from_str(body).expect("a record from before");
    assert!(read.profile.is_empty());
    assert_eq!(serde_json::to_string(&read).expect("a nominee"), body);
}
