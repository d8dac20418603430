//! 会议纪要: what was decided, for those who carry it out (rulebook §7.3, GB/T 9704 10.3). Who said what and how the votes
//! fell is for the minutes alone (R-JL2-09).

use meeting::{Attendance, Meeting, Seat};
use serde::Serialize;

use crate::presence::{is_marked_present, opened, presided};
use crate::sheet::{Field, Sheet, name};
use crate::{PaperFault, Witness, decided, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "纪要";

/// The summary.
#[derive(Debug, Serialize)]
pub(crate) struct Summary {
    pub(crate) sheet: Sheet,
    /// 纪要标志.
    pub(crate) mark: String,
    /// 〔2026〕18号.
    pub(crate) number: String,
    /// 发文机关.
    pub(crate) issuer: String,
    /// 成文日期: the day on which the meeting decided (《党政机关公文处理工作条例》第九条（十二）).
    pub(crate) date: String,
    /// 导语.
    pub(crate) opening: String,
    /// 议定事项.
    pub(crate) items: Vec<Field>,
    /// 出席, 请假, 缺席, 列席, 记录.
    pub(crate) tail: Vec<Field>,
}

/// Makes the document model. Faults where no item is closed.
pub(crate) fn summary(meeting: &Meeting, witness: &Witness) -> Result<Summary, PaperFault> {
    let mut items = Vec::new();
    for record in &meeting.items {
        let Some(mut text) = decided::decision(meeting, record) else { continue };
        text.extend(record.matters.iter().filter_map(decided::told));
        if text.is_empty() {
            text.push(decided::NOTHING_DECIDED.to_owned());
        }
        items.push(Field::lines(&format!("{}、{}", wording::han(items.len() + 1), record.item.title), text));
    }
    if items.is_empty() {
        return Err(PaperFault::NothingToPrint { paper: PAPER });
    }
    let date = wording::date(opened(meeting).map_or(meeting.call.scheduled, |opened| opened.at));
    Ok(Summary {
        sheet: Sheet::new(meeting, witness, PAPER).without_code(),
        mark: format!("{}会议纪要", meeting.call.committee),
        number: wording::document_number(meeting.call.number),
        issuer: meeting.call.committee.clone(),
        opening: opening(meeting, &date, items.len()),
        date,
        items,
        tail: tail(meeting),
    })
}

fn opening(meeting: &Meeting, date: &str, items: usize) -> String {
    let chairs: Vec<String> =
        presided(meeting).into_iter().map(|chair| format!("{}同志", name(meeting, chair))).collect();
    let after_each_other = if chairs.len() > 1 { "先后" } else { "" };
    format!(
        "{date}，{}{after_each_other}主持召开{}{}会议，审议议题 {items} 项。现将议定事项纪要如下：",
        chairs.join("、"),
        meeting.call.committee,
        wording::number(meeting.call.number)
    )
}

/// Names are a list here, so two-character ones are spread (R-XM-01). Why somebody was away is nobody's business outside.
fn tail(meeting: &Meeting) -> Vec<Field> {
    let came = |seat: &Seat| is_marked_present(seat) || !seat.movements.is_empty();
    let of = |wanted: &dyn Fn(&Seat) -> bool| -> Vec<String> {
        let seats = meeting.seats.iter().filter(|seat| wanted(seat));
        seats.map(|seat| wording::spread(&seat.member.name)).collect()
    };
    let mut observers: Vec<String> = Vec::new();
    for observer in meeting.items.iter().flat_map(|record| &record.item.observers) {
        let observer = wording::with_post(&wording::spread(&observer.name), &observer.post);
        if !observers.contains(&observer) {
            observers.push(observer);
        }
    }
    let people = [
        ("出席", of(&came)),
        ("请假", of(&|seat| !came(seat) && matches!(seat.attendance, Some(Attendance::OnLeave { .. })))),
        ("缺席", of(&|seat| !came(seat) && matches!(seat.attendance, Some(Attendance::Absent { .. })))),
    ];
    let mut tail: Vec<Field> = people
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(lead, names)| Field::names(lead, names))
        .collect();
    if !observers.is_empty() {
        tail.push(Field::lines("列席", observers));
    }
    tail.push(Field::names("记录", vec![wording::spread(&meeting.call.recorder.name)]));
    tail
}
