//! People of whom no more is told than how many they are: "killing 19", "nine others were injured", "3 dead".

use super::Registry;
use crate::actors::rules::tables::Sex;
use crate::actors::{Actor, ActorSort, MentionForm};
use crate::language::{Relation, Sentence, Upos, WordList};
use std::collections::HashSet;

/// What befalls people alone, so that a number without a noun counts people.
static FATES: WordList = WordList::new(include_str!("what-befalls-people.txt"));

/// Nouns for what befalls people, of which each is one of them.
static NOUNS_OF_FATES: WordList = WordList::new(include_str!("nouns-of-what-befalls-people.txt"));

/// Words for so many that need no noun.
static MANY: WordList = WordList::new(include_str!("words-of-many.txt"));

/// The rule by which such people are found.
pub const RULE: &str = "counted";

/// Adds a mention of people for each number that counts them without a noun.
pub fn read(registry: &mut Registry) {
    let taken: HashSet<(usize, usize)> = registry
        .mentions
        .iter()
        .flat_map(|mention| mention.tokens.clone().map(|token| (mention.sentence, token)))
        .collect();
    let document = registry.document;
    for (sentence, place) in document.sentences.iter().enumerate() {
        let counts = |&token: &usize| counts_people(place, token) && !taken.contains(&(sentence, token));
        for token in (0..place.tokens.len()).filter(counts) {
            let actor = registry.actor("/people".to_owned(), |id| Actor {
                id,
                name: "people".to_owned(),
                code: "CVL".to_owned(),
                sort: ActorSort::People,
                known: false,
                named: false,
                sex: Sex::Unknown,
                plural: true,
            });
            let number = first_word(place, token)..last_word(place, token) + 1;
            registry.mention(actor, sentence, number, MentionForm::Description, RULE);
        }
    }
}

/// The first word of a number of several: "two hundred", "forty-two".
fn first_word(place: &Sentence, token: usize) -> usize {
    let tokens = &place.tokens;
    let in_words = |at: usize| tokens[at].lower == "-" || tokens[at].lower.starts_with(char::is_alphabetic);
    // "2 million", and not the day of a headline before the number.
    let is_part = |&at: &usize| {
        let within = tokens[at].head.is_some_and(|head| at < head && head <= token);
        within && in_words(at + 1) && (tokens[at].upos == Upos::Num || tokens[at].lower == "-")
    };
    (0..token).rev().take_while(is_part).last().unwrap_or(token)
}

/// The last word of it: "two hundred and fifty".
fn last_word(place: &Sentence, token: usize) -> usize {
    let tokens = &place.tokens;
    let goes_on = matches!(tokens[token].lower.as_str(), "hundred" | "thousand" | "million")
        && tokens.get(token + 1).is_some_and(|and| and.lower == "and")
        && tokens.get(token + 2).is_some_and(|rest| rest.upos == Upos::Num && rest.head == Some(token));
    if goes_on { token + 2 } else { token }
}

fn counts_people(place: &Sentence, token: usize) -> bool {
    let tokens = &place.tokens;
    let word = &tokens[token];
    let counts = word.upos == Upos::Num || MANY.holds(&word.lower);
    // "two of the ministers", "19 per cent", "15 year-old"
    let bare = tokens.get(token + 1).is_none_or(|next| {
        !matches!(next.lower.as_str(), "of" | "per" | "percent" | "%" | "-" | "–" | "year" | "years")
    });
    // "a gunman, 33,"
    let near = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|near| near.lower == ",");
    let age = near(token.checked_sub(1)) && near(Some(token + 1));
    if !counts
        || !bare
        || age
        || place.is_share(token)
        || token.checked_sub(1).is_some_and(|before| tokens[before].lower == "$")
    {
        return false;
    }
    let behind = (token + 1..tokens.len()).find(|&next| tokens[next].upos != Upos::Adv);
    // "27 injured", and not "27 injured men"
    let told_behind = behind.is_some_and(|fate| {
        is_fate(place, fate)
            && !tokens.iter().any(|other| other.head == Some(fate) && other.relation == Relation::Obj)
            && matches!(tokens[fate].upos, Upos::Adj | Upos::Verb)
            && tokens
                .get(fate + 1)
                .is_none_or(|next| !matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj))
    });
    // "led to 11 deaths"
    let in_noun = word.relation == Relation::Nummod
        && word.head.is_some_and(|noun| {
            NOUNS_OF_FATES.holds(&tokens[noun].lemma)
                && matches!(tokens[noun].relation, Relation::Obl | Relation::Obj | Relation::Conj)
        });
    told_behind || in_noun || word.head.is_some_and(|above| is_fate(place, above)) && is_side(word.relation)
}

fn is_side(relation: Relation) -> bool {
    matches!(relation, Relation::Obj | Relation::Nsubj | Relation::NsubjPass)
}

fn is_fate(place: &Sentence, token: usize) -> bool {
    let word = &place.tokens[token];
    FATES.holds(&word.lemma) || FATES.holds(&word.lower)
}
