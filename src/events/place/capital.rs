//! Capitals told of by their state: "the Syrian capital", "Kenya's capital", "the capital of Peru"; and "the capital" of the country
//! that an article is about.

use super::super::PlaceMention;
use super::{dateline, story};
use crate::actors::{ActorMention, ActorSort, Actors};
use crate::language::{Document, Relation, Sentence, Upos};
use crate::places::{Extent, Rules};

/// How many sentences back the capital's own name may stand.
const BACK: usize = 2;

/// The capitals that a document names by their states alone, or by nothing; `named` are the places that it names themselves.
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
        let Some(country) = actor.code.get(..3) else { continue };
        found.extend(capital(sentence, mention.sentence, noun, country, gazetteer));
    }
    let dateline = dateline::find(document, actors, named);
    if let Some(about) = story::country(actors, named, dateline.as_ref()).filter(|about| about.is_plain) {
        let more = unnamed(document, named, &found, about.country, gazetteer);
        found.extend(more);
    }
    found
}

fn capital(
    sentence: &Sentence,
    index: usize,
    noun: usize,
    country: &str,
    gazetteer: &Rules,
) -> Option<PlaceMention> {
    let (name, coordinates) = gazetteer.capital(country)?;
    Some(PlaceMention {
        name: name.to_owned(),
        country: Some(country.to_owned()),
        coordinates: Some(coordinates),
        extent: Extent::Site,
        kind: "capital".to_owned(),
        location: sentence.location(noun),
        sentence: index,
        tokens: noun..noun + 1,
    })
}

/// "In the capital, crowds attacked the embassy": the capital of the country that the article is about, where no other one has been
/// named that the words may mean.
fn unnamed(
    document: &Document,
    named: &[PlaceMention],
    found: &[PlaceMention],
    country: &str,
    gazetteer: &Rules,
) -> Vec<PlaceMention> {
    let mut more = Vec::new();
    // "south of the provincial capital": "the capital" may be that one.
    let provincial = |sentence: &Sentence| {
        sentence.tokens.windows(2).any(|two| {
            let adjective = two[0].lower.as_str();
            two[1].lower == "capital"
                && matches!(adjective, "provincial" | "regional" | "state" | "district" | "county")
        })
    };
    if document.sentences.iter().any(provincial) {
        return more;
    }
    for (index, sentence) in document.sentences.iter().enumerate() {
        let near = |place: &PlaceMention| {
            place.kind == "capital" && (index.saturating_sub(BACK)..=index).contains(&place.sentence)
        };
        if named.iter().chain(found).any(near) {
            continue;
        }
        let nouns = (1..sentence.tokens.len()).filter(|&noun| {
            let place =
                matches!(sentence.tokens[noun].relation, Relation::Obl | Relation::Nmod | Relation::NmodPoss);
            place && sentence.tokens[noun].lower == "capital" && sentence.tokens[noun - 1].lower == "the"
        });
        let nouns = nouns.filter(|&noun| stands_alone(sentence, noun) && !is_explained(sentence, noun));
        more.extend(nouns.filter_map(|noun| capital(sentence, index, noun, country, gazetteer)));
    }
    more
}

/// "the capital of the province", "the capital, Harju": which one it is follows.
fn is_explained(sentence: &Sentence, noun: usize) -> bool {
    sentence.tokens.iter().enumerate().any(|(at, word)| {
        word.head == Some(noun)
            && at > noun
            && matches!(word.relation, Relation::Nmod | Relation::Appos | Relation::AclRelcl | Relation::Flat)
    })
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
