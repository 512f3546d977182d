//! The actors of a text, and what all texts together make of each.

use super::Cache;
use crate::actors::MentionForm;
use crate::mine::Findings;
use crate::store::StoreError;
use crate::store::names::folded;
use crate::store::values::Quoting;
use rusqlite::{Connection, named_params, params};

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
                let row = connection.prepare_cached(include_str!("actor_insert.sql"))?.query_row(
                    named_params! {
                        ":key": actor.id,
                        ":name": actor.name,
                        ":folded": folded(&actor.name),
                        ":code": actor.code,
                        ":sort": actor.sort.as_str(),
                        ":known": actor.known,
                        ":named": actor.named,
                    },
                    |row| row.get(0),
                )?;
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

/// Chooses the name, code and sort of each of these actors among what all texts say, so that neither depends on
/// which text came first.
pub(crate) fn choose_names(connection: &Connection, actors: &[i64]) -> Result<(), StoreError> {
    let mut readings = connection.prepare_cached(include_str!("actor_readings.sql"))?;
    let mut choose = connection.prepare_cached(include_str!("actor_choose.sql"))?;
    for &actor in actors {
        let best = readings
            .query_map([actor], Reading::from_row)?
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .max_by(|a, b| a.rank().cmp(&b.rank()));
        if let Some(best) = best {
            choose.execute(named_params! {
                ":id": actor,
                ":name": best.name,
                ":folded": folded(&best.name),
                ":code": best.code,
                ":sort": best.sort,
                ":known": best.known,
                ":named": best.named,
            })?;
        }
    }
    Ok(())
}

/// Gathers the names of these actors again, after a text was mined anew.
pub(crate) fn gather_aliases(connection: &Connection, actors: &[i64]) -> Result<(), StoreError> {
    for &actor in actors {
        connection.prepare_cached(include_str!("aliases_remove.sql"))?.execute([actor])?;
        let names = connection
            .prepare_cached(include_str!("aliases_gather.sql"))?
            .query_map([actor], |row| row.get(0))?
            .collect::<Result<Vec<String>, _>>()?;
        for name in names {
            write_alias(connection, actor, &name)?;
        }
    }
    Ok(())
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
    name: String,
    code: String,
    sort: String,
    known: bool,
    named: bool,
    day: i64,
    text: String,
}

impl Reading {
    fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: row.get(0)?,
            code: row.get(1)?,
            sort: row.get(2)?,
            known: row.get(3)?,
            named: row.get(4)?,
            day: row.get(5)?,
            text: row.get(6)?,
        })
    }

    fn rank(&self) -> impl Ord + use<> {
        let name = (self.name.chars().count(), std::cmp::Reverse(self.name.clone()));
        (self.known, self.named, name, self.day, self.text.clone())
    }
}
