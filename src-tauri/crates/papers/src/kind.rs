//! The papers there are, and what the register keeps of one that was made.

use meeting::{EntryNo, ItemId, NomineeId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A paper of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum PaperKind {
    /// 会议通知.
    Notice,
    /// 会议议程.
    Agenda,
    /// 签到表, in order of rank.
    SignIn,
    /// 任免事项呈报表 (rulebook §7.9).
    NomineeList,
    /// 表决票 (rulebook §7.4).
    Ballots,
    /// 计票单 (rulebook §7.5): a sheet for every secret ballot.
    CountSheets,
    /// 表决结果统计表 (rulebook §7.5), with who voted how where names are taken.
    VoteRecord,
    /// 会议记录 (rulebook §7.2).
    Minutes,
    /// 会议纪要 (rulebook §7.3, GB/T 9704 10.3).
    Summary,
    /// 议定事项通知.
    Extract(ExtractOf),
    /// 更正清单.
    Corrections,
    /// 本次会议所用规则.
    Rules,
    /// 备用空白表: for a meeting that goes on on paper.
    Blank(BlankForm),
}

impl PaperKind {
    /// 归卷: whether it is kept in the file of the meeting. Ballots are sealed apart, extracts go to their units, blank
    /// forms lie in a drawer.
    pub fn is_filed(&self) -> bool {
        !matches!(self, Self::Ballots | Self::Extract(_) | Self::Blank(_))
    }
}

/// What an extract is about, and who is to get it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtractOf {
    /// Which item.
    pub item: ItemId,
    /// Of its nominees only these; all where none is named.
    #[serde(default)]
    pub nominees: Vec<NomineeId>,
    /// 主送: the unit that it goes to. Empty: 各有关单位 is left to be filled in.
    #[serde(default)]
    pub to: String,
}

/// A form without a meeting's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum BlankForm {
    /// 签到表.
    SignIn,
    /// 表决票.
    Ballot,
    /// 计票单.
    CountSheet,
    /// 会议记录.
    Minutes,
}

/// A file made from the record that is no paper: nobody signs it, and it bears witness to nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum ExportKind {
    /// A paper as DOCX, for offices that finish in Word or WPS; of minutes, summary, extract and agenda.
    Docx(PaperKind),
    /// Votes and attendance as a workbook (XLSX).
    Workbook,
    /// Votes as CSV.
    VotesCsv,
    /// Attendance as CSV.
    AttendanceCsv,
    /// The whole record of the meeting as JSON.
    Record,
}

/// The number of a paper, from 1 for each meeting in the order of making; never given twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(transparent)]
pub struct PaperNo(pub u32);

impl std::fmt::Display for PaperNo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// 册号: a book of minutes, by year (R-JL2-05).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BookNo {
    /// Calendar year of its meetings.
    pub year: u16,
    /// From 1 within the year.
    pub volume: u16,
}

/// The pages of a book that sealed minutes take up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Leaves {
    /// Which book.
    pub book: BookNo,
    /// The first page, from 1. Papers of one book follow each other without a gap.
    pub first: u32,
}

/// A font that a paper was set in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FontUse {
    /// Its family name.
    pub family: String,
    /// The first twelve hexadecimal digits of the SHA-256 of its file: other outlines are another font.
    pub digest: String,
}

/// That a paper was made: the body of a ledger entry. What it says is worked out from the record again, never kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PaperMade {
    /// Its number.
    pub number: PaperNo,
    /// Which paper.
    pub paper: PaperKind,
    /// The meeting's last entry when it was made: what it bears witness to.
    pub upto: EntryNo,
    /// SHA-256 of the PDF, in hexadecimal.
    pub digest: String,
    /// How many pages.
    pub pages: u32,
    /// The fonts that it was set in.
    pub fonts: Vec<FontUse>,
    /// The earlier number of the same paper, which this one takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub replaces: Option<PaperNo>,
    /// Its pages in the book of minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub leaves: Option<Leaves>,
}
