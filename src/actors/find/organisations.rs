//! Organisations that the table does not know, by the last word of their names: "the Landless Workers
//! Movement", "the Union of Forces for Progress".

use super::grammar::{is_function_word, is_hyphen, is_possessive};
use super::words::Words;
use crate::actors::Rules;
use crate::actors::rules::lexicon::Sense;
use crate::language::{Sentence, Upos, Xpos};
use std::ops::Range;

/// How many tokens a name may have; headings that run into the text make longer rows of capitals.
const LONGEST: usize = 8;

/// The name of an organisation that begins at a token, and the kind that its noun tells; `owned` where a
/// country's adjective stands right before it.
pub fn name_from(
    sentence: &Sentence,
    words: &Words,
    rules: &Rules,
    token: usize,
    owned: bool,
) -> Option<(Range<usize>, usize)> {
    if words.shouting || words.headline || !is_part(sentence, words, token) {
        return None;
    }
    let (noun, kind) = noun_of(sentence, words, rules, token)?;
    let end = further(sentence, words, rules, noun + 1);
    let capitals = (token..end).filter(|&at| words.capital(at)).count();
    // "the Union", "a Party": the noun alone is no name; "the Syrian Coalition" is one.
    (capitals > 1 || owned).then_some((token..end, kind))
}

/// The noun in the row of capitals from a token on; small words may join what stands before it.
fn noun_of(sentence: &Sentence, words: &Words, rules: &Rules, token: usize) -> Option<(usize, usize)> {
    let kind = |at: usize| match words.of(at) {
        [piece] => rules.organisation_nouns.get(&piece.word).copied(),
        _ => None,
    };
    let mut found = None;
    let mut at = token;
    while at < sentence.tokens.len() && at < token + LONGEST {
        if is_part(sentence, words, at) {
            if let Some(kind) = kind(at) {
                found = Some((at, kind));
            }
        } else if found.is_some() || !joins(sentence, at) {
            break;
        }
        at += 1;
    }
    found
}

/// Where the name ends that goes on behind its noun: "Movement *for Democratic Change*". A country there says
/// whose it is, and is no part of the name.
fn further(sentence: &Sentence, words: &Words, rules: &Rules, end: usize) -> usize {
    let joint =
        |at: usize| sentence.tokens.get(at).is_some_and(|token| matches!(token.lower.as_str(), "of" | "for"));
    let mut last = end;
    while joint(last) {
        let article = sentence.tokens.get(last + 1).is_some_and(|token| token.lower == "the");
        let first = last + 1 + usize::from(article);
        let mut reached = last;
        for at in first..sentence.tokens.len().min(first + LONGEST / 2) {
            if is_part(sentence, words, at) && !is_country(words, rules, at) {
                reached = at + 1;
            } else if sentence.tokens[at].lower != "and" || reached != at {
                break;
            }
        }
        if reached == last {
            break;
        }
        last = reached;
    }
    // "the Council of Muslim clerics": what describes a common noun ends no name.
    let described = last > end && sentence.tokens[last - 1].upos == Upos::Adj;
    let common = sentence.tokens.get(last).is_some_and(|token| token.xpos == Xpos::Nns);
    last + usize::from(described && common)
}

/// A capitalised word that can be part of a name.
fn is_part(sentence: &Sentence, words: &Words, at: usize) -> bool {
    let Some(token) = sentence.tokens.get(at) else { return false };
    words.capital(at)
        && !is_function_word(&token.lower)
        && matches!(token.upos, Upos::Propn | Upos::Noun | Upos::Adj | Upos::X)
}

/// Small words inside names; behind "Bishop of", "Opponents of" a name begins anew.
fn joins(sentence: &Sentence, at: usize) -> bool {
    let word = |at: usize| sentence.tokens[at].lower.as_str();
    matches!(word(at), "for" | "and" | "&" | "de" | "del" | "la")
        || is_possessive(sentence, at)
        || is_hyphen(sentence, at) && !sentence.tokens[at].space_after
}

fn is_country(words: &Words, rules: &Rules, at: usize) -> bool {
    let node = words.of(at).first().and_then(|piece| rules.lexicon.start(piece.word));
    node.is_some_and(|node| {
        let country =
            |sense: Sense| matches!(sense, Sense::State(_) | Sense::Adjective(_) | Sense::Metonym(_));
        rules.lexicon.readings(node).iter().any(|reading| country(reading.sense))
    })
}
