//! Random meetings: who sits on the committee, what is on the agenda, under which settings, and what is tried next. Mostly
//! what a careful recorder would do, so that meetings get far; at times what happens in a room (people come, go, change
//! their minds); at times nonsense, right and wrong ids alike.

use meeting::{
    Attendance, Attendant, ChangeKind, Choice, Committee, Count, CountSheet, Date, EntryNo, FullAttendance, ItemDraft,
    ItemId, LastSpeaker, MajorityOf, Mark, MatterDraft, MeetingCall, MeetingCommand, MeetingId, MeetingNumber, Member,
    MemberId, Moment, Nominee, NomineeDraft, NomineeId, NomineeProfile, ObserverDraft, ObserverId, OtherMeeting,
    Outcome, Person, PreparationMark, PreparationStep, Preset, Reading, Recorder, RecusalBase, Relation, Role,
    Rulebook, Share, Stance, StepState, VoteMethod, Warning,
};

use crate::naive::{ENTRY_STEP, FIRST_ENTRY, ItemStage, MatterState, Naive, Phase, Stage};

/// Small numbers from a seed (SplitMix64).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Below `end`; nought where there is nothing below.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        (self.roll() % u64::from(end.max(1))) as u32
    }

    /// True this often in a hundred.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u32) as usize].clone()
    }

    fn some<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        if of.is_empty() { None } else { Some(self.pick(of)) }
    }
}

/// What a meeting begins with.
#[derive(Clone, Debug)]
pub(crate) struct Beginning {
    pub(crate) committee: Committee,
    pub(crate) others: Vec<OtherMeeting>,
    pub(crate) call: MeetingCall,
}

/// The first moment of every meeting.
pub(crate) fn start() -> Moment {
    Moment(chrono::DateTime::parse_from_rfc3339("2026-03-05T09:00:00+08:00").expect("a time"))
}

/// Some time later.
pub(crate) fn later(moment: Moment, seconds: i64) -> Moment {
    Moment(moment.0 + chrono::TimeDelta::seconds(seconds))
}

const NAMES: [&str; 9] = ["王一", "李二", "张三", "赵四", "钱五", "孙六", "周七", "吴八", "郑九"];
const EARLIER: MeetingNumber = MeetingNumber { year: 2026, ordinal: 1 };

fn share(dice: &mut Dice) -> Share {
    let denominator = 1 + dice.below(4);
    Share { numerator: 1 + dice.below(denominator), denominator }
}

fn settings(dice: &mut Dice) -> Rulebook {
    Rulebook {
        preset: Preset::Custom,
        ordinary_quorum: share(dice),
        appointment_quorum: share(dice),
        majority_of: dice.pick(&[MajorityOf::Entitled, MajorityOf::Voting]),
        recusal_base: dice.pick(&[RecusalBase::Kept, RecusalBase::Lowered]),
        full_attendance: dice.pick(&[FullAttendance::Free, FullAttendance::Confirmed, FullAttendance::Required]),
        last_speaker: dice.pick(&[LastSpeaker::Secretary, LastSpeaker::Chair]),
        may_abstain: dice.chance(60),
        may_defer: dice.chance(50),
        every_voter_gets_a_paper: dice.chance(50),
        postpone_hint: share(dice),
        postpone_margin: Count(dice.below(3)),
        reconsideration: dice.chance(70),
        repeated_failure_warned: dice.chance(50),
        notice_day_counts: dice.chance(50),
    }
}

/// A candidate's name: at times a member's, and at times with the spaces that lists are padded with.
fn candidate(number: u32, dice: &mut Dice) -> String {
    if dice.chance(8) { dice.pick(&NAMES).to_owned() } else { format!("冯　{number}") }
}

fn item(number: u32, appointment: bool, dice: &mut Dice) -> ItemDraft {
    let mut observers = Vec::new();
    for observer in 0..dice.below(3) {
        observers.push(ObserverDraft { name: format!("陈{number}{observer}"), post: "列席".into() });
    }
    let mut nominees = Vec::new();
    for place in 0..=dice.below(3) {
        nominees.push(NomineeDraft {
            name: candidate(number * 10 + place, dice),
            current_post: "甲".into(),
            proposed_post: format!("乙{number}{place}"),
            post_to_leave: String::new(),
            change: dice.pick(&[ChangeKind::Promotion, ChangeKind::Lateral, ChangeKind::Removal]),
            reconsiders: None,
            profile: NomineeProfile::default(),
        });
    }
    let matter = if appointment { MatterDraft::Appointment { nominees } } else { MatterDraft::Ordinary {} };
    ItemDraft { title: format!("议题{number}"), matter, observers }
}

