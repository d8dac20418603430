//! The record in the file: reading it, adding to it.

use ledger::{Broken, Chain, Entry, EntryNo, Fingerprint, Hash, Head, NewEntry, What};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};

use crate::{Store, StoreFault, drafts};

const COLUMNS: &str = "seq, at, stream, kind, body, prev, hash";

impl Store {
    /// Where the record ends. Read, not proved: that is [`replay`](Self::replay).
    ///
    /// # Errors
    /// Faults of reading.
    pub fn head(&self) -> Result<Head, StoreFault> {
        head(&self.conn)
    }

    /// Hands out every entry in order, each one proved before it is handed out, and returns the head.
    ///
    /// # Errors
    /// [`StoreFault::BrokenChain`] at the first entry that is not what was recorded; the entries handed out until then are
    /// sound. Faults of reading.
    pub fn replay(&self, each: impl FnMut(&Entry)) -> Result<Head, StoreFault> {
        replay(&self.conn, each)
    }

    /// Adds entries at the end, all or none, and drops the drafts that became entries in the same step. When this returns
    /// `Ok`, they survive a power cut.
    ///
    /// After any other fault than [`StoreFault::Moved`] read the head again: when the disk fails in the very moment of
    /// committing, the next opening may find the entries recorded.
    ///
    /// # Errors
    /// [`StoreFault::Moved`] when the record does not end at `expects`; [`StoreFault::DiskFull`] and other faults of writing.
    /// Nothing is added then.
    pub fn append(
        &mut self,
        expects: &Head,
        at: &str,
        stream: &str,
        new: Vec<NewEntry>,
        drop_drafts: &[&str],
    ) -> Result<Vec<Entry>, StoreFault> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut head = head(&tx)?;
        if head != *expects {
            return Err(StoreFault::Moved { expected: *expects, found: head });
        }
        let mut entries = Vec::with_capacity(new.len());
        for new in new {
            let entry = Entry::link(&head, at, stream, new);
            insert(&tx, &entry)?;
            head = entry.head();
            entries.push(entry);
        }
        for key in drop_drafts {
            drafts::remove(&tx, key)?;
        }
        tx.commit()?;
        Ok(entries)
    }

    /// One entry, checked against its own hash. That it is in its place is for [`replay`](Self::replay) to say.
    ///
    /// # Errors
    /// [`StoreFault::BrokenChain`] when it is not what was recorded; faults of reading.
    pub fn entry(&self, no: EntryNo) -> Result<Option<Entry>, StoreFault> {
        let sql = format!("SELECT {COLUMNS} FROM ledger WHERE seq = ?1");
        let entry = self.conn.prepare_cached(&sql)?.query_row([no.0], read).optional()?.transpose();
        match entry.map_err(|what| Broken { no, what })? {
            Some(entry) if entry.hash != entry.computed_hash() => {
                let what = What::Hash;
                Err(Broken { no, what }.into())
            }
            entry => Ok(entry),
        }
    }

    /// The entries whose hash begins with `fingerprint`: normally one or none, with a short one perhaps several.
    ///
    /// # Errors
    /// [`StoreFault::BrokenChain`] when an entry found bears its hash falsely; faults of reading.
    pub fn find(&self, fingerprint: &Fingerprint) -> Result<Vec<EntryNo>, StoreFault> {
        let (first, last) = fingerprint.range().into_inner();
        let found = self
            .conn
            .prepare_cached("SELECT seq FROM ledger WHERE hash BETWEEN ?1 AND ?2 ORDER BY seq")?
            .query_map([first.as_bytes(), last.as_bytes()], |row| row.get(0).map(EntryNo))?
            .collect::<Result<Vec<_>, _>>()?;
        for no in &found {
            self.entry(*no)?;
        }
        Ok(found)
    }
}

pub(crate) fn head(conn: &Connection) -> Result<Head, StoreFault> {
    let last = conn
        .prepare_cached("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| {
            let hash: [u8; 32] = row.get(1)?;
            Ok(Head { no: EntryNo(row.get(0)?), hash: Hash::from(hash) })
        })
        .optional()?;
    Ok(last.unwrap_or_else(Head::genesis))
}

pub(crate) fn replay(conn: &Connection, mut each: impl FnMut(&Entry)) -> Result<Head, StoreFault> {
    let mut statement = conn.prepare(&format!("SELECT {COLUMNS} FROM ledger ORDER BY seq"))?;
    let mut rows = statement.query([])?;
    let mut chain = Chain::begin();
    while let Some(row) = rows.next()? {
        let no = chain.awaits();
        let entry = read(row)?.map_err(|what| Broken { no, what })?;
        chain.accept(&entry)?;
        each(&entry);
    }
    Ok(chain.head())
}

fn insert(conn: &Connection, entry: &Entry) -> Result<(), StoreFault> {
    let sql = format!("INSERT INTO ledger ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    conn.prepare_cached(&sql)?.execute((
        entry.no.0,
        &entry.at,
        &entry.stream,
        &entry.kind,
        &entry.body,
        entry.prev.as_bytes(),
        entry.hash.as_bytes(),
    ))?;
    Ok(())
}

/// Reads a row. A value that cannot even be read as what it should be (a text that is no text, a number that is no entry's) is
/// as much a break in the record as a wrong one, so it is reported as that and not as a fault of reading.
fn read(row: &Row<'_>) -> rusqlite::Result<Result<Entry, What>> {
    let bytes =
        |column| -> rusqlite::Result<Option<&[u8]>> { Ok(row.get_ref(column)?.as_bytes_or_null().ok().flatten()) };
    let text = |column| -> rusqlite::Result<Option<String>> {
        Ok(bytes(column)?.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok()))
    };
    let hash = |column| -> rusqlite::Result<Option<Hash>> {
        let bytes = bytes(column)?.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        Ok(bytes.map(Hash::from))
    };
    let no = row.get_ref(0)?.as_i64().ok();
    let no = no.and_then(|no| u32::try_from(no).ok()).map(EntryNo);
    let (at, stream, kind) = (text(1)?, text(2)?, text(3)?);
    let (body, prev, hash) = (bytes(4)?.map(<[u8]>::to_vec), hash(5)?, hash(6)?);
    let entry = || {
        Ok(Entry {
            no: no.ok_or(What::Gap)?,
            prev: prev.ok_or(What::Link)?,
            at: at.ok_or(What::Hash)?,
            stream: stream.ok_or(What::Hash)?,
            kind: kind.ok_or(What::Hash)?,
            body: body.ok_or(What::Hash)?,
            hash: hash.ok_or(What::Hash)?,
        })
    };
    Ok(entry())
}
