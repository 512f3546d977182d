use super::*;
use crate::actors::Term;
use chrono::Weekday;
use evidence::{Dateline, Near, Office, Since};

fn office(words: &str, begin: &str, end: &str) -> Office {
    Office { words: words.into(), post: words.into(), terms: vec![Term::parse(begin, end).expect("a term")] }
}

fn near(month: u32, day: u32, weekday: Option<Weekday>) -> Near {
    Near { month, day, weekday, direction: None }
}

#[track_caller]
fn check(offices: Vec<Office>, days: Vec<Near>, past_year: Option<i32>, expect: &[i32], committed: bool) {
    check_all(Evidence { offices, days, past_year, ..Evidence::default() }, expect, committed);
}

#[track_caller]
fn check_all(evidence: Evidence, expect: &[i32], committed: bool) {
    let placement = reason(&Published::default(), &evidence);
    let years: Vec<i32> = placement.candidates.iter().map(|day| day.year()).collect();
    assert_eq!(years, expect, "{:#?}", placement.reasons);
    assert_eq!(placement.published.basis == PublishedBasis::Inferred, committed, "{:#?}", placement.reasons);
}

#[test]
fn two_terms_that_meet_in_one_year_tell_it() {
    let offices = vec![
        office("Rex Tillerson as secretary of state", "2017-02-01", "2018-03-31"),
        office("Sean Spicer as spokesman", "2017-01-20", "2017-07-21"),
    ];
    check(offices, vec![near(4, 4, None)], Some(1999), &[2017], true);
}

#[test]
fn one_witness_is_not_enough() {
    check(vec![office("A", "2017-01-20", "2017-07-21")], vec![], None, &[2017], false);
}

#[test]
fn a_weekday_chooses_among_the_years_of_a_term() {
    // 9 September was a Friday in 2016 and in no other year of the term.
    let days = vec![near(9, 9, Some(Weekday::Fri))];
    check(
        vec![office("John Kerry as secretary of state", "2013-02-01", "2017-01-20")],
        days,
        None,
        &[2016],
        true,
    );
}

#[test]
fn a_leap_day_leaves_leap_years() {
    let offices = vec![office("A", "2014-06-01", "2018-12-31"), office("B", "2013", "2019")];
    check(offices, vec![near(2, 29, None), near(3, 1, None)], None, &[2016], true);
}

#[test]
fn open_terms_leave_too_many_years() {
    check(vec![office("A", "2012-05-07", ""), office("B", "2004-03-09", "")], vec![], None, &[], false);
}

#[test]
fn contradictions_leave_nothing() {
    check(vec![office("A", "2001", "2002"), office("B", "2013", "2014")], vec![], None, &[], false);
}

#[test]
fn former_holders_left_before() {
    let evidence = Evidence {
        offices: vec![office("A", "2014-06-01", "2016-12-31"), office("B", "2012", "2019")],
        former: vec![office("C", "2007-05-16", "2015-12-31")],
        days: vec![near(3, 1, None)],
        ..Evidence::default()
    };
    check_all(evidence, &[2016], true);
}

#[test]
fn a_landmark_whose_day_is_named_is_of_that_year() {
    let since = |recent| Since {
        words: "the sinking".into(),
        begin: NaiveDate::from_ymd_opt(2010, 3, 26).unwrap(),
        recent,
        last_year: false,
    };
    let evidence = |recent| Evidence {
        offices: vec![office("A", "2008-02-25", "2013-02-24")],
        since: vec![since(recent)],
        days: vec![near(3, 26, None), near(6, 2, None)],
        ..Evidence::default()
    };
    check_all(evidence(true), &[2010], true);
    check_all(evidence(false), &[2010, 2011, 2012, 2013], false);
}

#[test]
fn a_dateline_tells_the_day_of_the_news() {
    // 3 October was a Monday in 2016, the only such year of the term, and the news of Saturday is two days old.
    let evidence = Evidence {
        offices: vec![office("A", "2016-01-01", "2018-12-31")],
        days: vec![near(10, 3, None)],
        dateline: Some(Dateline { month: 10, day: 3, news: Some(Weekday::Sat) }),
        ..Evidence::default()
    };
    check_all(evidence, &[2016], true);
}

#[test]
fn what_looks_back_over_years_is_not_placed() {
    let evidence = Evidence {
        offices: vec![office("A", "2010", "2010"), office("B", "2009", "2012")],
        looks_back: true,
        ..Evidence::default()
    };
    check_all(evidence, &[2010], false);
}

#[test]
fn a_landmark_of_last_year_tells_this_one() {
    let since = Since {
        words: "the summit".into(),
        begin: NaiveDate::from_ymd_opt(2018, 6, 12).unwrap(),
        recent: false,
        last_year: true,
    };
    let evidence = Evidence {
        offices: vec![office("A", "2018-04-26", "2021-01-20"), office("B", "2016-05-09", "2020-01-18")],
        since: vec![since],
        ..Evidence::default()
    };
    check_all(evidence, &[2019], true);
}
