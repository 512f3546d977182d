//! Finding: where a document speaks of time, and what the words say by themselves.

use super::Direction;
use super::grammar::Capture;
use super::item::{Item, Items};
use super::lexicon::Symbol;
use super::meaning::{Action, Fields, Meaning};
use super::resolve::Tense;
use super::rules::{Context, Rules};
use crate::article::{Location, Span};
use crate::language::{Document, Sentence, Upos};
use chrono::Weekday;

/// An expression that was found and is not resolved yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub(super) location: Location,
    pub(super) sentence: usize,
    pub(super) tokens: std::ops::Range<usize>,
    pub(super) meaning: Meaning,
    /// Of two extents of one match, whether this is the first or the second end of a range.
    pub(super) range: Option<RangeEnd>,
}

/// The ends of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RangeEnd {
    First,
    Second,
}

/// A match, before it is known to be the best.
struct Match {
    rule: u16,
    end: usize,
    captures: Vec<Capture<Meaning>>,
}

impl Found {
    /// Month, day and weekday of a date that names its day but not its year.
    pub fn day_without_year(&self) -> Option<(u32, u32, Option<Weekday>)> {
        let fields = self.calendar()?;
        Some((fields.month?, fields.day?, weekday(fields)))
    }

    /// The weekday that it names and nothing more, not even a part of the calendar: "on Wednesday night".
    pub fn bare_weekday(&self) -> Option<Weekday> {
        let fields = self.calendar()?;
        weekday(fields).filter(|_| fields.month.is_none() && fields.day.is_none())
    }

    /// The sentence and the tokens where it stands.
    pub fn place(&self) -> (usize, std::ops::Range<usize>) {
        (self.sentence, self.tokens.clone())
    }

    /// What a date of the calendar without a year says, the part of its day left aside.
    fn calendar(&self) -> Option<&Fields> {
        // "June 12 last year" names its day itself.
        let named = self.meaning.action == Action::Part && self.meaning.fields.day.is_some();
        let meaning = match self.meaning.inner.as_deref() {
            Some(inner) if self.meaning.action == Action::Part && !named => inner,
            _ => &self.meaning,
        };
        let plain = named || meaning.action == Action::Calendar && meaning.inner.is_none();
        Some(&meaning.fields).filter(|fields| plain && fields.year.is_none())
    }

    /// Whether the words around it speak of it as past or as coming, if they tell.
    pub fn direction(&self, document: &Document) -> Option<Direction> {
        match document.sentences.get(self.sentence).map(|sentence| Tense::of(sentence, self))? {
            Tense::Past => Some(Direction::Before),
            Tense::Future => Some(Direction::After),
            Tense::Unknown => None,
        }
    }

    /// The year that it names, unless the words around it look ahead.
    pub fn past_year(&self, document: &Document) -> Option<i32> {
        fn year(meaning: &Meaning) -> Option<i32> {
            meaning.fields.year.or_else(|| year(meaning.inner.as_deref()?))
        }
        let year = year(&self.meaning)?;
        (self.direction(document) != Some(Direction::After)).then_some(year)
    }
}

fn weekday(fields: &Fields) -> Option<Weekday> {
    Weekday::try_from(fields.weekday?.checked_sub(1)? as u8).ok()
}

/// Finds all temporal expressions of a document, in reading order.
pub fn find(document: &Document, rules: &Rules) -> Vec<Found> {
    let mut found = Vec::new();
    let mut items = Items::new(&rules.lexicon);
    for (index, sentence) in document.sentences.iter().enumerate() {
        items.read(sentence, &rules.lexicon);
        let mut at = 0;
        while at < items.items.len() {
            let next = if rules.grammar.can_begin(rules.whole, &items, &items.items[at]) {
                longest(rules, &items, sentence, at).map(|best| {
                    read(rules, &items, sentence, index, at, &best, &mut found);
                    best.end
                })
            } else {
                None
            };
            at = next.unwrap_or(at + 1);
        }
    }
    found
}

/// The longest match at a place whose context fits; among equals the first rule.
fn longest(rules: &Rules, items: &Items, sentence: &Sentence, start: usize) -> Option<Match> {
    let mut best: Option<Match> = None;
    rules.grammar.matches(rules.whole, items, start, rules, &mut |rule, captures, end| {
        let better = best.as_ref().is_none_or(|best| (end, best.rule) > (best.end, rule));
        if better && fits(&rules.rules[rule as usize].context, items, sentence, start, end) {
            let kept = best.get_or_insert_with(|| Match { rule, end, captures: Vec::new() });
            (kept.rule, kept.end) = (rule, end);
            kept.captures.clear();
            kept.captures.extend_from_slice(captures);
        }
    });
    best
}

