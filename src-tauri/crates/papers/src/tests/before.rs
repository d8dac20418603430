//! The papers before the meeting, and the blank forms.

use meeting::{NomineeProfile, PreparationMark, PreparationStep, Rulebook, StepState};

use super::*;
use crate::{BlankForm, Imprint, PaperNo, contents};

const BLANK: [PaperKind; 4] = [
    PaperKind::Blank(BlankForm::SignIn),
    PaperKind::Blank(BlankForm::Ballot),
    PaperKind::Blank(BlankForm::CountSheet),
    PaperKind::Blank(BlankForm::Minutes),
];
const BEFORE: [PaperKind; 5] =
    [PaperKind::Notice, PaperKind::Agenda, PaperKind::SignIn, PaperKind::NomineeList, PaperKind::Ballots];
const NOMINEE_HEADS: &str = "序号姓名性别出生年月学历政治面貌现任职务及时间拟任（免）职务类别民主推荐得票民主测评考察结论会审结论部务会意见备注";

impl Room {
    fn prints(&self, kind: &PaperKind) -> Paper {
        Paper::lay_out(kind, &self.meeting, &self.witness(), &fonts()).expect("laid out")
    }

    fn made(&self, kind: &PaperKind, tickets: &[String]) -> Result<Paper, PaperFault> {
        let imprint = Imprint { number: PaperNo(3), ballots: tickets.to_vec(), ..Imprint::default() };
        let witness = Witness { made: Some(imprint), ..self.witness() };
        Paper::lay_out(kind, &self.meeting, &witness, &fonts())
    }

    /// Looks at where everything stands, and keeps the paper for the eye.
    fn read_on(&self, kind: &PaperKind, kept: &str) -> String {
        let paper = self.prints(kind);
        keep(&format!("{kept}-{}", crate::name(kind)), &paper);
        stands(&paper, kind);
        pages(&paper, kind).concat()
    }
}

fn type_area(kind: &PaperKind) -> [f64; 4] {
    match kind {
        PaperKind::Ballots | PaperKind::Blank(BlankForm::Ballot) => [25.0, 22.0, 185.0, 275.0],
        PaperKind::NomineeList => [36.0, 28.0, 261.0, 184.0],
        _ => [28.0, 37.0, 184.0, 262.0],
    }
}

/// Nothing stands outside of the type area but the foot, and no words stand on others.
fn stands(paper: &Paper, kind: &PaperKind) {
    let [left, top, right, bottom] = type_area(kind);
    let all = shown(paper);
    for item in &all {
        let (page, text, line) = (item.page + 1, &item.text, item.line);
        assert!(item.left >= left - 0.1, "page {page}: {text} begins at {}", item.left);
        // The blank half of a bracket at the end of a line is no ink.
        assert!(item.right <= right + 0.8, "page {page}: {text} ends at {}", item.right);
        assert!(line >= top + 2.0, "page {page}: {text} stands at {line}");
        assert!(
            line <= bottom || (bottom + 6.0..bottom + 17.0).contains(&line),
            "page {page}: {text} stands at {line}"
        );
    }
    for page in 0..paper.document.pages().len() {
        let mut here: Vec<&Shown> =
            all.iter().filter(|item| item.page == page && !bare(&item.text).is_empty()).collect();
        here.sort_by(|one, other| one.line.total_cmp(&other.line));
        for (place, item) in here.iter().enumerate() {
            // Letters of one line may differ in size; lines closer than most of a letter's height would touch.
            let close = |other: &&&Shown| other.line - item.line < 0.7 * item.size.min(other.size) / MM;
            for other in here[place + 1..].iter().take_while(close) {
                let shared = item.right.min(other.right) - item.left.max(other.left);
                assert!(shared < 0.6, "page {}: {} and {} overlap", page + 1, item.text, other.text);
            }
        }
    }
}

/// What stands in the type area, page by page.
fn pages(paper: &Paper, kind: &PaperKind) -> Vec<String> {
    let [.., bottom] = type_area(kind);
    let all = shown(paper);
    let page = |page| joined(all.iter().filter(move |item| item.page == page && item.line <= bottom));
    (0..paper.document.pages().len()).map(page).collect()
}

fn letters(text: &str, wanted: char) -> usize {
    text.chars().filter(|letter| *letter == wanted).count()
}

