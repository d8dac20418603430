//! 议定事项通知: what was decided on one item, for the unit that it concerns.

use meeting::Meeting;
use serde::Serialize;

use crate::sheet::{Sheet, title};
use crate::{ExtractOf, Witness};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "议定事项通知";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct Extract {
    sheet: Sheet,
    title: String,
}

/// Makes the document model.
pub(crate) fn extract(meeting: &Meeting, of: &ExtractOf, witness: &Witness) -> Extract {
    let _ = of;
    Extract { sheet: Sheet::new(meeting, witness, PAPER), title: title(meeting, PAPER) }
}
