//! When was this article written? The publication date, or the years that survive reasoning.
//!
//! Without a publication date, every day of a century and a half is asked whether the article can have been
//! written then: were those in office whom it speaks of as in office; do its weekdays fit its dates; are there
//! the days that it names; did the years that it names lie behind it; had what it speaks of happened? The years
//! in which some day survives are the candidates, and only a single one is committed. Today's date is never
//! evidence. An article that looks back over years speaks of those who were in office then: it is not placed.

mod evidence;
mod landmarks;

use crate::actors::{self, Actors};
use crate::article::{Published, PublishedBasis};
use crate::dates::Found;
use crate::language::Document;
use chrono::{Datelike, Days, NaiveDate};
use evidence::Evidence;
pub use landmarks::{Landmark, Rules};

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

impl Rules {
    /// Places an article in time; `actors` are those of the article with the table that they are from.
    pub fn place(
        &self,
        published: &Published,
        document: &Document,
        found: &[Found],
        actors: (&Actors, &actors::Rules),
    ) -> Placement {
        if published.date.is_some() {
            let reasons = vec![format!("the publication date is given ({})", published.basis.as_str())];
            return Placement { published: published.clone(), reasons, ..Placement::default() };
        }
        let evidence = Evidence::of(document, found, actors, &self.find(document));
        reason(published, &evidence)
    }
}

/// A year with its first and last day on which the article can have been written, and the most of the days
/// named that are near one of them.
struct Survivor {
    year: i32,
    days: (NaiveDate, NaiveDate),
    near: usize,
}

fn reason(published: &Published, evidence: &Evidence) -> Placement {
    let mut placement = Placement { published: published.clone(), ..Placement::default() };
    if evidence.is_thin() {
        placement.reasons.push("nothing in the text tells the year".into());
        return placement;
    }
    let mut survivors: Vec<Survivor> = Vec::new();
    let mut excluded: Vec<(String, Vec<i32>)> = Vec::new();
    let mut exclude =
        |year: i32, reason: String| match excluded.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, years)) => years.push(year),
            None => excluded.push((reason, vec![year])),
        };
    for year in YEARS {
        match asked(evidence, year) {
            Ok(survivor) => survivors.extend(survivor),
            Err(reason) => exclude(year, reason),
        }
    }
    // Where some year has all the named days near, those that have fewer are out.
    let all = survivors.iter().any(|survivor| survivor.near == evidence.days.len());
    let most = if all { evidence.days.len() } else { 0 };
    survivors.retain(|survivor| {
        if survivor.near < most {
            exclude(survivor.year, "fewer of the days that it names are near".into());
        }
        survivor.near >= most
    });
    placement
        .reasons
        .extend(excluded.into_iter().map(|(reason, years)| format!("{}: {reason}", runs(&years))));
    match survivors.as_slice() {
        [_] if evidence.looks_back => {
            placement.reasons.push("it looks back over years: who was in office then tells nothing".into());
        }
        [survivor] if evidence.is_enough() => {
            placement.reasons.push(format!("{} alone is left", survivor.year));
            placement.published.basis = PublishedBasis::Inferred;
            placement.window = Some(survivor.days);
        }
        [survivor] => {
            placement.reasons.push(format!("{} alone is left, but by one witness only", survivor.year));
        }
        [] => placement.reasons.push("no year is left: the article speaks of several times".into()),
        _ => placement.reasons.push(format!("{} years are left", survivors.len())),
    }
    if survivors.len() <= FEW {
        placement.candidates =
            survivors.iter().filter_map(|survivor| NaiveDate::from_ymd_opt(survivor.year, 1, 1)).collect();
    }
    placement
}

/// Whether some day of a year survives; else the objection that goes furthest in the argument, which is the one
/// worth telling.
fn asked(evidence: &Evidence, year: i32) -> Result<Option<Survivor>, String> {
    let mut survivor: Option<Survivor> = None;
    let mut objection: Option<(usize, String)> = None;
    for day in days_of(year) {
        match evidence.objection(day) {
            None => {
                let near = evidence.near(day);
                let known = survivor.get_or_insert(Survivor { year, days: (day, day), near });
                known.days.1 = day;
                known.near = known.near.max(near);
            }
            Some(found) if objection.as_ref().is_none_or(|known| found.0 > known.0) => {
                objection = Some(found)
            }
            Some(_) => {}
        }
    }
    match (survivor, objection) {
        (None, Some((_, reason))) => Err(reason),
        (survivor, _) => Ok(survivor),
    }
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