fn fits(context: &Context, items: &Items, sentence: &Sentence, start: usize, end: usize) -> bool {
    let is = |item: Option<&Item>, symbols: &[Symbol]| {
        item.is_some_and(|item| {
            item.literal.is_some_and(|literal| symbols.contains(&literal))
                || items.senses(item).iter().any(|sense| symbols.contains(&Symbol::class(sense.class)))
        })
    };
    let previous = start.checked_sub(1).and_then(|at| items.items.get(at));
    let next = items.items.get(end);
    let _ = sentence;
    (context.previous.is_empty() || is(previous, &context.previous))
        && !is(previous, &context.not_previous)
        && (context.next.is_empty() || is(next, &context.next))
        && !is(next, &context.not_next)
}

fn read(
    rules: &Rules,
    items: &Items,
    sentence: &Sentence,
    index: usize,
    start: usize,
    best: &Match,
    found: &mut Vec<Found>,
) {
    let rule = &rules.rules[best.rule as usize];
    if rule.nothing {
        return;
    }
    let mut extents: Vec<(usize, usize, Vec<Capture<Meaning>>)> = Vec::new();
    let mut open = false;
    for capture in &best.captures {
        match capture {
            Capture::Open(at) => {
                extents.push((*at, best.end, Vec::new()));
                open = true;
            }
            Capture::Close(at) => {
                open = false;
                if let Some(extent) = extents.last_mut() {
                    extent.1 = *at;
                }
            }
            other if open => {
                if let Some(extent) = extents.last_mut() {
                    extent.2.push(other.clone());
                }
            }
            _ => {}
        }
    }
    if extents.is_empty() {
        extents.push((start, best.end, best.captures.clone()));
    }
    let mut meanings = Vec::new();
    for (_, _, captures) in &extents {
        match rule.makes.clone().read(captures, rule.number_is, rule.era) {
            Some(meaning) => meanings.push(meaning),
            None => return,
        }
    }
    if let [first, second] = meanings.as_mut_slice() {
        share(first, second);
    }
    let paired = meanings.len() == 2 && rule.range;
    for (position, ((from, to, _), meaning)) in extents.into_iter().zip(meanings).enumerate() {
        let (Some(first), Some(last)) =
            (items.items.get(from), to.checked_sub(1).and_then(|at| items.items.get(at)))
        else {
            continue;
        };
        if from >= to || (to - from == 1 && is_modal(sentence, first)) {
            continue;
        }
        let end = if position == 0 { RangeEnd::First } else { RangeEnd::Second };
        found.push(Found {
            location: Location::new(sentence.part, Span::new(first.begin, last.end)),
            sentence: index,
            tokens: first.tokens.0 as usize..last.tokens.1 as usize + 1,
            meaning,
            range: paired.then_some(end),
        });
    }
}

/// "May" and "March" as verbs, where the sentence has been tagged.
fn is_modal(sentence: &Sentence, item: &Item) -> bool {
    sentence.tokens.get(item.tokens.0 as usize).is_some_and(|token| {
        matches!(token.upos, Upos::Aux | Upos::Verb) && matches!(&*token.lower, "may" | "march")
    })
}

/// What one end of a range or list leaves to the other: the month in "3 to 7 May", the year in "1 March and
/// 4 April 1917", the century in "1914-18", the unit in "two or three weeks".
fn share(first: &mut Meaning, second: &mut Meaning) {
    if second.unit.is_some() && first.unit.is_none() {
        first.unit = second.unit;
    }
    let (a, b) = (&mut first.fields, &mut second.fields);
    let needs_month = |fields: &Fields| fields.day.is_some() && fields.month.is_none();
    if needs_month(a) {
        a.month = b.month;
    } else if needs_month(b) {
        b.month = a.month;
    }
    if let (Some(year), Some(short)) = (a.year, b.short_year.take()) {
        b.year = Some(year - year.rem_euclid(100) + short);
    }
    if a.decade.is_none() && b.decade.is_none() {
        match (a.year, b.year) {
            (None, Some(year)) => {
                // "28 December to 3 January 1905" begins in the year before.
                let wraps = matches!((a.month, b.month), (Some(x), Some(y)) if x > y);
                a.year = Some(if wraps { year - 1 } else { year });
            }
            (Some(year), None) => {
                let wraps = matches!((a.month, b.month), (Some(x), Some(y)) if x > y);
                b.year = Some(if wraps { year + 1 } else { year });
            }
            _ => {}
        }
    }
}
