//! Every form that is read, and files that mean ill.

use std::fs;
use std::io::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

const CSV: &str = "姓名,职务,任职时间\n周明,市委书记,2024-03-05\n李建国,市长,\n";

fn file(bytes: &[u8], encoding: Option<TextEncoding>, sheet: Option<&str>) -> Result<TableView, TableTrouble> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("名册.bin");
    fs::write(&path, bytes).expect("written");
    let source = TableSource::File(path.to_str().expect("a path").to_owned());
    match read(&source, encoding, sheet, TableUse::Roster).expect("no fault") {
        TableReading::Table(view) => Ok(view),
        TableReading::Unreadable(trouble) => Err(trouble),
    }
}

fn pasted(text: &str) -> Result<TableView, TableTrouble> {
    match read(&TableSource::Text(text.to_owned()), None, None, TableUse::Roster).expect("no fault") {
        TableReading::Table(view) => Ok(view),
        TableReading::Unreadable(trouble) => Err(trouble),
    }
}

fn rows(view: &TableView) -> Vec<Vec<&str>> {
    view.table.rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect()
}

fn utf16(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
}

fn workbook(fill: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book).expect("filled");
    book.save_to_buffer().expect("a workbook")
}

/// The parts of a workbook by hand, with this in its only sheet.
fn sheet_of(cells: &str) -> Vec<u8> {
    let head = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        (
            "_rels/.rels",
            format!(
                r#"{head}<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"{head}<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"{head}<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"{head}<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>"#),
        ),
    ];
    zipped(parts.iter().map(|(name, text)| (*name, text.as_bytes())))
}

fn zipped<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(name, options).expect("a part");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

#[test]
fn every_encoding_of_a_text_file_is_detected() {
    let wanted = pasted(CSV).expect("read").table;
    let (gbk, _, spoilt) = GB18030.encode(CSV);
    assert!(!spoilt);
    let marked = [b"\xEF\xBB\xBF", CSV.as_bytes()].concat();
    for (bytes, encoding) in [
        (CSV.as_bytes().to_vec(), TextEncoding::Utf8),
        (marked, TextEncoding::Utf8),
        (gbk.into_owned(), TextEncoding::Gb18030),
        (utf16(CSV, true, u16::to_le_bytes), TextEncoding::Utf16Le),
        (utf16(CSV, true, u16::to_be_bytes), TextEncoding::Utf16Be),
    ] {
        let view = file(&bytes, None, None).expect("read");
        assert_eq!(view.encoding, Some(encoding));
        assert_eq!(view.table, wanted, "{encoding:?}");
    }
    assert_eq!(wanted.rows[1], ["周明", "市委书记", "2024-03-05"]);
    assert_eq!((wanted.head, wanted.columns[0]), (1, Some(Column::Name)));
}

#[test]
fn the_user_knows_the_encoding_better() {
    let (gbk, ..) = GB18030.encode(CSV);
    let misread = file(&gbk, Some(TextEncoding::Utf8), None).expect("read all the same");
    assert_eq!(misread.encoding, Some(TextEncoding::Utf8));
    assert!(misread.table.rows[0][0].contains(char::REPLACEMENT_CHARACTER));
    let unmarked = utf16(CSV, false, u16::to_le_bytes);
    assert_eq!(file(&unmarked, None, None), Err(TableTrouble::NoTable {}));
    assert_eq!(file(&unmarked, Some(TextEncoding::Utf16Le), None).expect("read").table.rows[2][0], "李建国");
}

#[test]
fn cells_are_parted_by_tabs_commas_or_semicolons() {
    for (text, separator) in [
        ("姓名\t职务\n周明\t市委书记, 市长, 主任\n", Separator::Tab),
        ("姓名,职务\n周明,市委书记\n", Separator::Comma),
        ("姓名;职务\n周明;市委书记\n", Separator::Semicolon),
    ] {
        let view = pasted(text).expect("read");
        assert_eq!((view.separator, view.table.rows[1].len()), (Some(separator), 2), "{text}");
    }
    let quoted = pasted("姓名\t职务\n周明\t\"市委常委、\n组织部部长\"\n王芳\t\"号称\"\"一\"\"\"\n").expect("read");
    assert_eq!(rows(&quoted)[1..], [["周明", "市委常委、组织部部长"], ["王芳", "号称\"一\""]]);
}