impl Beginning {
    pub(crate) fn random(dice: &mut Dice) -> Self {
        let size = 1 + dice.below(9);
        let secretary = dice.below(size);
        let deputies = dice.below(3);
        let mut members = Vec::new();
        for place in 0..size {
            let role = if place == secretary {
                Role::Secretary
            } else if place < deputies {
                Role::DeputySecretary
            } else {
                Role::Member
            };
            let id = MemberId(place * 2 + 1);
            members.push(Member { id, name: NAMES[place as usize].into(), role, posts: String::new(), since: None });
        }
        let chair = if dice.chance(75) { members[secretary as usize].id } else { dice.pick(&members).id };
        let preset = dice.pick(&Preset::ALL);
        let preset = if dice.chance(25) { Preset::Custom } else { preset };
        let custom = (preset == Preset::Custom).then(|| settings(dice));
        let mut agenda = Vec::new();
        for number in 1..=1 + dice.below(3) {
            let appointment = dice.chance(70);
            agenda.push(item(number, appointment, dice));
        }
        let mut others = Vec::new();
        if custom.is_none_or(|custom| custom.reconsideration) && dice.chance(20) {
            others.push(reconsidered(&mut agenda, dice));
        }
        let committee =
            Committee { name: "某委常委会".into(), term: "第一届".into(), members, ..Committee::default() };
        let call = MeetingCall {
            number: MeetingNumber { year: 2026, ordinal: 2 },
            scheduled: start(),
            place: "一号会议室".into(),
            chair,
            recorder: Recorder { name: "卫 录".into(), post: String::new() },
            agenda,
            preset,
            custom,
            back_filled: None,
        };
        Self { committee, others, call }
    }
}

/// Makes some nominees ones that an earlier meeting decided on.
fn reconsidered(agenda: &mut [ItemDraft], dice: &mut Dice) -> OtherMeeting {
    let mut results = Vec::new();
    for draft in agenda {
        if let MatterDraft::Appointment { nominees } = &mut draft.matter {
            for nominee in nominees {
                if dice.chance(50) {
                    nominee.reconsiders = Some(EARLIER);
                    let decided = Nominee {
                        id: NomineeId(1),
                        name: nominee.name.clone(),
                        current_post: nominee.current_post.clone(),
                        proposed_post: nominee.proposed_post.clone(),
                        post_to_leave: nominee.post_to_leave.clone(),
                        change: nominee.change,
                        unscheduled: false,
                        reconsiders: None,
                        not_carried: Vec::new(),
                        profile: NomineeProfile::default(),
                    };
                    results.push((decided, dice.pick(&[Outcome::Carried, Outcome::NotCarried])));
                }
            }
        }
    }
    OtherMeeting { id: MeetingId(1), number: EARLIER, results }
}

fn member(id: u32) -> Person {
    Person::Member(MemberId(id))
}

/// What is tried next.
pub(crate) fn next_command(naive: &Naive, at: Moment, dice: &mut Dice) -> MeetingCommand {
    let over = matches!(naive.phase, Phase::Sealed | Phase::CalledOff);
    match dice.below(100) {
        0..64 if !over => purposeful(naive, at, dice),
        64..90 if !over => human(naive, at, dice),
        _ => senseless(naive, at, dice),
    }
}

/// The next step towards the end of the meeting, or what takes the obstacle out of its way.
fn purposeful(naive: &Naive, at: Moment, dice: &mut Dice) -> MeetingCommand {
    let goal = goal(naive, dice);
    match naive.clone().command(&goal, at) {
        Ok(_) => goal,
        Err(_) if dice.chance(35) => goal,
        Err(rule) => remedy(naive, rule, dice).unwrap_or(goal),
    }
}

