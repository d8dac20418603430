//! Papers become facts: laid out, numbered, written and registered, all that were asked for or none.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Cursor, Write as _};
use std::path::{Path, PathBuf};

use ledger::Fingerprint;
use meeting::{EntryNo, Meeting, MeetingId, Moment, Phase};
use papers::{Due, ExportKind, Fonts, Imprint, Paper, PaperFault, PaperKind, PaperMade, PaperNo, Witness};
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use crate::desk::{Desk, Stop, bodies, digest, disk_view};
use crate::{
    Destination, EntryView, Fault, FaultCode, MadeView, PageView, PaperRow, PaperView, PapersView, Progress, Receipt,
    RecordFile, RecordedEntry, SavedFile, archive,
};

/// What is asked for with [`Command::MakePapers`](crate::Command::MakePapers).
pub(crate) struct Wish {
    pub(crate) papers: Vec<PaperKind>,
    pub(crate) exports: Vec<ExportKind>,
    pub(crate) to: Destination,
    pub(crate) anew: bool,
    pub(crate) new_book: bool,
}

/// The fonts, and what was laid out last.
pub(crate) struct Press {
    folder: PathBuf,
    fonts: Option<Fonts>,
    /// So that turning the pages of a paper lays nothing out again.
    laid_out: Option<(Edition, Paper)>,
    /// A meeting as it stood when a paper was made, so that looking for outgrown papers reads each state once.
    past: BTreeMap<(MeetingId, EntryNo), Meeting>,
}

/// A paper with its number and its place in the record.
#[derive(Clone, Debug, PartialEq)]
struct Edition {
    meeting: MeetingId,
    paper: PaperKind,
    upto: EntryNo,
    imprint: Option<Imprint>,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Press {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, fonts: None, laid_out: None, past: BTreeMap::new() }
    }
}

/// A file of a bundle, ready to be written.
struct Ready {
    name: String,
    bytes: Vec<u8>,
    /// SHA-256 of the bytes, in hexadecimal.
    digest: String,
    /// What is registered of a paper, and whether that is new.
    paper: Option<(PaperMade, bool)>,
}

impl Desk {
    /// The print centre.
    pub(crate) fn papers(&mut self, id: MeetingId) -> Result<PapersView, Fault> {
        let due = papers::due(self.known(id)?);
        let year = self.known(id)?.call.number.year;
        let registered = self.archive.register.of(id).to_vec();
        let mut made = Vec::new();
        for it in &registered {
            let witness = self.entry(it.made.upto)?;
            let replaced_by = registered.iter().find(|later| later.made.replaces == Some(it.made.number));
            made.push(MadeView {
                outgrown: self.is_outgrown(id, &it.made)?,
                made: it.made.clone(),
                entry: it.entry,
                at: it.at,
                fingerprint: Fingerprint::of(&witness.hash).to_string(),
                replaced_by: replaced_by.map(|later| later.made.number),
            });
        }
        let mut rows: Vec<PaperRow> = due.into_iter().map(|(paper, due)| row(paper, due)).collect();
        // Extracts to single units are listed once they were made.
        for it in &registered {
            if !rows.iter().any(|row| row.paper == it.made.paper) {
                rows.push(row(it.made.paper.clone(), Due::Possible));
            }
        }
        for row in &mut rows {
            if let Some(last) = made.iter().rfind(|it| it.made.paper == row.paper) {
                (row.number, row.outgrown) = (Some(last.made.number), last.outgrown);
            }
        }
        let documents = rows.iter().filter(|row| row.due != Due::Later && papers::has_docx(&row.paper));
        let mut exports: Vec<ExportKind> = documents.map(|row| ExportKind::Docx(row.paper.clone())).collect();
        exports.extend([ExportKind::Workbook, ExportKind::VotesCsv, ExportKind::AttendanceCsv, ExportKind::Record]);
        Ok(PapersView {
            papers: rows,
            made,
            book: self.archive.register.next_leaves(year, false),
            fonts: self.fonts()?.in_use(),
            exports,
        })
    }

