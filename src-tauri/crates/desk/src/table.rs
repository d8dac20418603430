//! Tables from outside: a workbook (XLSX), a text file (CSV), or what was pasted from a spreadsheet. Read as text, cell by
//! cell, within limits; what any of it means is for `import.rs`. A file that is none of these is answered with what it is,
//! and nothing that it holds can be run: formulas count as their last value, and text that begins like one is only text.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Cell, DataRef, Reader, SheetType, SheetVisible, Xlsx};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zip::ZipArchive;

use crate::Fault;
use crate::heading::{Column, TableUse, headings};

/// Of a file, or of a pasted text.
const MOST_BYTES: u64 = 8 << 20;
/// Of a workbook, unpacked.
const MOST_UNPACKED: u64 = 64 << 20;
const MOST_ROWS: usize = 2_000;
const MOST_COLUMNS: usize = 100;
/// Characters in a cell.
const MOST_LETTERS: usize = 4_000;

/// Where a table comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum TableSource {
    /// A file.
    File(String),
    /// What was pasted.
    Text(String),
}

/// How a text file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum TextEncoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// GB18030, of which GBK and GB 2312 are parts: what a Chinese spreadsheet writes.
    Gb18030,
    /// UTF-16, low byte first: the spreadsheets' "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

impl TextEncoding {
    fn of(self) -> &'static Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Gb18030 => GB18030,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
        }
    }

    /// By its mark; else UTF-8 where all of it is, which no text in GB18030 is by chance; else GB18030. A file that was cut
    /// off inside of its last character is still what it was.
    fn detect(bytes: &[u8]) -> Self {
        let utf8 = std::str::from_utf8(bytes)
            .map_or_else(|error| error.error_len().is_none() && !bytes[..error.valid_up_to()].is_ascii(), |_| true);
        match Encoding::for_bom(bytes) {
            Some((marked, _)) if marked == UTF_16LE => Self::Utf16Le,
            Some((marked, _)) if marked == UTF_16BE => Self::Utf16Be,
            _ if utf8 => Self::Utf8,
            _ => Self::Gb18030,
        }
    }
}

/// What stands between the cells of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Separator {
    /// As pasted from a spreadsheet.
    Tab,
    /// The usual one.
    Comma,
    /// That of some systems.
    Semicolon,
}

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Self::Tab => b'\t',
            Self::Comma => b',',
            Self::Semicolon => b';',
        }
    }
}

/// A table as it was read, or why it was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum TableReading {
    /// Read.
    Table(TableView),
    /// It cannot be read.
    Unreadable(TableTrouble),
}

/// A table as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct TableView {
    /// All of a workbook's sheets that can be seen; none for a text.
    pub sheets: Vec<String>,
    /// The one that was read.
    pub sheet: Option<String>,
    /// How the file was taken to be written; none for a workbook and for what was pasted.
    pub encoding: Option<TextEncoding>,
    /// What the cells were taken to be parted by.
    pub separator: Option<Separator>,
    /// What is in it, and what its headings say.
    pub table: Table,
}

/// Rows of text, and what their columns are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Table {
    /// All of them as wide as the widest.
    pub rows: Vec<Vec<String>>,
    /// How many rows at the top are titles and headings.
    pub head: usize,
    /// What each column is, as its heading says or the user chose; `None` for one that is left out.
    pub columns: Vec<Option<Column>>,
}

/// Why a table cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TableTrouble {
    /// Larger than any roster.
    TooLarge {
        /// In MiB.
        limit: u64,
    },
    /// Too many rows.
    TooManyRows {
        /// At most.
        limit: usize,
    },
    /// Too many columns.
    TooManyColumns {
        /// At most.
        limit: usize,
    },
    /// More in one cell than any of these columns holds.
    CellTooLong {
        /// From 1.
        row: usize,
        /// From 1.
        column: usize,
        /// At most, in characters.
        limit: usize,
    },
    /// Nothing is in it.
    Empty {},
    /// No table at all: a picture, a PDF, a program.
    NoTable {},
    /// A table in a form that is not read: to be saved as XLSX or CSV.
    OtherForm {},
    /// It has a password.
    Locked {},
    /// It is cut off, or something in it is broken.
    Damaged {},
    /// A quotation mark opens in the text and does not close.
    OpenQuote {},
}

