//! "Ten people are killed and 120 others injured": what else befell whom, told without a verb "to be" of its own. Treebanks
//! hardly have it, and chronicles are full of it.

use super::{Token, Upos, Xpos};

/// The word "and" that joins what befell others to what befell the first, if a count without a noun stands between it and `fate`.
pub(super) fn joining(tokens: &[Token], fate: usize) -> Option<usize> {
    let mut at = fate;
    let (mut counted, mut named) = (false, false);
    while let Some(before) = at.checked_sub(1).filter(|before| fate - before <= MOST_WORDS) {
        let token = &tokens[before];
        let word = token.lower.as_str();
        if token.upos == Upos::Num || COUNTS.contains(&word) {
            counted = true;
        } else if word == "and" {
            return Some(before).filter(|_| counted && before > 0);
        } else {
            // "seriously injured"
            let how = token.upos == Upos::Adv && before + 1 == fate;
            // "three Chadian guards injured"
            let beside = tokens[before + 1..fate].iter().all(|token| token.upos == Upos::Adv);
            named |= beside && token.xpos == Xpos::Nns && token.upos == Upos::Noun;
            let of_noun = named && !counted && matches!(token.upos, Upos::Noun | Upos::Adj | Upos::Propn);
            if !how && !of_noun && !BESIDE_COUNTS.contains(&word) {
                return None;
            }
        }
        at = before;
    }
    None
}

/// Whether the word before "and" says what befell the first: "were killed", "are dead".
pub(super) fn befell(tokens: &[Token], and: usize) -> bool {
    let Some(first) = and.checked_sub(1) else { return false };
    let be = |token: &Token| matches!(token.lower.as_str(), "is" | "are" | "was" | "were" | "been" | "be");
    let fate = tokens[first].xpos == Xpos::Vbn || tokens[first].lower == "dead";
    fate && tokens[first.saturating_sub(3)..first].iter().any(be)
}

/// A count has no more words than "at least one hundred and twenty other".
const MOST_WORDS: usize = 7;

const COUNTS: [&str; 9] =
    ["others", "more", "dozens", "scores", "hundreds", "thousands", "several", "many", "another"];

const BESIDE_COUNTS: [&str; 15] = [
    "than", "at", "least", "a", "an", "further", "other", "nearly", "about", "around", "some", "over", "as",
    "up", "to",
];
