//! What hangs together: by links that hold by themselves, and by what analysts said is one.

use crate::link::SURE;
use crate::store::StoreError;
use crate::store::judgements::{self, Decided};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Happenings that hang together; nothing outside can change what becomes of them.
pub(super) struct Hanging {
    /// First mentions of happenings.
    pub(super) nodes: BTreeSet<i64>,
    /// The links between them, each from the lesser of two nodes.
    pub(super) links: Vec<(i64, i64, f64)>,
    /// What analysts decided on them.
    pub(super) decided: Decided,
}

impl Hanging {
    /// All that hangs together with these nodes.
    pub(super) fn find(connection: &Connection, nodes: &BTreeSet<i64>) -> Result<Self, StoreError> {
        let (mut found, mut open) = (nodes.clone(), nodes.iter().copied().collect::<Vec<_>>());
        let (mut links, mut decided) = (Vec::new(), Decided::default());
        let judged = judgements::any(connection)?;
        let mut neighbours = connection.prepare_cached(include_str!("mention_neighbours.sql"))?;
        while let Some(node) = open.pop() {
            let mut reach = |other: i64| {
                if found.insert(other) {
                    open.push(other);
                }
            };
            if judged {
                decided.follow(connection, node)?.into_iter().for_each(&mut reach);
            }
            let mut rows = neighbours.query([node])?;
            while let Some(row) = rows.next()? {
                let (other, score): (i64, f64) = (row.get(0)?, row.get(1)?);
                if node < other {
                    links.push((node, other, score));
                }
                if score >= f64::from(SURE) {
                    reach(other);
                }
            }
        }
        links.retain(|(_, other, _)| found.contains(other));
        Ok(Self { nodes: found, links, decided })
    }
}

/// The nodes that links hold together with this one directly.
pub(super) fn linked(connection: &Connection, node: i64) -> Result<Vec<i64>, StoreError> {
    let mut nodes = Vec::new();
    let mut neighbours = connection.prepare_cached(include_str!("mention_neighbours.sql"))?;
    for neighbour in neighbours.query_map([node], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (other, score): (i64, f64) = neighbour?;
        if score >= f64::from(SURE) {
            nodes.push(other);
        }
    }
    Ok(nodes)
}
