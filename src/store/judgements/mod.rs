//! Judgements in the database: written once, attached anew whenever their texts are mined, never deleted.

mod attach;
mod bearing;
mod claims;
mod decided;
mod read;
mod write;

pub use read::{Logged, LoggedTarget};

pub(super) use attach::{FIRST, attach, attach_all, candidate, detach, of_text};
pub(super) use bearing::{Bearing, on_event};
pub(super) use claims::settle_claims;
pub(super) use decided::{Decided, decided_origins, decided_text_neighbours};
pub(super) use read::{all, keys, one};
pub(super) use write::{insert, stand};

use super::StoreError;
use super::names::text_hash;
use rusqlite::{Connection, Rows};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Whether anything was ever judged: most questions need no asking where nothing was.
pub(super) fn any(connection: &Connection) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM judgements)")?
        .query_row([], |row| row.get(0))?)
}

/// Whether an analyst withdrew this text.
pub(super) fn is_forgotten(connection: &Connection, text: &str) -> Result<bool, StoreError> {
    if !any(connection)? {
        return Ok(false);
    }
    let mut statement = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM judgement_targets JOIN judgements ON judgements.id = judgement_targets.judgement
          WHERE judgement_targets.text_hash = ?1 AND judgement_targets.thing = 'text' AND judgements.verb = 'forget' AND judgements.stands)",
    )?;
    Ok(statement.query_row([text_hash(text)], |row| row.get(0))?)
}

/// What articles are to be known as before they are mined.
#[derive(Debug, Clone, Default)]
pub(super) struct JudgedTexts {
    /// The day of publication by judgement, by the hash of the text.
    pub(super) published: HashMap<String, Option<chrono::NaiveDate>>,
    /// Texts that were withdrawn.
    pub(super) forgotten: HashSet<String>,
}

/// What was decided on whole texts before any of them is mined.
pub(super) fn judged_texts(connection: &Connection) -> Result<JudgedTexts, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("texts.sql"))?;
    gather_texts(statement.query([])?)
}

/// The same of the text of a hash alone.
pub(super) fn judged_text(connection: &Connection, hash: &str) -> Result<JudgedTexts, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("text.sql"))?;
    gather_texts(statement.query([hash])?)
}

fn gather_texts(mut rows: Rows<'_>) -> Result<JudgedTexts, StoreError> {
    let mut judged = JudgedTexts::default();
    while let Some(row) = rows.next()? {
        let (hash, verb, corrections): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if verb == "forget" {
            judged.forgotten.insert(hash);
            continue;
        }
        for correction in read::corrections(&corrections) {
            if correction.field == "published" {
                let day = correction.date().and_then(|date| date.earliest);
                judged.published.insert(hash.clone(), day);
            }
        }
    }
    Ok(judged)
}

/// What has to be settled anew because judgements on it came, went or moved.
#[derive(Debug, Default)]
pub(super) struct Touched {
    /// Mentions that they hold on to; true where they say what is one event with them and what is not.
    pub(super) mentions: BTreeMap<i64, bool>,
    /// Claims.
    pub(super) claims: BTreeSet<i64>,
    /// Texts.
    pub(super) texts: BTreeSet<i64>,
}

/// All that a judgement holds on to now.
pub(super) fn touched(
    connection: &Connection,
    judgement: i64,
    found: &mut Touched,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(include_str!("touched.sql"))?;
    let mut rows = statement.query([judgement])?;
    while let Some(row) = rows.next()? {
        if let Some(mention) = row.get(0)? {
            *found.mentions.entry(mention).or_default() |= row.get::<_, bool>(3)?;
        }
        found.claims.extend(row.get::<_, Option<i64>>(1)?);
        found.texts.extend(row.get::<_, Option<i64>>(2)?);
    }
    Ok(())
}
