//! The corpora of date expressions: one value, many phrasings; and sentences without any date.

use chancery::article::{Part, Span};
use chancery::dates::{Expression, Genre, Reference, Rules, find, resolve};
use chancery::language::{Document, segment};
use chancery::rules::RuleFiles;
use chrono::NaiveDate;

fn rules() -> Rules {
    Rules::compile(&RuleFiles::embedded()).expect("the rules compile")
}

fn read(rules: &Rules, text: &str, published: Option<NaiveDate>) -> Vec<Expression> {
    let document = Document { sentences: segment(text, Part::Text, Span::new(0, text.len())) };
    let found = find(&document, rules);
    let reference = Reference { published, window: None, genre: Genre::News, reasons: Vec::new() };
    resolve(&found, &document, &reference, rules).0
}

fn corpus(name: &str) -> String {
    let path = format!("{}/fixtures/corpus/dates/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(n, line)| (n + 1, line))
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
}

#[test]
fn every_phrasing_has_its_value() {
    let (rules, text) = (rules(), corpus("positive.txt"));
    let mut published = NaiveDate::from_ymd_opt(2017, 4, 12);
    let mut wrong = Vec::new();
    for (number, line) in lines(&text) {
        if let Some(day) = line.strip_prefix('@') {
            published = day.parse().ok();
            continue;
        }
        let (sentence, values) =
            line.split_once(" => ").unwrap_or_else(|| panic!("line {number} has no value"));
        let (before, rest) =
            sentence.split_once('[').unwrap_or_else(|| panic!("line {number} has no extent"));
        let (words, after) = rest.split_once(']').unwrap_or_else(|| panic!("line {number} has no extent"));
        let span = Span::new(before.len(), before.len() + words.len());
        let found = read(&rules, &format!("{before}{words}{after}"), published);
        let told = found.iter().find(|one| one.location.span == span).map(|one| {
            let day = |day: Option<NaiveDate>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
            let value = one.value.as_ref();
            [
                one.timex3.clone().unwrap_or_else(|| "-".into()),
                value.map_or_else(|| "-".into(), |value| value.edtf.clone()),
                day(value.and_then(|value| value.earliest)),
                day(value.and_then(|value| value.latest)),
            ]
            .join(" | ")
        });
        if told.as_deref() != Some(values) {
            let all: Vec<_> = found.iter().map(|one| (one.location.span, one.timex3.as_deref())).collect();
            wrong.push(format!(
                "line {number}: {sentence}\n  wanted {values}\n  found  {told:?} among {all:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_found_where_there_is_no_date() {
    let (rules, text) = (rules(), corpus("negative.txt"));
    let wrong: Vec<_> = lines(&text)
        .flat_map(|(number, line)| {
            let found = read(&rules, line, NaiveDate::from_ymd_opt(2017, 4, 12));
            found.into_iter().map(move |one| {
                let words = &line[one.location.span.begin..one.location.span.end];
                format!("line {number}: “{words}” in “{line}” by `{}`", one.rule)
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tokens_and_spans_agree() {
    let rules = rules();
    let text =
        "From 3 to 7 May 2016 they met; mid-August 1861–1863 came. On Tuesday’s night, 6pm, they left.";
    let document = Document { sentences: segment(text, Part::Text, Span::new(0, text.len())) };
    let found = find(&document, &rules);
    let reference = Reference::of(&found, NaiveDate::from_ymd_opt(2017, 4, 12), None);
    let (expressions, _) = resolve(&found, &document, &reference, &rules);
    assert!(expressions.len() >= 6, "{expressions:#?}");
    for one in &expressions {
        let sentence = &document.sentences[one.sentence];
        assert!(sentence.span_of(one.tokens.clone()).contains(one.location.span), "{one:#?}");
        assert!(sentence.tokens[one.tokens.start].span.overlaps(one.location.span), "{one:#?}");
        assert!(sentence.tokens[one.tokens.end - 1].span.overlaps(one.location.span), "{one:#?}");
    }
}

#[test]
fn a_weekday_that_contradicts_its_date_is_told_and_both_are_kept() {
    let rules = rules();
    let text = "They met on Monday, April 4, 2017.";
    let document = Document { sentences: segment(text, Part::Text, Span::new(0, text.len())) };
    let found = find(&document, &rules);
    let reference = Reference::of(&found, None, None);
    let (expressions, remarks) = resolve(&found, &document, &reference, &rules);
    assert_eq!(remarks.len(), 1, "{remarks:#?}");
    assert_eq!(remarks[0].code, "weekday-contradicts-date");
    assert_eq!(
        expressions[0].alternatives.iter().map(|v| v.edtf.as_str()).collect::<Vec<_>>(),
        ["2017-04-03"]
    );
}

#[test]
fn figures_that_nothing_orders_stay_open_and_it_is_said() {
    let rules = rules();
    let text = "They met on 02/09/2013.";
    let document = Document { sentences: segment(text, Part::Text, Span::new(0, text.len())) };
    let found = find(&document, &rules);
    let published = |day: &str| Reference::of(&found, day.parse().ok(), None);
    for (day, told) in [("2013-09-02", "2013-09-02"), ("2013-02-12", "2013-02-09")] {
        let (expressions, remarks) = resolve(&found, &document, &published(day), &rules);
        assert_eq!(expressions[0].value.as_ref().map(|value| value.edtf.as_str()), Some(told));
        assert!(remarks.is_empty(), "{remarks:#?}");
    }
    let (expressions, remarks) = resolve(&found, &document, &published("2015-01-01"), &rules);
    let value = expressions[0].value.as_ref().map(|value| value.edtf.as_str());
    assert_eq!(value, Some("[2013-02-09..2013-09-02]"));
    assert_eq!(expressions[0].alternatives.len(), 2);
    assert_eq!(remarks[0].code, "ambiguous-date");
}

#[test]
fn ranges_know_the_whole_stretch_and_distances_their_direction() {
    let rules = rules();
    let expressions = read(&rules, "They stayed from 3 to 7 May 2016.", None);
    let ranges: Vec<_> =
        expressions.iter().filter_map(|one| Some(one.range.as_ref()?.edtf.as_str())).collect();
    assert_eq!(ranges, ["2016-05-03/2016-05-07"; 2]);
    let expressions = read(&rules, "Two days after the attack they left.", None);
    let offset = expressions[0].offset.expect("an offset");
    assert_eq!(offset.amount, Some(2));
    assert_eq!(offset.direction, chancery::dates::Direction::After);
}
