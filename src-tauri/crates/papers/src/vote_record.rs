//! 表决结果统计表: the document model of the table of votes.

pub(crate) mod names;

use meeting::{
    Attendant, Ballot, BallotEnd, Choice, Count, EndedBallot, EntryNo, ItemRecord, MajorityOf, MatterRecord, Meeting,
    Motion, Outcome, Quorum, Recusal, RecusalBase, RuleId, SecretCount, Tally, Verdict,
};
use serde::Serialize;

use crate::rounds::{Round, Step, settling, steps};
use crate::sheet::{
    Field, Marks, Sheet, attendant, back_filling, meeting_name, member_with_post, name, proposed, time, title,
};
use crate::{Witness, cited, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "表决结果统计表";
/// A row with about as many lines may go over a page end, since a sheet holds hardly more; every other row stays whole.
const WHOLE: usize = 18;
/// Where there is no such thing; not nought.
pub(crate) const NOTHING: &str = "—";

/// The table.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VoteRecord {
    sheet: Sheet,
    title: String,
    head: Vec<Field>,
    /// The heads of the columns that count, from 应到 on.
    counted: Vec<&'static str>,
    groups: Vec<Group>,
    total: String,
    /// Who voted how, where names are taken.
    names: Vec<names::Table>,
    notes: Vec<String>,
    signatures: Vec<String>,
}

/// An item with what was decided on it.
#[derive(Debug, Serialize)]
struct Group {
    lead: String,
    rows: Vec<Row>,
}

/// A nominee, or an ordinary item; after a reconsideration each of its rounds.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    number: String,
    /// The nominee's name; 一般议题 where there is none.
    lead: String,
    /// 现任.
    current: String,
    /// 拟任 and 拟免; empty for an ordinary item.
    proposed: Vec<String>,
    /// 表决方式.
    pub(crate) method: &'static str,
    /// The columns that count; empty where there was no vote.
    cells: Vec<String>,
    /// In their place, why there was no vote.
    pub(crate) reason: String,
    pub(crate) result: String,
    /// Recusals, and ballots that settled nothing.
    pub(crate) remarks: Vec<String>,
    /// Whether the row may go over a page end.
    long: bool,
    /// Which vote of several on one matter, as it stands behind the name.
    #[serde(skip)]
    pub(crate) which: &'static str,
    /// What was counted, where there was a vote.
    #[serde(skip)]
    pub(crate) cast: Option<Cast>,
}

/// The figures of a vote that ended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cast {
    /// 应到 and 实到.
    pub(crate) quorum: Quorum,
    /// The ballot papers, where there were any.
    pub(crate) papers: Option<SecretCount>,
    /// Totals.
    pub(crate) tally: Tally,
    /// What the part that agrees is taken of.
    pub(crate) base: Count,
}

impl Cast {
    fn of(verdict: &Verdict) -> Option<Self> {
        let papers = match verdict {
            Verdict::Secret { count, .. } => Some(*count),
            Verdict::ByName { .. } | Verdict::SetAside { .. } => None,
        };
        Some(Self { quorum: verdict.opening()?.quorum, papers, tally: verdict.tally()?, base: verdict.base()? })
    }
}

/// The columns that not every meeting needs.
#[derive(Clone, Copy)]
struct Columns {
    defer: bool,
    spoilt_field: bool,
    majority_of: MajorityOf,
}

impl Columns {
    fn of(meeting: &Meeting) -> Self {
        let matters = meeting.matters();
        let verdicts: Vec<&Verdict> = matters
            .flat_map(steps)
            .filter_map(|step| match step {
                Step::Round(round) => round.verdict,
                Step::Motion(_) => None,
            })
            .collect();
        let defer = |verdict: &&Verdict| verdict.tally().is_some_and(|tally| tally.defer.0 > 0);
        let field = |verdict: &&Verdict| spoilt_field(verdict).0 > 0;
        Self {
            defer: meeting.call.rulebook.may_defer || verdicts.iter().any(defer),
            spoilt_field: verdicts.iter().any(field),
            majority_of: meeting.call.rulebook.majority_of,
        }
    }

