//! A meeting as a screen needs it. Every door says whether it is open, and if not, the very refusal that its command would
//! give: the screen re-implements no rule.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::state::{Ballot, ItemState, Phase, Stage};
use crate::tally::majority;
use crate::{
    Acknowledgement, AgendaItem, Article, Attendance, Attendant, BackFilling, BallotOpening, Choice, Closing,
    Correction, Count, CountSheet, EndedBallot, EntryNo, Grade, Introduction, ItemDraft, ItemId, ItemRecord,
    MatterRecord, Meeting, MeetingCommand, MeetingNumber, Member, MemberId, Moment, Motion, Movement, NamedVote,
    Nominee, NomineeId, OpenMethod, PastDecision, Person, PreparationMark, PreparationStep, Preset, Reading, Recorder,
    Recusal, Refusal, Relation, Remark, RuleId, Rulebook, Seat, Stamp, Stance, Statement, StepState, Tally, Verdict,
    Violation, VoteMethod, Warning, WrittenOpinion, decide,
};

/// How far the meeting has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum PhaseName {
    /// 已通知.
    Called,
    /// 会议进行中.
    Sitting,
    /// 已散会.
    Adjourned,
    /// 已定稿封存.
    Sealed,
    /// 已取消.
    CalledOff,
}

impl PhaseName {
    pub(crate) fn of(phase: &Phase) -> Self {
        match phase {
            Phase::Called => Self::Called,
            Phase::Sitting { .. } => Self::Sitting,
            Phase::Adjourned { .. } => Self::Adjourned,
            Phase::Sealed { .. } => Self::Sealed,
            Phase::CalledOff { .. } => Self::CalledOff,
        }
    }
}

/// How far a matter has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum StageName {
    /// 未开始.
    Waiting,
    /// 待介绍.
    TakenUp,
    /// 表态中.
    Introduced,
    /// 可表决: every stance that is due has been stated.
    Heard,
    /// 表决中.
    Voting,
    /// 待宣布.
    Settled,
    /// 已宣布.
    Announced,
    /// 复议表决中.
    Reconsidering,
}

/// A meeting as a screen needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingView {
    /// The committee's name when it was called.
    pub committee: String,
    /// 届次.
    pub term: String,
    /// 会议次号.
    pub number: MeetingNumber,
    /// When it is to begin.
    pub scheduled: Moment,
    /// Where.
    pub place: String,
    /// Who presides.
    pub chair: MemberId,
    /// Who takes the minutes.
    pub recorder: Recorder,
    /// The settings it runs under.
    pub rulebook: Rulebook,
    /// How far it has come.
    pub phase: PhaseName,
    /// 开会.
    pub opened: Option<Stamp>,
    /// 散会.
    pub adjourned: Option<Stamp>,
    /// 定稿封存.
    pub sealed: Option<Stamp>,
    /// Why it was called off.
    pub called_off: Option<String>,
    /// Its last entry.
    pub last_entry: EntryNo,
    /// 到会.
    pub attendance: AttendanceView,
    /// In order of rank.
    pub seats: Vec<SeatView>,
    /// In agenda order.
    pub items: Vec<ItemView>,
    /// What is on the floor.
    pub floor: Option<FloorView>,
    /// 插话 while no item was on the floor.
    pub remarks: Vec<Remark>,
    /// 更正.
    pub corrections: Vec<Correction>,
    /// When the notice went out.
    pub notice: Option<Stamp>,
    /// 补录, where the meeting was held on paper.
    pub back_filled: Option<BackFilling>,
    /// 补录时刻.
    pub noted: Option<Moment>,
    /// 违规情形.
    pub violations: Vec<Violation>,
    /// Doors that belong to no row.
    pub doors: Doors,
    /// What the rules have to say now.
    pub warnings: Vec<WarningView>,
    /// 确认, in order, lapsed or not.
    pub acknowledgements: Vec<Acknowledgement>,
}

