//! Families of texts that share an origin.

use crate::link::{Constraints, Sides};
use crate::store::{StoreError, judgements};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The texts that hang together with one by copying, or by what analysts said, itself among them.
fn family(connection: &Connection, text: i64) -> Result<BTreeSet<i64>, StoreError> {
    let (mut found, mut open) = (BTreeSet::from([text]), vec![text]);
    while let Some(text) = open.pop() {
        for other in beside(connection, text)? {
            if found.insert(other) {
                open.push(other);
            }
        }
    }
    Ok(found)
}

/// The texts that hang together with one directly.
pub(super) fn beside(connection: &Connection, text: i64) -> Result<Vec<i64>, StoreError> {
    let mut neighbours = connection.prepare_cached(include_str!("text_neighbours.sql"))?;
    let mut texts = neighbours.query_map([text], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    if judgements::any(connection)? {
        texts.extend(judgements::decided_text_neighbours(connection, text)?);
    }
    Ok(texts)
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
        let hanging = family(connection, text)?;
        for family in families(connection, &hanging)? {
            let mut members = Vec::new();
            for member in family {
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
    }
    Ok(changed)
}

/// The families among texts that hang together: one, unless analysts said that some are of other origins.
fn families(connection: &Connection, hanging: &BTreeSet<i64>) -> Result<Vec<BTreeSet<i64>>, StoreError> {
    let decided = judgements::decided_origins(connection, hanging)?;
    if decided.is_empty() {
        return Ok(vec![hanging.clone()]);
    }
    let mut hash = connection.prepare_cached("SELECT hash FROM texts WHERE id = ?1")?;
    let mut texts: Vec<(String, i64)> = Vec::new();
    for &text in hanging {
        texts.push((hash.query_row([text], |row| row.get(0))?, text));
    }
    texts.sort();
    let places: HashMap<i64, usize> =
        texts.iter().enumerate().map(|(place, (_, text))| (*text, place)).collect();
    // Links are judgements that every analyst's comes after; of two that contradict each other the one of the
    // greater share holds.
    let mut links: Vec<(f64, usize, usize)> = Vec::new();
    let mut of_text = connection.prepare_cached("SELECT b, share FROM text_links WHERE a = ?1")?;
    for &(_, text) in &texts {
        for link in of_text.query_map([text], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (other, share): (i64, f64) = link?;
            if let (Some(&a), Some(&b)) = (places.get(&text), places.get(&other)) {
                links.push((share, a.min(b), a.max(b)));
            }
        }
    }
    links.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| (b.1, b.2).cmp(&(a.1, a.2))));
    let mut sides: Vec<Sides> = links.into_iter().map(|(_, a, b)| vec![vec![a, b]]).collect();
    sides.extend(decided.sides(places));
    let bounds = Constraints::new(texts.len(), &sides);
    let mut families: BTreeMap<usize, BTreeSet<i64>> = BTreeMap::new();
    for (nth, (_, text)) in texts.iter().enumerate() {
        families.entry(bounds.class(nth)).or_default().insert(*text);
    }
    Ok(families.into_values().collect())
}
