//! "the Landless Workers Movement (MST)": the letters speak of it from then on.

use super::registry::Registry;
use crate::actors::{ActorSort, MentionForm};
use crate::language::Sentence;
use std::collections::{BTreeMap, HashSet};

/// Adds a mention wherever an article writes the letters that it gave an organisation, and they are nobody's
/// name in the table.
pub fn read(registry: &mut Registry) {
    let mut given: BTreeMap<String, usize> = BTreeMap::new();
    for mention in &registry.mentions {
        let actor = &registry.actors[mention.actor];
        let organisation = matches!(actor.sort, ActorSort::Group | ActorSort::Organisation | ActorSort::Body);
        if mention.form != MentionForm::Name || !organisation {
            continue;
        }
        let place = &registry.document.sentences[mention.sentence];
        if let Some(letters) = in_parentheses(place, mention.tokens.end) {
            given.entry(letters.to_owned()).or_insert(mention.actor);
        }
    }
    if given.is_empty() {
        return;
    }
    let taken: HashSet<(usize, usize)> = registry
        .mentions
        .iter()
        .flat_map(|mention| mention.tokens.clone().map(|token| (mention.sentence, token)))
        .collect();
    for (sentence, place) in registry.document.sentences.iter().enumerate() {
        for (at, token) in place.tokens.iter().enumerate() {
            if let Some(&actor) = given.get(token.form.as_str()).filter(|_| !taken.contains(&(sentence, at)))
            {
                registry.mention(actor, sentence, at..at + 1, MentionForm::Name, "acronym");
            }
        }
    }
}

/// The letters in parentheses at a token.
fn in_parentheses(place: &Sentence, at: usize) -> Option<&str> {
    let form = |at: usize| place.tokens.get(at).map_or("", |token| token.form.as_str());
    let letters = form(at + 1);
    let capitals = letters.chars().filter(|letter| letter.is_uppercase()).count();
    let acronym = letters.starts_with(char::is_uppercase)
        && capitals >= 2
        && capitals * 2 > letters.chars().count()
        && letters.chars().all(|letter| letter.is_alphabetic() || letter == '-');
    (form(at) == "(" && form(at + 2) == ")" && acronym).then_some(letters)
}
