//! The contract: everything that can be asked of the desk, and every answer.

use meeting::rules::RuleView;
use meeting::{
    Committee, CommitteeCommand, Count, EntryNo, Event, MeetingCall, MeetingCommand, MeetingId, MeetingNumber,
    MeetingView, Moment, PhaseName, Refusal, RuleId,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One command or one query; one line of a script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Line {
    /// A command. Exactly one of `do` and `ask` is given.
    #[serde(default, rename = "do", skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub act: Option<Command>,
    /// A query.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub ask: Option<Query>,
    /// The last ledger entry that the sender knows of; another head answers [`Answer::Stale`] and nothing is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub expects: Option<EntryNo>,
    /// The draft that this command settles: dropped in the same transaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub settles: Option<String>,
    /// Scripts only: the rule by which this command is expected to be refused; a refusal by it does not end the script.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub refused: Option<RuleId>,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Command {
    /// To the committee.
    Committee(CommitteeCommand),
    /// Calls a meeting.
    Call(MeetingCall),
    /// To a meeting.
    Meeting {
        /// Which.
        id: MeetingId,
        /// What.
        act: MeetingCommand,
    },
    /// Keeps what is being typed; not part of the record.
    KeepDraft {
        /// Names the field that it belongs to.
        key: String,
        /// As typed.
        text: String,
    },
    /// Forgets a draft.
    DropDraft {
        /// Which.
        key: String,
    },
    /// Writes a paper of a meeting as PDF; replaces the file as a whole or not at all.
    SavePaper {
        /// Which meeting.
        meeting: MeetingId,
        /// Which paper.
        paper: PaperKind,
        /// Where.
        path: String,
    },
    /// Copies the store to a new file, opens the copy and verifies it.
    BackUp {
        /// Where; must not exist.
        path: String,
    },
}

/// Something to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Query {
    /// The first screen.
    Home {},
    /// The roster.
    Committee {},
    /// Every rule, with what the program does about it and what the committee put right about its article.
    Rules {},
    /// One meeting.
    Meeting {
        /// Which.
        id: MeetingId,
    },
    /// The entries of one meeting, in order.
    Record {
        /// Which.
        id: MeetingId,
    },
    /// What was being typed.
    Drafts {},
    /// A paper, laid out.
    Paper {
        /// Which meeting.
        meeting: MeetingId,
        /// Which paper.
        paper: PaperKind,
    },
    /// One page of a paper.
    PaperPage {
        /// Which meeting.
        meeting: MeetingId,
        /// Which paper.
        paper: PaperKind,
        /// From 1.
        page: u32,
    },
    /// Verifies the whole chain and the file; with a fingerprint from a paper, says which entry it is.
    Verify {
        /// As printed or typed; groups, hyphens and case do not matter.
        #[serde(default)]
        fingerprint: Option<String>,
    },
}

/// A paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum PaperKind {
    /// 会议记录 (rulebook §7.2).
    Minutes,
    /// 表决结果统计表 (rulebook §7.5).
    VoteRecord,
}

/// What came of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Answer {
    /// Done, and on disk.
    Accepted(Receipt),
    /// The committee may not do that now. Nothing is recorded.
    Refused(Refusal),
    /// The sender's screen is behind. Nothing is done.
    Stale {
        /// The head now.
        head: DiskView,
    },
    /// Something is broken. Nothing is done; what is on disk stays safe.
    Fault(Fault),
    /// What was asked for.
    Answer(Reply),
}

/// Proof that a command is on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// The entries written; none for drafts and files.
    pub entries: Vec<EntryNo>,
    /// The meeting that was touched or called.
    pub meeting: Option<MeetingId>,
    /// The head after it.
    pub head: DiskView,
    /// The file written.
    pub file: Option<SavedFile>,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedFile {
    /// Where.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// Pages, for a paper.
    pub pages: Option<u32>,
}

/// What is safely on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DiskView {
    /// The last entry; 0 where nothing is recorded.
    pub entry: EntryNo,
    /// When it was recorded.
    pub at: Option<Moment>,
    /// Its fingerprint in groups of four, as it prints.
    pub fingerprint: String,
}

/// Something is broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// What kind; the words for it live where they are read.
    pub code: FaultCode,
    /// For the log and the help desk, in English.
    pub detail: String,
    /// What is safe.
    pub safe: Option<DiskView>,
}

