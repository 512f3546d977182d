//! Tolls: how many died, told of what they died in and not beside it.

use super::super::draft::Draft;
use super::super::reading::Reading;
use super::category;
use crate::language::{Relation, Upos};

/// The verb that tells of the dead of what happens in its clause: "58 people were killed when an attack hit the town".
pub(super) fn killing_above(reading: &Reading<'_>, draft: &Draft) -> Option<usize> {
    let grammar = &reading.grammar;
    let carrier = draft.found.anchor();
    // An event noun may be the subject of its clause, an attack that hits a town.
    let clause = match grammar.relation(carrier) {
        Relation::Nsubj => grammar.parent(carrier)?,
        _ => carrier,
    };
    let opened = grammar.children(clause).any(|child| {
        matches!(grammar.relation(child), Relation::Mark | Relation::Advmod)
            && matches!(grammar.lower(child), "when" | "as" | "after")
    });
    let above = grammar.parent(clause)?;
    let told = grammar.relation(clause) == Relation::Advcl && opened && grammar.is_verb(above);
    (told && grammar.passive(above) && is_harm(reading, draft) && category(reading, above) == Some("killed"))
        .then_some(above)
}

/// The number that a toll comes to, and the happening whose toll it is: "the death toll from the bombing rose to 23",
/// "the number of people killed in the attack has risen to 72".
pub(super) fn of_toll(reading: &Reading<'_>, draft: &Draft) -> Option<usize> {
    if !is_harm(reading, draft) {
        return None;
    }
    let grammar = &reading.grammar;
    let toll = grammar.upward(draft.found.head).take(5).find(|&noun| is_toll(reading, noun))?;
    let verb = grammar.parent(toll).filter(|_| grammar.relation(toll) == Relation::Nsubj)?;
    if !reading.rules.in_class("amount", grammar.lemma(verb)) {
        return None;
    }
    grammar.children(verb).find(|&number| {
        grammar.relation(number) == Relation::Obl
            && grammar.upos(number) == Upos::Num
            && grammar.preposition(number).is_some_and(|to| matches!(grammar.lower(to), "to" | "at" | "past"))
    })
}

/// "the toll", "the number of people killed".
fn is_toll(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let killed = |people: usize| {
        grammar.child(people, Relation::Acl).is_some_and(|verb| category(reading, verb) == Some("killed"))
    };
    match grammar.lemma(noun) {
        "toll" => true,
        "number" => grammar.child(noun, Relation::Nmod).is_some_and(killed),
        _ => false,
    }
}

/// Whether people can die of it.
fn is_harm(reading: &Reading<'_>, draft: &Draft) -> bool {
    matches!(reading.kind(&draft.found).name.as_str(), "ASSAULT" | "DISASTER")
}
