//! When was this article written? The publication date, or the years that survive reasoning.
//!
//! Without a publication date, every day of a century and a half is asked whether the article can have been
//! written then: were those in office whom it speaks of as in office; do its weekdays fit its dates; are there
//! the days that it names; did the years that it names lie behind it? The years in which some day survives are
//! the candidates, and only a single one is committed. Today's date is never evidence.

mod evidence;

use crate::actors::{self, Actors};
use crate::article::{Published, PublishedBasis};
use crate::dates::Found;
use crate::language::Document;
use chrono::{Datelike, Days, NaiveDate};
use evidence::Evidence;

/// What is known of the time of writing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Placement {
    /// The publication date; for an inferred year its basis says so, and the day stays open.
    pub published: Published,
    /// The years that survived, as their first days, if there are few; one is committed.
    pub candidates: Vec<NaiveDate>,
    /// The first and the last day that survived in the committed year.
    pub window: Option<(NaiveDate, NaiveDate)>,
    /// The argument, step by step.
    pub reasons: Vec<String>,
}

/// No office of the table and no article of the daily press lies outside of these years.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2099;

/// More candidates than these are no knowledge.
const FEW: usize = 5;

/// Places an article in time.
pub fn place(
    published: &Published,
    document: &Document,
    found: &[Found],
    actors: &Actors,
    rules: &actors::Rules,
) -> Placement {
    if published.date.is_some() {
        let reasons = vec![format!("the publication date is given ({})", published.basis.as_str())];
        return Placement { published: published.clone(), reasons, ..Placement::default() };
    }
    let evidence = Evidence::of(document, found, actors, rules);
    reason(published, &evidence)
}

fn reason(published: &Published, evidence: &Evidence) -> Placement {
    let mut placement = Placement { published: published.clone(), ..Placement::default() };
    if evidence.is_thin() {
        placement.reasons.push("nothing in the text tells the year".into());
        return placement;
    }
    let mut survivors: Vec<(i32, NaiveDate, NaiveDate)> = Vec::new();
    let mut excluded: Vec<(String, Vec<i32>)> = Vec::new();
    for year in YEARS {
        let mut days: Option<(NaiveDate, NaiveDate)> = None;
        let mut objection: Option<(usize, String)> = None;
        for day in days_of(year) {
            match evidence.objection(day) {
                None => days = Some(days.map_or((day, day), |(first, _)| (first, day))),
                Some(found) => {
                    // The reason that goes furthest in the argument is the one worth telling.
                    if objection.as_ref().is_none_or(|known| found.0 > known.0) {
                        objection = Some(found);
                    }
                }
            }
        }
        match (days, objection) {
            (Some((first, last)), _) => survivors.push((year, first, last)),
            (None, Some((_, reason))) => match excluded.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, years)) => years.push(year),
                None => excluded.push((reason, vec![year])),
            },
            (None, None) => {}
        }
    }
    placement
        .reasons
        .extend(excluded.into_iter().map(|(reason, years)| format!("{}: {reason}", runs(&years))));
    match survivors.as_slice() {
        [(year, first, last)] if evidence.is_enough() => {
            placement.reasons.push(format!("{year} alone is left"));
            placement.published.basis = PublishedBasis::Inferred;
            placement.window = Some((*first, *last));
        }
        [(year, ..)] => placement.reasons.push(format!("{year} alone is left, but by one witness only")),
        [] => placement.reasons.push("no year is left: the article speaks of several times".into()),
        _ => placement.reasons.push(format!("{} years are left", survivors.len())),
    }
    if survivors.len() <= FEW {
        placement.candidates =
            survivors.iter().filter_map(|(year, ..)| NaiveDate::from_ymd_opt(*year, 1, 1)).collect();
    }
    placement
}

/// Every third day of a year: offices change on single days, but articles do not hang on them.
fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 1, 2);
    (0..122)
        .filter_map(move |n| first?.checked_add_days(Days::new(n * 3)))
        .filter(move |day| day.year() == year)
}

/// "1900–1999, 2004": years as runs.
fn runs(years: &[i32]) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < years.len() {
        let mut end = at;
        while end + 1 < years.len() && years[end + 1] == years[end] + 1 {
            end += 1;
        }
        if !out.is_empty() {
            out.push_str(", ");
        }
        if at == end {
            out.push_str(&years[at].to_string());
        } else {
            out.push_str(&format!("{}–{}", years[at], years[end]));
        }
        at = end + 1;
    }
    out
}

#[cfg(test)]
mod tests;
