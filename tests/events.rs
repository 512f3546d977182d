//! The examples beside the rules of events, and the dates and statuses of what they find, read by the whole chain.

use chancery::article::{Article, Published, PublishedBasis};
use chancery::mine::Engine;
use chancery::rules::RuleFiles;

#[test]
fn the_rules_read_their_examples() {
    let engine = Engine::new(&RuleFiles::embedded()).expect("the rules compile");
    let faults: Vec<_> =
        engine.failing_examples().into_iter().filter(|fault| fault.contains("rules/events")).collect();
    assert!(faults.is_empty(), "{} examples fail:\n{}", faults.len(), faults.join("\n"));
}

/// Mines a text that was published on a day, and tells for the first mention of each trigger its date and status.
fn check(published: &str, text: &str, expected: &[(&str, &str, &str)]) {
    static ENGINE: std::sync::OnceLock<Engine> = std::sync::OnceLock::new();
    let engine = ENGINE.get_or_init(|| Engine::new(&RuleFiles::embedded()).expect("the rules compile"));
    let article = Article {
        text: text.to_string(),
        published: Published { date: published.parse().ok(), basis: PublishedBasis::Given },
        ..Article::default()
    };
    let found = engine.mine(&article);
    for (trigger, date, status) in expected {
        let mention = found.events.iter().find(|mention| {
            mention.trigger.iter().any(|span| article.text[span.begin..span.end].starts_with(*trigger))
        });
        let mention = mention.unwrap_or_else(|| panic!("no \"{trigger}\" in: {text}"));
        let value = mention.date.as_ref().map_or("", |date| date.value.edtf.as_str());
        assert_eq!(
            (value, format!("{:?}", mention.status).as_str()),
            (*date, *status),
            "\"{trigger}\" in: {text}"
        );
    }
}

#[test]
fn distances_between_happenings_date_them() {
    check(
        "2010-05-06",
        "Obama visited Moscow on Tuesday, two days after the attack on the embassy.",
        &[("visited", "2010-05-04", "Happened"), ("attack", "2010-05-02", "Happened")],
    );
    check(
        "2010-05-06",
        "The attack came three days after the rebels shelled Aleppo on 4 April.",
        &[("shelled", "2010-04-04", "Happened"), ("attack", "2010-04-07", "Happened")],
    );
    check(
        "2018-06-13",
        "Russia annexed Crimea in March 2014, a month after troops attacked the parliament in Kiev.",
        &[("annexed", "2014-03", "Happened"), ("attacked", "2014-02", "Happened")],
    );
}

#[test]
fn a_time_belongs_to_the_clause_that_it_opens() {
    check(
        "2019-09-17",
        "On May 12 Iran attacked four ships; on June 13 it attacked a tanker, and on July 4 Britain seized a ship.",
        &[("attacked", "2019-05-12", "Happened"), ("seized", "2019-07-04", "Happened")],
    );
    check(
        "2019-09-17",
        "Tension has risen since May 2018, when Trump abandoned the nuclear agreement with Iran.",
        &[("abandoned", "2018-05", "Happened")],
    );
    check(
        "2018-03-14",
        "The colonel was convicted of spying for Britain in 2006.",
        &[("convicted", "2006", "Happened")],
    );
}

#[test]
fn what_is_called_off_or_lies_ahead_did_not_happen() {
    check(
        "2017-04-09",
        "Boris Johnson cancelled a visit to Moscow scheduled for April 10.",
        &[("cancelled", "2017-04-09", "Happened")],
    );
    check("2013-09-02", "The army was able to attack the rebels in Damascus.", &[("attack", "", "Happened")]);
}

#[test]
fn a_story_of_the_past_keeps_its_year() {
    check(
        "2021-03-19",
        "On February 15, 2011, the police in Benghazi arrested a lawyer. On February 22 Gaddafi vowed to attack the rebels.",
        &[("arrested", "2011-02-15", "Happened"), ("vowed", "2011-02-22", "Happened")],
    );
}
