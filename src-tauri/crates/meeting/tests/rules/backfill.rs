//! 补录 (R-JS-03, R-HY-03): a meeting held on paper is entered afterwards. What was done against a rule is put on record before
//! what it concerns and bars nothing; what would make the record contradict itself is refused there as everywhere.

use meeting::*;

use crate::room::*;

const CLOSE: MeetingCommand = MeetingCommand::CloseVote {};
const ANNOUNCE: MeetingCommand = MeetingCommand::AnnounceResult {};

/// Entered on the same day from the tenth hour of the room on; what happened did from its first second on.
const ENTERED: u32 = 36_000;

fn on_paper() -> MeetingCall {
    let filling = BackFilling { reason: "会场断电，先记于纸".into(), by: "记录".into() };
    MeetingCall { back_filled: Some(filling), ..asked() }
}

fn take_up(nominee: u32) -> MeetingCommand {
    MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) }
}

fn note(second: u32) -> MeetingCommand {
    MeetingCommand::NoteTime { time: at(second) }
}

/// Called with the roll call done; entries follow from [`ENTERED`] on.
fn called(size: u32, present: u32, asked: &MeetingCall) -> Room {
    let mut room = Room::called_as(size, asked);
    room.next = ENTERED;
    for n in 1..=size {
        let attendance = if n <= present { PRESENT } else { Attendance::Absent { reason: String::new() } };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room
}

fn sitting(size: u32, present: u32) -> Room {
    let mut room = called(size, present, &on_paper());
    room.does(MeetingCommand::OpenMeeting {});
    room
}

/// The first nominee is on the floor and introduced.
fn hearing(size: u32, present: u32) -> Room {
    let mut room = sitting(size, present);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.confirm_absence();
    room.does(take_up(1));
    room.does(introduce(OBSERVER));
    room
}

fn rules_of(events: &[Event]) -> Vec<RuleId> {
    let violation = |event: &Event| match event {
        Event::ViolationFound { refusal } => Some(refusal.rule),
        _ => None,
    };
    events.iter().filter_map(violation).collect()
}

/// The violations that the command brings to record, each before the event that it concerns.
fn breaches(room: &mut Room, command: MeetingCommand) -> Vec<RuleId> {
    let events = room.does(command);
    let violation = |event: &Event| matches!(event, Event::ViolationFound { .. });
    let (last, before) = events.split_last().expect("something happened");
    assert!(!violation(last) && before.iter().all(violation), "violations stand before what they concern: {events:?}");
    rules_of(&events)
}

#[test]
fn js03_accepts_a_back_filled_meeting_with_three_violations_which_all_stand_on_record_and_seals() {
    let mut room = hearing(5, 5);
    room.does(state(2, Stance::Agree));
    assert_eq!(breaches(&mut room, state(1, Stance::Agree)), [RuleId::Hy07], "the Secretary before the others");
    room.does(state(3, Stance::Agree));
    room.does(state(4, Stance::Agree));
    assert_eq!(breaches(&mut room, open_vote(VoteMethod::Hands)), [RuleId::Hy06], "a vote before everybody had stated");
    for n in 1..=5 {
        room.does(vote(n, Choice::Agree));
    }
    room.does(CLOSE);
    room.does(ANNOUNCE);
    room.does(MeetingCommand::LeaveItem { reason: "时间所限".into() });
    let unscheduled = ItemDraft {
        title: "临时".into(),
        matter: MatterDraft::Appointment { nominees: vec![nominee("人选丙")] },
        observers: vec![],
    };
    room.does(MeetingCommand::AddItem { item: unscheduled });
    room.does(MeetingCommand::TakeUpItem { item: ItemId(3) });
    assert_eq!(breaches(&mut room, take_up(3)), [RuleId::Hy17], "an unscheduled motion");
    room.does(introduce(member(2)));
    room.does(MeetingCommand::PostponeVote { reason: "待核".into() });
    room.does(ANNOUNCE);
    room.does(MeetingCommand::CloseItem { decision: String::new() });
    room.does(MeetingCommand::Adjourn {});
    room.does(MeetingCommand::Seal {});

    let view = room.meeting.view();
    assert_eq!((view.phase, room.outcome(1)), (PhaseName::Sealed, Some(Outcome::Carried)));
    let listed: Vec<RuleId> = view.violations.iter().map(|it| it.refusal.rule).collect();
    assert_eq!(listed, [RuleId::Hy07, RuleId::Hy06, RuleId::Hy17]);
    for violation in &view.violations {
        assert_eq!(violation.refusal.article, violation.refusal.rule.rule().article(), "each with its article");
    }
    let Because::OthersMustSpeakFirst { missing, .. } = &view.violations[0].refusal.facts else {
        panic!("with its facts");
    };
    assert_eq!(names(missing), [3, 4, 5]);
}

#[test]
fn js03_warns_that_the_meeting_is_back_filled_and_why() {
    let room = sitting(5, 5);
    let filling = room.meeting.view().back_filled.expect("marked as back-filled");
    assert_eq!((filling.reason.as_str(), filling.by.as_str()), ("会场断电，先记于纸", "记录"));
    assert_eq!(Room::sitting(5, 5).meeting.view().back_filled, None);
}

#[test]
fn js03_refuses_a_back_filling_without_reason_or_person() {
    for (filling, text) in [
        (BackFilling { reason: " ".into(), by: "记录".into() }, Text::Reason),
        (BackFilling { reason: "断电".into(), by: String::new() }, Text::Responsible),
    ] {
        let asked = MeetingCall { back_filled: Some(filling), ..asked() };
        let refusal = call(&committee(5), &[], &asked).expect_err("refused");
        assert_eq!((refusal.rule, refusal.facts), (RuleId::Jl201, Because::Empty { text }));
    }
}

#[test]
fn js03_refuses_to_note_a_time_at_a_meeting_that_is_recorded_as_it_is_held() {
    for room in [Room::called(5), Room::sitting(5, 5)] {
        assert_eq!(room.refuses(note(0), RuleId::Js03), Because::NotBackFilled {});
    }
}

#[test]
fn js03_refuses_a_time_that_goes_back_or_has_not_come() {
    let mut room = called(5, 5, &on_paper());
    let scheduled = at(0);
    assert_eq!(room.meeting.noted, Some(scheduled), "until one is noted, it is the time it was called for");
    room.does(note(600));
    for out in [599, room.next + 1] {
        let facts = Because::TimeOutOfOrder { time: at(out), earliest: at(600), latest: at(room.next) };
        assert_eq!(room.refuses(note(out), RuleId::Js03), facts);
    }
    room.does(note(600));
    let now = room.next;
    room.does(note(now));
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::Adjourn {});
    room.does(MeetingCommand::Seal {});
    let now = room.next;
    assert_eq!(room.refuses(note(now), RuleId::Jl207), Because::Sealed {});
}

