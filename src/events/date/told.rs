//! The day that a sentence tells.

use super::super::mention::{EventDate, EventDateBasis};
use super::super::reading::Reading;
use super::super::status::{Tense, tense};
use super::clause::{from_expression, open_ended, usable};
use super::is_day;
use super::owner::head_of;
use super::shared::is_when;
use crate::dates::Expression;
use crate::language::{Relation, Xpos};

/// The only day that a sentence told in the past names, if it is its main clause's.
pub(super) fn main_date(reading: &Reading<'_>) -> Option<EventDate> {
    let grammar = &reading.grammar;
    let root = grammar.root()?;
    let (day, clause) = day_and_clause(reading)?;
    if tense(reading, root) != Tense::Past {
        return None;
    }
    // "cancelled a visit scheduled for 10 April": that day is the plan's.
    let near = clause == root
        || matches!(grammar.relation(clause), Relation::Acl | Relation::Conj)
            && grammar.below(clause, root)
            && !reading.rules.words.planning.contains(grammar.lemma(clause))
            // "killed ten, according to a report published on Friday"
            && !tells_of_report(reading, clause)
            // "the funerals of those killed the day before", "the boat rescued on Friday was turned round"
            && (grammar.relation(clause) == Relation::Conj || grammar.xpos(clause) != Xpos::Vbn);
    near.then(|| from_expression(day, EventDateBasis::Clause))
}

/// Whether a participle tells of the report that a sentence goes by.
fn tells_of_report(reading: &Reading<'_>, clause: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.relation(clause) == Relation::Acl
        && grammar.parent(clause).is_some_and(|report| {
            grammar.preposition(report).is_some_and(|word| grammar.lower(word) == "according")
        })
}

/// The participle that tells when the report was given by which a clause goes: "according to a report published on Friday".
pub(super) fn dated_report(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    // A parser may hang the report on the last noun before it.
    let mut parts = (verb + 1..grammar.len()).filter(|&part| grammar.below(part, verb));
    parts.find(|&clause| tells_of_report(reading, clause))
}

/// The only day that a sentence names, if its main clause or one beside it tells it as past: "powers have blamed the
/// government, but the minister repeated his denial on Thursday".
pub(super) fn day_told(reading: &Reading<'_>) -> Option<EventDate> {
    main_date(reading).or_else(|| {
        let grammar = &reading.grammar;
        let (day, clause) = day_and_clause(reading)?;
        // "The graves were found when troops took the village on Saturday."
        let beside = (matches!(grammar.relation(clause), Relation::Conj | Relation::Parataxis)
            || is_when(reading, clause))
            && grammar.parent(grammar.first_conjunct(clause)).is_none_or(|head| grammar.root() == Some(head));
        let says = reading.rules.words.speech.contains(grammar.lemma(clause))
            && grammar.child(clause, Relation::Ccomp).is_some();
        (beside && !says && tense(reading, clause) == Tense::Past)
            .then(|| from_expression(day, EventDateBasis::Clause))
    })
}

/// Whether a sentence tells what somebody says, and not what the story tells in its own voice.
fn tells_of_words(reading: &Reading<'_>, root: usize) -> bool {
    reading.rules.words.speech.contains(reading.grammar.lemma(root))
        || reading.quoted.get(root) == Some(&true)
}

/// What there is, if it is the only one.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next();
    first.filter(|_| all.next().is_none())
}

/// The only day that a sentence names, unless it tells what somebody says, and the verb that the day modifies.
fn day_and_clause<'a>(reading: &Reading<'a>) -> Option<(&'a Expression, usize)> {
    let grammar = &reading.grammar;
    let root = grammar.root()?;
    if !grammar.is_verb(root) || tells_of_words(reading, root) {
        return None;
    }
    let day = only(reading.expressions.iter().copied().filter(|expression| {
        usable(expression)
            && !open_ended(reading, expression)
            && expression.value.as_ref().is_some_and(is_day)
    }))?;
    let head = head_of(reading, day)?;
    // "since the September 11 attacks": the day that stands before an event noun is that noun's.
    let opened = day.tokens.start.checked_sub(1).is_some_and(|word| grammar.lower(word) == "on");
    let of_noun = grammar.parent(head).is_some_and(|noun| {
        noun > head
            && !opened
            && reading.rules.nouns.contains_key(grammar.lemma(noun))
            && !reading.rules.in_class("occasion", grammar.lemma(noun))
            && matches!(
                grammar.relation(head),
                Relation::NmodPoss
                    | Relation::Compound
                    | Relation::Amod
                    | Relation::Nummod
                    | Relation::NmodUnmarked
            )
    });
    // "Even after the attacks on September 11": nor is it the clause's that is told to be of another time.
    let elsewhere = grammar.upward(head).skip(1).take_while(|&token| !grammar.is_verb(token)).any(|noun| {
        reading.rules.nouns.contains_key(grammar.lemma(noun))
            && grammar
                .preposition(noun)
                .is_some_and(|word| reading.rules.in_class("apart", grammar.lower(word)))
    });
    let clause = grammar.upward(head).skip(1).find(|&token| grammar.is_verb(token))?;
    // "buses stopped running on Tuesday"
    let stopped = grammar.parent(clause).filter(|&verb| {
        grammar.relation(clause) == Relation::Xcomp
            && reading.rules.words.aspect.contains(grammar.lemma(verb))
    });
    let clause = stopped.unwrap_or(clause);
    (!of_noun && !elsewhere).then_some((day, clause))
}

/// The only time of more than a day that the main clause of a sentence of a history names: "In March the rebels took the town",
/// "the strike of 1957 failed", but not "its 1957 series".
pub(super) fn period_told(reading: &Reading<'_>) -> Option<EventDate> {
    let grammar = &reading.grammar;
    let root = grammar.root().filter(|&root| tense(reading, root) == Tense::Past)?;
    if tells_of_words(reading, root) {
        return None;
    }
    let time = only(reading.expressions.iter().copied().filter(|expression| usable(expression)))?;
    let bounded = time.value.as_ref().is_some_and(|value| value.is_bounded() && !is_day(value));
    if !bounded || open_ended(reading, time) {
        return None;
    }
    let head = head_of(reading, time)?;
    let verb = grammar.upward(head).skip(1).find(|&token| grammar.is_predicate(token))?;
    let own = grammar.parent(head).is_some_and(|parent| {
        parent == root
            || parent < head
            || matches!(grammar.relation(parent), Relation::Nsubj | Relation::NsubjPass)
    });
    (own && verb == root).then(|| from_expression(time, EventDateBasis::Clause))
}
