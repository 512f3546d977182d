//! What was judged of a thing, and what stood there without it.

use super::QueryError;
use crate::judgement::{Correction, Verb};
use rusqlite::{Connection, Row};

/// A judgement that bears on something that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Bearing {
    /// Its number in the log.
    pub number: i64,
    /// When.
    pub made: String,
    /// Who.
    pub who: String,
    /// What was decided.
    pub verb: Verb,
    /// What sort of thing it was made on.
    pub subject: String,
    /// What was put in the place of what was mined.
    pub corrections: Vec<Correction>,
    /// The argument, or the text of the note.
    pub why: Option<String>,
    /// What the articles have: field and value, none where they have nothing.
    pub mined: Vec<(String, Option<String>)>,
}

/// What bears on an event, in the order of time.
///
/// # Errors
/// If the database fails.
pub fn bearings_on_event(connection: &Connection, event: i64) -> Result<Vec<Bearing>, QueryError> {
    let sql =
        "SELECT DISTINCT judgements.id, judgements.made, judgements.who, judgements.verb, judgements.subject,
            judgements.corrections, judgements.why
       FROM event_judgements JOIN judgements ON judgements.id = event_judgements.judgement
      WHERE event_judgements.event = ?1 ORDER BY judgements.made, judgements.key";
    let mut statement = connection.prepare_cached(sql)?;
    let mut found: Vec<Bearing> = statement.query_map([event], bearing)?.collect::<Result<_, _>>()?;
    let sql = "SELECT field, mined FROM event_judgements WHERE event = ?1 AND judgement = ?2 AND field <> '' ORDER BY field";
    let mut statement = connection.prepare_cached(sql)?;
    for bearing in &mut found {
        let rows = statement.query_map((event, bearing.number), |row| Ok((row.get(0)?, row.get(1)?)))?;
        bearing.mined = rows.collect::<Result<_, _>>()?;
    }
    Ok(found)
}

/// What bears on a claim, in the order of time.
///
/// # Errors
/// If the database fails.
pub fn bearings_on_claim(connection: &Connection, claim: i64) -> Result<Vec<Bearing>, QueryError> {
    let mut found = on_target(connection, "claim", claim)?;
    let sql = "SELECT claims.stance, claims.aspect, actors.name FROM claims LEFT JOIN actors ON actors.id = claims.speaker
                WHERE claims.id = ?1";
    let (stance, aspect, speaker): (Option<String>, Option<String>, Option<String>) =
        connection.query_row(sql, [claim], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for bearing in &mut found {
        bearing.mined = bearing
            .corrections
            .iter()
            .map(|correction| {
                let mined = match correction.field.as_str() {
                    "stance" => stance.clone(),
                    "aspect" => aspect.clone(),
                    _ => speaker.clone(),
                };
                (correction.field.clone(), mined)
            })
            .collect();
    }
    Ok(found)
}

/// What bears on an article as a whole, in the order of time.
///
/// # Errors
/// If the database fails.
pub fn bearings_on_text(connection: &Connection, text: i64) -> Result<Vec<Bearing>, QueryError> {
    let mut found = on_target(connection, "text", text)?;
    let sql = "SELECT publications.published FROM texts JOIN publications ON publications.id = texts.publication WHERE texts.id = ?1";
    let published: Option<String> = connection.query_row(sql, [text], |row| row.get(0))?;
    for bearing in found.iter_mut().filter(|bearing| bearing.verb == Verb::Correct) {
        bearing.mined = vec![("published".to_owned(), published.clone())];
    }
    Ok(found)
}

fn on_target(connection: &Connection, column: &str, row: i64) -> Result<Vec<Bearing>, QueryError> {
    let sql = format!(
        "SELECT judgements.id, judgements.made, judgements.who, judgements.verb, judgements.subject, judgements.corrections,
                judgements.why
           FROM judgement_targets JOIN judgements ON judgements.id = judgement_targets.judgement AND judgements.stands
          WHERE judgement_targets.{column} = ?1 ORDER BY judgements.made, judgements.key"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([row], bearing)?.collect::<Result<_, _>>()?)
}

fn bearing(row: &Row<'_>) -> rusqlite::Result<Bearing> {
    Ok(Bearing {
        number: row.get(0)?,
        made: row.get(1)?,
        who: row.get(2)?,
        verb: Verb::parse(&row.get::<_, String>(3)?).unwrap_or(Verb::Note),
        subject: row.get(4)?,
        corrections: serde_json::from_str(&row.get::<_, String>(5)?).unwrap_or_default(),
        why: row.get(6)?,
        mined: Vec::new(),
    })
}
