//! Two texts compared: which of their happenings are one, and whether one text is a copy of the other.

use super::Profile;
use super::features::{Evidence, Features, can_be_one, features, of_one_sort};
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
    each(a, b, likeness, origin.is_some(), |a, b, features| {
        if let Some((score, reasons)) = weigh(&features, weights) {
            links.push(HappeningLink { a, b, score, reasons });
        }
    });
    Comparison { likeness, links, origin }
}

/// The figures of all pairs of happenings that can be one, for those who fit weights.
pub fn figures(a: &Profile, b: &Profile) -> Vec<(usize, usize, Features)> {
    let mut found = Vec::new();
    let likeness = a.story.likeness(&b.story);
    each(a, b, likeness, origin(a, b).is_some(), |a, b, features| found.push((a, b, features)));
    found
}

fn each(
    a: &Profile,
    b: &Profile,
    likeness: f32,
    same_origin: bool,
    mut found: impl FnMut(usize, usize, Features),
) {
    let published_apart = a.published.zip(b.published).map(|(x, y)| (x - y).abs());
    let mut pairs = Vec::new();
    // How many of the other text's happenings each could be by its sort.
    let (mut rows, mut columns) = (vec![0_u16; a.happenings.len()], vec![0_u16; b.happenings.len()]);
    for (i, x) in a.happenings.iter().enumerate() {
        for (j, y) in b.happenings.iter().enumerate() {
            let sort = of_one_sort(x, y);
            if sort {
                rows[i] = rows[i].saturating_add(1);
                columns[j] = columns[j].saturating_add(1);
            }
            if can_be_one(x, y, published_apart) {
                pairs.push((i, j, sort));
            }
        }
    }
    for (i, j, sort) in pairs {
        let alone = if sort { 1.0 / f32::from(rows[i].max(columns[j])) } else { 0.0 };
        let evidence = Evidence { likeness, same_origin, published_apart, alone };
        found(i, j, features(&a.happenings[i], &b.happenings[j], evidence));
    }
}