    fn heads(self) -> Vec<&'static str> {
        let mut heads = vec!["应到", "实到", "发出", "收回", "有效", "废票", "同意", "不同意", "弃权"];
        heads.extend(self.defer.then_some("缓议"));
        heads.extend(self.spoilt_field.then_some("该栏废"));
        heads.push(match self.majority_of {
            MajorityOf::Entitled => "占应到比例",
            MajorityOf::Voting => "占参加表决比例",
        });
        heads
    }
}

/// Makes the document model.
pub(crate) fn vote_record(meeting: &Meeting, witness: &Witness) -> VoteRecord {
    let marks = Marks::of(meeting);
    let columns = Columns::of(meeting);
    let tabled = tabled(meeting, &marks);
    let mut groups = Vec::new();
    for (place, record) in (1..).zip(&meeting.items) {
        let of_item = tabled.iter().filter(|tabled| tabled.record.item.id == record.item.id);
        let rows: Vec<Row> = of_item.flat_map(|tabled| tabled.rows()).collect();
        if !rows.is_empty() {
            groups.push(Group { lead: format!("{}、{}", wording::han(place), record.item.title), rows });
        }
    }
    let named = tabled.iter().flat_map(|tabled| tabled.names()).collect();
    let mut head = vec![
        Field::text("会议名称", meeting_name(meeting)),
        Field::text("时间", time(meeting)),
        Field::text("地点", &meeting.call.place),
        Field::text("主持人", member_with_post(meeting, meeting.chair)),
    ];
    head.extend(back_filling(meeting));
    VoteRecord {
        sheet: Sheet::new(meeting, witness, PAPER),
        title: title(meeting, PAPER),
        head,
        counted: columns.heads(),
        groups,
        total: total(meeting),
        names: names::tables(meeting, named),
        notes: notes(meeting, &marks),
        signatures: signatures(meeting),
    }
}

/// The matters that have a row, in order.
pub(crate) fn tabled<'a>(meeting: &'a Meeting, marks: &'a Marks) -> Vec<Tabled<'a>> {
    let columns = Columns::of(meeting);
    let mut number = 1;
    let mut tabled = Vec::new();
    for record in &meeting.items {
        // An ordinary item that was settled by consent has nothing to count.
        let counted = |matter: &&MatterRecord| record.is_appointment() || matter.stage.verdict().is_some();
        for matter in record.matters.iter().filter(counted) {
            tabled.push(Tabled { meeting, marks, record, matter, number, columns });
            number += 1;
        }
    }
    tabled
}

/// A matter on its way to rows.
#[derive(Clone, Copy)]
pub(crate) struct Tabled<'a> {
    meeting: &'a Meeting,
    marks: &'a Marks,
    pub(crate) record: &'a ItemRecord,
    pub(crate) matter: &'a MatterRecord,
    pub(crate) number: u32,
    columns: Columns,
}

