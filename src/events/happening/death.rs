//! Of what people died: of what another clause tells, or of something of their own.

use super::super::draft::Draft;
use super::super::reading::Reading;
use crate::language::{Relation, Upos, Xpos};

/// What stands beside a verb of dying and tells of what people died, or in what: "of cancer", "after a long illness", "in
/// exile", "at home".
pub(super) fn causes<'r>(reading: &'r Reading<'_>, verb: usize) -> impl Iterator<Item = usize> + 'r {
    let grammar = &reading.grammar;
    grammar.children(verb).filter(|&child| grammar.relation(child) == Relation::Obl).filter(move |&child| {
        let noun = grammar.lemma(child);
        match grammar.preposition(child).map(|word| grammar.lower(word)) {
            // "died of cholera", but "of their injuries"
            Some("of" | "from") => !reading.rules.in_class("injury", noun),
            Some("on" | "at" | "near") => reading.rules.in_class("deathbed", noun),
            None => false,
            Some(_) => reading.place_at(child).is_none(),
        }
    })
}

/// Whether somebody who is told to have died may have died by a deed that is told beside: nothing else is told to be the
/// cause. A clause of its own that tells of violence has anybody die in it, but not a minister, nor the one writer: they
/// may die of themselves on the day of a war, unless it was done to them.
pub(super) fn may_die_by(reading: &Reading<'_>, verb: usize, people: usize, deed: &Draft) -> bool {
    let grammar = &reading.grammar;
    let clause = deed.found.anchor();
    // "in Sabah province", "the bombings in which they died"
    let is_cause = |&at: &usize| {
        let ground = |class| reading.rules.in_class(class, grammar.lemma(at));
        !reading.is_time(at)
            && grammar.upos(at) != Upos::Pron
            && !["territory", "place-noun"].into_iter().any(ground)
    };
    let mut causes = causes(reading, verb).filter(is_cause).peekable();
    if causes.peek().is_some() {
        return causes.all(|cause| grammar.below(deed.found.head, cause));
    }
    // "died after being shot"
    let done_to_him = grammar.is_verb(clause)
        && grammar.passive(clause)
        && !grammar.has_nominal_subject(clause)
        && grammar.below(clause, verb);
    // "died when a bomb hit his car"
    let several = matches!(grammar.xpos(people), Xpos::Nns | Xpos::Nnps | Xpos::Cd);
    let own: &[&str] = if several { &["their", "them"] } else { &["his", "her", "him"] };
    let at_him = (0..grammar.len()).any(|at| {
        own.contains(&grammar.lower(at)) && grammar.below(at, clause) && grammar.below(clause, verb)
    });
    let in_deed = grammar.below(deed.found.head, verb) && !grammar.is_verb(clause);
    !reading.trigger(&deed.found).strikes || done_to_him || at_him || in_deed || is_plain(reading, people)
}

/// Whether people are told as so many, or as one of the common run: "ten people", "soldiers", "a boy", but neither "the
/// writer" nor "a minister".
fn is_plain(reading: &Reading<'_>, people: usize) -> bool {
    let grammar = &reading.grammar;
    let core = reading.core(people);
    let is_named = matches!(grammar.upos(core), Upos::Propn | Upos::Pron) || reading.name_of(core).is_some();
    let several = matches!(grammar.upos(core), Upos::Num)
        || grammar.xpos(core) == Xpos::Nns
        || reading.rules.in_class("elliptic", grammar.lower(core));
    let anyone = reading.rules.in_class("commoner", grammar.lemma(core)) && !grammar.is_definite(core);
    !is_named && reading.is_people(core) && (several || anyone)
}
