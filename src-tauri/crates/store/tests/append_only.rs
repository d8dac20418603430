//! SQL itself refuses to change the record, even for someone with the key and a plain connection.
#![allow(clippy::unwrap_used)]

mod common;

use common::{AT, contents, raw, small};
use ledger::{Entry, EntryNo, Head, NewEntry};
use rusqlite::Connection;
use store::Store;

fn next(head: &Head) -> Entry {
    Entry::link(head, AT, "m1", NewEntry { kind: "forged".into(), body: Vec::new() })
}

fn insert(conn: &Connection, how: &str, entry: &Entry, seq: Option<i64>) -> rusqlite::Result<usize> {
    conn.execute(
        &format!("{how} INTO ledger (seq, at, stream, kind, body, prev, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
        (seq, &entry.at, &entry.stream, &entry.kind, &entry.body, entry.prev.as_bytes(), entry.hash.as_bytes()),
    )
}

#[test]
fn whatever_is_tried_the_record_stays() {
    let (folder, path) = small();
    let mut record = Vec::new();
    let store = Store::open(&path, None).unwrap();
    let head = store.replay(|entry| record.push(entry.clone())).unwrap();
    drop(store);
    let before = contents(folder.path());

    // Both settings of recursive_triggers: the guard must not hang on a setting of the connection.
    for recursive in [false, true] {
        let conn = raw(&path);
        conn.pragma_update(None, "recursive_triggers", recursive).unwrap();
        for sql in [
            "UPDATE ledger SET body = x'00' WHERE seq = 2",
            "UPDATE OR REPLACE ledger SET seq = 1 WHERE seq = 2",
            "UPDATE OR IGNORE ledger SET at = ''",
            "DELETE FROM ledger WHERE seq = 4",
            "DELETE FROM ledger",
            "INSERT INTO ledger SELECT * FROM ledger WHERE seq = 4",
            "REPLACE INTO ledger SELECT seq, at, stream, kind, x'00', prev, hash FROM ledger WHERE seq = 4",
            "INSERT OR IGNORE INTO ledger SELECT seq + 9, at, stream, kind, body, prev, hash FROM ledger",
            "INSERT INTO ledger SELECT * FROM ledger WHERE seq = 4 ON CONFLICT DO UPDATE SET body = x'00'",
        ] {
            let refusal = conn.execute(sql, []).unwrap_err().to_string();
            assert!(refusal.starts_with("ledger: "), "{sql}: {refusal}");
        }
        let entry = next(&head);
        for how in ["INSERT", "REPLACE", "INSERT OR IGNORE"] {
            for seq in [None, Some(-1), Some(0), Some(1), Some(4), Some(6), Some(i64::MAX)] {
                let refusal = insert(&conn, how, &entry, seq).unwrap_err().to_string();
                assert_eq!(refusal, "ledger: not the next number", "{how} {seq:?}");
            }
            for behind in [Head::genesis(), record[0].head(), record[2].head()] {
                let refusal = insert(&conn, how, &next(&behind), Some(5)).unwrap_err().to_string();
                assert_eq!(refusal, "ledger: does not link to the last entry", "{how}");
            }
        }
        // Two rows at once, the second of which is wrong: none of them stays.
        let twice = "INSERT INTO ledger SELECT seq + 4, at, stream, kind, body,
                     (SELECT hash FROM ledger WHERE seq = 4), zeroblob(32) FROM ledger WHERE seq <= 2";
        assert!(conn.execute(twice, []).is_err());
    }
    assert_eq!(contents(folder.path()), before);

    // The guard refuses what is wrong, not everything.
    assert_eq!(insert(&raw(&path), "INSERT", &next(&head), Some(5)).unwrap(), 1);
    assert_eq!(Store::open(&path, None).unwrap().verify().unwrap().no, EntryNo(5));
}

#[test]
fn the_first_entry_must_link_to_the_genesis_value_of_the_ledger() {
    let (_folder, path, store) = common::sample();
    drop(store);
    let conn = raw(&path);
    let mut elsewhere = next(&Head::genesis());
    elsewhere.prev = elsewhere.hash;
    assert!(insert(&conn, "INSERT", &elsewhere, Some(1)).is_err());
    assert!(insert(&conn, "INSERT", &next(&Head::genesis()), Some(2)).is_err());
    assert_eq!(insert(&conn, "INSERT", &next(&Head::genesis()), Some(1)).unwrap(), 1);
}
