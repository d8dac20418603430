//! The rules by id: title, what they rest on, and how well that is evidenced. Texts follow rulebook.md; a grade is never
//! raised here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How well a rule's text is evidenced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub enum Grade {
    /// The text was found, word for word.
    V,
    /// The text was found; the number of the article was worked out and has to be checked.
    #[serde(rename = "V-num?")]
    VNum,
    /// Found in a local rule or a public sample.
    L,
    /// The committee's own practice in the source document.
    S,
    /// Common practice without an article: a setting.
    P,
    /// From memory, not verified: a setting.
    M,
}

/// What a rule rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// The rule's title in Chinese.
    pub title: String,
    /// The rule's title in English.
    pub title_en: String,
    /// Regulation or sample.
    pub source: String,
    /// Article within it; may be empty.
    pub clause: String,
    /// How well it is evidenced.
    pub grade: Grade,
    /// Its words; may be empty.
    pub quote: String,
}

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// The id as the rulebook writes it.
    pub code: &'static str,
    /// Its title in Chinese.
    pub title: &'static str,
    /// Its title in English.
    pub title_en: &'static str,
    /// Regulation or sample.
    pub source: &'static str,
    /// Article within it; may be empty.
    pub clause: &'static str,
    /// How well it is evidenced.
    pub grade: Grade,
    /// Its words; may be empty.
    pub quote: &'static str,
}

impl Rule {
    /// What it rests on, for a refusal.
    pub fn article(&self) -> Article {
        Article {
            title: self.title.into(),
            title_en: self.title_en.into(),
            source: self.source.into(),
            clause: self.clause.into(),
            grade: self.grade,
            quote: self.quote.into(),
        }
    }
}

/// One line a rule: the id, the enum and the table cannot come apart.
macro_rules! rules {
    ($($name:ident $code:tt $grade:ident $title:tt, $title_en:tt, $source:tt, $clause:tt, $quote:tt;)*) => {
        /// A rule's id.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
        pub enum RuleId {
            $(#[doc = $title] #[serde(rename = $code)] $name,)*
        }

        /// Every rule, in the order of [`RuleId`].
        pub static RULES: &[Rule] = &[$(Rule {
            id: RuleId::$name,
            code: $code,
            title: $title,
            title_en: $title_en,
            source: $source,
            clause: $clause,
            grade: Grade::$grade,
            quote: $quote,
        },)*];
    };
}

impl RuleId {
    /// The rule with this id.
    pub fn rule(self) -> &'static Rule {
        &RULES[self as usize]
    }

    /// As the rulebook writes it, e.g. `R-HY-07`.
    pub fn code(self) -> &'static str {
        self.rule().code
    }
}

