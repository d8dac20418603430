//! The tables for a spreadsheet, read back and held against the record.

use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use meeting::{Attendant, FullAttendance, Relation, Rulebook, Verdict};

use super::rulebook::under;
use super::*;
use crate::{attendance_csv, votes_csv, workbook};

const SHEETS: [&str; 4] = ["表决结果", "表决登记", "出席情况", "说明"];

/// The lines of a CSV file, the head among them.
fn csv_lines(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).expect("UTF-8").strip_prefix('\u{feff}').expect("a mark for spreadsheets");
    assert!(text.ends_with("\r\n"), "lines end as on Windows");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    // The reader refuses lines of different lengths.
    reader.records().map(|line| line.expect("a line").iter().map(str::to_owned).collect()).collect()
}

fn book(room: &Room) -> Vec<u8> {
    let bytes = workbook(&room.meeting, &room.witness()).expect("a workbook");
    if let Ok(folder) = std::env::var("YIDING_PAPERS_OUT") {
        let name = format!("{}.xlsx", room.next);
        fs::write(Path::new(&folder).join(name), &bytes).expect("written");
    }
    bytes
}

fn sheets(room: &Room) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(book(room))).expect("a workbook that can be read")
}

/// The lines of a sheet, the head among them.
fn lines(room: &Room, sheet: &str) -> Vec<Vec<Data>> {
    sheets(room).worksheet_range(sheet).expect("a sheet").rows().map(<[Data]>::to_vec).collect()
}

/// As text; figures as they are written.
fn words(lines: &[Vec<Data>]) -> Vec<Vec<String>> {
    lines.iter().map(|line| line.iter().map(ToString::to_string).collect()).collect()
}

/// What stands in each line under this head.
fn under_head<'a>(lines: &'a [Vec<String>], head: &str) -> Vec<&'a str> {
    let place = lines[0].iter().position(|it| it == head).unwrap_or_else(|| panic!("no column {head}"));
    lines[1..].iter().map(|line| line[place].as_str()).collect()
}

/// 应到, 实到, 发出, 收回, 有效, 废票, 同意, 不同意, 弃权 of every vote that settled a nominee, as the ledger has them.
fn ledger(room: &Room) -> Vec<[Option<u32>; 9]> {
    let nominees = room.meeting.matters().filter(|matter| matter.nominee.is_some());
    nominees
        .map(|matter| {
            let Some(verdict) = matter.stage.verdict() else { return [None; 9] };
            let (Some(opening), Some(tally)) = (verdict.opening(), verdict.tally()) else { return [None; 9] };
            let papers = match verdict {
                Verdict::Secret { count, .. } => {
                    [count.issued, count.returned, count.valid(), count.spoilt].map(|count| Some(count.0))
                }
                _ => [None; 4],
            };
            let quorum = [opening.quorum.entitled(), opening.quorum.present()].map(|count| Some(count.0));
            let votes = [tally.agree, tally.against, tally.abstain].map(|count| Some(count.0));
            let mut all = [None; 9];
            for (place, count) in all.iter_mut().zip(quorum.into_iter().chain(papers).chain(votes)) {
                *place = count;
            }
            all
        })
        .collect()
}

const COUNTED: [&str; 9] = ["应到", "实到", "发出", "收回", "有效", "废票", "同意", "不同意", "弃权"];

#[test]
fn the_csv_of_the_votes_has_the_counts_of_the_ledger() {
    let room = sample();
    let read = csv_lines(&votes_csv(&room.meeting));
    let expected = ledger(&room);
    assert_eq!(expected.len(), 6);
    for (place, head) in COUNTED.iter().enumerate() {
        let counts: Vec<Option<u32>> = under_head(&read, head).iter().map(|count| count.parse().ok()).collect();
        assert_eq!(counts, expected.iter().map(|counts| counts[place]).collect::<Vec<_>>(), "{head}");
    }
    assert_eq!(under_head(&read, "姓名"), ["张三维", "刘敏", "陈志远", "赵云霄", "孙立新", "马行之"]);
    assert_eq!(under_head(&read, "结果"), ["通过", "通过", "未通过", "缓议", "通过", "通过"]);
    assert_eq!(under_head(&read, "占应到比例"), ["91.7%", "66.7%", "50.0%", "", "75.0%", "91.7%"]);
    assert!(under_head(&read, "未表决原因")[3].starts_with("缓议：多数常委认为"));
    assert!(under_head(&read, "备注")[4].starts_with("回避：冯伟（近姻亲"));
}

