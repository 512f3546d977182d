//! Places told of again without their names: "in the village", "the city's market", "there", and the town that an article is dated
//! from: "here", "this battered town".

use super::super::rule::Rules;
use super::super::{Extent, PlaceMention};
use super::dateline::Dateline;
use crate::language::{Document, Relation, Sentence, Upos};

/// How many sentences back the name may stand.
const BACK: usize = 2;

/// What a document says of `named` places by what they are, in reading order.
pub(super) fn find(
    document: &Document,
    named: &[PlaceMention],
    dateline: Option<&Dateline>,
    rules: &Rules,
) -> Vec<PlaceMention> {
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        for token in 0..sentence.tokens.len() {
            if named.iter().any(|place| place.sentence == index && place.tokens.contains(&token)) {
                continue;
            }
            let Some(sort) = Sort::of(sentence, token, rules) else { continue };
            let told = || meant(document, named, rules, (index, token), sort);
            if let Some(place) = of_dateline(document, dateline, (index, token), sort, told) {
                found.push(PlaceMention {
                    location: sentence.location(token),
                    sentence: index,
                    tokens: token..token + 1,
                    ..place.clone()
                });
            }
        }
    }
    found
}

/// What a word says that the place is.
#[derive(Clone, Copy)]
enum Sort {
    /// "here"
    Here,
    /// "there"
    Any,
    /// "the town"
    Town,
    /// "the capital"
    Capital,
    /// "the province"
    Region,
}

impl Sort {
    fn of(sentence: &Sentence, token: usize, rules: &Rules) -> Option<Self> {
        let word = &sentence.tokens[token];
        if matches!(word.lower.as_str(), "here" | "there") {
            let sort = if word.lower == "here" { Self::Here } else { Self::Any };
            return (word.relation == Relation::Advmod).then_some(sort);
        }
        let sort = match word.lower.as_str() {
            "capital" => Self::Capital,
            "city" | "town" | "village" | "hamlet" | "settlement" => Self::Town,
            "province" | "governorate" | "region" | "district" | "county" | "state" | "peninsula"
            | "island" | "valley" | "prefecture" => Self::Region,
            _ => return None,
        };
        points_back(sentence, token, rules).then_some(sort)
    }

    fn fits(self, place: &PlaceMention) -> bool {
        match self {
            Self::Here => false,
            Self::Any => true,
            Self::Town => {
                place.extent == Extent::Site
                    && matches!(place.kind.as_str(), "capital" | "city" | "town" | "")
            }
            Self::Capital => place.kind == "capital",
            Self::Region => place.extent == Extent::Region && place.kind != "sea",
        }
    }
}

/// What is meant where an article is dated from a town: "here" and "this town" are that town, unless somebody is quoted, and so is
/// "the city" where no other one is told, or several are.
fn of_dateline<'a>(
    document: &Document,
    dateline: Option<&'a Dateline>,
    (index, token): (usize, usize),
    sort: Sort,
    told: impl FnOnce() -> Option<&'a PlaceMention>,
) -> Option<&'a PlaceMention> {
    let Some(dateline) = dateline.filter(|one| one.lead <= index) else { return told() };
    let sentence = document.sentences.get(index)?;
    let place = Some(&dateline.place).filter(|place| place.location.part == sentence.part);
    let pointing = determiner(sentence, token).is_some_and(|at| sentence.tokens[at].lower == "this");
    match sort {
        Sort::Here => place.filter(|_| !is_quoted(document, index, token)),
        Sort::Any | Sort::Region => told(),
        Sort::Town | Sort::Capital => {
            let fitting = || place.filter(|place| sort.fits(place) && !is_quoted(document, index, token));
            if pointing { fitting().or_else(told) } else { told().or_else(fitting) }
        }
    }
}

/// Whether a word stands between quotation marks, in its paragraph.
fn is_quoted(document: &Document, index: usize, token: usize) -> bool {
    let here = &document.sentences[index];
    let paragraph = document.sentences[..index]
        .iter()
        .rev()
        .take_while(|other| other.part == here.part && other.paragraph == here.paragraph)
        .flat_map(|sentence| &sentence.tokens);
    let marks = paragraph
        .chain(&here.tokens[..token])
        .filter(|word| matches!(word.form.as_str(), "\"" | "``" | "''" | "“" | "”"));
    marks.count() % 2 == 1
}

