//! What one text says, written and removed as a whole.

mod actors;
mod claims;
mod mark;
mod mentions;

pub(super) use actors::{actor_of_key, choose_again, choose_names};
pub(super) use mark::{mark, marked};
pub(super) use mentions::place_of;

use super::StoreError;
use super::values::{Quoting, day, list};
use crate::article::Article;
use crate::mine::Findings;
use actors::write_actors;
use rusqlite::{Connection, named_params, params};
use std::collections::HashMap;

/// Row numbers that an import asks for again and again.
#[derive(Debug, Default)]
pub(super) struct Cache {
    pub(super) actors: HashMap<String, i64>,
    pub(super) aliases: std::collections::HashSet<(i64, String)>,
    pub(super) places: HashMap<String, i64>,
    pub(super) outlets: HashMap<String, i64>,
    pub(super) next_mention: i64,
    pub(super) next_claim: i64,
    pub(super) next_text: i64,
}

impl Cache {
    pub(super) fn new(connection: &Connection) -> Result<Self, StoreError> {
        let next = |table: &str| {
            connection.query_row(&format!("SELECT ifnull(max(id), 0) + 1 FROM {table}"), [], |row| {
                row.get::<_, i64>(0)
            })
        };
        Ok(Self {
            next_mention: next("mentions")?,
            next_claim: next("claims")?,
            next_text: next("texts")?,
            ..Self::default()
        })
    }
}

/// Writes the findings of a text that has none.
pub(super) fn write(
    connection: &Connection,
    cache: &mut Cache,
    text: i64,
    article: &Article,
    findings: &Findings,
    mark: i64,
) -> Result<(), StoreError> {
    let quoting = Quoting::new(article);
    mark::write(connection, text, mark)?;
    let mut insert = connection.prepare_cached(include_str!("sentence_insert.sql"))?;
    for (ordinal, sentence) in findings.document.sentences.iter().enumerate() {
        let [begin, end] = quoting.pair(sentence.part, sentence.span);
        insert.execute(params![text, ordinal as i64, sentence.part.as_str(), begin as i64, end as i64])?;
    }
    write_dates(connection, text, &quoting, findings)?;
    let actors = write_actors(connection, cache, text, &quoting, findings)?;
    let identities = mentions::Identities::new(cache, findings);
    claims::write(connection, text, &quoting, findings, &actors, &identities)?;
    mentions::write(connection, cache, text, &quoting, findings, &actors, &identities)?;
    claims::write_about(connection, findings, &identities)
}

/// Removes the findings of a text; the text itself stays. Returns the actors it spoke of.
pub(super) fn remove(connection: &Connection, text: i64) -> Result<Vec<i64>, StoreError> {
    let actors = connection
        .prepare_cached("SELECT DISTINCT actor FROM text_actors WHERE text = ?1")?
        .query_map([text], |row| row.get(0))?
        .collect::<Result<Vec<i64>, _>>()?;
    for statement in include_str!("remove.sql").split_inclusive(';').filter(|sql| sql.contains("DELETE")) {
        connection.prepare_cached(statement)?.execute(named_params! { ":text": text })?;
    }
    Ok(actors)
}

fn write_dates(
    connection: &Connection,
    text: i64,
    quoting: &Quoting<'_>,
    findings: &Findings,
) -> Result<(), StoreError> {
    let mut insert = connection.prepare_cached(include_str!("date_insert.sql"))?;
    for (ordinal, date) in findings.dates.iter().enumerate() {
        let [begin, end] = quoting.place(date.location);
        let value = date.value.as_ref();
        let alternatives: Vec<_> = date.alternatives.iter().map(|value| value.edtf.as_str()).collect();
        insert.execute(named_params! {
            ":text": text,
            ":ordinal": ordinal as i64,
            ":part": date.location.part.as_str(),
            ":begin": begin as i64,
            ":end": end as i64,
            ":words": quoting.words(date.location),
            ":type": date.kind.as_str(),
            ":timex3": date.timex3,
            ":mod": date.modifier.map(|modifier| modifier.as_str()),
            ":edtf": value.map(|value| &value.edtf),
            ":earliest": value.and_then(|value| value.earliest).map(day),
            ":latest": value.and_then(|value| value.latest).map(day),
            ":basis": date.basis.as_str(),
            ":alternatives": list(&alternatives),
            ":rule": date.rule,
        })?;
    }
    Ok(())
}
