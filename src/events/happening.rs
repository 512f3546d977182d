//! Mentions of one happening share a number.

use super::draft::Draft;
use super::matching::known;
use super::mention::{Mention, Participant, Status};
use super::reading::{Reading, country_code};
use super::rule::TriggerPart;
use crate::language::Relation;
use std::collections::HashMap;

/// How many earlier happenings of a kind a mention is compared with.
const MEMORY: usize = 12;

/// Numbers the happenings.
pub(super) fn join(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (index, draft) in drafts.iter_mut().enumerate() {
        draft.mention.happening = index;
    }
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        join_in_sentence(reading, &mut drafts[range[0]..range[1]]);
    }
    // Earlier mentions by kind, the latest last.
    let mut memory: HashMap<String, Vec<usize>> = HashMap::new();
    for index in 0..drafts.len() {
        let kind = drafts[index].mention.kind.clone();
        let list = memory.entry(kind).or_default();
        let sentence = drafts[index].mention.sentence;
        let mut best: Option<(i32, usize)> = None;
        for &other in list.iter().rev().take(MEMORY) {
            if drafts[other].mention.sentence == sentence {
                continue;
            }
            let score = likeness(readings, &drafts[other], &drafts[index]);
            if score > 0 && best.is_none_or(|(least, _)| score > least) {
                best = Some((score, other));
            }
        }
        if let Some((_, other)) = best {
            let (from, to) = (drafts[index].mention.happening, drafts[other].mention.happening);
            if from != to {
                // Only this sentence's mentions can bear the number yet.
                for draft in drafts[..=index].iter_mut().rev().take(64) {
                    if draft.mention.happening == from {
                        draft.mention.happening = to;
                    }
                }
                for draft in drafts[index..].iter_mut().take(64) {
                    if draft.mention.happening == from {
                        draft.mention.happening = to;
                    }
                }
            }
        }
        list.push(index);
    }
}

/// "An attack … killed 20", "attacked the village, burning houses": one happening in one sentence.
fn join_in_sentence(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let grammar = &reading.grammar;
    for j in 1..drafts.len() {
        for i in 0..j {
            if drafts[i].mention.kind != drafts[j].mention.kind {
                continue;
            }
            let (one, two) = (&drafts[i].found, &drafts[j].found);
            let (a, b) =
                (one.arguments.carrier.unwrap_or(one.head), two.arguments.carrier.unwrap_or(two.head));
            let linked = |upper: usize, lower: usize, lower_head: usize| {
                grammar.parent(lower_head) == Some(upper)
                    && matches!(
                        grammar.relation(lower_head),
                        Relation::Nsubj | Relation::Obl | Relation::OblAgent | Relation::Obj
                    )
                    && !separate(reading, lower_head)
                    || (grammar.parent(lower) == Some(upper)
                        && matches!(
                            grammar.relation(lower),
                            Relation::Advcl | Relation::Acl | Relation::AclRelcl
                        )
                        && grammar.mark(lower).is_none())
                    || lower == upper
            };
            let same_status = drafts[i].mention.status == drafts[j].mention.status;
            if same_status
                && drafts[i].mention.kind_joins()
                && (linked(a, b, two.head)
                    || linked(b, a, one.head)
                    || linked(one.head, b, two.head)
                    || linked(two.head, a, one.head))
                && !conflict(&drafts[i].mention.targets, &drafts[j].mention.targets, reading)
            {
                let (from, to) = (drafts[j].mention.happening, drafts[i].mention.happening);
                for draft in drafts.iter_mut() {
                    if draft.mention.happening == from {
                        draft.mention.happening = to;
                    }
                }
            }
        }
    }
}

/// "after the attack", "since the bombing": another happening than the clause's.
fn separate(reading: &Reading<'_>, token: usize) -> bool {
    reading.grammar.preposition(token).is_some_and(|word| {
        matches!(
            reading.grammar.lower(word),
            "after"
                | "before"
                | "since"
                | "following"
                | "over"
                | "for"
                | "during"
                | "about"
                | "despite"
                | "against"
        )
    })
}

impl Mention {
    /// Whether two clauses may tell of one event of this kind: what is done by force goes by several words.
    fn kind_joins(&self) -> bool {
        !matches!(self.status, Status::Hypothetical)
    }
}

