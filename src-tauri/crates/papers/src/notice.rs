//! 会议通知.

use meeting::Meeting;
use serde::Serialize;

use crate::Witness;
use crate::sheet::{Sheet, title};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "会议通知";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct Notice {
    sheet: Sheet,
    title: String,
}

/// Makes the document model.
pub(crate) fn notice(meeting: &Meeting, witness: &Witness) -> Notice {
    Notice { sheet: Sheet::new(meeting, witness, PAPER), title: title(meeting, PAPER) }
}
