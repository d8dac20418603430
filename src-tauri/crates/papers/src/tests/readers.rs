//! Programs that know nothing of this one read its PDFs: poppler, MuPDF and qpdf.

use std::process::{Command, Output};
use std::sync::LazyLock;

use tempfile::TempDir;

use super::*;
use crate::{BookNo, Imprint, Leaves, PaperNo};

/// A letter where a reader found it, in points from the upper left corner of the paper.
#[derive(Debug)]
pub(super) struct Letter {
    pub(super) letter: char,
    /// Of the embedded font, without the tag of the subset.
    pub(super) font: String,
    pub(super) size: f64,
    pub(super) left: f64,
    /// Where the next one would begin.
    pub(super) right: f64,
    pub(super) baseline: f64,
    /// `#rrggbb`.
    pub(super) colour: String,
}

impl Letter {
    /// Half of a punctuation mark is blank, and a line may end within it: where the letter may draw.
    pub(super) fn ink(&self) -> (f64, f64) {
        let half = 0.5 * self.size;
        match self.letter {
            '（' | '《' | '“' | '‘' | '〈' | '【' | '〔' => (self.left + half, self.right),
            '，' | '。' | '、' | '；' | '：' | '？' | '！' | '）' | '》' | '”' | '’' | '〉' | '】' | '〕' => {
                (self.left, self.left + half)
            }
            _ => (self.left, self.right),
        }
    }
}

/// A page with what stands on it, in points.
pub(super) struct Page {
    /// From 1.
    pub(super) number: usize,
    pub(super) width: f64,
    pub(super) height: f64,
    /// In the order of the file, blanks too.
    pub(super) letters: Vec<Letter>,
}

impl Page {
    /// The letters by lines from above, blanks aside.
    pub(super) fn lines(&self) -> Vec<Vec<&Letter>> {
        let mut lines: Vec<Vec<&Letter>> = Vec::new();
        for letter in self.inked() {
            match lines.iter_mut().find(|line| (line[0].baseline - letter.baseline).abs() < 1.0) {
                Some(line) => line.push(letter),
                None => lines.push(vec![letter]),
            }
        }
        lines.sort_by(|one, other| one[0].baseline.total_cmp(&other[0].baseline));
        lines
    }

    pub(super) fn inked(&self) -> impl Iterator<Item = &Letter> {
        self.letters.iter().filter(|letter| !letter.letter.is_whitespace())
    }
}

/// A PDF as a file.
pub(super) struct OnDisk {
    folder: TempDir,
}

impl OnDisk {
    pub(super) fn new(pdf: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("paper.pdf"), pdf).expect("written");
        Self { folder }
    }

    /// Runs a reader beside the file. It has to succeed and to say nothing on the error channel.
    pub(super) fn read_by(&self, program: &str, words: &[&str]) -> Output {
        let run = Command::new(program).args(words).current_dir(self.folder.path()).output();
        let output = run.unwrap_or_else(|error| panic!("{program} could not be started: {error}"));
        let said = String::from_utf8_lossy(&output.stderr);
        // Debian builds MuPDF without colour management, and it says so of every file.
        let said: Vec<&str> = said.lines().filter(|line| *line != "warning: ICC support is not available").collect();
        assert!(output.status.success() && said.is_empty(), "{program} {words:?}: {}, {said:?}", output.status);
        output
    }

    /// What stands in a part of every page (in points), as poppler reads it: the text of the whole paper.
    pub(super) fn text_within(&self, [left, top, right, bottom]: [f64; 4]) -> String {
        let [x, y] = [left, top].map(|edge| (edge.floor() as i64).to_string());
        let [wide, high] = [right - left, bottom - top].map(|span| (span.ceil() as i64).to_string());
        let part = ["-r", "72", "-x", &x, "-y", &y, "-W", &wide, "-H", &high];
        let words = [&["-enc", "UTF-8", "-raw"], &part[..], &["paper.pdf", "-"]].concat();
        String::from_utf8(self.read_by("pdftotext", &words).stdout).expect("UTF-8")
    }

    /// The letters of every page, as MuPDF reads them.
    pub(super) fn pages(&self) -> Vec<Page> {
        let output = self.read_by("mutool", &["draw", "-q", "-F", "stext", "-o", "-", "paper.pdf"]);
        let xml = String::from_utf8(output.stdout).expect("UTF-8");
        let (mut font, mut size) = (String::new(), 0.0);
        let mut pages: Vec<Page> = Vec::new();
        for line in xml.lines() {
            if line.starts_with("<page ") {
                let [width, height] = ["width", "height"].map(|name| decimal(attribute(line, name)));
                pages.push(Page { number: pages.len() + 1, width, height, letters: Vec::new() });
            } else if line.starts_with("<font ") {
                font = attribute(line, "name").rsplit('+').next().unwrap_or_default().to_owned();
                size = decimal(attribute(line, "size"));
            } else if line.starts_with("<char ") {
                let quad: Vec<f64> = attribute(line, "quad").split(' ').map(decimal).collect();
                pages.last_mut().expect("a page").letters.push(Letter {
                    letter: character(attribute(line, "c")),
                    font: font.clone(),
                    size,
                    left: quad[0],
                    right: quad[2],
                    baseline: decimal(attribute(line, "y")),
                    colour: attribute(line, "color").to_owned(),
                });
            }
        }
        assert!(pages.iter().any(|page| !page.letters.is_empty()), "MuPDF finds nothing");
        pages
    }

    /// A page, or a part of it, as a grey picture at so many dots per inch. Pages are counted from 1.
    pub(super) fn picture(&self, page: usize, dots: u32, part: Option<[f64; 4]>) -> Picture {
        let (page, dots_per_inch) = (page.to_string(), dots.to_string());
        let mut words = vec!["-f", &page, "-l", &page, "-r", &dots_per_inch, "-gray", "paper.pdf"];
        let part = part.map(|[left, top, right, bottom]| {
            [left, top, right - left, bottom - top].map(|points| (points * f64::from(dots) / 72.0).round().to_string())
        });
        if let Some(part) = &part {
            words.extend(["-x", "-y", "-W", "-H"].into_iter().zip(part).flat_map(|(name, value)| [name, value]));
        }
        Picture::from_pgm(&self.read_by("pdftoppm", &words).stdout).expect("a grey picture")
    }
}

