//! Persons whom nothing but a description beside their name tells: "Abu Hassan, an al-Nusra leader,", "the ambassador,
//! Abu Hassan,".

use crate::actors::find::grammar::{is_determiner, is_hyphen, is_particle};
use crate::actors::find::registry::Registry;
use crate::actors::rules::tables::Sex;
use crate::actors::{ActorMention, MentionForm};
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
    if !is_free(registry, sentence, &name) {
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
    Some(called(registry, sentence, name))
}

/// The person named right behind a description and its comma, where the tree sees the apposition.
pub fn behind(registry: &mut Registry, index: usize) -> Option<usize> {
    let mention = &registry.mentions[index];
    let (sentence, description) = (mention.sentence, mention.tokens.clone());
    let place = &registry.document.sentences[sentence];
    place.tokens.get(description.end).filter(|token| token.form == ",")?;
    let name = name_behind(place, description.end + 1)?;
    let apposition = name.clone().any(|token| {
        let token = &place.tokens[token];
        token.relation == Relation::Appos && token.head.is_some_and(|head| description.contains(&head))
    });
    let closed = place
        .tokens
        .get(name.end)
        .is_none_or(|next| matches!(next.form.as_str(), "," | "." | "(" | ";") || next.lower == "who");
    (apposition && closed && is_free(registry, sentence, &name)).then(|| called(registry, sentence, name))
}

/// Whether a name is nobody's that is known, and a name at all.
fn is_free(registry: &Registry, sentence: usize, name: &Range<usize>) -> bool {
    let place = &registry.document.sentences[sentence];
    name.clone().all(|token| {
        let taken = |other: &ActorMention| other.sentence == sentence && other.tokens.contains(&token);
        !registry.mentions.iter().any(taken)
            && !registry.rules.not_names.contains(place.tokens[token].lower.as_str())
    })
}

/// A person of that name, with a mention there.
fn called(registry: &mut Registry, sentence: usize, name: Range<usize>) -> usize {
    let place = &registry.document.sentences[sentence];
    let words = name.clone().map(|token| {
        let token = &place.tokens[token];
        if token.space_after { format!("{} ", token.form) } else { token.form.to_string() }
    });
    let shown = words.collect::<String>();
    let actor = registry.stranger(shown.trim_end(), String::new(), Sex::Unknown);
    registry.mention(actor, sentence, name, MentionForm::Name, "name-with-description");
    actor
}

/// The article of a description without a comma before it: "Abu Hassan an al-Nusra leader".
fn before_article(place: &Sentence, start: usize) -> Option<usize> {
    (start.saturating_sub(2)..start)
        .rev()
        .find(|&token| matches!(place.tokens[token].lower.as_str(), "a" | "an"))
}

/// Whether a word can be part of a name.
fn is_capital(place: &Sentence, token: usize) -> bool {
    place.tokens.get(token).is_some_and(|word| {
        word.form.starts_with(char::is_uppercase)
            && !is_determiner(&word.lower)
            && matches!(word.upos, Upos::Propn | Upos::X)
    })
}

/// Two capitalised words or more that begin there.
fn name_behind(place: &Sentence, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    while end < place.tokens.len() && end - start < LONGEST {
        let inner = end > start
            && is_capital(place, end + 1)
            && (is_particle(&place.tokens[end].lower) || is_hyphen(place, end));
        if !(is_capital(place, end) || inner) {
            break;
        }
        end += 1;
    }
    let capitals = (start..end).filter(|&token| is_capital(place, token)).count();
    (capitals > 1).then_some(start..end)
}

/// Two capitalised words or more that end there.
fn name_before(place: &Sentence, end: usize) -> Option<Range<usize>> {
    let capital = |token: usize| is_capital(place, token);
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
