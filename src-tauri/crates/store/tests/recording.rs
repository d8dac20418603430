//! What goes in comes out, in order, and all or nothing.
#![allow(clippy::unwrap_used)]

mod common;

use common::{AT, beside, copied, new, sample, small};
use ledger::{EntryNo, Fingerprint, Head, NewEntry};
use store::{Draft, Store, StoreFault};

fn draft(key: &str, body: &str) -> Draft {
    Draft { key: key.into(), body: body.into(), saved_at: AT.into() }
}

#[test]
fn a_new_store_is_empty() {
    let (_folder, _path, store) = sample();
    assert_eq!(store.head().unwrap(), Head::genesis());
    assert_eq!(store.verify().unwrap(), Head::genesis());
    assert_eq!(store.entry(EntryNo(1)).unwrap(), None);
    assert_eq!(store.drafts().unwrap(), []);
}

#[test]
fn entries_come_back_as_they_went_in() {
    let (_folder, path, mut store) = sample();
    let strange = [
        new("议题", "同意任命"),
        new("", ""),
        new("nul\0inside", "a\0b"),
        NewEntry { kind: "𠮷".into(), body: (0..=255).collect() },
        NewEntry { kind: "large".into(), body: vec![7; 3 << 20] },
    ];
    let first = store.append(&Head::genesis(), AT, "m1", strange.to_vec(), &[]).unwrap();
    let second = store.append(&first[4].head(), "", "", strange.to_vec(), &[]).unwrap();
    let recorded: Vec<_> = first.into_iter().chain(second).collect();
    assert_eq!(recorded.iter().map(|entry| entry.no.0).collect::<Vec<_>>(), (1..=10).collect::<Vec<_>>());
    for (entry, new) in recorded.iter().zip(strange.iter().cycle()) {
        assert_eq!((&entry.kind, &entry.body), (&new.kind, &new.body));
    }

    drop(store);
    let store = Store::open(&path, None).unwrap();
    let mut replayed = Vec::new();
    let head = store.replay(|entry| replayed.push(entry.clone())).unwrap();
    assert_eq!(replayed, recorded);
    assert_eq!(head, recorded[9].head());
    assert_eq!(store.head().unwrap(), head);
    assert_eq!(store.verify().unwrap(), head);
    assert_eq!(store.entry(EntryNo(4)).unwrap().as_ref(), Some(&recorded[3]));
    assert_eq!(store.entry(EntryNo(11)).unwrap(), None);
}

#[test]
fn who_is_behind_writes_nothing() {
    let (_folder, _path, mut store) = sample();
    store.put_draft("m1/3", "……", AT).unwrap();
    let known = store.append(&Head::genesis(), AT, "m1", vec![new("opened", "{}")], &[]).unwrap()[0].head();
    for behind in [Head::genesis(), Head { no: known.no, ..Head::genesis() }, Head { no: EntryNo(2), ..known }] {
        let fault = store.append(&behind, AT, "m1", vec![new("spoke", "")], &["m1/3"]).unwrap_err();
        assert!(matches!(fault, StoreFault::Moved { expected, found } if expected == behind && found == known));
        assert_eq!(fault.code(), "moved");
    }
    assert_eq!(store.head().unwrap(), known);
    assert_eq!(store.drafts().unwrap().len(), 1);
}

#[test]
fn recording_nothing_moves_nothing() {
    let (_folder, _path, mut store) = sample();
    assert_eq!(store.append(&Head::genesis(), AT, "m1", Vec::new(), &[]).unwrap(), []);
    assert_eq!(store.head().unwrap(), Head::genesis());
}

#[test]
fn drafts_stay_until_they_are_recorded_or_dropped() {
    let (_folder, path, mut store) = sample();
    store.put_draft("m1/2", "同意", AT).unwrap();
    store.put_draft("m1/1", "我认为", AT).unwrap();
    store.put_draft("m1/1", "我认为可以", AT).unwrap();
    store.put_draft("m1/3", "", AT).unwrap();
    drop(store);

    let mut store = Store::open(&path, None).unwrap();
    let all = [draft("m1/1", "我认为可以"), draft("m1/2", "同意"), draft("m1/3", "")];
    assert_eq!(store.drafts().unwrap(), all);
    store.append(&Head::genesis(), AT, "m1", vec![new("spoke", "我认为可以")], &["m1/1", "not there"]).unwrap();
    assert_eq!(store.drafts().unwrap(), all[1..]);
    store.drop_draft("m1/3").unwrap();
    store.drop_draft("m1/3").unwrap();
    assert_eq!(store.drafts().unwrap(), all[1..2]);
}

#[test]
fn a_printed_fingerprint_finds_its_entry() {
    let (_folder, path) = small();
    let store = Store::open(&path, None).unwrap();
    for no in (1..=4).map(EntryNo) {
        let printed = Fingerprint::of(&store.entry(no).unwrap().unwrap().hash);
        assert_eq!(store.find(&printed).unwrap(), [no]);
        assert_eq!(store.find(&printed.short().parse().unwrap()).unwrap(), [no]);
    }
    assert_eq!(store.find(&Fingerprint::of(&Head::genesis().hash)).unwrap(), []);
}

/// What a power cut right after the acknowledgement leaves: the file as it was, and the -wal.
#[test]
fn what_was_acknowledged_is_on_the_disk_before_the_store_is_closed() {
    let (_folder, path, mut store) = sample();
    let head = store.append(&Head::genesis(), AT, "m1", vec![new("opened", "{}")], &[]).unwrap()[0].head();
    store.put_draft("m1/1", "我认为", AT).unwrap();
    let (_copy, left) = copied(&path);
    assert!(beside(&left, "-wal").metadata().unwrap().len() > 0);
    let reopened = Store::open(&left, None).unwrap();
    assert_eq!(reopened.verify().unwrap(), head);
    assert_eq!(reopened.drafts().unwrap(), [draft("m1/1", "我认为")]);
}
