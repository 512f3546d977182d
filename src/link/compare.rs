//! Two texts compared: which of their happenings are one, and whether one text is a copy of the other.

use super::Profile;
use super::features::Evidence;
use super::origin::{OriginLink, origin};
use super::pair::{WEIGHTS, Weights, weigh};

/// What two texts have to do with each other.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// How alike their stories are, from 0 to 1.
    pub likeness: f32,
    /// Happenings that are one, by their places in the two profiles.
    pub links: Vec<HappeningLink>,
    /// Whether they share an origin, and why.
    pub origin: Option<OriginLink>,
}

/// Two happenings that are one.
#[derive(Debug, Clone, PartialEq)]
pub struct HappeningLink {
    /// Index into the first profile's happenings.
    pub a: usize,
    /// Index into the second's.
    pub b: usize,
    /// How sure it is, above 0 and up to 1.
    pub score: f32,
    /// Why, for people.
    pub reasons: String,
}

/// Compares two texts; the order of the two does not matter but for which is called the first.
pub fn compare(a: &Profile, b: &Profile) -> Comparison {
    compare_with(a, b, &WEIGHTS)
}

/// The same with other weights, for those who fit them.
pub fn compare_with(a: &Profile, b: &Profile, weights: &Weights) -> Comparison {
    let likeness = a.story.likeness(&b.story);
    let origin = origin(a, b);
    let mut links = Vec::new();
    for (i, x) in a.happenings.iter().enumerate() {
        for (j, y) in b.happenings.iter().enumerate() {
            let published_apart = a.published.zip(b.published).map(|(x, y)| (x - y).abs());
            let evidence = Evidence { likeness, same_origin: origin.is_some(), published_apart };
            if let Some((score, reasons)) = weigh(x, y, evidence, weights) {
                links.push(HappeningLink { a: i, b: j, score, reasons });
            }
        }
    }
    Comparison { likeness, links, origin }
}
