//! Whether the words around an expression speak of what was or of what will be.

use super::super::find::Found;
use crate::language::Sentence;

/// The direction that the words around an expression give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// Words that make the next date a coming one, in whatever tense the verb is.
const COMING: [&str; 26] = [
    "will",
    "shall",
    "'ll",
    "scheduled",
    "due",
    "expected",
    "planned",
    "slated",
    "upcoming",
    "plans",
    "plan",
    "planning",
    "coming",
    "tomorrow",
    "deadline",
    "expects",
    "intends",
    "ahead",
    "set",
    "pending",
    "forthcoming",
    "expires",
    "postponed",
    "vows",
    "vowed",
    "invited",
];

impl Tense {
    /// Reads the words before the expression up to the beginning of its clause, then those after it.
    pub fn of(sentence: &Sentence, found: &Found) -> Self {
        let tokens = &sentence.tokens;
        let (from, to) = (found.tokens.start.min(tokens.len()), found.tokens.end.min(tokens.len()));
        let near = tokens[from.saturating_sub(12)..from].iter().chain(tokens[to..].iter().take(8));
        let mut tense = Self::Unknown;
        for token in near {
            let lower = token.lower.as_str();
            if COMING.contains(&lower) {
                return Self::Future;
            }
            if matches!(lower, "was" | "were" | "had" | "did") || (lower.len() > 4 && lower.ends_with("ed")) {
                tense = Self::Past;
            }
        }
        tense
    }
}