#[test]
fn the_workbook_has_the_same_numbers_and_they_are_numbers() {
    let room = sample();
    assert_eq!(sheets(&room).sheet_names(), SHEETS);
    for (sheet, csv) in [("表决结果", votes_csv(&room.meeting)), ("出席情况", attendance_csv(&room.meeting))] {
        let (lines, csv) = (lines(&room, sheet), csv_lines(&csv));
        assert_eq!(lines.len(), csv.len(), "{sheet}");
        assert!(csv.len() > 6);
        for (line, csv) in lines.iter().zip(&csv) {
            assert_eq!(line.len(), csv.len(), "{sheet}");
            for (cell, field) in line.iter().zip(csv) {
                match (cell, field.parse::<u32>(), field.strip_suffix('%')) {
                    (Data::Float(number), Ok(count), _) => assert!((number - f64::from(count)).abs() < f64::EPSILON),
                    (Data::Float(number), _, Some(hundredths)) => {
                        assert_eq!(format!("{:.1}", number * 100.0), hundredths);
                    }
                    (Data::String(text), Err(_), None) => assert_eq!(text, field),
                    (Data::Empty, ..) => assert_eq!(field, ""),
                    other => panic!("{other:?}"),
                }
            }
        }
    }
}

#[test]
fn the_sheet_about_the_others_names_meeting_entry_and_fingerprint() {
    let room = sample();
    let about = words(&lines(&room, "说明"));
    let said = |lead: &str| about.iter().find(|line| line[0] == lead).map(|line| line[1].as_str());
    assert_eq!(said("会议名称"), Some("中共云澜市委常委会（第五届）2026年第18次会议"));
    assert_eq!(said("记录截至").map(str::to_owned), Some(format!("第 {} 条", room.next - 1)));
    assert_eq!(said("记录指纹"), Some(FINGERPRINT));
    assert_eq!(said("记录状态"), Some("已封存"));
    let sitting = Room::sitting(3, vec![ordinary("议题")]);
    let about = words(&lines(&sitting, "说明"));
    assert!(about.iter().any(|line| line[1] == "未定稿·会议正在进行"), "{about:?}");
}

/// Nine members, one on leave and one absent. 人选1 by show of hands; then the absent one comes and 成员7 goes. 人选2 by show of
/// hands without 成员4, who is recused; 人选3 by secret ballot.
fn mixed() -> Room {
    let rulebook = Rulebook { full_attendance: FullAttendance::Free, ..Preset::Custom.rulebook() };
    let mut room = Room::called(&committee(9), &under(rulebook, vec![appointment(&people(3))]), 1);
    for n in 1..=9 {
        let attendance = match n {
            5 => Attendance::OnLeave { reason: "出差".into() },
            6 => Attendance::Absent { reason: String::new() },
            _ => Attendance::Present {},
        };
        room.does(MeetingCommand::MarkAttendance { member: MemberId(n), attendance });
    }
    room.does(MeetingCommand::OpenMeeting {});
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.takes_up(1);
    room.all_state(Stance::Agree, "");
    room.opens(VoteMethod::Hands);
    room.votes(&[8]);
    room.does(MeetingCommand::AnnounceResult {});
    room.does(MeetingCommand::RecordArrival { member: MemberId(6), time: None });
    room.does(MeetingCommand::RecordDeparture { member: MemberId(7), time: None, reason: "接待信访".into() });
    room.recuses(2, Attendant::Member(MemberId(4)), Relation::Spouse, "");
    room.takes_up(2);
    room.all_state(Stance::Agree, "");
    room.opens(VoteMethod::Signed);
    room.votes(&[]);
    room.does(MeetingCommand::AnnounceResult {});
    room.does(MeetingCommand::RecordReturn { person: Attendant::Member(MemberId(4)), time: None });
    room.takes_up(3);
    room.all_state(Stance::Agree, "");
    room.opens(VoteMethod::Secret);
    room.counts([7, 7, 1, 4, 1, 1]);
    room.does(MeetingCommand::AnnounceResult {});
    room.ends();
    room
}

