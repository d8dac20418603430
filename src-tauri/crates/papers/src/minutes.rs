//! 会议记录: the document model of the minutes. What was said stands in the order in which it was recorded.

use std::collections::BTreeMap;

use meeting::{
    Attendance, Ballot, BallotOpening, Choice, Count, Date, Deliberation, EntryNo, Introduction, ItemRecord, ItemState,
    MatterRecord, Meeting, Member, MemberId, Movement, MovementKind, NamedVote, Nominee, Outcome, Person, Phase,
    Quorum, Remark, Role, RuleId, Seat, Share, Stage, Stamp, Stance, Statement, Verdict, VoteMethod,
};
use serde::Serialize;

use crate::ink::paragraphs;
use crate::sheet::{Field, Sheet, correction_mark, meeting_name, member_with_post, name, time};
use crate::{Witness, wording};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "记录";
/// Longer words are not printed a second time: the line says where they stand.
const QUOTED: usize = 160;
/// A last line of up to ten printed lines goes over to the next page with the end of the record.
const SHORT: usize = 280;

/// The minutes.
#[derive(Debug, Serialize)]
pub(crate) struct Minutes {
    sheet: Sheet,
    title: String,
    head: Vec<Field>,
    body: Vec<Part>,
    end: End,
}

/// A piece of the body.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
enum Part {
    /// The heading of an item, or of the corrections.
    Item { lead: String },
    /// The heading of a nominee, with what is proposed.
    Nominee { lead: String, fields: Vec<Field> },
    /// A paragraph, or several.
    Line(Line),
}

/// Words with who or what they belong to.
#[derive(Debug, Serialize)]
struct Line {
    /// Whose words, or what they are; with its colon. May be empty.
    lead: String,
    /// Paragraphs.
    text: Vec<String>,
    /// 〔见更正一〕, or nothing.
    mark: String,
    /// Time and entry, or nothing.
    stamp: String,
    /// Stays on the page of what follows.
    keep: bool,
}

/// The end of the record: on one sheet, with the signatures.
#[derive(Debug, Serialize)]
struct End {
    lead: &'static str,
    blank: &'static str,
    text: String,
    stamp: String,
    signatures: Vec<String>,
}

/// Makes the document model.
pub(crate) fn minutes(meeting: &Meeting, witness: &Witness) -> Minutes {
    let mut scribe = Scribe { meeting, parts: Vec::new(), originals: BTreeMap::new() };
    scribe.body();
    scribe.corrections();
    let mut body = scribe.parts;
    if let Some(Part::Line(line)) = body.last_mut() {
        line.keep = line.text.iter().map(|text| text.chars().count()).sum::<usize>() <= SHORT;
    }
    Minutes {
        sheet: Sheet::new(meeting, witness, PAPER),
        title: format!("{}会议{PAPER}", meeting.call.committee),
        head: head(meeting),
        body,
        end: end(meeting),
    }
}

fn head(meeting: &Meeting) -> Vec<Field> {
    let call = &meeting.call;
    let mut head = vec![
        Field::text("会议名称", meeting_name(meeting) + &correction_mark_of_call(meeting)),
        Field::text("时间", time(meeting)),
        Field::text("地点", &call.place),
        Field::text("主持人", chairs(meeting)),
        Field::text("记录人", wording::with_post(&call.recorder.name, &call.recorder.post)),
        Field::text("到会人数", turnout(meeting)),
    ];
    let attended = |seat: &&Seat| is_marked_present(seat) || !seat.movements.is_empty();
    let names = |seats: &[&Seat]| seats.iter().map(|seat| wording::spread(&seat.member.name)).collect::<Vec<_>>();
    let present: Vec<&Seat> = meeting.seats.iter().filter(attended).collect();
    head.push(match present.is_empty() {
        true => Field::text("出席", "（尚未点名）"),
        false => Field::names("出席", names(&present)),
    });
    push_lines(&mut head, "迟到", meeting.seats.iter().filter_map(|seat| late(meeting, seat)).collect());
    push_lines(&mut head, "离会", meeting.seats.iter().flat_map(|seat| departures(meeting, seat)).collect());
    let away: Vec<&Seat> = meeting.seats.iter().filter(|seat| !attended(seat)).collect();
    let with_reason = |wanted: fn(&Attendance) -> Option<&str>| {
        let line = |seat: &&Seat| {
            let reason = seat.attendance.as_ref().and_then(wanted)?;
            Some(wording::with_post(&wording::spread(&seat.member.name), reason))
        };
        away.iter().filter_map(line).collect::<Vec<_>>()
    };
    push_lines(
        &mut head,
        "请假",
        with_reason(|attendance| match attendance {
            Attendance::OnLeave { reason } => Some(reason),
            _ => None,
        }),
    );
    push_lines(
        &mut head,
        "缺席",
        with_reason(|attendance| match attendance {
            Attendance::Absent { reason } if reason.trim().is_empty() => Some("未说明事由"),
            Attendance::Absent { reason } => Some(reason),
            _ => None,
        }),
    );
    let unmarked: Vec<&Seat> = away.iter().copied().filter(|seat| seat.attendance.is_none()).collect();
    if !unmarked.is_empty() {
        head.push(Field::names("未点名", names(&unmarked)));
    }
    head.push(Field::lines("列席", observers(meeting)));
    head.push(Field::lines("议题", (1..).zip(&meeting.items).map(|(n, record)| heading(n, record)).collect()));
    head.push(Field::text("规则", wording::rulebook(&call.rulebook)));
    head
}

