//! DOCX, for offices that finish a paper in Word or WPS: minutes, summary, extract and agenda, from the document models that
//! the PDF is laid out from. What people typed passes through `ink` here too.
//!
//! - Every paragraph has a named style ([`style`]), so that an office changes its look in one place, and headings have an
//!   outline level for the navigation pane. Fonts are named as GB/T 9704 names them; none is embedded.
//! - The elements stand in the order of the schema (ISO/IEC 29500 transitional), and every table has its `w:tblGrid`: Word
//!   forgives what WPS does not.
//! - The foot says which entry and fingerprint the file was made from, and that the signed paper is the record, not this.
//! - No clock: dates are the record's, those of the container are fixed. The same record gives the same bytes.

mod agenda;
mod block;
mod body;
mod element;
mod extract;
mod measure;
mod minutes;
mod parts;
mod room;
mod style;
mod summary;

use std::io::{Cursor, Write};

use meeting::{Meeting, Moment};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::sheet::Sheet;
use crate::{PaperFault, PaperKind, Witness, name};

use block::Block;

/// A paper as it is written.
struct Document<'a> {
    sheet: &'a Sheet,
    /// The committee: the document's author.
    author: &'a str,
    witness: &'a Witness,
    /// When the last entry was recorded.
    at: Moment,
    blocks: Vec<Block>,
}

/// Whether [`docx`] makes it.
pub fn has_docx(kind: &PaperKind) -> bool {
    matches!(kind, PaperKind::Agenda | PaperKind::Minutes | PaperKind::Summary | PaperKind::Extract(_))
}

/// A paper as DOCX. Faults where the paper is none of those ([`has_docx`]), or cannot be made at this stage of the meeting.
pub fn docx(kind: &PaperKind, meeting: &Meeting, witness: &Witness) -> Result<Vec<u8>, PaperFault> {
    let write = |sheet: &Sheet, blocks: Vec<Block>| {
        pack(&Document { sheet, author: &meeting.call.committee, witness, at: meeting.last_at, blocks })
    };
    match kind {
        PaperKind::Agenda => {
            let model = crate::agenda::agenda(meeting, witness);
            write(&model.sheet, agenda::blocks(&model))
        }
        PaperKind::Summary => {
            let model = crate::summary::summary(meeting, witness)?;
            write(&model.sheet, summary::blocks(&model))
        }
        PaperKind::Extract(of) => {
            let model = crate::extract::extract(meeting, of, witness)?;
            write(&model.sheet, extract::blocks(&model))
        }
        PaperKind::Minutes => {
            let model = crate::minutes::minutes(meeting, witness);
            write(&model.sheet, minutes::blocks(&model))
        }
        other => Err(PaperFault::NoDocx { paper: name(other) }),
    }
}

/// The container. `[Content_Types].xml` comes first: some readers look no further for it.
fn pack(document: &Document<'_>) -> Result<Vec<u8>, PaperFault> {
    let fault = |words: String| PaperFault::NotWritten { words };
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (place, root) in parts::parts(document) {
        let xml = root.to_xml().map_err(|error| fault(error.to_string()))?;
        zip.start_file(place, options).map_err(|error| fault(error.to_string()))?;
        zip.write_all(&xml).map_err(|error| fault(error.to_string()))?;
    }
    Ok(zip.finish().map_err(|error| fault(error.to_string()))?.into_inner())
}
