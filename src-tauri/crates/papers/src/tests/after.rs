//! The papers after the votes and the meeting, held against the state of the meeting that they are made of.

use std::collections::BTreeSet;

use meeting::rules::RULES;
use meeting::{
    BackFilling, Ballot, BallotEnd, Grade, ItemRecord, ItemState, MatterRecord, Outcome, Rulebook, SecretCount, Verdict,
};
use typst::visualize::{Geometry, Paint};

use super::*;
use crate::{ExtractOf, cited, wording};

impl Room {
    fn paper(&self, kind: &PaperKind) -> Paper {
        match self.try_paper(kind) {
            Ok(paper) => paper,
            Err(fault) => panic!("{kind:?}: {fault}"),
        }
    }

    fn try_paper(&self, kind: &PaperKind) -> Result<Paper, PaperFault> {
        Paper::lay_out(kind, &self.meeting, &self.witness(), &fonts())
    }

    /// The text of a paper, after a look at whether it holds and gives the same bytes again.
    pub(super) fn reads(&self, kind: &PaperKind, kept: &str) -> String {
        let bytes = || self.paper(kind).pdf().expect("a PDF");
        assert_eq!(bytes(), bytes(), "{kept}");
        self.holds(kind, kept)
    }

    /// The text of a paper, after a look at whether it holds.
    fn holds(&self, kind: &PaperKind, kept: &str) -> String {
        let paper = self.paper(kind);
        keep(kept, &paper);
        holds(&paper);
        whole(&paper)
    }

    fn extract(&self, nominees: &[u32], to: &str) -> String {
        let nominees = nominees.iter().copied().map(NomineeId).collect();
        let kind = PaperKind::Extract(ExtractOf { item: ItemId(2), nominees, to: to.into() });
        self.reads(&kind, "extract")
    }

    fn opens_ballot(&mut self) {
        let (scrutineer, teller) = ("方正言".into(), "杜若".into());
        self.does(MeetingCommand::OpenVote { method: VoteMethod::Secret, scrutineer, teller });
    }

    fn is_agreed_by_hands(&mut self) {
        let (scrutineer, teller) = (String::new(), String::new());
        self.does(MeetingCommand::OpenVote { method: VoteMethod::Hands, scrutineer, teller });
        let voters: Vec<MemberId> = self.meeting.floor_voters().iter().map(|seat| seat.member.id).collect();
        for voter in voters {
            self.does(MeetingCommand::RecordVote { voter: Person::Member(voter), choice: Choice::Agree });
        }
        self.does(MeetingCommand::CloseVote {});
        self.does(MeetingCommand::AnnounceResult {});
    }
}

/// Everything in the type area, however small.
fn whole(paper: &Paper) -> String {
    let [.., bottom] = area(paper);
    joined(shown(paper).iter().filter(|item| item.line <= bottom))
}

/// What a page says in its type area; pages are counted from 0.
fn body(paper: &Paper, page: usize) -> String {
    let [.., bottom] = area(paper);
    joined(shown(paper).iter().filter(|item| item.page == page && item.line <= bottom))
}

/// A secret ballot: its count, outcome and base, or what went out and came back where it was void.
type Counted = Result<(SecretCount, Outcome, Count), (Count, Count)>;

/// Every secret ballot that was counted or void, in the order of the record.
fn ballots(meeting: &Meeting) -> Vec<(EntryNo, Counted)> {
    let mut ballots = Vec::new();
    for matter in meeting.matters() {
        let past = matter.past.iter().map(|past| (&past.said, Some(&past.verdict)));
        let now = matter.stage.deliberation().map(|said| (said, matter.stage.verdict()));
        for (said, verdict) in past.chain(now) {
            for ended in &said.ended {
                if let (BallotEnd::Void { issued, returned }, Ballot::Secret {}) = (ended.end, &ended.ballot) {
                    ballots.push((ended.opening.stamp.entry, Err((issued, returned))));
                }
            }
            if let Some(Verdict::Secret { opening, count, outcome, base, .. }) = verdict {
                ballots.push((opening.stamp.entry, Ok((*count, *outcome, *base))));
            }
        }
    }
    ballots.sort_by_key(|(entry, _)| *entry);
    ballots
}

