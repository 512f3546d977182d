//! Names of places, outlets and kinds, looked up in the chronicle.

use super::{Filter, QueryError};
use crate::link::KINDS;
use crate::store::folded;
use rusqlite::{Connection, OptionalExtension};

/// The places of that name, and those in the country of that name.
///
/// # Errors
/// If there is none.
pub fn places(connection: &Connection, name: &str) -> Result<Vec<i64>, QueryError> {
    let wanted = folded(name);
    let mut country: Option<String> = connection
        .prepare_cached(
            "SELECT code FROM actors WHERE sort = 'state' AND (folded = ?1
                OR id IN (SELECT actor FROM actor_aliases WHERE folded = ?1)) ORDER BY folded = ?1 DESC, key LIMIT 1",
        )?
        .query_row([&wanted], |row| row.get(0))
        .optional()?;
    if country.is_none() && name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        country = Some(name.to_owned());
    }
    let mut statement = connection.prepare_cached("SELECT id, name, country FROM places ORDER BY id")?;
    let all = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let all: Vec<(i64, String, Option<String>)> = all.collect::<Result<_, _>>()?;
    let found: Vec<i64> = all
        .iter()
        .filter(|(_, place, of)| folded(place) == wanted || (country.is_some() && *of == country))
        .map(|(id, ..)| *id)
        .collect();
    if found.is_empty() {
        let likely = likely(&wanted, all.into_iter().map(|(_, place, _)| place));
        return Err(QueryError::Unknown { what: "place", given: name.into(), likely });
    }
    Ok(found)
}

/// The outlets of these names.
///
/// # Errors
/// If there is none of one of them.
pub fn outlets(connection: &Connection, names: &[String]) -> Result<Vec<i64>, QueryError> {
    let mut statement = connection.prepare_cached("SELECT id, name FROM outlets ORDER BY id")?;
    let all = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let all: Vec<(i64, String)> = all.collect::<Result<_, _>>()?;
    let mut found = Vec::new();
    for name in names {
        let wanted = folded(name);
        let before = found.len();
        found.extend(all.iter().filter(|(_, outlet)| folded(outlet) == wanted).map(|(id, _)| *id));
        if found.len() == before {
            let likely = likely(&wanted, all.into_iter().map(|(_, outlet)| outlet));
            return Err(QueryError::Unknown { what: "outlet", given: name.clone(), likely });
        }
    }
    Ok(found)
}

/// The filter for `--kind`: kinds in any case, or modes. Known are the kinds that we ship rules for, whether or not
/// anything of them was found, and those of the chronicle's events, which an analyst's rules may have added.
///
/// # Errors
/// If one is no kind, and no event has it as its kind or mode.
pub fn kinds(connection: &Connection, names: &[String]) -> Result<Filter, QueryError> {
    let mut is_kind = connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM events WHERE kind = ?1)")?;
    let mut is_mode = connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM events WHERE mode = ?1)")?;
    let mut words = Vec::new();
    for name in names {
        let (kind, mode) = (name.to_uppercase(), name.to_lowercase());
        if KINDS.contains(&kind.as_str()) || is_kind.query_row([&kind], |row| row.get(0))? {
            words.push(kind);
        } else if is_mode.query_row([&mode], |row| row.get(0))? {
            words.push(mode);
        } else {
            return Err(QueryError::value(
                format!("{name:?} is no kind, and no event has it as its kind or mode"),
                format!("kinds are {}", known_kinds(connection)?.join(" ")),
            ));
        }
    }
    Ok(Filter::Kind(words))
}

/// The kinds that we ship rules for, and those that only this chronicle has.
fn known_kinds(connection: &Connection) -> Result<Vec<String>, QueryError> {
    let mut known: Vec<String> = KINDS.map(String::from).to_vec();
    let mut statement = connection.prepare("SELECT DISTINCT kind FROM events ORDER BY kind")?;
    for kind in statement.query_map([], |row| row.get::<_, String>(0))? {
        let kind = kind?;
        if !known.contains(&kind) {
            known.push(kind);
        }
    }
    Ok(known)
}

/// The last import that brought anything new.
///
/// # Errors
/// If there is none.
pub fn last_import(connection: &Connection) -> Result<i64, QueryError> {
    let last: Option<i64> =
        connection.query_row("SELECT max(import) FROM publications", [], |row| row.get(0))?;
    last.ok_or_else(|| QueryError::value("nothing has been imported yet", "chancery import FILE…"))
}

/// Up to three names that look like the one given.
fn likely(wanted: &str, names: impl Iterator<Item = String>) -> Vec<String> {
    let mut likely: Vec<(f64, String)> = names
        .map(|name| (strsim::jaro_winkler(wanted, &folded(&name)), name))
        .filter(|(likeness, _)| *likeness > 0.85)
        .collect();
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    likely.dedup_by(|a, b| a.1 == b.1);
    likely.into_iter().take(3).map(|(_, name)| name).collect()
}
