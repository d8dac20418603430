//! Calling a meeting: its number, time, people and agenda, frozen with the roster of that day and the rulebook.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::refusal::required;
use crate::{
    Because, Called, Committee, ItemId, MeetingId, MemberId, Moment, NomineeId, ObserverId, Preset, Refusal, Role,
    RuleId, Text,
};

/// 会议次号: the n-th meeting of a year. Never given twice (R-RQ-02).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingNumber {
    /// Calendar year.
    pub year: u16,
    /// From 1 within the year.
    pub ordinal: u16,
}

/// 记录人: takes the minutes. Not a member by this office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recorder {
    /// Without padding.
    pub name: String,
    /// Office.
    pub post: String,
}

/// 任免类别.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ChangeKind {
    /// 提拔.
    Promotion,
    /// 平级调整.
    Lateral,
    /// 晋升职级.
    GradePromotion,
    /// 转任.
    Transfer,
    /// 交流.
    Exchange,
    /// 免职.
    Removal,
    /// 降职.
    Demotion,
}

/// What is asked for when a meeting is called, or when its call is amended before it opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingCall {
    /// Unique.
    pub number: MeetingNumber,
    /// When it is to begin.
    pub scheduled: Moment,
    /// Where.
    pub place: String,
    /// Who presides: the Secretary, or the deputy standing in (R-HY-08).
    pub chair: MemberId,
    /// Who takes the minutes.
    pub recorder: Recorder,
    /// In order.
    pub agenda: Vec<ItemDraft>,
    /// The rulebook that it runs under, frozen with the call.
    pub preset: Preset,
}

/// An agenda item as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemDraft {
    /// As it prints.
    pub title: String,
    /// What is decided.
    pub matter: MatterDraft,
    /// 列席 for this item.
    #[serde(default)]
    pub observers: Vec<ObserverDraft>,
}

/// What an item decides, as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum MatterDraft {
    /// 一般议题.
    Ordinary {},
    /// 任免事项, decided one person at a time.
    Appointment {
        /// In order.
        nominees: Vec<NomineeDraft>,
    },
}

/// 列席人员 as asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ObserverDraft {
    /// Without padding.
    pub name: String,
    /// Unit and office.
    pub post: String,
}

/// 拟任人选 as asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NomineeDraft {
    /// Without padding.
    pub name: String,
    /// 现任.
    pub current_post: String,
    /// 拟任; empty where a post is only left.
    #[serde(default)]
    pub proposed_post: String,
    /// 拟免; empty where none is left.
    #[serde(default)]
    pub post_to_leave: String,
    /// 类别.
    pub change: ChangeKind,
}

/// The agenda of a called meeting, in order.
pub type Agenda = Vec<AgendaItem>;

/// An agenda item with its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgendaItem {
    /// Place on the agenda.
    pub id: ItemId,
    /// As it prints.
    pub title: String,
    /// What is decided.
    pub matter: Matter,
    /// 列席.
    pub observers: Vec<Observer>,
}

/// What an item decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Matter {
    /// 一般议题.
    Ordinary {},
    /// 任免事项.
    Appointment {
        /// In order.
        nominees: Vec<Nominee>,
    },
}

/// 列席人员.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Observer {
    /// Unique in the meeting.
    pub id: ObserverId,
    /// Without padding.
    pub name: String,
    /// Unit and office.
    pub post: String,
}

/// 拟任人选.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Nominee {
    /// Unique in the meeting.
    pub id: NomineeId,
    /// Without padding.
    pub name: String,
    /// 现任.
    pub current_post: String,
    /// 拟任.
    pub proposed_post: String,
    /// 拟免.
    pub post_to_leave: String,
    /// 类别.
    pub change: ChangeKind,
}

