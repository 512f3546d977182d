//! When a happening happened: what its own words say, then what the story says, then what follows from
//! other happenings.

use super::draft::{Bounds, Draft};
use super::mention::{EventDate, EventDateBasis, EventRelation, EventRelationKind, Status};
use super::reading::Reading;
use super::rule::TriggerPart;
use super::status::Tense;
use crate::article::{Article, PublishedBasis};
use crate::dates::{DateValue, Expression, ExpressionKind, Granularity};
use crate::language::Relation;
use chrono::{Days, NaiveDate};
use std::collections::HashMap;

/// How far before its publication a story's opening may be dated for the article to be news.
const NEWS: i64 = 12;

/// Gives every mention the date that its own words, its clause or the story tell.
pub(super) fn tell(article: &Article, readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    let published = article.published.date.filter(|_| article.published.basis != PublishedBasis::None);
    for (index, reading) in readings.iter().enumerate() {
        attach(reading, &mut drafts[starts[index]..starts[index + 1]], published);
    }
    Story::new(published, readings).run(readings, starts, drafts);
}

/// Dates that words of the sentence give to its mentions.
fn attach(reading: &Reading<'_>, drafts: &mut [Draft], published: Option<NaiveDate>) {
    if reading.expressions.is_empty() || drafts.is_empty() {
        return;
    }
    let grammar = &reading.grammar;
    // Expressions by the clause or trigger that they modify.
    let mut at: HashMap<usize, Vec<&Expression>> = HashMap::new();
    for expression in &reading.expressions {
        if !usable(expression) || open_ended(reading, expression) {
            continue;
        }
        let Some(head) = head_of(reading, expression) else { continue };
        if let Some(owner) = owner(reading, head, expression, drafts) {
            let owner = nearer_event(reading, expression, owner, drafts, published).unwrap_or(owner);
            at.entry(owner).or_default().push(expression);
        }
    }
    for draft in drafts.iter_mut() {
        let carrier = draft.found.arguments.carrier;
        let own = std::iter::once(draft.found.head).chain(draft.found.rest.iter().copied()).chain(carrier);
        let direct = own.filter_map(|token| at.get(&token)).flatten().copied();
        if let Some(expression) = finest(direct) {
            draft.told = Some(from_expression(expression, EventDateBasis::Expression));
            continue;
        }
        if let (true, Some(date)) = (draft.assessment.main, main_date(reading)) {
            draft.told = Some(date);
            continue;
        }
        for clause in clauses(reading, draft) {
            if let Some(expression) = at.get(&clause).and_then(|list| finest(list.iter().copied())) {
                draft.told = Some(from_expression(expression, EventDateBasis::Clause));
                break;
            }
        }
    }
    let _ = grammar;
}

fn usable(expression: &Expression) -> bool {
    matches!(expression.kind, ExpressionKind::Date | ExpressionKind::Time)
        && expression
            .value
            .as_ref()
            .is_some_and(|value| value.earliest.is_some() || value.latest.is_some() || !value.edtf.is_empty())
}

/// "since 2014", "until Monday" bound a state; they date no happening.
fn open_ended(reading: &Reading<'_>, expression: &Expression) -> bool {
    let grammar = &reading.grammar;
    let before = expression.tokens.start.checked_sub(1).map_or("", |token| grammar.lower(token));
    let head = head_of(reading, expression);
    let marked = head
        .and_then(|head| grammar.preposition(head).or_else(|| grammar.mark(head)))
        .map_or("", |token| grammar.lower(token));
    [before, marked]
        .iter()
        .any(|word| matches!(*word, "since" | "until" | "till" | "before" | "by" | "after" | "than" | "from"))
        && !matches!(marked, "by" if before != "by")
}

/// The token of an expression that the rest of it depends on.
fn head_of(reading: &Reading<'_>, expression: &Expression) -> Option<usize> {
    let range = expression.tokens.start..expression.tokens.end.min(reading.grammar.len());
    range.clone().find(|&token| reading.grammar.parent(token).is_none_or(|head| !range.contains(&head)))
}

