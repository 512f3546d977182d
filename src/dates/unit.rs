//! Units of time, and shifts counted in them.

use chrono::{Datelike, Days, Months, NaiveDate};

/// A unit that words count time in, from the finest to the coarsest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the names say it
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
    Millennium,
}

/// Years outside of this range have no four digits; values there are refused.
pub(super) const LAST_YEAR: i32 = 9999;

impl Unit {
    /// Every unit with the word that rules use for it.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Second, "second"),
        (Self::Minute, "minute"),
        (Self::Hour, "hour"),
        (Self::Day, "day"),
        (Self::Weekend, "weekend"),
        (Self::Week, "week"),
        (Self::Month, "month"),
        (Self::Season, "season"),
        (Self::Quarter, "quarter"),
        (Self::HalfYear, "half"),
        (Self::Year, "year"),
        (Self::Decade, "decade"),
        (Self::Century, "century"),
        (Self::Millennium, "millennium"),
    ];

    /// The unit of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, name)| *name == word).map(|(unit, _)| unit)
    }

    /// The letters after the number in a TIMEX3 duration, and whether they stand behind the `T`.
    pub fn timex3(self) -> (&'static str, bool) {
        match self {
            Self::Second => ("S", true),
            Self::Minute => ("M", true),
            Self::Hour => ("H", true),
            Self::Day => ("D", false),
            Self::Weekend => ("WE", false),
            Self::Week => ("W", false),
            Self::Month => ("M", false),
            Self::Season => ("S", false),
            Self::Quarter => ("Q", false),
            Self::HalfYear => ("H", false),
            Self::Year => ("Y", false),
            Self::Decade => ("DE", false),
            Self::Century => ("CE", false),
            Self::Millennium => ("ML", false),
        }
    }

    /// How many days, or months, one of it lasts; none for units below a day.
    fn length(self) -> Option<Length> {
        Some(match self {
            Self::Second | Self::Minute | Self::Hour => return None,
            Self::Day => Length::Days(1),
            Self::Weekend | Self::Week => Length::Days(7),
            Self::Month => Length::Months(1),
            Self::Season | Self::Quarter => Length::Months(3),
            Self::HalfYear => Length::Months(6),
            Self::Year => Length::Months(12),
            Self::Decade => Length::Months(120),
            Self::Century => Length::Months(1200),
            Self::Millennium => Length::Months(12000),
        })
    }
}

enum Length {
    Days(i64),
    Months(i64),
}

/// The day `count` units later (earlier, if negative). A month that lacks the day gives its last one; units
/// below a day leave the day as it is. Nothing where the year would leave the calendar of four digits.
pub(super) fn shift_day(day: NaiveDate, count: i64, unit: Unit) -> Option<NaiveDate> {
    let shifted = match unit.length() {
        None => Some(day),
        Some(Length::Days(days)) => {
            let days = count.checked_mul(days)?;
            let by = Days::new(days.unsigned_abs());
            if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
        }
        Some(Length::Months(months)) => {
            let months = count.checked_mul(months)?;
            let by = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
            if months < 0 { day.checked_sub_months(by) } else { day.checked_add_months(by) }
        }
    };
    shifted.filter(|day| (-LAST_YEAR..=LAST_YEAR).contains(&day.year()))
}
