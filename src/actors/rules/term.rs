//! From when to when somebody held an office.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A term of office; an end that is not known or not yet reached is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Numbered", from = "Numbered")]
pub struct Term {
    /// The first and the last day on which it can have begun; none where the begin is unknown.
    pub begin: Option<(NaiveDate, NaiveDate)>,
    /// The first and the last day on which it can have ended; none where it is open.
    pub end: Option<(NaiveDate, NaiveDate)>,
}

/// A term by years and days of the year, in the form that is kept with the program.
#[derive(Serialize, Deserialize)]
struct Numbered {
    begin: Option<[(i32, u32); 2]>,
    end: Option<[(i32, u32); 2]>,
}

impl From<Term> for Numbered {
    fn from(term: Term) -> Self {
        let numbers =
            |(first, last): (NaiveDate, NaiveDate)| [first, last].map(|day| (day.year(), day.ordinal()));
        Self { begin: term.begin.map(numbers), end: term.end.map(numbers) }
    }
}

impl From<Numbered> for Term {
    fn from(numbered: Numbered) -> Self {
        let days = |days: [(i32, u32); 2]| {
            let [first, last] = days.map(|(year, day)| NaiveDate::from_yo_opt(year, day));
            first.zip(last)
        };
        Self { begin: numbered.begin.and_then(days), end: numbered.end.and_then(days) }
    }
}

impl Term {
    /// Reads the two columns `begin` and `end` of a role; an empty one is open.
    ///
    /// # Errors
    /// Where one of them is not a year, month or day, or the end lies before the begin.
    pub fn parse(begin: &str, end: &str) -> Result<Self, String> {
        let term = Self { begin: limit(begin)?, end: limit(end)? };
        match (term.begin, term.end) {
            (Some((first, _)), Some((_, last))) if last < first => {
                Err(format!("the term ends ({end}) before it begins ({begin})"))
            }
            _ => Ok(term),
        }
    }

    /// Whether the office may have been held on that day.
    pub fn may_include(&self, day: NaiveDate) -> bool {
        self.begin.is_none_or(|(first, _)| first <= day) && self.end.is_none_or(|(_, last)| day <= last)
    }

    /// Whether the two terms certainly share more than the day of a hand-over.
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |a: &Self, b: &Self| match (a.end, b.begin) {
            (Some((first_end, _)), Some((_, last_begin))) => first_end <= last_begin,
            _ => false,
        };
        !before(self, other) && !before(other, self)
    }

    /// The middle of what is known of it, to compare how near two terms are to a day: days outside of it.
    pub fn distance(&self, day: NaiveDate) -> i64 {
        let early = self.begin.map_or(0, |(first, _)| (first - day).num_days());
        let late = self.end.map_or(0, |(_, last)| (day - last).num_days());
        early.max(late).max(0)
    }
}

/// The first and last day of a year, month or day in EDTF; none for an empty or open one.
fn limit(text: &str) -> Result<Option<(NaiveDate, NaiveDate)>, String> {
    let plain = text.trim_end_matches(['?', '~', '%']);
    if plain.is_empty() || plain == ".." {
        return Ok(None);
    }
    let wrong = || format!("“{text}” is no date");
    let bytes = plain.as_bytes();
    let shaped = matches!(bytes.len(), 4 | 7 | 10)
        && bytes.iter().enumerate().all(|(i, byte)| match i {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shaped {
        return Err(wrong());
    }
    let number = |from: usize, to: usize| {
        bytes
            .get(from..to)
            .map(|digits| digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
    };
    let year = number(0, 4).and_then(|year| i32::try_from(year).ok()).ok_or_else(wrong)?;
    let day = |month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day);
    let span = match (number(5, 7), number(8, 10)) {
        (None, _) => day(1, 1).zip(day(12, 31)),
        (Some(month), None) => day(month, 1).zip((28..=31).rev().find_map(|last| day(month, last))),
        (Some(month), Some(of_month)) => day(month, of_month).zip(day(month, of_month)),
    };
    span.map(Some).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::Term;

    fn term(begin: &str, end: &str) -> Term {
        Term::parse(begin, end).unwrap()
    }

    #[test]
    fn terms_that_touch_do_not_overlap() {
        assert!(!term("2017-02-01", "2018-03-31").overlaps(&term("2018-03-31", "")));
        assert!(!term("2001", "2005").overlaps(&term("2005", "2009")));
        assert!(term("2001", "2005").overlaps(&term("2004", "2009")));
        assert!(term("2001", "").overlaps(&term("2004", "")));
        assert!(!term("", "2004-05").overlaps(&term("2004-05-03", "")));
    }

    #[test]
    fn faulty_terms_are_refused() {
        for (begin, end) in
            [("2005", "2004"), ("05", ""), ("2005-13", ""), ("May 2005", ""), ("2005-02-30", "")]
        {
            assert!(Term::parse(begin, end).is_err(), "{begin} to {end}");
        }
    }

    #[test]
    fn a_year_counts_whole() {
        let day = |text: &str| text.parse().unwrap();
        assert!(term("2001", "2005").may_include(day("2005-12-31")));
        assert!(!term("2001", "2005").may_include(day("2006-01-01")));
        assert_eq!(term("2001", "2005").distance(day("2006-01-02")), 2);
    }
}