    /// A paper as it was made, where that still holds; else a preview.
    pub(crate) fn paper(&mut self, id: MeetingId, paper: &PaperKind) -> Result<PaperView, Fault> {
        let edition = self.shown(id, paper)?;
        let entry = self.entry(edition.upto)?;
        let at = archive::moment(&entry)?;
        let number = edition.imprint.as_ref().map(|imprint| imprint.number);
        let laid_out = self.lay_out(edition).map_err(|fault| fault.of_paper(paper))?;
        Ok(PaperView {
            pages: laid_out.pages(),
            file_name: laid_out.file_name(),
            disk: disk_view(&entry.head(), Some(at)),
            digest: digest(&laid_out.pdf()?),
            number,
        })
    }

    /// A page of it.
    pub(crate) fn page(&mut self, id: MeetingId, paper: &PaperKind, page: u32) -> Result<PageView, Fault> {
        let edition = self.shown(id, paper)?;
        let svg = self.lay_out(edition)?.page_svg(page).ok_or_else(|| Fault::not_found(&format!("page {page}")))?;
        Ok(PageView { page, svg })
    }

    pub(crate) fn fonts(&mut self) -> Result<&Fonts, Fault> {
        if self.press.fonts.is_none() {
            self.press.fonts = Some(Fonts::load_with_office(&self.press.folder, &papers::office_folders())?);
        }
        self.press.fonts.as_ref().ok_or_else(|| Fault::internal("the fonts are gone"))
    }

    /// The edition that the preview shows: the last number, where it still says what the record says.
    fn shown(&mut self, id: MeetingId, paper: &PaperKind) -> Result<Edition, Fault> {
        match self.current(id, paper)? {
            Some(made) => Ok(edition(id, &made)),
            None => {
                let upto = self.last(id)?;
                Ok(Edition { meeting: id, paper: paper.clone(), upto, imprint: None })
            }
        }
    }

    /// The last number of a paper, where it still says what the record says. Ballots are never the same twice: their
    /// numbers are kept nowhere.
    fn current(&mut self, id: MeetingId, paper: &PaperKind) -> Result<Option<PaperMade>, Fault> {
        let last = self.archive.register.last(id, paper).map(|it| it.made.clone());
        match last {
            Some(made) if *paper != PaperKind::Ballots && !self.is_outgrown(id, &made)? => Ok(Some(made)),
            _ => Ok(None),
        }
    }

    /// Whether the record has outgrown a paper: worked out by making its contents then and now.
    fn is_outgrown(&mut self, id: MeetingId, made: &PaperMade) -> Result<bool, Fault> {
        let now = match papers::contents(&made.paper, self.known(id)?) {
            Ok(now) => now,
            // What it was about is no longer there.
            Err(PaperFault::NothingToPrint { .. }) => return Ok(true),
            Err(fault) => return Err(fault.into()),
        };
        let then = papers::contents(&made.paper, self.at(id, made.upto)?)?;
        Ok(now != then)
    }

    /// The meeting as it stood when this entry had been recorded: as it is, or replayed.
    fn at(&mut self, id: MeetingId, upto: EntryNo) -> Result<&Meeting, Fault> {
        if self.last(id)? != upto && !self.press.past.contains_key(&(id, upto)) {
            let numbers: Vec<EntryNo> =
                self.known(id)?.entries.iter().copied().filter(|entry| *entry <= upto).collect();
            let mut meeting: Option<Meeting> = None;
            for no in numbers {
                let recorded = archive::recorded(&self.entry(no)?)?;
                meeting = match meeting {
                    Some(meeting) => Some(meeting.evolve(&recorded)),
                    None => Meeting::begin(&recorded),
                };
            }
            let meeting = meeting.ok_or_else(|| Fault::not_found(&format!("entry {upto}")))?;
            self.press.past.insert((id, upto), meeting);
        }
        self.press.past.get(&(id, upto)).map_or_else(|| self.known(id), Ok)
    }

    /// The meeting's last entry.
    fn last(&self, id: MeetingId) -> Result<EntryNo, Fault> {
        Ok(self.known(id)?.entries.last().copied().unwrap_or(EntryNo(0)))
    }

