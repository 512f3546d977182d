//! Whether mining mostly finds the same again, by a look at some of the texts.

use super::Mining;
use crate::store::drive::findings;
use crate::store::findings::marked;
use crate::store::import::{Judged, Reading};
use crate::store::{StoreError, articles, judgements};
use rayon::prelude::*;
use rusqlite::Connection;

/// At least every so many texts one is looked at, and at most so many texts.
const EVERY: i64 = 16;
const MOST: i64 = 64;

/// Whether of a sample of texts more are as they are stored than are not; so too where there are too few to ask.
pub(super) fn is_mostly_unchanged(connection: &Connection, mining: &Mining<'_>) -> Result<bool, StoreError> {
    let texts: i64 = connection.query_row("SELECT count(*) FROM texts", [], |row| row.get(0))?;
    let step = EVERY.max(texts / MOST);
    let mut statement = connection.prepare("SELECT id FROM texts WHERE id % ?1 = 0")?;
    let sample = statement.query_map([step], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    let judged = Judged(judgements::judged_texts(connection)?);
    let mut marked_ones = Vec::new();
    for &text in &sample {
        if let Some(mark) = marked(connection, text)? {
            marked_ones.push((articles::in_force(connection, text)?, mark));
        }
    }
    let unchanged = marked_ones
        .into_par_iter()
        .filter(|(article, mark)| {
            let found = findings(mining, judged.apply(article).as_ref().unwrap_or(article));
            Reading::new(article.clone(), found).mark == *mark
        })
        .count();
    Ok(unchanged * 2 >= sample.len())
}
