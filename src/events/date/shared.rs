//! Clauses and phrases that are of one time, or are kept apart in time, by how they are joined.

use super::super::reading::Reading;
use super::super::status::{Tense, tense};
use crate::dates::Expression;
use crate::language::{Relation, Upos, Xpos};

/// How many words before a time "since" may stand.
const REACH: usize = 9;

/// The clauses beside a verb that tell its time: "speaking in Houston on Monday, he threatened …", "died when a shell hit
/// the camp on Thursday".
pub(super) fn beside(reading: &Reading<'_>, verb: usize) -> Vec<usize> {
    let grammar = &reading.grammar;
    if !grammar.is_verb(verb) || !matches!(tense(reading, verb), Tense::Past | Tense::Present) {
        return Vec::new();
    }
    let subject = grammar.child(verb, Relation::Nsubj).or_else(|| grammar.child(verb, Relation::NsubjPass));
    let of_subject = subject.into_iter().flat_map(|subject| grammar.children(subject));
    let mut found: Vec<usize> = grammar
        .children(verb)
        .chain(of_subject)
        .filter(|&child| is_aside(reading, child, verb) || is_when(reading, child))
        .collect();
    // "When the banks failed in January, crowds took to the streets", whatever the parser hangs "when" on.
    let comma = (0..verb).find(|&token| grammar.lower(token) == ",");
    if let Some(comma) = comma.filter(|_| grammar.lower(0) == "when" && grammar.parent(verb).is_none()) {
        found.extend((1..comma).filter(|&token| grammar.is_verb(token) && !is_before(reading, token)));
    }
    found
}

/// A participle that commas set off before its verb.
fn is_aside(reading: &Reading<'_>, clause: usize, verb: usize) -> bool {
    let grammar = &reading.grammar;
    matches!(grammar.relation(clause), Relation::Acl | Relation::Advcl)
        && grammar.xpos(clause) == Xpos::Vbg
        && clause < verb
        && grammar.mark(clause).is_none()
        && (clause == 0 || grammar.lower(clause - 1) == ",")
}

fn is_when(reading: &Reading<'_>, clause: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.relation(clause) == Relation::Advcl
        && grammar.opening(clause).is_some_and(|word| grammar.lower(word) == "when")
        && !is_before(reading, clause)
}

/// Whether a verb tells of what was before, or of what is to come.
fn is_before(reading: &Reading<'_>, verb: usize) -> bool {
    matches!(tense(reading, verb), Tense::Pluperfect | Tense::Perfect | Tense::Future)
}

/// Whether what the second of two joined words tells is of the time of the first: not in "was shot on Saturday, and the
/// police have arrested a man", nor in "bombs had gone off on Thursday, and the minister blamed the rebels".
pub(super) fn joined(reading: &Reading<'_>, first: usize, second: usize) -> bool {
    let grammar = &reading.grammar;
    if !grammar.is_verb(first) || !grammar.is_verb(second) {
        return true;
    }
    let subject = grammar
        .children(second)
        .any(|child| matches!(grammar.relation(child), Relation::Nsubj | Relation::NsubjPass));
    match (tense(reading, first), tense(reading, second)) {
        (Tense::Past | Tense::Pluperfect, Tense::Perfect | Tense::Present | Tense::Future) => false,
        (Tense::Pluperfect, Tense::Past) => !subject,
        _ => true,
    }
}

/// The verb of the clause that a clause with "when" stands beside, where a parser hangs it on a noun that names no time.
pub(super) fn verb_of_when(reading: &Reading<'_>, clause: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let opening = grammar.opening(clause).filter(|&word| grammar.lower(word) == "when")?;
    let noun = grammar.parent(clause).filter(|_| grammar.relation(clause) == Relation::AclRelcl)?;
    let timed = reading.expressions.iter().any(|expression| {
        expression.tokens.contains(&noun)
            || expression.tokens.end + 1 >= opening && expression.tokens.end <= opening
    });
    if timed || is_before(reading, clause) {
        return None;
    }
    grammar.upward(noun).find(|&token| grammar.is_verb(token) && token < opening)
}

/// Whether a noun is told of as a new thing in which its clause happens: "in a raid", but not "in the raid".
pub(super) fn in_one(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.preposition(noun).is_some_and(|word| grammar.lower(word) == "in")
        && grammar.children(noun).any(|child| matches!(grammar.lower(child), "a" | "an"))
}

/// "for the first time since the return of the war in 2011": a time that stands with what "since" counts from is its
/// noun's, on whatever the parser hangs it.
pub(super) fn noun_behind_since(reading: &Reading<'_>, expression: &Expression) -> Option<usize> {
    let grammar = &reading.grammar;
    let preposition = expression.tokens.start.checked_sub(1)?;
    let noun = preposition.checked_sub(1)?;
    if !matches!(grammar.lower(preposition), "in" | "on" | "of")
        || !matches!(grammar.upos(noun), Upos::Noun | Upos::Propn)
    {
        return None;
    }
    (noun.saturating_sub(REACH)..noun)
        .rev()
        .take_while(|&token| {
            matches!(
                grammar.upos(token),
                Upos::Noun
                    | Upos::Propn
                    | Upos::Adj
                    | Upos::Det
                    | Upos::Adp
                    | Upos::Num
                    | Upos::Part
                    | Upos::Sconj
            )
        })
        .any(|token| grammar.lower(token) == "since")
        .then_some(noun)
}
