//! 签到表: members in order of rank, then those who sit in, then the recorder, each with a place to sign.

use meeting::Meeting;
use serde::Serialize;

use crate::sheet::{Sheet, meeting_name, member_with_post, observers, title};
use crate::{Witness, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "签到表";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct SignIn {
    pub(super) sheet: Sheet,
    pub(super) title: String,
    pub(super) head: Vec<Entry>,
    pub(super) groups: Vec<Group>,
    /// The counts at the foot, to be filled in by hand.
    pub(super) counts: Spaced,
}

/// A label with what stands behind it.
#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    lead: &'static str,
    text: Spaced,
}

/// Words with a space between each to be filled in by hand; where there are none, a whole line.
pub(crate) type Spaced = Vec<String>;

impl Entry {
    pub(crate) fn new(lead: &'static str, text: impl Into<String>) -> Self {
        Self { lead, text: vec![text.into()] }
    }

    /// To be filled in by hand, with words between.
    pub(crate) fn spaced(lead: &'static str, text: Spaced) -> Self {
        Self { lead, text }
    }

    /// To be filled in by hand.
    pub(crate) fn blank(lead: &'static str) -> Self {
        Self::spaced(lead, Vec::new())
    }
}

/// Those who are there for the same reason.
#[derive(Debug, Serialize)]
pub(crate) struct Group {
    lead: String,
    rows: Vec<Row>,
}

/// A person. Everything is empty in a row that is filled in by hand.
#[derive(Clone, Debug, Default, Serialize)]
struct Row {
    number: String,
    lead: String,
    post: String,
    remark: String,
}

/// Makes the document model.
pub(crate) fn sign_in(meeting: &Meeting, witness: &Witness) -> SignIn {
    let call = &meeting.call;
    let mut groups = vec![members(meeting)];
    let observers: Vec<Row> = (1..)
        .zip(observers(meeting))
        .map(|(number, (observer, items)): (usize, _)| {
            let items: Vec<String> = items.into_iter().map(wording::han).collect();
            let remark = format!("议题{}", items.join("、"));
            Row {
                number: number.to_string(),
                lead: wording::spread(&observer.name),
                post: observer.post.clone(),
                remark,
            }
        })
        .collect();
    if !observers.is_empty() {
        groups.push(Group { lead: "列席人员".to_owned(), rows: observers });
    }
    let recorder = &call.recorder;
    let (number, lead) = ("1".to_owned(), wording::spread(&recorder.name));
    let recorder = Row { number, lead, post: recorder.post.clone(), remark: String::new() };
    groups.push(Group { lead: "记录人".to_owned(), rows: vec![recorder] });
    SignIn {
        sheet: Sheet::form(meeting, witness, PAPER),
        title: title(meeting, PAPER),
        head: vec![
            Entry::new("会议名称", meeting_name(meeting)),
            Entry::new("时间", wording::date_weekday_clock(call.scheduled)),
            Entry::new("地点", &call.place),
            Entry::new("主持人", member_with_post(meeting, meeting.chair)),
        ],
        groups,
        counts: counts(meeting),
    }
}

/// With the roster alone: who sits in and who takes the minutes is filled in by hand.
pub(crate) fn blank(meeting: &Meeting, sheet: Sheet, title: String, head: Vec<Entry>) -> SignIn {
    const OBSERVERS: usize = 8;
    let empty = |lead: &str, rows| Group { lead: lead.to_owned(), rows: vec![Row::default(); rows] };
    let groups = vec![members(meeting), empty("列席人员", OBSERVERS), empty("记录人", 1)];
    SignIn { sheet, title, head, groups, counts: counts(meeting) }
}

fn members(meeting: &Meeting) -> Group {
    let rows = (1..).zip(&meeting.seats).map(|(number, seat): (usize, _)| Row {
        number: number.to_string(),
        lead: wording::spread(&seat.member.name),
        post: seat.member.posts.clone(),
        remark: String::new(),
    });
    let members = wording::members_of(&meeting.call.committee);
    Group { lead: format!("出席{members}（应到 {} 人）", meeting.entitled()), rows: rows.collect() }
}

fn counts(meeting: &Meeting) -> Spaced {
    let entitled = format!("应到 {} 人　实到", meeting.entitled());
    [entitled.as_str(), "人　请假", "人　缺席", "人"].map(str::to_owned).to_vec()
}