fn goal(naive: &Naive, dice: &mut Dice) -> MeetingCommand {
    match naive.phase {
        Phase::Called => match naive.seats.iter().find(|seat| seat.attends.is_none()) {
            Some(seat) => {
                // Some committees meet in full more often than others.
                let usual = if naive.chair % 4 == 1 { 72 } else { 92 };
                let attendance = match dice.below(100) {
                    roll if roll < usual => Attendance::Present {},
                    roll if roll % 2 == 0 => Attendance::OnLeave { reason: "出差".into() },
                    _ => Attendance::Absent { reason: String::new() },
                };
                MeetingCommand::MarkAttendance { member: MemberId(seat.id), attendance }
            }
            None => MeetingCommand::OpenMeeting {},
        },
        Phase::Adjourned => MeetingCommand::Seal {},
        Phase::Sealed | Phase::CalledOff => correction(naive, dice),
        Phase::Sitting => match naive.open {
            None => {
                let waiting = naive.items.iter().find(|item| item.stage == ItemStage::Waiting);
                let left = naive.items.iter().find(|item| item.stage == ItemStage::Left && dice.chance(50));
                match waiting.or(left) {
                    Some(item) => MeetingCommand::TakeUpItem { item: ItemId(item.id) },
                    None => MeetingCommand::Adjourn {},
                }
            }
            Some(item) => match naive.floor() {
                Some((_, place)) => on_the_floor(naive, item, &naive.items[item].matters[place], dice),
                None => between(naive, item, dice),
            },
        },
    }
}

fn between(naive: &Naive, item: usize, dice: &mut Dice) -> MeetingCommand {
    let mut waiting = Vec::new();
    for matter in &naive.items[item].matters {
        if matter.stage == Stage::Waiting && !(matter.reconsiders && matter.motion == Some(false)) {
            waiting.push(matter);
        }
        let decided = matter.stage == Stage::Announced && matter.settled.is_some_and(|it| it.tally.is_some());
        if decided && matter.nominee != 0 && dice.chance(5) {
            return MeetingCommand::OpenReconsideration {
                nominee: NomineeId(matter.nominee), reason: "新情况".into()
            };
        }
    }
    match waiting.first() {
        None => MeetingCommand::CloseItem { decision: dice.pick(&["", "同意"]).into() },
        Some(first) => {
            let matter = if dice.chance(80) { first } else { dice.pick(&waiting) };
            let nominee = NomineeId(matter.nominee);
            if matter.reconsiders && matter.motion.is_none() {
                MeetingCommand::OpenReconsideration { nominee, reason: "新情况".into() }
            } else {
                MeetingCommand::TakeUpNominee { nominee }
            }
        }
    }
}

fn on_the_floor(naive: &Naive, item: usize, matter: &MatterState, dice: &mut Dice) -> MeetingCommand {
    let voters = naive.voters(matter);
    match matter.stage {
        Stage::Settled => MeetingCommand::AnnounceResult {},
        Stage::Voting if matter.secret => {
            let right = sheet(naive, matter, dice);
            match dice.below(100) {
                0..60 => MeetingCommand::CountBallots { count: right, again: right },
                60..92 => {
                    let wrong = misread(right, dice);
                    let again = if dice.chance(65) { wrong } else { right };
                    MeetingCommand::CountBallots { count: wrong, again }
                }
                _ => MeetingCommand::VoidBallot {
                    issued: Count(matter.voters_at_opening),
                    returned: Count(matter.voters_at_opening + dice.below(3)),
                },
            }
        }
        Stage::Voting | Stage::Motion => {
            let missing: Vec<u32> = voters.iter().copied().filter(|voter| !matter.has_voted(*voter)).collect();
            match dice.some(&missing) {
                _ if dice.chance(10) => {
                    let voter = member(dice.some(&voters).unwrap_or(naive.chair));
                    MeetingCommand::ReviseVote { voter, choice: choice(naive, dice) }
                }
                Some(voter) => MeetingCommand::RecordVote { voter: member(voter), choice: choice(naive, dice) },
                None => MeetingCommand::CloseVote {},
            }
        }
        _ if !matter.introduced => {
            let by = naive.items[item].observers.first();
            let by = match by {
                Some((observer, _)) if dice.chance(30) => Person::Observer(ObserverId(*observer)),
                _ => member(dice.some(&voters).unwrap_or(naive.chair)),
            };
            MeetingCommand::Introduce { by, words: "情况".into(), covers: Vec::new() }
        }
        _ => {
            let last = naive.last_speaker(matter).map(|(last, _)| last);
            let mut missing: Vec<u32> =
                voters.into_iter().filter(|voter| !matter.has_stated(*voter) && Some(*voter) != last).collect();
            if !naive.items[item].appointment && dice.chance(60) {
                missing.clear();
            }
            match (dice.some(&missing), last) {
                (Some(speaker), _) => statement(speaker, dice),
                (None, Some(last)) if !matter.spoke_latest(last) && !matter.statements.is_empty() => {
                    statement(last, dice)
                }
                (None, Some(last)) if !matter.has_stated(last) && naive.items[item].appointment => {
                    statement(last, dice)
                }
                _ => opening(naive, item, matter, dice),
            }
        }
    }
}

