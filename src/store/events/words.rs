//! What events can be found by, kept in the order of the timeline.
//!
//! A full-text index gathers what is written to it as long as row numbers rise, and writes a piece of itself to disk
//! whenever one falls: so all that a step takes away is taken away in order, and then all that it adds is added in order.

use crate::store::StoreError;
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

/// The words of one event.
pub(super) struct Words {
    pub position: i64,
    pub event: i64,
    pub label: String,
    pub parties: String,
    pub place: String,
    pub words: String,
}

/// Takes away the words of these events.
pub(super) fn remove(connection: &Connection, events: &BTreeSet<i64>) -> Result<(), StoreError> {
    let mut position = connection.prepare_cached("SELECT position FROM event_words WHERE event = ?1")?;
    let mut positions: Vec<i64> = Vec::new();
    for event in events {
        positions
            .extend(position.query_map([event], |row| row.get::<_, i64>(0))?.collect::<Result<Vec<_>, _>>()?);
    }
    positions.sort_unstable();
    let mut delete = connection.prepare_cached("DELETE FROM event_words WHERE position = ?1")?;
    for position in positions {
        delete.execute([position])?;
    }
    Ok(())
}

/// Adds words.
pub(super) fn write(connection: &Connection, mut words: Vec<Words>) -> Result<(), StoreError> {
    words.sort_unstable_by_key(|words| words.position);
    let mut insert = connection.prepare_cached(include_str!("words_insert.sql"))?;
    for Words { position, event, label, parties, place, words } in words {
        insert.execute(params![position, event, label, parties, place, words])?;
    }
    Ok(())
}
