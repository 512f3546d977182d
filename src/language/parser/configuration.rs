//! The state of an arc-hybrid parser: a stack, the words still to come, and the arcs made so far.

use crate::language::atoms::{Atom, NOTHING};
use crate::language::{Relation, Token, Upos, Xpos};

/// What features see of a token.
#[derive(Debug, Clone, Copy)]
pub struct TokenAtoms {
    /// Its form in lower case.
    pub word: Atom,
    /// Its lemma.
    pub lemma: Atom,
    /// Its tag, 0 for nothing.
    pub tag: u8,
    /// What it is to the words around it.
    pub sort: Sort,
}

/// Sorts of token that matter when they stand between two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Sort {
    Comma,
    Mark,
    Quote,
    Verb,
    Coordinator,
    Subordinator,
    Other,
}

impl Sort {
    /// The sort of a tagged token.
    pub fn of(upos: Upos, xpos: Xpos) -> Self {
        match (upos, xpos) {
            (_, Xpos::Comma) => Self::Comma,
            (_, Xpos::OpenQuote | Xpos::CloseQuote) => Self::Quote,
            (Upos::Punct, _) => Self::Mark,
            (Upos::Verb | Upos::Aux, _) if xpos.is_finite() => Self::Verb,
            (Upos::Cconj, _) => Self::Coordinator,
            (Upos::Sconj, _) | (_, Xpos::Wdt | Xpos::Wp | Xpos::Wrb) => Self::Subordinator,
            _ => Self::Other,
        }
    }

    /// Whether it is a punctuation mark, which should be nobody's head.
    pub fn is_mark(self) -> bool {
        matches!(self, Self::Comma | Self::Mark | Self::Quote)
    }
}

/// The children of a node.
#[derive(Debug, Clone, Copy)]
pub struct Links {
    /// The leftmost and the one before it was found.
    pub left: u32,
    /// The second from the left.
    pub left2: u32,
    /// The rightmost.
    pub right: u32,
    /// The second from the right.
    pub right2: u32,
    /// Relations of the left children, a bit each.
    pub left_labels: u64,
    /// Relations of the right children, a bit each.
    pub right_labels: u64,
    counts: (u8, u8),
}

impl Links {
    fn none(nothing: usize) -> Self {
        let none = nothing as u32;
        Self {
            left: none,
            left2: none,
            right: none,
            right2: none,
            left_labels: 0,
            right_labels: 0,
            counts: (0, 0),
        }
    }

    /// Left children, counted up to a few.
    pub fn left_count(&self) -> u32 {
        u32::from(self.counts.0.min(5))
    }

    /// Right children, counted up to a few.
    pub fn right_count(&self) -> u32 {
        u32::from(self.counts.1.min(5))
    }
}

/// What an earlier pass thought of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guide {
    /// Its head; the number of tokens for the root.
    pub head: u32,
    /// The relation as a number.
    pub label: u8,
    /// Its leftmost child, or itself.
    pub first: u32,
    /// Its rightmost child, or itself.
    pub last: u32,
}

/// The label of a node that has no head yet.
pub const UNLABELLED: u8 = 255;
/// The sorts that [`Configuration::between`] tells.
const SORTS: usize = 6;

/// Fills in what is thought of every node by the heads and labels of the tokens; the root's head is the number of tokens.
pub fn guide_by(guides: &mut Vec<Guide>, arcs: impl Iterator<Item = (u32, u8)>) {
    guides.clear();
    guides.extend(arcs.zip(0..).map(|((head, label), node)| Guide { head, label, first: node, last: node }));
    let length = guides.len() as u32;
    let nowhere = |node: u32| Guide { head: length + 1, label: UNLABELLED, first: node, last: node };
    guides.extend([nowhere(length), nowhere(length + 1)]);
    for node in 0..length {
        let above = guides[node as usize].head as usize;
        let head = &mut guides[above];
        head.first = head.first.min(node);
        head.last = head.last.max(node);
    }
}

/// A configuration; one is reused for many sentences.
///
/// Nodes are the tokens, then the root (which stands at the end of the buffer), then nothing.
#[derive(Debug, Clone, Default)]
pub struct Configuration {
    /// Atoms of every node.
    pub atoms: Vec<TokenAtoms>,
    /// The head of every node, `nothing` before it has one.
    pub heads: Vec<u32>,
    /// The relation to the head as a number.
    pub labels: Vec<u8>,
    /// The children of every node.
    pub links: Vec<Links>,
    /// What an earlier pass thought of every node; empty in the first pass.
    pub guides: Vec<Guide>,
    /// Whether the sentence ends in a question mark.
    pub question: bool,
    stack: Vec<u32>,
    next: usize,
    length: usize,
    counts: Vec<[u32; SORTS]>,
}

impl Configuration {
    /// Begins a sentence of tokens.
    pub fn begin(&mut self, tokens: impl Iterator<Item = TokenAtoms>) {
        self.atoms.clear();
        self.atoms.extend(tokens);
        let length = self.atoms.len();
        self.length = length;
        let outside = |word| TokenAtoms { word, lemma: word, tag: 0, sort: Sort::Other };
        // The root's tag is 255, that of nothing 254.
        self.atoms.push(TokenAtoms { tag: 255, ..outside(2) });
        self.atoms.push(TokenAtoms { tag: 254, ..outside(NOTHING) });
        self.heads.clear();
        self.heads.resize(length + 2, length as u32 + 1);
        self.labels.clear();
        self.labels.resize(length + 2, UNLABELLED);
        self.links.clear();
        self.links.resize(length + 2, Links::none(length + 1));
        self.stack.clear();
        self.next = 0;
        self.counts.clear();
        let mut counts = [0; SORTS];
        for token in &self.atoms[..length] {
            self.counts.push(counts);
            if let Some(count) = counts.get_mut(token.sort as usize) {
                *count += 1;
            }
        }
        self.counts.push(counts);
        self.question = false;
        self.guides.clear();
    }

