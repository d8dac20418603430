//! Warnings: a rule speaks, and bars nothing, unless the rulebook asks the chair to confirm it on record first.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::state::{Phase, Stage};
use crate::{
    Count, EntryNo, FullAttendance, IntroductionPoint, MatterRecord, Meeting, MeetingNumber, MemberId, Named,
    NomineeId, PreparationStep, RuleId, Stamp, Stance, StepState, Verdict,
};

/// A rule speaks on these facts. When the facts change it is another warning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Warning {
    /// 人员不齐: not everybody is present for an appointment (S-01).
    NotAllPresent {
        /// Who is away.
        absent: Vec<Named>,
    },
    /// Opinions differ widely: the chair may postpone the vote (R-HY-10).
    OpinionsDiffer {
        /// The nominee; `null` for an ordinary item.
        nominee: Option<NomineeId>,
        /// Who agree.
        agree: Count,
        /// Who disagree.
        disagree: Count,
        /// Who want it deferred.
        defer: Count,
        /// 实到.
        present: Count,
    },
    /// The introduction left something out (R-HY-05).
    IntroductionLacks {
        /// The nominee.
        nominee: NomineeId,
        /// What.
        missing: Vec<IntroductionPoint>,
    },
    /// Steps before the meeting that nobody has marked (R-BX-04).
    PreparationUnmarked {
        /// The nominee.
        nominee: NomineeId,
        /// Which.
        steps: Vec<PreparationStep>,
    },
    /// The last speaker leaned to a side before their turn (R-HY-09).
    LeaningRemark {
        /// The remark's entry.
        entry: EntryNo,
    },
    /// Not carried twice for the same post (R-LC-01).
    RepeatedFailure {
        /// The nominee.
        nominee: NomineeId,
        /// At which meetings.
        meetings: Vec<MeetingNumber>,
    },
    /// A unanimous secret ballot tells how everyone voted (R-PJ-14).
    UnanimousSecret {
        /// The nominee; `null` for an ordinary item.
        nominee: Option<NomineeId>,
    },
}

impl Warning {
    /// The rule that speaks.
    pub fn rule(&self) -> RuleId {
        match self {
            Self::NotAllPresent { .. } => RuleId::S01,
            Self::OpinionsDiffer { .. } => RuleId::Hy10,
            Self::IntroductionLacks { .. } => RuleId::Hy05,
            Self::PreparationUnmarked { .. } => RuleId::Bx04,
            Self::LeaningRemark { .. } => RuleId::Hy09,
            Self::RepeatedFailure { .. } => RuleId::Lc01,
            Self::UnanimousSecret { .. } => RuleId::Pj14,
        }
    }
}

/// 确认: somebody took note of a warning, on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Acknowledgement {
    /// Its entry.
    pub stamp: Stamp,
    /// Which rule, on which facts.
    pub warning: Warning,
    /// By whom.
    pub by: MemberId,
    /// Why the meeting went on.
    pub reason: String,
    /// The entry that changed the facts, after which it holds no longer.
    pub lapsed: Option<EntryNo>,
}

