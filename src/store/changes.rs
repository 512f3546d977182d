//! What a change did to the events: how they stood before, and how they stand now.

use super::StoreError;
use rusqlite::{Connection, OptionalExtension};

/// One event, as far as a reader compares it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventLine {
    /// Its name.
    pub name: String,
    /// The WHAT of a timeline.
    pub label: String,
    /// When.
    pub edtf: Option<String>,
    /// Who does it.
    pub sources: Option<String>,
    /// To whom.
    pub targets: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Kind and mode.
    pub kind: String,
    /// happened, planned, …
    pub status: String,
    /// accepted, rejected.
    pub verdict: Option<String>,
    /// How many mentions tell of it.
    pub mentions: i64,
    /// How many independent origins they have.
    pub origins: i64,
}

/// The events that a change touched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// As they stood.
    pub before: Vec<EventLine>,
    /// As they stand now.
    pub after: Vec<EventLine>,
}

impl Changes {
    /// Without what is the same before and after.
    pub(super) fn settled(mut self) -> Self {
        self.before.sort();
        self.after.sort();
        let same: Vec<EventLine> =
            self.before.iter().filter(|line| self.after.binary_search(line).is_ok()).cloned().collect();
        for lines in [&mut self.before, &mut self.after] {
            lines.retain(|line| same.binary_search(line).is_err());
        }
        self
    }
}

/// The event of a row.
pub(super) fn line(connection: &Connection, event: i64) -> Result<Option<EventLine>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("events/line.sql"))?;
    let line = statement.query_row([event], |row| {
        Ok(EventLine {
            name: row.get(0)?,
            label: row.get(1)?,
            edtf: row.get(2)?,
            sources: row.get(3)?,
            targets: row.get(4)?,
            place: row.get(5)?,
            kind: row.get(6)?,
            status: row.get(7)?,
            verdict: row.get(8)?,
            mentions: row.get(9)?,
            origins: row.get(10)?,
        })
    });
    Ok(line.optional()?)
}
