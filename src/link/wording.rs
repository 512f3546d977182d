//! The words of a text in their order, as far as copies are recognised by them.

use super::hash::{hash, mix};
use super::profile::heap;
use super::rarity::is_rare;
use crate::article::Span;
use unicode_segmentation::UnicodeSegmentation;

/// Words in a sequence that is hashed.
const SEQUENCE: usize = 4;
/// Names and figures in a sequence that is hashed.
const ANCHORS: usize = 3;

/// Hashed sequences of words, and of names and figures alone: those survive when synonyms are put in word by
/// word.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Fingerprint {
    /// Half of all sequences of four words, by their hashes; ascending.
    pub(super) sequences: Vec<u32>,
    /// All sequences of three names or figures; ascending.
    pub(super) anchors: Vec<u32>,
    /// Two names or figures that follow one another, with the number of words between them; ascending. Whoever tells
    /// the same in his own words puts them at other distances.
    pub(super) gaps: Vec<u32>,
    /// How many words the text has.
    pub(super) words: u32,
}

impl Fingerprint {
    /// Of the part of a text that is the article itself, and the keys by which its copies are found.
    pub(super) fn new(text: &str, mined: Span) -> (Self, Vec<i64>) {
        let (mut words, mut rare) = (Vec::new(), Vec::new());
        let (mut anchors, mut places) = (Vec::new(), Vec::new());
        let text = text.get(mined.begin..mined.end).unwrap_or(text);
        let mut opening = true;
        for piece in text.split_word_bounds() {
            if piece.chars().any(char::is_alphanumeric) {
                let lower = piece.to_lowercase();
                let value = hash(&[lower.as_bytes()]);
                words.push(value);
                rare.push(lower.chars().count() > 3 && is_rare(&lower));
                let figure = piece.starts_with(|first: char| first.is_ascii_digit());
                // The first word of a sentence has a capital anyway.
                if figure || (!opening && piece.starts_with(char::is_uppercase)) {
                    anchors.push(value);
                    places.push(words.len());
                }
                opening = false;
            } else if piece.contains(['.', '!', '?', '\n', '“', '”', '"', ':', '\u{2022}']) {
                opening = true;
            }
        }
        let sequences = sequences(&words, SEQUENCE);
        let gaps: Vec<u32> = gaps(&anchors, &places).collect();
        let anchors = sequences_of_anchors(&anchors);
        // Stock phrases are in every text.
        let telling: Vec<u64> = sequences
            .iter()
            .zip(rare.windows(SEQUENCE))
            .filter(|(_, rare)| rare.contains(&true))
            .map(|(value, _)| *value)
            .collect();
        let mut keys: Vec<i64> = winnowed(&telling, 24).map(|value| key(b"copy", value)).collect();
        keys.extend(winnowed(&anchors, 4).map(|value| key(b"names", value)));
        let halved = sequences.iter().filter(|&&value| value & 1 == 0).map(|&value| (value >> 32) as u32);
        let fingerprint = Self {
            sequences: ascending(halved),
            anchors: ascending(anchors.iter().map(|&value| (value >> 32) as u32)),
            gaps: ascending(gaps.into_iter()),
            words: words.len() as u32,
        };
        (fingerprint, keys)
    }

    /// The bytes of its lists.
    pub(super) fn weight(&self) -> usize {
        [&self.sequences, &self.anchors, &self.gaps].into_iter().map(heap).sum()
    }
}

/// Neighbouring names and figures with words between them, but not too many.
fn gaps(anchors: &[u64], places: &[usize]) -> impl Iterator<Item = u32> {
    let distances = places.windows(2).map(|pair| pair[1] - pair[0]);
    anchors
        .windows(2)
        .zip(distances)
        .filter(|(_, distance)| (2..=16).contains(distance))
        .map(|(pair, distance)| (mix(mix(pair[0] ^ distance as u64) ^ pair[1]) >> 32) as u32)
}

fn key(sort: &[u8], value: u64) -> i64 {
    hash(&[sort, &value.to_le_bytes()]) as i64
}

fn sequences(words: &[u64], length: usize) -> Vec<u64> {
    words.windows(length).map(|window| window.iter().fold(0, |state, &word| mix(state ^ word))).collect()
}

fn sequences_of_anchors(anchors: &[u64]) -> Vec<u64> {
    sequences(anchors, ANCHORS)
}

/// The least of every `window` neighbouring hashes: two texts that share a longer run share one of them.
fn winnowed(hashes: &[u64], window: usize) -> impl Iterator<Item = u64> + '_ {
    let mut last = None;
    let mut windows = hashes.windows(window.min(hashes.len()).max(1));
    std::iter::from_fn(move || {
        for window in windows.by_ref() {
            let least = window.iter().min().copied();
            if least != last {
                last = least;
                return least;
            }
        }
        None
    })
}

fn ascending(hashes: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut hashes: Vec<u32> = hashes.collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// How many values two ascending lists share.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        i += usize::from(x <= y);
        j += usize::from(y <= x);
        count += usize::from(x == y);
    }
    count
}
