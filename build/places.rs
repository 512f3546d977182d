//! What the gazetteer is compiled by.

#![allow(dead_code, unused_imports)]

#[path = "../src/places/rules.rs"]
pub mod rules;
