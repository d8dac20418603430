//! The contract: everything that can be asked of the desk, and every answer.

use meeting::rules::RuleView;
use meeting::{
    Committee, CommitteeCommand, Count, Date, EntryNo, Event, MeetingCall, MeetingCommand, MeetingId, MeetingNumber,
    MeetingView, Moment, NameOrder, NamesOrdered, NomineeDraft, ObserverDraft, Outcome, PhaseName, Projection, Refusal,
    RuleId, SeatPlace,
};
use papers::{Due, ExportKind, FontUse, Leaves, PaperKind, PaperMade, PaperNo};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{PersonRow, RosterPreview, RosterWish, Table, TableReading, TableSource, TableUse, TextEncoding};

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
    /// Makes papers of a meeting and writes them as files, all of them or none. A paper whose last number still says what the
    /// record says is written again as it was; every other one is laid out at the meeting's last entry, numbered, and its
    /// digest goes into the ledger.
    MakePapers {
        /// Which meeting.
        meeting: MeetingId,
        /// Which papers, in this order.
        papers: Vec<PaperKind>,
        /// Files that are no papers, beside them.
        #[serde(default)]
        exports: Vec<ExportKind>,
        /// Where.
        to: Destination,
        /// New numbers for all, even where the last one is still good.
        #[serde(default)]
        anew: bool,
        /// Sealed minutes begin a new book.
        #[serde(default)]
        new_book: bool,
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
    /// The print centre: which papers the meeting owes and can have, and which were made.
    Papers {
        /// Which meeting.
        meeting: MeetingId,
    },
    /// A paper, laid out: as it was made where that still holds, else a preview without a number.
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
    /// Names in the order of their strokes (R-PX-03). The rank of the committee itself is kept by hand.
    OrderNames {
        /// As they stand now.
        names: Vec<String>,
        /// Which of the two ways.
        by: NameOrder,
    },
    /// The characters of a text that no font draws: it could not be printed.
    Undrawable {
        /// As typed.
        text: String,
    },
    /// Where words stand in the record: of all meetings and of the committee, at any length, exactly as typed; only case of
    /// ASCII letters and full width of letters and digits do not count. Without words everything that the filters leave.
    Search {
        /// What is sought.
        text: String,
        /// What a hit must be besides.
        #[serde(default)]
        filters: SearchFilters,
        /// Hits to pass over.
        #[serde(default)]
        offset: u32,
        /// Hits to give at the most.
        limit: u32,
    },
    /// A table from outside, read as text with what its headings say.
    Table {
        /// Whence.
        source: TableSource,
        /// How a text file is written, where the user knows better.
        #[serde(default)]
        encoding: Option<TextEncoding>,
        /// Which sheet of a workbook; else the first that has something in it.
        #[serde(default)]
        sheet: Option<String>,
        /// What for.
        used: TableUse,
    },
    /// What a table would do to the roster.
    RosterImport(RosterWish),
    /// A table's rows as nominees of an item.
    NomineeImport {
        /// As read, with the columns as the user has them.
        table: Table,
    },
    /// A table's rows as observers of an item.
    ObserverImport {
        /// As read, with the columns as the user has them.
        table: Table,
    },
    /// What the room may see on the second screen. The projector window can ask this and nothing else.
    Projection {},
    /// Verifies the whole chain and the file; with a fingerprint from a paper, says which entry it is.
    Verify {
        /// As printed or typed; groups, hyphens and case do not matter.
        #[serde(default)]
        fingerprint: Option<String>,
    },
}

/// Where files go. A single file takes the place of the one that the user chose to overwrite; a folder is never mixed with another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Destination {
    /// One file, for one paper or one export; replaced as a whole or not at all.
    File(String),
    /// A new folder, with an index.
    Folder(String),
    /// One zip file, with an index; replaced as a whole or not at all.
    Zip(String),
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
    /// The files written.
    pub files: Vec<SavedFile>,
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
    /// The paper's number.
    pub number: Option<PaperNo>,
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
    /// Which paper could not be made, and where in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub paper: Option<Box<PaperTrouble>>,
}

