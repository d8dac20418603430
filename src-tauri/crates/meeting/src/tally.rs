//! Quorum, stances, votes and what they add up to. Integers only.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::rulebook::Share;
use crate::{Because, Count, MemberId, ObserverId, Refusal, RuleId};

/// Somebody in the room who may speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Person {
    /// 常委.
    Member(MemberId),
    /// 列席.
    Observer(ObserverId),
}

/// 表态: one of the three clear opinions that the Regulation names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Stance {
    /// 同意.
    Agree,
    /// 不同意.
    Disagree,
    /// 缓议.
    Defer,
}

/// A vote cast by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Choice {
    /// 同意.
    Agree,
    /// 不同意.
    Against,
    /// 弃权.
    Abstain,
}

/// 表决方式.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum VoteMethod {
    /// 口头.
    Voice,
    /// 举手.
    Hands,
    /// 记名.
    Signed,
    /// 无记名: only totals exist.
    Secret,
}

/// The methods that record who voted how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum OpenMethod {
    /// 口头.
    Voice,
    /// 举手.
    Hands,
    /// 记名.
    Signed,
}

impl VoteMethod {
    /// The open method, or `None` for the secret ballot.
    pub fn by_name(self) -> Option<OpenMethod> {
        match self {
            Self::Voice => Some(OpenMethod::Voice),
            Self::Hands => Some(OpenMethod::Hands),
            Self::Signed => Some(OpenMethod::Signed),
            Self::Secret => None,
        }
    }
}

/// The count of a secret ballot as the scrutineer and the teller report it. There is no field for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecretCount {
    /// 发出.
    pub issued: Count,
    /// 收回.
    pub returned: Count,
    /// 废票.
    pub spoilt: Count,
    /// 同意.
    pub agree: Count,
    /// 不同意.
    pub against: Count,
    /// 弃权.
    pub abstain: Count,
}

impl SecretCount {
    /// Judges a count against the number of members present, who each get one paper.
    ///
    /// Refusals: R-HY-13 (more papers or votes than members present), R-PJ-04 (papers issued differ from members present),
    /// R-PJ-05 (more returned than issued: the ballot is void), R-PJ-06 (the sums do not agree).
    pub fn accept(self, present: Count) -> Result<Tally, Refusal> {
        let sum = |terms: &[Count]| terms.iter().map(|term| u64::from(term.0)).sum::<u64>();
        let cast = sum(&[self.agree, self.against, self.abstain, self.spoilt]);
        if self.issued > present || cast > u64::from(present.0) {
            let counted = Count(u32::try_from(cast.max(u64::from(self.issued.0))).unwrap_or(u32::MAX));
            return Err(RuleId::Hy13.refuse(Because::MoreThanPresent { counted, present }));
        }
        if self.issued != present {
            return Err(RuleId::Pj04.refuse(Because::IssuedDiffers { issued: self.issued, present }));
        }
        if self.returned > self.issued {
            return Err(RuleId::Pj05.refuse(Because::BallotVoid { returned: self.returned, issued: self.issued }));
        }
        if cast != u64::from(self.returned.0) {
            let counted = Count(u32::try_from(cast).unwrap_or(u32::MAX));
            return Err(RuleId::Pj06.refuse(Because::SumsDiffer { counted, returned: self.returned }));
        }
        Ok(Tally { agree: self.agree, against: self.against, abstain: self.abstain, spoilt: self.spoilt })
    }

    /// 有效: returned less spoilt.
    pub fn valid(self) -> Count {
        Count(self.returned.0.saturating_sub(self.spoilt.0))
    }
}

/// What a vote came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// 同意.
    pub agree: Count,
    /// 不同意.
    pub against: Count,
    /// 弃权.
    pub abstain: Count,
    /// 废票; nought where votes are cast by name.
    pub spoilt: Count,
}

impl Tally {
    /// Counts votes cast by name.
    pub fn of_choices(choices: impl Iterator<Item = Choice>) -> Self {
        let mut tally = Self { agree: Count(0), against: Count(0), abstain: Count(0), spoilt: Count(0) };
        for choice in choices {
            match choice {
                Choice::Agree => tally.agree.0 += 1,
                Choice::Against => tally.against.0 += 1,
                Choice::Abstain => tally.abstain.0 += 1,
            }
        }
        tally
    }

    /// 超过半数 of all entitled members (R-HY-12): `2 * agree > entitled`, so an exact half is not carried.
    pub fn outcome(self, entitled: Count) -> Outcome {
        if 2 * u64::from(self.agree.0) > u64::from(entitled.0) { Outcome::Carried } else { Outcome::NotCarried }
    }
}

/// What became of a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// 通过.
    Carried,
    /// 未通过.
    NotCarried,
    /// 暂缓表决.
    VotePostponed,
    /// 缓议.
    Deferred,
}

/// Proof that enough members were present when it was judged; made by [`Quorum::judge`] alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Quorum {
    present: Count,
    entitled: Count,
    required: Count,
}

impl Quorum {
    /// `denominator * present >= numerator * entitled` (以上 includes the number itself). The refusal carries `rule`.
    pub fn judge(rule: RuleId, share: Share, present: Count, entitled: Count) -> Result<Self, Refusal> {
        let required = share.least(entitled);
        if share.is_reached(present, entitled) {
            Ok(Self { present, entitled, required })
        } else {
            let missing = Count(required.0.saturating_sub(present.0));
            Err(rule.refuse(Because::BelowQuorum { present, entitled, required, missing }))
        }
    }

    /// 实到.
    pub fn present(self) -> Count {
        self.present
    }

    /// 应到.
    pub fn entitled(self) -> Count {
        self.entitled
    }

    /// The least number that would have done.
    pub fn required(self) -> Count {
        self.required
    }
}

/// The least number of agreeing votes that carries: `entitled / 2 + 1`.
pub(crate) fn majority(entitled: Count) -> Count {
    Count(entitled.0 / 2 + 1)
}
