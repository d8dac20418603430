//! A paper is a fact: made by an act, numbered, kept in the ledger, outgrown when the record says something else.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};
use desk::meeting::{self, EntryNo, ItemId, MeetingCommand, MeetingId};
use desk::papers::{ExportKind, ExtractOf, PaperKind, PaperNo};
use desk::{
    Answer, Command, Desk, Destination, Fault, FaultCode, PapersView, Query, Receipt, Reply, VerifyView, Watch,
};
use journeys::{desk, line, pdf_text, play_until};

const MEETING: MeetingId = MeetingId(1);

fn told<T>(answer: Answer, wanted: impl FnOnce(Answer) -> Option<T>) -> Result<T> {
    let words = format!("{answer:?}");
    wanted(answer).with_context(|| format!("unexpected answer {words}"))
}

fn make_with(
    desk: &mut Desk,
    papers: &[PaperKind],
    exports: &[ExportKind],
    to: Destination,
    anew: bool,
) -> Result<Result<Receipt, Fault>> {
    let command = Command::MakePapers {
        meeting: MEETING,
        papers: papers.to_vec(),
        exports: exports.to_vec(),
        to,
        anew,
        new_book: false,
    };
    match desk.call(desk::Line { act: Some(command), ..desk::Line::default() }) {
        Answer::Accepted(receipt) => Ok(Ok(receipt)),
        Answer::Fault(fault) => Ok(Err(fault)),
        other => bail!("unexpected answer {other:?}"),
    }
}

fn made(desk: &mut Desk, paper: PaperKind, path: &Path) -> Result<PaperNo> {
    let to = Destination::File(path.to_str().context("a path")?.to_owned());
    let receipt = make_with(desk, &[paper], &[], to, false)?.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    receipt.files.first().and_then(|file| file.number).context("a number")
}

fn ask(desk: &mut Desk, query: Query) -> Answer {
    desk.call(desk::Line { ask: Some(query), ..desk::Line::default() })
}

fn centre(desk: &mut Desk) -> Result<PapersView> {
    told(ask(desk, Query::Papers { meeting: MEETING }), |answer| match answer {
        Answer::Answer(Reply::Papers(view)) => Some(view),
        _ => None,
    })
}

fn verify(desk: &mut Desk, typed: &str) -> Result<VerifyView> {
    told(ask(desk, Query::Verify { fingerprint: Some(typed.to_owned()) }), |answer| match answer {
        Answer::Answer(Reply::Verify(view)) => Some(view),
        _ => None,
    })
}

fn meet(desk: &mut Desk, act: MeetingCommand) -> Result<EntryNo> {
    let command = Command::Meeting { id: MEETING, act };
    match desk.call(desk::Line { act: Some(command), ..desk::Line::default() }) {
        Answer::Accepted(receipt) => receipt.entries.first().copied().context("an entry"),
        other => bail!("unexpected answer {other:?}"),
    }
}

fn outgrown(view: &PapersView) -> Vec<&PaperKind> {
    view.papers.iter().filter(|row| row.outgrown).map(|row| &row.paper).collect()
}

/// The fingerprint in the foot of the first page.
fn fingerprint(pdf: &Path) -> Result<String> {
    let text = pdf_text(pdf)?;
    let at = text.split_once("记录指纹 ").context("a fingerprint")?.1;
    Ok(at.chars().take(39).collect())
}

/// Everything that the file of the sample meeting can hold.
fn whole_file(view: &PapersView) -> Vec<PaperKind> {
    let filed = view.papers.iter().filter(|row| row.filed && row.due != desk::papers::Due::Later);
    filed.map(|row| row.paper.clone()).collect()
}

fn played(folder: &Path) -> Result<Desk> {
    let mut desk = desk(folder)?;
    play_until(&mut desk, |_| false)?;
    Ok(desk)
}

