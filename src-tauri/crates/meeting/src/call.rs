//! Calling a meeting: its number, time, people and agenda, frozen with the roster of that day and the rulebook.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::refusal::required;
use crate::{
    Because, Called, Committee, ItemId, Meeting, MeetingId, MemberId, Moment, NomineeId, ObserverId, Outcome, Preset,
    Refusal, Role, RuleId, Rulebook, Text,
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
    /// The committee's own settings; given with [`Preset::Custom`] and with no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub custom: Option<Rulebook>,
    /// 补录: the meeting was held on paper and is entered afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub back_filled: Option<BackFilling>,
}

/// 补录: why a meeting is entered afterwards, and who answers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackFilling {
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub by: String,
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
    /// 复议: the meeting whose decision on this nominee is asked to be reconsidered (R-HY-18).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reconsiders: Option<MeetingNumber>,
    /// 呈报表 fields.
    #[serde(default, skip_serializing_if = "NomineeProfile::is_empty")]
    #[ts(as = "Option<NomineeProfile>", optional)]
    pub profile: NomineeProfile,
}

/// What the 任免事项呈报表 says of a nominee beyond name, posts and kind of change (rulebook 7.9). All of it is as the
/// personnel department writes it: no rule reads it, and what it leaves out prints empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NomineeProfile {
    /// 性别.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub sex: String,
    /// 出生年月, as 1975.03.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub born: String,
    /// 学历.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub education: String,
    /// 政治面貌.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub politics: String,
    /// 现任职务时间, as 2021.06.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub since: String,
    /// 民主推荐得票.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub recommendation: String,
    /// 民主测评.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub appraisal: String,
    /// 考察结论.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub inspection: String,
    /// 备注.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub remark: String,
}

impl ObserverDraft {
    /// Whether an item can take this person. Refusals: those of an agenda that has them.
    pub fn check(&self) -> Result<(), Refusal> {
        Numbering::default().number_observer(self).map(drop)
    }
}

impl NomineeDraft {
    /// Whether an item can take this person. Refusals: those of an agenda that has them.
    pub fn check(&self) -> Result<(), Refusal> {
        Numbering::default().number_nominee(self).map(drop)
    }
}

impl NomineeProfile {
    /// Whether nothing is said; then it is not written, and records from before it was asked for read alike.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
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
    /// 临时动议: entered after the notice went out (R-HY-17).
    #[serde(default)]
    pub unscheduled: bool,
}

impl AgendaItem {
    /// Its nominees; none on an ordinary item.
    pub fn nominees(&self) -> &[Nominee] {
        match &self.matter {
            Matter::Ordinary {} => &[],
            Matter::Appointment { nominees } => nominees,
        }
    }

    pub(crate) fn nominees_mut(&mut self) -> &mut [Nominee] {
        match &mut self.matter {
            Matter::Ordinary {} => &mut [],
            Matter::Appointment { nominees } => nominees,
        }
    }
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
    /// 临时动议: entered after the notice went out (R-HY-17).
    #[serde(default)]
    pub unscheduled: bool,
    /// 复议: the meeting whose decision is asked to be reconsidered (R-HY-18).
    #[serde(default)]
    pub reconsiders: Option<MeetingNumber>,
    /// Earlier meetings that did not carry this nominee for this post (R-LC-01).
    #[serde(default)]
    pub not_carried: Vec<MeetingNumber>,
    /// 呈报表 fields.
    #[serde(default, skip_serializing_if = "NomineeProfile::is_empty")]
    #[ts(as = "Option<NomineeProfile>", optional)]
    pub profile: NomineeProfile,
}

impl Nominee {
    /// The same person for the same posts.
    pub(crate) fn is_the_same_as(&self, other: &Self) -> bool {
        bare(&self.name) == bare(&other.name)
            && self.proposed_post == other.proposed_post
            && self.post_to_leave == other.post_to_leave
    }
}

/// A name without padding, as names are compared (R-XM-02).
pub(crate) fn bare(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// What another meeting tells the one that is called: its number, and what became of its nominees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherMeeting {
    /// Which.
    pub id: MeetingId,
    /// Its number.
    pub number: MeetingNumber,
    /// Nominees with what became of them.
    pub results: Vec<(Nominee, Outcome)>,
}