fn tickets(count: u32) -> Vec<String> {
    // As they come, in no order.
    (0..count).map(|n| format!("{:06}", 100_003 + (n * 7919) % 900_000)).collect()
}

#[test]
fn the_notice_of_the_sample_names_items_and_no_nominee() {
    let read = sample().read_on(&PaperKind::Notice, "sample");
    says_in_order(
        &read,
        &[
            "关于召开中共云澜市委常委会（第五届）2026年第18次会议的通知",
            "各位常委、各列席人员：",
            "根据工作安排，决定召开中共云澜市委常委会（第五届）2026年第18次会议。现将有关事项通知如下：",
            "一、会议时间2026年3月5日（星期四）9:00二、会议地点市委一号会议室三、会议主持周以诺（市委书记）",
            "四、会议议题（一）传达学习省委全会精神（二）研究干部任免事项（人选 6 名）",
            "列席：陶然（市委组织部常务副部长）、白帆（市政协党组副书记）。",
            "五、参加人员出席：全体常委（12 人）。",
            "六、有关要求1. 请安排好工作，准时参加会议",
            "因故不能参加会议的，请于会前向会议主持人书面请假",
            "请主动说明并回避。",
            "联系人：苏简（市委办公室常委办主任）",
            "中共云澜市委常委会2026年3月5日",
        ],
    );
    for said in ["张三维", "刘敏", "陈志远", "赵云霄", "孙立新", "马行之", "数据局", "财政局", "未定稿"]
    {
        assert!(!read.contains(said), "{said}");
    }
}

#[test]
fn the_notice_says_what_went_out_and_when() {
    let mut room = Room::called(&committee(3), &asked(vec![ordinary("甲")]), 1);
    let written = |room: &Room| room.read_on(&PaperKind::Notice, "notice");
    let before = written(&room);
    assert!(before.contains("参加会议") && !before.contains("回避"), "nobody is nominated");
    room.does(MeetingCommand::SendNotice {});
    let sent = room.meeting.clone();
    room.does(MeetingCommand::AddItem { item: appointment(&people(2)) });
    room.meeting.last_at = at(86_400 * 3);
    let after = written(&room);
    assert!(after.ends_with("中共某市委常委会2026年3月5日"), "the day of the notice: {after}");
    assert!(!after.contains("任免") && !after.contains("人选"), "an unscheduled motion was not in it");
    assert_eq!(
        contents(&PaperKind::Notice, &room.meeting),
        contents(&PaperKind::Notice, &sent),
        "what came after it makes it no other"
    );
    room.meeting.notice = None;
    assert!(written(&room).ends_with("2026年3月8日"));
    room.meeting.call.committee = "某市水务局党组".into();
    room.meeting.items[0].item.observers.clear();
    assert!(written(&room).contains("各位党组成员：") && written(&room).contains("全体党组成员（3人）"));
}

#[test]
fn the_signature_of_a_notice_stands_as_the_standard_has_it() {
    let one = 156.0 / 28.0;
    for (name, by_date) in [("中共云澜市委常委会", false), ("县委常委", true)] {
        let mut room = sample();
        room.meeting.call.committee = name.into();
        let paper = room.prints(&PaperKind::Notice);
        let all = shown(&paper);
        let date =
            all.iter().rposition(|item| item.text == "2026" && item.line < 262.0 && item.size > 15.0).expect("a date");
        let line = |line: f64| {
            let on = |item: &&Shown| (item.line - line).abs() < 0.1 && item.page == all[date].page;
            let on: Vec<&Shown> = all.iter().filter(on).collect();
            let left = on.iter().map(|item| item.left).fold(f64::MAX, f64::min);
            (left, on.iter().map(|item| item.right).fold(0.0, f64::max))
        };
        let (date, name) = (line(all[date].line), line(all[date].line - 225.0 / 22.0));
        assert!((date.0 - name.0 - 2.0 * one).abs() < 0.2, "the date begins two letters behind: {name:?} {date:?}");
        let longest = if by_date { date.1 } else { name.1 };
        assert!((184.0 - 2.0 * one - longest).abs() < 0.3, "two letters from the right: {name:?} {date:?}");
    }
}