/// A rule speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct WarningView {
    /// On these facts.
    pub warning: Warning,
    /// Which.
    pub rule: RuleId,
    /// What it rests on.
    pub article: Article,
    /// Nothing goes on without the chair's confirmation.
    pub awaited: bool,
    /// The acknowledgement that holds.
    pub acknowledged: Option<Acknowledgement>,
}

/// 到会.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttendanceView {
    /// 应到.
    pub entitled: Count,
    /// 实到.
    pub present: Count,
    /// Not marked yet.
    pub unmarked: Count,
    /// The least for ordinary items.
    pub ordinary_required: Count,
    /// Reached.
    pub ordinary_met: bool,
    /// The least for appointments.
    pub appointment_required: Count,
    /// Reached.
    pub appointment_met: bool,
}

/// A seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeatView {
    /// Who.
    pub member: Member,
    /// The roll call's word.
    pub attendance: Option<Attendance>,
    /// In the room.
    pub present: bool,
    /// Outside on account of a recusal.
    pub recused: bool,
    /// Comings and goings.
    pub movements: Vec<Movement>,
    /// The refusal of coming back from a recusal; `null` where that can be done.
    pub come_back: Option<Refusal>,
    /// The refusal of reading their written opinion; `null` where one can be read.
    pub opinion: Option<Refusal>,
}

/// An item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ItemView {
    /// As on the agenda.
    pub item: AgendaItem,
    /// On the floor now.
    pub open: bool,
    /// When first taken up.
    pub taken_up: Option<Stamp>,
    /// How it ended.
    pub closed: Option<Closing>,
    /// Why it was left.
    pub left: Option<String>,
    /// When it was closed or left, where it is not on the floor any more.
    pub ended: Option<Stamp>,
    /// The matters, in order: nominees, or the one ordinary matter.
    pub matters: Vec<NomineeView>,
    /// 插话 while no nominee was on the floor.
    pub remarks: Vec<Remark>,
    /// The refusal of taking it up; `null` where it can be.
    pub take_up: Option<Refusal>,
}

/// A matter in the agenda list, with all that was said on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NomineeView {
    /// `null` for the matter of an ordinary item.
    pub nominee: Option<Nominee>,
    /// How far it has come.
    pub stage: StageName,
    /// When it was taken up last.
    pub taken_up: Option<Stamp>,
    /// What became of it.
    pub verdict: Option<Verdict>,
    /// When it was announced.
    pub announced: Option<Stamp>,
    /// 介绍.
    pub introduction: Option<Introduction>,
    /// 表态, in order.
    pub statements: Vec<Statement>,
    /// 插话.
    pub remarks: Vec<Remark>,
    /// 书面意见.
    pub opinions: Vec<WrittenOpinion>,
    /// Ballots that settled nothing.
    pub ended: Vec<EndedBallot>,
    /// 会前准备, each step as marked last, in the order of the process.
    pub preparation: Vec<PreparationMark>,
    /// 回避.
    pub recusals: Vec<Recusal>,
    /// 复议: motions that were voted on.
    pub motions: Vec<Motion>,
    /// Decisions that were reconsidered.
    pub past: Vec<PastDecision>,
    /// The refusal of taking the nominee up; `null` where that can be done.
    pub take_up: Option<Refusal>,
    /// The refusal of marking the checklist; `null` where that can be done.
    pub prepare: Option<Refusal>,
    /// The refusal of a recusal; `null` where somebody can leave for this nominee.
    pub recuse: Option<Refusal>,
    /// The refusal of moving to reconsider; `null` where that can be done.
    pub reconsider: Option<Refusal>,
}

