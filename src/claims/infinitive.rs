//! Infinitives that are said or wanted: where they stand and how far they go.

use super::bounds::{end_of_clause, goes_on_saying};
use super::clause::extended;
use super::rules::Rules;
use crate::language::{Relation, Sentence, Upos, Xpos};
use std::ops::Range;

/// So far behind a cue, in tokens, its infinitive may stand at most.
const LONGEST_WAY: usize = 9;

/// Whether a verb is an infinitive with "to".
pub(super) fn is_infinitive(sentence: &Sentence, verb: usize) -> bool {
    sentence.children_in(verb, &[Relation::Mark]).any(|mark| sentence.tokens[mark].xpos == Xpos::To)
}

/// The infinitive whose "to" stands right behind a word, wherever the parser hung it.
pub(super) fn infinitive_after(sentence: &Sentence, word: usize) -> Option<usize> {
    // "Asked not to be named".
    let not = sentence.tokens.get(word + 1).is_some_and(|token| token.lower == "not");
    let to = word + 1 + usize::from(not);
    let token = sentence.tokens.get(to)?;
    // "To be reviewed", "to have fled".
    let passive = sentence
        .tokens
        .get(to + 1)
        .is_some_and(|token| token.xpos == Xpos::Vb && matches!(token.lemma.as_str(), "be" | "have"));
    let verb = token.head.filter(|&head| {
        head > to
            && (sentence.tokens[head].xpos == Xpos::Vb || passive && sentence.tokens[head].upos == Upos::Verb)
    })?;
    (token.xpos == Xpos::To).then_some(verb)
}

/// An infinitive from its "to" to the end of what hangs on it.
pub(super) fn infinitive_range(sentence: &Sentence, verb: usize, cue: usize, rules: &Rules) -> Range<usize> {
    let range = sentence.subtree(verb);
    let end = extended(sentence, cue, range.end, rules);
    let to = sentence
        .children_in(verb, &[Relation::Mark])
        .find(|&mark| sentence.tokens[mark].xpos == Xpos::To)
        .unwrap_or(verb)
        .min(verb)
        .max(range.start);
    // "Asked not to be named".
    let to = match to.checked_sub(1) {
        Some(not) if not > cue && sentence.tokens[not].lower == "not" => not,
        _ => to,
    };
    // "To review it, stating that": whoever is speaking goes on.
    let speaking = (verb..end).find(|&i| {
        sentence.tokens[i].lower == ","
            && sentence.tokens.get(i + 1).is_some_and(|token| goes_on_saying(token, rules))
    });
    let end = speaking.unwrap_or(end);
    // "To shed 1,200 jobs, most of them in London".
    let tokens = &sentence.tokens;
    let counts = tokens.get(end).is_some_and(|token| token.lower == ",")
        && tokens.get(end + 1).is_some_and(|token| {
            matches!(token.lower.as_str(), "most" | "some" | "many" | "half" | "all")
                || token.upos == Upos::Num
        });
    let end = match counts {
        true => (end + 1..tokens.len())
            .find(|&i| matches!(tokens[i].lower.as_str(), "," | ";" | "." | "\""))
            .filter(|&i| {
                !tokens[end + 1..i].iter().any(|token| token.upos == Upos::Verb && token.lower != "did")
            })
            .unwrap_or(end),
        false => end,
    };
    // "Agreed to refund the money, to settle complaints": why is another matter.
    let purpose = (verb..end).find(|&i| {
        // "To be recovering and is expected to return": another thing is told.
        let another = matches!(sentence.tokens[i].lower.as_str(), "and" | "but")
            && sentence
                .tokens
                .get(i + 1)
                .is_some_and(|token| token.xpos.is_finite() && token.upos == Upos::Aux);
        if another {
            return true;
        }
        let Some(next) = sentence.tokens.get(i + 1).filter(|_| sentence.tokens[i].lower == ",") else {
            return false;
        };
        // "…, after 11 hours of talks", "…, clearing the way for a vote".
        let when = matches!(
            next.lower.as_str(),
            "after" | "before" | "when" | "while" | "as" | "during" | "following"
        );
        // "…, in what they called a first step".
        let what =
            next.lower == "in" && sentence.tokens.get(i + 2).is_some_and(|token| token.lower == "what");
        next.xpos == Xpos::To || next.xpos == Xpos::Vbg || when || what
    });
    let end = purpose.unwrap_or(end);
    to..end.min(end_of_clause(sentence, to, rules)).max(verb + 1)
}

/// "Promised in writing to raise it", "voted by 17 to 6 on Saturday to end it": the infinitive behind phrases that tell how
/// and when.
pub(super) fn infinitive_behind_phrase(sentence: &Sentence, last: usize, rules: &Rules) -> Option<usize> {
    let tokens = &sentence.tokens;
    let mut at = last + 1;
    while let Some(token) = tokens.get(at).filter(|_| at < last + LONGEST_WAY) {
        let how = matches!(token.lower.as_str(), "in" | "by" | "with" | "at" | "during" | "under")
            || token.lower == "on"
                && tokens.get(at + 1).is_some_and(|next| rules.days.contains(next.lower.as_str()));
        let number = |at: usize| tokens.get(at).is_some_and(|token| token.upos == Upos::Num);
        if how && let Some(chunk) = sentence.noun_chunk(at + 1) {
            at = chunk.tokens.end;
        } else if token.upos == Upos::Adv
            || number(at)
            || token.xpos == Xpos::Hyph
            || rules.days.contains(token.lower.as_str())
        {
            at += 1;
        } else if number(at + 1) && matches!(token.lower.as_str(), "to" | "by") {
            at += 2;
        } else {
            break;
        }
    }
    (at > last + 1).then(|| infinitive_after(sentence, at - 1)).flatten()
}