impl Tabled<'_> {
    /// Its votes by name.
    pub(crate) fn names(self) -> Vec<names::Column> {
        names::columns(self.meeting, self.marks, self.matter, self.number)
    }

    /// A row for each of its votes and motions; one where there was none.
    pub(crate) fn rows(self) -> Vec<Row> {
        let steps = steps(self.matter);
        if steps.is_empty() {
            let (reason, result) = ("未审议".to_owned(), "未表决".to_owned());
            let remarks = self.recusals();
            return vec![self.row("", NOTHING, None, reason, result, remarks)];
        }
        let mut rows = Vec::new();
        let mut again = false;
        for step in &steps {
            rows.push(match step {
                Step::Round(round) => {
                    let mut remarks = if again { Vec::new() } else { self.recusals() };
                    remarks.extend(round.said.ended.iter().map(ended));
                    let row = self.round(round, if again { "（复议后）" } else { "" }, remarks);
                    again = true;
                    row
                }
                Step::Motion(motion) => {
                    again = true;
                    self.motion(motion)
                }
            });
        }
        rows
    }

    fn row(
        self,
        which: &'static str,
        method: &'static str,
        cast: Option<Cast>,
        reason: String,
        result: String,
        remarks: Vec<String>,
    ) -> Row {
        let (lead, current, proposed) = match &self.matter.nominee {
            Some(nominee) => {
                (wording::spread(&nominee.name), wording::or_none(&nominee.current_post), proposed(nominee))
            }
            None => ("一般议题".to_owned(), NOTHING.to_owned(), vec![NOTHING.to_owned()]),
        };
        let lead = lead + which;
        let posts = proposed.concat();
        // With about how many letters to a line in the column of each.
        let texts = [(&lead, 3), (&current, 7), (&posts, 9), (&reason, 28), (&result, 3)];
        let long = texts.into_iter().any(|(text, letters)| text.chars().count() > WHOLE * letters)
            || remarks.iter().map(|remark| remark.chars().count()).sum::<usize>() > WHOLE * 40;
        let cells = cast.map(|cast| self.cells(&cast)).unwrap_or_default();
        let number = self.number.to_string();
        Row { number, lead, current, proposed, method, cells, reason, result, remarks, long, which, cast }
    }

    fn round(self, round: &Round<'_>, which: &'static str, remarks: Vec<String>) -> Row {
        let reason = match (round.verdict, round.open) {
            (Some(Verdict::SetAside { outcome, reason, .. }), _) => {
                format!("{}：{reason}", wording::outcome(*outcome))
            }
            (Some(_), _) => String::new(),
            (None, Some(_)) => "正在表决".to_owned(),
            (None, None) => "正在讨论".to_owned(),
        };
        let mut result = match round.verdict {
            None => "未表决".to_owned(),
            Some(verdict) => wording::outcome(verdict.outcome()).to_owned(),
        };
        if round.past {
            result += "（后经复议）";
        } else if round.verdict.is_some() && round.announced.is_none() {
            result += "（未宣布）";
        }
        result.extend(entries(round).into_iter().map(|entry| self.marks.at(entry)));
        let method = round.verdict.and_then(Verdict::method).map_or(NOTHING, wording::method);
        self.row(which, method, round.verdict.and_then(Cast::of), reason, result, remarks)
    }

    /// 复议: there are no ballot papers; the whole vote is said in words.
    fn motion(self, motion: &Motion) -> Row {
        let Some(result) = motion.result else {
            let (put_off, came) = match &motion.postponed {
                Some(postponed) => (format!("；暂缓：{}", postponed.reason), "暂缓表决"),
                None => (String::new(), "正在表决"),
            };
            let reason = format!("复议表决：{}{put_off}", motion.reason);
            return self.row("（复议）", NOTHING, None, reason, came.to_owned(), Vec::new());
        };
        let totals = wording::totals(result.tally, &self.meeting.call.rulebook);
        let reason = format!(
            "复议表决：{totals}；{} {} 人，过半数须 {} 票。理由：{}",
            base_name(self.columns.majority_of),
            result.base,
            wording::majority(result.base),
            motion.reason
        );
        let mut came = if result.outcome == Outcome::Carried { "同意复议" } else { "不予复议" }.to_owned();
        let votes = motion.votes.iter().map(|vote| vote.stamp.entry);
        let entries = [motion.stamp.entry].into_iter().chain(votes).chain([result.stamp.entry]);
        came.extend(entries.map(|entry| self.marks.at(entry)));
        let cast = Cast { quorum: motion.quorum, papers: None, tally: result.tally, base: result.base };
        Row { cast: Some(cast), ..self.row("（复议）", NOTHING, None, reason, came, Vec::new()) }
    }

    fn recusals(self) -> Vec<String> {
        let said = |recusal: &Recusal| {
            let detail = recusal.detail.trim_end_matches('。');
            let detail = if detail.trim().is_empty() { String::new() } else { format!("：{detail}") };
            let who = attendant(self.meeting, recusal.person);
            format!("回避：{who}（{}{detail}）", wording::relation(recusal.relation))
        };
        self.matter.recusals.iter().map(said).collect()
    }

    /// 应到, 实到, 发出, 收回, 有效, 废票, 同意, 不同意, 弃权 and what else is counted, and the part of the base. There are no
    /// ballot papers where hands or names are counted, so no numbers of them.
    fn cells(self, cast: &Cast) -> Vec<String> {
        let papers = match cast.papers {
            Some(count) => [count.issued, count.returned, count.valid(), count.spoilt].map(|count| count.to_string()),
            None => [NOTHING; 4].map(str::to_owned),
        };
        let rulebook = &self.meeting.call.rulebook;
        let offered = |choice, count: Count| {
            if rulebook.offers(choice) || count.0 > 0 { count.to_string() } else { NOTHING.to_owned() }
        };
        let Cast { quorum, tally, base, .. } = *cast;
        let mut cells = vec![quorum.entitled().to_string(), quorum.present().to_string()];
        cells.extend(papers);
        cells.extend([tally.agree.to_string(), tally.against.to_string(), offered(Choice::Abstain, tally.abstain)]);
        if self.columns.defer {
            cells.push(offered(Choice::Defer, tally.defer));
        }
        if self.columns.spoilt_field {
            cells.push(cast.papers.map_or_else(|| NOTHING.to_owned(), |count| count.spoilt_field.to_string()));
        }
        cells.push(wording::percent(tally.agree, base));
        cells
    }
}

