//! What an id on the command line stands for.

use super::QueryError;
use rusqlite::{Connection, OptionalExtension};

/// Something that can be shown, by its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// An event.
    Event(i64),
    /// A claim.
    Claim(i64),
    /// An article.
    Text(i64),
    /// An actor.
    Actor(i64),
}

/// How many that begin alike are listed.
const LISTED: usize = 8;

/// The thing whose id begins so: an event (by the id of any of its mentions), a claim, an article (also by the id it
/// was given) or an actor (by its key or name).
///
/// # Errors
/// If nothing answers to it, or several things do.
pub fn identify(connection: &Connection, given: &str) -> Result<Thing, QueryError> {
    let given = given.trim();
    let mut found: Vec<(Thing, String)> = Vec::new();
    let lower = given.to_lowercase();
    if lower.len() >= 2 && lower.len() <= 32 && lower.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        let end = format!("{lower}g");
        // Beginnings are ranges, so that the indexes of names answer.
        let queries: [(fn(i64) -> Thing, &str); 3] = [
            (Thing::Event, "SELECT DISTINCT events.id, events.name, events.label FROM mentions JOIN events ON events.id = mentions.event
                WHERE mentions.name >= ?1 AND mentions.name < ?2 ORDER BY events.name LIMIT 9"),
            (Thing::Claim, "SELECT id, name, content_words FROM claims WHERE name >= ?1 AND name < ?2 ORDER BY name LIMIT 9"),
            (Thing::Text, "SELECT id, hash, coalesce(title, 'an article') FROM texts WHERE hash >= ?1 AND hash < ?2 ORDER BY hash LIMIT 9"),
        ];
        for (thing, sql) in queries {
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map([&lower, &end], |row| {
                let (name, label): (String, String) = (row.get(1)?, row.get(2)?);
                Ok((thing(row.get(0)?), format!("{name} ({})", shortened(&label))))
            })?;
            found.extend(rows.collect::<Result<Vec<_>, _>>()?);
        }
        // A whole name is meant even where another begins with it.
        if found.is_empty() {
            let retired: Option<(Option<String>, String)> = connection
                .prepare_cached(
                    "SELECT now, reason FROM retired_names WHERE name >= ?1 AND name < ?2 ORDER BY name LIMIT 1",
                )?
                .query_row([&lower, &end], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            match retired {
                Some((Some(now), _)) if now != lower => return identify(connection, &now),
                Some((None, reason)) => return Err(QueryError::Retired { given: given.into(), reason }),
                _ => {}
            }
        }
    }
    if found.is_empty() {
        let article = "SELECT text FROM publications WHERE given_id = ?1 ORDER BY superseded_by IS NOT NULL, id LIMIT 1";
        let text: Option<i64> =
            connection.prepare_cached(article)?.query_row([given], |row| row.get(0)).optional()?;
        found.extend(text.map(|text| (Thing::Text(text), given.to_owned())));
    }
    if found.is_empty() {
        match super::parties(connection, &format!("={given}")) {
            Ok(parties) => {
                for party in parties {
                    let row = connection.query_row(
                        "SELECT id FROM actors WHERE key = ?1",
                        [&party.key],
                        |row| row.get(0),
                    )?;
                    found.push((Thing::Actor(row), party.name));
                }
            }
            Err(QueryError::Ambiguous { candidates, .. }) => {
                return Err(QueryError::Ambiguous { what: "name", given: given.into(), candidates });
            }
            Err(QueryError::Database(error)) => return Err(error.into()),
            Err(_) => {}
        }
    }
    match &found[..] {
        [] => Err(QueryError::Unknown { what: "id", given: given.into(), likely: Vec::new() }),
        [(thing, _)] => Ok(*thing),
        several => Err(QueryError::Ambiguous {
            what: "id",
            given: given.into(),
            candidates: several.iter().take(LISTED).map(|(_, shown)| shown.clone()).collect(),
        }),
    }
}

/// The beginning of a text, for a list.
fn shortened(text: &str) -> String {
    const LENGTH: usize = 40;
    if text.chars().count() <= LENGTH {
        text.to_owned()
    } else {
        text.chars().take(LENGTH - 1).chain(['…']).collect()
    }
}