/// Calls a meeting: freezes the roster, the agenda and the rulebook into its first event.
///
/// Refusals: R-HY-25 (no committee, no members), R-RQ-02 (number held already), R-HY-08 (the chair is no member), R-HY-16
/// (an empty agenda), R-JL2-01 (an empty field that the head of the minutes needs), R-HY-04 (an appointment without
/// nominees or posts), R-HY-18 (nothing to reconsider, or not under this rulebook), R-HY-01, R-HY-02, R-HY-10 (settings
/// that no meeting can run under).
pub fn call(committee: &Committee, others: &[OtherMeeting], asked: &MeetingCall) -> Result<Called, Refusal> {
    called(committee, others, asked).map_err(|refusal| {
        let article = refusal.rule.rule().article_as_corrected(&committee.articles);
        Refusal { article, ..refusal }
    })
}

fn called(committee: &Committee, others: &[OtherMeeting], asked: &MeetingCall) -> Result<Called, Refusal> {
    if committee.members.is_empty() {
        return Err(RuleId::Hy25.refuse(Because::NoCommittee {}));
    }
    if !committee.members.iter().any(|member| member.role == Role::Secretary) {
        return Err(RuleId::Hy07.refuse(Because::NoSecretary {}));
    }
    if let Some(other) = others.iter().find(|other| other.number == asked.number) {
        return Err(RuleId::Rq02.refuse(Because::NumberTaken { number: asked.number, meeting: other.id }));
    }
    if asked.number.ordinal == 0 {
        return Err(RuleId::Rq02.refuse(Because::Empty { text: Text::MeetingNumber }));
    }
    if committee.member(asked.chair).is_none() {
        return Err(RuleId::Hy08.refuse(Because::NoSuchMember { member: asked.chair }));
    }
    required(Text::Place, &asked.place)?;
    required(Text::Recorder, &asked.recorder.name)?;
    if let Some(filling) = &asked.back_filled {
        required(Text::Reason, &filling.reason)?;
        required(Text::Responsible, &filling.by)?;
    }
    let rulebook = match (asked.preset, asked.custom) {
        (Preset::Custom, Some(custom)) => Rulebook { preset: Preset::Custom, ..custom },
        (Preset::Custom, None) => return Err(RuleId::Hy02.refuse(Because::SettingsMissing {})),
        (preset, None) => preset.rulebook(),
        (preset, Some(_)) => return Err(RuleId::Hy02.refuse(Because::SettingsNotOfPreset { preset })),
    };
    rulebook.check()?;
    if asked.agenda.is_empty() {
        return Err(RuleId::Hy16.refuse(Because::EmptyAgenda {}));
    }
    let mut numbering = Numbering::default();
    let mut agenda = asked.agenda.iter().map(|draft| numbering.number(draft)).collect::<Result<Agenda, Refusal>>()?;
    for nominee in agenda.iter_mut().flat_map(AgendaItem::nominees_mut) {
        look_back(nominee, others, &rulebook)?;
    }
    Ok(Called {
        committee: committee.name.clone(),
        term: committee.term.clone(),
        number: asked.number,
        scheduled: asked.scheduled,
        place: asked.place.clone(),
        chair: asked.chair,
        recorder: asked.recorder.clone(),
        roster: committee.members.clone(),
        agenda,
        rulebook,
        back_filled: asked.back_filled.clone(),
        articles: committee.articles.clone(),
    })
}

/// Calls a meeting anew before it opens. What was not in its notice, once that went out, is an unscheduled motion.
///
/// Refusals: those of [`call()`].
pub fn amend(
    meeting: &Meeting,
    committee: &Committee,
    others: &[OtherMeeting],
    asked: &MeetingCall,
) -> Result<Called, Refusal> {
    let mut called = call(committee, others, asked)?;
    if meeting.notice.is_some() {
        let notified = &meeting.call.agenda;
        let known: Vec<&Nominee> =
            notified.iter().flat_map(AgendaItem::nominees).filter(|it| !it.unscheduled).collect();
        for item in &mut called.agenda {
            item.unscheduled = !notified.iter().any(|it| it.title == item.title && !it.unscheduled);
            for nominee in item.nominees_mut() {
                nominee.unscheduled = !known.iter().any(|it| it.is_the_same_as(nominee));
            }
        }
    }
    Ok(called)
}