/// Calls a meeting: freezes the roster, the agenda and the rulebook into its first event.
///
/// `others` are the numbers that other meetings hold. Refusals: R-HY-25 (no committee, no members), R-RQ-02 (number held
/// already), R-HY-08 (the chair is no member), R-HY-16 (an empty agenda), R-JL2-01 (an empty field that the head of the
/// minutes needs), R-HY-04 (an appointment without nominees or posts).
pub fn call(
    committee: &Committee,
    others: &[(MeetingId, MeetingNumber)],
    asked: &MeetingCall,
) -> Result<Called, Refusal> {
    if committee.members.is_empty() {
        return Err(RuleId::Hy25.refuse(Because::NoCommittee {}));
    }
    if !committee.members.iter().any(|member| member.role == Role::Secretary) {
        return Err(RuleId::Hy07.refuse(Because::NoSecretary {}));
    }
    if let Some((meeting, number)) = others.iter().find(|(_, number)| *number == asked.number) {
        return Err(RuleId::Rq02.refuse(Because::NumberTaken { number: *number, meeting: *meeting }));
    }
    if asked.number.ordinal == 0 {
        return Err(RuleId::Rq02.refuse(Because::Empty { text: Text::MeetingNumber }));
    }
    if committee.member(asked.chair).is_none() {
        return Err(RuleId::Hy08.refuse(Because::NoSuchMember { member: asked.chair }));
    }
    required(Text::Place, &asked.place)?;
    required(Text::Recorder, &asked.recorder.name)?;
    Ok(Called {
        committee: committee.name.clone(),
        term: committee.term.clone(),
        number: asked.number,
        scheduled: asked.scheduled,
        place: asked.place.clone(),
        chair: asked.chair,
        recorder: asked.recorder.clone(),
        roster: committee.members.clone(),
        agenda: number_agenda(&asked.agenda)?,
        rulebook: asked.preset.rulebook(),
    })
}

fn number_agenda(drafts: &[ItemDraft]) -> Result<Agenda, Refusal> {
    if drafts.is_empty() {
        return Err(RuleId::Hy16.refuse(Because::EmptyAgenda {}));
    }
    let mut nominee_ids = (1..).map(NomineeId);
    let mut observer_ids = (1..).map(ObserverId);
    (1..)
        .map(ItemId)
        .zip(drafts)
        .map(|(id, draft)| {
            required(Text::ItemTitle, &draft.title)?;
            let matter = match &draft.matter {
                MatterDraft::Ordinary {} => Matter::Ordinary {},
                MatterDraft::Appointment { nominees } if nominees.is_empty() => {
                    return Err(RuleId::Hy04.refuse(Because::NoNominees { item: id }));
                }
                MatterDraft::Appointment { nominees } => Matter::Appointment {
                    nominees: nominees
                        .iter()
                        .zip(&mut nominee_ids)
                        .map(|(nominee, id)| number_nominee(nominee, id))
                        .collect::<Result<_, _>>()?,
                },
            };
            let observers = draft
                .observers
                .iter()
                .zip(&mut observer_ids)
                .map(|(observer, id)| {
                    required(Text::Name, &observer.name)?;
                    Ok(Observer { id, name: observer.name.clone(), post: observer.post.clone() })
                })
                .collect::<Result<_, Refusal>>()?;
            Ok(AgendaItem { id, title: draft.title.clone(), matter, observers })
        })
        .collect()
}

fn number_nominee(draft: &NomineeDraft, id: NomineeId) -> Result<Nominee, Refusal> {
    required(Text::Name, &draft.name)?;
    if draft.proposed_post.trim().is_empty() && draft.post_to_leave.trim().is_empty() {
        return Err(RuleId::Hy04.refuse(Because::Empty { text: Text::Post }));
    }
    Ok(Nominee {
        id,
        name: draft.name.clone(),
        current_post: draft.current_post.clone(),
        proposed_post: draft.proposed_post.clone(),
        post_to_leave: draft.post_to_leave.clone(),
        change: draft.change,
    })
}
