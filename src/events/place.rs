//! Where a happening is told to be.

use super::PlaceMention;
use super::draft::Draft;
use super::grammar;
use super::mention::Place;
use super::reading::{Reading, country_code};
use crate::language::Relation;

/// Gives the mentions of one sentence their places: from the phrase of the event, then from its clause, then
/// from what it is done to.
pub(super) fn settle(reading: &Reading<'_>, drafts: &mut [Draft]) {
    if reading.places.is_empty() {
        return;
    }
    for draft in drafts {
        let place = own_phrase(reading, draft)
            .or_else(|| modifier(reading, draft.found.head))
            .or_else(|| clause(reading, draft))
            .or_else(|| participant(reading, draft));
        draft.mention.place = place.map(|place| Place {
            name: place.name.clone(),
            country: place.country.clone(),
            coordinates: place.coordinates,
            location: place.location,
        });
    }
}

/// "killed 23 people in Tel Aviv", "demonstrators in Monrovia": people and things of no country told of have
/// that of the place.
pub(super) fn lend_countries(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        let Some(country) = draft.mention.place.as_ref().and_then(|place| place.country.clone()) else {
            continue;
        };
        for participant in &mut draft.mention.targets {
            if participant.code.is_some() {
                continue;
            }
            match participant.actor.map(|actor| &reading.actors.actors[actor]) {
                None => participant.code = Some(country.clone()),
                Some(actor) if !actor.named && country_code(&actor.code).is_none() => {
                    let class =
                        if actor.code.is_empty() { String::new() } else { format!(".{}", actor.code) };
                    participant.code = Some(format!("{country}{class}"));
                }
                Some(_) => {}
            }
        }
    }
}

fn local(word: &str) -> bool {
    matches!(
        word,
        "in" | "at"
            | "near"
            | "outside"
            | "inside"
            | "around"
            | "across"
            | "throughout"
            | "off"
            | "along"
            | "over"
            | "within"
            | "on"
            | "to"
            | "into"
    )
}

/// "strikes on a base in Syria", "met in Geneva", "talks at the Kremlin".
fn own_phrase<'a>(reading: &Reading<'a>, draft: &Draft) -> Option<&'a PlaceMention> {
    draft.found.arguments.list.iter().find_map(|argument| match argument.place {
        grammar::Place::Preposition(word) if local(reading.grammar.lower(word)) => {
            let direct = reading.place_at(argument.token);
            // "to" and "on" name a place only where the place itself is their object.
            if matches!(reading.grammar.lower(word), "on" | "to" | "over") {
                direct
            } else {
                direct.or_else(|| inside(reading, argument.token))
            }
        }
        _ => None,
    })
}

/// "the Damascus bombing", "the Syrian conflict".
fn modifier<'a>(reading: &Reading<'a>, head: usize) -> Option<&'a PlaceMention> {
    reading
        .grammar
        .children(head)
        .filter(|&child| matches!(reading.grammar.relation(child), Relation::Compound))
        .find_map(|child| reading.place_at(child))
}

/// A place told of the clause: "In Geneva, the two ministers met", "met … and signed a treaty in Moscow".
fn clause<'a>(reading: &Reading<'a>, draft: &Draft) -> Option<&'a PlaceMention> {
    let grammar = &reading.grammar;
    let anchor = draft.found.arguments.carrier.unwrap_or(draft.found.head);
    for at in grammar.upward(anchor).take(4) {
        for child in grammar.children(at) {
            let oblique = matches!(grammar.relation(child), Relation::Obl | Relation::Nmod);
            if oblique
                && grammar.preposition(child).is_some_and(|word| {
                    matches!(
                        grammar.lower(word),
                        "in" | "at" | "near" | "outside" | "inside" | "across" | "throughout" | "off"
                    )
                })
                && let Some(place) = reading.place_at(child)
            {
                return Some(place);
            }
        }
        if matches!(
            grammar.relation(at),
            Relation::Ccomp | Relation::Advcl | Relation::AclRelcl | Relation::Root | Relation::Parataxis
        ) {
            break;
        }
    }
    None
}

/// "shelled Aleppo", "arrived in Moscow": what it is done to, or the place that belongs to it.
fn participant<'a>(reading: &Reading<'a>, draft: &Draft) -> Option<&'a PlaceMention> {
    let object = draft.found.object?;
    if !reading.rules.triggers[draft.found.trigger].located {
        return None;
    }
    reading.place_at(object).or_else(|| inside(reading, object))
}

fn inside<'a>(reading: &Reading<'a>, token: usize) -> Option<&'a PlaceMention> {
    reading
        .grammar
        .children(token)
        .filter(|&child| {
            matches!(
                reading.grammar.relation(child),
                Relation::Nmod | Relation::Compound | Relation::Appos | Relation::Amod
            )
        })
        .find_map(|child| reading.place_at(child))
}
