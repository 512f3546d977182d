//! All patterns of a group as one trie, and the search for what matches at a place.
//!
//! Patterns have no repetition, so a match is no longer than the longest pattern and the search at one
//! place is bounded: finding takes time linear in the text.

use super::item::{Item, Items};
use super::lexicon::{Class, Symbol};
use super::pattern::Pattern;

/// What a path through the trie has met.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Capture<M> {
    Sense(Class, f64),
    Inner(M),
    Open(usize),
    Close(usize),
}

#[derive(Debug, Clone, Default)]
struct Node {
    /// Sorted by key: the symbol, doubled, and one for "glued".
    edges: Vec<(u32, u32)>,
    groups: Vec<(usize, u32)>,
    open: Option<u32>,
    close: Option<u32>,
    accept: Vec<u16>,
}

/// The patterns of a group.
#[derive(Debug, Clone)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    /// Which symbols can come first.
    first: Vec<bool>,
}

impl Default for Trie {
    fn default() -> Self {
        Self { nodes: vec![Node::default()], first: Vec::new() }
    }
}

/// Groups nest at most this deep ("the evening of the day before the end of April").
const DEEPEST: usize = 4;

impl Trie {
    /// Adds a pattern that `rule` accepts. A pattern that matches nothing at all is an error.
    pub fn insert(&mut self, pattern: &Pattern, rule: u16) -> Result<(), String> {
        let ends = self.extend(vec![0], pattern);
        if ends.contains(&0) {
            return Err("the pattern matches nothing at all".into());
        }
        for end in ends {
            let accept = &mut self.nodes[end as usize].accept;
            if !accept.contains(&rule) {
                accept.push(rule);
            }
        }
        Ok(())
    }

    fn extend(&mut self, from: Vec<u32>, pattern: &Pattern) -> Vec<u32> {
        let mut ends = match pattern {
            Pattern::Sequence(parts) => {
                return parts.iter().fold(from, |nodes, part| self.extend(nodes, part));
            }
            Pattern::Either(parts) => parts.iter().flat_map(|part| self.extend(from.clone(), part)).collect(),
            Pattern::Optional(part) => {
                let mut ends = self.extend(from.clone(), part);
                ends.extend(from);
                ends
            }
            Pattern::Symbol { symbol, glued } => {
                let key = symbol.0 * 2 + u32::from(*glued);
                from.into_iter().map(|node| self.edge(node, key)).collect()
            }
            Pattern::Group(group) => from
                .into_iter()
                .map(|node| {
                    let known = self.nodes[node as usize].groups.iter().find(|(known, _)| known == group);
                    known.map(|(_, target)| *target).unwrap_or_else(|| {
                        let new = self.node();
                        self.nodes[node as usize].groups.push((*group, new));
                        new
                    })
                })
                .collect(),
            Pattern::Open | Pattern::Close => from
                .into_iter()
                .map(|node| {
                    let opens = *pattern == Pattern::Open;
                    let slot = |node: &mut Node| if opens { node.open } else { node.close };
                    slot(&mut self.nodes[node as usize]).unwrap_or_else(|| {
                        let new = self.node();
                        let node = &mut self.nodes[node as usize];
                        *(if opens { &mut node.open } else { &mut node.close }) = Some(new);
                        new
                    })
                })
                .collect(),
        };
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    fn node(&mut self) -> u32 {
        self.nodes.push(Node::default());
        (self.nodes.len() - 1) as u32
    }

    fn edge(&mut self, node: u32, key: u32) -> u32 {
        match self.nodes[node as usize].edges.binary_search_by_key(&key, |edge| edge.0) {
            Ok(at) => self.nodes[node as usize].edges[at].1,
            Err(at) => {
                let new = self.node();
                self.nodes[node as usize].edges.insert(at, (key, new));
                new
            }
        }
    }

    /// The symbols and groups that can come first.
    fn starts(&self) -> (Vec<u32>, Vec<usize>) {
        let (mut symbols, mut groups, mut open) = (Vec::new(), Vec::new(), vec![0]);
        while let Some(node) = open.pop() {
            let node = &self.nodes[node as usize];
            symbols.extend(node.edges.iter().map(|edge| edge.0 / 2));
            groups.extend(node.groups.iter().map(|(group, _)| *group));
            open.extend(node.open.into_iter().chain(node.close));
        }
        (symbols, groups)
    }
}

/// All tries: those of the groups, and last the one of whole expressions.
#[derive(Debug, Clone, Default)]
pub(super) struct Grammar {
    tries: Vec<Trie>,
}

/// Makes the meaning of a match in a group.
pub(super) trait Interpreter {
    type Meaning: Clone;
    fn interpret(&self, rule: u16, captures: &[Capture<Self::Meaning>]) -> Option<Self::Meaning>;
}

impl Grammar {
    /// Computes what can come first; to be called once all patterns are in.
    pub fn new(mut tries: Vec<Trie>, symbols: usize) -> Self {
        let starts: Vec<_> = tries.iter().map(Trie::starts).collect();
        for (index, trie) in tries.iter_mut().enumerate() {
            let mut first = vec![false; symbols];
            let (mut seen, mut open) = (vec![false; starts.len()], vec![index]);
            while let Some(group) = open.pop() {
                if !std::mem::replace(&mut seen[group], true) {
                    starts[group].0.iter().for_each(|symbol| first[*symbol as usize] = true);
                    open.extend(&starts[group].1);
                }
            }
            trie.first = first;
        }
        Self { tries }
    }

