//! When the name of a capital or a palace stands for those who govern there.

use super::grammar::{is_locative, is_possessive, takes_government};
use super::words::Words;
use crate::language::{Relation, Sentence, Upos};
use std::ops::Range;

/// Whether the name of a place speaks of its government: "Moscow said", "sanctions against Tehran", but not
/// "in Moscow", "a Moscow hotel", nor the dateline. `role_follows` says that officials stand right behind it,
/// which then are the actor.
pub fn speaks_of_government(
    sentence: &Sentence,
    words: &Words,
    tokens: &Range<usize>,
    role_follows: bool,
) -> bool {
    if role_follows || is_dateline(sentence, words, tokens) {
        return false;
    }
    let mut before = tokens.start;
    while before > 0 && matches!(sentence.tokens[before - 1].lower.as_str(), "the" | "\"" | "“" | "''" | "``")
    {
        before -= 1;
    }
    let word = |at: usize| sentence.tokens.get(at).map_or("", |token| token.lower.as_str());
    let previous = before.checked_sub(1).map_or("", word);
    if is_possessive(sentence, tokens.end) && matches!(previous, "and" | "," | "that") {
        return true;
    }
    let described = before.checked_sub(1).is_some_and(|at| {
        sentence.tokens[at].upos == Upos::Adj
            && sentence.tokens[at].head.is_some_and(|head| tokens.contains(&head))
    });
    if described {
        return false;
    }
    if previous == "to" {
        return before >= 2 && takes_government(word(before - 2)) && ends_phrase(sentence, tokens.end);
    }
    if matches!(previous, "and" | ",")
        && !is_verb(sentence, tokens.end)
        && !is_listed_government(sentence, before)
    {
        return before == 0;
    }
    if is_locative(previous) && previous != "and" && previous != "," {
        return false;
    }
    ends_phrase(sentence, tokens.end)
}

/// Whether a verb follows of which the name can be the subject.
fn is_verb(sentence: &Sentence, token: usize) -> bool {
    let Some(next) = sentence.tokens.get(token) else { return false };
    match next.upos {
        Upos::X => {
            matches!(next.lower.as_str(), "said" | "has" | "had" | "is" | "was" | "will" | "would")
                || is_present_verb(&next.lower)
        }
        upos => matches!(upos, Upos::Verb | Upos::Aux),
    }
}

/// "between Washington and Moscow": the other one speaks of a government too.
fn is_listed_government(sentence: &Sentence, before: usize) -> bool {
    let from = before.saturating_sub(6);
    let words = || (from..before).map(|token| sentence.tokens[token].lower.as_str());
    words().any(|word| matches!(word, "between" | "both" | "against" | "with" | "by"))
        || words().any(|word| matches!(word, "said" | "says" | "but" | "while" | "that" | "as" | "if"))
        || before <= 3 && !words().any(|word| is_locative(word) && word != "and" && word != ",")
}

/// Whether nothing behind a name makes it the description of a thing: "Moscow hotel".
fn ends_phrase(sentence: &Sentence, end: usize) -> bool {
    let Some(next) = sentence.tokens.get(end) else { return true };
    if is_possessive(sentence, end) {
        return true;
    }
    let last = &sentence.tokens[end - 1];
    if next.upos != Upos::X {
        let compound = matches!(last.relation, Relation::Compound | Relation::Amod)
            && last.head.is_some_and(|head| head >= end);
        return !compound
            && !(matches!(next.upos, Upos::Propn | Upos::Num))
            && next.form != "("
            && next.form != "-";
    }
    if next.form == "-" || next.form == "(" || next.form.starts_with(char::is_uppercase) {
        return false;
    }
    !next.form.starts_with(char::is_alphanumeric)
        || super::grammar::is_function_word(&next.lower)
        || next.lower.ends_with("ed")
        || next.lower.ends_with("ly")
        || is_present_verb(&next.lower)
}

/// Verbs that headlines and articles let governments do; other words that end in -s are taken for nouns.
fn is_present_verb(lower: &str) -> bool {
    matches!(
        lower,
        "says"
            | "wants"
            | "denies"
            | "rejects"
            | "accuses"
            | "insists"
            | "claims"
            | "warns"
            | "seeks"
            | "hopes"
            | "fears"
            | "vows"
            | "plans"
            | "calls"
            | "urges"
            | "demands"
            | "backs"
            | "supports"
            | "agrees"
            | "welcomes"
            | "condemns"
            | "announces"
            | "sees"
            | "considers"
            | "believes"
            | "remains"
            | "faces"
            | "needs"
            | "sends"
            | "expels"
            | "recalls"
            | "threatens"
            | "began"
            | "sent"
            | "made"
            | "gave"
            | "took"
            | "saw"
            | "kept"
            | "held"
            | "broke"
            | "cut"
            | "put"
            | "came"
            | "went"
            | "sought"
            | "became"
            | "knew"
            | "thought"
            | "felt"
            | "found"
            | "won"
            | "lost"
            | "expects"
            | "opposes"
            | "refuses"
            | "imposes"
    )
}

/// "MOSCOW (Reuters) -", "Moscow, April 4 —", "LONDON: …" at the beginning of a paragraph.
fn is_dateline(sentence: &Sentence, words: &Words, tokens: &Range<usize>) -> bool {
    if tokens.start > 0 || words.shouting {
        return false;
    }
    let upper = words.of(tokens.start).iter().all(|piece| piece.upper) && !words.of(tokens.start).is_empty();
    let next = sentence.tokens.get(tokens.end).map_or("", |token| token.form.as_str());
    let behind = sentence.tokens.get(tokens.end + 1).map_or("", |token| token.form.as_str());
    let dateline_mark = matches!(next, "(" | "-" | "–" | "—" | "--" | ":");
    let comma =
        next == "," && (behind.starts_with(|c: char| c.is_ascii_digit()) || upper || is_month(behind));
    dateline_mark
        || comma
        || upper
            && !next.is_empty()
            && words.of(tokens.start).iter().all(|piece| !piece.initial)
            && next.starts_with(char::is_uppercase)
}

fn is_month(form: &str) -> bool {
    matches!(
        form.get(..3),
        Some("Jan" | "Feb" | "Mar" | "Apr" | "May" | "Jun" | "Jul" | "Aug" | "Sep" | "Oct" | "Nov" | "Dec")
    )
}