#[test]
fn the_agenda_of_the_sample_lists_nominees() {
    let read = sample().read_on(&PaperKind::Agenda, "sample");
    says_in_order(
        &read,
        &[
            "中共云澜市委常委会会议议程",
            "会议名称：中共云澜市委常委会（第五届）2026年第18次会议",
            "时间：2026年3月5日（星期四）9:00地点：市委一号会议室主持人：周以诺（市委书记）出席：全体常委（12 人）",
            "一、传达学习省委全会精神二、研究干部任免事项列席：陶然（市委组织部常务副部长）、白帆（市政协党组副书记）。",
            "序号姓名现任职务拟任（免）职务类别",
            "1张三维市发展和改革委员会副主任任：市数据局局长免：市发展和改革委员会副主任提拔",
            "2刘敏",
            "4赵云霄市交通运输局副局长任：市交通运输局局长提拔5",
            "6马行之市文化馆馆长任：市文化和旅游局副局长免：市文化馆馆长转任",
        ],
    );
    let mut room = Room::called(&committee(3), &asked(vec![ordinary("甲")]), 1);
    room.does(MeetingCommand::SendNotice {});
    room.does(MeetingCommand::AddItem { item: appointment(&people(1)) });
    says_in_order(
        &room.read_on(&PaperKind::Agenda, "unscheduled"),
        &["一、甲列席：陶然（副部长）。二、研究干部任免事项（临时动议）", "人选1（临时动议）市发展和改革委员会副主任"],
    );
}

#[test]
fn members_sign_in_order_of_rank() {
    let read = sample().read_on(&PaperKind::SignIn, "sample");
    says_in_order(
        &read,
        &[
            "中共云澜市委常委会会议签到表",
            "主持人：周以诺（市委书记）",
            "序号姓名职务签名备注出席常委（应到 12 人）1周以诺市委书记2李知远市委副书记、市长3林见山",
            "6何静市委常委、宣传部部长",
            "12宋扬市委常委、副市长",
            "列席人员1陶然市委组织部常务副部长议题二2白帆市政协党组副书记议题二",
            "记录人1苏简市委办公室常委办主任",
            "应到 12 人实到人请假人缺席人记录人签名：",
        ],
    );
    let mut committee = committee(4);
    run(&mut committee, &CommitteeCommand::RankMembers { order: [3, 1, 4, 2].map(MemberId).to_vec() });
    let room = Room::called(&committee, &asked(vec![ordinary("甲"), ordinary("乙")]), 1);
    let in_rank = ["成员3", "成员1", "成员4", "成员2"];
    let read = room.read_on(&PaperKind::SignIn, "ranked");
    says_in_order(&read, &in_rank);
    assert!(read.contains("1陶然副部长议题一、二记录人"), "who sits in twice signs once");
    for kind in [&BLANK[0], &BLANK[3]] {
        says_in_order(&room.read_on(kind, "ranked"), &in_rank);
    }
}

#[test]
fn a_long_sign_in_sheet_has_its_head_on_every_page_and_its_counts_below_a_name() {
    // Rows of two lines move the end of the table by less than a row: with some, the counts alone would go over.
    for (count, wrapped) in [13, 14, 30].into_iter().flat_map(|count| (0..4).map(move |wrapped| (count, wrapped))) {
        let mut item = ordinary("甲");
        let post =
            |n: usize| if n < wrapped { "某局党组书记、局长，某某委员会主任" } else { "某局局长" };
        let observer = |n: usize| ObserverDraft { name: format!("列席者{n}"), post: post(n).into() };
        item.observers = (0..count).map(observer).collect();
        let room = Room::called(&committee(25), &asked(vec![item]), 1);
        let paper = room.prints(&PaperKind::SignIn);
        stands(&paper, &PaperKind::SignIn);
        let pages = pages(&paper, &PaperKind::SignIn);
        assert!(pages.len() > 1);
        for page in &pages {
            assert_eq!(page.matches("序号姓名职务签名备注").count(), 1, "{page}");
        }
        let last = &pages[pages.len() - 1];
        says_in_order(last, &["记录人1苏简主任", "应到 25 人", "记录人签名："]);
        for n in 0..count {
            assert_eq!(pages.concat().matches(&format!("列席者{n}某局")).count(), 1);
        }
    }
}

