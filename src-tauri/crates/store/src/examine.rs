//! The whole examination: the chain, the pages, the schema.

use ledger::Head;
use rusqlite::Connection;

use crate::migrate::{self, MIGRATIONS, Migrations};
use crate::record;
use crate::{Store, StoreFault};

impl Store {
    /// Examines everything: every entry, every page as it lies on the disk, the structure of the file, and that the triggers
    /// which guard the record are there. Returns the head.
    ///
    /// # Errors
    /// [`StoreFault::BrokenChain`], [`StoreFault::Damaged`] with all that was found, and faults of reading.
    pub fn verify(&self) -> Result<Head, StoreFault> {
        // Page checks read the file itself, so what still lies in the -wal has to go there first.
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        examine(&self.conn, MIGRATIONS)
    }
}

pub(crate) fn examine(conn: &Connection, migrations: &Migrations) -> Result<Head, StoreFault> {
    // The chain first: it names the entry, the others only pages.
    let head = record::replay(conn, |_| {})?;
    let mut findings = rows(conn, "PRAGMA cipher_integrity_check")?;
    findings.extend(rows(conn, "PRAGMA integrity_check")?);
    findings.retain(|finding| finding != "ok");
    let steps = migrate::version(conn, migrations)? as usize;
    if schema(conn)? != expected_schema(&migrations[..steps])? {
        findings.push("the schema is not the one this version has".to_owned());
    }
    if findings.is_empty() { Ok(head) } else { Err(StoreFault::Damaged { findings }) }
}

fn expected_schema(migrations: &Migrations) -> Result<Vec<String>, StoreFault> {
    let mut empty = Connection::open_in_memory()?;
    migrate::migrate(&mut empty, migrations)?;
    schema(&empty)
}

/// The schema as text, one object each.
pub(crate) fn schema(conn: &Connection) -> Result<Vec<String>, StoreFault> {
    rows(conn, "SELECT coalesce(sql, type || ' ' || name) FROM sqlite_schema ORDER BY type, name")
}

fn rows(conn: &Connection, sql: &str) -> Result<Vec<String>, StoreFault> {
    let rows = conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(rows)
}
