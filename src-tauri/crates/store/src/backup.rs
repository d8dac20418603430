//! Copies: whole, encrypted with the same key, and examined before they are called good.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use ledger::Head;
use rusqlite::Connection;

use crate::connection;
use crate::durable::{self, beside, create_private, discard, scratch};
use crate::examine::examine;
use crate::key::Key;
use crate::key_file::KeyFile;
use crate::migrate::{self, MIGRATIONS, Migrations};
use crate::open::refuse_existing;
use crate::record;
use crate::{Store, StoreFault};

impl Store {
    /// Copies the store and its key file to `to`, and returns the head of the copy. The copy opens with the passphrase of this
    /// moment. It is read again and examined from end to end before it gets its name.
    ///
    /// # Errors
    /// [`StoreFault::Exists`] when `to` or its key file is there; [`StoreFault::Damaged`] or [`StoreFault::BrokenChain`] when
    /// what was copied is not sound; [`StoreFault::DiskFull`] and other faults of writing. Nothing is left behind then.
    pub fn backup_to(&self, to: &Path) -> Result<Head, StoreFault> {
        let to = std::path::absolute(to).map_err(StoreFault::io(to))?;
        copy(&self.conn, &self.key, &self.path, &to, MIGRATIONS)
    }
}

/// Keeps a file as it is before it is upgraded: `<path>.before-v<n>`, beside it. Never overwrites an earlier one.
pub(crate) fn before_upgrade(
    conn: &Connection,
    key: &Key,
    path: &Path,
    migrations: &Migrations,
) -> Result<PathBuf, StoreFault> {
    let name = format!(".before-v{}", migrate::newest(migrations));
    let mut to = beside(path, &name);
    let mut count = 1;
    loop {
        match copy(conn, key, path, &to, migrations) {
            Err(StoreFault::Exists { .. }) => {
                count += 1;
                to = beside(path, &format!("{name}-{count}"));
            }
            copied => return copied.map(|_| to),
        }
    }
}

fn copy(conn: &Connection, key: &Key, from: &Path, to: &Path, migrations: &Migrations) -> Result<Head, StoreFault> {
    refuse_existing(to)?;
    let key_file = KeyFile::bytes_for(from, key)?;
    let scratch = scratch(to)?;
    let copied =
        write(conn, &scratch).and_then(|()| examine(&connection::look(&scratch, key)?, migrations)).and_then(|head| {
            if head != record::head(conn)? {
                return Err(StoreFault::damaged("the copy ends elsewhere"));
            }
            // As in creating: first the key, then the file that needs it.
            durable::put(&KeyFile::path(to), &key_file)?;
            durable::rename(&scratch, to).inspect_err(|_| discard(&KeyFile::path(to)))?;
            Ok(head)
        });
    if copied.is_err() {
        discard(&scratch);
        discard(&beside(&scratch, "-journal"));
    }
    copied
}

fn write(conn: &Connection, to: &Path) -> Result<(), StoreFault> {
    let Some(name) = to.to_str() else {
        let source = std::io::Error::other("the name is not UTF-8");
        return Err(StoreFault::io(to)(source));
    };
    // VACUUM INTO takes a file that is there if it is empty; made here so that only its owner may read it.
    drop(create_private(to)?);
    conn.execute("VACUUM INTO ?1", [name])?;
    OpenOptions::new().write(true).open(to).and_then(|file| file.sync_all()).map_err(StoreFault::io(to))
}
