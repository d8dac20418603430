//! What happened to one matter, in order: rounds of discussion and vote, and the motions to reconsider between them.

use meeting::{
    Ballot, BallotOpening, Deliberation, EntryNo, MatterRecord, MemberId, Motion, Outcome, Stage, Stamp, Verdict,
};

/// Never begun or not ended, so behind everything that was.
pub(crate) const LAST: EntryNo = EntryNo(u32::MAX);

/// A discussion with its vote.
pub(crate) struct Round<'a> {
    pub(crate) said: &'a Deliberation,
    /// The vote, while it is open.
    pub(crate) open: Option<(&'a BallotOpening, &'a Ballot)>,
    pub(crate) verdict: Option<&'a Verdict>,
    pub(crate) announced: Option<(Stamp, MemberId)>,
    /// 复议 was agreed to: another round follows.
    pub(crate) past: bool,
}

/// A round, or a motion to reconsider.
pub(crate) enum Step<'a> {
    Round(Round<'a>),
    Motion(&'a Motion),
}

impl Step<'_> {
    pub(crate) fn began(&self) -> EntryNo {
        match self {
            Self::Round(round) => round.said.taken_up.entry,
            Self::Motion(motion) => motion.stamp.entry,
        }
    }

    /// The entry that settled it.
    pub(crate) fn settled(&self) -> EntryNo {
        match self {
            Self::Round(round) => round.verdict.map_or(LAST, |verdict| settling(verdict).entry),
            Self::Motion(motion) => motion.ended().map_or(LAST, |stamp| stamp.entry),
        }
    }

    pub(crate) fn covers(&self, entry: EntryNo) -> bool {
        (self.began()..=self.settled()).contains(&entry)
    }
}

/// The steps of a matter in the order of the record.
pub(crate) fn steps(matter: &MatterRecord) -> Vec<Step<'_>> {
    let past = matter.past.iter().map(|past| {
        let announced = Some((past.announced, past.chair));
        Step::Round(Round { said: &past.said, open: None, verdict: Some(&past.verdict), announced, past: true })
    });
    let mut steps: Vec<Step<'_>> = past.chain(matter.motions.iter().map(Step::Motion)).collect();
    let mut stage = &matter.stage;
    if let Stage::Reconsidering(motion, from) = stage {
        steps.push(Step::Motion(motion));
        stage = from;
    }
    let round = |said, open, verdict, announced| Step::Round(Round { said, open, verdict, announced, past: false });
    match stage {
        Stage::Waiting | Stage::Reconsidering(..) => {}
        Stage::Discussing(said) => steps.push(round(said, None, None, None)),
        Stage::Voting(said, opening, ballot) => steps.push(round(said, Some((opening, ballot)), None, None)),
        Stage::Settled(said, verdict) => steps.push(round(said, None, Some(verdict), None)),
        Stage::Announced(said, verdict, stamp, chair) => {
            steps.push(round(said, None, Some(verdict), Some((*stamp, *chair))));
        }
    }
    steps.sort_by_key(Step::began);
    steps
}

/// The entry that settled a matter.
pub(crate) fn settling(verdict: &Verdict) -> Stamp {
    match verdict {
        Verdict::ByName { stamp, .. } | Verdict::Secret { stamp, .. } | Verdict::SetAside { stamp, .. } => *stamp,
    }
}

/// Whether a motion was agreed to; `None` while it is voted on.
pub(crate) fn agreed(motion: &Motion) -> Option<bool> {
    motion.result.map(|result| result.outcome == Outcome::Carried)
}