/// The article that a noun stands with: right before it, before "same", or, of "this", before what describes it: "this battered
/// town".
fn determiner(sentence: &Sentence, noun: usize) -> Option<usize> {
    let word = |at: usize| &sentence.tokens[at];
    let near = noun.checked_sub(1)?;
    if word(near).lower == "same" {
        return near.checked_sub(1);
    }
    let described = (0..near)
        .rev()
        .take(3)
        .find(|&at| word(at).lower == "this")
        .filter(|&at| (at + 1..noun).all(|at| word(at).relation == Relation::Amod));
    Some(described.unwrap_or(near))
}

/// Whether nothing but an article stands with a noun, so that it says no more than what has been named: "in the village",
/// "the city's market", and not "the village of", "the town where", "the nearby town".
fn points_back(sentence: &Sentence, noun: usize, rules: &Rules) -> bool {
    let lower =
        |at: Option<usize>| at.and_then(|at| sentence.tokens.get(at)).map_or("", |word| word.lower.as_str());
    let article = determiner(sentence, noun);
    if !matches!(lower(article), "the" | "that" | "this") {
        return false;
    }
    let owns = matches!(lower(Some(noun + 1)), "'s" | "’s" | "'");
    // "The city voted": its people, and no place.
    let place =
        |at: usize| matches!(sentence.tokens[at].relation, Relation::Obl | Relation::Nmod | Relation::Obj);
    // "in the city centre", "at the village school"
    let part = sentence.tokens[noun].head.filter(|&part| {
        let lemma = &sentence.tokens[part].lemma;
        let ground = rules.is_struck(lemma) || rules.in_class("direction", lemma);
        sentence.tokens[noun].relation == Relation::Compound && part == noun + 1 && ground
    });
    let stands = place(part.unwrap_or(noun));
    let told_more = sentence.tokens.iter().enumerate().any(|(at, word)| {
        word.head == Some(noun)
            && at > noun
            && matches!(
                word.relation,
                Relation::Nmod | Relation::Appos | Relation::AclRelcl | Relation::Acl | Relation::Flat
            )
    });
    let name = sentence.tokens.get(noun + 1).is_some_and(|next| next.upos == Upos::Propn);
    owns || stands && !told_more && !name && lower(Some(noun + 1)) != "of"
}

/// The place that is meant: the only one of its sort in the nearest sentence that names one, or there the only one that is
/// called by the same noun.
fn meant<'a>(
    document: &Document,
    named: &'a [PlaceMention],
    rules: &Rules,
    (index, token): (usize, usize),
    sort: Sort,
) -> Option<&'a PlaceMention> {
    let here = document.sentences.get(index)?;
    let noun = here.tokens[token].lower.as_str();
    for sentence in (index.saturating_sub(BACK)..=index).rev() {
        let there = document.sentences.get(sentence).filter(|there| there.part == here.part)?;
        let fitting = || {
            named.iter().filter(move |place| {
                place.sentence == sentence
                    && (sentence < index || place.tokens.end <= token)
                    && sort.fits(place)
            })
        };
        let called = || fitting().filter(|place| is_called(there, place, noun));
        let other =
            |place: &&PlaceMention| !is_called(there, place, noun) && is_called_else(there, place, rules);
        if let Some(first) = called().next() {
            return called().all(|place| place.name == first.name).then_some(first);
        }
        if let Some(first) = fitting().next() {
            let only = fitting().all(|place| place.name == first.name);
            return Some(first).filter(|first| only && !other(first));
        }
    }
    None
}

/// "the village of Hardan", "Hardan village".
fn is_called(sentence: &Sentence, place: &PlaceMention, noun: &str) -> bool {
    beside(sentence, place).any(|word| word == noun)
}

/// Whether a name is told to be something else: "the province of Hama" is not "the city".
fn is_called_else(sentence: &Sentence, place: &PlaceMention, rules: &Rules) -> bool {
    beside(sentence, place).any(|word| rules.in_class("place-noun", word))
}

/// The words that say what a place is: those right before and behind its name, and the one before "of".
fn beside<'a>(sentence: &'a Sentence, place: &PlaceMention) -> impl Iterator<Item = &'a str> {
    let start = place.tokens.start;
    let before = start.checked_sub(1);
    let of = before.filter(|&at| sentence.tokens[at].lower == "of").and_then(|at| at.checked_sub(1));
    [before, of, Some(place.tokens.end)]
        .into_iter()
        .flatten()
        .filter_map(|at| sentence.tokens.get(at))
        .map(|word| word.lower.as_str())
}
