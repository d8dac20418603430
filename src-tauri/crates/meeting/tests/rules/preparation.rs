//! R-BX, R-KC, R-HS, R-YN, S-02 to S-04, R-HY-17: what must have happened before the meeting, and what came up too late.

use meeting::*;

use crate::room::*;

fn mark(step: PreparationStep, state: StepState) -> PreparationMark {
    PreparationMark { step, state, responsible: "干部科".into(), on: None, reference: "卷一".into() }
}

fn marked(nominee: u32, marks: Vec<PreparationMark>) -> MeetingCommand {
    MeetingCommand::MarkPreparation { nominee: NomineeId(nominee), marks }
}

fn take_up(nominee: u32) -> MeetingCommand {
    MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) }
}

/// The appointment item is open, and one step of the first nominee stands like this.
fn room_with(step: PreparationStep, state: StepState) -> Room {
    let mut room = Room::sitting(5, 5);
    room.does(marked(1, vec![mark(step, state)]));
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room
}

/// Marked incomplete, the step keeps the nominee and nobody else from the floor.
fn refused_while_incomplete(step: PreparationStep, rule: RuleId) {
    let mut room = room_with(step, StepState::Incomplete);
    let facts = room.refuses(take_up(1), rule);
    assert_eq!(facts, Because::PreparationIncomplete { name: "人选甲".into(), steps: vec![step] });
    room.does(take_up(2));
}

/// Marked complete or not needed, and marked anew after it was incomplete.
fn accepted_once_done(step: PreparationStep) {
    for done in [StepState::Complete, StepState::NotNeeded] {
        room_with(step, done).does(take_up(1));
        let mut room = room_with(step, StepState::Incomplete);
        room.does(marked(1, vec![mark(step, done)]));
        room.does(take_up(1));
    }
}

#[test]
fn bx01_refuses_without_the_motion_or_the_recommendation() {
    refused_while_incomplete(PreparationStep::Motion, RuleId::Bx01);
    refused_while_incomplete(PreparationStep::Recommendation, RuleId::Bx01);
}

#[test]
fn bx01_accepts_once_motion_and_recommendation_are_done() {
    accepted_once_done(PreparationStep::Motion);
    accepted_once_done(PreparationStep::Recommendation);
}

#[test]
fn s02_refuses_without_the_inspection() {
    refused_while_incomplete(PreparationStep::Inspection, RuleId::S02);
}

#[test]
fn s02_accepts_once_the_inspection_is_done() {
    accepted_once_done(PreparationStep::Inspection);
}

#[test]
fn kc06_refuses_without_any_of_the_four_checks() {
    for step in [
        PreparationStep::DossierAudit,
        PreparationStep::PersonalReport,
        PreparationStep::DisciplineOpinion,
        PreparationStep::Complaints,
    ] {
        refused_while_incomplete(step, RuleId::Kc06);
    }
}

#[test]
fn kc06_accepts_once_all_four_checks_are_done() {
    accepted_once_done(PreparationStep::DossierAudit);
    accepted_once_done(PreparationStep::PersonalReport);
    accepted_once_done(PreparationStep::DisciplineOpinion);
    accepted_once_done(PreparationStep::Complaints);
}

#[test]
fn bx02_refuses_while_questions_are_open() {
    refused_while_incomplete(PreparationStep::QuestionsSettled, RuleId::Bx02);
}

#[test]
fn bx02_accepts_once_the_questions_are_settled() {
    accepted_once_done(PreparationStep::QuestionsSettled);
}

#[test]
fn hs01_refuses_without_the_joint_review() {
    refused_while_incomplete(PreparationStep::JointReview, RuleId::Hs01);
}

#[test]
fn hs01_accepts_once_the_joint_review_is_done() {
    accepted_once_done(PreparationStep::JointReview);
}

#[test]
fn yn01_refuses_without_the_consultation() {
    refused_while_incomplete(PreparationStep::Consultation, RuleId::Yn01);
}

#[test]
fn yn01_accepts_once_the_consultation_is_done() {
    accepted_once_done(PreparationStep::Consultation);
}

#[test]
fn s03_refuses_without_the_departments_united_opinion() {
    refused_while_incomplete(PreparationStep::DepartmentOpinion, RuleId::S03);
}

#[test]
fn s03_accepts_once_the_department_is_of_one_opinion() {
    accepted_once_done(PreparationStep::DepartmentOpinion);
}

#[test]
fn bx03_refuses_without_the_report_that_is_due() {
    refused_while_incomplete(PreparationStep::PriorReport, RuleId::Bx03);
}