/// Why a paper cannot be made, for the one who has to mend it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperTrouble {
    /// Which paper or file.
    pub paper: Option<PaperKind>,
    /// The character that no font draws.
    pub character: Option<String>,
    /// Whose words, or which field.
    pub place: String,
    /// The words around it.
    pub near: String,
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
    /// The user stopped it; nothing was written.
    Cancelled,
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
    /// To [`Query::Papers`].
    Papers(PapersView),
    /// To [`Query::Paper`].
    Paper(PaperView),
    /// To [`Query::PaperPage`].
    PaperPage(PageView),
    /// To [`Query::OrderNames`].
    OrderNames(NamesOrdered),
    /// To [`Query::Undrawable`].
    Undrawable(Vec<String>),
    /// To [`Query::Search`].
    Search(SearchView),
    /// To [`Query::Table`].
    Table(TableReading),
    /// To [`Query::RosterImport`].
    RosterImport(RosterPreview),
    /// To [`Query::NomineeImport`].
    NomineeImport(Vec<PersonRow<NomineeDraft>>),
    /// To [`Query::ObserverImport`].
    ObserverImport(Vec<PersonRow<ObserverDraft>>),
    /// To [`Query::Projection`].
    Projection(ProjectionView),
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
    /// 届次 of the committee and of its meetings, the present one first.
    pub terms: Vec<TermView>,
    /// What is on disk.
    pub disk: DiskView,
}

/// A term with the meetings that were called in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct TermView {
    /// 届次.
    pub term: String,
    /// Newest first.
    pub meetings: Vec<MeetingSummary>,
}

/// One meeting with what is on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenMeetingView {
    /// Its id.
    pub id: MeetingId,
    /// The meeting.
    pub meeting: MeetingView,
    /// 座次 as the committee arranged it.
    pub places: Vec<SeatPlace>,
    /// What is on disk.
    pub disk: DiskView,
    /// The time now, at this place.
    pub now: Moment,
    /// The committee's phrases; see [`Committee::phrases`].
    pub phrases: Vec<String>,
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

/// The papers of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PapersView {
    /// In the order of the file: what the meeting owes and can have.
    pub papers: Vec<PaperRow>,
    /// 登记: every paper that was made, in the order of numbers.
    pub made: Vec<MadeView>,
    /// Where the next sealed minutes go in the book.
    pub book: Leaves,
    /// The fonts that a paper would be set in now.
    pub fonts: Vec<FontUse>,
    /// Exports that are possible now.
    pub exports: Vec<ExportKind>,
}

/// A paper that the meeting owes or can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperRow {
    /// Which.
    pub paper: PaperKind,
    /// Whether the meeting owes it.
    pub due: Due,
    /// 归卷: it is kept in the file of the meeting.
    pub filed: bool,
    /// The last number made.
    pub number: Option<PaperNo>,
    /// That number no longer says what the record says.
    pub outgrown: bool,
}

/// A paper that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct MadeView {
    /// As the ledger keeps it.
    pub made: PaperMade,
    /// The ledger entry that keeps it.
    pub entry: EntryNo,
    /// When it was made.
    pub at: Moment,
    /// The fingerprint on it, in groups of four.
    pub fingerprint: String,
    /// The number that took its place.
    pub replaced_by: Option<PaperNo>,
    /// It no longer says what the record says: worked out, never kept.
    pub outgrown: bool,
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
    /// Its number; none on a preview.
    pub number: Option<PaperNo>,
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

/// 会场屏幕: what the room may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProjectionView {
    /// The committee's name; empty until it is established.
    pub committee: String,
    /// The meeting that is sitting, or was adjourned today; none where there is none.
    pub meeting: Option<Projection>,
}

