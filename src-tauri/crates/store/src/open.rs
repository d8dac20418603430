//! Creating, opening, telling what is what.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::StoreFault;
use crate::backup;
use crate::connection::{self, APPLICATION_ID, pragma};
use crate::durable::{self, beside, discard};
use crate::key::Key;
use crate::key_file::KeyFile;
use crate::lock::Held;
use crate::migrate::{self, MIGRATIONS, Migrations};

const PAGE: u64 = 4096;

/// How a new store is locked.
#[derive(Clone, Copy)]
pub enum Lock<'a> {
    /// With a passphrase. Whoever forgets it has lost the record.
    Passphrase(&'a str),
    /// Not at all: the key lies beside the file. For the sample store that is thrown away.
    None,
}

/// An open store. It is the only one: while it lives, no other can be opened on the same file. Dropping it closes it.
pub struct Store {
    // Dropped before the lock: the file is closed when the next program may come.
    pub(crate) conn: Connection,
    pub(crate) key: Key,
    pub(crate) path: PathBuf,
    _held: Held,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Store {
    /// Makes a new, empty store. Its folder must exist.
    ///
    /// # Errors
    /// [`StoreFault::PassphraseTooShort`]; [`StoreFault::Exists`] when the file, its key file or remains of either are there;
    /// [`StoreFault::InUse`]; and faults of writing. What was made up to then is removed again.
    pub fn create(path: &Path, lock: Lock<'_>) -> Result<Self, StoreFault> {
        let path = std::path::absolute(path).map_err(StoreFault::io(path))?;
        let key = Key::random()?;
        let key_file = KeyFile::make(&path, &key, lock)?;
        let held = Held::take(&path)?;
        let made = refuse_existing(&path).and_then(|()| {
            let made = make(&path, &key, &key_file);
            if made.is_err() {
                // The key goes last: a file without its key is lost, a key without its file is only in the way.
                for suffix in ["-wal", "-journal", "", ".key"] {
                    discard(&beside(&path, suffix));
                }
            }
            made
        });
        match made {
            Ok(conn) => Ok(Self { conn, key, path, _held: held }),
            Err(fault) => {
                held.undo();
                Err(fault)
            }
        }
    }

    /// Opens a store, and upgrades it when an older version of the program wrote it (a copy is made first, beside it).
    ///
    /// A fault leaves everything on disk as it was, unless it occurs in the upgrade itself; then the copy is there.
    ///
    /// # Errors
    /// [`StoreFault::Missing`], [`StoreFault::NotAStore`], [`StoreFault::NewerVersion`], [`StoreFault::InUse`],
    /// [`StoreFault::KeyFileMissing`], [`StoreFault::KeyFileDamaged`], [`StoreFault::PassphraseNeeded`],
    /// [`StoreFault::NoPassphraseSet`], [`StoreFault::WrongPassphrase`], [`StoreFault::Damaged`], and faults of reading and
    /// writing. The record itself is not checked here: [`replay`](Self::replay) does that.
    pub fn open(path: &Path, passphrase: Option<&str>) -> Result<Self, StoreFault> {
        Self::open_with(path, passphrase, MIGRATIONS)
    }

    pub(crate) fn open_with(
        path: &Path,
        passphrase: Option<&str>,
        migrations: &Migrations,
    ) -> Result<Self, StoreFault> {
        let path = std::path::absolute(path).map_err(StoreFault::io(path))?;
        if !path.try_exists().map_err(StoreFault::io(&path))? {
            return Err(StoreFault::Missing { path });
        }
        let key_file = match KeyFile::read(&path) {
            // Without a key file it may still be a store. What certainly is none should not send people looking for its key.
            Err(StoreFault::KeyFileMissing { .. }) if form(&path)? != Form::Pages => {
                return Err(StoreFault::NotAStore { path });
            }
            key_file => key_file?,
        };
        let key = key_file.unlock(passphrase)?;
        let held = Held::take(&path)?;
        match admit(&path, &key, migrations) {
            Ok(conn) => Ok(Self { conn, key, path, _held: held }),
            Err(fault) => {
                held.undo();
                Err(fault)
            }
        }
    }

    /// Where the store lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Refuses to make a store where one, or a part of one, lies.
pub(crate) fn refuse_existing(path: &Path) -> Result<(), StoreFault> {
    for suffix in ["", ".key", "-wal", "-journal"] {
        let path = beside(path, suffix);
        // Not `exists`: a link that leads nowhere is in the way too.
        if path.symlink_metadata().is_ok() {
            return Err(StoreFault::Exists { path });
        }
    }
    Ok(())
}

fn make(path: &Path, key: &Key, key_file: &[u8]) -> Result<Connection, StoreFault> {
    // First the key, durably: nothing may ever be written that no key opens.
    durable::put(&KeyFile::path(path), key_file)?;
    drop(durable::create_private(path)?);
    let mut conn = connection::open(path, key)?;
    // Before WAL, so that it stands in the file itself: from here on an interrupted creation is completed by opening.
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection::settle(&conn)?;
    migrate::migrate(&mut conn, MIGRATIONS)?;
    durable::sync_folder_of(path)?;
    Ok(conn)
}

/// Opens a file whose key is known, if it is ours to open.
fn admit(path: &Path, key: &Key, migrations: &Migrations) -> Result<Connection, StoreFault> {
    // A crash may have come while pages were moved from the -wal into the file. Then the file alone is neither the old state nor
    // the new one, while the -wal still holds all that was moved: only both together say what is damaged.
    let may_be_half_moved = beside(path, "-wal").metadata().is_ok_and(|wal| wal.len() > 0);
    match form(path)? {
        Form::Foreign => return Err(StoreFault::NotAStore { path: path.to_owned() }),
        // SQLite would take it for a new file, and remove the -wal as left over.
        Form::Empty => return Err(StoreFault::damaged("the file is empty")),
        Form::Partial if !may_be_half_moved => {
            return Err(StoreFault::damaged("the file is not made of whole pages"));
        }
        Form::Partial | Form::Pages => {}
    }
    // First a look that cannot change anything …
    match connection::look(path, key).and_then(|look| recognise(&look, path, migrations)) {
        Err(StoreFault::Damaged { .. }) if may_be_half_moved => {}
        looked => drop(looked?),
    }
    // … then the same again with what the -wal holds, which a crash may have left and which is newer.
    let mut conn = connection::open(path, key)?;
    let version = recognise(&conn, path, migrations)?;
    connection::settle(&conn)?;
    if version < migrate::newest(migrations) {
        // Version 0 is a creation that was interrupted: nothing to lose yet.
        if version > 0 {
            backup::before_upgrade(&conn, key, path, migrations)?;
        }
        migrate::migrate(&mut conn, migrations)?;
    }
    Ok(conn)
}

fn recognise(conn: &Connection, path: &Path, migrations: &Migrations) -> Result<u32, StoreFault> {
    if pragma::<u32>(conn, "application_id")? != APPLICATION_ID {
        return Err(StoreFault::NotAStore { path: path.to_owned() });
    }
    migrate::version(conn, migrations)
}

/// What a file looks like from outside.
#[derive(PartialEq)]
enum Form {
    /// Of another kind: an unencrypted database, a folder.
    Foreign,
    /// Without a byte.
    Empty,
    /// Not made of whole pages.
    Partial,
    /// Like a store.
    Pages,
}

/// Reads through a handle of its own, so it must not be called while the store is open: closing it would drop SQLite's locks.
fn form(path: &Path) -> Result<Form, StoreFault> {
    let metadata = path.metadata().map_err(StoreFault::io(path))?;
    if !metadata.is_file() {
        return Ok(Form::Foreign);
    }
    let mut start = Vec::new();
    let file = File::open(path).map_err(StoreFault::io(path))?;
    file.take(16).read_to_end(&mut start).map_err(StoreFault::io(path))?;
    Ok(if start == b"SQLite format 3\0" {
        Form::Foreign
    } else if metadata.len() == 0 {
        Form::Empty
    } else if !metadata.len().is_multiple_of(PAGE) {
        Form::Partial
    } else {
        Form::Pages
    })
}
