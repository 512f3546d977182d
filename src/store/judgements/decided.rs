//! Judgements on what is one and what is not, as linking asks for them.

use crate::link::Sides;
use crate::store::StoreError;
use rusqlite::Connection;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What was decided on some mentions (or texts).
#[derive(Debug, Default)]
pub(in crate::store) struct Decided {
    /// The place of each judgement in the order of time.
    order: HashMap<i64, (String, String)>,
    /// The judgements that hold on to each mention, and the side on which they put it.
    held: HashMap<i64, Vec<(i64, u32)>>,
    /// The sides of which all that stands there was asked for.
    followed: HashSet<(i64, u32)>,
}

impl Decided {
    /// Takes in what stands on the happening of this node; returns the nodes of other happenings that it puts on
    /// one side with it, each side once however many of its nodes ask.
    pub(in crate::store) fn follow(
        &mut self,
        connection: &Connection,
        node: i64,
    ) -> Result<Vec<i64>, StoreError> {
        let sides = self.gather(connection.prepare_cached(include_str!("decided.sql"))?.query([node])?)?;
        let mut nodes = Vec::new();
        let mut there = connection.prepare_cached(include_str!("side.sql"))?;
        for side in sides {
            if self.followed.insert(side) {
                for other in there.query_map(side, |row| row.get(0))? {
                    nodes.push(other?);
                }
            }
        }
        Ok(nodes)
    }

    fn gather(&mut self, mut rows: rusqlite::Rows<'_>) -> Result<BTreeSet<(i64, u32)>, StoreError> {
        let mut sides = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let (judgement, side) = (row.get(0)?, row.get(3)?);
            if let Entry::Vacant(place) = self.order.entry(judgement) {
                place.insert((row.get(1)?, row.get(2)?));
            }
            self.held.entry(row.get(4)?).or_default().push((judgement, side));
            sides.insert((judgement, side));
        }
        Ok(sides)
    }

    /// Whether nothing was decided.
    pub(in crate::store) fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Whether a judgement set it apart from something else.
    pub(in crate::store) fn is_set_apart(&self, held: i64) -> bool {
        self.held.get(&held).is_some_and(|judgements| judgements.iter().any(|(_, side)| *side > 0))
    }

    /// The sides of what has a place in a list, in those places, judgement after judgement in the order of time.
    pub(in crate::store) fn sides(&self, places: impl IntoIterator<Item = (i64, usize)>) -> Vec<Sides> {
        // Whatever order targets were attached in, nothing may follow from it.
        let mut found: HashMap<i64, BTreeMap<u32, BTreeSet<usize>>> = HashMap::new();
        for (held, place) in places {
            for &(judgement, side) in self.held.get(&held).into_iter().flatten() {
                found.entry(judgement).or_default().entry(side).or_default().insert(place);
            }
        }
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_by(|(a, _), (b, _)| self.order.get(a).cmp(&self.order.get(b)));
        found
            .into_iter()
            .map(|(_, sides)| {
                sides.into_values().map(|places| places.into_iter().collect()).collect::<Sides>()
            })
            .filter(|sides| sides.iter().map(Vec::len).sum::<usize>() > 1)
            .collect()
    }
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
