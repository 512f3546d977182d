//! Questions that miners ask a dependency tree.

use super::{Relation, Sentence};
use std::ops::Range;

impl Sentence {
    /// The root of the tree.
    pub fn root(&self) -> Option<usize> {
        self.tokens.iter().position(|token| token.head.is_none())
    }

    /// The tokens that depend directly on `token`, in order.
    pub fn children(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.tokens.len()).filter(move |&i| self.tokens[i].head == Some(token))
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
        let inside = |mut i: usize| {
            for _ in 0..=self.tokens.len() {
                if i == token {
                    return true;
                }
                match self.tokens[i].head {
                    Some(head) => i = head,
                    None => return false,
                }
            }
            false
        };
        let first = (0..=token).find(|&i| inside(i)).unwrap_or(token);
        let last = (token..self.tokens.len()).rev().find(|&i| inside(i)).unwrap_or(token);
        first..last + 1
    }
}