enum Stop {
    Trouble(TableTrouble),
    Fault(Fault),
}

impl From<TableTrouble> for Stop {
    fn from(trouble: TableTrouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Fault(Fault::io(&error))
    }
}

/// Reads a table. Trouble with the file system is a fault; all else that is wrong with it is an answer.
pub(crate) fn read(
    source: &TableSource,
    encoding: Option<TextEncoding>,
    sheet: Option<&str>,
    used: TableUse,
) -> Result<TableReading, Fault> {
    let view = match source {
        TableSource::Text(text) if text.len() as u64 > MOST_BYTES => Err(too_large().into()),
        TableSource::Text(text) => of_text(text, None).map_err(Stop::from),
        TableSource::File(path) => load(path).and_then(|bytes| Ok(of_file(&bytes, encoding, sheet)?)),
    };
    match view {
        Ok(mut view) => {
            (view.table.head, view.table.columns) = headings(&view.table.rows, used);
            Ok(TableReading::Table(view))
        }
        Err(Stop::Trouble(trouble)) => Ok(TableReading::Unreadable(trouble)),
        Err(Stop::Fault(fault)) => Err(fault),
    }
}

fn too_large() -> TableTrouble {
    TableTrouble::TooLarge { limit: MOST_BYTES >> 20 }
}

fn load(path: &str) -> Result<Vec<u8>, Stop> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if !about.is_file() {
        return Err(TableTrouble::NoTable {}.into());
    }
    let mut bytes = Vec::new();
    // What the system says of the length may be out of date.
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES { Err(too_large().into()) } else { Ok(bytes) }
}

/// By what is in it: the ending of a name promises nothing.
fn of_file(bytes: &[u8], encoding: Option<TextEncoding>, sheet: Option<&str>) -> Result<TableView, TableTrouble> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
    if bytes.starts_with(ZIP) {
        // A reader of files from anywhere may have a case that nobody thought of: it costs this table and nothing else.
        return catch_unwind(AssertUnwindSafe(|| of_workbook(bytes, sheet))).unwrap_or(Err(TableTrouble::Damaged {}));
    }
    if bytes.starts_with(COMPOUND) {
        let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = bytes.windows(mark.len()).any(|window| window == mark);
        return Err(if locked { TableTrouble::Locked {} } else { TableTrouble::OtherForm {} });
    }
    let encoding = encoding.unwrap_or_else(|| TextEncoding::detect(bytes));
    let (text, _) = encoding.of().decode_with_bom_removal(bytes);
    if text.contains('\0') || text.starts_with("%PDF") {
        return Err(TableTrouble::NoTable {});
    }
    if text.trim_start().starts_with('<') {
        return Err(TableTrouble::OtherForm {});
    }
    of_text(&text, Some(encoding))
}

fn of_text(text: &str, encoding: Option<TextEncoding>) -> Result<TableView, TableTrouble> {
    if text.matches('"').count() % 2 == 1 {
        return Err(TableTrouble::OpenQuote {});
    }
    let separator = separator(text);
    let mut grid = Grid::default();
    for (row, record) in records(text, separator).enumerate() {
        for (column, cell) in record.map_err(|_| TableTrouble::Damaged {})?.iter().enumerate() {
            grid.put(row, column, cell)?;
        }
    }
    Ok(TableView {
        sheets: Vec::new(),
        sheet: None,
        encoding,
        separator: Some(separator),
        table: Table { rows: grid.rows()?, ..Table::default() },
    })
}

fn records(text: &str, separator: Separator) -> impl Iterator<Item = csv::Result<csv::StringRecord>> {
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator.byte());
    builder.from_reader(text.as_bytes()).into_records().collect::<Vec<_>>().into_iter()
}

/// A tab where there is one, for nobody types it inside of a cell; else the sign that parts the first rows into most cells.
fn separator(text: &str) -> Separator {
    const LOOKED_AT: usize = 20;
    if text.contains('\t') {
        return Separator::Tab;
    }
    let cells = |separator| {
        records(text, separator).take(LOOKED_AT).flatten().map(|record| record.len().saturating_sub(1)).sum::<usize>()
    };
    if cells(Separator::Semicolon) > cells(Separator::Comma) { Separator::Semicolon } else { Separator::Comma }
}

