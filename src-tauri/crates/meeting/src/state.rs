//! The state of a meeting: a fold of its events. Total and infallible, so that every record ever written can be read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Acknowledgement, AgendaItem, Attendant, Called, Choice, Count, EntryNo, Event, IntroductionPoint, ItemId,
    LastSpeaker, MajorityOf, Matter, Member, MemberId, Moment, Nominee, NomineeId, Observer, ObserverId, OpenMethod,
    OtherMeeting, Outcome, Person, PreparationMark, Quorum, Recorded, RecusalBase, Refusal, Relation, Role,
    SecretCount, Stance, Tally, VoteMethod,
};

/// Where in the record something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Stamp {
    /// Ledger number.
    pub entry: EntryNo,
    /// When it was recorded.
    pub at: Moment,
}

/// One line of the roll call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "status", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Attendance {
    /// 出席.
    Present {},
    /// 请假.
    OnLeave {
        /// 事由.
        reason: String,
    },
    /// 缺席.
    Absent {
        /// 事由, where one is known.
        #[serde(default)]
        reason: String,
    },
}

/// A member's coming or going after the opening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Movement {
    /// Its entry.
    pub stamp: Stamp,
    /// When it happened.
    pub time: Moment,
    /// Which way.
    pub kind: MovementKind,
}

/// Which way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum MovementKind {
    /// In.
    Arrived {},
    /// Out.
    Departed {
        /// Why.
        reason: String,
    },
}

/// A member's seat at one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// As on the frozen roster.
    pub member: Member,
    /// The roll call's word, once it was given.
    pub attendance: Option<Attendance>,
    /// Where the roll call's word stands in the record.
    pub marked: Option<Stamp>,
    /// Comings and goings since, in order.
    pub movements: Vec<Movement>,
}

impl Seat {
    /// Whether the member attends the meeting now: has come, and has not left. Who is recused still attends, outside of the
    /// room.
    pub fn attends(&self) -> bool {
        match self.movements.last() {
            Some(movement) => matches!(movement.kind, MovementKind::Arrived {}),
            None => matches!(self.attendance, Some(Attendance::Present {})),
        }
    }
}

/// 表态.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// Its entry.
    pub stamp: Stamp,
    /// Who.
    pub member: MemberId,
    /// Which.
    pub stance: Stance,
    /// Their words.
    pub words: String,
}

/// 插话、情况说明.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// Its entry.
    pub stamp: Stamp,
    /// Who.
    pub speaker: Person,
    /// Their words.
    pub words: String,
    /// 非末位发言: leaned to a side before the speaker's turn (R-HY-09).
    pub leans: bool,
}

/// 书面意见 of an absent member; never counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct WrittenOpinion {
    /// Its entry.
    pub stamp: Stamp,
    /// Whose.
    pub member: MemberId,
    /// As written.
    pub words: String,
}

/// 回避.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Recusal {
    /// Its entry.
    pub stamp: Stamp,
    /// Who.
    pub person: Attendant,
    /// How they are related.
    pub relation: Relation,
    /// In words.
    pub detail: String,
    /// 离席.
    pub left: Moment,
    /// 返回, once they came back.
    pub returned: Option<Moment>,
    /// Who takes the minutes meanwhile; empty unless the recorder left.
    pub substitute: String,
}

/// 介绍（汇报）.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Introduction {
    /// Its entry.
    pub stamp: Stamp,
    /// By whom.
    pub by: Person,
    /// What was said.
    pub words: String,
    /// What it covered.
    pub covers: Vec<IntroductionPoint>,
}

/// A vote cast by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedVote {
    /// Its entry.
    pub stamp: Stamp,
    /// Who.
    pub member: MemberId,
    /// What.
    pub choice: Choice,
}

/// A vote that is open. The secret one has no place for a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Ballot {
    /// 口头, 举手, 记名.
    ByName {
        /// Which.
        method: OpenMethod,
        /// As cast so far, in order.
        votes: Vec<NamedVote>,
    },
    /// 无记名.
    Secret {},
}

/// Who watches and who counts, and when the vote was opened with how many present.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct BallotOpening {
    /// Its entry.
    pub stamp: Stamp,
    /// 监票人; may be empty where hands or voices are counted.
    pub scrutineer: String,
    /// 计票人.
    pub teller: String,
    /// Those present then.
    pub quorum: Quorum,
}

/// A ballot that settled nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct EndedBallot {
    /// When it ended.
    pub stamp: Stamp,
    /// How it was opened.
    pub opening: BallotOpening,
    /// As far as it had come.
    pub ballot: Ballot,
    /// Why it ended.
    pub end: BallotEnd,
}

/// Why a ballot settled nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum BallotEnd {
    /// 作废: more papers came back than went out.
    Void {
        /// 发出.
        issued: Count,
        /// 收回.
        returned: Count,
    },
    /// 暂缓表决 while it was open.
    Postponed {},
}

