//! 本次会议所用规则: the settings, and every rule with what it rests on and what the program did about it (R-HB-04). A grade is
//! printed as it was recorded, never a better one.

use meeting::{Article, Grade, Meeting, RuleId, RuleState, RuleView, rules};
use serde::Serialize;

use crate::sheet::{Breach, Field, Sheet, back_filling, breaches, meeting_name, name, time, title};
use crate::{Witness, cited, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "所用规则";
const NOTHING: &str = "—";
/// A row with no more letters in a column than this fits on a sheet, and stays whole.
const WHOLE: usize = 300;

/// The rules.
#[derive(Debug, Serialize)]
pub(crate) struct Rules {
    sheet: Sheet,
    title: String,
    head: Vec<Field>,
    /// 违规情形, 确认的提醒, 条文更正; each only where there is any.
    spoke: Vec<Section>,
    groups: Vec<Group>,
    notes: Vec<String>,
}

/// Something that is listed in lines.
#[derive(Debug, Serialize)]
struct Section {
    lead: String,
    lines: Vec<String>,
}

/// Rules that the program does the same about.
#[derive(Debug, Serialize)]
struct Group {
    lead: String,
    rows: Vec<Row>,
}

/// A rule.
#[derive(Debug, Serialize)]
struct Row {
    /// R-HY-07.
    code: String,
    /// Its title.
    lead: String,
    /// 违规一, 确认一: where it spoke at this meeting.
    mark: String,
    /// 内容.
    quote: String,
    /// 依据: source and article.
    basis: String,
    /// 证据等级.
    grade: &'static str,
    /// 程序如何执行.
    checks: String,
    /// Whether the row may go over a page end: the committee's own words can be longer than a sheet.
    long: bool,
}

/// Makes the document model.
pub(crate) fn settings(meeting: &Meeting, witness: &Witness) -> Rules {
    let breaches = breaches(meeting);
    let views = rules::views(&meeting.call.articles);
    let group = |state: RuleState| {
        let rows = views.iter().filter(|view| view.state == state);
        let rows: Vec<Row> = rows.map(|view| row(meeting, view, &breaches)).collect();
        Group { lead: format!("{}（{} 条）", state_words(state), rows.len()), rows }
    };
    let groups = [RuleState::Enforced, RuleState::Warned, RuleState::Outside].map(group);
    let groups = groups.into_iter().filter(|group| !group.rows.is_empty()).collect();
    let mut head = vec![Field::text("会议名称", meeting_name(meeting)), Field::text("会议时间", time(meeting))];
    head.extend(back_filling(meeting));
    head.push(Field::lines("规则设置", cited::settings(&meeting.call.rulebook)));
    Rules {
        sheet: Sheet::new(meeting, witness, PAPER),
        title: title(meeting, PAPER),
        head,
        spoke: spoke(meeting, &breaches),
        groups,
        notes: notes(),
    }
}

fn row(meeting: &Meeting, view: &RuleView, breaches: &[Breach<'_>]) -> Row {
    // As this meeting cites it: a committee that the Regulation does not bind has no article of it.
    let article = meeting.article(view.id);
    let carried = view.by.map_or_else(String::new, |by: RuleId| format!("（由 {} 把关）", by.code()));
    let quote = article.quote.trim();
    let quote = if quote.is_empty() { NOTHING } else { quote };
    let basis = basis(&article);
    let long = [quote, basis.as_str()].into_iter().any(|words| words.chars().count() > WHOLE);
    Row {
        long,
        code: view.id.code().to_owned(),
        lead: article.title.clone(),
        mark: marked(meeting, view.id, breaches),
        quote: quote.to_owned(),
        basis,
        grade: grade(article.grade),
        checks: format!("{}{carried}", view.checks),
    }
}

/// Source and article. What the committee put right is said to be; the grade beside it is that of the text as built in.
fn basis(article: &Article) -> String {
    let corrected = if article.corrected { "（经本会更正）" } else { "" };
    format!("{}{}{corrected}", article.source, article.clause)
}

/// 〔违规一、二〕〔确认一〕.
fn marked(meeting: &Meeting, rule: RuleId, breaches: &[Breach<'_>]) -> String {
    let numbers = |word: &str, found: Vec<String>| {
        if found.is_empty() { String::new() } else { format!("〔{word}{}〕", found.join("、")) }
    };
    let broken = (1..).zip(breaches).filter(|(_, breach)| breach.refusal.rule == rule);
    let held = (1..).zip(&meeting.acknowledgements).filter(|(_, held)| held.warning.rule() == rule);
    numbers("违规", broken.map(|(n, _)| wording::han(n)).collect())
        + &numbers("确认", held.map(|(n, _)| wording::han(n)).collect())
}

/// Where rules were broken, where the meeting went on against a warning, and which articles read otherwise than built in.
fn spoke(meeting: &Meeting, breaches: &[Breach<'_>]) -> Vec<Section> {
    let broken = (1..).zip(breaches).map(|(number, breach)| {
        let refusal = breach.refusal;
        let places = breach.found.iter().map(|(stamp, by)| {
            format!("{}，见第 {by} 条（本情形记于第 {} 条）", wording::date_clock(stamp.at), stamp.entry)
        });
        let places: Vec<String> = places.collect();
        let (number, rule) = (wording::han(number), cited::rule(refusal.rule, &refusal.article));
        format!("违规{number}：{rule}。{}时间：{}。", cited::violated(refusal), places.join("；"))
    });
    let held = (1..).zip(&meeting.acknowledgements).map(|(number, held)| {
        let rule = held.warning.rule();
        let office = if held.by == meeting.chair { "（主持人）" } else { "" };
        let lapsed = match held.lapsed {
            Some(entry) => format!("至第 {entry} 条止"),
            None => "仍然有效".to_owned(),
        };
        format!(
            "确认{}：{}。{}{}{office}确认：{}（{}，第 {} 条；{lapsed}）",
            wording::han(number),
            cited::rule(rule, &meeting.article(rule)),
            cited::warned(meeting, &held.warning),
            name(meeting, held.by),
            held.reason.trim(),
            wording::date_clock(held.stamp.at),
            held.stamp.entry
        )
    });
    let articles = cited::corrections_in_force(&meeting.call.articles).into_iter().map(|(correction, reads)| {
        let rule = correction.rule.rule();
        format!("{} {}：{reads}。理由：{}（更正人{}）", rule.code, rule.title, correction.reason, correction.by)
    });
    let sections = [
        ("违规情形（本次会议系会后补录，在会议当时已经发生）", broken.collect()),
        ("经确认后继续进行的提醒", held.collect()),
        ("条文更正（召集会议时本会已作的更正，本次会议照此引用）", articles.collect::<Vec<String>>()),
    ];
    let some =
        |(lead, lines): (&str, Vec<String>)| (!lines.is_empty()).then(|| Section { lead: lead.to_owned(), lines });
    sections.into_iter().filter_map(some).collect()
}

fn state_words(state: RuleState) -> &'static str {
    match state {
        RuleState::Enforced => "由程序执行：违反的不予受理或者不生效力",
        RuleState::Warned => "由程序提醒：违反的予以指出，由会议决定",
        RuleState::Outside => "不由程序执行：各条说明缘由",
    }
}

fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::V => "原文",
        Grade::VNum => "原文，条号待核",
        Grade::L => "样本",
        Grade::S => "本级制度",
        Grade::P => "通行做法",
        Grade::M => "凭记忆，未核",
    }
}

fn notes() -> Vec<String> {
    vec![
        "证据等级指所列条文的可靠程度：“原文”为原文已找到、逐字引用；“原文，条号待核”为原文已找到，条号由相邻条文推算；\
         “样本”出自地方、单位制度或者公开样本，不是中央规定；“本级制度”出自源文稿，是本级自己的做法；“通行做法”无条文；\
         “凭记忆，未核”未核对原文，不作条文引用。"
            .to_owned(),
        "经本会更正的，证据等级仍为更正前内置条文的等级。".to_owned(),
    ]
}
