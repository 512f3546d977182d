//! What mining anew changed.

use crate::judgement::{Candidate, Target, Thing, attach};
use crate::store::changes::line;
use crate::store::judgements::candidate;
use crate::store::{EventLine, Logged, StoreError};
use rusqlite::{Connection, Row, params};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What mining everything anew changed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Remined {
    /// How many texts there are.
    pub texts: u64,
    /// How many events there were.
    pub before: usize,
    /// How many there are.
    pub after: usize,
    /// Events that nothing told of before.
    pub gained: Vec<EventLine>,
    /// Events that nothing tells of any longer.
    pub lost: Vec<EventLine>,
    /// Events that are told of otherwise: as they were, as they are.
    pub changed: Vec<(EventLine, EventLine)>,
    /// Judgements of which something holds nowhere, or where something else is said now.
    pub loose: Vec<Logged>,
}

/// Compares the events of two chronicles of the same articles.
pub(super) fn compare(old: &Connection, fresh: &Connection) -> Result<Remined, StoreError> {
    let (before, after) = (events(old)?, events(fresh)?);
    let texts: i64 = fresh.query_row("SELECT count(*) FROM texts", [], |row| row.get(0))?;
    let mut remined = Remined {
        texts: texts.unsigned_abs(),
        before: before.len(),
        after: after.len(),
        ..Remined::default()
    };
    let mut paired: BTreeSet<&str> = BTreeSet::new();
    let mut gone = Vec::new();
    for (name, was) in &before {
        match after.get(name) {
            Some(now) => {
                paired.insert(name);
                if now != was {
                    remined.changed.push((was.clone(), now.clone()));
                }
            }
            None => gone.push(was),
        }
    }
    let successors = Successors::new(old, fresh)?;
    for was in gone {
        // The event may go by the name of another of its mentions now, or of one that stands in its place.
        let now = successors.event_of(&was.name)?.and_then(|name| after.get_key_value(&name));
        match now {
            Some((name, now)) if paired.insert(name) => remined.changed.push((was.clone(), now.clone())),
            // It has become one with another, which has changed too.
            Some(_) => {}
            None => remined.lost.push(was.clone()),
        }
    }
    remined.gained = after
        .iter()
        .filter(|(name, _)| !paired.contains(name.as_str()))
        .map(|(_, now)| now.clone())
        .collect();
    Ok(remined)
}

/// Names of mentions and claims that are found no longer lead to what stands in their place.
pub(super) fn retire(old: &Connection, fresh: &Connection, when: &str) -> Result<(), StoreError> {
    let transaction = fresh.unchecked_transaction()?;
    let successors = Successors::new(old, fresh)?;
    let day = when.get(..10).unwrap_or(when);
    let mut insert = fresh.prepare(
        "INSERT INTO retired_names (name, sort, now, reason) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (name, sort) DO UPDATE SET now = excluded.now, reason = excluded.reason WHERE judgement IS NULL",
    )?;
    let mut gone: HashMap<String, Option<String>> = HashMap::new();
    for (thing, table) in [(Thing::Mention, "mentions"), (Thing::Claim, "claims")] {
        let there = names(fresh, table)?;
        for name in names(old, table)?.difference(&there) {
            let now = successors.name(thing, name)?;
            let reason = match now {
                Some(_) => format!("mined anew on {day}"),
                None => format!("mined anew on {day}: nothing is found there any longer"),
            };
            insert.execute(params![name, thing.as_str(), now, reason])?;
            gone.insert(name.clone(), now);
        }
    }
    lead_on(fresh, &gone)?;
    // What is found again answers for itself.
    for sql in [
        "DELETE FROM retired_names WHERE judgement IS NULL AND sort = 'mention' AND name IN (SELECT name FROM mentions)",
        "DELETE FROM retired_names WHERE judgement IS NULL AND sort = 'claim' AND name IN (SELECT name FROM claims)",
    ] {
        fresh.execute(sql, [])?;
    }
    drop(insert);
    Ok(transaction.commit()?)
}

/// Names that led to what is gone now lead to what stands in its place. All are looked at once, since a look for each
/// that is gone takes the longer the more were retired before.
fn lead_on(fresh: &Connection, gone: &HashMap<String, Option<String>>) -> Result<(), StoreError> {
    let mut statement = fresh
        .prepare("SELECT name, sort, now FROM retired_names WHERE now IS NOT NULL AND judgement IS NULL")?;
    let row = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let retired: Vec<(String, String, String)> = statement.query_map([], row)?.collect::<Result<_, _>>()?;
    let mut update = fresh.prepare("UPDATE retired_names SET now = ?3 WHERE name = ?1 AND sort = ?2")?;
    for (name, sort, led_to) in retired {
        if let Some(now) = gone.get(&led_to) {
            update.execute(params![name, sort, now])?;
        }
    }
    Ok(())
}