/// What was said on one matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Deliberation {
    /// When it was taken up.
    pub taken_up: Stamp,
    /// Those present then.
    pub quorum: Quorum,
    /// 介绍, once it was given.
    pub introduction: Option<Introduction>,
    /// 表态, in order.
    pub statements: Vec<Statement>,
    /// 插话, in order.
    pub remarks: Vec<Remark>,
    /// 书面意见, in order.
    pub opinions: Vec<WrittenOpinion>,
    /// Ballots that settled nothing, in order.
    pub ended: Vec<EndedBallot>,
}

/// How a matter was settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Verdict {
    /// By a vote with names.
    ByName {
        /// When closed.
        stamp: Stamp,
        /// How it was opened.
        opening: BallotOpening,
        /// How.
        method: OpenMethod,
        /// In the order cast.
        votes: Vec<NamedVote>,
        /// Totals.
        tally: Tally,
        /// More than half of this carries.
        base: Count,
        /// 通过 or 未通过.
        outcome: Outcome,
    },
    /// By secret ballot.
    Secret {
        /// When counted.
        stamp: Stamp,
        /// How it was opened.
        opening: BallotOpening,
        /// As reported.
        count: SecretCount,
        /// Totals.
        tally: Tally,
        /// More than half of this carries.
        base: Count,
        /// 通过 or 未通过.
        outcome: Outcome,
    },
    /// Without a vote.
    SetAside {
        /// When.
        stamp: Stamp,
        /// 暂缓表决 or 缓议.
        outcome: Outcome,
        /// Why.
        reason: String,
    },
}

impl Verdict {
    /// What became of the matter.
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::ByName { outcome, .. } | Self::Secret { outcome, .. } | Self::SetAside { outcome, .. } => *outcome,
        }
    }

    /// Totals, where there was a vote.
    pub fn tally(&self) -> Option<Tally> {
        match self {
            Self::ByName { tally, .. } | Self::Secret { tally, .. } => Some(*tally),
            Self::SetAside { .. } => None,
        }
    }

    /// How the vote was opened, where there was one.
    pub fn opening(&self) -> Option<&BallotOpening> {
        match self {
            Self::ByName { opening, .. } | Self::Secret { opening, .. } => Some(opening),
            Self::SetAside { .. } => None,
        }
    }

    /// What more than half was taken of, where there was a vote.
    pub fn base(&self) -> Option<Count> {
        match self {
            Self::ByName { base, .. } | Self::Secret { base, .. } => Some(*base),
            Self::SetAside { .. } => None,
        }
    }

    /// How the vote was taken, where there was one.
    pub fn method(&self) -> Option<VoteMethod> {
        match self {
            Self::ByName { method: OpenMethod::Voice, .. } => Some(VoteMethod::Voice),
            Self::ByName { method: OpenMethod::Hands, .. } => Some(VoteMethod::Hands),
            Self::ByName { method: OpenMethod::Signed, .. } => Some(VoteMethod::Signed),
            Self::Secret { .. } => Some(VoteMethod::Secret),
            Self::SetAside { .. } => None,
        }
    }
}

/// How far a matter has come. Each stage has only its own fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Not taken up.
    Waiting,
    /// On the floor: introduced or not, discussed.
    Discussing(Deliberation),
    /// The vote is open.
    Voting(Deliberation, BallotOpening, Ballot),
    /// Settled, not announced.
    Settled(Deliberation, Verdict),
    /// Announced by the chair.
    Announced(Deliberation, Verdict, Stamp, MemberId),
    /// 复议 was moved on it: the vote, and the stage that it comes from.
    Reconsidering(Motion, Box<Stage>),
}

/// 复议: the motion to reconsider, with its votes by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Motion {
    /// When it was moved.
    pub stamp: Stamp,
    /// Why.
    pub reason: String,
    /// Those present then.
    pub quorum: Quorum,
    /// In the order cast.
    pub votes: Vec<NamedVote>,
    /// What came of it, once the vote ended.
    pub result: Option<MotionResult>,
    /// 暂缓: it was put off before the vote ended.
    pub postponed: Option<Postponement>,
}

impl Motion {
    /// When its vote ended, or it was put off.
    pub fn ended(&self) -> Option<Stamp> {
        let postponed = self.postponed.as_ref().map(|postponed| postponed.stamp);
        self.result.map(|result| result.stamp).or(postponed)
    }
}

/// 暂缓 of a motion to reconsider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Postponement {
    /// When.
    pub stamp: Stamp,
    /// Why.
    pub reason: String,
}

/// What came of a motion to reconsider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct MotionResult {
    /// When the vote ended.
    pub stamp: Stamp,
    /// Totals.
    pub tally: Tally,
    /// More than half of this carries.
    pub base: Count,
    /// 通过: the steps begin again. 未通过: the decision stands.
    pub outcome: Outcome,
}

/// A decision that was reconsidered, as it had been reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PastDecision {
    /// What was said.
    pub said: Deliberation,
    /// How it was settled.
    pub verdict: Verdict,
    /// When it was announced.
    pub announced: Stamp,
    /// By whom.
    pub chair: MemberId,
}

impl Stage {
    /// What was said, once it was taken up.
    pub fn deliberation(&self) -> Option<&Deliberation> {
        match self {
            Self::Waiting => None,
            Self::Discussing(said) | Self::Voting(said, ..) | Self::Settled(said, _) | Self::Announced(said, ..) => {
                Some(said)
            }
            Self::Reconsidering(_, from) => from.deliberation(),
        }
    }

