//! Which year a month or a day of a story belongs to, when its words do not say.
//!
//! A story moves forth in small steps and rarely back, and the dates that have a year stand along it like
//! milestones. The years are those that make the whole way from milestone to milestone the cheapest, found as
//! the least-cost path over a few candidates for each date. A milestone far off on both sides ("… as was
//! admitted in 2005") is an aside, and a bare year only draws the dates after it towards itself.

use super::super::Modifier;
use super::super::find::{Found, RangeEnd};
use super::super::meaning::{Action, Fields, Meaning};
use crate::language::Document;
use chrono::{Datelike, Days, NaiveDate};

/// The years of a document's dates, by the index of their expression.
#[derive(Debug, Default)]
pub(super) struct Storyline {
    years: Vec<Option<i32>>,
    aside: Vec<bool>,
}

/// An expression further away than this from what stands before and after it is an aside, in days.
const ASIDE: i64 = 3 * 365;

/// The same for one in a clause that only describes ("its war against Iran, which it began in 1980"), from what
/// stands before it.
const DESCRIBED: i64 = 365;

/// One date on the way.
struct Stop {
    index: usize,
    sort: Sort,
}

enum Sort {
    /// A date with year and month.
    Milestone(NaiveDate),
    /// A year alone.
    Year(i32),
    /// A month, a day or a season without a year.
    Open(Fields),
}

/// A year that a stop may have, with the cost of the cheapest way to it.
struct Candidate {
    year: i32,
    day: NaiveDate,
    cost: f64,
    from: usize,
}

impl Storyline {
    /// Finds the way of a story.
    pub fn of(found: &[Found], document: &Document) -> Self {
        let mut stops: Vec<Stop> = found
            .iter()
            .enumerate()
            .filter(|(_, one)| !follows_since(one, document))
            .filter_map(|(index, one)| sort(one).map(|sort| Stop { index, sort }))
            .collect();
        let aside = asides(&mut stops, found, document);
        let mut years = vec![None; found.len()];
        walk(&stops, &mut years);
        Self { years, aside }
    }

    /// The year of an expression that has none of its own.
    pub fn year(&self, index: usize) -> Option<i32> {
        self.years.get(index).copied().flatten()
    }

    /// Whether an expression is an aside.
    pub fn is_aside(&self, index: usize) -> bool {
        self.aside.get(index).copied().unwrap_or(false)
    }
}

/// "Since August 1960, when …": the next sentence may go on from there.
pub(super) fn is_told_of(found: &Found, document: &Document) -> bool {
    document.sentences.get(found.sentence).is_some_and(|sentence| {
        let behind = sentence.tokens.get(found.tokens.end..).unwrap_or_default();
        matches!(behind, [comma, when, ..] if comma.lower == "," && when.lower == "when")
    })
}

/// "since 1960", "until 1958": the story is not there.
pub(super) fn follows_since(found: &Found, document: &Document) -> bool {
    let word = |back: usize| {
        let at = found.tokens.start.checked_sub(back)?;
        Some(document.sentences.get(found.sentence)?.tokens.get(at)?.lower.as_str())
    };
    let month = found.meaning.fields.month.is_some();
    match word(1) {
        Some("since") => true,
        Some("until" | "till") => !month,
        _ => false,
    }
}

/// Whether an expression stands in a relative clause.
pub(super) fn describes(found: &Found, document: &Document) -> bool {
    let Some(sentence) = document.sentences.get(found.sentence) else { return false };
    let Some(last) = found.tokens.clone().last().filter(|&last| last < sentence.tokens.len()) else {
        return false;
    };
    std::iter::once(last).chain(sentence.ancestors(last)).any(|token| sentence.is_relative(token))
}