/// The matter on the floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct FloorView {
    /// The item.
    pub item: ItemId,
    /// The nominee on the floor; `null` for an ordinary item, or between nominees.
    pub nominee: Option<NomineeId>,
    /// How far the matter has come; `null` between nominees.
    pub stage: Option<StageName>,
    /// Members present, the last speaker at the end.
    pub speaking: Vec<MemberRow>,
    /// Whose turn it is to state a stance, or to vote.
    pub next: Option<MemberId>,
    /// Who speaks last.
    pub last_speaker: Option<MemberId>,
    /// Latest stances.
    pub stances: StanceCount,
    /// 实到 for this matter, without the recused.
    pub present: Count,
    /// 应到 for this matter.
    pub entitled: Count,
    /// The least number of agreeing votes that carries.
    pub majority: Count,
    /// The open vote.
    pub ballot: Option<BallotView>,
    /// The open vote on reconsidering.
    pub motion: Option<Motion>,
    /// A nominee who can be taken up next, in agenda order.
    pub next_nominee: Option<NomineeId>,
}

/// A member in the speaking list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberRow {
    /// Who.
    pub member: Member,
    /// Their latest stance.
    pub statement: Option<Statement>,
    /// Their vote, where votes are cast by name.
    pub vote: Option<Choice>,
    /// The refusal of a stance; `null` where one can be stated.
    pub state: Option<Refusal>,
    /// The refusal of another stance; `null` where theirs can be restated.
    pub restate: Option<Refusal>,
    /// The refusal of a vote; `null` where one can be cast.
    pub cast: Option<Refusal>,
    /// The refusal of 改记; `null` where their vote can be entered anew.
    pub revise: Option<Refusal>,
}

/// How the stances stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct StanceCount {
    /// 同意.
    pub agree: Count,
    /// 不同意.
    pub disagree: Count,
    /// 缓议.
    pub defer: Count,
    /// Present and silent.
    pub silent: Count,
}

/// The open vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct BallotView {
    /// How.
    pub method: VoteMethod,
    /// Who watches and counts.
    pub opening: BallotOpening,
    /// Votes so far; `null` for a secret ballot, which has none to show.
    pub tally: Option<Tally>,
}

/// Doors that belong to no row: the refusal, or `null` where the door is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Doors {
    /// 修改会议安排.
    pub amend_call: Option<Refusal>,
    /// 取消会议.
    pub call_off: Option<Refusal>,
    /// 发出会议通知.
    pub send_notice: Option<Refusal>,
    /// 增加议题.
    pub add_item: Option<Refusal>,
    /// 补录时刻.
    pub note_time: Option<Refusal>,
    /// 点名.
    pub mark_attendance: Option<Refusal>,
    /// 开会.
    pub open_meeting: Option<Refusal>,
    /// 介绍.
    pub introduce: Option<Refusal>,
    /// 插话.
    pub remark: Option<Refusal>,
    /// 暂缓表决.
    pub postpone_vote: Option<Refusal>,
    /// 缓议.
    pub defer_matter: Option<Refusal>,
    /// 进入表决.
    pub open_vote: Option<Refusal>,
    /// 结束表决.
    pub close_vote: Option<Refusal>,
    /// 登记计票.
    pub count_ballots: Option<Refusal>,
    /// 作废重投.
    pub void_ballot: Option<Refusal>,
    /// 宣布结果.
    pub announce: Option<Refusal>,
    /// 结束议题.
    pub close_item: Option<Refusal>,
    /// 搁置议题.
    pub leave_item: Option<Refusal>,
    /// 散会.
    pub adjourn: Option<Refusal>,
    /// 定稿封存.
    pub seal: Option<Refusal>,
}

// Any text that is not empty: doors are tried with complete commands.
const ANY: &str = "…";

