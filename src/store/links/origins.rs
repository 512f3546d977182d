//! Families of texts that share an origin.

use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// The texts that hang together with one by copying, itself among them.
pub(super) fn family(connection: &Connection, text: i64) -> Result<BTreeSet<i64>, StoreError> {
    let (mut found, mut open) = (BTreeSet::from([text]), vec![text]);
    let mut neighbours = connection.prepare_cached(include_str!("text_neighbours.sql"))?;
    while let Some(text) = open.pop() {
        for other in neighbours.query_map([text], |row| row.get(0))? {
            let other = other?;
            if found.insert(other) {
                open.push(other);
            }
        }
    }
    Ok(found)
}

/// Names the origin of each of these texts' families: the text of the least hash. Returns the texts for which
/// that changed.
pub(crate) fn settle_origins(
    connection: &Connection,
    texts: &BTreeSet<i64>,
) -> Result<BTreeSet<i64>, StoreError> {
    let (mut settled, mut changed) = (BTreeSet::new(), BTreeSet::new());
    let mut read = connection.prepare_cached("SELECT hash, origin FROM texts WHERE id = ?1")?;
    let mut write = connection.prepare_cached("UPDATE texts SET origin = ?2 WHERE id = ?1")?;
    for &text in texts {
        if settled.contains(&text) {
            continue;
        }
        let mut members = Vec::new();
        for member in family(connection, text)? {
            let (hash, origin): (String, i64) =
                read.query_row([member], |row| Ok((row.get(0)?, row.get(1)?)))?;
            members.push((hash, member, origin));
        }
        let least = members.iter().min().map_or(text, |(_, member, _)| *member);
        for (_, member, origin) in members {
            settled.insert(member);
            if origin != least {
                write.execute([member, least])?;
                changed.insert(member);
            }
        }
    }
    Ok(changed)
}
