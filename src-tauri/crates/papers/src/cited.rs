//! The rules in words: the settings of a meeting, what an article rests on, and the facts on which a rule spoke. A grade is
//! printed as it is, never a better one.

use meeting::{
    Article, ArticleCorrection, Because, FullAttendance, Grade, LastSpeaker, MajorityOf, Meeting, MeetingNumber, Named,
    NomineeId, Preset, RecusalBase, Refusal, RuleId, Rulebook, Warning,
};

use crate::wording;

/// The name of the rulebook, and then every setting (R-HB-04: they must stand in the record).
pub(crate) fn settings(rulebook: &Rulebook) -> Vec<String> {
    let majority = match rulebook.majority_of {
        MajorityOf::Entitled => "同意超过应到会成员半数为通过",
        MajorityOf::Voting => "同意超过参加表决人数半数为通过",
    };
    let recusal = match rulebook.recusal_base {
        RecusalBase::Kept => "回避的成员仍计入应到会成员（应到不减）",
        RecusalBase::Lowered => "回避的成员不计入该事项的应到会成员（应到同减）",
    };
    let full = match rulebook.full_attendance {
        FullAttendance::Required => "人员不齐，任免事项不讨论",
        FullAttendance::Confirmed => "人员不齐，任免事项须经主持人确认并记录后讨论",
        FullAttendance::Free => "人员不齐，以到会人数为准",
    };
    let last = match rulebook.last_speaker {
        LastSpeaker::Secretary => "书记末位表态，书记不参加的，主持人末位表态",
        LastSpeaker::Chair => "主持人末位表态",
    };
    let mut choices = vec!["同意", "不同意"];
    choices.extend(rulebook.may_abstain.then_some("弃权"));
    choices.extend(rulebook.may_defer.then_some("缓议"));
    let papers =
        if rulebook.every_voter_gets_a_paper { "与参加表决人数相等" } else { "不超过参加表决人数" };
    let reconsideration =
        if rulebook.reconsideration { "任免决定经超过半数成员同意可以复议" } else { "不设复议" };
    let repeated = if rulebook.repeated_failure_warned { "提醒" } else { "不提醒" };
    let notice_day = if rulebook.notice_day_counts { "计入" } else { "不计入" };
    vec![
        format!("{}。", preset(rulebook.preset)),
        format!(
            "任免事项须应到会成员{}以上到会，一般议题须{}以上到会；{majority}。",
            wording::share(rulebook.appointment_quorum),
            wording::share(rulebook.ordinary_quorum)
        ),
        format!("{recusal}；{full}；{last}。"),
        format!(
            "表决分{}；无记名投票发票{papers}；不同意和缓议达{}以上，或者同意与不同意相差不超过 {} 人的，提示暂缓表决。",
            choices.join("、"),
            wording::share(rulebook.postpone_hint),
            rulebook.postpone_margin
        ),
        format!("{reconsideration}；同一人选同一职位两次未通过的{repeated}；公示首日{notice_day}公示期。"),
    ]
}

/// The name of a rulebook.
pub(crate) fn preset(preset: Preset) -> &'static str {
    match preset {
        Preset::MunicipalCommittee2019 => "市委常委会（干部任用条例2019）",
        Preset::MunicipalCommitteeStrict => "市委常委会（从严：人员不齐不讨论）",
        Preset::PartyGroup => "党组",
        Preset::SoeCommittee => "国企党委会",
        Preset::UniversityCommittee => "高校党委常委会",
        Preset::StandingCommittee => "常设委员会（通用）",
        Preset::Custom => "自定规则",
    }
}

/// R-HY-07 书记末位表态.
pub(crate) fn rule(rule: RuleId, article: &Article) -> String {
    format!("{} {}", rule.code(), article.title)
}

/// What a rule rests on: source, article, how well it is evidenced, and its words.
pub(crate) fn basis(article: &Article) -> String {
    let place = format!("{}{}", article.source, article.clause);
    let note = match article.grade {
        Grade::V | Grade::S => "",
        Grade::VNum if place.contains("条号待核") => "",
        Grade::VNum => "原条号待核",
        Grade::L => "参照，非条例规定",
        Grade::P if place.starts_with("通行做法") => "",
        Grade::P => "通行做法，非条文",
        Grade::M if place.contains("未核") => "",
        Grade::M => "凭记忆，未核",
    };
    let corrected = if article.corrected { "经本会更正" } else { "" };
    let notes: Vec<&str> = [corrected, note].into_iter().filter(|note| !note.is_empty()).collect();
    let notes = if notes.is_empty() { String::new() } else { format!("（{}）", notes.join("，")) };
    let quote = article.quote.trim();
    match quote {
        "" => format!("{place}{notes}。"),
        _ if quote.ends_with('。') => format!("{place}{notes}：“{quote}”"),
        _ => format!("{place}{notes}：“{quote}”。"),
    }
}