#[test]
fn the_nominee_list_of_the_sample() {
    let room = sample();
    let read = room.read_on(&PaperKind::NomineeList, "sample");
    says_in_order(
        &read,
        &[
            "干部任免事项呈报表",
            "会议名称：中共云澜市委常委会（第五届）2026年第18次会议时间：2026年3月5日（星期四）9:00",
            "人选：6 名（提拔 4，平级调整 1，转任 1）",
            NOMINEE_HEADS,
            "二、研究干部任免事项1张三维男1979.04大学中共党员市发展和改革委员会副主任（2020.06）",
            "任：市数据局局长免：市发展和改革委员会副主任提拔应到46，实到43，得票38优秀36，称职7德才表现好，同意提拔",
            "已完成会审复函2026年2月25日已完成部务会纪要2026年2月28日",
            "2刘敏女1975.11研究生中共党员市审计局局长（2019.03）任：市财政局局长免：市审计局局长平级调整已完成会审复函",
            "审计项目收尾后到任",
            "6马行之",
            "呈报单位（盖章）：",
        ],
    );
    let size = room.prints(&PaperKind::NomineeList).document.pages()[0].frame.size();
    assert!(size.x > size.y, "on its side");
}

#[test]
fn what_the_checklist_says_stands_in_the_nominee_list() {
    let mut room = Room::called(&committee(3), &asked(vec![appointment(&people(2))]), 1);
    let mark = |step, state| PreparationMark {
        step,
        state,
        responsible: "干部科".into(),
        on: (state == StepState::Complete).then(|| at(0).date()),
        reference: String::new(),
    };
    room.does(MeetingCommand::MarkPreparation {
        nominee: NomineeId(2),
        marks: vec![
            mark(PreparationStep::Inspection, StepState::NotNeeded),
            mark(PreparationStep::JointReview, StepState::Incomplete),
            mark(PreparationStep::DepartmentOpinion, StepState::Complete),
        ],
    });
    let read = room.read_on(&PaperKind::NomineeList, "marked");
    assert!(
        read.contains("1人选1市发展和改革委员会副主任任：市数据局局长免：市发展和改革委员会副主任提拔2人选2"),
        "{read}"
    );
    says_in_order(&read, &["2人选2", "提拔不涉及未完成已完成2026年3月5日呈报单位"]);
}

#[test]
fn what_is_known_of_a_nominee_stands_in_the_list() {
    let mut item = appointment(&people(2));
    if let MatterDraft::Appointment { nominees } = &mut item.matter {
        nominees[1].profile = NomineeProfile {
            sex: "女".into(),
            born: "1978.11".into(),
            education: "研究生".into(),
            politics: "中共党员".into(),
            since: "2021.06".into(),
            recommendation: "应到86，实到82，得票71".into(),
            appraisal: "优秀率96.3%".into(),
            inspection: "考察组认为符合任职条件".into(),
            remark: "试用期一年".into(),
        };
    }
    let mut room = Room::called(&committee(3), &asked(vec![item]), 1);
    room.meeting.items[0].matters[1].nominee.as_mut().expect("a nominee").not_carried =
        vec![MeetingNumber { year: 2025, ordinal: 30 }];
    let read = room.read_on(&PaperKind::NomineeList, "profile");
    says_in_order(
        &read,
        &[
            "1人选1市发展和改革委员会副主任任：市数据局局长免：市发展和改革委员会副主任提拔",
            "2人选2女1978.11研究生中共党员市发展和改革委员会副主任（2021.06）任：市数据局局长免：市发展和改革委员会副主任",
            "提拔应到86，实到82，得票71优秀率96.3%考察组认为符合任职条件2025年第30次会议未通过；试用期一年呈报单位",
        ],
    );
}

#[test]
fn sixty_nominees_are_listed_whole_under_a_head_and_over_a_seal() {
    let room = Room::called(&committee(11), &asked(vec![ordinary("甲"), appointment(&people(60))]), 1);
    let paper = room.prints(&PaperKind::NomineeList);
    stands(&paper, &PaperKind::NomineeList);
    let mut rows = 0;
    for page in pages(&paper, &PaperKind::NomineeList) {
        says_in_order(&page, &[NOMINEE_HEADS, "二、研究干部任免事项", "呈报单位（盖章）："]);
        rows += page.matches("市发展和改革委员会副主任任：市数据局局长免：市发展和改革委员会副主任提拔").count();
    }
    assert_eq!(rows, 60);
}

