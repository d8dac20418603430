//! The program is killed at random moments, again and again. What it acknowledged is there.
//!
//! A kill is not a power cut: what the program has handed to the system survives it. That it is also on the disk before it is
//! acknowledged hangs on `synchronous=FULL`, which the settings test holds.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use common::{AT, contents, copied, new, raw, sample, small};
use ledger::{Entry, EntryNo};
use store::{Store, StoreFault};

const STORE: &str = "YIDING_TEST_STORE";

/// Starts this test program again, as the one that will be killed.
fn start(child: &str, path: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([child, "--exact", "--nocapture", "--include-ignored"])
        .env(STORE, path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// `None` when nobody will kill this process: then it has nothing to do.
fn given_store() -> Option<PathBuf> {
    std::env::var_os(STORE).map(PathBuf::from)
}

fn acknowledge(what: &str, no: u32, detail: &dyn std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    // The full stop tells a whole line from one cut off by the kill.
    writeln!(out, "\n{what} {no} {detail} .").unwrap();
    out.flush().unwrap();
}

#[test]
#[ignore = "runs inside killed_while_recording"]
fn child_records_without_end() {
    let Some(path) = given_store() else { return };
    let mut store = Store::open(&path, None).unwrap();
    loop {
        let head = store.head().unwrap();
        let no = head.no.next().0;
        let text = format!("发言 {no}");
        store.put_draft("box", &text, AT).unwrap();
        acknowledge("DRAFT", no, &"");
        // Several entries at once: they must come or stay away together.
        let batch = vec![new("spoke", &text), new("noted", &"长".repeat(2000)), new("noted", "")];
        let entries = store.append(&head, AT, "m1", batch, &["box"]).unwrap();
        acknowledge("ENTRY", no, &entries[2].hash);
    }
}

#[test]
fn killed_while_recording() {
    let (_folder, path, store) = sample();
    drop(store);
    let mut acknowledged = BTreeMap::new();
    for round in 0..16_u64 {
        let mut child = start("child_records_without_end", &path);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        // Every other time wait until it records; else it may die while opening and recovering.
        if round % 2 == 0 {
            assert!(lines.any(|line| line.starts_with("ENTRY")));
        }
        let mut random = [0; 2];
        getrandom::fill(&mut random).unwrap();
        std::thread::sleep(Duration::from_micros(u64::from(u16::from_le_bytes(random))));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut drafted = None;
        for line in lines.filter(|line| line.ends_with('.')) {
            match *line.split(' ').collect::<Vec<_>>() {
                ["DRAFT", no, ..] => drafted = Some(no.parse::<u32>().unwrap()),
                ["ENTRY", no, hash, _] => {
                    acknowledged.insert(no.parse::<u32>().unwrap(), hash.to_owned());
                    drafted = None;
                }
                _ => {}
            }
        }

        let store = Store::open(&path, None).unwrap();
        let mut recorded = BTreeMap::new();
        let head = store.replay(|entry| drop(recorded.insert(entry.no.0, entry.hash.to_string()))).unwrap();
        assert_eq!(store.verify().unwrap(), head);
        assert_eq!(head.no.0 % 3, 0, "half of a batch is recorded");
        for (no, hash) in &acknowledged {
            assert_eq!(recorded.get(&(no + 2)), Some(hash), "round {round}: entry {no} was acknowledged");
        }
        let drafts: Vec<_> = store.drafts().unwrap().into_iter().map(|draft| draft.body).collect();
        if let Some(no) = drafted {
            // The draft is there, or it has become an entry.
            let recorded = head.no.0 > no;
            assert!(recorded || drafts == [format!("发言 {no}")], "round {round}: {drafts:?}");
        }
    }
    assert!(acknowledged.len() >= 8, "too little was recorded to say anything: {}", acknowledged.len());
}

#[test]
#[ignore = "runs inside killed_before_commit"]
fn child_dies_before_commit() {
    let Some(path) = given_store() else { return };
    let head = Store::open(&path, None).unwrap().head().unwrap();
    let conn = raw(&path);
    // A cache of next to nothing: what is not committed is written out all the same, and lies in the -wal.
    conn.execute_batch("PRAGMA cache_size = 1; BEGIN IMMEDIATE").unwrap();
    let mut head = head;
    for _ in 0..50 {
        let entry = Entry::link(&head, AT, "m1", new("spoke", &"长".repeat(4000)));
        conn.execute(
            "INSERT INTO ledger VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                entry.no.0,
                &entry.at,
                &entry.stream,
                &entry.kind,
                &entry.body,
                entry.prev.as_bytes(),
                entry.hash.as_bytes(),
            ),
        )
        .unwrap();
        head = entry.head();
    }
    assert!(common::beside(&path, "-wal").metadata().unwrap().len() > 100_000);
    std::process::abort();
}

#[test]
fn killed_before_commit() {
    let (_folder, path) = small();
    let died = start("child_dies_before_commit", &path).wait_with_output().unwrap();
    assert!(!died.status.success());
    assert!(common::beside(&path, "-wal").metadata().unwrap().len() > 100_000);
    let mut store = Store::open(&path, None).unwrap();
    let head = store.verify().unwrap();
    assert_eq!(head.no, EntryNo(4));
    store.append(&head, AT, "m1", vec![new("spoke", "后来")], &[]).unwrap();
    assert_eq!(store.verify().unwrap().no, EntryNo(5));
}

/// While pages are moved from the -wal into the file, the file is neither the old state nor the new one: its first page already
/// speaks of pages that are not there yet. Whatever page the crash comes at, and in the middle of it, the -wal has it all.
#[test]
fn killed_while_pages_are_moved() {
    let (_folder, path, mut store) = sample();
    let mut head = store.verify().unwrap();
    let long = "长".repeat(2000);
    for _ in 0..8 {
        store.append(&head, AT, "m1", vec![new("spoke", &long), new("noted", "")], &[]).unwrap();
        head = store.head().unwrap();
    }
    // As it lies on the disk before the move …
    let (_before, crashed) = copied(&path);
    let old = std::fs::read(&crashed).unwrap();
    drop(store);
    // … and after it.
    let moved = std::fs::read(&path).unwrap();
    assert!(moved.len() > old.len() + 8 * 4096, "too few pages are moved to say anything");
    let (_emptied, empty) = copied(&crashed);
    std::fs::write(&empty, "").unwrap();
    let before = contents(empty.parent().unwrap());
    assert!(matches!(Store::open(&empty, None), Err(StoreFault::Damaged { .. })));
    assert_eq!(contents(empty.parent().unwrap()), before, "what is left of the record was touched");
    for written in (0..=moved.len()).step_by(2048) {
        let mut half = moved[..written].to_vec();
        half.extend_from_slice(old.get(written..).unwrap_or_default());
        let (_half, path) = copied(&crashed);
        std::fs::write(&path, half).unwrap();
        let store = Store::open(&path, None).unwrap_or_else(|fault| panic!("{written} bytes moved: {fault}"));
        assert_eq!(store.verify().unwrap(), head, "{written} bytes moved");
    }
}
