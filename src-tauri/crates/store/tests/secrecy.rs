//! R-PJ-14: the file has no place for who cast what in a secret ballot. A table or a column more fails this test, and whoever
//! adds one answers here what it holds. What the bodies of the ledger hold is walked in the meeting crate.
#![allow(clippy::unwrap_used)]

mod common;

use common::{raw, sample};

/// Every table with its columns, in their order.
const TABLES: [(&str, &[&str]); 2] = [
    // `stream` is a meeting or the committee, `kind` the name of an event, `body` the event itself.
    ("ledger", &["seq", "at", "stream", "kind", "body", "prev", "hash"]),
    // `key` names a field of the screen.
    ("draft", &["key", "body", "saved_at"]),
];

#[test]
fn the_file_has_these_tables_and_columns_and_no_others() {
    let (_folder, path, store) = sample();
    drop(store);
    let conn = raw(&path);
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let of_schema = "SELECT place.name, field.name FROM sqlite_schema AS place, pragma_table_xinfo(place.name) AS field
                      WHERE place.type IN ('table', 'view') ORDER BY place.rowid, field.cid";
    let mut statement = conn.prepare(of_schema).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
    for row in rows {
        let (table, column) = row.unwrap();
        match found.last_mut().filter(|(last, _)| *last == table) {
            Some((_, columns)) => columns.push(column),
            None => found.push((table, vec![column])),
        }
    }
    let expected =
        TABLES.map(|(table, columns)| (table.to_owned(), columns.iter().map(|it| (*it).to_owned()).collect()));
    assert_eq!(found, expected);
}

#[test]
fn no_column_is_named_for_a_person_or_a_vote() {
    let telling = ["member", "voter", "person", "name", "vote", "choice", "ballot", "who"];
    for (table, columns) in TABLES {
        for column in columns.iter().chain([&table]) {
            assert!(telling.iter().all(|word| !column.contains(word)), "{table}.{column}");
        }
    }
}
