//! What the tests of the store share.
#![allow(dead_code, clippy::unwrap_used)] // each test file is a program of its own and uses a part of this

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use base64::Engine;
use ledger::NewEntry;
use rusqlite::Connection;
use store::{Lock, Store};
use tempfile::TempDir;

pub(crate) const AT: &str = "2026-11-24T09:00:00+08:00";
pub(crate) const PASSPHRASE: &str = "常委会会议秘书的口令";

/// A folder that vanishes with the test, and the path of a store in it. The name has in it what a URI reads differently.
pub(crate) fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("区委 100%#常委会?.yiding");
    (folder, path)
}

/// A new store whose key lies in clear beside it.
pub(crate) fn sample() -> (TempDir, PathBuf, Store) {
    let (folder, path) = place();
    let store = Store::create(&path, Lock::None).unwrap();
    (folder, path, store)
}

pub(crate) fn new(kind: &str, body: &str) -> NewEntry {
    NewEntry { kind: kind.into(), body: body.into() }
}

/// A sample store with four entries, closed.
pub(crate) fn small() -> (TempDir, PathBuf) {
    let (folder, path, mut store) = sample();
    for (kind, body) in [("opened", "{}"), ("spoke", "同意"), ("voted", "[7,0,0]"), ("closed", "")] {
        let head = store.head().unwrap();
        store.append(&head, AT, "m1", vec![new(kind, body)], &[]).unwrap();
    }
    (folder, path)
}

/// What an attacker with the key has: any SQL. The store must be closed.
pub(crate) fn raw(path: &Path) -> Connection {
    let json = std::fs::read(beside(path, ".key")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let key = json["body"]["key"].as_str().unwrap();
    let key = base64::engine::general_purpose::STANDARD.decode(key).unwrap();
    let conn = Connection::open(path).unwrap();
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    conn.pragma_update(None, "key", format!("x'{hex}'")).unwrap();
    conn
}

pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Every file of a folder with its bytes.
pub(crate) fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect()
}

/// Copies a store and all that lies beside it into a new folder.
pub(crate) fn copied(path: &Path) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    for (file, bytes) in contents(path.parent().unwrap()) {
        std::fs::write(folder.path().join(file.file_name().unwrap()), bytes).unwrap();
    }
    let path = folder.path().join(path.file_name().unwrap());
    (folder, path)
}
