//! 会议记录: the document model of the minutes. What was said stands in the order in which it was recorded.

mod annex;
mod ballots;
mod head;
mod scribe;

use std::collections::BTreeMap;

use meeting::{Attendant, EntryNo, Meeting, Phase, Stamp};
use serde::Serialize;

use crate::Witness;
use crate::sheet::{Field, Marks, Sheet, name, title};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "记录";
/// A last line of up to ten printed lines goes over to the next page with the end of the record.
const SHORT: usize = 280;

/// The minutes.
#[derive(Debug, Serialize)]
pub(crate) struct Minutes {
    pub(crate) sheet: Sheet,
    pub(crate) title: String,
    pub(crate) head: Vec<Field>,
    pub(crate) body: Vec<Part>,
    pub(crate) end: End,
}

/// A piece of the body.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Part {
    /// The heading of an item, or of what is listed behind the items.
    Item { lead: String },
    /// The heading of a nominee, with what is proposed.
    Nominee { lead: String, fields: Vec<Field> },
    /// A nominee's checklist, below the line that leads in to it.
    Checklist { rows: Vec<Vec<String>> },
    /// A paragraph, or several.
    Line(Line),
}

/// Words with who or what they belong to.
#[derive(Debug, Serialize)]
pub(crate) struct Line {
    /// Whose words, or what they are; with its colon. May be empty.
    pub(crate) lead: String,
    /// Paragraphs.
    pub(crate) text: Vec<String>,
    /// 〔见更正一〕, or nothing.
    pub(crate) mark: String,
    /// Time and entry, or nothing.
    pub(crate) stamp: String,
    /// Stays on the page of what follows.
    pub(crate) keep: bool,
}

/// The end of the record: on one sheet, with the signatures.
#[derive(Debug, Serialize)]
pub(crate) struct End {
    pub(crate) lead: &'static str,
    pub(crate) blank: &'static str,
    pub(crate) text: String,
    pub(crate) stamp: String,
    pub(crate) signatures: Vec<String>,
}

/// Makes the document model.
pub(crate) fn minutes(meeting: &Meeting, witness: &Witness) -> Minutes {
    let marks = Marks::of(meeting);
    let mut body = scribe::body(meeting, &marks);
    if let Some(Part::Line(line)) = body.last_mut() {
        line.keep = line.text.iter().map(|text| text.chars().count()).sum::<usize>() <= SHORT;
    }
    Minutes {
        sheet: Sheet::new(meeting, witness, PAPER),
        title: title(meeting, PAPER),
        head: head::head(meeting, &marks),
        body,
        end: end(meeting, &marks),
    }
}

/// 9:05·第35条.
fn stamp_words(meeting: &Meeting, stamp: Stamp) -> String {
    format!("{}·第{}条", head::clock(meeting, stamp.at), stamp.entry)
}

fn end(meeting: &Meeting, marks: &Marks) -> End {
    let (text, stamp) = match &meeting.phase {
        Phase::Called => ("（会议尚未召开。）".to_owned(), String::new()),
        Phase::CalledOff { stamp, reason } => (format!("会议取消。事由：{reason}"), stamp_words(meeting, *stamp)),
        Phase::Sitting { .. } => ("（会议尚未散会。）".to_owned(), String::new()),
        Phase::Adjourned { adjourned, .. } | Phase::Sealed { adjourned, .. } => {
            ("散会。".to_owned() + &marks.at(adjourned.entry), stamp_words(meeting, *adjourned))
        }
    };
    End { lead: "会议记录末页", blank: "（以下空白）", text, stamp, signatures: signatures(meeting) }
}

/// What every entry said, as the minutes print it; what stands in their head is not among it.
pub(crate) fn originals(meeting: &Meeting, marks: &Marks) -> BTreeMap<EntryNo, String> {
    scribe::originals(meeting, marks)
}

/// Who is to sign: the chair, the recorder, and whoever took the minutes while the recorder was out.
pub(crate) fn signatures(meeting: &Meeting) -> Vec<String> {
    let mut recorders = vec![meeting.call.recorder.name.clone()];
    let recusals = meeting.matters().flat_map(|matter| &matter.recusals);
    for recusal in recusals.filter(|recusal| recusal.person == Attendant::Recorder) {
        if !recorders.contains(&recusal.substitute) {
            recorders.push(recusal.substitute.clone());
        }
    }
    let chair = format!("主持人（{}）", name(meeting, meeting.chair));
    [chair].into_iter().chain(recorders.into_iter().map(|recorder| format!("记录人（{recorder}）"))).collect()
}
