//! The papers, held against the records that they are made of: every text item of every laid out page is looked at.

mod after;
mod before;
mod coverage;
mod docx;
mod golden;
mod measured;
mod office;
mod readers;
mod rulebook;
mod tables;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration};
use meeting::{
    Attendance, ChangeKind, Choice, Committee, CommitteeCommand, Count, CountSheet, EntryNo, Event, ItemDraft, ItemId,
    MatterDraft, Meeting, MeetingCall, MeetingCommand, MeetingNumber, MemberId, Moment, NomineeDraft, NomineeId,
    NomineeProfile, ObserverDraft, ObserverId, Person, Preset, Reading, Recorded, Recorder, Role, Stance, VoteMethod,
    call, decide,
};
use serde_json::Value;
use typst::layout::{Frame, FrameItem, Point, Transform};

use crate::{Fonts, Paper, PaperFault, PaperKind, Witness};

const SAMPLE: &str = include_str!("../../../../tests/fixtures/sample-meeting.jsonl");
const FINGERPRINT: &str = "7F3A 91C2 0B5D E864 1D27 C0F9 3A6B 58E1";
const MM: f64 = 72.0 / 25.4;

pub(crate) fn font_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts")
}

fn fonts() -> Fonts {
    Fonts::load(&font_folder()).expect("the bundled fonts")
}

/// A meeting under way. Time goes on by one second with every entry, as under a pinned clock.
struct Room {
    meeting: Meeting,
    next: u32,
}

fn at(second: u32) -> Moment {
    let start = DateTime::parse_from_rfc3339("2026-03-05T08:58:00+08:00").expect("a date");
    Moment(start + Duration::seconds(i64::from(second)))
}

impl Room {
    fn called(committee: &Committee, asked: &MeetingCall, entry: u32) -> Self {
        let call = call(committee, &[], asked).expect("called");
        let first = Recorded { entry: EntryNo(entry), at: at(entry), event: Event::MeetingCalled { call } };
        Self { meeting: Meeting::begin(&first).expect("begins with the call"), next: entry + 1 }
    }

    /// `size` members are called, all are there, and the meeting is open.
    fn sitting(size: u32, agenda: Vec<ItemDraft>) -> Self {
        let mut room = Self::called(&committee(size), &asked(agenda), 1);
        for n in 1..=size {
            room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance: Attendance::Present {} });
        }
        room.does(MeetingCommand::OpenMeeting {});
        room
    }

    /// A meeting on one nominee who was heard, with the vote opened.
    fn voting(size: u32, method: VoteMethod) -> Self {
        let mut room = Self::sitting(size, vec![appointment(&people(1))]);
        room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
        room.takes_up(1);
        room.all_state(Stance::Agree, "");
        room.opens(method);
        room
    }

    /// The vote ends, and with it the meeting.
    fn is_over(&mut self) {
        self.does(MeetingCommand::CloseVote {});
        self.does(MeetingCommand::AnnounceResult {});
        self.does(MeetingCommand::CloseItem { decision: String::new() });
        self.adjourns_and_seals();
    }

    fn does(&mut self, command: MeetingCommand) {
        let events = match decide(&self.meeting, &command, at(self.next)) {
            Ok(events) => events,
            Err(refusal) => panic!("{command:?} was refused: {refusal:?}"),
        };
        for event in events {
            let recorded = Recorded { entry: EntryNo(self.next), at: at(self.next), event };
            self.meeting = self.meeting.clone().evolve(&recorded);
            self.next += 1;
        }
    }

    /// All state the same on the nominee on the floor, the Secretary last.
    fn all_state(&mut self, stance: Stance, words: &str) {
        let order: Vec<MemberId> = self.meeting.speaking_order().iter().map(|seat| seat.member.id).collect();
        for member in order {
            let speaker = Person::Member(member);
            self.does(MeetingCommand::RecordStatement { speaker, stance, words: words.into() });
        }
    }

    fn introduces(&mut self, words: &str) {
        self.does(MeetingCommand::Introduce { by: member(1), words: words.into(), covers: Vec::new() });
    }

    /// 发出, 收回, 整票废, 同意, 不同意, 弃权; read twice alike.
    fn counts(&mut self, fields: [u32; 6]) {
        let [issued, returned, spoilt, agree, against, abstain] = fields.map(|field| Reading::Number(Count(field)));
        let spoilt_field = Reading::Number(Count(0));
        let defer = Reading::Empty;
        let count = CountSheet { issued, returned, spoilt, agree, against, abstain, defer, spoilt_field };
        self.does(MeetingCommand::CountBallots { count, again: count });
    }

    fn adjourns_and_seals(&mut self) {
        self.does(MeetingCommand::Adjourn {});
        self.does(MeetingCommand::Seal {});
    }

    fn minutes(&self) -> Paper {
        Paper::lay_out(&PaperKind::Minutes, &self.meeting, &self.witness(), &fonts()).expect("laid out")
    }

    fn vote_record(&self) -> Paper {
        Paper::lay_out(&PaperKind::VoteRecord, &self.meeting, &self.witness(), &fonts()).expect("laid out")
    }

    fn witness(&self) -> Witness {
        Witness { entry: EntryNo(self.next - 1), fingerprint: FINGERPRINT.into(), made: None }
    }
}

