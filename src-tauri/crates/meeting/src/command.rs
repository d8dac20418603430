//! What can be done in a meeting.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Attendance, Attendant, Choice, Count, CountSheet, EntryNo, IntroductionPoint, ItemDraft, ItemId, MeetingCall,
    MemberId, Moment, NomineeId, Person, PreparationMark, Relation, Stance, VoteMethod, Warning,
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
    /// 发出会议通知: what is entered after this is an unscheduled motion (R-HY-17).
    SendNotice {},
    /// Enters one more item, before the opening or during the meeting.
    AddItem {
        /// As it should be.
        item: ItemDraft,
    },
    /// 会前准备: lines of a nominee's checklist; a step may be marked again until the nominee is taken up.
    MarkPreparation {
        /// Whose.
        nominee: NomineeId,
        /// Which steps, and how far.
        marks: Vec<PreparationMark>,
    },
    /// 补录时刻: when that happened which is entered next, at a back-filled meeting.
    NoteTime {
        /// Not before the time noted last.
        time: Moment,
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
        /// In the room; before the opening, anybody on the roster.
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
        /// What it covered (R-HY-05).
        #[serde(default)]
        covers: Vec<IntroductionPoint>,
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
    /// 改变表态: another stance of a member who has stated one; the first stays on record.
    RestateStatement {
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
        /// 非末位发言: the last speaker leans to a side before their turn (R-HY-09). Flagged, not counted.
        #[serde(default)]
        leans: bool,
    },
    /// 书面意见 of a member who is not in the room, read into the record and never counted (R-HY-13).
    ReadWrittenOpinion {
        /// Whose.
        member: MemberId,
        /// As written.
        words: String,
    },
    /// 回避: somebody leaves the room for one nominee (R-HB-01).
    RecordRecusal {
        /// The nominee on the floor, or one to be taken up next.
        nominee: NomineeId,
        /// Who.
        person: Attendant,
        /// How they are related.
        relation: Relation,
        /// In words; needed for another relation than those named.
        #[serde(default)]
        detail: String,
        /// When they left, where it is not now.
        #[serde(default)]
        time: Option<Moment>,
        /// Who takes the minutes meanwhile; needed where the recorder leaves.
        #[serde(default)]
        substitute: String,
    },
    /// 回避后返回, once the nominee is off the floor.
    RecordReturn {
        /// Who.
        person: Attendant,
        /// When, where it is not now.
        #[serde(default)]
        time: Option<Moment>,
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
    /// 改记: a vote by name that was entered wrongly, while the vote is open (R-JS-04).
    ReviseVote {
        /// Whose.
        voter: Person,
        /// What it was.
        choice: Choice,
    },
    /// Ends a vote by name.
    CloseVote {},
    /// The count of a secret ballot, read twice from the paper; ends the vote.
    CountBallots {
        /// The first reading.
        count: CountSheet,
        /// The second, by somebody who has not seen the first.
        again: CountSheet,
    },
    /// 作废重投: more papers came back than went out (R-PJ-05).
    VoidBallot {
        /// 发出.
        issued: Count,
        /// 收回.
        returned: Count,
    },
    /// 提出复议 of a nominee that was decided on (R-HY-18); voted on by name.
    OpenReconsideration {
        /// Which.
        nominee: NomineeId,
        /// Why.
        reason: String,
    },
    /// 确认提醒: the meeting goes on although a rule speaks against it.
    AcknowledgeWarning {
        /// As it stands now.
        warning: Warning,
        /// Who takes note; the chair, where the rulebook asks for the chair.
        by: MemberId,
        /// Why.
        reason: String,
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
