//! What a text is about: its weighty words, and how alike two texts are by them.

use super::hash::word;
use super::rarity::rarity;
use crate::article::Part;
use crate::language::{Document, Token, Upos};
use std::collections::BTreeMap;

/// How many words stand for a text. More would make long texts alike by their commonplaces.
const KEPT: usize = 100;
/// From how many words on likeness is taken at its word.
const ENOUGH: f32 = 30.0;

/// The weighty words of a text: hashes with weights, in order of the hashes. The squares of the weights sum
/// up to one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Story {
    pub(super) terms: Vec<(u32, f32)>,
}

/// Whether a word says something of what a text is about.
pub(super) fn is_content(token: &Token) -> bool {
    matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Num | Upos::Adj)
}

impl Story {
    /// The story of a document. Headline and opening say what it is about and weigh more.
    pub(super) fn new(document: &Document) -> Self {
        let mut counts: BTreeMap<u32, (f32, f32)> = BTreeMap::new();
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
                }
            }
        }
        Self::weighted(
            counts.into_iter().map(|(term, (count, rarity))| (term, count.sqrt() * rarity)).collect(),
        )
    }

    fn weighted(mut terms: Vec<(u32, f32)>) -> Self {
        terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        terms.truncate(KEPT);
        let norm = terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        if norm > 0.0 {
            terms.iter_mut().for_each(|(_, weight)| *weight /= norm);
        }
        terms.sort_by_key(|(term, _)| *term);
        Self { terms }
    }

    /// How alike two stories are, from 0 to 1: the cosine.
    pub(super) fn likeness(&self, other: &Self) -> f32 {
        let (mut a, mut b) = (self.terms.iter().peekable(), other.terms.iter().peekable());
        let mut sum = 0.0;
        while let (Some(&&(left, x)), Some(&&(right, y))) = (a.peek(), b.peek()) {
            match left.cmp(&right) {
                std::cmp::Ordering::Less => {
                    a.next();
                }
                std::cmp::Ordering::Greater => {
                    b.next();
                }
                std::cmp::Ordering::Equal => {
                    sum += x * y;
                    a.next();
                    b.next();
                }
            }
        }
        // A sentence or two share a word by chance more easily than two pages do.
        let least = self.terms.len().min(other.terms.len()) as f32;
        sum * (least / ENOUGH).min(1.0).sqrt()
    }

    /// The weightiest terms, the weightiest first.
    pub(super) fn foremost(&self, count: usize) -> Vec<u32> {
        let mut terms = self.terms.clone();
        terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        terms.into_iter().take(count).map(|(term, _)| term).collect()
    }
}