/// Reads the sheets back: every ballot has a page of its own with the numbers of the record.
fn sheets_equal_the_record(room: &Room, paper: &Paper) {
    let ballots = ballots(&room.meeting);
    assert_eq!(paper.document.pages().len(), ballots.len(), "one sheet each");
    for (page, (entry, ballot)) in ballots.iter().enumerate() {
        let said = body(paper, page);
        assert!(said.contains(&format!("第{}张，共{}张", page + 1, ballots.len())), "{said}");
        assert!(said.contains(&format!("（第{entry}条）")), "{said}");
        let quorum = "应到会实到会发出票收回票有效票废票";
        match ballot {
            Ok((count, outcome, base)) => {
                let (_, numbers) = said.split_once(quorum).expect("the first row");
                let (papers, rest) = numbers.split_once("同意不同意").expect("the second row");
                let end = format!("{}{}{}{}", count.issued, count.returned, count.valid(), count.spoilt);
                assert!(papers.ends_with(&end), "{papers} ends with {end}");
                let mut votes = vec![count.agree, count.against, count.abstain];
                votes.extend(rest.contains("缓议").then_some(count.defer));
                votes.push(count.spoilt_field);
                let votes: String = votes.iter().map(ToString::to_string).collect();
                let part = wording::percent(count.agree, *base);
                assert!(rest.contains(&format!("比例{votes}{part}票数核对")), "{rest} has {votes}{part}");
                let sum = count.agree.0 + count.against.0 + count.abstain.0 + count.defer.0 + count.spoilt_field.0;
                assert_eq!(sum, count.valid().0);
                assert!(rest.contains(&format!("＝{sum}，有效{}，相符。", count.valid())), "{rest}");
                let (valid, spoilt, returned) = (count.valid(), count.spoilt, count.returned);
                let papers = format!("有效{valid}＋废票{spoilt}＝{returned}，收回{returned}，相符。");
                assert!(rest.contains(&papers), "{rest} has {papers}");
                assert!(rest.contains(&format!("结果：{}。", wording::outcome(*outcome))), "{rest}");
            }
            Err((issued, returned)) => {
                assert!(said.contains(&format!("{issued}{returned}——同意不同意")), "{said}");
                assert!(said.contains(&format!("收回{returned}张，发出{issued}张，收回多于发出")), "{said}");
                assert!(said.contains("本次投票作废，重新投票") && said.contains("R-PJ-05"), "{said}");
                assert!(!said.contains("相符"), "nothing agrees: {said}");
            }
        }
        says_in_order(&said, &["监票人（方正言）：年月日时分计票人（杜若）：年月日时分主持人（", "）：年月日时分"]);
    }
}

#[test]
fn the_count_sheet_of_the_sample() {
    let room = sample();
    let paper = room.paper(&PaperKind::CountSheets);
    let said = room.reads(&PaperKind::CountSheets, "count-sheets");
    sheets_equal_the_record(&room, &paper);
    says_in_order(
        &said,
        &[
            "中共云澜市委常委会会议计票单第 1 张，共 1 张",
            "会议名称：中共云澜市委常委会（第五届）2026年第18次会议",
            "议题：研究干部任免事项人选：刘敏现任职务：市审计局局长拟任职务：市财政局局长拟免职务：市审计局局长",
            "表决方式：无记名投票开始投票：2026年3月5日 8:59（第",
            "计票：2026年3月5日",
            "应到会实到会发出票收回票有效票废票12111111101",
            "同意不同意弃权该栏废占应到会比例8110 66.7%",
            "发出 11，实到会 11，相符。收回 11，不多于发出 11，相符。有效 10＋废票 1＝11，收回 11，相符。",
            "同意 8＋不同意 1＋弃权 1＋该栏废 0＝10，有效 10，相符。",
            "结果：通过。应到会 12 人，超过半数须 7 票，同意 8 票，占 66.7%。",
            "依据：R-HY-12 应到会成员超过半数同意。《党政领导干部选拔任用工作条例》（2019）第三十九条（条号待核）：",
            "宣布：主持人周以诺宣布：通过。",
        ],
    );
}