#[test]
fn a_paper_is_numbered_registered_and_the_same_again_while_it_holds() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let [first, again] = ["first.pdf", "again.pdf"].map(|name| folder.path().join(name));
    assert_eq!(made(&mut desk, PaperKind::VoteRecord, &first)?, PaperNo(1));
    assert_eq!(made(&mut desk, PaperKind::Minutes, &again)?, PaperNo(2));
    let view = centre(&mut desk)?;
    let made_before = view.made.len();
    assert_eq!(made(&mut desk, PaperKind::VoteRecord, &again)?, PaperNo(1), "it still holds");
    assert_eq!(fs::read(&first)?, fs::read(&again)?, "the same number is the same file");
    assert_eq!(centre(&mut desk)?.made.len(), made_before, "and nothing new is registered");
    assert!(pdf_text(&first)?.contains("第 1 号"));
    let kept = &view.made[0];
    assert_eq!(kept.made.digest, sha256(&first)?, "the ledger keeps the digest of the file");
    assert_eq!(kept.fingerprint, fingerprint(&first)?);
    assert!(!kept.made.fonts.is_empty(), "and the fonts that it was set in");

    let to = Destination::File(again.to_str().context("a path")?.to_owned());
    let anew =
        make_with(&mut desk, &[PaperKind::VoteRecord], &[], to, true)?.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    assert_eq!(anew.files[0].number, Some(PaperNo(3)));
    assert!(pdf_text(&again)?.contains("第 3 号（替代第 1 号）"));
    assert_eq!(centre(&mut desk)?.made[0].replaced_by, Some(PaperNo(3)));
    Ok(())
}

#[test]
fn a_record_that_grows_outgrows_exactly_the_papers_that_it_touches() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let view = centre(&mut desk)?;
    let bundle = folder.path().join("bundle");
    let to = Destination::Folder(bundle.to_str().context("a path")?.to_owned());
    let papers = whole_file(&view);
    make_with(&mut desk, &papers, &[], to, false)?.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    assert_eq!(outgrown(&centre(&mut desk)?), Vec::<&PaperKind>::new(), "printing does not outgrow what is printed");

    // A statement is put right: that is in the minutes and in the list of corrections, and nowhere else.
    let record = told(ask(&mut desk, Query::Record { id: MEETING }), |answer| match answer {
        Answer::Answer(Reply::Record(entries)) => Some(entries),
        _ => None,
    })?;
    let statement = record.iter().find(|it| matches!(it.event, meeting::Event::StatementRecorded { .. }));
    let entry = statement.context("a statement")?.entry;
    let (words, reason, by) = ("同意，没有补充。".into(), "听错".into(), "苏简".into());
    meet(&mut desk, MeetingCommand::Correct { entry, words, reason, by })?;
    let view = centre(&mut desk)?;
    let touched = [&PaperKind::Minutes, &PaperKind::Corrections];
    assert_eq!(outgrown(&view), touched);

    // Another meeting changes nothing here.
    let head = view.made.len();
    desk.call(line(r#"{"do":{"committee":{"type":"establish","name":"中共云澜市委常委会","term":"第六届"}}}"#)?);
    let view = centre(&mut desk)?;
    assert_eq!((outgrown(&view).as_slice(), view.made.len()), (touched.as_slice(), head));

    // Made anew, it says which number it takes the place of, and is outgrown no longer.
    let path = folder.path().join("minutes.pdf");
    let old =
        view.papers.iter().find(|row| row.paper == PaperKind::Minutes).and_then(|row| row.number).context("one")?;
    let new = made(&mut desk, PaperKind::Minutes, &path)?;
    assert!(pdf_text(&path)?.contains(&format!("第 {new} 号（替代第 {old} 号）")));
    assert_eq!(outgrown(&centre(&mut desk)?), [&PaperKind::Corrections]);
    Ok(())
}

#[test]
fn the_pages_of_the_book_go_on_from_meeting_to_meeting() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let path = folder.path().join("minutes.pdf");
    made(&mut desk, PaperKind::Minutes, &path)?;
    let view = centre(&mut desk)?;
    let first = view.made[0].made.clone();
    let leaves = first.leaves.context("the sample meeting is sealed")?;
    assert_eq!((leaves.book.year, leaves.book.volume, leaves.first), (2026, 1, 1));
    assert_eq!(view.book.first, 1 + first.pages, "the next minutes begin where these end");
    let text = pdf_text(&path)?;
    for page in 1..=first.pages {
        assert!(text.contains(&format!("第 2026-1 册 第 {page} 页")), "page {page}");
    }
    Ok(())
}

