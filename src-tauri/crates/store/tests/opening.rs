//! Telling what is what, and leaving alone what is not ours to touch.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;

use common::{AT, PASSPHRASE, beside, contents, copied, new, place, raw, sample, small};
use ledger::{EntryNo, Head};
use store::{KeyFileFlaw, Lock, Store, StoreFault, asks_for_passphrase, change_passphrase};

/// Opens and expects a fault that leaves every byte in the folder as it was.
fn refused(path: &Path, passphrase: Option<&str>, code: &str) -> StoreFault {
    let folder = path.parent().unwrap();
    let before = contents(folder);
    let fault = Store::open(path, passphrase).unwrap_err();
    assert_eq!(fault.code(), code, "{fault}");
    assert!(contents(folder) == before, "{code} has changed the folder");
    fault
}

/// Without the lock file too: then the attempt makes one, and must take it away again.
fn refused_with_and_without_lock_file(path: &Path, passphrase: Option<&str>, code: &str) {
    refused(path, passphrase, code);
    std::fs::remove_file(beside(path, ".lock")).unwrap();
    refused(path, passphrase, code);
}

#[test]
fn a_passphrase_opens_what_it_closed() {
    let (folder, path) = place();
    let mut store = Store::create(&path, Lock::Passphrase(PASSPHRASE)).unwrap();
    store.append(&Head::genesis(), AT, "m1", vec![new("opened", "干部任免")], &[]).unwrap();
    drop(store);
    assert!(asks_for_passphrase(&path).unwrap());

    refused_with_and_without_lock_file(&path, Some("常委会会议秘书的口今"), "wrong-passphrase");
    refused(&path, Some(""), "wrong-passphrase");
    refused(&path, None, "passphrase-needed");
    assert_eq!(Store::open(&path, Some(PASSPHRASE)).unwrap().verify().unwrap().no, EntryNo(1));

    // Neither the words nor the structure can be read without the key.
    for (file, bytes) in contents(folder.path()) {
        for secret in ["干部任免", "opened", "CREATE TABLE", "SQLite format 3", PASSPHRASE] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} stands in {}", file.display());
        }
    }
}

#[test]
fn a_new_passphrase_takes_the_place_of_the_old_one() {
    let (folder, path) = place();
    drop(Store::create(&path, Lock::Passphrase(PASSPHRASE)).unwrap());
    let before = contents(folder.path());
    assert_eq!(change_passphrase(&path, "not the right one", "another one").unwrap_err().code(), "wrong-passphrase");
    let short = change_passphrase(&path, PASSPHRASE, "七个字的口令呀").unwrap_err();
    assert!(matches!(short, StoreFault::PassphraseTooShort { found: 7, least: 8 }));
    assert!(contents(folder.path()) == before);

    // Also while it is open.
    let mut store = Store::open(&path, Some(PASSPHRASE)).unwrap();
    change_passphrase(&path, PASSPHRASE, "八个字的口令好的").unwrap();
    store.append(&Head::genesis(), AT, "m1", vec![new("opened", "")], &[]).unwrap();
    drop(store);
    refused(&path, Some(PASSPHRASE), "wrong-passphrase");
    assert_eq!(Store::open(&path, Some("八个字的口令好的")).unwrap().verify().unwrap().no, EntryNo(1));
    assert_eq!(contents(folder.path()).len(), before.len(), "something was left behind");
}

#[test]
fn an_open_store_is_not_taken_for_a_locked_one() {
    let (_folder, path) = small();
    assert!(!asks_for_passphrase(&path).unwrap());
    refused_with_and_without_lock_file(&path, Some(PASSPHRASE), "no-passphrase-set");
    assert_eq!(change_passphrase(&path, "whatever it was", PASSPHRASE).unwrap_err().code(), "no-passphrase-set");
}