    fn deliberation_mut(&mut self) -> Option<&mut Deliberation> {
        match self {
            Self::Waiting => None,
            Self::Discussing(said) | Self::Voting(said, ..) | Self::Settled(said, _) | Self::Announced(said, ..) => {
                Some(said)
            }
            Self::Reconsidering(_, from) => from.deliberation_mut(),
        }
    }

    /// How it was settled, once it was.
    pub fn verdict(&self) -> Option<&Verdict> {
        match self {
            Self::Settled(_, verdict) | Self::Announced(_, verdict, ..) => Some(verdict),
            Self::Reconsidering(_, from) => from.verdict(),
            _ => None,
        }
    }

    /// When it was announced, once it was.
    pub fn announced(&self) -> Option<Stamp> {
        match self {
            Self::Announced(_, _, stamp, _) => Some(*stamp),
            Self::Reconsidering(_, from) => from.announced(),
            _ => None,
        }
    }

    /// Taken up and not announced, or being reconsidered.
    pub fn is_on_floor(&self) -> bool {
        matches!(self, Self::Discussing(_) | Self::Voting(..) | Self::Settled(..) | Self::Reconsidering(..))
    }

    /// The votes by name that are open: on the matter, or on reconsidering it.
    pub(crate) fn open_votes(&self) -> Option<&[NamedVote]> {
        match self {
            Self::Voting(_, _, Ballot::ByName { votes, .. }) => Some(votes),
            Self::Reconsidering(motion, _) => Some(&motion.votes),
            _ => None,
        }
    }

    fn open_votes_mut(&mut self) -> Option<&mut Vec<NamedVote>> {
        match self {
            Self::Voting(_, _, Ballot::ByName { votes, .. }) => Some(votes),
            Self::Reconsidering(motion, _) => Some(&mut motion.votes),
            _ => None,
        }
    }
}

/// One thing to be decided: an ordinary item, or one nominee of an appointment item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterRecord {
    /// The nominee, or `None` for an ordinary item.
    pub nominee: Option<Nominee>,
    /// How far it has come.
    pub stage: Stage,
    /// 会前准备: the checklist, each step as marked last.
    pub preparation: Vec<(Stamp, PreparationMark)>,
    /// 回避, in order.
    pub recusals: Vec<Recusal>,
    /// 复议: motions that were voted on, in order.
    pub motions: Vec<Motion>,
    /// Decisions that were reconsidered, in order.
    pub past: Vec<PastDecision>,
}

impl MatterRecord {
    fn new(nominee: Option<Nominee>) -> Self {
        Self {
            nominee,
            stage: Stage::Waiting,
            preparation: Vec::new(),
            recusals: Vec::new(),
            motions: Vec::new(),
            past: Vec::new(),
        }
    }

    /// The nominee's id; `None` for an ordinary item.
    pub fn nominee_id(&self) -> Option<NomineeId> {
        self.nominee.as_ref().map(|nominee| nominee.id)
    }

    /// Whether this person has been recused from it, back or not.
    pub fn is_recused(&self, person: Attendant) -> bool {
        self.recusals.iter().any(|recusal| recusal.person == person)
    }

    /// Whether it was put to the vote at this meeting and not carried, now or before it was reconsidered.
    pub(crate) fn was_not_carried(&self) -> bool {
        let past = self.past.iter().map(|past| past.verdict.outcome());
        past.chain(self.stage.verdict().map(Verdict::outcome)).any(|outcome| outcome == Outcome::NotCarried)
    }

    /// Whether the members have agreed to reconsider an earlier meeting's decision; `None` before they have said so.
    pub(crate) fn reconsideration(&self) -> Option<Outcome> {
        self.motions.iter().rev().find_map(|motion| motion.result).map(|result| result.outcome)
    }

    /// Nothing more will be done on it here.
    pub(crate) fn is_done(&self) -> bool {
        match &self.stage {
            Stage::Announced(..) => true,
            Stage::Waiting => {
                let earlier = self.nominee.as_ref().is_some_and(|nominee| nominee.reconsiders.is_some());
                earlier && self.reconsideration() == Some(Outcome::NotCarried)
            }
            _ => false,
        }
    }
}

/// How an item ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Closing {
    /// Its entry.
    pub stamp: Stamp,
    /// 议定事项.
    pub decision: String,
}

/// How far an item has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// Not taken up.
    Waiting,
    /// On the floor since.
    Open(Stamp),
    /// Left unfinished; may be taken up again.
    Left,
    /// Ended; when it had been taken up first.
    Closed(Closing),
}

/// An item and what happened on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRecord {
    /// As on the agenda.
    pub item: AgendaItem,
    /// How far it has come.
    pub state: ItemState,
    /// When it was first taken up, and the quorum then.
    pub taken_up: Option<(Stamp, Quorum)>,
    /// In order: the nominees, or the one ordinary matter.
    pub matters: Vec<MatterRecord>,
    /// 插话 while no nominee was on the floor.
    pub remarks: Vec<Remark>,
    /// 搁置: when and why it was left unfinished, in order.
    pub left: Vec<(Stamp, String)>,
}

