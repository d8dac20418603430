//! 表决结果统计表: the document model of the table of votes.

use meeting::{EntryNo, ItemRecord, MatterRecord, Meeting, Outcome, Stage, Verdict};
use serde::Serialize;

use crate::sheet::{Field, Sheet, correction_mark, meeting_name, member_with_post, name, time};
use crate::{Witness, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "表决结果统计表";
/// A row with about as many lines may go over a page end, since a sheet holds hardly more; every other row stays whole.
const WHOLE: usize = 18;
const NOTHING: &str = "—";

/// The table.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VoteRecord {
    sheet: Sheet,
    title: String,
    head: Vec<Field>,
    groups: Vec<Group>,
    total: String,
    notes: Vec<String>,
    signatures: Vec<String>,
}

/// An item with what was decided on it.
#[derive(Debug, Serialize)]
struct Group {
    lead: String,
    rows: Vec<Row>,
}

/// A nominee, or an ordinary item.
#[derive(Debug, Serialize)]
struct Row {
    number: usize,
    /// The nominee's name; 一般议题 where there is none.
    lead: String,
    /// 现任.
    current: String,
    /// 拟任 and 拟免; empty for an ordinary item.
    proposed: Vec<String>,
    /// 表决方式 to 占应到比例; empty where there was no vote.
    cells: Vec<String>,
    /// In their place, why there was no vote.
    reason: String,
    result: String,
    /// Whether the row may go over a page end.
    long: bool,
}

/// Makes the document model.
pub(crate) fn vote_record(meeting: &Meeting, witness: &Witness) -> VoteRecord {
    let mut groups = Vec::new();
    let mut number = 0;
    for (place, record) in (1..).zip(&meeting.items) {
        // An ordinary item that was settled by consent has nothing to count.
        let counted = |matter: &&MatterRecord| record.is_appointment() || matter.stage.verdict().is_some();
        let rows: Vec<Row> = record
            .matters
            .iter()
            .filter(counted)
            .map(|matter| {
                number += 1;
                row(meeting, number, matter)
            })
            .collect();
        if !rows.is_empty() {
            groups.push(Group { lead: format!("{}、{}", wording::han(place), record.item.title), rows });
        }
    }
    VoteRecord {
        sheet: Sheet::new(meeting, witness, PAPER),
        title: format!("{}会议{PAPER}", meeting.call.committee),
        head: vec![
            Field::text("会议名称", meeting_name(meeting)),
            Field::text("时间", time(meeting)),
            Field::text("地点", &meeting.call.place),
            Field::text("主持人", member_with_post(meeting, meeting.chair)),
        ],
        groups,
        total: total(meeting),
        notes: notes(meeting),
        signatures: signatures(meeting),
    }
}

fn row(meeting: &Meeting, number: usize, matter: &MatterRecord) -> Row {
    let (lead, current, proposed) = match &matter.nominee {
        Some(nominee) => {
            let posts = [("任：", &nominee.proposed_post), ("免：", &nominee.post_to_leave)];
            let posts = posts.into_iter().filter(|(_, post)| !post.trim().is_empty());
            let posts = posts.map(|(what, post)| format!("{what}{post}")).collect();
            (wording::spread(&nominee.name), wording::or_none(&nominee.current_post), posts)
        }
        None => ("一般议题".to_owned(), NOTHING.to_owned(), vec![NOTHING.to_owned()]),
    };
    let verdict = matter.stage.verdict();
    let reason = match (verdict, &matter.stage) {
        (Some(Verdict::SetAside { outcome, reason, .. }), _) => {
            format!("{}：{reason}", wording::outcome(*outcome))
        }
        (Some(_), _) => String::new(),
        (None, Stage::Voting(..)) => "正在表决".to_owned(),
        (None, Stage::Discussing(_)) => "正在讨论".to_owned(),
        (None, _) => "未审议".to_owned(),
    };
    let result = match (verdict, &matter.stage) {
        (None, _) => "未表决".to_owned(),
        (Some(verdict), Stage::Announced(..)) => wording::outcome(verdict.outcome()).to_owned(),
        (Some(verdict), _) => format!("{}（未宣布）", wording::outcome(verdict.outcome())),
    };
    let marks: String = entries(matter).into_iter().map(|entry| correction_mark(meeting, entry)).collect();
    let result = result + &marks;
    let posts = proposed.concat();
    // With about how many letters to a line in the column of each.
    let columns = [(&lead, 3), (&current, 8), (&posts, 10), (&reason, 28), (&result, 3)];
    let long = columns.into_iter().any(|(text, letters)| text.chars().count() > WHOLE * letters);
    let cells = verdict.map(|verdict| cells(meeting, verdict)).unwrap_or_default();
    Row { number, lead, current, proposed, cells, reason, result, long }
}

