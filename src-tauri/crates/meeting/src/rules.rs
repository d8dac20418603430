//! The rules by id: title, what they rest on, how well that is evidenced, and what the program does about each. Texts follow
//! rulebook.md; a grade is never raised here, and a rule that is not for the program at the meeting says why not.

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

/// What the program does about a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum RuleState {
    /// 执行: what breaks it is refused, or has no effect.
    Enforced,
    /// 提醒: what breaks it is pointed out; people decide.
    Warned,
    /// 不由程序执行: not for the program at the meeting, for the reason that the rule gives.
    Outside,
}

/// Why a rule that no regulation words may bar all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backing {
    /// The committee's own choice, by the name of the setting in the rulebook.
    Setting(&'static str),
    /// A better evidenced rule says the same, or this one follows from it.
    Rule(RuleId),
    /// The record would contradict itself.
    Record,
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
    /// Whether the committee put source, article or words right; the grade stays that of the built-in text.
    #[serde(default)]
    pub corrected: bool,
}

/// What the committee put right about a rule's article. An empty text leaves that part as it is. There is no grade here: a
/// correction answers for itself, by its reason and its person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArticleCorrection {
    /// Which rule's.
    pub rule: RuleId,
    /// Regulation or sample as it should read.
    pub source: String,
    /// Article as it should read.
    pub clause: String,
    /// Words as they should read.
    pub quote: String,
    /// Why, e.g. where the text was looked up.
    pub reason: String,
    /// Who answers for it.
    pub by: String,
}

/// A rule as it is shown to a reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleView {
    /// Its id.
    pub id: RuleId,
    /// What it rests on, as corrected by the committee.
    pub article: Article,
    /// What the program does about it.
    pub state: RuleState,
    /// The rule whose refusal or warning carries this one.
    pub by: Option<RuleId>,
    /// What the program checks at the meeting, or why it does not, in Chinese.
    pub checks: String,
    /// The same in English.
    pub checks_en: String,
    /// What was put right about its article, in order.
    pub corrections: Vec<ArticleCorrection>,
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
    /// What the program does about it.
    pub state: RuleState,
    /// The rule whose refusal or warning carries this one, where it has none of its own.
    pub by: Option<RuleId>,
    /// What the program checks at the meeting, or why it does not, in Chinese.
    pub checks: &'static str,
    /// The same in English.
    pub checks_en: &'static str,
    /// What lets a rule of practice or of memory bar.
    pub backing: Option<Backing>,
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
            corrected: false,
        }
    }

    /// What it rests on after the corrections that name this rule, in their order: for each part the latest wins.
    pub fn article_as_corrected(&self, corrections: &[ArticleCorrection]) -> Article {
        let mut article = self.article();
        for correction in corrections.iter().filter(|correction| correction.rule == self.id) {
            let parts = [
                (&mut article.source, &correction.source),
                (&mut article.clause, &correction.clause),
                (&mut article.quote, &correction.quote),
            ];
            for (part, corrected) in parts.into_iter().filter(|(_, corrected)| !corrected.trim().is_empty()) {
                part.clone_from(corrected);
            }
            article.corrected = true;
        }
        article
    }

    /// As it is shown to a reader, with the committee's corrections of its article.
    pub fn view(&self, corrections: &[ArticleCorrection]) -> RuleView {
        let own = |correction: &&ArticleCorrection| correction.rule == self.id;
        RuleView {
            id: self.id,
            article: self.article_as_corrected(corrections),
            state: self.state,
            by: self.by,
            checks: self.checks.into(),
            checks_en: self.checks_en.into(),
            corrections: corrections.iter().filter(own).cloned().collect(),
        }
    }
}

/// Every rule in the order of the table, with the committee's corrections of their articles.
pub fn views(corrections: &[ArticleCorrection]) -> Vec<RuleView> {
    RULES.iter().map(|rule| rule.view(corrections)).collect()
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

/// What may be left out of a rule's entry in the table.
macro_rules! maybe {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

/// One entry a rule: the id, the enum and the table cannot come apart. `cargo xtask check` reads the first line of each entry,
/// which is why that line stands alone: the id twice, the grade, the state, and `by` whom where another rule carries it.
macro_rules! rules {
    ($($name:ident $code:literal $grade:ident $state:ident $(by $by:ident)? {
        title: $title:literal, $title_en:literal;
        rests: $source:expr, $clause:literal, $quote:literal;
        checks: $checks:literal, $checks_en:literal;
        $(backing: $backing:expr;)?
    })*) => {
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
            state: RuleState::$state,
            by: maybe!($(RuleId::$by)?),
            checks: $checks,
            checks_en: $checks_en,
            backing: maybe!($($backing)?),
        },)*];
    };
}

// Regulations and samples that several rules rest on, as rulebook.md §0.3 lists them.
const TL19: &str = "《党政领导干部选拔任用工作条例》（2019）";
const TL14: &str = "《党政领导干部选拔任用工作条例》（2014，已被替代）";
const SZ16: &str = "《党委（党组）讨论决定干部任免事项守则》（2016）";
const DZ19: &str = "《中国共产党党组工作条例》（2019），同类参照";
const DZ15: &str = "《中国共产党党组工作条例（试行）》（2015），同类参照";
const BJ04: &str = "《党的地方委员会全体会议对下一级党委、政府领导班子正职拟任人选和推荐人选表决办法》（2004）";
const HB06: &str = "《党政领导干部任职回避暂行规定》（2006）";
const BG10: &str = "干部选拔任用工作有关事项报告（单位转化制度）";
const XCW: &str = "县委常委会会议议事和决策规章制度（样本）";
const GSCW: &str = "公司党委常委会议事规则（样本）";
const CZ: &str = "“一本十条”会议记录规定（报道）";
const HYJL: &str = "会议记录制度（样本）";
const SEED: &str = "本级制度（源文稿）";
const PRACTICE: &str = "通行做法";
const PRACTICE_SET: &str = "通行做法，可设置";