#[test]
fn a_bundle_is_all_or_nothing() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = desk(folder.path())?;
    // A word that no font draws, while the meeting is under way.
    let seen = Cell::new(0);
    play_until(&mut desk, |line| {
        if let Some(Command::Meeting { act: MeetingCommand::RecordStatement { .. }, .. }) = &line.act {
            seen.set(seen.get() + 1);
        }
        seen.get() == 3
    })?;
    let bundle = folder.path().join("bundle");
    let to = || Ok::<_, anyhow::Error>(Destination::Folder(bundle.to_str().context("a path")?.to_owned()));
    let words = "我同意ก，没有意见".to_owned();
    let remark =
        MeetingCommand::RecordRemark { speaker: meeting::Person::Member(meeting::MemberId(2)), words, leans: false };
    meet(&mut desk, remark)?;
    let head = centre(&mut desk)?.made.len();
    let fault = make_with(&mut desk, &[PaperKind::SignIn, PaperKind::Minutes], &[], to()?, false)?.err();
    let fault = fault.context("it cannot be printed")?;
    assert_eq!(fault.code, FaultCode::Paper);
    let trouble = fault.paper.context("what is wrong, and where")?;
    assert_eq!(trouble.paper, Some(PaperKind::Minutes));
    assert_eq!(trouble.character.as_deref(), Some("ก"));
    assert!(trouble.place.contains("李知远") && trouble.near.contains("我同意"), "{trouble:?}");
    assert!(!bundle.exists(), "not even the sheet that could be printed");
    assert_eq!(centre(&mut desk)?.made.len(), head, "and no number was given");
    assert_eq!(
        names(folder.path())?.iter().filter(|name| name.contains("bundle")).count(),
        0,
        "nothing is left behind"
    );
    Ok(())
}

#[test]
fn a_place_that_cannot_be_written_costs_no_number() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let missing = folder.path().join("missing/paper").to_str().context("a path")?.to_owned();
    let file = folder.path().join("a-file");
    fs::write(&file, "not a folder")?;
    let below = file.join("paper").to_str().context("a path")?.to_owned();
    for to in [Destination::File(missing.clone()), Destination::Zip(missing), Destination::Folder(below)] {
        let fault = make_with(&mut desk, &[PaperKind::Agenda], &[], to.clone(), false)?.err();
        assert!(fault.is_some(), "{to:?}");
    }
    assert_eq!(centre(&mut desk)?.made.len(), 0);
    assert_eq!(made(&mut desk, PaperKind::Agenda, &folder.path().join("agenda.pdf"))?, PaperNo(1));
    assert!(!names(folder.path())?.iter().any(|name| name.ends_with(".part")), "nothing is left behind");
    Ok(())
}

#[test]
fn work_that_is_stopped_leaves_nothing() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let (progress, mut told) = tokio::sync::broadcast::channel(64);
    let watch = Watch::telling(progress);
    desk.set_watch(watch.clone());
    let stopped = Arc::new(AtomicBool::new(false));
    let (flag, stop) = (Arc::clone(&stopped), watch);
    // As a person would: when the second paper is under way.
    let listener = std::thread::spawn(move || {
        while let Ok(progress) = told.blocking_recv() {
            if progress.done == 1 {
                stop.stop();
                flag.store(true, Ordering::SeqCst);
                return progress.total;
            }
        }
        0
    });
    let papers = [PaperKind::Minutes, PaperKind::Summary, PaperKind::VoteRecord, PaperKind::Rules, PaperKind::Agenda];
    let bundle = folder.path().join("bundle.zip");
    let to = Destination::Zip(bundle.to_str().context("a path")?.to_owned());
    let fault = make_with(&mut desk, &papers, &[], to, false)?.err().context("it was stopped")?;
    assert_eq!(fault.code, FaultCode::Cancelled);
    assert!(stopped.load(Ordering::SeqCst));
    assert_eq!(listener.join().ok(), Some(5));
    assert!(!bundle.exists());
    assert_eq!(centre(&mut desk)?.made.len(), 0);
    Ok(())
}

