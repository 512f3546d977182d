//! Verbs that the tagger took for nouns: "the group plans to march", "some analysts question whether".

use super::parenthetical::is_relative;
use super::subject::by_commas;
use crate::language::{Relation, Sentence, Token, Upos, Xpos};

/// Words with which what a verb says begins.
const OPENERS: [&str; 9] = ["to", "that", "for", "on", "of", "\"", "whether", "against", "as"];
/// Words that stand for several people.
const MANY: [&str; 8] = ["several", "some", "many", "others", "few", "both", "most", "all"];

/// Whether a noun is rather a verb: in -s at the root of a sentence in which nothing else is finite, or in its
/// plain form between people and what they say.
pub(super) fn is_verb(sentence: &Sentence, head: usize) -> bool {
    let tokens = &sentence.tokens;
    let token = &tokens[head];
    let Some(next) = tokens.get(head + 1) else { return false };
    if token.upos != Upos::Noun || subject(sentence, head).is_none() {
        return false;
    }
    match token.xpos {
        Xpos::Nns if token.relation == Relation::Root => {
            let opens = OPENERS.contains(&next.lower.as_str())
                || matches!(next.upos, Upos::Det | Upos::Pron | Upos::Propn | Upos::Num);
            opens && no_other(sentence, head)
        }
        Xpos::Nn => {
            let says = next.lower == "whether"
                || matches!(next.lower.as_str(), "he" | "she" | "they" | "it" | "we" | "there");
            let plain = token.relation == Relation::Root
                && matches!(next.lower.as_str(), "against" | "that" | "the" | "a")
                && no_other(sentence, head);
            // "Allies of the minister fear that a trial would hurt him".
            let clause = next.lower == "that" && no_other(sentence, head);
            says || plain || clause
        }
        _ => false,
    }
}

/// Whether no finite verb but in relative clauses before a word, or in what it says, could be that of the
/// sentence.
fn no_other(sentence: &Sentence, head: usize) -> bool {
    let tokens = &sentence.tokens;
    let finite = |token: &Token| token.xpos.is_finite();
    tokens.iter().enumerate().filter(|(_, token)| finite(token)).all(|(at, token)| {
        let relative = |token: &Token| token.relation == Relation::AclRelcl;
        match at < head {
            true => relative(token) || token.head.is_some_and(|verb| relative(&tokens[verb])),
            false => OPENERS.contains(&tokens[head + 1].lower.as_str()),
        }
    })
}

/// Who does it: the noun right before it, or the one that a relative clause before it tells of.
pub(super) fn subject(sentence: &Sentence, head: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let before = head.checked_sub(1)?;
    let plural = |at: usize| {
        matches!(tokens[at].xpos, Xpos::Nns | Xpos::Nnps) || MANY.contains(&tokens[at].lower.as_str())
    };
    let agrees = |at: usize| match tokens[head].xpos {
        Xpos::Nns => matches!(tokens[at].xpos, Xpos::Nn | Xpos::Nnp | Xpos::Nnps),
        _ => plural(at),
    };
    // "Lawyers who follow the court doubt …", "The group, which speaks for farmers, plans …".
    let relative = (head.saturating_sub(14)..head).rev().find(|&at| {
        at > 0
            && matches!(tokens[at].lower.as_str(), "who" | "which")
            && is_relative(tokens[at].lower.as_str())
    });
    let of_relative = relative.and_then(|at| {
        let noun = if tokens[at - 1].lower == "," { at.checked_sub(2)? } else { at - 1 };
        agrees(noun).then_some(noun)
    });
    // "Allies of the minister fear".
    let of_first = || {
        let first =
            sentence.noun_chunk(0).filter(|chunk| chunk.tokens.start == 0 && chunk.tokens.end < before)?;
        let of = tokens.get(first.tokens.end)?.lower == "of";
        let clause = tokens.get(head + 1)?.lower == "that";
        (of && clause && tokens[head].xpos == Xpos::Nn && plural(first.head)).then_some(first.head)
    };
    of_relative
        .or_else(|| agrees(before).then_some(before))
        .or_else(of_first)
        .or_else(|| by_commas(sentence, head).map(|(subject, _)| subject).filter(|&subject| agrees(subject)))
}
