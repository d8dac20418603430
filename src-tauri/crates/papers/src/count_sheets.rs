//! 计票单 (rulebook §7.5): a sheet for every secret ballot that was counted, also for one that was void and repeated, in the
//! order of the record. No sheet has a place for the name of a voter.

use meeting::{
    BallotEnd, BallotOpening, Choice, Count, EndedBallot, EntryNo, ItemRecord, MajorityOf, MatterRecord, Meeting,
    MemberId, Outcome, RecusalBase, RuleId, SecretCount, Stamp, Verdict,
};
use serde::Serialize;

use crate::presence::recused_before;
use crate::rounds::{Round, Step, steps};
use crate::sheet::{Field, Marks, Sheet, back_filling, meeting_name, name, title};
use crate::{PaperFault, Witness, cited, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "计票单";
const NOTHING: &str = "—";

/// The sheets.
#[derive(Debug, Serialize)]
pub(crate) struct CountSheets {
    sheet: Sheet,
    title: String,
    counts: Vec<CountPaper>,
}

/// The sheet of one ballot.
#[derive(Debug, Serialize)]
struct CountPaper {
    /// 第 1 张，共 2 张.
    place: String,
    /// What was voted on, when, and which ballot it was.
    head: Vec<Field>,
    /// Two rows of the form: those who could vote and the papers, then the votes. Each cell is its label and its number.
    rows: Vec<Vec<[String; 2]>>,
    /// 核对, 结果, 依据, 宣布.
    result: Vec<Field>,
    /// 监票人（方正言）, 计票人（杜若）, 主持人（周以诺）.
    signatures: Vec<String>,
}

/// A secret ballot and where it belongs.
struct Held<'a> {
    item: &'a ItemRecord,
    matter: &'a MatterRecord,
    round: &'a Round<'a>,
    opening: &'a BallotOpening,
    /// 复议后.
    again: bool,
    /// How many ballots on it were void before.
    void_before: usize,
    end: End<'a>,
}

/// How it ended.
enum End<'a> {
    Counted { count: &'a SecretCount, verdict: &'a Verdict, stamp: Stamp, base: Count },
    Void { issued: Count, returned: Count, stamp: Stamp },
}

/// Makes the document model. Faults where no secret ballot was counted.
pub(crate) fn count_sheets(meeting: &Meeting, witness: &Witness) -> Result<CountSheets, PaperFault> {
    let marks = Marks::of(meeting);
    let rounds: Vec<_> = meeting
        .items
        .iter()
        .flat_map(|item| item.matters.iter().map(move |matter| (item, matter)))
        .flat_map(|(item, matter)| {
            let steps = steps(matter).into_iter().enumerate();
            steps.filter_map(move |(place, step)| match step {
                Step::Round(round) => Some((item, matter, round, place > 0)),
                Step::Motion(_) => None,
            })
        })
        .collect();
    let mut held: Vec<Held<'_>> =
        rounds.iter().flat_map(|(item, matter, round, again)| ballots(item, matter, round, *again)).collect();
    held.sort_by_key(|held| held.opening.stamp.entry);
    if held.is_empty() {
        return Err(PaperFault::NothingToPrint { paper: PAPER });
    }
    let all = held.len();
    let counts = (1..).zip(&held).map(|(number, held)| {
        let place = format!("第 {number} 张，共 {all} 张");
        Tallied { meeting, marks: &marks, held }.paper(place)
    });
    Ok(CountSheets {
        counts: counts.collect(),
        sheet: Sheet::new(meeting, witness, PAPER),
        title: title(meeting, PAPER),
    })
}

/// The ballots of a round that were counted. One that was postponed before that has nothing to sign for.
fn ballots<'a>(
    item: &'a ItemRecord,
    matter: &'a MatterRecord,
    round: &'a Round<'a>,
    again: bool,
) -> impl Iterator<Item = Held<'a>> {
    let void = |ended: &'a EndedBallot| match ended.end {
        BallotEnd::Void { issued, returned } => Some((&ended.opening, issued, returned, ended.stamp)),
        BallotEnd::Postponed {} => None,
    };
    let void: Vec<_> = round.said.ended.iter().filter_map(void).collect();
    let repeated = void.len();
    let void =
        void.into_iter().map(|(opening, issued, returned, stamp)| (opening, End::Void { issued, returned, stamp }));
    let counted = round.verdict.and_then(|verdict| match verdict {
        Verdict::Secret { opening, count, stamp, base, .. } => {
            Some((opening, End::Counted { count, verdict, stamp: *stamp, base: *base }))
        }
        _ => None,
    });
    (0..=repeated).zip(void.chain(counted)).map(move |(void_before, (opening, end))| Held {
        item,
        matter,
        round,
        opening,
        again,
        void_before,
        end,
    })
}

