//! "Lavrov, the Russian foreign minister," and "the foreign minister, Sergei Lavrov,": one actor.

mod stranger;

use super::grammar::{is_determiner, is_hyphen, is_possessive};
use super::registry::Registry;
use crate::actors::{ActorSort, MentionForm, RoleMention};
use crate::language::{Relation, Sentence, Upos};
use std::ops::Range;

/// Joins descriptions of one person with the name that stands beside them in commas.
pub fn join(registry: &mut Registry, sentence: usize) {
    let place = &registry.document.sentences[sentence];
    let first = registry.mentions.partition_point(|mention| mention.sentence < sentence);
    registry.mentions[first..].sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
    for index in first..registry.mentions.len() {
        country_of_organisation(registry, index, first);
        let mention = &registry.mentions[index];
        if mention.form != MentionForm::Description || !is_one_person(registry, mention.actor) {
            continue;
        }
        let before = begins_after_comma(place, mention.tokens.start);
        let end = mention.tokens.end;
        let named = |other: &&crate::actors::ActorMention| {
            let person = &registry.actors[other.actor];
            other.form == MentionForm::Name && person.sort == ActorSort::Person && person.named
        };
        let mut around = registry.mentions[first..].iter().filter(named);
        let behind_comma = place.tokens.get(end).is_some_and(|token| token.form == ",").then_some(end + 1);
        let head = mention.head;
        let partner = around.find(|other| {
            Some(other.tokens.end) == before && (closes(place, end) || hangs_on(place, head, &other.tokens))
                || Some(other.tokens.start) == behind_comma
                    && (closes(place, other.tokens.end) || hangs_on(place, other.head, &mention.tokens))
        });
        let person = partner.map(|other| other.actor);
        let person = person.or_else(|| stranger::beside(registry, index, before));
        let person = person.or_else(|| stranger::behind(registry, index));
        if let Some(person) = person {
            describe(registry, index, person);
        }
    }
}

/// "the National Defense Commission, North Korea's top body,": the description tells whose it is.
fn country_of_organisation(registry: &mut Registry, index: usize, first: usize) {
    let mention = &registry.mentions[index];
    let (actor, end) = (mention.actor, mention.tokens.end);
    let row = &registry.actors[actor];
    let place = &registry.document.sentences[mention.sentence];
    let bare = row.sort == ActorSort::Group && row.id.starts_with("group:");
    if !bare || place.tokens.get(end).is_none_or(|token| token.form != ",") {
        return;
    }
    let article = place.tokens.get(end + 1).is_some_and(|token| is_determiner(&token.lower));
    let begin = end + 1 + usize::from(article);
    let owner = registry.mentions[first..].iter().find(|other| {
        let possessive = is_possessive(place, other.tokens.end);
        other.tokens.start == begin && (possessive || other.form != MentionForm::Name)
    });
    let country = owner.and_then(|owner| {
        let code = registry.actors[owner.actor].code.as_str();
        let state = |state: &&crate::actors::rules::tables::State| Some(state.code.as_str()) == code.get(..3);
        registry.rules.states.iter().find(state).map(|state| state.code.clone())
    });
    if let Some(country) = country.filter(|_| !registry.actors[actor].code.contains('.')) {
        let sector = std::mem::take(&mut registry.actors[actor].code);
        registry.actors[actor].code = if sector.is_empty() { country } else { format!("{country}.{sector}") };
    }
}

/// One person by description: the holder of an office, or one of some people.
fn is_one_person(registry: &Registry, actor: usize) -> bool {
    let actor = &registry.actors[actor];
    !actor.named && !actor.plural && matches!(actor.sort, ActorSort::Person | ActorSort::People)
}

/// The comma before a description, passing over its article, adjectives and numbers.
fn begins_after_comma(place: &Sentence, start: usize) -> Option<usize> {
    for token in (start.saturating_sub(5)..start).rev() {
        let word = &place.tokens[token];
        if word.form == "," {
            return Some(token);
        }
        let inside = is_determiner(&word.lower)
            || matches!(word.upos, Upos::Adj | Upos::Num | Upos::Noun | Upos::Propn | Upos::Adv)
            || is_possessive(place, token)
            || word.upos == Upos::X
                && word.form.starts_with(char::is_lowercase)
                && !matches!(word.lower.as_str(), "and" | "with" | "of" | "said" | "by" | "to" | "for");
        if !inside {
            return None;
        }
    }
    None
}

/// Whether an apposition ends there: "After talks with Lavrov, the British minister said …" has none.
fn closes(place: &Sentence, end: usize) -> bool {
    place.tokens.get(end).is_none_or(|next| {
        next.upos == Upos::Punct && !is_hyphen(place, end) || matches!(next.lower.as_str(), "who" | "whose")
    })
}

/// Whether the tree has a word as an apposition of one of some others.
fn hangs_on(place: &Sentence, head: usize, words: &Range<usize>) -> bool {
    let token = &place.tokens[head];
    matches!(token.relation, Relation::Appos | Relation::Flat)
        && token.head.is_some_and(|above| words.contains(&above))
}

/// Makes a description a mention of the person, and gives that person what it says.
fn describe(registry: &mut Registry, index: usize, person: usize) {
    let described = registry.mentions[index].actor;
    let (id, code) = (registry.actors[described].id.clone(), registry.actors[described].code.clone());
    let location = registry.mentions[index].location;
    let stranger = &mut registry.actors[person];
    if !stranger.known && stranger.code.len() < code.len() {
        stranger.code = code;
    }
    registry.mentions[index].actor = person;
    if registry.actors[described].sort != ActorSort::Person {
        return;
    }
    let post = match id.strip_prefix('/') {
        Some(office) => post_of(registry, person, office),
        None => Some(id).filter(|id| id.contains('/')),
    };
    if let Some(post) = post {
        registry.roles.push(RoleMention { actor: person, post, location, former: false });
    }
}

/// Whose office it is that a person of the table holds, where the words do not say: "the foreign secretary".
fn post_of(registry: &Registry, person: usize, office: &str) -> Option<String> {
    let rules = registry.rules;
    let row = &rules.persons[*rules.person_ids.get(registry.actors[person].id.as_str())?];
    let office = rules.offices.iter().find(|row| row.id == office)?;
    let posts = row.roles.iter().rev().map(|role| &rules.posts[role.post]);
    let same =
        |held: usize| rules.offices[held].rank == office.rank || rules.offices[held].title == office.title;
    posts.into_iter().find(|post| same(post.office)).map(|post| post.id.clone())
}
