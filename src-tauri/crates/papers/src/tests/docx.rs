//! Papers as DOCX: their elements held against the schema, and their text and pages against those of the PDF, with
//! LibreOffice in the place of an office.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use meeting::{ItemId, NomineeId};
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::{FINGERPRINT, MM, Room, bare, committee, font_folder, fonts, named_committee, ordinary, sample};
use crate::{ExtractOf, Paper, PaperFault, PaperKind, docx, has_docx};

/// What may stand in an element, in the order of the schema (ISO/IEC 29500-4, wml.xsd, and the schemas of the package). Of
/// names joined by `|` any may stand there; with a `+` behind as often as it likes. Only what is listed is written.
const SCHEMA: &[(&str, &str)] = &[
    ("Types", "Default|Override+"),
    ("Default", ""),
    ("Override", ""),
    ("Relationships", "Relationship+"),
    ("Relationship", ""),
    (
        "cp:coreProperties",
        // xsd:all: any order.
        "dc:title|dc:creator|cp:lastModifiedBy|dcterms:created|dcterms:modified|dc:language+",
    ),
    ("dc:title", "#"),
    ("dc:creator", "#"),
    ("cp:lastModifiedBy", "#"),
    ("dcterms:created", "#"),
    ("dcterms:modified", "#"),
    ("dc:language", "#"),
    ("w:document", "w:body"),
    ("w:body", "w:p|w:tbl+ w:sectPr"),
    ("w:ftr", "w:p|w:tbl+"),
    ("w:p", "w:pPr w:r|w:fldSimple+"),
    (
        "w:pPr",
        "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:pBdr w:shd w:tabs w:kinsoku w:wordWrap \
         w:overflowPunct w:autoSpaceDE w:autoSpaceDN w:snapToGrid w:spacing w:ind w:jc w:outlineLvl",
    ),
    ("w:pStyle", ""),
    ("w:keepNext", ""),
    ("w:keepLines", ""),
    ("w:widowControl", ""),
    ("w:pBdr", "w:top w:left w:bottom w:right"),
    ("w:tabs", "w:tab+"),
    ("w:tab", ""),
    ("w:overflowPunct", ""),
    ("w:autoSpaceDE", ""),
    ("w:autoSpaceDN", ""),
    ("w:snapToGrid", ""),
    ("w:spacing", ""),
    ("w:ind", ""),
    ("w:jc", ""),
    ("w:outlineLvl", ""),
    ("w:fldSimple", "w:r+"),
    ("w:r", "w:rPr w:t|w:tab|w:br+"),
    ("w:rPr", "w:rStyle w:rFonts w:b w:color w:spacing w:sz w:szCs w:bdr w:lang"),
    ("w:rStyle", ""),
    ("w:rFonts", ""),
    ("w:color", ""),
    ("w:sz", ""),
    ("w:szCs", ""),
    ("w:bdr", ""),
    ("w:lang", ""),
    ("w:t", "#"),
    ("w:br", ""),
    ("w:tbl", "w:tblPr w:tblGrid w:tr+"),
    ("w:tblPr", "w:tblStyle w:tblW w:jc w:tblInd w:tblBorders w:tblLayout w:tblCellMar"),
    ("w:tblW", ""),
    ("w:tblInd", ""),
    ("w:tblBorders", "w:top w:left w:bottom w:right w:insideH w:insideV"),
    ("w:tblCellMar", "w:top w:left w:bottom w:right"),
    ("w:top", ""),
    ("w:left", ""),
    ("w:bottom", ""),
    ("w:right", ""),
    ("w:insideH", ""),
    ("w:insideV", ""),
    ("w:tblLayout", ""),
    ("w:tblGrid", "w:gridCol+"),
    ("w:gridCol", ""),
    ("w:tr", "w:trPr w:tc+"),
    ("w:trPr", "w:cantSplit|w:tblHeader+"),
    ("w:cantSplit", ""),
    ("w:tblHeader", ""),
    ("w:tc", "w:tcPr w:p+"),
    ("w:tcPr", "w:tcW w:vAlign"),
    ("w:tcW", ""),
    ("w:vAlign", ""),
    ("w:sectPr", "w:footerReference+ w:pgSz w:pgMar w:docGrid"),
    ("w:footerReference", ""),
    ("w:pgSz", ""),
    ("w:pgMar", ""),
    ("w:docGrid", ""),
    ("w:styles", "w:docDefaults w:style+"),
    ("w:docDefaults", "w:rPrDefault w:pPrDefault"),
    ("w:rPrDefault", "w:rPr"),
    ("w:pPrDefault", "w:pPr"),
    ("w:style", "w:name w:basedOn w:next w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:pPr w:rPr w:tblPr"),
    ("w:name", ""),
    ("w:basedOn", ""),
    ("w:next", ""),
    ("w:uiPriority", ""),
    ("w:semiHidden", ""),
    ("w:unhideWhenUsed", ""),
    ("w:qFormat", ""),
    (
        "w:settings",
        "w:zoom w:defaultTabStop w:evenAndOddHeaders w:characterSpacingControl w:compat w:themeFontLang w:decimalSymbol \
         w:listSeparator",
    ),
    ("w:zoom", ""),
    ("w:defaultTabStop", ""),
    ("w:evenAndOddHeaders", ""),
    ("w:characterSpacingControl", ""),
    ("w:compat", "w:doNotExpandShiftReturn w:compatSetting+"),
    ("w:doNotExpandShiftReturn", ""),
    ("w:compatSetting", ""),
    ("w:themeFontLang", ""),
    ("w:decimalSymbol", ""),
    ("w:listSeparator", ""),
    ("w:fonts", "w:font+"),
    ("w:font", "w:altName w:charset w:family w:pitch"),
    ("w:altName", ""),
    ("w:charset", ""),
    ("w:family", ""),
    ("w:pitch", ""),
];

