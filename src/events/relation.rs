//! How happenings hang together, where words say so.

use super::draft::Draft;
use super::mention::{EventRelation, Status};
use super::reading::Reading;
use crate::article::Location;
use crate::language::Relation;
use compact_str::CompactString;

/// The relations between the mentions of an article.
pub(super) fn find(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) -> Vec<EventRelation> {
    let mut found = Vec::new();
    for (index, reading) in readings.iter().enumerate() {
        let range = starts[index]..starts[index + 1];
        by_preposition(reading, &drafts[range.clone()], &mut found);
        by_verb(reading, &drafts[range.clone()], &mut found);
        if index > 0 {
            let before = starts[index - 1]..starts[index];
            by_adverb(reading, &drafts[range], &drafts[before], &mut found);
        }
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|relation: &EventRelation| {
        relation.from != relation.to && seen.insert((relation.kind, relation.from, relation.to))
    });
    found
}

fn happening(draft: &Draft) -> bool {
    draft.mention.status != Status::Denied
}

/// "after the attack", "in response to the strikes", "before talks began": the happening under the words is
/// the earlier one, the one above them the later.
fn by_preposition(reading: &Reading<'_>, drafts: &[Draft], found: &mut Vec<EventRelation>) {
    let grammar = &reading.grammar;
    for token in 0..grammar.len() {
        for connective in &reading.rules.connectives {
            for phrase in &connective.prepositions {
                let Some(last) = phrase_at(reading, token, phrase) else { continue };
                let Some((lower, clause)) = below(reading, token, last, drafts) else { continue };
                let Some(upper) = above(reading, clause, lower, drafts) else { continue };
                if drafts[upper].mention.happening == drafts[lower].mention.happening {
                    continue;
                }
                let (from, to) = if connective.reversed { (lower, upper) } else { (upper, lower) };
                if happening(&drafts[from]) && happening(&drafts[to]) {
                    found.push(EventRelation {
                        kind: connective.kind,
                        from: drafts[from].mention.id,
                        to: drafts[to].mention.id,
                        words: words(reading, token, last),
                    });
                }
            }
        }
    }
}

fn phrase_at(reading: &Reading<'_>, token: usize, phrase: &[CompactString]) -> Option<usize> {
    let grammar = &reading.grammar;
    for (offset, word) in phrase.iter().enumerate() {
        if token + offset >= grammar.len() || grammar.lower(token + offset) != word.as_str() {
            return None;
        }
    }
    Some(token + phrase.len() - 1)
}

fn words(reading: &Reading<'_>, first: usize, last: usize) -> Location {
    reading.grammar.sentence.location_of(first..last + 1)
}

/// The nearest happening under a connective, and the top of the phrase or clause it opens.
fn below(reading: &Reading<'_>, first: usize, last: usize, drafts: &[Draft]) -> Option<(usize, usize)> {
    let grammar = &reading.grammar;
    // The connective hangs on what it opens, or what it opens hangs on it ("in response" ← "to the strikes").
    let mut top = None;
    for token in [last, first] {
        let mut at = token;
        for _ in 0..3 {
            match grammar.relation(at) {
                Relation::Case | Relation::Mark | Relation::Fixed | Relation::Advmod => {
                    match grammar.parent(at) {
                        Some(head) => {
                            at = head;
                            if head > last || head < first {
                                top = Some(head);
                                break;
                            }
                        }
                        None => break,
                    }
                }
                _ => {
                    top = Some(at);
                    break;
                }
            }
        }
        if top.is_some() {
            break;
        }
    }
    let top = top?;
    if top < first {
        return None;
    }
    // "in response to": the noun of the phrase stands above what follows it.
    let outer = (first..=last).find(|&token| grammar.below(top, token) && token != top).unwrap_or(top);
    let mut best: Option<(usize, usize)> = None;
    for (index, draft) in drafts.iter().enumerate() {
        if draft.found.head <= last {
            continue;
        }
        let Some(depth) = grammar.upward(draft.found.head).position(|token| token == top) else { continue };
        if best.is_none_or(|(least, _)| depth < least) {
            best = Some((depth, index));
        }
    }
    best.filter(|(depth, _)| *depth <= 4).map(|(_, index)| (index, outer))
}

