//! Which actor a speaker is, and when it spoke.

use super::Reading;
use super::frames::Attribution;
use super::rules::Rules;
use super::subject::antecedent;
use crate::dates::{DateValue, ExpressionKind};
use crate::language::{Relation, Upos};

/// The actor that a noun phrase stands for, by its head: the mention that the head belongs to; for a
/// relative pronoun that of its antecedent; for "a spokesman for the ministry" that of the ministry.
pub(super) fn actor(reading: &Reading, sentence: usize, token: usize) -> Option<usize> {
    let tree = &reading.document.sentences[sentence];
    let at = |token: usize| {
        let found = reading.actors.at(sentence, token);
        found
            .iter()
            .find(|mention| mention.head == token)
            .or_else(|| found.first())
            .map(|mention| mention.actor)
    };
    at(token)
        .or_else(|| antecedent(tree, token).and_then(at))
        .or_else(|| {
            tree.children_in(token, &[Relation::Flat, Relation::Compound, Relation::Appos]).find_map(at)
        })
        .or_else(|| {
            tree.children_in(token, &[Relation::NmodPoss, Relation::Nmod, Relation::Amod]).find_map(at)
        })
}

/// Whether a source is somebody or something that can speak: an actor, a person, a speaking noun.
pub(super) fn can_speak(reading: &Reading, rules: &Rules, sentence: usize, speaker: Option<usize>) -> bool {
    let Some(token) = speaker else { return false };
    let tree = &reading.document.sentences[sentence];
    let word = &tree.tokens[token];
    let pronoun = matches!(
        word.lower.as_str(),
        "i" | "we" | "he" | "she" | "they" | "who" | "many" | "some" | "others" | "both" | "you"
    );
    let person = word.upos == Upos::Noun && rules.speaking_nouns.contains(word.lemma.as_str());
    pronoun || person || word.upos == Upos::Propn || !reading.actors.at(sentence, token).is_empty()
}

/// Whether a noun names a person or people, rather than a thing.
pub(super) fn is_person(reading: &Reading, rules: &Rules, sentence: usize, token: usize) -> bool {
    let word = &reading.document.sentences[sentence].tokens[token];
    let mentioned = reading.actors.at(sentence, token).iter().any(|mention| mention.head == token);
    mentioned
        || matches!(word.lower.as_str(), "him" | "her" | "them" | "me" | "us" | "you")
        || rules.speaking_nouns.contains(word.lemma.as_str())
}

/// The date of an utterance: that of the expression that hangs on the cue, if there is one.
pub(super) fn date(reading: &Reading, sentence: usize, attribution: &Attribution) -> Option<DateValue> {
    let tree = &reading.document.sentences[sentence];
    let head = attribution.hit.head;
    let own = reading
        .dates
        .iter()
        .filter(|date| date.sentence == sentence && date.location.part == tree.part)
        .find(|date| {
            matches!(date.kind, ExpressionKind::Date | ExpressionKind::Time)
                && !date.tokens.clone().any(|token| attribution.content.contains(token))
                && date.tokens.clone().any(|token| tree.tokens[token].head == Some(head))
        });
    own.and_then(|date| date.value.clone())
}