fn member(id: u32) -> Person {
    Person::Member(MemberId(id))
}

fn committee(size: u32) -> Committee {
    named_committee((1..=size).map(|n| format!("成员{n}")).collect())
}

fn named_committee(names: Vec<String>) -> Committee {
    let mut committee = Committee::default();
    run(&mut committee, &CommitteeCommand::Establish { name: "中共某市委常委会".into(), term: "第一届".into() });
    for (place, name) in names.into_iter().enumerate() {
        let role = if place == 0 { Role::Secretary } else { Role::Member };
        run(&mut committee, &CommitteeCommand::SeatMember { name, role, posts: "市委常委".into(), since: None });
    }
    committee
}

fn run(committee: &mut Committee, command: &CommitteeCommand) {
    for event in committee.decide(command, at(0)).expect("accepted") {
        *committee = std::mem::take(committee).evolve(&event);
    }
}

fn asked(agenda: Vec<ItemDraft>) -> MeetingCall {
    MeetingCall {
        number: MeetingNumber { year: 2026, ordinal: 1 },
        scheduled: at(0),
        place: "会议室".into(),
        chair: MemberId(1),
        recorder: Recorder { name: "苏简".into(), post: "主任".into() },
        agenda,
        preset: Preset::MunicipalCommittee2019,
        custom: None,
        back_filled: None,
    }
}

fn ordinary(title: &str) -> ItemDraft {
    let observers = vec![ObserverDraft { name: "陶然".into(), post: "副部长".into() }];
    ItemDraft { title: title.into(), matter: MatterDraft::Ordinary {}, observers }
}

fn appointment(names: &[String]) -> ItemDraft {
    let nominee = |name: &String| NomineeDraft {
        name: name.clone(),
        current_post: "市发展和改革委员会副主任".into(),
        proposed_post: "市数据局局长".into(),
        post_to_leave: "市发展和改革委员会副主任".into(),
        change: ChangeKind::Promotion,
        reconsiders: None,
        profile: NomineeProfile::default(),
    };
    let nominees = names.iter().map(nominee).collect();
    ItemDraft {
        title: "研究干部任免事项".into(), matter: MatterDraft::Appointment { nominees }, observers: vec![]
    }
}

fn people(count: u32) -> Vec<String> {
    (1..=count).map(|n| format!("人选{n}")).collect()
}

/// The sample meeting, with the entry numbers that the desk gives it.
fn sample() -> Room {
    let mut committee = Committee::default();
    let mut entry = 0;
    let mut room: Option<Room> = None;
    for line in SAMPLE.lines() {
        let mut line: Value = serde_json::from_str(line).expect("a line of JSON");
        if line.get("refused").is_some() {
            continue;
        }
        let mut asks = line["do"].take();
        if asks.get("committee").is_some() {
            run(&mut committee, &serde_json::from_value(asks["committee"].take()).expect("a command"));
            entry += 1;
        } else if asks.get("call").is_some() {
            let asked = serde_json::from_value(asks["call"].take()).expect("a call");
            room = Some(Room::called(&committee, &asked, entry + 1));
        } else {
            let act = serde_json::from_value(asks["meeting"]["act"].take()).expect("a command");
            room.as_mut().expect("called before").does(act);
        }
    }
    room.expect("a meeting")
}

/// A text item where it stands on its page, in millimetres.
struct Shown {
    page: usize,
    text: String,
    left: f64,
    right: f64,
    /// The baseline.
    line: f64,
    /// In points.
    size: f64,
}

fn shown(paper: &Paper) -> Vec<Shown> {
    let mut all = Vec::new();
    for (page, laid_out) in paper.document.pages().iter().enumerate() {
        walk(&laid_out.frame, Transform::identity(), page, &mut all);
    }
    all
}

fn walk(frame: &Frame, to_page: Transform, page: usize, all: &mut Vec<Shown>) {
    for (at, item) in frame.items() {
        let to_page = to_page.pre_concat(Transform::translate(at.x, at.y));
        match item {
            FrameItem::Group(group) => walk(&group.frame, to_page.pre_concat(group.transform), page, all),
            FrameItem::Text(text) => {
                let from = Point::zero().transform(to_page);
                let (left, line) = (from.x.to_mm(), from.y.to_mm());
                let size = text.size.to_pt();
                // Neither blanks at the end of a line nor what justification adds behind its last letter are ink.
                let inked = |glyph: &&typst::text::Glyph| !text.text[glyph.range()].trim().is_empty();
                let last = text.glyphs.iter().rposition(|glyph| inked(&glyph)).unwrap_or(0);
                let before: f64 = text.glyphs[..last].iter().map(|glyph| glyph.x_advance.get()).sum();
                let own = text
                    .glyphs
                    .get(last)
                    .and_then(|glyph| text.font.x_advance(glyph.id).map(|own| own.get().min(glyph.x_advance.get())));
                // Nor the empty half of a closing mark.
                let closes =
                    text.text.trim_end().ends_with(['，', '。', '；', '：', '、', '！', '？', '）', '〕', '》', '”']);
                let own = own.map(|own| if closes { own.min(0.5) } else { own });
                let right = left + (before + own.unwrap_or(0.0)) * size / MM;
                all.push(Shown { page, text: text.text.to_string(), left, right, line, size });
            }
            _ => {}
        }
    }
}