/// The entries of the vote and of what came of it.
fn entries(matter: &MatterRecord) -> Vec<EntryNo> {
    let mut entries = match matter.stage.verdict() {
        Some(Verdict::ByName { stamp, opening, votes, .. }) => {
            let votes = votes.iter().map(|vote| vote.stamp.entry);
            [opening.stamp.entry].into_iter().chain(votes).chain([stamp.entry]).collect()
        }
        Some(Verdict::Secret { stamp, opening, .. }) => vec![opening.stamp.entry, stamp.entry],
        Some(Verdict::SetAside { stamp, .. }) => vec![stamp.entry],
        None => Vec::new(),
    };
    if let Stage::Announced(_, _, stamp, _) = &matter.stage {
        entries.push(stamp.entry);
    }
    entries
}

/// 表决方式, 应到, 实到, 发出, 收回, 有效, 废票, 同意, 不同意, 弃权, 占应到比例. There are no ballot papers where hands or
/// names are counted, so no numbers of them.
fn cells(meeting: &Meeting, verdict: &Verdict) -> Vec<String> {
    let (opening, papers) = match verdict {
        Verdict::ByName { opening, .. } => (opening, [NOTHING; 4].map(str::to_owned)),
        Verdict::Secret { opening, count, .. } => {
            let papers = [count.issued, count.returned, count.valid(), count.spoilt];
            (opening, papers.map(|count| count.to_string()))
        }
        Verdict::SetAside { .. } => return Vec::new(),
    };
    let (Some(method), Some(tally)) = (verdict.method(), verdict.tally()) else { return Vec::new() };
    let entitled = meeting.entitled();
    let mut cells =
        vec![wording::method(method).to_owned(), entitled.to_string(), opening.quorum.present().to_string()];
    cells.extend(papers);
    cells.extend([tally.agree, tally.against, tally.abstain].map(|count| count.to_string()));
    cells.push(wording::percent(tally.agree, entitled));
    cells
}

fn total(meeting: &Meeting) -> String {
    let count = |of: &dyn Fn(&ItemRecord) -> bool, with: &dyn Fn(Option<Outcome>) -> bool| {
        let matters = meeting.items.iter().filter(|record| of(record)).flat_map(|record| &record.matters);
        matters.filter(|matter| with(matter.stage.verdict().map(Verdict::outcome))).count()
    };
    let totals = |of: &dyn Fn(&ItemRecord) -> bool| {
        let outcomes = [Outcome::Carried, Outcome::NotCarried, Outcome::Deferred, Outcome::VotePostponed];
        let words = outcomes
            .map(|outcome| format!("{} {}", wording::outcome(outcome), count(of, &|found| found == Some(outcome))));
        words.join("，")
    };
    let nominees = count(&ItemRecord::is_appointment, &|_| true);
    let open = count(&ItemRecord::is_appointment, &|found| found.is_none());
    let mut total = format!("人选 {nominees} 人：{}", totals(&ItemRecord::is_appointment));
    if open > 0 {
        total += &format!("，未表决 {open}");
    }
    let ordinary = |record: &ItemRecord| !record.is_appointment();
    let settled = count(&ordinary, &|found| found.is_some());
    if settled > 0 {
        total += &format!("；一般议题 {settled} 项：{}", totals(&ordinary));
    }
    total
}

fn notes(meeting: &Meeting) -> Vec<String> {
    let entitled = meeting.entitled();
    let needed = wording::majority(entitled);
    let mut notes = vec![format!("应到会成员 {entitled} 人，超过半数即 {needed} 票同意为通过；未到会的不计票。")];
    let open = |matter: &MatterRecord| matches!(matter.stage.verdict(), Some(Verdict::ByName { .. }));
    if meeting.items.iter().flat_map(|record| &record.matters).any(open) {
        notes.push("口头、举手、记名表决不计发出、收回、有效、废票。".to_owned());
    }
    let corrected = |entry| !correction_mark(meeting, entry).is_empty();
    if meeting.items.iter().flat_map(|record| &record.matters).any(|matter| entries(matter).into_iter().any(corrected))
    {
        notes.push("表中所列为原记录；有更正的，更正内容见会议记录。".to_owned());
    }
    notes
}

/// 监票人（方正言）, 计票人（杜若）, 主持人（周以诺）: who is to sign.
fn signatures(meeting: &Meeting) -> Vec<String> {
    let (mut scrutineers, mut tellers) = (Vec::new(), Vec::new());
    for matter in meeting.items.iter().flat_map(|record| &record.matters) {
        let opening = match matter.stage.verdict() {
            Some(Verdict::ByName { opening, .. } | Verdict::Secret { opening, .. }) => opening,
            Some(Verdict::SetAside { .. }) | None => continue,
        };
        for (names, name) in [(&mut scrutineers, &opening.scrutineer), (&mut tellers, &opening.teller)] {
            if !name.trim().is_empty() && !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    let line = |office: &str, names: Vec<String>| wording::with_post(office, &names.join("、"));
    vec![line("监票人", scrutineers), line("计票人", tellers), line("主持人", vec![name(meeting, meeting.chair)])]
}
