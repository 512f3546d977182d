//! When an act was announced that is to take effect, or took effect, on another day.

use super::QueryError;
use super::timeline::Entry;
use rusqlite::Connection;
use std::collections::HashMap;

/// Gives each event the day of the first announcement of it that has a day: of a claim, an act or a threat in which it
/// stands as planned. An announcement on the day of the act itself tells nothing.
pub(super) fn announced(
    connection: &Connection,
    asked: &str,
    entries: &mut HashMap<i64, Entry>,
) -> Result<(), QueryError> {
    let mut statement = connection.prepare_cached(
        "SELECT mentions.event, coalesce(said.edtf, acts.edtf), coalesce(said.latest, acts.latest) AS last_day
           FROM json_each(?1) AS asked CROSS JOIN mentions ON mentions.event = asked.value
           LEFT JOIN claims AS said
                  ON said.id = mentions.within_claim AND said.earliest IS NOT NULL AND said.latest IS NOT NULL
                 AND said.stance IN ('asserts', 'promises', 'intends', 'agrees')
                 AND said.polarity = 'positive' AND said.modality = 'certain'
           LEFT JOIN mentions AS acts
                  ON acts.id = mentions.within_mention AND acts.earliest IS NOT NULL AND acts.latest IS NOT NULL
          WHERE mentions.status = 'planned' AND last_day IS NOT NULL
          ORDER BY mentions.event, last_day, coalesce(said.earliest, acts.earliest), 2",
    )?;
    let mut rows = statement.query([asked])?;
    while let Some(row) = rows.next()? {
        let Some(entry) = entries.get_mut(&row.get(0)?).filter(|entry| entry.announced.is_none()) else {
            continue;
        };
        let latest: String = row.get(2)?;
        let held = entry.date.as_ref().and_then(|date| date.earliest);
        if held.is_none_or(|held| latest < held.to_string()) {
            entry.announced = row.get(1)?;
        }
    }
    Ok(())
}
