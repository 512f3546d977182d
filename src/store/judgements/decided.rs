//! Judgements on what is one and what is not, as linking asks for them.

use crate::link::Sides;
use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// What was decided on some mentions (or texts), judgement after judgement in the order of time.
#[derive(Debug, Default)]
pub(in crate::store) struct Decided {
    /// The sides of each judgement, by its place in the order of time.
    judgements: BTreeMap<(String, String), BTreeMap<u32, Vec<i64>>>,
    set_apart: BTreeSet<i64>,
}

impl Decided {
    /// What stands that bears on the mentions of these happenings.
    pub(in crate::store) fn read(connection: &Connection, nodes: &BTreeSet<i64>) -> Result<Self, StoreError> {
        let mut decided = Self::default();
        if !super::any(connection)? {
            return Ok(decided);
        }
        let mut statement = connection.prepare_cached(include_str!("decided.sql"))?;
        for node in nodes {
            decided.gather(statement.query([node])?)?;
        }
        Ok(decided)
    }

    fn gather(&mut self, mut rows: rusqlite::Rows<'_>) -> Result<(), StoreError> {
        while let Some(row) = rows.next()? {
            let (order, side, held) = ((row.get(0)?, row.get(1)?), row.get::<_, u32>(2)?, row.get(3)?);
            if side > 0 {
                self.set_apart.insert(held);
            }
            self.judgements.entry(order).or_default().entry(side).or_default().push(held);
        }
        Ok(())
    }

    /// Whether nothing was decided.
    pub(in crate::store) fn is_empty(&self) -> bool {
        self.judgements.is_empty()
    }

    /// Whether a judgement set it apart from something else.
    pub(in crate::store) fn is_set_apart(&self, held: i64) -> bool {
        self.set_apart.contains(&held)
    }

    /// The same in places of a list; what has no place in it is left out.
    pub(in crate::store) fn sides(&self, place: impl Fn(i64) -> Option<usize>) -> Vec<Sides> {
        let placed = |held: &Vec<i64>| -> Vec<usize> {
            // Whatever order targets were attached in, nothing may follow from it.
            let places: BTreeSet<usize> = held.iter().filter_map(|&held| place(held)).collect();
            places.into_iter().collect()
        };
        let sides = self.judgements.values().map(|sides| sides.values().map(placed).collect::<Sides>());
        sides.filter(|sides| sides.iter().map(Vec::len).sum::<usize>() > 1).collect()
    }
}

/// The first mentions of the happenings that analysts said are one with that of this node.
pub(in crate::store) fn decided_neighbours(
    connection: &Connection,
    node: i64,
) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("neighbours.sql"))?;
    Ok(statement.query_map([node], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The texts that analysts said are of one origin with this one.
pub(in crate::store) fn decided_text_neighbours(
    connection: &Connection,
    text: i64,
) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("text_neighbours.sql"))?;
    Ok(statement.query_map([text], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// What stands on the origins of these texts.
pub(in crate::store) fn decided_origins(
    connection: &Connection,
    texts: &BTreeSet<i64>,
) -> Result<Decided, StoreError> {
    let mut decided = Decided::default();
    if super::any(connection)? {
        let mut statement = connection.prepare_cached(include_str!("origins.sql"))?;
        for text in texts {
            decided.gather(statement.query([text])?)?;
        }
    }
    Ok(decided)
}