/// Greys from 0, black, to 255, row by row.
pub(super) struct Picture {
    pub(super) width: usize,
    pub(super) grey: Vec<u8>,
}

impl Picture {
    /// `P5`, width, height and 255, each with one blank behind it, and the greys.
    fn from_pgm(mut file: &[u8]) -> Option<Self> {
        let mut field = || {
            let end = file.iter().position(u8::is_ascii_whitespace)?;
            let (field, rest) = (&file[..end], &file[end + 1..]);
            file = rest;
            std::str::from_utf8(field).ok()
        };
        let (kind, width, height, white) = (field()?, field()?, field()?, field()?);
        let (width, height): (usize, usize) = (width.parse().ok()?, height.parse().ok()?);
        let whole = kind == "P5" && white == "255" && file.len() == width * height;
        whole.then(|| Self { width, grey: file.to_vec() })
    }
}

fn attribute<'a>(line: &'a str, name: &str) -> &'a str {
    let start = format!(" {name}=\"");
    line.split_once(&start).and_then(|(_, rest)| rest.split_once('"')).map(|(value, _)| value).expect("an attribute")
}

fn decimal(text: &str) -> f64 {
    text.parse().expect("a number")
}

fn character(text: &str) -> char {
    let code = text.strip_prefix("&#x").and_then(|code| code.strip_suffix(';'));
    match (code, text) {
        (Some(code), _) => u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a character"),
        (None, "&lt;") => '<',
        (None, "&gt;") => '>',
        (None, "&amp;") => '&',
        (None, "&quot;") => '"',
        (None, "&apos;") => '\'',
        (None, plain) => plain.chars().next().expect("a character"),
    }
}

/// Every paper that the sample meeting has, with a short name for its files. Laid out once for all tests.
pub(super) fn file_of_the_meeting() -> &'static [(String, PaperKind, Vec<u8>)] {
    static FILE: LazyLock<Vec<(String, PaperKind, Vec<u8>)>> = LazyLock::new(|| {
        let (room, fonts) = (sample(), fonts());
        let kinds = crate::due(&room.meeting).into_iter().map(|(kind, _)| kind);
        let made = |(number, kind): (u32, PaperKind)| {
            let book = BookNo { year: 2026, volume: 1 };
            let leaves = (kind == PaperKind::Minutes).then_some(Leaves { book, first: 41 });
            let ballots = vec!["K7-3041".to_owned(), "Q2-8816".to_owned()];
            let imprint = Imprint { number: PaperNo(number), replaces: None, leaves, ballots };
            let witness = Witness { made: Some(imprint), ..room.witness() };
            let laid_out = Paper::lay_out(&kind, &room.meeting, &witness, &fonts);
            let paper = laid_out.unwrap_or_else(|fault| panic!("{kind:?}: {fault}"));
            (short_name(&kind), kind, paper.pdf().expect("a PDF"))
        };
        (1..).zip(kinds).map(made).collect()
    });
    &FILE
}

fn short_name(kind: &PaperKind) -> String {
    match serde_json::to_value(kind).expect("JSON") {
        Value::String(name) => name,
        Value::Object(with) => match (kind, with.into_iter().next()) {
            (PaperKind::Extract(of), Some((name, _))) => format!("{name}-{}", of.item),
            (_, Some((name, form))) => format!("{name}-{}", form.as_str().unwrap_or_default()),
            (_, None) => String::new(),
        },
        _ => String::new(),
    }
}

#[test]
fn every_kind_of_paper_is_in_the_file_of_the_sample_meeting() {
    let file = file_of_the_meeting();
    let names: Vec<&str> = file.iter().map(|(name, ..)| name.as_str()).collect();
    let all = [
        "notice",
        "agenda",
        "signIn",
        "nomineeList",
        "ballots",
        "countSheets",
        "voteRecord",
        "minutes",
        "summary",
        "extract-1",
        "extract-2",
        "corrections",
        "rules",
        "blank-signIn",
        "blank-ballot",
        "blank-countSheet",
        "blank-minutes",
    ];
    assert_eq!(names, all);
}

#[test]
fn three_readers_open_every_paper_without_a_warning() {
    for (name, _, pdf) in file_of_the_meeting() {
        let file = OnDisk::new(pdf);
        let checked = file.read_by("qpdf", &["--check", "paper.pdf"]);
        assert!(String::from_utf8_lossy(&checked.stdout).contains("No syntax or stream encoding errors"), "{name}");
        file.read_by("mutool", &["draw", "-q", "-r", "72", "-o", "mupdf-%d.png", "paper.pdf"]);
        file.read_by("pdftoppm", &["-r", "36", "-gray", "paper.pdf", "poppler"]);
        let fonts = String::from_utf8(file.read_by("pdffonts", &["paper.pdf"]).stdout).expect("UTF-8");
        for font in fonts.lines().skip(2) {
            assert!(font.contains(" yes yes yes "), "{name}: embedded, a subset, with its letters: {font}");
        }
    }
}
