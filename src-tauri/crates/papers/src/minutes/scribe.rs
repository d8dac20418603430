//! The body of the minutes: items, nominees and what was said and done on each, in the order of the record.

use std::collections::BTreeMap;

use meeting::{
    Acknowledgement, Attendant, Choice, EndedBallot, EntryNo, Introduction, ItemRecord, ItemState, LastSpeaker,
    MatterRecord, Meeting, Member, MemberId, Motion, Movement, MovementKind, Outcome, Person, PreparationStep, Quorum,
    Recusal, Remark, Role, Seat, Share, Stamp, Stance, Statement, StepState, WrittenOpinion,
};

use super::head::clock;
use super::{Line, Part, stamp_words};
use crate::ink::paragraphs;
use crate::presence::{present_after, recused_before};
use crate::rounds::{LAST, Round, Step, agreed, steps};
use crate::sheet::{Field, Marks, attendant, heading, member_with_post, name, unscheduled};
use crate::{cited, wording};

/// Longer words are not printed a second time: the line says where they stand.
pub(super) const QUOTED: usize = 160;
const NOTHING: &str = "—";
/// So many entry numbers stand beside the end of a line.
const FEW: usize = 4;

/// Everything between the head and the end.
pub(super) fn body(meeting: &Meeting, marks: &Marks) -> Vec<Part> {
    written(meeting, marks).parts
}

/// What every entry of the body said.
pub(super) fn originals(meeting: &Meeting, marks: &Marks) -> BTreeMap<EntryNo, String> {
    written(meeting, marks).originals
}

fn written<'a>(meeting: &'a Meeting, marks: &'a Marks) -> Scribe<'a> {
    let mut scribe = Scribe { meeting, marks, parts: Vec::new(), originals: BTreeMap::new() };
    scribe.roll_call();
    scribe.items();
    scribe.violations();
    scribe.articles();
    scribe.corrections();
    scribe
}