#[test]
fn a_workbook_is_read_as_it_is_seen() {
    let bytes = workbook(|book| {
        book.add_worksheet().set_name("空表")?;
        let hidden = book.add_worksheet().set_name("隐藏")?;
        hidden.set_hidden(true).write(0, 0, "姓名")?;
        let sheet = book.add_worksheet().set_name("名册")?;
        for (column, heading) in (0..).zip(["姓名", "职务", "任职时间", "排名"]) {
            sheet.write(1, column, heading)?;
        }
        let day = Format::new().set_num_format("yyyy年m月d日");
        sheet.write(2, 0, "周　明")?.write(2, 1, "市委书记")?;
        sheet.write_with_format(2, 2, &ExcelDateTime::from_ymd(2024, 3, 5)?, &day)?.write(2, 3, 1)?;
        sheet.write(3, 0, "李建国")?.write(3, 2, 45356)?.write(3, 3, true)?;
        sheet.write(4, 0, Formula::new("=A3").set_result("周　明"))?.write(
            4,
            1,
            Formula::new("=1/0").set_result("#DIV/0!"),
        )?;
        book.add_worksheet().set_name("他表")?.write(0, 0, "姓名")?;
        Ok(())
    });
    let view = file(&bytes, None, None).expect("read");
    assert_eq!(view.sheets, ["空表", "名册", "他表"]);
    assert_eq!((view.sheet.as_deref(), view.encoding, view.table.head), (Some("名册"), None, 2));
    assert_eq!(
        rows(&view)[2..],
        [["周　明", "市委书记", "2024-03-05", "1"], ["李建国", "", "45356", "true"], ["周　明", "#DIV/0!", "", ""]]
    );
    assert_eq!(rows(&file(&bytes, None, Some("他表")).expect("read")), [["姓名"]]);
    assert_eq!(file(&bytes, None, Some("隐藏")), Err(TableTrouble::Empty {}), "what is hidden stays so");
}

#[test]
fn signs_that_cannot_be_seen_are_left_out() {
    let view = pasted("\u{feff}姓名\t职务\n周\u{200b}明\u{0}\t\u{202e}市委书记\u{7}\nAnn Lee\t\"Head,\nOffice\"\n")
        .expect("read");
    assert_eq!(rows(&view), [["姓名", "职务"], ["周明", "市委书记"], ["Ann Lee", "Head, Office"]]);
}

#[test]
fn what_is_too_much_says_so() {
    let long = "长".repeat(MOST_LETTERS + 1);
    let trouble = TableTrouble::CellTooLong { row: 2, column: 2, limit: MOST_LETTERS };
    assert_eq!(pasted(&format!("姓名,职务\n周明,{long}\n")), Err(trouble));
    let many = "周明\n".repeat(MOST_ROWS + 1);
    assert_eq!(pasted(&many), Err(TableTrouble::TooManyRows { limit: MOST_ROWS }));
    assert_eq!(pasted(&many[.."周明\n".len() * MOST_ROWS]).expect("read").table.rows.len(), MOST_ROWS);
    let wide = "周明,".repeat(MOST_COLUMNS) + "周明";
    assert_eq!(pasted(&wide), Err(TableTrouble::TooManyColumns { limit: MOST_COLUMNS }));
    let large = vec![b'a'; usize::try_from(MOST_BYTES).expect("fits") + 1];
    assert_eq!(file(&large, None, None), Err(TableTrouble::TooLarge { limit: 8 }));
    assert_eq!(pasted(&String::from_utf8(large).expect("letters")), Err(TableTrouble::TooLarge { limit: 8 }));
    for nothing in ["", " \n,,\n", "\t\t\n"] {
        assert_eq!(pasted(nothing), Err(TableTrouble::Empty {}));
    }
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let zeros = vec![b' '; usize::try_from(MOST_UNPACKED).expect("fits") + 1];
    let bomb = zipped([("xl/workbook.xml", &b"<workbook/>"[..]), ("xl/sharedStrings.xml", &zeros)].into_iter());
    assert!((bomb.len() as u64) < MOST_BYTES / 10, "small outside");
    assert_eq!(file(&bomb, None, None), Err(TableTrouble::TooLarge { limit: 64 }));
}

