//! The use cases: a command goes in, a receipt comes out. The one crate that knows the others.
//!
//! The contract is the same for the window, for `yiding script` and for tests: a [`Line`] goes in, an [`Answer`] comes out.
//! Refusals, stale screens and faults are three different answers and are never mixed.

mod contract;

pub use contract::*;
