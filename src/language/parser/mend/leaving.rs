//! Where those come from who leave: not what tells whose they are.

use super::{depends, has};
use crate::language::words::WordList;
use crate::language::{Relation, Token, Upos};

/// Nouns for leaving and being made to leave.
static LEAVING: WordList = WordList::new(include_str!("nouns-of-leaving.txt"));

/// "the withdrawal of the Danes from Cyprus": what they leave belongs to the leaving, and tells nothing of whose they are.
pub(super) fn leave_from(tokens: &mut [Token], origin: usize, people: usize) {
    let Some(leaving) = tokens[people].head.filter(|&leaving| leaving < people && people < origin) else {
        return;
    };
    let led_by = |noun: usize, word: &str| {
        tokens[..noun].iter().any(|token| depends(token, noun, &[Relation::Case]) && token.lower == word)
    };
    let is_shape = tokens[origin].relation == Relation::Nmod
        && tokens[people].relation == Relation::Nmod
        && tokens[leaving].upos == Upos::Noun
        && LEAVING.holds(&tokens[leaving].lemma)
        && led_by(origin, "from")
        && led_by(people, "of")
        && !has(&tokens[origin + 1..], people, &[Relation::Acl, Relation::AclRelcl, Relation::Conj]);
    if is_shape {
        tokens[origin].head = Some(leaving);
    }
}
