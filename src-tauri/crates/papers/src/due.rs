//! Which papers a meeting owes, and which it can have, as far as it has come.

use meeting::{ItemState, Meeting, Phase, Verdict};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::rounds::{Step, steps};
use crate::{BlankForm, ExtractOf, PaperKind};

/// How things stand with a paper, made or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Due {
    /// The file of the meeting is not complete without it.
    Owed,
    /// It can be made.
    Possible,
    /// It comes later: what it is about has not happened.
    Later,
}

/// The papers of a meeting in the order of its file. A paper that the meeting has no use for is not listed.
pub fn due(meeting: &Meeting) -> Vec<(PaperKind, Due)> {
    let ended = match &meeting.phase {
        Phase::Called | Phase::Sitting { .. } => false,
        Phase::Adjourned { .. } | Phase::Sealed { .. } => true,
        // What was held before it was called off, if anything, is kept; nothing is owed.
        Phase::CalledOff { .. } => {
            return vec![(PaperKind::Notice, Due::Possible), (PaperKind::Minutes, Due::Possible)];
        }
    };
    let called = matches!(meeting.phase, Phase::Called);
    let before = if called { Due::Owed } else { Due::Possible };
    let mut due = vec![(PaperKind::Notice, before), (PaperKind::Agenda, before), (PaperKind::SignIn, before)];
    if meeting.items.iter().any(meeting::ItemRecord::is_appointment) {
        due.push((PaperKind::NomineeList, before));
        due.push((PaperKind::Ballots, Due::Possible));
    }
    let after = |there: bool| match (there, ended) {
        (true, true) => Due::Owed,
        (true, false) => Due::Possible,
        (false, _) => Due::Later,
    };
    if has_secret_ballots(meeting) {
        due.push((PaperKind::CountSheets, Due::Owed));
    }
    let voted = meeting.matters().flat_map(steps).any(|step| match step {
        Step::Round(round) => round.verdict.is_some(),
        Step::Motion(motion) => motion.result.is_some(),
    });
    if voted || !ended {
        due.push((PaperKind::VoteRecord, after(voted)));
    }
    due.push((PaperKind::Minutes, after(!called)));
    let closed = |record: &&meeting::ItemRecord| matches!(record.state, ItemState::Closed { .. });
    due.push((PaperKind::Summary, after(meeting.items.iter().any(|record| closed(&record)))));
    for record in meeting.items.iter().filter(closed) {
        let of = ExtractOf { item: record.item.id, nominees: Vec::new(), to: String::new() };
        due.push((PaperKind::Extract(of), Due::Possible));
    }
    if !meeting.corrections.is_empty() {
        due.push((PaperKind::Corrections, Due::Owed));
    }
    due.push((PaperKind::Rules, Due::Possible));
    let blank = [BlankForm::SignIn, BlankForm::Ballot, BlankForm::CountSheet, BlankForm::Minutes];
    due.extend(blank.into_iter().map(|form| (PaperKind::Blank(form), Due::Possible)));
    due
}

/// Whether papers were cast and counted, or counted and void.
fn has_secret_ballots(meeting: &Meeting) -> bool {
    meeting.matters().flat_map(steps).any(|step| match step {
        Step::Round(round) => {
            matches!(round.verdict, Some(Verdict::Secret { .. }))
                || round.said.ended.iter().any(|ended| matches!(ended.end, meeting::BallotEnd::Void { .. }))
        }
        Step::Motion(_) => false,
    })
}