/// Left, top, right and bottom of the type area, in millimetres.
fn area(paper: &Paper) -> [f64; 4] {
    let upright = [28.0, 37.0, 184.0, 262.0];
    let on_its_side = [36.0, 28.0, 261.0, 184.0];
    let page = &paper.document.pages()[0].frame;
    if page.width() < page.height() { upright } else { on_its_side }
}

/// Without what the line breaker and the spread labels put between: only what was said.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !"\u{200b}\u{2060}".contains(*letter)).collect()
}

fn joined<'a>(items: impl Iterator<Item = &'a Shown>) -> String {
    bare(&items.map(|item| item.text.as_str()).collect::<String>())
}

/// What stands in the type area, but for times and entry numbers: they are small and stand between two lines of speech.
fn text(paper: &Paper) -> String {
    let [.., bottom] = area(paper);
    joined(shown(paper).iter().filter(|item| item.line <= bottom && item.size > 10.0))
}

/// All that stands on a page; pages are counted from 0.
fn page_text(paper: &Paper, page: usize) -> String {
    joined(shown(paper).iter().filter(|item| item.page == page))
}

/// Nothing stands outside of the type area but the foot, and that stands where it should.
fn holds(paper: &Paper) {
    let [left, top, right, bottom] = area(paper);
    for item in shown(paper) {
        let (page, text, line) = (item.page + 1, &item.text, item.line);
        assert!(item.left >= left - 0.1, "page {page}: {text} begins at {}", item.left);
        assert!(item.right <= right + 0.5, "page {page}: {text} ends at {}", item.right);
        assert!(line >= top + 2.0, "page {page}: {text} stands at {line}");
        let foot = (bottom + 7.0..bottom + 17.0).contains(&line) && [9.0, 14.0].contains(&item.size.round());
        assert!(line <= bottom || foot, "page {page}: {text} stands at {line}");
    }
}

fn says_in_order(text: &str, words: &[&str]) {
    let mut rest = text;
    for word in words {
        match rest.split_once(bare(word).as_str()) {
            Some((_, after)) => rest = after,
            None => panic!("{word} is not in {rest}"),
        }
    }
}

/// For the eye: `YIDING_PAPERS_OUT=/tmp cargo test -p papers`.
fn keep(name: &str, paper: &Paper) {
    if let Ok(folder) = std::env::var("YIDING_PAPERS_OUT") {
        fs::write(Path::new(&folder).join(format!("{name}.pdf")), paper.pdf().expect("a PDF")).expect("written");
    }
}