#[test]
fn a_preview_of_the_ballots_is_one_specimen() {
    let room = sample();
    let read = room.read_on(&PaperKind::Ballots, "sample");
    says_in_order(
        &read,
        &[
            "中共云澜市委常委会干部任免表决票",
            "中共云澜市委常委会（第五届）2026年第18次会议2026年3月5日",
            "票号：样票第 1 页，共 1 页",
            "同意的，在“同意”栏画“○”；不同意的，在“不同意”栏画“×”；弃权的，在“弃权”栏画“○”，各栏都不画的也按弃权计。",
            "画两个以上符号、涂改不清、另写他人的，该名人选的表决无效，不影响其他人选。",
            "本票无记名，请勿署名或者作其他记号；不得另提他人；不得委托他人投票。",
            "（盖章处）",
            "序号姓名现任职务拟任（免）职务同意不同意弃权",
            "1张三维市发展和改革委员会副主任任：市数据局局长免：市发展和改革委员会副主任2刘敏",
            "6马行之",
            "（以下空白）",
        ],
    );
    assert_eq!(read.matches("票号").count(), 1);
    assert!(!read.contains("缓议"), "the rulebook does not offer it");
}

#[test]
fn every_ballot_has_its_number_on_each_of_its_pages_and_nothing_else_of_its_own() {
    let room = Room::called(&committee(25), &asked(vec![appointment(&people(16)), appointment(&people(17))]), 1);
    let tickets = tickets(25);
    let paper = room.made(&PaperKind::Ballots, &tickets).expect("laid out");
    keep("made-ballots", &paper);
    stands(&paper, &PaperKind::Ballots);
    let all: Vec<String> = (0..paper.document.pages().len()).map(|page| page_text(&paper, page)).collect();
    assert_eq!(all.len() % 25, 0);
    let sheets = all.len() / 25;
    assert_eq!(sheets, 3, "fifteen at the most on a page, and whole pages");
    let mut papers = Vec::new();
    for (ticket, own) in tickets.iter().zip(all.chunks(sheets)) {
        let mut nominees = Vec::new();
        for (number, page) in (1..).zip(own) {
            assert_eq!(page.matches(ticket.as_str()).count(), 1, "{page}");
            for other in tickets.iter().filter(|other| *other != ticket) {
                assert!(!page.contains(other.as_str()), "{other} on the paper {ticket}");
            }
            says_in_order(
                page,
                &["票号：", &format!("第 {number} 页，共 {sheets} 页"), "（盖章处）", "序号姓名现任职务"],
            );
            let here = page.matches("任：市数据局局长").count();
            assert!((1..=15).contains(&here), "{here} nominees");
            nominees.push(here);
        }
        assert_eq!(nominees.iter().sum::<usize>(), 33);
        papers.push(own.concat().replace(ticket.as_str(), ""));
    }
    // Neither a page of the print nor anything else tells one paper from another.
    papers.dedup();
    assert_eq!(papers.len(), 1);
}

#[test]
fn fifteen_nominees_fit_on_a_ballot_and_no_more() {
    let book = Rulebook { may_abstain: false, ..Preset::Custom.rulebook() };
    for (count, on_pages) in [(15, vec![15]), (16, vec![15, 1]), (31, vec![15, 15, 1])] {
        let mut item = appointment(&people(count));
        if let MatterDraft::Appointment { nominees } = &mut item.matter {
            for nominee in nominees {
                // As short as can be.
                nominee.post_to_leave = String::new();
                nominee.current_post = String::new();
            }
        }
        let call = MeetingCall { preset: Preset::Custom, custom: Some(book), ..asked(vec![item]) };
        let mut room = Room::called(&committee(3), &call, 1);
        room.meeting.call.term = String::new();
        let paper = room.prints(&PaperKind::Ballots);
        stands(&paper, &PaperKind::Ballots);
        let pages = pages(&paper, &PaperKind::Ballots);
        let found: Vec<usize> = pages.iter().map(|page| page.matches("任：市数据局局长").count()).collect();
        assert_eq!(found, on_pages);
    }
}

#[test]
fn a_ballot_number_is_printed_as_it_was_given() {
    let room = sample();
    for ticket in ["7", "004211", "K7-QX4M-09ZT", "３５"] {
        let paper = room.made(&PaperKind::Ballots, &[ticket.to_owned()]).expect("laid out");
        let read = &pages(&paper, &PaperKind::Ballots)[0];
        assert!(read.contains(&format!("票号：{ticket}第1页，共1页")), "{read}");
        assert!(page_text(&paper, 0).contains("2026年第18次会议表决票第3号"), "the number of the print");
    }
}

