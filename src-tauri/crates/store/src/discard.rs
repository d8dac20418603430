//! Throwing the sample away.

use std::path::Path;

use crate::durable::{beside, discard};
use crate::lock::Held;
use crate::{Store, StoreFault, asks_for_passphrase};

impl Store {
    /// Throws a store away that has no passphrase: the sample. One that is not there is already gone.
    ///
    /// # Errors
    /// [`StoreFault::PassphraseNeeded`] for a store with a passphrase, which no function throws away; [`StoreFault::InUse`];
    /// faults of the key file.
    pub fn discard(path: &Path) -> Result<(), StoreFault> {
        match asks_for_passphrase(path) {
            Ok(false) => {}
            Ok(true) => return Err(StoreFault::PassphraseNeeded),
            Err(StoreFault::KeyFileMissing { .. }) if !path.exists() => return Ok(()),
            Err(fault) => return Err(fault),
        }
        let held = Held::take(path)?;
        for suffix in ["-wal", "-journal", "-shm", "", ".key"] {
            discard(&beside(path, suffix));
        }
        drop(held);
        Ok(())
    }
}
