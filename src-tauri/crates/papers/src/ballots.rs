//! 表决票.

use meeting::Meeting;
use serde::Serialize;

use crate::Witness;
use crate::sheet::{Sheet, title};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "表决票";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct Ballots {
    sheet: Sheet,
    title: String,
}

/// Makes the document model.
pub(crate) fn ballots(meeting: &Meeting, witness: &Witness) -> Ballots {
    Ballots { sheet: Sheet::new(meeting, witness, PAPER), title: title(meeting, PAPER) }
}
