//! Events of the same days in the order in which the articles have them.

use super::search::Found;
use std::collections::{BTreeMap, BTreeSet};

/// Puts each event after those it came after, where their days do not decide; `after` tells for an event's row
/// which rows come before it. Contradictions (each after the other) leave the order of names.
pub fn settle(rows: &mut Vec<Found>, mut after: impl FnMut(i64) -> Vec<i64>) {
    let mut settled = Vec::with_capacity(rows.len());
    for group in rows.chunk_by(|a, b| (a.first_day, a.last_day) == (b.first_day, b.last_day)) {
        if group.len() == 1 {
            settled.push(group[0].clone());
        } else {
            settled.extend(settle_group(group, &mut after));
        }
    }
    *rows = settled;
}

fn settle_group(group: &[Found], after: &mut impl FnMut(i64) -> Vec<i64>) -> Vec<Found> {
    let position: BTreeMap<i64, usize> =
        group.iter().enumerate().map(|(nth, row)| (row.event, nth)).collect();
    let mut followers: Vec<Vec<usize>> = vec![Vec::new(); group.len()];
    let mut waits_for = vec![0_usize; group.len()];
    for (nth, row) in group.iter().enumerate() {
        let earlier: BTreeSet<usize> = after(row.event)
            .iter()
            .filter_map(|event| position.get(event).copied())
            .filter(|&other| other != nth)
            .collect();
        for other in earlier {
            followers[other].push(nth);
            waits_for[nth] += 1;
        }
    }
    let mut free: BTreeSet<usize> = (0..group.len()).filter(|&nth| waits_for[nth] == 0).collect();
    let mut left: BTreeSet<usize> = (0..group.len()).collect();
    let mut settled = Vec::with_capacity(group.len());
    while let Some(nth) = free.pop_first().or_else(|| left.first().copied()) {
        left.remove(&nth);
        settled.push(group[nth].clone());
        for &follower in &followers[nth] {
            waits_for[follower] = waits_for[follower].saturating_sub(1);
            if waits_for[follower] == 0 && left.contains(&follower) {
                free.insert(follower);
            }
        }
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::timeline::Part;

    fn check(days: &[i64], after: &[(i64, i64)], expected: &[i64]) {
        let mut rows: Vec<Found> = days
            .iter()
            .enumerate()
            .map(|(nth, &day)| Found {
                part: Part::Main,
                first_day: day,
                last_day: day,
                name: format!("{nth:016x}"),
                event: nth as i64,
            })
            .collect();
        settle(&mut rows, |event| {
            after.iter().filter(|(later, _)| *later == event).map(|(_, earlier)| *earlier).collect()
        });
        assert_eq!(rows.iter().map(|row| row.event).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn relations_decide_within_one_day_only() {
        check(&[1, 1, 1], &[], &[0, 1, 2]);
        check(&[1, 1, 1], &[(0, 2)], &[1, 2, 0]);
        check(&[1, 1, 1], &[(0, 1), (1, 2)], &[2, 1, 0]);
        check(&[1, 2], &[(0, 1)], &[0, 1]);
        check(&[1, 1], &[(0, 1), (1, 0)], &[0, 1]);
        check(&[1, 1, 1], &[(1, 1), (0, 2), (2, 0)], &[1, 0, 2]);
    }
}
