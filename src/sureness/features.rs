//! What is looked at to tell how sure a mention is.

use crate::events::{EventDateBasis, Mention, Participant, Status};
use crate::language::{Document, Xpos};

/// The features by their names in `rules/sureness`.
pub const FEATURES: [&str; 11] = [
    "always",
    "neither side",
    "source unknown",
    "target unknown",
    "more parties",
    "claimed",
    "not news",
    "narrative",
    "participle",
    "length",
    "unsettled",
];

/// A figure for each of [`FEATURES`]: 1 where it holds and 0 where it does not, or how much of it there is.
pub type Features = [f64; FEATURES.len()];

/// Sentences of so many words are no harder to read than shorter ones.
const SHORT: usize = 15;
/// What is longer than this beyond the short counts no more.
const LONGEST: usize = 40;
/// More parties than these on both sides beside the first of each count no more.
const MOST_PARTIES: usize = 3;
/// A sentence of which so many tenths of the words are unsettled is as hard to read as can be.
const MOST_UNSETTLED: f64 = 4.0;

/// The figures of a mention.
pub fn features(mention: &Mention, document: &Document) -> Features {
    let sentence = document.sentences.get(mention.sentence);
    let tokens = sentence.map_or(0, |sentence| sentence.tokens.len());
    let unsettled = sentence.map_or(0, |sentence| sentence.unsettled);
    let head = sentence.and_then(|sentence| sentence.tokens.get(mention.head));
    let unknown = |side: &[Participant]| holds(side.iter().all(|participant| participant.actor.is_none()));
    let beside = |side: &[Participant]| side.len().saturating_sub(1);
    let basis = mention.date.as_ref().map(|date| date.basis);
    [
        1.0,
        holds(mention.sources.is_empty() && mention.targets.is_empty()),
        unknown(&mention.sources),
        unknown(&mention.targets),
        (beside(&mention.sources) + beside(&mention.targets)).min(MOST_PARTIES) as f64,
        holds(mention.status == Status::Claimed),
        holds(basis != Some(EventDateBasis::Publication)),
        holds(basis == Some(EventDateBasis::Narrative)),
        holds(head.is_some_and(|head| head.xpos == Xpos::Vbg)),
        tokens.saturating_sub(SHORT).min(LONGEST) as f64 / 10.0,
        (10.0 * unsettled as f64 / tokens.max(1) as f64).min(MOST_UNSETTLED),
    ]
}

fn holds(condition: bool) -> f64 {
    f64::from(u8::from(condition))
}

/// The share of certainty of these figures, from 0 to 1.
pub fn share(figures: &Features, weights: &[f64]) -> f64 {
    let sum: f64 = figures.iter().zip(weights).map(|(figure, weight)| figure * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}
