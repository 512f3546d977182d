//! What goes on for longer than the day on which it is told: "for a second day", "three days of fighting", "have held him
//! since Monday", "overnight".

use super::super::draft::Draft;
use super::super::mention::{EventDate, EventDateBasis};
use super::super::reading::Reading;
use super::super::status::Tense;
use super::clause::{clauses, usable};
use super::deadline::length;
use super::is_day;
use super::moment;
use super::owner::head_of;
use super::shared::is_noun;
use crate::dates::{DateValue, Expression, Granularity, Unit};
use crate::language::{Relation, Xpos};
use chrono::{Days, NaiveDate};

/// The days over which a mention of a sentence goes on, where its words tell them.
pub(super) fn find(
    reading: &Reading<'_>,
    drafts: &[Draft],
    at: usize,
    published: Option<NaiveDate>,
    day_of: impl Fn(usize) -> Option<EventDate>,
) -> Option<EventDate> {
    let draft = &drafts[at];
    if !draft.mention.status.is_told_as_done() {
        return None;
    }
    if let Some((expression, days)) = since(reading, draft).zip(published).and_then(|(from, published)| {
        let begin = from.value.as_ref()?.earliest.filter(|&begin| begin < published)?;
        Some((from, (begin, published)))
    }) {
        return Some(EventDate {
            value: through(days.0, days.1),
            timex3: None,
            basis: EventDateBasis::Expression,
            inferred: false,
            reasons: vec!["the words tell since when".to_string()],
            anchor: Some(expression.location),
        });
    }
    let own = draft.mention.date.as_ref();
    let above;
    let (last, earlier) = if let Some(days) = days_of(reading, draft) {
        match day_above(reading, drafts, draft).or(own) {
            Some(day) => (day, days - 1),
            None => {
                above = day_of_clause(reading, draft.found.head, day_of)?;
                (&above, days - 1)
            }
        }
    } else if let Some(days) = days_in(reading, draft) {
        (own?, days - 1)
    } else if let Some(day) = nth_day(reading, draft) {
        (own?, day - 1)
    } else if is_overnight(reading, draft) {
        (own.filter(|date| date.inferred)?, 1)
    } else {
        return None;
    };
    let end = last.value.latest.filter(|_| is_day(&last.value))?;
    let begin = end.checked_sub_days(Days::new(u64::try_from(earlier).ok()?))?;
    let mut reasons = last.reasons.clone();
    reasons.push(format!("it is told to last ({begin} to {end})"));
    Some(EventDate {
        value: through(begin, end),
        timex3: None,
        basis: last.basis,
        inferred: true,
        reasons,
        anchor: last.anchor,
    })
}

/// All days from one to another.
fn through(begin: NaiveDate, end: NaiveDate) -> DateValue {
    DateValue {
        edtf: format!("{begin}/{end}"),
        earliest: Some(begin),
        latest: Some(end),
        granularity: Granularity::Interval,
    }
}

/// "have held him since Monday", "had been fighting since June", "have fired on ships since they seized one in May", "since the
/// start of the war in May have shelled the town": what "since" counts from.
fn since<'a>(reading: &Reading<'a>, draft: &Draft) -> Option<&'a Expression> {
    let grammar = &reading.grammar;
    let verb = draft.found.anchor();
    let goes_on = match draft.assessment.tense {
        Tense::Perfect => true,
        Tense::Pluperfect => grammar.xpos(verb) == Xpos::Vbg,
        _ => false,
    };
    if !goes_on || !grammar.is_verb(verb) {
        return None;
    }
    let clause = grammar.children(verb).find(|&child| {
        let word = match grammar.relation(child) {
            Relation::Obl if child < verb => grammar.preposition(child),
            _ => grammar.mark(child),
        };
        word.is_some_and(|word| grammar.lower(word) == "since")
    });
    reading.expressions.iter().copied().filter(|expression| usable(expression)).find(|expression| {
        let Some(head) = head_of(reading, expression) else { return false };
        let before = expression.tokens.start.checked_sub(1);
        let of_verb = || grammar.upward(head).skip(1).find(|&token| grammar.is_verb(token)) == Some(verb);
        before.is_some_and(|word| grammar.lower(word) == "since") && of_verb()
            || clause.is_some_and(|clause| grammar.below(head, clause))
    })
}

