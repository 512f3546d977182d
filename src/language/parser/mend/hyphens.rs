//! Names that a hyphen ties together: "the mayor of Saint-Maur".

use super::participles::lead;
use super::{SUBJECTS, as_subject, depends, has};
use crate::language::{Relation, Token, Upos, Xpos};

/// "The mayor of Saint-Maur resigned": the second half of the name of a place is not who resigns.
pub(super) fn join_hyphened(tokens: &mut [Token]) {
    for hyphen in 1..tokens.len().saturating_sub(1) {
        let (first, second) = (hyphen - 1, hyphen + 1);
        let is_name = |at: usize| tokens[at].xpos == Xpos::Nnp;
        let tied = tokens[hyphen].form == "-"
            && tokens[first].span.end == tokens[hyphen].span.begin
            && tokens[hyphen].span.end == tokens[second].span.begin;
        let is_shape = tied && is_name(first) && is_name(second) && has(tokens, first, &[Relation::Case]);
        let verb = tokens[second].head.filter(|&verb| depends(&tokens[second], verb, &SUBJECTS));
        let noun = tokens[first].head.filter(|&noun| depends(&tokens[first], noun, &[Relation::Nmod]));
        let Some((noun, verb)) =
            noun.zip(verb).filter(|&(noun, verb)| is_shape && noun < first && second < verb)
        else {
            continue;
        };
        let is_noun = matches!(tokens[noun].upos, Upos::Noun | Upos::Propn);
        let begins = tokens[noun].head.is_none() && tokens[verb].head == Some(noun);
        if !is_noun || !(begins || tokens[noun].head == Some(verb)) {
            continue;
        }
        for token in tokens.iter_mut().filter(|token| token.head == Some(second)) {
            token.head = Some(first);
        }
        (tokens[second].head, tokens[second].relation) = (Some(first), Relation::Flat);
        (tokens[hyphen].head, tokens[hyphen].relation) = (Some(first), Relation::Punct);
        if begins {
            lead(tokens, noun, verb);
        } else {
            tokens[noun].relation = as_subject(tokens, verb);
        }
    }
}
