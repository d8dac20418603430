//! What happened in a meeting: the bodies of the ledger.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::rules::ArticleCorrection;
use crate::{
    Agenda, AgendaItem, Attendance, Attendant, BackFilling, Choice, Count, EntryNo, IntroductionPoint, ItemId,
    MeetingNumber, Member, MemberId, Moment, NomineeId, Outcome, Person, PreparationMark, Quorum, Recorder, Refusal,
    Relation, Rulebook, SecretCount, Stance, Tally, VoteMethod, Warning,
};

/// The first event of a meeting: everything that must not change with the roster or the settings later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Called {
    /// The committee's name on that day.
    pub committee: String,
    /// Its term.
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
    /// 应到: the members in office, in order of rank (R-HY-25).
    pub roster: Vec<Member>,
    /// Numbered.
    pub agenda: Agenda,
    /// The settings.
    pub rulebook: Rulebook,
    /// 补录, where the meeting was held on paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub back_filled: Option<BackFilling>,
    /// Articles as the committee corrected them by then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<ArticleCorrection>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    /// The meeting was called.
    MeetingCalled {
        /// With all that is frozen.
        call: Called,
    },
    /// The call was replaced before the opening.
    CallAmended {
        /// As it stands now.
        call: Called,
    },
    /// 会议通知 went out.
    NoticeSent {},
    /// An item was entered.
    ItemAdded {
        /// Numbered.
        item: AgendaItem,
    },
    /// Lines of a nominee's checklist.
    PreparationMarked {
        /// Whose.
        nominee: NomineeId,
        /// Which steps, and how far.
        marks: Vec<PreparationMark>,
    },
    /// 补录: what follows happened then.
    TimeNoted {
        /// When.
        time: Moment,
    },
    /// 违规情形 of a back-filled meeting: what follows was done against a rule.
    ViolationFound {
        /// Which rule, by which facts.
        refusal: Refusal,
    },
    /// The meeting will not take place.
    MeetingCalledOff {
        /// Why.
        reason: String,
    },
    /// One line of the roll call.
    AttendanceMarked {
        /// Who.
        member: MemberId,
        /// How.
        attendance: Attendance,
    },
    /// Who presides from now on.
    ChairDesignated {
        /// Who.
        member: MemberId,
    },
    /// The chair opened the meeting.
    MeetingOpened {
        /// Those present then.
        quorum: Quorum,
    },
    /// A member came in.
    MemberArrived {
        /// Who.
        member: MemberId,
        /// When.
        time: Moment,
    },
    /// A member left.
    MemberDeparted {
        /// Who.
        member: MemberId,
        /// When.
        time: Moment,
        /// Why.
        reason: String,
    },
    /// An item was taken up.
    ItemTakenUp {
        /// Which.
        item: ItemId,
        /// Those present then.
        quorum: Quorum,
    },
    /// A nominee was taken up.
    NomineeTakenUp {
        /// Which.
        nominee: NomineeId,
        /// Those present then.
        quorum: Quorum,
    },
    /// The matter was introduced.
    MatterIntroduced {
        /// By whom.
        by: Person,
        /// What was said.
        words: String,
        /// What it covered.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        covers: Vec<IntroductionPoint>,
    },
    /// A member took a stance, or another one.
    StatementRecorded {
        /// Who.
        member: MemberId,
        /// Which.
        stance: Stance,
        /// Their words.
        words: String,
    },
    /// Somebody said something that is no stance.
    RemarkRecorded {
        /// Who.
        speaker: Person,
        /// Their words.
        words: String,
        /// 非末位发言.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        leans: bool,
    },
    /// 书面意见 was read out.
    WrittenOpinionRead {
        /// Whose.
        member: MemberId,
        /// As written.
        words: String,
    },
    /// 回避: somebody left for one nominee.
    RecusalRecorded {
        /// The nominee.
        nominee: NomineeId,
        /// Who.
        person: Attendant,
        /// How they are related.
        relation: Relation,
        /// In words.
        detail: String,
        /// When they left.
        time: Moment,
        /// Who takes the minutes meanwhile; empty unless the recorder left.
        substitute: String,
    },
    /// They came back.
    RecusedReturned {
        /// Who.
        person: Attendant,
        /// When.
        time: Moment,
    },
    /// Somebody took note of a warning.
    WarningAcknowledged {
        /// Which rule, on which facts.
        warning: Warning,
        /// Who.
        by: MemberId,
        /// Why the meeting goes on.
        reason: String,
    },
    /// The matter ended without a vote.
    MatterSetAside {
        /// 暂缓表决 or 缓议.
        outcome: Outcome,
        /// Why.
        reason: String,
    },
    /// The vote began.
    VoteOpened {
        /// How.
        method: VoteMethod,
        /// 监票人.
        scrutineer: String,
        /// 计票人.
        teller: String,
        /// Those present then.
        quorum: Quorum,
    },
    /// A vote by name.
    VoteCast {
        /// Who.
        member: MemberId,
        /// What.
        choice: Choice,
    },
    /// A vote by name had been entered wrongly.
    VoteRevised {
        /// The entry of the vote.
        entry: EntryNo,
        /// Whose.
        member: MemberId,
        /// As it had been entered.
        was: Choice,
        /// What it was.
        choice: Choice,
    },
    /// The vote by name ended.
    VoteClosed {
        /// Totals.
        tally: Tally,
        /// More than half of this carries; nought in records from before it was kept: all entitled members.
        #[serde(default)]
        base: Count,
        /// 通过 or 未通过.
        outcome: Outcome,
    },
    /// The secret ballot was counted.
    BallotsCounted {
        /// As reported.
        count: SecretCount,
        /// Totals.
        tally: Tally,
        /// More than half of this carries; nought in records from before it was kept: all entitled members.
        #[serde(default)]
        base: Count,
        /// 通过 or 未通过.
        outcome: Outcome,
    },
    /// 作废: the ballot is repeated.
    BallotVoided {
        /// 发出.
        issued: Count,
        /// 收回.
        returned: Count,
    },
    /// 复议 was moved; votes by name follow.
    ReconsiderationOpened {
        /// The nominee.
        nominee: NomineeId,
        /// Why.
        reason: String,
        /// Those present then.
        quorum: Quorum,
    },
    /// The vote on reconsidering ended.
    ReconsiderationClosed {
        /// Totals.
        tally: Tally,
        /// More than half of this carries.
        base: Count,
        /// 通过: the steps begin again. 未通过: the decision stands.
        outcome: Outcome,
    },
    /// The chair announced what became of the matter.
    ResultAnnounced {
        /// Who presided.
        chair: MemberId,
    },
    /// The item ended.
    ItemClosed {
        /// 议定事项.
        decision: String,
    },
    /// The item was left unfinished.
    ItemLeft {
        /// Why.
        reason: String,
    },
    /// 散会.
    MeetingAdjourned {},
    /// 定稿封存.
    MeetingSealed {},
    /// An earlier entry reads otherwise.
    EntryCorrected {
        /// Which.
        entry: EntryNo,
        /// How.
        words: String,
        /// Why.
        reason: String,
        /// Who answers for it.
        by: String,
    },
}

/// An event with its place in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Recorded {
    /// Its ledger number.
    pub entry: EntryNo,
    /// When it was recorded.
    pub at: Moment,
    /// What happened.
    pub event: Event,
}