fn statement(speaker: u32, dice: &mut Dice) -> MeetingCommand {
    let stance = dice.pick(&[Stance::Agree, Stance::Agree, Stance::Agree, Stance::Disagree, Stance::Defer]);
    MeetingCommand::RecordStatement { speaker: member(speaker), stance, words: "同意。".into() }
}

fn opening(naive: &Naive, item: usize, matter: &MatterState, dice: &mut Dice) -> MeetingCommand {
    if !naive.items[item].appointment && dice.chance(25) {
        return MeetingCommand::CloseItem { decision: "原则同意".into() };
    }
    match dice.below(100) {
        0..5 => return MeetingCommand::PostponeVote { reason: "分歧较大".into() },
        5..10 => return MeetingCommand::DeferMatter { reason: "再议".into() },
        _ => {}
    }
    let method = dice.pick(&[VoteMethod::Voice, VoteMethod::Hands, VoteMethod::Signed, VoteMethod::Secret]);
    let mut names: Vec<String> = vec!["褚监".into(), "褚 监".into(), "卫录".into(), String::new()];
    names.extend(naive.seats.iter().map(|seat| seat.name.clone()));
    names.extend(naive.items[item].observers.iter().map(|(_, name)| name.clone()));
    names.push(matter.name.replace('　', ""));
    let name = |dice: &mut Dice| if dice.chance(80) { "褚监".into() } else { dice.pick(&names) };
    let scrutineer = name(dice);
    let teller = name(dice);
    MeetingCommand::OpenVote { method, scrutineer, teller }
}

fn choice(naive: &Naive, dice: &mut Dice) -> Choice {
    match dice.below(100) {
        0..62 => Choice::Agree,
        62..86 => Choice::Against,
        86..94 if naive.book.may_abstain || dice.chance(30) => Choice::Abstain,
        _ if naive.book.may_defer || dice.chance(30) => Choice::Defer,
        _ => Choice::Agree,
    }
}

/// A count whose sums agree.
fn sheet(naive: &Naive, matter: &MatterState, dice: &mut Dice) -> CountSheet {
    // Fewer papers than voters are right under one setting and wrong under the other.
    let issued = if dice.chance(if naive.book.every_voter_gets_a_paper { 88 } else { 75 }) {
        matter.voters_at_opening
    } else {
        dice.below(matter.voters_at_opening + 1)
    };
    let returned = if dice.chance(70) { issued } else { dice.below(issued + 1) };
    let mut left = returned;
    let mut part = |dice: &mut Dice, often: u32| {
        let part = if dice.chance(often) { dice.below(left + 1) } else { 0 };
        left -= part;
        part
    };
    let spoilt = part(dice, 15);
    let spoilt_field = part(dice, 15);
    let abstain = if naive.book.may_abstain { part(dice, 25) } else { 0 };
    let defer = if naive.book.may_defer { part(dice, 25) } else { 0 };
    let against = part(dice, 60);
    let number = |number| Reading::Number(Count(number));
    let maybe = |offered: bool, count: u32, dice: &mut Dice| {
        if offered || count > 0 || dice.chance(50) { number(count) } else { Reading::Empty }
    };
    CountSheet {
        issued: number(issued),
        returned: number(returned),
        spoilt: number(spoilt),
        agree: number(left),
        against: number(against),
        abstain: maybe(naive.book.may_abstain, abstain, dice),
        defer: maybe(naive.book.may_defer, defer, dice),
        spoilt_field: number(spoilt_field),
    }
}