#[test]
fn void_and_repeated_ballots_have_sheets_too() {
    let rulebook = Rulebook { may_defer: true, ..Preset::Custom.rulebook() };
    let call = MeetingCall { preset: Preset::Custom, custom: Some(rulebook), ..asked(vec![appointment(&people(2))]) };
    let mut room = Room::called(&committee(5), &call, 1);
    for n in 1..=5 {
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance: Attendance::Present {} });
    }
    room.does(MeetingCommand::OpenMeeting {});
    assert_eq!(
        room.try_paper(&PaperKind::CountSheets).err(),
        Some(PaperFault::NothingToPrint { paper: "计票单" }),
        "before any ballot"
    );
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    for (nominee, agree, spoilt_field) in [(1, 2, 1), (2, 4, 0)] {
        room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) });
        room.introduces("介绍。");
        room.all_state(Stance::Agree, "");
        if nominee == 1 {
            room.opens_ballot();
            room.does(MeetingCommand::VoidBallot { issued: Count(5), returned: Count(6) });
        }
        room.opens_ballot();
        let number = |number| Reading::Number(Count(number));
        let count = CountSheet {
            issued: number(5),
            returned: number(5),
            spoilt: number(1),
            agree: number(agree),
            against: number(0),
            abstain: number(0),
            defer: number(4 - agree - spoilt_field),
            spoilt_field: number(spoilt_field),
        };
        room.does(MeetingCommand::CountBallots { count, again: count });
        room.does(MeetingCommand::AnnounceResult {});
    }
    room.does(MeetingCommand::CloseItem { decision: String::new() });
    room.adjourns_and_seals();
    let paper = room.paper(&PaperKind::CountSheets);
    let said = room.reads(&PaperKind::CountSheets, "void-count-sheets");
    assert_eq!(paper.pages(), 3);
    sheets_equal_the_record(&room, &paper);
    says_in_order(
        &said,
        &[
            "第 1 张，共 3 张",
            "应到会实到会发出票收回票有效票废票5556——同意不同意弃权缓议该栏废占应到会比例—",
            "收回多于发出 1 张，不符。结果：本次投票作废，重新投票；各项票数不计。依据：R-PJ-05",
            "无记名投票（第 2 次投票，此前 1 次作废）",
            "同意 2＋不同意 0＋弃权 0＋缓议 1＋该栏废 1＝4，有效 4，相符。",
            "结果：未通过。应到会 5 人，超过半数须 3 票，同意 2 票，占 40.0%。",
            "宣布：主持人成员1宣布：未通过。",
            "第 3 张，共 3 张",
            "结果：通过。",
        ],
    );
}

#[test]
fn a_ballot_before_and_one_after_a_reconsideration_have_a_sheet_each() {
    let mut room = Room::sitting(5, vec![appointment(&people(1))]);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    for agree in [4, 1] {
        room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
        room.introduces("介绍。");
        room.all_state(Stance::Agree, "");
        room.opens_ballot();
        room.counts([5, 5, 0, agree, 5 - agree, 0]);
        room.does(MeetingCommand::AnnounceResult {});
        if agree == 4 {
            let reason = "有新的情况。".into();
            room.does(MeetingCommand::OpenReconsideration { nominee: NomineeId(1), reason });
            for n in 1..=5 {
                room.does(MeetingCommand::RecordVote { voter: member(n), choice: Choice::Agree });
            }
            room.does(MeetingCommand::CloseVote {});
        }
    }
    room.does(MeetingCommand::CloseItem { decision: String::new() });
    room.adjourns_and_seals();
    sheets_equal_the_record(&room, &room.paper(&PaperKind::CountSheets));
    says_in_order(
        &room.reads(&PaperKind::CountSheets, "reconsidered-count-sheets"),
        &["无记名投票（后经复议）", "结果：通过。", "无记名投票（复议后）", "结果：未通过。"],
    );
    // The decision that was reconsidered is none any more.
    let said = room.reads(&PaperKind::Summary, "reconsidered-summary");
    says_in_order(&said, &["一、研究干部任免事项本议题未形成决定。"]);
    assert!(!said.contains("人选1"));
}

/// What nobody outside of the room is told: the words of members, the totals, the reasons of deferrals.
fn tells_nothing_of_the_room(meeting: &Meeting, said: &str) {
    for word in ["票", "弃权", "不同意", "表态", "%", "末位", "回避", "未通过", "发言"] {
        assert!(!said.contains(word), "{word} in {said}");
    }
    for matter in meeting.matters() {
        let said_on = matter.stage.deliberation().expect("taken up");
        let words = said_on.statements.iter().map(|it| &it.words).chain(said_on.remarks.iter().map(|it| &it.words));
        for words in words.filter(|words| words.chars().count() > 4) {
            assert!(!said.contains(&bare(words)), "{words}");
        }
        if let Some(Verdict::SetAside { reason, .. }) = matter.stage.verdict() {
            assert!(!said.contains(&bare(reason)), "{reason}");
        }
    }
}

