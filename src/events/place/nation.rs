//! The country at large: "across the country", "nationwide".

use super::super::reading::country_code;
use super::super::{Extent, PlaceMention};
use crate::actors::{ActorSort, Actors};
use crate::language::{Document, Relation, Sentence};

/// How many sentences back the country may be told.
const BACK: usize = 2;

/// Where a document speaks of the country at large, in reading order; `named` are the places that it names.
pub(super) fn find(document: &Document, actors: &Actors, named: &[PlaceMention]) -> Vec<PlaceMention> {
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        for token in (0..sentence.tokens.len()).filter(|&token| is_at_large(sentence, token)) {
            let Some((country, name)) = meant(document, actors, named, index) else { continue };
            found.push(PlaceMention {
                name,
                country: Some(country),
                coordinates: None,
                extent: Extent::State,
                kind: String::new(),
                location: sentence.location(token),
                sentence: index,
                tokens: token..token + 1,
            });
        }
    }
    found
}

fn is_at_large(sentence: &Sentence, token: usize) -> bool {
    let word = &sentence.tokens[token];
    let lower =
        |at: Option<usize>| at.and_then(|at| sentence.tokens.get(at)).map_or("", |word| word.lower.as_str());
    match word.lower.as_str() {
        "nationwide" | "countrywide" => matches!(word.relation, Relation::Advmod | Relation::Amod),
        "country" | "nation" => {
            matches!(word.relation, Relation::Obl | Relation::Nmod)
                && lower(token.checked_sub(1)) == "the"
                && matches!(lower(token.checked_sub(2)), "in" | "across" | "throughout" | "around")
                && !matches!(lower(Some(token + 1)), "of" | "'s" | "’s" | "'" | "that" | "which" | "where")
        }
        _ => false,
    }
}

/// The one country that the nearest sentence with any speaks of, and its name.
fn meant(
    document: &Document,
    actors: &Actors,
    named: &[PlaceMention],
    index: usize,
) -> Option<(String, String)> {
    let part = document.sentences.get(index)?.part;
    for back in (index.saturating_sub(BACK)..=index).rev() {
        if document.sentences.get(back)?.part != part {
            return None;
        }
        let states = actors
            .mentions
            .iter()
            .filter(|mention| mention.sentence == back)
            .map(|mention| &actors.actors[mention.actor])
            .filter(|actor| actor.sort == ActorSort::State)
            .filter_map(|actor| country_code(&actor.code));
        let places = named.iter().filter(|place| place.sentence == back);
        let mut countries = states.chain(places.filter_map(|place| place.country.as_deref()));
        let Some(country) = countries.next() else { continue };
        if countries.any(|other| other != country) {
            return None;
        }
        let state = actors
            .actors
            .iter()
            .find(|actor| actor.sort == ActorSort::State && country_code(&actor.code) == Some(country))?;
        return Some((country.to_owned(), state.name.clone()));
    }
    None
}
