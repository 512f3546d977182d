//! Articles without publication date and years: of the years that reasoning commits to, few may be wrong.

use super::articles::articles;
use super::expected::gold;
use chancery::article::{Article, PublishedBasis};
use chancery::mine::Engine;
use chancery::rules::RuleFiles;
use chrono::{Datelike, NaiveDate};

/// Percent of the committed years that must be right. One may always be wrong: to take the year from "on
/// December 29, 2016," in an article of March 2018 makes it say something else.
const RIGHT: usize = 95;
/// Percent of the articles that must get a year: raised as the reasoning improves.
const COMMITTED: usize = 60;

#[test]
fn years_reasoned_from_the_words_alone_are_right() {
    let engine = Engine::new(&RuleFiles::embedded()).expect("rules and model");
    let articles = articles();
    let (mut asked, mut committed, mut right) = (0, 0, 0);
    for (name, expected) in gold() {
        let Some(year) = expected.published.as_deref().and_then(|day| day[..4].parse::<i32>().ok()) else {
            continue;
        };
        let findings = engine.mine(&without_years(&articles[&name]));
        asked += 1;
        if findings.published.basis == PublishedBasis::Inferred {
            committed += 1;
            let found =
                findings.published.date.or(only(&findings.published_candidates)).map(|day| day.year());
            right += usize::from(found == Some(year));
            if found != Some(year) {
                println!("{name}: {found:?} instead of {year}");
            }
        }
    }
    println!("{asked} articles without years: {committed} years committed, {right} right");
    let enough = 100 * right >= RIGHT * committed || committed - right <= 1;
    assert!(enough, "only {right} of {committed} years are right");
    assert!(100 * committed >= COMMITTED * asked, "only {committed} of {asked} articles got a year");
}

/// The year may be known without the day.
fn only(candidates: &[NaiveDate]) -> Option<NaiveDate> {
    candidates.first().copied().filter(|_| candidates.len() == 1)
}

/// The article without publication date, with neither address nor file name, and with every year of our time
/// taken out of its words.
fn without_years(article: &Article) -> Article {
    Article {
        title: article.title.as_deref().map(without_year_words),
        text: without_year_words(&article.text),
        ..Article::default()
    }
}

/// "in 2015" goes with its preposition, ", 2015," with its commas; digits that are no year stay.
fn without_year_words(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|character: char| character.is_ascii_digit()) {
        let digits =
            rest[at..].find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len() - at);
        let (before, number) = (&rest[..at], &rest[at..at + digits]);
        rest = &rest[at + digits..];
        kept.push_str(before);
        let grouped = kept.ends_with(['.', '$', '€']) || rest.starts_with([',', '.']) && follows_digit(rest);
        if digits != 4 || !(number.starts_with("19") || number.starts_with("20")) || grouped {
            kept.push_str(number);
            continue;
        }
        if let Some(bare) = kept.strip_suffix(", ") {
            kept.truncate(bare.len());
            rest = rest.strip_prefix(',').unwrap_or(rest);
            continue;
        }
        for preposition in [" in ", " since ", " of ", " until ", "In "] {
            if let Some(bare) = kept.strip_suffix(preposition) {
                kept.truncate(bare.len());
                break;
            }
        }
        let trimmed = kept.trim_end_matches(' ').len();
        kept.truncate(trimmed);
    }
    kept + rest
}

/// Whether a digit follows the first character.
fn follows_digit(rest: &str) -> bool {
    rest.chars().nth(1).is_some_and(|character| character.is_ascii_digit())
}

#[test]
fn years_are_taken_out_of_words() {
    assert_eq!(without_year_words("On April 2, 2015, in Lausanne"), "On April 2 in Lausanne");
    assert_eq!(without_year_words("in March 2001 and in 1998."), "in March and.");
    assert_eq!(
        without_year_words("1,400 exiles, 2,500 dead, resolution 2202"),
        "1,400 exiles, 2,500 dead, resolution 2202"
    );
}
