//! The verb that tells a sentence, by the order of words where a parser makes a noun its head.

use super::super::reading::Reading;
use super::super::status::{Tense, tense};
use crate::language::{Relation, Upos, Xpos};

/// "In basketball, the captain retires": the tense of the first verb that tells in a sentence, or behind its heading, where
/// the tree has none at its head.
pub(super) fn tense_of_first(reading: &Reading<'_>, verb: usize) -> Option<Tense> {
    let grammar = &reading.grammar;
    let verb = match grammar.parent(verb) {
        Some(first) if grammar.relation(verb) == Relation::Conj && grammar.is_verb(first) => first,
        _ => verb,
    };
    if !grammar.is_verb(verb) || reading.quoted.get(verb) == Some(&true) {
        return None;
    }
    let begin = grammar.heading_end().map_or(0, |colon| colon + 1);
    let headed = grammar.root().is_some_and(|root| root >= begin && is_told(reading, root));
    // "one policeman dies and dozens are injured", of which a parser makes the first clause the subject of the second.
    let as_subject = grammar.relation(verb).is_subject();
    if headed && !as_subject || verb < begin {
        return None;
    }
    if is_told(reading, verb) {
        let first = (begin..verb).all(|token| !is_told(reading, token) && !subordinates(reading, token));
        return match tense(reading, verb) {
            told @ (Tense::Past | Tense::Present) => Some(told).filter(|_| first),
            // "powers – China and France – meet with envoys", taken for an infinitive.
            Tense::Open => Some(Tense::Present).filter(|_| first),
            Tense::Pluperfect | Tense::Perfect | Tense::Future => None,
        };
    }
    heads_headline(reading, verb).then_some(Tense::Past)
}

/// Whether no verb of a sentence tells anything, as where a tagger takes the only one for a noun.
pub(super) fn is_verbless(reading: &Reading<'_>) -> bool {
    (0..reading.grammar.len()).all(|token| !is_told(reading, token))
}

/// "Two fans killed in clashes": a participle that is the verb of a headline.
fn heads_headline(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.xpos(verb) == Xpos::Vbn
        && grammar.relation(verb) == Relation::Acl
        && grammar.parent(verb).is_some_and(|noun| grammar.root() == Some(noun) && noun < verb)
        && reading.rules.words.done_to.contains(grammar.lemma(verb))
        && is_verbless(reading)
}

/// Whether a token is a verb with a tense, or a predicate with a copula that has one.
fn is_told(reading: &Reading<'_>, token: usize) -> bool {
    let grammar = &reading.grammar;
    let relation = grammar.relation(token);
    if matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Cop | Relation::Amod) {
        return false;
    }
    let finite = grammar.children(token).any(|child| {
        matches!(grammar.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop)
            && grammar.xpos(child).is_finite()
    });
    if finite || !grammar.is_verb(token) {
        return finite;
    }
    let bare = grammar.xpos(token) == Xpos::Vb
        && matches!(relation, Relation::Appos | Relation::Parataxis | Relation::List)
        && !grammar.children(token).any(|child| child < token && grammar.lower(child) == "to");
    grammar.xpos(token).is_finite() || bare
}

/// Whether a word opens a clause that stands under another.
fn subordinates(reading: &Reading<'_>, token: usize) -> bool {
    let grammar = &reading.grammar;
    matches!(grammar.xpos(token), Xpos::Wdt | Xpos::Wp | Xpos::WpPossessive | Xpos::Wrb)
        || grammar.relation(token) == Relation::Mark && grammar.upos(token) != Upos::Part
}
