//! Which clause a time belongs to by the order of the words, where a parser hangs it on another.
//!
//! A time that opens a clause ("…; on June 13 two tankers were set ablaze") is of the verb that follows, and none
//! crosses a semicolon.

use super::super::draft::Draft;
use super::super::reading::Reading;
use crate::dates::Expression;
use crate::language::{Relation, Upos, Xpos};
use std::ops::Range;

/// The verb whose time an expression is by the order of words; nothing where the tree agrees with it.
pub(super) fn owner(
    reading: &Reading<'_>,
    expression: &Expression,
    found: Option<usize>,
    drafts: &[Draft],
) -> Option<usize> {
    let grammar = &reading.grammar;
    let segment = around(reading, expression.tokens.start);
    let held = found.filter(|owner| segment.contains(owner));
    if let Some(begin) = opening(reading, expression, &segment) {
        // What the tree hangs on a verb of the same clause or on an event stays there.
        let settled = held.is_some_and(|owner| {
            owner >= begin
                && (grammar.is_predicate(owner) || reading.rules.nouns.contains_key(grammar.lemma(owner)))
        });
        if settled {
            return None;
        }
        let after = expression.tokens.end..segment.end;
        return after.clone().find(|&verb| tells(reading, verb, begin)).or_else(|| {
            // "a week later Iran shot down a drone", of which the tagger saw no verb.
            drafts.iter().map(|draft| draft.found.head).find(|head| after.contains(head))
        });
    }
    if let Some(verb) = before_comma(reading, expression, held, &segment) {
        return Some(verb);
    }
    if held.is_some() {
        return None;
    }
    // Of another part of the sentence: the last verb told before it.
    (segment.start..expression.tokens.start).rev().find(|&verb| tells(reading, verb, segment.start))
}

/// "commandos killed him at his house on Monday, the president wrote": a time that ends a clause is of the last verb told
/// before it, not of one behind the comma.
fn before_comma(
    reading: &Reading<'_>,
    expression: &Expression,
    held: Option<usize>,
    segment: &Range<usize>,
) -> Option<usize> {
    let grammar = &reading.grammar;
    let end = expression.tokens.end;
    let ends = end < grammar.len() && grammar.lower(end) == ",";
    if !ends || held.is_none_or(|owner| owner < end || !grammar.is_verb(owner)) {
        return None;
    }
    (segment.start..expression.tokens.start).rev().take_while(|&token| grammar.lower(token) != ",").find(
        |&token| {
            grammar.upos(token) == Upos::Verb
                && matches!(grammar.xpos(token), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn)
                && grammar.relation(token) != Relation::Amod
        },
    )
}

/// "since May 2018, when he abandoned the agreement": the verb of the clause that tells what happened then.
pub(super) fn clause_opened(reading: &Reading<'_>, expression: &Expression) -> Option<usize> {
    let grammar = &reading.grammar;
    // "the day, twenty years ago, when"
    let end = expression.tokens.end;
    let next = if end < grammar.len() && grammar.lower(end) == "," { end + 1 } else { end };
    if next >= grammar.len() || grammar.lower(next) != "when" {
        return None;
    }
    grammar
        .parent(next)
        .filter(|&verb| verb > next && grammar.is_verb(verb))
        .or_else(|| (next + 1..around(reading, next).end).find(|&verb| tells(reading, verb, next)))
}

/// The part of the sentence between semicolons and colons.
fn around(reading: &Reading<'_>, token: usize) -> Range<usize> {
    let grammar = &reading.grammar;
    let ends = |&token: &usize| matches!(grammar.lower(token), ";" | ":" | "—");
    let start = (0..token).rev().find(ends).map_or(0, |end| end + 1);
    let end = (token..grammar.len()).find(ends).unwrap_or(grammar.len());
    start..end
}

/// Where the clause that an expression opens begins, if it opens one.
fn opening(reading: &Reading<'_>, expression: &Expression, segment: &Range<usize>) -> Option<usize> {
    let grammar = &reading.grammar;
    let mut begin = expression.tokens.start;
    while begin > segment.start
        && matches!(
            grammar.lower(begin - 1),
            "on" | "in"
                | "at"
                | "late"
                | "early"
                | "about"
                | "around"
                | "only"
                | "just"
                | "by"
                | "the"
                | "of"
                | "night"
                | "evening"
                | "morning"
                | "afternoon"
                | "end"
                | "beginning"
                | "start"
        )
    {
        begin -= 1;
    }
    if begin == segment.start {
        return Some(begin);
    }
    let before = grammar.lower(begin - 1);
    let joined = matches!(before, "and" | "but")
        && (begin >= 2
            && (grammar.lower(begin - 2) == ","
                || !reading.expressions.iter().any(|other| other.tokens.end == begin - 1)));
    joined.then_some(begin)
}

/// Whether a token is a verb that tells of its own subject, which stands behind `begin`.
fn tells(reading: &Reading<'_>, verb: usize, begin: usize) -> bool {
    let grammar = &reading.grammar;
    if grammar.upos(verb) != Upos::Verb
        || matches!(grammar.relation(verb), Relation::AclRelcl | Relation::Acl | Relation::Amod)
        || grammar.opening(verb).is_some_and(|mark| grammar.lower(mark) != "that" && mark > begin)
    {
        return false;
    }
    let subject = grammar
        .children(verb)
        .any(|child| grammar.relation(child).is_subject() && child >= begin && child < verb);
    let finite = matches!(grammar.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn)
        || grammar.children(verb).any(|child| {
            matches!(grammar.relation(child), Relation::Aux | Relation::AuxPass) && child > begin
        });
    subject && finite
}
