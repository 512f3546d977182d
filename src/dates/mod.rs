//! Finds temporal expressions and resolves them against a reference; the date value and its algebra.
//!
//! Never reads a clock: the reference date is an argument.
//!
//! [`find`] says what the words say by themselves, by the rules of `rules/dates`; [`resolve`] places them on
//! the calendar, once it is known when the article was written and whether it is news or a narrative.

mod edtf;
mod example;
mod expression;
mod find;
mod genre;
mod grammar;
mod holiday;
mod item;
mod lexicon;
mod meaning;
mod pattern;
mod period;
mod resolve;
mod rules;
mod timex;
mod unit;
mod value;

pub use expression::{Anchor, Basis, Direction, Expression, ExpressionKind, Modifier, Offset};
pub use find::{Found, find};
pub use genre::Genre;
pub use period::{Era, Period, Season};
pub use resolve::{Reference, Remark, resolve};
pub use rules::Rules;
pub use unit::Unit;
pub use value::{DateValue, Granularity};
