//! The state of a meeting: a fold of its events. Total and infallible, so that every record ever written can be read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    AgendaItem, Called, Choice, Count, EntryNo, Event, ItemId, Matter, Member, MemberId, Moment, Nominee, NomineeId,
    Observer, ObserverId, OpenMethod, Outcome, Person, Quorum, Recorded, Role, SecretCount, Stance, Tally, VoteMethod,
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
    /// Comings and goings since, in order.
    pub movements: Vec<Movement>,
}

impl Seat {
    /// Whether the member is in the room.
    pub fn is_present(&self) -> bool {
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
}

impl Stage {
    /// What was said, once it was taken up.
    pub fn deliberation(&self) -> Option<&Deliberation> {
        match self {
            Self::Waiting => None,
            Self::Discussing(said) | Self::Voting(said, ..) | Self::Settled(said, _) | Self::Announced(said, ..) => {
                Some(said)
            }
        }
    }

    fn deliberation_mut(&mut self) -> Option<&mut Deliberation> {
        match self {
            Self::Waiting => None,
            Self::Discussing(said) | Self::Voting(said, ..) | Self::Settled(said, _) | Self::Announced(said, ..) => {
                Some(said)
            }
        }
    }

    /// How it was settled, once it was.
    pub fn verdict(&self) -> Option<&Verdict> {
        match self {
            Self::Settled(_, verdict) | Self::Announced(_, verdict, ..) => Some(verdict),
            _ => None,
        }
    }

    /// Taken up and not announced.
    pub fn is_on_floor(&self) -> bool {
        matches!(self, Self::Discussing(_) | Self::Voting(..) | Self::Settled(..))
    }
}

/// One thing to be decided: an ordinary item, or one nominee of an appointment item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterRecord {
    /// The nominee, or `None` for an ordinary item.
    pub nominee: Option<Nominee>,
    /// How far it has come.
    pub stage: Stage,
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
    /// Left unfinished, why; may be taken up again.
    Left(Stamp, String),
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
}

impl ItemRecord {
    fn new(item: &AgendaItem) -> Self {
        let waiting = |nominee| MatterRecord { nominee, stage: Stage::Waiting };
        let matters = match &item.matter {
            Matter::Ordinary {} => vec![waiting(None)],
            Matter::Appointment { nominees } => nominees.iter().cloned().map(Some).map(waiting).collect(),
        };
        Self { item: item.clone(), state: ItemState::Waiting, taken_up: None, matters, remarks: Vec::new() }
    }

    /// Whether it decides on people.
    pub fn is_appointment(&self) -> bool {
        matches!(self.item.matter, Matter::Appointment { .. })
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
                .map(|member| Seat { member: member.clone(), attendance: None, movements: Vec::new() })
                .collect(),
            items: call.agenda.iter().map(ItemRecord::new).collect(),
            remarks: Vec::new(),
            corrections: Vec::new(),
            call,
            entries,
            last_at,
        }
    }

    /// 应到: every member on the frozen roster; leave does not lower it.
    pub fn entitled(&self) -> Count {
        Count::of(&self.seats)
    }

    /// 实到: members in the room now.
    pub fn present(&self) -> Count {
        Count(u32::try_from(self.present_seats().count()).unwrap_or(u32::MAX))
    }

    /// The seats of members in the room, in order of rank.
    pub fn present_seats(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|seat| seat.is_present())
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

    /// Who speaks last: the Secretary where present (R-HY-07), else the chair standing in (R-HY-08).
    pub fn last_speaker(&self) -> Option<&Seat> {
        let secretary = self.present_seats().find(|seat| seat.member.role == Role::Secretary);
        secretary.or_else(|| self.present_seats().find(|seat| seat.member.id == self.chair))
    }

    /// Members present, in order of rank, the last speaker at the end.
    pub fn speaking_order(&self) -> Vec<&Seat> {
        let last = self.last_speaker().map(|seat| seat.member.id);
        let mut order: Vec<&Seat> = self.present_seats().filter(|seat| Some(seat.member.id) != last).collect();
        order.extend(self.last_speaker());
        order
    }

    /// Folds one recorded event in. An event that does not fit leaves the state as it is: [`crate::decide`] writes none.
    #[must_use]
    pub fn evolve(mut self, recorded: &Recorded) -> Self {
        let stamp = Stamp { entry: recorded.entry, at: recorded.at };
        self.entries.push(recorded.entry);
        self.last_at = recorded.at;
        match &recorded.event {
            Event::MeetingCalled { call } | Event::CallAmended { call } => {
                self = Self::from_call(call.clone(), self.entries, self.last_at);
            }
            Event::MeetingCalledOff { reason } => self.phase = Phase::CalledOff { stamp, reason: reason.clone() },
            Event::AttendanceMarked { member, attendance } => {
                if let Some(seat) = self.seat_mut(*member) {
                    seat.attendance = Some(attendance.clone());
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
            Event::MatterIntroduced { by, words } => {
                if let Some(said) = self.deliberation_mut() {
                    said.introduction = Some(Introduction { stamp, by: *by, words: words.clone() });
                }
            }
            Event::StatementRecorded { member, stance, words } => {
                if let Some(said) = self.deliberation_mut() {
                    said.statements.push(Statement { stamp, member: *member, stance: *stance, words: words.clone() });
                }
            }
            Event::RemarkRecorded { speaker, words } => {
                self.remarks_mut().push(Remark { stamp, speaker: *speaker, words: words.clone() });
            }
            Event::MatterSetAside { outcome, reason } => {
                let verdict = Verdict::SetAside { stamp, outcome: *outcome, reason: reason.clone() };
                self.restage(|stage| match stage {
                    Stage::Discussing(said) | Stage::Voting(said, ..) => Stage::Settled(said, verdict),
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
                if let Some(Stage::Voting(_, _, Ballot::ByName { votes, .. })) = self.stage_mut() {
                    votes.push(NamedVote { stamp, member: *member, choice: *choice });
                }
            }
            Event::VoteClosed { tally, outcome } => self.restage(|stage| match stage {
                Stage::Voting(said, opening, Ballot::ByName { method, votes }) => {
                    let verdict = Verdict::ByName { stamp, opening, method, votes, tally: *tally, outcome: *outcome };
                    Stage::Settled(said, verdict)
                }
                other => other,
            }),
            Event::BallotsCounted { count, tally, outcome } => self.restage(|stage| match stage {
                Stage::Voting(said, opening, Ballot::Secret {}) => {
                    let verdict = Verdict::Secret { stamp, opening, count: *count, tally: *tally, outcome: *outcome };
                    Stage::Settled(said, verdict)
                }
                other => other,
            }),
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
                    record.state = ItemState::Left(stamp, reason.clone());
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
                stamp,
                entry: *entry,
                words: words.clone(),
                reason: reason.clone(),
                by: by.clone(),
            }),
        }
        self
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
        Self { taken_up, quorum, introduction: None, statements: Vec::new(), remarks: Vec::new() }
    }

    /// The latest stance of a member on this matter.
    pub fn stance_of(&self, member: MemberId) -> Option<&Statement> {
        self.statements.iter().rev().find(|statement| statement.member == member)
    }

    /// Whether this member's stance is the latest of all.
    pub fn spoke_last(&self, member: MemberId) -> bool {
        self.statements.last().is_some_and(|statement| statement.member == member)
    }
}
