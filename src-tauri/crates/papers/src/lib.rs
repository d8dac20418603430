//! The print: the record as paper, laid out by Typst.
//!
//! A document model is made from a [`Meeting`] alone, every string of it passes through `ink`, and a template lays it out.
//! Nothing reads a clock: the same record, set in the same fonts, gives the same bytes.

mod agenda;
mod ballots;
mod blank;
mod cited;
mod corrections;
mod count_sheets;
mod decided;
mod docx;
mod due;
mod extract;
mod fault;
mod fonts;
mod ink;
mod kind;
mod minutes;
mod nominee_list;
mod notice;
mod presence;
mod press;
mod qr;
mod rounds;
mod settings;
mod sheet;
mod sign_in;
mod summary;
mod tables;
mod vote_record;
mod wording;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use chrono::{Datelike, Timelike};
use meeting::{EntryNo, Meeting, Moment};
use serde::Serialize;
use serde_json::Value;
use typst::foundations::Datetime;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

pub use docx::{docx, has_docx};
pub use due::{Due, due};
pub use fault::PaperFault;
pub use fonts::{Fonts, office_folders};
pub use ink::undrawable;
pub use kind::{BlankForm, BookNo, ExportKind, ExtractOf, FontUse, Leaves, PaperKind, PaperMade, PaperNo};
pub use tables::{attendance_csv, votes_csv, workbook};

/// What a paper bears witness to: the ledger's end as it was when the paper was laid out, on every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witness {
    /// The meeting's last entry.
    pub entry: EntryNo,
    /// The fingerprint of that entry, in groups of four.
    pub fingerprint: String,
    /// What only a paper that was made has; `None` on a preview.
    pub made: Option<Imprint>,
}

/// What a paper that was made has besides its contents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    /// Its number.
    pub number: PaperNo,
    /// The number that it takes the place of.
    pub replaces: Option<PaperNo>,
    /// Its pages in the book of minutes.
    pub leaves: Option<Leaves>,
    /// 票号: one for every ballot paper, drawn by chance. They are printed and kept nowhere.
    pub ballots: Vec<String>,
}

/// A paper, laid out: its pages on the screen and its PDF come from one layout.
pub struct Paper {
    document: PagedDocument,
    /// What it could be set in.
    faces: Arc<[fonts::Face]>,
    /// When the last entry was recorded: the paper's date, whenever it is printed.
    at: Moment,
    file_name: String,
}

impl Paper {
    /// Lays a paper out. Faults as [`PaperFault`].
    pub fn lay_out(kind: &PaperKind, meeting: &Meeting, witness: &Witness, fonts: &Fonts) -> Result<Self, PaperFault> {
        let (template, mut facts) = model(kind, meeting, witness)?;
        ink::ink(&mut facts, fonts)?;
        let file_name = format!("{}.pdf", sheet::file_name(meeting, name(kind)));
        let document = press::lay_out(template, &facts, fonts)?;
        Ok(Self { document, faces: Arc::clone(&fonts.faces), at: meeting.last_at, file_name })
    }

    /// The PDF, of the archive kind (PDF/A-2b).
    pub fn pdf(&self) -> Result<Vec<u8>, PaperFault> {
        let standards = PdfStandards::new(&[PdfStandard::A_2b])
            .map_err(|error| PaperFault::Layout { words: error.message().to_string() })?;
        let options = PdfOptions { standards, timestamp: timestamp(self.at), ..PdfOptions::default() };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| press::said(&errors))
    }

    /// How many pages.
    pub fn pages(&self) -> u32 {
        u32::try_from(self.document.pages().len()).unwrap_or(u32::MAX)
    }

    /// A page as SVG; pages are counted from 1.
    pub fn page_svg(&self, page: u32) -> Option<String> {
        let place = usize::try_from(page.checked_sub(1)?).ok()?;
        let page = self.document.pages().get(place)?;
        Some(typst_svg::svg(page, &typst_svg::SvgOptions::default()))
    }

    /// The fonts that something on its pages is set in.
    pub fn fonts(&self) -> Vec<FontUse> {
        fonts::used(&self.faces, &self.document)
    }

    /// A name for the file, fit for every file system.
    pub fn file_name(&self) -> String {
        self.file_name.clone()
    }
}

