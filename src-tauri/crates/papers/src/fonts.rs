//! The fonts of the papers, by role. The bundled ones are always there; the office's own stand before them where they are
//! asked for, and the wide font stands last in every list.

mod office;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use typst::foundations::Bytes;
use typst::layout::{Frame, FrameItem};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_layout::PagedDocument;

use crate::{FontUse, PaperFault};

pub use office::office_folders;

/// A part that a font plays on paper. The templates know only these.
struct Role {
    /// Its name in fonts.json.
    key: &'static str,
    /// The office's own families, the likeliest to be asked for first.
    office: &'static [&'static str],
    /// The bundled family.
    bundled: &'static str,
}

/// 宋体: page numbers, figures, and whatever the other fonts do not draw.
const WIDE: &str = "Noto Serif CJK SC";

/// What GB/T 9704—2012 (5.2.2, 7.3.1, 7.3.3) and the practice of offices name, and what stands in for it.
const ROLES: [Role; 5] = [
    Role { key: "fang", office: &["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong"], bundled: "FandolFang R" },
    Role { key: "hei", office: &["黑体", "SimHei"], bundled: "FandolHei" },
    Role { key: "kai", office: &["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi"], bundled: "FandolKai" },
    Role {
        key: "title",
        office: &["方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"],
        bundled: "FandolSong",
    },
    Role { key: "song", office: &[], bundled: WIDE },
];

/// A font and what identifies it.
#[derive(Debug)]
pub(crate) struct Face {
    font: Font,
    /// Of its file; worked out when it is first asked for, since a preview does not need it.
    digest: OnceLock<String>,
}

impl Face {
    fn family(&self) -> &str {
        &self.font.info().family
    }

    fn used(&self) -> FontUse {
        let digest = self.digest.get_or_init(|| {
            let digest = Sha256::digest(self.font.data());
            digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
        });
        FontUse { family: self.family().to_owned(), digest: digest.clone() }
    }
}

/// The fonts that the papers are set in. Loaded once, shared.
#[derive(Debug)]
pub struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) faces: Arc<[Face]>,
    /// The families of every role in their order, as the templates read them (fonts.json).
    pub(crate) lists: Value,
}

impl Fonts {
    /// The bundled fonts alone: the same record gives the same bytes on every machine. Every .otf, .ttf and .ttc file of
    /// `bundled` has to be a font, and every role has to have its own.
    pub fn load(bundled: &Path) -> Result<Self, PaperFault> {
        Self::load_with_office(bundled, &[])
    }

    /// With the office's own fonts before the bundled ones, as far as they are found in `folders` or below. A file that
    /// cannot be read, is no font, or may not be embedded is passed over.
    pub fn load_with_office(bundled: &Path, folders: &[PathBuf]) -> Result<Self, PaperFault> {
        let ours = bundled_faces(bundled)?;
        let mut faces = Vec::new();
        let mut lists = Map::new();
        for (role, candidates) in ROLES.iter().zip(office::candidates(folders, &ROLES)) {
            let own = ours.iter().find(|face| face.info().family == role.bundled);
            let own = own.ok_or_else(|| PaperFault::MissingFont { family: role.bundled.to_owned() })?;
            let mut list = Vec::new();
            // Typst tells families apart by name alone, so a second one of the same name could not be asked for.
            let taken = |face: &Font| {
                let named = |other: &Font| other.info().family.eq_ignore_ascii_case(&face.info().family);
                ours.iter().any(named) || faces.iter().any(|face: &Face| named(&face.font))
            };
            let office = candidates.iter().filter_map(office::Candidate::load).find(|face| !taken(face));
            if let Some(office) = office {
                list.push(office.info().family.clone());
                faces.push(Face { font: office, digest: OnceLock::new() });
            }
            list.push(role.bundled.to_owned());
            faces.push(Face { font: own.clone(), digest: OnceLock::new() });
            if role.bundled != WIDE {
                list.push(WIDE.to_owned());
            }
            lists.insert(role.key.to_owned(), list.into());
        }
        let book = LazyHash::new(FontBook::from_fonts(faces.iter().map(|face| &face.font)));
        Ok(Self { book, faces: faces.into(), lists: Value::Object(lists) })
    }

    /// What each role is set in first, and the wide font that stands behind all.
    pub fn in_use(&self) -> Vec<FontUse> {
        let first = |role: &Role| self.lists[role.key][0].as_str();
        let named = |family| self.faces.iter().find(|face| face.family() == family);
        ROLES.iter().filter_map(first).filter_map(named).map(Face::used).collect()
    }

    /// Whether any of the fonts has a glyph for it.
    pub(crate) fn draw(&self, character: char) -> bool {
        self.faces.iter().any(|face| face.font.info().coverage.contains(u32::from(character)))
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.faces.get(index).map(|face| face.font.clone())
    }
}

/// Those of `faces` that something is set in, in their order.
pub(crate) fn used(faces: &[Face], document: &PagedDocument) -> Vec<FontUse> {
    let mut seen = vec![false; faces.len()];
    for page in document.pages() {
        look(&page.frame, faces, &mut seen);
    }
    faces.iter().zip(seen).filter(|(_, seen)| *seen).map(|(face, _)| face.used()).collect()
}

fn look(frame: &Frame, faces: &[Face], seen: &mut [bool]) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => look(&group.frame, faces, seen),
            FrameItem::Text(text) => {
                let family = &text.font.font().info().family;
                if let Some(at) = faces.iter().position(|face| face.family() == family) {
                    seen[at] = true;
                }
            }
            _ => {}
        }
    }
}

fn bundled_faces(folder: &Path) -> Result<Vec<Font>, PaperFault> {
    let no_fonts = || PaperFault::NoFonts { folder: folder.to_owned() };
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(|_| no_fonts())?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| is_font_file(path))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(no_fonts());
    }
    let mut faces = Vec::new();
    for file in files {
        let before = faces.len();
        if let Ok(data) = fs::read(&file) {
            faces.extend(Font::iter(Bytes::new(data)));
        }
        if faces.len() == before {
            return Err(PaperFault::BadFont { file });
        }
    }
    Ok(faces)
}

fn is_font_file(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ending == "otf" || ending == "ttf" || ending == "ttc")
}
