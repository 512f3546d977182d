//! Which year a month or a day of a story belongs to, when its words do not say.
//!
//! A story moves forth in small steps and rarely back, and the dates that have a year stand along it like
//! milestones. The year is the one that makes the way from the last date, by the last bare year, to the next
//! milestone the shortest. A milestone far off the way on both sides ("… as was admitted in 2005") is an aside.

use super::super::find::Found;
use super::super::meaning::{Action, Fields, Meaning};
use chrono::{Days, NaiveDate};

/// The milestones of a document, by the index of their expression.
#[derive(Debug, Default)]
pub(super) struct Milestones {
    /// A day in the middle of each expression that has a year, and whether it has a month as well.
    own: Vec<Option<(NaiveDate, bool)>>,
    /// The next expression with year and month after each expression.
    next: Vec<Option<NaiveDate>>,
    /// Whether an expression is an aside.
    aside: Vec<bool>,
}

/// So many expressions ahead, the story is another one.
const HORIZON: usize = 10;

/// An expression further away than this from what stands before and after it is an aside, in days.
const ASIDE: i64 = 3 * 365;

impl Milestones {
    pub fn of(found: &[Found]) -> Self {
        let own: Vec<_> = found.iter().map(|one| explicit(&one.meaning)).collect();
        let mut next = vec![None; own.len()];
        let mut ahead: Option<(usize, NaiveDate)> = None;
        for index in (0..own.len()).rev() {
            next[index] = ahead.filter(|(at, _)| at - index <= HORIZON).map(|(_, day)| day);
            if let Some((day, true)) = own[index] {
                ahead = Some((index, day));
            }
        }
        let mut aside = vec![false; own.len()];
        let mut last: Option<NaiveDate> = None;
        for index in 0..own.len() {
            let Some((day, fine)) = own[index] else { continue };
            let far = |other: NaiveDate| day.signed_duration_since(other).num_days().abs() > ASIDE;
            if let (Some(before), Some(after)) = (last, next[index]) {
                let gap = after.signed_duration_since(before).num_days().abs();
                aside[index] = far(before) && far(after) && gap < ASIDE;
            }
            if fine && !aside[index] {
                last = Some(day);
            }
        }
        Self { own, next, aside }
    }

    pub fn is_aside(&self, index: usize) -> bool {
        self.aside.get(index).copied().unwrap_or(false)
    }

    pub fn next(&self, index: usize) -> Option<NaiveDate> {
        self.next.get(index).copied().flatten()
    }

    /// The milestone that an expression is, and whether it has a month.
    pub fn own(&self, index: usize) -> Option<(NaiveDate, bool)> {
        self.own.get(index).copied().flatten()
    }
}

/// What the story has come to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Way {
    /// The last date with a month.
    pub fine: Option<NaiveDate>,
    /// The last year told since, alone.
    pub year: Option<i32>,
}

impl Way {
    /// The candidate, one for each year, that lies best on the way to the next milestone.
    pub fn best(self, next: Option<NaiveDate>, candidate: impl Fn(i32) -> Option<NaiveDate>) -> Option<i32> {
        use chrono::Datelike;
        let known = [self.fine.map(|day| day.year()), self.year, next.map(|day| day.year())];
        let mut best: Option<(f64, i32)> = None;
        for around in known.into_iter().flatten() {
            for year in [around, around + 1, around - 1] {
                let Some(day) = candidate(year) else { continue };
                let mut cost = 0.0;
                if let Some(fine) = self.fine {
                    cost += step(fine, day);
                }
                if let Some(told) = self.year {
                    let off = (day.year() - told).abs();
                    cost += if off == 0 { 0.0 } else { 0.4 * year_gap(day, told) };
                }
                if let Some(next) = next {
                    cost += 0.5 * step(day, next);
                }
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, year));
                }
            }
        }
        best.map(|(_, year)| year)
    }
}

/// What a step of the story costs: one a month forth, twice as much back.
fn step(from: NaiveDate, to: NaiveDate) -> f64 {
    let days = to.signed_duration_since(from).num_days() as f64;
    // Far jumps are all alike.
    let months = (days / 30.0).clamp(-60.0, 60.0);
    if months < 0.0 { -1.6 * months } else { months }
}

/// Months between a day and the nearer edge of a year.
fn year_gap(day: NaiveDate, year: i32) -> f64 {
    let edge = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(day);
    let days = day.signed_duration_since(edge).num_days();
    let away = if days < 0 { -days } else { (days - 365).max(0) };
    (away as f64 / 30.0).min(60.0)
}

/// A day in the middle of what the words say, where they say the year.
fn explicit(meaning: &Meaning) -> Option<(NaiveDate, bool)> {
    if !matches!(meaning.action, Action::Calendar | Action::Part) {
        return None;
    }
    match meaning.inner.as_deref() {
        Some(inner) if meaning.fields.year.is_none() => {
            let (_, fine) = explicit(inner)?;
            let fields = Fields { year: inner.fields.year, ..meaning.fields };
            if fine { explicit(inner) } else { middle(&fields) }
        }
        _ => middle(&meaning.fields),
    }
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