/// One field changed.
fn misread(mut sheet: CountSheet, dice: &mut Dice) -> CountSheet {
    let reading = match dice.below(10) {
        0 => Reading::Mark(Mark::Unreadable),
        1 => Reading::Empty,
        _ => Reading::Number(Count(dice.below(11))),
    };
    if let (0, Reading::Number(Count(agree)), Reading::Number(Count(against))) =
        (dice.below(4), sheet.agree, sheet.against)
    {
        // From one field to another: the sums still agree.
        sheet.agree = Reading::Number(Count(agree.saturating_sub(1)));
        sheet.against = Reading::Number(Count(against + agree.min(1)));
        return sheet;
    }
    let field = match dice.below(8) {
        0 => &mut sheet.issued,
        1 => &mut sheet.returned,
        2 => &mut sheet.spoilt,
        3 => &mut sheet.agree,
        4 => &mut sheet.against,
        5 => &mut sheet.abstain,
        6 => &mut sheet.defer,
        _ => &mut sheet.spoilt_field,
    };
    *field = reading;
    sheet
}

/// What takes the rule that speaks against the next step out of its way.
fn remedy(naive: &Naive, rule: &str, dice: &mut Dice) -> Option<MeetingCommand> {
    let away = naive.away();
    let inside: Vec<u32> = naive.seats.iter().map(|seat| seat.id).filter(|id| naive.in_room(*id)).collect();
    if naive.phase == Phase::Called {
        let whom = match rule {
            "R-HY-08" if !inside.is_empty() && dice.chance(70) => {
                return Some(MeetingCommand::DesignateChair { member: MemberId(dice.pick(&inside)) });
            }
            "R-HY-08" => naive.chair,
            _ => dice.some(&away)?,
        };
        return Some(MeetingCommand::MarkAttendance { member: MemberId(whom), attendance: Attendance::Present {} });
    }
    let arrival =
        |dice: &mut Dice| Some(MeetingCommand::RecordArrival { member: MemberId(dice.some(&away)?), time: None });
    let back = || {
        let out = naive.outside.iter().find(|out| {
            let floor = naive.floor().map(|(item, place)| naive.items[item].matters[place].nominee);
            out.back.is_none() && floor != Some(out.nominee)
        })?;
        Some(MeetingCommand::RecordReturn { person: out.who, time: None })
    };
    let leave = || Some(MeetingCommand::LeaveItem { reason: "条件不具备".into() });
    match rule {
        "R-HY-08" if !naive.in_room(naive.chair) => {
            if dice.chance(50) {
                return Some(MeetingCommand::DesignateChair { member: MemberId(dice.some(&inside)?) });
            }
            back().or(Some(MeetingCommand::RecordArrival { member: MemberId(naive.chair), time: None }))
        }
        "R-HY-01" | "R-HY-02" | "R-HB-05" => match naive.floor() {
            None if naive.open.is_some() && dice.chance(30) => leave(),
            _ => back().or_else(|| arrival(dice)).or_else(leave),
        },
        "S-01" if naive.book.full_attendance == FullAttendance::Confirmed && dice.chance(85) => {
            let absent = naive.named(&away);
            Some(MeetingCommand::AcknowledgeWarning {
                warning: Warning::NotAllPresent { absent },
                by: MemberId(naive.chair),
                reason: "已达法定人数".into(),
            })
        }
        "S-01" if dice.chance(60) => arrival(dice),
        "S-01" | "R-HY-17" | "R-HY-18" => leave(),
        _ => {
            let incomplete = naive.open.and_then(|item| {
                naive.items[item].matters.iter().find(|it| it.stage == Stage::Waiting && it.incomplete().is_some())
            })?;
            let (step, _) = incomplete.incomplete()?;
            Some(MeetingCommand::MarkPreparation {
                nominee: NomineeId(incomplete.nominee),
                marks: vec![mark(step, StepState::Complete)],
            })
        }
    }
}