#[test]
fn bx03_accepts_once_the_report_is_answered_or_marked_as_not_due() {
    accepted_once_done(PreparationStep::PriorReport);
}

#[test]
fn bx06_refuses_an_exception_without_the_superiors_consent() {
    refused_while_incomplete(PreparationStep::ExceptionalApproval, RuleId::Bx06);
}

#[test]
fn bx06_accepts_an_exception_once_the_superior_consented() {
    accepted_once_done(PreparationStep::ExceptionalApproval);
}

#[test]
fn bx08_refuses_without_the_check_of_posts_and_rank() {
    refused_while_incomplete(PreparationStep::Posts, RuleId::Bx08);
}

#[test]
fn bx08_accepts_once_posts_and_rank_are_checked() {
    accepted_once_done(PreparationStep::Posts);
}

#[test]
fn of_several_steps_all_are_named_and_the_rule_is_the_first_ones() {
    let mut room = Room::sitting(5, 5);
    let incomplete = |step| mark(step, StepState::Incomplete);
    room.does(marked(1, vec![incomplete(PreparationStep::Posts), incomplete(PreparationStep::Consultation)]));
    room.does(marked(1, vec![incomplete(PreparationStep::Inspection)]));
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    let steps = vec![PreparationStep::Inspection, PreparationStep::Consultation, PreparationStep::Posts];
    let facts = room.refuses(take_up(1), RuleId::S02);
    assert_eq!(facts, Because::PreparationIncomplete { name: "人选甲".into(), steps });
}

#[test]
fn a_step_found_incomplete_after_all_bars_again() {
    let mut room = room_with(PreparationStep::Consultation, StepState::Complete);
    room.does(marked(1, vec![mark(PreparationStep::Consultation, StepState::Incomplete)]));
    room.refuses(take_up(1), RuleId::Yn01);
    let lines = &room.meeting.items[1].matters[0].preparation;
    assert_eq!(lines.len(), 1, "each step as marked last");
}

