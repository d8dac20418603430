//! Votes and attendance as tables for a spreadsheet: a workbook (XLSX), and CSV. They are for counting on with and no papers:
//! nobody signs them, and the record alone counts. Figures are numbers; what people typed is text and never a formula.

use chrono::Utc;
use meeting::{Attendance, Choice, Count, MajorityOf, Meeting, Movement, MovementKind, Nominee};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

use crate::ink::shown;
use crate::sheet::{Field, Marks, back_filling, draft, meeting_name, member_with_post, time};
use crate::vote_record::{Cast, NOTHING, Row, Tabled, notes, tabled};
use crate::{PaperFault, Witness, wording};

/// So that a spreadsheet takes the file for UTF-8 and not for GBK.
const BOM: &str = "\u{feff}";
/// A4 and A3 as the file format numbers them, and how many digits stand beside each other on the smaller one.
const A4: u8 = 9;
const A3: u8 = 8;
const WIDE: u32 = 140;

/// The workbook: 表决结果, 表决登记, 出席情况, 说明. The same record gives the same bytes. Faults as [`PaperFault::Workbook`].
pub fn workbook(meeting: &Meeting, witness: &Witness) -> Result<Vec<u8>, PaperFault> {
    written(meeting, witness).map_err(|error| PaperFault::Workbook { words: error.to_string() })
}

/// 表决结果 as CSV, for a spreadsheet that speaks Chinese: UTF-8 with its mark, lines that end as on Windows.
pub fn votes_csv(meeting: &Meeting) -> Vec<u8> {
    results(meeting).csv()
}

/// 出席情况 as CSV, as [`votes_csv`] is.
pub fn attendance_csv(meeting: &Meeting) -> Vec<u8> {
    attendance(meeting).csv()
}

/// What stands in a place of a table.
enum Cell {
    Text(String),
    Number(u32),
    /// A part of a whole.
    Part(Count, Count),
    /// Nothing to say; not nought.
    Empty,
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn count(count: Count) -> Self {
        Self::Number(count.0)
    }

    fn csv(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Number(number) => number.to_string(),
            Self::Part(part, whole) => wording::percent(*part, *whole),
            Self::Empty => String::new(),
        }
    }
}

struct Table {
    name: &'static str,
    /// So many columns stay in sight, whichever are looked at.
    kept: u16,
    /// The heads with the widths of their columns, in digits.
    heads: Vec<(String, u8)>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    fn new(name: &'static str, kept: u16, heads: &[(&str, u8)]) -> Self {
        let heads = heads.iter().map(|(head, width)| ((*head).to_owned(), *width)).collect();
        Self { name, kept, heads, rows: Vec::new() }
    }

