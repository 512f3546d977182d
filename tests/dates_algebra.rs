//! The algebra of date values, by properties.

use chancery::dates::{DateValue, Period, Unit};
use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;

fn day() -> impl Strategy<Value = NaiveDate> {
    // Days from a thousand years before Christ to the end of the four-digit years, with more near the seams.
    prop_oneof![
        8 => (-1000i32..=9998, 1u32..=366).prop_filter_map("a day of the year", |(y, d)| NaiveDate::from_yo_opt(y, d)),
        1 => (-2i32..=2, 1u32..=366).prop_filter_map("a day of the year", |(y, d)| NaiveDate::from_yo_opt(y, d)),
        1 => (1990i32..=2030).prop_filter_map("a leap day", |y| NaiveDate::from_ymd_opt(y, 2, 29)),
    ]
}

fn unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![
        Unit::Day,
        Unit::Weekend,
        Unit::Week,
        Unit::Month,
        Unit::Season,
        Unit::Quarter,
        Unit::HalfYear,
        Unit::Year,
        Unit::Decade,
        Unit::Century,
        Unit::Millennium,
    ])
}

fn value() -> impl Strategy<Value = DateValue> {
    let whole =
        (day(), unit()).prop_filter_map("in range", |(day, unit)| Period::containing(day, unit)?.value());
    let span = (day(), 0u64..4000).prop_filter_map("in range", |(low, days)| {
        DateValue::within(Some(low), low.checked_add_days(Days::new(days)))
    });
    let open = (day(), any::<bool>()).prop_filter_map("some bound", |(day, before)| {
        if before { DateValue::within(None, Some(day)) } else { DateValue::within(Some(day), None) }
    });
    prop_oneof![4 => whole, 2 => span, 1 => open]
}

fn bounds(value: &DateValue) -> (Option<NaiveDate>, Option<NaiveDate>) {
    (value.earliest, value.latest)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_period_holds_its_day_and_nothing_more_coarsely(day in day(), unit in unit()) {
        if let Some((first, last)) = Period::containing(day, unit).and_then(Period::bounds) {
            // The weekend is that of the week, in which the day need not lie.
            if unit != Unit::Weekend {
                prop_assert!(first <= day && day <= last, "{day} in {first}..{last}");
            }
            prop_assert!(first <= last);
        }
    }

    #[test]
    fn what_is_written_is_read(value in value()) {
        let read = DateValue::parse(&value.edtf);
        prop_assert_eq!(read.as_ref().map(bounds), Some(bounds(&value)), "{}", value.edtf);
        prop_assert_eq!(read.map(|read| read.edtf), Some(value.edtf));
    }

    #[test]
    fn intersection_commutes_in_its_days(a in value(), b in value()) {
        let (left, right) = (a.intersection(&b), b.intersection(&a));
        prop_assert_eq!(left.as_ref().map(bounds), right.as_ref().map(bounds));
        if let Some(both) = left {
            prop_assert!(both.lies_within(&a) && both.lies_within(&b));
        } else {
            prop_assert!(a.precedes(&b) || b.precedes(&a));
        }
    }

    #[test]
    fn intersection_is_idempotent_and_associative(a in value(), b in value(), c in value()) {
        prop_assert_eq!(a.intersection(&a), Some(a.clone()));
        let left = a.intersection(&b).and_then(|ab| ab.intersection(&c));
        let right = b.intersection(&c).and_then(|bc| a.intersection(&bc));
        prop_assert_eq!(left.as_ref().map(bounds), right.as_ref().map(bounds));
    }

    #[test]
    fn a_value_is_after_and_before_itself(a in value()) {
        if let Some(after) = a.after() {
            prop_assert!(after.earliest == a.earliest && after.latest.is_none());
            prop_assert!(a.lies_within(&after));
        }
        if let Some(before) = a.before() {
            prop_assert!(a.lies_within(&before));
        }
    }

    #[test]
    fn order_is_total_and_agrees_with_precedence(a in value(), b in value()) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        if a.is_bounded() && b.is_bounded() && a.precedes(&b) {
            prop_assert!(a < b);
        }
    }

    #[test]
    fn shifts_by_days_and_weeks_undo(day in day(), count in -3000i64..3000, weeks in any::<bool>()) {
        let unit = if weeks { Unit::Week } else { Unit::Day };
        let value = DateValue::day(day);
        if let Some(back) = value.shift(count, unit).and_then(|moved| moved.shift(-count, unit)) {
            prop_assert_eq!(back, value);
        }
    }

    #[test]
    fn whole_units_move_as_wholes(day in day(), unit in unit(), count in -40i64..40) {
        let Some(period) = Period::containing(day, unit) else { return Ok(()) };
        if let Some(moved) = period.shift(count, unit) {
            prop_assert_eq!(moved.unit(), unit);
            prop_assert_eq!(moved.shift(-count, unit), Some(period));
            if count > 0 && unit != Unit::Season {
                let (Some((_, last)), Some((first, _))) = (period.bounds(), moved.bounds()) else { return Ok(()) };
                prop_assert!(last < first, "{period:?} then {moved:?}");
            }
        }
    }

    #[test]
    fn a_shift_keeps_to_the_calendar_or_is_refused(value in value(), unit in unit(), count in any::<i64>()) {
        if let Some(moved) = value.shift(count, unit) {
            for day in [moved.earliest, moved.latest].into_iter().flatten() {
                prop_assert!((-9999..=9999).contains(&day.year()));
            }
        }
    }

    #[test]
    fn any_text_can_be_asked(text in "[-0-9XYTZ./\\[\\]~?%]{0,24}|\\PC{0,24}") {
        if let Some(value) = DateValue::parse(&text) {
            prop_assert_eq!(value.edtf, text);
        }
    }
}

