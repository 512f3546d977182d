//! Who is spoken of.

use super::{QueryError, sql_like};
use crate::store::folded;
use rusqlite::Connection;

/// Actors, those of most events first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActorList {
    /// The actors.
    pub actors: Vec<ActorEntry>,
    /// Whether more was found than asked for.
    pub more: bool,
}

/// One actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorEntry {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its PLOVER code; empty where none is known.
    pub code: String,
    /// person, state, body, organisation, group, people.
    pub sort: String,
    /// Other names by which texts call it.
    pub aliases: Vec<String>,
    /// Offices with their times: "secretary of state (USA.GOV), 2017-02-01 to 2018-03-31".
    pub roles: Vec<String>,
    /// Events it takes part in.
    pub events: u32,
    /// Claims it makes.
    pub claims: u32,
}

/// The actors that the chronicle speaks of; with `name`, those one of whose names has these words.
///
/// # Errors
/// If the database fails.
pub fn actors(
    connection: &Connection,
    name: Option<&str>,
    limit: Option<usize>,
) -> Result<ActorList, QueryError> {
    let limit = limit.unwrap_or(usize::MAX - 1);
    let pattern = name.map_or("%".to_owned(), |name| format!("%{}%", sql_like(&folded(name))));
    let sql = "SELECT actors.id, actors.key, actors.name, actors.code, actors.sort,
                      (SELECT count(DISTINCT event) FROM event_participants WHERE event_participants.actor = actors.id) AS events,
                      (SELECT count(*) FROM claims WHERE claims.speaker = actors.id AND claims.id NOT IN
                        (SELECT claim FROM claim_judgements WHERE verdict = 'rejected' OR speaker IS NOT NULL OR nobody))
                      + (SELECT count(*) FROM claim_judgements WHERE speaker = actors.id AND verdict IS NOT 'rejected') AS claims
                 FROM actors
                WHERE (actors.folded LIKE ?1 ESCAPE '\\'
                       OR EXISTS (SELECT 1 FROM actor_aliases WHERE actor = actors.id AND actor_aliases.folded LIKE ?1 ESCAPE '\\'))
                  AND EXISTS (SELECT 1 FROM text_actors WHERE text_actors.actor = actors.id)
                ORDER BY events DESC, claims DESC, actors.name, actors.key LIMIT ?2";
    let mut statement = connection.prepare(sql)?;
    let most = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let rows = statement.query_map(rusqlite::params![pattern, most], |row| {
        Ok((
            row.get(0)?,
            ActorEntry {
                key: row.get(1)?,
                name: row.get(2)?,
                code: row.get(3)?,
                sort: row.get(4)?,
                aliases: Vec::new(),
                roles: Vec::new(),
                events: row.get(5)?,
                claims: row.get(6)?,
            },
        ))
    })?;
    let mut found: Vec<(i64, ActorEntry)> = rows.collect::<Result<_, _>>()?;
    let more = found.len() > limit;
    found.truncate(limit);
    let mut actors = Vec::with_capacity(found.len());
    for (id, mut actor) in found {
        complete(connection, id, &mut actor)?;
        actors.push(actor);
    }
    Ok(ActorList { actors, more })
}

/// The actor of a row.
///
/// # Errors
/// If the database fails.
pub fn actor(connection: &Connection, id: i64) -> Result<ActorEntry, QueryError> {
    let sql = "SELECT key, name, code, sort, (SELECT count(DISTINCT event) FROM event_participants WHERE actor = actors.id),
                      (SELECT count(*) FROM claims WHERE claims.speaker = actors.id AND claims.id NOT IN
                        (SELECT claim FROM claim_judgements WHERE verdict = 'rejected' OR speaker IS NOT NULL OR nobody))
                      + (SELECT count(*) FROM claim_judgements WHERE speaker = actors.id AND verdict IS NOT 'rejected') FROM actors WHERE id = ?1";
    let mut actor = connection.query_row(sql, [id], |row| {
        Ok(ActorEntry {
            key: row.get(0)?,
            name: row.get(1)?,
            code: row.get(2)?,
            sort: row.get(3)?,
            aliases: Vec::new(),
            roles: Vec::new(),
            events: row.get(4)?,
            claims: row.get(5)?,
        })
    })?;
    complete(connection, id, &mut actor)?;
    Ok(actor)
}

fn complete(connection: &Connection, id: i64, actor: &mut ActorEntry) -> Result<(), QueryError> {
    let mut aliases = connection.prepare_cached(
        "SELECT DISTINCT alias FROM actor_aliases WHERE actor = ?1 AND source = 'text' AND alias <> ?2 ORDER BY alias",
    )?;
    actor.aliases =
        aliases.query_map(rusqlite::params![id, actor.name], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut roles = connection.prepare_cached(
        "SELECT office, code, since, until FROM actor_roles WHERE actor = ?1 ORDER BY since, office",
    )?;
    let rows = roles.query_map([id], |row| {
        let (office, code): (String, String) = (row.get(0)?, row.get(1)?);
        let (since, until): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
        let times = match (since.as_deref().filter(|day| !day.is_empty()), until) {
            (Some(since), Some(until)) => format!(", {since} to {until}"),
            (Some(since), None) => format!(", since {since}"),
            (None, Some(until)) => format!(", until {until}"),
            (None, None) => String::new(),
        };
        Ok(format!("{office} ({code}){times}"))
    })?;
    actor.roles = rows.collect::<Result<_, _>>()?;
    Ok(())
}
