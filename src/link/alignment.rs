//! Which sentence of its original a sentence of a rewording was made from.

use super::hash::hash;
use std::collections::BTreeMap;
use unicode_segmentation::UnicodeSegmentation;

/// The least share of a sentence's weight that the sentence made from it has kept.
const LEAST: f32 = 0.25;
/// How much less the next-best candidate must have, as a share of the best.
const NEXT_BEST: f32 = 0.7;
/// The least share where both neighbours were made from its neighbours.
const BETWEEN: f32 = 0.1;
/// How many times longer one may be than the other.
const LONGER: usize = 2;
/// What a name or a figure weighs beside another word as seldom.
const NAME: f32 = 2.0;

/// For each sentence of a rewording the sentence of the original that it was made from, where one stands out. Names,
/// figures and some of the words are left of it, and mostly its neighbours.
pub fn align(copy: &[&str], original: &[&str]) -> Vec<Option<usize>> {
    let originals: Vec<Words> = original.iter().map(|sentence| Words::of(sentence)).collect();
    let mut seen: BTreeMap<u64, u16> = BTreeMap::new();
    for sentence in &originals {
        sentence.words.keys().for_each(|word| *seen.entry(*word).or_default() += 1);
    }
    let kept: Vec<Vec<f32>> = copy
        .iter()
        .map(|sentence| {
            let sentence = Words::of(sentence);
            originals.iter().map(|original| sentence.kept_of(original, &seen)).collect()
        })
        .collect();
    let sure: Vec<Option<usize>> = kept.iter().map(|shares| outstanding(shares)).collect();
    (0..copy.len())
        .map(|at| sure[at].or_else(|| between(&sure, at).filter(|&j| kept[at][j] >= BETWEEN)))
        .collect()
}

/// The best share, if it is enough and the next-best is well below.
fn outstanding(shares: &[f32]) -> Option<usize> {
    let best = (0..shares.len()).max_by(|&a, &b| shares[a].total_cmp(&shares[b]))?;
    let next = shares.iter().enumerate().filter(|(at, _)| *at != best).map(|(_, share)| *share);
    let next = next.fold(0.0, f32::max);
    (shares[best] >= LEAST && next <= NEXT_BEST * shares[best]).then_some(best)
}

/// The sentence between those that the neighbours were made from.
fn between(sure: &[Option<usize>], at: usize) -> Option<usize> {
    let before = sure.get(at.checked_sub(1)?).copied()??;
    let after = sure.get(at + 1).copied()??;
    (after == before + 2).then_some(before + 1)
}

/// The words of a sentence, with what they weigh.
struct Words {
    words: BTreeMap<u64, f32>,
    length: usize,
}

impl Words {
    fn of(sentence: &str) -> Self {
        let (mut words, mut length) = (BTreeMap::new(), 0);
        for word in sentence.unicode_words() {
            // The first word has a capital anyway.
            let named = length > 0 && word.starts_with(char::is_uppercase)
                || word.starts_with(|first: char| first.is_ascii_digit());
            words.insert(hash(&[word.to_lowercase().as_bytes()]), if named { NAME } else { 1.0 });
            length += 1;
        }
        Self { words, length }
    }

    /// The share of the original's weight that this sentence has. A word weighs the less, the more of the original's
    /// sentences have it.
    fn kept_of(&self, original: &Self, seen: &BTreeMap<u64, u16>) -> f32 {
        if self.length > LONGER * original.length || original.length > LONGER * self.length {
            return 0.0;
        }
        let (mut kept, mut all) = (0.0, 0.0);
        for (word, weight) in &original.words {
            let weight = weight / f32::from(seen.get(word).copied().unwrap_or(1));
            all += weight;
            if self.words.contains_key(word) {
                kept += weight;
            }
        }
        if all > 0.0 { kept / all } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::align;

    const ORIGINAL: [&str; 4] = [
        "The minister landed in Geneva on Friday for talks with John Kerry about the truce.",
        "He said that both sides would keep their word.",
        "Twenty lorries with food waited at the Turkish border, the United Nations said.",
        "Neither side would say what had been agreed.",
    ];

    fn check(copy: &[&str], expected: &[Option<usize>]) {
        assert_eq!(align(copy, &ORIGINAL), expected);
    }

    #[test]
    fn words_replaced_one_by_one() {
        check(
            &[
                "A secretary arrived in Geneva on Friday for discussions with John Kerry around a ceasefire.",
                "He pronounced that both parties would honour a word.",
                "Twenty trucks with nourishment stood during a Turkish frontier, a United Nations pronounced.",
            ],
            &[Some(0), Some(1), Some(2)],
        );
    }

    #[test]
    fn sentences_in_another_order_and_sentences_added() {
        check(
            &[
                "Twenty trucks with nourishment stood during a Turkish frontier, a United Nations pronounced.",
                "Subscribe to our letter to have such stories every morning of the week.",
                "A secretary arrived in Geneva on Friday for discussions with John Kerry around a ceasefire.",
            ],
            &[Some(2), None, Some(0)],
        );
    }

    #[test]
    fn one_that_keeps_little_is_known_by_its_neighbours() {
        let reworded = "Them pronounced how two parties will honour a word.";
        let first =
            "A secretary arrived in Geneva on Friday for discussions with John Kerry around a ceasefire.";
        let third =
            "Twenty trucks with nourishment stood during a Turkish frontier, a United Nations pronounced.";
        check(&[reworded], &[None]);
        check(&[first, reworded, third], &[Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn nothing_is_made_from_nothing() {
        assert_eq!(align(&[], &ORIGINAL), []);
        assert_eq!(align(&["A sentence."], &[]), [None]);
    }
}
