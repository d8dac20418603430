//! What can be done in a meeting.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Attendance, Choice, EntryNo, ItemId, MeetingCall, MemberId, Moment, NomineeId, Person, SecretCount, Stance,
    VoteMethod,
};

/// A command to one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum MeetingCommand {
    /// Replaces the call before the meeting opens; the roster of that moment is frozen anew.
    AmendCall {
        /// As it should be.
        call: MeetingCall,
    },
    /// 取消会议, before it opens.
    CallOff {
        /// Why.
        reason: String,
    },
    /// 点名: one member's attendance; may be marked again until the meeting opens.
    MarkAttendance {
        /// Whom.
        member: MemberId,
        /// Present, on leave or absent.
        attendance: Attendance,
    },
    /// Names who presides, where the one called for cannot.
    DesignateChair {
        /// Present, or not yet called in the roll.
        member: MemberId,
    },
    /// The chair opens the meeting after the roll call.
    OpenMeeting {},
    /// A member comes late or comes back.
    RecordArrival {
        /// Who.
        member: MemberId,
        /// When, where it is not now.
        #[serde(default)]
        time: Option<Moment>,
    },
    /// A member leaves early.
    RecordDeparture {
        /// Who.
        member: MemberId,
        /// When, where it is not now.
        #[serde(default)]
        time: Option<Moment>,
        /// Why.
        reason: String,
    },
    /// The meeting turns to an item.
    TakeUpItem {
        /// Which.
        item: ItemId,
    },
    /// The meeting turns to one nominee of the open item.
    TakeUpNominee {
        /// Which.
        nominee: NomineeId,
    },
    /// 介绍（汇报）.
    Introduce {
        /// Who introduces.
        by: Person,
        /// What was said.
        words: String,
    },
    /// 表态: one stance of one member on the matter on the floor.
    RecordStatement {
        /// Who speaks.
        speaker: Person,
        /// 同意, 不同意 or 缓议.
        stance: Stance,
        /// Their words.
        words: String,
    },
    /// 插话、情况说明: speech that is no stance.
    RecordRemark {
        /// Who speaks.
        speaker: Person,
        /// Their words.
        words: String,
    },
    /// 暂缓表决.
    PostponeVote {
        /// Why; the chair decides and says so.
        reason: String,
    },
    /// 缓议.
    DeferMatter {
        /// Why.
        reason: String,
    },
    /// 进入表决.
    OpenVote {
        /// How.
        method: VoteMethod,
        /// 监票人; needed for ballots.
        #[serde(default)]
        scrutineer: String,
        /// 计票人; needed for ballots.
        #[serde(default)]
        teller: String,
    },
    /// One member's vote, by name.
    RecordVote {
        /// Who.
        voter: Person,
        /// What.
        choice: Choice,
    },
    /// Ends a vote by name.
    CloseVote {},
    /// The count of a secret ballot; ends the vote.
    CountBallots {
        /// Totals; nothing else exists.
        count: SecretCount,
    },
    /// 宣布结果, in the room.
    AnnounceResult {},
    /// Ends an item.
    CloseItem {
        /// 议定事项; needed for ordinary items that were not voted on.
        #[serde(default)]
        decision: String,
    },
    /// Leaves an item unfinished.
    LeaveItem {
        /// Why.
        reason: String,
    },
    /// 散会.
    Adjourn {},
    /// 定稿封存: after this only corrections.
    Seal {},
    /// 更正: adds an entry that names the one it corrects. Nothing recorded changes.
    Correct {
        /// The entry that is wrong.
        entry: EntryNo,
        /// How it should read.
        words: String,
        /// Why.
        reason: String,
        /// Who answers for the correction.
        by: String,
    },
}
