//! Faults: what is broken, told apart from what the committee may not do.

use std::{fmt, io};

use papers::{PaperFault, PaperKind};
use store::StoreFault;

use crate::{Fault, FaultCode, PaperTrouble};

impl Fault {
    pub(crate) fn new(code: FaultCode, detail: &str) -> Self {
        Self { code, detail: detail.to_owned(), safe: None, paper: None }
    }

    /// A line that is not of the contract.
    pub fn malformed(detail: &str) -> Self {
        Self::new(FaultCode::Malformed, detail)
    }

    /// The program itself failed.
    pub fn internal(detail: &str) -> Self {
        Self::new(FaultCode::Internal, detail)
    }

    /// The same, with the paper that it befell.
    #[must_use]
    pub(crate) fn of_paper(mut self, paper: &PaperKind) -> Self {
        if self.code == FaultCode::Paper {
            let nowhere =
                || Box::new(PaperTrouble { paper: None, character: None, place: String::new(), near: String::new() });
            self.paper.get_or_insert_with(nowhere).paper = Some(paper.clone());
        }
        self
    }

    pub(crate) fn not_found(what: &str) -> Self {
        Self::new(FaultCode::NotFound, &format!("{what} is not there"))
    }

    /// Trouble with a file.
    pub fn io(error: &io::Error) -> Self {
        let code = match error.kind() {
            io::ErrorKind::NotFound => FaultCode::NotFound,
            io::ErrorKind::AlreadyExists => FaultCode::Exists,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FaultCode::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => FaultCode::ReadOnly,
            _ => FaultCode::Io,
        };
        Self::new(code, &error.to_string())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)
    }
}

impl From<PaperFault> for Fault {
    fn from(fault: PaperFault) -> Self {
        let mut told = Self::new(FaultCode::Paper, &fault.to_string());
        if let PaperFault::NoGlyph { character, place, near } = fault {
            let character = Some(character.to_string());
            told.paper = Some(Box::new(PaperTrouble { paper: None, character, place, near }));
        }
        told
    }
}

impl From<StoreFault> for Fault {
    fn from(fault: StoreFault) -> Self {
        let code = match &fault {
            StoreFault::Missing { .. } => FaultCode::Missing,
            StoreFault::Exists { .. } => FaultCode::Exists,
            StoreFault::NotAStore { .. } => FaultCode::NotAStore,
            StoreFault::NewerVersion { .. } => FaultCode::NewerVersion,
            StoreFault::InUse => FaultCode::InUse,
            StoreFault::WrongPassphrase | StoreFault::NoPassphraseSet => FaultCode::WrongPassphrase,
            StoreFault::PassphraseNeeded => FaultCode::PassphraseNeeded,
            StoreFault::PassphraseTooShort { .. } => FaultCode::PassphraseTooShort,
            StoreFault::KeyFileMissing { .. } => FaultCode::KeyFileMissing,
            StoreFault::KeyFileDamaged { .. } => FaultCode::KeyFileDamaged,
            StoreFault::Damaged { .. } => FaultCode::Damaged,
            StoreFault::BrokenChain(_) => FaultCode::BrokenChain,
            StoreFault::DiskFull => FaultCode::DiskFull,
            StoreFault::Denied { .. } => FaultCode::ReadOnly,
            StoreFault::Io { .. } => FaultCode::Io,
            // A head that moved is answered as stale before it comes here.
            StoreFault::Moved { .. } | StoreFault::Engine { .. } => FaultCode::Internal,
        };
        Self::new(code, &fault.to_string())
    }
}
