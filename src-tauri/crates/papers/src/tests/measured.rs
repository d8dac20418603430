//! The printed page under the ruler: what GB/T 9704—2012 asks for is measured in the PDF, by other programs than the one
//! that laid it out. Clauses of that standard in brackets.

use super::readers::{Letter, OnDisk, file_of_the_meeting};
use super::*;

/// The type area (5.2.1), from the upper left corner of the paper, in millimetres.
const LEFT: f64 = 28.0;
const TOP: f64 = 37.0;
const WIDE: f64 = 156.0;
const HIGH: f64 = 225.0;
const LINES: usize = 22;
const LETTERS: usize = 28;
/// 3 号, 2 号 and 4 号 in points.
const THREE: f64 = 16.0;
const TWO: f64 = 22.0;
const FOUR: f64 = 14.0;
/// Of a character's height above its baseline; the rest is below.
const ABOVE: f64 = 0.88;

fn near(measured: f64, wanted: f64, tolerance: f64, what: &str) {
    assert!((measured - wanted).abs() <= tolerance, "{what}: {measured:.3}, not {wanted:.3}");
}

fn in_type_area(line: &[&Letter]) -> bool {
    line[0].baseline < (TOP + HIGH) * MM
}

/// Minutes with pages of nothing but Han characters.
fn long_minutes() -> OnDisk {
    let mut room = Room::sitting(3, vec![ordinary("议题")]);
    room.does(MeetingCommand::TakeUpItem { item: ItemId(1) });
    room.introduces(&"汇报全市重点工作推进情况".repeat(300));
    room.does(MeetingCommand::CloseItem { decision: "同意。".into() });
    room.adjourns_and_seals();
    OnDisk::new(&room.minutes().pdf().expect("a PDF"))
}

#[test]
fn a_full_page_is_22_lines_of_28_characters_of_fangsong_in_the_type_area() {
    let file = long_minutes();
    let mut full_pages = 0;
    for page in file.pages() {
        near(page.width / MM, 210.0, 0.05, "[5.1] width of A4");
        near(page.height / MM, 297.0, 0.05, "[5.1] height of A4");
        let lines: Vec<Vec<&Letter>> = page.lines().into_iter().filter(|line| in_type_area(line)).collect();
        let plain = |line: &[&Letter]| {
            let fang = |letter: &&Letter| letter.font == "FandolFang-Regular" && letter.size == THREE;
            line.iter().all(fang) && line.len() == LETTERS
        };
        if !lines.iter().all(|line| plain(line)) {
            continue;
        }
        full_pages += 1;
        let page = page.number;
        assert_eq!(lines.len(), LINES, "[5.2.3] lines on page {page}");
        let (first, last) = (&lines[0], &lines[LINES - 1]);
        near((first[0].baseline - ABOVE * THREE) / MM, TOP, 0.05, "[5.2.1] top of the type area");
        // A line is a character's height and 7/8 of it (3.2); the type area is 22 of them.
        let pitch = (last[0].baseline - first[0].baseline) / (LINES - 1) as f64;
        near(pitch / MM, HIGH / LINES as f64, 0.005, "[5.2.3] pitch of the lines");
        let end = last[0].baseline + (1.0 - ABOVE) * THREE;
        near((end + pitch - THREE) / MM, TOP + HIGH, 0.05, "[5.2.1] foot of the type area");
        for (number, line) in (1..).zip(&lines) {
            near(line[0].left / MM, LEFT, 0.02, &format!("[5.2.1] left edge of line {number}, page {page}"));
            let right = line[LETTERS - 1].left + THREE;
            near(right / MM, LEFT + WIDE, 0.1, &format!("[5.2.1] right edge of line {number}, page {page}"));
            for pair in line.windows(2) {
                near((pair[1].left - pair[0].left) / MM, WIDE / LETTERS as f64, 0.02, "[5.2.3] pitch of characters");
            }
        }
    }
    assert!(full_pages >= 4, "only {full_pages} full pages were measured");
}

#[test]
fn the_body_of_the_minutes_stands_on_the_grid_of_lines() {
    let (_, _, pdf) = named("minutes");
    let pitch = HIGH / LINES as f64;
    let mut measured = 0;
    // The first page has the title, which is larger.
    for page in &OnDisk::new(pdf).pages()[1..] {
        for line in page.lines().iter().filter(|line| in_type_area(line) && line[0].size == THREE) {
            let top = line[0].baseline / MM - ABOVE * THREE / MM - TOP;
            let place = (top / pitch).round();
            near(top, place * pitch, 0.1, &format!("[5.2.3] line {place} of page {}", page.number));
            measured += 1;
        }
    }
    assert!(measured > 200, "{measured}");
}

fn named(wanted: &str) -> &'static (String, PaperKind, Vec<u8>) {
    file_of_the_meeting().iter().find(|(name, ..)| name == wanted).expect("the paper")
}

#[test]
fn titles_are_of_size_two_and_in_the_middle() {
    for name in ["notice", "agenda", "minutes", "extract-1", "extract-2"] {
        let (_, _, pdf) = named(name);
        let first = &OnDisk::new(pdf).pages()[0];
        let title = |line: &Vec<&Letter>| line.iter().all(|letter| letter.size == TWO);
        let title: Vec<Vec<&Letter>> = first.lines().into_iter().filter(title).collect();
        assert!(!title.is_empty(), "[7.3.1] {name} has no title of size 2");
        for line in title {
            // Noto Serif stands in for what 小标宋 lacks, of figures for example.
            let song = ["FandolSong-Bold", "NotoSerifCJKsc-Regular"];
            assert!(line.iter().all(|letter| song.contains(&letter.font.as_str())), "[7.3.1] {name}: {line:?}");
            let (left, right) = (line[0].ink().0 / MM - LEFT, LEFT + WIDE - line[line.len() - 1].ink().1 / MM);
            near(left, right, 0.6, &format!("[7.3.1] {name}: the title is in the middle"));
        }
    }
}

