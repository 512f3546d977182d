//! What was read: articles with their publications, origins and what was found in them.

use super::{ArticleName, QueryError};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// Which articles are asked for; what is left empty is not asked.
#[derive(Debug, Clone, Default)]
pub struct ArticleFilter {
    /// With these words (for full-text search).
    pub text: Option<String>,
    /// Published by one of these outlets, by their rows.
    pub outlets: Vec<i64>,
    /// original, reworded, unknown.
    pub wording: Option<String>,
    /// Published within these days.
    pub days: Option<(i64, i64)>,
    /// Only what this import brought.
    pub import: Option<i64>,
    /// Only publications of the text of this row.
    pub row: Option<i64>,
    /// At most so many.
    pub limit: Option<usize>,
}

/// Publications in the order of their days.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Articles {
    /// The publications; one text can have several.
    pub articles: Vec<ArticleEntry>,
    /// Whether more was found than asked for.
    pub more: bool,
}

/// One publication of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleEntry {
    /// Its name and date.
    pub name: ArticleName,
    /// ISO 639-3 code of its language.
    pub language: Option<String>,
    /// Whether a newer version of it is known.
    pub superseded: bool,
    /// The hash of the text that its family is named by, if it is of the family of another.
    pub origin: Option<String>,
    /// Days on which it may have been published, if reasoning left several.
    pub candidates: Vec<String>,
    /// Where its day is unknown: the latest day of an event that it tells as happened and that an article of known
    /// date dates. It was written no earlier.
    pub not_before: Option<String>,
    /// Events it tells of.
    pub events: u32,
    /// Claims in it.
    pub claims: u32,
}

/// The articles that a filter asks for.
///
/// # Errors
/// If the database fails.
pub fn articles(connection: &Connection, filter: &ArticleFilter) -> Result<Articles, QueryError> {
    let (mut sql, mut values) = (vec!["1"], Vec::new());
    let list = |items: &[i64]| Value::Text(serde_json::to_string(items).unwrap_or_else(|_| "[]".into()));
    if let Some(words) = &filter.text {
        sql.push("texts.id IN (SELECT rowid FROM text_search WHERE text_search MATCH ?)");
        values.push(Value::Text(words.clone()));
    }
    if !filter.outlets.is_empty() {
        sql.push("publications.outlet IN (SELECT value FROM json_each(?))");
        values.push(list(&filter.outlets));
    }
    if let Some(wording) = &filter.wording {
        sql.push("texts.wording = ?");
        values.push(Value::Text(wording.clone()));
    }
    if let Some((first, last)) = filter.days {
        sql.push("texts.published_day BETWEEN ? AND ?");
        values.extend([Value::Integer(first), Value::Integer(last)]);
    }
    if let Some(row) = filter.row {
        sql.push("texts.id = ?");
        values.push(Value::Integer(row));
    }
    if let Some(import) = filter.import {
        sql.push("publications.import = ?");
        values.push(Value::Integer(import));
    }
    let limit = filter.limit.unwrap_or(usize::MAX - 1);
    values.push(Value::Integer(i64::try_from(limit + 1).unwrap_or(i64::MAX)));
    let sql = format!(
        "SELECT texts.hash, publications.given_id, coalesce(publications.title, texts.title), outlets.name, publications.url,
                coalesce(publications.published, texts.published),
                iif(publications.published IS NULL, texts.published_basis, publications.published_basis), texts.wording,
                texts.language, publications.superseded_by IS NOT NULL,
                CASE WHEN texts.origin <> texts.id THEN (SELECT hash FROM texts AS first WHERE first.id = texts.origin) END,
                texts.published_candidates,
                (SELECT count(DISTINCT mentions.event) FROM mentions JOIN events ON events.id = mentions.event AND events.verdict IS NOT 'rejected'
                  WHERE mentions.text = texts.id),
                (SELECT count(*) FROM judged_claims WHERE judged_claims.text = texts.id AND verdict IS NOT 'rejected'),
                CASE WHEN texts.published IS NULL AND publications.published IS NULL THEN
                  (SELECT max(elsewhere.earliest)
                     FROM mentions AS here
                     JOIN mentions AS elsewhere ON elsewhere.event = here.event AND elsewhere.text <> here.text
                     JOIN texts AS dated ON dated.id = elsewhere.text AND dated.published IS NOT NULL
                    WHERE here.text = texts.id AND here.status = 'happened' AND elsewhere.status = 'happened'
                      AND NOT elsewhere.date_inferred) END
           FROM publications JOIN texts ON texts.id = publications.text LEFT JOIN outlets ON outlets.id = publications.outlet
          WHERE {}
          ORDER BY coalesce(texts.published_day, 99999999), texts.hash, publications.id LIMIT ?",
        sql.join(" AND ")
    );
    let mut statement = connection.prepare(&sql)?;
    let rows = statement.query_map(params_from_iter(values), |row| {
        let candidates: String = row.get(11)?;
        Ok(ArticleEntry {
            name: ArticleName::from_row(row, 0)?,
            language: row.get(8)?,
            superseded: row.get(9)?,
            origin: row.get(10)?,
            candidates: serde_json::from_str(&candidates).unwrap_or_default(),
            not_before: row.get(14)?,
            events: row.get(12)?,
            claims: row.get(13)?,
        })
    })?;
    let mut articles = rows.collect::<Result<Vec<_>, _>>()?;
    let more = articles.len() > limit;
    articles.truncate(limit);
    Ok(Articles { articles, more })
}