    /// Whether a match of a group may begin with this item.
    pub fn can_begin(&self, group: usize, items: &Items, item: &Item) -> bool {
        let first = &self.tries[group].first;
        item.literal.is_some_and(|symbol| first[symbol.0 as usize])
            || items.senses(item).iter().any(|sense| first[Symbol::class(sense.class).0 as usize])
    }

    /// Calls `found` with rule, captures and end of each match of a group that begins at `start`.
    pub fn matches<I: Interpreter>(
        &self,
        group: usize,
        items: &Items,
        start: usize,
        interpreter: &I,
        found: &mut dyn FnMut(u16, &[Capture<I::Meaning>], usize),
    ) {
        let mut search = Search { grammar: self, items, interpreter, captures: Vec::new(), depth: 0 };
        search.walk(group, 0, start, &mut |rule, captures, end| found(rule, captures, end));
    }
}

struct Search<'a, I: Interpreter> {
    grammar: &'a Grammar,
    items: &'a Items,
    interpreter: &'a I,
    captures: Vec<Capture<I::Meaning>>,
    depth: usize,
}

impl<I: Interpreter> Search<'_, I> {
    fn walk(
        &mut self,
        group: usize,
        node: u32,
        at: usize,
        found: &mut dyn FnMut(u16, &[Capture<I::Meaning>], usize),
    ) {
        let grammar = self.grammar;
        let node = &grammar.tries[group].nodes[node as usize];
        for rule in &node.accept {
            found(*rule, &self.captures, at);
        }
        if let Some(next) = node.open {
            self.step(Capture::Open(at), group, next, at, found);
        }
        if let Some(next) = node.close {
            self.step(Capture::Close(at), group, next, at, found);
        }
        let items = self.items;
        let Some(item) = items.items.get(at) else { return };
        let edge = |symbol: Symbol, glued: u32| {
            let key = symbol.0 * 2 + glued;
            node.edges.binary_search_by_key(&key, |edge| edge.0).ok().map(|at| node.edges[at].1)
        };
        let glued = u32::from(item.glued);
        if !node.edges.is_empty() {
            if let Some(symbol) = item.literal {
                for glue in 0..=glued {
                    if let Some(next) = edge(symbol, glue) {
                        self.walk(group, next, at + 1, found);
                    }
                }
            }
            for sense in items.senses(item) {
                for glue in 0..=glued {
                    if let Some(next) = edge(Symbol::class(sense.class), glue) {
                        self.step(Capture::Sense(sense.class, sense.value), group, next, at + 1, found);
                    }
                }
            }
        }
        for (inner, next) in &node.groups {
            if self.depth < DEEPEST && grammar.can_begin(*inner, items, item) {
                for (end, meaning) in self.inner(*inner, at) {
                    self.step(Capture::Inner(meaning), group, *next, end, found);
                }
            }
        }
    }

    fn step(
        &mut self,
        capture: Capture<I::Meaning>,
        group: usize,
        node: u32,
        at: usize,
        found: &mut dyn FnMut(u16, &[Capture<I::Meaning>], usize),
    ) {
        self.captures.push(capture);
        self.walk(group, node, at, found);
        self.captures.pop();
    }

    /// All matches of a group at a place with their meanings; one for each end, by the first rule.
    fn inner(&mut self, group: usize, at: usize) -> Vec<(usize, I::Meaning)> {
        let mut search = Search {
            grammar: self.grammar,
            items: self.items,
            interpreter: self.interpreter,
            captures: Vec::new(),
            depth: self.depth + 1,
        };
        let mut best: Vec<(usize, u16, I::Meaning)> = Vec::new();
        let interpreter = self.interpreter;
        search.walk(group, 0, at, &mut |rule, captures, end| {
            let known = best.iter().position(|(known, _, _)| *known == end);
            if known.is_some_and(|at| best[at].1 <= rule) {
                return;
            }
            if let Some(meaning) = interpreter.interpret(rule, captures) {
                match known {
                    Some(at) => best[at] = (end, rule, meaning),
                    None => best.push((end, rule, meaning)),
                }
            }
        });
        best.into_iter().map(|(end, _, meaning)| (end, meaning)).collect()
    }
}
