//! A refusal: the committee may not do that now, by this rule, because of these facts. No sentences here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::rulebook::{Preset, Share};
use crate::rules::Article;
use crate::{
    Attendant, Choice, Count, CountField, Date, EntryNo, ItemId, MeetingId, MeetingNumber, MemberId, Moment, NomineeId,
    Outcome, PhaseName, PreparationStep, RuleId,
};

/// A member by id and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Named {
    /// Id.
    pub id: MemberId,
    /// Name.
    pub name: String,
}

/// The committee may not do that now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Refusal {
    /// The rule's id in the rulebook.
    pub rule: RuleId,
    /// What the rule rests on.
    pub article: Article,
    /// What explains it.
    pub facts: Because,
}

impl RuleId {
    /// A refusal by this rule.
    pub(crate) fn refuse(self, facts: Because) -> Refusal {
        Refusal { rule: self, article: self.rule().article(), facts }
    }

    /// A meeting that was never called.
    pub fn refuse_meeting(self, meeting: MeetingId) -> Refusal {
        self.refuse(Because::NoSuchMeeting { meeting })
    }
}

/// A text that must not be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Text {
    /// The committee's name.
    CommitteeName,
    /// A person's name.
    Name,
    /// 会议次号.
    MeetingNumber,
    /// 地点.
    Place,
    /// 记录人.
    Recorder,
    /// 议题.
    ItemTitle,
    /// 拟任 or 拟免.
    Post,
    /// 事由.
    Reason,
    /// What was said.
    Words,
    /// 议定事项.
    Decision,
    /// 监票人.
    Scrutineer,
    /// 计票人.
    Teller,
    /// Who answers for it.
    Responsible,
    /// Who takes the minutes while the recorder is out.
    Substitute,
    /// How a recused person is related.
    Relation,
    /// 条文.
    Article,
    /// What an agenda template is called.
    TemplateName,
}

/// Refuses an empty text by R-JL2-01 (the head of the minutes and every entry must be complete).
pub(crate) fn required(text: Text, value: &str) -> Result<(), Refusal> {
    if value.trim().is_empty() { Err(RuleId::Jl201.refuse(Because::Empty { text })) } else { Ok(()) }
}