/// Takes the asides out of the stops.
fn asides(stops: &mut Vec<Stop>, found: &[Found], document: &Document) -> Vec<bool> {
    let mut aside = vec![false; found.len()];
    let day_of = |stop: &Stop| match stop.sort {
        Sort::Milestone(day) => Some((day, true)),
        Sort::Year(year) => NaiveDate::from_ymd_opt(year, 7, 1).map(|day| (day, false)),
        Sort::Open(_) => None,
    };
    let mut next = vec![None; stops.len()];
    let mut ahead = None;
    for (at, stop) in stops.iter().enumerate().rev() {
        next[at] = ahead;
        if let Some((day, true)) = day_of(stop) {
            ahead = Some(day);
        }
    }
    let mut last: Option<NaiveDate> = None;
    for (stop, next) in stops.iter().zip(next) {
        let Some((day, fine)) = day_of(stop) else { continue };
        let apart = |a: NaiveDate, b: NaiveDate| a.signed_duration_since(b).num_days().abs();
        if let (Some(before), Some(after)) = (last, next) {
            aside[stop.index] =
                apart(day, before) > ASIDE && apart(day, after) > ASIDE && apart(before, after) < ASIDE;
        }
        if let Some(before) = last {
            aside[stop.index] |= before.signed_duration_since(day).num_days() > DESCRIBED
                && describes(&found[stop.index], document);
        }
        if fine && !aside[stop.index] {
            last = Some(day);
        }
    }
    stops.retain(|stop| !aside[stop.index]);
    aside
}

/// The cheapest way along all stops; writes the years of the open ones.
fn walk(stops: &[Stop], years: &mut [Option<i32>]) {
    let mut next_year = vec![None; stops.len()];
    let mut ahead = None;
    for (at, stop) in stops.iter().enumerate().rev() {
        next_year[at] = ahead;
        if let Sort::Milestone(day) = stop.sort {
            ahead = Some(day.year());
        }
    }
    // Layers of candidates, each with the stop it belongs to.
    let mut layers: Vec<(usize, Vec<Candidate>)> = Vec::new();
    let (mut told, mut milestone): (Option<i32>, Option<i32>) = (None, None);
    for (at, stop) in stops.iter().enumerate() {
        let candidates = match &stop.sort {
            Sort::Year(year) => {
                told = Some(*year);
                continue;
            }
            Sort::Milestone(day) => {
                milestone = Some(day.year());
                vec![(day.year(), *day)]
            }
            Sort::Open(fields) => {
                open_years(fields, told, milestone, next_year[at], layers.last().map(|layer| &layer.1))
            }
        };
        let weight = if matches!(stop.sort, Sort::Milestone(_)) { LEAP } else { 1.0 };
        let layer: Vec<Candidate> = candidates
            .into_iter()
            .map(|(year, day)| {
                let drawn = match (told, &stop.sort) {
                    (Some(told), Sort::Open(_)) => year_gap(day, told),
                    _ => 0.0,
                };
                let (from, way) = layers
                    .last()
                    .and_then(|(_, last)| {
                        last.iter()
                            .enumerate()
                            .map(|(from, one)| (from, one.cost + weight * step(one.day, day)))
                            .min_by(|a, b| a.1.total_cmp(&b.1))
                    })
                    .unwrap_or((0, 0.0));
                Candidate { year, day, cost: way + drawn, from }
            })
            .collect();
        told = None;
        if !layer.is_empty() {
            layers.push((at, layer));
        }
    }
    let cheapest = |layer: &[Candidate]| {
        layer.iter().enumerate().min_by(|a, b| a.1.cost.total_cmp(&b.1.cost)).map(|(index, _)| index)
    };
    let Some(mut chosen) = layers.last().and_then(|(_, layer)| cheapest(layer)) else { return };
    for (at, layer) in layers.iter().rev() {
        let one = &layer[chosen];
        if matches!(stops[*at].sort, Sort::Open(_)) {
            years[stops[*at].index] = Some(one.year);
        }
        chosen = one.from;
    }
}

/// The years that an open date may have: those of the milestones and bare years around it, and their neighbours.
fn open_years(
    fields: &Fields,
    told: Option<i32>,
    milestone: Option<i32>,
    next: Option<i32>,
    last: Option<&Vec<Candidate>>,
) -> Vec<(i32, NaiveDate)> {
    let reached =
        last.and_then(|last| last.iter().min_by(|a, b| a.cost.total_cmp(&b.cost))).map(|one| one.year);
    let last = last.into_iter().flatten().flat_map(|one| [one.year, one.year + 1]);
    let around = [told, milestone, next].into_iter().flatten().flat_map(|year| [year, year + 1, year - 1]);
    let mut years: Vec<i32> = around.chain(last).collect();
    // What is farthest from where the story has come to is not where it goes on, and the way must stay cheap to find.
    let here = reached.or(told).or(milestone).or(next).unwrap_or(0);
    years.sort_unstable_by_key(|year| ((year - here).abs(), *year));
    years.dedup();
    years.truncate(12);
    years
        .into_iter()
        .filter_map(|year| {
            if let (Some(month), Some(day)) = (fields.month, fields.day) {
                NaiveDate::from_ymd_opt(year, month, day)?;
            }
            Some((year, middle(&Fields { year: Some(year), ..*fields })?.0))
        })
        .collect()
}

