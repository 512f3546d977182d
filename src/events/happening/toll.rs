//! What violence cost, told right behind it in a clause of its own: "Gunmen attacked a bus. Six people were killed."

use super::super::draft::Draft;
use super::super::matching::same;
use super::super::mention::{Participant, Status};
use super::super::reading::Reading;
use super::befall::has_occasion;
use super::sentence::elsewhere;
use crate::language::Relation;

/// Whether a mention tells only that people were hurt, and neither by whom nor in what nor when.
pub(super) fn is_bare_toll(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    let head = draft.found.head;
    grammar.is_verb(head)
        && (reading.befalls(head) && grammar.passive(head)
            || !reading.kind(&draft.found).mortal && reading.harms(head) && !reading.befalls(head))
        && draft.mention.sources.is_empty()
        && draft.mention.status == Status::Happened
        && draft.told.is_none()
        && (matches!(grammar.relation(head), Relation::Root | Relation::Parataxis | Relation::Conj)
            || is_behind_colon(reading, head))
        && !has_occasion(reading, head)
}

/// Whether a mention tells of violence by somebody, or of a disaster, that what follows it at once may be the toll of.
pub(super) fn may_cost(reading: &Reading<'_>, draft: &Draft) -> bool {
    let by_somebody = reading.trigger(&draft.found).strikes && !draft.mention.sources.is_empty();
    (by_somebody || reading.kind(&draft.found).befalls)
        && draft.assessment.main
        && draft.mention.status == Status::Happened
        && !reading.harms(draft.found.head)
}

/// "Gunmen attacked a post. Ten gunmen were killed", "Israel raided the camp. Two Israelis died": nobody strikes his own.
pub(super) fn is_of_own(readings: [&Reading<'_>; 2], deed: &Draft, toll: &Draft) -> bool {
    deed.mention.sources.iter().any(|doer| {
        let country = readings[0].country(doer);
        toll.mention
            .targets
            .iter()
            .any(|victim| same(doer, victim) || country.is_some() && country == readings[1].country(victim))
    })
}

/// "The army killed ten rebels after they had attacked a post, wounding three soldiers", "Israel shelled Gaza; two Israelis
/// died": whether somebody is of the doer's own force, or of his own country where the deed is not told to be done there.
pub(super) fn is_own(reading: &Reading<'_>, deed: &Draft, doer: &Participant, victim: &Participant) -> bool {
    // "attacked their post; four attackers died"
    let attacks = |head: usize| reading.rules.in_class("aggressor", reading.grammar.lemma(head));
    if reading.heads_of(victim).any(attacks) {
        return true;
    }
    let [own, other] = [doer, victim].map(|one| reading.country(one));
    let at_home = || {
        let place = deed.mention.place.as_ref().and_then(|place| place.country.as_deref());
        place == own || deed.mention.targets.iter().any(|target| reading.country(target) == own)
    };
    let [force, others] = [doer, victim].map(|one| reading.role(one));
    let comrades = !force.is_empty() && force != "CVL" && force == others;
    match (own, other) {
        (Some(own), Some(other)) => own == other && (comrades || !at_home()),
        _ => comrades,
    }
}

/// "Gunmen shot at guards: six killed": whether a colon or a dash opens a clause that has a subject of its own, on whatever
/// word the parser hangs it.
fn is_behind_colon(reading: &Reading<'_>, clause: usize) -> bool {
    let grammar = &reading.grammar;
    let opens = |at: usize| matches!(grammar.lower(at), ":" | "-" | "--" | "–" | "—");
    let first = (0..clause).rev().find(|&at| opens(at) || !grammar.below(at, clause));
    grammar.has_nominal_subject(clause) && first.is_some_and(opens)
}

/// The clause that opens a row of tolls: "five killed, 17 injured".
fn first_toll(reading: &Reading<'_>, clause: usize) -> usize {
    let grammar = &reading.grammar;
    let row = |&at: &usize| reading.harms(at) && grammar.passive(at);
    match grammar.parent(clause).filter(row) {
        Some(above)
            if matches!(grammar.relation(clause), Relation::Conj | Relation::Parataxis)
                && grammar.has_nominal_subject(clause)
                && above < clause =>
        {
            first_toll(reading, above)
        }
        _ => clause,
    }
}

/// "Gunmen open fire at a cafe; six people are killed."
pub(super) fn cost(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let clause = first_toll(reading, second.found.head);
    let beside = is_behind_colon(reading, clause) && grammar.below(clause, first.found.anchor())
        || match grammar.relation(clause) {
            Relation::Parataxis => grammar.parent(clause) == Some(first.found.anchor()),
            Relation::Conj => {
                grammar.first_conjunct(clause) == first.found.anchor() && grammar.has_nominal_subject(clause)
            }
            _ => false,
        };
    beside
        && may_cost(reading, first)
        && is_bare_toll(reading, second)
        && !is_of_own([reading; 2], first, second)
        && !elsewhere(first, second)
}
