//! What hangs together by links becomes one event.

use super::figure::compared;
use super::{Constraints, Days, Figure};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// A happening of one text among those that may be one event.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The name of its first mention; nodes are given in ascending order of names.
    pub name: u64,
    /// When.
    pub days: Option<Days>,
    /// The numbers told of it.
    pub figures: Vec<Figure>,
}

/// Two nodes that were found to be one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Index of a node.
    pub a: usize,
    /// Index of another node.
    pub b: usize,
    /// How sure it is, above 0 and up to 1.
    pub score: f32,
}

/// The least mean score between two groups that are joined; pairs without a link count as 0.
const JOINED: f64 = 0.36;
/// From this score on a link holds together by itself. Weaker ones only add to what hangs together anyway, so that
/// nothing has to be looked at but what hangs together.
pub const SURE: f32 = 0.5;

/// Groups nodes: the two groups with the highest mean score are joined, and so on, as long as the mean is
/// high enough, all their dates can be one, and their numbers do not contradict one another. Returns the group of each
/// node, named by its least index.
///
/// The mean guards against chains, in which each pair is alike and the ends are not.
///
/// What analysts decided comes first: what they said is one is one from the beginning, whatever the dates and
/// numbers, and what they said is not never becomes one.
pub fn cluster(nodes: &[Node], links: &[Link], decided: &Constraints) -> Vec<usize> {
    let mut groups: Vec<Option<Group>> =
        nodes.iter().enumerate().map(|(index, node)| Some(Group::of(index, node))).collect();
    let together = hang_together(nodes.len(), links, decided);
    for link in links.iter().filter(|link| together.get(link.a) == together.get(link.b)) {
        // Whole numbers, so that sums do not depend on their order.
        let score = (f64::from(link.score) * 1000.0).round() as u64;
        for (from, to) in [(link.a, link.b), (link.b, link.a)] {
            if let Some(Some(group)) = groups.get_mut(from) {
                *group.scores.entry(to).or_default() += score;
            }
        }
    }
    let mut member: Vec<usize> = (0..nodes.len()).map(|node| decided.class(node)).collect();
    decide(&mut groups, decided);
    let mut heap = BinaryHeap::new();
    for (index, group) in groups.iter().enumerate() {
        let Some(group) = group else { continue };
        for (&other, &score) in group.scores.range(index + 1..) {
            if let Some(neighbour) = &groups[other] {
                let sizes = (group.nodes.len(), neighbour.nodes.len());
                heap.push((score / (sizes.0 * sizes.1) as u64, Reverse((index, other)), sizes.0, sizes.1));
            }
        }
    }
    while let Some((mean, Reverse((low, high)), size_low, size_high)) = heap.pop() {
        let sizes = |index: usize| groups[index].as_ref().map(|group| group.nodes.len());
        if sizes(low) != Some(size_low) || sizes(high) != Some(size_high) {
            continue;
        }
        if (mean as f64) < JOINED * 1000.0 {
            break;
        }
        let (Some(left), Some(right)) = (&groups[low], &groups[high]) else { continue };
        if left.apart.contains(&high) {
            continue;
        }
        let Some(window) = common(left.window, right.window) else { continue };
        // Tellings that count the same and come to other numbers throughout: 23 arrested here, 26 there.
        if compared(&left.figures, &right.figures).other {
            continue;
        }
        join(&mut groups, low, high, window);
        if let Some(group) = &groups[low] {
            group.nodes.iter().for_each(|&node| member[node] = low);
            for (&other, &score) in &group.scores {
                if let Some(neighbour) = &groups[other] {
                    let pairs = (group.nodes.len() * neighbour.nodes.len()) as u64;
                    let (first, second) = (low.min(other), low.max(other));
                    let sizes = if first == low { (group, neighbour) } else { (neighbour, group) };
                    heap.push((
                        score / pairs,
                        Reverse((first, second)),
                        sizes.0.nodes.len(),
                        sizes.1.nodes.len(),
                    ));
                }
            }
        }
    }
    member
}

