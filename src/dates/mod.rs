//! Finds temporal expressions and resolves them against a reference; the date value and its algebra.
//!
//! Never reads a clock: the reference date is an argument.

mod expression;
mod value;

pub use expression::{Anchor, Basis, Expression, ExpressionKind, Modifier};
pub use value::{DateValue, Granularity};