#[test]
fn the_summary_of_the_sample() {
    let room = sample();
    let said = room.reads(&PaperKind::Summary, "summary");
    says_in_order(
        &said,
        &[
            "中共云澜市委常委会会议纪要〔2026〕18号中共云澜市委常委会2026年3月5日",
            "2026年3月5日，周以诺同志主持召开中共云澜市委常委会2026年第18次会议，审议议题 2 项。现将议定事项纪要如下：",
            "一、传达学习省委全会精神会议决定：由市委办公室牵头制定",
            "二、研究干部任免事项会议同意张三维同志任市数据局局长；免去其市发展和改革委员会副主任职务。",
            "会议同意刘敏同志任市财政局局长；免去其市审计局局长职务。",
            "赵云霄同志的任免事项缓议。",
            "会议同意孙立新同志任",
            "会议同意马行之同志",
            "出席：周以诺李知远林见山吴海平郑一鸣何静钱明冯伟许可韩青高原请假：宋扬",
            "列席：陶然（市委组织部常务副部长）白帆（市政协党组副书记）记录：苏简",
        ],
    );
    tells_nothing_of_the_room(&room.meeting, &said);
    assert!(!said.contains("陈志远"), "who was not carried is not named");
    // Every outcome that can be told is told as it is in the record, and no other.
    let carried = room.meeting.matters().filter(|matter| outcome(matter) == Some(Outcome::Carried) && named(matter));
    assert_eq!(said.matches("会议同意").count(), carried.count());
    let closed = |record: &&ItemRecord| matches!(record.state, ItemState::Closed(_));
    assert_eq!(room.meeting.items.iter().filter(closed).count(), 2);
    // Spread in the lists, and not in running text (R-XM-01).
    let paper = room.paper(&PaperKind::Summary);
    let lists: String = shown(&paper).iter().map(|item| item.text.clone()).collect();
    assert!(lists.contains("何\u{3000}静") && lists.contains("陶\u{3000}然（") && lists.contains("苏\u{3000}简"));
    assert!(lists.replace('\u{200b}', "").contains("刘敏同志"));
}

fn outcome(matter: &MatterRecord) -> Option<Outcome> {
    matter.stage.verdict().map(Verdict::outcome)
}

fn named(matter: &MatterRecord) -> bool {
    matter.nominee.is_some()
}

/// What stands on a page: texts with the top of their ink, and lines as left, right and height, in millimetres.
#[derive(Default)]
struct Inked {
    tops: Vec<(String, f64)>,
    lines: Vec<[f64; 3]>,
}

impl Inked {
    fn first_page(paper: &Paper) -> Self {
        let mut inked = Self::default();
        inked.look(&paper.document.pages()[0].frame, Transform::identity());
        inked
    }

    fn look(&mut self, frame: &Frame, to_page: Transform) {
        for (at, item) in frame.items() {
            let to_page = to_page.pre_concat(Transform::translate(at.x, at.y));
            let from = Point::zero().transform(to_page);
            match item {
                FrameItem::Group(group) => self.look(&group.frame, to_page.pre_concat(group.transform)),
                FrameItem::Text(text) => {
                    self.tops.push((text.text.to_string(), (from.y + text.bbox().max.y).to_mm()));
                }
                FrameItem::Shape(shape, _) => {
                    let stroke = shape.stroke.as_ref().map(|stroke| &stroke.paint);
                    if let (Geometry::Line(to), Some(Paint::Solid(color))) = (&shape.geometry, stroke) {
                        assert_eq!(color.to_hex(), "#ff0000");
                        self.lines.push([from.x.to_mm(), (from.x + to.x).to_mm(), from.y.to_mm()]);
                    }
                }
                _ => {}
            }
        }
    }
}

#[test]
fn the_head_of_the_summary_is_that_of_the_standard() {
    const CELL: f64 = 156.0 / 28.0;
    const PITCH: f64 = 225.0 / 22.0;
    // A draft too: what marks it stands in the white above.
    let mut open = Room::sitting(3, vec![ordinary("议题"), ordinary("另一议题")]);
    open.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    open.introduces("汇报。");
    assert_eq!(open.try_paper(&PaperKind::Summary).err(), Some(PaperFault::NothingToPrint { paper: "纪要" }));
    open.does(MeetingCommand::CloseItem { decision: "同意。".into() });
    keep("draft-summary", &open.paper(&PaperKind::Summary));
    for room in [sample(), open] {
        let paper = room.paper(&PaperKind::Summary);
        let mark = format!("{}会议纪要", room.meeting.call.committee);
        let Inked { tops, lines } = Inked::first_page(&paper);
        // 10.3: 上边缘至版心上边缘为 35 mm.
        let tops: Vec<f64> = tops.iter().filter(|(text, _)| mark == *text).map(|(_, top)| *top).collect();
        assert_eq!(tops.len(), 1, "the mark on one line");
        assert!((tops[0] - 37.0 - 35.0).abs() < 0.05, "the mark begins at {}", tops[0]);
        let all = shown(&paper);
        let of = |words: &str| all.iter().find(|item| item.text.contains(words)).expect("shown");
        let mark = of(&mark);
        assert!(((mark.left + mark.right) / 2.0 - 106.0).abs() < 0.6, "in the middle of the type area");
        // 7.2.5: 下空二行, in the middle.
        let number = of("〔");
        let top = |item: &Shown| item.line - item.size * 0.88 / MM;
        let bottom = |item: &Shown| item.line + item.size * 0.12 / MM;
        let between = top(number) - bottom(mark);
        let gap = PITCH - 16.0 / MM;
        assert!((between - 2.0 * PITCH - gap).abs() < 0.1, "two empty lines: {between}");
        // 发文机关 and 日期 one character in, on one line.
        let date = all.iter().rfind(|item| item.line == of_line(&all, number)).expect("the date");
        let issuer = all.iter().find(|item| item.line == date.line).expect("the issuer");
        assert!((issuer.left - 28.0 - CELL).abs() < 0.1, "{}", issuer.left);
        assert!((184.0 - CELL - date.right).abs() < 0.6, "{}", date.right);
        // 7.2.7: 4 mm below, as wide as the type area.
        assert_eq!(lines.len(), 1, "one red line");
        let [left, right, height] = lines[0];
        assert!((left - 28.0).abs() < 0.01 && (right - 184.0).abs() < 0.01);
        assert!((height - bottom(date) - 4.0).abs() < 0.3, "{} below", height - bottom(date));
        // 7.3.3: 首页必须显示正文.
        assert!(body(&paper, 0).contains("议定事项纪要如下"));
    }
}

