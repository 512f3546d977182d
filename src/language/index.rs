//! The children and the extent of every token's subtree, found once for the whole sentence.

use super::Token;
use std::ops::Range;

/// Children in order and the extent of the subtree, for every token of one sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct TreeIndex {
    /// Where the children of a token begin in `children`; one entry more than tokens.
    begin: Vec<u32>,
    children: Vec<u32>,
    /// Leftmost and rightmost token of the subtree.
    extent: Vec<(u32, u32)>,
}

impl TreeIndex {
    /// The index of a sentence, in linear time. Heads that form a cycle are tolerated: the extent of a
    /// token on a cycle is the token itself.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let length = tokens.len();
        let head = |token: usize| tokens[token].head.filter(|&head| head < length && head != token);
        let mut begin = vec![0u32; length + 1];
        for token in 0..length {
            if let Some(head) = head(token) {
                begin[head + 1] += 1;
            }
        }
        for i in 0..length {
            begin[i + 1] += begin[i];
        }
        let mut waiting: Vec<u32> = (0..length).map(|i| begin[i + 1] - begin[i]).collect();
        let mut next = begin.clone();
        let mut children = vec![0u32; begin[length] as usize];
        for token in 0..length {
            if let Some(head) = head(token) {
                children[next[head] as usize] = token as u32;
                next[head] += 1;
            }
        }
        // From the leaves upwards: a token is done when all of its children are.
        let mut extent: Vec<(u32, u32)> = (0..length as u32).map(|i| (i, i)).collect();
        let mut done: Vec<u32> = (0..length as u32).filter(|&i| waiting[i as usize] == 0).collect();
        while let Some(token) = done.pop() {
            if let Some(head) = head(token as usize) {
                let inner = extent[token as usize];
                let outer = &mut extent[head];
                *outer = (outer.0.min(inner.0), outer.1.max(inner.1));
                waiting[head] -= 1;
                if waiting[head] == 0 {
                    done.push(head as u32);
                }
            }
        }
        Self { begin, children, extent }
    }

    /// The children of a token, in order.
    pub(super) fn children(&self, token: usize) -> &[u32] {
        match (self.begin.get(token), self.begin.get(token + 1)) {
            (Some(&begin), Some(&end)) => &self.children[begin as usize..end as usize],
            _ => &[],
        }
    }

    /// From the leftmost to the rightmost token of a token's subtree.
    pub(super) fn extent(&self, token: usize) -> Range<usize> {
        self.extent.get(token).map_or(token..token + 1, |&(first, last)| first as usize..last as usize + 1)
    }
}