#[test]
fn only_one_may_have_it_open() {
    let (folder, path, store) = sample();
    let before = contents(folder.path());
    assert_eq!(Store::open(&path, None).unwrap_err().code(), "in-use");
    assert_eq!(Store::create(&path, Lock::None).unwrap_err().code(), "in-use");
    // Nor may another program that knows nothing of our lock file, but has the key.
    let other = raw(&path);
    other.busy_timeout(std::time::Duration::ZERO).unwrap();
    assert!(other.query_row("SELECT count(*) FROM ledger", [], |_| Ok(())).is_err());
    drop(other);
    assert!(contents(folder.path()) == before);
    drop(store);
    assert!(Store::open(&path, None).is_ok());
}

#[test]
fn closing_leaves_three_files_and_no_other() {
    let (folder, path, mut store) = sample();
    store.append(&Head::genesis(), AT, "m1", vec![new("opened", "")], &[]).unwrap();
    assert!(!beside(&path, "-shm").exists());
    drop(store);
    let mut expected = ["", ".key", ".lock"].map(|suffix| beside(&path, suffix));
    expected.sort();
    assert!(contents(folder.path()).keys().eq(&expected));
    #[cfg(unix)]
    for private in ["", ".key"] {
        use std::os::unix::fs::PermissionsExt;
        let mode = beside(&path, private).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "others may read {private:?}");
    }
}

#[test]
fn creating_overwrites_nothing() {
    let (folder, path) = place();
    for suffix in ["", ".key", "-wal", "-journal"] {
        let obstacle = beside(&path, suffix);
        std::fs::write(&obstacle, "precious").unwrap();
        let before = contents(folder.path());
        let fault = Store::create(&path, Lock::None).unwrap_err();
        assert!(matches!(&fault, StoreFault::Exists { path } if *path == obstacle), "{fault}");
        assert!(contents(folder.path()) == before);
        std::fs::remove_file(obstacle).unwrap();
    }
    let fault = Store::create(&path, Lock::Passphrase("七个字的口令呀")).unwrap_err();
    assert!(matches!(fault, StoreFault::PassphraseTooShort { found: 7, least: 8 }));
    assert_eq!(contents(folder.path()).len(), 0);
    assert_eq!(Store::create(&folder.path().join("no folder/x"), Lock::None).unwrap_err().code(), "io");
}

#[test]
fn what_is_no_store_is_not_touched() {
    let (folder, path) = place();
    refused(&path, None, "missing");
    // Without a key file beside it.
    std::fs::write(&path, "会议记录.txt").unwrap();
    refused(&path, None, "not-a-store");
    std::fs::write(&path, "").unwrap();
    refused(&path, Some(PASSPHRASE), "not-a-store");
    std::fs::write(&path, [7; 8192]).unwrap();
    refused(&path, None, "key-file-missing");
    assert_eq!(asks_for_passphrase(&path).unwrap_err().code(), "key-file-missing");
    std::fs::remove_file(&path).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (x); PRAGMA user_version = 9").unwrap();
    let (_copy, left) = copied(&path);
    refused(&left, None, "not-a-store");
    drop(other);
    refused(&path, None, "not-a-store");
    assert_eq!(Store::open(folder.path(), None).unwrap_err().code(), "not-a-store");

    // With the key file of a store beside it.
    let (_folder, store) = small();
    let foreign = std::fs::read(&path).unwrap();
    for (bytes, code) in [(foreign, "not-a-store"), (vec![7; 8192], "damaged"), (b"text".to_vec(), "damaged")] {
        std::fs::write(&store, bytes).unwrap();
        refused_with_and_without_lock_file(&store, None, code);
        std::fs::write(beside(&store, ".lock"), "").unwrap();
    }
    std::fs::remove_file(&store).unwrap();
    refused(&store, None, "missing");
}

#[test]
fn another_programs_file_under_the_same_key_is_no_store() {
    let (_folder, path) = small();
    raw(&path).pragma_update(None, "application_id", 7).unwrap();
    refused_with_and_without_lock_file(&path, None, "not-a-store");
}

