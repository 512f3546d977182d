//! Who is killed or hurt in what happens, where no mention of it has them: "A bus hit a wall, killing nine people".

use super::super::draft::Draft;
use super::super::matching::same;
use super::super::mention::Participant;
use super::super::particular::{Casualty, casualties};
use super::super::reading::Reading;
use super::super::rule::TriggerPart;
use super::lend::{is_person_by_kind, only_place};
use crate::language::{Relation, Upos};

/// Makes those whom the words of an attack or an accident tell to be killed or hurt by it its targets, where no people
/// are.
pub(in super::super) fn tell_victims(readings: &[Reading<'_>], drafts: &mut [Draft]) {
    for draft in drafts {
        let reading = &readings[draft.mention.sentence];
        let trigger = reading.trigger(&draft.found);
        let people = |one: &Participant| reading.are_people(one) || is_person_by_kind(reading, one);
        let harms = trigger.strikes || reading.kind(&draft.found).befalls;
        if !harms || trigger.reciprocal || draft.mention.targets.iter().any(people) {
            continue;
        }
        // "plunged off a bridge, killing 24": a number alone is whom it struck where nothing else is told to be.
        let alone = draft.mention.targets.is_empty() || only_place(reading, draft);
        let victims: Vec<Participant> = casualties(reading, draft)
            .iter()
            .filter(|casualty| casualty.what != "detained" && is_told_of(reading, draft, casualty))
            .flat_map(|casualty| {
                let number = alone && reading.grammar.upos(casualty.people) == Upos::Num;
                reading.participants(casualty.people).into_iter().filter(move |one| number || people(one))
            })
            .filter(|one| !draft.mention.sources.iter().any(|source| same(source, one)))
            .collect();
        // "A bomb exploded in the town, killing ten": where it was is not whom it struck.
        if !victims.is_empty() && only_place(reading, draft) {
            draft.mention.targets.clear();
        }
        for one in victims {
            if !draft.mention.targets.iter().any(|other| same(other, &one)) {
                draft.mention.targets.push(one);
            }
        }
    }
}

/// Whether people are told to be hurt by this and nothing else: not at another time ("after killing two"), nor by somebody
/// else ("and soldiers killed ten").
fn is_told_of(reading: &Reading<'_>, draft: &Draft, casualty: &Casualty) -> bool {
    let grammar = &reading.grammar;
    let (verb, anchor) = (casualty.verb, draft.found.anchor());
    let trigger = reading.trigger(&draft.found);
    let befalls = reading.kind(&draft.found).befalls;
    let noun = trigger.part == TriggerPart::Noun;
    let above = grammar.upward(anchor).skip(1).any(|at| at == verb);
    let since = grammar.preposition(draft.found.head).is_some_and(|word| {
        matches!(grammar.lower(word), "since" | "before" | "until" | "despite" | "for" | "ahead")
    });
    match grammar.relation(verb) {
        _ if above => befalls || noun && !since,
        Relation::Advcl if verb != anchor => grammar.mark(verb).is_none(),
        Relation::Conj if verb != anchor => befalls || !grammar.has_nominal_subject(verb),
        _ => true,
    }
}
