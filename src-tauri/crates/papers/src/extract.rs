//! 议定事项通知: what was decided on one item, for the unit that it concerns; nothing of other items, and where nominees are
//! named, nothing of the others.

use meeting::{ItemRecord, MatterRecord, Meeting};
use serde::Serialize;

use crate::presence::opened;
use crate::sheet::Sheet;
use crate::{ExtractOf, PaperFault, Witness, decided, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "议定事项通知";

/// The extract.
#[derive(Debug, Serialize)]
pub(crate) struct Extract {
    pub(crate) sheet: Sheet,
    pub(crate) title: String,
    /// 主送.
    pub(crate) to: String,
    /// What leads in to the decision, and the decision.
    pub(crate) body: Vec<String>,
    /// 署名.
    pub(crate) issuer: String,
    /// 成文日期: the day on which the meeting decided.
    pub(crate) date: String,
}

/// Makes the document model. Faults where the item is not closed, or has no such nominee.
pub(crate) fn extract(meeting: &Meeting, of: &ExtractOf, witness: &Witness) -> Result<Extract, PaperFault> {
    let nothing = PaperFault::NothingToPrint { paper: PAPER };
    let record = meeting.item(of.item).ok_or_else(|| nothing.clone())?;
    let mut decision = decided::decision(meeting, record).ok_or_else(|| nothing.clone())?;
    if of.nominees.is_empty() {
        decision.extend(record.matters.iter().filter_map(decided::told));
    } else {
        let asked = |matter: &&MatterRecord| matter.nominee_id().is_some_and(|id| of.nominees.contains(&id));
        let (asked, others): (Vec<_>, Vec<_>) = record.matters.iter().partition(asked);
        // One that is not there cannot be left out in silence.
        let known = |id| record.matters.iter().any(|matter| matter.nominee_id() == Some(id));
        if !of.nominees.iter().all(|id| known(*id)) {
            return Err(nothing);
        }
        // The decision is one text for the whole item: a paragraph that names somebody else is not for this reader.
        decision.retain(|words| !others.iter().any(|other| names(words, other)));
        decision.extend(asked.into_iter().filter_map(decided::told_by_name));
    }
    if decision.is_empty() {
        decision.push(decided::NOTHING_DECIDED.to_owned());
    }
    let date = wording::date(opened(meeting).map_or(meeting.call.scheduled, |opened| opened.at));
    let lead = format!(
        "{date}，{}召开{}会议，对“{}”议定如下：",
        meeting.call.committee,
        wording::number(meeting.call.number),
        record.item.title
    );
    let body = [lead].into_iter().chain(decision).chain(["特此通知。".to_owned()]).collect();
    let to = if of.to.trim().is_empty() { "各有关单位" } else { of.to.trim().trim_end_matches([':', '：']) };
    Ok(Extract {
        sheet: Sheet::new(meeting, witness, PAPER).without_code(),
        title: title(record),
        to: format!("{to}："),
        body,
        issuer: meeting.call.committee.clone(),
        date,
    })
}

/// 关于研究干部任免事项的议定事项通知; a title that begins with 关于 has it already.
fn title(record: &ItemRecord) -> String {
    let about = record.item.title.trim();
    format!("关于{}的议定事项通知", about.strip_prefix("关于").unwrap_or(about))
}

/// Whether somebody is named, spread or not (R-XM-02).
fn names(words: &str, matter: &MatterRecord) -> bool {
    let bare = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    matter.nominee.as_ref().is_some_and(|nominee| bare(words).contains(&bare(&nominee.name)))
}
