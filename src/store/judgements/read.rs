//! Judgements read back, as they were made and as they hold.

use crate::judgement::{Correction, Judgement, Subject, Target, Thing, Verb};
use crate::store::StoreError;
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::HashMap;

/// A judgement in the log of a chronicle.
#[derive(Debug, Clone, PartialEq)]
pub struct Logged {
    /// Its number in the log.
    pub number: i64,
    /// What was decided.
    pub judgement: Judgement,
    /// Whether it stands: nothing that stands undoes it.
    pub stands: bool,
    /// The number of the judgement that it undoes, if that is known here.
    pub undone: Option<i64>,
    /// For each of its targets where it holds now.
    pub targets: Vec<LoggedTarget>,
}

/// Where a target holds now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedTarget {
    /// The name of what it holds on to; none where it found no place.
    pub holds: Option<String>,
    /// Whether the chronicle has the text.
    pub text_is_there: bool,
    /// What is said there now that was not said then.
    pub change: Option<String>,
}

impl Logged {
    /// What of it holds nowhere, or on something that says something else now; for people.
    pub fn loose(&self) -> Vec<String> {
        if !self.stands || matches!(self.judgement.verb, Verb::Forget | Verb::Undo) {
            return Vec::new();
        }
        let ends = self.judgement.targets.iter().zip(&self.targets);
        ends.filter_map(|(target, now)| {
            let words: String = target.words.chars().take(60).collect();
            let name = &target.name;
            match (&now.holds, now.text_is_there, &now.change) {
                (None, false, _) => Some(format!("{name} {words:?}: its article is not in the chronicle")),
                (None, true, _) => Some(format!("{name} {words:?}: nothing is found there any longer")),
                (Some(_), _, Some(change)) => Some(format!("{name} {words:?}: {change}")),
                (Some(_), _, None) => None,
            }
        })
        .collect()
    }
}

/// Every judgement in the order of its number.
pub(in crate::store) fn all(connection: &Connection) -> Result<Vec<Logged>, StoreError> {
    let mut targets: HashMap<i64, Vec<(Target, LoggedTarget)>> = HashMap::new();
    let mut statement = connection.prepare_cached(include_str!("log_targets.sql"))?;
    let rows = statement.query_map([0, i64::MAX], |row| Ok((row.get(0)?, of_target(row)?)))?;
    for row in rows {
        let (judgement, target): (i64, _) = row?;
        targets.entry(judgement).or_default().push(target);
    }
    let mut statement = connection.prepare_cached(include_str!("log.sql"))?;
    let rows = statement.query_map([0, i64::MAX], |row| {
        let number = row.get(0)?;
        logged(row, targets.remove(&number).unwrap_or_default())
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The judgement of a number.
pub(in crate::store) fn one(connection: &Connection, number: i64) -> Result<Option<Logged>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("log_targets.sql"))?;
    let targets = statement.query_map([number, number], of_target)?.collect::<Result<Vec<_>, _>>()?;
    let mut statement = connection.prepare_cached(include_str!("log.sql"))?;
    Ok(statement.query_row([number, number], |row| logged(row, targets)).optional()?)
}

/// The numbers of all judgements by their keys.
pub(in crate::store) fn keys(connection: &Connection) -> Result<HashMap<String, i64>, StoreError> {
    let mut statement = connection.prepare("SELECT key, id FROM judgements")?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Corrections as they are stored.
pub(in crate::store) fn corrections(json: &str) -> Vec<Correction> {
    serde_json::from_str(json).unwrap_or_default()
}

fn logged(row: &Row<'_>, targets: Vec<(Target, LoggedTarget)>) -> rusqlite::Result<Logged> {
    let (verb, subject, given): (String, String, String) = (row.get(3)?, row.get(4)?, row.get(5)?);
    let (targets, now) = targets.into_iter().unzip();
    Ok(Logged {
        number: row.get(0)?,
        judgement: Judgement {
            made: row.get(1)?,
            who: row.get(2)?,
            // The schema allows no other words.
            verb: Verb::parse(&verb).unwrap_or(Verb::Note),
            subject: Subject::parse(&subject).unwrap_or(Subject::Event),
            corrections: corrections(&given),
            why: row.get(6)?,
            undoes: row.get(7)?,
            targets,
        },
        stands: row.get(8)?,
        undone: row.get(9)?,
        targets: now,
    })
}

fn of_target(row: &Row<'_>) -> rusqlite::Result<(Target, LoggedTarget)> {
    let now = LoggedTarget { holds: row.get(13)?, text_is_there: row.get(14)?, change: row.get(15)? };
    Ok((target(row, 1)?, now))
}

/// A target out of the columns from this one on.
pub(super) fn target(row: &Row<'_>, first: usize) -> rusqlite::Result<Target> {
    let ends = |begin: usize| -> rusqlite::Result<Option<(i64, i64)>> {
        let ends: (Option<i64>, Option<i64>) = (row.get(first + begin)?, row.get(first + begin + 1)?);
        Ok(ends.0.zip(ends.1))
    };
    Ok(Target {
        side: row.get(first)?,
        thing: Thing::parse(&row.get::<_, String>(first + 1)?).unwrap_or(Thing::Text),
        name: row.get(first + 2)?,
        text: row.get(first + 3)?,
        part: row.get(first + 4)?,
        words_at: ends(5)?,
        span: ends(7)?,
        words: row.get(first + 9)?,
        kind: row.get(first + 10)?,
        edtf: row.get(first + 11)?,
    })
}