fn push_lines(head: &mut Vec<Field>, lead: &str, lines: Vec<String>) {
    if !lines.is_empty() {
        head.push(Field::lines(lead, lines));
    }
}

fn heading(number: usize, record: &ItemRecord) -> String {
    format!("{}、{}", wording::han(number), record.item.title)
}

/// What is frozen with the call stands in the head, so a correction of it is marked there.
fn correction_mark_of_call(meeting: &Meeting) -> String {
    meeting.entries.first().map_or_else(String::new, |entry| correction_mark(meeting, *entry))
}

/// Who presided, in order: those who announced a result, and whoever presides now.
fn chairs(meeting: &Meeting) -> String {
    let mut announced: Vec<(EntryNo, MemberId)> = meeting
        .items
        .iter()
        .flat_map(|record| &record.matters)
        .filter_map(|matter| match &matter.stage {
            Stage::Announced(_, _, stamp, chair) => Some((stamp.entry, *chair)),
            _ => None,
        })
        .collect();
    announced.sort();
    let mut chairs: Vec<MemberId> = announced.into_iter().map(|(_, chair)| chair).chain([meeting.chair]).collect();
    chairs.dedup();
    let named: Vec<String> = chairs.iter().map(|chair| member_with_post(meeting, *chair)).collect();
    let named = named.join("，后为");
    if chairs.contains(&meeting.call.chair) {
        named
    } else {
        format!("{named}；通知的主持人为{}", member_with_post(meeting, meeting.call.chair))
    }
}

/// 应到、实到 at the opening, and who came later.
fn turnout(meeting: &Meeting) -> String {
    let (entitled, rulebook) = (meeting.entitled(), &meeting.call.rulebook);
    let Some(opened) = opened(meeting) else {
        let least = |share| wording::least(share, entitled);
        let (ordinary, appointment) = (least(rulebook.ordinary_quorum), least(rulebook.appointment_quorum));
        return format!("应到 {entitled} 人；一般议题须 {ordinary} 人到会，任免事项须 {appointment} 人到会");
    };
    let present = present_after(meeting, opened.entry);
    let share = rulebook.ordinary_quorum;
    let turnout = match Quorum::judge(RuleId::Hy02, share, present, entitled) {
        Ok(quorum) => wording::quorum(quorum, share),
        Err(_) => format!("应到 {entitled} 人，实到 {present} 人，{}不足", wording::share(share)),
    };
    let later = meeting.seats.iter().filter(|seat| !is_marked_present(seat) && !seat.movements.is_empty()).count();
    let later = if later == 0 { String::new() } else { format!("；会中到会 {later} 人") };
    format!("{turnout}{later}")
}

fn opened(meeting: &Meeting) -> Option<Stamp> {
    match &meeting.phase {
        Phase::Called | Phase::CalledOff { .. } => None,
        Phase::Sitting { opened } | Phase::Adjourned { opened, .. } | Phase::Sealed { opened, .. } => Some(*opened),
    }
}

fn is_marked_present(seat: &Seat) -> bool {
    matches!(seat.attendance, Some(Attendance::Present {}))
}