/// "three days of fighting": how many days.
fn days_of(reading: &Reading<'_>, draft: &Draft) -> Option<i64> {
    let grammar = &reading.grammar;
    let noun = draft.found.head;
    // "four days of arson and looting"
    let first = grammar.first_conjunct(noun);
    let of = grammar.preposition(noun).or_else(|| grammar.preposition(first));
    let of = of.filter(|&word| grammar.lower(word) == "of")?;
    let days = of.checked_sub(1).filter(|_| is_noun(reading, draft))?;
    let expression = reading.expressions.iter().find(|expression| expression.tokens.contains(&days))?;
    several_days(expression)
}

fn several_days(expression: &Expression) -> Option<i64> {
    length(expression).filter(|&(count, unit)| unit == Unit::Day && count > 1).map(|(count, _)| count)
}

/// "were killed in four days of fighting": over how many days people came to harm.
fn days_in(reading: &Reading<'_>, draft: &Draft) -> Option<i64> {
    let grammar = &reading.grammar;
    let verb = draft.found.anchor();
    let lemma = grammar.lemma(verb);
    let harmed = moment::is_harm(reading, verb) || reading.rules.in_class("dying", lemma);
    reading.expressions.iter().filter(|_| harmed && grammar.is_verb(verb)).find_map(|expression| {
        let head = head_of(reading, expression)?;
        let end = expression.tokens.end;
        let inside = grammar.preposition(head).is_some_and(|word| grammar.lower(word) == "in")
            && grammar.parent(head) == Some(verb)
            && end < grammar.len()
            && grammar.lower(end) == "of";
        several_days(expression).filter(|_| inside)
    })
}

/// The day of the clause that such a stretch is told in: "handed over power on Friday after 18 days of protest".
fn day_of_clause(
    reading: &Reading<'_>,
    noun: usize,
    day_of: impl Fn(usize) -> Option<EventDate>,
) -> Option<EventDate> {
    let grammar = &reading.grammar;
    grammar.upward(noun).skip(1).filter(|&token| grammar.is_verb(token)).find_map(day_of)
}

/// The day of what is told of such a stretch: "after three days of talks they agreed on Tuesday".
fn day_above<'a>(reading: &Reading<'_>, drafts: &'a [Draft], draft: &Draft) -> Option<&'a EventDate> {
    let grammar = &reading.grammar;
    let verb = grammar.upward(draft.found.head).skip(1).find(|&token| grammar.is_verb(token))?;
    let told = drafts.iter().find(|other| {
        (other.found.anchor() == verb || other.found.head == verb) && other.mention.status.is_told_as_done()
    })?;
    told.mention.date.as_ref().filter(|date| is_day(&date.value))
}

/// "fought for a second day", "the siege went into its third day": the number of the day. A protest or an arrest of a second
/// day is another one.
fn nth_day(reading: &Reading<'_>, draft: &Draft) -> Option<i64> {
    let grammar = &reading.grammar;
    (1..grammar.len()).find_map(|day| {
        let number =
            ordinal(grammar.lower(day - 1)).filter(|_| matches!(grammar.lemma(day), "day" | "night"))?;
        let opens = day.checked_sub(3).is_some_and(|word| {
            matches!(grammar.lower(word), "for" | "into") || grammar.lemma(word) == "enter"
        });
        let verb = grammar.upward(day).skip(1).find(|&token| grammar.is_verb(token)).filter(|_| opens)?;
        let anchor = draft.found.anchor();
        let goes_on = is_noun(reading, draft)
            && (anchor == verb
                || grammar.relation(draft.found.head) == Relation::Nsubj
                    && grammar.parent(draft.found.head) == Some(verb));
        let lasts = anchor == verb && reading.rules.in_class("going-on", &draft.mention.kind);
        (goes_on || lasts).then_some(number)
    })
}

fn ordinal(word: &str) -> Option<i64> {
    let words = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    words.iter().position(|&ordinal| ordinal == word).and_then(|place| i64::try_from(place + 2).ok())
}

/// "stormed the consulate overnight": midnight lay within it.
fn is_overnight(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    let mut of = clauses(reading, draft);
    of.extend([draft.found.head, draft.found.anchor()]);
    (0..grammar.len()).any(|word| {
        grammar.lower(word) == "overnight"
            && grammar.parent(word).is_some_and(|verb| grammar.is_verb(verb) && of.contains(&verb))
    })
}