#[test]
fn every_step_bars_by_an_enforced_rule_and_every_kind_of_rule_has_a_step() {
    let mut rules: Vec<RuleId> = PreparationStep::ALL.into_iter().map(PreparationStep::rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let held = [
        RuleId::Bx01,
        RuleId::Bx02,
        RuleId::Bx03,
        RuleId::Bx06,
        RuleId::Bx08,
        RuleId::S02,
        RuleId::S03,
        RuleId::Kc06,
        RuleId::Hs01,
        RuleId::Yn01,
    ];
    assert_eq!(rules, held);
    assert!(rules.iter().all(|rule| rule.rule().state == RuleState::Enforced));
}

fn unmarked(room: &Room, nominee: u32) -> Vec<PreparationStep> {
    let steps = room.meeting.warnings().into_iter().find_map(|warning| match warning {
        Warning::PreparationUnmarked { nominee: whose, steps } if whose == NomineeId(nominee) => Some(steps),
        _ => None,
    });
    steps.unwrap_or_default()
}

#[test]
fn bx04_warns_of_steps_that_nobody_marked_and_bars_nothing() {
    let mut room = Room::sitting(5, 5);
    assert_eq!(unmarked(&room, 1), [], "the item is not open");
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    let due: Vec<PreparationStep> = PreparationStep::ALL
        .into_iter()
        .filter(|step| !matches!(step, PreparationStep::PriorReport | PreparationStep::ExceptionalApproval))
        .collect();
    assert_eq!(unmarked(&room, 1), due);
    for (place, step) in due.iter().enumerate() {
        room.does(marked(1, vec![mark(*step, StepState::Complete)]));
        assert_eq!(unmarked(&room, 1), due[place + 1..]);
    }
    assert_eq!(unmarked(&room, 2), due, "the other's checklist is the other's");
    room.does(take_up(2));
    assert_eq!(unmarked(&room, 2), due, "on the floor the warning stands");
}

#[test]
fn bx04_warns_of_fewer_steps_where_nobody_is_promoted() {
    let mut asked = asked();
    let moved = NomineeDraft { change: ChangeKind::Lateral, ..nominee("人选甲") };
    asked.agenda[1].matter = MatterDraft::Appointment { nominees: vec![moved] };
    let mut room = Room::sitting_as(5, 5, &asked);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    let due = [PreparationStep::JointReview, PreparationStep::Consultation, PreparationStep::DepartmentOpinion];
    assert_eq!(unmarked(&room, 1), due);
    let not_needed = due.map(|step| PreparationMark {
        step,
        state: StepState::NotNeeded,
        responsible: String::new(),
        on: None,
        reference: String::new(),
    });
    room.does(marked(1, not_needed.to_vec()));
    assert_eq!(unmarked(&room, 1), [], "what does not apply is marked so");
}

#[test]
fn the_checklist_closes_when_the_nominee_is_taken_up() {
    let mut room = room_with(PreparationStep::Consultation, StepState::Complete);
    room.does(take_up(1));
    let late = marked(1, vec![mark(PreparationStep::Consultation, StepState::Incomplete)]);
    let closed = Because::PreparationClosed { name: "人选甲".into() };
    assert_eq!(room.refuses(late.clone(), RuleId::Hy04), closed);
    room.does(introduce(OBSERVER));
    room.does(MeetingCommand::PostponeVote { reason: "待核".into() });
    room.does(MeetingCommand::AnnounceResult {});
    assert_eq!(room.refuses(late, RuleId::Hy04), closed);
    room.does(marked(2, vec![mark(PreparationStep::Consultation, StepState::Complete)]));
}

#[test]
fn a_checklist_is_filled_in_completely_or_not_at_all() {
    let room = Room::called(5);
    let nobody = PreparationMark { responsible: " ".into(), ..mark(PreparationStep::Posts, StepState::Complete) };
    assert_eq!(room.refuses(marked(1, vec![nobody]), RuleId::Jl201), Because::Empty { text: Text::Responsible });
    let tomorrow = at(86_400).date();
    let ahead = PreparationMark { on: Some(tomorrow), ..mark(PreparationStep::Posts, StepState::Complete) };
    assert_eq!(room.refuses(marked(1, vec![ahead]), RuleId::Jl203), Because::DayInFuture { on: tomorrow });
    let today = PreparationMark { on: Some(at(0).date()), ..mark(PreparationStep::Posts, StepState::Complete) };
    room.asks(&marked(1, vec![today])).expect("a day that has come");
    room.refuses(marked(1, Vec::new()), RuleId::Jl203);
    let unknown = marked(9, vec![mark(PreparationStep::Posts, StepState::Complete)]);
    assert_eq!(room.refuses(unknown, RuleId::Hy17), Because::NoSuchNominee { nominee: NomineeId(9) });
}

#[test]
fn the_checklist_stays_with_its_nominee_when_the_call_is_amended() {
    let mut room = Room::called(5);
    room.does(marked(1, vec![mark(PreparationStep::Inspection, StepState::Incomplete)]));
    let mut turned = asked();
    turned.agenda[1].matter =
        MatterDraft::Appointment { nominees: vec![nominee("新人选"), nominee("人选乙"), nominee("人 选甲")] };
    amended(&mut room, &turned);
    roll_call_and_open(&mut room, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.refuses(take_up(3), RuleId::S02);
    room.does(take_up(1));
}

/// The call is replaced, as the desk does it with the committee of the day.
fn amended(room: &mut Room, asked: &MeetingCall) {
    room.asks(&MeetingCommand::AmendCall { call: asked.clone() }).expect("can be amended");
    let call = amend(&room.meeting, &committee(5), &[], asked).expect("amended");
    let recorded = Recorded { entry: EntryNo(room.next), at: at(room.next), event: Event::CallAmended { call } };
    room.meeting = room.meeting.clone().evolve(&recorded);
    room.next += 1;
}

fn roll_call_and_open(room: &mut Room, size: u32) {
    for n in 1..=size {
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance: PRESENT });
    }
    room.does(MeetingCommand::OpenMeeting {});
}

fn appointment(title: &str, name: &str) -> ItemDraft {
    ItemDraft {
        title: title.into(),
        matter: MatterDraft::Appointment { nominees: vec![nominee(name)] },
        observers: Vec::new(),
    }
}

fn add(item: ItemDraft) -> MeetingCommand {
    MeetingCommand::AddItem { item }
}

fn unscheduled(name: &str) -> Because {
    Because::UnscheduledMotion { name: name.into() }
}

#[test]
fn hy17_refuses_a_nominee_entered_while_the_meeting_sits() {
    let mut room = Room::sitting(5, 5);
    room.does(add(appointment("临时", "人选丙")));
    let view = room.meeting.view();
    assert!(view.items[2].item.unscheduled && view.items[2].item.nominees()[0].unscheduled, "marked as such");
    room.does(MeetingCommand::TakeUpItem { item: ItemId(3) });
    assert_eq!(room.refuses(take_up(3), RuleId::Hy17), unscheduled("人选丙"));
    room.does(MeetingCommand::LeaveItem { reason: "临时动议不讨论".into() });
}

