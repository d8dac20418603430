//! The record: numbered entries, each sealed to the one before it.
//!
//! Pure: no clock, no file, no SQL. What is written here can be proved later with nothing but these few hundred lines and
//! SHA-256, so the proof needs neither the database nor the rules.
//!
//! ```text
//! genesis ──► entry 1 ──► entry 2 ──► … ──► entry n = head
//!             hash = SHA-256(tag ‖ prev ‖ no ‖ at ‖ stream ‖ kind ‖ body), every field behind its length
//! ```
//!
//! What the chain shows: that no byte of any entry up to the head was changed, left out or moved. What it cannot show: that
//! the last entries were cut off, or that someone who owns the file rebuilt all of it. Only a [`Fingerprint`] printed on paper
//! and kept elsewhere shows that.

mod chain;
mod entry;
mod fingerprint;
mod hash;

pub use chain::{Broken, Chain, What};
pub use entry::{Entry, EntryNo, Head, NewEntry};
pub use fingerprint::{Fingerprint, FingerprintFault};
pub use hash::{Hash, NotAHash};
