//! Finding the names of places.

use super::rules::{Name, Place};
use super::{Extent, PlaceMention, Rules};
use crate::language::{Document, Sentence, Upos};
use crate::rules::fold::pieces;
use std::collections::HashMap;

/// A folded word and the token it stands in.
struct Piece {
    word: String,
    token: usize,
}

/// A name found, before it is decided which of its bearers is meant.
struct Found<'r> {
    sentence: usize,
    tokens: std::ops::Range<usize>,
    name: &'r Name,
}

/// The places that a document names, in reading order.
pub fn find(document: &Document, rules: &Rules) -> Vec<PlaceMention> {
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        names(sentence, index, rules, &mut found);
    }
    let countries = countries(&found, rules);
    let mentions = found.iter().enumerate().filter_map(|(index, one)| {
        let places = within_next(one, found.get(index + 1), document, rules);
        let places = if is_capital(one, document) { capitals_of(places, rules) } else { places };
        let place = meant(&places, rules, &countries)?;
        Some(mention(one, place, document))
    });
    mentions.collect()
}

/// The bearers of a name that can be meant, seen from a larger place named right behind it: "Manchester, Illinois" is
/// none of England's.
fn within_next(one: &Found, next: Option<&Found>, document: &Document, rules: &Rules) -> Vec<usize> {
    let all = one.name.places.clone();
    let Some(next) = next.filter(|next| {
        let comma = document.sentences[one.sentence].tokens.get(one.tokens.end);
        next.sentence == one.sentence
            && next.tokens.start == one.tokens.end + 1
            && comma.is_some_and(|comma| comma.lower == ",")
    }) else {
        return all;
    };
    let larger = |place: usize| matches!(rules.places[place].kind.as_str(), "region" | "island");
    if !next.name.places.iter().any(|&place| larger(place)) {
        return all;
    }
    let country = |place: usize| rules.places[place].country.as_deref();
    all.into_iter()
        .filter(|&place| next.name.places.iter().any(|&outer| country(outer) == country(place)))
        .collect()
}

/// "the capital Tripoli", "the Libyan capital, Tripoli"
fn is_capital(one: &Found, document: &Document) -> bool {
    let tokens = &document.sentences[one.sentence].tokens;
    let lower = |back: usize| one.tokens.start.checked_sub(back).map_or("", |at| tokens[at].lower.as_str());
    lower(1) == "capital" || matches!(lower(1), "," | "city" | "of") && lower(2) == "capital"
}

/// The capitals among the bearers of a name; all of them where none is one.
fn capitals_of(places: Vec<usize>, rules: &Rules) -> Vec<usize> {
    let capitals: Vec<usize> =
        places.iter().copied().filter(|&place| rules.places[place].kind == "capital").collect();
    if capitals.is_empty() { places } else { capitals }
}

fn names<'r>(sentence: &Sentence, index: usize, rules: &'r Rules, found: &mut Vec<Found<'r>>) {
    let mut words = Vec::new();
    let mut buffer = String::new();
    for (token, word) in sentence.tokens.iter().enumerate() {
        if word.form.starts_with(char::is_uppercase)
            || matches!(word.lower.as_str(), "al" | "el" | "de" | "la" | "of" | "the" | "-")
            || !words.is_empty()
        {
            pieces(&word.form, &mut buffer, |piece| words.push(Piece { word: piece.to_owned(), token }));
        }
    }
    let mut at = 0;
    while at < words.len() {
        match longest(sentence, &words, at, rules) {
            Some((name, end)) => {
                let tokens = words[at].token..words[end - 1].token + 1;
                found.push(Found { sentence: index, tokens, name });
                at = end;
            }
            None => at += 1,
        }
    }
}

/// The longest name that begins at a word, and the word behind it.
fn longest<'r>(
    sentence: &Sentence,
    words: &[Piece],
    at: usize,
    rules: &'r Rules,
) -> Option<(&'r Name, usize)> {
    let first = &sentence.tokens[words[at].token];
    let begins = at == 0 || words[at - 1].token != words[at].token;
    if !begins || !first.form.contains(char::is_uppercase) {
        return None;
    }
    let names = rules.names.get(words[at].word.as_str())?;
    names.iter().find_map(|name| {
        let end = at + name.words.len();
        let same = words.get(at..end)?.iter().zip(&name.words).all(|(piece, word)| piece.word == *word);
        let ends = words.get(end).is_none_or(|next| next.token != words[end - 1].token);
        (same && ends && !is_other(sentence, words[at].token..words[end - 1].token + 1))
            .then_some((name, end))
    })
}

