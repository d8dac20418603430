//! 任免事项呈报表 (rulebook §7.9): the nominees with what was found out about them before the meeting.

use meeting::{MatterRecord, Meeting, Nominee, PreparationMark, PreparationStep, StepState};
use serde::Serialize;

use crate::sheet::{Field, Sheet, heading, meeting_name, proposed, unscheduled};
use crate::{PaperFault, Witness, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "任免事项呈报表";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct NomineeList {
    sheet: Sheet,
    title: String,
    head: Vec<Field>,
    groups: Vec<Group>,
}

/// An item with its nominees.
#[derive(Debug, Serialize)]
struct Group {
    lead: String,
    rows: Vec<Row>,
}

/// A nominee. What is empty is filled in by hand.
#[derive(Debug, Serialize)]
struct Row {
    number: String,
    lead: String,
    sex: String,
    born: String,
    education: String,
    politics: String,
    /// 现任职务, and since when.
    current: Vec<String>,
    /// 拟任 and 拟免.
    proposed: Vec<String>,
    change: &'static str,
    /// 民主推荐得票.
    recommendation: Vec<String>,
    /// 民主测评.
    appraisal: String,
    /// 考察结论.
    inspection: Vec<String>,
    /// 会审结论.
    review: Vec<String>,
    /// 部务会意见.
    opinion: Vec<String>,
    remark: String,
}

/// Makes the document model. [`PaperFault::NothingToPrint`] where nobody is nominated.
pub(crate) fn nominee_list(meeting: &Meeting, witness: &Witness) -> Result<NomineeList, PaperFault> {
    let mut number = 0;
    let mut groups = Vec::new();
    for (place, record) in (1..).zip(&meeting.items) {
        let mut rows = Vec::new();
        for matter in &record.matters {
            if let Some(nominee) = &matter.nominee {
                number += 1;
                rows.push(row(number, nominee, matter));
            }
        }
        if !rows.is_empty() {
            groups.push(Group { lead: heading(place, record), rows });
        }
    }
    if groups.is_empty() {
        return Err(PaperFault::NothingToPrint { paper: PAPER });
    }
    Ok(NomineeList {
        sheet: Sheet::form(meeting, witness, PAPER),
        title: format!("干部{PAPER}"),
        head: vec![
            Field::text("会议名称", meeting_name(meeting)),
            Field::text("时间", wording::date_weekday_clock(meeting.call.scheduled)),
            Field::text("人选", format!("{number} 名（{}）", changes(meeting))),
        ],
        groups,
    })
}

/// What the profile leaves out is taken from the checklist, where that knows it; the rest is filled in by hand.
fn row(number: usize, nominee: &Nominee, matter: &MatterRecord) -> Row {
    let profile = &nominee.profile;
    let step = |step| matter.preparation.iter().map(|(_, mark)| mark).find(|mark| mark.step == step);
    let or = |known: &str, other: Vec<String>| if known.trim().is_empty() { other } else { vec![known.to_owned()] };
    let since = (!profile.since.trim().is_empty()).then(|| format!("（{}）", profile.since));
    // The number of votes is in the paper that the checklist refers to.
    let recommended = step(PreparationStep::Recommendation).map(|mark| mark.reference.clone());
    Row {
        number: number.to_string(),
        lead: wording::spread(&nominee.name),
        sex: profile.sex.clone(),
        born: profile.born.clone(),
        education: profile.education.clone(),
        politics: profile.politics.clone(),
        current: [wording::or_none(&nominee.current_post)].into_iter().chain(since).collect(),
        proposed: proposed(nominee),
        change: wording::change(nominee.change),
        recommendation: or(&profile.recommendation, recommended.into_iter().collect()),
        appraisal: profile.appraisal.clone(),
        inspection: or(&profile.inspection, conclusion(step(PreparationStep::Inspection))),
        review: conclusion(step(PreparationStep::JointReview)),
        opinion: conclusion(step(PreparationStep::DepartmentOpinion)),
        remark: remark(nominee),
    }
}

/// 已完成, 会审复函, 2026年2月25日; nothing where the step was not marked.
fn conclusion(mark: Option<&PreparationMark>) -> Vec<String> {
    let Some(mark) = mark else { return Vec::new() };
    let mut lines = vec![wording::step_state(mark.state).to_owned()];
    lines.extend((!mark.reference.trim().is_empty()).then(|| mark.reference.clone()));
    if let Some(on) = mark.on.filter(|_| mark.state == StepState::Complete) {
        // The column is as wide as half of a date.
        let day = wording::day(on);
        lines.extend(day.split_inclusive('年').map(str::to_owned));
    }
    lines
}

/// What makes this nominee's matter unlike others (R-HY-17, R-HY-18, R-LC-01), and what was remarked.
fn remark(nominee: &Nominee) -> String {
    let mut remarks = Vec::new();
    if nominee.unscheduled {
        remarks.push(unscheduled(true).trim_matches(['（', '）']).to_owned());
    }
    if let Some(number) = nominee.reconsiders {
        remarks.push(format!("复议{}会议的决定", wording::number(number)));
    }
    if !nominee.not_carried.is_empty() {
        let numbers: Vec<String> = nominee.not_carried.iter().copied().map(wording::number).collect();
        remarks.push(format!("{}会议未通过", numbers.join("、")));
    }
    if !nominee.profile.remark.trim().is_empty() {
        remarks.push(nominee.profile.remark.clone());
    }
    remarks.join("；")
}

/// 提拔 4，平级调整 1: how many of each kind, in the order in which they first occur.
fn changes(meeting: &Meeting) -> String {
    let mut changes: Vec<(&'static str, usize)> = Vec::new();
    for nominee in meeting.items.iter().flat_map(|record| record.item.nominees()) {
        let change = wording::change(nominee.change);
        match changes.iter_mut().find(|(known, _)| *known == change) {
            Some((_, count)) => *count += 1,
            None => changes.push((change, 1)),
        }
    }
    changes.into_iter().map(|(change, count)| format!("{change} {count}")).collect::<Vec<_>>().join("，")
}
