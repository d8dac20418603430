//! Why the store could not do what was asked.

use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};

use ledger::{Broken, Head};
use rusqlite::ErrorCode;

/// Why the store could not do what was asked.
///
/// Callers choose what to say by variant or by [`code`](Self::code). The texts are for the log.
#[derive(Debug, thiserror::Error)]
pub enum StoreFault {
    /// There is no store at this path.
    #[error("there is no store at {}", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Something is there already and is not overwritten.
    #[error("{} exists and is not overwritten", path.display())]
    Exists {
        /// What is in the way.
        path: PathBuf,
    },
    /// The file is of another kind or another program.
    #[error("{} is not a store", path.display())]
    NotAStore {
        /// The file.
        path: PathBuf,
    },
    /// A newer version of the program wrote this. It was left as it is.
    #[error("written by a newer version (format {found}, this program knows up to {known})")]
    NewerVersion {
        /// The format found.
        found: u32,
        /// The newest format this program knows.
        known: u32,
    },
    /// Another window or program has the store open.
    #[error("the store is open elsewhere")]
    InUse,
    /// The passphrase does not open the key file.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// A passphrase is needed and none was given.
    #[error("a passphrase is needed")]
    PassphraseNeeded,
    /// A passphrase was given for a store that has none. Refused, so that nobody takes an open file for a locked one.
    #[error("the store has no passphrase")]
    NoPassphraseSet,
    /// The new passphrase is too short.
    #[error("the passphrase has {found} characters, {least} are needed")]
    PassphraseTooShort {
        /// Characters given.
        found: usize,
        /// Characters needed.
        least: usize,
    },
    /// The key file is not where it should be. Without it the record cannot be read.
    #[error("the key file {} is missing", path.display())]
    KeyFileMissing {
        /// Where it should be.
        path: PathBuf,
    },
    /// The key file cannot be used. A copy of it from a backup can.
    #[error("the key file {} is damaged: {flaw}", path.display())]
    KeyFileDamaged {
        /// The key file.
        path: PathBuf,
        /// What is wrong with it.
        flaw: KeyFileFlaw,
    },
    /// The key is right, but the file holds unreadable or altered pages.
    #[error("the file is damaged: {}", findings.join("; "))]
    Damaged {
        /// What was found, for the log.
        findings: Vec<String>,
    },
    /// The record is not what was recorded. The entries before the named one are sound.
    #[error(transparent)]
    BrokenChain(#[from] Broken),
    /// The record has moved on since the caller looked. Nothing was written.
    #[error("expected head {}, found {}", expected.no, found.no)]
    Moved {
        /// The head that the caller knew.
        expected: Head,
        /// The head that is there.
        found: Head,
    },
    /// No space left. Nothing was written.
    #[error("the disk is full")]
    DiskFull,
    /// The system does not allow it: permissions, or a write-protected medium.
    #[error("the system does not allow it{}", at(path.as_ref()))]
    Denied {
        /// Where, if known.
        path: Option<PathBuf>,
    },
    /// Reading or writing failed.
    #[error("reading or writing failed{}", at(path.as_ref()))]
    Io {
        /// Where, if known.
        path: Option<PathBuf>,
        /// What the system said.
        source: io::Error,
    },
    /// One of the libraries below failed in a way that has no name here: a mistake in this program, or no memory left.
    #[error("the engine failed")]
    Engine {
        /// What it said.
        source: Box<dyn Error + Send + Sync>,
    },
}

/// What is wrong with a key file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileFlaw {
    /// It is not the text that this program writes.
    #[error("not readable as a key file")]
    Unreadable,
    /// Its check value does not fit: bytes were changed or lost.
    #[error("its check value does not fit")]
    Check,
    /// It names an algorithm that this program does not have.
    #[error("unknown algorithm")]
    Algorithm,
    /// It asks for more memory or time than any key file of this program.
    #[error("it asks for too much memory or time")]
    Cost,
    /// It holds the key of another store.
    #[error("it holds the key of another store")]
    OtherStore,
    /// A value has the wrong length.
    #[error("a value has the wrong length")]
    Length,
}

impl StoreFault {
    /// The machine word for this fault. Never changes: the words for people hang on it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "missing",
            Self::Exists { .. } => "exists",
            Self::NotAStore { .. } => "not-a-store",
            Self::NewerVersion { .. } => "newer-version",
            Self::InUse => "in-use",
            Self::WrongPassphrase => "wrong-passphrase",
            Self::PassphraseNeeded => "passphrase-needed",
            Self::NoPassphraseSet => "no-passphrase-set",
            Self::PassphraseTooShort { .. } => "passphrase-too-short",
            Self::KeyFileMissing { .. } => "key-file-missing",
            Self::KeyFileDamaged { .. } => "key-file-damaged",
            Self::Damaged { .. } => "damaged",
            Self::BrokenChain(_) => "broken-chain",
            Self::Moved { .. } => "moved",
            Self::DiskFull => "disk-full",
            Self::Denied { .. } => "denied",
            Self::Io { .. } => "io",
            Self::Engine { .. } => "engine",
        }
    }

    /// Names the place where the system refused something. For `map_err`.
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = Some(path.to_owned());
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Denied { path },
            _ => Self::Io { path, source },
        }
    }

    pub(crate) fn damaged(finding: impl Into<String>) -> Self {
        Self::Damaged { findings: vec![finding.into()] }
    }
}

impl From<serde_json::Error> for StoreFault {
    fn from(error: serde_json::Error) -> Self {
        Self::Engine { source: Box::new(error) }
    }
}

impl From<rusqlite::Error> for StoreFault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, Utf8Error};
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            // The passphrase has been proved by the key file before any page is read, so an unreadable page is damage.
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::damaged(error.to_string()),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::Denied { path: None },
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => {
                Self::Io { path: None, source: io::Error::other(error) }
            }
            _ => match error {
                FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..) | Utf8Error(..) => {
                    Self::damaged(error.to_string())
                }
                _ => Self::Engine { source: Box::new(error) },
            },
        }
    }
}

fn at(path: Option<&PathBuf>) -> String {
    path.map(|path| format!(" ({})", path.display())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    #[test]
    fn what_the_system_says_gets_its_word() {
        for (kind, code) in [
            (io::ErrorKind::StorageFull, "disk-full"),
            (io::ErrorKind::QuotaExceeded, "disk-full"),
            (io::ErrorKind::PermissionDenied, "denied"),
            (io::ErrorKind::ReadOnlyFilesystem, "denied"),
            (io::ErrorKind::NotFound, "io"),
        ] {
            assert_eq!(StoreFault::io(Path::new("x"))(kind.into()).code(), code, "{kind}");
        }
    }

    #[test]
    fn what_the_database_says_gets_its_word() {
        for (sqlite, code) in [
            (ffi::SQLITE_FULL, "disk-full"),
            (ffi::SQLITE_NOTADB, "damaged"),
            (ffi::SQLITE_CORRUPT_INDEX, "damaged"),
            (ffi::SQLITE_BUSY_SNAPSHOT, "in-use"),
            (ffi::SQLITE_LOCKED, "in-use"),
            (ffi::SQLITE_READONLY_DBMOVED, "denied"),
            (ffi::SQLITE_IOERR_FSYNC, "io"),
            (ffi::SQLITE_CANTOPEN, "io"),
            (ffi::SQLITE_CONSTRAINT_TRIGGER, "engine"),
        ] {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(sqlite), None);
            assert_eq!(StoreFault::from(error).code(), code, "{sqlite}");
        }
    }
}
