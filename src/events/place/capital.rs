//! Capitals told of by their state: "the Syrian capital", "Kenya's capital", "the capital of Peru".

use super::super::PlaceMention;
use crate::actors::{ActorMention, ActorSort, Actors};
use crate::language::{Document, Sentence, Upos};
use crate::places::{Extent, Rules};

/// The capitals that a document names by their states alone; `named` are the places that it names themselves.
pub fn capitals(
    document: &Document,
    actors: &Actors,
    named: &[PlaceMention],
    gazetteer: &Rules,
) -> Vec<PlaceMention> {
    let mut found = Vec::new();
    for mention in &actors.mentions {
        let actor = &actors.actors[mention.actor];
        if actor.sort != ActorSort::State {
            continue;
        }
        let Some(sentence) = document.sentences.get(mention.sentence) else { continue };
        let Some(noun) = noun_of(sentence, mention) else { continue };
        // "the Syrian capital, Damascus": the name itself follows.
        let follows = |place: &&PlaceMention| {
            place.sentence == mention.sentence && (noun + 1..=noun + 3).contains(&place.tokens.start)
        };
        if named.iter().any(|place| follows(&place)) || !stands_alone(sentence, noun) {
            continue;
        }
        let country = actor.code.get(..3);
        let Some((name, coordinates)) = country.and_then(|country| gazetteer.capital(country)) else {
            continue;
        };
        let tokens = noun..noun + 1;
        found.push(PlaceMention {
            name: name.to_owned(),
            country: country.map(str::to_owned),
            coordinates: Some(coordinates),
            extent: Extent::Site,
            kind: "capital".to_owned(),
            location: sentence.location_of(tokens.clone()),
            sentence: mention.sentence,
            tokens,
        });
    }
    found
}

/// The word "capital" that belongs to the name of a state.
fn noun_of(sentence: &Sentence, state: &ActorMention) -> Option<usize> {
    let lower = |at: usize| sentence.tokens.get(at).map_or("", |token| token.lower.as_str());
    let (begin, end) = (state.tokens.start, state.tokens.end);
    let behind = if matches!(lower(end), "'s" | "’s" | "'") { end + 1 } else { end };
    let of = begin.checked_sub(if begin > 0 && lower(begin - 1) == "the" { 2 } else { 1 });
    let before = of.filter(|&of| lower(of) == "of").and_then(|of| of.checked_sub(1));
    [Some(behind), before].into_iter().flatten().find(|&at| lower(at) == "capital")
}

/// "capital markets", "the Nigerian capital territory" are something else.
fn stands_alone(sentence: &Sentence, noun: usize) -> bool {
    sentence
        .tokens
        .get(noun + 1)
        .is_none_or(|next| !matches!(next.upos, Upos::Noun | Upos::Propn) || next.lower == "city")
}
