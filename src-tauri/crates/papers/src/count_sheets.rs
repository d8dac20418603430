//! 计票单.

use meeting::Meeting;
use serde::Serialize;

use crate::Witness;
use crate::sheet::{Sheet, title};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "计票单";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct CountSheets {
    sheet: Sheet,
    title: String,
}

/// Makes the document model.
pub(crate) fn count_sheets(meeting: &Meeting, witness: &Witness) -> CountSheets {
    CountSheets { sheet: Sheet::new(meeting, witness, PAPER), title: title(meeting, PAPER) }
}
