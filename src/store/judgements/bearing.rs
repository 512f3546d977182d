//! What judgements make of an event.

use crate::judgement::{Correction, Subject, Verb};
use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// One judgement that stands and bears on an event.
#[derive(Debug)]
pub(in crate::store) struct Bearing {
    pub(in crate::store) judgement: i64,
    pub(in crate::store) verb: Verb,
    pub(in crate::store) subject: Subject,
    pub(in crate::store) who: String,
    pub(in crate::store) corrections: Vec<Correction>,
    /// The mentions of the event that it holds on to, with their sides.
    pub(in crate::store) mentions: BTreeMap<i64, u32>,
    /// Whether the first place that it holds on to is in this event: then it is this event that it corrects.
    pub(in crate::store) first_is_here: bool,
}

/// All judgements that stand and bear on an event, in the order of time.
pub(in crate::store) fn on_event(connection: &Connection, event: i64) -> Result<Vec<Bearing>, StoreError> {
    if !super::any(connection)? {
        return Ok(Vec::new());
    }
    let mut found: BTreeMap<(String, String), Bearing> = BTreeMap::new();
    let mut statement = connection.prepare_cached(include_str!("of_event.sql"))?;
    let mut rows = statement.query([event])?;
    while let Some(row) = rows.next()? {
        let order: (String, String) = (row.get(0)?, row.get(1)?);
        let (verb, subject): (String, String) = (row.get(3)?, row.get(4)?);
        let bearing = match found.entry(order) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => entry.insert(Bearing {
                judgement: row.get(2)?,
                verb: Verb::parse(&verb).unwrap_or(Verb::Note),
                subject: Subject::parse(&subject).unwrap_or(Subject::Event),
                who: row.get(5)?,
                corrections: super::read::corrections(&row.get::<_, String>(6)?),
                mentions: BTreeMap::new(),
                first_is_here: false,
            }),
        };
        bearing.mentions.insert(row.get(7)?, row.get(8)?);
        bearing.first_is_here |= row.get::<_, bool>(9)?;
    }
    Ok(found.into_values().collect())
}