/// 实到 when this entry had been recorded.
fn present_after(meeting: &Meeting, entry: EntryNo) -> Count {
    let was_in_room = |seat: &&Seat| match seat.movements.iter().rfind(|movement| movement.stamp.entry <= entry) {
        Some(movement) => matches!(movement.kind, MovementKind::Arrived {}),
        None => is_marked_present(seat),
    };
    Count::of(&meeting.seats.iter().filter(was_in_room).collect::<Vec<_>>())
}

/// 冯　伟（9:04 到会，途中交通受阻）.
fn late(meeting: &Meeting, seat: &Seat) -> Option<String> {
    let arrival = seat.movements.first().filter(|_| !is_marked_present(seat))?;
    let reason = match &seat.attendance {
        Some(Attendance::OnLeave { reason } | Attendance::Absent { reason }) if !reason.trim().is_empty() => {
            format!("，{reason}")
        }
        _ => String::new(),
    };
    let mark = correction_mark(meeting, arrival.stamp.entry);
    let name = wording::spread(&seat.member.name);
    Some(format!("{name}（{} 到会{reason}）{mark}", clock(meeting, arrival.time)))
}

/// 许　可（10:05 离会，接待信访；10:20 返会）.
fn departures(meeting: &Meeting, seat: &Seat) -> Vec<String> {
    let at = |movement: &Movement| clock(meeting, movement.time);
    let name = wording::spread(&seat.member.name);
    let departure = |(place, movement): (usize, &Movement)| {
        let MovementKind::Departed { reason } = &movement.kind else { return None };
        let mut mark = correction_mark(meeting, movement.stamp.entry);
        let back = seat.movements.get(place + 1).map_or_else(String::new, |back| {
            mark += &correction_mark(meeting, back.stamp.entry);
            format!("；{} 返会", at(back))
        });
        Some(format!("{name}（{} 离会，{reason}{back}）{mark}", at(movement)))
    };
    seat.movements.iter().enumerate().filter_map(departure).collect()
}

/// Those who sat in, each with the items for which they did.
fn observers(meeting: &Meeting) -> Vec<String> {
    let mut observers: Vec<(String, Vec<String>)> = Vec::new();
    for (number, record) in (1..).zip(&meeting.items) {
        for observer in &record.item.observers {
            let named = wording::with_post(&wording::spread(&observer.name), &observer.post);
            match observers.iter_mut().find(|(known, _)| *known == named) {
                Some((_, items)) => items.push(wording::han(number)),
                None => observers.push((named, vec![wording::han(number)])),
            }
        }
    }
    if observers.is_empty() {
        return vec![wording::or_none("")];
    }
    observers.into_iter().map(|(named, items)| format!("{named}，列席议题{}", items.join("、"))).collect()
}

/// A time of the meeting; the day too, where it is not the first.
fn clock(meeting: &Meeting, at: meeting::Moment) -> String {
    let first: Date = opened(meeting).map_or(meeting.call.scheduled, |opened| opened.at).date();
    if at.date() == first { wording::clock(at) } else { wording::date_clock(at) }
}

fn stamp_words(meeting: &Meeting, stamp: Stamp) -> String {
    format!("{}·第{}条", clock(meeting, stamp.at), stamp.entry)
}

fn end(meeting: &Meeting) -> End {
    let chair = name(meeting, meeting.chair);
    let signatures = vec![format!("主持人（{chair}）"), format!("记录人（{}）", meeting.call.recorder.name)];
    let (text, stamp) = match &meeting.phase {
        Phase::Called => ("（会议尚未召开。）".to_owned(), String::new()),
        Phase::CalledOff { stamp, reason } => (format!("会议取消。事由：{reason}"), stamp_words(meeting, *stamp)),
        Phase::Sitting { .. } => ("（会议尚未散会。）".to_owned(), String::new()),
        Phase::Adjourned { adjourned, .. } | Phase::Sealed { adjourned, .. } => {
            ("散会。".to_owned() + &correction_mark(meeting, adjourned.entry), stamp_words(meeting, *adjourned))
        }
    };
    End { lead: "会议记录末页", blank: "（以下空白）", text, stamp, signatures }
}

