//! What can only be tried from inside: the settings, an upgrade to a version that does not exist yet, a full disk.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use ledger::{Head, NewEntry};
use rusqlite::config::DbConfig;
use tempfile::TempDir;

use crate::connection::pragma;
use crate::durable::beside;
use crate::examine::{examine, schema};
use crate::migrate::{MIGRATIONS, migrate};
use crate::{Lock, Store, StoreFault};

const AT: &str = "2026-11-24T09:00:00+08:00";
const LATER: &[&str] = &[MIGRATIONS[0], "CREATE TABLE later (x TEXT) STRICT; INSERT INTO later VALUES ('new')"];
const FAILING: &[&str] = &[MIGRATIONS[0], "CREATE TABLE later (x TEXT) STRICT; CREATE TABLE ledger (x TEXT) STRICT"];

fn spoke(bytes: usize) -> Vec<NewEntry> {
    vec![NewEntry { kind: "spoke".into(), body: vec![7; bytes] }]
}

fn sample() -> (TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    let mut store = Store::create(&path, Lock::None).unwrap();
    store.append(&Head::genesis(), AT, "m1", spoke(10), &[]).unwrap();
    (folder, path, store)
}

#[test]
fn the_settings_are_in_force_after_creating_and_after_opening() {
    let (_folder, path, created) = sample();
    let check = |store: &Store| {
        let number = |name| pragma::<u32>(&store.conn, name).unwrap();
        let text = |name| pragma::<String>(&store.conn, name).unwrap();
        assert_eq!((text("journal_mode"), text("main.locking_mode")), ("wal".into(), "exclusive".into()));
        assert_eq!((number("synchronous"), number("foreign_keys"), number("recursive_triggers")), (2, 1, 1));
        assert_eq!((number("trusted_schema"), number("cell_size_check"), number("secure_delete")), (0, 1, 1));
        assert_eq!(number("temp_store"), 0, "compiled as: in memory, unless asked otherwise");
        assert!(store.conn.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).unwrap());
        assert!(!store.conn.db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE).unwrap());
        // The WAL-reset corruption was repaired in 3.51.3; secrets in temporary files are ruled out when compiling.
        assert!(rusqlite::version_number() >= 3_051_003);
        let options: Vec<String> = {
            let mut statement = store.conn.prepare("PRAGMA compile_options").unwrap();
            let rows = statement.query_map([], |row| row.get(0)).unwrap();
            rows.map(Result::unwrap).collect()
        };
        assert!(options.iter().any(|option| option == "TEMP_STORE=2"), "{options:?}");
    };
    check(&created);
    drop(created);
    check(&Store::open(&path, None).unwrap());
}

#[test]
fn an_upgrade_keeps_the_old_file_and_ends_where_a_new_one_begins() {
    let (_folder, path, store) = sample();
    let head = store.head().unwrap();
    drop(store);
    let upgraded = Store::open_with(&path, None, LATER).unwrap();
    assert_eq!(examine(&upgraded.conn, LATER).unwrap(), head);
    let mut fresh = rusqlite::Connection::open_in_memory().unwrap();
    migrate(&mut fresh, LATER).unwrap();
    assert_eq!(schema(&upgraded.conn).unwrap(), schema(&fresh).unwrap());
    drop(upgraded);

    // Now it is a file of a newer version, and the copy is one of this version, with its key.
    assert_eq!(Store::open(&path, None).unwrap_err().code(), "newer-version");
    let kept = Store::open(&beside(&path, ".before-v2"), None).unwrap();
    assert_eq!(kept.verify().unwrap(), head);

    // Opening again upgrades nothing and copies nothing.
    drop(Store::open_with(&path, None, LATER).unwrap());
    assert!(!beside(&path, ".before-v2-2").exists());
}

#[test]
fn an_upgrade_that_fails_changes_nothing() {
    let (_folder, path, store) = sample();
    let head = store.head().unwrap();
    drop(store);
    for copy in [".before-v2", ".before-v2-2"] {
        assert_eq!(Store::open_with(&path, None, FAILING).unwrap_err().code(), "engine");
        assert!(beside(&path, copy).exists(), "no earlier copy may be overwritten");
        assert_eq!(Store::open(&path, None).unwrap().verify().unwrap(), head);
    }
}

#[test]
fn a_creation_that_was_interrupted_is_completed_by_opening() {
    let (folder, path, store) = sample();
    store.conn.execute_batch("DROP TABLE ledger; DROP TABLE draft; PRAGMA user_version = 0").unwrap();
    drop(store);
    let store = Store::open(&path, None).unwrap();
    assert_eq!(store.verify().unwrap(), Head::genesis());
    assert_eq!(
        std::fs::read_dir(folder.path())
            .unwrap()
            .filter(|file| { file.as_ref().unwrap().file_name().to_string_lossy().contains("before") })
            .count(),
        0
    );
}

#[test]
fn a_store_can_be_handed_to_the_thread_that_writes() {
    fn handed<T: Send>() {}
    handed::<Store>();
    handed::<StoreFault>();
}

#[test]
fn a_full_disk_takes_all_or_nothing() {
    let (_folder, _path, mut store) = sample();
    store.put_draft("box", "未完", AT).unwrap();
    let head = store.head().unwrap();
    let pages: u32 = pragma(&store.conn, "page_count").unwrap();
    pragma::<u32>(&store.conn, &format!("max_page_count = {}", pages + 2)).unwrap();
    let mut batch = spoke(10);
    batch.extend(spoke(100_000));
    let fault = store.append(&head, AT, "m1", batch, &["box"]).unwrap_err();
    assert!(matches!(fault, StoreFault::DiskFull), "{fault:?}");
    assert_eq!(store.verify().unwrap(), head);
    assert_eq!(store.drafts().unwrap().len(), 1);
    // There was space for little, and there still is.
    store.append(&head, AT, "m1", spoke(10), &["box"]).unwrap();
    assert_eq!(store.verify().unwrap().no, head.no.next());
}
