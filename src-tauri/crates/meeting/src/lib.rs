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
mod refusal;
mod rulebook;
pub mod rules;
mod state;
mod tally;
mod view;

pub use basics::{Count, Date, EntryNo, ItemId, MeetingId, MemberId, Moment, NomineeId, ObserverId};
pub use call::{
    Agenda, AgendaItem, ChangeKind, ItemDraft, Matter, MatterDraft, MeetingCall, MeetingNumber, Nominee, NomineeDraft,
    Observer, ObserverDraft, Recorder, call,
};
pub use command::MeetingCommand;
pub use committee::{Committee, CommitteeCommand, CommitteeEvent, Member, Role};
pub use decide::decide;
pub use event::{Called, Event, Recorded};
pub use refusal::{Because, Named, Refusal, Text};
pub use rulebook::{Preset, Rulebook, Share};
pub use rules::{Article, Grade, Rule, RuleId};
pub use state::{
    Attendance, Ballot, BallotOpening, Closing, Correction, Deliberation, Introduction, ItemRecord, ItemState,
    MatterRecord, Meeting, Movement, MovementKind, NamedVote, Phase, Remark, Seat, Stage, Stamp, Statement, Verdict,
};
pub use tally::{Choice, OpenMethod, Outcome, Person, Quorum, SecretCount, Stance, Tally, VoteMethod};
pub use view::{
    Advice, AttendanceView, BallotView, Doors, FloorView, ItemView, MeetingView, MemberRow, NomineeView, PhaseName,
    SeatView, StageName, StanceCount,
};
