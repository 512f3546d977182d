//! Ids as places in texts.

use crate::judgement::{Judgement, Subject, Target, Thing, Verb};
use crate::query::{QueryError, short_name};
use rusqlite::{Connection, Row, params};

/// The columns of a mention that [`of_mention`] reads.
const MENTION: &str = "SELECT mentions.name, texts.hash, mentions.part, mentions.trigger_spans, mentions.begin, mentions.\"end\",
        mentions.trigger_words, mentions.kind, mentions.edtf FROM mentions JOIN texts ON texts.id = mentions.text";

/// The order in which the mentions of an event are named: the one that gives it its name first.
const ORDER: &str = "ORDER BY mentions.part <> 'text', mentions.name, texts.hash";

/// All mentions of an event.
pub(super) fn event(connection: &Connection, event: i64, side: u32) -> Result<Vec<Target>, QueryError> {
    let sql = format!("{MENTION} WHERE mentions.event = ?1 {ORDER}");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([event], |row| of_mention(row, side))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The mentions of an event that an id stands for; with `apart` the rest of the event too, as what they are set
/// apart from.
pub(super) fn mention(
    connection: &Connection,
    event_row: i64,
    id: &str,
    apart: bool,
) -> Result<Vec<Target>, QueryError> {
    let mut named = Vec::new();
    let mut rest = Vec::new();
    for mut target in event(connection, event_row, 0)? {
        if is_meant(&target, id) {
            target.side = u32::from(apart);
            named.push(target);
        } else {
            rest.push(target);
        }
    }
    if apart {
        named.extend(rest);
    }
    Ok(named)
}

/// The mention that an id stands for; where it heads several texts, the first.
pub(super) fn one(
    connection: &Connection,
    event_row: i64,
    id: &str,
    side: u32,
) -> Result<Target, QueryError> {
    let found = mention(connection, event_row, id, false)?.into_iter().next();
    let mut target = found.ok_or_else(|| unknown(id))?;
    target.side = side;
    Ok(target)
}

/// All mentions of several events, which are to be one.
pub(super) fn merged(
    connection: &Connection,
    events: &[i64],
    ids: &[String],
) -> Result<Vec<Target>, QueryError> {
    let mut targets = Vec::new();
    let mut seen: Vec<i64> = Vec::new();
    for (&row, id) in events.iter().zip(ids) {
        if seen.contains(&row) {
            return Err(QueryError::value(
                format!("{id:?} is one event with another that is named already"),
                "name events that are not one yet; chancery show ID lists the mentions of one",
            ));
        }
        seen.push(row);
        let verdict: Option<String> =
            connection.query_row("SELECT verdict FROM events WHERE id = ?1", [row], |row| row.get(0))?;
        if verdict.as_deref() == Some("rejected") {
            return Err(QueryError::value(
                format!("{id:?} was rejected, and cannot be one with an event that was not"),
                format!(
                    "chancery judge accept {id} first, or undo the rejection (chancery show {id} names it)"
                ),
            ));
        }
        targets.extend(event(connection, row, 0)?);
    }
    Ok(targets)
}

/// The mentions of the first event: those that the other ids stand for on one side, the rest on the other.
pub(super) fn split(
    connection: &Connection,
    events: &[i64],
    ids: &[String],
) -> Result<Vec<Target>, QueryError> {
    let mut targets = event(connection, events[0], 0)?;
    let listed = |targets: &[Target]| -> Result<String, QueryError> {
        let names: Result<Vec<String>, QueryError> =
            targets.iter().map(|target| short_name(connection, &target.name)).collect();
        Ok(names?.join(", "))
    };
    for (id, &row) in ids.iter().zip(events).skip(1) {
        let mut found = false;
        for target in targets.iter_mut().filter(|target| row == events[0] && is_meant(target, id)) {
            target.side = 1;
            found = true;
        }
        if !found {
            return Err(QueryError::value(
                format!("{id:?} is no mention of {}", ids[0]),
                format!("its mentions are {}", listed(&targets)?),
            ));
        }
    }
    if targets.iter().all(|target| target.side == 1) {
        let names = listed(&targets)?;
        return Err(QueryError::value(
            format!("nothing would be left of {}", ids[0]),
            format!("leave out at least one of its mentions, which are {names}"),
        ));
    }
    Ok(targets)
}

/// A claim.
pub(super) fn claim(connection: &Connection, claim: i64) -> Result<Target, QueryError> {
    let sql = "SELECT claims.name, texts.hash, claims.part, claims.cue_spans, claims.content_spans, claims.cue_words,
            claims.content_words, claims.stance, claims.edtf FROM claims JOIN texts ON texts.id = claims.text WHERE claims.id = ?1";
    Ok(connection.query_row(sql, [claim], |row| {
        let (cue, content) = (ends(&row.get::<_, String>(3)?), ends(&row.get::<_, String>(4)?));
        let (cue_words, content_words): (String, String) = (row.get(5)?, row.get(6)?);
        let all = match (cue, content) {
            (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
            (one, other) => one.or(other),
        };
        Ok(Target {
            side: 0,
            thing: Thing::Claim,
            name: row.get(0)?,
            text: row.get(1)?,
            part: row.get(2)?,
            words_at: cue.or(content),
            span: all,
            words: if cue_words.is_empty() { content_words } else { cue_words },
            kind: row.get(7)?,
            edtf: row.get(8)?,
        })
    })?)
}

/// A whole text.
pub(super) fn text(connection: &Connection, text: i64, side: u32) -> Result<Target, QueryError> {
    let sql = "SELECT hash, coalesce(title, ''), published FROM texts WHERE id = ?1";
    Ok(connection.query_row(sql, [text], |row| {
        let hash: String = row.get(0)?;
        Ok(Target {
            side,
            thing: Thing::Text,
            name: hash.clone(),
            text: hash,
            part: None,
            words_at: None,
            span: None,
            words: row.get(1)?,
            kind: None,
            edtf: row.get(2)?,
        })
    })?)
}

/// The withdrawal of an article, with all that it takes along; who, when and why are left open.
///
/// # Errors
/// If the database fails.
pub fn withdrawal(connection: &Connection, row: i64) -> Result<Judgement, QueryError> {
    let mut targets = vec![text(connection, row, 0)?];
    let sql = format!("{MENTION} WHERE mentions.text = ?1 {ORDER}");
    let mut statement = connection.prepare(&sql)?;
    let rows = statement.query_map([row], |row| of_mention(row, 0))?;
    targets.extend(rows.collect::<Result<Vec<_>, _>>()?);
    let mut statement = connection.prepare("SELECT id FROM claims WHERE text = ?1 ORDER BY name")?;
    for found in statement.query_map(params![row], |row| row.get(0))? {
        targets.push(claim(connection, found?)?);
    }
    Ok(super::blank(Verb::Forget, Subject::Article, Vec::new(), targets))
}

fn is_meant(target: &Target, id: &str) -> bool {
    target.name.starts_with(&id.trim().to_lowercase())
}

fn unknown(id: &str) -> QueryError {
    QueryError::Unknown { what: "mention", given: id.to_owned(), likely: Vec::new() }
}

fn of_mention(row: &Row<'_>, side: u32) -> rusqlite::Result<Target> {
    let span = (row.get(4)?, row.get(5)?);
    Ok(Target {
        side,
        thing: Thing::Mention,
        name: row.get(0)?,
        text: row.get(1)?,
        part: row.get(2)?,
        words_at: ends(&row.get::<_, String>(3)?).or(Some(span)),
        span: Some(span),
        words: row.get(6)?,
        kind: row.get(7)?,
        edtf: row.get(8)?,
    })
}

/// From the first to the last code point of a list of spans.
fn ends(spans: &str) -> Option<(i64, i64)> {
    let spans: Vec<(i64, i64)> = serde_json::from_str(spans).unwrap_or_default();
    Some((spans.iter().map(|span| span.0).min()?, spans.iter().map(|span| span.1).max()?))
}
