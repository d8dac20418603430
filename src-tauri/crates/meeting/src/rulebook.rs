//! Where committees differ: a value, chosen when a meeting is called and frozen into its first event.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Because, Choice, Count, Refusal, RuleId};

/// A named rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Preset {
    /// 市委常委会（干部任用条例 2019）.
    MunicipalCommittee2019,
    /// 市委常委会（从严：人员不齐不讨论）, after the source document.
    MunicipalCommitteeStrict,
    /// 党组: whoever presides states a stance last.
    PartyGroup,
    /// 国企党委会.
    SoeCommittee,
    /// 高校党委常委会.
    UniversityCommittee,
    /// A standing committee outside the Party: half of the members, a majority of those who take part, the chair last.
    StandingCommittee,
    /// The committee's own settings.
    Custom,
}

impl Preset {
    /// Every preset, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::MunicipalCommittee2019,
        Self::MunicipalCommitteeStrict,
        Self::PartyGroup,
        Self::SoeCommittee,
        Self::UniversityCommittee,
        Self::StandingCommittee,
        Self::Custom,
    ];

    /// Its settings. Those of [`Preset::Custom`] are where a committee begins to change them.
    pub fn rulebook(self) -> Rulebook {
        let regulation = Rulebook {
            preset: self,
            ordinary_quorum: Share { numerator: 1, denominator: 2 },
            appointment_quorum: Share { numerator: 2, denominator: 3 },
            majority_of: MajorityOf::Entitled,
            recusal_base: RecusalBase::Kept,
            full_attendance: FullAttendance::Confirmed,
            last_speaker: LastSpeaker::Secretary,
            may_abstain: true,
            may_defer: false,
            every_voter_gets_a_paper: true,
            postpone_hint: Share { numerator: 1, denominator: 3 },
            postpone_margin: Count(1),
            reconsideration: true,
            repeated_failure_warned: true,
            notice_day_counts: true,
        };
        match self {
            Self::MunicipalCommittee2019 | Self::Custom => regulation,
            Self::MunicipalCommitteeStrict => Rulebook { full_attendance: FullAttendance::Required, ..regulation },
            Self::PartyGroup => {
                Rulebook { full_attendance: FullAttendance::Free, last_speaker: LastSpeaker::Chair, ..regulation }
            }
            Self::SoeCommittee | Self::UniversityCommittee => {
                Rulebook { full_attendance: FullAttendance::Free, ..regulation }
            }
            Self::StandingCommittee => Rulebook {
                appointment_quorum: Share { numerator: 1, denominator: 2 },
                majority_of: MajorityOf::Voting,
                full_attendance: FullAttendance::Free,
                last_speaker: LastSpeaker::Chair,
                repeated_failure_warned: false,
                ..regulation
            },
        }
    }
}

/// The settings that a meeting runs under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Rulebook {
    /// Where they come from.
    pub preset: Preset,
    /// 半数以上 of the entitled members for ordinary items (R-HY-02).
    pub ordinary_quorum: Share,
    /// 三分之二以上 for appointments (R-HY-01).
    pub appointment_quorum: Share,
    /// What more than half is taken of (R-HY-12).
    pub majority_of: MajorityOf,
    /// Whether a recused member still counts as entitled (R-HB-04).
    pub recusal_base: RecusalBase,
    /// 人员不齐不讨论 (S-01), for appointments.
    pub full_attendance: FullAttendance,
    /// Who states a stance last (R-HY-07, R-HY-08).
    pub last_speaker: LastSpeaker,
    /// 弃权 can be voted.
    pub may_abstain: bool,
    /// 缓议 can be voted.
    pub may_defer: bool,
    /// As many papers are issued as there are voters (R-PJ-04); otherwise no more than that.
    pub every_voter_gets_a_paper: bool,
    /// From this share of members present who disagree or defer, postponing the vote is suggested (R-HY-10, practice).
    pub postpone_hint: Share,
    /// Up to this difference between those who agree and those who disagree, postponing is suggested too (R-HY-10).
    pub postpone_margin: Count,
    /// A decision can be reconsidered (R-HY-18).
    pub reconsideration: bool,
    /// A nominee who was not carried twice for the same post is warned about (R-LC-01).
    pub repeated_failure_warned: bool,
    /// Whether the first day of a public notice counts as one of its five working days (R-GZ-05).
    pub notice_day_counts: bool,
}

/// What a record ran under that says nothing of a setting: it is from before the setting existed, and ran without it.
impl Default for Rulebook {
    fn default() -> Self {
        Self {
            full_attendance: FullAttendance::Free,
            reconsideration: false,
            repeated_failure_warned: false,
            ..Preset::MunicipalCommittee2019.rulebook()
        }
    }
}

/// What more than half is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum MajorityOf {
    /// 应到会成员.
    Entitled,
    /// Those who take part in the vote: who voted by name, or were issued a paper.
    Voting,
}

/// Whether recusal lowers the number of entitled members of that one matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum RecusalBase {
    /// 应到不减: the strictest reading.
    Kept,
    /// 应到同减.
    Lowered,
}

/// What happens to appointments when not everybody is present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum FullAttendance {
    /// 不讨论: they do not open.
    Required,
    /// They open once the chair has confirmed it on record.
    Confirmed,
    /// The quorum alone decides.
    Free,
}

/// Who states a stance last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum LastSpeaker {
    /// The Secretary (R-HY-07); without one in the room, the chair standing in (R-HY-08).
    Secretary,
    /// Whoever presides.
    Chair,
}

impl Rulebook {
    /// Whether a vote may say this. 同意 and 不同意 always can.
    pub fn offers(&self, choice: Choice) -> bool {
        match choice {
            Choice::Agree | Choice::Against => true,
            Choice::Abstain => self.may_abstain,
            Choice::Defer => self.may_defer,
        }
    }

    /// Refuses settings that no meeting can run under: a share above one, or of nothing (R-HY-02, R-HY-01, R-HY-10).
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let shares = [
            (RuleId::Hy02, self.ordinary_quorum),
            (RuleId::Hy01, self.appointment_quorum),
            (RuleId::Hy10, self.postpone_hint),
        ];
        match shares.into_iter().find(|(_, share)| !share.is_proper()) {
            Some((rule, share)) => Err(rule.refuse(Because::ImproperShare { share })),
            None => Ok(()),
        }
    }
}

/// A fraction of people, kept as two integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Share {
    /// Over the line.
    pub numerator: u32,
    /// Under the line; never nought.
    pub denominator: u32,
}

impl Share {
    fn is_proper(self) -> bool {
        0 < self.numerator && self.numerator <= self.denominator
    }

    /// `denominator * part >= numerator * whole`.
    pub(crate) fn is_reached(self, part: Count, whole: Count) -> bool {
        u64::from(self.denominator) * u64::from(part.0) >= u64::from(self.numerator) * u64::from(whole.0)
    }

    /// The least part that reaches it, rounded up.
    pub(crate) fn least(self, whole: Count) -> Count {
        let product = u64::from(self.numerator) * u64::from(whole.0);
        Count(u32::try_from(product.div_ceil(u64::from(self.denominator))).unwrap_or(u32::MAX))
    }
}
