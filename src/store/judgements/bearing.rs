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
    /// Whether the first place that a correction holds on to is in this event: then it is this event that it corrects.
    pub(in crate::store) first_is_here: bool,
}

/// All judgements that stand and bear on an event, in the order of time.
pub(in crate::store) fn on_event(connection: &Connection, event: i64) -> Result<Vec<Bearing>, StoreError> {
    if !super::any(connection)? {
        return Ok(Vec::new());
    }
    let mut found: Vec<Bearing> = Vec::new();
    let mut statement = connection.prepare_cached(include_str!("of_event.sql"))?;
    let mut rows = statement.query([event])?;
    while let Some(row) = rows.next()? {
        let judgement = row.get(0)?;
        if found.last().is_none_or(|bearing| bearing.judgement != judgement) {
            let (verb, subject): (String, String) = (row.get(1)?, row.get(2)?);
            found.push(Bearing {
                judgement,
                verb: Verb::parse(&verb).unwrap_or(Verb::Note),
                subject: Subject::parse(&subject).unwrap_or(Subject::Event),
                who: row.get(3)?,
                corrections: super::read::corrections(&row.get::<_, String>(4)?),
                mentions: BTreeMap::new(),
                first_is_here: false,
            });
        }
        if let Some(bearing) = found.last_mut() {
            bearing.mentions.insert(row.get(5)?, row.get(6)?);
            bearing.first_is_here |= row.get::<_, bool>(7)?;
        }
    }
    Ok(found)
}
