//! What a text is about: its weighty words, and how alike two texts are by them.

use super::hash::word;
use super::profile::heap;
use super::rarity::rarity;
use super::telling::{self, Count};
use crate::article::Part;
use crate::language::{Document, Token, Upos};
use std::collections::BTreeMap;

/// How many words stand for a text. More would make long texts alike by their commonplaces.
const KEPT: usize = 100;
/// How many names.
const NAMES: usize = 40;
/// From how many names on their likeness is taken at its word.
const ENOUGH_NAMES: f32 = 3.0;
/// Sentences in which a text says what its news is.
const OPENING: usize = 8;
/// From how many words on likeness is taken at its word.
const ENOUGH: f32 = 30.0;

/// The weighty words of a text: hashes with weights, in order of the hashes. The squares of the weights sum
/// up to one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Story {
    pub(super) terms: Vec<(u32, f32)>,
    /// The same of names alone: two stories of one sort share their words, but not their names.
    pub(super) names: Vec<(u32, f32)>,
    /// What the first sentences count.
    pub(super) counts: Vec<Count>,
}

/// The weightiest terms, as many as are kept, in order of their hashes.
fn weighted(counts: BTreeMap<u32, (f32, f32)>, kept: usize) -> Vec<(u32, f32)> {
    let mut terms: Vec<(u32, f32)> =
        counts.into_iter().map(|(term, (count, rarity))| (term, count.sqrt() * rarity)).collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    terms.truncate(kept);
    let norm = terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    if norm > 0.0 {
        terms.iter_mut().for_each(|(_, weight)| *weight /= norm);
    }
    terms.sort_by_key(|(term, _)| *term);
    terms
}

/// The cosine of two lists of weights.
fn cosine(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some((x, weight)), Some((y, other))) = (a.get(i), b.get(j)) {
        if x == y {
            sum += weight * other;
        }
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    sum
}

/// Whether a word says something of what a text is about.
pub(super) fn is_content(token: &Token) -> bool {
    matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Num | Upos::Adj)
}

impl Story {
    /// The story of a document. Headline and opening say what it is about and weigh more.
    pub(super) fn new(document: &Document) -> Self {
        let mut counts: BTreeMap<u32, (f32, f32)> = BTreeMap::new();
        let mut names: BTreeMap<u32, (f32, f32)> = BTreeMap::new();
        let mut position = 0;
        for sentence in &document.sentences {
            let lead = if sentence.part == Part::Title || position < 3 { 1.5 } else { 1.0 };
            position += usize::from(sentence.part == Part::Text);
            for token in sentence.tokens.iter().filter(|token| is_content(token)) {
                let lemma = token.lemma.to_lowercase();
                let rarity = rarity(&lemma, token.upos);
                if rarity > 0.0 {
                    let entry = counts.entry(word(&lemma)).or_insert((0.0, rarity));
                    entry.0 += lead;
                    entry.1 = entry.1.max(rarity);
                    if token.upos == Upos::Propn {
                        let entry = names.entry(word(&lemma)).or_insert((0.0, rarity));
                        entry.0 += lead;
                    }
                }
            }
        }
        let first = document.sentences.iter().take(OPENING);
        Self {
            terms: weighted(counts, KEPT),
            names: weighted(names, NAMES),
            counts: telling::in_order(first.flat_map(telling::counts).collect()),
        }
    }

    /// The bytes of its lists.
    pub(super) fn weight(&self) -> usize {
        heap(&self.terms) + heap(&self.names) + heap(&self.counts)
    }

    /// How alike two stories are, from 0 to 1: the cosine.
    pub(super) fn likeness(&self, other: &Self) -> f32 {
        // A sentence or two share a word by chance more easily than two pages do.
        let least = self.terms.len().min(other.terms.len()) as f32;
        cosine(&self.terms, &other.terms) * (least / ENOUGH).min(1.0).sqrt()
    }

    /// How alike they are by their names alone, from 0 to 1; a name or two are shared by chance.
    pub(super) fn likeness_of_names(&self, other: &Self) -> f32 {
        let least = self.names.len().min(other.names.len()) as f32;
        cosine(&self.names, &other.names) * (least / ENOUGH_NAMES).min(1.0)
    }

    /// The weightiest terms, the weightiest first.
    pub(super) fn foremost(&self, count: usize) -> Vec<u32> {
        foremost(&self.terms, count)
    }

    /// The weightiest names, the weightiest first.
    pub(super) fn foremost_names(&self, count: usize) -> Vec<u32> {
        foremost(&self.names, count)
    }
}

fn foremost(terms: &[(u32, f32)], count: usize) -> Vec<u32> {
    let mut terms = terms.to_vec();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    terms.into_iter().take(count).map(|(term, _)| term).collect()
}