/// "He mocked NATO's intervention in Kosovo in 1999": a time long past that stands behind an event noun is the
/// noun's rather than the verb's.
fn nearer_event(
    reading: &Reading<'_>,
    expression: &Expression,
    owner: usize,
    drafts: &[Draft],
    published: Option<NaiveDate>,
) -> Option<usize> {
    let grammar = &reading.grammar;
    let latest = expression.value.as_ref()?.latest?;
    if !grammar.is_verb(owner) || expression.tokens.start < owner || (published? - latest).num_days() < 200 {
        return None;
    }
    drafts
        .iter()
        .filter(|draft| {
            let head = draft.found.head;
            head > owner
                && head < expression.tokens.start
                && draft.found.arguments.carrier.is_none()
                && reading.rules.triggers[draft.found.trigger].part == TriggerPart::Noun
                && grammar.below(head, owner)
                && expression.tokens.start - head <= 8
        })
        .map(|draft| draft.found.head)
        .next_back()
}

/// What an expression modifies: the nearest trigger above it, or else the nearest verb.
fn owner(reading: &Reading<'_>, head: usize, expression: &Expression, drafts: &[Draft]) -> Option<usize> {
    let grammar = &reading.grammar;
    for token in grammar.upward(head).skip(1) {
        if expression.tokens.contains(&token) {
            continue;
        }
        let is_trigger = drafts.iter().any(|draft| {
            draft.found.head == token
                || draft.found.arguments.carrier == Some(token)
                || draft.found.rest.contains(&token)
        });
        if is_trigger || grammar.is_verb(token) || grammar.child(token, Relation::Cop).is_some() {
            return Some(token);
        }
    }
    // A date that the parser made the root, as in a chronology's "4 April: …", is of the whole.
    grammar.root()
}

/// The clauses whose dates hold for a mention, nearest first.
fn clauses(reading: &Reading<'_>, draft: &Draft) -> Vec<usize> {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    let mut found = Vec::new();
    let anchor = draft.found.arguments.carrier.unwrap_or(draft.found.head);
    let mut at = anchor;
    for _ in 0..8 {
        let Some(head) = grammar.parent(at) else { break };
        let lemma = grammar.lemma(head);
        let passes = match grammar.relation(at) {
            Relation::Conj => true,
            Relation::Xcomp => words.factual.contains(lemma) || words.aspect.contains(lemma),
            // "killed three as police fought protesters"
            Relation::Advcl
                if grammar
                    .mark(at)
                    .is_some_and(|mark| matches!(grammar.lower(mark), "as" | "while" | "when")) =>
            {
                true
            }
            Relation::Advcl | Relation::Acl => {
                grammar.xpos(at) == crate::language::Xpos::Vbg
                    && grammar.mark(at).is_none()
                    && (grammar.relation(at) == Relation::Advcl || draft.found.arguments.carrier.is_some())
            }
            Relation::Nsubj | Relation::NsubjPass | Relation::Obj if !grammar.is_verb(at) => {
                words.killing.contains(lemma)
                    || words.wounding.contains(lemma)
                    || words.aspect.contains(lemma)
                    || words.support.contains(lemma)
                    || words.detaining.contains(lemma)
            }
            Relation::Obl | Relation::OblAgent if !grammar.is_verb(at) => {
                words.killing.contains(lemma)
                    || words.wounding.contains(lemma)
                    || words.engagement.contains(lemma)
                    || words.detaining.contains(lemma)
            }
            // "a wave of attacks"
            Relation::Nmod => words.quantity.contains(lemma),
            _ => false,
        };
        if !passes {
            break;
        }
        found.push(head);
        at = head;
    }
    found
}

/// The finest of several, the first of equals.
fn finest<'a>(expressions: impl Iterator<Item = &'a Expression>) -> Option<&'a Expression> {
    let mut best: Option<&Expression> = None;
    for expression in expressions {
        let rank = |expression: &Expression| {
            expression.value.as_ref().map_or(99, |value| {
                (if value.earliest.is_none() { 50 } else { 0 })
                    + value.granularity.max(Granularity::Day) as u32
            })
        };
        if best.is_none_or(|old| rank(expression) < rank(old)) {
            best = Some(expression);
        }
    }
    best
}