#[test]
fn the_minutes_of_the_sample() {
    let paper = sample().minutes();
    keep("minutes", &paper);
    holds(&paper);
    says_in_order(
        &text(&paper),
        &[
            "中共云澜市委常委会会议记录",
            "会议名称：中共云澜市委常委会（第五届）2026年第18次会议",
            "时间：2026年3月5日 8:58—",
            "地点：市委一号会议室",
            "主持人：周以诺（市委书记）",
            "记录人：苏简（市委办公室常委办主任）",
            "会议通知：2026年3月5日8:58发出（第 21 条）",
            "到会人数：应到 12 人，实到 10 人，半数为 6 人，符合规定；会中到会 1 人",
            "出席：周以诺李知远林见山吴海平郑一鸣何静钱明冯伟许可韩青高原",
            "迟到：冯伟（8:58到会，途中交通受阻）",
            "请假：宋扬（赴省城参加会议，已请假）",
            "列席：陶然（市委组织部常务副部长），列席议题二",
            "议题：一、传达学习省委全会精神二、研究干部任免事项",
            "所用规则：市委常委会（干部任用条例2019）。",
            "任免事项须应到会成员三分之二以上到会，一般议题须半数以上到会；同意超过应到会成员半数为通过。",
            "回避的成员仍计入应到会成员（应到不减）；人员不齐，任免事项须经主持人确认并记录后讨论；书记末位表态，",
            "表决分同意、不同意、弃权；无记名投票发票与参加表决人数相等；",
            "一、传达学习省委全会精神开始审议：应到 12 人，实到 10 人，半数为 6 人，符合规定。",
            "汇报人：李知远（市委副书记、市长）汇报：传达省委全会主要精神。",
            "讨论：钱明：结合分管工作",
            "（冯伟8:58到会，实到 11 人。）冯伟：路上受阻",
            "议定事项：会议决定：由市委办公室牵头",
            "二、研究干部任免事项",
            "提醒：S-01 常委会人员不齐不讨论。依据：本级制度（源文稿）四不讨论：“常委会人员不齐不讨论”。",
            "情况：未到会 1 人：宋扬。周以诺（主持人）确认：宋扬同志已请假，",
            "（本确认至第 185 条止。）",
            "（一）张三维现任：市发展和改革委员会副主任拟任：市数据局局长拟免：市发展和改革委员会副主任类别：提拔",
            "会前准备：已完成 12 项。步骤情况责任人完成日期文号、材料",
            "民主推荐已完成干部科2026年1月20日民主推荐情况汇总表组织考察已完成考察组2026年2月6日考察报告",
            "职数、规格已完成市委编办2026年2月28日—",
            "介绍人：吴海平（市委常委、组织部部长）介绍：张三维同志",
            "介绍要点：基本情况、民主推荐情况、民主测评情况、考察情况、任免理由。",
            "发言：宋扬（书面意见，已宣读，不计票）：同意组织部提出的任免方案。",
            "李知远：同意。该同志熟悉宏观经济",
            "钱明：同意。同意提拔。该同志牵头建成的政务数据平台已接入 42 个部门，实绩比较突出。〔见更正一〕",
            "陶然（列席）：补充说明",
            "周以诺（书记，末位）：同意。希望该同志",
            "表决方式：举手表决。应到 12 人，实到 11 人，三分之二为 8 人，符合规定。",
            "同意 11 人：周以诺、李知远、林见山、吴海平、郑一鸣、何静、钱明、冯伟、许可、韩青、高原。",
            "不同意 0 人：无。弃权 0 人：无。",
            "应到 12 人，过半数须 7 票，同意占应到会成员 91.7%，通过。",
            "宣布：主持人周以诺宣布：通过。",
            "决定：同意张三维同志任市数据局局长；免去其市发展和改革委员会副主任职务。",
            "（二）刘敏",
            "分歧意见（不同意 1 人）：郑一鸣（不同意。审计项目正在收尾，此时调整不利于工作衔接）。",
            "表决方式：无记名投票。",
            "监票人方正言，计票人杜若。",
            "表决结果：发出 11 张，收回 11 张，有效 10 张，废票 1 张；同意 8 票，不同意 1 票，弃权 1 票。",
            "（三）陈志远",
            "不同意 3 人：郑一鸣、钱明、许可。弃权 2 人：韩青、高原。",
            "同意占应到会成员 50.0%，未通过。宣布：主持人周以诺宣布：未通过。（四）赵云霄",
            "分歧意见（缓议 9 人）：",
            "缓议：多数常委认为应当待其分管项目审计整改验收结论明确后再议",
            "宣布：主持人周以诺宣布：缓议。（五）孙立新",
            "回避：冯伟，与人选系近姻亲关系：孙立新同志系冯伟同志配偶的弟弟；9:00离席，9:00返回。",
            "分歧意见（不同意 1 人）：林见山（全文见第 135 条）。",
            "表决方式：记名投票。应到 12 人（含回避 1 人），实到 10 人，三分之二为 8 人，符合规定。",
            "应到 12 人（含回避 1 人），过半数须 7 票，同意占应到会成员 75.0%，通过。",
            "（六）马行之",
            "介绍人：陶然（市委组织部常务副部长，列席）",
            "本议题审议结束。",
            "更正一（第 52 条）：原记录为“钱明：同意。同意提拔。",
            "更正为：同意提拔。该同志牵头建成的政务数据平台已接入 43 个部门，实绩比较突出。",
            "理由：会后核对平台台账，接入部门为 43 个。（更正人苏简，2026年3月5日 9:01）",
            "（以下空白）散会。主持人（周以诺）签名：",
            "记录人（苏简）签名：",
        ],
    );
    assert!(!text(&paper).contains("同意陈志远同志"), "no decision without a majority");
    assert!(!page_text(&paper, 0).contains("未定稿"));
}

