//! Reading EDTF.

use super::period::{Era, Period, Season};
use super::{DateValue, Granularity};
use chrono::NaiveDate;

/// The value of an EDTF text; see [`DateValue::parse`].
pub(super) fn parse(text: &str) -> Option<DateValue> {
    if let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let (low, high) = inside.split_once("..")?;
        let (low, high) = (end(low)?, end(high)?);
        let (low, high) = (low.and_then(|value| value.earliest), high.and_then(|value| value.latest));
        return DateValue::within(low, high).map(|value| recognise(value, text));
    }
    if let Some((begin, finish)) = text.split_once('/') {
        let (begin, finish) = (open(begin)?, open(finish)?);
        return match (begin, finish) {
            (None, None) => None,
            (Some(begin), None) => Some(DateValue { edtf: text.to_owned(), ..begin.onwards() }),
            (Some(begin), Some(finish)) => DateValue::lasting(&begin, &finish),
            (None, Some(finish)) => Some(DateValue {
                edtf: text.to_owned(),
                earliest: None,
                latest: finish.latest,
                granularity: Granularity::Interval,
            }),
        };
    }
    let bare = text.trim_end_matches(['~', '?', '%']);
    let mut value = single(bare)?;
    text.clone_into(&mut value.edtf);
    Some(value)
}

/// The season that a text such as `1905-21` names.
pub(super) fn season(text: &str) -> Option<Period> {
    let (year, rest) = year_and_rest(text.trim_end_matches(['~', '?', '%']))?;
    let code: usize = rest.strip_prefix('-')?.parse().ok()?;
    let (season, _) = Season::ALL.get(code.checked_sub(21)?)?;
    Some(Period::Season(year, *season))
}

fn end(text: &str) -> Option<Option<DateValue>> {
    if text.is_empty() { Some(None) } else { parse(text).filter(DateValue::is_bounded).map(Some) }
}

fn open(text: &str) -> Option<Option<DateValue>> {
    if text.is_empty() || text == ".." { Some(None) } else { single_qualified(text).map(Some) }
}

fn single_qualified(text: &str) -> Option<DateValue> {
    if text.contains('/') { None } else { parse(text).filter(|value| !value.is_unplaced()) }
}

/// Weeks and weekends are written as sets of days: their granularity is told by their days.
fn recognise(mut value: DateValue, text: &str) -> DateValue {
    for granularity in [Granularity::Weekend, Granularity::Week, Granularity::Decade, Granularity::Century] {
        let candidate = DateValue { granularity, ..value.clone() };
        if candidate.period().and_then(Period::value).is_some_and(|whole| whole.edtf == text) {
            value.granularity = granularity;
        }
    }
    text.clone_into(&mut value.edtf);
    value
}

fn single(text: &str) -> Option<DateValue> {
    if let Some(rest) = text.strip_prefix("XXXX") {
        return without_year(text, rest);
    }
    if text.len() == 4 && text.ends_with('X') {
        let digits = text.trim_end_matches('X');
        let number: i32 = digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))?;
        return match digits.len() {
            3 => Period::Decade(Era::Common, number),
            2 => Period::Century(Era::Common, number),
            1 => Period::Millennium(Era::Common, number),
            _ => return None,
        }
        .value();
    }
    let (year, rest) = year_and_rest(text)?;
    let Some(rest) = rest.strip_prefix('-') else {
        return if rest.is_empty() { Period::Year(year).value() } else { None };
    };
    let (month, day) = match rest.split_once('-') {
        Some((month, day)) => (month, Some(day)),
        None => (rest, None),
    };
    if month == "XX" && day.is_none_or(|day| day == "XX") {
        return Period::Year(year).value();
    }
    let month = two_digits(month)?;
    match day {
        None => match month {
            1..=12 => Period::Month(year, month),
            21..=24 => Period::Season(year, Season::ALL[month as usize - 21].0),
            33..=36 => Period::Quarter(year, month - 32),
            40 | 41 => Period::HalfYear(year, month - 39),
            _ => return None,
        },
        Some("XX") if (1..=12).contains(&month) => Period::Month(year, month),
        Some(day) => Period::Day(NaiveDate::from_ymd_opt(year, month, two_digits(day)?)?),
    }
    .value()
}

fn without_year(text: &str, rest: &str) -> Option<DateValue> {
    let granularity = match rest.strip_prefix('-')?.split_once('-') {
        None => (1..=41).contains(&two_digits(&rest[1..])?).then_some(Granularity::Month)?,
        // 2000 is a leap year: 29 February is a day of some year.
        Some((month, day)) => {
            NaiveDate::from_ymd_opt(2000, two_digits(month)?, two_digits(day)?).map(|_| Granularity::Day)?
        }
    };
    Some(DateValue { edtf: text.to_owned(), earliest: None, latest: None, granularity })
}

fn year_and_rest(text: &str) -> Option<(i32, &str)> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let year =
        digits.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?.parse::<i32>().ok()?;
    Some((if negative { -year } else { year }, &digits[4..]))
}

fn two_digits(text: &str) -> Option<u32> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}
