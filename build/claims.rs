//! What the cues are compiled by.

#![allow(dead_code, unused_imports)]

#[path = "../src/claims/rules.rs"]
pub mod rules;
#[path = "../src/claims/stance.rs"]
mod stance;
