//! 纪要.

use meeting::Meeting;
use serde::Serialize;

use crate::Witness;
use crate::sheet::{Sheet, title};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "纪要";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct Summary {
    sheet: Sheet,
    title: String,
}

/// Makes the document model.
pub(crate) fn summary(meeting: &Meeting, witness: &Witness) -> Summary {
    Summary { sheet: Sheet::new(meeting, witness, PAPER), title: title(meeting, PAPER) }
}
