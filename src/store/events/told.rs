//! What the texts tell of one event, as it is read for summing up.

use crate::store::StoreError;
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

/// One mention of the event.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) in_text: bool,
    pub(super) kind: String,
    pub(super) mode: Option<String>,
    pub(super) label: String,
    pub(super) status: String,
    pub(super) in_claim: bool,
    pub(super) date: Option<ToldDate>,
    pub(super) place: Option<ToldPlace>,
    pub(super) trigger: String,
    pub(super) text: i64,
    pub(super) hash: String,
    pub(super) origin: i64,
    pub(super) published_day: Option<i64>,
    pub(super) published: Option<String>,
    pub(super) narrative: bool,
    /// The agency that is quoted for it: the key of its actor.
    pub(super) quoted_agency: Option<String>,
    /// The agency that published the text.
    pub(super) own_agency: Option<String>,
    /// How sure it is, where it was weighed.
    pub(super) sureness: Option<f64>,
}

/// When one mention has it happen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ToldDate {
    pub(super) edtf: String,
    pub(super) earliest: Option<i64>,
    pub(super) latest: Option<i64>,
    pub(super) inferred: bool,
    /// Whether the words tell a clock time.
    pub(super) clock: bool,
}

/// Where one mention has it happen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ToldPlace {
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) country: Option<String>,
    pub(super) located: bool,
}

/// Somebody who takes part by one mention.
#[derive(Debug, Clone)]
pub(super) struct ToldParticipant {
    pub(super) mention: i64,
    pub(super) source: bool,
    pub(super) actor: Option<i64>,
    pub(super) key: Option<String>,
    pub(super) name: String,
    pub(super) code: String,
    pub(super) text: i64,
    /// Whether it is one person, by name or by office.
    pub(super) is_person: bool,
    /// Nowhere what an analyst named.
    pub(super) at: Option<Words>,
}

/// Where the words for somebody stand in the title or the text, and the little that stands behind them.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub(super) part: String,
    pub(super) begin: i64,
    pub(super) end: i64,
    pub(super) behind: String,
}

/// A number by one mention.
#[derive(Debug, Clone)]
pub(super) struct ToldNumber {
    pub(super) what: String,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) text: i64,
    pub(super) hash: String,
}

/// A claim about the event.
#[derive(Debug, Clone)]
pub(super) struct ToldClaim {
    pub(super) aspect: Option<String>,
    pub(super) stance: String,
    pub(super) positive: bool,
    pub(super) speaker: String,
}

pub(super) fn mentions(connection: &Connection, event: i64) -> Result<Vec<Told>, StoreError> {
    rows(connection, include_str!("mentions.sql"), event, |row| {
        let edtf: Option<String> = row.get(8)?;
        let timex3: Option<String> = row.get(23)?;
        let place: Option<i64> = row.get(12)?;
        Ok(Told {
            id: row.get(0)?,
            name: row.get(1)?,
            in_text: row.get::<_, String>(2)? == "text",
            kind: row.get(3)?,
            mode: row.get(4)?,
            label: row.get(5)?,
            status: row.get(6)?,
            in_claim: row.get(7)?,
            date: match edtf {
                Some(edtf) => Some(ToldDate {
                    edtf,
                    earliest: row.get(9)?,
                    latest: row.get(10)?,
                    inferred: row.get(11)?,
                    clock: timex3.is_some_and(|value| {
                        value.contains("T0") || value.contains("T1") || value.contains("T2")
                    }),
                }),
                None => None,
            },
            place: match place {
                Some(id) => {
                    Some(ToldPlace { id, name: row.get(13)?, country: row.get(14)?, located: row.get(15)? })
                }
                None => None,
            },
            trigger: row.get(16)?,
            text: row.get(17)?,
            hash: row.get(18)?,
            origin: row.get(19)?,
            published_day: row.get(20)?,
            published: row.get(21)?,
            narrative: row.get(22)?,
            quoted_agency: row.get(24)?,
            own_agency: row.get(25)?,
            sureness: row.get(26)?,
        })
    })
}

pub(super) fn participants(connection: &Connection, event: i64) -> Result<Vec<ToldParticipant>, StoreError> {
    rows(connection, include_str!("participants.sql"), event, |row| {
        Ok(ToldParticipant {
            source: row.get::<_, String>(0)? == "source",
            actor: row.get(1)?,
            key: row.get(2)?,
            name: row.get(3)?,
            code: row.get(4)?,
            text: row.get(5)?,
            mention: row.get(6)?,
            is_person: row.get(11)?,
            at: Some(Words { part: row.get(7)?, begin: row.get(8)?, end: row.get(9)?, behind: row.get(10)? }),
        })
    })
}

/// The texts of the event that are copies of others of its texts, with the hash of the original.
pub(super) fn copies(connection: &Connection, event: i64) -> Result<BTreeMap<i64, String>, StoreError> {
    let rows: Vec<(i64, String)> =
        rows(connection, include_str!("copies.sql"), event, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.into_iter().collect())
}

pub(super) fn numbers(connection: &Connection, event: i64) -> Result<Vec<ToldNumber>, StoreError> {
    rows(connection, include_str!("particulars.sql"), event, |row| {
        Ok(ToldNumber {
            what: row.get(0)?,
            low: row.get(1)?,
            high: row.get(2)?,
            text: row.get(3)?,
            hash: row.get(4)?,
        })
    })
}

pub(super) fn claims(connection: &Connection, event: i64) -> Result<Vec<ToldClaim>, StoreError> {
    rows(connection, include_str!("claims.sql"), event, |row| {
        Ok(ToldClaim {
            aspect: row.get(0)?,
            stance: row.get(1)?,
            positive: row.get::<_, String>(2)? == "positive",
            speaker: row.get(3)?,
        })
    })
}

fn rows<T>(
    connection: &Connection,
    sql: &str,
    event: i64,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    Ok(connection.prepare_cached(sql)?.query_map([event], read)?.collect::<Result<_, _>>()?)
}
