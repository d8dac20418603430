//! The store: one encrypted file that only grows. All SQL of the product is in this crate.
//!
//! Around a store `committee.yiding` lie
//!
//! | file | what | when |
//! |---|---|---|
//! | `committee.yiding` | the record and the drafts, SQLCipher | always |
//! | `committee.yiding.key` | the key, wrapped with the passphrase; without it the record is lost | always |
//! | `committee.yiding.lock` | empty; locked while the store is open | since it was first opened there |
//! | `committee.yiding-wal` | what is recorded and not yet moved into the file; part of the record | while open, and after a crash |
//! | `committee.yiding.before-v2` | copy made before an upgrade, with its own `.key` | after an upgrade |
//!
//! What must not happen, and what prevents it:
//!
//! - *An acknowledged entry is lost.* [`Store::append`] returns after a COMMIT with `synchronous=FULL`.
//! - *A recorded entry changes.* There is no function for it, triggers refuse it, and [`Store::replay`] finds it.
//! - *Two programs write.* A lock file, and SQLite's own exclusive lock behind it.
//! - *A wrong passphrase, a foreign file or a newer one is touched.* They are told apart before anything is opened for writing.
//! - *The key is lost half-way.* Key files are written beside, synced and renamed; a new store's key is on disk before the store.

mod backup;
mod connection;
mod discard;
mod drafts;
mod durable;
mod examine;
mod fault;
mod key;
mod key_file;
mod lock;
mod migrate;
mod open;
mod record;
mod search;
#[cfg(test)]
mod tests;
mod wrap;

pub use drafts::Draft;
pub use fault::{KeyFileFlaw, StoreFault};
pub use key_file::{LEAST_PASSPHRASE, asks_for_passphrase, change_passphrase};
pub use open::{Lock, Store};
pub use search::{SearchIndex, occurrences};