#[test]
fn a_ballot_offers_what_the_rulebook_offers() {
    let with = |rulebook| {
        let call =
            MeetingCall { preset: Preset::Custom, custom: Some(rulebook), ..asked(vec![appointment(&people(1))]) };
        let room = Room::called(&committee(3), &call, 1);
        let sheet = room.read_on(&BLANK[2], "custom");
        (room.read_on(&PaperKind::Ballots, "custom"), sheet)
    };
    let book = Preset::Custom.rulebook();
    let (ballot, sheet) = with(Rulebook { may_defer: true, ..book });
    assert!(ballot.contains("同意不同意弃权缓议1") && ballot.contains("主张缓议的，在“缓议”栏画“○”"));
    assert!(sheet.contains("同意不同意弃权缓议该栏废结果"));
    let (ballot, sheet) = with(Rulebook { may_abstain: false, ..book });
    assert!(ballot.contains("拟任（免）职务同意不同意1") && !ballot.contains("弃权"), "{ballot}");
    assert!(ballot.contains("各栏都不画、画两个以上符号、涂改不清、另写他人的，该名人选的表决无效"));
    assert!(sheet.contains("同意、不同意、该栏废之和等于有效"));
}

#[test]
fn without_nominees_there_is_nothing_to_vote_on() {
    let room = Room::called(&committee(3), &asked(vec![ordinary("甲")]), 1);
    for (kind, paper) in [(PaperKind::Ballots, "表决票"), (PaperKind::NomineeList, "任免事项呈报表")] {
        let fault = PaperFault::NothingToPrint { paper };
        assert_eq!(Paper::lay_out(&kind, &room.meeting, &room.witness(), &fonts()).err(), Some(fault.clone()));
        assert_eq!(contents(&kind, &room.meeting).err(), Some(fault));
    }
    let again = sample().made(&PaperKind::Ballots, &[]).expect("laid out");
    assert!(pages(&again, &PaperKind::Ballots)[0].contains("票号：样票第"), "the numbers are kept nowhere");
}

#[test]
fn blank_forms_have_the_roster_and_leave_the_meeting_open() {
    let room = sample();
    let [sign_in, ballot, count_sheet, minutes] = BLANK.map(|kind| room.read_on(&kind, "sample"));
    for read in [&sign_in, &ballot, &count_sheet, &minutes] {
        says_in_order(read, &["中共云澜市委常委会", "中共云澜市委常委会（第五届）年第次会议", "年月日"]);
        for said in ["2026", "18", "一号会议室", "张三维", "陶然", "苏简", "（空白）", "未定稿"] {
            assert!(!read.contains(said), "{said} in {read}");
        }
    }
    says_in_order(&sign_in, &["出席常委（应到 12 人）1周以诺市委书记", "12宋扬市委常委、副市长列席人员", "记录人签名"]);
    says_in_order(&ballot, &["票号：第 1 页，共 1 页", "同意不同意弃权"]);
    assert!(!ballot.contains("以下空白"));
    says_in_order(
        &count_sheet,
        &[
            "序号人选发出收回有效废票同意不同意弃权该栏废结果1",
            "10注：有效与废票之和等于收回；同意、不同意、弃权、该栏废之和等于有效。收回多于发出的，本次投票无效，重新投票。",
            "应到 12 人，须 7 票。计票完毕时刻：时分监票人：",
            "计票人：",
            "主持人：",
        ],
    );
    says_in_order(
        &minutes,
        &[
            "会议名称：",
            "地点：主持人：记录人：到会人数：应到 12 人实到人",
            "出席：周以诺李知远",
            "宋扬",
            "请假缺席：列席：议题：",
            "时刻发言人内容",
            "表决议题、人选表决方式实到同意不同意弃权结果宣布时刻",
            "散会。散会时刻：时分主持人：",
            "记录人：",
        ],
    );
    let paper = room.prints(&BLANK[3]);
    for page in 0..paper.document.pages().len() {
        assert!(page_text(&paper, page).contains("第页共页"), "sheets are counted by hand");
        assert!(!page_text(&paper, page).contains(&format!("—{}—", page + 1)));
    }
}

#[test]
fn no_form_is_a_draft_but_one_of_a_meeting_called_off_says_so() {
    let mut room = Room::called(&committee(3), &asked(vec![appointment(&people(1))]), 1);
    for kind in BEFORE.iter().chain(&BLANK) {
        assert!(!room.read_on(kind, "called").contains("未定稿"));
    }
    room.does(MeetingCommand::CallOff { reason: "到会人数不足".into() });
    for kind in &BEFORE {
        let paper = room.prints(kind);
        stands(&paper, kind);
        assert!(page_text(&paper, 0).contains("会议已取消"), "{kind:?}");
    }
}