#[test]
fn everything_that_was_said_is_printed_in_order() {
    let words = SAMPLE.lines().filter_map(|line| {
        let line: Value = serde_json::from_str(line).expect("a line of JSON");
        let act = &line["do"]["meeting"]["act"];
        let said =
            ["introduce", "recordRemark", "recordStatement", "readWrittenOpinion"].contains(&act["type"].as_str()?);
        (said && line.get("refused").is_none()).then(|| act["words"].as_str().unwrap_or_default().to_owned())
    });
    let words: Vec<String> = words.collect();
    assert!(words.len() > 60);
    let printed = text(&sample().minutes());
    says_in_order(&printed, &words.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn the_votes_of_the_sample() {
    let paper = sample().vote_record();
    keep("vote-record", &paper);
    holds(&paper);
    assert_eq!(paper.pages(), 2);
    says_in_order(
        &text(&paper),
        &[
            "中共云澜市委常委会会议表决结果统计表",
            "序号姓名现任职务拟任（免）职务表决方式应到实到发出收回有效废票同意不同意弃权占应到比例结果",
            "二、研究干部任免事项",
            "1张三维市发展和改革委员会副主任任：市数据局局长免：市发展和改革委员会副主任举手表决1211————110091.7%通过",
            "2刘敏市审计局局长任：市财政局局长免：市审计局局长无记名投票12111111101811 66.7%通过",
            "3陈志远云溪县副县长任：市水务局局长免：云溪县副县长举手表决1211————632 50.0%未通过",
            "4赵云霄市交通运输局副局长任：市交通运输局局长缓议：多数常委认为应当待其分管项目审计整改验收结论明确后再议，\
             由市委组织部补充核实。缓议",
            "记名投票1210————910 75.0%通过",
            "5孙立新备注：回避：冯伟（近姻亲：孙立新同志系冯伟同志配偶的弟弟）。",
            "6马行之",
            "口头表决1211————1100 91.7%通过",
            "合计人选 6 人：通过 4，未通过 1，缓议 1，暂缓表决 0",
            "姓名1张三维3陈志远5孙立新6马行之周以诺同意同意同意同意",
            "林见山同意同意不同意同意",
            "冯伟同意同意回避同意",
            "宋扬请假请假请假请假",
            "注：应到会成员 12 人，超过半数即 7 票同意为通过；未到会的不计票。回避的成员计入应到，不计入实到，不参加表决。",
            "监票人（方正言）：",
            "计票人（杜若）：",
            "主持人（周以诺）：",
        ],
    );
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    for lay_out in [Room::minutes, Room::vote_record] {
        let first = lay_out(&sample()).pdf().expect("a PDF");
        assert_eq!(lay_out(&sample()).pdf().expect("a PDF"), first);
        let said = String::from_utf8_lossy(&first);
        assert!(said.starts_with("%PDF-1.7"));
        assert!(said.contains("<pdfaid:part>2</pdfaid:part>") && said.contains("pdfaid:conformance>B<"), "PDF/A-2b");
        assert!(said.contains("2026-03-05T09:01:08+08:00"), "the date of the record");
    }
}

#[test]
fn every_page_carries_the_fingerprint_and_its_number() {
    for paper in [sample().minutes(), sample().vote_record()] {
        let pages = paper.document.pages().len();
        for page in 0..pages {
            let said = page_text(&paper, page);
            assert!(said.contains(&bare(&format!("记录指纹 {FINGERPRINT} · 第 188 条"))), "{said}");
            assert!(said.contains(&format!("第{}页共{pages}页", page + 1)), "{said}");
            assert!(said.contains("2026年第18次会议"), "{said}");
        }
    }
}

#[test]
fn the_sheet_is_that_of_the_standard() {
    let paper = {
        let mut room = Room::sitting(3, vec![ordinary("议题")]);
        room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
        room.introduces(&"记".repeat(3000));
        room.minutes()
    };
    let all = shown(&paper);
    let page = paper.document.pages()[1].frame.size();
    assert!((page.x.to_mm() - 210.0).abs() < 0.01 && (page.y.to_mm() - 297.0).abs() < 0.01);
    // The head may go over the first page.
    let lines: Vec<&Shown> = all.iter().filter(|item| item.page == 2 && item.line < 262.0).collect();
    assert_eq!(lines.len(), 22, "lines on a full page");
    for pair in lines.windows(2) {
        assert!((pair[1].line - pair[0].line - 225.0 / 22.0).abs() < 0.01, "the pitch of lines");
    }
    for line in &lines {
        assert_eq!(line.text.chars().count(), 28);
        assert!((line.left - 28.0).abs() < 0.01 && (line.right - 184.0).abs() < 0.2, "{} to {}", line.left, line.right);
        assert!((line.size - 16.0).abs() < 0.01);
    }
    // The top of the first line of letters is the top of the type area.
    assert!((lines[0].line - 16.0 * 0.88 / MM - 37.0).abs() < 0.01, "the first line stands at {}", lines[0].line);
    for item in all.iter().filter(|item| item.size > 13.0 && item.size < 15.0) {
        // Its dash is a third of a letter above the line.
        assert!((item.line - 14.0 * 0.37 / MM - 269.0).abs() < 0.5, "the page number stands at {}", item.line);
        let odd = item.page % 2 == 0;
        let one = 156.0 / 28.0;
        assert!(
            if odd { item.right <= 184.0 - one + 0.1 } else { item.left >= 28.0 + one - 0.1 },
            "{} to {}",
            item.left,
            item.right
        );
        assert_eq!(odd, item.left > 105.0);
    }
}

#[test]
fn nothing_is_cut_off_however_long_or_strange() {
    let rare = "堃喆玥珺㛃䶮𬭸𫖯".repeat(5);
    let names: Vec<String> = (0..25).map(|n| format!("{}{n:02}", rare.chars().take(38).collect::<String>())).collect();
    let title = "关于进一步完善市属国有企业领导人员任期制和契约化管理的若干意见".repeat(6);
    let nominees = [rare.clone(), "A".repeat(200), "a_*#$\\<x>@[`//".to_owned()];
    let mut room = Room::called(&named_committee(names), &asked(vec![ordinary(&title), appointment(&nominees)]), 1);
    for n in 1..=25 {
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance: Attendance::Present {} });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    let markup =
        "#set page(width: 1pt)\n= 标题\n$ x^2 $ *粗* _斜_ `码` <签> @引 [方] // 注 /* */ \\ ~ -- ... 'a' \"b\"";
    room.introduces(markup);
    let long: String = (0..2000).map(|n| format!("第{n:04}句话。甲乙")).collect();
    assert_eq!(long.chars().count(), 20_000);
    let remark = |room: &mut Room, words: &str| {
        room.does(MeetingCommand::RecordRemark { speaker: member(2), words: words.into(), leans: false });
    };
    remark(&mut room, &long);
    remark(&mut room, "倒\u{202e}序\u{200f}，响\u{7}铃，\u{feff}零\u{200b}宽，笑😀脸。");
    remark(&mut room, &"！".repeat(300));
    remark(&mut room, &"x".repeat(2000));
    remark(&mut room, &format!("甲{}乙", " ".repeat(400)));
    room.does(MeetingCommand::CloseItem { decision: long.clone() });
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    for nominee in 1..=3 {
        room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) });
        room.introduces("介绍");
        room.all_state(Stance::Defer, "");
        room.does(MeetingCommand::DeferMatter { reason: if nominee == 1 { long.clone() } else { "再议".into() } });
        room.does(MeetingCommand::AnnounceResult {});
    }
    room.does(MeetingCommand::CloseItem { decision: String::new() });
    room.adjourns_and_seals();

    let minutes = room.minutes();
    keep("long-minutes", &minutes);
    holds(&minutes);
    let printed = text(&minutes);
    says_in_order(
        &printed,
        &[
            &title,
            &long,
            "倒〔U+202E〕序〔U+200F〕，响〔U+0007〕铃，零宽，笑〔U+1F600〕脸。",
            &"x".repeat(2000),
            &long,
            &long,
        ],
    );
    for line in markup.lines() {
        assert!(printed.contains(&bare(line)), "{line}");
    }
    let votes = room.vote_record();
    keep("long-vote-record", &votes);
    holds(&votes);
    let printed = text(&votes);
    says_in_order(&printed, &[&rare, "a_*#$\\<x>@[`//"]);
    // The cells of a row that goes over a page end stand beside each other, so only their letters can be told.
    let letters = |wanted: char| printed.chars().filter(|letter| *letter == wanted).count();
    assert_eq!((letters('句'), letters('A')), (2000, 200));
}

