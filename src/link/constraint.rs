//! What analysts decided about what is one event, as bounds on clustering.

use std::collections::BTreeSet;

/// One judgement on nodes: those of one side are one event, those of different sides are not.
pub type Sides = Vec<Vec<usize>>;

/// Nodes that must be one, and nodes that must not. Contradictions are settled: a later judgement holds against
/// an earlier one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Constraints {
    /// The class of each node, named by its least node.
    class: Vec<usize>,
    /// For each class those that it must not be one with.
    apart: Vec<BTreeSet<usize>>,
}

impl Constraints {
    /// The bounds that judgements on so many nodes make; the judgements in the order of time.
    pub fn new(nodes: usize, judgements: &[Sides]) -> Self {
        let mut bounds = Self { class: (0..nodes).collect(), apart: vec![BTreeSet::new(); nodes] };
        for sides in judgements.iter().rev() {
            for side in sides {
                // Whoever may not be one with the first can still be one with another of the side.
                let mut classes: Vec<usize> = Vec::new();
                for &node in side.iter().filter(|&&node| node < nodes) {
                    let joined = classes.iter().any(|&other| bounds.unite(other, node));
                    if !joined {
                        classes.push(node);
                    }
                }
            }
            for (nth, side) in sides.iter().enumerate() {
                for other in &sides[nth + 1..] {
                    bounds.part(side, other);
                }
            }
        }
        for node in 0..nodes {
            bounds.class[node] = bounds.root(node);
        }
        bounds
    }

    /// The class of a node, named by its least node; a node of which nothing was decided is its own.
    pub fn class(&self, node: usize) -> usize {
        self.class.get(node).copied().unwrap_or(node)
    }

    /// The classes that a class must not be one with.
    pub(super) fn apart(&self, class: usize) -> impl Iterator<Item = usize> + '_ {
        self.apart.get(class).into_iter().flatten().copied()
    }

    /// The least node of a node's class. While judgements are taken in, a node names one that stands nearer to it;
    /// the way is made shorter with each that goes it.
    fn root(&mut self, mut node: usize) -> usize {
        while self.class[node] != node {
            self.class[node] = self.class[self.class[node]];
            node = self.class[node];
        }
        node
    }

    /// Makes two nodes one, unless they must not be; whether they are now.
    fn unite(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        if a == b || self.apart[a].contains(&b) {
            return a == b;
        }
        let (kept, gone) = (a.min(b), a.max(b));
        self.class[gone] = kept;
        for other in std::mem::take(&mut self.apart[gone]) {
            self.apart[other].remove(&gone);
            self.apart[other].insert(kept);
            self.apart[kept].insert(other);
        }
        true
    }

    fn roots(&mut self, nodes: &[usize]) -> BTreeSet<usize> {
        let known = self.class.len();
        nodes.iter().filter(|&&node| node < known).map(|&node| self.root(node)).collect()
    }

    /// Keeps what stands on two sides from ever becoming one.
    fn part(&mut self, side: &[usize], other: &[usize]) {
        let (these, those) = (self.roots(side), self.roots(other));
        for &a in &these {
            for &b in those.iter().filter(|&&b| b != a) {
                self.apart[a].insert(b);
                self.apart[b].insert(a);
            }
        }
    }
}

/// How the mentions of one happening fall apart by judgements on them: the class of each. Without a judgement
/// they are one.
pub fn pieces(mentions: usize, judgements: &[Sides]) -> Vec<usize> {
    let mut all: Vec<Sides> = vec![vec![(0..mentions).collect()]];
    all.extend(judgements.iter().cloned());
    let bounds = Constraints::new(mentions, &all);
    (0..mentions).map(|mention| bounds.class(mention)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(judgements: &[&[&[usize]]], classes: &[usize], apart: &[(usize, usize)]) {
        let judgements: Vec<Sides> =
            judgements.iter().map(|sides| sides.iter().map(|side| side.to_vec()).collect()).collect();
        let bounds = Constraints::new(classes.len(), &judgements);
        assert_eq!((0..classes.len()).map(|node| bounds.class(node)).collect::<Vec<_>>(), classes);
        let found: Vec<(usize, usize)> = (0..classes.len())
            .flat_map(|class| bounds.apart(class).map(move |other| (class, other)))
            .filter(|(class, other)| class < other)
            .collect();
        assert_eq!(found, apart);
    }

    #[test]
    fn sides_are_one_and_apart() {
        check(&[], &[0, 1], &[]);
        check(&[&[&[0, 2]]], &[0, 1, 0], &[]);
        check(&[&[&[0, 2], &[1]]], &[0, 1, 0], &[(0, 1)]);
        check(&[&[&[0, 1]], &[&[1, 2]]], &[0, 0, 0], &[]);
    }

    #[test]
    fn the_later_judgement_holds() {
        check(&[&[&[0, 1, 2]], &[&[0, 2], &[1]]], &[0, 1, 0], &[(0, 1)]);
        check(&[&[&[0, 2], &[1]], &[&[0, 1, 2]]], &[0, 0, 0], &[]);
        check(&[&[&[1, 0, 2]], &[&[0], &[1]]], &[0, 1, 1], &[(0, 1)]);
    }

    #[test]
    fn a_happening_falls_apart_only_where_that_was_said() {
        assert_eq!(pieces(3, &[]), [0, 0, 0]);
        assert_eq!(pieces(3, &[vec![vec![1, 2], vec![0]]]), [0, 1, 1]);
        assert_eq!(pieces(2, &[vec![vec![1], vec![0]], vec![vec![0, 1]]]), [0, 0]);
    }
}
