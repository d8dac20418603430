//! 更正清单.

use meeting::Meeting;
use serde::Serialize;

use crate::Witness;
use crate::sheet::{Sheet, title};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "更正清单";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct Corrections {
    sheet: Sheet,
    title: String,
}

/// Makes the document model.
pub(crate) fn corrections(meeting: &Meeting, witness: &Witness) -> Corrections {
    Corrections { sheet: Sheet::new(meeting, witness, PAPER), title: title(meeting, PAPER) }
}
