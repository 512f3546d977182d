//! TIMEX3 values that no unit of the calendar has: durations, sets, times of day, dates with unknown parts.

use super::lexicon::PARTS;
use super::meaning::{Amount, Fields};
use super::period::{Period, Season, timex3_year};
use super::{DateValue, Granularity, Unit};
use chrono::NaiveDate;

/// `P3W`, `PT2H`, `PXD`, `P1.5Y`.
pub(super) fn duration(amount: Option<Amount>, unit: Unit) -> String {
    let (letters, timed) = unit.timex3();
    let number = match amount {
        None => "1".to_owned(),
        Some(Amount::Some) => "X".to_owned(),
        Some(Amount::Exact(number)) if number.fract() == 0.0 => format!("{number:.0}"),
        Some(Amount::Exact(number)) => format!("{number}"),
    };
    format!("P{}{number}{letters}", if timed { "T" } else { "" })
}

/// What stands behind the day: `TMO`, `T16:30`, `T16:30Z`.
pub(super) fn time_of_day(fields: &Fields) -> Option<String> {
    if let Some(clock) = fields.clock {
        // A quarter of a second marks that seconds were told.
        let whole = clock.floor() as u32;
        let (hour, minute, second) = (whole / 3600, whole / 60 % 60, whole % 60);
        let seconds = if clock.fract() > 0.0 { format!(":{second:02}") } else { String::new() };
        let zone = if fields.utc { "Z" } else { "" };
        return Some(format!("T{hour:02}:{minute:02}{seconds}{zone}"));
    }
    fields.part.and_then(|part| PARTS.get(part)).map(|code| format!("T{code}"))
}

/// A date of which the words leave parts open, and no context fills them: `XXXX-04-04`, `XXXX-WXX-3`.
pub(super) fn partial(fields: &Fields, unit: Option<Unit>) -> String {
    let year = fields.year.map_or_else(|| "XXXX".to_owned(), timex3_year);
    if let Some(season) = fields.season {
        return format!("{year}-{}", Season::ALL[season as usize].1);
    }
    if let Some(quarter) = fields.quarter {
        return format!("{year}-Q{quarter}");
    }
    if let Some(half) = fields.half {
        return format!("{year}-H{half}");
    }
    if let Some(week) = fields.week {
        return format!("{year}-W{week:02}");
    }
    match (fields.month, fields.day, fields.weekday) {
        (Some(month), Some(day), _) => return format!("{year}-{month:02}-{day:02}"),
        (Some(month), None, None) => return format!("{year}-{month:02}"),
        (Some(month), None, Some(_)) => return format!("{year}-{month:02}-XX"),
        (None, Some(day), _) => return format!("{year}-XX-{day:02}"),
        (None, None, Some(weekday)) => return format!("{year}-WXX-{weekday}"),
        (None, None, None) => {}
    }
    if let Some(decade) = fields.short_decade {
        return format!("XX{decade}");
    }
    if let Some(short) = fields.short_year {
        return format!("XX{short:02}");
    }
    match unit {
        Some(Unit::Second | Unit::Minute | Unit::Hour | Unit::Day) => "XXXX-XX-XX".to_owned(),
        Some(Unit::Week) => "XXXX-WXX".to_owned(),
        Some(Unit::Weekend) => "XXXX-WXX-WE".to_owned(),
        Some(Unit::Month) => "XXXX-XX".to_owned(),
        Some(Unit::Season) => "XXXX-XX".to_owned(),
        Some(Unit::Quarter) => "XXXX-QX".to_owned(),
        Some(Unit::HalfYear) => "XXXX-HX".to_owned(),
        Some(Unit::Decade) => "XXX".to_owned(),
        Some(Unit::Century) => "XX".to_owned(),
        Some(Unit::Millennium) => "X".to_owned(),
        Some(Unit::Year) => "XXXX".to_owned(),
        None if fields.part.is_some() || fields.clock.is_some() => "XXXX-XX-XX".to_owned(),
        None => "XXXX".to_owned(),
    }
}

/// The value of a month or day without a year: known in part, without bounds. A day that no year has is refused.
pub(super) fn partial_value(fields: &Fields) -> Option<DateValue> {
    let month = fields.month.filter(|month| (1..=12).contains(month) && fields.year.is_none())?;
    let (edtf, granularity) = match fields.day {
        Some(day) => {
            NaiveDate::from_ymd_opt(2000, month, day)?;
            (format!("XXXX-{month:02}-{day:02}"), Granularity::Day)
        }
        None => (format!("XXXX-{month:02}"), Granularity::Month),
    };
    Some(DateValue { edtf, earliest: None, latest: None, granularity })
}

/// The value of a unit of the calendar with its time of day.
pub(super) fn with_time(period: Period, time: Option<&str>) -> String {
    let mut text = period.timex3();
    if let (Period::Day(_), Some(time)) = (period, time) {
        text.push_str(time);
    }
    text
}