/// A piece of the record that is put in order by its first entry.
#[derive(Clone, Copy)]
enum Piece<'a> {
    Item(usize, &'a ItemRecord),
    Matter(usize, &'a MatterRecord),
    Statement(&'a Statement),
    Remark(&'a Remark),
    Opinion(&'a WrittenOpinion),
    Recusal(&'a Recusal),
    Movement(&'a Member, &'a Movement),
    Acknowledgement(&'a Acknowledgement),
    Ended(&'a EndedBallot),
}

type Pieces<'a> = Vec<(EntryNo, Piece<'a>)>;

/// Where in the record something happened: nowhere, on an item, on one of its matters, on one step of that.
type Place = (Option<usize>, Option<(usize, usize)>);

/// A matter with all that its lines are judged by.
#[derive(Clone, Copy)]
pub(super) struct Under<'a> {
    pub(super) matter: &'a MatterRecord,
    pub(super) share: Share,
    /// A nominee's matter is decided by the strict order of speaking.
    pub(super) ordinary: bool,
}

/// Writes the body, and remembers what every entry said so that a correction can quote it.
pub(super) struct Scribe<'a> {
    pub(super) meeting: &'a Meeting,
    pub(super) marks: &'a Marks,
    pub(super) parts: Vec<Part>,
    pub(super) originals: BTreeMap<EntryNo, String>,
}

impl<'a> Scribe<'a> {
    /// A line without an entry of its own.
    pub(super) fn say(&mut self, lead: &str, text: impl Into<String>) {
        self.put(lead.to_owned(), vec![text.into()], String::new(), String::new());
    }

    /// A line of one entry.
    pub(super) fn write(&mut self, lead: &str, text: Vec<String>, stamp: Stamp) {
        self.originals.insert(stamp.entry, format!("{lead}{}", text.join("")));
        self.put(lead.to_owned(), text, self.marks.at(stamp.entry), stamp_words(self.meeting, stamp));
    }

    fn put(&mut self, lead: String, text: Vec<String>, mark: String, stamp: String) {
        self.parts.push(Part::Line(Line { lead, text, mark, stamp, keep: false }));
    }

    /// A line that stays on the page of what follows.
    pub(super) fn lead_in(&mut self, lead: &str, text: Vec<String>) {
        let line = Line { lead: lead.to_owned(), text, mark: String::new(), stamp: String::new(), keep: true };
        self.parts.push(Part::Line(line));
    }

    /// The roll call stands in the head; here it is only remembered.
    fn roll_call(&mut self) {
        for seat in &self.meeting.seats {
            if let (Some(marked), Some(attendance)) = (seat.marked, &seat.attendance) {
                let words = format!("{}：{}", seat.member.name, wording::attendance(attendance));
                self.originals.insert(marked.entry, words);
            }
        }
    }

    fn items(&mut self) {
        let begin = |record: &ItemRecord| record.taken_up.map_or(LAST, |(stamp, _)| stamp.entry);
        let items = (0..).zip(&self.meeting.items).map(|(n, record)| (begin(record), Piece::Item(n, record)));
        let remarks = self.meeting.remarks.iter().map(|remark| (remark.stamp.entry, Piece::Remark(remark)));
        let pieces = self.ordered(items.chain(remarks), (None, None));
        self.all(pieces, None, None);
    }

    /// Pieces of one place with the comings, goings and confirmations there, in the order of their entries.
    fn ordered(&self, pieces: impl Iterator<Item = (EntryNo, Piece<'a>)>, place: Place) -> Pieces<'a> {
        let meeting = self.meeting;
        let movements = meeting.seats.iter().flat_map(|seat| {
            let of = |movement| (&seat.member, movement);
            seat.movements.iter().map(of).collect::<Vec<(&'a Member, &'a Movement)>>()
        });
        let movements = movements.map(|(member, it)| (it.stamp.entry, Piece::Movement(member, it)));
        let confirmed = meeting.acknowledgements.iter().map(|it| (it.stamp.entry, Piece::Acknowledgement(it)));
        let here = movements.chain(confirmed).filter(|(entry, _)| place_of(meeting, *entry) == place);
        let mut pieces: Pieces<'a> = pieces.chain(here).collect();
        pieces.sort_by_key(|(entry, _)| *entry);
        pieces
    }

    fn all(&mut self, pieces: Pieces<'a>, item: Option<usize>, on: Option<(Under<'a>, Option<&Round<'a>>)>) {
        for (_, piece) in pieces {
            match piece {
                Piece::Item(number, record) => self.item(number, record),
                Piece::Matter(number, matter) => self.nominee(number, matter, item),
                Piece::Statement(statement) => self.statement(statement, on.and_then(|(_, round)| round)),
                Piece::Remark(remark) => self.remark(remark, on.is_none_or(|(under, _)| under.ordinary)),
                Piece::Opinion(opinion) => self.opinion(opinion),
                Piece::Recusal(recusal) => self.recusal(recusal),
                Piece::Movement(member, movement) => self.movement(member, movement),
                Piece::Acknowledgement(acknowledgement) => self.acknowledgement(acknowledgement),
                Piece::Ended(ended) => {
                    if let Some((under, _)) = on {
                        self.ended(ended, under);
                    }
                }
            }
        }
    }

    fn item(&mut self, number: usize, record: &'a ItemRecord) {
        self.parts.push(Part::Item { lead: heading(number + 1, record) });
        let rulebook = &self.meeting.call.rulebook;
        let share = if record.is_appointment() { rulebook.appointment_quorum } else { rulebook.ordinary_quorum };
        match record.taken_up {
            Some((stamp, quorum)) => {
                self.write("开始审议：", vec![format!("{}。", wording::quorum(quorum, share, ""))], stamp);
            }
            None => self.say("", "（本议题未审议。）"),
        }
        let remarks = record.remarks.iter().map(|remark| (remark.stamp.entry, Piece::Remark(remark)));
        let matters = (0..).zip(&record.matters);
        if record.is_appointment() {
            let begin = |matter: &MatterRecord| steps(matter).first().map_or(LAST, Step::began);
            let matters = matters.map(|(n, matter)| (begin(matter), Piece::Matter(n, matter)));
            let pieces = self.ordered(matters.chain(remarks), (Some(number), None));
            self.all(pieces, Some(number), None);
        } else {
            for (place, matter) in matters {
                self.steps(Under { matter, share, ordinary: true }, number, place);
            }
            let pieces = self.ordered(remarks, (Some(number), None));
            self.all(pieces, Some(number), None);
        }
        for (stamp, reason) in &record.left {
            self.write("搁置：", paragraphs(reason), *stamp);
        }
        match &record.state {
            ItemState::Waiting | ItemState::Left => {}
            ItemState::Open(_) => self.say("", "（本议题正在审议。）"),
            ItemState::Closed(closing) => {
                let decision = paragraphs(&closing.decision);
                if decision.is_empty() {
                    self.write("", vec!["本议题审议结束。".to_owned()], closing.stamp);
                } else {
                    self.write("议定事项：", decision, closing.stamp);
                }
            }
        }
    }

    fn nominee(&mut self, number: usize, matter: &'a MatterRecord, item: Option<usize>) {
        let Some(nominee) = &matter.nominee else { return };
        let lead = format!("（{}）{}{}", wording::han(number + 1), nominee.name, unscheduled(nominee.unscheduled));
        let mut fields = vec![
            Field::text("现任", wording::or_none(&nominee.current_post)),
            Field::text("拟任", wording::or_none(&nominee.proposed_post)),
            Field::text("拟免", wording::or_none(&nominee.post_to_leave)),
            Field::text("类别", wording::change(nominee.change)),
        ];
        let meeting = |number| format!("{}会议", wording::number(number));
        if let Some(number) = nominee.reconsiders {
            fields.push(Field::text("复议", format!("{}的决定", meeting(number))));
        }
        if !nominee.not_carried.is_empty() {
            let numbers: Vec<String> = nominee.not_carried.iter().copied().map(meeting).collect();
            fields.push(Field::text("曾未通过", numbers.join("、")));
        }
        self.parts.push(Part::Nominee { lead, fields });
        self.checklist(matter);
        let share = self.meeting.call.rulebook.appointment_quorum;
        self.steps(Under { matter, share, ordinary: false }, item.unwrap_or_default(), number);
    }

    /// 会前准备: every step that was marked, as it was marked last.
    fn checklist(&mut self, matter: &'a MatterRecord) {
        if matter.preparation.is_empty() {
            self.say("会前准备：", "未登记。");
            return;
        }
        let mut marked: Vec<&(Stamp, _)> = matter.preparation.iter().collect();
        marked.sort_by_key(|(_, mark)| PreparationStep::ALL.iter().position(|step| *step == mark.step));
        let mut entries: Vec<EntryNo> = marked.iter().map(|(stamp, _)| stamp.entry).collect();
        entries.sort_unstable();
        entries.dedup();
        let states = [StepState::Complete, StepState::Incomplete, StepState::NotNeeded];
        let counted = states.into_iter().filter_map(|state| {
            let count = marked.iter().filter(|(_, mark)| mark.state == state).count();
            (count > 0).then(|| format!("{} {count} 项", wording::step_state(state)))
        });
        let mut text = counted.collect::<Vec<_>>().join("，") + "。";
        let numbers: Vec<String> = entries.iter().map(ToString::to_string).collect();
        let mut stamp = format!("第{}条", numbers.join("、"));
        if entries.len() > FEW {
            // A stamp does not wrap.
            text = format!("{text}（{}）", std::mem::take(&mut stamp));
        }
        let text = vec![text];
        let marks: Vec<String> = entries.iter().map(|entry| self.marks.at(*entry)).collect();
        let lead = "会前准备：".to_owned();
        self.parts.push(Part::Line(Line { lead, text, mark: marks.concat(), stamp, keep: true }));
        let or_dash = |text: &str| if text.trim().is_empty() { NOTHING.to_owned() } else { text.to_owned() };
        let rows = marked.iter().map(|(stamp, mark)| {
            let row = vec![
                wording::step(mark.step).to_owned(),
                wording::step_state(mark.state).to_owned(),
                or_dash(&mark.responsible),
                mark.on.map_or_else(|| NOTHING.to_owned(), wording::day),
                or_dash(&mark.reference),
            ];
            let said = self.originals.entry(stamp.entry).or_insert_with(|| "会前准备：".to_owned());
            said.push_str(&row.join("，"));
            said.push('；');
            row
        });
        let rows = rows.collect();
        self.parts.push(Part::Checklist { rows });
    }

    /// Rounds and motions, each with what happened on it.
    fn steps(&mut self, under: Under<'a>, item: usize, number: usize) {
        let steps = steps(under.matter);
        let mut recusals: Vec<&'a Recusal> = under.matter.recusals.iter().collect();
        // Who left before the nominee was taken up.
        let first = steps.first().map_or(LAST, Step::began);
        recusals.retain(|recusal| {
            let before = recusal.stamp.entry < first;
            if before {
                self.recusal(recusal);
            }
            !before
        });
        if steps.is_empty() && !under.ordinary {
            self.say("", "（未审议。）");
        }
        // What was said while a motion was voted on is kept with the round before it.
        let remarks: Vec<&'a Remark> = steps
            .iter()
            .flat_map(|step| match step {
                Step::Round(round) => round.said.remarks.as_slice(),
                Step::Motion(_) => &[],
            })
            .collect();
        for (place, step) in steps.iter().enumerate() {
            let next = steps.get(place + 1).map_or(LAST, Step::began);
            let recusals = recusals.iter().map(|it| (it.stamp.entry, Piece::Recusal(it)));
            let remarks = remarks.iter().map(|it| (it.stamp.entry, Piece::Remark(it)));
            let here = recusals.chain(remarks).filter(|(entry, _)| (step.began()..next).contains(entry));
            let place = (Some(item), Some((number, place)));
            match step {
                Step::Round(round) => {
                    let said = round.said;
                    let statements = said.statements.iter().map(|it| (it.stamp.entry, Piece::Statement(it)));
                    let opinions = said.opinions.iter().map(|it| (it.stamp.entry, Piece::Opinion(it)));
                    let ended = said.ended.iter().map(|it| (it.opening.stamp.entry, Piece::Ended(it)));
                    let pieces = here.chain(statements).chain(opinions).chain(ended);
                    let pieces = self.ordered(pieces, place);
                    self.round(under, round, pieces, step.settled());
                }
                Step::Motion(motion) => {
                    let pieces = self.ordered(here, place);
                    self.motion(under, motion, pieces);
                }
            }
        }
    }

    /// Introduction, discussion, vote, announcement, decision.
    fn round(&mut self, under: Under<'a>, round: &Round<'a>, mut pieces: Pieces<'a>, settled: EntryNo) {
        let said = round.said;
        if !under.ordinary {
            let again = under
                .matter
                .motions
                .iter()
                .any(|motion| motion.stamp.entry < said.taken_up.entry && agreed(motion) == Some(true));
            let lead = if again { "复议，重新审议：" } else { "开始审议：" };
            let quorum = self.quorum(under, said.quorum, said.taken_up.entry);
            self.write(lead, vec![format!("{quorum}。")], said.taken_up);
        }
        let opened = round.verdict.and_then(meeting::Verdict::opening).or(round.open.map(|(opening, _)| opening));
        let after = pieces.split_off(pieces.partition_point(|(entry, _)| *entry < settled));
        let opened = opened.map_or(LAST, |opening| opening.stamp.entry);
        let during = pieces.split_off(pieces.partition_point(|(entry, _)| *entry < opened));
        if let Some(introduction) = &said.introduction {
            let before = pieces.partition_point(|(entry, _)| *entry < introduction.stamp.entry);
            let rest = pieces.split_off(before);
            self.all(std::mem::replace(&mut pieces, rest), None, Some((under, Some(round))));
            self.introduction(introduction, under.ordinary);
        }
        if !said.statements.is_empty() || !said.remarks.is_empty() || !said.opinions.is_empty() {
            self.lead_in(if under.ordinary { "讨论：" } else { "发言：" }, Vec::new());
        }
        // Ballots that settled nothing stand behind the discussion, unless somebody spoke again after them.
        let spoken = pieces.iter().rposition(|(_, piece)| matches!(piece, Piece::Statement(_))).map_or(0, |at| at + 1);
        let ballots = pieces[spoken..].iter().position(|(_, piece)| matches!(piece, Piece::Ended(_)));
        let ballots = pieces.split_off(ballots.map_or(pieces.len(), |at| spoken + at));
        self.all(pieces, None, Some((under, Some(round))));
        self.differing(said);
        self.all(ballots, None, Some((under, Some(round))));
        match (round.open, round.verdict) {
            (Some((opening, ballot)), _) => {
                self.open_ballot(opening, ballot, under);
                self.all(during, None, Some((under, Some(round))));
                self.say("", "（正在表决。）");
            }
            (None, Some(verdict)) => {
                self.vote(verdict, under);
                self.all(during, None, Some((under, Some(round))));
                self.verdict(verdict, under);
            }
            (None, None) => {
                self.all(during, None, Some((under, Some(round))));
                if !under.ordinary {
                    self.say("", "（正在讨论。）");
                }
            }
        }
        self.all(after, None, Some((under, Some(round))));
        let Some(verdict) = round.verdict else { return };
        let outcome = wording::outcome(verdict.outcome());
        match round.announced {
            Some((stamp, chair)) => {
                let words = format!("主持人{}宣布：{outcome}。", name(self.meeting, chair));
                self.write("宣布：", vec![words], stamp);
            }
            None => self.say("", "（结果尚未宣布。）"),
        }
        if verdict.outcome() == Outcome::Carried
            && let Some(nominee) = &under.matter.nominee
        {
            self.say(if round.past { "决定（后经复议）：" } else { "决定：" }, wording::decision(nominee));
        }
    }

    /// 复议: why, who voted how, and what came of it.
    fn motion(&mut self, under: Under<'a>, motion: &'a Motion, mut pieces: Pieces<'a>) {
        let article = self.meeting.article(meeting::RuleId::Hy18);
        self.write("提出复议：", paragraphs(&motion.reason), motion.stamp);
        let quorum = self.quorum(under, motion.quorum, motion.stamp.entry);
        self.say("复议表决：", format!("{quorum}。依据：{}", cited::basis(&article)));
        self.votes(&motion.votes, [Choice::Agree, Choice::Against, Choice::Abstain, Choice::Defer], "复议");
        let ended = motion.ended().map_or(LAST, |stamp| stamp.entry);
        let after = pieces.split_off(pieces.partition_point(|(entry, _)| *entry < ended));
        self.all(pieces, None, Some((under, None)));
        match (motion.result, &motion.postponed) {
            (Some(result), _) => {
                let totals = wording::totals(result.tally, &self.meeting.call.rulebook);
                let came = if result.outcome == Outcome::Carried {
                    "同意复议，重新审议"
                } else {
                    "不予复议，原决定有效"
                };
                let majority = self.majority(result.tally.agree, result.base, under, result.stamp.entry);
                self.write("复议表决结果：", vec![format!("{totals}。{majority}，{came}。")], result.stamp);
            }
            (None, Some(postponed)) => {
                let words = format!("{}（原决定有效）", postponed.reason);
                self.write("复议暂缓表决：", paragraphs(&words), postponed.stamp);
            }
            (None, None) => self.say("", "（正在就复议表决。）"),
        }
        self.all(after, None, Some((under, None)));
    }

    fn introduction(&mut self, introduction: &Introduction, ordinary: bool) {
        let by = match introduction.by {
            Person::Member(member) => member_with_post(self.meeting, member),
            Person::Observer(id) => match self.meeting.observer(id) {
                Some(observer) if !observer.post.trim().is_empty() => {
                    format!("{}（{}，列席）", observer.name, observer.post)
                }
                _ => attendant(self.meeting, Attendant::Observer(id)),
            },
        };
        let (who, what) = if ordinary { ("汇报人：", "汇报：") } else { ("介绍人：", "介绍：") };
        self.lead_in(who, vec![by]);
        self.write(what, paragraphs(&introduction.words), introduction.stamp);
        if !introduction.covers.is_empty() {
            let points: Vec<&str> = introduction.covers.iter().map(|point| wording::point(*point)).collect();
            self.say(if ordinary { "汇报要点：" } else { "介绍要点：" }, format!("{}。", points.join("、")));
        }
    }

    fn statement(&mut self, statement: &Statement, round: Option<&Round<'a>>) {
        let Some(round) = round else { return };
        let before = |it: &&Statement| it.member == statement.member && it.stamp.entry < statement.stamp.entry;
        let earlier = round.said.statements.iter().rfind(before);
        let again = earlier.map(|earlier| if earlier.stance == statement.stance { "再次表态" } else { "改变表态" });
        let last = round.said.statements.last().is_some_and(|last| last.stamp.entry == statement.stamp.entry);
        let office = if last { self.last_speaker(statement.member, round) } else { None };
        let notes: Vec<&str> = office.into_iter().chain(again).collect();
        let notes = if notes.is_empty() { String::new() } else { format!("（{}）", notes.join("，")) };
        let lead = format!("{}{notes}：", name(self.meeting, statement.member));
        self.write(&lead, stated(statement), statement.stamp);
    }

    /// 书记，末位 or 主持人，末位, for whoever is the last to speak by the rulebook of the meeting.
    fn last_speaker(&self, member: MemberId, round: &Round<'a>) -> Option<&'static str> {
        let chair = round.announced.map_or(self.meeting.chair, |(_, chair)| chair);
        let secretary = self.meeting.seat(member).is_some_and(|seat| seat.member.role == Role::Secretary);
        match self.meeting.call.rulebook.last_speaker {
            LastSpeaker::Secretary if secretary => Some("书记，末位"),
            _ if member == chair => Some("主持人，末位"),
            _ => None,
        }
    }

    fn remark(&mut self, remark: &Remark, ordinary: bool) {
        let (who, mut notes) = match remark.speaker {
            Person::Member(member) if ordinary => (name(self.meeting, member), Vec::new()),
            Person::Member(member) => (name(self.meeting, member), vec!["插话"]),
            Person::Observer(id) => (attendant(self.meeting, Attendant::Observer(id)), Vec::new()),
        };
        notes.extend(remark.leans.then_some("非末位发言"));
        let notes = if notes.is_empty() { String::new() } else { format!("（{}）", notes.join("，")) };
        self.write(&format!("{who}{notes}："), paragraphs(&remark.words), remark.stamp);
    }

    fn opinion(&mut self, opinion: &WrittenOpinion) {
        let lead = format!("{}（书面意见，已宣读，不计票）：", name(self.meeting, opinion.member));
        self.write(&lead, paragraphs(&opinion.words), opinion.stamp);
    }

    fn recusal(&mut self, recusal: &Recusal) {
        let meeting = self.meeting;
        let who = attendant(meeting, recusal.person);
        let mut relation = match recusal.relation {
            meeting::Relation::Oneself => "系人选本人".to_owned(),
            meeting::Relation::Other => String::new(),
            other => format!("与人选系{}关系", wording::relation(other)),
        };
        if !recusal.detail.trim().is_empty() {
            let open = if relation.is_empty() { "" } else { "：" };
            relation += &format!("{open}{}", recusal.detail.trim_end_matches('。'));
        }
        let left = clock(meeting, recusal.left);
        let back = recusal.returned.map_or_else(|| "未返回".to_owned(), |at| format!("{} 返回", clock(meeting, at)));
        let substitute = match recusal.substitute.trim() {
            "" => String::new(),
            name => format!("其间由{name}代为记录。"),
        };
        let words = format!("{who}，{relation}；{left} 离席，{back}。{substitute}");
        self.write("回避：", vec![words], recusal.stamp);
    }

    fn acknowledgement(&mut self, held: &Acknowledgement) {
        let (meeting, rule) = (self.meeting, held.warning.rule());
        let article = meeting.article(rule);
        self.lead_in("提醒：", vec![format!("{}。依据：{}", cited::rule(rule, &article), cited::basis(&article))]);
        self.lead_in("情况：", vec![cited::warned(meeting, &held.warning)]);
        let office = if held.by == meeting.chair { "（主持人）" } else { "" };
        let lapsed = match held.lapsed {
            Some(entry) => format!("（本确认至第 {entry} 条止。）"),
            None => "（本确认仍然有效。）".to_owned(),
        };
        let mut words = paragraphs(&held.reason);
        if let Some(last) = words.last_mut() {
            last.push_str(&lapsed);
        }
        self.write(&format!("{}{office}确认：", name(meeting, held.by)), words, held.stamp);
    }

    fn movement(&mut self, member: &Member, movement: &Movement) {
        let (who, at) = (&member.name, clock(self.meeting, movement.time));
        let present = present_after(self.meeting, movement.stamp.entry, movement.time);
        let words = match &movement.kind {
            MovementKind::Arrived {} => format!("（{who} {at} 到会，实到 {present} 人。）"),
            MovementKind::Departed { reason } => format!("（{who} {at} 离会，事由：{reason}；实到 {present} 人。）"),
        };
        self.write("", vec![words], movement.stamp);
    }

    /// Who differed, and how: the latest stance of each. Words that are long stand where they were said.
    fn differing(&mut self, said: &meeting::Deliberation) {
        let latest = |stance: Stance| {
            let of = |seat: &'a Seat| said.stance_of(seat.member.id).filter(|latest| latest.stance == stance);
            self.meeting.seats.iter().filter_map(of).collect::<Vec<_>>()
        };
        for stance in [Stance::Disagree, Stance::Defer] {
            let differing = latest(stance);
            if differing.is_empty() {
                continue;
            }
            let quoted = |statement: &&Statement| {
                let (who, words) = (name(self.meeting, statement.member), stated(statement).join(""));
                match words.chars().count() {
                    _ if words.trim_end_matches('。') == wording::stance(stance) => who,
                    ..=QUOTED => format!("{who}（{}）", words.trim_end_matches('。')),
                    _ => format!("{who}（全文见第 {} 条）", statement.stamp.entry),
                }
            };
            let quoted: Vec<String> = differing.iter().map(quoted).collect();
            let lead = format!("分歧意见（{} {} 人）：", wording::stance(stance), differing.len());
            self.say(&lead, format!("{}。", quoted.join("；")));
        }
    }

    /// 应到 as the rulebook counts the recused, 实到 without them (R-HB-04).
    pub(super) fn quorum(&self, under: Under<'a>, quorum: Quorum, entry: EntryNo) -> String {
        wording::quorum(quorum, under.share, &self.recused(under, entry))
    }

    /// （回避 1 人不减） behind a number of entitled members.
    pub(super) fn recused(&self, under: Under<'a>, entry: EntryNo) -> String {
        let recused = recused_before(under.matter, entry);
        match self.meeting.call.rulebook.recusal_base {
            _ if recused == 0 => String::new(),
            meeting::RecusalBase::Kept => format!("（含回避 {recused} 人）"),
            meeting::RecusalBase::Lowered => format!("（已减回避 {recused} 人）"),
        }
    }
}

/// The item, the matter and the step on whose time an entry fell. An item that was left and taken up again covers others: the
/// one that began last has it.
fn place_of(meeting: &Meeting, entry: EntryNo) -> Place {
    let ended = |record: &ItemRecord| match &record.state {
        ItemState::Closed(closing) => closing.stamp.entry,
        ItemState::Left => record.left.last().map_or(LAST, |(stamp, _)| stamp.entry),
        ItemState::Waiting | ItemState::Open(_) => LAST,
    };
    let begun = |record: &ItemRecord| record.taken_up.map_or(LAST, |(stamp, _)| stamp.entry);
    let covers = |(_, record): &(usize, &ItemRecord)| (begun(record)..=ended(record)).contains(&entry);
    let item = meeting.items.iter().enumerate().filter(covers).max_by_key(|(_, record)| begun(record));
    let matter = item.and_then(|(_, record)| {
        let on = |(place, matter): (usize, &MatterRecord)| {
            steps(matter).iter().position(|step| step.covers(entry)).map(|step| (place, step))
        };
        record.matters.iter().enumerate().find_map(on)
    });
    (item.map(|(number, _)| number), matter)
}

/// The stance stands first. Words that begin with it, as they mostly do, are left as they are.
fn stated(statement: &Statement) -> Vec<String> {
    let stance = wording::stance(statement.stance);
    let mut words = paragraphs(&statement.words);
    match words.first_mut() {
        Some(first) => {
            let clear = first.strip_prefix(stance).is_some_and(|rest| rest.chars().next().is_none_or(is_stop));
            if !clear {
                first.insert_str(0, &format!("{stance}。"));
            }
        }
        None => words.push(format!("{stance}。")),
    }
    words
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '。' | '，' | '；' | '！' | '：' | '、' | '.' | ',' | ';' | ' ')
}