fn from_expression(expression: &Expression, basis: EventDateBasis) -> EventDate {
    let value = expression.value.clone().unwrap_or_else(|| DateValue {
        edtf: String::new(),
        earliest: None,
        latest: None,
        granularity: Granularity::Day,
    });
    let reason = match basis {
        EventDateBasis::Expression => "the words date the event itself",
        _ => "the words date its clause",
    };
    EventDate {
        value,
        timex3: expression.timex3.clone(),
        basis,
        inferred: false,
        reasons: vec![reason.to_string()],
        anchor: Some(expression.location),
    }
}

/// The running date of a story and where it lends it.
struct Story {
    published: Option<NaiveDate>,
    news: bool,
    /// The day that the opening tells, if it tells one.
    opening: Option<EventDate>,
    running: Option<(EventDate, usize)>,
}

impl Story {
    fn new(published: Option<NaiveDate>, readings: &[Reading<'_>]) -> Self {
        let opening: Vec<NaiveDate> = readings
            .iter()
            .take(4)
            .flat_map(|reading| &reading.expressions)
            .filter(|expression| usable(expression))
            .filter_map(|expression| {
                expression.value.as_ref().filter(|value| is_day(value)).and_then(|value| value.earliest)
            })
            .collect();
        let news = published.is_some_and(|published| {
            opening.is_empty() || opening.iter().any(|day| (published - *day).num_days().abs() <= NEWS)
        });
        Self { published, news, opening: None, running: None }
    }

    fn run(mut self, readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
        for (index, reading) in readings.iter().enumerate() {
            let range = starts[index]..starts[index + 1];
            let paragraph = reading.grammar.sentence.paragraph;
            self.listen(reading, &drafts[range.clone()], index);
            for draft in &mut drafts[range] {
                if draft.told.is_some() {
                    draft.mention.date.clone_from(&draft.told);
                } else if !elsewhere(reading, draft, self.published) {
                    draft.mention.date = self.lend(draft, paragraph, index);
                }
            }
        }
    }

    /// Notes a day that the sentence sets for what follows.
    fn listen(&mut self, reading: &Reading<'_>, drafts: &[Draft], index: usize) {
        let set = drafts.iter().find_map(|draft| {
            let told = draft.told.as_ref()?;
            let narrates = draft.assessment.main
                && matches!(draft.assessment.tense, Tense::Past | Tense::Present)
                && draft.mention.status == Status::Happened
                && !draft.quoted
                && is_day(&told.value);
            narrates.then(|| told.clone())
        });
        let set = set.or_else(|| main_date(reading));
        let Some(mut date) = set else { return };
        date.basis = EventDateBasis::Narrative;
        date.inferred = true;
        date.reasons = vec!["the story is told of this day".to_string()];
        if self.opening.is_none() && index < 4 {
            let near = match (self.published, date.value.earliest) {
                (Some(published), Some(day)) => (published - day).num_days().abs() <= NEWS,
                _ => true,
            };
            if near {
                self.opening = Some(date.clone());
            }
        }
        self.running = Some((date, reading.grammar.sentence.paragraph));
    }

    /// The date that a mention without words of its own may take.
    fn lend(&self, draft: &Draft, paragraph: usize, index: usize) -> Option<EventDate> {
        let fact = matches!(draft.mention.status, Status::Happened | Status::Claimed);
        if !fact || draft.quoted {
            return None;
        }
        let tense = draft.assessment.tense;
        let narrated = (draft.assessment.main || draft.assessment.beside)
            && matches!(tense, Tense::Past | Tense::Present)
            || (draft.assessment.main && tense == Tense::Perfect && index < 4)
            || (index == 0 && draft.assessment.heading);
        if !narrated {
            return None;
        }
        if let Some((running, place)) = &self.running
            && (*place == paragraph || !self.news)
        {
            return Some(running.clone());
        }
        if let Some(opening) = &self.opening {
            return Some(opening.clone());
        }
        let day = self.published.filter(|_| self.news)?;
        Some(EventDate {
            value: DateValue::day(day),
            timex3: Some(day.format("%Y-%m-%d").to_string()),
            basis: EventDateBasis::Publication,
            inferred: true,
            reasons: vec!["a news article tells it in its main clause and names no other day".to_string()],
            anchor: None,
        })
    }
}

/// The only day that a sentence told in the past names, if it is its main clause's.
fn main_date(reading: &Reading<'_>) -> Option<EventDate> {
    let grammar = &reading.grammar;
    let root = grammar.root()?;
    if !grammar.is_verb(root) || reading.rules.words.speech.contains(grammar.lemma(root)) {
        return None;
    }
    if !matches!(super::status::tense(reading, root), Tense::Past) || reading.quoted.get(root) == Some(&true)
    {
        return None;
    }
    let mut days = reading.expressions.iter().filter(|expression| {
        usable(expression)
            && !open_ended(reading, expression)
            && expression.value.as_ref().is_some_and(is_day)
    });
    let (day, more) = (days.next()?, days.next());
    if more.is_some() {
        return None;
    }
    let head = head_of(reading, day)?;
    let clause = grammar.upward(head).skip(1).find(|&token| grammar.is_verb(token))?;
    let near = clause == root
        || matches!(grammar.relation(clause), Relation::Acl | Relation::Conj) && grammar.below(clause, root);
    near.then(|| from_expression(day, EventDateBasis::Clause))
}

/// Whether the clause tells of another time than the story's ("agreed to destroy its weapons in 2013"), or of
/// no single time ("since 2012", "every week").
fn elsewhere(reading: &Reading<'_>, draft: &Draft, published: Option<NaiveDate>) -> bool {
    let anchor = draft.found.arguments.carrier.unwrap_or(draft.found.head);
    reading.expressions.iter().any(|expression| {
        let Some(head) = head_of(reading, expression) else { return false };
        if !reading.grammar.below(head, anchor) {
            return false;
        }
        match expression.kind {
            ExpressionKind::Set => true,
            ExpressionKind::Duration => false,
            _ => expression.value.as_ref().is_some_and(|value| match (value.latest, published) {
                (Some(latest), Some(published)) => (published - latest).num_days() > NEWS,
                _ => open_ended(reading, expression) && value.earliest.is_some(),
            }),
        }
    })
}

fn is_day(value: &DateValue) -> bool {
    value.earliest.is_some() && value.earliest == value.latest
}

/// Lends dates inside a happening and over relations.
pub(super) fn infer(relations: &[EventRelation], drafts: &mut [Draft]) {
    let mut happenings: HashMap<usize, Known> = HashMap::new();
    for draft in drafts.iter() {
        if let Some(date) = &draft.mention.date {
            happenings.entry(draft.mention.happening).or_default().learn(date);
        }
    }
    let place: HashMap<_, _> =
        drafts.iter().map(|draft| (draft.mention.id, draft.mention.happening)).collect();
    let mut bounds: HashMap<usize, Bounds> = HashMap::new();
    for relation in relations {
        let (Some(&from), Some(&to)) = (place.get(&relation.from), place.get(&relation.to)) else { continue };
        let span = |happening: usize| {
            happenings.get(&happening).map(|known| (known.date.value.earliest, known.date.value.latest))
        };
        match relation.kind {
            EventRelationKind::After | EventRelationKind::Response | EventRelationKind::Cause => {
                if let Some((Some(earliest), _)) = span(to) {
                    let bound = bounds.entry(from).or_default();
                    bound.earliest = bound.earliest.max(Some(earliest));
                    bound.reasons.push(format!("not before what it follows ({earliest})"));
                }
                if let Some((_, Some(latest))) = span(from) {
                    let bound = bounds.entry(to).or_default();
                    bound.latest = Some(bound.latest.map_or(latest, |old| old.min(latest)));
                    bound.reasons.push(format!("not after what follows it ({latest})"));
                }
            }
            EventRelationKind::During | EventRelationKind::Part => {
                if let Some((earliest, latest)) = span(to) {
                    let bound = bounds.entry(from).or_default();
                    bound.earliest = bound.earliest.max(earliest);
                    bound.latest = match (bound.latest, latest) {
                        (Some(a), Some(b)) => Some(a.min(b)),
                        (a, b) => a.or(b),
                    };
                    bound.reasons.push("within what it is part of".to_string());
                }
            }
            EventRelationKind::Condition => {}
        }
    }
    for draft in drafts {
        let happening = draft.mention.happening;
        if matches!(draft.mention.status, Status::Planned | Status::Hypothetical | Status::Denied) {
            continue;
        }
        let known = happenings.get(&happening);
        let bound = bounds.get(&happening);
        match (&draft.mention.date, known) {
            (Some(date), Some(known)) if date.basis == EventDateBasis::Publication && known.own => {
                draft.mention.date = Some(known.lent());
            }
            (None, Some(known)) => draft.mention.date = Some(known.lent()),
            _ => {}
        }
        if let Some(bound) = bound {
            draft.mention.date = narrowed(draft.mention.date.take(), bound);
        }
    }
}

/// What the mentions of a happening say of its date together.
struct Known {
    date: EventDate,
    /// Whether words of their own give it.
    own: bool,
}

impl Default for Known {
    fn default() -> Self {
        let value = DateValue {
            edtf: String::new(),
            earliest: None,
            latest: None,
            granularity: Granularity::Interval,
        };
        Self {
            date: EventDate {
                value,
                timex3: None,
                basis: EventDateBasis::Relation,
                inferred: true,
                reasons: Vec::new(),
                anchor: None,
            },
            own: false,
        }
    }
}

impl Known {
    fn learn(&mut self, date: &EventDate) {
        let own = matches!(date.basis, EventDateBasis::Expression | EventDateBasis::Clause);
        let empty = self.date.value.edtf.is_empty();
        if (own && !self.own) || empty {
            self.date = date.clone();
            self.own = own;
            return;
        }
        if own != self.own {
            return;
        }
        let (old, new) = (&self.date.value, &date.value);
        let earliest = old.earliest.max(new.earliest);
        let latest = match (old.latest, new.latest) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        let inside = new.earliest == earliest && new.latest == latest;
        if earliest <= latest && inside && (old.earliest, old.latest) != (earliest, latest) {
            self.date = date.clone();
        }
    }

