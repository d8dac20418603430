//! Backups are whole, open with the same passphrase, and overwrite nothing.
#![allow(clippy::unwrap_used)]

mod common;

use common::{AT, PASSPHRASE, beside, contents, new, place, sample};
use ledger::Head;
use store::{KeyFileFlaw, Lock, Store, StoreFault, change_passphrase};

#[test]
fn a_backup_is_a_store_like_the_first() {
    let (_folder, path) = place();
    let mut store = Store::create(&path, Lock::Passphrase(PASSPHRASE)).unwrap();
    let entries = (0..50).map(|n| new("spoke", &format!("发言 {n}"))).collect();
    store.append(&Head::genesis(), AT, "m1", entries, &[]).unwrap();
    store.put_draft("box", "未完", AT).unwrap();
    let (usb, copy) = place();
    let head = store.backup_to(&copy).unwrap();
    assert_eq!(head, store.head().unwrap());
    assert_eq!(contents(usb.path()).len(), 2, "the copy and its key file, nothing else");
    #[cfg(unix)]
    for private in ["", ".key"] {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(beside(&copy, private).metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }

    // Each goes its own way from here.
    store.append(&head, AT, "m1", vec![new("spoke", "后来")], &[]).unwrap();
    change_passphrase(&path, PASSPHRASE, "a new passphrase").unwrap();
    assert_eq!(Store::open(&copy, Some("a new passphrase")).unwrap_err().code(), "wrong-passphrase");
    let mut copy = Store::open(&copy, Some(PASSPHRASE)).unwrap();
    assert_eq!(copy.verify().unwrap(), head);
    assert_eq!(copy.drafts().unwrap(), store.drafts().unwrap());
    copy.append(&head, AT, "m1", vec![new("spoke", "别处")], &["box"]).unwrap();
    assert_eq!(copy.verify().unwrap().no, store.verify().unwrap().no);
}

#[test]
fn a_backup_overwrites_nothing_and_leaves_nothing_when_it_fails() {
    let (folder, path, store) = sample();
    let copy = folder.path().join("copy");
    for suffix in ["", ".key"] {
        std::fs::write(beside(&copy, suffix), "precious").unwrap();
        let before = contents(folder.path());
        let fault = store.backup_to(&copy).unwrap_err();
        assert!(matches!(&fault, StoreFault::Exists { path } if *path == beside(&copy, suffix)), "{fault}");
        assert!(contents(folder.path()) == before);
        std::fs::remove_file(beside(&copy, suffix)).unwrap();
    }
    assert_eq!(store.backup_to(&path).unwrap_err().code(), "exists");
    assert_eq!(store.backup_to(&folder.path().join("no folder/copy")).unwrap_err().code(), "io");

    // A copy whose key file does not open it would be found out when it is needed, and too late.
    let (_other_folder, other) = common::small();
    for (key_file, flaw) in [
        (std::fs::read(beside(&other, ".key")).unwrap(), KeyFileFlaw::OtherStore),
        (b"damaged".to_vec(), KeyFileFlaw::Unreadable),
    ] {
        std::fs::write(beside(&path, ".key"), key_file).unwrap();
        let before = contents(folder.path());
        let fault = store.backup_to(&copy).unwrap_err();
        assert!(matches!(fault, StoreFault::KeyFileDamaged { flaw: found, .. } if found == flaw), "{fault}");
        assert!(contents(folder.path()) == before);
    }
    std::fs::remove_file(beside(&path, ".key")).unwrap();
    let before = contents(folder.path());
    assert_eq!(store.backup_to(&copy).unwrap_err().code(), "key-file-missing");
    assert!(contents(folder.path()) == before);
}

/// A copy is read from the first page to the last, so it either is sound or is none.
#[test]
fn damage_is_not_copied_as_if_it_were_sound() {
    let (folder, path) = common::small();
    let sound = std::fs::read(&path).unwrap();
    let (pages, copy) = (sound.len() / 4096, folder.path().join("copy"));
    let mut refused = 0;
    for page in 1..pages {
        let mut bytes = sound.clone();
        bytes[page * 4096 + 2000] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        let store = Store::open(&path, None).unwrap();
        assert_eq!(store.verify().unwrap_err().code(), "damaged");
        match store.backup_to(&copy) {
            Err(fault) => {
                assert_eq!(fault.code(), "damaged");
                drop(store);
                assert_eq!(contents(folder.path()).len(), 3, "something was left behind");
                refused += 1;
            }
            // An index: it is made anew in the copy, from what is sound.
            Ok(head) => {
                drop(store);
                assert_eq!(Store::open(&copy, None).unwrap().verify().unwrap(), head);
                for suffix in ["", ".key", ".lock"] {
                    std::fs::remove_file(beside(&copy, suffix)).unwrap();
                }
            }
        }
    }
    assert!(refused > 0);
}
