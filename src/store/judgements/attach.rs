//! Targets and where they hold in the present findings.

use crate::judgement::{self, Candidate, Target, Thing};
use crate::store::StoreError;
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

/// The number of the first judgement of a log.
pub(in crate::store) const FIRST: i64 = 1;

/// The judgements that were made on something in a text.
pub(in crate::store) fn of_text(connection: &Connection, text: i64) -> Result<BTreeSet<i64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT judgement FROM judgement_targets WHERE text_hash = (SELECT hash FROM texts WHERE id = ?1)",
    )?;
    Ok(statement.query_map([text], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Takes the targets in a text off what they hold on to, before that is removed.
pub(in crate::store) fn detach(connection: &Connection, text: i64) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "UPDATE judgement_targets SET mention = NULL, claim = NULL, text = NULL, change = NULL
              WHERE text_hash = (SELECT hash FROM texts WHERE id = ?1)",
        )?
        .execute([text])?;
    connection
        .prepare_cached(
            "DELETE FROM claim_judgements WHERE claim IN (SELECT id FROM claims WHERE text = ?1)",
        )?
        .execute([text])?;
    Ok(())
}

/// Finds the places of the targets in a text: those of the judgements from this number on.
pub(in crate::store) fn attach(connection: &Connection, text: i64, first: i64) -> Result<(), StoreError> {
    let hash: String = connection
        .prepare_cached("SELECT hash FROM texts WHERE id = ?1")?
        .query_row([text], |row| row.get(0))?;
    let targets = targets(connection, &hash, first)?;
    if targets.is_empty() {
        return Ok(());
    }
    let (mentions, claims) = (mentions(connection, text)?, claims(connection, text)?);
    let mut write = connection.prepare_cached(
        "UPDATE judgement_targets SET mention = ?3, claim = ?4, text = ?5, change = ?6 WHERE judgement = ?1 AND ordinal = ?2",
    )?;
    for (judgement, ordinal, dated, target) in targets {
        let (candidates, rows) = match target.thing {
            Thing::Mention => &mentions,
            Thing::Claim => &claims,
            Thing::Text => {
                write.execute(params![judgement, ordinal, None::<i64>, None::<i64>, text, None::<&str>])?;
                continue;
            }
        };
        let found = judgement::attach(&target, candidates, dated);
        let row = found.as_ref().map(|found| rows[found.candidate]);
        let change = found.and_then(|found| found.change);
        let (mention, claim) = if target.thing == Thing::Mention { (row, None) } else { (None, row) };
        write.execute(params![judgement, ordinal, mention, claim, None::<i64>, change])?;
    }
    Ok(())
}

/// Finds the places of all targets of all judgements.
pub(in crate::store) fn attach_all(connection: &Connection) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE judgement_targets SET mention = NULL, claim = NULL, text = NULL, change = NULL",
        [],
    )?;
    let texts = connection
        .prepare("SELECT id FROM texts WHERE hash IN (SELECT text_hash FROM judgement_targets)")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<Vec<i64>, _>>()?;
    texts.into_iter().try_for_each(|text| attach(connection, text, FIRST))
}

/// The targets in the text of a hash, each with its judgement, its place in it, and whether it rests on the date.
fn targets(
    connection: &Connection,
    hash: &str,
    first: i64,
) -> Result<Vec<(i64, i64, bool, Target)>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("targets.sql"))?;
    let rows = statement.query_map(params![hash, first], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, super::read::target(row, 3)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

type Candidates = (Vec<Candidate>, Vec<i64>);

fn mentions(connection: &Connection, text: i64) -> Result<Candidates, StoreError> {
    candidates(connection, text, include_str!("mention_candidates.sql"))
}

fn claims(connection: &Connection, text: i64) -> Result<Candidates, StoreError> {
    candidates(connection, text, include_str!("claim_candidates.sql"))
}

fn candidates(connection: &Connection, text: i64, sql: &str) -> Result<Candidates, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([text], |row| Ok((candidate(row)?, row.get::<_, i64>(0)?)))?;
    Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().unzip())
}

/// Where a judgement may hold, from a row: its id, then its name, part, words, span, kind and date.
pub(in crate::store) fn candidate(row: &rusqlite::Row<'_>) -> rusqlite::Result<Candidate> {
    Ok(Candidate {
        name: row.get(1)?,
        part: row.get(2)?,
        words_at: (row.get(3)?, row.get(4)?),
        span: (row.get(5)?, row.get(6)?),
        kind: row.get(7)?,
        edtf: row.get(8)?,
    })
}