#[track_caller]
fn check(edtf: &str, earliest: &str, latest: &str) {
    let value = DateValue::parse(edtf).unwrap_or_else(|| panic!("{edtf} is not read"));
    assert_eq!(value.edtf, edtf);
    let told = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    assert_eq!((told(value.earliest).as_str(), told(value.latest).as_str()), (earliest, latest), "{edtf}");
}

#[test]
fn values_have_the_bounds_that_they_say() {
    check("2017-04-04", "2017-04-04", "2017-04-04");
    check("2016-02", "2016-02-01", "2016-02-29");
    check("1900-02", "1900-02-01", "1900-02-28");
    check("199X", "1990-01-01", "1999-12-31");
    check("18XX", "1800-01-01", "1899-12-31");
    check("-0216", "-0216-01-01", "-0216-12-31");
    check("0000", "0000-01-01", "0000-12-31");
    check("2017-34", "2017-04-01", "2017-06-30");
    check("[2017-04-03..2017-04-09]", "2017-04-03", "2017-04-09");
    check("2017-04-03/2017-04-09", "2017-04-03", "2017-04-09");
    check("2017-04-03/", "2017-04-03", "");
    check("2017-04-04/..", "2017-04-04", "");
    check("[..2017-04-04]", "", "2017-04-04");
    check("2017-04~", "2017-04-01", "2017-04-30");
    check("XXXX-04-04", "", "");
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "",
        "2017-02-29",
        "2017-13",
        "2017-4-4",
        "10000",
        "[..]",
        "../..",
        "2017-04-09/2017-04-03",
        "04-04-2017",
    ] {
        assert_eq!(DateValue::parse(text), None, "{text}");
    }
}

#[test]
fn seams_of_the_calendar() {
    let value = |text: &str| DateValue::parse(text).expect("EDTF");
    let shifted = |text: &str, count, unit| value(text).shift(count, unit).map(|value| value.edtf);
    assert_eq!(shifted("2017-01-31", 1, Unit::Month).as_deref(), Some("2017-02-28"));
    assert_eq!(shifted("2016-02-29", 1, Unit::Year).as_deref(), Some("2017-02-28"));
    assert_eq!(shifted("0001", -1, Unit::Year).as_deref(), Some("0000"));
    assert_eq!(shifted("9999", 1, Unit::Year), None);
    // 1 January 2016 lies in the 53rd week of 2015.
    let week = Period::containing(NaiveDate::from_ymd_opt(2016, 1, 1).expect("a day"), Unit::Week);
    assert_eq!(week.map(Period::timex3).as_deref(), Some("2015-W53"));
    assert_eq!(
        week.and_then(|week| week.shift(1, Unit::Week)).map(Period::timex3).as_deref(),
        Some("2016-W01")
    );
    // 217 BC is the astronomical year -216, in the 210s and the third century before Christ.
    let day = NaiveDate::from_ymd_opt(-216, 6, 21).expect("a day");
    let told = |unit| Period::containing(day, unit).map(Period::timex3);
    assert_eq!(told(Unit::Year).as_deref(), Some("BC0217"));
    assert_eq!(told(Unit::Decade).as_deref(), Some("BC021"));
    assert_eq!(told(Unit::Century).as_deref(), Some("BC02"));
}
