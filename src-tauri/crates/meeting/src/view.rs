//! A meeting as a screen needs it. Every door says whether it is open, and if not, the very refusal that its command would
//! give: the screen re-implements no rule.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::state::{Ballot, ItemState, Phase, Stage};
use crate::tally::majority;
use crate::{
    AgendaItem, Attendance, BallotOpening, Choice, Closing, Correction, Count, EntryNo, Introduction, ItemId,
    ItemRecord, MatterRecord, Meeting, MeetingCommand, MeetingNumber, Member, MemberId, Moment, Movement, NamedVote,
    Nominee, NomineeId, OpenMethod, Person, Recorder, Refusal, Remark, RuleId, Rulebook, Seat, SecretCount, Stamp,
    Stance, Statement, Tally, Verdict, VoteMethod, decide,
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
    /// Doors that belong to no row.
    pub doors: Doors,
    /// Hints; they bar nothing.
    pub advice: Vec<Advice>,
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
    /// Comings and goings.
    pub movements: Vec<Movement>,
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
    /// The refusal of taking the nominee up; `null` where that can be done.
    pub take_up: Option<Refusal>,
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
    /// The least number of agreeing votes that carries.
    pub majority: Count,
    /// The open vote.
    pub ballot: Option<BallotView>,
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
    /// The refusal of a vote; `null` where one can be cast.
    pub cast: Option<Refusal>,
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

/// A hint; it bars nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Advice {
    /// Opinions differ widely: the chair may postpone the vote (R-HY-10).
    OpinionsDiffer {
        /// The rule behind it.
        rule: RuleId,
        /// Who disagree or defer.
        differing: Count,
        /// 实到.
        present: Count,
    },
    /// A unanimous secret ballot tells how everyone voted (R-PJ-14).
    UnanimousSecret {
        /// The rule behind it.
        rule: RuleId,
        /// The nominee, or `null` for an ordinary item.
        nominee: Option<NomineeId>,
    },
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
            seats: self.seats.iter().map(seat_view).collect(),
            items: self.items.iter().map(|record| self.item_view(record)).collect(),
            floor: self.floor_view(),
            remarks: self.remarks.clone(),
            corrections: self.corrections.clone(),
            doors: self.doors(),
            advice: self.advice(),
        }
    }

    /// The refusal of a command now; `None` where it would be accepted.
    pub fn refusal(&self, command: &MeetingCommand) -> Option<Refusal> {
        decide(self, command, self.last_at).err()
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
            ItemState::Left(_, reason) => (None, Some(reason.clone())),
            ItemState::Waiting | ItemState::Open(_) => (None, None),
        };
        ItemView {
            item: record.item.clone(),
            open: matches!(record.state, ItemState::Open(_)),
            taken_up: record.taken_up.map(|(stamp, _)| stamp),
            closed,
            left,
            matters: record.matters.iter().map(|matter| self.nominee_view(record, matter)).collect(),
            remarks: record.remarks.clone(),
            take_up: self.refusal(&MeetingCommand::TakeUpItem { item: record.item.id }),
        }
    }

    fn nominee_view(&self, record: &ItemRecord, matter: &MatterRecord) -> NomineeView {
        let said = matter.stage.deliberation();
        let announced = match &matter.stage {
            Stage::Announced(_, _, stamp, _) => Some(*stamp),
            _ => None,
        };
        let take_up = match &matter.nominee {
            Some(nominee) if self.open_item().is_some_and(|open| open.item.id == record.item.id) => {
                self.refusal(&MeetingCommand::TakeUpNominee { nominee: nominee.id })
            }
            _ => self.refusal(&MeetingCommand::TakeUpItem { item: record.item.id }),
        };
        NomineeView {
            nominee: matter.nominee.clone(),
            stage: self.stage_name(&matter.stage),
            verdict: matter.stage.verdict().cloned(),
            announced,
            introduction: said.and_then(|said| said.introduction.clone()),
            statements: said.map(|said| said.statements.clone()).unwrap_or_default(),
            remarks: said.map(|said| said.remarks.clone()).unwrap_or_default(),
            take_up,
        }
    }

    fn stage_name(&self, stage: &Stage) -> StageName {
        match stage {
            Stage::Waiting => StageName::Waiting,
            Stage::Discussing(said) if said.introduction.is_none() => StageName::TakenUp,
            Stage::Discussing(_) if self.refusal(&open_vote()).is_none() => StageName::Heard,
            Stage::Discussing(_) => StageName::Introduced,
            Stage::Voting(..) => StageName::Voting,
            Stage::Settled(..) => StageName::Settled,
            Stage::Announced(..) => StageName::Announced,
        }
    }

    fn floor_view(&self) -> Option<FloorView> {
        let record = self.open_item()?;
        // An ordinary item's matter stays in sight after its announcement, until the item is closed.
        let matter = record.matter_on_floor().or_else(|| record.matters.first().filter(|_| !record.is_appointment()));
        let said = matter.and_then(|matter| matter.stage.deliberation());
        let votes: &[NamedVote] = match matter.map(|matter| &matter.stage) {
            Some(Stage::Voting(_, _, Ballot::ByName { votes, .. })) => votes,
            Some(Stage::Settled(_, Verdict::ByName { votes, .. })) => votes,
            _ => &[],
        };
        let speaking: Vec<MemberRow> = self
            .speaking_order()
            .into_iter()
            .map(|seat| {
                let id = seat.member.id;
                let person = Person::Member(id);
                MemberRow {
                    member: seat.member.clone(),
                    statement: said.and_then(|said| said.stance_of(id)).cloned(),
                    vote: votes.iter().find(|vote| vote.member == id).map(|vote| vote.choice),
                    state: self.refusal(&MeetingCommand::RecordStatement {
                        speaker: person,
                        stance: Stance::Agree,
                        words: String::new(),
                    }),
                    cast: self.refusal(&MeetingCommand::RecordVote { voter: person, choice: Choice::Agree }),
                }
            })
            .collect();
        let voting = matches!(matter.map(|matter| &matter.stage), Some(Stage::Voting(..)));
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
        Some(FloorView {
            item: record.item.id,
            nominee: matter.and_then(|matter| matter.nominee.as_ref()).map(|nominee| nominee.id),
            stage: matter.map(|matter| self.stage_name(&matter.stage)),
            stances: count_stances(&speaking),
            speaking,
            next,
            last_speaker: self.last_speaker().map(|seat| seat.member.id),
            majority: majority(self.entitled()),
            ballot,
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
        let count = SecretCount {
            issued: present,
            returned: present,
            spoilt: Count(0),
            agree: present,
            against: Count(0),
            abstain: Count(0),
        };
        Doors {
            amend_call: crate::decide::before_opening(self).err(),
            call_off: door(MeetingCommand::CallOff { reason: text() }),
            mark_attendance: door(MeetingCommand::MarkAttendance { member, attendance: Attendance::Present {} }),
            open_meeting: door(MeetingCommand::OpenMeeting {}),
            introduce: door(MeetingCommand::Introduce { by: speaker, words: text() }),
            remark: door(MeetingCommand::RecordRemark { speaker, words: text() }),
            postpone_vote: door(MeetingCommand::PostponeVote { reason: text() }),
            defer_matter: door(MeetingCommand::DeferMatter { reason: text() }),
            open_vote: door(open_vote()),
            close_vote: door(MeetingCommand::CloseVote {}),
            count_ballots: door(MeetingCommand::CountBallots { count }),
            announce: door(MeetingCommand::AnnounceResult {}),
            close_item: door(MeetingCommand::CloseItem { decision: text() }),
            leave_item: door(MeetingCommand::LeaveItem { reason: text() }),
            adjourn: door(MeetingCommand::Adjourn {}),
            seal: door(MeetingCommand::Seal {}),
        }
    }

    fn advice(&self) -> Vec<Advice> {
        let mut advice = Vec::new();
        if let Some(matter) = self.open_matter()
            && let Stage::Discussing(said) = &matter.stage
        {
            let differs = |seat: &&Seat| {
                said.stance_of(seat.member.id).is_some_and(|statement| statement.stance != Stance::Agree)
            };
            let differing: Vec<&Seat> = self.present_seats().filter(differs).collect();
            let (differing, present) = (Count::of(&differing), self.present());
            if differing.0 > 0 && self.call.rulebook.postpone_hint.is_reached(differing, present) {
                advice.push(Advice::OpinionsDiffer { rule: RuleId::Hy10, differing, present });
            }
        }
        for matter in self.items.iter().flat_map(|record| &record.matters) {
            if let Some(Verdict::Secret { tally, count, .. }) = matter.stage.verdict() {
                let all = Count(count.returned.0);
                if all.0 > 0 && [tally.agree, tally.against, tally.abstain].contains(&all) {
                    let nominee = matter.nominee.as_ref().map(|nominee| nominee.id);
                    advice.push(Advice::UnanimousSecret { rule: RuleId::Pj14, nominee });
                }
            }
        }
        advice
    }
}

fn open_vote() -> MeetingCommand {
    // Names that nobody bears: the door must not close because a nominee is called the same.
    MeetingCommand::OpenVote { method: VoteMethod::Hands, scrutineer: String::new(), teller: String::new() }
}

fn seat_view(seat: &Seat) -> SeatView {
    SeatView {
        member: seat.member.clone(),
        attendance: seat.attendance.clone(),
        present: seat.is_present(),
        movements: seat.movements.clone(),
    }
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
