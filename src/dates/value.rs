//! The date value: EDTF with its earliest and latest day.

use chrono::NaiveDate;

/// A date as precise as it is known (ISO 8601-2, "EDTF").
///
/// Days are those of the written calendar; nothing is converted between zones.
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
        Self {
            edtf: day.format("%Y-%m-%d").to_string(),
            earliest: Some(day),
            latest: Some(day),
            granularity: Granularity::Day,
        }
    }
}
