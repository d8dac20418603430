//! 会议议程.

use meeting::Meeting;
use serde::Serialize;

use crate::Witness;
use crate::sheet::{Sheet, title};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "会议议程";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct AgendaPaper {
    sheet: Sheet,
    title: String,
}

/// Makes the document model.
pub(crate) fn agenda(meeting: &Meeting, witness: &Witness) -> AgendaPaper {
    AgendaPaper { sheet: Sheet::new(meeting, witness, PAPER), title: title(meeting, PAPER) }
}
