//! Whatever the text and the day of publication: no panic, spans within the text, time in proportion.

use chancery::article::{Part, Span};
use chancery::dates::{Genre, Reference, Rules, find, resolve};
use chancery::language::{Document, segment};
use chancery::rules::RuleFiles;
use chrono::NaiveDate;
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static RULES: LazyLock<Rules> =
    LazyLock::new(|| Rules::compile(&RuleFiles::embedded()).expect("the rules compile"));

fn read(text: &str, published: Option<NaiveDate>, genre: Genre) -> usize {
    let document = Document { sentences: segment(text, Part::Text, Span::new(0, text.len())) };
    let found = find(&document, &RULES);
    let reference = Reference { published, window: None, genre, reasons: Vec::new() };
    let (expressions, _) = resolve(&found, &document, &reference, &RULES);
    for one in &expressions {
        let words = text.get(one.location.span.begin..one.location.span.end);
        assert!(words.is_some_and(|words| !words.is_empty()), "{one:?}");
        let tokens = document.sentences[one.sentence].tokens.len();
        assert!(one.tokens.start < one.tokens.end && one.tokens.end <= tokens, "{one:?}");
        if let Some(value) = &one.value {
            assert!(
                value.earliest.is_none() || value.latest.is_none() || value.earliest <= value.latest,
                "{one:?}"
            );
        }
    }
    expressions.len()
}

/// Words that dates are made of, in any order: what random letters would never hit.
fn dateish() -> impl Strategy<Value = String> {
    let words = vec![
        "the",
        "of",
        "end",
        "early",
        "late",
        "last",
        "next",
        "same",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "April",
        "May",
        "March",
        "29",
        "February",
        "31",
        "0",
        "1",
        "12",
        "1999",
        "9999",
        "0000",
        "2017",
        "BC",
        "AD",
        ",",
        "-",
        "–",
        "/",
        "Tuesday",
        "morning",
        "night",
        "two",
        "hundred",
        "thousand",
        "million",
        "999999999",
        "ago",
        "later",
        "before",
        "after",
        "from",
        "to",
        "between",
        "and",
        "spring",
        "winter",
        "Easter",
        "Ramadan",
        "second",
        "third",
        "quarter",
        "half",
        "a",
        "mid",
        "in",
        "until",
        "since",
        "16:30",
        "24:59",
        "12",
        "p.m.",
        "GMT",
        "1990s",
        "'98",
        "first",
        "ninety",
        "nine",
        ".",
        "\n\n",
        "today",
        "tomorrow",
        "every",
        "following",
        "previous",
        "that",
        "this",
        "few",
        "’s",
    ];
    prop::collection::vec(prop::sample::select(words), 0..40).prop_map(|words| words.join(" "))
}

fn published() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of(
        (-9999i32..=9999, 1u32..=366).prop_filter_map("a day", |(y, d)| NaiveDate::from_yo_opt(y, d)),
    )
}

fn genre() -> impl Strategy<Value = Genre> {
    prop::sample::select(vec![Genre::News, Genre::Narrative])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}", published in published(), genre in genre()) {
        read(&text, published, genre);
    }

    #[test]
    fn any_row_of_date_words_is_read(text in dateish(), published in published(), genre in genre()) {
        read(&text, published, genre);
        read(&text.replace(' ', ""), published, genre);
    }
}

#[test]
fn time_is_in_proportion_to_the_text() {
    let pieces = [
        "the end of the day before the end of the day before ",
        "twenty hundred and thousand million and ",
        "3 to 7 to 9 May, 12 and 13 and ",
        "April 1941 May June in 1942 by March ",
        "- - - 1 - 2 - 3 / 4 / ",
    ];
    for piece in pieces {
        let took = |times: usize| {
            let text = piece.repeat(times);
            let document = Document { sentences: segment(&text, Part::Text, Span::new(0, text.len())) };
            let published = NaiveDate::from_ymd_opt(2017, 4, 12);
            let reference =
                Reference { published, window: None, genre: Genre::Narrative, reasons: Vec::new() };
            let once = || {
                let start = Instant::now();
                let found = find(&document, &RULES);
                resolve(&found, &document, &reference, &RULES);
                start.elapsed()
            };
            // The fastest of several: the machine may be doing something else.
            (0..5).map(|_| once()).min().unwrap_or_default().max(Duration::from_millis(1))
        };
        let (small, large) = (took(500), took(8000));
        // Sixteen times the text; a quadratic search would take 256 times as long.
        assert!(large < small * 80, "“{piece}”: {small:?}, then {large:?}");
    }
}
