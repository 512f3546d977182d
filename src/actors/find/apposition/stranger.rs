//! Persons whom nothing but a description beside their name tells: "Abu Hassan, an al-Nusra leader,".

use crate::actors::MentionForm;
use crate::actors::find::grammar::{is_determiner, is_hyphen, is_particle};
use crate::actors::find::registry::Registry;
use crate::actors::rules::tables::Sex;
use crate::language::{Relation, Sentence, Upos};
use std::ops::Range;

/// How many tokens a name may have.
const LONGEST: usize = 6;

/// The person named right before a description and its comma, or with the comma lost where the tree sees the
/// apposition; a new actor with a mention of its own.
pub fn beside(registry: &mut Registry, index: usize, comma: Option<usize>) -> Option<usize> {
    let mention = &registry.mentions[index];
    let (sentence, description, head) = (mention.sentence, mention.tokens.clone(), mention.head);
    let place = &registry.document.sentences[sentence];
    let end = match comma {
        Some(comma) => comma,
        None => before_article(place, description.start)?,
    };
    let name = name_before(place, end)?;
    let taken = |token: usize| {
        registry.mentions.iter().any(|other| other.sentence == sentence && other.tokens.contains(&token))
    };
    let not_a_name = |token: usize| registry.rules.not_names.contains(place.tokens[token].lower.as_str());
    if name.clone().any(|token| taken(token) || not_a_name(token)) {
        return None;
    }
    let apposition = place.tokens[head].relation == Relation::Appos
        && place.tokens[head].head.is_some_and(|head| name.contains(&head));
    let closed = place.tokens.get(description.end).is_none_or(|next| {
        matches!(next.form.as_str(), "," | "." | "(" | "-" | "–" | "—") || next.lower == "who"
    });
    if !(apposition || comma.is_some() && closed && !follows_place(place, name.start)) {
        return None;
    }
    let words = name.clone().map(|token| {
        let token = &place.tokens[token];
        if token.space_after { format!("{} ", token.form) } else { token.form.to_string() }
    });
    let shown = words.collect::<String>();
    let actor = registry.stranger(shown.trim_end(), String::new(), Sex::Unknown);
    registry.mention(actor, sentence, name, MentionForm::Name, "name-with-description");
    Some(actor)
}

/// The article of a description without a comma before it: "Abu Hassan an al-Nusra leader".
fn before_article(place: &Sentence, start: usize) -> Option<usize> {
    (start.saturating_sub(2)..start)
        .rev()
        .find(|&token| matches!(place.tokens[token].lower.as_str(), "a" | "an"))
}

/// Two capitalised words or more that end there.
fn name_before(place: &Sentence, end: usize) -> Option<Range<usize>> {
    let capital = |token: usize| {
        let word = &place.tokens[token];
        word.form.starts_with(char::is_uppercase)
            && !is_determiner(&word.lower)
            && matches!(word.upos, Upos::Propn | Upos::X)
    };
    let mut start = end;
    while start > 0 && end - start < LONGEST {
        let before = start - 1;
        let inner = start < end && (is_particle(&place.tokens[before].lower) || is_hyphen(place, before));
        if !(capital(before) || inner) {
            break;
        }
        start = before;
    }
    while start < end && !capital(start) {
        start += 1;
    }
    let capitals = (start..end).filter(|&token| capital(token)).count();
    (capitals > 1).then_some(start..end)
}

/// "In New York, a Syrian official said …": the name is where it was.
fn follows_place(place: &Sentence, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| {
        matches!(
            place.tokens[before].lower.as_str(),
            "in" | "at" | "near" | "from" | "to" | "of" | "outside" | "around" | "on" | ","
        )
    })
}
