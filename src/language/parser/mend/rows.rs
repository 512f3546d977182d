//! Rows of people and counts of them, whose first member a greedy parser leaves outside.

use super::{as_subject, depends, has, is_below, rehang};
use crate::language::{Relation, Token, Upos, Xpos};

/// "A baker, his wife and two sons were hurt": who stands before the first comma is the first of those who were.
pub(super) fn join_first(tokens: &mut [Token], subject: usize, verb: usize) {
    let begin = (0..=subject).find(|&at| tokens[at].upos != Upos::Punct && is_below(tokens, at, subject));
    let Some(comma) = begin.and_then(|begin| begin.checked_sub(1)).filter(|&at| tokens[at].lower == ",")
    else {
        return;
    };
    let Some(first) = comma.checked_sub(1) else { return };
    let row =
        tokens[subject..verb.max(subject)].iter().any(|token| depends(token, subject, &[Relation::Conj]));
    // A day has no such number: "One day, his wife and two sons left".
    let counted = (0..first).any(|at| {
        let several = tokens[at].xpos == Xpos::Cd && tokens[at].lower != "one";
        tokens[at].head == Some(first) && (several || matches!(tokens[at].lower.as_str(), "a" | "an"))
    });
    let outside =
        depends(&tokens[first], verb, &[Relation::Obl, Relation::Dislocated, Relation::NmodUnmarked])
            && !has(tokens, first, &[Relation::Case]);
    let opens = (0..first).all(|at| is_below(tokens, at, first));
    if row && counted && outside && opens && tokens[first].upos == Upos::Noun {
        tokens[first].relation = tokens[subject].relation;
        (tokens[subject].head, tokens[subject].relation) = (Some(first), Relation::Conj);
    }
}

/// "A teacher, a nurse and two pupils were taken": whom a number or an article counts beside others is no name for the first.
pub(super) fn join_second(tokens: &mut [Token], second: usize, first: usize) {
    let counts = |token: &Token| token.xpos == Xpos::Cd || matches!(token.lower.as_str(), "a" | "an");
    let counted = |noun: usize| (0..noun).any(|at| tokens[at].head == Some(noun) && counts(&tokens[at]));
    let nouns = [first, second].iter().all(|&at| tokens[at].upos == Upos::Noun && counted(at));
    let third = (second + 1..tokens.len()).find(|&at| depends(&tokens[at], second, &[Relation::Conj]));
    let Some(third) = third.filter(|&third| nouns && first < second && counted(third)) else { return };
    // "a baker, a father and a singer, was hurt" is one man.
    let closed = (third + 1..tokens.len())
        .find(|&at| !is_below(tokens, at, third))
        .is_some_and(|at| tokens[at].lower == ",");
    if !closed {
        tokens[second].relation = Relation::Conj;
    }
}

/// "Eight pupils and the driver die.", "The United States and its allies left.": what stands before "and" is no heading, and
/// does the same.
pub(super) fn begin_with_both(tokens: &mut [Token]) {
    let Some(first) = tokens.iter().position(|token| token.head.is_none()) else { return };
    let and = first + 1;
    let closed = tokens.last().is_some_and(|last| last.lower == ".");
    if !closed
        || !matches!(tokens[first].upos, Upos::Noun | Upos::Propn)
        || tokens.get(and).is_none_or(|token| token.lower != "and")
        || !(0..first).all(|at| is_below(tokens, at, first))
    {
        return;
    }
    let verb = (and + 1..tokens.len()).find(|&verb| {
        depends(&tokens[verb], first, &[Relation::Conj])
            && tokens[verb].upos == Upos::Verb
            && (tokens[verb].xpos.is_finite() || has(tokens, verb, &[Relation::Aux, Relation::AuxPass]))
    });
    let Some(verb) = verb else { return };
    let second = (and + 1..verb).find(|&at| {
        depends(&tokens[at], verb, &[Relation::Nsubj, Relation::NsubjPass]) && tokens[at].upos != Upos::Pron
    });
    // "Protests in Chad and the king flees": a name before "and" may end a heading, but not where the second is the first's.
    let own = |second: usize| {
        let whose = |token: &Token| matches!(token.lower.as_str(), "its" | "their" | "his" | "her");
        tokens[first].upos == Upos::Noun
            || tokens.iter().any(|token| depends(token, second, &[Relation::NmodPoss]) && whose(token))
    };
    let Some(second) = second.filter(|&second| {
        own(second) && is_below(tokens, and, verb) && (and + 1..second).all(|at| is_below(tokens, at, second))
    }) else {
        return;
    };
    let count = tokens.len();
    rehang(tokens, and + 1..count, first, verb);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[first].head, tokens[first].relation) = (Some(verb), as_subject(tokens, verb));
    (tokens[second].head, tokens[second].relation) = (Some(first), Relation::Conj);
    tokens[and].head = Some(second);
}

/// "kills nine, including three guards": the number before "including" is the whole, and no guards.
pub(super) fn count_whole(tokens: &mut [Token], number: usize, noun: usize) {
    let including = (number + 1..noun)
        .any(|at| tokens[at].lower == "including" && depends(&tokens[at], noun, &[Relation::Case]));
    let Some(above) = tokens[noun].head.filter(|&above| including && !(number..=noun).contains(&above))
    else {
        return;
    };
    rehang(tokens, 0..number, noun, number);
    (tokens[number].head, tokens[number].relation) = (Some(above), tokens[noun].relation);
    (tokens[noun].head, tokens[noun].relation) = (Some(number), Relation::Nmod);
}
