//! What must have happened before a nominee may be discussed, as a checklist; and what an introduction must cover.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::refusal::required;
use crate::{Because, ChangeKind, Date, Moment, Refusal, RuleId, Text};

/// A step before the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum PreparationStep {
    /// 分析研判和动议.
    Motion,
    /// 民主推荐.
    Recommendation,
    /// 组织考察.
    Inspection,
    /// 干部档案必审.
    DossierAudit,
    /// 个人有关事项报告必核.
    PersonalReport,
    /// 纪检监察机关意见必听.
    DisciplineOpinion,
    /// 线索具体的信访举报必查.
    Complaints,
    /// 有关问题已核实清楚.
    QuestionsSettled,
    /// 会审.
    JointReview,
    /// 酝酿.
    Consultation,
    /// 部务会统一意见.
    DepartmentOpinion,
    /// 事先报告并经批复.
    PriorReport,
    /// 破格提拔经上级同意.
    ExceptionalApproval,
    /// 职数、规格.
    Posts,
}

impl PreparationStep {
    /// Every step, in the order of the process.
    pub const ALL: [Self; 14] = [
        Self::Motion,
        Self::Recommendation,
        Self::Inspection,
        Self::DossierAudit,
        Self::PersonalReport,
        Self::DisciplineOpinion,
        Self::Complaints,
        Self::QuestionsSettled,
        Self::JointReview,
        Self::Consultation,
        Self::DepartmentOpinion,
        Self::PriorReport,
        Self::ExceptionalApproval,
        Self::Posts,
    ];

    /// The rule that bars a nominee whose step is marked incomplete.
    pub fn rule(self) -> RuleId {
        match self {
            Self::Motion | Self::Recommendation => RuleId::Bx01,
            Self::Inspection => RuleId::S02,
            Self::DossierAudit | Self::PersonalReport | Self::DisciplineOpinion | Self::Complaints => RuleId::Kc06,
            Self::QuestionsSettled => RuleId::Bx02,
            Self::JointReview => RuleId::Hs01,
            Self::Consultation => RuleId::Yn01,
            Self::DepartmentOpinion => RuleId::S03,
            Self::PriorReport => RuleId::Bx03,
            Self::ExceptionalApproval => RuleId::Bx06,
            Self::Posts => RuleId::Bx08,
        }
    }

    /// Whether somebody should have marked it for this kind of change (R-BX-04, from memory: it warns and bars nothing).
    /// Reports and approvals are due only where they apply, which the program cannot know.
    pub(crate) fn is_due(self, change: ChangeKind) -> bool {
        match self {
            Self::PriorReport | Self::ExceptionalApproval => false,
            Self::JointReview | Self::Consultation | Self::DepartmentOpinion => true,
            _ => matches!(change, ChangeKind::Promotion | ChangeKind::GradePromotion),
        }
    }
}

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum StepState {
    /// 已完成.
    Complete,
    /// 未完成.
    Incomplete,
    /// 不涉及.
    NotNeeded,
}

/// One line of a nominee's checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreparationMark {
    /// Which.
    pub step: PreparationStep,
    /// How far.
    pub state: StepState,
    /// 责任人; needed for what is complete.
    #[serde(default)]
    pub responsible: String,
    /// When it was done.
    #[serde(default)]
    pub on: Option<Date>,
    /// 文号、材料.
    #[serde(default)]
    pub reference: String,
}

impl PreparationMark {
    /// Refusals: R-JL2-01 (complete, and nobody answers for it), R-JL2-03 (a day that has not come).
    pub(crate) fn check(&self, at: Moment) -> Result<(), Refusal> {
        if self.state == StepState::Complete {
            required(Text::Responsible, &self.responsible)?;
        }
        match self.on {
            Some(on) if on > at.date() => Err(RuleId::Jl203.refuse(Because::DayInFuture { on })),
            _ => Ok(()),
        }
    }
}

/// What an introduction covered (R-HY-05).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum IntroductionPoint {
    /// 基本情况.
    Basics,
    /// 民主推荐情况.
    Recommendation,
    /// 民主测评情况.
    Appraisal,
    /// 考察情况.
    Inspection,
    /// 任免理由.
    Reasons,
    /// 破格的情形、理由和上级意见.
    Exception,
}

impl IntroductionPoint {
    /// What every introduction must cover; 破格 only where it applies, which the program cannot know.
    pub(crate) const DUE: [Self; 5] =
        [Self::Basics, Self::Recommendation, Self::Appraisal, Self::Inspection, Self::Reasons];
}

/// 亲属关系 that calls for recusal (R-HB-02).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Relation {
    /// 本人.
    Oneself,
    /// 夫妻.
    Spouse,
    /// 直系血亲.
    DirectLine,
    /// 三代以内旁系血亲.
    Collateral,
    /// 近姻亲.
    Affinity,
    /// 其他可能影响公正的关系: at the person's own wish or the chair's.
    Other,
}