impl Meeting {
    /// The view.
    pub fn view(&self) -> MeetingView {
        let (opened, adjourned, sealed, called_off) = match &self.phase {
            Phase::Called => (None, None, None, None),
            Phase::Sitting { opened } => (Some(*opened), None, None, None),
            Phase::Adjourned { opened, adjourned } => (Some(*opened), Some(*adjourned), None, None),
            Phase::Sealed { opened, adjourned, sealed } => (Some(*opened), Some(*adjourned), Some(*sealed), None),
            Phase::CalledOff { reason, .. } => (None, None, None, Some(reason.clone())),
        };
        MeetingView {
            committee: self.call.committee.clone(),
            term: self.call.term.clone(),
            number: self.call.number,
            scheduled: self.call.scheduled,
            place: self.call.place.clone(),
            chair: self.chair,
            recorder: self.call.recorder.clone(),
            rulebook: self.call.rulebook,
            phase: PhaseName::of(&self.phase),
            opened,
            adjourned,
            sealed,
            called_off,
            last_entry: self.entries.last().copied().unwrap_or(EntryNo(0)),
            attendance: self.attendance_view(),
            seats: self.seats.iter().map(|seat| self.seat_view(seat)).collect(),
            items: self.items.iter().map(|record| self.item_view(record)).collect(),
            floor: self.floor_view(),
            remarks: self.remarks.clone(),
            corrections: self.corrections.clone(),
            notice: self.notice,
            back_filled: self.call.back_filled.clone(),
            noted: self.noted,
            violations: self.violations.clone(),
            doors: self.doors(),
            warnings: self.warnings().into_iter().map(|warning| self.warning_view(warning)).collect(),
            acknowledgements: self.acknowledgements.clone(),
        }
    }

    /// The refusal of a command now; `None` where it would be accepted.
    pub fn refusal(&self, command: &MeetingCommand) -> Option<Refusal> {
        decide(self, command, self.last_at).err()
    }

    fn warning_view(&self, warning: Warning) -> WarningView {
        let rule = warning.rule();
        let acknowledged = self.acknowledgement(&warning).cloned();
        WarningView { rule, article: self.article(rule), awaited: rule == RuleId::S01, acknowledged, warning }
    }

    /// What a rule rests on at this meeting: as corrected when it was called, and not dressed as law for a committee that
    /// the Regulation does not bind.
    pub fn article(&self, rule: RuleId) -> Article {
        let mut article = rule.rule().article_as_corrected(&self.call.articles);
        if self.call.rulebook.preset == Preset::StandingCommittee && !article.corrected {
            "会议所用规则“常设委员会（通用）”".clone_into(&mut article.source);
            article.clause.clear();
            article.quote.clear();
            article.grade = Grade::P;
        }
        article
    }

    pub(crate) fn reword(&self, refusal: Refusal) -> Refusal {
        Refusal { article: self.article(refusal.rule), ..refusal }
    }

    fn seat_view(&self, seat: &Seat) -> SeatView {
        let person = Attendant::Member(seat.member.id);
        SeatView {
            member: seat.member.clone(),
            attendance: seat.attendance.clone(),
            present: self.is_present(seat),
            recused: self.is_out(person),
            movements: seat.movements.clone(),
            come_back: self.refusal(&MeetingCommand::RecordReturn { person, time: None }),
            opinion: self
                .refusal(&MeetingCommand::ReadWrittenOpinion { member: seat.member.id, words: ANY.to_owned() }),
        }
    }

    fn attendance_view(&self) -> AttendanceView {
        let (present, entitled, rulebook) = (self.present(), self.entitled(), &self.call.rulebook);
        let unmarked: Vec<&Seat> = self.seats.iter().filter(|seat| seat.attendance.is_none()).collect();
        AttendanceView {
            entitled,
            present,
            unmarked: Count::of(&unmarked),
            ordinary_required: rulebook.ordinary_quorum.least(entitled),
            ordinary_met: rulebook.ordinary_quorum.is_reached(present, entitled),
            appointment_required: rulebook.appointment_quorum.least(entitled),
            appointment_met: rulebook.appointment_quorum.is_reached(present, entitled),
        }
    }

