//! What hangs together: by links that hold by themselves, and by what analysts said is one.

use super::Profiles;
use super::neighbourhood::{Neighbour, Neighbourhood};
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
    /// All that hangs together with these nodes, and with what hung together with one of them before it had new links.
    pub(super) fn find(
        connection: &Connection,
        profiles: &mut Profiles,
        nodes: &BTreeSet<i64>,
        newly_linked: &BTreeSet<i64>,
    ) -> Result<Self, StoreError> {
        let mut around = Neighbourhood::new(connection, profiles);
        let mut found = nodes.clone();
        for &node in newly_linked {
            found.insert(node);
            for Neighbour { node: other, score } in &*around.of(node)? {
                // A new link can end what held beside it ("it goes on day after day").
                if *score >= f64::from(SURE) && around.on_two_days(node, *other)? {
                    found.insert(*other);
                }
            }
        }
        let mut open = found.iter().copied().collect::<Vec<_>>();
        let (mut links, mut decided) = (Vec::new(), Decided::default());
        let judged = judgements::any(connection)?;
        while let Some(node) = open.pop() {
            let mut reach = |other: i64| {
                if found.insert(other) {
                    open.push(other);
                }
            };
            if judged {
                decided.follow(connection, node)?.into_iter().for_each(&mut reach);
            }
            for &Neighbour { node: other, score } in &*around.of(node)? {
                if around.parted(node, other)? {
                    continue;
                }
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