/// What a paper is laid out from, by file name: template and facts, fit for Typst's own command line. Faults as
/// [`PaperFault`].
pub fn sources(
    kind: &PaperKind,
    meeting: &Meeting,
    witness: &Witness,
    fonts: &Fonts,
) -> Result<Vec<(&'static str, String)>, PaperFault> {
    let (template, mut facts) = model(kind, meeting, witness)?;
    ink::ink(&mut facts, fonts)?;
    Ok(press::files(template, &facts, fonts).into())
}

/// What the paper says, apart from its number and what it bears witness to: two states of a meeting that give the same
/// contents need no new paper. Faults as [`PaperFault`].
pub fn contents(kind: &PaperKind, meeting: &Meeting) -> Result<Value, PaperFault> {
    model(kind, meeting, &Witness::default()).map(|(_, facts)| facts)
}

/// What a paper is called, after 会议 in the titles.
pub(crate) fn name(kind: &PaperKind) -> &'static str {
    match kind {
        PaperKind::Notice => notice::PAPER,
        PaperKind::Agenda => agenda::PAPER,
        PaperKind::SignIn => sign_in::PAPER,
        PaperKind::NomineeList => nominee_list::PAPER,
        PaperKind::Ballots => ballots::PAPER,
        PaperKind::CountSheets => count_sheets::PAPER,
        PaperKind::VoteRecord => vote_record::PAPER,
        PaperKind::Minutes => minutes::PAPER,
        PaperKind::Summary => summary::PAPER,
        PaperKind::Extract(_) => extract::PAPER,
        PaperKind::Corrections => corrections::PAPER,
        PaperKind::Rules => settings::PAPER,
        PaperKind::Blank(form) => blank::name(*form),
    }
}

/// A name for the file of an export, fit for every file system.
pub fn export_name(meeting: &Meeting, export: &ExportKind) -> String {
    let (what, ending) = match export {
        ExportKind::Docx(kind) => (name(kind), "docx"),
        ExportKind::Workbook => ("表决和出席", "xlsx"),
        ExportKind::VotesCsv => ("表决结果", "csv"),
        ExportKind::AttendanceCsv => ("出席情况", "csv"),
        ExportKind::Record => ("全记录", "json"),
    };
    format!("{}.{ending}", sheet::file_name(meeting, what))
}

/// The template and what it is filled with.
fn model(kind: &PaperKind, meeting: &Meeting, witness: &Witness) -> Result<(&'static str, Value), PaperFault> {
    macro_rules! set {
        ($template:literal, $model:expr) => {
            (include_str!(concat!("../templates/", $template, ".typ")), facts(&$model)?)
        };
    }
    Ok(match kind {
        PaperKind::Notice => set!("notice", notice::notice(meeting, witness)),
        PaperKind::Agenda => set!("agenda", agenda::agenda(meeting, witness)),
        PaperKind::SignIn => set!("sign-in", sign_in::sign_in(meeting, witness)),
        PaperKind::NomineeList => set!("nominee-list", nominee_list::nominee_list(meeting, witness)?),
        PaperKind::Ballots => set!("ballots", ballots::ballots(meeting, witness)?),
        PaperKind::CountSheets => set!("count-sheets", count_sheets::count_sheets(meeting, witness)?),
        PaperKind::VoteRecord => set!("vote-record", vote_record::vote_record(meeting, witness)),
        PaperKind::Minutes => set!("minutes", minutes::minutes(meeting, witness)),
        PaperKind::Summary => set!("summary", summary::summary(meeting, witness)?),
        PaperKind::Extract(of) => set!("extract", extract::extract(meeting, of, witness)?),
        PaperKind::Corrections => set!("corrections", corrections::corrections(meeting, witness)?),
        PaperKind::Rules => set!("rules", settings::settings(meeting, witness)),
        PaperKind::Blank(form) => set!("blank", blank::blank(meeting, *form, witness)),
    })
}

fn facts(model: &impl Serialize) -> Result<Value, PaperFault> {
    serde_json::to_value(model).map_err(|error| PaperFault::Layout { words: error.to_string() })
}

/// With the zone of the place where it was recorded.
fn timestamp(at: Moment) -> Option<Timestamp> {
    let part = |part: u32| u8::try_from(part).ok();
    let (date, time) = (at.0.date_naive(), at.0.time());
    let datetime = Datetime::from_ymd_hms(
        date.year(),
        part(date.month())?,
        part(date.day())?,
        part(time.hour())?,
        part(time.minute())?,
        part(time.second())?,
    )?;
    Timestamp::new_local(datetime, at.0.offset().local_minus_utc() / 60)
}
