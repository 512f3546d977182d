//! Short ids: the shortest beginning of a name that no other name has.

use super::QueryError;
use super::sql::json_list;
use rusqlite::Connection;
use std::collections::HashMap;

/// However few names there are, ids are at least so long: they stay good while a chronicle grows.
const LEAST: usize = 4;

/// For each name, the names before and behind it in the alphabet.
const NEIGHBOURS: &str = "SELECT asked.value,
    (SELECT name FROM mentions WHERE name < asked.value ORDER BY name DESC LIMIT 1),
    (SELECT name FROM mentions WHERE name > asked.value ORDER BY name LIMIT 1),
    (SELECT name FROM claims WHERE name < asked.value ORDER BY name DESC LIMIT 1),
    (SELECT name FROM claims WHERE name > asked.value ORDER BY name LIMIT 1)
    FROM json_each(?1) AS asked";

/// The shortest beginning of the name that is the beginning of no other mention's, event's or claim's.
///
/// # Errors
/// If the database fails.
pub fn short_name(connection: &Connection, name: &str) -> Result<String, QueryError> {
    let mut names = [String::new()];
    shorten(connection, names.iter_mut().map(|short| (name, short)))?;
    let [short] = names;
    Ok(short)
}

/// Fills in the short name beside each name.
pub(super) fn shorten<'a>(
    connection: &Connection,
    names: impl Iterator<Item = (&'a str, &'a mut String)>,
) -> Result<(), QueryError> {
    let names: Vec<(&str, &mut String)> = names.collect();
    let mut asked: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
    asked.sort_unstable();
    asked.dedup();
    let mut lengths: HashMap<String, usize> = HashMap::with_capacity(asked.len());
    let mut statement = connection.prepare_cached(NEIGHBOURS)?;
    let mut rows = statement.query([json_list(&asked)])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let mut length = LEAST;
        for column in 1..=4 {
            let neighbour =
                row.get_ref(column)?.as_bytes_or_null().map_err(rusqlite::Error::from)?.unwrap_or(b"");
            let shared = name.bytes().zip(neighbour).take_while(|(a, b)| a == *b).count();
            length = length.max(shared + 1);
        }
        lengths.insert(name, length);
    }
    for (name, short) in names {
        let length = lengths.get(name).copied().unwrap_or(LEAST);
        name.get(..length).unwrap_or(name).clone_into(short);
    }
    Ok(())
}
