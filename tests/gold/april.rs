//! April 2017 as several outlets and, where it lies beside the project, the article that it began with tell it: one
//! chemical attack, one wave of missile strikes in answer to it, and the talks in Moscow once each.

use super::articles::articles;
use chancery::article::{Article, Published, PublishedBasis};
use chancery::mine::Engine;
use chancery::rules::RuleFiles;
use chancery::store::{Chronicle, Progress, Provenance};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::path::Path;

/// A machine-reworded article of 12 April 2017, which is not ours to keep here.
const BESIDE: &str = "../shared/seed/article.txt";

fn chronicle(more: Option<Article>) -> Chronicle {
    let engine = Engine::new(&RuleFiles::embedded()).expect("our own rules");
    let provenance =
        Provenance { begun: "now".into(), engine: "test".into(), rules: "r".into(), model: "m".into() };
    let mut chronicle = Chronicle::in_memory().expect("a chronicle");
    let all = articles().into_values().chain(more).map(Ok::<_, ()>).collect::<Vec<_>>();
    let listen = |_: Progress<()>| ();
    chronicle.import(&provenance, &engine, all.into_iter(), listen, || "then".into()).expect("an import");
    chronicle
}

fn beside() -> Option<Article> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(BESIDE)).ok()?;
    let published = Published { date: NaiveDate::from_ymd_opt(2017, 4, 12), basis: PublishedBasis::Given };
    Some(Article { text, published, ..Article::default() })
}

/// Events by a condition, each with the first words of the texts that tell of it.
fn events(chronicle: &Chronicle, condition: &str) -> Vec<(i64, BTreeSet<String>)> {
    let sql = format!("SELECT id FROM events WHERE status = 'happened' AND {condition}");
    let mut found = chronicle.connection().prepare(&sql).expect("SQL");
    let ids: Vec<i64> =
        found.query_map([], |row| row.get(0)).expect("rows").collect::<Result<_, _>>().expect("ids");
    let mut texts = chronicle
        .connection()
        .prepare("SELECT DISTINCT texts.text FROM mentions JOIN texts ON texts.id = mentions.text WHERE event = ?1")
        .expect("SQL");
    ids.into_iter()
        .map(|id| {
            let told = texts.query_map([id], |row| row.get::<_, String>(0)).expect("rows");
            (id, told.map(|text| text.expect("a text")).collect())
        })
        .collect()
}

/// What takes place with both of these on 12 April.
fn talks_with(person: &str) -> String {
    let with = |name: &str| {
        format!(
            "EXISTS (SELECT 1 FROM event_participants JOIN actors ON actors.id = actor
                      WHERE event = events.id AND actors.name = '{name}')"
        )
    };
    format!(
        "kind = 'CONSULT' AND mode IN ('meet', 'talks', 'host', 'visit') AND edtf = '2017-04-12'
         AND {} AND {}",
        with("Rex Tillerson"),
        with(person)
    )
}

/// Every article of these must tell of the one event that fits the condition; returns the event.
fn check(chronicle: &Chronicle, condition: &str, told: &[&str]) -> i64 {
    let found = events(chronicle, condition);
    let [(event, texts)] = found.as_slice() else { panic!("{} events: {condition}", found.len()) };
    let articles = articles();
    for name in told {
        let text = articles.get(*name).map_or(*name, |article| article.text.as_str());
        assert!(texts.contains(text), "{name} tells of another event: {condition}");
    }
    *event
}

fn check_april(chronicle: &Chronicle, beside: Option<&Article>) {
    let also = |told: &[&'static str]| -> Vec<String> {
        told.iter().map(|name| (*name).to_owned()).chain(beside.map(|article| article.text.clone())).collect()
    };
    let check = |condition: &str, told: &[&'static str]| {
        let told = also(told);
        check(chronicle, condition, &told.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let attack = check(
        "mode IN ('unconventional', 'poison') AND edtf = '2017-04-04'",
        &[
            "khan-sheikhoun-first-day",
            "khan-sheikhoun-second-day",
            "shayrat-strikes-meridian",
            "shayrat-strikes-courier",
            "syria-veto-brief",
        ],
    );
    let strikes = check(
        "mode IN ('missile-strike', 'airstrike') AND earliest <= '2017-04-09' AND latest >= '2017-04-05'",
        &["shayrat-strikes-meridian", "shayrat-strikes-courier", "tillerson-moscow"],
    );
    check(&talks_with("Sergei Lavrov"), &["tillerson-moscow"]);
    check(&talks_with("Vladimir Putin"), &["tillerson-moscow"]);
    let answers: bool = chronicle
        .connection()
        .query_row(
            "SELECT EXISTS (SELECT 1 FROM event_relations
                             WHERE later = ?1 AND earlier = ?2 AND kind = 'response' AND NOT contradicted)",
            (strikes, attack),
            |row| row.get(0),
        )
        .expect("an answer");
    assert!(answers, "the strikes are in retaliation for the attack");
}

#[test]
fn each_happening_of_april_is_one_event() {
    check_april(&chronicle(None), None);
}

#[test]
fn tolls_that_differ_stand_side_by_side() {
    let chronicle = chronicle(None);
    let found = events(&chronicle, "mode = 'unconventional' AND edtf = '2017-04-04'");
    let [(attack, _)] = found.as_slice() else { panic!("{} attacks", found.len()) };
    let mut readings = chronicle
        .connection()
        .prepare("SELECT reading FROM event_variants WHERE event = ?1 AND what = 'killed' ORDER BY reading")
        .expect("SQL");
    let told: BTreeSet<String> = readings
        .query_map([attack], |row| row.get(0))
        .expect("rows")
        .collect::<Result<_, _>>()
        .expect("words");
    for reading in ["≥ 58", "72"] {
        assert!(told.contains(reading), "{reading} is not among {told:?}");
    }
}

#[test]
fn a_reworded_article_of_the_days_tells_of_the_same_events() {
    let Some(article) = beside() else {
        eprintln!("NOT RUN: {BESIDE} does not lie beside the project");
        return;
    };
    check_april(&chronicle(Some(article.clone())), Some(&article));
}