    fn item_view(&self, record: &ItemRecord) -> ItemView {
        let (closed, left) = match &record.state {
            ItemState::Closed(closing) => (Some(closing.clone()), None),
            ItemState::Left => (None, record.left.last().map(|(_, reason)| reason.clone())),
            ItemState::Waiting | ItemState::Open(_) => (None, None),
        };
        ItemView {
            item: record.item.clone(),
            open: matches!(record.state, ItemState::Open(_)),
            taken_up: record.taken_up.map(|(stamp, _)| stamp),
            closed,
            left,
            ended: record.ended(),
            matters: record.matters.iter().map(|matter| self.nominee_view(record, matter)).collect(),
            remarks: record.remarks.clone(),
            take_up: self.refusal(&MeetingCommand::TakeUpItem { item: record.item.id }),
        }
    }

    fn nominee_view(&self, record: &ItemRecord, matter: &MatterRecord) -> NomineeView {
        let said = matter.stage.deliberation();
        let of_nominee = |command: fn(NomineeId) -> MeetingCommand| {
            matter.nominee_id().and_then(|nominee| self.refusal(&command(nominee)))
        };
        let take_up = match &matter.nominee {
            Some(nominee) if self.open_item().is_some_and(|open| open.item.id == record.item.id) => {
                self.refusal(&MeetingCommand::TakeUpNominee { nominee: nominee.id })
            }
            _ => self.refusal(&MeetingCommand::TakeUpItem { item: record.item.id }),
        };
        NomineeView {
            nominee: matter.nominee.clone(),
            stage: self.stage_name(record, &matter.stage),
            taken_up: said.map(|said| said.taken_up),
            verdict: matter.stage.verdict().cloned(),
            announced: matter.stage.announced(),
            introduction: said.and_then(|said| said.introduction.clone()),
            statements: said.map(|said| said.statements.clone()).unwrap_or_default(),
            remarks: said.map(|said| said.remarks.clone()).unwrap_or_default(),
            opinions: said.map(|said| said.opinions.clone()).unwrap_or_default(),
            ended: said.map(|said| said.ended.clone()).unwrap_or_default(),
            preparation: PreparationStep::ALL
                .iter()
                .filter_map(|step| matter.preparation.iter().find(|(_, mark)| mark.step == *step))
                .map(|(_, mark)| mark.clone())
                .collect(),
            recusals: matter.recusals.clone(),
            motions: matter.motions.clone(),
            past: matter.past.clone(),
            take_up,
            prepare: of_nominee(|nominee| {
                let step = PreparationStep::Motion;
                let (responsible, reference) = (ANY.to_owned(), String::new());
                let mark = PreparationMark { step, state: StepState::Complete, responsible, on: None, reference };
                MeetingCommand::MarkPreparation { nominee, marks: vec![mark] }
            }),
            recuse: self.voters_on(matter).first().and_then(|seat| {
                self.refusal(&MeetingCommand::RecordRecusal {
                    nominee: matter.nominee_id()?,
                    person: Attendant::Member(seat.member.id),
                    relation: Relation::Spouse,
                    detail: String::new(),
                    time: None,
                    substitute: String::new(),
                })
            }),
            reconsider: of_nominee(|nominee| MeetingCommand::OpenReconsideration { nominee, reason: ANY.to_owned() }),
        }
    }

    fn stage_name(&self, record: &ItemRecord, stage: &Stage) -> StageName {
        match stage {
            Stage::Waiting => StageName::Waiting,
            Stage::Discussing(said) if said.introduction.is_none() => StageName::TakenUp,
            Stage::Discussing(said) if crate::decide::heard(self, record, said).is_ok() => StageName::Heard,
            Stage::Discussing(_) => StageName::Introduced,
            Stage::Voting(..) => StageName::Voting,
            Stage::Settled(..) => StageName::Settled,
            Stage::Announced(..) => StageName::Announced,
            Stage::Reconsidering(..) => StageName::Reconsidering,
        }
    }

