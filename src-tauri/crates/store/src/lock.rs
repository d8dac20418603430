//! One program at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::StoreFault;
use crate::durable::{beside, discard};

/// The lock on a store, held until dropped. The system releases it when the program dies, however it dies.
///
/// A file of its own is locked, not the store: closing any handle on a database file would silently drop SQLite's locks on it.
#[derive(Debug)]
pub(crate) struct Held {
    file: File,
    path: PathBuf,
    made: bool,
}

impl Held {
    /// Takes the lock of the store at `store`.
    ///
    /// # Errors
    /// [`StoreFault::InUse`] when someone else holds it.
    pub(crate) fn take(store: &Path) -> Result<Self, StoreFault> {
        let path = beside(store, ".lock");
        loop {
            let (file, made) = open(&path).map_err(StoreFault::io(&path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(StoreFault::InUse),
                Err(TryLockError::Error(error)) => return Err(StoreFault::io(&path)(error)),
            }
            // Between opening and locking, a failed opening elsewhere may have removed the file (see `undo`). A lock on a
            // removed file keeps nobody out.
            if is_still_at(&file, &path).map_err(StoreFault::io(&path))? {
                return Ok(Self { file, path, made });
            }
        }
    }

    /// Gives the lock back after a failed opening, and removes the lock file if it was not there before.
    pub(crate) fn undo(self) {
        if self.made {
            discard(&self.path);
        }
    }
}

impl Drop for Held {
    /// Closing alone would not release it while a process that was just started still has a copy of the handle.
    fn drop(&mut self) {
        self.file.unlock().ok();
    }
}

fn open(path: &Path) -> io::Result<(File, bool)> {
    loop {
        let made = OpenOptions::new().write(true).create_new(true).open(path);
        match made {
            Ok(file) => return Ok((file, true)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
        match OpenOptions::new().write(true).open(path) {
            Ok(file) => return Ok((file, false)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let locked = file.metadata()?;
    match std::fs::metadata(path) {
        Ok(there) => Ok((locked.dev(), locked.ino()) == (there.dev(), there.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn is_still_at(_file: &File, path: &Path) -> io::Result<bool> {
    path.try_exists()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn a_copy_of_the_handle_does_not_keep_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        let held = Held::take(&store).unwrap();
        let _inherited = held.file.try_clone().unwrap();
        assert!(matches!(Held::take(&store), Err(StoreFault::InUse)));
        drop(held);
        Held::take(&store).unwrap();
    }

    /// Half of the holders remove the lock file when they leave, in the middle of the others' attempts.
    #[test]
    fn never_two_hold_it_even_while_the_file_comes_and_goes() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        let (inside, entered) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let (store, inside, entered) = (&store, &inside, &entered);
                scope.spawn(move || {
                    for _ in 0..2000 {
                        let Ok(held) = Held::take(store) else { continue };
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0, "two at once");
                        entered.fetch_add(1, Ordering::SeqCst);
                        std::thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                        if thread % 2 == 0 {
                            held.undo();
                        }
                    }
                });
            }
        });
        assert!(entered.into_inner() > 100);
    }
}
