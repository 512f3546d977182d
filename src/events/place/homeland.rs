//! The state in which something of a state's own affairs happens.

use super::super::draft::Draft;
use super::super::reading::Reading;
use super::super::{Extent, PlaceMention};
use super::{head_of, place_of};
use crate::language::Relation;

/// "Iceland's parliament dismissed the cabinet", "resigned as president of Peru": elections, offices, arrests and protests
/// of one state are in it, where its name stands with them and nobody of another state takes part.
pub(in super::super) fn at_home(readings: &[Reading<'_>], drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|draft| draft.mention.place.is_none()) {
        let reading = &readings[draft.mention.sentence];
        if !reading.kind(&draft.found).domestic {
            continue;
        }
        let mut states = reading
            .places
            .iter()
            .filter(|place| place.extent == Extent::State && is_of(reading, draft, place));
        let Some(state) = states.next() else { continue };
        let one = states.all(|other| other.country == state.country);
        let participants = draft.mention.sources.iter().chain(&draft.mention.targets);
        let foreign = participants
            .filter_map(|one| reading.country(one))
            .any(|country| Some(country) != state.country.as_deref());
        // "Chad seized the peninsula": what is taken is no part of its own.
        let takes = draft.mention.targets.iter().any(|target| reading.is_ground(target));
        if one && !foreign && !takes {
            draft.mention.place = Some(place_of(state));
        }
    }
}

/// Whether the name of a state stands within the event's own phrase, or within that of somebody who takes part.
fn is_of(reading: &Reading<'_>, draft: &Draft, place: &PlaceMention) -> bool {
    let grammar = &reading.grammar;
    let Some(top) = head_of(reading, place) else { return false };
    let (head, anchor) = (draft.found.head, draft.found.anchor());
    for at in grammar.upward(top) {
        if at == head || at == anchor {
            return true;
        }
        let bound = match grammar.relation(at) {
            Relation::NmodPoss
            | Relation::NmodDesc
            | Relation::Compound
            | Relation::Appos
            | Relation::Flat => true,
            Relation::Nsubj | Relation::NsubjPass => true,
            Relation::Obj => at != top,
            Relation::Nmod | Relation::Obl => {
                grammar.preposition(at).is_some_and(|word| matches!(grammar.lower(word), "of" | "as" | "by"))
            }
            _ => false,
        };
        // "the ambassador of Chile" is not in Chile.
        let away = reading.rules.in_class("abroad-by-trade", grammar.lemma(at))
            || reading.rules.in_class("abroad", grammar.lemma(at));
        if !bound || away {
            return false;
        }
    }
    false
}