/// What earlier meetings decided on a nominee (R-HY-18, R-LC-01).
fn look_back(nominee: &mut Nominee, others: &[OtherMeeting], rulebook: &Rulebook) -> Result<(), Refusal> {
    let outcome_at = |other: &OtherMeeting| {
        other.results.iter().find(|(earlier, _)| earlier.is_the_same_as(nominee)).map(|(_, outcome)| *outcome)
    };
    if let Some(number) = nominee.reconsiders {
        let decided = others.iter().filter(|other| other.number == number).find_map(outcome_at);
        if !rulebook.reconsideration {
            return Err(RuleId::Hy18.refuse(Because::NoReconsideration {}));
        }
        if !matches!(decided, Some(Outcome::Carried | Outcome::NotCarried)) {
            return Err(RuleId::Hy18.refuse(Because::NothingToReconsider {}));
        }
    }
    let failed = others.iter().filter(|other| outcome_at(other) == Some(Outcome::NotCarried));
    let mut numbers: Vec<MeetingNumber> = failed.map(|other| other.number).collect();
    numbers.sort_unstable();
    nominee.not_carried = numbers;
    Ok(())
}

/// The next free numbers of one meeting.
pub(crate) struct Numbering {
    item: u32,
    nominee: u32,
    observer: u32,
}

impl Default for Numbering {
    fn default() -> Self {
        Self { item: 1, nominee: 1, observer: 1 }
    }
}

impl Numbering {
    /// After those of an agenda.
    pub(crate) fn after(agenda: &[AgendaItem]) -> Self {
        let next = |ids: &mut dyn Iterator<Item = u32>| ids.max().map_or(1, |last| last.saturating_add(1));
        Self {
            item: next(&mut agenda.iter().map(|item| item.id.0)),
            nominee: next(&mut agenda.iter().flat_map(AgendaItem::nominees).map(|nominee| nominee.id.0)),
            observer: next(&mut agenda.iter().flat_map(|item| &item.observers).map(|observer| observer.id.0)),
        }
    }

    /// Refusals: R-JL2-01 (a title or a name is empty), R-HY-04 (no nominees, or no posts).
    pub(crate) fn number(&mut self, draft: &ItemDraft) -> Result<AgendaItem, Refusal> {
        required(Text::ItemTitle, &draft.title)?;
        let id = ItemId(take(&mut self.item));
        let matter = match &draft.matter {
            MatterDraft::Ordinary {} => Matter::Ordinary {},
            MatterDraft::Appointment { nominees } if nominees.is_empty() => {
                return Err(RuleId::Hy04.refuse(Because::NoNominees { item: id }));
            }
            MatterDraft::Appointment { nominees } => Matter::Appointment {
                nominees: nominees.iter().map(|nominee| self.number_nominee(nominee)).collect::<Result<_, _>>()?,
            },
        };
        let observers =
            draft.observers.iter().map(|observer| self.number_observer(observer)).collect::<Result<_, _>>()?;
        Ok(AgendaItem { id, title: draft.title.clone(), matter, observers, unscheduled: false })
    }

    fn number_observer(&mut self, draft: &ObserverDraft) -> Result<Observer, Refusal> {
        required(Text::Name, &draft.name)?;
        let id = ObserverId(take(&mut self.observer));
        Ok(Observer { id, name: draft.name.clone(), post: draft.post.clone() })
    }

    fn number_nominee(&mut self, draft: &NomineeDraft) -> Result<Nominee, Refusal> {
        required(Text::Name, &draft.name)?;
        if draft.proposed_post.trim().is_empty() && draft.post_to_leave.trim().is_empty() {
            return Err(RuleId::Hy04.refuse(Because::Empty { text: Text::Post }));
        }
        Ok(Nominee {
            id: NomineeId(take(&mut self.nominee)),
            name: draft.name.clone(),
            current_post: draft.current_post.clone(),
            proposed_post: draft.proposed_post.clone(),
            post_to_leave: draft.post_to_leave.clone(),
            change: draft.change,
            unscheduled: false,
            reconsiders: draft.reconsiders,
            not_carried: Vec::new(),
            profile: draft.profile.clone(),
        })
    }
}

fn take(next: &mut u32) -> u32 {
    let taken = *next;
    *next = next.saturating_add(1);
    taken
}