#[test]
fn the_register_says_of_every_member_how_they_voted_or_why_not() {
    let read = words(&lines(&mixed(), "表决登记"));
    let agree = "同意";
    assert_eq!(under_head(&read, "1　人选1"), [agree, agree, agree, agree, "请假", "未到会", agree, "不同意", agree]);
    assert_eq!(under_head(&read, "2　人选2"), [agree, agree, agree, "回避", "请假", agree, "离会", agree, agree]);
    assert_eq!(under_head(&read, "姓名")[5], "成员6");
}

#[test]
fn a_secret_ballot_is_totals_alone() {
    let room = mixed();
    let register = words(&lines(&room, "表决登记"));
    assert_eq!(register[0], ["序号", "姓名", "职务", "1　人选1", "2　人选2"], "人选3 has no column");
    let results = words(&lines(&room, "表决结果"));
    let secret = &results[3];
    assert_eq!(secret[2], "人选3");
    assert_eq!(secret[8..20], ["无记名投票", "9", "7", "7", "7", "6", "1", "4", "1", "1", "", "0"].map(str::to_owned));
    assert!(secret.iter().all(|cell| !cell.contains("成员")), "{secret:?}");
    let about = words(&lines(&room, "说明"));
    assert!(about.iter().any(|line| line[1].contains("无记名投票只有票数")), "{about:?}");
}

#[test]
fn who_came_and_went_stands_in_the_attendance() {
    let read = csv_lines(&attendance_csv(&mixed().meeting));
    assert_eq!(
        under_head(&read, "到会情况"),
        ["到会", "到会", "到会", "到会", "请假", "缺席", "到会", "到会", "到会", ""]
    );
    assert_eq!(under_head(&read, "事由")[4], "出差");
    let movements = under_head(&read, "会中进出");
    assert!(movements[5].ends_with(" 到会"), "{movements:?}");
    assert!(movements[6].ends_with(" 离会（接待信访）"), "{movements:?}");
    assert_eq!(under_head(&read, "身份").last(), Some(&"记录"));
    let observers = csv_lines(&attendance_csv(&Room::sitting(3, vec![ordinary("议题")]).meeting));
    assert_eq!(observers[4][1..4], ["陶然", "副部长", "列席"].map(str::to_owned));
}

#[test]
fn every_vote_of_a_reconsideration_has_its_row() {
    let mut room = Room::opened(&committee(5), &asked(vec![appointment(&people(1))]), &[]);
    room.takes_up(1);
    room.all_state(Stance::Agree, "");
    room.opens(VoteMethod::Hands);
    room.votes(&[5]);
    room.does(MeetingCommand::AnnounceResult {});
    room.does(MeetingCommand::OpenReconsideration { nominee: NomineeId(1), reason: "有新的情况。".into() });
    room.votes(&[2]);
    room.takes_up(1);
    room.all_state(Stance::Disagree, "");
    room.opens(VoteMethod::Signed);
    room.votes(&[1, 2, 3, 4]);
    room.does(MeetingCommand::AnnounceResult {});
    room.ends();
    let read = csv_lines(&votes_csv(&room.meeting));
    assert_eq!(under_head(&read, "表决次别"), ["", "复议", "复议后"]);
    assert_eq!(under_head(&read, "同意"), ["4", "4", "1"]);
    assert_eq!(under_head(&read, "不同意"), ["1", "1", "4"]);
    assert_eq!(under_head(&read, "结果"), ["通过（后经复议）", "同意复议", "未通过"]);
    let register = words(&lines(&room, "表决登记"));
    assert_eq!(register[0][3..], ["1　人选1", "1　人选1（复议表决）", "1　人选1（复议后）"].map(str::to_owned));
    assert_eq!(register[5][3..], ["不同意", "同意", "同意"].map(str::to_owned), "成员5");
}

