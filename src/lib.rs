//! chancery reads news articles and keeps the diplomatic record: what happened, when, between whom,
//! and who says so.
//!
//! The modules are the stages of one pipeline, in the order in which data flows through them; each
//! imports only from those above it (`tests/house.rs` holds that).

// Tests may unwrap and print; the program may not.
#![cfg_attr(
    not(test),
    warn(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::print_stderr)
)]

pub mod article;
pub mod import;
pub mod language;
pub mod rules;
pub mod places;
pub mod wording;
pub mod dates;
pub mod actors;
pub mod placement;
pub mod events;
pub mod claims;
pub mod sureness;
pub mod mine;
pub mod judgement;
pub mod link;
pub mod store;
pub mod query;
pub mod export;
pub mod cli;
