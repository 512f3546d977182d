//! Mentions of one happening in one sentence.

use super::super::draft::Draft;
use super::super::mention::Status;
use super::super::reading::Reading;
use super::common::{conflict, modes_agree, shared};
use crate::language::Relation;

/// "An attack … killed 20", "attacked the village, burning houses": one happening in one sentence.
pub(super) fn join_in_sentence(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for j in 1..drafts.len() {
        for i in 0..j {
            if drafts[i].mention.kind == drafts[j].mention.kind
                && drafts[i].mention.status == drafts[j].mention.status
                && drafts[i].mention.status != Status::Hypothetical
                && modes_agree(reading, &drafts[i], &drafts[j])
                && (one_clause(reading, &drafts[i], &drafts[j])
                    && (killed_in(reading, &drafts[i], &drafts[j])
                        || !conflict(&drafts[i].mention.targets, &drafts[j].mention.targets, reading))
                    || suffered(reading, &drafts[i], &drafts[j])
                    || fates(reading, &drafts[i], &drafts[j])
                    || hurt_in(reading, &drafts[i], &drafts[j]))
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

/// Whether one of two mentions is subject, object or bare clause of the other.
fn one_clause(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let (one, two) = (&first.found, &second.found);
    let (a, b) = (one.anchor(), two.anchor());
    let linked = |upper: usize, lower: usize, lower_head: usize| {
        // "kill two teachers in an ambush": the parser likes to hang it on those killed.
        let of_object = grammar.parent(lower_head).is_some_and(|noun| {
            grammar.relation(lower_head) == Relation::Nmod
                && grammar.preposition(lower_head).is_some_and(|word| grammar.lower(word) == "in")
                && (grammar.relation(noun) == Relation::Obj
                    || grammar.relation(noun) == Relation::Conj
                        && grammar.relation(grammar.first_conjunct(noun)) == Relation::Obj)
                && grammar.parent(grammar.first_conjunct(noun)) == Some(upper)
        });
        of_object && killed_in(reading, first, second)
            || grammar.parent(lower_head) == Some(upper)
                && matches!(
                    grammar.relation(lower_head),
                    Relation::Nsubj | Relation::Obl | Relation::OblAgent | Relation::Obj
                )
                && !separate(reading, lower_head)
            || (grammar.parent(lower) == Some(upper)
                && matches!(grammar.relation(lower), Relation::Advcl | Relation::Acl | Relation::AclRelcl)
                && grammar.mark(lower).is_none_or(|mark| grammar.lower(mark) == "with"))
            || lower == upper
    };
    !one.gapped
        && !two.gapped
        && (linked(a, b, two.head)
            || linked(b, a, one.head)
            || linked(one.head, b, two.head)
            || linked(two.head, a, one.head))
}

/// "five were killed when rebels attacked a convoy": who suffers and who does it stand in a clause each.
fn suffered(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let done = |upper: &Draft, lower: &Draft| {
        let (verb, clause) = (upper.found.head, lower.found.anchor());
        grammar.parent(clause) == Some(verb)
            && grammar.relation(clause) == Relation::Advcl
            && grammar.tells_occasion(clause)
            && upper.found.arguments.passive
            && upper.mention.sources.is_empty()
            && !lower.found.arguments.passive
            // "killed when a bomb exploded": nobody need be told to have done it.
            && (!lower.mention.sources.is_empty() || reading.rules.triggers[lower.found.trigger].strikes)
            && !shared(&lower.mention.sources, &upper.mention.targets, reading)
    };
    done(first, second) || done(second, first)
}

/// "killed two teachers in an ambush on a bus": who is killed in an attack on something is other than what is attacked.
fn killed_in(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let befalls = |verb: usize| grammar.is_verb(verb) && reading.befalls(verb);
    let of_noun = |verb: usize, noun: usize| {
        befalls(verb)
            && !grammar.is_verb(noun)
            && grammar.preposition(noun).is_some_and(|word| matches!(grammar.lower(word), "in" | "by"))
    };
    // "shelled the bus, killing ten"
    let of_deed = |effect: usize| {
        befalls(effect) && grammar.relation(effect) == Relation::Advcl && grammar.mark(effect).is_none()
    };
    let (one, two) = (first.found.head, second.found.head);
    of_noun(one, two) || of_noun(two, one) || of_deed(two)
}

/// "A bus overturned, leaving four people injured": whoever is hurt in an accident is told of below it.
fn hurt_in(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let kind = &reading.rules.kinds[reading.rules.triggers[first.found.trigger].kind];
    let hurt = |draft: &Draft| reading.harms(draft.found.head);
    let clause = |draft: &Draft| draft.found.anchor();
    // "killed when a bus overturned"
    let occasion = grammar.relation(clause(second)) == Relation::Advcl
        && grammar.tells_occasion(clause(second))
        && grammar
            .parent(clause(second))
            .is_some_and(|above| grammar.first_conjunct(above) == grammar.first_conjunct(first.found.head));
    kind.befalls
        && (hurt(second) && grammar.below(second.found.head, clause(first)) || hurt(first) && occasion)
}

/// "ten were killed and forty injured", "kills four and wounds six": what befell whom at once, unless it is told to be
/// elsewhere or another day.
fn fates(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let (one, two) = (first.found.head, second.found.head);
    let befalls = |verb: usize| grammar.is_verb(verb) && reading.befalls(verb);
    let apart = first.told.as_ref().zip(second.told.as_ref()).is_some_and(|(a, b)| a.value != b.value)
        || first
            .mention
            .place
            .as_ref()
            .zip(second.mention.place.as_ref())
            .is_some_and(|(a, b)| a.name != b.name);
    // "Ten rebels were killed and two soldiers killed six civilians": who does something himself does another thing.
    let own = grammar.passive(one) && !grammar.passive(two);
    let doers = |draft: &Draft| !draft.mention.sources.is_empty();
    grammar.relation(two) == Relation::Conj
        && grammar.first_conjunct(one) == grammar.first_conjunct(two)
        && befalls(one)
        && befalls(two)
        && !apart
        && !own
        && !(doers(first)
            && doers(second)
            && !shared(&first.mention.sources, &second.mention.sources, reading))
}

/// "after the attack", "since the bombing": another happening than the clause's.
fn separate(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.grammar.preposition(token);
    word.is_some_and(|word| reading.rules.in_class("apart", reading.grammar.lower(word)))
}
