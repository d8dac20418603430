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

/// A rule's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
pub enum RuleId {
    /// 任免事项三分之二以上到会.
    #[serde(rename = "R-HY-01")]
    Hy01,
    /// 一般议题半数以上到会.
    #[serde(rename = "R-HY-02")]
    Hy02,
    /// 先介绍、后讨论、再表决，逐个进行.
    #[serde(rename = "R-HY-04")]
    Hy04,
    /// 逐一发表明确意见.
    #[serde(rename = "R-HY-06")]
    Hy06,
    /// 书记末位表态.
    #[serde(rename = "R-HY-07")]
    Hy07,
    /// 主持人末位表态.
    #[serde(rename = "R-HY-08")]
    Hy08,
    /// 意见分歧较大时暂缓表决.
    #[serde(rename = "R-HY-10")]
    Hy10,
    /// 表决方式须记录.
    #[serde(rename = "R-HY-11")]
    Hy11,
    /// 应到会成员超过半数同意.
    #[serde(rename = "R-HY-12")]
    Hy12,
    /// 未到会不计票、不得委托投票.
    #[serde(rename = "R-HY-13")]
    Hy13,
    /// 逐一表决.
    #[serde(rename = "R-HY-14")]
    Hy14,
    /// 列席人员无表决权.
    #[serde(rename = "R-HY-15")]
    Hy15,
    /// 议题会前确定.
    #[serde(rename = "R-HY-16")]
    Hy16,
    /// 不准临时动议决定干部.
    #[serde(rename = "R-HY-17")]
    Hy17,
    /// 主持人当场宣布表决结果.
    #[serde(rename = "R-HY-19")]
    Hy19,
    /// 应到会名册.
    #[serde(rename = "R-HY-25")]
    Hy25,
    /// 发出票数等于实到有表决权人数.
    #[serde(rename = "R-PJ-04")]
    Pj04,
    /// 收回多于发出，投票无效.
    #[serde(rename = "R-PJ-05")]
    Pj05,
    /// 收回等于有效加废票.
    #[serde(rename = "R-PJ-06")]
    Pj06,
    /// 监票人、计票人不得是人选.
    #[serde(rename = "R-PJ-09")]
    Pj09,
    /// 无记名投票不存个人投票.
    #[serde(rename = "R-PJ-14")]
    Pj14,
    /// 会议记录首部各项齐全.
    #[serde(rename = "R-JL2-01")]
    Jl201,
    /// 以“散会”结束.
    #[serde(rename = "R-JL2-04")]
    Jl204,
    /// 定稿后封存，更正另立条目.
    #[serde(rename = "R-JL2-07")]
    Jl207,
    /// 只增不改.
    #[serde(rename = "R-JS-04")]
    Js04,
    /// 排名由用户维护.
    #[serde(rename = "R-PX-01")]
    Px01,
    /// 会议次号连续不重.
    #[serde(rename = "R-RQ-02")]
    Rq02,
}

impl RuleId {
    /// The rule with this id.
    pub fn rule(self) -> &'static Rule {
        // RULES stands in the order of the enum; the test below holds it.
        &RULES[self as usize]
    }
}

