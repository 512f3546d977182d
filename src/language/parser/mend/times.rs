//! Times: what the days, months and lengths of time beside a verb take from it.

use super::{SUBJECTS, as_subject, depends, has, rehang};
use crate::language::{Relation, Token, Upos, Xpos};

/// Names of days and months.
const CALENDAR: [&str; 19] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// What time is counted in.
const UNITS: [&str; 9] = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"];
/// Verbs whose object is a length of time.
const LASTING: [&str; 8] = ["spend", "take", "last", "have", "need", "serve", "wait", "lose"];

/// Whether a token names a day or a month.
fn is_calendar(token: &Token) -> bool {
    token.upos == Upos::Propn && CALENDAR.contains(&token.lower.as_str())
}

/// The first of two names and the verb behind them that has no subject yet.
fn before_verb(tokens: &[Token], day: usize, name: usize, above: Option<usize>) -> Option<usize> {
    let is_person = tokens[name].upos == Upos::Propn && !is_calendar(&tokens[name]);
    above.filter(|&verb| {
        is_person
            && name > day
            && verb > name
            && tokens[verb].upos == Upos::Verb
            && !has(tokens, verb, &SUBJECTS)
            && day > 0
            && tokens[day - 1].upos == Upos::Adp
    })
}

/// "On Monday Putin received the king": nobody is called by a day.
pub(super) fn part_from_day(tokens: &mut [Token], child: usize, head: usize) {
    if is_calendar(&tokens[head])
        && head + 1 == child
        && let Some(verb) = before_verb(tokens, head, child, tokens[head].head)
    {
        for token in &mut tokens[child + 1..verb] {
            if token.head == Some(head) && token.relation != Relation::Punct {
                token.head = Some(child);
            }
        }
        tokens[head].relation = Relation::Obl;
        (tokens[child].head, tokens[child].relation) = (Some(verb), as_subject(tokens, verb));
    } else if is_calendar(&tokens[child])
        && let Some(verb) = before_verb(tokens, child, head, tokens[head].head)
        && depends(&tokens[child - 1], head, &[Relation::Case])
    {
        (tokens[child].head, tokens[child].relation) = (Some(verb), Relation::Obl);
        tokens[child - 1].head = Some(child);
        tokens[head].relation = as_subject(tokens, verb);
    }
}

/// "visited the city last December": a month is no object beside another.
pub(super) fn free_object(tokens: &mut [Token], time: usize, verb: usize) {
    let is_time = is_calendar(&tokens[time]) || UNITS.contains(&tokens[time].lemma.as_str());
    let told = |tokens: &[Token]| {
        time.checked_sub(1).is_some_and(|before| {
            tokens[before].head == Some(time)
                && matches!(tokens[before].lower.as_str(), "last" | "next" | "this")
        })
    };
    let first = (verb + 1..time).find(|&at| depends(&tokens[at], verb, &[Relation::Iobj]));
    if let Some(first) = first.filter(|_| is_time && tokens[time].relation == Relation::Obj && told(tokens)) {
        tokens[first].relation = Relation::Obj;
        tokens[time].relation = Relation::OblUnmarked;
    }
}

/// "resigned two months before voters went to the polls", "nine months before Russia annexed Crimea": a length of time
/// before a clause does nothing and is done nothing to.
pub(super) fn count_off(tokens: &mut [Token], unit: usize, verb: usize) {
    let follows = |token: &Token| matches!(token.lower.as_str(), "before" | "after");
    if !UNITS.contains(&tokens[unit].lemma.as_str())
        || tokens[verb].upos != Upos::Verb
        || !tokens.get(unit + 1).is_some_and(follows)
    {
        return;
    }
    if tokens[unit].relation == Relation::Obj {
        let clause = tokens[unit + 1].relation == Relation::Mark;
        if clause && !LASTING.contains(&tokens[verb].lemma.as_str()) {
            tokens[unit].relation = Relation::OblUnmarked;
        }
        return;
    }
    let subject = tokens[unit + 1].head.filter(|&noun| {
        tokens[unit].relation == Relation::Nsubj
            && unit + 1 < noun
            && noun < verb
            && depends(&tokens[unit + 1], noun, &[Relation::Case])
            && depends(&tokens[noun], unit, &[Relation::Nmod])
            && matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
    });
    let Some(subject) = subject else { return };
    rehang(tokens, unit + 1..verb, unit, verb);
    (tokens[unit + 1].head, tokens[unit + 1].relation) = (Some(verb), Relation::Mark);
    (tokens[subject].head, tokens[subject].relation) = (Some(verb), as_subject(tokens, verb));
    tokens[unit].relation = Relation::OblUnmarked;
    if tokens[verb].relation == Relation::Parataxis {
        tokens[verb].relation = Relation::Advcl;
    }
}
