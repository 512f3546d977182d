//! A chronicle of hand-made findings that is imported into, judged, mined anew and taken from.

use super::telling::{Telling, world_of};
use chancery::article::Article;
use chancery::events::Mention;
use chancery::judgement::{Judgement, Verb};
use chancery::mine::Findings;
use chancery::query::{self, Request};
use chancery::store::{Chronicle, Miner, Provenance, Reading};
use chancery::{places, query::QueryError};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Everything that is ever imported.
pub fn tellings() -> &'static [Telling] {
    static TELLINGS: OnceLock<Vec<Telling>> = OnceLock::new();
    TELLINGS.get_or_init(|| world_of(500))
}

/// Mines as rules of different versions would.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version(pub u8);

impl Version {
    /// With version 3 other rules find something else in some texts only.
    pub fn mine(self, article: &Article) -> Findings {
        if self.0 == 3 && !article.text.len().is_multiple_of(3) {
            return Self(0).mine(article);
        }
        static BY_TEXT: OnceLock<HashMap<String, Telling>> = OnceLock::new();
        let by_text = BY_TEXT.get_or_init(|| {
            tellings().iter().map(|telling| (telling.article.text.clone(), telling.clone())).collect()
        });
        let mut telling = by_text[&article.text].clone();
        telling.article = article.clone();
        let mut findings = telling.findings();
        let mut now = HashMap::new();
        for mention in &mut findings.events {
            let was = mention.id;
            self.alter(mention);
            now.insert(was, mention.id);
        }
        for relation in &mut findings.relations {
            (relation.from, relation.to) = (now[&relation.from], now[&relation.to]);
        }
        for claim in &mut findings.claims {
            claim.about.iter_mut().for_each(|about| *about = now[about]);
            claim.id.0 = claim.id.0.wrapping_add(u64::from(self.0));
        }
        if self.0 == 2 {
            // Some rules were dropped.
            findings.events.retain(|mention| mention.id.0 % 3 != 0);
            let kept: Vec<_> = findings.events.iter().map(|mention| mention.id).collect();
            findings
                .relations
                .retain(|relation| kept.contains(&relation.from) && kept.contains(&relation.to));
            findings.claims.iter_mut().for_each(|claim| claim.about.retain(|about| kept.contains(about)));
        }
        findings
    }

    fn alter(self, mention: &mut Mention) {
        if self.0 == 0 {
            return;
        }
        // Triggers begin or end elsewhere, and so have other names; some are of another kind.
        mention.id.0 = mention.id.0.wrapping_mul(31).wrapping_add(u64::from(self.0));
        if self.0 % 2 == 1
            && let Some(trigger) = mention.trigger.first_mut()
        {
            trigger.end -= 1;
        }
        if mention.kind == "ASSAULT" && mention.id.0.is_multiple_of(3) {
            mention.kind = "COERCE".into();
        }
    }
}

pub fn provenance(version: Version) -> Provenance {
    Provenance {
        begun: "2017-04-12T08:00:00Z".into(),
        engine: "test".into(),
        rules: version.0.to_string(),
        model: "m".into(),
    }
}

impl Miner for Version {
    fn provenance(&self) -> Provenance {
        provenance(*self)
    }

    fn mine(&mut self, article: &Article) -> Result<Findings, String> {
        Ok(Version::mine(*self, article))
    }
}

pub fn import(chronicle: &mut Chronicle, version: Version, tellings: &[&Telling]) {
    let mut import = chronicle.begin_import(&provenance(version)).unwrap();
    let judged = import.judged().unwrap();
    let reading = |telling: &&Telling| {
        let article = telling.article.clone();
        let mined = judged.apply(&article).unwrap_or_else(|| article.clone());
        let findings = version.mine(&mined);
        Reading::new(article, findings)
    };
    let readings = tellings.iter().map(reading).collect();
    import.add(readings).unwrap();
    import.finish("2017-04-12T09:00:00Z").unwrap();
}