#[test]
fn hy17_refuses_a_nominee_entered_after_the_notice_went_out() {
    let mut room = Room::called(5);
    room.does(MeetingCommand::SendNotice {});
    room.does(add(appointment("临时", "人选丙")));
    roll_call_and_open(&mut room, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(3) });
    assert_eq!(room.refuses(take_up(3), RuleId::Hy17), unscheduled("人选丙"));
}

#[test]
fn hy17_refuses_a_nominee_slipped_in_by_amending_the_call_after_the_notice() {
    let mut room = Room::called(5);
    room.does(MeetingCommand::SendNotice {});
    let mut more = asked();
    more.agenda[1].matter =
        MatterDraft::Appointment { nominees: vec![nominee("人选甲"), nominee("人选丙"), nominee("人选乙")] };
    amended(&mut room, &more);
    // Amending twice makes it no older.
    amended(&mut room, &more);
    roll_call_and_open(&mut room, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    assert_eq!(room.refuses(take_up(2), RuleId::Hy17), unscheduled("人选丙"));
    room.does(take_up(1));
}

#[test]
fn hy17_refuses_a_notified_nominee_for_another_post() {
    let mut room = Room::called(5);
    room.does(MeetingCommand::SendNotice {});
    let mut other = asked();
    let elsewhere = NomineeDraft { proposed_post: "丁".into(), ..nominee("人选甲") };
    other.agenda[1].matter = MatterDraft::Appointment { nominees: vec![elsewhere, nominee("人选乙")] };
    amended(&mut room, &other);
    roll_call_and_open(&mut room, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.refuses(take_up(1), RuleId::Hy17);
    room.does(take_up(2));
}

#[test]
fn hy17_accepts_a_nominee_entered_before_the_notice() {
    let mut room = Room::called(5);
    room.does(add(appointment("补充", "人选丙")));
    room.does(MeetingCommand::SendNotice {});
    roll_call_and_open(&mut room, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(3) });
    room.does(take_up(3));
}

#[test]
fn hy17_accepts_an_amended_call_that_names_the_notified_nominees() {
    let mut room = Room::called(5);
    room.does(MeetingCommand::SendNotice {});
    let mut moved = MeetingCall { place: "第二会议室".into(), ..asked() };
    moved.agenda.swap(0, 1);
    moved.agenda[0].matter = MatterDraft::Appointment { nominees: vec![nominee("人选乙"), nominee("人选甲")] };
    amended(&mut room, &moved);
    assert!(room.meeting.notice.is_some(), "the notice stays sent");
    roll_call_and_open(&mut room, 5);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(take_up(1));
}

#[test]
fn hy17_accepts_an_ordinary_item_that_came_up_late() {
    let ordinary = |title: &str| ItemDraft { title: title.into(), matter: MatterDraft::Ordinary {}, observers: vec![] };
    let mut room = Room::called(5);
    room.does(MeetingCommand::SendNotice {});
    room.does(add(ordinary("临时议题")));
    roll_call_and_open(&mut room, 5);
    room.does(add(ordinary("又一议题")));
    for item in [3, 4] {
        room.does(MeetingCommand::TakeUpItem { item: ItemId(item) });
        room.does(introduce(member(2)));
        room.does(MeetingCommand::CloseItem { decision: "定".into() });
    }
    assert!(room.meeting.call.agenda[2].unscheduled && room.meeting.call.agenda[3].unscheduled, "marked as such");
}

#[test]
fn the_notice_goes_out_once_and_before_the_opening() {
    let mut room = Room::called(5);
    room.does(MeetingCommand::SendNotice {});
    assert_eq!(room.refuses(MeetingCommand::SendNotice {}, RuleId::Hy16), Because::NoticeSent {});
    Room::sitting(5, 5).refuses(MeetingCommand::SendNotice {}, RuleId::Hy16);
}

#[test]
fn an_item_is_added_complete_and_while_there_is_a_meeting() {
    let mut room = Room::sitting(5, 5);
    room.refuses(add(appointment(" ", "人选丙")), RuleId::Jl201);
    let nobody = ItemDraft { matter: MatterDraft::Appointment { nominees: vec![] }, ..appointment("临时", "") };
    assert_eq!(room.refuses(add(nobody), RuleId::Hy04), Because::NoNominees { item: ItemId(3) });
    let again = NomineeDraft { reconsiders: Some(MeetingNumber { year: 2025, ordinal: 9 }), ..nominee("人选丙") };
    let reopened =
        ItemDraft { matter: MatterDraft::Appointment { nominees: vec![again] }, ..appointment("复议", "人选丙") };
    room.refuses(add(reopened), RuleId::Hy18);
    room.does(MeetingCommand::Adjourn {});
    room.refuses(add(appointment("临时", "人选丙")), RuleId::Jl204);
}