/// How well a mention fits an earlier one; nothing where they contradict each other.
fn likeness(readings: &[Reading<'_>], earlier: &Draft, later: &Draft) -> i32 {
    let (one, two) = (&earlier.mention, &later.mention);
    let reading = &readings[two.sentence];
    if one.kind != two.kind || (one.status != two.status && !both_told(one.status, two.status)) {
        return 0;
    }
    if let (Some(a), Some(b)) = (&one.mode, &two.mode)
        && a != b
    {
        return 0;
    }
    if conflict(&one.sources, &two.sources, reading) || conflict(&one.targets, &two.targets, reading) {
        return 0;
    }
    if let (Some(a), Some(b)) = (&one.place, &two.place) {
        if a.country.is_some() && b.country.is_some() && a.country != b.country {
            return 0;
        }
        if a.name != b.name && a.country.as_deref() != Some(a.name.as_str()) && named_city(a) && named_city(b)
        {
            return 0;
        }
    }
    if let (Some(a), Some(b)) = (&one.date, &two.date) {
        let apart = |early: Option<chrono::NaiveDate>, late: Option<chrono::NaiveDate>| {
            early.zip(late).is_some_and(|(e, l)| e > l)
        };
        if apart(a.value.earliest, b.value.latest) || apart(b.value.earliest, a.value.latest) {
            return 0;
        }
    }
    for particular in &two.particulars {
        for other in &one.particulars {
            if particular.what == other.what
                && particular.low > other.high.or(other.low).map(|high| high + 1e-9)
                && other.high.is_some()
            {
                return 0;
            }
        }
    }
    let noun = reading.rules.triggers[later.found.trigger].part == TriggerPart::Noun;
    let grammar = &reading.grammar;
    let definite = noun
        && grammar.children(later.found.head).any(|child| {
            matches!(
                grammar.lower(child),
                "the" | "this" | "that" | "these" | "those" | "its" | "their" | "his" | "her"
            ) || grammar.relation(child) == Relation::NmodPoss
        });
    let indefinite = noun
        && grammar.children(later.found.head).any(|child| {
            matches!(
                grammar.lower(child),
                "a" | "an"
                    | "another"
                    | "other"
                    | "further"
                    | "new"
                    | "second"
                    | "previous"
                    | "earlier"
                    | "more"
                    | "fresh"
                    | "several"
            )
        });
    if indefinite && two.sentence > 1 {
        return 0;
    }
    let sources = shared(&one.sources, &two.sources, reading);
    let targets = shared(&one.targets, &two.targets, reading)
        || shared(&one.targets, &two.sources, reading) && shared(&one.sources, &two.targets, reading);
    let both = sources && targets;
    let place = one.place.is_some() && two.place.is_some();
    let headline = one.sentence == 0 && two.sentence <= 2;
    let dated_alike = match (&earlier.told, &later.told) {
        (Some(a), Some(b)) => a.value == b.value,
        _ => false,
    };
    let mut score = 0;
    if definite {
        score += 2;
    }
    if both {
        score += 3;
    } else if sources || targets {
        score += 1;
    }
    if place {
        score += 1;
    }
    if headline {
        score += 2;
    }
    if dated_alike {
        score += 1;
    }
    if one.mode.is_some() && one.mode == two.mode {
        score += 1;
    }
    let same_object = match (earlier.found.object, later.found.object) {
        (Some(a), Some(b)) => {
            let (first, second) = (&readings[one.sentence], reading);
            let (a, b) = (first.core(a), second.core(b));
            first.grammar.upos(a) != crate::language::Upos::Pron
                && first.grammar.lemma(a) == second.grammar.lemma(b)
        }
        _ => false,
    };
    if same_object {
        score += 2;
    }
    // Two finite verbs told of the same actors at different points are usually two acts.
    let needed = if definite {
        3
    } else if noun {
        4
    } else {
        5
    };
    if score >= needed { score } else { 0 }
}

fn named_city(place: &super::mention::Place) -> bool {
    place.coordinates.is_some()
}

fn both_told(one: Status, two: Status) -> bool {
    let told = |status| matches!(status, Status::Happened | Status::Claimed);
    told(one) && told(two)
}

/// Whether both sides are known and have nobody in common.
fn conflict(one: &[Participant], two: &[Participant], reading: &Reading<'_>) -> bool {
    one.iter().any(known) && two.iter().any(known) && !shared(one, two, reading)
}

fn shared(one: &[Participant], two: &[Participant], reading: &Reading<'_>) -> bool {
    one.iter().any(|a| {
        two.iter().any(|b| {
            (a.actor.is_some() && a.actor == b.actor)
                || match (country(a, reading), country(b, reading)) {
                    (Some(x), Some(y)) => x == y,
                    _ => false,
                }
        })
    })
}

fn country<'a>(participant: &'a Participant, reading: &'a Reading<'_>) -> Option<&'a str> {
    participant
        .code
        .as_deref()
        .or_else(|| participant.actor.map(|actor| reading.actors.actors[actor].code.as_str()))
        .and_then(country_code)
}