rules! {
    Hy01 "R-HY-01" VNum "任免事项三分之二以上到会", "Two thirds present for appointments",
        "《党政领导干部选拔任用工作条例》（2019）", "第三十八条（条号待核）",
        "必须有三分之二以上成员到会";
    Hy02 "R-HY-02" L "一般议题半数以上到会", "Half present for ordinary items",
        "县委常委会会议议事和决策规章制度（样本）", "",
        "必须有半数以上常委到会方能举行";
    Hy04 "R-HY-04" VNum "先介绍、后讨论、再表决，逐个进行", "Introduction, discussion, vote: in that order, one by one",
        "《党政领导干部选拔任用工作条例》（2019）", "第三十九条（条号待核）",
        "逐个介绍领导职务拟任人选的推荐、考察和任免理由等情况；参加会议人员进行充分讨论；进行表决";
    Hy06 "R-HY-06" VNum "逐一发表明确意见", "Every member present states one clear stance",
        "《党政领导干部选拔任用工作条例》（2019）", "第三十八条（条号待核）",
        "与会成员对任免事项，应当逐一发表同意、不同意或者缓议等明确意见";
    Hy07 "R-HY-07" VNum "书记末位表态", "The Secretary speaks last",
        "《党政领导干部选拔任用工作条例》（2019）", "第三十八条（条号待核）",
        "党委（党组）主要负责人应当最后表态";
    Hy08 "R-HY-08" V "主持人末位表态", "The chair standing in speaks last",
        "《中国共产党党组工作条例》（2019），常委会类推", "第二十七条",
        "表决实行主持人末位表态制。";
    Hy10 "R-HY-10" VNum "意见分歧较大时暂缓表决", "Vote postponed when opinions differ widely",
        "《党政领导干部选拔任用工作条例》（2019）", "第三十八条（条号待核）",
        "意见分歧较大时，暂缓进行表决。";
    Hy11 "R-HY-11" VNum "表决方式须记录", "The method of voting is recorded",
        "《党政领导干部选拔任用工作条例》（2019）", "第三十八条（条号待核）",
        "采取口头表决、举手表决或者无记名投票等方式进行表决";
    Hy12 "R-HY-12" VNum "应到会成员超过半数同意", "More than half of the entitled members",
        "《党政领导干部选拔任用工作条例》（2019）", "第三十九条（条号待核）",
        "以党委（党组）应到会成员超过半数同意形成决定";
    Hy13 "R-HY-13" V "未到会不计票、不得委托投票", "No votes of the absent, no proxies",
        "县委常委会会议议事和决策规章制度（样本）；《中国共产党党组工作条例》（2019）", "第二十七条",
        "未到会党组成员的书面意见不得计入票数。";
    Hy14 "R-HY-14" V "逐一表决", "One vote for each matter, one entry for each member",
        "《中国共产党党组工作条例》（2019）", "第二十七条",
        "会议研究决定多个事项的，应当逐项进行表决。";
    Hy15 "R-HY-15" L "列席人员无表决权", "Observers have no vote",
        "院会议规则（样本）", "",
        "列席人员有发言权，无表决权。";
    Hy16 "R-HY-16" V "议题会前确定", "The agenda is fixed before the meeting",
        "《中国共产党党组工作条例（试行）》（2015），同类参照", "第二十五条",
        "党组会议议题由党组书记提出，或者由其他党组成员提出建议、党组书记综合考虑后确定。";
    Hy17 "R-HY-17" V "不准临时动议决定干部", "No unscheduled motions on appointments",
        "《党委（党组）讨论决定干部任免事项守则》（2016）", "五个不准",
        "不准临时动议决定干部";
    Hy19 "R-HY-19" L "主持人当场宣布表决结果", "The chair announces the result in the room",
        "公司党委常委会议事规则（样本）", "",
        "表决后，会议主持人应当场宣布表决结果。";
    Hy25 "R-HY-25" P "应到会名册", "The roster of entitled members",
        "通行做法，可设置", "",
        "";
    Pj04 "R-PJ-04" P "发出票数等于实到有表决权人数", "One paper for each member present",
        "通行做法，可设置", "",
        "";
    Pj05 "R-PJ-05" L "收回多于发出，投票无效", "More returned than issued: the ballot is void",
        "选举办法通例", "",
        "收回的选票等于或少于发出的选票，选举有效；收回的选票多于发出的选票，选举无效，应重新进行选举。";
    Pj06 "R-PJ-06" P "收回等于有效加废票", "Returned equals valid plus spoilt",
        "通行做法", "",
        "";
    Pj09 "R-PJ-09" L "监票人、计票人不得是人选", "Scrutineer and teller are no nominees",
        "全国人大、政协通例", "",
        "已提名的候选人不得担任监票人。";
    Pj14 "R-PJ-14" P "无记名投票不存个人投票", "A secret ballot keeps no names",
        "设计约束", "",
        "";
    Jl201 "R-JL2-01" L "会议记录首部各项齐全", "The head of the minutes is complete",
        "会议记录制度（样本）", "",
        "";
    Jl204 "R-JL2-04" L "以“散会”结束", "The minutes end with the adjournment",
        "会议记录制度（样本）", "",
        "另起一行空两格写‘散会’或‘会议结束’字样";
    Jl207 "R-JL2-07" L "定稿后封存，更正另立条目", "Sealed: corrections are entries of their own",
        "“一本十条”会议记录规定（报道）", "",
        "记录形成后，任何人不得随便涂改、增删，更不能随意销毁";
    Js04 "R-JS-04" L "只增不改", "Only added to, never changed",
        "“一本十条”会议记录规定（报道）", "",
        "记录形成后，任何人不得随便涂改、增删，更不能随意销毁";
    Px01 "R-PX-01" P "排名由用户维护", "Rank is kept by the user",
        "通行做法，可设置", "",
        "";
    Rq02 "R-RQ-02" P "会议次号连续不重", "Meeting numbers are not given twice",
        "通行做法", "",
        "";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_finds_its_own_rule() {
        for rule in RULES {
            assert_eq!(rule.id.rule(), rule);
            assert_eq!(serde_json::to_string(&rule.id).ok(), Some(format!("\"{}\"", rule.code)), "one id on the wire");
        }
    }

    #[test]
    fn a_verified_rule_quotes_its_article() {
        for rule in RULES.iter().filter(|rule| matches!(rule.grade, Grade::V | Grade::VNum)) {
            assert!(
                !rule.quote.is_empty() && !rule.clause.is_empty(),
                "{:?} is graded verified without words",
                rule.id
            );
        }
    }

    #[test]
    fn an_article_number_that_was_worked_out_says_so() {
        for rule in RULES.iter().filter(|rule| rule.grade == Grade::VNum) {
            assert!(rule.clause.contains("条号待核"), "{:?}", rule.id);
        }
    }
}