rules! {
    // §1.5 Items barred from the meeting.

    Bx01 "R-BX-01" V Enforced {
        title: "未按规定动议、推荐、考察的不上会", "Not without initiation, recommendation and inspection";
        rests: SZ16, "第三条", "没有按规定进行酝酿动议、民主推荐、组织考察的不上会";
        checks: "人选的会前准备中“酝酿动议、民主推荐、组织考察”各步未办结的，该人选不得开议，并指出缺哪一步。",
            "A nominee is not taken up while initiation, democratic recommendation or inspection is not done; the missing step is named.";
    }
    Bx02 "R-BX-02" V Enforced {
        title: "有关问题未核实清楚的不上会", "Not while questions are open";
        rests: SZ16, "第三条", "没有按规定核实清楚有关问题的不上会";
        checks: "人选的会前准备中“有关问题核实”一步未办结的，该人选不得开议。",
            "A nominee is not taken up while the verification of questions raised is not done.";
    }
    Bx03 "R-BX-03" V Enforced {
        title: "应报告未报告、未批复的不上会", "Not without the report that is due and its reply";
        rests: SZ16, "第三条", "没有按规定向上级报告或报告后未经批复同意的干部任免事项不上会";
        checks: "人选的会前准备中“事先报告”一步未办结的，该人选不得开议；不需要报告的，须注明不适用。",
            "A nominee is not taken up while the report to the superior body is not done; where none is due, the step is marked so.";
    }
    Bx04 "R-BX-04" M Warned {
        title: "八种情形不得提交会议讨论", "Eight situations in which a matter is not put to the meeting";
        rests: TL19, "讨论决定章，第三十五条至第三十七条之间（措辞、条号未核）", "";
        checks: "人选的会前准备中有尚未标注的步骤时提醒；八种情形的措辞凭记忆、未核，故不拦截。",
            "Steps of the preparation that nobody has marked are pointed out; the wording is from memory, so nothing is barred by it.";
    }
    Bx05 "R-BX-05" S Enforced by S02 {
        title: "四不讨论", "The four bars";
        rests: SEED, "四不讨论", "常委会人员不齐不讨论、不符合考察程序的不讨论、组织部门没有统一意见的不讨论、临时动议的不讨论";
        checks: "由“四不讨论”各条（S-01 至 S-04）分别把关。",
            "Each of the four bars (S-01 to S-04) is held by its own rule.";
    }
    Bx06 "R-BX-06" V Enforced {
        title: "破格提拔须先经上级同意", "Exceptional promotions need the superior department's consent first";
        rests: TL14, "第三十五条", "对拟破格提拔的人选在讨论决定前，必须报经上级组织（人事）部门同意。越级提拔或者不经过民主推荐列为破格提拔人选的，应当在考察前报告，经批复同意后方可进行。";
        checks: "标明破格提拔的人选，上级组织部门同意未登记的，不得开议。",
            "A nominee marked as an exceptional promotion is not taken up before the superior department's consent is entered.";
    }
    Bx07 "R-BX-07" V Enforced {
        title: "不得以圈阅、传签代替会议", "No circulation in place of a meeting";
        rests: SZ16, "两个不得", "不得以个别征求意见、领导圈阅等形式代替党委（党组）会集体讨论决定干部任免";
        checks: "程序没有传签、圈阅的入口：决定只产生于会议的表决记录，此类指令一律视为格式不符而不受理。",
            "There is no command for circulation: decisions come from the vote of a meeting alone, and a line that asks for another way is malformed.";
    }
    Bx08 "R-BX-08" V Enforced {
        title: "不准超职数、超规格配备", "No appointments beyond establishment or rank";
        rests: SZ16, "五个不准", "不准超职数配备、超机构规格提拔任用干部";
        checks: "人选的会前准备中“职数、规格核对”一步未办结的，该人选不得开议；职数本身由组织部门核算。",
            "A nominee is not taken up while the check of posts and rank is not done; the posts themselves are counted by the organization department.";
    }

    // §1.5 Matters to be reported beforehand (事先报告).

    Bg01 "R-BG-01" L Enforced by Bx03 {
        title: "机构变动、主要领导离任前的调整须事先报告", "Report first: promotions before a reorganization or the chief's leaving";
        rests: BG10, "（一）", "在机构变动或者主要领导成员已经明确即将离任时确因工作需要提拔、调整干部的";
        checks: "属此情形的，会前准备中“事先报告”一步须办结（报告、批复文号及批复日期）。",
            "Where this is so, the step of the report beforehand has to be done, with the reply and its date.";
    }
    Bg02 "R-BG-02" L Enforced by Bx03 {
        title: "越级、破格提拔须事先报告", "Report first: promotions that skip a level or make an exception";
        rests: BG10, "（二）", "越级或破格提拔干部的";
        checks: "属此情形的，会前准备中“事先报告”一步须办结（报告、批复文号及批复日期）。",
            "Where this is so, the step of the report beforehand has to be done, with the reply and its date.";
    }
    Bg03 "R-BG-03" L Enforced by Bx03 {
        title: "不经推荐、由组织提名的须事先报告", "Report first: candidates named without recommendation";
        rests: BG10, "（三）", "有关部门个别特殊需要的干部人选，不经推荐，由组织提名作为考察对象的";
        checks: "属此情形的，会前准备中“事先报告”一步须办结（报告、批复文号及批复日期）。",
            "Where this is so, the step of the report beforehand has to be done, with the reply and its date.";
    }
    Bg04 "R-BG-04" L Enforced by Bx03 {
        title: "一批调整数量较大的须事先报告", "Report first: a large batch at once";
        rests: BG10, "（四）", "一批集中调整干部数量较大的";
        checks: "属此情形的，会前准备中“事先报告”一步须办结（报告、批复文号及批复日期）。",
            "Where this is so, the step of the report beforehand has to be done, with the reply and its date.";
    }
    Bg05 "R-BG-05" L Enforced by Bx03 {
        title: "领导干部近亲属的提拔任用须事先报告", "Report first: close relatives of leading officials";
        rests: BG10, "（五）", "领导干部的近亲属在其所在单位内提拔任用，或者担任下一级领导职务的";
        checks: "属此情形的，会前准备中“事先报告”一步须办结（报告、批复文号及批复日期）。",
            "Where this is so, the step of the report beforehand has to be done, with the reply and its date.";
    }
    Bg06 "R-BG-06" L Enforced by Bx03 {
        title: "受问责、处分后重新任用须事先报告", "Report first: reappointment after a sanction";
        rests: BG10, "（六）", "干部因被问责受到组织处理或者纪律处分，影响期满拟重新任用的";
        checks: "属此情形的，会前准备中“事先报告”一步须办结（报告、批复文号及批复日期）。",
            "Where this is so, the step of the report beforehand has to be done, with the reply and its date.";
    }
    Bg07 "R-BG-07" L Enforced by Bx03 {
        title: "超龄、超任期留任须事先报告", "Report first: staying beyond age or term";
        rests: BG10, "（七）", "超过任职年龄或者规定任期需要继续留任的";
        checks: "属此情形的，会前准备中“事先报告”一步须办结（报告、批复文号及批复日期）。",
            "Where this is so, the step of the report beforehand has to be done, with the reply and its date.";
    }
    Bg08 "R-BG-08" L Enforced by Bx03 {
        title: "其他需要报告的事项须事先报告", "Report first: whatever else has to be reported";
        rests: BG10, "（八）", "其他需要报告的事项";
        checks: "属此情形的，会前准备中“事先报告”一步须办结（报告、批复文号及批复日期）。",
            "Where this is so, the step of the report beforehand has to be done, with the reply and its date.";
    }

    // §1.6 The meeting itself.

    Hy01 "R-HY-01" VNum Enforced {
        title: "任免事项三分之二以上到会", "Two thirds present for appointments";
        rests: TL19, "第三十八条（条号待核）", "必须有三分之二以上成员到会";
        checks: "3×实到 ≥ 2×应到，不足的不得开议、表决任免事项；有人中途离会或者回避，逐人选重新计算。",
            "3 × present ≥ 2 × entitled, or appointments are neither taken up nor voted on; counted anew whenever somebody leaves or is recused.";
    }
    Hy02 "R-HY-02" L Enforced {
        title: "一般议题半数以上到会", "Half present for ordinary items";
        rests: XCW, "", "必须有半数以上常委到会方能举行";
        checks: "2×实到 ≥ 应到，不足的不得开会、开议。",
            "2 × present ≥ entitled, or the meeting does not open and no item is taken up.";
    }
    Hy03 "R-HY-03" L Enforced {
        title: "不足法定人数的决定无效", "A decision below quorum is void";
        rests: "讨论决定条文的网上解读（非条例原文）", "", "违反最低参会人数规定作出的干部任免决定无效。";
        checks: "到会不足作出的任免决定，结果记为“无效”；正常开会时不会发生，只见于补录的会议。",
            "An appointment decided below quorum has the outcome void; only a back-filled meeting can contain one.";
    }
    Hy04 "R-HY-04" VNum Enforced {
        title: "先介绍、后讨论、再表决，逐个进行", "Introduction, discussion, vote: in that order, one by one";
        rests: TL19, "第三十九条（条号待核）", "逐个介绍领导职务拟任人选的推荐、考察和任免理由等情况…（二）参加会议人员进行充分讨论；（三）进行表决";
        checks: "未介绍的不得表态，未讨论的不得表决，前一人选未了结的不得议下一人选。",
            "No stance before the introduction, no vote before the discussion, no next nominee before this one is settled.";
    }
    Hy05 "R-HY-05" VNum Warned {
        title: "介绍须含推荐、考察情况和任免理由", "The introduction covers recommendation, inspection and reasons";
        rests: TL19, "第三十九条（条号待核）", "党委（党组）分管组织（人事）工作的领导成员或者组织（人事）部门负责人，逐个介绍领导职务拟任人选的推荐、考察和任免理由等情况";
        checks: "介绍要点缺项时提醒：推荐情况、考察情况、任免理由；破格的另须说明情形、理由和征求上级意见情况。",
            "Parts missing from the introduction are pointed out: recommendation, inspection, reasons; for an exception also its grounds and the superior's opinion.";
    }
    Hy06 "R-HY-06" VNum Enforced {
        title: "逐一发表明确意见", "Every member present states one clear stance";
        rests: TL19, "第三十八条（条号待核）", "与会成员对任免事项，应当逐一发表同意、不同意或者缓议等明确意见";
        checks: "到会且不回避的常委对每一人选各有一条意见（同意、不同意、缓议），缺的不得进入表决，并列出姓名。",
            "Each member present and not recused has one stance on each nominee (agree, disagree, defer); while one is missing there is no vote, and the names are listed.";
    }
    Hy07 "R-HY-07" VNum Enforced {
        title: "书记末位表态", "The Secretary speaks last";
        rests: TL19, "第三十八条（条号待核）", "党委（党组）主要负责人应当最后表态";
        checks: "其他应表态者未表态完的，书记的表态不予记录；书记表态后有人改变意见的，书记须重新表态。",
            "The Secretary's stance is refused while another is missing; if anybody restates afterwards, the Secretary's is open again.";
    }
    Hy08 "R-HY-08" V Enforced {
        title: "主持人末位表态", "The chair standing in speaks last";
        rests: "《中国共产党党组工作条例》（2019），常委会类推", "第二十七条", "表决实行主持人末位表态制。";
        checks: "书记不在场的，受委托的主持人末位表态；主持人须为到会的成员。",
            "With the Secretary away, the chair standing in speaks last; the chair is a member who is present.";
    }
    Hy09 "R-HY-09" P Warned {
        title: "末位表态人此前不露倾向", "The last speaker does not lean before their turn";
        rests: "通行做法，可设置；参照全委会规则（样本）", "", "市委书记不应首先表明自己的观点";
        checks: "末位表态人事先的插话带有倾向的，由记录人标明；只作提醒，不计为表态。",
            "A remark of the last speaker that leans is flagged by the recorder; it is pointed out and counts as no stance.";
    }
    Hy10 "R-HY-10" VNum Warned {
        title: "意见分歧较大时暂缓表决", "Vote postponed when opinions differ widely";
        rests: TL19, "第三十八条（条号待核）", "意见分歧较大时，暂缓进行表决。";
        checks: "不同意与缓议达到所设比例时，建议暂缓表决；由主持人决定，暂缓须写明理由。",
            "From the share that is set, postponing the vote is suggested; the chair decides, and a postponement states its reason.";
    }
    Hy11 "R-HY-11" VNum Enforced {
        title: "表决方式须记录", "The method of voting is recorded";
        rests: TL19, "第三十八条（条号待核）", "采取口头表决、举手表决或者无记名投票等方式进行表决";
        checks: "进入表决须选定口头、举手、记名投票或者无记名投票；记名与无记名的记法互不相混。",
            "A vote is opened by voice, show of hands, signed or secret ballot; names are taken in the first three and never in the last.";
    }
    Hy12 "R-HY-12" VNum Enforced {
        title: "应到会成员超过半数同意", "More than half of the entitled members";
        rests: TL19, "第三十九条（条号待核）", "以党委（党组）应到会成员超过半数同意形成决定";
        checks: "2×同意 > 应到为通过，恰为半数的未通过；分母是应到会成员，不是实到成员。",
            "2 × agree > entitled is carried, an exact half is not; the whole is the entitled members, not those present.";
    }
    Hy13 "R-HY-13" V Enforced {
        title: "未到会不计票、不得委托投票", "No votes of the absent, no proxies";
        rests: "县委常委会会议议事和决策规章制度（样本）；《中国共产党党组工作条例》（2019）", "第二十七条", "未到会党组成员的书面意见不得计入票数。";
        checks: "未到会者不得表态、投票，书面意见可宣读入记录而不计票；票数不超过实到人数，没有委托投票的入口。",
            "The absent take no stance and cast no vote; written opinions are read into the record and not counted; there is no proxy.";
    }
    Hy14 "R-HY-14" V Enforced {
        title: "逐一表决", "One vote for each matter, one entry for each member";
        rests: "《中国共产党党组工作条例》（2019）", "第二十七条", "会议研究决定多个事项的，应当逐项进行表决。";
        checks: "一事一票决，一人一条记录，没有“一致通过”的按钮；前一事项未了结的，不得转入下一事项、散会。",
            "One vote a matter and one entry a member, with no button for all at once; an unsettled matter keeps the next one and the adjournment waiting.";
    }
    Hy15 "R-HY-15" L Enforced {
        title: "列席人员无表决权", "Observers have no vote";
        rests: "院会议规则（样本）", "", "列席人员有发言权，无表决权。";
        checks: "列席人员可以发言，不得表态、投票，不计入应到、实到和票数。",
            "Observers may speak; they take no stance, cast no vote and are counted nowhere.";
    }
    Hy16 "R-HY-16" V Enforced {
        title: "议题会前确定", "The agenda is fixed before the meeting";
        rests: DZ15, "第二十五条", "党组会议议题由党组书记提出，或者由其他党组成员提出建议、党组书记综合考虑后确定。";
        checks: "召集会议须有议题，会上只议列入议程的事项；会议通知发出以后增加的议题注明临时动议。",
            "A meeting is called with an agenda and takes up nothing else; what is entered after the notice is marked as an unscheduled motion.";
    }
    Hy17 "R-HY-17" V Enforced {
        title: "不准临时动议决定干部", "No unscheduled motions on appointments";
        rests: SZ16, "五个不准", "不准临时动议决定干部";
        checks: "会议通知发出以后才登记的任免议题、人选，一律视为临时动议，不得开议。",
            "An appointment or nominee entered after the notice went out is an unscheduled motion and is not taken up.";
    }
    Hy18 "R-HY-18" VNum Enforced {
        title: "复议须超过半数成员同意", "Reconsideration needs more than half the members";
        rests: TL19, "第三十八条（条号待核）", "党委（党组）有关干部任免的决定，需要复议的，应当经党委（党组）超过半数成员同意后方可进行。";
        checks: "2×同意复议 > 应到方可复议，复议后从介绍起重新进行；不足的，原决定有效。",
            "2 × in favour > entitled reopens a decision, which then goes through every step again; otherwise it stands.";
    }
    Hy19 "R-HY-19" L Enforced {
        title: "主持人当场宣布表决结果", "The chair announces the result in the room";
        rests: GSCW, "", "表决后，会议主持人应当场宣布表决结果。";
        checks: "结果由在场的主持人当场宣布并记时刻；未宣布的，不得转入下一人选、结束议题。",
            "The chair, in the room, announces each result, with the time; until then neither the next nominee nor the end of the item.";
    }
    Hy20 "R-HY-20" L Outside {
        title: "会后向缺席者通报", "The absent are told afterwards";
        rests: GSCW, "", "";
        checks: "会后由书记或副书记转达，不在会议上发生；会议记录列明缺席者，供会后办理。",
            "Done after the meeting by the Secretary or a deputy; the minutes list the absent for it.";
    }
    Hy21 "R-HY-21" L Enforced by Hy12 {
        title: "少数服从多数，少数意见可以保留", "The minority yields and may keep its opinion";
        rests: "党务问答（网上资料）", "", "";
        checks: "结果只按票数得出，保留意见照录而不改变结果。",
            "The outcome follows from the votes alone; an opinion kept is recorded and changes nothing.";
    }
    Hy22 "R-HY-22" V Outside {
        title: "讨论情况保密", "What was discussed is confidential";
        rests: SZ16, "五个不准", "不准泄露讨论决定情况";
        checks: "人的纪律，程序无从判断；材料发放、回收的清点属会务登记，程序只保证数据加密存于本机、不外传。",
            "A matter of people's discipline, which no program can judge; handing out and taking back papers belongs to the desk of the meeting. The program keeps its data encrypted on this machine.";
    }
    Hy23 "R-HY-23" V Outside {
        title: "下级党政正职人选由全委会表决", "Chiefs of the lower level are voted on by the plenary session";
        rests: BJ04, "第三条", "";
        checks: "属全委会无记名表决的程序；闭会期间征求全委会成员意见在常委会之前进行，本程序只记常委会会议。",
            "Belongs to the plenary session; between sessions its members are asked before the standing committee meets. The program records the standing committee only.";
    }
    Hy24 "R-HY-24" V Outside {
        title: "报上级审批的附齐材料", "Papers for the superior's approval";
        rests: TL14, "第三十九条", "必须呈报党委（党组）请示并附干部任免审批表、干部考察材料、本人档案和党委（党组）会议纪要、讨论记录、民主推荐情况等材料。";
        checks: "会后由组织部门呈报；会议记录、表决结果可由本程序打印作为附件，其余材料不在本程序。",
            "Sent up afterwards by the organization department; minutes and votes are printed here, the other papers are kept elsewhere.";
    }
    Hy25 "R-HY-25" P Enforced {
        title: "应到会名册", "The roster of entitled members";
        rests: PRACTICE_SET, "", "";
        checks: "应到人数取召集会议时在任的常委，随会议冻结，以后改名册不影响旧会；名册以外的人不得点名、表态、投票。",
            "The entitled are the members in office when the meeting is called, frozen with it; nobody else is marked, heard or counted.";
        backing: Backing::Record;
    }

    // §1.7 Recusal.

    Hb01 "R-HB-01" V Enforced {
        title: "涉及本人及其亲属的必须回避", "Recusal from one's own and one's relatives' matters";
        rests: TL19, "第五十三条", "党委（党组）及其组织（人事）部门讨论干部任免，涉及与会人员本人及其亲属的，本人必须回避。";
        checks: "回避者（含列席人员、记录人）对该人选离场并记离、返时刻，不得表态、投票，不列入待表态名单和发票数。",
            "Whoever is recused, observers and the recorder too, leaves for that nominee, with times; no stance, no vote, no paper.";
    }
    Hb02 "R-HB-02" V Enforced by Hb01 {
        title: "须回避的亲属范围", "Which relations call for recusal";
        rests: "《公务员回避规定（试行）》", "第五条", "";
        checks: "登记回避须从所列关系中选定：本人、夫妻、直系血亲、三代以内旁系血亲、近姻亲；是否有此关系由本人申报。",
            "A recusal names its relation from a list: oneself, spouse, direct line, collateral within three generations, near in-laws; whether it exists is for people to declare.";
    }
    Hb03 "R-HB-03" V Outside {
        title: "全委会审议时回避、审议后投票", "At the plenary session: recused from discussion, back for the vote";
        rests: BJ04, "第五条", "审议时，全委会成员是拟任人选或者推荐人选，以及与拟任人选或者推荐人选有亲属关系的，本人必须回避。审议后，回避的委员参加投票表决。";
        checks: "只适用于全委会，与常委会的回避不同；本程序只记常委会会议。",
            "For the plenary session only, and unlike recusal in the standing committee, which is what the program records.";
    }
    Hb04 "R-HB-04" P Enforced {
        title: "回避者的计数口径", "How the recused are counted";
        rests: PRACTICE_SET, "", "";
        checks: "默认应到不减、实到对该人选减一；也可设为应到同减。口径随会议冻结并写入记录。",
            "By default the entitled stay and the present are one fewer for that nominee; the committee may lower both. The choice is frozen with the meeting and printed.";
        backing: Backing::Setting("recusalBase");
    }
    Hb05 "R-HB-05" P Enforced {
        title: "回避致到会不足的不得讨论", "No discussion when recusal breaks the quorum";
        rests: "由 R-HY-01 推论", "", "";
        checks: "回避后到会不足三分之二的，该人选不得讨论、表决。",
            "A nominee for whom recusal leaves less than the quorum is neither discussed nor voted on.";
        backing: Backing::Rule(RuleId::Hy01);
    }
    Hb06 "R-HB-06" V Outside {
        title: "任职回避", "Recusal from posts under or over a relative";
        rests: HB06, "第三条", "不得在同一机关担任双方直接隶属于同一领导人员的职务或者有直接上下级领导关系的职务，也不得在其中一方担任领导职务的机关从事组织（人事）、纪检（监察）、审计、财务等工作。";
        checks: "拟任职位是否构成任职回避，须对照亲属的任职情况，由组织部门在会前审核；本程序没有这些资料。",
            "Whether a post is barred by a relative's post is examined by the organization department beforehand; the program has no such data.";
    }
    Hb07 "R-HB-07" M Outside {
        title: "成长地回避", "No chief's post in the place where one grew up";
        rests: HB06, "第五条（条文未核）", "";
        checks: "属任职资格，由组织部门在会前审核；条文只见开头，未核，程序不据此提醒。",
            "A matter of eligibility, examined beforehand; only the beginning of its text is known, so the program does not speak by it.";
    }
    Hb08 "R-HB-08" V Outside {
        title: "隐瞒回避情况的处理", "Whoever hides a relation is dealt with";
        rests: HB06, "第十三条", "有需要回避的情况不及时报告或者有意隐瞒的，应当予以批评，情节严重的进行组织处理";
        checks: "属事后的批评和组织处理，不由会议程序判断。",
            "Criticism and sanction afterwards; not for the program of the meeting.";
    }

    // §2 The standing committee's meeting by the Local Committee Regulation. Its text was not found: the words are those of
    // the samples and sister regulations that are named, and the number of its own article is for the user to fill in.

    Dw01 "R-DW-01" L Outside {
        title: "一般每月召开两次", "Two meetings a month as a rule";
        rests: XCW, "", "一般每月召开两次，根据工作需要可随时召开。";
        checks: "何时召集由书记决定，且可随时召开，单次会议上没有可查的内容。",
            "The Secretary decides when to call, at any time; there is nothing to check at one meeting.";
    }
    Dw02 "R-DW-02" L Enforced by Hy08 {
        title: "书记召集并主持，可委托副书记", "The Secretary calls and presides, or entrusts a deputy";
        rests: XCW, "", "由县委书记召集并主持，…不能参加会议时，由县委书记委托县委副书记、政府县长召集并主持。";
        checks: "主持人须为成员且到会，不是书记的，由其末位表态。",
            "The chair is a member who is present; if not the Secretary, they speak last.";
    }
    Dw03 "R-DW-03" V Enforced by Hy16 {
        title: "议题由书记确定", "The Secretary settles the agenda";
        rests: DZ15, "第二十五条", "党组会议议题由党组书记提出，或者由其他党组成员提出建议、党组书记综合考虑后确定。";
        checks: "只议召集时列入议程的事项。",
            "Nothing is taken up that the call of the meeting did not name.";
    }
    Dw04 "R-DW-04" L Enforced by Hy01 {
        title: "半数以上到会，干部任免三分之二以上", "Half present, two thirds for appointments";
        rests: XCW, "", "必须有半数以上常委到会方能举行。讨论决定干部任免事项，必须有三分之二以上的常委到会。";
        checks: "按议题类别核对到会人数，与 R-HY-01、R-HY-02 同。",
            "Those present are counted by the kind of item, as in R-HY-01 and R-HY-02.";
    }
    Dw05 "R-DW-05" VNum Enforced by Jl201 {
        title: "因故不能参加须会前请假", "Leave is asked for beforehand";
        rests: DZ15, "会议形式（条号待核）", "因故不能参加会议的应当在会前请假，对会议议题的重要意见可以用书面形式表达。";
        checks: "点名须逐人标明到会、请假或者缺席，请假须写事由；书面意见入记录而不计票。",
            "The roll call marks everybody present, on leave or absent, leave with its reason; written opinions are recorded and not counted.";
    }
    Dw06 "R-DW-06" VNum Enforced by Hy15 {
        title: "列席人员按议题指定", "Observers are named for each item";
        rests: DZ15, "会议形式（条号待核）", "会议召集人可以根据议题指定有关人员列席会议。";
        checks: "列席人员按议题登记，只在该议题上发言，没有表决权。",
            "Observers are entered for an item, speak on it and have no vote.";
    }
    Dw07 "R-DW-07" V Enforced by Hy12 {
        title: "赞成票超过应到会常委半数为通过", "Carried by more than half of the entitled members";
        rests: DZ19, "第二十七条", "未到会党组成员的书面意见不得计入票数。";
        checks: "2×同意 > 应到为通过，书面意见不计票。",
            "2 × agree > entitled is carried; written opinions are not counted.";
    }
    Dw08 "R-DW-08" V Enforced by Hy07 {
        title: "书记末位表态，多个事项逐项表决", "The Secretary last; several matters one by one";
        rests: DZ19, "第二十七条", "表决实行主持人末位表态制。";
        checks: "末位表态见 R-HY-07、R-HY-08，逐项表决见 R-HY-14。",
            "The last word is held by R-HY-07 and R-HY-08, one vote a matter by R-HY-14.";
    }
    Dw09 "R-DW-09" V Enforced by Js04 {
        title: "专人记录，存档备查", "Recorded by a named person and kept";
        rests: DZ19, "第二十七条", "党组会议由专门人员如实记录，并按照规定存档备查。";
        checks: "召集会议须有记录人；所记各条只增不改，可核验。",
            "A meeting is called with a recorder; what is recorded is only added to and can be verified.";
    }
    Dw10 "R-DW-10" L Warned by Hy10 {
        title: "意见分歧大的，除紧急情况外暂缓", "Wide differences wait, emergencies aside";
        rests: XCW, "", "对于意见分歧较大的议题，除在紧急情况下必须按多数意见执行外，应当暂缓作出决定，待进一步调查…";
        checks: "分歧达到所设比例时建议暂缓，由主持人决定。",
            "From the share that is set, postponing is suggested; the chair decides.";
    }
    Dw11 "R-DW-11" L Outside {
        title: "干部酝酿后向常委会提名", "Candidates are put to the committee after consultation";
        rests: XCW, "", "经县委书记、副书记、组织部长、纪委书记共同酝酿后向常委会提名。";
        checks: "提名在会前的酝酿中形成，不在会议上发生；酝酿是否办结由 R-YN-01 核对。",
            "Nominations come out of consultation before the meeting; whether that was done is checked by R-YN-01.";
    }

    // §3 The source document's own rules: four bars, four musts.

    S01 "S-01" S Enforced {
        title: "常委会人员不齐不讨论", "No discussion unless all are there";
        rests: SEED, "四不讨论", "常委会人员不齐不讨论";
        checks: "有人未到的，按设置不得开议任免事项，或者须主持人确认并记入记录；不足三分之二的一律不得开议。",
            "With anybody missing, appointments are barred or need the chair's confirmation on record, as set; below two thirds they are always barred.";
        backing: Backing::Setting("fullAttendance");
    }
    S02 "S-02" S Enforced {
        title: "不符合考察程序的不讨论", "No discussion without proper inspection";
        rests: SEED, "四不讨论", "不符合考察程序的不讨论";
        checks: "人选的会前准备中“考察程序”未办结的，该人选不得开议。",
            "A nominee is not taken up while the steps of inspection are not done.";
    }
    S03 "S-03" S Enforced {
        title: "组织部门没有统一意见的不讨论", "No discussion without the organization department's united opinion";
        rests: SEED, "四不讨论", "组织部门没有统一意见的不讨论";
        checks: "部务会意见未登记，或者不一致的，该人选不得开议。",
            "A nominee is not taken up while the organization department's opinion is missing or not unanimous.";
    }
    S04 "S-04" S Enforced by Hy17 {
        title: "临时动议的不讨论", "No discussion of unscheduled motions";
        rests: SEED, "四不讨论", "临时动议的不讨论";
        checks: "会议通知发出以后才登记的人选、议题，不得开议。",
            "A nominee or item entered after the notice went out is not taken up.";
    }
    S05 "S-05" S Enforced by Bx07 {
        title: "坚持常委会集体决定的方式", "The committee decides together";
        rests: SEED, "四个坚持", "坚持常委会集体决定的方式";
        checks: "决定只产生于会议的表决记录，没有圈阅、传签的入口。",
            "Decisions come from the vote of a meeting alone; there is no way to circulate one.";
    }
    S06 "S-06" S Enforced by Hy06 {
        title: "坚持人人发言明确表态的方式", "Everybody speaks and takes a clear stance";
        rests: SEED, "四个坚持", "坚持人人发言明确表态的方式";
        checks: "有人未表态的，不得进入表决。",
            "No vote while a stance is missing.";
    }
    S07 "S-07" S Enforced by Hy12 {
        title: "坚持少数服从多数通过的方式", "The majority carries";
        rests: SEED, "四个坚持", "坚持少数服从多数通过的方式";
        checks: "同意超过应到会半数的通过，恰为半数的未通过。",
            "More than half of the entitled carries; an exact half does not.";
    }
    S08 "S-08" S Outside {
        title: "坚持党委指定专人同任免干部谈话的方式", "A named person talks with whoever is appointed or removed";
        rests: SEED, "四个坚持", "坚持党委指定专人同任免干部谈话的方式";
        checks: "谈话在会后、宣布任免以前进行，不在会议上发生；属任前谈话登记。",
            "The talk is held after the meeting and before the appointment is made known; it belongs to the record of that stage.";
    }
    S09 "S-09" S Enforced by Hy07 {
        title: "书记末位发言", "The Secretary speaks last";
        rests: SEED, "规范运作", "采取书记末位发言的办法";
        checks: "其他应表态者未表态完的，书记不得表态。",
            "The Secretary's stance waits for all others.";
    }
    S10 "S-10" S Warned by Hy05 {
        title: "组织部门详细介绍基本情况和推荐、测评、考察情况", "The organization department introduces in detail";
        rests: SEED, "规范运作", "由组织部门详细介绍对拟提拔干部的基本情况以及民主推荐、民主测评和考察的情况";
        checks: "介绍要点缺项时提醒：基本情况、民主推荐、民主测评、考察。",
            "Parts missing from the introduction are pointed out: basics, recommendation, appraisal, inspection.";
    }
    S11 "S-11" S Enforced by Hy06 {
        title: "每个常委逐一发表意见", "Each member speaks in turn";
        rests: SEED, "规范运作", "每个常委逐一发表意见";
        checks: "有人未表态的，不得进入表决。",
            "No vote while a stance is missing.";
    }
    S12 "S-12" S Enforced by Hy12 {
        title: "多数人不同意的不提名，不赞成的不通过", "What the majority is against is neither put forward nor carried";
        rests: SEED, "规范运作", "多数人不同意的不提名，多数人不赞成的不通过";
        checks: "同意不超过应到会半数的，不通过；提名在会前酝酿中形成，不在会议上判断。",
            "Without more than half of the entitled nothing is carried; nominations are settled in consultation before the meeting.";
    }

    // §6 Secret ballot.

    Pj01 "R-PJ-01" V Outside {
        title: "全委会三分之二以上到会方可表决", "The plenary session votes with two thirds present";
        rests: BJ04, "第七条", "全委会表决时，必须有三分之二以上的委员到会。委员可以投同意票、不同意票或者弃权票，但不得另提他人。";
        checks: "只适用于全委会；本程序只记常委会会议，其到会人数见 R-HY-01。",
            "For the plenary session only; the quorum of the standing committee is that of R-HY-01.";
    }
    Pj02 "R-PJ-02" V Outside {
        title: "全委会表决五步程序", "The five steps of the plenary session's vote";
        rests: BJ04, "第四条", "（一）公布党委常委会提名的拟任人选、推荐人选名单；…（五）宣布表决结果。";
        checks: "只适用于全委会；常委会的先后次序见 R-HY-04。",
            "For the plenary session only; the order of the standing committee is that of R-HY-04.";
    }
    Pj03 "R-PJ-03" M Outside {
        title: "全委会以应到会委员过半数通过", "The plenary session carries by more than half of its members";
        rests: BJ04, "第七条、第八条之间（未核）", "";
        checks: "只适用于全委会，且条文未核；常委会的通过口径见 R-HY-12。",
            "For the plenary session only, and not verified; the majority of the standing committee is that of R-HY-12.";
    }
    Pj04 "R-PJ-04" P Enforced {
        title: "发出票数等于实到有表决权人数", "One paper for each member present";
        rests: PRACTICE_SET, "", "";
        checks: "发出票数须等于到会且不回避的成员数。",
            "As many papers are issued as there are members present and not recused.";
        backing: Backing::Setting("everyVoterGetsAPaper");
    }
    Pj05 "R-PJ-05" L Enforced {
        title: "收回多于发出，投票无效", "More returned than issued: the ballot is void";
        rests: "选举办法通例", "", "收回的选票等于或少于发出的选票，选举有效；收回的选票多于发出的选票，选举无效，应重新进行选举。";
        checks: "收回票数多于发出票数的，该次投票无效，须重新投票。",
            "When more papers come back than went out the ballot is void and is held again.";
    }
    Pj06 "R-PJ-06" P Enforced {
        title: "收回等于有效加废票", "Returned equals valid plus spoilt";
        rests: PRACTICE, "", "";
        checks: "收回 = 有效 + 废票；每一人选的同意、不同意、弃权（缓议）与该栏废票之和 = 有效票数。",
            "Returned = valid + spoilt; for each nominee agree, against, abstention (and deferral) and spoilt fields make up the valid papers.";
        backing: Backing::Record;
    }
    Pj07 "R-PJ-07" L Outside {
        title: "填票符号与废票的认定", "Which marks count and which spoil";
        rests: "政协选举办法（样本）", "", "赞成的在候选人姓名上面方格内划‘O’；不赞成的…划‘X’；弃权的不划任何符号。…划写模糊，无法辨认的，作废票处理。";
        checks: "由监票人、计票人对着纸票认定，程序看不到票面；填票说明印在表决票上。",
            "Judged on the paper by scrutineer and teller, where the program does not look; the printed ballot carries the instruction.";
    }
    Pj08 "R-PJ-08" P Enforced by Hy12 {
        title: "废票、弃权不计同意，分母恒为应到", "Spoilt papers and abstentions are no agreement";
        rests: "由 R-HY-12 推论", "", "";
        checks: "只有同意票计为同意，通过仍以应到会成员为分母。",
            "Only agreement counts as such, and the whole stays the entitled members.";
        backing: Backing::Rule(RuleId::Hy12);
    }
    Pj09 "R-PJ-09" L Enforced {
        title: "监票人、计票人不得是人选", "Scrutineer and teller are no nominees";
        rests: "全国人大、政协通例", "", "已提名的候选人不得担任监票人。";
        checks: "投票须有监票人、计票人，二者都不得是本议题的人选，也不得是回避者。",
            "A ballot needs a scrutineer and a teller; neither is a nominee of the item or recused from it.";
    }
    Pj10 "R-PJ-10" P Enforced by Pj09 {
        title: "监票人、计票人签计票单，主持人宣布", "Scrutineer and teller sign, the chair announces";
        rests: "通行做法；公司党委常委会议事规则（样本）", "", "表决后，会议主持人应当场宣布表决结果。";
        checks: "计票须写明监票人、计票人姓名，统计表留签名处，结果由主持人当场宣布。",
            "A count names its scrutineer and teller, the printed sheet has their places to sign, and the chair announces.";
        backing: Backing::Rule(RuleId::Pj09);
    }
    Pj11 "R-PJ-11" L Enforced {
        title: "疑难票由监票人会同主持人认定", "Doubtful papers are decided by the scrutineer with the chair";
        rests: "村民选举规则类推（样本）", "", "对难以确认的选票，是否有效提交…决定。无效票计入选票总数。";
        checks: "标为看不清的数字，在监票人会同主持人认定并写明理由以前，计票不予接受。",
            "A figure marked as unreadable is not accepted until the scrutineer with the chair has decided it, with the reason.";
    }
    Pj12 "R-PJ-12" P Outside {
        title: "表决票会后封存", "Papers are sealed and kept";
        rests: PRACTICE, "", "";
        checks: "纸票的封存、编号、保管在会后由人办理，程序不经手纸票。",
            "Sealing, numbering and keeping the papers is done by people after the meeting.";
    }
    Pj13 "R-PJ-13" M Outside {
        title: "闭会期间征求全委会成员意见", "Asking the plenary session's members between sessions";
        rests: BJ04, "后条（未核）", "";
        checks: "属全委会的程序，在常委会会议以外书面进行，且条文未核。",
            "Belongs to the plenary session, is done in writing outside of the meeting, and is not verified.";
    }
    Pj14 "R-PJ-14" P Enforced {
        title: "无记名投票不存个人投票", "A secret ballot keeps no names";
        rests: "设计约束", "", "";
        checks: "无记名投票只收总数，没有可以存放“谁投了什么”的字段；此时按人记票的指令不予受理。",
            "A secret ballot takes totals alone; no field exists for who cast what, and a vote by name is refused.";
        backing: Backing::Record;
    }

    // Rules of other sections that the meeting needs.

    Kc06 "R-KC-06" V Enforced {
        title: "凡提四必", "Four checks before anybody is put forward";
        rests: SZ16, "第四条", "讨论决定前，对拟提拔或进一步使用人选的干部档案必审、个人有关事项报告必核、纪检监察机关意见必听、线索具体的信访举报必查，坚决防止‘带病提拔’。";
        checks: "会前准备中档案审核、个人有关事项核查、纪检监察意见、信访举报核查任一未办结的，该人选不得开议。",
            "A nominee is not taken up while the file, the report of personal matters, the discipline body's opinion or the check of complaints is not done.";
    }
    Hs01 "R-HS-01" S Enforced {
        title: "会审把关", "Joint review by the departments";
        rests: SEED, "", "考察对象提交党委讨论前，事先征求纪检监察、检察和政法委、综治、文明办等部门的意见，进行会审把关。";
        checks: "会前准备中“会审”一步未办结的，该人选不得开议。",
            "A nominee is not taken up while the joint review is not done.";
    }
    Yn01 "R-YN-01" V Enforced {
        title: "讨论决定前应当酝酿", "Consultation before the discussion";
        rests: TL14, "第三十四条", "党政领导职务拟任人选，在讨论决定或者决定呈报前，应当根据职位和人选的不同情况，分别在党委（党组）、人大常委会、政府、政协等有关领导成员中进行酝酿。";
        checks: "会前准备中“酝酿”一步未办结的，该人选不得开议。",
            "A nominee is not taken up while the consultation is not done.";
    }
    Jl201 "R-JL2-01" L Enforced {
        title: "会议记录首部各项齐全", "The head of the minutes is complete";
        rests: HYJL, "", "";
        checks: "会议名称、时间、地点、主持、出席、列席、缺席及事由、记录人不得空缺，点名未完的不得开会；各条记录不得为空。",
            "Name, time, place, chair, attendance with reasons and recorder are all given, the roll call is complete before the opening, and no entry is empty.";
    }
    Jl203 "R-JL2-03" L Enforced {
        title: "每一议题各项要素齐全", "Every item has all its parts";
        rests: CZ, "", "要详细、真实地记录会议讨论发言、讨论过程、表决情况以及形成的决议等";
        checks: "议题结束须有汇报人、介绍、逐人意见、表决方式、票数、结果或者决定事项；一般议题未表决的须写明议定事项。",
            "An item ends with who introduced it, the stances, the method, the figures and the outcome; an ordinary one without a vote states what was decided.";
    }
    Jl204 "R-JL2-04" L Enforced {
        title: "以“散会”结束", "The minutes end with the adjournment";
        rests: HYJL, "", "另起一行空两格写‘散会’或‘会议结束’字样";
        checks: "未散会的不得封存；散会后不再记发言、表决。",
            "Nothing is sealed before the adjournment, and after it no more is said or voted.";
    }
    Jl207 "R-JL2-07" L Enforced {
        title: "定稿后封存，更正另立条目", "Sealed: corrections are entries of their own";
        rests: CZ, "", "记录形成后，任何人不得随便涂改、增删，更不能随意销毁";
        checks: "封存后只受理更正。",
            "Once sealed, nothing but corrections is taken.";
    }
    Js03 "R-JS-03" P Warned {
        title: "随办随记", "Recorded as it happens";
        rests: PRACTICE_SET, "", "";
        checks: "事后补记的条目、补录的会议都加标记并写明原因。",
            "Entries made up afterwards and back-filled meetings are marked so, with the reason.";
    }
    Js04 "R-JS-04" L Enforced {
        title: "只增不改", "Only added to, never changed";
        rests: CZ, "", "记录形成后，任何人不得随便涂改、增删，更不能随意销毁";
        checks: "更正另立一条，写明原条目、理由和责任人；没有修改、删除的入口。",
            "A correction is an entry of its own that names the one it corrects, the reason and the person; nothing can be changed or deleted.";
    }
    Px01 "R-PX-01" P Enforced {
        title: "排名由用户维护", "Rank is kept by the user";
        rests: PRACTICE_SET, "", "";
        checks: "排名须把每名在任常委恰好列一次，不自动推导。",
            "A ranking names every member in office exactly once; rank is never worked out.";
        backing: Backing::Record;
    }
    Rq02 "R-RQ-02" P Enforced {
        title: "会议次号连续不重", "Meeting numbers are not given twice";
        rests: PRACTICE, "", "";
        checks: "次号已为另一次会议所用的，不得再用。",
            "A number that another meeting holds is refused.";
        backing: Backing::Record;
    }

    // A local rule from outside of the rulebook (peers.md: Hainan 2009), which warns where it is switched on.

    Lc01 "R-LC-01" L Warned {
        title: "两次未通过不再提名同一职位", "Not carried twice: not put forward for the same post again";
        rests: "海南省干部任免票决办法（2009，报道）", "", "";
        checks: "同一人选对同一职位已两次未通过的提醒；地方做法，可设置。",
            "A nominee not carried twice for the same post is pointed out; a local practice and a setting.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Verified by the rulebook, which sums their text up and does not give it: nothing is put in quotation marks for them.
    const WORDS_NOT_IN_THE_RULEBOOK: &[RuleId] = &[RuleId::Hy23, RuleId::Hb02];

    #[test]
    fn every_id_finds_its_own_rule() {
        for rule in RULES {
            assert_eq!(rule.id.rule(), rule);
            assert_eq!(serde_json::to_string(&rule.id).ok(), Some(format!("\"{}\"", rule.code)), "one id on the wire");
        }
    }

    #[test]
    fn every_id_of_the_rulebook_is_there_in_its_order() {
        let range = |prefix: &'static str, last: u32| (1..=last).map(move |n| format!("{prefix}-{n:02}"));
        let others = [
            "R-KC-06", "R-HS-01", "R-YN-01", "R-JL2-01", "R-JL2-03", "R-JL2-04", "R-JL2-07", "R-JS-03", "R-JS-04",
            "R-PX-01", "R-RQ-02", "R-LC-01",
        ];
        let expected: Vec<String> = range("R-BX", 8)
            .chain(range("R-BG", 8))
            .chain(range("R-HY", 25))
            .chain(range("R-HB", 8))
            .chain(range("R-DW", 11))
            .chain(range("S", 12))
            .chain(range("R-PJ", 14))
            .chain(others.map(str::to_owned))
            .collect();
        let there: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
        assert_eq!(there, expected);
    }

    #[test]
    fn a_verified_rule_quotes_its_article() {
        for rule in RULES.iter().filter(|rule| matches!(rule.grade, Grade::V | Grade::VNum)) {
            assert!(!rule.clause.is_empty(), "{:?} is graded verified without an article", rule.id);
            let silent = WORDS_NOT_IN_THE_RULEBOOK.contains(&rule.id);
            assert_eq!(rule.quote.is_empty(), silent, "{:?} is graded verified without words", rule.id);
        }
    }

    #[test]
    fn an_article_number_that_was_worked_out_says_so() {
        for rule in RULES.iter().filter(|rule| rule.grade == Grade::VNum) {
            assert!(rule.clause.contains("条号待核"), "{:?}", rule.id);
        }
    }

    #[test]
    fn what_is_from_memory_is_not_quoted_and_says_so() {
        for rule in RULES.iter().filter(|rule| rule.grade == Grade::M) {
            assert!(rule.quote.is_empty() && rule.clause.contains("未核"), "{:?}", rule.id);
        }
    }

    #[test]
    fn every_rule_says_what_is_checked_or_why_not() {
        for rule in RULES {
            for text in [rule.title, rule.title_en, rule.source, rule.checks, rule.checks_en] {
                assert!(!text.trim().is_empty(), "{:?}", rule.id);
            }
            assert!(rule.checks.ends_with('。') && rule.checks_en.ends_with('.'), "{:?} is no sentence", rule.id);
        }
    }

    #[test]
    fn practice_and_memory_bar_only_with_something_behind_them() {
        for rule in RULES.iter().filter(|rule| matches!(rule.grade, Grade::P | Grade::M)) {
            assert_eq!(rule.backing.is_some(), rule.state == RuleState::Enforced, "{:?}", rule.id);
        }
        for rule in RULES {
            if let Some(Backing::Rule(behind)) = rule.backing {
                let behind = behind.rule();
                assert!(!matches!(behind.grade, Grade::P | Grade::M), "{:?} leans on practice", rule.id);
                assert_eq!(behind.state, RuleState::Enforced, "{:?}", rule.id);
            }
        }
    }

    #[test]
    fn a_rule_held_by_another_is_held_in_one_step() {
        for rule in RULES {
            let Some(holder) = rule.by.map(RuleId::rule) else { continue };
            assert_ne!(rule.state, RuleState::Outside, "{:?} is held by a rule and outside all the same", rule.id);
            assert_eq!(holder.state, rule.state, "{:?} and the rule that holds it", rule.id);
            assert_eq!(holder.by, None, "{:?} is held by a rule that is itself held by another", rule.id);
        }
    }

    fn correction(rule: RuleId, source: &str, clause: &str, quote: &str) -> ArticleCorrection {
        ArticleCorrection {
            rule,
            source: source.into(),
            clause: clause.into(),
            quote: quote.into(),
            reason: "对照原文".into(),
            by: "李四".into(),
        }
    }

    #[test]
    fn of_several_corrections_the_latest_wins_for_each_part() {
        let corrections = [
            correction(RuleId::Hy07, "", "第三十六条", ""),
            correction(RuleId::Hy12, "另一文件", "", ""),
            correction(RuleId::Hy07, "", "第三十七条", ""),
            correction(RuleId::Hy07, "", " ", "主要负责人最后表态"),
        ];
        let rule = RuleId::Hy07.rule();
        let article = rule.article_as_corrected(&corrections);
        assert_eq!((article.source.as_str(), article.clause.as_str()), (rule.source, "第三十七条"));
        assert_eq!(article.quote, "主要负责人最后表态");
        assert_eq!((article.grade, article.corrected), (rule.grade, true), "a correction raises no grade");
        let view = rule.view(&corrections);
        assert_eq!((view.article, view.corrections.len()), (article, 3), "the others' corrections are not this rule's");
    }

    #[test]
    fn what_nobody_corrected_is_as_built_in() {
        let corrections = [correction(RuleId::Hy12, "", "第四十条", "")];
        for view in views(&corrections).into_iter().filter(|view| view.id != RuleId::Hy12) {
            assert_eq!(view.article, view.id.rule().article());
            assert!(!view.article.corrected && view.corrections.is_empty());
        }
    }
}
