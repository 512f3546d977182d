//! Which words point at what was told before, and who did it.

use super::super::draft::Draft;
use super::super::grammar::{Arguments, Place};
use super::super::matching::{known, same};
use super::super::mention::{Participant, Status};
use super::super::reading::Reading;
use crate::language::Relation;

/// "closed the border, a step that Chad condemned", "a step condemned by Chad": a deed that is told of beside what was done.
pub(super) fn is_aside(reading: &Reading<'_>, draft: &Draft, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let tells = |&at: &usize| {
        let participle =
            at == draft.found.head && grammar.relation(at) == Relation::Acl && grammar.passive(at);
        grammar.relation(at) == Relation::AclRelcl || participle
    };
    let clause = grammar.upward(draft.found.head).find(tells);
    let article = grammar.children(noun).find(|&child| matches!(grammar.lower(child), "a" | "an"));
    let comma = article.and_then(|article| article.checked_sub(1));
    reading.rules.in_class("pointing", grammar.lemma(noun))
        && clause.is_some_and(|clause| grammar.parent(clause) == Some(noun))
        && comma.is_some_and(|comma| matches!(grammar.lower(comma), "," | "–" | "—" | "-"))
}

/// Who acts in the first clause of some words, where nobody is only said to.
pub(super) fn subject(
    reading: &Reading<'_>,
    mut words: impl Iterator<Item = usize>,
) -> Option<Vec<Participant>> {
    let grammar = &reading.grammar;
    let verb = words.find(|&at| grammar.is_verb(at))?;
    let arguments = reading.verb_arguments(verb);
    let says = reading.rules.words.speech.contains(grammar.lemma(verb));
    known_subjects(reading, &arguments).filter(|_| !says && !arguments.passive)
}

/// Who is known of those who are told to act.
pub(super) fn known_subjects(reading: &Reading<'_>, arguments: &Arguments) -> Option<Vec<Participant>> {
    let subject = arguments.at(Place::Subject).next()?;
    let doers: Vec<Participant> = reading.participants_as(subject, true).into_iter().filter(known).collect();
    (!doers.is_empty()).then_some(doers)
}

/// "the decision", "this attack": a deed, by a class of words for such, that nothing beside it tells more of.
pub(super) fn points_back(reading: &Reading<'_>, noun: usize, class: &str) -> bool {
    reading.rules.in_class(class, reading.grammar.lemma(noun)) && is_alone(reading, noun)
}

/// Whether nothing beside a definite noun tells more of it.
pub(super) fn is_alone(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let more = [Relation::Nmod, Relation::NmodPoss, Relation::AclRelcl, Relation::Acl, Relation::Compound];
    let all =
        grammar.children(noun).any(|child| matches!(grammar.lower(child), "both" | "all" | "such" | "any"));
    (grammar.is_definite(noun) || all)
        && !grammar.children(noun).any(|child| more.contains(&grammar.relation(child)))
}

/// Whether a noun is by itself a name for what a mention tells of, or at least for its kind: "the veto" for what somebody
/// vetoed, "the claim" for what somebody was accused of.
pub(super) fn names(reading: &Reading<'_>, noun: usize, told: &Draft, exactly: bool) -> bool {
    let kind = reading.trigger(&told.found).kind;
    let called = &reading.kind(&told.found).called;
    let nouns = reading.rules.nouns.get(reading.grammar.lemma(noun)).into_iter().flatten();
    let mut triggers = nouns
        .filter(|candidate| candidate.rest.is_empty())
        .map(|candidate| &reading.rules.triggers[candidate.trigger]);
    triggers.any(|trigger| trigger.kind == kind && (!exactly || trigger.mode == told.found.mode))
        || !exactly && called.iter().any(|word| word == reading.grammar.lemma(noun))
}

/// Those who did what was told last of some acts, if it is one thing.
pub(super) fn last_doers(
    before: &[Draft],
    taker: &Draft,
    may_be_meant: impl Fn(&Draft) -> bool,
) -> Option<Vec<Participant>> {
    let candidates = before.iter().rev().filter(|draft| {
        draft.mention.part == taker.mention.part
            && may_be_meant(draft)
            && matches!(draft.mention.status, Status::Happened | Status::Planned)
            && !draft.mention.sources.is_empty()
    });
    let mut candidates = candidates.peekable();
    let last = candidates.peek()?.mention.sentence;
    let mut sides =
        candidates.take_while(|draft| draft.mention.sentence == last).map(|draft| &draft.mention.sources);
    let first = sides.next()?;
    let alike = |other: &Vec<Participant>| {
        other.len() == first.len() && other.iter().zip(first).all(|(one, two)| same(one, two))
    };
    sides.all(alike).then(|| first.clone())
}

/// Whether two participants are one, or both stand for one state: "Zagreb" and "the Croatian government".
pub(super) fn is_one_side(reading: &Reading<'_>, one: &Participant, other: &Participant) -> bool {
    let state = state_of(reading, one);
    same(one, other) || state.is_some() && state == state_of(reading, other)
}

/// The state that somebody speaks or acts for.
pub(super) fn state_of<'c>(reading: &'c Reading<'_>, participant: &'c Participant) -> Option<&'c str> {
    let country = reading.country(participant)?;
    let of_actor = || participant.actor.map(|actor| reading.actors.actors[actor].code.as_str());
    let code = participant.code.as_deref().or_else(of_actor)?;
    matches!(code.get(4..).unwrap_or(""), "" | "GOV" | "MIL").then_some(country)
}
