//! What the tables of the English model are decoded by.

#![allow(dead_code)]

#[path = "../src/language/atoms.rs"]
mod atoms;
#[path = "../src/language/model/coding.rs"]
pub mod coding;
#[path = "../src/language/lexicon.rs"]
pub mod lexicon;
#[path = "../src/language/model/words.rs"]
pub mod words;