/// One nominee of this name, deferred for this reason.
fn told(name: &str, reason: &str) -> Room {
    let mut room = Room::opened(&committee(3), &asked(vec![appointment(&[name.to_owned()])]), &[]);
    room.takes_up(1);
    room.all_state(Stance::Defer, "");
    room.does(MeetingCommand::DeferMatter { reason: reason.into() });
    room.does(MeetingCommand::AnnounceResult {});
    room.ends();
    room
}

#[test]
fn what_somebody_typed_is_never_a_formula() {
    for name in ["=1+1", "+1", "-1", "@SUM(1)", "　＝1+1", "\t=1", "\r=1", "＋1", "\u{feff}=1", "\tx"] {
        let room = told(name, "再议");
        let read = csv_lines(&votes_csv(&room.meeting));
        let field = under_head(&read, "姓名")[0];
        assert!(field.starts_with('\''), "{name:?} came out as {field:?}");
        let sheet = lines(&room, "表决结果");
        let kept = Data::String(crate::ink::shown(name));
        assert_eq!(sheet[1][2], kept, "a workbook knows text from formulas: nothing is added");
        for sheet in SHEETS {
            assert!(sheets(&room).worksheet_formula(sheet).expect("a sheet").is_empty(), "{sheet}");
        }
    }
    let read = csv_lines(&votes_csv(&told("a=1", "再议").meeting));
    assert_eq!(under_head(&read, "姓名"), ["a=1"], "no formula, so nothing is added");
}

#[test]
fn strange_text_stays_one_field_on_one_line() {
    let reason = "说：\"再议,\n缓一缓\"；<b>&_x0041_\u{7}\u{202e}\u{ffff}\u{feff}尾";
    let room = told("人选", reason);
    let shown = "缓议：说：\"再议, 缓一缓\"；<b>&_x0041_〔U+0007〕〔U+202E〕〔U+FFFF〕尾";
    assert_eq!(under_head(&csv_lines(&votes_csv(&room.meeting)), "未表决原因"), [shown]);
    assert_eq!(under_head(&words(&lines(&room, "表决结果")), "未表决原因"), [shown]);
}

#[test]
fn a_text_that_no_cell_holds_is_a_fault_and_the_csv_has_it_whole() {
    let reason = "长".repeat(40_000);
    let room = told("人选", &reason);
    let fault = workbook(&room.meeting, &room.witness()).expect_err("a cell holds 32,767 characters");
    assert!(matches!(fault, PaperFault::Workbook { .. }), "{fault:?}");
    assert!(under_head(&csv_lines(&votes_csv(&room.meeting)), "未表决原因")[0].ends_with(&reason));
}

#[test]
fn the_same_record_gives_the_same_bytes_dated_by_its_last_entry() {
    assert_eq!(book(&sample()), book(&sample()));
    let room = sample();
    let mut archive = zip::ZipArchive::new(Cursor::new(book(&room))).expect("a workbook is an archive");
    let mut said = String::new();
    archive.by_name("docProps/core.xml").expect("properties").read_to_string(&mut said).expect("text");
    let at = room.meeting.last_at.0.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    assert_eq!(said.matches(&at).count(), 2, "made and changed: {said}");
    assert!(said.contains("<dc:title>中共云澜市委常委会（第五届）2026年第18次会议</dc:title>"), "{said}");
}
