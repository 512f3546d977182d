//! Holidays of fixed and of computed date.

use super::period::last_of_month;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// When a holiday falls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Holiday {
    /// The same day of every year.
    Fixed { month: u32, day: u32 },
    /// So many days after Easter Sunday of the western churches.
    Easter(i64),
    /// So many days after Easter Sunday of the eastern churches.
    OrthodoxEaster(i64),
    /// The nth weekday of a month; the last one if `nth` is 0.
    Weekday { nth: u32, weekday: Weekday, month: u32 },
    /// First and last day for each year that is known.
    Table(BTreeMap<i32, (NaiveDate, NaiveDate)>),
}

impl Holiday {
    /// Reads the column `when` of `holidays.csv`: `12-25`, `easter-2`, `orthodox-easter+39`, `4th thu 11`,
    /// `last mon 5`, or `table`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "table" {
            return Some(Self::Table(BTreeMap::new()));
        }
        if let Some(rest) = text.strip_prefix("orthodox-easter") {
            return Some(Self::OrthodoxEaster(offset(rest)?));
        }
        if let Some(rest) = text.strip_prefix("easter") {
            return Some(Self::Easter(offset(rest)?));
        }
        if let Some((month, day)) = text.split_once('-') {
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            NaiveDate::from_ymd_opt(2000, month, day)?;
            return Some(Self::Fixed { month, day });
        }
        let mut words = text.split_whitespace();
        let nth = match words.next()? {
            "last" => 0,
            word => word.get(..1)?.parse().ok().filter(|nth| (1..=5).contains(nth))?,
        };
        let weekday = words.next()?.parse().ok()?;
        let month = words.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
        Some(Self::Weekday { nth, weekday, month })
    }

    /// First and last day in a year, if they are known.
    pub fn in_year(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let day = match self {
            Self::Fixed { month, day } => NaiveDate::from_ymd_opt(year, *month, *day)?,
            Self::Easter(days) => moved(easter(year)?, *days)?,
            Self::OrthodoxEaster(days) => moved(orthodox_easter(year)?, *days)?,
            Self::Weekday { nth: 0, weekday, month } => {
                let last = last_of_month(year, *month)?;
                let back = (7 + last.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
                moved(last, -i64::from(back))?
            }
            Self::Weekday { nth, weekday, month } => {
                NaiveDate::from_weekday_of_month_opt(year, *month, *weekday, u8::try_from(*nth).ok()?)?
            }
            Self::Table(years) => return years.get(&year).copied(),
        };
        Some((day, day))
    }

    /// Month and day, where they are the same in every year.
    pub fn fixed(&self) -> Option<(u32, u32)> {
        match self {
            Self::Fixed { month, day } => Some((*month, *day)),
            _ => None,
        }
    }
}

fn offset(text: &str) -> Option<i64> {
    if text.is_empty() { Some(0) } else { text.parse().ok().filter(|days: &i64| days.abs() < 200) }
}

fn moved(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}

/// Gregorian Easter; before the reform the rule was another, and the year is refused.
fn easter(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)
}

/// Julian Easter on the Gregorian calendar, for the two centuries in which they are 13 days apart.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    if !(1900..=2099).contains(&year) {
        return None;
    }
    let moon = (19 * (year % 19) + 15) % 30;
    let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let sum = moon + weekday + 114;
    moved(
        NaiveDate::from_ymd_opt(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)?,
        13,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(when: &str, year: i32, expect: Option<&str>) {
        let found = Holiday::parse(when).and_then(|holiday| holiday.in_year(year));
        assert_eq!(found.map(|(first, _)| first.to_string()).as_deref(), expect, "{when} in {year}");
    }

    #[test]
    fn fall_on_their_days() {
        check("12-25", 2017, Some("2017-12-25"));
        check("easter", 2017, Some("2017-04-16"));
        check("easter", 2024, Some("2024-03-31"));
        check("easter-2", 2011, Some("2011-04-22"));
        check("orthodox-easter", 2024, Some("2024-05-05"));
        check("orthodox-easter", 2017, Some("2017-04-16"));
        check("4th thu 11", 2013, Some("2013-11-28"));
        check("last mon 5", 2010, Some("2010-05-31"));
        check("easter", 1453, None);
        check("02-29", 2017, None);
    }

    #[test]
    fn faults_are_refused() {
        for text in ["", "13-01", "easter+x", "0th mon 5", "sometime"] {
            assert_eq!(Holiday::parse(text), None, "{text}");
        }
    }
}