/// Every rule, in the order of [`RuleId`].
pub static RULES: &[Rule] = &[
    Rule {
        id: RuleId::Hy01,
        title: "任免事项三分之二以上到会",
        title_en: "Two thirds present for appointments",
        source: "《党政领导干部选拔任用工作条例》（2019）",
        clause: "第三十八条（条号待核）",
        grade: Grade::VNum,
        quote: "必须有三分之二以上成员到会",
    },
    Rule {
        id: RuleId::Hy02,
        title: "一般议题半数以上到会",
        title_en: "Half present for ordinary items",
        source: "县委常委会会议议事和决策规章制度（样本）",
        clause: "",
        grade: Grade::L,
        quote: "必须有半数以上常委到会方能举行",
    },
    Rule {
        id: RuleId::Hy04,
        title: "先介绍、后讨论、再表决，逐个进行",
        title_en: "Introduction, discussion, vote: in that order, one by one",
        source: "《党政领导干部选拔任用工作条例》（2019）",
        clause: "第三十九条（条号待核）",
        grade: Grade::VNum,
        quote: "逐个介绍领导职务拟任人选的推荐、考察和任免理由等情况；参加会议人员进行充分讨论；进行表决",
    },
    Rule {
        id: RuleId::Hy06,
        title: "逐一发表明确意见",
        title_en: "Every member present states one clear stance",
        source: "《党政领导干部选拔任用工作条例》（2019）",
        clause: "第三十八条（条号待核）",
        grade: Grade::VNum,
        quote: "与会成员对任免事项，应当逐一发表同意、不同意或者缓议等明确意见",
    },
    Rule {
        id: RuleId::Hy07,
        title: "书记末位表态",
        title_en: "The Secretary speaks last",
        source: "《党政领导干部选拔任用工作条例》（2019）",
        clause: "第三十八条（条号待核）",
        grade: Grade::VNum,
        quote: "党委（党组）主要负责人应当最后表态",
    },
    Rule {
        id: RuleId::Hy08,
        title: "主持人末位表态",
        title_en: "The chair standing in speaks last",
        source: "《中国共产党党组工作条例》（2019），常委会类推",
        clause: "第二十七条",
        grade: Grade::V,
        quote: "表决实行主持人末位表态制。",
    },
    Rule {
        id: RuleId::Hy10,
        title: "意见分歧较大时暂缓表决",
        title_en: "Vote postponed when opinions differ widely",
        source: "《党政领导干部选拔任用工作条例》（2019）",
        clause: "第三十八条（条号待核）",
        grade: Grade::VNum,
        quote: "意见分歧较大时，暂缓进行表决。",
    },
    Rule {
        id: RuleId::Hy11,
        title: "表决方式须记录",
        title_en: "The method of voting is recorded",
        source: "《党政领导干部选拔任用工作条例》（2019）",
        clause: "第三十八条（条号待核）",
        grade: Grade::VNum,
        quote: "采取口头表决、举手表决或者无记名投票等方式进行表决",
    },
    Rule {
        id: RuleId::Hy12,
        title: "应到会成员超过半数同意",
        title_en: "More than half of the entitled members",
        source: "《党政领导干部选拔任用工作条例》（2019）",
        clause: "第三十九条（条号待核）",
        grade: Grade::VNum,
        quote: "以党委（党组）应到会成员超过半数同意形成决定",
    },
    Rule {
        id: RuleId::Hy13,
        title: "未到会不计票、不得委托投票",
        title_en: "No votes of the absent, no proxies",
        source: "县委常委会会议议事和决策规章制度（样本）；《中国共产党党组工作条例》（2019）",
        clause: "第二十七条",
        grade: Grade::V,
        quote: "未到会党组成员的书面意见不得计入票数。",
    },
    Rule {
        id: RuleId::Hy14,
        title: "逐一表决",
        title_en: "One vote for each matter, one entry for each member",
        source: "《中国共产党党组工作条例》（2019）",
        clause: "第二十七条",
        grade: Grade::V,
        quote: "会议研究决定多个事项的，应当逐项进行表决。",
    },
    Rule {
        id: RuleId::Hy15,
        title: "列席人员无表决权",
        title_en: "Observers have no vote",
        source: "院会议规则（样本）",
        clause: "",
        grade: Grade::L,
        quote: "列席人员有发言权，无表决权。",
    },
    Rule {
        id: RuleId::Hy16,
        title: "议题会前确定",
        title_en: "The agenda is fixed before the meeting",
        source: "《中国共产党党组工作条例（试行）》（2015），同类参照",
        clause: "第二十五条",
        grade: Grade::V,
        quote: "党组会议议题由党组书记提出，或者由其他党组成员提出建议、党组书记综合考虑后确定。",
    },
    Rule {
        id: RuleId::Hy17,
        title: "不准临时动议决定干部",
        title_en: "No unscheduled motions on appointments",
        source: "《党委（党组）讨论决定干部任免事项守则》（2016）",
        clause: "五个不准",
        grade: Grade::V,
        quote: "不准临时动议决定干部",
    },
    Rule {
        id: RuleId::Hy19,
        title: "主持人当场宣布表决结果",
        title_en: "The chair announces the result in the room",
        source: "公司党委常委会议事规则（样本）",
        clause: "",
        grade: Grade::L,
        quote: "表决后，会议主持人应当场宣布表决结果。",
    },
    Rule {
        id: RuleId::Hy25,
        title: "应到会名册",
        title_en: "The roster of entitled members",
        source: "通行做法，可设置",
        clause: "",
        grade: Grade::P,
        quote: "",
    },
    Rule {
        id: RuleId::Pj04,
        title: "发出票数等于实到有表决权人数",
        title_en: "One paper for each member present",
        source: "通行做法，可设置",
        clause: "",
        grade: Grade::P,
        quote: "",
    },
    Rule {
        id: RuleId::Pj05,
        title: "收回多于发出，投票无效",
        title_en: "More returned than issued: the ballot is void",
        source: "选举办法通例",
        clause: "",
        grade: Grade::L,
        quote: "收回的选票等于或少于发出的选票，选举有效；收回的选票多于发出的选票，选举无效，应重新进行选举。",
    },
    Rule {
        id: RuleId::Pj06,
        title: "收回等于有效加废票",
        title_en: "Returned equals valid plus spoilt",
        source: "通行做法",
        clause: "",
        grade: Grade::P,
        quote: "",
    },
    Rule {
        id: RuleId::Pj09,
        title: "监票人、计票人不得是人选",
        title_en: "Scrutineer and teller are no nominees",
        source: "全国人大、政协通例",
        clause: "",
        grade: Grade::L,
        quote: "已提名的候选人不得担任监票人。",
    },
    Rule {
        id: RuleId::Pj14,
        title: "无记名投票不存个人投票",
        title_en: "A secret ballot keeps no names",
        source: "设计约束",
        clause: "",
        grade: Grade::P,
        quote: "",
    },
    Rule {
        id: RuleId::Jl201,
        title: "会议记录首部各项齐全",
        title_en: "The head of the minutes is complete",
        source: "会议记录制度（样本）",
        clause: "",
        grade: Grade::L,
        quote: "",
    },
    Rule {
        id: RuleId::Jl204,
        title: "以“散会”结束",
        title_en: "The minutes end with the adjournment",
        source: "会议记录制度（样本）",
        clause: "",
        grade: Grade::L,
        quote: "另起一行空两格写‘散会’或‘会议结束’字样",
    },
    Rule {
        id: RuleId::Jl207,
        title: "定稿后封存，更正另立条目",
        title_en: "Sealed: corrections are entries of their own",
        source: "“一本十条”会议记录规定（报道）",
        clause: "",
        grade: Grade::L,
        quote: "记录形成后，任何人不得随便涂改、增删，更不能随意销毁",
    },
    Rule {
        id: RuleId::Js04,
        title: "只增不改",
        title_en: "Only added to, never changed",
        source: "“一本十条”会议记录规定（报道）",
        clause: "",
        grade: Grade::L,
        quote: "记录形成后，任何人不得随便涂改、增删，更不能随意销毁",
    },
    Rule {
        id: RuleId::Px01,
        title: "排名由用户维护",
        title_en: "Rank is kept by the user",
        source: "通行做法，可设置",
        clause: "",
        grade: Grade::P,
        quote: "",
    },
    Rule {
        id: RuleId::Rq02,
        title: "会议次号连续不重",
        title_en: "Meeting numbers are not given twice",
        source: "通行做法",
        clause: "",
        grade: Grade::P,
        quote: "",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_finds_its_own_rule() {
        for rule in RULES {
            assert_eq!(rule.id.rule().id, rule.id, "RULES must stand in the order of RuleId");
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
