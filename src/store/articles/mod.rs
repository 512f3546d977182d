//! Texts, where they were published, and their versions.

use super::StoreError;
use super::findings::Cache;
use super::names::{identity, text_hash};
use super::values::{Quoting, day, number};
use crate::article::{Article, Published, PublishedBasis};
use crate::mine::Findings;
use rusqlite::{Connection, OptionalExtension, named_params};
use std::cmp::Reverse;

/// What a publication is known by: a hash of its text, title, outlet, URL, given id, date and basis.
pub fn publication_identity(article: &Article) -> i64 {
    let date = article.published.date.map(day);
    identity(&[
        Some(&text_hash(&article.text)),
        article.title.as_deref(),
        article.outlet.as_deref(),
        article.url.as_deref(),
        article.id.as_deref(),
        date.as_deref(),
        Some(article.published.basis.as_str()),
    ])
}

/// What writing a publication did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// It was there already.
    Known,
    /// Its text is new.
    NewText(i64),
    /// Its text is known; its date is the one in force now, and the text is to be mined with it.
    InForce(i64),
    /// Its text is known, and so are title and date in force.
    Another(i64),
}

/// Writes a publication, and its text where it is new.
pub(super) fn write(
    connection: &Connection,
    cache: &mut Cache,
    article: &Article,
    import: i64,
) -> Result<Written, StoreError> {
    let identity = publication_identity(article);
    let known =
        connection.prepare_cached("SELECT 1 FROM publications WHERE identity = ?1")?.exists([identity])?;
    if known {
        return Ok(Written::Known);
    }
    let hash = text_hash(&article.text);
    let present: Option<i64> = connection
        .prepare_cached("SELECT id FROM texts WHERE hash = ?1")?
        .query_row([&hash], |row| row.get(0))
        .optional()?;
    let text = match present {
        Some(text) => text,
        None => {
            let text = cache.next_text;
            cache.next_text += 1;
            connection.prepare_cached(include_str!("text_insert.sql"))?.execute(named_params! {
                ":id": text, ":hash": hash, ":text": article.text, ":title": article.title, ":import": import,
            })?;
            text
        }
    };
    let former = if present.is_some() { Some(precedence_in_force(connection, text)?) } else { None };
    let publication = insert_publication(connection, cache, article, identity, text, import)?;
    let wins = former.as_ref().is_none_or(|former| Precedence::of(article) < *former);
    if wins {
        connection
            .prepare_cached("UPDATE texts SET publication = ?2 WHERE id = ?1")?
            .execute([text, publication])?;
    }
    Ok(match (present, wins) {
        (None, _) => Written::NewText(text),
        (Some(_), true) => Written::InForce(text),
        (Some(_), false) => Written::Another(text),
    })
}

fn insert_publication(
    connection: &Connection,
    cache: &mut Cache,
    article: &Article,
    identity: i64,
    text: i64,
    import: i64,
) -> Result<i64, StoreError> {
    let outlet = article.outlet.as_deref().map(|name| outlet_row(connection, cache, name)).transpose()?;
    connection.prepare_cached(include_str!("publication_insert.sql"))?.execute(named_params! {
        ":identity": identity,
        ":text": text,
        ":outlet": outlet,
        ":url": article.url,
        ":given_id": article.id,
        ":title": article.title,
        ":published": article.published.date.map(day),
        ":basis": article.published.basis.as_str(),
        ":import": import,
    })?;
    Ok(connection.last_insert_rowid())
}

/// Writes what mining made of the article in force.
pub(super) fn describe(
    connection: &Connection,
    text: i64,
    article: &Article,
    findings: &Findings,
    narrative: bool,
    import: i64,
) -> Result<(), StoreError> {
    let quoting = Quoting::new(article);
    let candidates: Vec<_> = findings.published_candidates.iter().copied().map(day).collect();
    let diagnostics: Vec<_> = findings
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let ends = diagnostic.location.map(|location| quoting.place(location));
            serde_json::json!({
                "code": diagnostic.code,
                "message": diagnostic.message,
                "in": diagnostic.location.map(|location| location.part.as_str()),
                "begin": ends.map(|[begin, _]| begin),
                "end": ends.map(|[_, end]| end),
            })
        })
        .collect();
    let published = &findings.published;
    let publication: i64 = connection
        .prepare_cached("SELECT publication FROM texts WHERE id = ?1")?
        .query_row([text], |row| row.get(0))?;
    connection.prepare_cached(include_str!("text_update.sql"))?.execute(named_params! {
        ":id": text,
        ":title": article.title,
        ":publication": publication,
        ":published": published.date.map(day),
        ":published_day": published.date.map(number),
        ":basis": published.basis.as_str(),
        ":candidates": super::values::list(&candidates),
        ":wording": findings.wording.as_str(),
        ":language": findings.language,
        ":diagnostics": serde_json::Value::from(diagnostics).to_string(),
        ":narrative": narrative,
        ":import": import,
    })?;
    Ok(())
}

/// The article in force of a text, as it was given.
pub(super) fn in_force(connection: &Connection, text: i64) -> Result<Article, StoreError> {
    let sql = include_str!("article_in_force.sql");
    Ok(connection.prepare_cached(sql)?.query_row([text], |row| article(row, 0))?)
}