#[test]
fn a_newer_version_is_left_as_it_is() {
    let (_folder, path) = small();
    raw(&path).pragma_update(None, "user_version", 1000).unwrap();
    refused_with_and_without_lock_file(&path, None, "newer-version");
    let fault = refused(&path, None, "newer-version");
    assert!(matches!(fault, StoreFault::NewerVersion { found: 1000, known: 1 }));
}

/// The newer program crashed: only the -wal knows of the newer version. Closing must not move it into the file.
#[test]
fn a_newer_version_that_only_the_wal_knows_is_left_as_it_is() {
    let (_folder, path) = small();
    let newer = raw(&path);
    newer.pragma_update(None, "user_version", 1000).unwrap();
    let (_copy, crashed) = copied(&path);
    drop(newer);
    refused(&crashed, None, "newer-version");
    std::fs::remove_file(beside(&crashed, "-shm")).unwrap();
    refused_with_and_without_lock_file(&crashed, None, "newer-version");
}

#[test]
fn every_damaged_key_file_is_told_from_a_wrong_passphrase() {
    let (_folder, path) = place();
    drop(Store::create(&path, Lock::Passphrase(PASSPHRASE)).unwrap());
    let key_file = beside(&path, ".key");
    let sound = std::fs::read(&key_file).unwrap();
    let mut told = 0;
    for place in 0..sound.len() {
        for bit in 0..8 {
            let mut bytes = sound.clone();
            bytes[place] ^= 1 << bit;
            std::fs::write(&key_file, &bytes).unwrap();
            // Only the reading is tried here; what passes it is tried below.
            match asks_for_passphrase(&path) {
                Err(fault) => {
                    assert!(matches!(fault.code(), "key-file-damaged" | "newer-version"), "{fault}");
                    told += 1;
                }
                // White space between the values.
                Ok(_) => assert!(sound[place].is_ascii_whitespace(), "byte {place}"),
            }
        }
    }
    assert!(told > 2000, "only {told}");
    for bytes in [&sound[..0], &sound[..sound.len() / 2], &[b' '; 1 << 20], b"null", b"[]", &[0xFF; 40]] {
        std::fs::write(&key_file, bytes).unwrap();
        let fault = refused(&path, Some(PASSPHRASE), "key-file-damaged");
        assert!(matches!(fault, StoreFault::KeyFileDamaged { flaw: KeyFileFlaw::Unreadable, .. }));
    }
    std::fs::write(&key_file, sound).unwrap();
    assert!(Store::open(&path, Some(PASSPHRASE)).is_ok());
}

#[test]
fn a_key_file_of_another_store_opens_nothing() {
    let (_folder, path) = small();
    let (_other_folder, other) = small();
    std::fs::copy(beside(&other, ".key"), beside(&path, ".key")).unwrap();
    refused_with_and_without_lock_file(&path, None, "damaged");
}

#[test]
fn whether_it_asks_for_a_passphrase_stands_in_the_key_file_alone() {
    let (_folder, path) = small();
    std::fs::remove_file(&path).unwrap();
    assert!(!asks_for_passphrase(&path).unwrap());
}

#[test]
fn only_the_sample_can_be_thrown_away() {
    let (folder, path) = place();
    Store::discard(&path).unwrap();
    let locked = Store::create(&path, Lock::Passphrase(PASSPHRASE)).unwrap();
    assert_eq!(Store::discard(&path).unwrap_err().code(), "passphrase-needed");
    drop(locked);
    let before = contents(folder.path());
    assert_eq!(Store::discard(&path).unwrap_err().code(), "passphrase-needed");
    assert!(contents(folder.path()) == before);

    let (folder, path, sample) = sample();
    assert_eq!(Store::discard(&path).unwrap_err().code(), "in-use");
    drop(sample);
    Store::discard(&path).unwrap();
    assert!(contents(folder.path()).keys().eq(&[beside(&path, ".lock")]));
    assert!(Store::create(&path, Lock::None).is_ok());
}