impl ItemRecord {
    fn new(item: &AgendaItem) -> Self {
        let matters = match &item.matter {
            Matter::Ordinary {} => vec![MatterRecord::new(None)],
            Matter::Appointment { nominees } => nominees.iter().cloned().map(Some).map(MatterRecord::new).collect(),
        };
        Self {
            item: item.clone(),
            state: ItemState::Waiting,
            taken_up: None,
            matters,
            remarks: Vec::new(),
            left: Vec::new(),
        }
    }

    /// Whether it decides on people.
    pub fn is_appointment(&self) -> bool {
        matches!(self.item.matter, Matter::Appointment { .. })
    }

    /// When it was closed or left last; none while it waits or is on the floor.
    pub(crate) fn ended(&self) -> Option<Stamp> {
        match &self.state {
            ItemState::Closed(closing) => Some(closing.stamp),
            ItemState::Left => self.left.last().map(|(stamp, _)| *stamp),
            ItemState::Waiting | ItemState::Open(_) => None,
        }
    }

    /// The matter that is taken up and not announced; there is one at the most.
    pub fn matter_on_floor(&self) -> Option<&MatterRecord> {
        self.matters.iter().find(|matter| matter.stage.is_on_floor())
    }
}

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Correction {
    /// Its own entry.
    pub stamp: Stamp,
    /// The entry that it corrects.
    pub entry: EntryNo,
    /// How that should read.
    pub words: String,
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub by: String,
    /// 改记 of a vote while it was open, which has no words; the totals are of what the vote reads now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub vote: Option<VoteRevision>,
}

/// How a vote by name had been entered, and how it reads now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoteRevision {
    /// As it had been entered.
    pub from: Choice,
    /// What it was.
    pub to: Choice,
}

/// 违规情形: what was done against a rule at a meeting that is entered afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Violation {
    /// Its entry; what was done has the next.
    pub stamp: Stamp,
    /// Which rule, by which facts.
    pub refusal: Refusal,
}

/// How far the meeting has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// 已通知: called, the roll call may be under way.
    Called,
    /// 会议进行中.
    Sitting {
        /// The opening.
        opened: Stamp,
    },
    /// 已散会.
    Adjourned {
        /// The opening.
        opened: Stamp,
        /// The end.
        adjourned: Stamp,
    },
    /// 已定稿封存.
    Sealed {
        /// The opening.
        opened: Stamp,
        /// The end.
        adjourned: Stamp,
        /// The seal.
        sealed: Stamp,
    },
    /// 已取消.
    CalledOff {
        /// When.
        stamp: Stamp,
        /// Why.
        reason: String,
    },
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Frozen when it was called.
    pub call: Called,
    /// How far it has come.
    pub phase: Phase,
    /// Who presides now.
    pub chair: MemberId,
    /// In order of rank.
    pub seats: Vec<Seat>,
    /// In agenda order.
    pub items: Vec<ItemRecord>,
    /// 插话 while no item was on the floor.
    pub remarks: Vec<Remark>,
    /// In order.
    pub corrections: Vec<Correction>,
    /// When the notice went out.
    pub notice: Option<Stamp>,
    /// 确认, in order, lapsed or not.
    pub acknowledgements: Vec<Acknowledgement>,
    /// 违规情形, in order; a back-filled meeting alone has any.
    pub violations: Vec<Violation>,
    /// 补录时刻: when that happens which is entered next, at a back-filled meeting.
    pub noted: Option<Moment>,
    /// The ledger numbers of this meeting's entries, in order; never empty.
    pub entries: Vec<EntryNo>,
    /// When the last entry was recorded.
    pub last_at: Moment,
}

impl Meeting {
    /// Begins the fold. `None` where the first event is not [`Event::MeetingCalled`], which no meeting's stream is.
    pub fn begin(first: &Recorded) -> Option<Self> {
        match &first.event {
            Event::MeetingCalled { call } => Some(Self::from_call(call.clone(), vec![first.entry], first.at)),
            _ => None,
        }
    }

    fn from_call(call: Called, entries: Vec<EntryNo>, last_at: Moment) -> Self {
        Self {
            phase: Phase::Called,
            chair: call.chair,
            seats: call
                .roster
                .iter()
                .map(|member| Seat { member: member.clone(), attendance: None, marked: None, movements: Vec::new() })
                .collect(),
            items: call.agenda.iter().map(ItemRecord::new).collect(),
            remarks: Vec::new(),
            corrections: Vec::new(),
            notice: None,
            acknowledgements: Vec::new(),
            violations: Vec::new(),
            noted: call.back_filled.is_some().then_some(call.scheduled),
            call,
            entries,
            last_at,
        }
    }

    /// 应到: every member on the frozen roster; leave does not lower it.
    pub fn entitled(&self) -> Count {
        Count::of(&self.seats)
    }

    /// 应到 of one matter: less the recused, where the rulebook lowers it (R-HB-04).
    pub fn entitled_on(&self, matter: &MatterRecord) -> Count {
        let recused = self.seats.iter().filter(|seat| matter.is_recused(Attendant::Member(seat.member.id))).count();
        match self.call.rulebook.recusal_base {
            RecusalBase::Kept => self.entitled(),
            RecusalBase::Lowered => Count(self.entitled().0.saturating_sub(u32::try_from(recused).unwrap_or(u32::MAX))),
        }
    }

