//! What a check found: where, what, why it matters, how to mend it.

use std::fmt;

use anyhow::{Result, bail};

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// A file, with its line where there is one.
    pub(crate) place: String,
    pub(crate) what: String,
    pub(crate) why: String,
    pub(crate) mend: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}\n    why:  {}\n    mend: {}", self.place, self.what, self.why, self.mend)
    }
}

/// Shows the findings and fails where there are any; `fine` is the note of a check that found nothing.
pub(crate) fn report(findings: &[Finding], fine: String) -> Result<String> {
    for finding in findings {
        println!("  {finding}");
    }
    match findings.len() {
        0 => Ok(fine),
        1 => bail!("1 finding, above"),
        many => bail!("{many} findings, above"),
    }
}