#[test]
fn js03_refuses_a_time_for_a_meeting_that_was_called_off() {
    let mut room = called(5, 5, &on_paper());
    room.does(MeetingCommand::CallOff { reason: "未开成".into() });
    room.refuses(note(600), RuleId::Js03);
}

#[test]
fn js03_accepts_the_times_as_they_were_and_prints_by_them() {
    let mut room = called(5, 5, &on_paper());
    room.does(note(60));
    room.does(MeetingCommand::OpenMeeting {});
    room.does(note(120));
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(note(180));
    room.does(MeetingCommand::RecordDeparture { member: MemberId(5), time: None, reason: "急事".into() });
    room.does(note(240));
    // What is not given is the time noted; what is given lies between the opening and that.
    let arrival = |second| MeetingCommand::RecordArrival { member: MemberId(5), time: Some(at(second)) };
    assert!(matches!(room.refuses(arrival(179), RuleId::Hy25), Because::TimeOutOfOrder { .. }));
    assert!(matches!(room.refuses(arrival(241), RuleId::Hy25), Because::TimeOutOfOrder { .. }));
    room.does(arrival(200));
    room.does(take_up(1));
    room.does(note(300));
    let entry = EntryNo(room.next);
    room.does(introduce(OBSERVER));

    let view = room.meeting.view();
    assert_eq!(view.opened.map(|it| it.at), Some(at(60)));
    assert_eq!(view.items[1].taken_up.map(|it| it.at), Some(at(120)));
    let times: Vec<Moment> = view.seats[4].movements.iter().map(|it| it.time).collect();
    assert_eq!(times, [at(180), at(200)]);
    let introduction = view.items[1].matters[0].introduction.as_ref().expect("introduced");
    assert_eq!(introduction.stamp, Stamp { entry, at: at(300) }, "as noted, and not as entered");
    assert!(room.meeting.last_at > at(ENTERED), "when it was entered is kept by the ledger");
}