fn mark(step: PreparationStep, state: StepState) -> PreparationMark {
    PreparationMark { step, state, responsible: "组织部".into(), on: None, reference: String::new() }
}

fn correction(naive: &Naive, dice: &mut Dice) -> MeetingCommand {
    let entry = FIRST_ENTRY + ENTRY_STEP * dice.below(naive.entries + 1) + u32::from(dice.chance(15));
    let words = |dice: &mut Dice| if dice.chance(92) { "更正" } else { " " }.to_owned();
    MeetingCommand::Correct { entry: EntryNo(entry), words: words(dice), reason: words(dice), by: words(dice) }
}

fn reason(dice: &mut Dice) -> String {
    if dice.chance(90) { "有事" } else { " " }.into()
}

/// Mostly now; at times some minutes ago, or not yet.
fn time(at: Moment, dice: &mut Dice) -> Option<Moment> {
    match dice.below(100) {
        0..70 => None,
        70..95 => Some(later(at, -i64::from(dice.below(400)))),
        _ => Some(later(at, 60)),
    }
}

/// What happens in a room.
fn human(naive: &Naive, at: Moment, dice: &mut Dice) -> MeetingCommand {
    let inside: Vec<u32> = naive.seats.iter().map(|seat| seat.id).filter(|id| naive.in_room(*id)).collect();
    let somebody = dice.some(&inside).unwrap_or(naive.chair);
    let anybody = naive.seats[dice.below(naive.seats.len() as u32) as usize].id;
    let floor = naive.floor().map(|(item, place)| (item, &naive.items[item].matters[place]));
    if naive.phase == Phase::Called {
        return match dice.below(100) {
            0..30 => MeetingCommand::SendNotice {},
            30..50 => add_item(naive, dice),
            50..75 => marks(naive, at, dice),
            75..90 => MeetingCommand::DesignateChair { member: MemberId(anybody) },
            90..92 => MeetingCommand::CallOff { reason: reason(dice) },
            92..96 => correction(naive, dice),
            _ => MeetingCommand::MarkAttendance { member: MemberId(anybody), attendance: Attendance::Present {} },
        };
    }
    if naive.phase != Phase::Sitting {
        return correction(naive, dice);
    }
    match dice.below(100) {
        0..8 => {
            MeetingCommand::RecordDeparture { member: MemberId(somebody), time: time(at, dice), reason: reason(dice) }
        }
        8..20 => match dice.some(&naive.away()) {
            Some(who) => MeetingCommand::RecordArrival { member: MemberId(who), time: time(at, dice) },
            None => remark(naive, somebody, dice),
        },
        20..37 => match naive.open.filter(|item| naive.items[*item].appointment) {
            Some(item) => {
                let matter = match floor {
                    Some((_, matter)) => matter.clone(),
                    None => dice.pick(&naive.items[item].matters),
                };
                recusal(naive, item, &matter, somebody, at, dice)
            }
            None => remark(naive, somebody, dice),
        },
        37..46 => match naive.outside.iter().find(|out| out.back.is_none()) {
            Some(out) => MeetingCommand::RecordReturn { person: out.who, time: time(at, dice) },
            None => remark(naive, somebody, dice),
        },
        46..60 => {
            let stated: Vec<u32> =
                floor.map(|(_, matter)| matter.statements.iter().map(|(who, _)| *who).collect()).unwrap_or_default();
            let speaker = member(dice.some(&stated).unwrap_or(somebody));
            let stance = dice.pick(&[Stance::Agree, Stance::Disagree, Stance::Defer]);
            MeetingCommand::RestateStatement { speaker, stance, words: "再想".into() }
        }
        60..68 => remark(naive, somebody, dice),
        68..73 => MeetingCommand::ReadWrittenOpinion {
            member: MemberId(dice.some(&naive.away()).unwrap_or(anybody)),
            words: reason(dice),
        },
        73..76 => MeetingCommand::DesignateChair { member: MemberId(somebody) },
        76..79 => MeetingCommand::PostponeVote { reason: reason(dice) },
        79..81 => correction(naive, dice),
        81..88 => match floor {
            Some((item, matter)) if matter.introduced => opening(naive, item, matter, dice),
            _ => marks(naive, at, dice),
        },
        88..91 => add_item(naive, dice),
        91..94 => marks(naive, at, dice),
        94..96 => MeetingCommand::LeaveItem { reason: reason(dice) },
        _ => {
            // With the right list or another, by the chair or another, with or without need.
            let mut absent = naive.named(&naive.away());
            if dice.chance(25) {
                absent.pop();
            }
            let by = if dice.chance(70) { naive.chair } else { anybody };
            MeetingCommand::AcknowledgeWarning {
                warning: Warning::NotAllPresent { absent },
                by: MemberId(by),
                reason: reason(dice),
            }
        }
    }
}

