//! Quorum, stances, votes and what they add up to. Integers only.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::rulebook::Share;
use crate::{Because, Count, MemberId, ObserverId, Refusal, RuleId, Rulebook};

/// Somebody in the room who may speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Person {
    /// 常委.
    Member(MemberId),
    /// 列席.
    Observer(ObserverId),
}

/// Somebody in the room: who speaks, and who writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Attendant {
    /// 常委.
    Member(MemberId),
    /// 列席.
    Observer(ObserverId),
    /// 记录人.
    Recorder,
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
    /// 弃权, where the rulebook offers it.
    Abstain,
    /// 缓议, where the rulebook offers it.
    Defer,
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

/// What stands in one field of a count: a number, nothing, or something that cannot be read. Nothing is not nought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(untagged)]
pub enum Reading {
    /// As written.
    Number(Count),
    /// Written, and nobody can say what.
    Mark(Mark),
    /// Not filled in.
    #[default]
    Empty,
}

/// Something on paper that is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Mark {
    /// 无法辨认.
    Unreadable,
}

/// A field of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum CountField {
    /// 发出.
    Issued,
    /// 收回.
    Returned,
    /// 整票废.
    Spoilt,
    /// 同意.
    Agree,
    /// 不同意.
    Against,
    /// 弃权.
    Abstain,
    /// 缓议.
    Defer,
    /// 该栏废.
    SpoiltField,
}

/// One reading of the tally sheet, field by field. There is no field for a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CountSheet {
    /// 发出.
    pub issued: Reading,
    /// 收回.
    pub returned: Reading,
    /// 整票废.
    pub spoilt: Reading,
    /// 同意.
    pub agree: Reading,
    /// 不同意.
    pub against: Reading,
    /// 弃权; asked for where the rulebook offers it.
    pub abstain: Reading,
    /// 缓议; asked for where the rulebook offers it.
    pub defer: Reading,
    /// 该栏废: valid papers on which the field of this nominee cannot be counted.
    pub spoilt_field: Reading,
}

impl CountSheet {
    /// The fields that `rulebook` asks for, in the order of the sheet.
    fn fields(&self, rulebook: &Rulebook) -> Vec<(CountField, Reading)> {
        let mut fields = vec![
            (CountField::Issued, self.issued),
            (CountField::Returned, self.returned),
            (CountField::Spoilt, self.spoilt),
            (CountField::Agree, self.agree),
            (CountField::Against, self.against),
            (CountField::Abstain, self.abstain),
            (CountField::Defer, self.defer),
            (CountField::SpoiltField, self.spoilt_field),
        ];
        fields.retain(|(field, reading)| match field {
            // What is not asked for can be left empty; a figure there is an error that the sums show.
            CountField::Abstain => rulebook.may_abstain || *reading != Reading::Empty,
            CountField::Defer => rulebook.may_defer || *reading != Reading::Empty,
            _ => true,
        });
        fields
    }

