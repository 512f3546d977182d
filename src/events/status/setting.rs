//! How a mention is set in its sentence: as its head, beside its main clause, apart from it, taken for granted.

use super::super::reading::Reading;
use crate::language::{Relation, Xpos};

pub(super) fn subject_of(reading: &Reading<'_>, noun: usize, verb: usize) -> bool {
    let top = reading.grammar.first_conjunct(noun);
    reading.grammar.parent(top) == Some(verb)
        && matches!(reading.grammar.relation(top), Relation::Nsubj | Relation::NsubjPass)
}

/// "mocked the intervention", "condemned Russia's annexation": whose words it is, they speak of a fact.
pub(super) fn presupposed(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let top = grammar.first_conjunct(noun);
    let definite = grammar.children(noun).any(|child| {
        grammar.relation(child) == Relation::NmodPoss
            || matches!(grammar.lower(child), "the" | "this" | "that")
    });
    definite
        && matches!(grammar.relation(top), Relation::Obj | Relation::Obl)
        && grammar.parent(top).is_some_and(|verb| reading.rules.words.attitude.contains(grammar.lemma(verb)))
}

pub(super) fn stands_apart(reading: &Reading<'_>, noun: usize) -> bool {
    let word = reading.grammar.preposition(noun);
    word.is_some_and(|word| reading.rules.in_class("apart", reading.grammar.lower(word)))
}

pub(super) fn heading(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let top = grammar.first_conjunct(noun);
    match grammar.parent(top) {
        None => true,
        Some(head) => {
            grammar.parent(head).is_none()
                && matches!(grammar.relation(top), Relation::Nsubj | Relation::NsubjPass | Relation::Obj)
                && !reading.rules.words.averting.contains(grammar.lemma(head))
        }
    }
}

pub(super) fn beside(reading: &Reading<'_>, anchor: usize) -> bool {
    let grammar = &reading.grammar;
    let mut clause = grammar.first_conjunct(anchor);
    // "after Tillerson spent three hours talking"
    for _ in 0..3 {
        let bare = grammar.relation(clause) == Relation::Xcomp
            || (grammar.relation(clause) == Relation::Advcl && grammar.mark(clause).is_none());
        match grammar.parent(clause) {
            Some(head) if bare && grammar.xpos(clause) == Xpos::Vbg => clause = grammar.first_conjunct(head),
            _ => break,
        }
    }
    grammar.relation(clause) == Relation::Advcl
        && grammar
            .opening(clause)
            .is_some_and(|mark| matches!(grammar.lower(mark), "as" | "while" | "when" | "after"))
}

pub(super) fn ends_in_question(reading: &Reading<'_>) -> bool {
    reading.grammar.sentence.tokens.iter().rev().take(2).any(|token| token.lower == "?")
}
