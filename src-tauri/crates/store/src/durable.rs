//! Files that are whole after a power cut: either the old one, the new one, or none.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::StoreFault;

/// The file beside `path` whose name has `suffix` added.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

/// A name beside `path` that nothing else uses. Random, so that two writers never share one, and so that what a crash left
/// behind is never in the way.
pub(crate) fn scratch(path: &Path) -> Result<PathBuf, StoreFault> {
    let mut random = [0; 8];
    fill_random(&mut random).map_err(StoreFault::io(path))?;
    Ok(beside(path, &format!(".tmp-{:016x}", u64::from_le_bytes(random))))
}

pub(crate) fn fill_random(bytes: &mut [u8]) -> io::Result<()> {
    getrandom::fill(bytes).map_err(|error| io::Error::other(error.to_string()))
}

/// Makes a new file that only its owner may read.
///
/// # Errors
/// [`StoreFault::Exists`] when it is there already.
pub(crate) fn create_private(path: &Path) -> Result<File, StoreFault> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => StoreFault::Exists { path: path.to_owned() },
        _ => StoreFault::io(path)(error),
    })
}

/// Puts `bytes` at `path`, replacing what is there, durably: when this returns, they survive a power cut.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<(), StoreFault> {
    let scratch = scratch(path)?;
    let written = create_private(&scratch)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()).map_err(StoreFault::io(&scratch)));
    let put = written.and_then(|()| rename(&scratch, path));
    if put.is_err() {
        discard(&scratch);
    }
    put
}

/// Renames a synced file over `to` and makes the new name durable.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), StoreFault> {
    std::fs::rename(from, to).map_err(StoreFault::io(to))?;
    sync_folder_of(to)
}

/// Makes names that were added to or removed from the file's folder durable.
pub(crate) fn sync_folder_of(path: &Path) -> Result<(), StoreFault> {
    // Windows has no such call, and orders these changes itself.
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(StoreFault::io(folder))?;
    }
    #[cfg(not(unix))]
    let _unused = path;
    Ok(())
}

/// Removes a file of ours while another fault is already on its way to the caller: that one is worth telling, not this one.
pub(crate) fn discard(path: &Path) {
    drop(std::fs::remove_file(path));
}