/// An element as it is read back.
#[derive(Debug, Default)]
struct Node {
    name: String,
    attributes: BTreeMap<String, String>,
    inside: Vec<Node>,
    text: String,
}

impl Node {
    fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Node>) {
        if self.name == name {
            found.push(self);
        }
        self.inside.iter().for_each(|node| node.all(name, found));
    }

    fn find(&self, name: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        self.all(name, &mut found);
        found
    }

    fn val(&self, name: &str) -> Option<&str> {
        self.find(name).first().and_then(|node| node.attributes.get("w:val")).map(String::as_str)
    }

    fn words(&self) -> String {
        self.find("w:t").iter().map(|node| node.text.as_str()).collect()
    }

    fn follows_the_schema(&self, part: &str) {
        let (_, order) = SCHEMA
            .iter()
            .find(|(name, _)| *name == self.name)
            .unwrap_or_else(|| panic!("{part}: {} is not in the table", self.name));
        if *order == "#" {
            assert!(self.inside.is_empty(), "{part}: there is an element in {}", self.name);
            return;
        }
        assert!(self.text.trim().is_empty(), "{part}: {} has the text {:?}", self.name, self.text);
        let groups: Vec<&str> = order.split_whitespace().collect();
        let (mut place, mut used) = (0, false);
        for child in &self.inside {
            let has = |group: &str| group.trim_end_matches('+').split('|').any(|name| name == child.name);
            let free = |at: usize| at > place || !used || groups[at].ends_with('+');
            let at = (place..groups.len()).find(|at| has(groups[*at]) && free(*at));
            let at = at.unwrap_or_else(|| panic!("{part}: {} is out of place in {}", child.name, self.name));
            (place, used) = (at, true);
            child.follows_the_schema(part);
        }
    }
}

fn read(xml: &str) -> Node {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Node::default()];
    let start = |start: &quick_xml::events::BytesStart<'_>| {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute");
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).expect("a value").into_owned();
            (attribute.key.0.to_owned(), value)
        });
        Node { name: start.name().0.to_owned(), attributes: attributes.collect(), ..Node::default() }
    };
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(begins) => open.push(start(&begins)),
            Event::Empty(element) => open.last_mut().expect("a root").inside.push(start(&element)),
            Event::End(_) => {
                let node = open.pop().expect("begun");
                open.last_mut().expect("a root").inside.push(node);
            }
            Event::Text(text) => open.last_mut().expect("a root").text += &text,
            Event::GeneralRef(reference) => {
                let letter = match &*reference {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("&{other};"),
                };
                open.last_mut().expect("a root").text.push(letter);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    open.pop().and_then(|mut root| root.inside.pop()).expect("a root")
}

