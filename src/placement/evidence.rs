//! What an article says that only fits some years.

use crate::actors::{self, Actors, Term};
use crate::dates::{Direction, Found};
use crate::language::Document;
use chrono::{Datelike, NaiveDate, Weekday};

/// All that bears on the year of an article.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    pub offices: Vec<Office>,
    pub days: Vec<Near>,
    /// The latest year that the article speaks of as past.
    pub past_year: Option<i32>,
}

/// Somebody spoken of as in office.
#[derive(Debug)]
pub(super) struct Office {
    pub words: String,
    pub post: String,
    pub terms: Vec<Term>,
}

/// A day without a year, near which the article was written.
#[derive(Debug)]
pub(super) struct Near {
    pub month: u32,
    pub day: u32,
    pub weekday: Option<Weekday>,
    /// Whether the words speak of the day as past or as coming.
    pub direction: Option<Direction>,
}

/// News is written so many days before or after the days that it names without their year; where it names
/// their weekday, too, they are near.
const BEFORE: i64 = 45;
const AFTER: i64 = 150;
const AFTER_WEEKDAY: i64 = 45;

/// More evidence than this adds nothing, and the search stays cheap.
const MOST: usize = 24;

impl Evidence {
    pub fn of(document: &Document, found: &[Found], actors: &Actors, rules: &actors::Rules) -> Self {
        let mut evidence = Self::default();
        for role in actors.roles.iter().filter(|role| !role.former) {
            let actor = &actors.actors[role.actor];
            let terms = rules.terms(&actor.id, &role.post);
            let words = format!("{} as {}", actor.name, role.post);
            if !terms.is_empty() && !evidence.offices.iter().any(|known| known.words == words) {
                evidence.offices.push(Office { words, post: role.post.clone(), terms });
            }
        }
        evidence.offices = latest_holders(evidence.offices);
        for one in found {
            if let Some((month, day, weekday)) = one.day_without_year() {
                evidence.days.push(Near { month, day, weekday, direction: one.direction(document) });
            }
            if let Some(year) = one.past_year(document) {
                evidence.past_year = evidence.past_year.max(Some(year));
            }
        }
        evidence.offices.truncate(MOST);
        evidence.days.truncate(MOST);
        evidence
    }

    /// Whether nothing is there to reason from.
    pub fn is_thin(&self) -> bool {
        self.offices.is_empty() && !self.days.iter().any(Near::is_telling)
    }

    /// Whether a single survivor rests on two witnesses.
    pub fn is_enough(&self) -> bool {
        let dated = self.days.iter().filter(|near| near.is_telling()).count();
        self.offices.len() + dated >= 2
    }

    /// Why the article cannot have been written on that day, with the step of the argument.
    pub fn objection(&self, day: NaiveDate) -> Option<(usize, String)> {
        if let Some(office) =
            self.offices.iter().find(|office| !office.terms.iter().any(|term| term.may_include(day)))
        {
            return Some((1, format!("{} was not in office", office.words)));
        }
        if let Some(year) = self.past_year.filter(|year| *year > day.year()) {
            return Some((2, format!("{year} is spoken of as past")));
        }
        if let Some(near) = self.days.iter().filter(|near| near.is_telling()).find(|near| !near.fits(day)) {
            return Some((3, near.objection()));
        }
        let fitting = self.days.iter().filter(|near| near.fits(day)).count();
        if 2 * fitting < self.days.len() {
            return Some((4, "the days that it names are far from those on which all others fit".into()));
        }
        None
    }
}

/// Of several holders of one post, the earlier ones belong to what the article looks back on.
fn latest_holders(offices: Vec<Office>) -> Vec<Office> {
    let begin =
        |office: &Office| office.terms.iter().filter_map(|term| term.begin).map(|(first, _)| first).max();
    let later = |a: &Office, b: &Office| a.post == b.post && begin(a) < begin(b);
    let keep: Vec<bool> =
        offices.iter().map(|office| !offices.iter().any(|other| later(office, other))).collect();
    offices.into_iter().zip(keep).filter_map(|(office, keep)| keep.then_some(office)).collect()
}

impl Near {
    /// Whether only some years have it.
    fn is_telling(&self) -> bool {
        self.weekday.is_some() || (self.month, self.day) == (2, 29)
    }

    /// Whether there is such a day, on that weekday, near the day of writing.
    fn fits(&self, written: NaiveDate) -> bool {
        let after = if self.weekday.is_some() { AFTER_WEEKDAY } else { AFTER };
        [-1, 0, 1].into_iter().any(|by| {
            NaiveDate::from_ymd_opt(written.year() + by, self.month, self.day).is_some_and(|day| {
                let since = written.signed_duration_since(day).num_days();
                let told = match self.direction {
                    Some(Direction::Before) => since >= 0,
                    Some(Direction::After) => since <= 0,
                    None => true,
                };
                told && (-BEFORE..=after).contains(&since)
                    && self.weekday.is_none_or(|weekday| day.weekday() == weekday)
            })
        })
    }

    fn objection(&self) -> String {
        match self.weekday {
            Some(weekday) => format!("{weekday} does not fall on {:02}-{:02} then", self.month, self.day),
            None => format!("there is no {:02}-{:02} then", self.month, self.day),
        }
    }
}