/// The nearest happening above the phrase or clause.
fn above(reading: &Reading<'_>, clause: usize, lower: usize, drafts: &[Draft]) -> Option<usize> {
    let grammar = &reading.grammar;
    for token in grammar.upward(clause).skip(1) {
        let hit = drafts.iter().enumerate().find(|(index, draft)| {
            *index != lower
                && (draft.found.head == token
                    || draft.found.arguments.carrier == Some(token)
                    || draft.found.rest.contains(&token))
        });
        if let Some((index, _)) = hit {
            return Some(index);
        }
        // An event noun that the verb is about stands for its clause: "brought an end to the strikes after …"
        let object = drafts.iter().enumerate().find(|(index, draft)| {
            *index != lower
                && grammar.parent(draft.found.head) == Some(token)
                && matches!(
                    grammar.relation(draft.found.head),
                    Relation::Obj | Relation::NsubjPass | Relation::Nsubj
                )
        });
        if let Some((index, _)) = object {
            return Some(index);
        }
        // "began in March but escalated after …": the first was not after it.
        let but = || grammar.children(token).any(|child| grammar.lower(child) == "but");
        match grammar.relation(token) {
            Relation::Ccomp | Relation::AclRelcl => return None,
            Relation::Conj if grammar.is_verb(token) && but() => return None,
            _ => {}
        }
    }
    None
}

/// "The attack prompted strikes", "talks led to a truce", "…, triggering protests".
fn by_verb(reading: &Reading<'_>, drafts: &[Draft], found: &mut Vec<EventRelation>) {
    let grammar = &reading.grammar;
    for verb in 0..grammar.len() {
        if !grammar.is_verb(verb) {
            continue;
        }
        for connective in &reading.rules.connectives {
            if !connective.verbs.iter().any(|word| word.as_str() == grammar.lemma(verb)) {
                continue;
            }
            let arguments = reading.verb_arguments(verb);
            let event_under = |tokens: Vec<usize>| {
                tokens.into_iter().find_map(|token| {
                    drafts.iter().position(|draft| {
                        draft.found.head == token
                            || grammar.coordinated(token).contains(&draft.found.head)
                            || draft.found.arguments.carrier == Some(token)
                    })
                })
            };
            let effect = event_under(
                arguments
                    .list
                    .iter()
                    .filter(|argument| match argument.place {
                        super::grammar::Place::Object | super::grammar::Place::Complement => true,
                        super::grammar::Place::Preposition(word) => {
                            matches!(grammar.lower(word), "to" | "in")
                        }
                        _ => false,
                    })
                    .map(|argument| argument.token)
                    .collect(),
            );
            let mut cause = event_under(arguments.at(super::grammar::Place::Subject).collect());
            if cause.is_none() && grammar.relation(verb) == Relation::Advcl {
                // "fired missiles, prompting protests": the clause itself is what prompts.
                cause = grammar.parent(verb).and_then(|head| event_under(vec![head]));
            }
            if let (Some(effect), Some(cause)) = (effect, cause) {
                let (from, to) = if connective.reversed { (cause, effect) } else { (effect, cause) };
                if from != to && happening(&drafts[from]) && happening(&drafts[to]) {
                    found.push(EventRelation {
                        kind: connective.kind,
                        from: drafts[from].mention.id,
                        to: drafts[to].mention.id,
                        words: words(reading, verb, verb),
                    });
                }
            }
        }
    }
}

/// "Soon afterward, Russia vetoed …" points back at what was told before.
fn by_adverb(reading: &Reading<'_>, drafts: &[Draft], before: &[Draft], found: &mut Vec<EventRelation>) {
    let grammar = &reading.grammar;
    let told = |draft: &&Draft| draft.mention.status.is_told_as_done();
    let Some(later) = drafts.iter().filter(|draft| draft.assessment.main).find(told) else { return };
    let Some(earlier) = before.iter().rev().filter(|draft| draft.assessment.main).find(told) else { return };
    if later.mention.happening == earlier.mention.happening {
        return;
    }
    for token in 0..grammar.len().min(6) {
        for connective in &reading.rules.connectives {
            for phrase in &connective.adverbs {
                let Some(last) = phrase_at(reading, token, phrase) else { continue };
                if last >= later.found.head {
                    continue;
                }
                found.push(EventRelation {
                    kind: connective.kind,
                    from: later.mention.id,
                    to: earlier.mention.id,
                    words: words(reading, token, last),
                });
                return;
            }
        }
    }
}