/// Every part by its place, read back.
fn parts(file: &[u8]) -> BTreeMap<String, Node> {
    let mut zip = ZipArchive::new(Cursor::new(file)).expect("a container");
    let mut parts = BTreeMap::new();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).expect("a part");
        let (name, mut xml) = (part.name().expect("a name").into_owned(), String::new());
        part.read_to_string(&mut xml).expect("UTF-8");
        // What XML does not allow, escaped or not.
        assert!(!xml.contains(|letter: char| letter.is_control() && letter != '\n'), "{name}");
        parts.insert(name, read(&xml));
    }
    parts
}

fn made(kind: &PaperKind, room: &Room) -> Vec<u8> {
    docx(kind, &room.meeting, &room.witness()).expect("made")
}

/// For the eye: `YIDING_PAPERS_OUT=/tmp cargo test -p papers`.
fn keep(name: &str, file: &[u8]) {
    if let Ok(folder) = std::env::var("YIDING_PAPERS_OUT") {
        std::fs::write(Path::new(&folder).join(name), file).expect("written");
    }
}

/// What an office may make of the sample meeting.
fn samples() -> Vec<(&'static str, PaperKind)> {
    let item = ItemId(2);
    let extract = |nominees, to: &str| PaperKind::Extract(ExtractOf { item, nominees, to: to.to_owned() });
    vec![
        ("minutes", PaperKind::Minutes),
        ("summary", PaperKind::Summary),
        ("agenda", PaperKind::Agenda),
        ("extract", extract(Vec::new(), "")),
        ("extract-of-one", extract(vec![NomineeId(1)], "市数据局")),
    ]
}

/// Words with all that an XML writer can get wrong.
fn awkward() -> Room {
    let names = vec!["周<以>诺".to_owned(), "李&知\u{202e}远".to_owned(), "林\"见\"山".to_owned()];
    let mut room =
        Room::called(&named_committee(names), &super::asked(vec![ordinary("研究 ]]> <w:p/> &amp; 事项")]), 1);
    room.does(meeting::MeetingCommand::SendNotice {});
    room
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let sample = sample();
    let files = samples().into_iter().map(|(name, kind)| (name, made(&kind, &sample)));
    let awkward = [("awkward", made(&PaperKind::Minutes, &awkward()))];
    for (name, file) in files.chain(awkward) {
        let parts = parts(&file);
        assert_eq!(parts.len(), 10);
        for (place, root) in &parts {
            root.follows_the_schema(&format!("{name}.docx {place}"));
        }
        let types = &parts["[Content_Types].xml"];
        for part in types.find("Override") {
            assert!(parts.contains_key(part.attributes["PartName"].trim_start_matches('/')), "{part:?}");
        }
        for relation in parts["word/_rels/document.xml.rels"].find("Relationship") {
            assert!(parts.contains_key(&format!("word/{}", relation.attributes["Target"])), "{relation:?}");
        }
    }
}