    /// Reads the sheet twice: `again` by somebody who has not seen the first reading.
    ///
    /// Refusals: R-PJ-11 (a field cannot be read: the scrutineer decides with the chair), R-PJ-06 (a field is empty, or
    /// the readings differ), R-HY-11 (votes for a choice that the rulebook does not offer).
    pub(crate) fn read(&self, again: &Self, rulebook: &Rulebook) -> Result<SecretCount, Refusal> {
        let (first, second) = (self.fields(rulebook), again.fields(rulebook));
        let both = || first.iter().chain(&second);
        let with = |wanted: Reading| {
            let mut fields: Vec<CountField> =
                both().filter(|(_, reading)| *reading == wanted).map(|(field, _)| *field).collect();
            fields.sort_unstable();
            fields.dedup();
            fields
        };
        let unreadable = with(Reading::Mark(Mark::Unreadable));
        if !unreadable.is_empty() {
            return Err(RuleId::Pj11.refuse(Because::CountUnreadable { fields: unreadable }));
        }
        let empty = with(Reading::Empty);
        if !empty.is_empty() {
            return Err(RuleId::Pj06.refuse(Because::CountIncomplete { fields: empty }));
        }
        let differing: Vec<CountField> = first
            .iter()
            .filter(|pair| !second.contains(pair))
            .map(|(field, _)| *field)
            .chain(second.iter().map(|(field, _)| *field).filter(|field| first.iter().all(|(it, _)| it != field)))
            .collect();
        if !differing.is_empty() {
            return Err(RuleId::Pj06.refuse(Because::CountsDiffer { fields: differing }));
        }
        let number = |reading| if let Reading::Number(count) = reading { count } else { Count(0) };
        let count = SecretCount {
            issued: number(self.issued),
            returned: number(self.returned),
            spoilt: number(self.spoilt),
            agree: number(self.agree),
            against: number(self.against),
            abstain: number(self.abstain),
            defer: number(self.defer),
            spoilt_field: number(self.spoilt_field),
        };
        for (choice, votes) in [(Choice::Abstain, count.abstain), (Choice::Defer, count.defer)] {
            if votes.0 > 0 && !rulebook.offers(choice) {
                return Err(RuleId::Hy11.refuse(Because::ChoiceNotOffered { choice }));
            }
        }
        Ok(count)
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
    /// 整票废.
    pub spoilt: Count,
    /// 同意.
    pub agree: Count,
    /// 不同意.
    pub against: Count,
    /// 弃权.
    pub abstain: Count,
    /// 缓议.
    #[serde(default)]
    pub defer: Count,
    /// 该栏废.
    #[serde(default)]
    pub spoilt_field: Count,
}

impl SecretCount {
    /// Judges a count against the number of voters when the papers were issued, one for each.
    ///
    /// Refusals: R-HY-13 (more papers or votes than voters), R-PJ-04 (papers issued differ from voters), R-PJ-05 (more
    /// returned than issued: the ballot is void), R-PJ-06 (the sums do not agree).
    pub fn accept(self, voters: Count, rulebook: &Rulebook) -> Result<Tally, Refusal> {
        if self.returned > self.issued {
            return Err(RuleId::Pj05.refuse(Because::BallotVoid { returned: self.returned, issued: self.issued }));
        }
        let terms = [self.agree, self.against, self.abstain, self.defer, self.spoilt_field, self.spoilt];
        let cast = terms.iter().map(|term| u64::from(term.0)).sum::<u64>();
        if self.issued > voters || cast > u64::from(voters.0) {
            let counted = Count(u32::try_from(cast.max(u64::from(self.issued.0))).unwrap_or(u32::MAX));
            return Err(RuleId::Hy13.refuse(Because::MoreThanPresent { counted, present: voters }));
        }
        if rulebook.every_voter_gets_a_paper && self.issued != voters {
            return Err(RuleId::Pj04.refuse(Because::IssuedDiffers { issued: self.issued, present: voters }));
        }
        if cast != u64::from(self.returned.0) {
            let counted = Count(u32::try_from(cast).unwrap_or(u32::MAX));
            return Err(RuleId::Pj06.refuse(Because::SumsDiffer { counted, returned: self.returned }));
        }
        Ok(self.tally())
    }

    /// The totals.
    pub(crate) fn tally(self) -> Tally {
        Tally {
            agree: self.agree,
            against: self.against,
            abstain: self.abstain,
            defer: self.defer,
            spoilt: Count(self.spoilt.0.saturating_add(self.spoilt_field.0)),
        }
    }

    /// 有效: returned less spoilt.
    pub fn valid(self) -> Count {
        Count(self.returned.0.saturating_sub(self.spoilt.0))
    }
}

/// What a vote came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// 同意.
    pub agree: Count,
    /// 不同意.
    pub against: Count,
    /// 弃权.
    pub abstain: Count,
    /// 缓议.
    #[serde(default)]
    pub defer: Count,
    /// 废票 and 该栏废; nought where votes are cast by name.
    pub spoilt: Count,
}

impl Tally {
    /// Counts votes cast by name.
    pub fn of_choices(choices: impl Iterator<Item = Choice>) -> Self {
        let mut tally = Self::default();
        for choice in choices {
            match choice {
                Choice::Agree => tally.agree.0 += 1,
                Choice::Against => tally.against.0 += 1,
                Choice::Abstain => tally.abstain.0 += 1,
                Choice::Defer => tally.defer.0 += 1,
            }
        }
        tally
    }

    /// 超过半数 of `base` (R-HY-12): `2 * agree > base`, so an exact half is not carried. The base is all entitled members,
    /// unless the rulebook says otherwise ([`crate::MajorityOf`], [`crate::RecusalBase`]).
    pub fn outcome(self, base: Count) -> Outcome {
        if 2 * u64::from(self.agree.0) > u64::from(base.0) { Outcome::Carried } else { Outcome::NotCarried }
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
    /// 无效: decided below the quorum (R-HY-03); only a back-filled meeting can hold one.
    Void,
}

/// How many were present when it was judged. Enough of them, unless the meeting is back-filled.
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

    /// As it was at a back-filled meeting, reached or not.
    pub(crate) fn as_it_was(share: Share, present: Count, entitled: Count) -> Self {
        Self { present, entitled, required: share.least(entitled) }
    }

    /// Whether enough were present; false only at a back-filled meeting.
    pub fn is_met(self) -> bool {
        self.present >= self.required
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

/// The least number of agreeing votes that carries: `base / 2 + 1`.
pub(crate) fn majority(base: Count) -> Count {
    Count(base.0 / 2 + 1)
}