    fn lay_out(&mut self, edition: Edition) -> Result<&Paper, Fault> {
        if !self.press.laid_out.as_ref().is_some_and(|(last, _)| *last == edition) {
            let paper = self.compose(&edition)?;
            self.press.laid_out = Some((edition, paper));
        }
        self.press.laid_out.as_ref().map(|(_, paper)| paper).ok_or_else(|| Fault::internal("the paper is gone"))
    }

    fn compose(&mut self, edition: &Edition) -> Result<Paper, Fault> {
        let witness = self.witness(edition.upto, edition.imprint.clone())?;
        self.fonts()?;
        let fonts = self.press.fonts.take().ok_or_else(|| Fault::internal("the fonts are gone"))?;
        let laid_out = match self.at(edition.meeting, edition.upto) {
            Ok(meeting) => Paper::lay_out(&edition.paper, meeting, &witness, &fonts).map_err(Fault::from),
            Err(fault) => Err(fault),
        };
        self.press.fonts = Some(fonts);
        laid_out
    }

    fn witness(&mut self, entry: EntryNo, made: Option<Imprint>) -> Result<Witness, Fault> {
        let fingerprint = Fingerprint::of(&self.entry(entry)?.hash).to_string();
        Ok(Witness { entry, fingerprint, made })
    }

    /// Makes papers. Files are prepared first, then the register is written, and only then the files take their places: a
    /// number that is on paper is in the ledger.
    pub(crate) fn make_papers(&mut self, id: MeetingId, wish: &Wish, at: Moment) -> Result<Receipt, Stop> {
        self.watch.begin();
        let files = wish.papers.len() + wish.exports.len();
        if files == 0 || (files > 1 && matches!(wish.to, Destination::File(_))) {
            return Err(
                Fault::malformed("one file takes one paper or one export, and nothing is made of nothing").into()
            );
        }
        self.known(id)?;
        let mut ready = Vec::with_capacity(files);
        let mut next = self.archive.register.next_number(id);
        for paper in &wish.papers {
            self.tell(ready.len(), files, Some(paper))?;
            let one = self.prepare(id, paper, next, wish).map_err(|fault| fault.of_paper(paper))?;
            if one.paper.as_ref().is_some_and(|(_, new)| *new) {
                next = PaperNo(next.0 + 1);
            }
            ready.push(one);
        }
        for export in &wish.exports {
            self.tell(ready.len(), files, None)?;
            ready.push(self.export(id, export)?);
        }
        self.tell(files, files, None)?;
        name_apart(&mut ready);
        let place = Place::prepare(&wish.to, &ready)?;
        let new: Vec<&PaperMade> =
            ready.iter().filter_map(|one| one.paper.as_ref()).filter(|(_, new)| *new).map(|(made, _)| made).collect();
        let receipt = if new.is_empty() {
            self.receipt(Vec::new(), Some(id))
        } else {
            let bodies = bodies(archive::PAPER_BODY, &new)?;
            match self.record(&archive::papers_of(id), bodies, at, Some(id), None) {
                Ok(receipt) => receipt,
                Err(stop) => {
                    place.clear();
                    return Err(stop);
                }
            }
        };
        let files = place.settle(&ready)?;
        Ok(Receipt { files, ..receipt })
    }

    /// Says how far the work has come, unless it is to stop.
    fn tell(&self, done: usize, total: usize, paper: Option<&PaperKind>) -> Result<(), Fault> {
        if self.watch.is_stopped() {
            return Err(Fault::new(FaultCode::Cancelled, "stopped; nothing was written"));
        }
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.watch.tell(Progress { done: count(done), total: count(total), paper: paper.cloned() });
        Ok(())
    }