/// What a step of the story costs. A leap costs less than its months, so that a story leaps once, where it
/// must, and not twice; a step back costs more than one forth.
fn step(from: NaiveDate, to: NaiveDate) -> f64 {
    let days = to.signed_duration_since(from).num_days() as f64;
    let cost = (days.abs() / 30.0).ln_1p();
    if days < 0.0 { BACK * cost } else { cost }
}

/// How much more a step back costs.
const BACK: f64 = 1.1;

/// A leap is rather taken to the next milestone than away from what was told last.
const LEAP: f64 = 0.8;

/// How much a bare year draws the next date.
const DRAWN: f64 = 1.2;

/// What it costs to leave the year that was told alone.
fn year_gap(day: NaiveDate, year: i32) -> f64 {
    let edge = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(day);
    let days = day.signed_duration_since(edge).num_days();
    let away = if days < 0 { -days } else { (days - 365).max(0) };
    DRAWN * (away as f64 / 30.0).ln_1p()
}

fn sort(found: &Found) -> Option<Sort> {
    if let Some((day, fine)) = explicit(&found.meaning) {
        return if fine {
            Some(Sort::Milestone(day))
        } else {
            // Of "1861-1863" the story begins with the first.
            (found.range != Some(RangeEnd::Second)).then_some(Sort::Year(day.year()))
        };
    }
    open(&found.meaning).map(Sort::Open)
}

fn open(meaning: &Meaning) -> Option<Fields> {
    if !matches!(meaning.action, Action::Calendar | Action::Part) {
        return None;
    }
    let fields = match meaning.inner.as_deref() {
        Some(inner) => open(inner)?,
        None => meaning.fields,
    };
    let dated = fields.month.is_some() || fields.season.is_some() || fields.quarter.is_some();
    (fields.year.is_none() && dated).then_some(fields)
}

/// A day in the middle of what the words say, where they say the year, and whether they say more than it.
fn explicit(meaning: &Meaning) -> Option<(NaiveDate, bool)> {
    if !matches!(meaning.action, Action::Calendar | Action::Part) {
        return None;
    }
    let (day, fine) = match meaning.inner.as_deref() {
        Some(inner) if meaning.fields.year.is_none() => {
            let (day, fine) = explicit(inner)?;
            if fine { (day, true) } else { middle(&Fields { year: Some(day.year()), ..meaning.fields })? }
        }
        _ => middle(&meaning.fields)?,
    };
    // "late 1948" is as good as a month.
    let month = match meaning.modifier {
        Some(Modifier::Start) => 2,
        Some(Modifier::Mid) => 7,
        Some(Modifier::End) => 11,
        _ => return Some((day, fine)),
    };
    if fine { Some((day, fine)) } else { Some((NaiveDate::from_ymd_opt(day.year(), month, 15)?, true)) }
}

/// A day in the middle of what fields with a year say, and whether they say a month.
pub(super) fn middle(fields: &Fields) -> Option<(NaiveDate, bool)> {
    let year = fields.year?;
    let day = NaiveDate::from_ymd_opt;
    if let Some(month) = fields.month {
        return Some((day(year, month, fields.day.unwrap_or(15)).or_else(|| day(year, month, 28))?, true));
    }
    if let Some(season) = fields.season {
        // Winter is told by the year that it ends in.
        let first = day(year, 1, 15)?;
        let months = [3, 6, 9, 0][season as usize];
        return Some((first.checked_add_days(Days::new(months * 30))?, true));
    }
    if let Some(quarter) = fields.quarter {
        return Some((day(year, (quarter * 3).clamp(1, 12) - 1, 15)?, true));
    }
    Some((day(year, 7, 1)?, false))
}