#[test]
#[should_panic(expected = "w:pStyle is out of place in w:pPr")]
fn an_element_out_of_its_place_is_found() {
    read(r#"<w:p><w:pPr><w:keepNext/><w:pStyle w:val="a"/></w:pPr></w:p>"#).follows_the_schema("here");
}

#[test]
#[should_panic(expected = "w:jc is out of place in w:pPr")]
fn an_element_that_stands_twice_is_found() {
    read("<w:p><w:pPr><w:jc/><w:jc/></w:pPr></w:p>").follows_the_schema("here");
}

#[test]
fn styles_and_columns_are_there() {
    let sample = sample();
    for (name, kind) in samples() {
        let parts = parts(&made(&kind, &sample));
        let (document, styles) = (&parts["word/document.xml"], &parts["word/styles.xml"]);
        let known: Vec<&str> =
            styles.find("w:style").iter().map(|style| style.attributes["w:styleId"].as_str()).collect();
        let feet = [&parts["word/footer1.xml"], &parts["word/footer2.xml"]];
        for node in [document].into_iter().chain(feet) {
            for used in node.find("w:pStyle").into_iter().chain(node.find("w:rStyle")) {
                assert!(known.contains(&used.attributes["w:val"].as_str()), "{name}: {used:?}");
            }
        }
        // WPS takes the widths of columns from the grid alone.
        for table in document.find("w:tbl") {
            let columns = table.find("w:gridCol");
            let widths: Vec<u32> = columns.iter().map(|it| it.attributes["w:w"].parse().expect("a width")).collect();
            assert_eq!(table.find("w:tblW")[0].attributes["w:w"], widths.iter().sum::<u32>().to_string());
            let rows = table.find("w:tr");
            assert!(rows.iter().all(|row| row.find("w:tc").len() == widths.len()), "{name}");
            assert!(rows.iter().all(|row| row.find("w:cantSplit").len() == 1), "{name}");
            assert_eq!(rows.iter().filter(|row| !row.find("w:tblHeader").is_empty()).count(), 1, "{name}");
        }
    }
}

#[test]
fn the_page_is_that_of_the_standard() {
    let parts = parts(&made(&PaperKind::Minutes, &sample()));
    let section = parts["word/document.xml"].find("w:sectPr")[0];
    let margins = &section.find("w:pgMar")[0].attributes;
    let mm = |twips: &str| twips.parse::<f64>().expect("twips") / 20.0 / MM;
    for (side, wanted) in [("w:top", 37.0), ("w:bottom", 35.0), ("w:left", 28.0), ("w:right", 26.0)] {
        assert!((mm(&margins[side]) - wanted).abs() < 0.02, "{side}: {}", margins[side]);
    }
    let grid = &section.find("w:docGrid")[0].attributes;
    assert_eq!((grid["w:type"].as_str(), grid["w:linePitch"].as_str()), ("linesAndChars", "579"));
    // 28 characters of 16 pt, each with what the grid gives it, fill 156 mm; 22 lines stay within 225 mm.
    let cell = 16.0 + grid["w:charSpace"].parse::<f64>().expect("a number") / 4096.0;
    assert!((28.0 * cell / MM - 156.0).abs() < 0.01, "{cell}");
    assert!(22.0 * mm("579") <= 225.0);
    let settings = &parts["word/settings.xml"];
    assert_eq!(settings.find("w:evenAndOddHeaders").len(), 1);
    let styles = &parts["word/styles.xml"];
    let style = |name: &str| {
        let all = styles.find("w:style");
        let style = all.into_iter().find(|style| style.val("w:name") == Some(name));
        style.unwrap_or_else(|| panic!("no style {name}"))
    };
    let font = |style: &Node| style.find("w:rFonts")[0].attributes["w:eastAsia"].clone();
    assert_eq!(font(style("公文标题")), "方正小标宋简体");
    assert_eq!(font(style("一级标题")), "黑体");
    assert_eq!(font(style("二级标题")), "楷体_GB2312");
    assert_eq!(font(styles.find("w:rPrDefault")[0]), "仿宋_GB2312");
    assert_eq!((style("一级标题").val("w:outlineLvl"), style("二级标题").val("w:outlineLvl")), (Some("0"), Some("1")));
}

#[test]
fn headings_are_headings() {
    let parts = parts(&made(&PaperKind::Minutes, &sample()));
    let document = &parts["word/document.xml"];
    let of = |id: &str| -> Vec<String> {
        let paragraphs = document.find("w:p");
        let styled = paragraphs.into_iter().filter(|it| it.val("w:pStyle") == Some(id));
        styled.map(Node::words).collect()
    };
    assert_eq!(of("Heading1st"), ["一、传达学习省委全会精神", "二、研究干部任免事项", "更正"]);
    assert_eq!(of("Heading2nd").len(), 6);
    assert_eq!(of("PaperTitle"), ["中共云澜市委常委会会议记录"]);
}

#[test]
fn what_was_typed_stays_text() {
    let parts = parts(&made(&PaperKind::Minutes, &awkward()));
    let words = parts["word/document.xml"].words();
    for typed in ["研究 ]]> <w:p/> &amp; 事项", "周<以>诺", "李&知〔U+202E〕远", "林\"见\"山"] {
        assert!(words.contains(typed), "{typed} is not in {words}");
    }
}

#[test]
fn the_foot_says_what_it_was_made_from() {
    let mut room = Room::called(&committee(5), &super::asked(vec![ordinary("研究防汛工作")]), 1);
    let foot = |room: &Room| {
        let parts = parts(&made(&PaperKind::Minutes, room));
        let feet = [&parts["word/footer1.xml"], &parts["word/footer2.xml"]];
        assert_eq!(
            feet.map(|foot| foot.val("w:pStyle").map(str::to_owned)),
            [Some("OddPage".into()), Some("EvenPage".into())]
        );
        assert_eq!(feet[0].words(), feet[1].words());
        feet[0].words()
    };
    assert!(foot(&room).starts_with("— 1 —未定稿　2026年第1次会议记录"), "{}", foot(&room));
    room.does(meeting::MeetingCommand::SendNotice {});
    let words = foot(&room);
    assert!(words.contains("可编辑文本，以签字归档件为准"), "{words}");
    assert!(words.contains(&format!("据第 2 条为止的记录生成　记录指纹 {FINGERPRINT}")), "{words}");
    assert!(!foot(&sample()).contains("未定稿"));
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    let (first, second) = (sample(), sample());
    for (name, kind) in samples() {
        assert_eq!(made(&kind, &first), made(&kind, &second), "{name}");
    }
    let parts = parts(&made(&PaperKind::Minutes, &first));
    let core = &parts["docProps/core.xml"];
    assert_eq!(core.find("dc:title")[0].text, "中共云澜市委常委会（第五届）2026年第18次会议记录");
    let last = first.meeting.last_at.0.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    assert_eq!(core.find("dcterms:modified")[0].text, last);
}

#[test]
fn other_papers_are_no_docx() {
    let sample = sample();
    for kind in [PaperKind::VoteRecord, PaperKind::SignIn, PaperKind::Ballots] {
        assert!(!has_docx(&kind));
        let fault = docx(&kind, &sample.meeting, &sample.witness()).expect_err("no DOCX");
        assert!(matches!(fault, PaperFault::NoDocx { .. }), "{fault}");
    }
    let of = ExtractOf { item: ItemId(1), nominees: vec![NomineeId(1)], to: String::new() };
    for kind in [PaperKind::Minutes, PaperKind::Summary, PaperKind::Agenda, PaperKind::Extract(of)] {
        assert!(has_docx(&kind));
    }
}

/// The fonts that the papers are printed in, in the place of those that an office has.
fn fontconfig(folder: &Path) -> std::path::PathBuf {
    let stands_for = [
        ("仿宋_GB2312", "FandolFang R"),
        ("黑体", "FandolHei"),
        ("楷体_GB2312", "FandolKai"),
        ("方正小标宋简体", "FandolSong"),
        ("宋体", "Noto Serif CJK SC"),
        ("Times New Roman", "Noto Serif CJK SC"),
    ];
    let alias = |(office, ours): (&str, &str)| {
        format!("<alias binding=\"same\"><family>{office}</family><prefer><family>{ours}</family></prefer></alias>")
    };
    let conf = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{}</dir>\
         <cachedir>{}</cachedir>{}</fontconfig>",
        font_folder().canonicalize().expect("the font folder").display(),
        folder.join("font-cache").display(),
        stands_for.map(alias).concat()
    );
    let file = folder.join("fonts.conf");
    std::fs::write(&file, conf).expect("written");
    file
}

