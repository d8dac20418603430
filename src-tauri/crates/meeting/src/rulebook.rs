//! Where committees differ: a value, chosen when a meeting is called and frozen into its first event.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Count;

/// A named rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Preset {
    /// 市委常委会（干部任用条例 2019）.
    MunicipalCommittee2019,
}

impl Preset {
    /// Its settings.
    pub fn rulebook(self) -> Rulebook {
        match self {
            Self::MunicipalCommittee2019 => Rulebook {
                preset: self,
                ordinary_quorum: Share { numerator: 1, denominator: 2 },
                appointment_quorum: Share { numerator: 2, denominator: 3 },
                postpone_hint: Share { numerator: 1, denominator: 3 },
            },
        }
    }
}

/// The settings that a meeting runs under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rulebook {
    /// Where they come from.
    pub preset: Preset,
    /// 半数以上 of the entitled members for ordinary items (R-HY-02).
    pub ordinary_quorum: Share,
    /// 三分之二以上 for appointments (R-HY-01).
    pub appointment_quorum: Share,
    /// From this share of members present who disagree or defer, postponing the vote is suggested (R-HY-10, practice).
    pub postpone_hint: Share,
}

/// A fraction of people, kept as two integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Share {
    /// Over the line.
    pub numerator: u32,
    /// Under the line; never nought.
    pub denominator: u32,
}

impl Share {
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
