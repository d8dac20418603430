//! What is being typed and not yet recorded.

use rusqlite::Connection;

use crate::{Store, StoreFault};

/// A text that is being typed. It survives a crash, may change and vanish, and proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which box it stands in.
    pub key: String,
    /// The text.
    pub body: String,
    /// When it was saved: RFC 3339, as handed in.
    pub saved_at: String,
}

impl Store {
    /// Saves a draft in place of the one with the same key. When this returns, it survives a power cut.
    ///
    /// # Errors
    /// [`StoreFault::DiskFull`] and other faults of writing; the earlier draft stays.
    pub fn put_draft(&mut self, key: &str, body: &str, saved_at: &str) -> Result<(), StoreFault> {
        self.conn
            .prepare_cached(
                "INSERT INTO draft (key, body, saved_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT (key) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
            )?
            .execute([key, body, saved_at])?;
        Ok(())
    }

    /// Drops a draft. One that is not there is no fault.
    ///
    /// # Errors
    /// Faults of writing.
    pub fn drop_draft(&mut self, key: &str) -> Result<(), StoreFault> {
        remove(&self.conn, key)
    }

    /// All drafts, ordered by key.
    ///
    /// # Errors
    /// Faults of reading.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreFault> {
        let drafts = self
            .conn
            .prepare_cached("SELECT key, body, saved_at FROM draft ORDER BY key")?
            .query_map([], |row| Ok(Draft { key: row.get(0)?, body: row.get(1)?, saved_at: row.get(2)? }))?
            .collect::<Result<_, _>>()?;
        Ok(drafts)
    }
}

pub(crate) fn remove(conn: &Connection, key: &str) -> Result<(), StoreFault> {
    conn.prepare_cached("DELETE FROM draft WHERE key = ?1")?.execute([key])?;
    Ok(())
}
