//! What a careful reader gets out of an article: the form of the gold files.

use super::articles::fixtures;
use chancery::article::Wording;
use chancery::claims::{Aspect, Quoted, Stance};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The gold of one article.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The publication day, where the article or its file tells it.
    pub published: Option<String>,
    /// How the day is known, where that is worth a test.
    #[serde(rename = "published_basis")]
    pub basis: Option<String>,
    wording: String,
    #[serde(default, rename = "event")]
    pub events: Vec<ExpectedEvent>,
    #[serde(default, rename = "not_event")]
    pub not_events: Vec<NotEvent>,
    #[serde(default, rename = "claim")]
    pub claims: Vec<ExpectedClaim>,
    #[serde(default, rename = "dispute")]
    pub disputes: Vec<ExpectedDispute>,
    pub undated: Option<Undated>,
}

/// One happening.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedEvent {
    pub id: String,
    pub gloss: String,
    /// The kinds that are right; none given, any is.
    #[serde(default)]
    pub kinds: Vec<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    #[serde(default)]
    pub targets: Vec<String>,
    /// Those who may stand on either side.
    #[serde(default)]
    pub participants: Vec<String>,
    /// The accepted first days; an empty one for none. Absent, the date is not asked.
    pub earliest: Option<Vec<String>>,
    pub latest: Option<Vec<String>>,
    #[serde(default)]
    pub place: Vec<String>,
    #[serde(default)]
    pub status: Vec<String>,
    /// The happenings that it came after, by the words of the article.
    #[serde(default)]
    pub after: Vec<String>,
    /// The words that tell of it; its trigger lies in one of them.
    pub evidence: Vec<String>,
    #[allow(dead_code)] // read by people
    pub note: Option<String>,
}

/// Words that look like a happening and tell of none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotEvent {
    pub evidence: String,
}

/// One claim.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedClaim {
    pub id: String,
    /// Those who are right as speaker.
    pub speakers: Vec<String>,
    pub stances: Vec<Stance>,
    pub quoted: Quoted,
    /// Accepted readings, each a list of spans.
    pub content: Vec<Vec<String>>,
    /// The claim whose content may include this one's.
    pub may_be_part_of: Option<String>,
    pub about: Option<String>,
    #[serde(default)]
    pub aspects: Vec<Aspect>,
    #[allow(dead_code)] // read by people
    pub note: Option<String>,
}

/// Speakers who oppose each other over one aspect of one happening.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedDispute {
    pub event: String,
    pub aspect: Aspect,
    /// Those who affirm it, and those who deny, doubt or reject it.
    pub sides: Vec<Vec<String>>,
}

/// What must come out when publication date and years are taken away.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undated {
    /// Happenings with their days.
    pub dated: BTreeMap<String, String>,
}

impl Expected {
    pub fn wording(&self) -> Wording {
        match self.wording.as_str() {
            "original" => Wording::Original,
            "reworded" => Wording::Reworded,
            other => panic!("no wording is called {other}"),
        }
    }

    /// Every phrase that must stand in the text.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        let events = self.events.iter().flat_map(|event| &event.evidence);
        let not_events = self.not_events.iter().map(|wrong| &wrong.evidence);
        let claims = self.claims.iter().flat_map(|claim| claim.content.iter().flatten());
        events.chain(not_events).chain(claims).map(String::as_str)
    }
}

/// The gold by the name of the article.
pub fn gold() -> BTreeMap<String, Expected> {
    let entries = std::fs::read_dir(fixtures().join("gold")).expect("fixtures/gold");
    entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.file_name().is_some_and(|name| name != "episodes.toml" && name != "names.toml"))
        .map(|path| {
            let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
            let text = std::fs::read_to_string(&path).expect("UTF-8");
            let expected =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (name, expected)
        })
        .collect()
}
