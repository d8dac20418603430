//! The chain: each entry is held to the one before it.

use crate::{Entry, EntryNo, Head};

/// Checks entries one after another, from the first.
///
/// Hand it the entries in the order in which the file holds them. Any byte changed in any field is reported with the number
/// of the entry that should stand at that position, even when the changed byte is the number itself.
///
/// ```
/// use ledger::{Chain, Entry, Head, NewEntry};
/// let new = NewEntry { kind: "opened".into(), body: b"{}".to_vec() };
/// let mut first = Entry::link(&Head::genesis(), "2026-11-24T09:00:00+08:00", "meeting-1", new);
/// assert!(Chain::begin().accept(&first).is_ok());
/// first.body = b"[]".to_vec();
/// assert_eq!(Chain::begin().accept(&first).unwrap_err().no, first.no);
/// ```
#[derive(Clone, Debug)]
pub struct Chain {
    head: Head,
}

/// The first place where the record is not what was recorded. All entries before `no` are sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the record is broken at entry {no}: {what}")]
pub struct Broken {
    /// The number of the entry that should stand there.
    pub no: EntryNo,
    /// What is wrong with it.
    pub what: What,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// Another number stands there: entries are missing, doubled or moved.
    #[error("another number stands there")]
    Gap,
    /// It does not link to the entry before it.
    #[error("it does not link to the entry before it")]
    Link,
    /// Its content does not give its hash.
    #[error("its content does not give its hash")]
    Hash,
}

impl Chain {
    /// Nothing checked yet.
    #[must_use]
    pub fn begin() -> Self {
        Self { head: Head::genesis() }
    }

    /// Checks the next entry.
    ///
    /// # Errors
    /// [`Broken`] when it is not the entry that was recorded there. The chain then stays where it was: what follows proves
    /// nothing, so stop.
    pub fn accept(&mut self, entry: &Entry) -> Result<(), Broken> {
        let no = self.awaits();
        let what = if entry.no != no {
            What::Gap
        } else if entry.prev != self.head.hash {
            What::Link
        } else if entry.hash != entry.computed_hash() {
            What::Hash
        } else {
            self.head = entry.head();
            return Ok(());
        };
        Err(Broken { no, what })
    }

    /// The number of the entry that comes next.
    #[must_use]
    pub const fn awaits(&self) -> EntryNo {
        self.head.no.next()
    }

    /// The last entry that was found sound.
    #[must_use]
    pub const fn head(&self) -> Head {
        self.head
    }
}
