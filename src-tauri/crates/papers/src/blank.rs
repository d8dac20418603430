//! 备用空白表: forms without a meeting's data, for a meeting that goes on on paper.

use meeting::Meeting;
use serde::Serialize;

use crate::sheet::{Sheet, title};
use crate::{BlankForm, Witness};

/// The document model.
#[derive(Debug, Serialize)]
pub(crate) struct Blank {
    sheet: Sheet,
    title: String,
}

/// What the form is called.
pub(crate) fn name(form: BlankForm) -> &'static str {
    match form {
        BlankForm::SignIn => "签到表（空白）",
        BlankForm::Ballot => "表决票（空白）",
        BlankForm::CountSheet => "计票单（空白）",
        BlankForm::Minutes => "记录（空白）",
    }
}

/// Makes the document model.
pub(crate) fn blank(meeting: &Meeting, form: BlankForm, witness: &Witness) -> Blank {
    Blank { sheet: Sheet::new(meeting, witness, name(form)), title: title(meeting, name(form)) }
}