fn pdftotext(pdf: &Path, page: Option<u32>, area: [u32; 4]) -> String {
    let [left, top, width, height] = area.map(|points| points.to_string());
    let mut command = Command::new("pdftotext");
    command.args(["-raw", "-nopgbrk", "-x", &left, "-y", &top, "-W", &width, "-H", &height]);
    if let Some(page) = page {
        command.args(["-f", &page.to_string(), "-l", &page.to_string()]);
    }
    let out = command.arg(pdf).arg("-").output().expect("pdftotext (Debian: poppler-utils) is needed");
    assert!(out.status.success(), "pdftotext: {}", String::from_utf8_lossy(&out.stderr));
    // The line to sign on is a rule in the PDF, and a row of these in LibreOffice's.
    bare(&String::from_utf8(out.stdout).expect("UTF-8")).replace('_', "")
}

fn pages(pdf: &Path) -> u32 {
    let out = Command::new("pdfinfo").arg(pdf).output().expect("pdfinfo (Debian: poppler-utils) is needed");
    let out = String::from_utf8_lossy(&out.stdout).into_owned();
    let pages = out.lines().find_map(|line| line.strip_prefix("Pages:")).expect("pages");
    pages.trim().parse().expect("a number")
}

#[test]
fn an_office_opens_them_and_reads_what_is_printed() {
    /// The type area ends 262 mm below the page's upper edge.
    const AREA: [u32; 4] = [0, 0, 596, 743];
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let (sample, awkward) = (sample(), awkward());
    let mut papers: Vec<(&str, PaperKind, &Room)> =
        samples().into_iter().map(|(name, kind)| (name, kind, &sample)).collect();
    papers.push(("draft", PaperKind::Minutes, &awkward));
    papers.push(("draft-agenda", PaperKind::Agenda, &awkward));
    let mut files = Vec::new();
    for (name, kind, room) in &papers {
        let paper = Paper::lay_out(kind, &room.meeting, &room.witness(), &fonts()).expect("laid out");
        std::fs::write(at.join(format!("{name}-ours.pdf")), paper.pdf().expect("a PDF")).expect("written");
        let file = made(kind, room);
        keep(&format!("{name}.docx"), &file);
        let docx = at.join(format!("{name}.docx"));
        std::fs::write(&docx, file).expect("written");
        files.push(docx);
    }
    let office = Command::new("soffice")
        .env("FONTCONFIG_FILE", fontconfig(at))
        .arg(format!("-env:UserInstallation=file://{}", at.join("office").display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(at)
        .args(&files)
        .output()
        .expect("soffice (Debian: libreoffice-writer-nogui) is needed; `cargo xtask` installs it");
    assert!(office.status.success(), "soffice: {}", String::from_utf8_lossy(&office.stderr));
    for (name, ..) in &papers {
        let (ours, theirs) = (at.join(format!("{name}-ours.pdf")), at.join(format!("{name}.pdf")));
        assert!(theirs.exists(), "{name}: {}", String::from_utf8_lossy(&office.stderr));
        keep(&format!("{name}-office.pdf"), &std::fs::read(&theirs).expect("a PDF"));
        keep(&format!("{name}-printed.pdf"), &std::fs::read(&ours).expect("a PDF"));
        // Pages may end elsewhere, and a table's head is repeated there.
        let heads = heads(&std::fs::read(at.join(format!("{name}.docx"))).expect("a DOCX"));
        let text = |pdf: &Path| heads.iter().fold(pdftotext(pdf, None, AREA), |text, head| text.replace(head, ""));
        assert_same(name, &text(&ours), &text(&theirs));
        let (printed, converted) = (pages(&ours), pages(&theirs));
        assert!(printed.abs_diff(converted) <= 1, "{name}: {printed} pages, {converted} in the office");
        for page in 1..=converted {
            let foot = pdftotext(&theirs, Some(page), [0, 743, 596, 99]);
            assert!(foot.contains(&format!("第{page}页共{converted}页可编辑文本，以签字归档件为准")), "{name}: {foot}");
            assert!(foot.contains(&bare(FINGERPRINT)), "{name}: {foot}");
            // 7.5: odd pages on the right, even ones on the left.
            let side = if page % 2 == 1 { 440 } else { 0 };
            let number = pdftotext(&theirs, Some(page), [side, 755, 156, 20]);
            assert!(number.contains(&format!("—{page}—")), "{name}: {number}");
        }
    }
}

/// The first rows of the tables.
fn heads(file: &[u8]) -> Vec<String> {
    let parts = parts(file);
    let rows = parts["word/document.xml"].find("w:tr");
    rows.into_iter().filter(|row| !row.find("w:tblHeader").is_empty()).map(|row| bare(&row.words())).collect()
}

/// Says where they part, not only that they do.
fn assert_same(name: &str, ours: &str, theirs: &str) {
    let (a, b): (Vec<char>, Vec<char>) = (ours.chars().collect(), theirs.chars().collect());
    if let Some(at) = (0..a.len().max(b.len())).find(|at| a.get(*at) != b.get(*at)) {
        let around = |text: &[char]| text[at.saturating_sub(20)..text.len().min(at + 20)].iter().collect::<String>();
        panic!("{name}: printed {:?}, in the office {:?}", around(&a), around(&b));
    }
}