#[test]
fn hy03_refuses_force_to_a_decision_below_the_quorum() {
    let mut room = sitting(6, 3);
    assert_eq!(breaches(&mut room, MeetingCommand::TakeUpItem { item: ItemId(2) }), [RuleId::Hy01]);
    room.confirm_absence();
    room.does(take_up(1));
    room.does(introduce(OBSERVER));
    for n in [2, 3, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
    for n in 1..=3 {
        room.does(vote(n, Choice::Agree));
    }
    let events = room.does(CLOSE);
    let facts = events.iter().find_map(|event| match event {
        Event::ViolationFound { refusal } if refusal.rule == RuleId::Hy03 => Some(refusal.facts.clone()),
        _ => None,
    });
    assert_eq!(facts, Some(Because::DecisionVoid { present: Count(3), required: Count(4) }));
    assert!(matches!(events.last(), Some(Event::VoteClosed { outcome: Outcome::Void, .. })), "{events:?}");
    assert_eq!(room.outcome(1), Some(Outcome::Void));
    room.does(ANNOUNCE);
    let told = room.meeting.to_others(MeetingId(1)).results;
    assert_eq!(told[0].1, Outcome::Void, "and no later meeting takes it for a decision");
}

#[test]
fn hy03_refuses_force_to_a_secret_ballot_that_lost_its_quorum() {
    let mut room = hearing(6, 4);
    for n in [2, 3, 4, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Secret));
    room.does(MeetingCommand::RecordDeparture { member: MemberId(4), time: None, reason: "急事".into() });
    assert_eq!(breaches(&mut room, count(4, 4, 0, 4, 0, 0)), [RuleId::Hy01, RuleId::Hy03]);
    assert_eq!(room.outcome(1), Some(Outcome::Void));
}

#[test]
fn hy03_accepts_a_back_filled_decision_that_had_its_quorum() {
    let mut room = hearing(6, 4);
    for n in [2, 3, 4, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Secret));
    assert_eq!(breaches(&mut room, count(4, 4, 0, 4, 0, 0)), []);
    assert_eq!(room.outcome(1), Some(Outcome::Carried));
    assert_eq!(room.meeting.violations, []);
}

#[test]
fn an_ordinary_item_below_its_quorum_is_a_breach_and_not_void() {
    let mut room = called(6, 2, &on_paper());
    assert_eq!(breaches(&mut room, MeetingCommand::OpenMeeting {}), [RuleId::Hy02]);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(introduce(member(2)));
    room.does(open_vote(VoteMethod::Hands));
    room.does(vote(1, Choice::Agree));
    room.does(vote(2, Choice::Agree));
    room.does(CLOSE);
    let verdict = room.meeting.items[0].matters[0].stage.verdict().map(Verdict::outcome);
    assert_eq!(verdict, Some(Outcome::NotCarried), "2 of 6");
}

#[test]
fn a_breach_is_recorded_once_for_each_matter() {
    let mut room = sitting(6, 3);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.confirm_absence();
    for nominee in [1, 2] {
        let from = room.meeting.violations.len();
        room.does(take_up(nominee));
        room.does(introduce(OBSERVER));
        for n in [2, 3, 1] {
            room.does(state(n, Stance::Agree));
        }
        room.does(MeetingCommand::PostponeVote { reason: "待核".into() });
        room.does(ANNOUNCE);
        let found: Vec<RuleId> = room.meeting.violations[from..].iter().map(|it| it.refusal.rule).collect();
        assert_eq!(found, [RuleId::Hy01], "nominee {nominee}");
    }
}

