//! What was released does not change: files made with it exist.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;

use common::{AT, PASSPHRASE, copied, new, place, raw, sample};
use ledger::{EntryNo, Head};
use sha2::{Digest, Sha256};
use store::{Draft, Lock, Store};

/// Never edit a line here. A new migration adds one.
const RELEASED: [(&str, &str); 1] =
    [("0001_ledger_and_drafts.sql", "6a011a155c8523cbaa65b41e571f3898e954f7a6f884ac84da587b5e7725a71f")];

#[test]
fn released_migrations_are_as_they_were_released() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/migrations");
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| {
            let file = file.unwrap();
            // Git may check the file out with other line ends; the steps are the same.
            let text = std::fs::read_to_string(file.path()).unwrap().replace("\r\n", "\n");
            let digest: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
            (file.file_name().into_string().unwrap(), digest)
        })
        .collect();
    found.sort();
    let released = RELEASED.map(|(name, digest)| (name.to_owned(), digest.to_owned()));
    assert_eq!(found, released, "a released migration was changed, or a new one is not listed");
}

#[test]
fn the_schema_of_a_new_store_is_the_one_in_the_snapshot() {
    let (_folder, path, store) = sample();
    drop(store);
    let conn = raw(&path);
    let schema: Vec<String> = conn
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
        .unwrap()
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap()
        .map(|sql| sql.unwrap() + ";\n")
        .collect();
    assert_eq!(schema.join("\n"), include_str!("schema.sql").replace("\r\n", "\n"));
    let version: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(version as usize, RELEASED.len());
}

#[test]
fn a_store_made_by_version_1_opens() {
    let (_folder, path) = copied(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/v1.yiding")));
    let store = Store::open(&path, Some(PASSPHRASE)).unwrap();
    let head = store.verify().unwrap();
    assert_eq!(head.no, EntryNo(3));
    assert_eq!(head.hash.to_string(), "a8353427b2d7c65d7b6ef9a1a452f35bc16b970ee8f953463228296d921fe508");
    assert_eq!(store.entry(EntryNo(2)).unwrap().unwrap().body, "同意".as_bytes());
    assert_eq!(store.drafts().unwrap(), [Draft { key: "box".into(), body: "未完".into(), saved_at: AT.into() }]);
}

/// Made the fixture once. A later version adds a fixture of its own and keeps this one.
#[test]
#[ignore = "writes the fixture of a new version, once"]
fn write_fixture() {
    let (folder, path) = place();
    let path = path.with_file_name("v1.yiding");
    let mut store = Store::create(&path, Lock::Passphrase(PASSPHRASE)).unwrap();
    let entries = vec![new("opened", "{}"), new("spoke", "同意"), new("closed", "")];
    store.append(&Head::genesis(), AT, "m1", entries, &[]).unwrap();
    store.put_draft("box", "未完", AT).unwrap();
    drop(store);
    for suffix in ["", ".key"] {
        let name = format!("v1.yiding{suffix}");
        let to = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(&name);
        assert!(!to.exists(), "a released fixture is not made again");
        std::fs::copy(folder.path().join(name), to).unwrap();
    }
}