/// An article out of the columns text, title, outlet, URL, given id, published, basis from this one on.
pub(super) fn article(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Article> {
    let basis: String = row.get(first + 6)?;
    let published = Published {
        date: row.get::<_, Option<String>>(first + 5)?.and_then(|day| day.parse().ok()),
        basis: PublishedBasis::ALL
            .into_iter()
            .find(|known| known.as_str() == basis)
            .unwrap_or(PublishedBasis::None),
    };
    Ok(Article {
        text: row.get(first)?,
        title: row.get(first + 1)?,
        outlet: row.get(first + 2)?,
        url: row.get(first + 3)?,
        id: row.get(first + 4)?,
        published,
    })
}

/// Under which URLs a text was published.
pub(super) fn urls(connection: &Connection, text: i64) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT DISTINCT url FROM publications WHERE text = ?1 AND url IS NOT NULL";
    Ok(connection.prepare_cached(sql)?.query_map([text], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Removes a text without findings, with all its publications; returns the texts that had their words from it and
/// stand for themselves now.
pub(super) fn remove(connection: &Connection, text: i64) -> Result<Vec<i64>, StoreError> {
    let freed = connection
        .prepare_cached("UPDATE texts SET origin = id WHERE origin = ?1 AND id <> ?1 RETURNING id")?
        .query_map([text], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for sql in [
        "UPDATE publications SET superseded_by = NULL WHERE superseded_by = ?1",
        "DELETE FROM publications WHERE text = ?1",
        "DELETE FROM texts WHERE id = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([text])?;
    }
    Ok(freed)
}

/// Decides anew which texts under a URL are superseded; returns those for which that changed.
pub(super) fn supersede(connection: &Connection, url: &str) -> Result<Vec<i64>, StoreError> {
    struct Version {
        publication: i64,
        text: i64,
        superseded_by: Option<i64>,
        age: (Option<String>, i64, String),
    }
    let versions = connection
        .prepare_cached(include_str!("versions_of_url.sql"))?
        .query_map([url], |row| {
            Ok(Version {
                publication: row.get(0)?,
                text: row.get(1)?,
                superseded_by: row.get(2)?,
                // The later day is newer; of one day, the longer text (stories grow), then either, always the same.
                age: (row.get(3)?, row.get(4)?, row.get(5)?),
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let Some(newest) = versions.iter().max_by(|a, b| a.age.cmp(&b.age)).map(|version| version.text) else {
        return Ok(Vec::new());
    };
    let mut changed = Vec::new();
    for version in &versions {
        let superseded_by = (version.text != newest).then_some(newest);
        if superseded_by != version.superseded_by {
            connection
                .prepare_cached("UPDATE publications SET superseded_by = ?2 WHERE id = ?1")?
                .execute((version.publication, superseded_by))?;
        }
    }
    for version in &versions {
        let flipped =
            connection.prepare_cached(include_str!("text_supersede.sql"))?.execute([version.text])?;
        if flipped > 0 {
            changed.push(version.text);
        }
    }
    Ok(changed)
}

/// Decides anew whether a text is superseded, after it got another publication.
pub(super) fn supersede_text(connection: &Connection, text: i64) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached(include_str!("text_supersede.sql"))?.execute([text])? > 0)
}

fn outlet_row(connection: &Connection, cache: &mut Cache, name: &str) -> Result<i64, StoreError> {
    if let Some(&row) = cache.outlets.get(name) {
        return Ok(row);
    }
    let row =
        connection.prepare_cached(include_str!("outlet_insert.sql"))?.query_row([name], |row| row.get(0))?;
    cache.outlets.insert(name.to_owned(), row);
    Ok(row)
}

/// Which publication of a text is in force: the least. The best basis, then the earliest day, then a fixed
/// order, so that it never depends on which came first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Precedence {
    basis: usize,
    day: (bool, Option<String>),
    rest: (Reverse<bool>, Option<String>, Option<String>, Option<String>, Option<String>),
}

impl Precedence {
    fn of(article: &Article) -> Self {
        Self::new(
            article.published.basis.as_str(),
            article.published.date.map(day),
            article.title.clone(),
            article.outlet.clone(),
            article.url.clone(),
            article.id.clone(),
        )
    }

    fn new(
        basis: &str,
        day: Option<String>,
        title: Option<String>,
        outlet: Option<String>,
        url: Option<String>,
        given_id: Option<String>,
    ) -> Self {
        let basis =
            PublishedBasis::ALL.iter().position(|known| known.as_str() == basis).unwrap_or(usize::MAX);
        Self {
            basis,
            day: (day.is_none(), day),
            rest: (Reverse(title.is_some()), outlet, url, given_id, title),
        }
    }
}

fn precedence_in_force(connection: &Connection, text: i64) -> Result<Precedence, StoreError> {
    Ok(connection.prepare_cached(include_str!("publication_in_force.sql"))?.query_row([text], |row| {
        Ok(Precedence::new(
            &row.get::<_, String>(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
            row.get(5)?,
        ))
    })?)
}