    /// The last number again, where it holds and its bytes come out the same; else the next one.
    fn prepare(&mut self, id: MeetingId, paper: &PaperKind, next: PaperNo, wish: &Wish) -> Result<Ready, Fault> {
        if !wish.anew
            && let Some(made) = self.current(id, paper)?
        {
            let again = self.compose(&edition(id, &made))?;
            let bytes = again.pdf()?;
            // With other fonts the same words make another paper.
            let digest = digest(&bytes);
            if digest == made.digest {
                return Ok(Ready { name: again.file_name(), bytes, digest, paper: Some((made, false)) });
            }
        }
        let upto = self.last(id)?;
        let meeting = self.known(id)?;
        let year = meeting.call.number.year;
        let sealed = matches!(meeting.phase, Phase::Sealed { .. });
        let bound = *paper == PaperKind::Minutes && sealed;
        let leaves = bound.then(|| self.archive.register.next_leaves(year, wish.new_book));
        let ballots = if *paper == PaperKind::Ballots { draw(self.known(id)?.entitled().0)? } else { Vec::new() };
        let replaces = self.archive.register.last(id, paper).map(|last| last.made.number);
        let imprint = Imprint { number: next, replaces, leaves, ballots };
        let laid_out = self.compose(&Edition { meeting: id, paper: paper.clone(), upto, imprint: Some(imprint) })?;
        let bytes = laid_out.pdf()?;
        let digest = digest(&bytes);
        let made = PaperMade {
            number: next,
            paper: paper.clone(),
            upto,
            digest: digest.clone(),
            pages: laid_out.pages(),
            fonts: laid_out.fonts(),
            replaces,
            leaves,
        };
        Ok(Ready { name: laid_out.file_name(), bytes, digest, paper: Some((made, true)) })
    }

    fn export(&mut self, id: MeetingId, export: &ExportKind) -> Result<Ready, Fault> {
        let upto = self.last(id)?;
        let witness = self.witness(upto, None)?;
        let record = if *export == ExportKind::Record { Some(self.record_file(id)?) } else { None };
        let meeting = self.known(id)?;
        let bytes = match export {
            ExportKind::Docx(paper) => {
                papers::docx(paper, meeting, &witness).map_err(|fault| Fault::from(fault).of_paper(paper))?
            }
            ExportKind::Workbook => papers::workbook(meeting, &witness)?,
            ExportKind::VotesCsv => papers::votes_csv(meeting),
            ExportKind::AttendanceCsv => papers::attendance_csv(meeting),
            ExportKind::Record => {
                serde_json::to_vec_pretty(&record).map_err(|error| Fault::internal(&error.to_string()))?
            }
        };
        Ok(Ready { name: papers::export_name(meeting, export), digest: digest(&bytes), bytes, paper: None })
    }

    /// Everything of one meeting, with what proves it.
    fn record_file(&mut self, id: MeetingId) -> Result<RecordFile, Fault> {
        let entries: Vec<EntryView> = self.entries(id)?;
        let mut recorded = Vec::with_capacity(entries.len());
        for view in entries {
            let entry = self.entry(view.entry)?;
            recorded.push(RecordedEntry {
                entry: view.entry,
                at: view.at,
                event: view.event,
                prev: entry.prev.to_string(),
                hash: entry.hash.to_string(),
            });
        }
        let papers = self.archive.register.of(id).iter().map(|it| it.made.clone()).collect();
        Ok(RecordFile { form: "yiding.record.v1".to_owned(), meeting: id, entries: recorded, papers })
    }
}

fn row(paper: PaperKind, due: Due) -> PaperRow {
    PaperRow { filed: paper.is_filed(), paper, due, number: None, outgrown: false }
}

fn edition(meeting: MeetingId, made: &PaperMade) -> Edition {
    let imprint = Imprint { number: made.number, replaces: made.replaces, leaves: made.leaves, ballots: Vec::new() };
    Edition { meeting, paper: made.paper.clone(), upto: made.upto, imprint: Some(imprint) }
}

/// 票号: drawn by chance, all different, in the order drawn; nothing of them is kept but the paper.
fn draw(papers: u32) -> Result<Vec<String>, Fault> {
    const NUMBERS: u32 = 900_000;
    let mut drawn: BTreeSet<u32> = BTreeSet::new();
    let mut numbers = Vec::new();
    while numbers.len() < papers as usize {
        let chance = getrandom::u32().map_err(|error| Fault::internal(&error.to_string()))?;
        // The last, incomplete round of the range would prefer small numbers.
        if chance < u32::MAX - u32::MAX % NUMBERS && drawn.insert(chance % NUMBERS) {
            numbers.push((100_000 + chance % NUMBERS).to_string());
        }
    }
    Ok(numbers)
}