    /// RFC 4180, with every text in quotation marks.
    fn csv(&self) -> Vec<u8> {
        let heads = self.heads.iter().map(|(head, _)| quoted(head)).collect();
        let rows = self.rows.iter().map(|row| row.iter().map(Cell::csv).collect());
        let lines = std::iter::once(heads).chain(rows).map(|fields: Vec<String>| fields.join(",") + "\r\n");
        [BOM.to_owned()].into_iter().chain(lines).collect::<String>().into_bytes()
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", defused(text).replace('"', "\"\""))
}

/// Text that a spreadsheet would take for a formula begins with an apostrophe: what somebody said must not reckon or call
/// out. The full-width signs count, which a Chinese spreadsheet takes for the others, and so do blanks before the sign.
fn defused(text: &str) -> String {
    let shown = shown(text);
    let formula = shown.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula || text.starts_with(['\t', '\r']) { format!("'{shown}") } else { shown }
}

/// 表决结果: a row for each vote, as in the 表决结果统计表, with every column whether this meeting needs it or not, so that the
/// tables of many meetings can be put below each other.
fn results(meeting: &Meeting) -> Table {
    let part = match meeting.call.rulebook.majority_of {
        MajorityOf::Entitled => "占应到比例",
        MajorityOf::Voting => "占参加表决比例",
    };
    let mut table = Table::new(
        "表决结果",
        3,
        &[
            ("序号", 6),
            ("议题", 20),
            ("姓名", 12),
            ("现任职务", 20),
            ("拟任职务", 20),
            ("拟免职务", 20),
            ("类别", 10),
            ("表决次别", 10),
            ("表决方式", 12),
            ("应到", 6),
            ("实到", 6),
            ("发出", 6),
            ("收回", 6),
            ("有效", 6),
            ("废票", 6),
            ("同意", 6),
            ("不同意", 8),
            ("弃权", 6),
            ("缓议", 6),
            ("该栏废", 8),
            (part, 16),
            ("结果", 12),
            ("未表决原因", 20),
            ("备注", 24),
        ],
    );
    let marks = Marks::of(meeting);
    for matter in tabled(meeting, &marks) {
        table.rows.extend(matter.rows().into_iter().map(|row| result(meeting, &matter, row)));
    }
    table
}

fn result(meeting: &Meeting, matter: &Tabled<'_>, row: Row) -> Vec<Cell> {
    let nominee = matter.matter.nominee.as_ref();
    let of_nominee = |text: fn(&Nominee) -> &str| nominee.map_or(Cell::Empty, |nominee| Cell::text(text(nominee)));
    let mut cells = vec![
        Cell::Number(matter.number),
        Cell::text(&matter.record.item.title),
        of_nominee(|nominee| &nominee.name),
        of_nominee(|nominee| &nominee.current_post),
        of_nominee(|nominee| &nominee.proposed_post),
        of_nominee(|nominee| &nominee.post_to_leave),
        Cell::text(nominee.map_or("一般议题", |nominee| wording::change(nominee.change))),
        Cell::text(row.which.trim_matches(['（', '）'])),
        if row.method == NOTHING { Cell::Empty } else { Cell::text(row.method) },
    ];
    cells.extend(figures(meeting, row.cast));
    cells.push(Cell::text(row.result));
    cells.push(Cell::text(row.reason));
    cells.push(Cell::text(row.remarks.join("；")));
    cells
}

/// From 应到 to the part that agrees.
fn figures(meeting: &Meeting, cast: Option<Cast>) -> [Cell; 12] {
    let Some(Cast { quorum, papers, tally, base }) = cast else { return [const { Cell::Empty }; 12] };
    let paper = |count: Option<Count>| count.map_or(Cell::Empty, Cell::count);
    let offered = |choice, count: Count| {
        let said = meeting.call.rulebook.offers(choice) || count.0 > 0;
        if said { Cell::count(count) } else { Cell::Empty }
    };
    [
        Cell::count(quorum.entitled()),
        Cell::count(quorum.present()),
        paper(papers.map(|papers| papers.issued)),
        paper(papers.map(|papers| papers.returned)),
        paper(papers.map(|papers| papers.valid())),
        paper(papers.map(|papers| papers.spoilt)),
        Cell::count(tally.agree),
        Cell::count(tally.against),
        offered(Choice::Abstain, tally.abstain),
        offered(Choice::Defer, tally.defer),
        paper(papers.map(|papers| papers.spoilt_field)),
        Cell::Part(tally.agree, base),
    ]
}

/// 表决登记: members down, votes by name across. A secret ballot has no column: there is no name to write.
fn register(meeting: &Meeting) -> Table {
    let marks = Marks::of(meeting);
    let votes: Vec<_> = tabled(meeting, &marks).into_iter().flat_map(|matter| matter.names()).collect();
    let mut table = Table::new("表决登记", 2, &[("序号", 6), ("姓名", 12), ("职务", 28)]);
    table.heads.extend(votes.iter().map(|vote| {
        let which = if vote.which.is_empty() { String::new() } else { format!("（{}）", vote.which) };
        (format!("{}　{}{which}", vote.number, vote.name), 14)
    }));
    for (number, seat) in (1..).zip(&meeting.seats) {
        let mut row = vec![Cell::Number(number), Cell::text(&seat.member.name), Cell::text(&seat.member.posts)];
        row.extend(votes.iter().filter_map(|vote| vote.cells.get(table.rows.len())).map(Cell::text));
        table.rows.push(row);
    }
    table
}

/// 出席情况: the roll call with the comings and goings, who sat in, and who took the minutes.
fn attendance(meeting: &Meeting) -> Table {
    let mut table = Table::new(
        "出席情况",
        2,
        &[
            ("序号", 6),
            ("姓名", 12),
            ("职务", 36),
            ("身份", 10),
            ("到会情况", 10),
            ("事由", 24),
            ("会中进出", 40),
            ("备注", 24),
        ],
    );
    let marks = Marks::of(meeting);
    let mut number = 0;
    let mut push = |name: &str, post: &str, rest: [Cell; 5]| {
        number += 1;
        let who = [Cell::Number(number), Cell::text(name), Cell::text(post)];
        table.rows.push(who.into_iter().chain(rest).collect());
    };
    for seat in &meeting.seats {
        let (found, reason) = match &seat.attendance {
            Some(Attendance::Present {}) => ("到会", ""),
            Some(Attendance::OnLeave { reason }) => ("请假", reason.as_str()),
            Some(Attendance::Absent { reason }) => ("缺席", reason.as_str()),
            None => ("未点名", ""),
        };
        let movements: Vec<String> = seat.movements.iter().map(movement).collect();
        let entries = seat.marked.into_iter().chain(seat.movements.iter().map(|movement| movement.stamp));
        let remarks: String = entries.map(|stamp| marks.at(stamp.entry)).collect();
        let rest = ["常委", found, reason, &movements.join("；"), &remarks].map(Cell::text);
        push(&seat.member.name, &seat.member.posts, rest);
    }
    for (place, record) in (1..).zip(&meeting.items) {
        for observer in &record.item.observers {
            let remark = format!("列席议题{}", wording::han(place));
            push(&observer.name, &observer.post, ["列席", "", "", "", &remark].map(Cell::text));
        }
    }
    let recorder = &meeting.call.recorder;
    push(&recorder.name, &recorder.post, ["记录", "", "", "", ""].map(Cell::text));
    table
}

/// 2026年3月5日 10:05 离会（接待信访）.
fn movement(movement: &Movement) -> String {
    let at = wording::date_clock(movement.time);
    match &movement.kind {
        MovementKind::Arrived {} => format!("{at} 到会"),
        MovementKind::Departed { reason } => wording::with_post(&format!("{at} 离会"), reason),
    }
}

/// 说明: which meeting, as of which entry, and what has to be known to read the others.
fn about(meeting: &Meeting, witness: &Witness) -> Table {
    let mut table = Table::new("说明", 0, &[("项目", 14), ("内容", 100)]);
    let marks = Marks::of(meeting);
    let found = |is: fn(&Attendance) -> bool| {
        meeting.seats.iter().filter(|seat| seat.attendance.as_ref().is_some_and(is)).count()
    };
    let turnout = format!(
        "应到 {} 人；点名到会 {} 人，请假 {} 人，缺席 {} 人",
        meeting.entitled(),
        found(|it| matches!(it, Attendance::Present {})),
        found(|it| matches!(it, Attendance::OnLeave { .. })),
        found(|it| matches!(it, Attendance::Absent { .. })),
    );
    let mut fields = vec![
        Field::text("会议名称", meeting_name(meeting)),
        Field::text("时间", time(meeting)),
        Field::text("地点", &meeting.call.place),
        Field::text("主持人", member_with_post(meeting, meeting.chair)),
        Field::text("出席", turnout),
    ];
    fields.extend(back_filling(meeting));
    fields.push(Field::text("记录状态", draft(&meeting.phase).unwrap_or("已封存")));
    fields.push(Field::text("记录截至", format!("第 {} 条", witness.entry)));
    fields.push(Field::text("记录指纹", &witness.fingerprint));
    fields.push(Field::lines("表决结果", notes(meeting, &marks)));
    let secret = |row: Row| row.cast.is_some_and(|cast| cast.papers.is_some());
    if tabled(meeting, &marks).into_iter().flat_map(Tabled::rows).any(secret) {
        fields.push(Field::text("表决登记", "只列口头、举手、记名表决；无记名投票只有票数，不记何人投何票。"));
    }
    fields.push(Field::text(
        "用途",
        "由会议记录导出，供统计查询，不是文书，不需签字；与会议记录不一致的，以会议记录为准。",
    ));
    for field in fields {
        for (place, text) in field.text.into_iter().enumerate() {
            let lead = if place == 0 { Cell::text(&field.lead) } else { Cell::Empty };
            table.rows.push(vec![lead, Cell::Text(text)]);
        }
    }
    table
}

fn written(meeting: &Meeting, witness: &Witness) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // As of the last entry: the same record gives the same bytes.
    let at = meeting.last_at.0.with_timezone(&Utc).format("%Y-%m-%dT%H:%M:%S").to_string();
    let at = ExcelDateTime::parse_from_str(&at)?;
    let properties = DocProperties::new().set_title(shown(&meeting_name(meeting))).set_creation_datetime(&at);
    workbook.set_properties(&properties);
    let cell = Format::new()
        .set_font_name("宋体")
        .set_font_size(11)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin);
    let head = cell.clone().set_bold().set_align(FormatAlign::Center).set_background_color(0x00F2_F2F2);
    let part = cell.clone().set_num_format("0.0%");
    for table in [results(meeting), register(meeting), attendance(meeting), about(meeting, witness)] {
        let sheet = workbook.add_worksheet();
        let width: u32 = table.heads.iter().map(|(_, width)| u32::from(*width)).sum();
        let paper = if width > WIDE { A3 } else { A4 };
        sheet.set_name(table.name)?.set_landscape().set_paper_size(paper).set_print_fit_to_pages(1, 0);
        sheet.set_freeze_panes(1, table.kept)?.set_repeat_rows(0, 0)?.set_footer("&C第 &P 页，共 &N 页");
        for (column, (text, width)) in (0..).zip(&table.heads) {
            sheet.set_column_width(column, *width)?.write_string_with_format(0, column, shown(text), &head)?;
        }
        for (row, cells) in (1..).zip(&table.rows) {
            for (column, value) in (0..).zip(cells) {
                match value {
                    Cell::Text(text) => sheet.write_string_with_format(row, column, shown(text), &cell)?,
                    Cell::Number(number) => sheet.write_number_with_format(row, column, *number, &cell)?,
                    Cell::Part(part_of, whole) => {
                        let share = f64::from(part_of.0) / f64::from(whole.0.max(1));
                        sheet.write_number_with_format(row, column, share, &part)?
                    }
                    Cell::Empty => sheet.write_blank(row, column, &cell)?,
                };
            }
        }
    }
    workbook.save_to_buffer()
}
