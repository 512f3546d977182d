//! What the parser hangs on the nearest noun although it belongs to one before that.

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