#[test]
fn sixty_nominees_have_whole_rows_under_a_head_on_every_page() {
    let mut room = Room::sitting(25, vec![ordinary("一般"), appointment(&people(60))]);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    for nominee in 1..=60 {
        room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(nominee) });
        room.introduces("介绍");
        room.all_state(Stance::Agree, "同意。");
        room.does(MeetingCommand::OpenVote {
            method: VoteMethod::Secret,
            scrutineer: "方正言".into(),
            teller: "杜若".into(),
        });
        room.counts([25, 25, 0, 25, 0, 0]);
        room.does(MeetingCommand::AnnounceResult {});
    }
    room.does(MeetingCommand::CloseItem { decision: String::new() });
    room.adjourns_and_seals();
    let votes = room.vote_record();
    keep("sixty", &votes);
    holds(&votes);
    let mut rows = 0;
    for page in 0..votes.document.pages().len() {
        let said = page_text(&votes, page);
        let here = said.matches("任：市数据局局长免：市发展和改革委员会副主任无记名投票").count();
        assert_eq!(here, said.matches("100.0%通过").count(), "a row is whole: {said}");
        assert_eq!(here > 0, said.contains("序号姓名现任职务"), "the head: {said}");
        assert_eq!(here > 0, said.contains("二、研究干部任免事项"), "the item: {said}");
        rows += here;
    }
    assert_eq!(rows, 60);
    says_in_order(&text(&votes), &["合计人选 60 人：通过 60，", "监票人（方正言）"]);
    holds(&room.minutes());
}

#[test]
fn a_letter_that_no_font_draws_stops_the_print_and_is_named() {
    let mut room = Room::sitting(3, vec![ordinary("议题")]);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.introduces("介绍");
    room.does(MeetingCommand::RecordRemark { speaker: member(2), words: "很好ก，同意".into(), leans: false });
    let fault = Paper::lay_out(&PaperKind::Minutes, &room.meeting, &room.witness(), &fonts()).err();
    let near = "很好ก，同意".to_owned();
    assert_eq!(fault, Some(PaperFault::NoGlyph { character: 'ก', place: "成员2：".into(), near }));

    let room = Room::called(&committee(3), &asked(vec![appointment(&["张\u{e000}".to_owned()])]), 1);
    let fault = Paper::lay_out(&PaperKind::VoteRecord, &room.meeting, &room.witness(), &fonts()).err();
    assert!(matches!(fault, Some(PaperFault::NoGlyph { character: '\u{e000}', .. })), "{fault:?}");
}

