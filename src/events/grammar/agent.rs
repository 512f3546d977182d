//! Whose agent somebody is who stands behind "by".

use super::{Lexicon, NONE};
use crate::language::{Relation, Sentence, Upos};

/// "Four died in an attack by gunmen": dying has no agent, so that he is the attack's.
pub(super) fn give_agents(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &mut [u32],
    relations: &mut [Relation],
) {
    let tokens = &sentence.tokens;
    for agent in 0..tokens.len() {
        let verb = heads[agent];
        let is_agent = matches!(relations[agent], Relation::OblAgent | Relation::Obl)
            && verb != NONE
            && tokens[verb as usize].upos == Upos::Verb
            && (words.is_dying)(&tokens[verb as usize].lemma);
        let by = (0..agent).rev().find(|&at| {
            is_agent
                && heads[at] == agent as u32
                && relations[at] == Relation::Case
                && tokens[at].lower == "by"
        });
        let Some(noun) = by.and_then(|by| by.checked_sub(1)) else { continue };
        if heads[noun] == verb && relations[noun] == Relation::Obl && (words.happens)(&tokens[noun].lemma) {
            heads[agent] = noun as u32;
            relations[agent] = Relation::Nmod;
        }
    }
}