/// The component of each node by sure links and by what analysts said is one.
fn hang_together(nodes: usize, links: &[Link], decided: &Constraints) -> Vec<usize> {
    fn root(parent: &mut [usize], mut node: usize) -> usize {
        while parent[node] != node {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        node
    }
    let mut parent: Vec<usize> = (0..nodes).collect();
    let sure = links.iter().filter(|link| link.score >= SURE).map(|link| (link.a, link.b));
    for (a, b) in sure.chain((0..nodes).map(|node| (node, decided.class(node)))) {
        if a < nodes && b < nodes {
            let (a, b) = (root(&mut parent, a), root(&mut parent, b));
            parent[a.max(b)] = a.min(b);
        }
    }
    (0..nodes).map(|node| root(&mut parent, node)).collect()
}

struct Group {
    nodes: Vec<usize>,
    /// Sums of scores towards other groups, in thousandths.
    scores: BTreeMap<usize, u64>,
    /// The days that all its nodes can be; none where no node says.
    window: Option<Days>,
    /// The numbers that any of its nodes tells.
    figures: Vec<Figure>,
    /// Groups that analysts said it is not one with.
    apart: BTreeSet<usize>,
}

impl Group {
    fn of(index: usize, node: &Node) -> Self {
        Self {
            nodes: vec![index],
            scores: BTreeMap::new(),
            window: node.days,
            figures: node.figures.clone(),
            apart: BTreeSet::new(),
        }
    }
}

/// Makes one what analysts said is one, and marks what they said is not.
fn decide(groups: &mut [Option<Group>], decided: &Constraints) {
    for node in 0..groups.len() {
        let class = decided.class(node);
        if class != node {
            let window = |index: usize| groups[index].as_ref().and_then(|group| group.window);
            let window = match (window(class), window(node)) {
                (Some(a), Some(b)) => Some(Days {
                    earliest: a.earliest.min(b.earliest),
                    latest: a.latest.max(b.latest),
                    told: a.told && b.told,
                }),
                (one, other) => one.or(other),
            };
            join(groups, class, node, window);
        }
    }
    for (index, group) in groups.iter_mut().enumerate() {
        if let Some(group) = group {
            group.apart.extend(decided.apart(index));
        }
    }
}

/// Joins the second group to the first.
fn join(groups: &mut [Option<Group>], low: usize, high: usize, window: Option<Days>) {
    let Some(gone) = groups[high].take() else { return };
    for (&other, &score) in &gone.scores {
        if let Some(Some(neighbour)) = groups.get_mut(other) {
            neighbour.scores.remove(&high);
            if other != low {
                *neighbour.scores.entry(low).or_default() += score;
            }
        }
    }
    for &other in &gone.apart {
        if let Some(Some(neighbour)) = groups.get_mut(other) {
            neighbour.apart.remove(&high);
            neighbour.apart.insert(low);
        }
    }
    let Some(Some(group)) = groups.get_mut(low) else { return };
    group.scores.remove(&high);
    for (other, score) in gone.scores {
        if other != low {
            *group.scores.entry(other).or_default() += score;
        }
    }
    group.nodes.extend(gone.nodes);
    group.apart.extend(gone.apart);
    group.figures.extend(gone.figures);
    group.window = window;
}

/// The days that both groups can be. Days next to each other are let pass, since midnight is not the same
/// everywhere.
fn common(a: Option<Days>, b: Option<Days>) -> Option<Option<Days>> {
    match (a, b) {
        (Some(a), Some(b)) => match a.intersection(b) {
            Some(both) => Some(Some(both)),
            // The day of a report does not move that of the deed.
            None if a.reported_after(b) => Some(Some(if a.told { a } else { b })),
            // "Three weeks ago" is rounded: what is told to the day moves its edge.
            None if a.gap(b) <= 1 && a.is_rounded() != b.is_rounded() => {
                Some(Some(if a.is_rounded() { b } else { a }))
            }
            None if a.gap(b) <= 1 => {
                let (earliest, latest) = (a.earliest.min(b.earliest), a.latest.max(b.latest));
                let both = Days { earliest, latest, told: a.told && b.told };
                (both.length() <= 2).then_some(Some(both))
            }
            None => None,
        },
        (one, other) => Some(one.or(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(spans: &[Option<(i32, i32)>], links: &[(usize, usize, f32)], expected: &[usize]) {
        let mut nodes = Vec::new();
        for (index, span) in spans.iter().enumerate() {
            let days = span.map(|(earliest, latest)| Days { earliest, latest, told: true });
            nodes.push(Node { name: index as u64, days, figures: Vec::new() });
        }
        let mut links: Vec<_> = links.iter().map(|&(a, b, score)| Link { a, b, score }).collect();
        assert_eq!(cluster(&nodes, &links, &Constraints::default()), expected);
        links.reverse();
        links.iter_mut().for_each(|link| std::mem::swap(&mut link.a, &mut link.b));
        assert_eq!(cluster(&nodes, &links, &Constraints::default()), expected, "the order of links matters");
    }

    #[test]
    fn linked_nodes_join() {
        check(&[None; 3], &[(0, 2, 0.9)], &[0, 1, 0]);
        check(&[None; 3], &[(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.8)], &[0, 0, 0]);
    }

    #[test]
    fn weak_links_hold_nothing_together_by_themselves() {
        check(&[None; 2], &[(0, 1, 0.45)], &[0, 1]);
        check(&[None; 3], &[(0, 1, 0.9), (0, 2, 0.5), (1, 2, 0.45)], &[0, 0, 0]);
        check(&[None; 3], &[(0, 1, 0.9), (0, 2, 0.5)], &[0, 0, 2]);
    }

    #[test]
    fn chains_break_where_they_are_weakest() {
        let chain = [(0, 1, 0.9), (1, 2, 0.5), (2, 3, 0.9)];
        check(&[None; 4], &chain, &[0, 0, 2, 2]);
    }

    #[test]
    fn what_analysts_decided_comes_first() {
        let day = |day| Some(Days { earliest: day, latest: day, told: true });
        let node = |name, days| Node { name, days, figures: Vec::new() };
        let nodes = [node(0, day(1)), node(1, day(9)), node(2, day(1)), node(3, day(9))];
        let links = [Link { a: 0, b: 2, score: 0.9 }, Link { a: 1, b: 3, score: 0.9 }];
        let decided = |judgements: &[super::super::Sides]| {
            cluster(&nodes, &links, &Constraints::new(nodes.len(), judgements))
        };
        assert_eq!(decided(&[]), [0, 1, 0, 1]);
        assert_eq!(decided(&[vec![vec![0, 1, 2, 3]]]), [0, 0, 0, 0]);
        assert_eq!(decided(&[vec![vec![0], vec![2]]]), [0, 1, 2, 1]);
        assert_eq!(decided(&[vec![vec![0, 1, 3], vec![2]]]), [0, 0, 2, 0]);
    }

    #[test]
    fn the_day_of_a_report_does_not_keep_it_from_the_deed() {
        let node = |name, day, told| Node {
            name,
            days: Some(Days { earliest: day, latest: day, told }),
            figures: Vec::new(),
        };
        let group = |second: Node, third: Node| {
            let nodes = [node(0, 5, true), second, third];
            let links = [(0, 1), (0, 2), (1, 2)].map(|(a, b)| Link { a, b, score: 0.9 });
            cluster(&nodes, &links, &Constraints::default())
        };
        assert_eq!(group(node(1, 6, false), node(2, 7, false)), [0, 0, 0]);
        assert_eq!(group(node(1, 5, false), node(2, 7, false)), [0, 0, 0]);
        assert_eq!(group(node(1, 5, false), node(2, 7, true)), [0, 0, 2]);
    }

    #[test]
    fn a_week_has_no_sharp_edge() {
        check(&[Some((5, 5)), Some((6, 12))], &[(0, 1, 0.9)], &[0, 0]);
        check(&[Some((4, 4)), Some((6, 12))], &[(0, 1, 0.9)], &[0, 1]);
        check(&[Some((5, 5)), Some((6, 9))], &[(0, 1, 0.9)], &[0, 1]);
        // It is as told to the day.
        check(&[Some((5, 5)), Some((6, 12)), Some((8, 8))], &[(0, 1, 0.9), (1, 2, 0.8)], &[0, 0, 2]);
    }

    #[test]
    fn dates_keep_apart_what_a_vague_mention_would_join() {
        let spans = [Some((5, 5)), Some((1, 9)), Some((8, 8))];
        check(&spans, &[(0, 1, 0.9), (1, 2, 0.8)], &[0, 0, 2]);
    }
}
