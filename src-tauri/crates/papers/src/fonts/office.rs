//! The office's own fonts: which files of the system's font folders hold a family that a role asks for. Only the tables
//! of names are read in looking; a folder of fonts is often a gigabyte.

use std::collections::BTreeSet;
use std::env;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use ttf_parser::{Face, Permissions, name, name_id};
use typst::foundations::Bytes;
use typst::text::Font;

use super::{Role, is_font_file};

/// No font has a larger table of names; what says so is broken.
const LARGEST_TABLE: usize = 4 << 20;

/// A face in a file that may have been asked for.
pub(super) struct Candidate {
    /// The place of its family in the list of the role.
    rank: usize,
    file: PathBuf,
    index: u32,
}

impl Candidate {
    /// Reads it as a whole. `None`: it cannot be read, or its maker does not allow that it is embedded, which PDF/A
    /// cannot do without (ISO 19005-2, 6.2.11.4.1).
    pub(super) fn load(&self) -> Option<Font> {
        let data = fs::read(&self.file).ok()?;
        let permissions = Face::parse(&data, self.index).ok()?.permissions();
        if permissions == Some(Permissions::Restricted) {
            return None;
        }
        Font::new(Bytes::new(data), self.index)
    }
}

/// For every role its candidates, the best first.
pub(super) fn candidates(folders: &[PathBuf], roles: &[Role]) -> Vec<Vec<Candidate>> {
    let mut files = Vec::new();
    let mut been = BTreeSet::new();
    for folder in folders {
        gather(folder, &mut files, &mut been);
    }
    let mut found: Vec<Vec<Candidate>> = roles.iter().map(|_| Vec::new()).collect();
    for file in files {
        for (index, families) in (0..).zip(families(&file).unwrap_or_default()) {
            for (role, found) in roles.iter().zip(&mut found) {
                let asked = |family: &str| families.iter().any(|named| named.eq_ignore_ascii_case(family));
                if let Some(rank) = role.office.iter().position(|family| asked(family)) {
                    found.push(Candidate { rank, file: file.clone(), index });
                }
            }
        }
    }
    // Stable: of equals the folder named first goes first.
    found.iter_mut().for_each(|found| found.sort_by_key(|candidate| candidate.rank));
    found
}

/// The font files of a folder and of those below it, each folder once: links may go in circles.
fn gather(folder: &Path, files: &mut Vec<PathBuf>, been: &mut BTreeSet<PathBuf>) {
    let Ok(real) = folder.canonicalize() else { return };
    if !been.insert(real) {
        return;
    }
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, files, been);
        } else if is_font_file(&path) {
            files.push(path);
        }
    }
}

/// The names of the upright families of every face of a file, in all languages. A slanted or bold cut of a family is not
/// what is asked for.
fn families(path: &Path) -> Option<Vec<Vec<String>>> {
    let mut file = File::open(path).ok()?;
    let starts = match &read(&mut file, 0, 4)?[..] {
        b"ttcf" => {
            let count = number(&read(&mut file, 8, 4)?, 0)?;
            let starts = read(&mut file, 12, usize::try_from(count).ok()?.checked_mul(4)?)?;
            (0..starts.len() / 4).filter_map(|place| number(&starts, place * 4)).collect()
        }
        _ => vec![0],
    };
    Some(starts.into_iter().map(|start| face_families(&mut file, start).unwrap_or_default()).collect())
}

fn face_families(file: &mut File, start: u32) -> Option<Vec<String>> {
    let count = usize::from(u16::from_be_bytes(read(file, start.checked_add(4)?, 2)?.try_into().ok()?));
    let directory = read(file, start.checked_add(12)?, count * 16)?;
    let record = directory.chunks_exact(16).find(|record| record.starts_with(b"name"))?;
    let table = read(file, number(record, 8)?, usize::try_from(number(record, 12)?).ok()?)?;
    let names = name::Table::parse(&table)?.names;
    let of = |id: u16| names.into_iter().filter(move |name| name.name_id == id).filter_map(|name| name.to_string());
    let cut = of(name_id::SUBFAMILY).collect::<String>().to_lowercase();
    if ["bold", "italic", "oblique", "粗", "斜"].iter().any(|other| cut.contains(other)) {
        return None;
    }
    Some(of(name_id::FAMILY).map(|family| family.trim().to_owned()).collect())
}

fn read(file: &mut File, from: u32, length: usize) -> Option<Vec<u8>> {
    if length > LARGEST_TABLE {
        return None;
    }
    let mut bytes = vec![0; length];
    file.seek(SeekFrom::Start(from.into())).ok()?;
    file.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

/// Where this system keeps its fonts, for all users and for this one. They need not be there.
pub fn office_folders() -> Vec<PathBuf> {
    let under = |variable: &str, below: &str| {
        env::var_os(variable).filter(|value| !value.is_empty()).map(|value| PathBuf::from(value).join(below))
    };
    let folders = if cfg!(windows) {
        vec![under("WINDIR", "Fonts"), under("LOCALAPPDATA", r"Microsoft\Windows\Fonts")]
    } else if cfg!(target_os = "macos") {
        let everybody = ["/System/Library/Fonts", "/Library/Fonts"].map(|folder| Some(PathBuf::from(folder)));
        everybody.into_iter().chain([under("HOME", "Library/Fonts")]).collect()
    } else {
        let everybody = ["/usr/share/fonts", "/usr/local/share/fonts"].map(|folder| Some(PathBuf::from(folder)));
        let own = under("XDG_DATA_HOME", "fonts").or_else(|| under("HOME", ".local/share/fonts"));
        everybody.into_iter().chain([own, under("HOME", ".fonts")]).collect()
    };
    folders.into_iter().flatten().collect()
}
