//! An entry, and how it is linked to the last.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Hash;

/// Separates these hashes from every other use of SHA-256. A new layout of the hashed bytes needs a new tag.
const ENTRY_TAG: &[u8] = b"yiding.ledger.v1\0";
const GENESIS_TAG: &[u8] = b"yiding.ledger.genesis.v1\0";

/// The number of an entry: 1, 2, 3 … without a gap. 0 stands only in a [`Head`] and means "nothing recorded yet".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryNo(pub u32);

impl EntryNo {
    /// The number that follows. It stops at the largest one instead of starting over: a repeated number is refused by the
    /// chain and by the store, a second number 1 would not be.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for EntryNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where the record ends: the number and the hash of the last entry. The next entry links to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Number of the last entry, 0 when nothing is recorded yet.
    pub no: EntryNo,
    /// Hash of the last entry, or the genesis value.
    pub hash: Hash,
}

impl Head {
    /// The head of an empty record. Its hash is the SHA-256 of a fixed tag, so that the first entry links to something that
    /// only this kind of record has.
    #[must_use]
    pub fn genesis() -> Self {
        Self { no: EntryNo(0), hash: Hash::from(<[u8; 32]>::from(Sha256::digest(GENESIS_TAG))) }
    }
}

/// What is handed in to be recorded. Its bytes are never rewritten: the bytes stored are the bytes hashed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// What kind of thing this is; says how to read the body.
    pub kind: String,
    /// The content.
    pub body: Vec<u8>,
}

/// One recorded entry, as it stands in the file.
///
/// The fields are open because a reader fills them with whatever the file holds. That they are true is shown by
/// [`Chain`](crate::Chain), never by the type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub no: EntryNo,
    /// When it was recorded: RFC 3339, exactly as handed in.
    pub at: String,
    /// What it belongs to (a meeting, the roster …).
    pub stream: String,
    /// What kind of thing this is.
    pub kind: String,
    /// The content.
    pub body: Vec<u8>,
    /// Hash of the entry before it.
    pub prev: Hash,
    /// Hash of this entry, over all of the above.
    pub hash: Hash,
}

impl Entry {
    /// Makes the entry that follows `head`.
    #[must_use]
    pub fn link(head: &Head, at: &str, stream: &str, new: NewEntry) -> Self {
        let mut entry = Self {
            no: head.no.next(),
            at: at.to_owned(),
            stream: stream.to_owned(),
            kind: new.kind,
            body: new.body,
            prev: head.hash,
            hash: head.hash,
        };
        entry.hash = entry.computed_hash();
        entry
    }

    /// The hash that the other fields give. In a sound entry it equals `hash`.
    #[must_use]
    pub fn computed_hash(&self) -> Hash {
        let mut sha = Sha256::new();
        sha.update(ENTRY_TAG);
        sha.update(self.prev.as_bytes());
        sha.update(u64::from(self.no.0).to_le_bytes());
        for field in [self.at.as_bytes(), self.stream.as_bytes(), self.kind.as_bytes(), &self.body] {
            // The length goes first: without it, moving a byte from the end of one field to the start of the next would
            // leave the hash as it was.
            sha.update((field.len() as u64).to_le_bytes());
            sha.update(field);
        }
        Hash::from(<[u8; 32]>::from(sha.finalize()))
    }

    /// The head of a record that ends with this entry.
    #[must_use]
    pub const fn head(&self) -> Head {
        Head { no: self.no, hash: self.hash }
    }
}