impl Meeting {
    /// What the rules have to say now.
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if let Phase::Sitting { .. } = self.phase {
            self.warn_of_absence(&mut warnings);
            if let Some(record) = self.open_item() {
                for matter in &record.matters {
                    match &matter.stage {
                        Stage::Waiting => self.warn_of_preparation(matter, &mut warnings),
                        Stage::Discussing(_) | Stage::Voting(..) => {
                            self.warn_of_preparation(matter, &mut warnings);
                            self.warn_of_discussion(matter, &mut warnings);
                        }
                        _ => {}
                    }
                }
            }
        }
        for matter in self.matters() {
            if let Some(Verdict::Secret { tally, count, .. }) = matter.stage.verdict() {
                let all = Count(count.returned.0);
                if all.0 > 0 && [tally.agree, tally.against, tally.abstain, tally.defer].contains(&all) {
                    warnings.push(Warning::UnanimousSecret { nominee: matter.nominee_id() });
                }
            }
        }
        warnings
    }

    /// The acknowledgement of a warning that still holds.
    pub fn acknowledgement(&self, warning: &Warning) -> Option<&Acknowledgement> {
        self.acknowledgements.iter().rev().find(|it| it.lapsed.is_none() && it.warning == *warning)
    }

    /// Who is away, whether on leave, absent or gone. The recused are not: they leave because the rules say so.
    pub(crate) fn away(&self) -> Vec<Named> {
        self.seats.iter().filter(|seat| !seat.attends()).map(|seat| seat.member.named()).collect()
    }

    fn warn_of_absence(&self, warnings: &mut Vec<Warning>) {
        let about_people = self.open_item().is_some_and(|record| record.is_appointment());
        let absent = self.away();
        if about_people && self.call.rulebook.full_attendance == FullAttendance::Confirmed && !absent.is_empty() {
            warnings.push(Warning::NotAllPresent { absent });
        }
    }

    fn warn_of_preparation(&self, matter: &MatterRecord, warnings: &mut Vec<Warning>) {
        let Some(nominee) = &matter.nominee else { return };
        let unmarked = |step: &PreparationStep| step.is_due(nominee.change) && matter.step(*step).is_none();
        let steps: Vec<PreparationStep> = PreparationStep::ALL.into_iter().filter(unmarked).collect();
        if !steps.is_empty() {
            warnings.push(Warning::PreparationUnmarked { nominee: nominee.id, steps });
        }
        let failed = nominee.not_carried.len() + usize::from(matter.was_not_carried());
        if self.call.rulebook.repeated_failure_warned && failed >= 2 {
            let mut meetings = nominee.not_carried.clone();
            if matter.was_not_carried() {
                meetings.push(self.call.number);
            }
            warnings.push(Warning::RepeatedFailure { nominee: nominee.id, meetings });
        }
    }

    fn warn_of_discussion(&self, matter: &MatterRecord, warnings: &mut Vec<Warning>) {
        let Some(said) = matter.stage.deliberation() else { return };
        if let (Some(nominee), Some(introduction)) = (&matter.nominee, &said.introduction) {
            let missing: Vec<IntroductionPoint> =
                IntroductionPoint::DUE.into_iter().filter(|point| !introduction.covers.contains(point)).collect();
            if !missing.is_empty() {
                warnings.push(Warning::IntroductionLacks { nominee: nominee.id, missing });
            }
        }
        warnings.extend(
            said.remarks
                .iter()
                .filter(|remark| remark.leans)
                .map(|remark| Warning::LeaningRemark { entry: remark.stamp.entry }),
        );
        let voters = self.voters_on(matter);
        let with = |stance: Stance| {
            let same =
                voters.iter().filter(|seat| said.stance_of(seat.member.id).is_some_and(|it| it.stance == stance));
            Count(u32::try_from(same.count()).unwrap_or(u32::MAX))
        };
        let (agree, disagree, defer) = (with(Stance::Agree), with(Stance::Disagree), with(Stance::Defer));
        let (present, differing) = (Count::of(&voters), Count(disagree.0 + defer.0));
        let rulebook = &self.call.rulebook;
        let everybody_stated = agree.0 + differing.0 == present.0;
        let close = everybody_stated && agree.0.abs_diff(disagree.0) <= rulebook.postpone_margin.0;
        if differing.0 > 0 && (rulebook.postpone_hint.is_reached(differing, present) || close) {
            let nominee = matter.nominee_id();
            warnings.push(Warning::OpinionsDiffer { nominee, agree, disagree, defer, present });
        }
    }
}

impl MatterRecord {
    /// How a step of the checklist was marked last.
    pub fn step(&self, step: PreparationStep) -> Option<StepState> {
        self.preparation.iter().find(|(_, mark)| mark.step == step).map(|(_, mark)| mark.state)
    }
}