/// A piece of the record that is put in order by its first entry.
#[derive(Clone, Copy)]
enum Piece<'a> {
    Item(usize, &'a ItemRecord),
    Matter(usize, &'a MatterRecord),
    Statement(&'a Statement),
    Remark(&'a Remark),
    Movement(&'a Member, &'a Movement),
}

/// Never taken up, so behind everything that was.
const LAST: EntryNo = EntryNo(u32::MAX);

/// Where in the record something happened: nowhere, on an item, or on one of its matters.
type Place = (Option<usize>, Option<usize>);

/// Writes the body, and remembers what every entry said so that a correction can quote it.
struct Scribe<'a> {
    meeting: &'a Meeting,
    parts: Vec<Part>,
    originals: BTreeMap<EntryNo, String>,
}

impl<'a> Scribe<'a> {
    /// A line without an entry of its own.
    fn say(&mut self, lead: &str, text: impl Into<String>) {
        self.put(lead.to_owned(), vec![text.into()], String::new(), String::new());
    }

    /// A line of one entry.
    fn write(&mut self, lead: &str, text: Vec<String>, stamp: Stamp) {
        self.originals.insert(stamp.entry, format!("{lead}{}", text.join("")));
        let mark = correction_mark(self.meeting, stamp.entry);
        self.put(lead.to_owned(), text, mark, stamp_words(self.meeting, stamp));
    }

    fn put(&mut self, lead: String, text: Vec<String>, mark: String, stamp: String) {
        self.parts.push(Part::Line(Line { lead, text, mark, stamp, keep: false }));
    }

    /// A line that stays on the page of what follows.
    fn lead_in(&mut self, lead: &str, text: Vec<String>) {
        let line = Line { lead: lead.to_owned(), text, mark: String::new(), stamp: String::new(), keep: true };
        self.parts.push(Part::Line(line));
    }

    fn body(&mut self) {
        let begin = |record: &ItemRecord| record.taken_up.map_or(LAST, |(stamp, _)| stamp.entry);
        let items = (0..).zip(&self.meeting.items).map(|(n, record)| (begin(record), Piece::Item(n, record)));
        let remarks = self.meeting.remarks.iter().map(|remark| (remark.stamp.entry, Piece::Remark(remark)));
        self.in_order(items.chain(remarks), (None, None), true);
    }

    /// Pieces of one place with the comings and goings there, in the order of their entries.
    fn in_order(&mut self, pieces: impl Iterator<Item = (EntryNo, Piece<'a>)>, place: Place, ordinary: bool) {
        let seats: &'a [Seat] = &self.meeting.seats;
        let movements = seats
            .iter()
            .flat_map(|seat| seat.movements.iter().map(move |movement| (&seat.member, movement)))
            .filter(|(_, movement)| place_of(self.meeting, movement.stamp.entry) == place)
            .map(|(member, movement)| (movement.stamp.entry, Piece::Movement(member, movement)));
        let mut pieces: Vec<(EntryNo, Piece<'a>)> = pieces.chain(movements).collect();
        pieces.sort_by_key(|(entry, _)| *entry);
        let last = pieces.iter().rev().find_map(|(_, piece)| match piece {
            Piece::Statement(statement) => Some(statement.stamp.entry),
            _ => None,
        });
        for (_, piece) in pieces {
            match piece {
                Piece::Item(number, record) => self.item(number, record),
                Piece::Matter(number, matter) => self.nominee(number, matter, place.0),
                Piece::Statement(statement) => self.statement(statement, last == Some(statement.stamp.entry)),
                Piece::Remark(remark) => self.remark(remark, ordinary),
                Piece::Movement(member, movement) => self.movement(member, movement),
            }
        }
    }

    fn item(&mut self, number: usize, record: &'a ItemRecord) {
        self.parts.push(Part::Item { lead: heading(number + 1, record) });
        let share = quorum_share(self.meeting, record);
        match record.taken_up {
            Some((stamp, quorum)) => {
                self.write("开始审议：", vec![format!("{}。", wording::quorum(quorum, share))], stamp);
            }
            None => self.say("", "（本议题未审议。）"),
        }
        if record.is_appointment() {
            let begin = |matter: &MatterRecord| matter.stage.deliberation().map_or(LAST, |said| said.taken_up.entry);
            let matters = (0..).zip(&record.matters).map(|(n, matter)| (begin(matter), Piece::Matter(n, matter)));
            let remarks = record.remarks.iter().map(|remark| (remark.stamp.entry, Piece::Remark(remark)));
            self.in_order(matters.chain(remarks), (Some(number), None), true);
        } else {
            for (place, matter) in (0..).zip(&record.matters) {
                self.matter(matter, share, (Some(number), Some(place)), true);
            }
            let remarks = record.remarks.iter().map(|remark| (remark.stamp.entry, Piece::Remark(remark)));
            self.in_order(remarks, (Some(number), None), true);
        }
        match &record.state {
            ItemState::Waiting => {}
            ItemState::Open(_) => self.say("", "（本议题正在审议。）"),
            ItemState::Left(stamp, reason) => self.write("搁置：", paragraphs(reason), *stamp),
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
        let lead = format!("（{}）{}", wording::han(number + 1), nominee.name);
        let fields = vec![
            Field::text("现任", wording::or_none(&nominee.current_post)),
            Field::text("拟任", wording::or_none(&nominee.proposed_post)),
            Field::text("拟免", wording::or_none(&nominee.post_to_leave)),
            Field::text("类别", wording::change(nominee.change)),
        ];
        self.parts.push(Part::Nominee { lead, fields });
        let share = self.meeting.call.rulebook.appointment_quorum;
        match matter.stage.deliberation() {
            Some(said) => {
                let (entitled, present) = (said.quorum.entitled(), said.quorum.present());
                let words = format!("应到 {entitled} 人，实到 {present} 人。");
                self.write("开始审议：", vec![words], said.taken_up);
            }
            None => self.say("", "（未审议。）"),
        }
        self.matter(matter, share, (item, Some(number)), false);
    }

    /// Introduction, discussion, vote, announcement, decision.
    fn matter(&mut self, matter: &'a MatterRecord, share: Share, place: Place, ordinary: bool) {
        let Some(said) = matter.stage.deliberation() else { return };
        if let Some(introduction) = &said.introduction {
            self.introduction(introduction, ordinary);
        }
        if !said.statements.is_empty() || !said.remarks.is_empty() {
            self.lead_in(if ordinary { "讨论：" } else { "发言：" }, Vec::new());
        }
        let statements = said.statements.iter().map(|statement| (statement.stamp.entry, Piece::Statement(statement)));
        let remarks = said.remarks.iter().map(|remark| (remark.stamp.entry, Piece::Remark(remark)));
        self.in_order(statements.chain(remarks), place, ordinary);
        self.differing(said);
        match &matter.stage {
            Stage::Waiting => {}
            Stage::Discussing(_) if ordinary => {}
            Stage::Discussing(_) => self.say("", "（正在讨论。）"),
            Stage::Voting(_, opening, ballot) => {
                let method = match ballot {
                    Ballot::ByName { method, .. } => method_of(*method),
                    Ballot::Secret {} => VoteMethod::Secret,
                };
                self.opening(method, opening, share);
                if let Ballot::ByName { votes, .. } = ballot {
                    self.votes(votes);
                }
                self.say("", "（正在表决。）");
            }
            Stage::Settled(_, verdict) => {
                self.verdict(verdict, share);
                self.say("", "（结果尚未宣布。）");
            }
            Stage::Announced(_, verdict, stamp, chair) => {
                self.verdict(verdict, share);
                let words = format!("主持人{}宣布：{}。", name(self.meeting, *chair), outcome(verdict));
                self.write("宣布：", vec![words], *stamp);
            }
            Stage::Reconsidering(..) => self.say("", "（正在就复议表决。）"),
        }
        let carried = matter.stage.verdict().is_some_and(|verdict| verdict.outcome() == Outcome::Carried);
        if let Some(nominee) = matter.nominee.as_ref().filter(|_| carried) {
            self.say("决定：", decision(nominee));
        }
    }

    fn introduction(&mut self, introduction: &Introduction, ordinary: bool) {
        let by = match introduction.by {
            Person::Member(member) => member_with_post(self.meeting, member),
            Person::Observer(id) => match self.meeting.observer(id) {
                Some(observer) if observer.post.trim().is_empty() => format!("{}（列席）", observer.name),
                Some(observer) => format!("{}（{}，列席）", observer.name, observer.post),
                None => format!("列席人员 {id}"),
            },
        };
        let (who, what) = if ordinary { ("汇报人：", "汇报：") } else { ("介绍人：", "介绍：") };
        self.lead_in(who, vec![by]);
        self.write(what, paragraphs(&introduction.words), introduction.stamp);
    }

    fn statement(&mut self, statement: &Statement, last: bool) {
        let seat = self.meeting.seat(statement.member);
        let post = match seat.map(|seat| seat.member.role) {
            Some(Role::Secretary) if last => "（书记，末位）",
            _ if last && statement.member == self.meeting.chair => "（主持人，末位）",
            _ => "",
        };
        let lead = format!("{}{post}：", name(self.meeting, statement.member));
        self.write(&lead, stated(statement), statement.stamp);
    }

    fn remark(&mut self, remark: &Remark, ordinary: bool) {
        let lead = match remark.speaker {
            Person::Member(member) if ordinary => format!("{}：", name(self.meeting, member)),
            Person::Member(member) => format!("{}（插话）：", name(self.meeting, member)),
            Person::Observer(id) => match self.meeting.observer(id) {
                Some(observer) => format!("{}（列席）：", observer.name),
                None => format!("列席人员 {id}："),
            },
        };
        self.write(&lead, paragraphs(&remark.words), remark.stamp);
    }

    fn movement(&mut self, member: &Member, movement: &Movement) {
        let (who, at) = (&member.name, clock(self.meeting, movement.time));
        let present = present_after(self.meeting, movement.stamp.entry);
        let words = match &movement.kind {
            MovementKind::Arrived {} => format!("（{who} {at} 到会，实到 {present} 人。）"),
            MovementKind::Departed { reason } => format!("（{who} {at} 离会，事由：{reason}；实到 {present} 人。）"),
        };
        self.write("", vec![words], movement.stamp);
    }

    /// Who differed, and how: the latest stance of each. Words that are long stand where they were said.
    fn differing(&mut self, said: &Deliberation) {
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

    fn opening(&mut self, method: VoteMethod, opening: &BallotOpening, share: Share) {
        let mut words = format!("{}。{}。", wording::method(method), wording::quorum(opening.quorum, share));
        let counters = [("监票人", &opening.scrutineer), ("计票人", &opening.teller)];
        let counters: Vec<String> = counters
            .into_iter()
            .filter(|(_, name)| !name.trim().is_empty())
            .map(|(office, name)| format!("{office}{name}"))
            .collect();
        if !counters.is_empty() {
            words += &format!("{}。", counters.join("，"));
        }
        self.write("表决方式：", vec![words], opening.stamp);
    }

    /// Every member's vote, in order of rank.
    fn votes(&mut self, votes: &[NamedVote]) {
        for choice in [Choice::Agree, Choice::Against, Choice::Abstain] {
            let of = |seat: &Seat| votes.iter().find(|vote| vote.member == seat.member.id && vote.choice == choice);
            let cast: Vec<&NamedVote> = self.meeting.seats.iter().filter_map(of).collect();
            let mut names = Vec::new();
            for vote in &cast {
                let who = name(self.meeting, vote.member);
                self.originals.insert(vote.stamp.entry, format!("{who}：{}", wording::choice(choice)));
                names.push(who + &correction_mark(self.meeting, vote.stamp.entry));
            }
            let names = if names.is_empty() { wording::or_none("") } else { names.join("、") };
            self.say(&format!("{} {} 人：", wording::choice(choice), cast.len()), format!("{names}。"));
        }
    }

    fn verdict(&mut self, verdict: &Verdict, share: Share) {
        let entitled = self.meeting.entitled();
        match verdict {
            Verdict::ByName { stamp, opening, method, votes, tally, .. } => {
                self.opening(method_of(*method), opening, share);
                self.votes(votes);
                let words = format!(
                    "同意 {} 票，不同意 {} 票，弃权 {} 票。{}",
                    tally.agree,
                    tally.against,
                    tally.abstain,
                    needed(tally.agree, entitled, verdict)
                );
                self.write("表决结果：", vec![words], *stamp);
            }
            Verdict::Secret { stamp, opening, count, tally, .. } => {
                self.opening(VoteMethod::Secret, opening, share);
                let words = format!(
                    "发出 {} 张，收回 {} 张，有效 {} 张，废票 {} 张；同意 {} 票，不同意 {} 票，弃权 {} 票。{}",
                    count.issued,
                    count.returned,
                    count.valid(),
                    count.spoilt,
                    tally.agree,
                    tally.against,
                    tally.abstain,
                    needed(tally.agree, entitled, verdict)
                );
                self.write("表决结果：", vec![words], *stamp);
            }
            Verdict::SetAside { stamp, outcome, reason } => {
                self.write(&format!("{}：", wording::outcome(*outcome)), paragraphs(reason), *stamp);
            }
        }
    }

    /// What was wrong, how it reads now, why, by whom and when. The entry itself stays printed where it was.
    fn corrections(&mut self) {
        if self.meeting.corrections.is_empty() {
            return;
        }
        self.parts.push(Part::Item { lead: "更正".to_owned() });
        self.lead_in("", vec!["（更正另立条目，原记录不改，仍印在原处。）".to_owned()]);
        for (number, correction) in (1..).zip(&self.meeting.corrections) {
            let before_opening = opened(self.meeting).is_none_or(|opened| correction.entry < opened.entry);
            let original = match self.originals.get(&correction.entry) {
                Some(words) if words.chars().count() <= QUOTED => format!("原记录为“{words}”"),
                Some(_) => "原记录全文见该条。".to_owned(),
                None if before_opening => "原记录为会前登记，见首部。".to_owned(),
                None => "原记录见该条。".to_owned(),
            };
            let lead = format!("更正{}（第 {} 条）：", wording::han(number), correction.entry);
            self.lead_in(&lead, vec![original]);
            self.write("更正为：", paragraphs(&correction.words), correction.stamp);
            let at = wording::date_clock(correction.stamp.at);
            self.say("理由：", format!("{}（更正人{}，{at}）", correction.reason, correction.by));
        }
    }
}

/// The item and the matter on whose time an entry fell. An item that was left and taken up again covers others: the one that
/// began last has it.
fn place_of(meeting: &Meeting, entry: EntryNo) -> Place {
    let ended = |record: &ItemRecord| match &record.state {
        ItemState::Closed(closing) => closing.stamp.entry,
        ItemState::Left(stamp, _) => stamp.entry,
        ItemState::Waiting | ItemState::Open(_) => LAST,
    };
    let begun = |record: &ItemRecord| record.taken_up.map_or(LAST, |(stamp, _)| stamp.entry);
    let covers = |(_, record): &(usize, &ItemRecord)| (begun(record)..=ended(record)).contains(&entry);
    let item = meeting.items.iter().enumerate().filter(covers).max_by_key(|(_, record)| begun(record));
    let matter = item.and_then(|(_, record)| {
        record.matters.iter().position(|matter| {
            let settled = match matter.stage.verdict() {
                Some(
                    Verdict::ByName { stamp, .. } | Verdict::Secret { stamp, .. } | Verdict::SetAside { stamp, .. },
                ) => stamp.entry,
                None => LAST,
            };
            matter.stage.deliberation().is_some_and(|said| (said.taken_up.entry..=settled).contains(&entry))
        })
    });
    (item.map(|(number, _)| number), matter)
}

fn quorum_share(meeting: &Meeting, record: &ItemRecord) -> Share {
    let rulebook = &meeting.call.rulebook;
    if record.is_appointment() { rulebook.appointment_quorum } else { rulebook.ordinary_quorum }
}

fn method_of(method: meeting::OpenMethod) -> VoteMethod {
    match method {
        meeting::OpenMethod::Voice => VoteMethod::Voice,
        meeting::OpenMethod::Hands => VoteMethod::Hands,
        meeting::OpenMethod::Signed => VoteMethod::Signed,
    }
}

fn outcome(verdict: &Verdict) -> &'static str {
    wording::outcome(verdict.outcome())
}

fn needed(agree: Count, entitled: Count, verdict: &Verdict) -> String {
    format!(
        "应到 {entitled} 人，过半数须 {} 票，同意占应到会成员 {}，{}。",
        wording::majority(entitled),
        wording::percent(agree, entitled),
        outcome(verdict)
    )
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

/// First what is taken up, then what is left (先任后免).
fn decision(nominee: &Nominee) -> String {
    let who = &nominee.name;
    match (nominee.proposed_post.trim(), nominee.post_to_leave.trim()) {
        ("", leave) => format!("同意免去{who}同志{leave}职务。"),
        (take, "") => format!("同意{who}同志任{take}。"),
        (take, leave) => format!("同意{who}同志任{take}；免去其{leave}职务。"),
    }
}
