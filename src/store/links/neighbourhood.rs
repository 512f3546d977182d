//! The links around happenings, and the days of those that stand there, each read once.

use super::Profiles;
use crate::link::{Days, SURE, Series, parted};
use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::HashMap;
use std::rc::Rc;

/// A happening that a link leads to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Neighbour {
    /// Its first mention.
    pub(super) node: i64,
    /// How sure the link is.
    pub(super) score: f64,
}

/// What was read of the links so far.
pub(super) struct Neighbourhood<'c> {
    connection: &'c Connection,
    profiles: &'c mut Profiles,
    beside: HashMap<i64, Rc<[Neighbour]>>,
    days: HashMap<i64, Option<Days>>,
    series: HashMap<i64, Series>,
}

impl<'c> Neighbourhood<'c> {
    pub(super) fn new(connection: &'c Connection, profiles: &'c mut Profiles) -> Self {
        let (beside, days, series) = (HashMap::new(), HashMap::new(), HashMap::new());
        Self { connection, profiles, beside, days, series }
    }

    /// What links with a node.
    pub(super) fn of(&mut self, node: i64) -> Result<Rc<[Neighbour]>, StoreError> {
        if let Some(known) = self.beside.get(&node) {
            return Ok(Rc::clone(known));
        }
        let found: Rc<[Neighbour]> = beside(self.connection, node)?.into();
        self.beside.insert(node, Rc::clone(&found));
        Ok(found)
    }

    /// Whether the two have days, and none in common.
    pub(super) fn on_two_days(&mut self, a: i64, b: i64) -> Result<bool, StoreError> {
        let days = self.days(a)?.zip(self.days(b)?);
        Ok(days.is_some_and(|(x, y)| x.gap(y) > 0))
    }

    /// Whether the link between the two is void.
    pub(super) fn parted(&mut self, a: i64, b: i64) -> Result<bool, StoreError> {
        if !self.on_two_days(a, b)? {
            return Ok(false);
        }
        let (x, y) = (self.days(a)?, self.days(b)?);
        Ok(parted((x, self.series(a)?), (y, self.series(b)?)))
    }

    fn series(&mut self, node: i64) -> Result<Series, StoreError> {
        if let Some(known) = self.series.get(&node) {
            return Ok(*known);
        }
        let mut series = Series::default();
        series.add(self.days(node)?);
        for neighbour in &*self.of(node)? {
            if neighbour.score >= f64::from(SURE) {
                series.add(self.days(neighbour.node)?);
            }
        }
        self.series.insert(node, series);
        Ok(series)
    }

    fn days(&mut self, node: i64) -> Result<Option<Days>, StoreError> {
        if let Some(known) = self.days.get(&node) {
            return Ok(*known);
        }
        let (text, number): (i64, u32) = self
            .connection
            .prepare_cached("SELECT text, happening FROM mentions WHERE id = ?1")?
            .query_row([node], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let profile = self.profiles.get(self.connection, text)?;
        let happening = profile.happenings.iter().find(|happening| happening.number == number);
        let days = happening.and_then(|happening| happening.days);
        self.days.insert(node, days);
        Ok(days)
    }
}

/// What links with a node.
fn beside(connection: &Connection, node: i64) -> Result<Vec<Neighbour>, StoreError> {
    let mut neighbours = connection.prepare_cached(include_str!("mention_neighbours.sql"))?;
    let rows = neighbours.query_map([node], |row| Ok(Neighbour { node: row.get(0)?, score: row.get(1)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The nodes that sure links lead to from this one.
pub(super) fn linked(connection: &Connection, node: i64) -> Result<Vec<i64>, StoreError> {
    let sure = beside(connection, node)?.into_iter().filter(|neighbour| neighbour.score >= f64::from(SURE));
    Ok(sure.map(|neighbour| neighbour.node).collect())
}
