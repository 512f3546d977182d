//! What the parser hangs on the nearest noun although it belongs to one before that.

use super::clause::{first_below, is_below, last_below};
use super::{Lexicon, NONE};
use crate::language::{Relation, Sentence, Upos};

/// "claimed responsibility for a raid which killed four", "an attack on a lorry which killed four": what happened killed,
/// and neither the responsibility nor the lorry.
pub(super) fn lower_relatives(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &mut [u32],
    relations: &[Relation],
) {
    let tokens = &sentence.tokens;
    for clause in 0..heads.len() {
        let noun = heads[clause] as usize;
        if relations[clause] != Relation::AclRelcl || heads[clause] == NONE || noun > clause {
            continue;
        }
        let of_claim = (words.is_owned_up)(&tokens[noun].lemma);
        let nominal = |token: &usize| heads[*token] as usize == noun && relations[*token] == Relation::Nmod;
        if let Some(deed) = (noun + 1..clause).find(|token| of_claim && nominal(token)) {
            heads[clause] = deed as u32;
            continue;
        }
        let which =
            tokens[noun + 1..clause].iter().any(|token| matches!(token.lower.as_str(), "which" | "that"));
        let hurts = (words.is_suffered)(&tokens[clause].lemma)
            && (clause..tokens.len())
                .any(|token| heads[token] as usize == clause && relations[token] == Relation::Obj);
        if !which || !hurts {
            continue;
        }
        if let Some(deed) = deed_above(sentence, words, heads, relations, noun) {
            heads[clause] = deed as u32;
        }
    }
}

/// So many words a happening stands above the site of which the parser takes a clause to tell.
const SITES: usize = 4;

/// "a barrage on a school in Bern": what happened to what is struck, or where it is.
fn deed_above(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &[u32],
    relations: &[Relation],
    noun: usize,
) -> Option<usize> {
    let tokens = &sentence.tokens;
    let inside = |at: usize| {
        (0..at).any(|case| {
            heads[case] as usize == at
                && relations[case] == Relation::Case
                && matches!(tokens[case].lower.as_str(), "in" | "at" | "near" | "outside")
        })
    };
    let mut at = noun;
    let mut is_site = false;
    for _ in 0..SITES {
        is_site |= (words.is_struck)(&tokens[at].lemma) || inside(at);
        let above = heads[at];
        if above == NONE || !matches!(relations[at], Relation::Nmod | Relation::Conj) {
            return None;
        }
        at = above as usize;
        if (words.happens)(&tokens[at].lemma) {
            return Some(at).filter(|_| is_site);
        }
    }
    None
}

/// "the owner of a farm and two overseers": people who are counted beside a thing are joined to whoever it is of.
pub(super) fn join_people(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &mut [u32],
    relations: &[Relation],
) {
    let tokens = &sentence.tokens;
    for second in 0..tokens.len() {
        let thing = heads[second] as usize;
        if relations[second] != Relation::Conj || heads[second] == NONE || thing > second {
            continue;
        }
        let first = heads[thing] as usize;
        let of = (0..thing).any(|case| {
            heads[case] as usize == thing && relations[case] == Relation::Case && tokens[case].lower == "of"
        });
        let counted = (thing + 1..second).any(|word| {
            heads[word] as usize == second
                && matches!(relations[word], Relation::Nummod | Relation::NmodPoss | Relation::Det)
        });
        let is_people = |at: usize| tokens[at].upos == Upos::Noun && (words.is_people)(&tokens[at].lemma);
        if relations[thing] == Relation::Nmod
            && heads[thing] != NONE
            && first < thing
            && of
            && counted
            && is_people(first)
            && is_people(second)
            && !(words.is_people)(&tokens[thing].lemma)
        {
            heads[second] = first as u32;
        }
    }
}