    fn floor_view(&self) -> Option<FloorView> {
        let record = self.open_item()?;
        // An ordinary item's matter stays in sight after its announcement, until the item is closed.
        let matter = record.matter_on_floor().or_else(|| record.matters.first().filter(|_| !record.is_appointment()));
        let said = matter.and_then(|matter| matter.stage.deliberation());
        let votes: &[NamedVote] = match matter.map(|matter| &matter.stage) {
            Some(Stage::Settled(_, Verdict::ByName { votes, .. })) => votes,
            stage => stage.and_then(Stage::open_votes).unwrap_or_default(),
        };
        let speaking: Vec<MemberRow> = self
            .speaking_order()
            .into_iter()
            .map(|seat| {
                let id = seat.member.id;
                let person = Person::Member(id);
                let vote = votes.iter().find(|vote| vote.member == id).map(|vote| vote.choice);
                let other = if vote == Some(Choice::Agree) { Choice::Against } else { Choice::Agree };
                MemberRow {
                    member: seat.member.clone(),
                    statement: said.and_then(|said| said.stance_of(id)).cloned(),
                    vote,
                    state: self.refusal(&MeetingCommand::RecordStatement {
                        speaker: person,
                        stance: Stance::Agree,
                        words: String::new(),
                    }),
                    restate: self.refusal(&MeetingCommand::RestateStatement {
                        speaker: person,
                        stance: Stance::Agree,
                        words: String::new(),
                    }),
                    cast: self.refusal(&MeetingCommand::RecordVote { voter: person, choice: Choice::Agree }),
                    revise: self.refusal(&MeetingCommand::ReviseVote { voter: person, choice: other }),
                }
            })
            .collect();
        let voting = matches!(matter.map(|matter| &matter.stage), Some(Stage::Voting(..) | Stage::Reconsidering(..)));
        let may = |row: &&MemberRow| if voting { row.cast.is_none() } else { row.state.is_none() };
        let next = speaking.iter().find(may).map(|row| row.member.id);
        let next_nominee = record
            .matters
            .iter()
            .filter_map(|matter| matter.nominee.as_ref())
            .map(|nominee| nominee.id)
            .find(|nominee| self.refusal(&MeetingCommand::TakeUpNominee { nominee: *nominee }).is_none());
        let ballot = match matter.map(|matter| &matter.stage) {
            Some(Stage::Voting(_, opening, Ballot::ByName { method, votes })) => Some(BallotView {
                method: match method {
                    OpenMethod::Voice => VoteMethod::Voice,
                    OpenMethod::Hands => VoteMethod::Hands,
                    OpenMethod::Signed => VoteMethod::Signed,
                },
                opening: opening.clone(),
                tally: Some(Tally::of_choices(votes.iter().map(|vote| vote.choice))),
            }),
            Some(Stage::Voting(_, opening, Ballot::Secret {})) => {
                Some(BallotView { method: VoteMethod::Secret, opening: opening.clone(), tally: None })
            }
            _ => None,
        };
        let entitled = matter.map_or_else(|| self.entitled(), |matter| self.entitled_on(matter));
        let base = match matter {
            Some(matter) => {
                let opened = match &matter.stage {
                    Stage::Voting(_, opening, Ballot::Secret {}) => Some(opening.quorum.present()),
                    _ => None,
                };
                let settled = matter.stage.verdict().and_then(Verdict::base);
                let voting = opened.unwrap_or_else(|| Count::of(&self.voters_on(matter)));
                settled.unwrap_or_else(|| self.base_on(matter, voting))
            }
            None => entitled,
        };
        Some(FloorView {
            item: record.item.id,
            nominee: matter.and_then(|matter| matter.nominee.as_ref()).map(|nominee| nominee.id),
            stage: matter.map(|matter| self.stage_name(record, &matter.stage)),
            stances: count_stances(&speaking),
            speaking,
            next,
            last_speaker: self.last_speaker().map(|seat| seat.member.id),
            present: Count::of(&self.floor_voters()),
            entitled,
            majority: majority(base),
            ballot,
            motion: match matter.map(|matter| &matter.stage) {
                Some(Stage::Reconsidering(motion, _)) => Some(motion.clone()),
                _ => None,
            },
            next_nominee,
        })
    }

