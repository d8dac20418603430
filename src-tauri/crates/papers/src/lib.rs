//! The print: the record as paper, laid out by Typst.
//!
//! A document model is made from a [`Meeting`] alone, every string of it passes through `ink`, and a template lays it out.
//! Nothing reads a clock and no font of the system is used: the same record gives the same bytes.

mod cited;
mod fault;
mod fonts;
mod ink;
mod minutes;
mod presence;
mod press;
mod rounds;
mod sheet;
mod vote_record;
mod wording;

#[cfg(test)]
mod tests;

use chrono::{Datelike, Timelike};
use meeting::{EntryNo, Meeting, Moment};
use serde::Serialize;
use typst::foundations::Datetime;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

pub use fault::PaperFault;
pub use fonts::Fonts;

/// What a paper bears witness to: the ledger's end as it was when the paper was laid out, on every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The meeting's last entry.
    pub entry: EntryNo,
    /// The fingerprint of that entry, in groups of four.
    pub fingerprint: String,
}

/// A paper, laid out: its pages on the screen and its PDF come from one layout.
pub struct Paper {
    document: PagedDocument,
    /// When the last entry was recorded: the paper's date, whenever it is printed.
    at: Moment,
    file_name: String,
}

impl Paper {
    /// 会议记录: who said what, in order. Faults as [`PaperFault`].
    pub fn minutes(meeting: &Meeting, witness: &Witness, fonts: &Fonts) -> Result<Self, PaperFault> {
        let model = minutes::minutes(meeting, witness);
        let file_name = sheet::file_name(meeting, minutes::PAPER);
        Self::lay_out(include_str!("../templates/minutes.typ"), &model, meeting.last_at, file_name, fonts)
    }

    /// 表决结果统计表: what was voted on and how it came out. Faults as [`PaperFault`].
    pub fn vote_record(meeting: &Meeting, witness: &Witness, fonts: &Fonts) -> Result<Self, PaperFault> {
        let model = vote_record::vote_record(meeting, witness);
        let file_name = sheet::file_name(meeting, vote_record::PAPER);
        Self::lay_out(include_str!("../templates/vote-record.typ"), &model, meeting.last_at, file_name, fonts)
    }

    fn lay_out(
        template: &'static str,
        model: &impl Serialize,
        at: Moment,
        file_name: String,
        fonts: &Fonts,
    ) -> Result<Self, PaperFault> {
        let mut facts = serde_json::to_value(model).map_err(|error| PaperFault::Layout { words: error.to_string() })?;
        ink::ink(&mut facts, fonts)?;
        Ok(Self { document: press::lay_out(template, &facts, fonts)?, at, file_name })
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

    /// A name for the file, fit for every file system.
    pub fn file_name(&self) -> String {
        self.file_name.clone()
    }
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