#[test]
fn a_bundle_has_every_paper_and_export_with_an_index() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let view = centre(&mut desk)?;
    let papers = whole_file(&view);
    let bundle = folder.path().join("bundle");
    let to = Destination::Folder(bundle.to_str().context("a path")?.to_owned());
    let receipt =
        make_with(&mut desk, &papers, &view.exports, to, false)?.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    assert_eq!(receipt.files.len(), papers.len() + view.exports.len());
    let index = fs::read_to_string(bundle.join("00 目录.txt"))?;
    for file in &receipt.files {
        let path = PathBuf::from(&file.path);
        assert_eq!(sha256(&path)?, file.digest);
        let name = path.file_name().and_then(|name| name.to_str()).context("a name")?.to_owned();
        assert!(index.contains(&name) && index.contains(&file.digest), "{name} is not in the index");
    }
    assert_eq!(names(&bundle)?.len(), receipt.files.len() + 1);
    // The same again as one file, every paper with the number that it has.
    let zip = folder.path().join("bundle.zip");
    let to = Destination::Zip(zip.to_str().context("a path")?.to_owned());
    let again = make_with(&mut desk, &papers, &view.exports, to, false)?.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let digests = |receipt: &Receipt| receipt.files.iter().map(|file| file.digest.clone()).collect::<Vec<_>>();
    let of_papers = papers.len();
    assert_eq!(digests(&again)[..of_papers], digests(&receipt)[..of_papers]);
    assert_eq!(again.entries, [], "nothing new was registered");
    // What is there is not overwritten.
    let to = Destination::Folder(bundle.to_str().context("a path")?.to_owned());
    let fault = make_with(&mut desk, &papers, &[], to, false)?.err().context("it is there")?;
    assert_eq!(fault.code, FaultCode::Exists);
    Ok(())
}

#[test]
fn the_record_as_json_is_the_record() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let path = folder.path().join("record.json");
    let to = Destination::File(path.to_str().context("a path")?.to_owned());
    make_with(&mut desk, &[], &[ExportKind::Record], to, false)?.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let file: desk::RecordFile = serde_json::from_slice(&fs::read(&path)?)?;
    let entries = told(ask(&mut desk, Query::Record { id: MEETING }), |answer| match answer {
        Answer::Answer(Reply::Record(entries)) => Some(entries),
        _ => None,
    })?;
    assert_eq!(file.entries.len(), entries.len());
    for (kept, shown) in file.entries.iter().zip(&entries) {
        assert_eq!((kept.entry, kept.at, &kept.event), (shown.entry, shown.at, &shown.event));
        let begins: String = shown.fingerprint.chars().filter(|letter| !letter.is_whitespace()).collect();
        assert!(kept.hash.to_uppercase().starts_with(&begins), "{} {begins}", kept.hash);
    }
    Ok(())
}

#[test]
fn ballots_are_numbered_by_chance_and_the_numbers_are_kept_nowhere() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let [one, two] = ["one.pdf", "two.pdf"].map(|name| folder.path().join(name));
    made(&mut desk, PaperKind::Ballots, &one)?;
    made(&mut desk, PaperKind::Ballots, &two)?;
    let numbers = |path: &Path| -> Result<Vec<String>> {
        let text = pdf_text(path)?;
        let after = text.match_indices("票号").map(|(at, label)| &text[at + label.len()..]);
        Ok(after.map(|rest| rest.chars().filter(char::is_ascii_digit).take(6).collect()).collect())
    };
    let (first, second) = (numbers(&one)?, numbers(&two)?);
    let all: BTreeSet<&String> = first.iter().chain(&second).collect();
    assert_eq!(first.len(), 12, "one for every member");
    assert_eq!(all.len(), 24, "no number twice, and none of the papers before again");
    assert_ne!(
        first,
        {
            let mut sorted = first.clone();
            sorted.sort();
            sorted
        },
        "not in an order that could be kept"
    );
    let json = folder.path().join("record.json");
    let to = Destination::File(json.to_str().context("a path")?.to_owned());
    make_with(&mut desk, &[], &[ExportKind::Record], to, false)?.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    // In whole runs of letters and figures: six figures may come up by chance inside of a hash, where nothing can be kept.
    let kept = fs::read_to_string(&json)?;
    let kept: BTreeSet<&str> = kept.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
    for number in &first {
        assert!(!kept.contains(number.as_str()), "{number} is kept");
    }
    Ok(())
}

