//! Events, derived: which mentions make one, and what they come to.

mod correction;
mod judged;
mod parties;
mod position;
mod same;
mod summary;
mod told;
mod variants;
mod when;
mod words;
mod write;

pub use position::{EVENT_OF_POSITION, SECTIONS, day_of_position_sql, position_of, position_sql, positions};

use super::StoreError;
use super::changes::{Changes, line};
use rusqlite::{Connection, named_params};
use std::collections::BTreeSet;

/// The words of so many events are written at a time.
const WORDS_HELD: usize = 20_000;

/// Gives every group of mentions its event and sums up the events that changed. `dirty` are events whose
/// members may be the same while something about them is not (an origin, a name). What that does is written down where somebody wants to know.
pub(super) fn settle(
    connection: &Connection,
    groups: &[Vec<i64>],
    next_event: &mut i64,
    mut dirty: BTreeSet<i64>,
    mut changes: Option<&mut Changes>,
) -> Result<(), StoreError> {
    let (mut claimed, mut fresh) = (BTreeSet::new(), BTreeSet::new());
    let mut present = connection.prepare_cached("SELECT event FROM mentions WHERE id = ?1")?;
    let mut place = connection.prepare_cached("UPDATE mentions SET event = ?2 WHERE id = ?1")?;
    for group in groups {
        let mut mentions: Vec<(i64, Option<i64>)> = Vec::new();
        for &mention in group {
            mentions.push((mention, present.query_row([mention], |row| row.get(0))?));
        }
        // A group keeps the row of an event that its mentions were in, so that one more mention moves one row.
        let former: BTreeSet<i64> = mentions.iter().filter_map(|(_, event)| *event).collect();
        let kept = former.iter().copied().find(|event| !claimed.contains(event));
        let event = kept.unwrap_or_else(|| {
            *next_event += 1;
            fresh.insert(*next_event - 1);
            *next_event - 1
        });
        claimed.insert(event);
        let mut moved = kept.is_none();
        for (mention, present) in mentions {
            if present != Some(event) {
                place.execute([mention, event])?;
                moved = true;
            }
        }
        if moved || former.len() > 1 {
            dirty.insert(event);
        }
        dirty.extend(former.into_iter().filter(|former| *former != event));
    }
    // A mention that moved from one event to another leaves a gap in the first, which the loop has marked. Of an event that
    // is new nothing is there yet.
    let former: BTreeSet<i64> = dirty.difference(&fresh).copied().collect();
    words::remove(connection, &former)?;
    for &event in &former {
        if let Some(changes) = &mut changes {
            changes.before.extend(line(connection, event)?);
        }
        remove(connection, event)?;
    }
    let (mut written, mut words) = (Vec::new(), Vec::new());
    for &event in &dirty {
        if let Some(found_by) = write::write(connection, event)? {
            written.push(event);
            words.push(found_by);
            // A chronicle that is derived as a whole has more of them than are to be held in memory.
            if words.len() == WORDS_HELD {
                words::write(connection, std::mem::take(&mut words))?;
            }
        }
    }
    words::write(connection, words)?;
    if let Some(changes) = &mut changes {
        for &event in &written {
            changes.after.extend(line(connection, event)?);
        }
    }
    let mut related = connection.prepare_cached(include_str!("is_related.sql"))?;
    for &event in &written {
        // Few events are; to find that out by gathering takes longer than to write all that is told of one.
        if related.query_row([event], |row| row.get(0))? {
            for statement in [include_str!("relations_insert.sql"), include_str!("relations_contradict.sql")]
            {
                connection.prepare_cached(statement)?.execute(named_params! { ":event": event })?;
            }
        }
    }
    Ok(())
}

fn remove(connection: &Connection, event: i64) -> Result<(), StoreError> {
    for statement in include_str!("remove.sql").split_inclusive(';').filter(|sql| sql.contains("DELETE")) {
        connection.prepare_cached(statement)?.execute(named_params! { ":event": event })?;
    }
    Ok(())
}
