//! The office's own fonts: which files are taken, which are passed over, and what a paper set in them says of it.

use super::*;
use crate::FontUse;

/// A bundled font under other family names, as an office's own would have them.
fn named(source: &str, families: &[&str]) -> Vec<u8> {
    let mut font = fs::read(font_folder().join(source)).expect("a bundled font");
    let mut records = Vec::new();
    let mut letters = Vec::new();
    let mut put = |language: u16, id: u16, words: &str| {
        let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let (length, offset) = (utf16.len() as u16, letters.len() as u16);
        for field in [3, 1, language, id, length, offset] {
            records.extend(field.to_be_bytes());
        }
        letters.extend(utf16);
    };
    for family in families {
        put(if family.is_ascii() { 0x409 } else { 0x804 }, 1, family);
    }
    put(0x409, 2, "Regular");
    let count = (families.len() + 1) as u16;
    let head = [0, count, 6 + 12 * count].into_iter().flat_map(u16::to_be_bytes);
    let table: Vec<u8> = head.chain(records).chain(letters).collect();
    font.resize(font.len().next_multiple_of(4), 0);
    let at = directory_entry(&font, b"name");
    let place = (font.len() as u32).to_be_bytes();
    font[at + 8..at + 12].copy_from_slice(&place);
    font[at + 12..at + 16].copy_from_slice(&(table.len() as u32).to_be_bytes());
    font.extend(table);
    font
}

fn directory_entry(font: &[u8], tag: &[u8; 4]) -> usize {
    (12..).step_by(16).find(|at| &font[*at..*at + 4] == tag).expect("the table")
}

fn offset(font: &[u8], at: usize) -> usize {
    u32::from_be_bytes(font[at..at + 4].try_into().expect("four bytes")) as usize
}

/// With the flag that forbids embedding.
fn forbidden(mut font: Vec<u8>) -> Vec<u8> {
    let os2 = offset(&font, directory_entry(&font, b"OS/2") + 8);
    font[os2 + 8..os2 + 10].copy_from_slice(&[0, 2]);
    font
}

/// The only face of a collection.
fn collected(font: &[u8]) -> Vec<u8> {
    const HEAD: usize = 16;
    let mut file = [&b"ttcf"[..], &[0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 16], font].concat();
    let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
    for entry in (0..tables).map(|table| HEAD + 12 + 16 * table + 8) {
        let moved = (offset(&file, entry) + HEAD) as u32;
        file[entry..entry + 4].copy_from_slice(&moved.to_be_bytes());
    }
    file
}

fn families(used: &[FontUse]) -> Vec<&str> {
    used.iter().map(|font| font.family.as_str()).collect()
}

#[test]
fn the_bundled_fonts_alone_are_what_a_paper_says_it_is_set_in() {
    let paper = sample().minutes();
    let bundled = ["FandolFang R", "FandolHei", "FandolKai", "FandolSong", "Noto Serif CJK SC"];
    assert_eq!(families(&paper.fonts()), bundled);
    assert_eq!(paper.fonts(), fonts().in_use());
    for font in paper.fonts() {
        assert_eq!(font.digest.len(), 12, "{font:?}");
    }
    // Of sha256sum.
    assert_eq!(fonts().in_use()[1].digest, "4afa97aa8751");
}

#[test]
fn the_office_s_own_fonts_go_before_the_bundled_ones() {
    let folder = tempfile::tempdir().expect("a folder");
    let deep = folder.path().join("truetype/方正");
    fs::create_dir_all(&deep).expect("made");
    let put = |path: PathBuf, bytes: &[u8]| fs::write(path, bytes).expect("written");
    // The GB2312 one is asked for before the other, wherever it lies and whatever language its name is in.
    put(folder.path().join("a.ttf"), &named("FandolHei-Regular.otf", &["FangSong", "仿宋"]));
    put(deep.join("z.TTF"), &named("FandolKai-Regular.otf", &["Fangsong_gb2312", "仿宋_GB2312"]));
    put(deep.join("hei.ttc"), &collected(&named("FandolHei-Regular.otf", &["SimHei"])));
    // Passed over: not to be embedded, no font, cut short, asked for by no role.
    put(deep.join("title.otf"), &forbidden(named("FandolSong-Bold.otf", &["方正小标宋简体"])));
    put(deep.join("kai.otf"), b"no font");
    let short = named("FandolKai-Regular.otf", &["楷体"]);
    put(deep.join("short.otf"), &short[..short.len() - 9]);
    put(deep.join("other.otf"), &named("FandolKai-Regular.otf", &["隶书"]));
    let nowhere = folder.path().join("nowhere");
    let fonts = Fonts::load_with_office(&font_folder(), &[nowhere, folder.path().into()]).expect("loaded");
    let first = ["Fangsong_gb2312", "SimHei", "FandolKai", "FandolSong", "Noto Serif CJK SC"];
    assert_eq!(families(&fonts.in_use()), first);
    assert_eq!(fonts.lists["fang"], serde_json::json!(["Fangsong_gb2312", "FandolFang R", "Noto Serif CJK SC"]));
    assert_eq!(fonts.lists["title"], serde_json::json!(["FandolSong", "Noto Serif CJK SC"]));

    let mut room = Room::called(
        &named_committee(vec!["王堃".into(), "李".into(), "何".into()]),
        &asked(vec![ordinary("议题")]),
        1,
    );
    room.does(MeetingCommand::MarkAttendance { member: MemberId(1), attendance: Attendance::Present {} });
    let paper = Paper::lay_out(&PaperKind::Minutes, &room.meeting, &room.witness(), &fonts).expect("laid out");
    holds(&paper);
    assert!(text(&paper).contains("王堃"));
    assert_eq!(families(&paper.fonts()), ["Fangsong_gb2312", "SimHei", "FandolSong", "Noto Serif CJK SC"]);
    paper.pdf().expect("a PDF");
}

#[test]
fn an_office_without_fonts_prints_with_the_bundled_ones() {
    let empty = tempfile::tempdir().expect("a folder");
    let fonts = Fonts::load_with_office(&font_folder(), &[empty.path().into()]).expect("loaded");
    assert_eq!(fonts.in_use(), super::fonts().in_use());
    let room = sample();
    let paper = Paper::lay_out(&PaperKind::Minutes, &room.meeting, &room.witness(), &fonts).expect("laid out");
    assert_eq!(paper.pdf(), room.minutes().pdf());
}

#[cfg(unix)]
#[test]
fn links_that_go_in_circles_end() {
    let folder = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).expect("linked");
    assert!(Fonts::load_with_office(&font_folder(), &[folder.path().into()]).is_ok());
}
