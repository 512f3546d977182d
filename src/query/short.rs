//! Short ids: the shortest beginning of a name that no other name has.

use super::QueryError;
use rusqlite::{Connection, OptionalExtension};

/// However few names there are, ids are at least so long: they stay good while a chronicle grows.
const LEAST: usize = 4;

/// The shortest beginning of the name that is the beginning of no other mention's, event's or claim's.
///
/// # Errors
/// If the database fails.
pub fn short_name(connection: &Connection, name: &str) -> Result<String, QueryError> {
    let mut length = LEAST;
    for table in ["mentions", "claims"] {
        for sql in [
            format!("SELECT name FROM {table} WHERE name < ?1 ORDER BY name DESC LIMIT 1"),
            format!("SELECT name FROM {table} WHERE name > ?1 ORDER BY name LIMIT 1"),
        ] {
            let neighbour: Option<String> =
                connection.prepare_cached(&sql)?.query_row([name], |row| row.get(0)).optional()?;
            if let Some(neighbour) = neighbour {
                let shared = name.bytes().zip(neighbour.bytes()).take_while(|(a, b)| a == b).count();
                length = length.max(shared + 1);
            }
        }
    }
    Ok(name.get(..length).unwrap_or(name).to_owned())
}
