//! One article or one actor with what the chronicle has of it.

use super::articles::{ArticleEntry, ArticleFilter};
use super::timeline::Timeline;
use super::{
    ActorEntry, Bearing, ClaimEntry, ClaimFilter, Claims, Filter, Page, Party, QueryError, Role, actor,
    articles, bearings_on_text, claims, timeline,
};
use rusqlite::Connection;

/// An article with the events and claims in it.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleDetail {
    /// Its publications.
    pub publications: Vec<ArticleEntry>,
    /// What analysts decided on it as a whole.
    pub judgements: Vec<Bearing>,
    /// What was noteworthy about it when it was mined.
    pub diagnostics: Vec<String>,
    /// The events it tells of.
    pub timeline: Timeline,
    /// The claims in it.
    pub claims: Claims,
}

/// An actor with the events it takes part in.
#[derive(Debug, Clone, PartialEq)]
pub struct ActorDetail {
    /// The actor.
    pub actor: ActorEntry,
    /// The events.
    pub timeline: Timeline,
}

/// The article of a row.
///
/// # Errors
/// If the database fails.
pub fn article_detail(connection: &Connection, text: i64) -> Result<ArticleDetail, QueryError> {
    let diagnostics: String =
        connection.query_row("SELECT diagnostics FROM texts WHERE id = ?1", [text], |row| row.get(0))?;
    let diagnostics: Vec<serde_json::Value> = serde_json::from_str(&diagnostics).unwrap_or_default();
    let everything = Page::default();
    let filter = Filter::All(vec![Filter::Told(text), Filter::Bare]);
    Ok(ArticleDetail {
        judgements: bearings_on_text(connection, text)?,
        publications: articles(connection, &ArticleFilter { row: Some(text), ..ArticleFilter::default() })?
            .articles,
        diagnostics: diagnostics
            .iter()
            .filter_map(|each| Some(each.get("message")?.as_str()?.to_owned()))
            .collect(),
        timeline: timeline(connection, &filter, everything)?,
        claims: claims(connection, &ClaimFilter { text_row: Some(text), ..ClaimFilter::default() })?,
    })
}

/// The actor of a row.
///
/// # Errors
/// If the database fails.
pub fn actor_detail(connection: &Connection, row: i64) -> Result<ActorDetail, QueryError> {
    let actor = actor(connection, row)?;
    let party = Party {
        key: actor.key.clone(),
        name: actor.name.clone(),
        state: false,
        alone: actor.sort == "state",
    };
    let filter = Filter::All(vec![Filter::Takes(Role::Either, vec![party])]);
    Ok(ActorDetail { timeline: timeline(connection, &filter, Page::default())?, actor })
}

/// The claim of a row.
///
/// # Errors
/// If the database fails.
pub fn claim(connection: &Connection, row: i64) -> Result<ClaimEntry, QueryError> {
    let filter = ClaimFilter { row: Some(row), ..ClaimFilter::default() };
    let found = claims(connection, &filter)?.claims.into_iter().next();
    found.ok_or_else(|| QueryError::Unknown { what: "claim", given: row.to_string(), likely: Vec::new() })
}