/// A ballot on its way to paper.
struct Tallied<'a> {
    meeting: &'a Meeting,
    marks: &'a Marks,
    held: &'a Held<'a>,
}

impl Tallied<'_> {
    fn paper(&self, place: String) -> CountPaper {
        let (rows, result) = match &self.held.end {
            End::Counted { count, verdict, stamp, base } => self.counted(count, verdict, *stamp, *base),
            End::Void { issued, returned, stamp } => self.void(*issued, *returned, *stamp),
        };
        CountPaper { place, head: self.head(), rows, result, signatures: self.signatures() }
    }

    fn head(&self) -> Vec<Field> {
        let Held { item, matter, opening, .. } = self.held;
        let mut head = vec![Field::text("会议名称", meeting_name(self.meeting))];
        head.extend(back_filling(self.meeting));
        head.push(Field::text("议题", &item.item.title));
        if let Some(nominee) = &matter.nominee {
            head.extend([
                Field::text("人选", wording::spread(&nominee.name)),
                Field::text("现任职务", wording::or_none(&nominee.current_post)),
                Field::text("拟任职务", wording::or_none(&nominee.proposed_post)),
                Field::text("拟免职务", wording::or_none(&nominee.post_to_leave)),
            ]);
        }
        head.push(Field::text("表决方式", format!("无记名投票{}", self.which())));
        head.push(Field::text("开始投票", self.at(opening.stamp)));
        head.push(match self.held.end {
            End::Counted { stamp, .. } => Field::text("计票", self.at(stamp)),
            End::Void { stamp, .. } => Field::text("清点作废", self.at(stamp)),
        });
        head
    }

    /// （复议后，第 2 次投票，此前 1 次作废）; nothing where it was the only one.
    fn which(&self) -> String {
        let before = self.held.void_before;
        let mut notes = Vec::new();
        notes.extend(self.held.again.then(|| "复议后".to_owned()));
        notes.extend(self.held.round.past.then(|| "后经复议".to_owned()));
        if before > 0 {
            notes.push(format!("第 {} 次投票，此前 {before} 次作废", before + 1));
        }
        if notes.is_empty() { String::new() } else { format!("（{}）", notes.join("，")) }
    }

    /// 2026年3月5日 9:05（第 35 条）〔见更正一〕.
    fn at(&self, stamp: Stamp) -> String {
        let at = wording::date_clock(stamp.at);
        format!("{at}（第 {} 条）{}", stamp.entry, self.marks.at(stamp.entry))
    }

    /// Labels and numbers; the votes are unknown where there is no count.
    fn rows(&self, issued: Count, returned: Count, count: Option<&SecretCount>, part: String) -> Vec<Vec<[String; 2]>> {
        let rulebook = &self.meeting.call.rulebook;
        let quorum = self.held.opening.quorum;
        let cell = |label: &str, number: Option<Count>| {
            [label.to_owned(), number.map_or_else(|| NOTHING.to_owned(), |number| number.to_string())]
        };
        let of = |field: fn(&SecretCount) -> Count| count.map(field);
        let papers = vec![
            cell("应到会", Some(quorum.entitled())),
            cell("实到会", Some(quorum.present())),
            cell("发出票", Some(issued)),
            cell("收回票", Some(returned)),
            cell("有效票", of(|count| count.valid())),
            cell("废票", of(|count| count.spoilt)),
        ];
        let offered = |choice, number: Option<Count>| rulebook.offers(choice) || number.is_some_and(|it| it.0 > 0);
        let (abstain, defer) = (of(|count| count.abstain), of(|count| count.defer));
        let mut votes = vec![cell("同意", of(|count| count.agree)), cell("不同意", of(|count| count.against))];
        votes.extend(offered(Choice::Abstain, abstain).then(|| cell("弃权", abstain)));
        votes.extend(offered(Choice::Defer, defer).then(|| cell("缓议", defer)));
        votes.push(cell("该栏废", of(|count| count.spoilt_field)));
        let label = match rulebook.majority_of {
            MajorityOf::Entitled => "占应到会比例",
            MajorityOf::Voting => "占参加表决比例",
        };
        votes.push([label.to_owned(), part]);
        vec![papers, votes]
    }

    fn counted(
        &self,
        count: &SecretCount,
        verdict: &Verdict,
        stamp: Stamp,
        base: Count,
    ) -> (Vec<Vec<[String; 2]>>, Vec<Field>) {
        let outcome = verdict.outcome();
        let part = wording::percent(count.agree, base);
        let rows = self.rows(count.issued, count.returned, Some(count), part.clone());
        let least = wording::majority(base);
        let majority = match self.meeting.call.rulebook.majority_of {
            MajorityOf::Entitled => {
                format!("应到会 {base} 人{}，超过半数须 {least} 票", self.recused(stamp.entry))
            }
            MajorityOf::Voting => format!("参加表决 {base} 人，超过半数须 {least} 票"),
        };
        let came = wording::outcome(outcome);
        let words = format!("{came}。{majority}，同意 {} 票，占 {part}。{}", count.agree, self.marks.at(stamp.entry));
        let rule = if outcome == Outcome::Void { RuleId::Hy03 } else { RuleId::Hy12 };
        let announced = match self.held.round.announced {
            Some((announced, chair)) => {
                format!("主持人{}宣布：{came}。{}", name(self.meeting, chair), self.at(announced))
            }
            None => "尚未宣布".to_owned(),
        };
        let result = vec![
            Field::lines("票数核对", self.checks(count)),
            Field::text("结果", words),
            Field::text("依据", self.basis(rule)),
            Field::text("宣布", announced),
        ];
        (rows, result)
    }

    fn void(&self, issued: Count, returned: Count, stamp: Stamp) -> (Vec<Vec<[String; 2]>>, Vec<Field>) {
        let more = returned.0.saturating_sub(issued.0);
        let words = format!("本次投票作废，重新投票；各项票数不计。{}", self.marks.at(stamp.entry));
        let result = vec![
            Field::text("票数核对", format!("收回 {returned} 张，发出 {issued} 张，收回多于发出 {more} 张，不符。")),
            Field::text("结果", words),
            Field::text("依据", self.basis(RuleId::Pj05)),
        ];
        (self.rows(issued, returned, None, NOTHING.to_owned()), result)
    }

    /// The identities of R-PJ-04 to R-PJ-06 with the numbers of this ballot, worked out and not taken for granted.
    fn checks(&self, count: &SecretCount) -> Vec<String> {
        let rulebook = &self.meeting.call.rulebook;
        let judged = |holds: bool| if holds { "相符" } else { "不符" };
        let choices = [
            ("同意", count.agree, true),
            ("不同意", count.against, true),
            ("弃权", count.abstain, rulebook.offers(Choice::Abstain)),
            ("缓议", count.defer, rulebook.offers(Choice::Defer)),
            ("该栏废", count.spoilt_field, true),
        ];
        let shown = choices.iter().filter(|(_, number, offered)| *offered || number.0 > 0);
        let terms: Vec<String> = shown.map(|(label, number, _)| format!("{label} {number}")).collect();
        let sum: u64 = choices.iter().map(|(_, number, _)| u64::from(number.0)).sum();
        let (valid, returned) = (u64::from(count.valid().0), u64::from(count.returned.0));
        let papers = valid + u64::from(count.spoilt.0);
        let present = self.held.opening.quorum.present();
        let issued = if rulebook.every_voter_gets_a_paper {
            format!("发出 {}，实到会 {present}，{}。", count.issued, judged(count.issued == present))
        } else {
            format!("发出 {}，不多于实到会 {present}，{}。", count.issued, judged(count.issued <= present))
        };
        let back =
            format!("收回 {returned}，不多于发出 {}，{}。", count.issued, judged(count.returned <= count.issued));
        vec![
            format!("{issued}{back}"),
            format!("有效 {valid}＋废票 {}＝{papers}，收回 {returned}，{}。", count.spoilt, judged(papers == returned)),
            format!("{}＝{sum}，有效 {valid}，{}。", terms.join("＋"), judged(sum == valid)),
        ]
    }

    fn basis(&self, rule: RuleId) -> String {
        let article = self.meeting.article(rule);
        format!("{}。{}", cited::rule(rule, &article), cited::basis(&article))
    }

    /// （含回避 1 人）.
    fn recused(&self, entry: EntryNo) -> String {
        match (recused_before(self.held.matter, entry), self.meeting.call.rulebook.recusal_base) {
            (0, _) => String::new(),
            (recused, RecusalBase::Kept) => format!("（含回避 {recused} 人）"),
            (recused, RecusalBase::Lowered) => format!("（已减回避 {recused} 人）"),
        }
    }

    /// R-PJ-10. Whoever announced the result presided; before that, whoever presides now.
    fn signatures(&self) -> Vec<String> {
        let opening = self.held.opening;
        let chair: MemberId = self.held.round.announced.map_or(self.meeting.chair, |(_, chair)| chair);
        vec![
            wording::with_post("监票人", &opening.scrutineer),
            wording::with_post("计票人", &opening.teller),
            wording::with_post("主持人", &name(self.meeting, chair)),
        ]
    }
}
