//! 更正清单: what was put right after it was recorded. Nothing is changed: the words that were wrong stand beside (R-JS-04).

use meeting::Meeting;
use serde::Serialize;

use crate::ink::paragraphs;
use crate::minutes::{originals, signatures};
use crate::presence::opened;
use crate::sheet::{Field, Marks, Sheet, back_filling, meeting_name, time, title};
use crate::{PaperFault, Witness, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "更正清单";

/// The list.
#[derive(Debug, Serialize)]
pub(crate) struct Corrections {
    sheet: Sheet,
    title: String,
    head: Vec<Field>,
    corrections: Vec<Correction>,
    signatures: Vec<String>,
}

/// A correction: its number, what it is about, and what is known of it.
#[derive(Debug, Serialize)]
struct Correction {
    lead: String,
    fields: Vec<Field>,
}

/// Makes the document model. Faults where nothing was corrected.
pub(crate) fn corrections(meeting: &Meeting, witness: &Witness) -> Result<Corrections, PaperFault> {
    if meeting.corrections.is_empty() {
        return Err(PaperFault::NothingToPrint { paper: PAPER });
    }
    let marks = Marks::of(meeting);
    let originals = originals(meeting, &marks);
    let corrections = (1..).zip(&meeting.corrections).map(|(number, correction)| {
        let before_opening = opened(meeting).is_none_or(|opened| correction.entry < opened.entry);
        // Whole, however long: this list is read without the minutes beside it.
        let (to, reason) = put_right(correction);
        let original = match originals.get(&correction.entry) {
            _ if let Some(vote) = correction.vote => wording::choice(vote.from).to_owned(),
            Some(words) => words.clone(),
            None if before_opening => "会前登记的内容，见会议记录首部。".to_owned(),
            None => "见会议记录该条。".to_owned(),
        };
        Correction {
            lead: format!(
                "更正{}（更正第 {} 条）{}",
                wording::han(number),
                correction.entry,
                marks.at(correction.stamp.entry)
            ),
            fields: vec![
                Field::text("原记录", original),
                Field::lines("更正为", to),
                Field::lines("更正理由", reason),
                Field::text("更正人", correction.by.clone()),
                Field::text(
                    "登记",
                    format!("{}，第 {} 条", wording::date_clock(correction.stamp.at), correction.stamp.entry),
                ),
            ],
        }
    });
    let corrections: Vec<Correction> = corrections.collect();
    let mut head = vec![
        Field::text("会议名称", meeting_name(meeting)),
        Field::text("会议时间", time(meeting)),
        Field::text("更正", format!("共 {} 处。更正另立条目，原记录不改。", corrections.len())),
    ];
    head.extend(back_filling(meeting));
    Ok(Corrections {
        sheet: Sheet::new(meeting, witness, PAPER),
        title: title(meeting, PAPER),
        head,
        corrections,
        signatures: signatures(meeting),
    })
}

/// How an entry reads now, and why, as paragraphs.
pub(crate) fn put_right(correction: &meeting::Correction) -> (Vec<String>, Vec<String>) {
    match correction.vote {
        Some(vote) => {
            (vec![wording::choice(vote.to).to_owned()], vec!["误记，表决结束前改正，票数已按此计。".to_owned()])
        }
        None => (paragraphs(&correction.words), paragraphs(&correction.reason)),
    }
}
