//! The date value: EDTF with its earliest and latest day, and what can be computed with it.

use super::period::{Period, edtf_day};
use super::unit::{LAST_YEAR, shift_day};
use super::{Unit, edtf};
use chrono::{Datelike, Days, NaiveDate};

/// A date as precise as it is known (ISO 8601-2, "EDTF").
///
/// Days are those of the written calendar; nothing is converted between zones or calendars.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DateValue {
    /// The EDTF text: `2017-04-04`, `[2017-04-03..2017-04-09]`, `199X`, `-0216`, …
    pub edtf: String,
    /// The first day that it can be; none where it is open.
    pub earliest: Option<NaiveDate>,
    /// The last day that it can be, inclusive; none where it is open.
    pub latest: Option<NaiveDate>,
    /// How fine the words are.
    pub granularity: Granularity,
}

/// How fine a date is told, from the finest to the coarsest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the names say it
pub enum Granularity {
    Time,
    PartOfDay,
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
    /// An interval of two given ends.
    Interval,
}

impl DateValue {
    /// A single day.
    pub fn day(day: NaiveDate) -> Self {
        Self { edtf: edtf_day(day), earliest: Some(day), latest: Some(day), granularity: Granularity::Day }
    }

    /// The value of an EDTF text, levels 0 to 2 as far as this program writes them: `2017`, `-0216`,
    /// `2017-04`, `2017-21`, `2017-04-XX`, `199X`, `2017-04-04~`, `a/b`, `../b`, `a/..`, `[a..b]`, `[..b]`,
    /// `[a..]`, and days of an unknown year (`XXXX-04-04`), which have no bounds.
    ///
    /// ```
    /// use chancery::dates::DateValue;
    /// let value = DateValue::parse("2016-02").expect("EDTF");
    /// assert_eq!(value.latest.map(|day| day.to_string()).as_deref(), Some("2016-02-29"));
    /// assert!(DateValue::parse("2017-02-29").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        edtf::parse(text)
    }

    /// One day, unknown which, from `earliest` to `latest`; either may be open, not both. Nothing if a year has more than four
    /// digits.
    pub fn within(earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> Option<Self> {
        let text = |day: Option<NaiveDate>| day.map_or_else(String::new, edtf_day);
        let counted = |day: &NaiveDate| (-LAST_YEAR..=LAST_YEAR).contains(&day.year());
        if !earliest.iter().chain(&latest).all(counted) {
            return None;
        }
        match (earliest, latest) {
            (None, None) => None,
            (Some(low), Some(high)) if low > high => None,
            (Some(low), Some(high)) if low == high => Some(Self::day(low)),
            _ => Some(Self {
                edtf: format!("[{}..{}]", text(earliest), text(latest)),
                earliest,
                latest,
                granularity: Granularity::Interval,
            }),
        }
    }

    /// All the time from `begin` to `end`. Nothing if it would end before it begins.
    pub fn lasting(begin: &Self, end: &Self) -> Option<Self> {
        if let (Some(low), Some(high)) = (begin.earliest, end.latest)
            && low > high
        {
            return None;
        }
        Some(Self {
            edtf: format!("{}/{}", begin.edtf, end.edtf),
            earliest: begin.earliest,
            latest: end.latest,
            granularity: Granularity::Interval,
        })
    }

    /// All the time from it onwards.
    pub fn onwards(&self) -> Self {
        Self {
            edtf: format!("{}/..", self.edtf),
            earliest: self.earliest,
            latest: None,
            granularity: Granularity::Interval,
        }
    }

    /// A day that is not before it began: what happened after it, perhaps on the same day.
    pub fn after(&self) -> Option<Self> {
        Self::within(self.earliest, None)
    }

    /// A day that is not after it ended: what happened before it, perhaps on the same day.
    pub fn before(&self) -> Option<Self> {
        Self::within(None, self.latest)
    }

    /// Whether both bounds are known.
    pub fn is_bounded(&self) -> bool {
        self.earliest.is_some() && self.latest.is_some()
    }

    /// Whether it is one known day.
    pub fn is_day(&self) -> bool {
        self.earliest.is_some() && self.earliest == self.latest
    }

    /// Whether it is a date without a year, of which nothing can be said.
    pub fn is_unplaced(&self) -> bool {
        self.earliest.is_none() && self.latest.is_none()
    }

    /// Whether every day that it can be is one that `other` can be. An unplaced value lies nowhere.
    pub fn lies_within(&self, other: &Self) -> bool {
        !self.is_unplaced()
            && !other.is_unplaced()
            && not_before(self.earliest, other.earliest)
            && not_after(self.latest, other.latest)
    }

    /// The days that both can be: the finer of the two where it lies within the other, else one day of
    /// their overlap. Nothing if they contradict each other or one is unplaced.
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        if self.is_unplaced() || other.is_unplaced() {
            return None;
        }
        match (self.lies_within(other), other.lies_within(self)) {
            // Equal bounds: the words that say more about the shape win, the first if neither does.
            (true, true) => {
                Some(if other.granularity < self.granularity { other.clone() } else { self.clone() })
            }
            (true, false) => Some(self.clone()),
            (false, true) => Some(other.clone()),
            (false, false) => {
                let earliest = self.earliest.max(other.earliest);
                let latest = match (self.latest, other.latest) {
                    (Some(a), Some(b)) => Some(a.min(b)),
                    (a, b) => a.or(b),
                };
                Self::within(earliest, latest)
            }
        }
    }

    /// Whether it certainly ended before `other` began.
    pub fn precedes(&self, other: &Self) -> bool {
        matches!((self.latest, other.earliest), (Some(a), Some(b)) if a < b)
    }

    /// The value `count` units later (earlier, if negative): a day moves to a day, a year to a year; a value
    /// coarser than the unit moves both of its bounds. Nothing where it is unplaced or a bound would leave
    /// the calendar of four digits.
    pub fn shift(&self, count: i64, unit: Unit) -> Option<Self> {
        if self.is_unplaced() {
            return None;
        }
        if let Some(moved) = self.period().and_then(|period| period.shift(count, unit)) {
            return moved.value();
        }
        let moved = |day: Option<NaiveDate>| match day {
            None => Some(None),
            Some(day) => shift_day(day, count, unit).map(Some),
        };
        Self::within(moved(self.earliest)?, moved(self.latest)?)
    }

    /// The unit of the calendar that it is, if it is exactly one.
    pub fn period(&self) -> Option<Period> {
        let (earliest, latest) = (self.earliest?, self.latest?);
        let unit = match self.granularity {
            Granularity::Time | Granularity::PartOfDay | Granularity::Day => Unit::Day,
            Granularity::Weekend => Unit::Weekend,
            Granularity::Week => Unit::Week,
            Granularity::Month => Unit::Month,
            Granularity::Quarter => Unit::Quarter,
            Granularity::HalfYear => Unit::HalfYear,
            Granularity::Year => Unit::Year,
            Granularity::Decade => Unit::Decade,
            Granularity::Century => Unit::Century,
            Granularity::Millennium => Unit::Millennium,
            Granularity::Season => {
                return edtf::season(&self.edtf).filter(|p| p.bounds() == Some((earliest, latest)));
            }
            Granularity::Interval => return None,
        };
        Period::containing(earliest, unit).filter(|period| period.bounds() == Some((earliest, latest)))
    }

    /// How many days it can be; none where it is open.
    pub fn days(&self) -> Option<i64> {
        Some(self.latest?.signed_duration_since(self.earliest?).num_days() + 1)
    }

    /// A day somewhere in its middle, for measuring how far apart values are.
    pub fn middle(&self) -> Option<NaiveDate> {
        match (self.earliest, self.latest) {
            (Some(low), Some(_)) => low.checked_add_days(Days::new(self.days()?.unsigned_abs() / 2)),
            (low, high) => low.or(high),
        }
    }
}

/// The order of a chronology: by earliest day, then latest; open and unplaced values last.
impl Ord for DateValue {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |value: &Self| {
            let begin = value.earliest.or(value.latest);
            (begin.is_none(), begin, value.latest.is_none(), value.latest, value.granularity)
        };
        key(self).cmp(&key(other)).then_with(|| self.edtf.cmp(&other.edtf))
    }
}

impl PartialOrd for DateValue {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

fn not_before(day: Option<NaiveDate>, bound: Option<NaiveDate>) -> bool {
    bound.is_none_or(|bound| day.is_some_and(|day| day >= bound))
}

fn not_after(day: Option<NaiveDate>, bound: Option<NaiveDate>) -> bool {
    bound.is_none_or(|bound| day.is_some_and(|day| day <= bound))
}
