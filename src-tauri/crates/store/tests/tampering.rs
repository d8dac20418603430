//! Someone with the key removes the triggers and changes one bit: the right entry is named, whichever bit it was.
#![allow(clippy::unwrap_used)]

mod common;

use common::{raw, small};
use ledger::{Broken, EntryNo, What};
use rusqlite::types::Value;
use store::{Store, StoreFault};

const COLUMNS: [&str; 7] = ["seq", "at", "stream", "kind", "body", "prev", "hash"];

/// The same value with one bit flipped. `None` when it has no such bit.
fn flipped(value: &Value, bit: usize) -> Option<Vec<u8>> {
    let mut bytes = match value {
        Value::Integer(number) => number.to_be_bytes().to_vec(),
        Value::Text(text) => text.clone().into_bytes(),
        Value::Blob(bytes) => bytes.clone(),
        _ => unreachable!("the table is STRICT and has no NULL"),
    };
    *bytes.get_mut(bit / 8)? ^= 1 << (bit % 8);
    Some(bytes)
}

#[test]
fn every_flipped_bit_of_every_row_is_found_with_its_number() {
    let (_folder, path) = small();
    // What an attacker would do to leave no trace in the schema: put the trigger back afterwards.
    let trigger = "CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'ledger: recorded is recorded');
END";
    let mut tried = 0;
    for no in 1..=4_u32 {
        for column in COLUMNS {
            for bit in 0.. {
                let conn = raw(&path);
                conn.pragma_update(None, "synchronous", 0).unwrap();
                let original: Value = conn
                    .query_row(&format!("SELECT {column} FROM ledger WHERE seq = ?1"), [no], |row| row.get(0))
                    .unwrap();
                let Some(bytes) = flipped(&original, bit) else { break };
                let (cast, value) = match &original {
                    Value::Integer(_) => {
                        let number = i64::from_be_bytes(bytes.try_into().unwrap());
                        // A number that another row has, SQL does not accept; below 1 it does not either.
                        if number < 5 {
                            continue;
                        }
                        ("?1", Value::Integer(number))
                    }
                    // Also texts that are no UTF-8.
                    Value::Text(_) => ("CAST(?1 AS TEXT)", Value::Blob(bytes)),
                    _ => ("?1", Value::Blob(bytes)),
                };
                let update = format!("UPDATE ledger SET {column} = {cast} WHERE seq = ?2");
                conn.execute_batch("DROP TRIGGER ledger_no_update").unwrap();
                conn.execute(&update, (&value, no)).unwrap();
                conn.execute_batch(trigger).unwrap();
                drop(conn);

                let store = Store::open(&path, None).unwrap();
                let mut sound = 0;
                let fault = store.replay(|_| sound += 1).unwrap_err();
                let what = match column {
                    "seq" => What::Gap,
                    "prev" => What::Link,
                    _ => What::Hash,
                };
                let broken = Broken { no: EntryNo(no), what };
                assert!(
                    matches!(fault, StoreFault::BrokenChain(found) if found == broken),
                    "{no}.{column}, bit {bit}: {fault}"
                );
                assert_eq!(sound, no - 1, "only what is sound may be handed out");
                if tried % 50 == 0 {
                    assert!(matches!(store.verify(), Err(StoreFault::BrokenChain(found)) if found == broken));
                    // A broken record is not copied either, as if it were a good backup.
                    let copy = common::beside(&path, ".copy");
                    assert_eq!(store.backup_to(&copy).unwrap_err().code(), "broken-chain");
                    assert!(!copy.exists());
                    let entry = store.entry(EntryNo(no));
                    assert_eq!(entry.is_err(), !matches!(column, "seq"), "{no}.{column}: {entry:?}");
                }
                drop(store);

                // Back again, for the next bit.
                let back = if let Value::Text(text) = &original { Value::Blob(text.clone().into()) } else { original };
                let moved = if let Value::Integer(number) = value { number } else { i64::from(no) };
                let conn = raw(&path);
                conn.pragma_update(None, "synchronous", 0).unwrap();
                conn.execute_batch("DROP TRIGGER ledger_no_update").unwrap();
                conn.execute(&update, (back, moved)).unwrap();
                conn.execute_batch(trigger).unwrap();
                tried += 1;
            }
        }
    }
    assert!(tried > 3000, "only {tried} bits were flipped");
    assert_eq!(Store::open(&path, None).unwrap().verify().unwrap().no, EntryNo(4));
}

#[test]
fn a_removed_or_added_row_is_found() {
    for (sql, no) in [
        ("DELETE FROM ledger WHERE seq = 1", 1),
        ("DELETE FROM ledger WHERE seq = 3", 3),
        ("UPDATE ledger SET seq = seq + 1 WHERE seq = 4", 4),
    ] {
        let (_folder, path) = small();
        raw(&path)
            .execute_batch(&format!("DROP TRIGGER ledger_no_delete; DROP TRIGGER ledger_no_update; {sql}"))
            .unwrap();
        let fault = Store::open(&path, None).unwrap().verify().unwrap_err();
        let broken = Broken { no: EntryNo(no), what: What::Gap };
        assert!(matches!(fault, StoreFault::BrokenChain(found) if found == broken), "{sql}: {fault}");
    }
}

#[test]
fn missing_guards_are_noticed_even_while_the_record_is_sound() {
    let (_folder, path) = small();
    raw(&path).execute_batch("DROP TRIGGER ledger_only_next").unwrap();
    let store = Store::open(&path, None).unwrap();
    assert!(store.replay(|_| {}).is_ok());
    assert_eq!(store.verify().unwrap_err().code(), "damaged");
}

/// Not an attacker but the disk: one byte of the file, as it lies there encrypted.
#[test]
fn a_changed_byte_on_the_disk_is_damage_and_never_a_wrong_passphrase() {
    let (_folder, path) = small();
    let sound = std::fs::read(&path).unwrap();
    for place in (0..sound.len()).step_by(509) {
        let mut bytes = sound.clone();
        bytes[place] ^= 0x10;
        std::fs::write(&path, &bytes).unwrap();
        let fault = Store::open(&path, None).and_then(|store| store.verify()).unwrap_err();
        assert_eq!(fault.code(), "damaged", "byte {place}: {fault}");
    }
    // Cut off in the middle of a page, and between pages.
    for length in [0, 100, sound.len() - 100, sound.len() - 4096] {
        std::fs::write(&path, &sound[..length]).unwrap();
        let fault = Store::open(&path, None).and_then(|store| store.verify()).unwrap_err();
        assert_eq!(fault.code(), "damaged", "{length} bytes: {fault}");
    }
}
