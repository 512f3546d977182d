//! Questions that miners ask a dependency tree.

use super::{Relation, Sentence};
use std::ops::Range;

impl Sentence {
    /// The root of the tree.
    pub fn root(&self) -> Option<usize> {
        self.tokens.iter().position(|token| token.head.is_none())
    }

    /// The tokens that depend directly on `token`, in order.
    pub fn children(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.index.children(token).iter().map(|&child| child as usize)
    }

    /// The children that stand in one of `relations`.
    pub fn children_in<'a>(
        &'a self,
        token: usize,
        relations: &'a [Relation],
    ) -> impl Iterator<Item = usize> + 'a {
        self.children(token).filter(|&child| relations.contains(&self.tokens[child].relation))
    }

    /// From the leftmost to the rightmost token of the subtree of `token`.
    pub fn subtree(&self, token: usize) -> Range<usize> {
        self.index.extent(token)
    }
}
