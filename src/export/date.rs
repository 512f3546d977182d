//! Dates as a reader of a timeline wants them: short, the year in a heading where many share it.

use super::sheet::Row;
use crate::query::timeline::EntryDate;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// Decides for the rows of a part whether years stand in headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// Every date with its year and the day of the week.
    Full,
    /// Every date with its year alone, for lists that are sorted and counted.
    Plain,
    /// The year above the rows that share it.
    YearAbove,
}

/// Years stand in headings where so many rows share one, on the average.
const SHARED: usize = 2;

impl Calendar {
    /// The better one for these dates.
    pub fn of<'a>(dates: impl Iterator<Item = Option<&'a EntryDate>>) -> Self {
        let (mut rows, mut years) = (0, BTreeSet::new());
        for date in dates.flatten() {
            if let Some(year) = year(date) {
                rows += 1;
                years.insert(year);
            }
        }
        if rows >= SHARED * years.len() && rows > 0 { Self::YearAbove } else { Self::Full }
    }

    /// The rows in their order, with the year of each above the first that it holds for.
    pub fn headed(self, rows: impl IntoIterator<Item = (Option<i32>, Row)>) -> Vec<Row> {
        let (mut headed, mut shown) = (Vec::new(), None);
        for (year, row) in rows {
            if self == Self::YearAbove && year.is_some() && year != shown {
                headed.extend(year.map(|year| Row::Heading(shown_year(year))));
                shown = year;
            }
            headed.push(row);
        }
        headed
    }

    /// The date in words and figures; `≈` marks what was inferred.
    pub fn show(self, date: &EntryDate) -> String {
        let shown = match (date.earliest, date.latest) {
            (Some(first), Some(last)) => self.span(first, last),
            (Some(first), None) => format!("since {}", self.day(first)),
            (None, Some(last)) => format!("until {}", self.day(last)),
            // "in April", of which nobody knows the year.
            (None, None) => date.edtf.clone(),
        };
        if date.inferred { format!("{shown} ≈") } else { shown }
    }

    fn span(self, first: NaiveDate, last: NaiveDate) -> String {
        if first == last {
            return match self {
                Self::Plain => self.day(first),
                Self::Full | Self::YearAbove => format!("{} {}", self.day(first), first.format("%a")),
            };
        }
        let begins_year = first.ordinal() == 1;
        let ends_year = last.month() == 12 && last.day() == 31;
        if begins_year && ends_year {
            return if first.year() == last.year() {
                shown_year(first.year())
            } else {
                format!("{}…{}", shown_year(first.year()), shown_year(last.year()))
            };
        }
        let ends_month = last.succ_opt().is_some_and(|next| next.day() == 1);
        if first.day() == 1 && ends_month && (first.year(), first.month()) == (last.year(), last.month()) {
            return match self {
                Self::YearAbove => first.format("%B").to_string(),
                Self::Full | Self::Plain => format!("{}-{:02}", plain_year(first.year()), first.month()),
            };
        }
        if first.year() == last.year() {
            return match self {
                Self::YearAbove => format!("{}…{}", self.day(first), self.day(last)),
                Self::Full | Self::Plain => format!("{}…{}", self.day(first), last.format("%m-%d")),
            };
        }
        format!("{}…{}", Self::Full.day(first), Self::Full.day(last))
    }

    fn day(self, day: NaiveDate) -> String {
        match self {
            Self::YearAbove => day.format("%m-%d").to_string(),
            Self::Full | Self::Plain => format!("{}-{}", plain_year(day.year()), day.format("%m-%d")),
        }
    }
}

/// The year that a date stands under, if it tells one.
pub fn year(date: &EntryDate) -> Option<i32> {
    date.earliest.or(date.latest).map(|day| day.year())
}

/// A year as people write it: years before the first count backwards.
pub fn shown_year(year: i32) -> String {
    if year < 1 { format!("{} BC", 1 - i64::from(year)) } else { year.to_string() }
}

fn plain_year(year: i32) -> String {
    if (0..=9999).contains(&year) { format!("{year:04}") } else { format!("{year:+05}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(earliest: &str, latest: &str, inferred: bool) -> EntryDate {
        EntryDate {
            edtf: String::new(),
            earliest: earliest.parse().ok(),
            latest: latest.parse().ok(),
            inferred,
        }
    }

    fn check(earliest: &str, latest: &str, full: &str, above: &str) {
        let date = date(earliest, latest, false);
        assert_eq!(
            (Calendar::Full.show(&date).as_str(), Calendar::YearAbove.show(&date).as_str()),
            (full, above)
        );
    }

    #[test]
    fn dates_are_short() {
        check("2017-04-04", "2017-04-04", "2017-04-04 Tue", "04-04 Tue");
        check("2017-04-04", "2017-04-09", "2017-04-04…04-09", "04-04…04-09");
        check("2017-04-01", "2017-04-30", "2017-04", "April");
        check("1999-01-01", "1999-12-31", "1999", "1999");
        check("1990-01-01", "1999-12-31", "1990…1999", "1990…1999");
        check("2016-12-30", "2017-01-02", "2016-12-30…2017-01-02", "2016-12-30…2017-01-02");
        check("2017-04-04", "", "since 2017-04-04", "since 04-04");
        check("-0216-01-01", "-0216-12-31", "217 BC", "217 BC");
        assert_eq!(Calendar::Full.show(&date("2017-04-04", "2017-04-04", true)), "2017-04-04 Tue ≈");
        assert_eq!(Calendar::Plain.show(&date("2017-04-04", "2017-04-04", true)), "2017-04-04 ≈");
    }

    #[test]
    fn years_stand_above_rows_that_share_them() {
        let (one, other) = (date("2017-04-04", "2017-04-04", false), date("1999-01-01", "1999-12-31", false));
        assert_eq!(Calendar::of([Some(&one), Some(&one), None].into_iter()), Calendar::YearAbove);
        assert_eq!(Calendar::of([Some(&one), Some(&other)].into_iter()), Calendar::Full);
        assert_eq!(Calendar::of([None].into_iter()), Calendar::Full);
    }
}
