//! 所用规则.

use meeting::Meeting;
use serde::Serialize;

use crate::Witness;
use crate::sheet::{Sheet, title};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "所用规则";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct Settings {
    sheet: Sheet,
    title: String,
}

/// Makes the document model.
pub(crate) fn settings(meeting: &Meeting, witness: &Witness) -> Settings {
    Settings { sheet: Sheet::new(meeting, witness, PAPER), title: title(meeting, PAPER) }
}
