//! The actors of a text, and what all texts together make of each.

use super::Cache;
use crate::actors::MentionForm;
use crate::mine::Findings;
use crate::store::StoreError;
use crate::store::names::folded;
use crate::store::values::Quoting;
use rusqlite::{Connection, named_params, params};
use std::collections::{BTreeMap, BTreeSet};

/// Writes the actors of a text; returns their rows in the order of the findings.
pub(crate) fn write_actors(
    connection: &Connection,
    cache: &mut Cache,
    text: i64,
    quoting: &Quoting<'_>,
    findings: &Findings,
) -> Result<Vec<i64>, StoreError> {
    let mut rows = Vec::with_capacity(findings.actors.actors.len());
    for (ordinal, actor) in findings.actors.actors.iter().enumerate() {
        let row = match cache.actors.get(&actor.id) {
            Some(&row) => row,
            None => {
                let row = connection
                    .prepare_cached(include_str!("actor_insert.sql"))?
                    .query_row([&actor.id], |row| row.get(0))?;
                cache.actors.insert(actor.id.clone(), row);
                row
            }
        };
        rows.push(row);
        connection.prepare_cached(include_str!("text_actor_insert.sql"))?.execute(params![
            text,
            ordinal as i64,
            row,
            actor.name,
            actor.code,
            actor.sort.as_str(),
            actor.known,
            actor.named
        ])?;
    }
    let mut insert = connection.prepare_cached(include_str!("actor_mention_insert.sql"))?;
    for (ordinal, mention) in findings.actors.mentions.iter().enumerate() {
        let Some(&actor) = rows.get(mention.actor) else { continue };
        let [begin, end] = quoting.place(mention.location);
        insert.execute(params![
            text,
            ordinal as i64,
            actor,
            mention.location.part.as_str(),
            begin as i64,
            end as i64,
            mention.form.as_str()
        ])?;
        if mention.form == MentionForm::Name {
            let words = quoting.words(mention.location);
            if cache.aliases.insert((actor, words.to_owned())) {
                write_alias(connection, actor, words)?;
            }
        }
    }
    Ok(rows)
}

/// The row of an actor, made where there is none: an analyst may name somebody of whom no text speaks any longer.
pub(crate) fn actor_of_key(connection: &Connection, key: &str) -> Result<i64, StoreError> {
    Ok(connection.prepare_cached(include_str!("actor_insert.sql"))?.query_row([key], |row| row.get(0))?)
}

/// Lets these texts, just written, have their say on the name, code and sort of their actors: of all texts'
/// readings the rule table's is chosen, then the fullest name, then the first in the alphabet, so that it does not
/// depend on which text came first. Returns the actors whose name changed.
pub(crate) fn choose_names(
    connection: &Connection,
    texts: &BTreeSet<i64>,
) -> Result<BTreeSet<i64>, StoreError> {
    let mut read = connection.prepare_cached(include_str!("actor_readings_of_text.sql"))?;
    let mut best: BTreeMap<i64, Reading> = BTreeMap::new();
    for text in texts {
        for reading in read.query_map([text], Reading::from_row)? {
            let reading = reading?;
            if best.get(&reading.actor).is_none_or(|present| present.rank() < reading.rank()) {
                best.insert(reading.actor, reading);
            }
        }
    }
    let mut renamed = BTreeSet::new();
    let mut chosen = connection.prepare_cached(include_str!("actor_chosen.sql"))?;
    for (actor, reading) in best {
        let present = chosen.query_row([actor], Reading::from_row)?;
        if present.rank() < reading.rank() {
            choose(connection, &reading)?;
            if present.name != reading.name {
                renamed.insert(actor);
            }
        }
    }
    Ok(renamed)
}

/// Chooses anew among all texts, after one of them was mined anew. Returns the actors whose name changed.
pub(crate) fn choose_again(
    connection: &Connection,
    actors: &BTreeSet<i64>,
) -> Result<BTreeSet<i64>, StoreError> {
    let mut renamed = BTreeSet::new();
    let mut read = connection.prepare_cached(include_str!("actor_readings.sql"))?;
    for &actor in actors {
        let readings = read.query_map([actor], Reading::from_row)?.collect::<Result<Vec<_>, _>>()?;
        let present = connection
            .prepare_cached(include_str!("actor_chosen.sql"))?
            .query_row([actor], Reading::from_row)?;
        // Of whom no text speaks any longer, nothing is known.
        let best = readings
            .into_iter()
            .max_by(|a, b| a.rank().cmp(&b.rank()))
            .unwrap_or_else(|| Reading::none(actor));
        choose(connection, &best)?;
        if best.name != present.name {
            renamed.insert(actor);
        }
        gather_aliases(connection, actor)?;
    }
    Ok(renamed)
}

fn choose(connection: &Connection, reading: &Reading) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("actor_choose.sql"))?.execute(named_params! {
        ":id": reading.actor,
        ":name": reading.name,
        ":folded": folded(&reading.name),
        ":code": reading.code,
        ":sort": reading.sort,
        ":known": reading.known,
        ":named": reading.named,
        ":day": reading.day,
        ":text": reading.text,
    })?;
    Ok(())
}

/// Gathers the names of an actor again.
fn gather_aliases(connection: &Connection, actor: i64) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("aliases_remove.sql"))?.execute([actor])?;
    let names = connection
        .prepare_cached(include_str!("aliases_gather.sql"))?
        .query_map([actor], |row| row.get(0))?
        .collect::<Result<Vec<String>, _>>()?;
    names.iter().try_for_each(|name| write_alias(connection, actor, name))
}

fn write_alias(connection: &Connection, actor: i64, words: &str) -> Result<(), StoreError> {
    connection.prepare_cached(include_str!("alias_insert.sql"))?.execute(params![
        actor,
        words,
        folded(words),
        "text"
    ])?;
    Ok(())
}

/// What one text makes of an actor.
struct Reading {
    actor: i64,
    name: String,
    code: String,
    sort: String,
    known: bool,
    named: bool,
    day: i64,
    text: String,
}

impl Reading {
    fn none(actor: i64) -> Self {
        Self {
            actor,
            name: String::new(),
            code: String::new(),
            sort: "people".into(),
            known: false,
            named: false,
            day: 0,
            text: String::new(),
        }
    }

    fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            actor: row.get(0)?,
            name: row.get(1)?,
            code: row.get(2)?,
            sort: row.get(3)?,
            known: row.get(4)?,
            named: row.get(5)?,
            day: row.get(6)?,
            text: row.get(7)?,
        })
    }

    fn rank(&self) -> impl Ord + use<> {
        let name = (self.name.chars().count(), std::cmp::Reverse(self.name.clone()));
        (self.known, self.named, name, self.day, self.text.clone())
    }
}