/// The line of the issuer and the date: the next below the number.
fn of_line(all: &[Shown], number: &Shown) -> f64 {
    let below = all.iter().filter(|item| item.page == number.page && item.line > number.line + 1.0);
    below.map(|item| item.line).fold(f64::MAX, f64::min)
}

#[test]
fn names_in_the_summary_hang_below_the_first_one() {
    const CELL: f64 = 156.0 / 28.0;
    let room = sample();
    let paper = room.paper(&PaperKind::Summary);
    let all = shown(&paper);
    let label = all.iter().find(|item| item.text.contains("出席")).expect("the label");
    assert!((label.left - 28.0 - 2.0 * CELL).abs() < 0.1, "左空二字: {}", label.left);
    let away = all.iter().find(|item| item.text.contains("请假")).expect("the next label");
    let lists: Vec<&Shown> = all
        .iter()
        .filter(|item| (item.page, item.line) >= (label.page, label.line - 0.1))
        .filter(|item| (item.page, item.line) < (away.page, away.line - 0.1) && item.size > 15.0)
        .filter(|item| item.left > label.left + CELL)
        .collect();
    let mut lines: Vec<f64> = lists.iter().map(|item| item.line).collect();
    lines.dedup();
    assert!(lines.len() > 1, "eleven names go over a line's end");
    for line in lines {
        let left = lists.iter().filter(|item| item.line == line).map(|item| item.left).fold(f64::MAX, f64::min);
        assert!((left - 28.0 - 5.0 * CELL).abs() < 0.3, "与冒号后的首字对齐: {left}");
    }
}

#[test]
fn an_extract_tells_one_unit_of_its_own_matter_alone() {
    let room = sample();
    let nominees: Vec<(u32, String, Option<Outcome>)> = room
        .meeting
        .matters()
        .filter_map(|matter| {
            let nominee = matter.nominee.as_ref()?;
            Some((nominee.id.0, nominee.name.clone(), outcome(matter)))
        })
        .collect();
    assert_eq!(nominees.len(), 6);
    for (id, name, came) in &nominees {
        let said = room.extract(&[*id], "市数据局");
        says_in_order(
            &said,
            &[
                "关于研究干部任免事项的议定事项通知市数据局：",
                "2026年3月5日，中共云澜市委常委会召开2026年第18次会议，对“研究干部任免事项”议定如下：",
                name,
                "特此通知。中共云澜市委常委会2026年3月5日",
            ],
        );
        for (_, other, _) in nominees.iter().filter(|(other, ..)| other != id) {
            assert!(!said.contains(other), "{other} in {said}");
        }
        assert!(!said.contains("传达学习") && !said.contains("任务清单"), "another item: {said}");
        let tells = match came {
            Some(Outcome::Carried) => format!("会议同意{name}同志任"),
            Some(Outcome::Deferred) => format!("{name}同志的任免事项缓议。"),
            Some(Outcome::NotCarried) => format!("{name}同志的任免事项未通过。"),
            other => panic!("{name}: {other:?}"),
        };
        assert!(said.contains(&tells), "{said}");
        tells_nothing_of_the_room(&room.meeting, &said.replace("未通过", ""));
    }
    // Of nobody in particular: as the summary tells it.
    let said = room.extract(&[], "");
    assert!(said.contains("通知各有关单位：") && !said.contains("陈志远"));
    assert_eq!(said.matches("会议同意").count(), 4);
    let of = |item, nominee: &[u32]| {
        let nominees = nominee.iter().copied().map(NomineeId).collect();
        room.try_paper(&PaperKind::Extract(ExtractOf { item: ItemId(item), nominees, to: String::new() })).err()
    };
    let nothing = Some(PaperFault::NothingToPrint { paper: "议定事项通知" });
    assert_eq!(of(1, &[]), None);
    assert_eq!(of(9, &[]), nothing, "no such item");
    assert_eq!(of(1, &[1]), nothing, "not of this item");
    assert_eq!(of(2, &[1, 9]), nothing, "one of them unknown");
}