/// In a bundle every file begins with its place, so that the folder lies in the order of the file.
fn name_apart(ready: &mut [Ready]) {
    if ready.len() > 1 {
        for (place, one) in (1..).zip(ready.iter_mut()) {
            one.name = format!("{place:02} {}", one.name);
        }
    }
}

/// The index of a bundle, as plain text: what each file is, and the digest to check it by.
fn index(ready: &[Ready]) -> Vec<u8> {
    // A mark of order, so that every editor reads it as UTF-8.
    let mut text = String::from("\u{feff}目录\r\n\r\n");
    for one in ready {
        // Writing to a String cannot fail.
        writeln!(text, "{}\r", one.name).ok();
        if let Some((made, _)) = &one.paper {
            let replaces = made.replaces.map_or_else(String::new, |earlier| format!("，替代第 {earlier} 号"));
            writeln!(text, "    第 {} 号{replaces}，共 {} 页，依据记录第 {} 条\r", made.number, made.pages, made.upto)
                .ok();
        }
        writeln!(text, "    SHA-256 {}\r", one.digest).ok();
    }
    text.into_bytes()
}

const INDEX: &str = "00 目录.txt";

/// What was written beside its place and takes it by one renaming, so that it is there whole or not at all.
struct Place {
    beside: PathBuf,
    path: PathBuf,
    /// Whether the files lie inside, under their own names.
    holds: bool,
}

impl Place {
    /// Writes everything that can fail. Nothing is left behind where it does.
    fn prepare(to: &Destination, ready: &[Ready]) -> Result<Self, Fault> {
        let (Destination::File(path) | Destination::Folder(path) | Destination::Zip(path)) = to;
        let path = PathBuf::from(path);
        let name = path.file_name().ok_or_else(|| Fault::not_found("a file name"))?;
        let beside = path.with_file_name(format!(".{}.part", name.to_string_lossy()));
        let place = Self { beside, path, holds: !matches!(to, Destination::File(_)) };
        match place.write(to, ready) {
            Ok(()) => Ok(place),
            Err(fault) => {
                place.clear();
                Err(fault)
            }
        }
    }

    fn write(&self, to: &Destination, ready: &[Ready]) -> Result<(), Fault> {
        // A run that was cut off may have left its own.
        self.clear();
        let index = index(ready);
        let files =
            || ready.iter().map(|one| (one.name.as_str(), one.bytes.as_slice())).chain([(INDEX, index.as_slice())]);
        let written = match to {
            Destination::File(_) => ready.iter().try_for_each(|one| write_out(&self.beside, &one.bytes)),
            Destination::Folder(_) if self.path.exists() => {
                return Err(Fault::new(FaultCode::Exists, &format!("{} is there already", self.path.display())));
            }
            Destination::Folder(_) => fs::create_dir_all(&self.beside)
                .and_then(|()| files().try_for_each(|(name, bytes)| write_out(&self.beside.join(name), bytes))),
            Destination::Zip(_) => {
                let bytes = zipped(files()).map_err(|error| Fault::internal(&error.to_string()))?;
                write_out(&self.beside, &bytes)
            }
        };
        written.map_err(|error| Fault::io(&error))
    }

    /// Nothing is left behind beside the place.
    fn clear(&self) {
        fs::remove_file(&self.beside).or_else(|_| fs::remove_dir_all(&self.beside)).ok();
    }

    /// The files take their places.
    fn settle(self, ready: &[Ready]) -> Result<Vec<SavedFile>, Fault> {
        if let Err(error) = fs::rename(&self.beside, &self.path) {
            self.clear();
            return Err(Fault::io(&error));
        }
        let at = |one: &Ready| if self.holds { self.path.join(&one.name) } else { self.path.clone() };
        Ok(ready.iter().map(|one| saved(one, &at(one))).collect())
    }
}

/// On the disk, not only on its way there.
fn write_out(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn zipped<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        // No time of a clock: the same papers give the same file.
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn saved(one: &Ready, path: &Path) -> SavedFile {
    let made = one.paper.as_ref().map(|(made, _)| made);
    SavedFile {
        path: path.to_string_lossy().into_owned(),
        digest: one.digest.clone(),
        pages: made.map(|made| made.pages),
        number: made.map(|made| made.number),
    }
}
