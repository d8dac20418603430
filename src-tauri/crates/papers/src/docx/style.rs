//! The named styles: what an office sees in its list of styles, and changes there.

use super::element::{Element, element, value};
use super::measure::{PITCH, SIZE, TIGHT, WIDTH, cells};

/// 仿宋 and its kin as GB/T 9704 and its users name them.
pub(super) const FANG: &str = "仿宋_GB2312";
pub(super) const HEI: &str = "黑体";
pub(super) const KAI: &str = "楷体_GB2312";
pub(super) const SONG: &str = "宋体";
pub(super) const TITLE_SONG: &str = "方正小标宋简体";
/// For Latin letters and figures.
pub(super) const LATIN: &str = "Times New Roman";

/// The label of a field takes five characters with its colon, and a little more: the tab behind it must find its stop.
const LABEL: u32 = cells(5) + 60;
/// One of two characters, beginning two characters from the edge.
const ROSTER_LABEL: u32 = cells(3) + 60;
const ROSTER: u32 = cells(2) + ROSTER_LABEL;
/// From the edge of a table's cell to what it says: 1 mm.
pub(super) const CELL_SIDE: u32 = 57;
const RED: &str = "FF0000";

/// A paragraph style.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Draft,
    Title,
    Heading1,
    Heading2,
    Body,
    Field,
    FieldMore,
    NomineeField,
    NomineeFieldMore,
    Roster,
    RosterMore,
    Mark,
    Number,
    Issuer,
    Addressee,
    SignOff,
    SignOffRight,
    CellHead,
    CellLeft,
    CellCenter,
    SmallHead,
    Small,
    Signature,
    OddPage,
    EvenPage,
    OddFoot,
    EvenFoot,
}

/// All of them, in the order in which they are written.
const ALL: &[Style] = &[
    Style::Title,
    Style::Heading1,
    Style::Heading2,
    Style::Body,
    Style::Field,
    Style::FieldMore,
    Style::NomineeField,
    Style::NomineeFieldMore,
    Style::Roster,
    Style::RosterMore,
    Style::Mark,
    Style::Number,
    Style::Issuer,
    Style::Addressee,
    Style::SignOff,
    Style::SignOffRight,
    Style::CellHead,
    Style::CellLeft,
    Style::CellCenter,
    Style::SmallHead,
    Style::Small,
    Style::Signature,
    Style::Draft,
    Style::OddPage,
    Style::EvenPage,
    Style::OddFoot,
    Style::EvenFoot,
];

/// What a style differs in from the text style that all are based on.
struct Look {
    id: &'static str,
    name: &'static str,
    align: Option<&'static str>,
    /// Stays on the page of what follows.
    keep: bool,
    /// The level of a heading in the outline.
    level: Option<u32>,
    /// Exact height of a line.
    line: u32,
    after: u32,
    left: u32,
    right: u32,
    hanging: u32,
    /// Two characters before the first line.
    indented: bool,
    /// A tab stop at the right end of the line.
    stamped: bool,
    font: Option<&'static str>,
    /// In twentieths of a point.
    size: u32,
    boxed: bool,
    red: bool,
    /// The red line of the head of a paper.
    underlined: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            id: "",
            name: "",
            align: None,
            keep: false,
            level: None,
            line: PITCH,
            after: 0,
            left: 0,
            right: 0,
            hanging: 0,
            indented: false,
            stamped: false,
            font: None,
            size: SIZE,
            boxed: false,
            red: false,
            underlined: false,
        }
    }
}

