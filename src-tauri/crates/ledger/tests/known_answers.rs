//! The bytes that are hashed never change: a record written today is checked by programs of later years.
//!
//! The expected values were computed with Python's hashlib from the description in the crate's documentation, not with this
//! crate.
#![allow(clippy::unwrap_used)]

use ledger::{Entry, EntryNo, Hash, Head, NewEntry, NotAHash};

fn two_entries() -> (Entry, Entry) {
    let first = Entry::link(
        &Head::genesis(),
        "2026-11-24T09:00:00+08:00",
        "meeting-1",
        NewEntry { kind: "opened".into(), body: r#"{"议题":"干部任免"}"#.into() },
    );
    let second = Entry::link(
        &first.head(),
        "2026-11-24T09:05:00+08:00",
        "meeting-1",
        NewEntry { kind: "closed".into(), body: Vec::new() },
    );
    (first, second)
}

#[test]
fn genesis_and_two_entries_have_their_known_hashes() {
    let (first, second) = two_entries();
    assert_eq!(Head::genesis().hash.to_string(), "cb3efea73d36ee0297c1bf31bd7f21297a140c3765c51bc5021310c254726e86");
    assert_eq!(first.hash.to_string(), "2f8f529c53902da08d55cb0620776e24437736b56656841fdb686eb5be27654e");
    assert_eq!(second.hash.to_string(), "de1fbbe0315ac467970d7ae9178f36094c33a3457e30c77385d3582d7b1902f8");
    assert_eq!((first.no, second.no, second.prev), (EntryNo(1), EntryNo(2), first.hash));
}

#[test]
fn a_hash_has_one_spelling() {
    let hash = Head::genesis().hash;
    assert_eq!(hash.to_string().parse::<Hash>(), Ok(hash));
    for wrong in [
        hash.to_string().to_uppercase(),
        hash.to_string()[1..].to_owned(),
        format!("{hash} "),
        format!("g{}", &hash.to_string()[1..]),
        "汉".repeat(64),
    ] {
        assert_eq!(wrong.parse::<Hash>(), Err(NotAHash), "{wrong}");
    }
}

#[test]
fn on_the_wire_a_head_is_a_number_and_a_hex_string() {
    let head = two_entries().0.head();
    let json = serde_json::to_string(&head).unwrap();
    assert_eq!(json, format!(r#"{{"no":1,"hash":"{}"}}"#, head.hash));
    assert_eq!(serde_json::from_str::<Head>(&json).unwrap(), head);
    assert!(serde_json::from_str::<Head>(&json.replace("2f", "2F")).is_err());
}
