//! The table of actors, read from `rules/actors`, checked and compiled.

pub mod exceptions;

pub mod lexicon;
mod rows;
pub mod tables;
mod term;
mod compile;

pub use compile::Rules;
pub use term::Term;
