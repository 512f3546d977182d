//! Dates that follow from other mentions of a happening, and from other happenings.

use super::super::draft::{Bounds, Draft};
use super::super::mention::{EventDate, EventDateBasis, EventRelation, Status};
use super::super::reading::Reading;
use super::super::relation_kind::EventRelationKind;
use crate::dates::{DateValue, Granularity};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Lends dates inside a happening and over relations.
pub(in super::super) fn infer(readings: &[Reading<'_>], relations: &[EventRelation], drafts: &mut [Draft]) {
    let mut happenings: HashMap<usize, Known> = HashMap::new();
    for draft in drafts.iter() {
        if let Some(date) = &draft.mention.date {
            let known = happenings.entry(draft.mention.happening).or_default();
            known.learn(date);
            known.sentences.push(draft.mention.sentence);
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
                // That what is told follows on news of the day says nothing: it is not of later than the text.
                let news =
                    happenings.get(&to).is_some_and(|known| known.date.basis == EventDateBasis::Publication);
                if let Some((Some(earliest), _)) = span(to).filter(|_| !news) {
                    let bound = bounds.entry(from).or_default();
                    bound.earliest = bound.earliest.max(Some(earliest));
                    bound.reasons.push(format!("not before what it follows ({earliest})"));
                }
                if let Some((earliest, Some(latest))) = span(from) {
                    let bound = bounds.entry(to).or_default();
                    // Midnight can lie between the two.
                    let day_before = earliest.and_then(|earliest| earliest.pred_opt());
                    if let Some(day_before) = day_before.filter(|_| is_soon(readings, relation)) {
                        bound.earliest = bound.earliest.max(Some(day_before));
                        bound.reasons.push(format!("hours before what follows it ({day_before} or later)"));
                    }
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
            (Some(date), Some(known))
                if matches!(date.basis, EventDateBasis::Publication | EventDateBasis::Narrative)
                    && known.own =>
            {
                draft.mention.date = Some(known.lent());
            }
            // The story's day is that of the mention it was given to; "after the attack" looks further back, unless the
            // sentence tells of nothing else: "killed after an attack".
            (None, Some(known))
                if known.own
                    || !draft.assessment.apart
                    || known.sentences.contains(&draft.mention.sentence) =>
            {
                draft.mention.date = Some(known.lent());
            }
            _ => {}
        }
        if let Some(bound) = bound {
            draft.mention.date = narrowed(draft.mention.date.take(), bound);
        }
    }
}

/// "hours after the strikes", "shortly after": whether no more than a day lies between the two.
fn is_soon(readings: &[Reading<'_>], relation: &EventRelation) -> bool {
    let of_part = readings.iter().filter(|reading| reading.grammar.sentence.part == relation.words.part);
    let mut sentences = of_part.filter(|reading| reading.grammar.sentence.span.contains(relation.words.span));
    sentences.next().is_some_and(|reading| {
        let tokens = &reading.grammar.sentence.tokens;
        let at = tokens.iter().position(|token| token.span.begin >= relation.words.span.begin);
        let before = at.and_then(|at| at.checked_sub(1)).and_then(|before| tokens.get(before));
        before.is_some_and(|token| reading.rules.in_class("soon", &token.lemma))
    })
}

/// What the mentions of a happening say of its date together.
struct Known {
    date: EventDate,
    /// Whether words of their own give it.
    own: bool,
    /// The sentences of the mentions that have one.
    sentences: Vec<usize>,
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
            sentences: Vec::new(),
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

/// The time up to the end of a day.
pub(super) fn until(day: &EventDate) -> EventDate {
    EventDate {
        value: interval(None, day.value.latest),
        timex3: None,
        basis: EventDateBasis::Relation,
        inferred: true,
        reasons: vec!["not after what is told to follow it".to_string()],
        anchor: None,
    }
}

/// On one day of a span.
pub(super) fn interval(earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> DateValue {
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