fn of_workbook(bytes: &[u8], sheet: Option<&str>) -> Result<TableView, TableTrouble> {
    unpacks(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| TableTrouble::Damaged {})?;
    let seen = book.sheets_metadata().iter();
    let seen = seen.filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible);
    let sheets: Vec<String> = seen.map(|sheet| sheet.name.clone()).collect();
    // The first one that has something in it, where the user did not choose.
    let tried: Vec<&String> = sheets.iter().filter(|name| sheet.is_none_or(|chosen| chosen == name.as_str())).collect();
    for name in tried {
        match sheet_rows(&mut book, name) {
            Err(TableTrouble::Empty {}) => {}
            rows => {
                let table = Table { rows: rows?, ..Table::default() };
                return Ok(TableView { sheet: Some(name.clone()), sheets, encoding: None, separator: None, table });
            }
        }
    }
    Err(TableTrouble::Empty {})
}

fn sheet_rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Vec<String>>, TableTrouble> {
    let damaged = |_| TableTrouble::Damaged {};
    // Cell by cell: a sheet with one cell in its far corner must not be laid out in full.
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    let mut grid = Grid::default();
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        grid.put(row as usize, column as usize, &text_of(&cell))?;
    }
    grid.rows()
}

fn text_of(cell: &Cell<DataRef<'_>>) -> String {
    match cell.get_value() {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(time) if time.is_duration() => time.as_f64().to_string(),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(text) => text.chars().take("2024-03-05".len()).collect(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// Unpacks everything once, into nothing: what a zip says of its own sizes may be a lie.
fn unpacks(bytes: &[u8]) -> Result<(), TableTrouble> {
    let damaged = |_| TableTrouble::Damaged {};
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let has = |part: &str| zip.index_for_name(part).is_some();
    if !has("xl/workbook.xml") {
        let other = has("xl/workbook.bin") || has("content.xml");
        return Err(if other { TableTrouble::OtherForm {} } else { TableTrouble::NoTable {} });
    }
    let mut left = MOST_UNPACKED;
    for place in 0..zip.len() {
        let part = zip.by_index(place).map_err(|_| TableTrouble::Damaged {})?;
        let read = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| TableTrouble::Damaged {})?;
        left = left.checked_sub(read).ok_or(TableTrouble::TooLarge { limit: MOST_UNPACKED >> 20 })?;
    }
    Ok(())
}

/// A table being filled, within its limits.
#[derive(Default)]
struct Grid {
    rows: Vec<Vec<String>>,
}

impl Grid {
    fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), TableTrouble> {
        if text.chars().nth(MOST_LETTERS).is_some() {
            return Err(TableTrouble::CellTooLong { row: row + 1, column: column + 1, limit: MOST_LETTERS });
        }
        let text = flat(text);
        if text.is_empty() {
            return Ok(());
        }
        if row >= MOST_ROWS {
            return Err(TableTrouble::TooManyRows { limit: MOST_ROWS });
        }
        if column >= MOST_COLUMNS {
            return Err(TableTrouble::TooManyColumns { limit: MOST_COLUMNS });
        }
        if self.rows.len() <= row {
            self.rows.resize(row + 1, Vec::new());
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        Ok(())
    }

    /// All rows, each as wide as the widest.
    fn rows(mut self) -> Result<Vec<Vec<String>>, TableTrouble> {
        let width = self.rows.iter().map(Vec::len).max().ok_or(TableTrouble::Empty {})?;
        self.rows.iter_mut().for_each(|row| row.resize(width, String::new()));
        Ok(self.rows)
    }
}

/// A cell as one line without signs that cannot be seen. Lines of Chinese are joined as they are, others by a space.
fn flat(text: &str) -> String {
    let mut flat = String::new();
    for line in text.split(['\r', '\n', '\t', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        let line: String = line.chars().filter(|letter| !unseen(*letter)).collect();
        let line = line.trim();
        let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii());
        if latin(flat.chars().next_back()) && latin(line.chars().next()) {
            flat.push(' ');
        }
        flat.push_str(line);
    }
    flat
}

/// Control characters, and those that only change how others are shown.
fn unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests;
