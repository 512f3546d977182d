//! Two texts compared: which of their happenings are one, and whether one text is a copy of the other.

use super::Profile;
use super::features::{ALIKE, Evidence, Features, features, told};
use super::main_act::{Main, main_acts};
use super::origin::{OriginLink, origin};
use super::pair::{WEIGHTS, Weights, weigh};
use super::possible::{apart, both_look_back, can_be_one, out_of_time};
use super::telling::counts_compared;

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
    /// How sure it is, from 0 to 1; the two are rather one than not from [`super::SURE`] on.
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
    let texts = whole(a, b, likeness, origin.is_some());
    each(a, b, texts, |a, b, features| {
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
    let texts = whole(a, b, likeness, origin(a, b).is_some());
    each(a, b, texts, |a, b, features| found.push((a, b, features)));
    found
}

/// Days between two publications up to which their stories can be one.
const OF_ONE_TIME: i32 = 21;

/// Days between two publications up to which they are of one season.
const SEASON: i32 = 90;

/// What is known of the two texts as wholes.
fn whole(a: &Profile, b: &Profile, likeness: f32, same_origin: bool) -> Evidence {
    // Years later a text counts other things, and is about another act.
    let of_one_time = a.published.zip(b.published).is_none_or(|(x, y)| (x - y).abs() <= OF_ONE_TIME);
    Evidence {
        likeness,
        names: a.story.likeness_of_names(&b.story),
        counts: if of_one_time { counts_compared(&a.story.counts, &b.story.counts) } else { (0.0, false) },
        main: if of_one_time { main_acts(&a.happenings, &b.happenings) } else { Main::Unknown },
        same_origin,
        apart: 0,
        looked_back: false,
        season_open: a.published.is_some() != b.published.is_some(),
        one_season: a.published.zip(b.published).is_some_and(|(x, y)| (x - y).abs() <= SEASON),
        alone: 0.0,
    }
}

fn each(a: &Profile, b: &Profile, texts: Evidence, mut found: impl FnMut(usize, usize, Features)) {
    let mut pairs = Vec::new();
    // Those that each could be as well, by how alike they are told: rivals.
    let mut rows = vec![Rivals::default(); a.happenings.len()];
    let mut columns = vec![Rivals::default(); b.happenings.len()];
    for (i, x) in a.happenings.iter().enumerate() {
        for (j, y) in b.happenings.iter().enumerate() {
            let apart = apart(x, y, (a.published, b.published));
            if can_be_one(x, y, apart) && !out_of_time((x, a.published), (y, b.published)) {
                let told = told(x, y);
                rows[i].add(told);
                columns[j].add(told);
                pairs.push((i, j, told, apart));
            }
        }
    }
    // To be the only one of its sort says little of what is one of one or two.
    let fewest = a.happenings.len().min(b.happenings.len());
    let among = (fewest.saturating_sub(1) as f32 / 4.0).min(1.0);
    for (i, j, told, apart) in pairs {
        let rivals = rows[i].of(told).max(columns[j].of(told)).max(1);
        let alone = if told >= ALIKE { among / f32::from(rivals) } else { 0.0 };
        let (x, y) = (&a.happenings[i], &b.happenings[j]);
        let looked_back = both_look_back((x, a.published), (y, b.published));
        found(i, j, features(x, y, Evidence { apart, looked_back, alone, ..texts }));
    }
}

/// How many are told at least so alike, for the degrees from [`ALIKE`] on.
#[derive(Clone, Copy, Default)]
struct Rivals([u16; 4]);

impl Rivals {
    fn degrees(told: f32) -> usize {
        [ALIKE, 0.8, 0.9, 1.0].iter().filter(|&&degree| told >= degree).count()
    }

    fn add(&mut self, told: f32) {
        self.0.iter_mut().take(Self::degrees(told)).for_each(|count| *count = count.saturating_add(1));
    }

    fn of(&self, told: f32) -> u16 {
        Self::degrees(told).checked_sub(1).map_or(0, |degree| self.0[degree])
    }
}