/// What a hit must be; what is left out does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SearchFilters {
    /// The name of somebody who said it or whom it is about. People of one name are not told apart.
    #[serde(default)]
    pub person: Option<String>,
    /// The year of the meeting; of the committee's own entries, that in which they were recorded.
    #[serde(default)]
    pub year: Option<u16>,
    /// What kind of text.
    #[serde(default)]
    pub kind: Option<FoundKind>,
    /// What became of the matter that it is about in the end, also where it was said before a 复议.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// What kind of text was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum FoundKind {
    /// 发言（表态）.
    Statement,
    /// 插话、情况说明.
    Remark,
    /// 介绍（汇报）.
    Introduction,
    /// 书面意见.
    Opinion,
    /// 议题.
    Item,
    /// 拟任人选: name, posts and what the 呈报表 says.
    Nominee,
    /// 议定事项.
    Decision,
    /// 更正.
    Correction,
    /// 事由: of leave, departure, 暂缓, 缓议, 复议, 搁置, of a warning taken note of.
    Reason,
    /// 回避.
    Recusal,
    /// 会前准备.
    Preparation,
    /// 监票、计票.
    Tellers,
    /// 列席.
    Observer,
    /// 会议: place, recorder, 补录.
    Meeting,
    /// 常委: name and offices.
    Member,
    /// 常委会: name, term and phrases.
    Committee,
    /// 规则条文, as put right.
    Rule,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchView {
    /// How many texts.
    pub total: u32,
    /// Those that were asked for, the newest entry first.
    pub hits: Vec<FoundText>,
    /// Everybody who can be filtered by.
    pub people: Vec<String>,
    /// Every year that can be filtered by, the newest first.
    pub years: Vec<u16>,
}

/// A text of the record in which the words stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundText {
    /// The entry that holds it.
    pub entry: EntryNo,
    /// The day of the meeting; of the committee's own entries, that on which they were recorded.
    pub day: Date,
    /// The meeting; none for the committee's own entries.
    pub meeting: Option<MeetingId>,
    /// That meeting's number.
    pub number: Option<MeetingNumber>,
    /// What kind of text.
    pub kind: FoundKind,
    /// Who said it or answers for it, else whom it is about.
    pub person: Option<String>,
    /// 议题.
    pub item: Option<String>,
    /// 拟任人选.
    pub nominee: Option<String>,
    /// What became of the matter in the end.
    pub outcome: Option<Outcome>,
    /// The rule whose article was put right.
    pub rule: Option<RuleId>,
    /// Whether it still reads so.
    pub standing: Standing,
    /// What stands around the words, in order; the whole text where it is short.
    pub snippet: Vec<Piece>,
}

/// Whether a text still reads so. The record only grows: what was put right is found as well as what it reads now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Standing {
    /// It does.
    Stands {},
    /// 已更正.
    Corrected {
        /// By this entry.
        by: EntryNo,
    },
    /// Something else was recorded in its place.
    Replaced {
        /// By this entry.
        by: EntryNo,
    },
    /// It is how another entry should read.
    Corrects {
        /// Which.
        entry: EntryNo,
    },
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// As it stands there.
    pub text: String,
    /// It is what was sought.
    pub hit: bool,
}

/// What verification found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerifyView {
    /// The head of the verified chain.
    pub disk: DiskView,
    /// The entries whose hash begins with the fingerprint asked about: one for a genuine paper, none for any other.
    pub found: Option<Vec<FoundEntry>>,
    /// Where none was found: the entry that the fingerprint is nearly that of, with the groups that differ.
    pub near: Option<NearMiss>,
}

/// An entry that a fingerprint belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundEntry {
    /// Its number.
    pub entry: EntryNo,
    /// When it was recorded.
    pub at: Moment,
    /// The meeting that it belongs to.
    pub meeting: Option<MeetingId>,
    /// That meeting's number.
    pub number: Option<MeetingNumber>,
    /// The papers that bear it.
    pub papers: Vec<PaperNo>,
}

/// A fingerprint that was mistyped, or tampered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NearMiss {
    /// The entry that it is nearly that of.
    pub entry: EntryNo,
    /// The groups of four that differ, from 1.
    pub groups: Vec<u32>,
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

/// How far long work has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Files done.
    pub done: u32,
    /// Files in all.
    pub total: u32,
    /// The paper under way.
    pub paper: Option<PaperKind>,
}

/// The whole record of a meeting, as a file for other programs: every entry with what chains it to the one before in the
/// store, and what was printed of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RecordFile {
    /// `yiding.record.v1`.
    pub form: String,
    /// Which meeting.
    pub meeting: MeetingId,
    /// In order. Entries of other meetings lie between them.
    pub entries: Vec<RecordedEntry>,
    /// The papers that were made.
    pub papers: Vec<PaperMade>,
}

/// An entry with its hashes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RecordedEntry {
    /// Its number.
    pub entry: EntryNo,
    /// When it was recorded.
    pub at: Moment,
    /// What happened.
    pub event: Event,
    /// Hash of the entry before it, in hexadecimal.
    pub prev: String,
    /// Its own.
    pub hash: String,
}
