//! What the words of a document name as places: the gazetteer's, states by their names, and names that the words around
//! them make places.

use super::super::reading::country_code;
use super::super::rule::Rules;
use super::super::{Extent, PlaceMention};
use super::dateline::{self, Dateline};
use super::{again, nation, unlisted};
use crate::actors::{ActorSort, Actors, MentionForm};
use crate::article::Location;
use crate::dates::Expression;
use crate::language::{Document, Upos};

/// The places of a document, in reading order, and its dateline, whose words are none of them: nothing is told there by its words alone.
pub(in super::super) struct Known {
    pub all: Vec<PlaceMention>,
    pub dateline: Option<Dateline>,
}

/// All places of a document; `listed` are the gazetteer's.
pub(in super::super) fn known(
    document: &Document,
    actors: &Actors,
    listed: &[PlaceMention],
    expressions: &[Expression],
    rules: &Rules,
) -> Known {
    // "Papua New Guinea" is not in Papua.
    let mut all: Vec<PlaceMention> =
        listed.iter().filter(|place| !is_part_of_state(place, actors)).cloned().collect();
    // "Saada province" is more than its capital.
    for place in &mut all {
        let behind = document.sentences.get(place.sentence).and_then(|one| one.tokens.get(place.tokens.end));
        if behind.is_some_and(|noun| rules.in_class("region-noun", &noun.lower)) {
            place.extent = place.extent.max(Extent::Region);
        }
    }
    let more = states(document, actors, &all, rules);
    all.extend(more);
    let dateline = dateline::find(document, actors, &all);
    all.extend(dateline.iter().map(|one| one.place.clone()).filter(|place| place.coordinates.is_none()));
    let more = unlisted::find(document, actors, &all, expressions, rules);
    all.extend(more);
    let more = again::find(document, &all, dateline.as_ref(), rules);
    let at_large = nation::find(document, actors, &all);
    all.extend(more);
    all.extend(at_large);
    all.sort_by_key(|place| (place.sentence, place.tokens.start));
    if let Some(dateline) = &dateline {
        all.retain(|place| {
            place.sentence != dateline.place.sentence || place.tokens.start >= dateline.tokens.end
        });
    }
    Known { all, dateline }
}

/// Whether the name of a place is a part of a state's longer one.
fn is_part_of_state(place: &PlaceMention, actors: &Actors) -> bool {
    actors.mentions.iter().any(|mention| {
        mention.sentence == place.sentence
            && mention.form == MentionForm::Name
            && actors.actors[mention.actor].sort == ActorSort::State
            && mention.tokens.len() > place.tokens.len()
            && mention.tokens.start <= place.tokens.start
            && place.tokens.end <= mention.tokens.end
    })
}

/// States by their names are places where the gazetteer is silent, and so is "Syrian" in "a Syrian village", "the Syrian
/// conflict".
fn states(document: &Document, actors: &Actors, places: &[PlaceMention], rules: &Rules) -> Vec<PlaceMention> {
    let taken: std::collections::HashSet<Location> = places.iter().map(|place| place.location).collect();
    actors
        .mentions
        .iter()
        .filter(|mention| {
            let actor = &actors.actors[mention.actor];
            actor.sort == ActorSort::State
                && country_code(&actor.code).is_some()
                && !taken.contains(&mention.location)
                && document.sentences.get(mention.sentence).is_some_and(|sentence| {
                    let Some(token) = sentence.tokens.get(mention.head) else { return false };
                    let ground = token.head.and_then(|head| sentence.tokens.get(head)).is_some_and(|noun| {
                        ["soil", "inner-affair"].iter().any(|class| rules.in_class(class, &noun.lemma))
                            || rules.in_class("territory", &noun.lemma)
                                && !rules.in_class("abroad", &noun.lemma)
                            || rules.in_class("abroad", &noun.lemma) && !keeps_bases(&actor.code)
                    });
                    // "Russian" names a people, "Russia" a place.
                    mention.form == MentionForm::Name && token.upos == Upos::Propn
                        || mention.form == MentionForm::Adjective && ground
                })
        })
        .map(|mention| PlaceMention {
            name: actors.actors[mention.actor].name.clone(),
            country: actors.actors[mention.actor].code.get(..3).map(str::to_string),
            coordinates: None,
            extent: Extent::State,
            kind: String::new(),
            location: mention.location,
            sentence: mention.sentence,
            tokens: mention.tokens.clone(),
        })
        .collect()
}

/// States with forces in many lands: their bases say nothing of where they are.
fn keeps_bases(code: &str) -> bool {
    matches!(code.get(..3), Some("USA" | "RUS" | "GBR" | "FRA" | "SUN"))
}
