//! 会议通知: goes out before the meeting, so it names items and observers, and of nominees only how many there are.

use meeting::{ItemRecord, Meeting, Observer};
use serde::Serialize;

use crate::sheet::{Sheet, member_with_post, number_name};
use crate::{Witness, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "通知";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct Notice {
    sheet: Sheet,
    /// Its lines: a title is broken where its sense allows (GB/T 9704 7.3.1).
    title: Vec<String>,
    /// 主送, with its colon.
    to: String,
    opening: String,
    sections: Vec<Section>,
    /// 联系人.
    contact: String,
    /// 落款: who, and when.
    signed: String,
    date: String,
}

/// 一、会议时间, with what stands below.
#[derive(Debug, Serialize)]
struct Section {
    lead: String,
    parts: Vec<Part>,
}

/// A heading of the second level, which may be empty, and paragraphs.
#[derive(Debug, Serialize)]
struct Part {
    lead: String,
    text: Vec<String>,
}

impl Part {
    fn text(text: impl Into<String>) -> Self {
        Self { lead: String::new(), text: vec![text.into()] }
    }
}

/// Makes the document model: what was in the notice when it went out. Unscheduled motions came after it (R-HY-17).
pub(crate) fn notice(meeting: &Meeting, witness: &Witness) -> Notice {
    let call = &meeting.call;
    let items: Vec<&ItemRecord> = meeting.items.iter().filter(|record| !record.item.unscheduled).collect();
    let observed = items.iter().any(|record| !record.item.observers.is_empty());
    let members = wording::members_of(&call.committee);
    let sections = [
        ("会议时间", vec![Part::text(wording::date_weekday_clock(call.scheduled))]),
        ("会议地点", vec![Part::text(&call.place)]),
        ("会议主持", vec![Part::text(member_with_post(meeting, call.chair))]),
        ("会议议题", (1..).zip(&items).map(|(number, record)| item(number, record)).collect()),
        ("参加人员", attending(meeting, members, observed)),
        ("有关要求", requests(&items, observed)),
    ];
    let sections = (1..)
        .zip(sections)
        .map(|(number, (lead, parts))| Section { lead: format!("{}、{lead}", wording::han(number)), parts });
    let (committee, number) = number_name(meeting);
    Notice {
        sheet: Sheet::form(meeting, witness, PAPER),
        title: vec![format!("关于召开{committee}"), format!("{number}会议的通知")],
        to: format!("各位{members}{}：", if observed { "、各列席人员" } else { "" }),
        opening: format!("根据工作安排，决定召开{committee}{number}会议。现将有关事项通知如下："),
        sections: sections.collect(),
        contact: format!("联系人：{}", wording::with_post(&call.recorder.name, &call.recorder.post)),
        signed: call.committee.clone(),
        date: wording::date(meeting.notice.map_or(meeting.last_at, |notice| notice.at)),
    }
}

/// The item, how many nominees it has, and who sits in.
fn item(number: usize, record: &ItemRecord) -> Part {
    // A nominee who came after the notice was not in it.
    let nominees = record.item.nominees().iter().filter(|nominee| !nominee.unscheduled).count();
    let count = if nominees > 0 { format!("（人选 {nominees} 名）") } else { String::new() };
    let lead = format!("（{}）{}{count}", wording::han(number), record.item.title);
    let observers: Vec<String> = record.item.observers.iter().map(named).collect();
    let text = if observers.is_empty() { Vec::new() } else { vec![format!("列席：{}。", observers.join("、"))] };
    Part { lead, text }
}

fn named(observer: &Observer) -> String {
    wording::with_post(&observer.name, &observer.post)
}

fn attending(meeting: &Meeting, members: &str, observed: bool) -> Vec<Part> {
    let mut parts = vec![Part::text(format!("出席：全体{members}（{} 人）。", meeting.entitled()))];
    if observed {
        parts.push(Part::text("列席：各议题所列列席人员，只列席相关议题。"));
    }
    parts
}

/// Conventional wording; each line holds with every rulebook.
fn requests(items: &[&ItemRecord], observed: bool) -> Vec<Part> {
    let mut requests = vec!["请安排好工作，准时参加会议，到会时签到。"];
    requests.push(
        "因故不能参加会议的，请于会前向会议主持人书面请假，并说明事由；对议题有意见的，可以书面提出，由会议宣读，不计入票数。",
    );
    if items.iter().any(|record| record.is_appointment()) {
        requests
            .push("任免事项涉及本人，或者与人选有夫妻、直系血亲、三代以内旁系血亲、近姻亲关系的，请主动说明并回避。");
    }
    if observed {
        requests.push("列席人员请在会场外候会，相关议题开始时入场，结束后离场。");
    }
    requests.push("会议内容和会议材料请注意保密，不得外传。");
    (1..).zip(requests).map(|(number, words): (usize, &str)| Part::text(format!("{number}. {words}"))).collect()
}