fn remark(naive: &Naive, speaker: u32, dice: &mut Dice) -> MeetingCommand {
    let last = naive.floor().and_then(|(item, place)| naive.last_speaker(&naive.items[item].matters[place]));
    let leans = dice.chance(30);
    let speaker = match last {
        Some((last, _)) if leans && dice.chance(60) => last,
        _ => speaker,
    };
    MeetingCommand::RecordRemark { speaker: member(speaker), words: reason(dice), leans }
}

fn recusal(
    naive: &Naive,
    item: usize,
    matter: &MatterState,
    somebody: u32,
    at: Moment,
    dice: &mut Dice,
) -> MeetingCommand {
    let observers = &naive.items[item].observers;
    let person = match dice.below(10) {
        0 => Attendant::Recorder,
        1 | 2 if !observers.is_empty() => Attendant::Observer(ObserverId(dice.pick(observers).0)),
        _ => Attendant::Member(MemberId(somebody)),
    };
    let relation = dice.pick(&[Relation::Oneself, Relation::Spouse, Relation::Affinity, Relation::Other]);
    MeetingCommand::RecordRecusal {
        nominee: NomineeId(matter.nominee),
        person,
        relation,
        detail: dice.pick(&["", "师生", "师生"]).into(),
        time: time(at, dice),
        substitute: dice.pick(&["", "蒋代", "蒋代"]).into(),
    }
}

fn add_item(naive: &Naive, dice: &mut Dice) -> MeetingCommand {
    let appointment = dice.chance(40);
    let number = naive.items.len() as u32 + 1;
    let mut draft = item(number, appointment, dice);
    if naive.items.len() > 5 {
        // Enough: one that nobody can enter.
        draft.title.clear();
    }
    match dice.below(20) {
        0 => draft.title = " ".into(),
        1 => draft.observers.push(ObserverDraft { name: String::new(), post: String::new() }),
        roll @ 2..=5 => {
            if let MatterDraft::Appointment { nominees } = &mut draft.matter {
                match roll {
                    2 => nominees.clear(),
                    3 => nominees[0].name.clear(),
                    4 => nominees[0].proposed_post.clear(),
                    _ => nominees[0].reconsiders = Some(EARLIER),
                }
            }
        }
        _ => {}
    }
    MeetingCommand::AddItem { item: draft }
}

fn marks(naive: &Naive, at: Moment, dice: &mut Dice) -> MeetingCommand {
    let mut nominees = vec![0, 99];
    for item in &naive.items {
        for matter in &item.matters {
            nominees.push(matter.nominee);
            nominees.push(matter.nominee);
        }
    }
    let mut marks = Vec::new();
    for _ in 0..dice.below(4) {
        let state = dice.pick(&[StepState::Complete, StepState::Complete, StepState::NotNeeded, StepState::Incomplete]);
        let mut line = mark(dice.pick(&PreparationStep::ALL), state);
        if dice.chance(6) {
            line.responsible.clear();
        }
        if dice.chance(20) {
            let day = at.0.date_naive() + chrono::Days::new(u64::from(dice.chance(20)));
            line.on = Some(Date(day));
        }
        marks.push(line);
    }
    MeetingCommand::MarkPreparation { nominee: NomineeId(dice.pick(&nominees)), marks }
}

