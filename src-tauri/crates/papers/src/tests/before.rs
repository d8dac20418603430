//! The papers before the meeting, and the blank forms.

use super::*;

const KINDS: [(&str, PaperKind); 9] = [
    ("notice", PaperKind::Notice),
    ("agenda", PaperKind::Agenda),
    ("sign-in", PaperKind::SignIn),
    ("nominee-list", PaperKind::NomineeList),
    ("ballots", PaperKind::Ballots),
    ("blank-sign-in", PaperKind::Blank(BlankForm::SignIn)),
    ("blank-ballot", PaperKind::Blank(BlankForm::Ballot)),
    ("blank-count-sheet", PaperKind::Blank(BlankForm::CountSheet)),
    ("blank-minutes", PaperKind::Blank(BlankForm::Minutes)),
];

impl Room {
    fn prints(&self, kind: &PaperKind) -> Paper {
        Paper::lay_out(kind, &self.meeting, &self.witness(), &fonts()).expect("laid out")
    }
}

#[test]
fn look() {
    for (name, kind) in KINDS {
        keep(name, &sample().prints(&kind));
    }
}
