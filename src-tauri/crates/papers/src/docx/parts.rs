//! The parts of the package, each with its place in the container.

use chrono::SecondsFormat;

use super::Document;
use super::block::{Block, Inline, own};
use super::body;
use super::element::{Element, element, value};
use super::measure::{CHAR_SPACE, FOOT, MARGINS, PAGE, PITCH};
use super::style::{self, FANG, HEI, KAI, LATIN, SONG, TITLE_SONG};
use crate::ink;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const CORE_RELATION: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// What belongs to the document: the name of its file in `word/`, its kind, and by which id the document knows it.
const BESIDE: &[(&str, &str, &str)] = &[
    ("styles.xml", "styles", "rId1"),
    ("settings.xml", "settings", "rId2"),
    ("fontTable.xml", "fontTable", "rId3"),
    ("footer1.xml", "footer", ODD),
    ("footer2.xml", "footer", EVEN),
];
const ODD: &str = "rId4";
const EVEN: &str = "rId5";

/// Every part, in the order in which they are packed.
pub(super) fn parts(document: &Document<'_>) -> Vec<(&'static str, Element)> {
    let lines = foot_lines(document);
    let foot = |odd, lines| body::foot(word("w:ftr").with("xmlns:r", OFFICE), odd, lines);
    vec![
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core(document)),
        ("word/document.xml", main(document)),
        ("word/_rels/document.xml.rels", document_relations()),
        ("word/styles.xml", style::styles(word("w:styles"))),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", font_table()),
        ("word/footer1.xml", foot(true, lines.clone())),
        ("word/footer2.xml", foot(false, lines)),
    ]
}

fn word(name: &'static str) -> Element {
    element(name).with("xmlns:w", WORD)
}

fn content_types() -> Element {
    let default = |ending: &str, kind: &str| element("Default").with("Extension", ending).with("ContentType", kind);
    let part = |place: String, kind: String| element("Override").with("PartName", place).with("ContentType", kind);
    let wordprocessing =
        |kind: &str| format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml");
    let beside = BESIDE.iter().map(|(file, kind, _)| part(format!("/word/{file}"), wordprocessing(kind)));
    element("Types")
        .with("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
        .put(default("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .put(default("xml", "application/xml"))
        .put(part(
            "/docProps/core.xml".to_owned(),
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ))
        .put(part("/word/document.xml".to_owned(), wordprocessing("document.main")))
        .put_all(beside)
}

fn relation(id: &str, kind: String, target: &str) -> Element {
    element("Relationship").with("Id", id).with("Type", kind).with("Target", target)
}

fn package_relations() -> Element {
    element("Relationships")
        .with("xmlns", RELATIONS)
        .put(relation("rId1", format!("{OFFICE}/officeDocument"), "word/document.xml"))
        .put(relation("rId2", CORE_RELATION.to_owned(), "docProps/core.xml"))
}

fn document_relations() -> Element {
    let beside = BESIDE.iter().map(|(file, kind, id)| relation(id, format!("{OFFICE}/{kind}"), file));
    element("Relationships").with("xmlns", RELATIONS).put_all(beside)
}

/// Title, author and dates; the dates are those of the record.
fn core(document: &Document<'_>) -> Element {
    let at = document.at.0.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true);
    let date = |name| element(name).with("xsi:type", "dcterms:W3CDTF").text(at.clone());
    let say = |name, words: &str| element(name).text(ink::shown(words));
    element("cp:coreProperties")
        .with("xmlns:cp", CORE)
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .put(say("dc:title", &document.sheet.title))
        .put(say("dc:creator", document.author))
        .put(say("cp:lastModifiedBy", document.author))
        .put(date("dcterms:created"))
        .put(date("dcterms:modified"))
        .put(say("dc:language", "zh-CN"))
}

fn main(document: &Document<'_>) -> Element {
    let foot = |kind: &str, id: &str| element("w:footerReference").with("w:type", kind).with("r:id", id);
    let (top, right, bottom, left) = MARGINS;
    let margins = element("w:pgMar")
        .with("w:top", top)
        .with("w:right", right)
        .with("w:bottom", bottom)
        .with("w:left", left)
        .with("w:header", FOOT)
        .with("w:footer", FOOT)
        .with("w:gutter", 0);
    let grid =
        element("w:docGrid").with("w:type", "linesAndChars").with("w:linePitch", PITCH).with("w:charSpace", CHAR_SPACE);
    let section = element("w:sectPr")
        .put_all([foot("default", ODD), foot("even", EVEN)])
        .put(element("w:pgSz").with("w:w", PAGE.0).with("w:h", PAGE.1))
        .put_all([margins, grid]);
    // Word wants a paragraph behind a table.
    let end = matches!(document.blocks.last(), Some(Block::Table(_))).then(|| element("w:p"));
    let body = element("w:body").put_all(document.blocks.iter().map(body::block)).put_all(end).put(section);
    word("w:document").with("xmlns:r", OFFICE).put(body)
}

fn settings() -> Element {
    let mode = element("w:compatSetting")
        .with("w:name", "compatibilityMode")
        .with("w:uri", "http://schemas.microsoft.com/office/word")
        .with("w:val", 15);
    word("w:settings")
        .put(element("w:zoom").with("w:percent", 100))
        .put(value("w:defaultTabStop", 420))
        .put(element("w:evenAndOddHeaders"))
        // A punctuation mark is as wide as a character, or 28 would not fill a line.
        .put(value("w:characterSpacingControl", "doNotCompress"))
        // A line that is ended by hand is not stretched.
        .put(element("w:compat").put(element("w:doNotExpandShiftReturn")).put(mode))
        .put(element("w:themeFontLang").with("w:val", "zh-CN").with("w:eastAsia", "zh-CN"))
        .put(value("w:decimalSymbol", "."))
        .put(value("w:listSeparator", ","))
}

/// What a program takes where an office does not have the font: newer Windows has 仿宋 and 楷体 under these names.
fn font_table() -> Element {
    let font = |name: &str, other: Option<&str>, chinese: bool, family: &str, pitch: &str| {
        element("w:font")
            .with("w:name", name)
            .put_all(other.map(|other| value("w:altName", other)))
            .put(value("w:charset", if chinese { "86" } else { "00" }))
            .put(value("w:family", family))
            .put(value("w:pitch", pitch))
    };
    word("w:fonts").put_all([
        font(FANG, Some("仿宋"), true, "modern", "fixed"),
        font(HEI, Some("SimHei"), true, "modern", "fixed"),
        font(KAI, Some("楷体"), true, "modern", "fixed"),
        font(SONG, Some("SimSun"), true, "auto", "variable"),
        font(TITLE_SONG, Some("小标宋"), true, "script", "fixed"),
        font(LATIN, None, false, "roman", "variable"),
    ])
}

/// Below the page number.
fn foot_lines(document: &Document<'_>) -> [Vec<Inline>; 2] {
    let (sheet, witness) = (document.sheet, document.witness);
    let draft = sheet.draft.and_then(|draft| draft.split('·').next()).map(|draft| own(format!("{draft}\u{3000}")));
    let about = [
        own(format!("{}\u{3000}第 ", sheet.paper)),
        Inline::Page,
        own(" 页 共 "),
        Inline::Pages,
        own(" 页\u{3000}可编辑文本，以签字归档件为准"),
    ];
    let made = format!("据第 {} 条为止的记录生成\u{3000}记录指纹 {}", witness.entry, witness.fingerprint);
    [draft.into_iter().chain(about).collect(), vec![own(made)]]
}
