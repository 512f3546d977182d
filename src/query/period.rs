//! The days that a date given on the command line stands for.

use super::QueryError;
use crate::dates::DateValue;
use chrono::{Datelike, NaiveDate};

/// Where days without bound stand: before and after every day of a chronicle.
pub const OPEN: (i64, i64) = (i64::MIN, i64::MAX);

/// The first and the last day of an EDTF value, as numbers (1 is 0001-01-01).
///
/// # Errors
/// If the text is no date, saying what is wrong with it.
pub fn days(text: &str) -> Result<(i64, i64), QueryError> {
    let text = text.trim();
    let value = DateValue::parse(text).filter(|value| value.earliest.is_some() || value.latest.is_some());
    match value {
        Some(value) => {
            Ok((value.earliest.map_or(OPEN.0, day_number), value.latest.map_or(OPEN.1, day_number)))
        }
        None => Err(QueryError::value(
            format!("{text:?} is no date: {}", fault(text)),
            "write 2017-04-04, 2017-04, 2017, or 2017-04-04/2017-04-09",
        )),
    }
}

/// The days from one date to another; none where neither is given.
///
/// # Errors
/// If one is no date, or the end lies before the beginning.
pub fn range(from: Option<&str>, to: Option<&str>) -> Result<Option<(i64, i64)>, QueryError> {
    if from.is_none() && to.is_none() {
        return Ok(None);
    }
    let first = from.map_or(Ok(OPEN.0), |text| days(text).map(|(first, _)| first))?;
    let last = to.map_or(Ok(OPEN.1), |text| days(text).map(|(_, last)| last))?;
    if first > last {
        let (from, to) = (from.unwrap_or(""), to.unwrap_or(""));
        return Err(QueryError::value(format!("--from {from} lies after --to {to}"), "exchange the two"));
    }
    Ok(Some((first, last)))
}

/// A single day.
///
/// # Errors
/// If the text is no day, saying what is wrong with it.
pub fn single_day(text: &str) -> Result<NaiveDate, QueryError> {
    let text = text.trim();
    text.parse()
        .map_err(|_| QueryError::value(format!("{text:?} is no day: {}", fault(text)), "write 2017-04-04"))
}

/// A day as the number by which the database compares it.
pub fn day_number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

/// The day of a number; none for numbers that stand for "no day".
pub fn day_of(number: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(number).ok()?)
}

/// What is wrong with a text that should have been a date.
fn fault(text: &str) -> String {
    let fields: Vec<&str> = text.split('-').collect();
    let [year, month, day] = fields[..] else { return "it is not in the form YYYY-MM-DD".into() };
    let (Ok(year), Ok(month), Ok(day)) = (year.parse::<i32>(), month.parse::<u32>(), day.parse::<u32>())
    else {
        return "it is not in the form YYYY-MM-DD".into();
    };
    let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else {
        return format!("there is no month {month}");
    };
    let length = (28..=31).rev().find(|&last| NaiveDate::from_ymd_opt(year, month, last).is_some());
    match length {
        Some(length) if day == 0 || day > length => format!("{} has {length} days", first.format("%B %Y")),
        _ => "it is not in the form YYYY-MM-DD".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, earliest: &str, latest: &str) {
        let shown = |number| day_of(number).map_or(String::new(), |day| day.to_string());
        let (first, last) = days(text).unwrap();
        assert_eq!((shown(first).as_str(), shown(last).as_str()), (earliest, latest), "{text}");
    }

    fn refused(text: &str, because: &str) {
        let message = days(text).unwrap_err().to_string();
        assert!(message.contains(because), "{message}");
    }

    #[test]
    fn any_edtf_value_stands_for_days() {
        check("2017-04-04", "2017-04-04", "2017-04-04");
        check("2017-04", "2017-04-01", "2017-04-30");
        check("2016-02", "2016-02-01", "2016-02-29");
        check("1999", "1999-01-01", "1999-12-31");
        check("2017-04-03/2017-04-09", "2017-04-03", "2017-04-09");
        check("[2017-04-03..2017-04-09]", "2017-04-03", "2017-04-09");
        check("2017-04-03/..", "2017-04-03", "");
        check("199X", "1990-01-01", "1999-12-31");
        check("-0216", "-0216-01-01", "-0216-12-31");
    }

    #[test]
    fn a_refused_date_says_why() {
        refused("2017-02-30", "February 2017 has 28 days");
        refused("2017-13-01", "there is no month 13");
        refused("yesterday", "not in the form");
        refused("", "not in the form");
    }
}
