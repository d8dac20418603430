//! 签到表.

use meeting::Meeting;
use serde::Serialize;

use crate::Witness;
use crate::sheet::{Sheet, title};

/// After 会议 in the titles.
pub(crate) const PAPER: &str = "签到表";

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct SignIn {
    sheet: Sheet,
    title: String,
}

/// Makes the document model.
pub(crate) fn sign_in(meeting: &Meeting, witness: &Witness) -> SignIn {
    SignIn { sheet: Sheet::new(meeting, witness, PAPER), title: title(meeting, PAPER) }
}