impl Style {
    pub(super) fn id(self) -> &'static str {
        self.look().id
    }

    fn look(self) -> Look {
        let look = Look::default();
        match self {
            Self::Draft => {
                Look {
                    id: "Draft", name: "未定稿标记", align: Some("right"), font: Some(HEI), boxed: true, ..look
                }
            }
            // 二号小标宋.
            Self::Title => Look {
                id: "PaperTitle",
                name: "公文标题",
                align: Some("center"),
                keep: true,
                line: 720,
                after: PITCH,
                font: Some(TITLE_SONG),
                size: 440,
                ..look
            },
            Self::Heading1 => Look {
                id: "Heading1st",
                name: "一级标题",
                keep: true,
                level: Some(0),
                indented: true,
                font: Some(HEI),
                ..look
            },
            Self::Heading2 => Look {
                id: "Heading2nd",
                name: "二级标题",
                keep: true,
                level: Some(1),
                indented: true,
                font: Some(KAI),
                ..look
            },
            Self::Body => Look { id: "PaperBody", name: "公文正文", indented: true, stamped: true, ..look },
            Self::Field => Look { id: "Field", name: "首部栏目", left: LABEL, hanging: LABEL, ..look },
            Self::FieldMore => Look { id: "FieldMore", name: "首部续行", left: LABEL, ..look },
            Self::NomineeField => Look {
                id: "NomineeField",
                name: "人选栏目",
                left: cells(2) + LABEL,
                hanging: LABEL,
                font: Some(KAI),
                ..look
            },
            Self::NomineeFieldMore => {
                Look { id: "NomineeFieldMore", name: "人选续行", left: cells(2) + LABEL, font: Some(KAI), ..look }
            }
            // 10.3: below the first character after the colon.
            Self::Roster => Look {
                id: "Roster",
                name: "出席名单",
                align: Some("left"),
                left: ROSTER,
                hanging: ROSTER_LABEL,
                ..look
            },
            Self::RosterMore => {
                Look { id: "RosterMore", name: "出席名单续行", align: Some("left"), left: ROSTER, ..look }
            }
            // 10.3. Its size follows from the length of the name.
            Self::Mark => Look {
                id: "SummaryMark",
                name: "纪要标志",
                align: Some("center"),
                keep: true,
                line: 1000,
                font: Some(TITLE_SONG),
                size: 720,
                red: true,
                ..look
            },
            Self::Number => {
                Look { id: "SummaryNumber", name: "纪要编号", align: Some("center"), keep: true, ..look }
            }
            // 7.2.7: the red line, 4 mm below.
            Self::Issuer => Look {
                id: "Issuer",
                name: "版头机关和日期",
                align: Some("left"),
                keep: true,
                after: PITCH,
                underlined: true,
                ..look
            },
            Self::Addressee => Look { id: "Addressee", name: "主送机关", ..look },
            Self::SignOff => Look { id: "SignOff", name: "落款", align: Some("left"), ..look },
            Self::SignOffRight => Look {
                id: "SignOffRight",
                name: "落款（居右）",
                align: Some("right"),
                left: cells(2),
                right: cells(2),
                ..look
            },
            // 小四.
            Self::CellHead => Look {
                id: "CellHead",
                name: "表格表头",
                align: Some("center"),
                keep: true,
                line: 320,
                font: Some(HEI),
                size: 240,
                ..look
            },
            Self::CellLeft => {
                Look { id: "CellLeft", name: "表格文字", align: Some("left"), line: 320, size: 240, ..look }
            }
            Self::CellCenter => {
                Look {
                    id: "CellCenter", name: "表格文字（居中）", align: Some("center"), line: 320, size: 240, ..look
                }
            }
            // 五号, two lines to one of the text.
            Self::SmallHead => Look {
                id: "SmallHead",
                name: "小表表头",
                align: Some("left"),
                keep: true,
                line: PITCH / 2,
                font: Some(HEI),
                size: 210,
                ..look
            },
            Self::Small => {
                Look { id: "Small", name: "小表文字", align: Some("left"), line: PITCH / 2, size: 210, ..look }
            }
            Self::Signature => Look { id: "Signature", name: "签名", align: Some("left"), ..look },
            // 7.5: 四号半角宋体, one character from the edge, on the right of odd pages.
            Self::OddPage => Look {
                id: "OddPage",
                name: "页码（单页）",
                align: Some("right"),
                line: 400,
                right: cells(1),
                font: Some(SONG),
                size: 280,
                ..look
            },
            Self::EvenPage => Look {
                id: "EvenPage",
                name: "页码（双页）",
                align: Some("left"),
                line: 400,
                left: cells(1),
                font: Some(SONG),
                size: 280,
                ..look
            },
            Self::OddFoot => Look {
                id: "OddFoot",
                name: "页脚说明（单页）",
                align: Some("left"),
                line: 240,
                left: cells(1),
                font: Some(SONG),
                size: 180,
                ..look
            },
            Self::EvenFoot => Look {
                id: "EvenFoot",
                name: "页脚说明（双页）",
                align: Some("right"),
                line: 240,
                right: cells(1),
                font: Some(SONG),
                size: 180,
                ..look
            },
        }
    }

    fn to_element(self) -> Element {
        let look = self.look();
        let on = |name, is: bool| is.then(|| element(name));
        let indent = element("w:ind");
        let indent = if look.left > 0 { indent.with("w:left", look.left) } else { indent };
        let indent = if look.right > 0 { indent.with("w:right", look.right) } else { indent };
        let indent = if look.hanging > 0 { indent.with("w:hanging", look.hanging) } else { indent };
        let indent = if look.indented {
            // In characters too: it follows where the size is changed.
            indent.with("w:firstLineChars", 200).with("w:firstLine", cells(2))
        } else {
            indent
        };
        let spacing = element("w:spacing");
        let spacing = if look.after > 0 { spacing.with("w:after", look.after) } else { spacing };
        let spacing = if look.line == PITCH { spacing } else { exactly(spacing, look.line) };
        let line = value("w:bottom", "single").with("w:sz", 8).with("w:space", 11).with("w:color", RED);
        let paragraph = element("w:pPr")
            .put_all(on("w:keepNext", look.keep))
            .put_all(on("w:keepLines", look.keep))
            .put_all(look.underlined.then(|| element("w:pBdr").put(line)))
            .put_all(look.stamped.then(|| element("w:tabs").put(value("w:tab", "right").with("w:pos", WIDTH))))
            .put_all(spacing.unless_empty())
            .put_all(indent.unless_empty())
            .put_all(look.align.map(|align| value("w:jc", align)))
            .put_all(look.level.map(|level| value("w:outlineLvl", level)));
        let border = value("w:bdr", "single").with("w:sz", 6).with("w:space", 4).with("w:color", "auto");
        let run = element("w:rPr")
            .put_all(look.font.map(east_asian))
            .put_all(look.red.then(|| value("w:color", RED)))
            .put_all(sized(look.size))
            .put_all(look.boxed.then_some(border));
        element("w:style")
            .with("w:type", "paragraph")
            .with("w:customStyle", 1)
            .with("w:styleId", look.id)
            .put(value("w:name", look.name))
            .put(value("w:basedOn", "Normal"))
            .put(element("w:qFormat"))
            .put_all(paragraph.unless_empty())
            .put_all(run.unless_empty())
    }
}