#[test]
fn the_same_meeting_gives_the_same_bytes() {
    for kind in BEFORE.iter().chain(&BLANK) {
        let print = || {
            let paper = sample().made(kind, &tickets(3)).expect("laid out");
            paper.pdf().expect("a PDF")
        };
        let first = print();
        assert_eq!(first, print(), "{kind:?}");
        assert!(String::from_utf8_lossy(&first).contains("<pdfaid:part>2</pdfaid:part>"));
    }
}

#[test]
fn nothing_before_the_meeting_is_cut_off_however_long_or_strange() {
    let rare = "堃喆玥珺㛃䶮𬭸𫖯".repeat(5);
    let strange = "#set page(width: 1pt) $x$ *a* \\ <b> @c 倒\u{202e}序\u{200f}响\u{7}铃😀";
    let mut names: Vec<String> =
        (0..25).map(|n| format!("{}{n:02}", rare.chars().take(38).collect::<String>())).collect();
    names[1] = "王".into();
    names[2] = "A".repeat(40);
    let long: String = "同心".repeat(10_000);
    assert_eq!(long.chars().count(), 20_000);
    let mut item = appointment(&people(60));
    if let MatterDraft::Appointment { nominees } = &mut item.matter {
        nominees[0].name = rare.clone();
        nominees[1].name = "王".into();
        nominees[2].name = "B".repeat(200);
        nominees[3].current_post = long.clone();
        nominees[4].proposed_post = strange.into();
        nominees[5].post_to_leave = "岗".repeat(150);
    }
    item.observers = (0..40).map(|n| ObserverDraft { name: format!("{rare}{n}"), post: strange.into() }).collect();
    let mut room = Room::called(&named_committee(names), &asked(vec![item, ordinary("空")]), 1);
    room.meeting.items[1].item.title = String::new();
    room.meeting.seats[3].member.posts = long.clone();
    room.meeting.seats[4].member.posts = String::new();
    room.meeting.call.recorder.post = "任".repeat(400);
    let marked = "倒〔U+202E〕序〔U+200F〕响〔U+0007〕铃〔U+1F600〕";
    let read = |kind: &PaperKind| room.read_on(kind, "strange");

    let notice = read(&PaperKind::Notice);
    says_in_order(&notice, &[&format!("{rare}0（{}", "#set page(width: 1pt) $x$ *a* \\ <b> @c"), marked, "（二）"]);
    assert_eq!(letters(&notice, '任'), 400 + notice.matches("任免").count());

    let agenda = read(&PaperKind::Agenda);
    says_in_order(&agenda, &["一、研究干部任免事项", &rare, "60人选60", "二、"]);
    assert_eq!((letters(&agenda, '心'), letters(&agenda, 'B'), letters(&agenda, '岗')), (10_000, 200, 150));
    assert!(agenda.contains(marked));

    let sign_in = read(&PaperKind::SignIn);
    assert_eq!((letters(&sign_in, '心'), letters(&sign_in, 'A')), (10_000, 40));
    says_in_order(&sign_in, &["25", "列席人员", "40", "记录人", "应到 25 人", "记录人签名"]);
    assert_eq!(sign_in.matches(marked).count(), 40);

    let list = read(&PaperKind::NomineeList);
    assert_eq!((letters(&list, '心'), letters(&list, 'B')), (10_000, 200));
    assert_eq!(
        list.matches("呈报单位").count(),
        usize::try_from(room.prints(&PaperKind::NomineeList).pages()).expect("few")
    );

    let paper = room.prints(&PaperKind::Ballots);
    keep("strange-ballots", &paper);
    stands(&paper, &PaperKind::Ballots);
    let pages = pages(&paper, &PaperKind::Ballots);
    for (number, page) in (1..).zip(&pages) {
        assert!(page.contains(&format!("票号：样票第{number}页，共{}页", pages.len())), "{page}");
        assert_eq!(page.matches("现任职务拟任（免）职务同意").count(), 1, "{page}");
    }
    assert_eq!((letters(&pages.concat(), '心'), letters(&pages.concat(), 'B')), (10_000, 200));

    for kind in &BLANK {
        read(kind);
    }
}
