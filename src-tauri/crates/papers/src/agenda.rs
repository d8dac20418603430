//! 会议议程: the items in order, with the nominees of an appointment item and who sits in.

use meeting::{ItemRecord, Meeting};
use serde::Serialize;

use crate::sheet::{Field, Sheet, heading, meeting_name, member_with_post, proposed, title, unscheduled};
use crate::{Witness, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "议程";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct Agenda {
    pub(crate) sheet: Sheet,
    pub(crate) title: String,
    pub(crate) head: Vec<Field>,
    pub(crate) items: Vec<Item>,
}

/// An item.
#[derive(Debug, Serialize)]
pub(crate) struct Item {
    /// 二、研究干部任免事项.
    pub(crate) lead: String,
    /// 列席：…; nothing where nobody sits in.
    pub(crate) observers: String,
    pub(crate) nominees: Vec<NomineeRow>,
}

/// A nominee.
#[derive(Debug, Serialize)]
pub(crate) struct NomineeRow {
    pub(crate) number: String,
    /// The name, with the mark of what came after the notice.
    pub(crate) lead: String,
    /// 现任.
    pub(crate) current: String,
    /// 拟任 and 拟免.
    pub(crate) proposed: Vec<String>,
    /// 类别.
    pub(crate) change: &'static str,
}

/// Makes the document model.
pub(crate) fn agenda(meeting: &Meeting, witness: &Witness) -> Agenda {
    let call = &meeting.call;
    Agenda {
        sheet: Sheet::form(meeting, witness, PAPER),
        title: title(meeting, PAPER),
        head: vec![
            Field::text("会议名称", meeting_name(meeting)),
            Field::text("时间", wording::date_weekday_clock(call.scheduled)),
            Field::text("地点", &call.place),
            Field::text("主持人", member_with_post(meeting, meeting.chair)),
            Field::text("出席", format!("全体{}（{} 人）", wording::members_of(&call.committee), meeting.entitled())),
        ],
        items: (1..).zip(&meeting.items).map(|(number, record)| item(number, record)).collect(),
    }
}

fn item(number: usize, record: &ItemRecord) -> Item {
    let observers = record.item.observers.iter().map(|observer| wording::with_post(&observer.name, &observer.post));
    let observers: Vec<String> = observers.collect();
    let nominees = (1..).zip(record.item.nominees()).map(|(number, nominee): (usize, _)| NomineeRow {
        number: number.to_string(),
        lead: wording::spread(&nominee.name) + unscheduled(nominee.unscheduled),
        current: wording::or_none(&nominee.current_post),
        proposed: proposed(nominee),
        change: wording::change(nominee.change),
    });
    Item {
        lead: heading(number, record),
        observers: if observers.is_empty() { String::new() } else { format!("列席：{}。", observers.join("、")) },
        nominees: nominees.collect(),
    }
}
