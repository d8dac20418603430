//! What the papers have in common: the meeting's name, the line at the foot of every page, the marks of a draft and of a
//! back-filled record, and where the corrections and the violations are.

use std::collections::{BTreeMap, BTreeSet};

use meeting::{Attendant, EntryNo, ItemRecord, Meeting, MemberId, Nominee, Observer, Phase, Refusal, Stamp};
use serde::Serialize;

use crate::qr::Qr;
use crate::{Imprint, Witness, wording};

/// What every page of a paper shows, and what the PDF says about itself.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    /// The document's title.
    pub(crate) title: String,
    /// 2026年第18次会议记录: what a loose sheet belongs to.
    pub(crate) paper: String,
    /// The fingerprint and its entry.
    foot: String,
    /// 第 3 号（替代第 1 号）.
    number: String,
    /// 第 2026-1 册, with the page before the first one; nothing outside of a book.
    leaves: Option<LeavesWords>,
    /// Where the record is not sealed.
    pub(crate) draft: Option<&'static str>,
    /// The fingerprint to be scanned; on records alone.
    qr: Option<Qr>,
}

/// 册号 and page (R-JL2-05).
#[derive(Debug, Serialize)]
struct LeavesWords {
    book: String,
    before: u32,
}

impl Sheet {
    /// Of a record: what was done. `paper` is what follows the committee's name in the title.
    pub(crate) fn new(meeting: &Meeting, witness: &Witness, paper: &str) -> Self {
        Self { draft: draft(&meeting.phase), qr: Qr::of(&witness.fingerprint), ..Self::form(meeting, witness, paper) }
    }

    /// The same without the code to scan: for a paper that goes to people who have no record to hold it against. The words of
    /// the fingerprint stay at its foot, so that whoever keeps the record can still find what the paper was made from.
    pub(crate) fn without_code(self) -> Self {
        Self { qr: None, ..self }
    }

    /// Of a form or a notice, which is no draft of a record.
    pub(crate) fn form(meeting: &Meeting, witness: &Witness, paper: &str) -> Self {
        let imprint = witness.made.as_ref();
        let number = |imprint: &Imprint| match imprint.replaces {
            Some(earlier) => format!("第 {} 号（替代第 {earlier} 号）", imprint.number),
            None => format!("第 {} 号", imprint.number),
        };
        let leaves = imprint.and_then(|imprint| imprint.leaves);
        Self {
            title: format!("{}{paper}{}", meeting_name(meeting), back_filled(meeting)),
            paper: format!("{}会议{paper}{}", wording::number(meeting.call.number), back_filled(meeting)),
            foot: format!("记录指纹 {} · 第 {} 条", witness.fingerprint, witness.entry),
            number: imprint.map_or_else(|| "预览，未编号".to_owned(), number),
            leaves: leaves.map(|leaves| LeavesWords {
                book: format!("第 {}-{} 册", leaves.book.year, leaves.book.volume),
                before: leaves.first.saturating_sub(1),
            }),
            draft: matches!(meeting.phase, Phase::CalledOff { .. }).then_some("会议已取消"),
            qr: None,
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

/// What a record is that is not sealed; `None` of a sealed one.
pub(crate) fn draft(phase: &Phase) -> Option<&'static str> {
    match phase {
        Phase::Called => Some("未定稿·会议尚未召开"),
        Phase::Sitting { .. } => Some("未定稿·会议正在进行"),
        Phase::Adjourned { .. } => Some("未定稿·尚未封存"),
        Phase::Sealed { .. } => None,
        Phase::CalledOff { .. } => Some("会议已取消"),
    }
}

/// The title over a paper: 中共云澜市委常委会会议记录; （补录） where it was entered afterwards, so that nobody takes it for one
/// that was kept in the room.
pub(crate) fn title(meeting: &Meeting, paper: &str) -> String {
    format!("{}会议{paper}{}", meeting.call.committee, back_filled(meeting))
}

fn back_filled(meeting: &Meeting) -> &'static str {
    if meeting.is_back_filled() { "（补录）" } else { "" }
}

/// What the head of a paper says of a record that was entered afterwards: why, who answers for it, when it was entered.
pub(crate) fn back_filling(meeting: &Meeting) -> Option<Field> {
    let filling = meeting.call.back_filled.as_ref()?;
    let (entry, at) = (meeting.entries.last()?, wording::date_clock(meeting.last_at));
    let lines = vec![
        format!("本记录系会后补录，所列时刻为会议当时的时刻。事由：{}", filling.reason),
        format!("补录责任人：{}", filling.by),
        format!("录入：{at} 录至第 {entry} 条"),
    ];
    Some(Field::lines("补录", lines))
}

/// 中共云澜市委常委会（第五届）2026年第18次会议.
pub(crate) fn meeting_name(meeting: &Meeting) -> String {
    let (committee, number) = number_name(meeting);
    format!("{committee}{number}会议")
}

/// 中共云澜市委常委会（第五届） and 2026年第18次: the meeting's name in the two parts where a title may be broken.
pub(crate) fn number_name(meeting: &Meeting) -> (String, String) {
    (committee_of_term(meeting), wording::number(meeting.call.number))
}

/// 中共云澜市委常委会（第五届）.
pub(crate) fn committee_of_term(meeting: &Meeting) -> String {
    let call = &meeting.call;
    let term = if call.term.trim().is_empty() { String::new() } else { format!("（{}）", call.term) };
    format!("{}{term}", call.committee)
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

/// 冯伟, 陶然（列席）, 苏简（记录人）.
pub(crate) fn attendant(meeting: &Meeting, person: Attendant) -> String {
    match person {
        Attendant::Member(member) => name(meeting, member),
        Attendant::Observer(id) => match meeting.observer(id) {
            Some(observer) => format!("{}（列席）", observer.name),
            None => format!("列席人员 {id}"),
        },
        Attendant::Recorder => format!("{}（记录人）", meeting.call.recorder.name),
    }
}

/// 二、研究干部任免事项; with the mark of what was entered after the notice went out.
pub(crate) fn heading(number: usize, record: &ItemRecord) -> String {
    format!("{}、{}{}", wording::han(number), record.item.title, unscheduled(record.item.unscheduled))
}

/// （临时动议） (R-HY-17).
pub(crate) fn unscheduled(is: bool) -> &'static str {
    if is { "（临时动议）" } else { "" }
}

/// 拟任 and 拟免, each where there is one: 任：市数据局局长.
pub(crate) fn proposed(nominee: &Nominee) -> Vec<String> {
    let posts = [("任", &nominee.proposed_post), ("免", &nominee.post_to_leave)];
    let posts = posts.into_iter().filter(|(_, post)| !post.trim().is_empty());
    posts.map(|(what, post)| format!("{what}：{post}")).collect()
}

/// Those who sit in, each once, with the numbers of the items for which they do.
pub(crate) fn observers(meeting: &Meeting) -> Vec<(&Observer, Vec<usize>)> {
    let mut observers: Vec<(&Observer, Vec<usize>)> = Vec::new();
    for (number, record) in (1..).zip(&meeting.items) {
        for observer in &record.item.observers {
            let same = |known: &Observer| known.name == observer.name && known.post == observer.post;
            match observers.iter_mut().find(|(known, _)| same(known)) {
                Some((_, items)) => items.push(number),
                None => observers.push((observer, vec![number])),
            }
        }
    }
    observers
}

/// What entries are marked with: 〔违规一〕 where a rule was broken by it, 〔见更正一〕 where it was corrected.
pub(crate) struct Marks {
    violations: BTreeMap<EntryNo, Vec<String>>,
    corrections: BTreeMap<EntryNo, Vec<String>>,
}

impl Marks {
    pub(crate) fn of(meeting: &Meeting) -> Self {
        let mut marks = Self { violations: BTreeMap::new(), corrections: BTreeMap::new() };
        for (number, correction) in (1..).zip(&meeting.corrections) {
            marks.corrections.entry(correction.entry).or_default().push(wording::han(number));
        }
        for (number, breach) in (1..).zip(breaches(meeting)) {
            for (_, by) in breach.found {
                marks.violations.entry(by).or_default().push(wording::han(number));
            }
        }
        marks
    }