#[test]
fn a_paragraph_that_names_somebody_else_is_left_out_of_an_extract() {
    let mut room = Room::sitting(3, vec![ordinary("别的议题"), appointment(&["王".into(), "李 明".into()])]);
    let open = PaperKind::Extract(ExtractOf { item: ItemId(2), nominees: vec![], to: String::new() });
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    assert!(room.try_paper(&open).is_err(), "not closed");
    for nominee in 1..=2 {
        room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) });
        room.introduces("介绍。");
        room.all_state(Stance::Agree, "");
        room.is_agreed_by_hands();
    }
    let decision = "李明同志试用期一年。\n由组织部门办理任职手续。";
    room.does(MeetingCommand::CloseItem { decision: decision.into() });
    let closed = EntryNo(room.next - 1);
    room.adjourns_and_seals();
    let (words, reason, by) = ("由市委组织部办理任职手续。".into(), "笔误".into(), "苏简".into());
    room.does(MeetingCommand::Correct { entry: closed, words, reason, by });
    let first = room.extract(&[1], "市委组织部：");
    says_in_order(
        &first,
        &[
            "通知市委组织部：2026年",
            "议定如下：由组织部门办理任职手续。（更正：由市委组织部办理任职手续。）会议同意王同志任市数据局局长",
        ],
    );
    assert!(!first.contains("李明") && !first.contains("李 明") && !first.contains("试用期"));
    let both = room.extract(&[1, 2], "");
    says_in_order(&both, &["李明同志试用期一年。由组织部门", "（更正：", "会议同意王同志", "会议同意李明同志"]);
    says_in_order(
        &room.reads(&PaperKind::Summary, "corrected-summary"),
        &[
            "一、研究干部任免事项李明同志试用期一年。由组织部门办理任职手续。（更正：由市委组织部办理任职手续。）会议同意王同志",
        ],
    );
}

#[test]
fn the_end_of_an_extract_stands_as_the_standard_says() {
    const CELL: f64 = 156.0 / 28.0;
    let mut room = sample();
    let kind = PaperKind::Extract(ExtractOf { item: ItemId(1), nominees: vec![], to: "各县委".into() });
    for committee in ["中共云澜市委常委会", "市委"] {
        room.meeting.call.committee = committee.into();
        let paper = room.paper(&kind);
        holds(&paper);
        let all = shown(&paper);
        let end: Vec<&Shown> = all.iter().filter(|item| item.line < 262.0).collect();
        let date = end.iter().rfind(|item| item.text.starts_with("2026")).expect("the date");
        let line: Vec<&&Shown> = end.iter().filter(|item| item.line == date.line).collect();
        let (begin, right) =
            line.iter().fold((f64::MAX, 0.0_f64), |(left, right), it| (left.min(it.left), right.max(it.right)));
        let name = end.iter().rfind(|item| item.text.contains(committee) && item.line < date.line).expect("the name");
        assert!((begin - name.left - 2.0 * CELL).abs() < 0.1, "首字右移二字: {} {begin}", name.left);
        // 署名右空二字; where the date is longer, that one.
        let last = if committee == "市委" { right } else { name.right };
        assert!((184.0 - 2.0 * CELL - last).abs() < 0.6, "{committee}: {last}");
    }
}

#[test]
fn corrections_are_listed_as_they_were_recorded() {
    let mut room = sample();
    let (words, by) = ("第二行。\n地点为市委二号会议室。".into(), "苏简".into());
    room.does(MeetingCommand::Correct { entry: room.meeting.entries[0], words, reason: "通知有误".into(), by });
    let said = room.reads(&PaperKind::Corrections, "corrections");
    says_in_order(
        &said,
        &[
            "中共云澜市委常委会会议更正清单",
            "更正：共 2 处。更正另立条目，原记录不改。",
            "更正一（更正第 52 条）原记录：钱明：同意。同意提拔。该同志牵头建成的政务数据平台已接入 42 个部门，实绩比较突出。",
            "更正为：同意提拔。该同志牵头建成的政务数据平台已接入 43 个部门，实绩比较突出。",
            "更正理由：会后核对平台台账，接入部门为 43 个。更正人：苏简登记：2026年3月5日 9:01，第 188 条",
            "更正二（更正第",
            "原记录：会前登记的内容，见会议记录首部。更正为：第二行。地点为市委二号会议室。",
            "主持人（周以诺）签名：年月日记录人（苏简）签名：年月日",
        ],
    );
    for correction in &room.meeting.corrections {
        assert!(said.contains(&bare(&correction.words)) && said.contains(&bare(&correction.reason)));
        assert!(said.contains(&format!("更正第{}条", correction.entry)));
        assert!(said.contains(&format!("，第{}条", correction.stamp.entry)));
    }
    let none = Room::sitting(3, vec![ordinary("议题")]);
    let nothing = Some(PaperFault::NothingToPrint { paper: "更正清单" });
    assert_eq!(none.try_paper(&PaperKind::Corrections).err(), nothing);
}

