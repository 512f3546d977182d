//! What two happenings of different texts have in common, as figures.

use super::figure::compared;
use super::happening::{Happening, Party};
use super::kinds::are_kin;
use super::wording::shared;

/// What is known of the two texts as wholes.
#[derive(Debug, Clone, Copy)]
pub struct Evidence {
    /// How alike their stories are, from 0 to 1.
    pub likeness: f32,
    /// Whether one text is a copy of the other.
    pub same_origin: bool,
    /// Days between the publications, where both are known.
    pub published_apart: Option<i32>,
}

/// The names of the figures, in their order.
pub const FEATURES: [&str; 23] = [
    "always",
    "stories alike",
    "stories very alike",
    "same lemma",
    "same mode",
    "same kind",
    "lemma and story",
    "same day",
    "dates agree",
    "a day apart",
    "a date is missing",
    "same place",
    "another place",
    "actors shared",
    "countries shared",
    "nobody shared",
    "other persons",
    "nobody named",
    "same figures",
    "other figures",
    "words shared",
    "same origin",
    "published apart",
];

/// One figure for each of [`FEATURES`].
pub type Features = [f32; FEATURES.len()];

/// The figures of two happenings, or none where they cannot be one: neither word nor family of kinds in common, one
/// only feared and the other not, dates that exclude each other, different countries.
pub fn features(a: &Happening, b: &Happening, evidence: Evidence) -> Option<Features> {
    // One order, so that it does not matter which of the two was there first.
    let (a, b) = if (a.name, &a.words) <= (b.name, &b.words) { (a, b) } else { (b, a) };
    let lemma = shared(&a.lemmas, &b.lemmas) > 0;
    let mode = shared(&a.modes, &b.modes) > 0;
    let kind = a.kinds.iter().any(|kind| b.kinds.contains(kind));
    let kin = kind || a.kinds.iter().any(|&x| b.kinds.iter().any(|&y| are_kin(x, y)));
    if !(lemma || kin) || a.hypothetical != b.hypothetical {
        return None;
    }
    let [same_day, agree, apart, missing] = when(a, b)?;
    let [same_place, other_place] = places(a, b)?;
    let [actors, countries, nobody, persons, unnamed] = who(a, b);
    let [figures, other_figures] = numbers(a, b);
    let flag = |holds: bool| f32::from(u8::from(holds));
    Some([
        1.0,
        evidence.likeness,
        flag(evidence.likeness >= 0.25),
        flag(lemma),
        flag(mode),
        flag(kind),
        flag(lemma) * evidence.likeness,
        same_day,
        agree,
        apart,
        missing,
        same_place,
        other_place,
        actors,
        countries,
        nobody,
        persons,
        unnamed,
        figures,
        other_figures,
        words(a, b),
        flag(evidence.same_origin),
        published_apart(a, b, evidence.published_apart),
    ])
}

/// Days between told dates that midnight alone explains; more where a date was reasoned.
fn tolerance(told: bool) -> i32 {
    if told { 1 } else { 2 }
}

/// Same day, agreeing dates, days apart, a date missing.
fn when(a: &Happening, b: &Happening) -> Option<[f32; 4]> {
    let (Some(x), Some(y)) = (a.days, b.days) else { return Some([0.0, 0.0, 0.0, 1.0]) };
    let gap = x.gap(y);
    if gap > tolerance(x.told && y.told) {
        return None;
    }
    Some(match gap {
        0 if x.length().max(y.length()) <= 2 => [1.0, 0.0, 0.0, 0.0],
        0 if x.length().max(y.length()) <= 31 => [0.0, 1.0, 0.0, 0.0],
        0 => [0.0; 4],
        _ => [0.0, 0.0, 1.0, 0.0],
    })
}

/// News without a date of its own is mostly of the days before it was published: where one of the two is not dated to
/// a few days, publications a week or more apart tell of two happenings.
fn published_apart(a: &Happening, b: &Happening, apart: Option<i32>) -> f32 {
    let dated = |happening: &Happening| happening.days.is_some_and(|days| days.length() <= 3);
    match apart {
        Some(apart) if !(dated(a) && dated(b)) => ((apart - 2).max(0) as f32 / 6.0).min(1.0),
        _ => 0.0,
    }
}

/// Same place, another place in one country.
fn places(a: &Happening, b: &Happening) -> Option<[f32; 2]> {
    if let (Some(x), Some(y)) = (a.country, b.country)
        && x != y
    {
        return None;
    }
    Some(match (a.place, b.place) {
        (Some(x), Some(y)) if x == y => [1.0, 0.0],
        (Some(_), Some(_)) => [0.0, 1.0],
        _ => [0.0, 0.0],
    })
}

/// The share of actors in common, of countries beyond them; nobody in common; two persons known by name who do or
/// suffer it each for themselves; nobody named on one side.
fn who(a: &Happening, b: &Happening) -> [f32; 5] {
    let (few, many) = if a.parties.len() <= b.parties.len() { (a, b) } else { (b, a) };
    if few.parties.is_empty() {
        return [0.0, 0.0, 0.0, 0.0, 1.0];
    }
    let same = |x: &Party, y: &Party| x.actor == y.actor;
    let kin = |x: &Party, y: &Party| same(x, y) || x.country != 0 && x.country == y.country;
    let share = |test: &dyn Fn(&Party, &Party) -> bool| {
        let found = few.parties.iter().filter(|x| many.parties.iter().any(|y| test(x, y))).count();
        found as f32 / few.parties.len() as f32
    };
    let (actors, countries) = (share(&same), share(&kin));
    let alone = |x: &Happening, y: &Happening, side: fn(&Party) -> bool| {
        let mut singles = x.parties.iter().filter(|party| party.single && side(party)).peekable();
        singles.peek().is_some() && singles.all(|party| !y.parties.iter().any(|other| kin(party, other)))
    };
    let differ = |side| alone(a, b, side) && alone(b, a, side);
    let persons = differ(|party| party.source) || differ(|party| party.target);
    let nobody = countries == 0.0;
    [actors, countries - actors, f32::from(u8::from(nobody)), f32::from(u8::from(persons)), 0.0]
}

/// A figure in common; figures of one sort, but none in common. Tolls that differ say little.
fn numbers(a: &Happening, b: &Happening) -> [f32; 2] {
    match compared(&a.figures, &b.figures) {
        [true, ..] => [1.0, 0.0],
        [_, true, _] => [0.0, 1.0],
        [.., true] => [0.0, 0.3],
        _ => [0.0, 0.0],
    }
}

/// The weight of the words that both tell it with, of the weight of the shorter telling's words.
fn words(a: &Happening, b: &Happening) -> f32 {
    let total = |words: &[(u32, u8)]| words.iter().map(|(_, weight)| u32::from(*weight)).sum::<u32>();
    let least = total(&a.words).min(total(&b.words));
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some((x, weight)), Some((y, other))) = (a.words.get(i), b.words.get(j)) {
        i += usize::from(x <= y);
        j += usize::from(y <= x);
        common += u32::from(x == y) * u32::from(*weight.min(other));
    }
    if least == 0 { 0.0 } else { (common as f32 / least as f32).min(1.0) }
}
