//! Which words of a sentence tell of an event, by which rule.

mod circumstance;
mod condition;
mod content;
mod doer;
mod fill;
mod phrase;
mod predicate;
mod price;
mod together;
mod venue;

use phrase::best_at;
use together::{address, announce, answer, inherit, join_phrases, refill, share};

use super::grammar::Arguments;
use super::mention::Participant;
use super::reading::Reading;
use crate::language::{Relation, Xpos};

/// A trigger in a sentence and who takes part.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub trigger: usize,
    pub head: usize,
    /// The further words of the phrase.
    pub rest: Vec<usize>,
    pub arguments: Arguments,
    pub sources: Vec<Participant>,
    pub targets: Vec<Participant>,
    pub mode: Option<usize>,
    /// The heads of what stands within it.
    pub content: Vec<usize>,
    /// The head of the phrase that labels speak of: what it is done to.
    pub object: Option<usize>,
    /// Whether it is told by what is coordinated with another's circumstances ("three hours with one and two with
    /// the other").
    pub gapped: bool,
}

impl Found {
    /// The verb that carries tense and time: the one that supports the head, or the head itself.
    pub fn anchor(&self) -> usize {
        self.arguments.carrier.unwrap_or(self.head)
    }

    /// Whether both sides do it.
    pub fn reciprocal(&self, reading: &Reading<'_>) -> bool {
        reading.trigger(self).reciprocal
    }
}

/// The triggers of a sentence, in the order of their words.
pub(super) fn triggers(reading: &Reading<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let count = reading.grammar.len();
    for token in 0..count {
        if let Some(best) = best_at(reading, token, false, &found) {
            found.push(best);
        }
    }
    // What is promised or threatened must be known before the promise or threat: from the right, since
    // content follows its cue.
    for token in (0..count).rev() {
        if let Some(best) = best_at(reading, token, true, &found) {
            match found.iter().position(|other| other.head == token) {
                Some(old) if reading.trigger(&best).priority >= reading.trigger(&found[old]).priority => {
                    found[old] = best
                }
                Some(_) => {}
                None => found.push(best),
            }
        }
    }
    found.sort_by_key(|one| one.head);
    refill(reading, &mut found);
    join_phrases(reading, &mut found);
    inherit(reading, &mut found);
    address(reading, &mut found);
    answer(reading, &mut found);
    announce(reading, &mut found);
    share(reading, &mut found);
    found
}

/// Whether the participant is somebody, or a place that stands for somebody.
pub(super) fn known(participant: &Participant) -> bool {
    participant.actor.is_some() || participant.code.is_some()
}

/// Whether two participants are the same actor, or stand in the same words.
pub(super) fn same(one: &Participant, other: &Participant) -> bool {
    match (one.actor, other.actor) {
        (Some(a), Some(b)) => a == b,
        _ => one.location == other.location,
    }
}

/// Whether a verb is negated, by itself or by "no" before its subject or object; who nearly died did not die.
pub(super) fn negated(reading: &Reading<'_>, token: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.children(token).any(|child| {
        matches!(grammar.lower(child), "n't" | "never" | "n’t" | "neither" | "nor")
            || grammar.lower(child) == "not" && !is_not_only(reading, child, token)
            || grammar.lower(child) == "longer" && child > 0 && grammar.lower(child - 1) == "no"
            || child + 1 == token && matches!(grammar.lower(child), "nearly" | "almost")
            // "left without having met him"
            || matches!(grammar.relation(child), Relation::Mark | Relation::Case)
                && grammar.lower(child) == "without"
                && (child == 0 || grammar.lower(child - 1) != "not")
                && matches!(grammar.xpos(token), Xpos::Vbg | Xpos::Vbn)
            // "offered nothing", but "offered nothing but words"
            || grammar.relation(child) == Relation::Obj
                && grammar.lower(child) == "nothing"
                && !grammar.children(child).any(|inner| inner > child)
                && (child + 1 == grammar.len()
                    || !matches!(grammar.lower(child + 1), "but" | "except" | "less" | "more" | "other" | "short" | "beyond"))
            || (matches!(
                grammar.relation(child),
                Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Obl
            ) && grammar.children(child).any(|inner| {
                grammar.relation(inner) == Relation::Det && matches!(grammar.lower(inner), "no" | "neither")
            }))
            || (grammar.relation(child).is_subject()
                && matches!(grammar.lower(child), "nobody" | "none" | "no-one"))
    })
}

/// "not only shelled the port but burned it", "it was not until they surrendered": what is told besides, and what is told late, is
/// done all the same. "had not until then surrendered" is another matter.
fn is_not_only(reading: &Reading<'_>, not: usize, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let auxiliary =
        |word: usize| grammar.parent(word) == Some(verb) && grammar.relation(word) == Relation::Aux;
    match (not + 1 < grammar.len()).then(|| grammar.lower(not + 1)) {
        Some("only" | "just" | "merely" | "simply") => true,
        Some("until") => !not.checked_sub(1).is_some_and(auxiliary),
        _ => false,
    }
}

/// Whether an event is told by a verb that says that it is not done: "not to attack", "would not send troops".
pub(super) fn is_negated_act(reading: &Reading<'_>, found: &Found) -> bool {
    let anchor = found.anchor();
    reading.grammar.is_verb(anchor) && negated(reading, anchor)
}