    /// More than half of this carries (R-HY-12), when `voting` take part.
    pub(crate) fn base_on(&self, matter: &MatterRecord, voting: Count) -> Count {
        match self.call.rulebook.majority_of {
            MajorityOf::Entitled => self.entitled_on(matter),
            MajorityOf::Voting => voting,
        }
    }

    /// 实到: members in the room now.
    pub fn present(&self) -> Count {
        Count(u32::try_from(self.present_seats().count()).unwrap_or(u32::MAX))
    }

    /// Whether this person is outside on account of a recusal.
    pub fn is_out(&self, person: Attendant) -> bool {
        let matters = self.matters();
        matters.flat_map(|matter| &matter.recusals).any(|it| it.person == person && it.returned.is_none())
    }

    /// Whether a member is in the room.
    pub fn is_present(&self, seat: &Seat) -> bool {
        seat.attends() && !self.is_out(Attendant::Member(seat.member.id))
    }

    /// The seats of members in the room, in order of rank.
    pub fn present_seats(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|seat| self.is_present(seat))
    }

    /// Members who speak and vote on a matter: in the room and not recused, in order of rank.
    pub fn voters_on(&self, matter: &MatterRecord) -> Vec<&Seat> {
        self.present_seats().filter(|seat| !matter.is_recused(Attendant::Member(seat.member.id))).collect()
    }

    /// Who takes the minutes: the recorder, or whoever does it while they are out.
    pub fn writes(&self) -> &str {
        let out = |recusal: &&Recusal| recusal.person == Attendant::Recorder && recusal.returned.is_none();
        let recusal = self.matters().flat_map(|matter| &matter.recusals).find(out);
        recusal.map_or(&self.call.recorder.name, |recusal| &recusal.substitute)
    }

    /// Every matter of every item, in agenda order.
    pub fn matters(&self) -> impl Iterator<Item = &MatterRecord> {
        self.items.iter().flat_map(|record| &record.matters)
    }

    fn matters_mut(&mut self) -> impl Iterator<Item = &mut MatterRecord> {
        self.items.iter_mut().flat_map(|record| &mut record.matters)
    }

    /// The seat of a member.
    pub fn seat(&self, member: MemberId) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.member.id == member)
    }

    /// The item with this id.
    pub fn item(&self, item: ItemId) -> Option<&ItemRecord> {
        self.items.iter().find(|record| record.item.id == item)
    }

    /// The item on the floor.
    pub fn open_item(&self) -> Option<&ItemRecord> {
        self.items.iter().find(|record| matches!(record.state, ItemState::Open(_)))
    }

    /// The matter on the floor.
    pub fn open_matter(&self) -> Option<&MatterRecord> {
        self.open_item().and_then(ItemRecord::matter_on_floor)
    }

    /// An observer of any item.
    pub fn observer(&self, id: ObserverId) -> Option<&Observer> {
        self.items.iter().flat_map(|record| &record.item.observers).find(|observer| observer.id == id)
    }

    /// Who speaks last on what is on the floor: the Secretary where present (R-HY-07), else the chair standing in
    /// (R-HY-08); under some rulebooks always the chair.
    pub fn last_speaker(&self) -> Option<&Seat> {
        let voters = self.floor_voters();
        let secretary = voters.iter().find(|seat| seat.member.role == Role::Secretary);
        let chair = voters.iter().find(|seat| seat.member.id == self.chair);
        match self.call.rulebook.last_speaker {
            LastSpeaker::Secretary => secretary.or(chair).copied(),
            LastSpeaker::Chair => chair.copied(),
        }
    }

    /// Members who speak and vote on what is on the floor, in order of rank; without a matter, those in the room.
    pub fn floor_voters(&self) -> Vec<&Seat> {
        match self.open_matter() {
            Some(matter) => self.voters_on(matter),
            None => self.present_seats().collect(),
        }
    }

    /// [`Self::floor_voters`] with the last speaker at the end.
    pub fn speaking_order(&self) -> Vec<&Seat> {
        let last = self.last_speaker();
        let mut order = self.floor_voters();
        order.retain(|seat| Some(seat.member.id) != last.map(|last| last.member.id));
        order.extend(last);
        order
    }

    /// Whether the meeting was held on paper and is entered afterwards.
    pub fn is_back_filled(&self) -> bool {
        self.call.back_filled.is_some()
    }

    /// What other meetings may want to know of this one.
    pub fn to_others(&self, id: crate::MeetingId) -> OtherMeeting {
        let matters = self.matters();
        let results = matters
            .filter(|matter| matter.stage.announced().is_some())
            .filter_map(|matter| Some((matter.nominee.clone()?, matter.stage.verdict()?.outcome())));
        OtherMeeting { id, number: self.call.number, results: results.collect() }
    }

    /// Folds one recorded event in. An event that does not fit leaves the state as it is: [`crate::decide`] writes none.
    #[must_use]
    pub fn evolve(mut self, recorded: &Recorded) -> Self {
        // What is entered afterwards prints with the time at which it happened.
        let stamp = Stamp { entry: recorded.entry, at: self.noted.unwrap_or(recorded.at) };
        self.entries.push(recorded.entry);
        self.last_at = recorded.at;
        match &recorded.event {
            Event::MeetingCalled { call } | Event::CallAmended { call } => {
                let amended = Self::from_call(call.clone(), std::mem::take(&mut self.entries), self.last_at);
                let before = std::mem::replace(&mut self, amended);
                self.notice = before.notice;
                self.corrections = before.corrections;
                self.violations = before.violations;
                self.noted = self.noted.map(|scheduled| before.noted.unwrap_or(scheduled));
                self.keep_preparation(&before.items);
            }
            Event::NoticeSent {} => self.notice = Some(stamp),
            Event::ItemAdded { item } => {
                self.items.push(ItemRecord::new(item));
                self.call.agenda.push(item.clone());
            }
            Event::PreparationMarked { nominee, marks } => {
                if let Some(matter) = self.matter_mut(*nominee) {
                    for mark in marks {
                        matter.preparation.retain(|(_, earlier)| earlier.step != mark.step);
                        matter.preparation.push((stamp, mark.clone()));
                    }
                }
            }
            Event::TimeNoted { time } => self.noted = Some(*time),
            Event::ViolationFound { refusal } => {
                self.violations.push(Violation { stamp, refusal: refusal.clone() });
            }
            Event::WarningAcknowledged { warning, by, reason } => self.acknowledgements.push(Acknowledgement {
                stamp,
                warning: warning.clone(),
                by: *by,
                reason: reason.clone(),
                lapsed: None,
            }),
            Event::RecusalRecorded { nominee, person, relation, detail, time, substitute } => {
                if let Some(matter) = self.matter_mut(*nominee) {
                    matter.recusals.push(Recusal {
                        stamp,
                        person: *person,
                        relation: *relation,
                        detail: detail.clone(),
                        left: *time,
                        returned: None,
                        substitute: substitute.clone(),
                    });
                }
            }
            Event::RecusedReturned { person, time } => {
                let matters = self.matters_mut();
                let mut recusals = matters.flat_map(|matter| &mut matter.recusals);
                if let Some(recusal) = recusals.find(|it| it.person == *person && it.returned.is_none()) {
                    recusal.returned = Some(*time);
                }
            }
            Event::WrittenOpinionRead { member, words } => {
                if let Some(said) = self.deliberation_mut() {
                    said.opinions.push(WrittenOpinion { stamp, member: *member, words: words.clone() });
                }
            }
            Event::MeetingCalledOff { reason } => self.phase = Phase::CalledOff { stamp, reason: reason.clone() },
            Event::AttendanceMarked { member, attendance } => {
                if let Some(seat) = self.seat_mut(*member) {
                    seat.attendance = Some(attendance.clone());
                    seat.marked = Some(stamp);
                }
            }
            Event::ChairDesignated { member } => self.chair = *member,
            Event::MeetingOpened { .. } => self.phase = Phase::Sitting { opened: stamp },
            Event::MemberArrived { member, time } => {
                self.moved(*member, Movement { stamp, time: *time, kind: MovementKind::Arrived {} });
            }
            Event::MemberDeparted { member, time, reason } => {
                let kind = MovementKind::Departed { reason: reason.clone() };
                self.moved(*member, Movement { stamp, time: *time, kind });
            }
            Event::ItemTakenUp { item, quorum } => self.take_up_item(*item, stamp, *quorum),
            Event::NomineeTakenUp { nominee, quorum } => self.take_up_nominee(*nominee, stamp, *quorum),
            Event::MatterIntroduced { by, words, covers } => {
                if let Some(said) = self.deliberation_mut() {
                    let covers = covers.clone();
                    said.introduction = Some(Introduction { stamp, by: *by, words: words.clone(), covers });
                }
            }
            Event::StatementRecorded { member, stance, words } => {
                if let Some(said) = self.deliberation_mut() {
                    said.statements.push(Statement { stamp, member: *member, stance: *stance, words: words.clone() });
                }
            }
            Event::RemarkRecorded { speaker, words, leans } => {
                self.remarks_mut().push(Remark { stamp, speaker: *speaker, words: words.clone(), leans: *leans });
            }
            Event::MatterSetAside { reason, .. } if self.is_reconsidering() => {
                let postponed = Some(Postponement { stamp, reason: reason.clone() });
                self.end_motion(|motion| Motion { postponed, ..motion });
            }
            Event::MatterSetAside { outcome, reason } => {
                let verdict = Verdict::SetAside { stamp, outcome: *outcome, reason: reason.clone() };
                self.restage(|stage| match stage {
                    Stage::Discussing(said) => Stage::Settled(said, verdict),
                    Stage::Voting(mut said, opening, ballot) => {
                        said.ended.push(EndedBallot { stamp, opening, ballot, end: BallotEnd::Postponed {} });
                        Stage::Settled(said, verdict)
                    }
                    other => other,
                });
            }
            Event::VoteOpened { method, scrutineer, teller, quorum } => {
                let opening =
                    BallotOpening { stamp, scrutineer: scrutineer.clone(), teller: teller.clone(), quorum: *quorum };
                let ballot = match method.by_name() {
                    Some(method) => Ballot::ByName { method, votes: Vec::new() },
                    None => Ballot::Secret {},
                };
                self.restage(|stage| match stage {
                    Stage::Discussing(said) => Stage::Voting(said, opening, ballot),
                    other => other,
                });
            }
            Event::VoteCast { member, choice } => {
                if let Some(votes) = self.stage_mut().and_then(Stage::open_votes_mut) {
                    votes.push(NamedVote { stamp, member: *member, choice: *choice });
                }
            }
            Event::VoteRevised { entry, member, was, choice } => {
                let votes = self.stage_mut().and_then(Stage::open_votes_mut);
                if let Some(vote) = votes.and_then(|votes| votes.iter_mut().find(|vote| vote.member == *member)) {
                    // The entry stays the vote's: whatever is marked there leads to the correction.
                    vote.choice = *choice;
                }
                self.corrections.push(Correction {
                    stamp: Stamp { at: recorded.at, ..stamp },
                    entry: *entry,
                    words: String::new(),
                    reason: String::new(),
                    by: self.writes().to_owned(),
                    vote: Some(VoteRevision { from: *was, to: *choice }),
                });
            }
            Event::VoteClosed { tally, base, outcome } => {
                let (tally, base, outcome) = (*tally, self.base_or_entitled(*base), *outcome);
                self.restage(|stage| match stage {
                    Stage::Voting(said, opening, Ballot::ByName { method, votes }) => {
                        Stage::Settled(said, Verdict::ByName { stamp, opening, method, votes, tally, base, outcome })
                    }
                    other => other,
                });
            }
            Event::BallotsCounted { count, tally, base, outcome } => {
                let (count, tally, base, outcome) = (*count, *tally, self.base_or_entitled(*base), *outcome);
                self.restage(|stage| match stage {
                    Stage::Voting(said, opening, Ballot::Secret {}) => {
                        Stage::Settled(said, Verdict::Secret { stamp, opening, count, tally, base, outcome })
                    }
                    other => other,
                });
            }
            Event::BallotVoided { issued, returned } => self.restage(|stage| match stage {
                Stage::Voting(mut said, opening, ballot) => {
                    let end = BallotEnd::Void { issued: *issued, returned: *returned };
                    said.ended.push(EndedBallot { stamp, opening, ballot, end });
                    Stage::Discussing(said)
                }
                other => other,
            }),
            Event::ReconsiderationOpened { nominee, reason, quorum } => {
                let motion = Motion {
                    stamp,
                    reason: reason.clone(),
                    quorum: *quorum,
                    votes: Vec::new(),
                    result: None,
                    postponed: None,
                };
                if let Some(matter) = self.matter_mut(*nominee) {
                    let from = std::mem::replace(&mut matter.stage, Stage::Waiting);
                    matter.stage = Stage::Reconsidering(motion, Box::new(from));
                }
            }
            Event::ReconsiderationClosed { tally, base, outcome } => {
                let result = Some(MotionResult { stamp, tally: *tally, base: *base, outcome: *outcome });
                self.end_motion(|motion| Motion { result, ..motion });
            }
            Event::ResultAnnounced { chair } => self.restage(|stage| match stage {
                Stage::Settled(said, verdict) => Stage::Announced(said, verdict, stamp, *chair),
                other => other,
            }),
            Event::ItemClosed { decision } => {
                if let Some(record) = self.open_item_mut() {
                    record.state = ItemState::Closed(Closing { stamp, decision: decision.clone() });
                }
            }
            Event::ItemLeft { reason } => {
                if let Some(record) = self.open_item_mut() {
                    record.state = ItemState::Left;
                    record.left.push((stamp, reason.clone()));
                }
            }
            Event::MeetingAdjourned {} => {
                if let Phase::Sitting { opened } = self.phase {
                    self.phase = Phase::Adjourned { opened, adjourned: stamp };
                }
            }
            Event::MeetingSealed {} => {
                if let Phase::Adjourned { opened, adjourned } = self.phase {
                    self.phase = Phase::Sealed { opened, adjourned, sealed: stamp };
                }
            }
            Event::EntryCorrected { entry, words, reason, by } => self.corrections.push(Correction {
                // A correction is made when it is entered, at a back-filled meeting too.
                stamp: Stamp { at: recorded.at, ..stamp },
                entry: *entry,
                words: words.clone(),
                reason: reason.clone(),
                by: by.clone(),
                vote: None,
            }),
        }
        self.lapse(stamp.entry);
        self
    }

    /// An acknowledgement holds as long as its facts do (and never again after that).
    fn lapse(&mut self, entry: EntryNo) {
        if self.acknowledgements.iter().all(|it| it.lapsed.is_some()) {
            return;
        }
        let warnings = self.warnings();
        for held in self.acknowledgements.iter_mut().filter(|it| it.lapsed.is_none()) {
            if !warnings.contains(&held.warning) {
                held.lapsed = Some(entry);
            }
        }
    }

    fn base_or_entitled(&self, base: Count) -> Count {
        if base == Count(0) { self.entitled() } else { base }
    }

    /// Checklists stay with their nominees when the call is amended.
    fn keep_preparation(&mut self, before: &[ItemRecord]) {
        for matter in self.matters_mut() {
            let Some(nominee) = &matter.nominee else { continue };
            let same = |it: &&MatterRecord| it.nominee.as_ref().is_some_and(|earlier| earlier.is_the_same_as(nominee));
            if let Some(earlier) = before.iter().flat_map(|record| &record.matters).find(same) {
                matter.preparation.clone_from(&earlier.preparation);
            }
        }
    }

    fn is_reconsidering(&self) -> bool {
        self.open_matter().is_some_and(|matter| matches!(matter.stage, Stage::Reconsidering(..)))
    }

    /// Carried, the decision is past and the steps begin again; otherwise all is as before the motion.
    fn end_motion(&mut self, end: impl FnOnce(Motion) -> Motion) {
        let matters = self.matters_mut();
        let mut open = matters.filter(|matter| matches!(matter.stage, Stage::Reconsidering(..)));
        let Some(matter) = open.next() else { return };
        let Stage::Reconsidering(motion, from) = std::mem::replace(&mut matter.stage, Stage::Waiting) else { return };
        let motion = end(motion);
        let carried = motion.result.is_some_and(|result| result.outcome == Outcome::Carried);
        matter.motions.push(motion);
        match *from {
            Stage::Announced(said, verdict, announced, chair) if carried => {
                matter.past.push(PastDecision { said, verdict, announced, chair });
            }
            from => matter.stage = from,
        }
    }

    fn matter_mut(&mut self, nominee: NomineeId) -> Option<&mut MatterRecord> {
        let mut matters = self.matters_mut();
        matters.find(|matter| matter.nominee_id() == Some(nominee))
    }

    fn seat_mut(&mut self, member: MemberId) -> Option<&mut Seat> {
        self.seats.iter_mut().find(|seat| seat.member.id == member)
    }

    fn moved(&mut self, member: MemberId, movement: Movement) {
        if let Some(seat) = self.seat_mut(member) {
            seat.movements.push(movement);
        }
    }

    fn open_item_mut(&mut self) -> Option<&mut ItemRecord> {
        self.items.iter_mut().find(|record| matches!(record.state, ItemState::Open(_)))
    }

    fn stage_mut(&mut self) -> Option<&mut Stage> {
        let matters = &mut self.open_item_mut()?.matters;
        matters.iter_mut().map(|matter| &mut matter.stage).find(|stage| stage.is_on_floor())
    }

    fn deliberation_mut(&mut self) -> Option<&mut Deliberation> {
        self.stage_mut().and_then(Stage::deliberation_mut)
    }

    fn restage(&mut self, step: impl FnOnce(Stage) -> Stage) {
        if let Some(stage) = self.stage_mut() {
            *stage = step(std::mem::replace(stage, Stage::Waiting));
        }
    }

    fn take_up_item(&mut self, item: ItemId, stamp: Stamp, quorum: Quorum) {
        if let Some(record) = self.items.iter_mut().find(|record| record.item.id == item) {
            record.state = ItemState::Open(stamp);
            record.taken_up.get_or_insert((stamp, quorum));
            if !record.is_appointment()
                && let Some(matter) = record.matters.first_mut()
                && matter.stage == Stage::Waiting
            {
                matter.stage = Stage::Discussing(Deliberation::begin(stamp, quorum));
            }
        }
    }

    fn take_up_nominee(&mut self, nominee: NomineeId, stamp: Stamp, quorum: Quorum) {
        let matters = self.open_item_mut().map(|record| &mut record.matters);
        let found = matters.and_then(|matters| {
            matters.iter_mut().find(|matter| matter.nominee.as_ref().is_some_and(|named| named.id == nominee))
        });
        if let Some(matter) = found {
            matter.stage = Stage::Discussing(Deliberation::begin(stamp, quorum));
        }
    }

    fn remarks_mut(&mut self) -> &mut Vec<Remark> {
        let Some(place) = self.items.iter().position(|record| matches!(record.state, ItemState::Open(_))) else {
            return &mut self.remarks;
        };
        let record = &mut self.items[place];
        match record.matters.iter().position(|matter| matter.stage.is_on_floor()) {
            Some(matter) => match record.matters[matter].stage.deliberation_mut() {
                Some(said) => &mut said.remarks,
                None => &mut record.remarks,
            },
            None => &mut record.remarks,
        }
    }
}

impl Deliberation {
    fn begin(taken_up: Stamp, quorum: Quorum) -> Self {
        Self {
            taken_up,
            quorum,
            introduction: None,
            statements: Vec::new(),
            remarks: Vec::new(),
            opinions: Vec::new(),
            ended: Vec::new(),
        }
    }

    /// The latest stance of a member on this matter.
    pub fn stance_of(&self, member: MemberId) -> Option<&Statement> {
        self.statements.iter().rev().find(|statement| statement.member == member)
    }

    /// Whether this member's stance is the latest of all; those of members who left or were recused since count here too.
    pub fn spoke_last(&self, member: MemberId) -> bool {
        self.statements.last().is_some_and(|statement| statement.member == member)
    }
}