#[test]
fn every_rule_is_printed_with_its_grade() {
    let room = sample();
    let said = room.reads(&PaperKind::Rules, "rules");
    says_in_order(&said, &["中共云澜市委常委会会议所用规则", "规则设置："]);
    says_in_order(&said, &[&cited::settings(&room.meeting.call.rulebook).concat()]);
    says_in_order(
        &said,
        &[
            "经确认后继续进行的提醒确认一：S-01 常委会人员不齐不讨论。未到会 1 人：宋扬。周以诺（主持人）确认：宋扬同志已请假，",
            "编号规则内容依据证据等级程序如何执行",
            "由程序执行：违反的不予受理或者不生效力（",
            "S-01常委会人员不齐不讨论〔确认一〕常委会人员不齐不讨论本级制度（源文稿）四不讨论本级制度",
            "由程序提醒",
            "不由程序执行",
        ],
    );
    assert!(!said.contains("违规情形"));
    let mut codes = BTreeSet::new();
    for rule in RULES {
        let quote = if rule.quote.is_empty() { "—" } else { rule.quote };
        let grade = match rule.grade {
            Grade::V => "原文",
            Grade::VNum => "原文，条号待核",
            Grade::L => "样本",
            Grade::S => "本级制度",
            Grade::P => "通行做法",
            Grade::M => "凭记忆，未核",
        };
        let marked = if rule.code == "S-01" { "〔确认一〕" } else { "" };
        let row =
            format!("{}{}{marked}{quote}{}{}{grade}{}", rule.code, rule.title, rule.source, rule.clause, rule.checks);
        assert!(said.contains(&bare(&row)), "{row}");
        codes.insert(rule.code);
    }
    assert_eq!(codes.len(), RULES.len());
    let paper = room.paper(&PaperKind::Rules);
    for page in 0..paper.document.pages().len() {
        let said = body(&paper, page);
        assert!(said.contains("编号规则内容依据") || !said.contains("R-"), "a head on every page: {said}");
    }
}

#[test]
fn what_was_broken_and_put_right_is_with_the_rules() {
    let mut committee = committee(6);
    run(
        &mut committee,
        &CommitteeCommand::CorrectRule {
            rule: meeting::RuleId::Hy07,
            source: String::new(),
            clause: "第三十七条".into(),
            quote: "堃，".repeat(700),
            reason: "对照原文".into(),
            by: "李四".into(),
        },
    );
    let filling = BackFilling { reason: "停电".into(), by: "苏简".into() };
    let call = MeetingCall { back_filled: Some(filling), ..asked(vec![appointment(&people(1))]) };
    let mut room = Room::called(&committee, &call, 600);
    for n in 1..=6 {
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance: Attendance::Present {} });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.introduces("介绍。");
    for n in 1..=6 {
        let (speaker, stance) = (member(n), Stance::Agree);
        room.does(MeetingCommand::RecordStatement { speaker, stance, words: "同意。".into() });
    }
    assert!(!room.meeting.violations.is_empty());
    let said = room.reads(&PaperKind::Rules, "broken-rules");
    says_in_order(
        &said,
        &[
            "未定稿·会议正在进行",
            "会议所用规则（补录）",
            "补录：本记录系会后补录",
            "违规情形（本次会议系会后补录，在会议当时已经发生）违规一：R-HY-07 书记末位表态。成员1应当最后表态；",
            "条文更正（召集会议时",
            "R-HY-07 书记末位表态：条号更正为“第三十七条”，条文更正为“",
            "理由：对照原文（更正人李四）",
            "R-HY-07",
            "〔违规一〕",
        ],
    );
    assert!(
        said.contains("（经本会更正）原文，条号待核") || said.contains("原文，条号待核"),
        "the grade is not raised"
    );
    // The cells of a row that goes over a page end stand beside each other, so only its letters can be told.
    assert_eq!(said.matches('堃').count(), 1400, "in the list and in the table");
}