    /// Nothing, where there is nothing to see.
    pub(crate) fn at(&self, entry: EntryNo) -> String {
        let mark = |numbers: &BTreeMap<EntryNo, Vec<String>>, word: &str| {
            numbers.get(&entry).map_or_else(String::new, |numbers| format!("〔{word}{}〕", numbers.join("、")))
        };
        mark(&self.violations, "违规") + &mark(&self.corrections, "见更正")
    }

    /// Whether any of them was corrected.
    pub(crate) fn corrects(&self, mut entries: impl Iterator<Item = EntryNo>) -> bool {
        entries.any(|entry| self.corrections.contains_key(&entry))
    }
}

/// A rule that was broken on the same facts, once or again and again: below the quorum every stance breaks it anew.
pub(crate) struct Breach<'a> {
    /// Which rule, by which facts.
    pub(crate) refusal: &'a Refusal,
    /// Where the violation was found, and by which entry the rule was broken: the next that is no violation itself.
    pub(crate) found: Vec<(Stamp, EntryNo)>,
}

/// The violations of a back-filled meeting, in order.
pub(crate) fn breaches(meeting: &Meeting) -> Vec<Breach<'_>> {
    let entries: BTreeSet<EntryNo> = meeting.violations.iter().map(|violation| violation.stamp.entry).collect();
    let mut breaches: Vec<Breach<'_>> = Vec::new();
    for violation in &meeting.violations {
        let entry = violation.stamp.entry;
        let place = meeting.entries.partition_point(|it| *it <= entry);
        let by = meeting.entries[place..].iter().copied().find(|it| !entries.contains(it)).unwrap_or(entry);
        match breaches.iter_mut().find(|breach| *breach.refusal == violation.refusal) {
            Some(breach) => breach.found.push((violation.stamp, by)),
            None => breaches.push(Breach { refusal: &violation.refusal, found: vec![(violation.stamp, by)] }),
        }
    }
    breaches
}

/// 中共云澜市委常委会2026年第18次会议记录, without what file systems do not allow.
pub(crate) fn file_name(meeting: &Meeting, paper: &str) -> String {
    // Three bytes a character: the whole name stays below the 255 bytes of common file systems.
    const LONGEST: usize = 50;
    let committee = meeting.call.committee.chars();
    let fit = |letter: &char| letter.is_alphanumeric() || "（）()·-_".contains(*letter);
    let committee: String = committee.filter(fit).take(LONGEST).collect();
    format!("{committee}{}会议{paper}", wording::number(meeting.call.number))
}