    fn doors(&self) -> Doors {
        let member = self.call.roster.first().map_or(MemberId(0), |member| member.id);
        let speaker = self.last_speaker().map_or(Person::Member(member), |seat| Person::Member(seat.member.id));
        let text = || ANY.to_owned();
        let door = |command| self.refusal(&command);
        let present = match &self.open_matter().map(|matter| &matter.stage) {
            Some(Stage::Voting(_, opening, _)) => opening.quorum.present(),
            _ => self.present(),
        };
        let rulebook = &self.call.rulebook;
        let number = |count| Reading::Number(Count(count));
        let offered = |choice| if rulebook.offers(choice) { number(0) } else { Reading::Empty };
        let count = CountSheet {
            issued: Reading::Number(present),
            returned: Reading::Number(present),
            spoilt: number(0),
            agree: Reading::Number(present),
            against: number(0),
            abstain: offered(Choice::Abstain),
            defer: offered(Choice::Defer),
            spoilt_field: number(0),
        };
        let item = ItemDraft { title: text(), matter: crate::MatterDraft::Ordinary {}, observers: Vec::new() };
        Doors {
            amend_call: crate::decide::before_opening(self).err(),
            call_off: door(MeetingCommand::CallOff { reason: text() }),
            send_notice: door(MeetingCommand::SendNotice {}),
            add_item: door(MeetingCommand::AddItem { item }),
            note_time: door(MeetingCommand::NoteTime { time: self.noted.unwrap_or(self.last_at) }),
            mark_attendance: door(MeetingCommand::MarkAttendance { member, attendance: Attendance::Present {} }),
            open_meeting: door(MeetingCommand::OpenMeeting {}),
            introduce: door(MeetingCommand::Introduce { by: speaker, words: text(), covers: Vec::new() }),
            remark: door(MeetingCommand::RecordRemark { speaker, words: text(), leans: false }),
            postpone_vote: door(MeetingCommand::PostponeVote { reason: text() }),
            defer_matter: door(MeetingCommand::DeferMatter { reason: text() }),
            open_vote: door(open_vote()),
            close_vote: door(MeetingCommand::CloseVote {}),
            count_ballots: door(MeetingCommand::CountBallots { count, again: count }),
            void_ballot: door(MeetingCommand::VoidBallot {
                issued: present,
                returned: Count(present.0.saturating_add(1)),
            }),
            announce: door(MeetingCommand::AnnounceResult {}),
            close_item: door(MeetingCommand::CloseItem { decision: text() }),
            leave_item: door(MeetingCommand::LeaveItem { reason: text() }),
            adjourn: door(MeetingCommand::Adjourn {}),
            seal: door(MeetingCommand::Seal {}),
        }
    }
}

fn open_vote() -> MeetingCommand {
    // Names that nobody bears: the door must not close because a nominee is called the same.
    MeetingCommand::OpenVote { method: VoteMethod::Hands, scrutineer: String::new(), teller: String::new() }
}

fn count_stances(rows: &[MemberRow]) -> StanceCount {
    let with = |stance: Option<Stance>| {
        let same = |row: &&MemberRow| row.statement.as_ref().map(|statement| statement.stance) == stance;
        let rows: Vec<&MemberRow> = rows.iter().filter(same).collect();
        Count::of(&rows)
    };
    StanceCount {
        agree: with(Some(Stance::Agree)),
        disagree: with(Some(Stance::Disagree)),
        defer: with(Some(Stance::Defer)),
        silent: with(None),
    }
}