fn spoilt_field(verdict: &Verdict) -> Count {
    match verdict {
        Verdict::Secret { count, .. } => count.spoilt_field,
        _ => Count(0),
    }
}

/// A ballot that settled nothing.
fn ended(ended: &EndedBallot) -> String {
    match (ended.end, &ended.ballot) {
        (BallotEnd::Void { issued, returned }, _) => {
            format!("作废重投：发出 {issued}，收回 {returned}，收回多于发出")
        }
        (BallotEnd::Postponed {}, Ballot::Secret {}) => "无记名投票未计票即暂缓".to_owned(),
        (BallotEnd::Postponed {}, Ballot::ByName { method, votes }) => {
            let tally = Tally::of_choices(votes.iter().map(|vote| vote.choice));
            let counts = [
                (Choice::Agree, tally.agree),
                (Choice::Against, tally.against),
                (Choice::Abstain, tally.abstain),
                (Choice::Defer, tally.defer),
            ];
            let counts = counts.into_iter().filter(|(_, count)| count.0 > 0);
            let counts: Vec<String> =
                counts.map(|(choice, count)| format!("{} {count}", wording::choice(choice))).collect();
            let counts = if counts.is_empty() { "无".to_owned() } else { counts.join("，") };
            let method = wording::method(wording::method_of(*method));
            format!("{method}未结束即暂缓，已登记：{counts}，不计结果")
        }
    }
}

/// The entries of the vote and of what came of it.
fn entries(round: &Round<'_>) -> Vec<EntryNo> {
    let mut entries = Vec::new();
    if let Some(verdict) = round.verdict {
        entries.extend(verdict.opening().map(|opening| opening.stamp.entry));
        if let Verdict::ByName { votes, .. } = verdict {
            entries.extend(votes.iter().map(|vote| vote.stamp.entry));
        }
        entries.push(settling(verdict).entry);
    }
    entries.extend(round.announced.map(|(stamp, _)| stamp.entry));
    entries
}

fn base_name(majority_of: MajorityOf) -> &'static str {
    match majority_of {
        MajorityOf::Entitled => "应到会成员",
        MajorityOf::Voting => "参加表决",
    }
}

fn total(meeting: &Meeting) -> String {
    let count = |of: &dyn Fn(&ItemRecord) -> bool, with: &dyn Fn(Option<Outcome>) -> bool| {
        let matters = meeting.items.iter().filter(|record| of(record)).flat_map(|record| &record.matters);
        matters.filter(|matter| with(matter.stage.verdict().map(Verdict::outcome))).count()
    };
    let totals = |of: &dyn Fn(&ItemRecord) -> bool| {
        let always = [Outcome::Carried, Outcome::NotCarried, Outcome::Deferred, Outcome::VotePostponed];
        let with = |outcome: Outcome| count(of, &|found| found == Some(outcome));
        let void = (with(Outcome::Void) > 0).then_some(Outcome::Void);
        let words = always.into_iter().chain(void);
        let words = words.map(|outcome| format!("{} {}", wording::outcome(outcome), with(outcome)));
        words.collect::<Vec<_>>().join("，")
    };
    let nominees = count(&ItemRecord::is_appointment, &|_| true);
    let open = count(&ItemRecord::is_appointment, &|found| found.is_none());
    let mut total = format!("人选 {nominees} 人：{}", totals(&ItemRecord::is_appointment));
    if open > 0 {
        total += &format!("，未表决 {open}");
    }
    let ordinary = |record: &ItemRecord| !record.is_appointment();
    let settled = count(&ordinary, &|found| found.is_some());
    if settled > 0 {
        total += &format!("；一般议题 {settled} 项：{}", totals(&ordinary));
    }
    total
}