#[test]
fn every_rule_of_conduct_is_a_breach_where_the_meeting_is_over() {
    let mut room = called(6, 5, &on_paper());
    let incomplete = PreparationMark {
        step: PreparationStep::Consultation,
        state: StepState::Incomplete,
        responsible: String::new(),
        on: None,
        reference: String::new(),
    };
    room.does(MeetingCommand::MarkPreparation { nominee: NomineeId(1), marks: vec![incomplete] });
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    assert_eq!(breaches(&mut room, take_up(1)), [RuleId::Yn01, RuleId::S01], "unprepared, and nobody confirmed");
    assert_eq!(breaches(&mut room, state(2, Stance::Agree)), [RuleId::Hy04], "before the introduction");
    let by_the_nominee =
        MeetingCommand::OpenVote {
            method: VoteMethod::Signed, scrutineer: "人选乙".into(), teller: "计票".into()
        };
    let found = breaches(&mut room, by_the_nominee);
    assert!(found.contains(&RuleId::Pj09), "a nominee as scrutineer: {found:?}");
    room.does(vote(2, Choice::Agree));
    assert_eq!(breaches(&mut room, CLOSE), [RuleId::Hy14], "not everybody voted");
    assert_eq!(room.outcome(1), Some(Outcome::NotCarried), "1 of 6");
}

#[test]
fn what_would_contradict_the_record_is_refused_at_a_back_filled_meeting_too() {
    let mut room = called(6, 5, &on_paper());
    room.refuses(MeetingCommand::TakeUpItem { item: ItemId(1) }, RuleId::Hy02);
    room.does(MeetingCommand::OpenMeeting {});
    room.refuses(MeetingCommand::TakeUpItem { item: ItemId(9) }, RuleId::Hy16);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.confirm_absence();
    room.refuses(take_up(9), RuleId::Hy17);
    room.does(take_up(1));
    room.does(introduce(OBSERVER));
    room.refuses(state(6, Stance::Agree), RuleId::Hy13);
    room.refuses(state(9, Stance::Agree), RuleId::Hy25);
    room.refuses(ANNOUNCE, RuleId::Hy19);
    for n in [2, 3, 4, 5, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Hands));
    room.refuses(vote(6, Choice::Agree), RuleId::Hy13);
    room.refuses(vote(9, Choice::Agree), RuleId::Hy25);
    room.refuses(MeetingCommand::RecordVote { voter: OBSERVER, choice: Choice::Agree }, RuleId::Hy15);
    room.does(vote(2, Choice::Agree));
    room.refuses(vote(2, Choice::Against), RuleId::Hy14);
    room.refuses(count(5, 5, 0, 5, 0, 0), RuleId::Hy14);
    room.refuses(MeetingCommand::TakeUpItem { item: ItemId(1) }, RuleId::Hy14);
    assert_eq!(room.meeting.violations, [], "a refusal leaves nothing behind");
}

#[test]
fn a_count_that_does_not_add_up_is_refused_at_a_back_filled_meeting_too() {
    let mut room = hearing(5, 5);
    for n in [2, 3, 4, 5, 1] {
        room.does(state(n, Stance::Agree));
    }
    room.does(open_vote(VoteMethod::Secret));
    room.refuses(count(6, 6, 0, 6, 0, 0), RuleId::Hy13);
    room.refuses(count(5, 5, 0, 4, 0, 0), RuleId::Pj06);
    room.refuses(vote(2, Choice::Agree), RuleId::Pj14);
    room.does(count(5, 5, 0, 5, 0, 0));
}

#[test]
fn a_meeting_recorded_as_it_is_held_has_no_violations_but_refusals() {
    let room = Room::hearing(5, 5);
    room.refuses(state(1, Stance::Agree), RuleId::Hy07);
    assert_eq!(room.meeting.violations, []);
}