/// Anything, with ids that may or may not exist.
fn senseless(naive: &Naive, at: Moment, dice: &mut Dice) -> MeetingCommand {
    let who = MemberId(dice.below(2 * naive.seats.len() as u32 + 1));
    let observer = ObserverId(dice.below(7));
    let nominee = NomineeId(dice.below(10));
    let person = if dice.chance(80) { Person::Member(who) } else { Person::Observer(observer) };
    let attendant = match dice.below(10) {
        0 => Attendant::Recorder,
        1 | 2 => Attendant::Observer(observer),
        _ => Attendant::Member(who),
    };
    let stance = dice.pick(&[Stance::Agree, Stance::Disagree, Stance::Defer]);
    let blank = MatterState::clone(&naive.items[0].matters[0]);
    match dice.below(34) {
        0 => MeetingCommand::SendNotice {},
        1 => add_item(naive, dice),
        2 => marks(naive, at, dice),
        3 => MeetingCommand::CallOff { reason: if dice.chance(20) { "改期" } else { "" }.into() },
        4 => MeetingCommand::MarkAttendance {
            member: who,
            attendance: dice.pick(&[
                Attendance::Present {},
                Attendance::Absent { reason: String::new() },
                Attendance::OnLeave { reason: String::new() },
            ]),
        },
        5 => MeetingCommand::DesignateChair { member: who },
        6 => MeetingCommand::OpenMeeting {},
        7 => MeetingCommand::RecordArrival { member: who, time: time(at, dice) },
        8 => MeetingCommand::RecordDeparture { member: who, time: time(at, dice), reason: reason(dice) },
        9 => MeetingCommand::TakeUpItem { item: ItemId(dice.below(5)) },
        10 => MeetingCommand::TakeUpNominee { nominee },
        11 => MeetingCommand::Introduce { by: person, words: reason(dice), covers: Vec::new() },
        12 | 13 => MeetingCommand::RecordStatement { speaker: person, stance, words: reason(dice) },
        14 | 15 => MeetingCommand::RestateStatement { speaker: person, stance, words: reason(dice) },
        16 => MeetingCommand::RecordRemark { speaker: person, words: reason(dice), leans: dice.chance(50) },
        17 => MeetingCommand::ReadWrittenOpinion { member: who, words: reason(dice) },
        18 => MeetingCommand::RecordRecusal {
            nominee,
            person: attendant,
            relation: dice.pick(&[Relation::Collateral, Relation::Other]),
            detail: dice.pick(&["", "师生"]).into(),
            time: time(at, dice),
            substitute: dice.pick(&["", "蒋代"]).into(),
        },
        19 => MeetingCommand::RecordReturn { person: attendant, time: time(at, dice) },
        20 => MeetingCommand::PostponeVote { reason: reason(dice) },
        21 => MeetingCommand::DeferMatter { reason: reason(dice) },
        22 => opening(naive, dice.below(naive.items.len() as u32) as usize, &blank, dice),
        23 => MeetingCommand::ReviseVote {
            voter: person,
            choice: dice.pick(&[Choice::Agree, Choice::Against, Choice::Abstain, Choice::Defer]),
        },
        24 => MeetingCommand::RecordVote {
            voter: person,
            choice: dice.pick(&[Choice::Agree, Choice::Against, Choice::Abstain, Choice::Defer]),
        },
        25 => MeetingCommand::CloseVote {},
        26 => {
            let matter = naive.floor().map_or(blank, |(item, place)| naive.items[item].matters[place].clone());
            let first = misread(sheet(naive, &matter, dice), dice);
            MeetingCommand::CountBallots { count: first, again: misread(first, dice) }
        }
        27 => MeetingCommand::VoidBallot { issued: Count(dice.below(9)), returned: Count(dice.below(10)) },
        28 => MeetingCommand::OpenReconsideration { nominee, reason: reason(dice) },
        29 => MeetingCommand::AcknowledgeWarning {
            warning: Warning::NotAllPresent { absent: naive.named(&naive.away()) },
            by: who,
            reason: reason(dice),
        },
        30 => MeetingCommand::AnnounceResult {},
        31 => dice.pick(&[
            MeetingCommand::CloseItem { decision: String::new() },
            MeetingCommand::LeaveItem { reason: String::new() },
            MeetingCommand::LeaveItem { reason: "放一放".into() },
        ]),
        32 => dice.pick(&[MeetingCommand::Adjourn {}, MeetingCommand::Seal {}]),
        _ => correction(naive, dice),
    }
}
