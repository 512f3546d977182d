//! Which actor a speaker is, and when it spoke.

use super::frames::Attribution;
use super::rules::Rules;
use super::subject::antecedent;
use super::{Claim, Reading};
use crate::actors::{ActorSort, Sex};
use crate::dates::{DateValue, ExpressionKind};
use crate::language::{Relation, Upos};

/// So many sentences later a pronoun may still mean who spoke last.
const NEAR: usize = 2;

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

/// Finds the speakers that a sentence alone does not tell: "I" and "we" speak for whoever is quoted, and "he
/// said" goes on with the person who spoke last, where nobody fits it better.
pub(super) fn complete(reading: &Reading, rules: &Rules, claims: &mut [Claim]) {
    let mut last: Option<usize> = None;
    for at in 0..claims.len() {
        let claim = &claims[at];
        let pronoun = match claim.source.as_slice() {
            [span] => reading.article.part(claim.part)[span.begin..span.end].to_lowercase(),
            _ => String::new(),
        };
        if rules.first_person.contains(pronoun.as_str()) {
            // Whose words they stand in spoke before, or only afterwards: "…," he said.
            let outer = std::iter::successors(claim.within, |&outer| claims[outer].within).take(4);
            let outer: Vec<usize> = outer.collect();
            claims[at].speaker = outer.into_iter().find_map(|outer| claims[outer].speaker);
        } else if claim.speaker.is_none()
            && let Some(sex) = rules.third_person.get(pronoun.as_str())
            && let Some(before) = last
            && claim.sentence <= claims[before].sentence + NEAR
            && claims[before].part == claim.part
        {
            let fits = claims[before].speaker.filter(|&actor| {
                let actor = &reading.actors.actors[actor];
                actor.sort == ActorSort::Person
                    && !actor.plural
                    && (actor.sex == *sex || actor.sex == Sex::Unknown)
            });
            claims[at].speaker = fits;
        }
        if claims[at].speaker.is_some_and(|actor| reading.actors.actors[actor].sort == ActorSort::Person) {
            last = Some(at);
        }
    }
}

/// Whether a source is somebody or something that can speak: an actor, a name, a noun that is not known for
/// a thing. Nouns for people are too many to list; those for things that come before such verbs are few.
pub(super) fn can_speak(reading: &Reading, rules: &Rules, sentence: usize, speaker: Option<usize>) -> bool {
    let Some(token) = speaker else { return false };
    let tree = &reading.document.sentences[sentence];
    let token = antecedent(tree, token).unwrap_or(token);
    let word = &tree.tokens[token];
    if rules.speaking_pronouns.contains(&word.lower)
        || word.upos == Upos::Propn
        || reading.actors.at(sentence, token).iter().any(|mention| mention.head == token)
    {
        return true;
    }
    let lemma = word.lemma.as_str();
    match word.upos {
        Upos::Noun => {
            let mute = || {
                rules.mute_nouns.contains(lemma)
                    || rules.mute_endings.iter().any(|ending| lemma.ends_with(ending.as_str()))
            };
            rules.speaking_nouns.contains(lemma) || !mute()
        }
        // "It denied any responsibility", but not the "it" of "it seems".
        Upos::Pron => word.lower == "it" && word.relation != Relation::Expl,
        Upos::Adj | Upos::Num => true,
        _ => false,
    }
}

/// Whether a source is a paper or a figure.
pub(super) fn is_paper(reading: &Reading, rules: &Rules, sentence: usize, speaker: Option<usize>) -> bool {
    let tree = &reading.document.sentences[sentence];
    speaker.is_some_and(|token| {
        let token = antecedent(tree, token).unwrap_or(token);
        rules.papers.contains(tree.tokens[token].lemma.as_str())
            || rules.papers.contains(tree.tokens[token].lower.as_str())
    })
}

/// Whether a source is an actor that is named or known.
pub(super) fn is_known(reading: &Reading, sentence: usize, speaker: Option<usize>) -> bool {
    let tree = &reading.document.sentences[sentence];
    speaker.is_some_and(|token| {
        let token = antecedent(tree, token).unwrap_or(token);
        reading.actors.at(sentence, token).iter().any(|mention| mention.head == token)
    })
}

/// Whether a noun names a person or people, rather than a thing.
pub(super) fn is_person(reading: &Reading, rules: &Rules, sentence: usize, token: usize) -> bool {
    let word = &reading.document.sentences[sentence].tokens[token];
    let mentioned = reading.actors.at(sentence, token).iter().any(|mention| mention.head == token);
    mentioned
        || rules.addressed_pronouns.contains(&word.lower)
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
