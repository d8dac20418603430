//! 任免事项呈报表.

use meeting::Meeting;
use serde::Serialize;

use crate::Witness;
use crate::sheet::{Sheet, title};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "任免事项呈报表";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct NomineeList {
    sheet: Sheet,
    title: String,
}

/// Makes the document model.
pub(crate) fn nominee_list(meeting: &Meeting, witness: &Witness) -> NomineeList {
    NomineeList { sheet: Sheet::new(meeting, witness, PAPER), title: title(meeting, PAPER) }
}
