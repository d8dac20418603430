//! 表决票 (rulebook §7.4): a paper for every voter. Its number is drawn by chance, and nothing on it tells whose it is: not
//! even the page of the print, since papers are handed out in the order in which they lie.

use meeting::{Choice, Meeting, Nominee, Rulebook};
use serde::Serialize;

use crate::sheet::{Sheet, meeting_name, proposed};
use crate::sign_in::Spaced;
use crate::{PaperFault, Witness, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "表决票";
/// The most nominees that stand on one page (rulebook §7.4): the template's rows are too high for one more.
const PAGE: usize = 15;
/// The number of a paper that nobody is handed.
const SPECIMEN: &str = "样票";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct Ballots {
    pub(super) sheet: Sheet,
    title: String,
    /// Which meeting, and which day.
    meeting: Spaced,
    /// What can be voted, each with a column.
    choices: Vec<&'static str>,
    /// 填票说明.
    instructions: Vec<String>,
    rows: Vec<Row>,
    /// 票号: one for every paper. Empty where it is filled in by hand.
    tickets: Vec<String>,
}

/// A nominee. Everything is empty in a row that is filled in by hand.
#[derive(Clone, Debug, Default, Serialize)]
struct Row {
    number: String,
    lead: String,
    current: String,
    proposed: Vec<String>,
}

/// Makes the document model. Numbers are kept nowhere: a paper that was made is shown again as a specimen, as a preview is.
/// [`PaperFault::NothingToPrint`] where nobody is nominated.
pub(crate) fn ballots(meeting: &Meeting, witness: &Witness) -> Result<Ballots, PaperFault> {
    let nominees = meeting.items.iter().flat_map(|record| record.item.nominees());
    let rows: Vec<Row> = (1..).zip(nominees).map(|(number, nominee)| row(number, nominee)).collect();
    let tickets = match &witness.made {
        Some(imprint) if !imprint.ballots.is_empty() => imprint.ballots.clone(),
        _ => vec![SPECIMEN.to_owned()],
    };
    if rows.is_empty() {
        return Err(PaperFault::NothingToPrint { paper: PAPER });
    }
    let day = wording::date(meeting.call.scheduled);
    Ok(Ballots {
        sheet: Sheet::form(meeting, witness, PAPER),
        title: title(meeting),
        meeting: vec![format!("{}　{day}", meeting_name(meeting))],
        choices: choices(&meeting.call.rulebook),
        instructions: instructions(&meeting.call.rulebook),
        rows,
        tickets,
    })
}

/// One paper, whose meeting, number and nominees are filled in by hand.
pub(crate) fn blank(meeting: &Meeting, sheet: Sheet, name: Spaced) -> Ballots {
    Ballots {
        sheet,
        title: title(meeting),
        meeting: name,
        choices: choices(&meeting.call.rulebook),
        instructions: instructions(&meeting.call.rulebook),
        rows: vec![Row::default(); PAGE],
        tickets: vec![String::new()],
    }
}

fn title(meeting: &Meeting) -> String {
    format!("{}干部任免{PAPER}", meeting.call.committee)
}

fn row(number: usize, nominee: &Nominee) -> Row {
    Row {
        number: number.to_string(),
        lead: wording::spread(&nominee.name),
        current: wording::or_none(&nominee.current_post),
        proposed: proposed(nominee),
    }
}

/// 同意, 不同意, and what else the rulebook offers.
pub(super) fn choices(rulebook: &Rulebook) -> Vec<&'static str> {
    let all = [Choice::Agree, Choice::Against, Choice::Abstain, Choice::Defer];
    all.into_iter().filter(|choice| rulebook.offers(*choice)).map(wording::choice).collect()
}

/// ○ for, × against, no mark for an abstention; a nominee with two marks is void, the others on the paper are not (R-PJ-07).
fn instructions(rulebook: &Rulebook) -> Vec<String> {
    let mut marks = vec!["同意的，在“同意”栏画“○”", "不同意的，在“不同意”栏画“×”"];
    if rulebook.offers(Choice::Abstain) {
        marks.push("弃权的，在“弃权”栏画“○”，各栏都不画的也按弃权计");
    }
    if rulebook.offers(Choice::Defer) {
        marks.push("主张缓议的，在“缓议”栏画“○”");
    }
    let empty = if rulebook.offers(Choice::Abstain) { "" } else { "各栏都不画、" };
    vec![
        format!("对每名人选只画一个符号：{}。", marks.join("；")),
        format!("{empty}画两个以上符号、涂改不清、另写他人的，该名人选的表决无效，不影响其他人选。"),
        "本票无记名，请勿署名或者作其他记号；不得另提他人；不得委托他人投票。".to_owned(),
    ]
}
