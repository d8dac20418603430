//! What both papers have in common: the meeting's name, the line at the foot of every page, the mark of a draft, and where
//! the corrections are.

use meeting::{EntryNo, Meeting, MemberId, Phase};
use serde::Serialize;

use crate::{Witness, wording};

/// What every page of a paper shows, and what the PDF says about itself.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    /// The document's title.
    title: String,
    /// 2026年第18次会议记录: what a loose sheet belongs to.
    paper: String,
    /// The fingerprint and its entry.
    foot: String,
    /// Where the record is not sealed.
    draft: Option<&'static str>,
}

impl Sheet {
    /// `paper` is what follows the committee's name in the title.
    pub(crate) fn new(meeting: &Meeting, witness: &Witness, paper: &str) -> Self {
        Self {
            title: format!("{}{paper}", meeting_name(meeting)),
            paper: format!("{}会议{paper}", wording::number(meeting.call.number)),
            foot: format!("记录指纹 {} · 第 {} 条", witness.fingerprint, witness.entry),
            draft: draft(&meeting.phase),
        }
    }
}

/// A label and what stands behind it.
#[derive(Debug, Serialize)]
pub(crate) struct Field {
    /// The label, without its colon.
    pub(crate) lead: String,
    /// Paragraphs.
    pub(crate) text: Vec<String>,
    /// Names that are set in columns.
    pub(crate) names: Vec<String>,
}

impl Field {
    pub(crate) fn text(lead: &str, text: impl Into<String>) -> Self {
        Self::lines(lead, vec![text.into()])
    }

    pub(crate) fn lines(lead: &str, text: Vec<String>) -> Self {
        Self { lead: lead.to_owned(), text, names: Vec::new() }
    }

    pub(crate) fn names(lead: &str, names: Vec<String>) -> Self {
        Self { lead: lead.to_owned(), text: Vec::new(), names }
    }
}

fn draft(phase: &Phase) -> Option<&'static str> {
    match phase {
        Phase::Called => Some("未定稿·会议尚未召开"),
        Phase::Sitting { .. } => Some("未定稿·会议正在进行"),
        Phase::Adjourned { .. } => Some("未定稿·尚未封存"),
        Phase::Sealed { .. } => None,
        Phase::CalledOff { .. } => Some("会议已取消"),
    }
}

/// 中共云澜市委常委会（第五届）2026年第18次会议.
pub(crate) fn meeting_name(meeting: &Meeting) -> String {
    let call = &meeting.call;
    let term = if call.term.trim().is_empty() { String::new() } else { format!("（{}）", call.term) };
    format!("{}{term}{}会议", call.committee, wording::number(call.number))
}

/// From the opening to the end, as far as it has come; the time that it was called for where it has not opened.
pub(crate) fn time(meeting: &Meeting) -> String {
    match &meeting.phase {
        Phase::Called | Phase::CalledOff { .. } => {
            format!("{}（通知时间）", wording::date_clock(meeting.call.scheduled))
        }
        Phase::Sitting { opened } => format!("{}开始", wording::date_clock(opened.at)),
        Phase::Adjourned { opened, adjourned } | Phase::Sealed { opened, adjourned, .. } => {
            wording::span(opened.at, adjourned.at)
        }
    }
}

/// A member's name; the number where the roster has no such member, which no recorded meeting has.
pub(crate) fn name(meeting: &Meeting, member: MemberId) -> String {
    meeting.seat(member).map_or_else(|| format!("{member} 号成员"), |seat| seat.member.name.clone())
}

/// 周以诺（市委书记）.
pub(crate) fn member_with_post(meeting: &Meeting, member: MemberId) -> String {
    let posts = meeting.seat(member).map_or("", |seat| seat.member.posts.as_str());
    wording::with_post(&name(meeting, member), posts)
}

/// 〔见更正一〕 where this entry was corrected; else nothing.
pub(crate) fn correction_mark(meeting: &Meeting, entry: EntryNo) -> String {
    let numbers: Vec<String> = (1..)
        .zip(&meeting.corrections)
        .filter(|(_, correction)| correction.entry == entry)
        .map(|(number, _)| wording::han(number))
        .collect();
    if numbers.is_empty() { String::new() } else { format!("〔见更正{}〕", numbers.join("、")) }
}

/// 中共云澜市委常委会2026年第18次会议记录.pdf, without what file systems do not allow.
pub(crate) fn file_name(meeting: &Meeting, paper: &str) -> String {
    // Three bytes a character: the whole name stays below the 255 bytes of common file systems.
    const LONGEST: usize = 50;
    let committee = meeting.call.committee.chars();
    let fit = |letter: &char| letter.is_alphanumeric() || "（）()·-_".contains(*letter);
    let committee: String = committee.filter(fit).take(LONGEST).collect();
    format!("{committee}{}会议{paper}.pdf", wording::number(meeting.call.number))
}