/// "ten pupils and the driver die", "In another raid, a guard and two porters were hurt": of two subjects of a verb the one
/// right behind "and" is joined to the other, whatever the parser hangs them on.
pub(super) fn join_subjects(sentence: &Sentence, heads: &mut [u32], relations: &mut [Relation]) {
    let tokens = &sentence.tokens;
    for second in 0..tokens.len() {
        let verb = heads[second] as usize;
        if !relations[second].is_subject() || heads[second] == NONE {
            continue;
        }
        let Some(and) = (0..second).rev().find(|&word| !is_below(word, second, heads) || word == verb) else {
            continue;
        };
        if tokens[and].lower != "and" || and == 0 {
            continue;
        }
        if verb == and {
            let first = heads[and] as usize;
            if heads[and] != NONE && first < and && relations[first].is_subject() {
                join(second, and, first, heads, relations);
            }
            continue;
        }
        let first = (0..and).rev().find(|&first| {
            heads[first] as usize == verb && relations[first].is_subject() && last_below(first, heads) < and
        });
        // "are to go before a judge and guards shot": the judge is no subject.
        let led = |first: usize| {
            let opening = first_below(first, heads);
            opening > 0 && tokens[opening - 1].lower == "before"
        };
        if let Some(first) = first.filter(|&first| !led(first)).filter(|&first| {
            (first + 1..and).all(|word| is_below(word, first, heads) || tokens[word].upos == Upos::Punct)
        }) {
            join(second, and, first, heads, relations);
            continue;
        }
        stand_up_joined(sentence, (second, and), heads, relations);
    }
}

/// "In another raid, a guard and two porters were hurt": the verb of the last of them is everybody's, and what stands before
/// the comma is where it happened.
fn stand_up_joined(
    sentence: &Sentence,
    (second, and): (usize, usize),
    heads: &mut [u32],
    relations: &mut [Relation],
) {
    let verb = heads[second] as usize;
    let first = heads[verb] as usize;
    if relations[verb] != Relation::Conj || heads[verb] == NONE || first >= and {
        return;
    }
    let front = heads[first] as usize;
    let opened = |front: usize| {
        (0..front).any(|case| heads[case] as usize == front && relations[case] == Relation::Case)
            && sentence.tokens[front + 1..first].iter().any(|token| token.lower == ",")
    };
    if relations[first] == Relation::Nsubj
        && heads[first] != NONE
        && heads[front] == NONE
        && front < first
        && opened(front)
    {
        let side = relations[second];
        (heads[verb], relations[verb]) = (NONE, Relation::Root);
        (heads[front], relations[front]) = (verb as u32, Relation::Obl);
        (heads[first], relations[first]) = (verb as u32, side);
        join(second, and, first, heads, relations);
    }
}

fn join(second: usize, and: usize, first: usize, heads: &mut [u32], relations: &mut [Relation]) {
    (heads[second], relations[second]) = (first as u32, Relation::Conj);
    (heads[and], relations[and]) = (second as u32, Relation::Cc);
}

/// "killed in a clash with guards", "one was killed and six are wounded in a clash": the other side belongs to the clash, and
/// the clash to all who were hurt in it.
pub(super) fn gather_clashes(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &mut [u32],
    relations: &mut [Relation],
) {
    let tokens = &sentence.tokens;
    for case in 1..tokens.len() {
        let noun = heads[case] as usize;
        if relations[case] != Relation::Case || heads[case] == NONE || relations[noun] != Relation::Obl {
            continue;
        }
        let verb = heads[noun];
        if verb == NONE || verb as usize > case {
            continue;
        }
        let before = case - 1;
        let is_somebody = tokens[noun].upos == Upos::Propn || (words.is_people)(&tokens[noun].lemma);
        let clash = tokens[case].lower == "with"
            && is_somebody
            && tokens[before].upos == Upos::Noun
            && relations[before] == Relation::Obl
            && heads[before] == verb
            && (words.happens)(&tokens[before].lemma)
            && (words.is_suffered)(&tokens[verb as usize].lemma);
        if clash {
            (heads[noun], relations[noun]) = (before as u32, Relation::Nmod);
            continue;
        }
        let hurt = verb as usize;
        let first = heads[hurt];
        let joined = tokens[hurt].upos == Upos::Adj
            && relations[hurt] == Relation::Conj
            && matches!(tokens[hurt].lower.as_str(), "wounded" | "injured" | "hurt" | "missing" | "dead")
            && matches!(tokens[case].lower.as_str(), "in" | "during" | "after")
            && first != NONE
            && (words.happens)(&tokens[noun].lemma)
            && (words.is_suffered)(&tokens[first as usize].lemma);
        if joined {
            heads[noun] = first;
        }
    }
}