#[test]
fn a_typed_fingerprint_finds_its_entry_and_one_wrong_character_its_group() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let path = folder.path().join("votes.pdf");
    made(&mut desk, PaperKind::VoteRecord, &path)?;
    let printed = fingerprint(&path)?;
    let view = verify(&mut desk, &printed)?;
    let found = view.found.context("asked")?;
    let [found] = found.as_slice() else { bail!("one entry: {found:?}") };
    let upto = centre(&mut desk)?.made[0].made.upto;
    assert_eq!((found.entry, found.meeting, found.papers.as_slice()), (upto, Some(MEETING), &[PaperNo(1)][..]));
    // As a scanner types it, without spaces and in small letters; as a Chinese input method does.
    let bare: String = printed.chars().filter(|letter| *letter != ' ').collect::<String>().to_lowercase();
    let wide: String = printed
        .chars()
        .map(|letter| char::from_u32(u32::from(letter) + 0xFEE0).filter(|_| letter != ' ').unwrap_or(' '))
        .collect();
    for typed in [bare, wide] {
        assert_eq!(verify(&mut desk, &typed)?.found.map(|found| found.len()), Some(1), "{typed}");
    }
    // Every character once wrong, and once one that is no digit at all.
    let letters: Vec<char> = printed.chars().collect();
    for (place, letter) in letters.iter().enumerate().filter(|(_, letter)| **letter != ' ') {
        for wrong in [if *letter == '0' { '1' } else { '0' }, 'O'] {
            let mut typed = letters.clone();
            typed[place] = wrong;
            let typed: String = typed.into_iter().collect();
            let view = verify(&mut desk, &typed)?;
            assert_eq!(view.found.context("asked")?, [], "{typed}");
            let near = view.near.with_context(|| format!("a hint for {typed}"))?;
            let group = u32::try_from(place / 5 + 1)?;
            assert_eq!((near.entry, near.groups), (upto, vec![group]), "{typed}");
        }
        let mut typed = letters.clone();
        typed.remove(place);
        let typed: String = typed.into_iter().collect();
        let (view, group) = (verify(&mut desk, &typed)?, u32::try_from(place / 5 + 1)?);
        // Without its last character it is a shorter fingerprint of the same entry.
        if printed.starts_with(&typed) {
            assert_eq!(view.found.map(|found| found.len()), Some(1));
        } else {
            let near = view.near.with_context(|| format!("a hint for {typed}"))?;
            assert_eq!(near.groups, [group], "left out: {typed}");
        }
    }
    Ok(())
}

#[test]
fn an_extract_goes_to_its_unit_and_a_paper_about_nothing_is_a_fault() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut desk = played(folder.path())?;
    let of = ExtractOf { item: ItemId(1), nominees: Vec::new(), to: "市委宣传部".into() };
    let path = folder.path().join("extract.pdf");
    made(&mut desk, PaperKind::Extract(of.clone()), &path)?;
    assert!(pdf_text(&path)?.contains("市委宣传部"));
    assert!(centre(&mut desk)?.papers.iter().any(|row| row.paper == PaperKind::Extract(of.clone())), "it is listed");
    let nothing = PaperKind::Extract(ExtractOf { item: ItemId(9), ..of });
    let to = Destination::File(path.to_str().context("a path")?.to_owned());
    let fault = make_with(&mut desk, &[nothing], &[], to, false)?.err().context("there is no such item")?;
    assert_eq!(fault.code, FaultCode::Paper);
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<String>> {
    fs::read_dir(folder)?.map(|file| Ok(file?.file_name().to_string_lossy().into_owned())).collect()
}

fn sha256(path: &Path) -> Result<String> {
    let output = std::process::Command::new("sha256sum").arg(path).output()?;
    Ok(String::from_utf8_lossy(&output.stdout).chars().take(64).collect())
}
