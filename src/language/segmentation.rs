//! Sentences and tokens.

use super::Sentence;
use crate::article::{Part, Span};

/// Finds sentences and tokens in `mined` of `text`; forms are set, tags and heads are not.
pub fn segment(text: &str, part: Part, mined: Span) -> Vec<Sentence> {
    let _ = (text, part, mined);
    Vec::new()
}