#[test]
fn a_record_that_is_not_sealed_says_so_on_every_page() {
    let is_marked = |room: &Room, mark: &str| {
        for paper in [room.minutes(), room.vote_record()] {
            holds(&paper);
            assert!(text(&paper).starts_with(&bare(mark)), "at the head");
            let mark = mark.split('·').next().unwrap_or(mark);
            for page in 0..paper.document.pages().len() {
                assert!(page_text(&paper, page).contains(&format!("{mark}2026年第1次会议")));
            }
        }
        text(&room.minutes())
    };
    let mut room = Room::called(&committee(12), &asked(vec![ordinary("议题"), appointment(&people(2))]), 1);
    let called = is_marked(&room, "未定稿·会议尚未召开");
    says_in_order(
        &called,
        &["8:58（通知时间）", "应到 12 人；一般议题须 6 人到会，任免事项须 8 人到会", "（尚未点名）"],
    );
    says_in_order(&called, &["一、议题（本议题未审议。）", "（一）人选1", "（未审议。）", "（会议尚未召开。）"]);

    let mut off = Room { meeting: room.meeting.clone(), next: room.next };
    off.does(MeetingCommand::CallOff { reason: "到会人数不足".into() });
    says_in_order(&is_marked(&off, "会议已取消"), &["会议取消。事由：到会人数不足"]);

    for n in 1..=12 {
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance: Attendance::Present {} });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.does(MeetingCommand::TakeUpNominee { nominee: NomineeId(1) });
    room.introduces("介绍");
    room.all_state(Stance::Agree, "");
    let (scrutineer, teller) = (String::new(), String::new());
    room.does(MeetingCommand::OpenVote { method: VoteMethod::Hands, scrutineer, teller });
    room.does(MeetingCommand::RecordVote { voter: member(2), choice: Choice::Abstain });
    keep("draft-minutes", &room.minutes());
    keep("draft-vote-record", &room.vote_record());
    let sitting = is_marked(&room, "未定稿·会议正在进行");
    says_in_order(
        &sitting,
        &["弃权 1 人：成员2。（正在表决。）", "（二）人选2", "（本议题正在审议。）", "（会议尚未散会。）"],
    );
    assert!(text(&room.vote_record()).contains("正在表决未表决"));
    room.does(MeetingCommand::PostponeVote { reason: "分歧较大".into() });
    assert!(text(&room.minutes()).contains("暂缓表决：分歧较大（结果尚未宣布。）"));
    assert!(text(&room.vote_record()).contains("暂缓表决：分歧较大暂缓表决（未宣布）"));
    room.does(MeetingCommand::AnnounceResult {});
    room.does(MeetingCommand::LeaveItem { reason: "时间已到".into() });
    room.does(MeetingCommand::Adjourn {});
    says_in_order(&is_marked(&room, "未定稿·尚未封存"), &["搁置：时间已到", "（以下空白）散会。"]);
}

