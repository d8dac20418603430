//! The use cases: a command goes in, a receipt comes out. The one crate that knows the others.
//!
//! The contract is the same for the window, for `yiding script` and for tests: a [`Line`] goes in, an [`Answer`] comes out.
//! Refusals, stale screens and faults are three different answers and are never mixed.

mod archive;
mod clock;
mod contract;
mod desk;
mod fault;
mod heading;
mod import;
mod issue;
mod register;
mod schema;
pub mod script;
mod search;
mod session;
mod table;
mod thread;
mod watch;

pub use clock::Clock;
pub use contract::*;
pub use desk::Desk;
pub use heading::{Column, TableUse};
pub use import::{ChosenRow, Leaving, PersonRow, RosterPreview, RosterRow, RosterWish, RowChoice, RowFate, RowTrouble};
pub use meeting;
pub use papers;
pub use schema::schema;
pub use session::{Session, fonts_folder};
pub use store::{Lock, asks_for_passphrase};
pub use table::{Separator, Table, TableReading, TableSource, TableTrouble, TableView, TextEncoding};
pub use thread::DeskThread;
pub use watch::Watch;