pub fn dump(chronicle: &Chronicle) -> String {
    let mut out = Vec::new();
    chronicle.dump(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

pub fn faults(chronicle: &Chronicle) -> Vec<String> {
    chronicle.check().unwrap().into_iter().map(|fault| format!("{}: {}", fault.area, fault.message)).collect()
}

/// What differs between two dumps, a few lines of each.
pub fn difference(expected: &str, found: &str) -> String {
    let (a, b): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let gone: Vec<_> = a.iter().filter(|line| !b.contains(line)).take(6).collect();
    let come: Vec<_> = b.iter().filter(|line| !a.contains(line)).take(6).collect();
    format!("lost {gone:#?}\ngained {come:#?}")
}

fn names(chronicle: &Chronicle, sql: &str) -> Vec<String> {
    let mut statement = chronicle.connection().prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// All that can be judged in a chronicle as it stands, in orders that outlive mining anew.
pub struct Choices {
    /// In the order of time, so that what stands near each other in the list can be one.
    mentions: Vec<String>,
    claims: Vec<String>,
    texts: Vec<String>,
}

impl Choices {
    pub fn new(chronicle: &Chronicle) -> Self {
        let mentions = "SELECT mentions.name FROM mentions JOIN texts ON texts.id = mentions.text WHERE event IS NOT NULL
              ORDER BY texts.published_day, mentions.name";
        Self {
            mentions: names(chronicle, mentions),
            claims: names(chronicle, "SELECT name FROM claims ORDER BY name"),
            texts: names(chronicle, "SELECT hash FROM texts ORDER BY published_day, hash"),
        }
    }
}

/// A judgement that the numbers choose among all that can be made; none where they choose nonsense.
pub fn judgement(chronicle: &Chronicle, numbers: [u32; 4]) -> Option<Vec<Judgement>> {
    let last = chronicle.last_judged().unwrap();
    choose(chronicle, &Choices::new(chronicle), numbers, last.as_deref())
}

/// The same among choices that were read before, to come after the judgement that was made last.
pub fn choose(
    chronicle: &Chronicle,
    choices: &Choices,
    numbers: [u32; 4],
    last: Option<&str>,
) -> Option<Vec<Judgement>> {
    let [choice, one, other, value] = numbers.map(|number| number as usize);
    let pick = |list: &[String], nth: usize| list.get(nth.checked_rem(list.len())?).cloned();
    let mentions = || choices.mentions.as_slice();
    let near = one + 1 + other % 12;
    let claims = || choices.claims.as_slice();
    let texts = || choices.texts.as_slice();
    let event_of = |mention: &str| {
        let sql = format!(
            "SELECT other.name FROM mentions JOIN mentions AS other ON other.event = mentions.event WHERE mentions.name = '{mention}' ORDER BY other.name"
        );
        names(chronicle, &sql)
    };
    let given =
        |field: &str, values: &[&str]| vec![(field.to_owned(), values[value % values.len()].to_owned())];
    let mut corrections = Vec::new();
    let mut single = false;
    let (verb, ids) = match choice % 20 {
        0 => (Verb::Accept, vec![pick(mentions(), one)?]),
        1 | 2 => (Verb::Reject, vec![pick(mentions(), one)?]),
        3..=5 => (Verb::Merge, vec![pick(mentions(), one)?, pick(mentions(), near)?]),
        6..=8 => {
            let first = pick(mentions(), one)?;
            let part = pick(&event_of(&first), other)?;
            (Verb::Split, vec![first, part])
        }
        9 => (Verb::Note, vec![pick(mentions(), one)?]),
        10 | 11 => {
            single = other % 2 == 0;
            corrections = match other % 7 {
                0 => given("date", &["2016-09-05", "2016-09", "unknown"]),
                1 => given("place", &["Aleppo", "Geneva", "unknown"]),
                2 => given("kind", &["CONSULT", "DISASTER"]),
                3 => given("label", &["Talks on a truce", "A raid"]),
                4 => given("status", &["denied", "planned", "hypothetical"]),
                5 => given("source", &["Russia", "Syria,Lavrov", "none"]),
                _ => given("target", &["Kerry", "none"]),
            };
            (Verb::Correct, vec![pick(mentions(), one)?])
        }
        12 => {
            single = true;
            (Verb::Reject, vec![pick(mentions(), one)?])
        }
        13 => (Verb::Reject, vec![pick(claims(), one)?]),
        14 => {
            corrections = match other % 3 {
                0 => given("stance", &["asserts", "doubts"]),
                1 => given("aspect", &["actor", "number"]),
                _ => given("speaker", &["Russia", "unknown"]),
            };
            (Verb::Correct, vec![pick(claims(), one)?])
        }
        15 => {
            corrections = given("published", &["2016-09-03", "2016-10-01", "unknown"]);
            (Verb::Correct, vec![pick(texts(), one)?])
        }
        16 => (Verb::Merge, vec![pick(texts(), one)?, pick(texts(), near)?]),
        17 => (Verb::Split, vec![pick(texts(), one)?, pick(texts(), near)?]),
        18 => (Verb::Accept, vec![format!("{}~{}", pick(mentions(), one)?, pick(mentions(), near)?)]),
        _ => (Verb::Reject, vec![format!("{}~{}", pick(mentions(), one)?, pick(mentions(), near)?)]),
    };
    let places = places::Rules::default();
    let request = Request {
        verb,
        ids: &ids,
        corrections: &corrections,
        why: Some("because"),
        who: ["anna", "bela"][value % 2],
        now: "2017-04-12T10:00:00Z",
        last,
        mentions: single,
        places: &places,
    };
    match query::judgements(chronicle.connection(), &request) {
        Ok(judgements) => Some(judgements),
        Err(QueryError::Database(error)) => panic!("{error}"),
        Err(_) => None,
    }
}
