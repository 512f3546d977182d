//! The best trigger at a word, with the further words of its phrase.

use super::super::grammar::{Arguments, Place};
use super::super::reading::Reading;
use super::super::rule::{Candidate, TriggerPart};
use super::Found;
use super::condition::Matcher;
use crate::language::{Relation, Upos};
use compact_str::CompactString;

/// The trigger at a word that fits best.
pub(super) fn best_at(
    reading: &Reading<'_>,
    token: usize,
    by_content: bool,
    known: &[Found],
) -> Option<Found> {
    let grammar = &reading.grammar;
    let rules = reading.rules;
    let lemma = grammar.lemma(token);
    let (index, part) = match grammar.upos(token) {
        Upos::Verb if grammar.relation(token) == Relation::Amod => {
            (&rules.adjectives, TriggerPart::Adjective)
        }
        Upos::Verb | Upos::Aux => (&rules.verbs, TriggerPart::Verb),
        Upos::Noun | Upos::Propn => (&rules.nouns, TriggerPart::Noun),
        Upos::Adj => (&rules.adjectives, TriggerPart::Adjective),
        _ => return None,
    };
    // "bombing" is a word of its own beside "bomb".
    let form = grammar.lower(token);
    let by_form = index.get(form).filter(|_| form != lemma).into_iter().flatten();
    let candidates: Vec<&Candidate> = index.get(lemma).into_iter().flatten().chain(by_form).collect();
    if candidates.is_empty() {
        return None;
    }
    if part == TriggerPart::Noun
        && (matches!(grammar.relation(token), Relation::Compound | Relation::NmodDesc | Relation::Flat)
            || (grammar.upos(token) == Upos::Propn && inside_name(reading, token)))
    {
        return None;
    }
    if !candidates.iter().any(|&candidate| rules.triggers[candidate.trigger].by_content == by_content) {
        return None;
    }
    let arguments = match part {
        TriggerPart::Verb => reading.verb_arguments(token),
        TriggerPart::Noun => reading.noun_arguments(token),
        TriggerPart::Adjective => {
            let mut arguments = reading.verb_arguments(token);
            arguments.carrier = None;
            arguments
        }
    };
    let mut best: Option<(i64, Found)> = None;
    for candidate in candidates {
        let trigger = &rules.triggers[candidate.trigger];
        if trigger.by_content != by_content {
            continue;
        }
        let Some(rest) = phrase(reading, token, part, &candidate.rest) else { continue };
        let turned = with_particle(reading, &arguments, &rest);
        let arguments = turned.as_ref().unwrap_or(&arguments);
        let matcher = Matcher { reading, token, arguments, known, trigger };
        if !matcher.fits() {
            continue;
        }
        let weight = i64::from(trigger.priority) * 1000
            + candidate.rest.len() as i64 * 100
            + trigger.when.len() as i64 * 10;
        if best.as_ref().is_some_and(|(old, _)| *old >= weight) {
            continue;
        }
        if let Some(built) = matcher.build(candidate.trigger, rest) {
            best = Some((weight, built));
        }
    }
    best.map(|(_, found)| found)
}

/// "called off their strike": the particle is no preposition, and what follows it is the object. What the further
/// words of a phrase govern belongs to the phrase.
fn with_particle(reading: &Reading<'_>, arguments: &Arguments, rest: &[usize]) -> Option<Arguments> {
    let is_particle = |place: Place| matches!(place, Place::Preposition(word) if rest.contains(&word));
    let grammar = &reading.grammar;
    let verbs: Vec<usize> = rest.iter().copied().filter(|&word| grammar.is_verb(word)).collect();
    let nouns: Vec<usize> = rest.iter().copied().filter(|&word| grammar.upos(word) == Upos::Noun).collect();
    if verbs.is_empty()
        && nouns.is_empty()
        && !arguments.list.iter().any(|argument| is_particle(argument.place))
    {
        return None;
    }
    let mut turned = arguments.clone();
    // "joined forces with a neighbour": what hangs on the noun belongs to the phrase.
    for child in nouns.into_iter().flat_map(|noun| grammar.children(noun)) {
        if matches!(grammar.relation(child), Relation::Nmod | Relation::Obl)
            && let Some(preposition) = grammar.preposition(child)
        {
            turned.push(Place::Preposition(preposition), child);
        }
    }
    // "came crashing down around a base": what hangs on the second verb belongs to the phrase.
    for verb in verbs {
        let own = reading.verb_arguments(verb);
        turned.list.extend(
            own.list
                .into_iter()
                .filter(|argument| matches!(argument.place, Place::Preposition(_) | Place::Object)),
        );
    }
    for argument in &mut turned.list {
        if is_particle(argument.place) {
            argument.place = Place::Object;
        }
    }
    Some(turned)
}

/// Whether the noun is part of a name that is an actor or a place ("Security Council meeting" is not, but
/// "Islamic Resistance Movement" is).
fn inside_name(reading: &Reading<'_>, token: usize) -> bool {
    reading.mentions.iter().any(|mention| mention.tokens.contains(&token) && mention.tokens.len() > 1)
        || reading.place_at(token).is_some()
}

/// The further words of a phrase: behind a verb as particle, object or neighbour; before a noun.
fn phrase(
    reading: &Reading<'_>,
    token: usize,
    part: TriggerPart,
    rest: &[CompactString],
) -> Option<Vec<usize>> {
    let grammar = &reading.grammar;
    let mut found = Vec::new();
    if part == TriggerPart::Noun {
        let mut at = token;
        for word in rest.iter().rev() {
            at = at.checked_sub(1)?;
            while matches!(grammar.lower(at), "-" | "–") {
                at = at.checked_sub(1)?;
            }
            if grammar.lemma(at) != word.as_str() && grammar.lower(at) != word.as_str() {
                return None;
            }
            found.push(at);
        }
        found.reverse();
        return Some(found);
    }
    let mut last = token;
    for word in rest {
        let is = |i: usize| grammar.lemma(i) == word.as_str() || grammar.lower(i) == word.as_str();
        let near = last + 1;
        let hit = if near < grammar.len() && is(near) {
            Some(near)
        } else {
            grammar.children(last).chain(grammar.children(token)).find_map(|child| {
                if is(child) && child != token {
                    return Some(child);
                }
                // "left four people dead": what the object comes to stands behind it.
                let outcome = grammar.relation(child) == Relation::Obj;
                grammar.children(child).find(|&inner| {
                    is(inner)
                        && match grammar.relation(inner) {
                            Relation::Case => true,
                            Relation::Xcomp | Relation::Amod => outcome && inner > child,
                            _ => false,
                        }
                })
            })
        };
        last = hit?;
        found.push(last);
    }
    Some(found)
}
