//! What the rules for events are compiled by.

#![allow(dead_code, unused_imports)]

#[path = "../src/events/compile/mod.rs"]
mod compile;
#[path = "../src/events/file.rs"]
mod file;
#[path = "../src/events/inflection.rs"]
mod inflection;
#[path = "../src/events/relation_kind.rs"]
mod relation_kind;
#[path = "../src/events/rule.rs"]
pub mod rule;
