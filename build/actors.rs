//! What the table of actors is compiled by.

#![allow(dead_code, unused_imports)]

#[path = "../src/actors/rules/mod.rs"]
pub mod rules;
#[path = "../src/actors/sort.rs"]
mod sort;
pub use rules::tables::Sex;
pub use sort::ActorSort;