fn events(connection: &Connection) -> Result<BTreeMap<String, EventLine>, StoreError> {
    let mut events = BTreeMap::new();
    let mut statement = connection.prepare("SELECT id FROM events")?;
    for event in statement.query_map([], |row| row.get(0))? {
        if let Some(line) = line(connection, event?)? {
            events.insert(line.name.clone(), line);
        }
    }
    Ok(events)
}

fn names(connection: &Connection, table: &str) -> Result<HashSet<String>, StoreError> {
    let mut statement = connection.prepare(&format!("SELECT name FROM {table}"))?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Finds what stands now where a name stood.
struct Successors<'c> {
    old: &'c Connection,
    fresh: &'c Connection,
}

impl<'c> Successors<'c> {
    fn new(old: &'c Connection, fresh: &'c Connection) -> Result<Self, StoreError> {
        Ok(Self { old, fresh })
    }

    /// The event that tells now of what an event told of.
    fn event_of(&self, event: &str) -> Result<Option<String>, StoreError> {
        let mut mentions = self.old.prepare_cached(
            "SELECT DISTINCT mentions.name FROM events JOIN mentions ON mentions.event = events.id WHERE events.name = ?1 ORDER BY 1",
        )?;
        let mut now = self.fresh.prepare_cached(
            "SELECT events.name FROM mentions JOIN events ON events.id = mentions.event WHERE mentions.name = ?1 ORDER BY 1 LIMIT 1",
        )?;
        // Of several answers the one that most of its mentions give.
        let mut answers: HashMap<String, usize> = HashMap::new();
        for mention in mentions.query_map([event], |row| row.get::<_, String>(0))? {
            let mention = mention?;
            let mut found: Vec<String> =
                now.query_map([&mention], |row| row.get(0))?.collect::<Result<_, _>>()?;
            if found.is_empty()
                && let Some(successor) = self.name(Thing::Mention, &mention)?
            {
                found = now.query_map([&successor], |row| row.get(0))?.collect::<Result<_, _>>()?;
            }
            for answer in found {
                *answers.entry(answer).or_default() += 1;
            }
        }
        Ok(answers.into_iter().max_by(|a, b| (a.1, &b.0).cmp(&(b.1, &a.0))).map(|(name, _)| name))
    }

    /// The name of what stands now where the thing of this name stood.
    fn name(&self, thing: Thing, name: &str) -> Result<Option<String>, StoreError> {
        let (own, there) = match thing {
            Thing::Mention => (MENTION, include_str!("../judgements/mention_candidates.sql")),
            _ => (CLAIM, include_str!("../judgements/claim_candidates.sql")),
        };
        let mut statement = self.old.prepare_cached(own)?;
        let mut candidates = self.fresh.prepare_cached(there)?;
        let mut text = self.fresh.prepare_cached("SELECT id FROM texts WHERE hash = ?1")?;
        let targets = statement.query_map([name], |row| {
            let candidate = candidate(row)?;
            Ok(Target {
                side: 0,
                thing,
                name: candidate.name,
                text: row.get(9)?,
                part: Some(candidate.part),
                words_at: Some(candidate.words_at),
                span: Some(candidate.span),
                words: String::new(),
                kind: Some(candidate.kind),
                edtf: candidate.edtf,
            })
        })?;
        for target in targets {
            let target = target?;
            for text in text.query_map([&target.text], |row| row.get::<_, i64>(0))? {
                let found: Vec<Candidate> =
                    candidates.query_map([text?], candidate)?.collect::<Result<_, _>>()?;
                if let Some(attached) = attach(&target, &found, false) {
                    return Ok(found.into_iter().nth(attached.candidate).map(|candidate| candidate.name));
                }
            }
        }
        Ok(None)
    }
}

/// The mentions of a name, with the hash of their text last.
const MENTION: &str = "SELECT mentions.id, mentions.name, mentions.part,
        (SELECT min(json_extract(value, '$[0]')) FROM json_each(trigger_spans)),
        (SELECT max(json_extract(value, '$[1]')) FROM json_each(trigger_spans)),
        mentions.begin, mentions.\"end\", mentions.kind, mentions.edtf, texts.hash
   FROM mentions JOIN texts ON texts.id = mentions.text WHERE mentions.name = ?1";

/// The claims of a name, likewise.
const CLAIM: &str = "SELECT claims.id, claims.name, claims.part,
        (SELECT min(json_extract(value, '$[0]')) FROM json_each(iif(cue_spans = '[]', content_spans, cue_spans))),
        (SELECT max(json_extract(value, '$[1]')) FROM json_each(iif(cue_spans = '[]', content_spans, cue_spans))),
        (SELECT min(json_extract(value, '$[0]')) FROM json_each(content_spans)),
        (SELECT max(json_extract(value, '$[1]')) FROM json_each(content_spans)),
        claims.stance, claims.edtf, texts.hash
   FROM claims JOIN texts ON texts.id = claims.text WHERE claims.name = ?1 AND content_spans <> '[]'";
