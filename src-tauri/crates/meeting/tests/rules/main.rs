//! The rules in their own words: given what was recorded, when this is asked, then these events or this refusal, exactly.
//!
//! A test that holds a rule begins with its id: `hy07_refuses_…`, `s01_accepts_…`, `lc01_warns_…`; `cargo xtask check` names
//! the rules that no test holds.

mod backfill;
mod calling;
mod preparation;
mod presence;
mod presets;
mod quorum;
mod reconsideration;
mod record;
mod recusal;
mod room;
mod secrecy;
mod secret;
mod speaking;
mod steps;
mod voices;
mod votes;
mod warnings;