/// The committee's corrections of articles of which some part still holds: the rule, what it reads now, and the correction.
pub(crate) fn corrections_in_force(articles: &[ArticleCorrection]) -> Vec<(&ArticleCorrection, String)> {
    let in_force = |(place, correction): (usize, &'_ ArticleCorrection)| {
        let part = |label: &str, of: fn(&ArticleCorrection) -> &str| {
            let replaced = |later: &ArticleCorrection| later.rule == correction.rule && !of(later).trim().is_empty();
            let words = of(correction).trim();
            let holds = !words.is_empty() && !articles[place + 1..].iter().any(replaced);
            holds.then(|| format!("{label}更正为“{words}”"))
        };
        let parts = [part("出处", |it| &it.source), part("条号", |it| &it.clause), part("条文", |it| &it.quote)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join("，"))
    };
    let all = articles.iter().enumerate();
    all.filter_map(|(place, correction)| Some((correction, in_force((place, correction))?))).collect()
}

fn named(people: &[Named]) -> String {
    people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join("、")
}

fn nominee(meeting: &Meeting, id: NomineeId) -> String {
    let mut nominees = meeting.items.iter().flat_map(|record| record.item.nominees());
    nominees.find(|nominee| nominee.id == id).map_or_else(|| format!("人选 {id}"), |nominee| nominee.name.clone())
}

fn meetings(numbers: &[MeetingNumber]) -> String {
    numbers.iter().map(|number| format!("{}会议", wording::number(*number))).collect::<Vec<_>>().join("、")
}

/// The facts on which a rule spoke, before the meeting went on.
pub(crate) fn warned(meeting: &Meeting, warning: &Warning) -> String {
    let of = |id: Option<NomineeId>| id.map_or_else(String::new, |id| format!("{}：", nominee(meeting, id)));
    match warning {
        Warning::NotAllPresent { absent } => format!("未到会 {} 人：{}。", absent.len(), named(absent)),
        Warning::OpinionsDiffer { nominee, agree, disagree, defer, present } => {
            let of = of(*nominee);
            format!("{of}参加讨论 {present} 人，表态同意 {agree} 人，不同意 {disagree} 人，缓议 {defer} 人，分歧较大。")
        }
        Warning::IntroductionLacks { nominee, missing } => {
            let points: Vec<&str> = missing.iter().map(|point| wording::point(*point)).collect();
            format!("{}介绍未包括{}。", of(Some(*nominee)), points.join("、"))
        }
        Warning::PreparationUnmarked { nominee, steps } => {
            let steps: Vec<&str> = steps.iter().map(|step| wording::step(*step)).collect();
            format!("{}会前准备未登记：{}。", of(Some(*nominee)), steps.join("、"))
        }
        Warning::LeaningRemark { entry } => format!("末位表态人在表态前的发言有倾向（第 {entry} 条）。"),
        Warning::RepeatedFailure { nominee, meetings: at } => {
            format!("{}同一职位已在{}上未通过。", of(Some(*nominee)), meetings(at))
        }
        Warning::UnanimousSecret { nominee } => format!("{}无记名投票结果完全一致。", of(*nominee)),
    }
}

/// What was done against a rule at a back-filled meeting.
pub(crate) fn violated(refusal: &Refusal) -> String {
    let silent =
        |what: &str, missing: &[Named]| format!("尚有 {} 名到会成员没有{what}：{}。", missing.len(), named(missing));
    match &refusal.facts {
        Because::BelowQuorum { present, entitled, required, missing } => {
            let cause = if refusal.rule == RuleId::Hb05 { "因回避，" } else { "" };
            format!("{cause}应到 {entitled} 人，实到 {present} 人，至少须 {required} 人到会，不足 {missing} 人。")
        }
        Because::NotIntroduced {} => "没有介绍情况。".to_owned(),
        Because::OthersMustSpeakFirst { last, missing } => {
            format!("{}应当最后表态；其表态时，{}", last.name, silent("表态", missing))
        }
        Because::LastSpeakerHasSpoken { last } => format!("{}末位表态以后，其他成员又就本议题表态。", last.name),
        Because::NotYetStated { missing } if refusal.rule == RuleId::Hy06 => silent("表态", missing),
        Because::NotYetStated { missing } => format!("{}没有最后表态。", named(missing)),
        Because::NotYetVoted { missing } => silent("表决", missing),
        Because::UnscheduledMotion { name } => format!("{name}系会议通知发出以后列入的人选，属临时动议。"),
        Because::PreparationIncomplete { name, steps } => {
            let steps: Vec<&str> = steps.iter().map(|step| wording::step(*step)).collect();
            format!("{name}的会前准备未完成：{}。", steps.join("、"))
        }
        Because::NotAllPresent { absent } => format!("人员不齐，未到会 {} 人：{}。", absent.len(), named(absent)),
        Because::AwaitsConfirmation { absent } => {
            let (count, names) = (absent.len(), named(absent));
            format!("人员不齐，未到会 {count} 人：{names}；没有主持人的确认记录。")
        }
        Because::InterestedInCount { name } => format!("{name}系人选或者回避人，担任了监票人或者计票人。"),
        Because::DecisionVoid { present, required } => {
            format!("作出决定时实到 {present} 人，少于规定的 {required} 人，决定无效。")
        }
        // Nothing else is let pass at a back-filled meeting. What a later version adds is printed as it was recorded.
        other => format!("事实见该条：{}。", serde_json::to_string(other).unwrap_or_default()),
    }
}