/// Character styles.
pub(super) const LEAD: &str = "Lead";
pub(super) const MARK: &str = "Mark";
pub(super) const STAMP: &str = "Stamp";

fn character(id: &'static str, name: &'static str, font: &'static str, size: u32) -> Element {
    let run = element("w:rPr").put(east_asian(font)).put_all(sized(size));
    element("w:style")
        .with("w:type", "character")
        .with("w:customStyle", 1)
        .with("w:styleId", id)
        .put(value("w:name", name))
        .put(value("w:basedOn", "DefaultParagraphFont"))
        .put(element("w:qFormat"))
        .put(run)
}

/// Another size than that of the text, and then without its spacing.
fn sized(size: u32) -> Vec<Element> {
    if size == SIZE {
        return Vec::new();
    }
    vec![value("w:spacing", 0), value("w:sz", size / 10), value("w:szCs", size / 10)]
}

fn exactly(spacing: Element, line: u32) -> Element {
    spacing.with("w:line", line).with("w:lineRule", "exact")
}

fn east_asian(font: &'static str) -> Element {
    element("w:rFonts").with("w:eastAsia", font)
}

/// `styles.xml`.
pub(super) fn styles(root: Element) -> Element {
    let fonts =
        element("w:rFonts").with("w:ascii", LATIN).with("w:eastAsia", FANG).with("w:hAnsi", LATIN).with("w:cs", LATIN);
    let chinese = element("w:lang").with("w:val", "zh-CN").with("w:eastAsia", "zh-CN").with("w:bidi", "ar-SA");
    let size = || [value("w:sz", SIZE / 20 * 2), value("w:szCs", SIZE / 20 * 2)];
    let defaults = element("w:docDefaults")
        .put(element("w:rPrDefault").put(element("w:rPr").put(fonts).put_all(size()).put(chinese)))
        .put(element("w:pPrDefault"));
    // 28 characters stand in a line only where nothing hangs over its end and no room is made beside Latin letters. The grid
    // is there for whoever goes on to type; the text has its pitch and its spacing from here, since LibreOffice gives two
    // cells of a grid to a character that is wider than one, as 16 pt are.
    let text = element("w:pPr")
        .put(value("w:widowControl", 0))
        .put(value("w:overflowPunct", 0))
        .put(value("w:autoSpaceDE", 0))
        .put(value("w:autoSpaceDN", 0))
        .put(value("w:snapToGrid", 0))
        .put(exactly(element("w:spacing"), PITCH))
        .put(value("w:jc", "both"));
    let normal = element("w:style")
        .with("w:type", "paragraph")
        .with("w:default", 1)
        .with("w:styleId", "Normal")
        .put(value("w:name", "Normal"))
        .put(element("w:qFormat"))
        .put(text)
        // The grid counts from the size that this style names itself.
        .put(element("w:rPr").put(value("w:spacing", -TIGHT)).put_all(size()));
    let font = element("w:style")
        .with("w:type", "character")
        .with("w:default", 1)
        .with("w:styleId", "DefaultParagraphFont")
        .put(value("w:name", "Default Paragraph Font"))
        .put(value("w:uiPriority", 1))
        .put(element("w:semiHidden"))
        .put(element("w:unhideWhenUsed"));
    let side = |name| element(name).with("w:w", CELL_SIDE).with("w:type", "dxa");
    let none = |name| element(name).with("w:w", 0).with("w:type", "dxa");
    let cell = element("w:tblCellMar").put_all([none("w:top"), side("w:left"), none("w:bottom"), side("w:right")]);
    let table = element("w:style")
        .with("w:type", "table")
        .with("w:default", 1)
        .with("w:styleId", "TableNormal")
        .put(value("w:name", "Normal Table"))
        .put(value("w:uiPriority", 99))
        .put(element("w:semiHidden"))
        .put(element("w:unhideWhenUsed"))
        .put(element("w:tblPr").put(none("w:tblInd")).put(cell));
    root.put(defaults)
        .put_all([normal, font, table])
        .put_all(ALL.iter().map(|style| style.to_element()))
        .put(character(LEAD, "黑体词头", HEI, SIZE))
        .put(character(MARK, "楷体标注", KAI, SIZE))
        .put(character(STAMP, "时刻条号", SONG, 180))
}
