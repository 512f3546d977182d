//! What articles have in common: one happening told by several, and what only looks like one.

use super::articles::{articles, fixtures};
use super::expected::{Expected, gold};
use chancery::article::Article;
use chancery::mine::Engine;
use chancery::rules::RuleFiles;
use chancery::store::{Chronicle, Progress, Provenance};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Episodes {
    pub happening: Vec<Happening>,
    pub apart: Vec<Apart>,
    pub origin: Vec<Origin>,
    pub variant: Vec<Variant>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Happening {
    pub gloss: String,
    pub date: String,
    pub told: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    pub events: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    pub articles: Vec<String>,
    pub how: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    pub event: Vec<String>,
    pub what: String,
    pub figures: BTreeMap<String, Vec<u32>>,
}

pub fn read() -> Episodes {
    let text = std::fs::read_to_string(fixtures().join("gold/episodes.toml")).expect("UTF-8");
    toml::from_str(&text).expect("the form of episodes.toml")
}

/// The chronicle of all fixtures.
struct Told {
    articles: BTreeMap<String, Article>,
    gold: BTreeMap<String, Expected>,
    chronicle: std::sync::Mutex<Chronicle>,
}

fn told() -> &'static Told {
    static TOLD: OnceLock<Told> = OnceLock::new();
    TOLD.get_or_init(|| {
        let articles = articles();
        let engine = Engine::new(&RuleFiles::embedded()).expect("our own rules");
        let provenance =
            Provenance { begun: "now".into(), engine: "test".into(), rules: "r".into(), model: "m".into() };
        let mut chronicle = Chronicle::in_memory().expect("a chronicle");
        let all = articles.values().cloned().map(Ok::<_, ()>).collect::<Vec<_>>();
        let listen = |_: Progress<()>| ();
        chronicle.import(&provenance, &engine, all.into_iter(), listen, || "then".into()).expect("an import");
        Told { articles, gold: gold(), chronicle: chronicle.into() }
    })
}

impl Told {
    /// The events that the chronicle has for a gold event ("ARTICLE#EVENT"), by the mentions in its evidence.
    fn events(&self, reference: &str) -> BTreeSet<i64> {
        let (article, event) = reference.split_once('#').expect("ARTICLE#EVENT");
        let text = &self.articles[article].text;
        let expected = self.gold[article].events.iter().find(|one| one.id == event).expect("an event");
        let chronicle = self.chronicle.lock().expect("no panic");
        let mut statement = chronicle
            .connection()
            .prepare_cached(
                "SELECT mentions.event, mentions.kind FROM mentions JOIN texts ON texts.id = mentions.text
                  WHERE texts.text = ?1 AND part = 'text' AND mentions.begin >= ?2 AND mentions.\"end\" <= ?3",
            )
            .expect("SQL");
        let mut found = BTreeSet::new();
        for words in &expected.evidence {
            let Some(at) = text.find(words.as_str()) else { continue };
            let begin = text[..at].chars().count();
            let rows = statement
                .query_map((text, begin as i64, (begin + words.chars().count()) as i64), |row| {
                    Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
                })
                .expect("rows");
            let of_kind = |kind: &String| expected.kinds.is_empty() || expected.kinds.contains(kind);
            found.extend(
                rows.map(|row| row.expect("a row")).filter(|(_, kind)| of_kind(kind)).map(|(event, _)| event),
            );
        }
        found
    }

    fn number(&self, sql: &str, article: &str) -> i64 {
        let chronicle = self.chronicle.lock().expect("no panic");
        chronicle
            .connection()
            .query_row(sql, [&self.articles[article].text], |row| row.get(0))
            .expect("a number")
    }
}

/// Of the pairs of articles whose mentions of one happening were both found, how many are one event.
///
/// All were one while the parser had seen the treebanks alone; of the five pairs that are apart since, two are found for the
/// first time, and in three a deed is told as claimed, without its day, or of another sort than before.
const LEAST_JOINED: f64 = 0.89;

#[test]
fn several_articles_tell_of_one_happening() {
    let (told, mut pairs, mut joined) = (told(), 0, 0);
    for happening in &read().happening {
        let found: Vec<(&String, BTreeSet<i64>)> = happening
            .told
            .iter()
            .map(|reference| (reference, told.events(reference)))
            .filter(|(_, events)| !events.is_empty())
            .collect();
        for (index, (a, x)) in found.iter().enumerate() {
            for (b, y) in &found[index + 1..] {
                pairs += 1;
                if x.is_disjoint(y) {
                    println!("APART {a} {b}: {}", happening.gloss);
                } else {
                    joined += 1;
                }
            }
        }
    }
    println!("{joined} of {pairs} pairs are one event");
    assert!(f64::from(joined) >= LEAST_JOINED * f64::from(pairs), "{joined} of {pairs}");
}

#[test]
fn what_only_looks_alike_stays_apart() {
    let told = told();
    for apart in &read().apart {
        for (index, a) in apart.events.iter().enumerate() {
            for b in &apart.events[index + 1..] {
                assert!(told.events(a).is_disjoint(&told.events(b)), "{a} and {b} are one event");
            }
        }
    }
}

#[test]
fn copies_and_rewordings_share_an_origin_and_nothing_else_does() {
    let told = told();
    let origin = |article: &str| told.number("SELECT origin FROM texts WHERE text = ?1", article);
    let mut families: BTreeMap<i64, BTreeSet<&str>> = BTreeMap::new();
    for article in told.articles.keys() {
        families.entry(origin(article)).or_default().insert(article);
    }
    let found: BTreeSet<BTreeSet<&str>> = families.into_values().filter(|family| family.len() > 1).collect();
    let episodes = read();
    let expected: BTreeSet<BTreeSet<&str>> =
        episodes.origin.iter().map(|origin| origin.articles.iter().map(String::as_str).collect()).collect();
    assert_eq!(found, expected);
}
