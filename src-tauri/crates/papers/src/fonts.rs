//! The bundled fonts: loaded once from a folder, in the order of their file names.

use std::fs;
use std::path::Path;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::PaperFault;

/// The families that the templates ask for. The last one is the wide fallback of every list.
const FAMILIES: [&str; 5] = ["FandolFang R", "FandolHei", "FandolKai", "FandolSong", "Noto Serif CJK SC"];

/// The fonts that the papers are set in. Loaded once, shared.
#[derive(Debug)]
pub struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) faces: Vec<Font>,
}

impl Fonts {
    /// Loads every .otf, .ttf and .ttc file of `folder`. Fonts of the system are never used: the same record must give the
    /// same bytes on every machine.
    pub fn load(folder: &Path) -> Result<Self, PaperFault> {
        let no_fonts = || PaperFault::NoFonts { folder: folder.to_owned() };
        let mut files: Vec<_> = fs::read_dir(folder)
            .map_err(|_| no_fonts())?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| {
                let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
                ending.is_some_and(|ending| ending == "otf" || ending == "ttf" || ending == "ttc")
            })
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
        let book = FontBook::from_fonts(&faces);
        match FAMILIES.iter().find(|family| !book.contains_family(&family.to_lowercase())) {
            Some(family) => Err(PaperFault::MissingFont { family: (*family).to_owned() }),
            None => Ok(Self { book: LazyHash::new(book), faces }),
        }
    }

    /// Whether any of the fonts has a glyph for it.
    pub(crate) fn draw(&self, character: char) -> bool {
        self.faces.iter().any(|face| face.info().coverage.contains(u32::from(character)))
    }
}
