//! What the room sees on the second screen (会场屏幕). The types here have no field for anything else: no draft, no words, no
//! stance, no vote of a person, no reason, no result before its announcement. A break of this is a break of the type.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Ballot, Count, Deliberation, ItemRecord, ItemState, MatterRecord, Meeting, OpenMethod, Outcome, Phase, Stage,
    Tally, VoteMethod,
};

/// A sitting meeting as the room may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Projection {
    /// Opened; no item has been taken up.
    Opened {
        /// 应到.
        entitled: Count,
        /// 实到, now.
        present: Count,
    },
    /// An item: the one on the floor, else the one that was there last.
    Item {
        /// Its place on the agenda, from 1.
        number: u32,
        /// 标题.
        title: String,
        /// Whether it is on the floor.
        state: ProjectedState,
        /// Who it is about; none for an ordinary item, and before the first nominee is taken up.
        nominee: Option<ProjectedNominee>,
        /// How far the matter has come; none before the first nominee is taken up.
        step: Option<ProjectedStep>,
    },
    /// 散会.
    Adjourned {},
}

/// Whether an item is on the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ProjectedState {
    /// On the floor.
    Open,
    /// 议毕.
    Closed,
    /// 搁置.
    Left,
}

/// A nominee with their posts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProjectedNominee {
    /// Their place in the item, from 1.
    pub number: u32,
    /// How many the item has.
    pub of: Count,
    /// Without padding.
    pub name: String,
    /// 现任.
    pub current_post: String,
    /// 拟任.
    pub proposed_post: String,
    /// 拟免.
    pub post_to_leave: String,
}

/// How far a matter has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ProjectedStep {
    /// 介绍（汇报）.
    Introduction {},
    /// 发言: the names of those whose turn it is, whatever they are going to say.
    Speaking {
        /// Whose turn it is.
        speaker: String,
        /// Who comes after.
        next: Option<String>,
    },
    /// 讨论 of an ordinary item: any number may speak, in no order.
    Discussion {},
    /// Everybody has spoken.
    Spoken {},
    /// 表决中: that it is under way, and nothing of how it goes.
    Voting {
        /// 表决方式.
        method: VoteMethod,
    },
    /// 复议表决中.
    Reconsidering {},
    /// 待宣布, whatever there is to announce.
    Unannounced {},
    /// 已宣布.
    Announced {
        /// 通过, 未通过, 暂缓表决 or 缓议.
        outcome: Outcome,
        /// Totals, where there was a vote.
        tally: Option<Tally>,
    },
}

impl Meeting {
    /// What the room may see: nothing before the opening and after the seal, and nothing of a meeting that was held on paper.
    pub fn projection(&self) -> Option<Projection> {
        if self.is_back_filled() {
            return None;
        }
        match &self.phase {
            Phase::Sitting { .. } => Some(self.sitting()),
            Phase::Adjourned { .. } => Some(Projection::Adjourned {}),
            Phase::Called | Phase::Sealed { .. } | Phase::CalledOff { .. } => None,
        }
    }

    fn sitting(&self) -> Projection {
        let mut numbered = (1..).zip(&self.items);
        // A result stays in sight until the next item is taken up: the room has not read it when the recorder closes the item.
        let last = numbered.clone().filter(|(_, record)| record.ended().is_some());
        let last = last.max_by_key(|(_, record)| record.ended().map(|stamp| stamp.entry));
        let open = numbered.find(|(_, record)| matches!(record.state, ItemState::Open(_)));
        match open.or(last) {
            Some((number, record)) => self.item_projected(number, record),
            None => Projection::Opened { entitled: self.entitled(), present: self.present() },
        }
    }

    fn item_projected(&self, number: u32, record: &ItemRecord) -> Projection {
        let announced = record.matters.iter().filter(|matter| matter.stage.announced().is_some());
        let last = announced.max_by_key(|matter| matter.stage.announced().map(|stamp| stamp.entry));
        let on_floor = record.matter_on_floor().filter(|_| record.ended().is_none());
        let matter = on_floor.or(last);
        Projection::Item {
            number,
            title: record.item.title.clone(),
            state: match record.state {
                ItemState::Closed(_) => ProjectedState::Closed,
                ItemState::Left => ProjectedState::Left,
                ItemState::Waiting | ItemState::Open(_) => ProjectedState::Open,
            },
            nominee: matter.and_then(|matter| nominee_projected(record, matter)),
            step: matter.and_then(|matter| self.step_projected(record, &matter.stage)),
        }
    }

    fn step_projected(&self, record: &ItemRecord, stage: &Stage) -> Option<ProjectedStep> {
        Some(match stage {
            Stage::Waiting => return None,
            Stage::Discussing(said) if said.introduction.is_none() && said.statements.is_empty() => {
                ProjectedStep::Introduction {}
            }
            Stage::Discussing(_) if !record.is_appointment() => ProjectedStep::Discussion {},
            Stage::Discussing(said) => self.turn(said),
            Stage::Voting(_, _, ballot) => ProjectedStep::Voting {
                method: match ballot {
                    Ballot::ByName { method: OpenMethod::Voice, .. } => VoteMethod::Voice,
                    Ballot::ByName { method: OpenMethod::Hands, .. } => VoteMethod::Hands,
                    Ballot::ByName { method: OpenMethod::Signed, .. } => VoteMethod::Signed,
                    Ballot::Secret {} => VoteMethod::Secret,
                },
            },
            Stage::Settled(..) => ProjectedStep::Unannounced {},
            Stage::Announced(_, verdict, ..) => {
                ProjectedStep::Announced { outcome: verdict.outcome(), tally: verdict.tally() }
            }
            Stage::Reconsidering(..) => ProjectedStep::Reconsidering {},
        })
    }

    /// Whose turn it is, by the order of speaking alone.
    fn turn(&self, said: &Deliberation) -> ProjectedStep {
        let order = self.speaking_order().into_iter();
        let mut silent = order.map(|seat| &seat.member).filter(|member| said.stance_of(member.id).is_none());
        match silent.next() {
            Some(speaker) => ProjectedStep::Speaking {
                speaker: speaker.name.clone(),
                next: silent.next().map(|member| member.name.clone()),
            },
            None => ProjectedStep::Spoken {},
        }
    }
}

fn nominee_projected(record: &ItemRecord, matter: &MatterRecord) -> Option<ProjectedNominee> {
    let nominee = matter.nominee.as_ref()?;
    let (number, _) = (1..).zip(&record.matters).find(|(_, it)| it.nominee_id() == Some(nominee.id))?;
    Some(ProjectedNominee {
        number,
        of: Count::of(&record.matters),
        name: nominee.name.clone(),
        current_post: nominee.current_post.clone(),
        proposed_post: nominee.proposed_post.clone(),
        post_to_leave: nominee.post_to_leave.clone(),
    })
}