/// Whether the words around a name make it part of another one: a person's, a paper's, a team's.
fn is_other(sentence: &Sentence, tokens: std::ops::Range<usize>) -> bool {
    let name = |token: Option<usize>| {
        token.and_then(|token| sentence.tokens.get(token)).is_some_and(|word| {
            word.upos == Upos::Propn
                && word.form.starts_with(char::is_uppercase)
                && !is_part_of_place(&word.lower)
        })
    };
    let tied = |token: usize, other: usize| {
        let (word, next) = (&sentence.tokens[token], &sentence.tokens[other]);
        word.head == Some(other) || next.head == Some(token)
    };
    let before = tokens.start.checked_sub(1);
    let verb = sentence.tokens[tokens.start].upos == Upos::Verb;
    verb || name(before)
        && before
            .is_some_and(|before| tied(tokens.end - 1, before) && !is_title(&sentence.tokens[before].lower))
        || name(Some(tokens.end)) && tied(tokens.end - 1, tokens.end)
}

/// Words that stand beside the name of a place and do not change it.
fn is_part_of_place(lower: &str) -> bool {
    matches!(
        lower,
        "province"
            | "city"
            | "airport"
            | "district"
            | "region"
            | "governorate"
            | "state"
            | "county"
            | "river"
            | "north"
            | "south"
            | "east"
            | "west"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "central"
            | "greater"
            | "camp"
            | "port"
            | "base"
            | "valley"
            | "square"
            | "oblast"
            | "island"
            | "peninsula"
            | "prison"
            | "university"
            | "hospital"
            | "international"
    )
}

fn is_title(lower: &str) -> bool {
    matches!(lower, "province" | "city" | "town" | "village" | "district" | "near" | "capital")
}

/// How often each country is spoken of through names that only one place bears.
fn countries<'r>(found: &[Found], rules: &'r Rules) -> HashMap<&'r str, usize> {
    let mut countries = HashMap::new();
    for found in found {
        if let [only] = found.name.places.as_slice()
            && let Some(country) = &rules.places[*only].country
        {
            *countries.entry(country.as_str()).or_default() += 1;
        }
    }
    countries
}

/// Which of several places of one name is meant: the one whose country the article speaks of, if only one is.
fn meant<'r>(places: &[usize], rules: &'r Rules, countries: &HashMap<&str, usize>) -> Option<&'r Place> {
    if let [only] = places {
        return Some(&rules.places[*only]);
    }
    let spoken = |place: &&usize| {
        rules.places[**place].country.as_deref().is_some_and(|country| countries.contains_key(country))
    };
    let mut fitting = places.iter().filter(spoken);
    let first = fitting.next()?;
    fitting.next().is_none().then(|| &rules.places[*first])
}

fn mention(found: &Found, place: &Place, document: &Document) -> PlaceMention {
    let sentence = &document.sentences[found.sentence];
    PlaceMention {
        name: place.name.clone(),
        country: place.country.clone(),
        coordinates: Some(place.coordinates),
        extent: match place.kind.as_str() {
            "region" | "island" | "sea" => Extent::Region,
            _ => Extent::Site,
        },
        kind: place.kind.clone(),
        location: sentence.location_of(found.tokens.clone()),
        sentence: found.sentence,
        tokens: found.tokens.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::article::{Part, Span};
    use crate::language::{Model, segment};
    use crate::places::Rules;
    use crate::rules::RuleFiles;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let rules = Rules::compile(&RuleFiles::embedded()).unwrap();
        let sentences = segment(text, Part::Text, Span::new(0, text.len()));
        let document = Model::embedded().unwrap().analyse(sentences);
        let found = find(&document, &rules);
        let found: Vec<_> =
            found.iter().map(|place| (place.name.as_str(), place.country.as_deref().unwrap_or(""))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn places_have_their_country() {
        check("The talks in Geneva failed.", &[("Geneva", "CHE")]);
        check(
            "Shells fell on Khan Sheikhoun and Deir ez-Zor.",
            &[("Khan Sheikhoun", "SYR"), ("Deir ez-Zor", "SYR")],
        );
        check("The men met.", &[]);
    }

    #[test]
    fn a_shared_name_is_told_apart_by_the_countries_around() {
        check("They fled from Tripoli to Benghazi.", &[("Tripoli", "LBY"), ("Benghazi", "LBY")]);
        check("They fled from Tripoli to Sidon.", &[("Tripoli", "LBN"), ("Sidon", "LBN")]);
        check("They fled from Tripoli.", &[]);
        check("They fled from the capital, Tripoli.", &[("Tripoli", "LBY")]);
    }
}
