//! Why a paper cannot be printed.

use std::path::PathBuf;

/// Why a paper cannot be printed. Nothing is printed then: a record with a hole in it would be worse than none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperFault {
    /// The folder of the bundled fonts is missing, or has no font in it.
    #[error("no fonts in {}", folder.display())]
    NoFonts {
        /// The folder.
        folder: PathBuf,
    },
    /// A font file cannot be read, or is no font.
    #[error("{} is no font that can be read", file.display())]
    BadFont {
        /// The file.
        file: PathBuf,
    },
    /// A font that the papers are set in is not among the files.
    #[error("the font {family} is not in the font folder")]
    MissingFont {
        /// Its family name.
        family: String,
    },
    /// No font draws this character; it would print as an empty box.
    #[error("no font draws {character} (U+{code:04X}): {place} {near}", code = *character as u32)]
    NoGlyph {
        /// The character.
        character: char,
        /// Whose words or which field.
        place: String,
        /// The words around it.
        near: String,
    },
    /// What the paper is about has not happened, or the meeting has none of it.
    #[error("there is nothing to print on {paper}")]
    NothingToPrint {
        /// Which paper.
        paper: &'static str,
    },
    /// The tables do not fit into a workbook, e.g. a text is longer than a cell holds.
    #[error("the workbook could not be written: {words}")]
    Workbook {
        /// What the writer says.
        words: String,
    },
    /// Typst could not lay the paper out, or not write it as PDF/A.
    #[error("the paper could not be laid out: {words}")]
    Layout {
        /// What Typst says.
        words: String,
    },
    /// Only minutes, summary, extract and agenda are made as DOCX.
    #[error("{paper} is not made as DOCX")]
    NoDocx {
        /// What the paper is called.
        paper: &'static str,
    },
    /// The DOCX could not be put together.
    #[error("the DOCX could not be written: {words}")]
    NotWritten {
        /// What the writer says.
        words: String,
    },
}