#[test]
fn comings_goings_and_remarks_stand_where_they_happened() {
    let mut room = Room::called(&committee(6), &asked(vec![ordinary("甲"), ordinary("乙")]), 1);
    for n in 1..=6 {
        let attendance = match n {
            5 => Attendance::Absent { reason: String::new() },
            6 => Attendance::OnLeave { reason: "出差".into() },
            _ => Attendance::Present {},
        };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.does(MeetingCommand::OpenMeeting {});
    let say =
        |speaker: Person, words: &str| MeetingCommand::RecordRemark { speaker, words: words.into(), leans: false };
    room.does(say(member(1), "现在开会。"));
    room.does(MeetingCommand::TakeUpItem { item: ItemId(2) });
    room.introduces("汇报乙。");
    room.does(say(Person::Observer(ObserverId(2)), "列席说明。"));
    room.does(MeetingCommand::RecordDeparture { member: MemberId(4), time: None, reason: "接待".into() });
    room.does(say(member(3), "四号走了。"));
    room.does(MeetingCommand::RecordArrival { member: MemberId(4), time: None });
    room.does(MeetingCommand::CloseItem { decision: "同意乙。".into() });
    room.does(MeetingCommand::DesignateChair { member: MemberId(2) });
    room.does(say(member(2), "由我主持。"));
    room.adjourns_and_seals();
    let paper = room.minutes();
    holds(&paper);
    says_in_order(
        &text(&paper),
        &[
            "主持人：成员2（市委常委）；通知的主持人为成员1（市委常委）",
            "离会：成员4（8:58离会，接待；8:58返会）",
            "请假：成员6（出差）缺席：成员5（未说明事由）",
            "列席：陶然（副部长），列席议题一、二",
            "成员1：现在开会。二、乙",
            "汇报：汇报乙。讨论：陶然（列席）：列席说明。",
            "（成员48:58离会，事由：接待；实到 3 人。）成员3：四号走了。（成员48:58到会，实到 4 人。）",
            "议定事项：同意乙。成员2：由我主持。一、甲（本议题未审议。）",
            "散会。",
        ],
    );
}

#[test]
fn a_vote_entered_wrongly_counts_as_put_right_and_both_are_printed() {
    let mut room = Room::voting(3, VoteMethod::Hands);
    let cast = EntryNo(room.next);
    room.does(MeetingCommand::RecordVote { voter: member(1), choice: Choice::Against });
    room.does(MeetingCommand::ReviseVote { voter: member(1), choice: Choice::Agree });
    for n in 2..=3 {
        room.does(MeetingCommand::RecordVote { voter: member(n), choice: Choice::Agree });
    }
    room.is_over();
    says_in_order(
        &text(&room.minutes()),
        &[
            "同意 3 人：成员1〔见更正一〕、成员2、成员3。",
            &format!("更正一（第 {cast} 条）：原记录为“不同意”更正为：同意"),
            "理由：误记，表决结束前改正，票数已按此计。（更正人",
        ],
    );
    says_in_order(
        &room.reads(&PaperKind::Corrections, "revised-vote"),
        &[
            "共 1 处",
            &format!("更正一（更正第 {cast} 条）原记录：不同意更正为：同意"),
            "更正理由：误记，表决结束前改正",
        ],
    );
}

#[test]
fn a_correction_is_marked_where_the_entry_stands() {
    let mut room = Room::voting(3, VoteMethod::Voice);
    let cast = EntryNo(room.next);
    for n in 1..=3 {
        room.does(MeetingCommand::RecordVote { voter: member(n), choice: Choice::Agree });
    }
    room.is_over();
    let correct = |entry: EntryNo| MeetingCommand::Correct {
        entry,
        words: "应为弃权".into(),
        reason: "记录有误".into(),
        by: "苏简".into(),
    };
    room.does(correct(cast));
    let first = EntryNo(room.next - 1);
    room.does(correct(EntryNo(2)));
    room.does(correct(first));
    says_in_order(
        &text(&room.minutes()),
        &[
            "出席：成员1〔见更正二〕成员2成员3",
            "同意 3 人：成员1〔见更正一〕、成员2、成员3。",
            &format!("更正一（第 {cast} 条）：原记录为“成员1：同意”更正为：应为弃权〔见更正三〕"),
            "更正二（第 2 条）：原记录为“成员1：到会”",
            &format!("更正三（第 {first} 条）：原记录为“更正为：应为弃权”"),
            "理由：记录有误（更正人苏简，2026年3月5日 8:58）（以下空白）散会。",
        ],
    );
    says_in_order(&text(&room.vote_record()), &["通过〔见更正一〕", "有更正的，更正内容见会议记录。"]);
}

#[test]
fn the_end_is_on_one_sheet_and_never_alone() {
    // Over a whole page, with a short and with a longer last line.
    for (step, more) in (0..8).flat_map(|step| [(step, 0), (step, 250)]) {
        let (letters, decision) = (200 + step * 84, format!("同意。{}", "议".repeat(more)));
        let mut room = Room::sitting(3, vec![ordinary("议题")]);
        room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
        room.introduces(&"记".repeat(letters));
        room.does(MeetingCommand::CloseItem { decision });
        room.adjourns_and_seals();
        let paper = room.minutes();
        let last = page_text(&paper, paper.document.pages().len() - 1);
        says_in_order(
            &last,
            &["议定事项：同意。", "（以下空白）", "散会。", "主持人（成员1）签名", "记录人（苏简）签名"],
        );
    }
}

#[test]
fn pages_are_counted_from_one() {
    let paper = sample().vote_record();
    assert!(paper.page_svg(0).is_none());
    assert!(paper.page_svg(1).is_some_and(|svg| svg.starts_with("<svg")));
    assert!(paper.page_svg(paper.pages() + 1).is_none());
}

#[test]
fn file_names_are_fit_for_every_file_system() {
    assert_eq!(sample().minutes().file_name(), "中共云澜市委常委会2026年第18次会议记录.pdf");
    let mut room = Room::called(&committee(3), &asked(vec![ordinary("议题")]), 1);
    room.meeting.call.committee = format!("../某/市\\委:*?\"<>|\n{}", "长".repeat(300));
    let name = room.vote_record().file_name();
    assert!(name.starts_with("某市委长长") && name.ends_with("长2026年第1次会议表决结果统计表.pdf"), "{name}");
    assert!(name.len() < 255, "{}", name.len());
}

#[test]
fn fonts_that_are_missing_or_broken_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = folder.path().join("nowhere");
    assert_eq!(Fonts::load(&nowhere).err(), Some(PaperFault::NoFonts { folder: nowhere }));
    assert_eq!(Fonts::load(folder.path()).err(), Some(PaperFault::NoFonts { folder: folder.path().into() }));
    fs::copy(font_folder().join("FandolHei-Regular.otf"), folder.path().join("a.otf")).expect("copied");
    let family = "FandolFang R".to_owned();
    assert_eq!(Fonts::load(folder.path()).err(), Some(PaperFault::MissingFont { family }));
    let file = folder.path().join("b.otf");
    fs::write(&file, "no font").expect("written");
    assert_eq!(Fonts::load(folder.path()).err(), Some(PaperFault::BadFont { file }));
}