/// The kinds of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FaultCode {
    /// The passphrase does not open this store.
    WrongPassphrase,
    /// The passphrase is too short.
    PassphraseTooShort,
    /// The store asks for a passphrase.
    PassphraseNeeded,
    /// There is no store at that place.
    Missing,
    /// The file is no store.
    NotAStore,
    /// A file is there already.
    Exists,
    /// The store was written by a newer version of this program.
    NewerVersion,
    /// An entry of the ledger does not fit the chain.
    BrokenChain,
    /// The file is damaged.
    Damaged,
    /// The key file is not where the store is.
    KeyFileMissing,
    /// The key file cannot be read.
    KeyFileDamaged,
    /// Another process has the store open.
    InUse,
    /// The disk is full.
    DiskFull,
    /// The place cannot be written.
    ReadOnly,
    /// Any other trouble with a file.
    Io,
    /// The line is not of the contract.
    Malformed,
    /// The thing asked for is not there.
    NotFound,
    /// A paper cannot be laid out.
    Paper,
    /// No store is open.
    Closed,
    /// The program itself failed.
    Internal,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Reply {
    /// To [`Query::Home`].
    Home(HomeView),
    /// To [`Query::Committee`].
    Committee(CommitteeView),
    /// To [`Query::Rules`].
    Rules(Vec<RuleView>),
    /// To [`Query::Meeting`].
    Meeting(Box<OpenMeetingView>),
    /// To [`Query::Record`].
    Record(Vec<EntryView>),
    /// To [`Query::Drafts`].
    Drafts(Vec<DraftView>),
    /// To [`Query::Paper`].
    Paper(PaperView),
    /// To [`Query::PaperPage`].
    PaperPage(PageView),
    /// To [`Query::Verify`].
    Verify(VerifyView),
    /// To a [`SessionCommand`].
    Session(SessionView),
}

/// The first screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct HomeView {
    /// The committee.
    pub committee: Committee,
    /// Newest first.
    pub meetings: Vec<MeetingSummary>,
    /// The meeting to continue: the one that is sitting, else the last one not sealed that has begun.
    pub current: Option<MeetingId>,
    /// A number that no meeting holds.
    pub next_number: MeetingNumber,
    /// The time now, at this place.
    pub now: Moment,
    /// What is on disk.
    pub disk: DiskView,
    /// Whether this is the sample store, which can be thrown away.
    pub sample: bool,
}

/// A meeting in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingSummary {
    /// Its id.
    pub id: MeetingId,
    /// 会议次号.
    pub number: MeetingNumber,
    /// When it is to begin.
    pub scheduled: Moment,
    /// Where.
    pub place: String,
    /// How far it has come.
    pub phase: PhaseName,
    /// 补录: it was held on paper.
    pub back_filled: bool,
    /// 议题, in order.
    pub items: Vec<String>,
    /// 人选.
    pub nominees: Count,
    /// 通过 among them.
    pub carried: Count,
    /// 应到.
    pub entitled: Count,
    /// 实到.
    pub present: Count,
}

/// The roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommitteeView {
    /// The committee.
    pub committee: Committee,
    /// What is on disk.
    pub disk: DiskView,
}

/// One meeting with what is on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenMeetingView {
    /// Its id.
    pub id: MeetingId,
    /// The meeting.
    pub meeting: MeetingView,
    /// What is on disk.
    pub disk: DiskView,
    /// The time now, at this place.
    pub now: Moment,
}

/// An entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryView {
    /// Its number.
    pub entry: EntryNo,
    /// When it was recorded.
    pub at: Moment,
    /// What happened.
    pub event: Event,
    /// The first groups of its fingerprint.
    pub fingerprint: String,
}

/// What was being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftView {
    /// The field that it belongs to.
    pub key: String,
    /// As typed.
    pub text: String,
    /// When it was kept.
    pub saved_at: Moment,
}

/// A paper, laid out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperView {
    /// How many pages.
    pub pages: u32,
    /// A name for the file, with `.pdf`.
    pub file_name: String,
    /// The entry that it was made from, and its fingerprint.
    pub disk: DiskView,
    /// SHA-256 of the PDF, in hexadecimal.
    pub digest: String,
}

/// One page of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PageView {
    /// From 1.
    pub page: u32,
    /// The page as SVG, the same layout as the PDF.
    pub svg: String,
}

/// What verification found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerifyView {
    /// The head of the verified chain.
    pub disk: DiskView,
    /// The entries whose hash begins with the fingerprint asked about: one for a genuine paper, none for any other.
    pub found: Option<Vec<EntryNo>>,
}

/// Opening and closing a store from the window. Scripts name theirs on the command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum SessionCommand {
    /// Where things stand.
    Status {},
    /// First start: makes the store.
    Create {
        /// At least eight characters.
        passphrase: String,
    },
    /// Later starts.
    Unlock {
        /// As chosen.
        passphrase: String,
    },
    /// The sample store, made on first use.
    OpenSample {},
    /// Throws the sample store away and makes it anew.
    ResetSample {},
    /// Closes the store.
    Lock {},
}

/// Where things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum SessionView {
    /// No store yet: the first start.
    New,
    /// A store is there and asks for its passphrase.
    Locked,
    /// The store is open.
    Open,
    /// The sample store is open.
    Sample,
}

/// A notice to the windows, sent after the commit and never before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// The head; a gap to the last one known means: fetch everything anew.
    pub entry: EntryNo,
    /// The meeting that was touched.
    pub meeting: Option<MeetingId>,
}
