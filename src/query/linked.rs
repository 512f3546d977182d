//! Every event with the places that speak of it: the contract of linked events.

use super::QueryError;
use super::entry::Entries;
use super::search::Found;
use super::timeline::{Entry, Part};
use rusqlite::Connection;

/// An event with its mentions, as other programs read it.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedEvent {
    /// The event.
    pub entry: Entry,
    /// The part of the timeline that it stands in.
    pub part: Part,
    /// The triggers that speak of it; one for each publication of their text.
    pub mentions: Vec<LinkedMention>,
}

/// A trigger in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedMention {
    /// The mention's name.
    pub id: String,
    /// The id that the article was given; none if it was given none.
    pub article: Option<String>,
    /// The hash of its text.
    pub text: String,
    /// text, title.
    pub part: String,
    /// The first code point.
    pub begin: i64,
    /// One past the last.
    pub end: i64,
}

/// So many events are read at a time.
const BATCH: usize = 500;

/// Calls `each` with every event, in the order of names.
///
/// # Errors
/// If the database fails, or `each` does.
pub fn linked_events<E: From<QueryError>>(
    connection: &Connection,
    mut each: impl FnMut(LinkedEvent) -> Result<(), E>,
) -> Result<(), E> {
    let failed = |error: rusqlite::Error| E::from(QueryError::from(error));
    let entries = Entries::new(connection, None)?;
    let sql = format!(
        "SELECT {} FROM events JOIN timeline_rows AS rows ON rows.event = events.id
          WHERE rows.section <> 'rejected' ORDER BY events.name, events.id",
        Found::COLUMNS
    );
    let mut statement = connection.prepare(&sql).map_err(failed)?;
    let mut rows = statement.query_map([], Found::from_row).map_err(failed)?;
    loop {
        let batch: Vec<Found> = rows.by_ref().take(BATCH).collect::<Result<_, _>>().map_err(failed)?;
        if batch.is_empty() {
            return Ok(());
        }
        for (found, entry) in batch.iter().zip(entries.entries(&batch)?) {
            each(LinkedEvent { entry, part: found.part, mentions: mentions(connection, found.event)? })?;
        }
    }
}

fn mentions(connection: &Connection, event: i64) -> Result<Vec<LinkedMention>, QueryError> {
    let mut statement = connection.prepare_cached(
        "SELECT mentions.name, publications.given_id, texts.hash, mentions.part, mentions.trigger_spans
           FROM mentions JOIN texts ON texts.id = mentions.text JOIN publications ON publications.text = texts.id
          WHERE mentions.event = ?1 ORDER BY publications.given_id, texts.hash, mentions.part, mentions.begin, mentions.name",
    )?;
    let rows = statement.query_map([event], |row| {
        let spans: Vec<(i64, i64)> = serde_json::from_str(&row.get::<_, String>(4)?).unwrap_or_default();
        Ok(LinkedMention {
            id: row.get(0)?,
            article: row.get(1)?,
            text: row.get(2)?,
            part: row.get(3)?,
            begin: spans.iter().map(|span| span.0).min().unwrap_or(0),
            end: spans.iter().map(|span| span.1).max().unwrap_or(0),
        })
    })?;
    let mut mentions: Vec<LinkedMention> = rows.collect::<Result<_, _>>()?;
    mentions.dedup();
    Ok(mentions)
}