    /// Takes the tree of a pass over the reversed sentence as a guide. Called after [`Self::begin`].
    pub fn guide(&mut self, backwards: &Self) {
        let length = self.length;
        let turned = |node: u32| if (node as usize) < length { length as u32 - 1 - node } else { node };
        let arc = |node: usize| {
            let node = length - 1 - node;
            (turned(backwards.heads[node]), backwards.labels[node])
        };
        guide_by(&mut self.guides, (0..length).map(arc));
    }

    /// Hangs the tokens of a sentence as this configuration has them.
    pub fn hang(&self, tokens: &mut [Token]) {
        for (i, token) in tokens.iter_mut().enumerate() {
            token.head = Some(self.heads[i] as usize).filter(|&head| head < self.length);
            token.relation = Relation::ALL[usize::from(self.labels[i])];
        }
    }

    /// How many tokens have another head than the guide gave them.
    pub fn unsettled(&self) -> usize {
        self.guides[..self.length]
            .iter()
            .zip(&self.heads)
            .filter(|(guide, head)| guide.head != **head)
            .count()
    }

    /// The number of tokens.
    pub fn length(&self) -> usize {
        self.length
    }

    /// The node that stands for nothing.
    pub fn nothing(&self) -> usize {
        self.length + 1
    }

    /// A node of the stack, from the top.
    pub fn stack(&self, depth: usize) -> usize {
        self.stack.len().checked_sub(depth + 1).map_or(self.length + 1, |i| self.stack[i] as usize)
    }

    /// The stack, its top last.
    pub fn whole_stack(&self) -> &[u32] {
        &self.stack
    }

    /// The first node of the buffer.
    pub fn next(&self) -> usize {
        self.next
    }

    /// A node further on in the buffer.
    pub fn buffer(&self, ahead: usize) -> usize {
        (self.next + ahead).min(self.length + 1)
    }

    /// Whether only the root is left.
    pub fn finished(&self) -> bool {
        self.next == self.length && self.stack.is_empty()
    }

    /// Whether the next word may be shifted.
    pub fn may_shift(&self) -> bool {
        self.next < self.length
    }

    /// Whether the top of the stack may become a child of the next word (or, when it stands alone, the
    /// root of the sentence).
    pub fn may_attach_left(&self) -> bool {
        !self.stack.is_empty() && (self.next < self.length || self.stack.len() == 1)
    }

    /// Whether the top of the stack may become a child of the node below it.
    pub fn may_attach_right(&self) -> bool {
        self.stack.len() >= 2
    }

    /// Whether a node is a punctuation mark, which should be nobody's head.
    pub fn is_mark(&self, node: usize) -> bool {
        self.atoms[node].sort.is_mark()
    }

    /// Hands the children of punctuation marks on: to the mark's own head, or, where a mark became the root, to
    /// its first child that is a word. Arcs that did not cross do not cross afterwards.
    pub fn free_marks(&mut self) {
        let (length, root) = (self.length, self.length as u32);
        for node in 0..length {
            let mut head = self.heads[node];
            while head != root && self.is_mark(head as usize) && self.heads[head as usize] != root {
                head = self.heads[head as usize];
            }
            self.heads[node] = head;
        }
        let Some(mark) = (0..length).find(|&node| self.heads[node] == root && self.is_mark(node)) else {
            return;
        };
        let heads = &self.heads[..length];
        let below = (0..length).find(|&node| heads[node] as usize == mark && !self.is_mark(node));
        if let Some(word) = below {
            for node in 0..length {
                if self.heads[node] as usize == mark {
                    self.heads[node] = word as u32;
                }
            }
            (self.heads[word], self.labels[word]) = (root, Relation::Root as u8);
            (self.heads[mark], self.labels[mark]) = (word as u32, Relation::Punct as u8);
        }
    }

    /// Moves the next word to the stack.
    pub fn shift(&mut self) {
        self.stack.push(self.next as u32);
        self.next += 1;
    }

    /// Makes the top of the stack a child of the next word.
    pub fn attach_left(&mut self, relation: Relation) {
        if let Some(child) = self.stack.pop() {
            let head = self.next;
            self.attach(child, head, relation);
            let links = &mut self.links[head];
            links.left2 = links.left;
            links.left = child;
            links.left_labels |= 1 << relation as u8;
            links.counts.0 = links.counts.0.saturating_add(1);
        }
    }

    /// Makes the top of the stack a child of the node below it.
    pub fn attach_right(&mut self, relation: Relation) {
        if let (Some(child), Some(&head)) = (self.stack.pop(), self.stack.last()) {
            self.attach(child, head as usize, relation);
            let links = &mut self.links[head as usize];
            links.right2 = links.right;
            links.right = child;
            links.right_labels |= 1 << relation as u8;
            links.counts.1 = links.counts.1.saturating_add(1);
        }
    }

    fn attach(&mut self, child: u32, head: usize, relation: Relation) {
        self.heads[child as usize] = head as u32;
        self.labels[child as usize] = relation as u8;
    }

    /// The sorts of token that stand between two nodes, a bit each, and whether there are several.
    pub fn between(&self, left: usize, right: usize) -> u32 {
        if right > self.length || left >= right {
            return 0;
        }
        let (before, after) = (&self.counts[left + 1], &self.counts[right]);
        let mut mask = 1;
        for sort in 0..SORTS {
            let count = after[sort] - before[sort];
            mask = mask << 2 | count.min(2);
        }
        mask
    }
}