    fn lent(&self) -> EventDate {
        let mut lent = self.date.clone();
        lent.inferred = true;
        lent.basis = EventDateBasis::Relation;
        lent.reasons.push("another mention of the same happening gives it".to_string());
        lent
    }
}

fn narrowed(date: Option<EventDate>, bound: &Bounds) -> Option<EventDate> {
    let (earliest, latest) = (bound.earliest, bound.latest);
    match date {
        None => {
            if earliest.is_none() && latest.is_none() || earliest.zip(latest).is_some_and(|(a, b)| a > b) {
                return None;
            }
            Some(EventDate {
                value: interval(earliest, latest),
                timex3: None,
                basis: EventDateBasis::Relation,
                inferred: true,
                reasons: bound.reasons.clone(),
                anchor: None,
            })
        }
        Some(mut date) => {
            let value = &date.value;
            let low = value.earliest.max(earliest);
            let high = match (value.latest, latest) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
            let changed = (low, high) != (value.earliest, value.latest);
            let sound = low.zip(high).is_none_or(|(a, b)| a <= b);
            // A single day is as narrow as can be, and a bound that contradicts words yields to them.
            if changed && sound {
                date.value = interval(low, high);
                date.timex3 = None;
                date.inferred = true;
                date.reasons.extend(bound.reasons.iter().cloned());
            }
            Some(date)
        }
    }
}

/// On one day of a span.
fn interval(earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> DateValue {
    if let (Some(a), Some(b)) = (earliest, latest)
        && a == b
    {
        return DateValue::day(a);
    }
    let text = |day: Option<NaiveDate>| day.map(|day| day.format("%Y-%m-%d").to_string()).unwrap_or_default();
    DateValue {
        edtf: format!("[{}..{}]", text(earliest), text(latest)),
        earliest,
        latest,
        granularity: Granularity::Interval,
    }
}

/// The day `days` after a date, for "two days after the attack".
#[allow(dead_code)]
pub(super) fn shifted(date: &DateValue, days: i64) -> Option<DateValue> {
    let move_day = |day: NaiveDate| {
        if days >= 0 {
            day.checked_add_days(Days::new(days.unsigned_abs()))
        } else {
            day.checked_sub_days(Days::new(days.unsigned_abs()))
        }
    };
    let (earliest, latest) = (date.earliest.and_then(move_day), date.latest.and_then(move_day));
    (earliest.is_some() || latest.is_some()).then(|| interval(earliest, latest))
}

/// Whether a mention is a noun without a verb of its own.
#[allow(dead_code)]
pub(super) fn bare_noun(reading: &Reading<'_>, draft: &Draft) -> bool {
    reading.rules.triggers[draft.found.trigger].part == TriggerPart::Noun
        && draft.found.arguments.carrier.is_none()
}