#[test]
fn a_cell_in_the_far_corner_is_not_laid_out() {
    let name = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>"#;
    assert_eq!(rows(&file(&sheet_of(name), None, None).expect("read")), [["姓名"]]);
    let far =
        |cell: &str| format!(r#"{name}<row r="1048576"><c r="{cell}" t="inlineStr"><is><t>远</t></is></c></row>"#);
    let trouble = file(&sheet_of(&far("A1048576")), None, None);
    assert_eq!(trouble, Err(TableTrouble::TooManyRows { limit: MOST_ROWS }));
    let wide = name.replace("A1", "XFD1");
    assert_eq!(file(&sheet_of(&wide), None, None), Err(TableTrouble::TooManyColumns { limit: MOST_COLUMNS }));
}

#[test]
fn what_is_no_table_is_called_by_what_it_is() {
    let compound = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat();
    let locked = [&compound[..], &utf16("EncryptedPackage", false, u16::to_le_bytes)].concat();
    for (bytes, trouble) in [
        (b"%PDF-1.7\n1 0 obj".to_vec(), TableTrouble::NoTable {}),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), TableTrouble::NoTable {}),
        (zipped([("word/document.xml", &b"<w/>"[..])].into_iter()), TableTrouble::NoTable {}),
        (zipped([("content.xml", &b"<ods/>"[..])].into_iter()), TableTrouble::OtherForm {}),
        (b"<html><table><tr><td>name".to_vec(), TableTrouble::OtherForm {}),
        (compound, TableTrouble::OtherForm {}),
        (locked, TableTrouble::Locked {}),
        (b"PK\x03\x04nothing of the kind".to_vec(), TableTrouble::Damaged {}),
        ("姓名,职务\n\"周明,市委书记\n".as_bytes().to_vec(), TableTrouble::OpenQuote {}),
    ] {
        assert_eq!(file(&bytes, None, None), Err(trouble));
    }
}

#[test]
fn a_file_that_was_cut_off_anywhere_is_an_answer() {
    let bytes = workbook(|book| book.add_worksheet().write(0, 0, "姓名").map(drop));
    for cut in (4..bytes.len()).step_by(37) {
        assert!(file(&bytes[..cut], None, None).is_err(), "cut at {cut}");
    }
    // Every byte of it turned round, one at a time: read or not, nothing falls over.
    for place in (0..bytes.len()).step_by(11) {
        let mut broken = bytes.clone();
        broken[place] ^= 0x5A;
        drop(file(&broken, None, None));
    }
    let cut = &CSV.as_bytes()[..CSV.len() - "国,市长,\n".len() - 1];
    let view = file(cut, None, None).expect("read as far as it goes");
    assert_eq!(view.encoding, Some(TextEncoding::Utf8));
    assert!(view.table.rows[2][0].ends_with(char::REPLACEMENT_CHARACTER), "{:?}", view.table.rows);
}

#[test]
fn trouble_with_the_file_system_is_a_fault() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| TableSource::File(folder.path().join(name).to_str().expect("a path").to_owned());
    let missing = read(&at("无.csv"), None, None, TableUse::Roster).expect_err("a fault");
    assert_eq!(missing.code, crate::FaultCode::NotFound);
    let folder_itself = read(&at("."), None, None, TableUse::Roster).expect("an answer");
    assert_eq!(folder_itself, TableReading::Unreadable(TableTrouble::NoTable {}));
}