#[test]
fn nothing_after_the_meeting_is_cut_off_however_strange() {
    let long: String = (0..2000).map(|n| format!("第{n:04}句话。甲乙")).collect();
    assert_eq!(long.chars().count(), 20_000);
    let strange = "文字倒\u{202e}序\u{200f}，响\u{7}铃😀，#set page() $x^2$ *粗* \\ <签> @引 [方] // 注";
    let names = ["李".to_owned(), "堃喆玥珺㛃䶮𬭸𫖯".repeat(5), "a_*#$\\<x>@[`//".to_owned()];
    let title = format!("关于{strange}的若干意见");
    let mut room = Room::called(
        &named_committee(vec!["王".into(), "名".repeat(40), "𬭸".repeat(40)]),
        &asked(vec![ordinary(&title), appointment(&names)]),
        1,
    );
    for n in 1..=3 {
        let attendance = if n == 3 { Attendance::OnLeave { reason: long.clone() } } else { Attendance::Present {} };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.introduces("汇报。");
    room.does(MeetingCommand::CloseItem { decision: format!("{long}\n{strange}") });
    let closed = EntryNo(room.next - 1);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    let absent = room.meeting.warnings().into_iter().next().expect("somebody is away");
    let confirm = MeetingCommand::AcknowledgeWarning { warning: absent, by: MemberId(1), reason: strange.into() };
    room.does(confirm);
    for nominee in 1..=3 {
        room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) });
        room.introduces("介绍。");
        room.all_state(Stance::Agree, "");
        room.does(MeetingCommand::OpenVote {
            method: VoteMethod::Secret,
            scrutineer: "监".repeat(40),
            teller: strange.into(),
        });
        room.counts([2, 2, 0, 2, 0, 0]);
        room.does(MeetingCommand::AnnounceResult {});
    }
    room.does(MeetingCommand::CloseItem { decision: String::new() });
    room.adjourns_and_seals();
    let (reason, by) = (long.clone(), "人".repeat(40));
    room.does(MeetingCommand::Correct { entry: closed, words: strange.into(), reason, by });

    let shown =
        "文字倒〔U+202E〕序〔U+200F〕，响〔U+0007〕铃〔U+1F600〕，#set page() $x^2$ *粗* \\ <签> @引 [方] // 注";
    let summary = room.holds(&PaperKind::Summary, "long-summary");
    says_in_order(&summary, &["关于", shown, &long, shown, "（更正：", shown, &names[1], &names[2], "出席：王名名"]);
    assert!(summary.contains(&"𬭸".repeat(40)), "on leave");
    let counts = room.holds(&PaperKind::CountSheets, "long-count-sheets");
    says_in_order(&counts, &["人选：李", &"监".repeat(40), shown, &names[1], &names[2]]);
    let list = room.holds(&PaperKind::Corrections, "long-corrections");
    says_in_order(&list, &["原记录：", &long, shown, "更正为：", shown, "更正理由：", &long, &"人".repeat(40)]);
    says_in_order(&room.holds(&PaperKind::Rules, "long-rules"), &["确认一：", shown]);
    let to = "收".repeat(60);
    for (item, nominees) in [(1, vec![]), (2, vec![NomineeId(2)])] {
        let of = ExtractOf { item: ItemId(item), nominees, to: to.clone() };
        let said = room.holds(&PaperKind::Extract(of), "long-extract");
        says_in_order(&said, &[&to, if item == 1 { &long } else { &names[1] }, "特此通知。"]);
    }
    // A committee whose name is longer than a line.
    room.meeting.call.committee = "中共某市委常委会".repeat(6);
    let of = ExtractOf { item: ItemId(2), nominees: vec![], to };
    room.holds(&PaperKind::Extract(of), "long-name-extract");
    room.holds(&PaperKind::Summary, "long-name-summary");
}

#[test]
fn leave_absence_and_recusal_are_marked_where_names_are_taken() {
    let mut room = Room::called(&committee(12), &asked(vec![appointment(&people(2))]), 1);
    for n in 1..=12 {
        let attendance = match n {
            7 => Attendance::OnLeave { reason: "出差".into() },
            8 => Attendance::Absent { reason: String::new() },
            9 => Attendance::OnLeave { reason: "晚到".into() },
            _ => Attendance::Present {},
        };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    for nominee in 1..=2 {
        if nominee == 2 {
            room.does(MeetingCommand::RecordArrival { member: MemberId(9), time: None });
            room.does(MeetingCommand::RecordDeparture { member: MemberId(5), time: None, reason: "接待".into() });
        }
        let absent = room.meeting.warnings().into_iter().next().expect("somebody is away");
        room.does(MeetingCommand::AcknowledgeWarning { warning: absent, by: MemberId(1), reason: "继续".into() });
        room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) });
        if nominee == 2 {
            room.does(MeetingCommand::RecordRecusal {
                nominee: NomineeId(2),
                person: meeting::Attendant::Member(MemberId(6)),
                relation: meeting::Relation::Spouse,
                detail: String::new(),
                time: None,
                substitute: String::new(),
            });
        }
        room.introduces("介绍。");
        room.all_state(Stance::Agree, "");
        room.is_agreed_by_hands();
    }
    let said = text(&room.vote_record());
    says_in_order(&said, &["成员5同意离会成员6同意回避成员7请假请假成员8缺席缺席成员9未到会同意"]);
}
