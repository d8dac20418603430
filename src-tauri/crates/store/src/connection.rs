//! Keyed connections, and the settings that every one must have.

use std::path::Path;
use std::sync::OnceLock;

use rusqlite::config::DbConfig;
use rusqlite::types::FromSql;
use rusqlite::{Connection, OpenFlags};

use crate::StoreFault;
use crate::key::Key;

/// "YiDi" in the file's header says whose file this is.
pub(crate) const APPLICATION_ID: u32 = 0x5969_4469;

/// Opens an existing file for reading and writing. Nothing is read or written yet.
pub(crate) fn open(path: &Path, key: &Key) -> Result<Connection, StoreFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = connect(path, flags, key)?;
    if conn.is_readonly("main")? {
        return Err(StoreFault::Denied { path: Some(path.to_owned()) });
    }
    // The lock is never given up while the store is open, and no -shm file is needed. Must come before the first reading.
    expect(&conn, "main.locking_mode = EXCLUSIVE", "exclusive")?;
    // Until the file is known to be ours, closing must not move anything from the -wal into it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(conn)
}

/// Opens a file in a way that cannot change it or put anything beside it. A `-wal` beside it is not seen.
pub(crate) fn look(path: &Path, key: &Key) -> Result<Connection, StoreFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    connect(immutable_uri(path), flags, key)
}

/// The settings for working with a file that is known to be ours.
pub(crate) fn settle(conn: &Connection) -> Result<(), StoreFault> {
    expect(conn, "journal_mode = WAL", "wal")?;
    // FULL: a COMMIT returns when the disk has it. Without it a power cut takes back what was acknowledged.
    set(conn, "synchronous", 2)?;
    // Where a plain fsync leaves the data in the disk's own cache (macOS). No effect elsewhere.
    set(conn, "fullfsync", 1)?;
    set(conn, "foreign_keys", 1)?;
    // Without it, REPLACE removes the old row unseen by the triggers that guard the record.
    set(conn, "recursive_triggers", 1)?;
    // The schema in the file is data from outside: it may not call functions with effects.
    set(conn, "trusted_schema", 0)?;
    set(conn, "cell_size_check", 1)?;
    // Deleted drafts are overwritten.
    set(conn, "secure_delete", 1)?;
    // Neither this program nor a mistake in it can reach the file's own structures through SQL.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Reads a pragma that answers one value.
pub(crate) fn pragma<T: FromSql>(conn: &Connection, pragma: &str) -> Result<T, StoreFault> {
    Ok(conn.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0))?)
}

/// A database of its own that is never on disk.
pub(crate) fn in_memory() -> Result<Connection, StoreFault> {
    set_up();
    let conn = Connection::open_in_memory()?;
    // Nor is anything that does not fit somewhere while it works.
    set(&conn, "temp_store", 2)?;
    Ok(conn)
}

/// SQLite lets a second thread pass while the first one is still setting SQLCipher up; its key would not be taken.
fn set_up() {
    static SET_UP: OnceLock<()> = OnceLock::new();
    SET_UP.get_or_init(|| drop(Connection::open_in_memory()));
}

fn connect(path: impl AsRef<Path>, flags: OpenFlags, key: &Key) -> Result<Connection, StoreFault> {
    set_up();
    let conn = Connection::open_with_flags(path, flags)?;
    // A library without SQLCipher takes every key and writes everything in clear.
    if pragma::<String>(&conn, "cipher_version").is_err() {
        return Err(engine("this is not SQLCipher"));
    }
    // What it would print on the terminal comes to the caller as a fault anyway.
    pragma::<String>(&conn, "cipher_log_level = NONE")?;
    conn.key(None::<&str>, key.as_raw_key().as_bytes(), false)?;
    Ok(conn)
}

fn set(conn: &Connection, name: &str, value: u32) -> Result<(), StoreFault> {
    conn.pragma_update(None, name, value)?;
    if pragma::<u32>(conn, name)? == value { Ok(()) } else { Err(engine(&format!("{name} = {value} was not taken"))) }
}

fn expect(conn: &Connection, setting: &str, answer: &str) -> Result<(), StoreFault> {
    if pragma::<String>(conn, setting)? == answer { Ok(()) } else { Err(engine(&format!("{setting} was not taken"))) }
}

fn engine(what: &str) -> StoreFault {
    StoreFault::Engine { source: what.into() }
}

/// `file:///…?immutable=1`, with everything escaped that a URI reads differently.
fn immutable_uri(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let mut uri = String::from(if bytes.starts_with(b"/") { "file://" } else { "file:///" });
    for &byte in bytes {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b':' | b'-' | b'_' | b'.' => uri.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri + "?immutable=1"
}
