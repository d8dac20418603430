//! The rules of a standing-committee meeting, pure.
//!
//! [`decide`] answers a command with events or with a [`Refusal`]; [`Meeting::evolve`] folds events into state and cannot
//! fail. Nothing here reads a clock, a file or a random number: time is handed in as [`Moment`]. Every refusal names its
//! rule (see [`rules`]) and carries the facts that explain it, never a sentence: sentences live where they are read.
//!
//! The same types are the wire: what a script writes, what the window sends and what the ledger keeps.

mod basics;
mod call;
mod command;
mod committee;
mod decide;
mod event;
mod preparation;
mod projector;
mod refusal;
mod rulebook;
pub mod rules;
mod state;
mod strokes;
mod tally;
mod view;
mod warning;

pub use basics::{Count, Date, EntryNo, ItemId, MeetingId, MemberId, Moment, NomineeId, ObserverId};
pub use call::{
    Agenda, AgendaItem, BackFilling, ChangeKind, ItemDraft, Matter, MatterDraft, MeetingCall, MeetingNumber, Nominee,
    NomineeDraft, NomineeProfile, Observer, ObserverDraft, OtherMeeting, Recorder, amend, call,
};
pub use command::MeetingCommand;
pub use committee::{
    AgendaTemplate, COLUMNS, Committee, CommitteeCommand, CommitteeEvent, Member, ROWS, Role, SeatPlace,
};
pub use decide::decide;
pub use event::{Called, Event, Recorded};
pub use preparation::{IntroductionPoint, PreparationMark, PreparationStep, Relation, StepState};
pub use projector::{ProjectedNominee, ProjectedState, ProjectedStep, Projection};
pub use refusal::{Because, Named, Refusal, Text};
pub use rulebook::{FullAttendance, LastSpeaker, MajorityOf, Preset, RecusalBase, Rulebook, Share};
pub use rules::{Article, ArticleCorrection, Backing, Grade, Rule, RuleId, RuleState, RuleView};
pub use state::{
    Attendance, Ballot, BallotEnd, BallotOpening, Closing, Correction, Deliberation, EndedBallot, Introduction,
    ItemRecord, ItemState, MatterRecord, Meeting, Motion, MotionResult, Movement, MovementKind, NamedVote,
    PastDecision, Phase, Postponement, Recusal, Remark, Seat, Stage, Stamp, Statement, Verdict, Violation,
    VoteRevision, WrittenOpinion,
};
pub use strokes::{NameOrder, NamesOrdered, order_of_names};
pub use tally::{
    Attendant, Choice, CountField, CountSheet, Mark, OpenMethod, Outcome, Person, Quorum, Reading, SecretCount, Stance,
    Tally, VoteMethod,
};
pub use view::{
    AttendanceView, BallotView, Doors, FloorView, ItemView, MeetingView, MemberRow, NomineeView, PhaseName, SeatView,
    StageName, StanceCount, WarningView,
};
pub use warning::{Acknowledgement, Warning};