#[test]
fn the_mark_of_the_summary_is_red_and_35_mm_below_the_top_of_the_type_area() {
    let (_, _, pdf) = named("summary");
    let file = OnDisk::new(pdf);
    let first = &file.pages()[0];
    let mark: Vec<&Letter> = first.inked().filter(|letter| letter.size > TWO).collect();
    let words: String = mark.iter().map(|letter| letter.letter).collect();
    assert_eq!(words, "中共云澜市委常委会会议纪要", "[10.3] the mark");
    let right = |letter: &&&Letter| letter.colour == "#ff0000" && letter.font == "FandolSong-Bold";
    assert_eq!(mark.iter().filter(right).count(), mark.len(), "[10.3] red and in 小标宋: {mark:?}");
    let (left, right) = (mark[0].left / MM - LEFT, LEFT + WIDE - mark[mark.len() - 1].right / MM);
    near(left, right, 0.2, "[10.3] the mark is in the middle");
    // The ink, in a picture of the white above it and of itself. Red is grey 76.
    const DOTS: u32 = 600;
    let above = [LEFT * MM, TOP * MM, (LEFT + WIDE) * MM, (TOP + 60.0) * MM];
    let picture = file.picture(1, DOTS, Some(above));
    let row = picture.grey.chunks(picture.width).position(|row| row.iter().any(|grey| *grey < 128)).expect("the mark");
    near(row as f64 * 25.4 / f64::from(DOTS), 35.0, 0.1, "[10.3] upper edge of the mark below the type area's");
}

#[test]
fn page_numbers_stand_outside_below_the_type_area() {
    let file = long_minutes();
    let pages = file.pages();
    assert!(pages.len() >= 4);
    for page in &pages {
        let in_foot = |letter: &&Letter| letter.baseline > (TOP + HIGH) * MM && letter.size == FOUR;
        let foot: Vec<&Letter> = page.inked().filter(in_foot).collect();
        let page = page.number;
        let words: String = foot.iter().map(|letter| letter.letter).collect();
        assert_eq!(words, format!("—{page}—"), "[7.5] a number between two dashes, of size 4");
        assert!(foot.iter().all(|letter| letter.font == "NotoSerifCJKsc-Regular"), "[7.5] figures in 宋体");
        let (first, last) = (foot[0], foot[foot.len() - 1]);
        // One character is 1/28 of the type area.
        let one = WIDE / LETTERS as f64;
        if page % 2 == 1 {
            near(LEFT + WIDE - last.right / MM, one, 0.1, "[7.5] an odd page has it right, one character in");
        } else {
            near(first.left / MM - LEFT, one, 0.1, "[7.5] an even page has it left, one character in");
        }
        // The ink of the first dash, in a picture.
        const DOTS: u32 = 600;
        let around = [first.left, (TOP + HIGH) * MM, first.right, (TOP + HIGH + 14.0) * MM];
        let picture = file.picture(page, DOTS, Some(around));
        let dark = |row: &[u8]| row.iter().filter(|grey| **grey < 128).count() > row.len() / 2;
        let row = picture.grey.chunks(picture.width).position(dark).expect("the dash");
        near(row as f64 * 25.4 / f64::from(DOTS), 7.0, 0.1, "[7.5] the dash below the type area");
    }
}

#[test]
fn every_paper_leaves_room_for_binding_and_at_its_edges() {
    for (name, _, pdf) in file_of_the_meeting() {
        for page in OnDisk::new(pdf).pages() {
            for letter in page.inked() {
                let top = letter.baseline - ABOVE * letter.size;
                let sides = [letter.left, top, page.width - letter.right, page.height - letter.baseline];
                let [left, top, right, bottom] = sides.map(|points| points / MM);
                let place = format!("{name}, page {}: {letter:?}", page.number);
                // A sheet on its side is bound at its top (8).
                let (binding, other) = if page.width < page.height { (left, top) } else { (top, left) };
                assert!(binding >= 24.99, "room for binding: {place}");
                // No office printer reaches nearer than 5 mm; the foot of a sheet on its side stands lowest.
                assert!(other >= 10.0 && right >= 10.0 && bottom >= 10.0, "room at the edges: {place}");
            }
        }
    }
}

#[test]
fn papers_in_the_format_of_official_documents_keep_to_the_type_area() {
    for name in ["notice", "agenda", "minutes", "summary", "extract-1", "extract-2", "corrections"] {
        let (_, _, pdf) = named(name);
        for page in OnDisk::new(pdf).pages() {
            for letter in page.inked() {
                let place = format!("{name}, page {}: {letter:?}", page.number);
                let (left, right) = letter.ink();
                assert!(left / MM >= LEFT - 0.1, "[5.2.1] left: {place}");
                assert!(right / MM <= LEFT + WIDE + 0.1, "[5.2.1] right: {place}");
                assert!((letter.baseline - ABOVE * letter.size) / MM >= TOP - 0.1, "[5.2.1] top: {place}");
                let below = letter.baseline / MM - (TOP + HIGH);
                assert!(below <= 0.0 || (7.0..17.0).contains(&below), "[5.2.1, 7.5] foot: {place}");
            }
        }
    }
}
