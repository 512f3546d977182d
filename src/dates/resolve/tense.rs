//! Whether the words around an expression speak of what was or of what will be.

use super::super::find::Found;
use crate::language::{Sentence, Token, Upos, Xpos};

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

/// Verbs whose present tense beside a date tells what is to be.
const TIMETABLE: [&str; 7] = ["leave", "arrive", "open", "depart", "fly", "travel", "expire"];

/// How many words before a weekday "would" may stand.
const CLOSE: usize = 8;

impl Tense {
    /// The direction of a weekday: "would be held on Wednesday" looks ahead from where it was said. Dates that are further
    /// off are left to nearness.
    pub fn of_weekday(sentence: &Sentence, found: &Found) -> Self {
        let from = found.tokens.start.min(sentence.tokens.len());
        let mut before = sentence.tokens[from.saturating_sub(CLOSE)..from].iter();
        // "leaves on Wednesday": a timetable, where the tagger saw a verb.
        let timetable = |token: &Token| {
            matches!(token.xpos, Xpos::Vbz | Xpos::Vbp) && TIMETABLE.contains(&token.lemma.as_str())
        };
        let ahead = before.any(|token| matches!(token.lower.as_str(), "would" | "might") || timetable(token));
        match Self::of(sentence, found) {
            Self::Unknown if ahead => Self::Future,
            tense => tense,
        }
    }

    /// Reads the words before the expression back to the nearest that tells; then, if none did, those after it.
    pub fn of(sentence: &Sentence, found: &Found) -> Self {
        let tokens = &sentence.tokens;
        let (from, to) = (found.tokens.start.min(tokens.len()), found.tokens.end.min(tokens.len()));
        let before = tokens[from.saturating_sub(12)..from].iter().rev();
        let after = tokens[to..].iter().take(8);
        // "is to visit Seoul on Thursday"
        let planned = tokens[from.saturating_sub(12)..from]
            .windows(2)
            .any(|pair| matches!(pair[0].lower.as_str(), "is" | "are") && pair[1].lower == "to");
        if planned {
            return Self::Future;
        }
        before
            .map(Self::told_by)
            .chain(after.map(|token| match Self::told_by(token) {
                // "On February 22 he vowed to go on": the vow is of that day, what is vowed comes later.
                Self::Future if token.xpos == Xpos::Vbd => Self::Past,
                tense => tense,
            }))
            .find(|tense| *tense != Self::Unknown)
            .unwrap_or(Self::Unknown)
    }

    /// What one word tells; irregular past forms only where the sentence was tagged.
    fn told_by(token: &Token) -> Self {
        let lower = token.lower.as_str();
        if COMING.contains(&lower) {
            return Self::Future;
        }
        let regular = lower.len() > 4 && lower.ends_with("ed") && token.upos != Upos::Adj;
        // Reporting verbs say when it was said, not when it will be.
        let reporting =
            matches!(lower, "said" | "told" | "announced" | "reported" | "added" | "confirmed" | "agreed");
        if !reporting
            && (regular || token.xpos == Xpos::Vbd || matches!(lower, "was" | "were" | "had" | "did"))
        {
            return Self::Past;
        }
        Self::Unknown
    }
}