/// The facts of a refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Because {
    /// No committee has been established, or it has no members.
    NoCommittee {},
    /// The roster has no Secretary.
    NoSecretary {},
    /// There is a Secretary already.
    SecretaryAlreadySeated {
        /// Who.
        secretary: Named,
    },
    /// The ranking leaves members out or names one twice.
    RankingIncomplete {
        /// Who is left out.
        missing: Vec<Named>,
    },
    /// A seat on the plan that is somebody's already, or a second one for the same member.
    PlaceTaken {
        /// Who was to sit there.
        member: Named,
        /// Who does.
        by: Named,
    },
    /// A seat off the plan.
    PlaceOutside {
        /// Whose.
        member: Named,
        /// How long the plan is.
        rows: Count,
        /// How wide.
        columns: Count,
    },
    /// The day has not come yet.
    DayInFuture {
        /// Which.
        on: Date,
    },
    /// Another meeting holds the number.
    NumberTaken {
        /// The number.
        number: MeetingNumber,
        /// The other meeting.
        meeting: MeetingId,
    },
    /// A meeting needs an agenda.
    EmptyAgenda {},
    /// An appointment item needs nominees.
    NoNominees {
        /// Which item.
        item: ItemId,
    },
    /// A text is missing.
    Empty {
        /// Which.
        text: Text,
    },
    /// Not on the roster that the meeting was called with.
    NoSuchMember {
        /// Who.
        member: MemberId,
    },
    /// Not on the agenda.
    NoSuchItem {
        /// Which.
        item: ItemId,
    },
    /// Not among the nominees of the item on the floor.
    NoSuchNominee {
        /// Which.
        nominee: NomineeId,
    },
    /// Not among the observers of the item on the floor.
    NoSuchObserver {},
    /// No such meeting has been called.
    NoSuchMeeting {
        /// Which.
        meeting: MeetingId,
    },
    /// The entry does not belong to this meeting.
    NoSuchEntry {
        /// Which.
        entry: EntryNo,
    },
    /// The meeting is not in the phase that this needs.
    WrongPhase {
        /// Where it is.
        phase: PhaseName,
    },
    /// Sealed: only corrections remain.
    Sealed {},
    /// Members whose attendance has not been marked.
    RollCallIncomplete {
        /// Who.
        missing: Vec<Named>,
    },
    /// Too few members present.
    BelowQuorum {
        /// 实到.
        present: Count,
        /// 应到.
        entitled: Count,
        /// The least that would do.
        required: Count,
        /// How many are missing.
        missing: Count,
    },
    /// The chair is not in the room.
    ChairNotPresent {
        /// Who.
        chair: Named,
    },
    /// Not in the room now.
    NotPresent {
        /// Who.
        member: Named,
    },
    /// On leave.
    OnLeave {
        /// Who.
        member: Named,
        /// Why.
        reason: String,
    },
    /// Absent.
    Absent {
        /// Who.
        member: Named,
    },
    /// In the room already.
    AlreadyPresent {
        /// Who.
        member: Named,
    },
    /// The time is before the opening or the person's last movement, or has not come yet.
    TimeOutOfOrder {
        /// The time given.
        time: Moment,
        /// Not before.
        earliest: Moment,
        /// Not after.
        latest: Moment,
    },
    /// Another item or nominee is on the floor.
    FloorTaken {
        /// The item.
        item: ItemId,
        /// The nominee, if one is.
        nominee: Option<NomineeId>,
    },
    /// No item, or no nominee, is on the floor.
    FloorEmpty {},
    /// The item has ended.
    ItemEnded {
        /// Which.
        item: ItemId,
    },
    /// Settled already in this meeting.
    AlreadySettled {
        /// What became of it.
        outcome: Outcome,
    },
    /// Not introduced yet.
    NotIntroduced {},
    /// Introduced already.
    AlreadyIntroduced {},
    /// Observers may speak; they take no stance and have no vote.
    ObserverHasNoVote {},
    /// Members who must speak first.
    OthersMustSpeakFirst {
        /// Who speaks last.
        last: Named,
        /// Who has not spoken.
        missing: Vec<Named>,
    },
    /// The last speaker has spoken on this ordinary item.
    LastSpeakerHasSpoken {
        /// Who.
        last: Named,
    },
    /// One clear stance each.
    AlreadyStated {
        /// Who.
        member: Named,
    },
    /// Members who have taken no stance.
    NotYetStated {
        /// Who.
        missing: Vec<Named>,
    },
    /// No vote is open.
    NoVote {},
    /// A vote is open.
    VoteOpen {},
    /// The ballot is secret: no name is taken.
    BallotIsSecret {},
    /// Votes are cast by name: totals follow from them.
    VoteIsByName {},
    /// One vote each.
    AlreadyVoted {
        /// Who.
        member: Named,
    },
    /// Members whose vote is missing.
    NotYetVoted {
        /// Who.
        missing: Vec<Named>,
    },
    /// The scrutineer or the teller is a nominee of this item, or recused from it.
    InterestedInCount {
        /// Who.
        name: String,
    },
    /// More papers or votes than members present.
    MoreThanPresent {
        /// Counted.
        counted: Count,
        /// 实到.
        present: Count,
    },
    /// Each member present gets one paper.
    IssuedDiffers {
        /// 发出.
        issued: Count,
        /// 实到.
        present: Count,
    },
    /// More papers came back than went out.
    BallotVoid {
        /// 收回.
        returned: Count,
        /// 发出.
        issued: Count,
    },
    /// The parts do not add up.
    SumsDiffer {
        /// Their sum.
        counted: Count,
        /// 收回.
        returned: Count,
    },
    /// Not voted on and not set aside.
    NotSettled {},
    /// Settled but not announced.
    NotAnnounced {},
    /// Nominees who have not been taken up.
    NomineesLeft {
        /// Their names.
        names: Vec<String>,
    },
    /// A share above one, or of nothing.
    ImproperShare {
        /// As asked.
        share: Share,
    },
    /// The committee's own rulebook needs its settings.
    SettingsMissing {},
    /// Settings were given beside a preset that has its own.
    SettingsNotOfPreset {
        /// Which.
        preset: Preset,
    },
    /// The rulebook allows no reconsideration.
    NoReconsideration {},
    /// That meeting neither carried nor rejected this nominee for these posts.
    NothingToReconsider {},
    /// The members have to agree to reconsider first.
    ReconsiderationNeeded {
        /// The meeting that decided.
        number: MeetingNumber,
    },
    /// The members did not agree to reconsider: the decision stands.
    ReconsiderationRefused {},
    /// The notice went out already.
    NoticeSent {},
    /// Entered after the notice went out.
    UnscheduledMotion {
        /// The nominee.
        name: String,
    },
    /// Steps before the meeting that are marked incomplete.
    PreparationIncomplete {
        /// The nominee.
        name: String,
        /// Which.
        steps: Vec<PreparationStep>,
    },
    /// The nominee is on the floor or was settled: what was done before the meeting cannot change any more.
    PreparationClosed {
        /// The nominee.
        name: String,
    },
    /// Not everybody is present.
    NotAllPresent {
        /// Who is away.
        absent: Vec<Named>,
    },
    /// The chair has to confirm on record that the meeting goes on without everybody.
    AwaitsConfirmation {
        /// Who is away.
        absent: Vec<Named>,
    },
    /// The chair alone can confirm this.
    NotTheChair {
        /// Who presides.
        chair: Named,
    },
    /// No rule speaks on these facts, or not any more.
    NoSuchWarning {},
    /// Acknowledged already.
    AlreadyAcknowledged {},
    /// The meeting is recorded as it is held.
    NotBackFilled {},
    /// Recused from this nominee.
    Recused {
        /// Who.
        person: Attendant,
    },
    /// Out of the room for another nominee already.
    AlreadyRecused {
        /// Who.
        person: Attendant,
    },
    /// Not recused, or back already.
    NotRecused {
        /// Who.
        person: Attendant,
    },
    /// The nominee is on the floor: the recused stay outside.
    RecusalGoesOn {
        /// The nominee.
        nominee: NomineeId,
    },
    /// Recused from another nominee, and neither back nor gone.
    StillOutside {
        /// Who.
        members: Vec<Named>,
    },
    /// Only the last speaker's remarks can be flagged so.
    NotTheLastSpeaker {},
    /// In the room: members who are present speak for themselves.
    SpeaksForThemselves {
        /// Who.
        member: Named,
    },
    /// No stance yet that could be restated.
    NothingToRestate {
        /// Who.
        member: Named,
    },
    /// The rulebook does not offer this vote.
    ChoiceNotOffered {
        /// Which.
        choice: Choice,
    },
    /// Fields of the count that are empty; an empty field is not nought.
    CountIncomplete {
        /// Which.
        fields: Vec<CountField>,
    },
    /// Fields that cannot be read: the scrutineer decides with the chair.
    CountUnreadable {
        /// Which.
        fields: Vec<CountField>,
    },
    /// The two readings differ.
    CountsDiffer {
        /// Where.
        fields: Vec<CountField>,
    },
    /// No more papers came back than went out: the ballot stands.
    BallotStands {
        /// 收回.
        returned: Count,
        /// 发出.
        issued: Count,
    },
    /// Decided below the quorum: void.
    DecisionVoid {
        /// 实到.
        present: Count,
        /// The least that would have done.
        required: Count,
    },
}