/// What has to be known to read the table.
pub(crate) fn notes(meeting: &Meeting, marks: &Marks) -> Vec<String> {
    let (entitled, rulebook) = (meeting.entitled(), &meeting.call.rulebook);
    let matters = || meeting.matters();
    let rounds: Vec<Round<'_>> = matters()
        .flat_map(steps)
        .filter_map(|step| match step {
            Step::Round(round) => Some(round),
            Step::Motion(_) => None,
        })
        .collect();
    let any = |is: &dyn Fn(&Verdict) -> bool| rounds.iter().filter_map(|round| round.verdict).any(is);
    let mut notes = vec![match rulebook.majority_of {
        MajorityOf::Entitled => {
            let needed = wording::majority(entitled);
            format!("应到会成员 {entitled} 人，超过半数即 {needed} 票同意为通过；未到会的不计票。")
        }
        MajorityOf::Voting => {
            format!("应到会成员 {entitled} 人，同意超过参加表决人数半数为通过；未到会的不计票。")
        }
    }];
    let member = |recusal: &Recusal| matches!(recusal.person, Attendant::Member(_));
    if matters().flat_map(|matter| &matter.recusals).any(member) {
        notes.push(match rulebook.recusal_base {
            RecusalBase::Kept => "回避的成员计入应到，不计入实到，不参加表决。".to_owned(),
            RecusalBase::Lowered => "回避的成员不计入该事项的应到、实到，不参加表决，过半数按减后应到计算。".to_owned(),
        });
    }
    if any(&|verdict| matches!(verdict, Verdict::ByName { .. })) {
        notes.push("口头、举手、记名表决不计发出、收回、有效、废票。".to_owned());
    }
    if any(&|verdict| spoilt_field(verdict).0 > 0) {
        notes.push("“该栏废”指有效票中对该人选一栏无法认定的票。".to_owned());
    }
    if any(&|verdict| verdict.outcome() == Outcome::Void) {
        let article = meeting.article(RuleId::Hy03);
        notes.push(format!("“无效”：{}。{}", cited::rule(RuleId::Hy03, &article), cited::basis(&article)));
    }
    if !meeting.violations.is_empty() {
        notes.push("本次会议系补录，标注〔违规〕的见会议记录“违规情形”。".to_owned());
    }
    if marks.corrects(rounds.iter().flat_map(entries)) {
        notes.push("表中所列为原记录；有更正的，更正内容见会议记录。".to_owned());
    }
    notes
}

/// 监票人（方正言）, 计票人（杜若）, 主持人（周以诺）: who is to sign.
fn signatures(meeting: &Meeting) -> Vec<String> {
    let (mut scrutineers, mut tellers) = (Vec::new(), Vec::new());
    for step in meeting.matters().flat_map(steps) {
        let Step::Round(round) = step else { continue };
        let ended = round.said.ended.iter().map(|ended| &ended.opening);
        for opening in ended.chain(round.verdict.and_then(Verdict::opening)) {
            for (names, name) in [(&mut scrutineers, &opening.scrutineer), (&mut tellers, &opening.teller)] {
                if !name.trim().is_empty() && !names.contains(name) {
                    names.push(name.clone());
                }
            }
        }
    }
    let line = |office: &str, names: Vec<String>| wording::with_post(office, &names.join("、"));
    vec![line("监票人", scrutineers), line("计票人", tellers), line("主持人", vec![name(meeting, meeting.chair)])]
}
