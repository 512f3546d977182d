//! What two happenings of different texts have in common, as figures.

use super::few::few_in_that_time;
use super::figure::compared;
use super::happening::{Happening, Party};
use super::main_act::Main;
use super::possible::{kin_parties, mutual};
use super::telling::{counts_compared, weekdays_agree};
use super::wording::shared;

/// What is known of the two texts as wholes, and of the two happenings among their others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evidence {
    /// How alike their stories are, from 0 to 1.
    pub(super) likeness: f32,
    /// How alike they are by their names, from 0 to 1.
    pub(super) names: f32,
    /// The rarest number that both stories have, and whether they have other numbers of the same.
    pub(super) counts: (f32, bool),
    /// What the main acts of the two texts, as far as they are of one sort, say of the two stories.
    pub(super) main: Main,
    /// Whether one text is a copy of the other.
    pub(super) same_origin: bool,
    /// How many days too many lie between the publications, or between one and what the other dates ([`super::possible::apart`]).
    pub(super) apart: i32,
    /// Whether both texts were published well after what they tell of.
    pub(super) looked_back: bool,
    /// Whether both were published within a season.
    pub(super) one_season: bool,
    /// Whether it is known of one of them alone when it was published.
    pub(super) season_open: bool,
    /// How far the two are the only ones told so alike in their texts: 1 where they are, 1/2 where one text has two.
    pub(super) alone: f32,
}

/// The names of the figures, in their order.
pub const FEATURES: [&str; 34] = [
    "always",
    "told alike in one setting",
    "the only ones of their sort",
    "one word for it",
    "one mode",
    "another mode",
    "another sort of it",
    "same participants",
    "other participants",
    "same words for those who do it",
    "other words for those who do it",
    "same words for those it is done to",
    "other words for those it is done to",
    "same figures",
    "other figures",
    "other numbers beside it",
    "same numbers in the story",
    "other numbers in the story",
    "same main act",
    "another main act",
    "words shared",
    "names of the story",
    "day",
    "hardly two such acts in that time",
    "same day of the week",
    "another day of the week",
    "place",
    "another story",
    "published apart",
    "same origin",
    "told only as possible",
    "told as another one",
    "of a season that one of them does not tell",
    "not done here, and still to come there",
];

/// One figure for each of [`FEATURES`].
pub type Features = [f32; FEATURES.len()];

/// From what likeness on two stories can be one, and how much more makes them one for certain.
const STORY: (f32, f32) = (0.1, 0.2);
/// Below this, nothing shows that two tellings speak of one setting.
const NO_SETTING: f32 = 0.15;

/// The figures of two happenings that can be one.
pub(super) fn features(a: &Happening, b: &Happening, evidence: Evidence) -> Features {
    let day = day(a, b);
    let place = place(a, b);
    let [participants, others] = who(a, b);
    let [figures, other_figures] = numbers(a, b);
    // What a copy changed is a variant, no other happening.
    let other_figures = if evidence.same_origin { 0.0 } else { other_figures };
    let story = ((evidence.likeness - STORY.0) / STORY.1).clamp(0.0, 1.0);
    // One day with one place or the same people makes a setting even where the stories differ in their words.
    // Of those who are in the news every day, it takes more than the day.
    let scene =
        if day > 0.0 && others == 0.0 && place >= 0.0 { day * place.max(participants * 0.7) } else { 0.0 };
    let few = if others == 0.0 && place >= 0.0 { few_in_that_time(a, b, day, &evidence) } else { 0.0 };
    let scene = scene.max(few);
    let known_place = if place > 0.0 { 0.3 } else { 0.0 };
    let setting = story.max(scene).max((story + known_place).min(1.0));
    // Two acts of one sort and one day need more than that.
    let nothing_shared = setting < NO_SETTING && place <= 0.0;
    let mode = match (shared(&a.modes, &b.modes) > 0, like(a, b)) {
        (true, _) => 1.0,
        (_, true) => 0.7,
        _ => 0.0,
    };
    let [doers, other_doers, done_to, other_done_to] = sides(a, b);
    let (_, other_counts) = counts_compared(&a.counts, &b.counts);
    let week = if day == 0.0 { weekdays_agree(a.weekdays, b.weekdays) } else { None };
    [
        1.0,
        told(a, b) * setting,
        evidence.alone * setting,
        flag(shared(&a.roots, &b.roots) > 0),
        mode,
        flag(mode == 0.0 && !a.modes.is_empty() && !b.modes.is_empty()),
        another_sort(a, b),
        participants,
        others,
        doers,
        other_doers,
        done_to,
        other_done_to,
        figures,
        other_figures,
        flag(other_counts),
        evidence.counts.0,
        flag(evidence.counts.1),
        flag(evidence.main == Main::One),
        // Where both tell one day, what else the texts are about says nothing.
        flag(evidence.main == Main::Two && day <= 0.0),
        words(&a.words, &b.words),
        evidence.names,
        day,
        few,
        flag(week == Some(true)),
        flag(week == Some(false)),
        place,
        flag(evidence.likeness < STORY.0 && scene == 0.0 || nothing_shared),
        (evidence.apart as f32 / 6.0).min(2.0),
        flag(evidence.same_origin),
        flag(a.hypothetical != b.hypothetical),
        flag(a.another != b.another),
        flag(a.seasonal && b.seasonal && evidence.season_open && day <= 0.0),
        // What is foiled is told as not done by one, and as done by the next.
        flag(a.denied && b.planned || a.planned && b.denied),
    ]
}

/// How far both use the same words for those who do it, whether they use quite other ones, and both for those to whom
/// it is done.
fn sides(a: &Happening, b: &Happening) -> [f32; 4] {
    let [doers, other_doers] = words_for(&a.doers, &b.doers);
    let [done_to, other_done_to] = words_for(&a.done_to, &b.done_to);
    if !mutual(a, b) {
        return [doers, other_doers, done_to, other_done_to];
    }
    let [crossed, other_crossed] = words_for(&a.doers, &b.done_to);
    let [back, other_back] = words_for(&a.done_to, &b.doers);
    if crossed + back > doers + done_to {
        // Of two that are turned round neither comes first: pairs are compared in any order.
        [crossed.max(back), other_crossed.min(other_back), crossed.min(back), 0.0]
    } else {
        [doers, other_doers, done_to, 0.0]
    }
}

/// The share of the words for those who take part that both use, and whether both have words and none in common.
pub(super) fn words_for(a: &[(u32, u8)], b: &[(u32, u8)]) -> [f32; 2] {
    if a.is_empty() || b.is_empty() {
        return [0.0, 0.0];
    }
    let share = overlap(a, b, 150);
    [share, flag(share == 0.0)]
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

/// From what on two happenings are told alike: one word, or one mode.
pub(super) const ALIKE: f32 = 0.6;

/// How alike the words for it are: one word, one mode, like acts, one kind, kinds that writers choose among.
pub(super) fn told(a: &Happening, b: &Happening) -> f32 {
    let word = shared(&a.roots, &b.roots) > 0;
    let mode = shared(&a.modes, &b.modes) > 0;
    let like = like(a, b);
    let other_mode = !mode && !like && !a.modes.is_empty() && !b.modes.is_empty();
    let kind = a.kinds.iter().any(|kind| b.kinds.contains(kind));
    match (word, mode, kind) {
        (true, true, _) => 1.0,
        (true, _, _) if !other_mode => 0.9,
        (_, true, _) => 0.8,
        _ if like => 0.7,
        (true, ..) => 0.6,
        (.., true) if !other_mode => 0.5,
        (.., true) => 0.25,
        _ => 0.35,
    }
}

/// Whether one noun stands for both with words that say of what sort it is, and no word of the one is said of the
/// other: parliamentary elections, and presidential ones.
pub(super) fn another_sort(a: &Happening, b: &Happening) -> f32 {
    flag(shared(&a.roots, &b.roots) > 0 && words_for(&a.sorts, &b.sorts)[1] > 0.0)
}

/// Whether their kinds and modes name one act in other words.
pub(super) fn like(a: &Happening, b: &Happening) -> bool {
    a.ways.iter().any(|way| b.ways.contains(way))
}

/// 1 for the same day, less for spans that agree, below 0 for days apart, 0 where a date is missing or is that of a
/// report.
pub(super) fn day(a: &Happening, b: &Happening) -> f32 {
    let (Some(x), Some(y)) = (a.days, b.days) else { return 0.0 };
    let length = x.length().max(y.length());
    match x.gap(y) {
        0 if length <= 2 => 1.0,
        0 if length <= 31 => 0.4,
        0 => 0.0,
        _ if x.reported_after(y) => 0.0,
        1 if x.is_rounded() || y.is_rounded() => 0.0,
        _ => -0.5,
    }
}

/// 1 for the same place, -1 for another one in the same country. A country, or a province around a town, is no other
/// place than the town.
fn place(a: &Happening, b: &Happening) -> f32 {
    const NEAR: f32 = 60.0;
    match (a.place, b.place) {
        (Some(x), Some(y)) if x == y => 1.0,
        _ => match (a.point, b.point) {
            (Some(x), Some(y)) if kilometres(x, y) > NEAR => -1.0,
            _ => 0.0,
        },
    }
}

/// Between two points (latitude, longitude), near enough for short distances.
fn kilometres(a: (f32, f32), b: (f32, f32)) -> f32 {
    const OF_A_DEGREE: f32 = 111.2;
    // Meridians draw together towards the poles. No cosine, which machines compute differently in the last digit.
    let middle = ((a.0 + b.0) / 2.0).abs() / 90.0;
    let (north, east) = (a.0 - b.0, (a.1 - b.1) * (1.0 - middle * middle));
    (north * north + east * east).sqrt() * OF_A_DEGREE
}

/// The share of those in common; on how many sides (doing, suffering) both name somebody and nobody in common, or another
/// person of a country. Only who is known by name or stands for a country counts: there are police everywhere.
fn who(a: &Happening, b: &Happening) -> [f32; 2] {
    let known = |party: &&Party| party.single || party.country != 0;
    let alike = |x: &Party, y: &Party| match (x.actor == y.actor, kin_parties(x, y)) {
        (true, _) => 1.0_f32,
        (_, true) => 0.6,
        _ => 0.0,
    };
    let (x, y): (Vec<&Party>, Vec<&Party>) =
        (a.parties.iter().filter(known).collect(), b.parties.iter().filter(known).collect());
    let (few, many) = if x.len() <= y.len() { (&x, &y) } else { (&y, &x) };
    if few.is_empty() {
        return [0.0, 0.0];
    }
    let share = |of: &[&Party], among: &[&Party]| {
        let best = |party: &Party| among.iter().map(|other| alike(party, other)).fold(0.0, f32::max);
        of.iter().map(|party| best(party)).sum::<f32>() / of.len() as f32
    };
    // Of two that name as many, neither comes first: pairs are compared in any order.
    let common = match x.len() == y.len() {
        true => share(few, many).min(share(many, few)),
        false => share(few, many),
    };
    if mutual(a, b) {
        let apart = strangers(&x, &y, |_| true) || substituted(&x, &y, |_| true);
        return [common, if apart { (few.len() as f32).min(2.0) } else { 0.0 }];
    }
    let differ = |side| flag(strangers(&x, &y, side) || substituted(&x, &y, side));
    [common, differ(|party| party.source) + differ(|party| party.target)]
}

/// Whether both name somebody on a side, and nobody in common.
fn strangers(x: &[&Party], y: &[&Party], side: fn(&Party) -> bool) -> bool {
    let all_new = |of: &[&Party], among: &[&Party]| {
        let mut own = of.iter().filter(|party| side(party)).peekable();
        own.peek().is_some() && own.all(|party| !among.iter().any(|other| kin_parties(party, other)))
    };
    all_new(x, y) && all_new(y, x)
}

/// Whether a country has one person on a side here and another one there: who met the president has not therefore met
/// the minister.
fn substituted(x: &[&Party], y: &[&Party], side: fn(&Party) -> bool) -> bool {
    let persons = |of: &[&Party], country: u32| -> Vec<u32> {
        let its = of.iter().filter(|party| party.person && party.country == country && side(party));
        its.map(|party| party.actor).collect()
    };
    x.iter().filter(|party| party.person && party.country != 0 && side(party)).any(|party| {
        let (here, there) = (persons(x, party.country), persons(y, party.country));
        !there.is_empty() && !here.iter().any(|person| there.contains(person))
    })
}

/// A figure in common, the more the rarer it is; figures of one sort, but none in common. Tolls that differ a little say
/// little.
pub(super) fn numbers(a: &Happening, b: &Happening) -> [f32; 2] {
    let compared = compared(&a.figures, &b.figures);
    match compared.agreed {
        Some(rarity) => [rarity, 0.0],
        None if compared.other || compared.far_toll => [0.0, 1.0],
        None if compared.other_toll => [0.0, 0.3],
        None => [0.0, 0.0],
    }
}

/// The weight of the words that both tell it with, of the weight of the shorter telling's words. A telling of a word
/// or two shares them by chance.
fn words(a: &[(u32, u8)], b: &[(u32, u8)]) -> f32 {
    overlap(a, b, 500)
}

/// The weight of what two lists share, of the lighter one's weight, which counts at least as `enough`.
fn overlap(a: &[(u32, u8)], b: &[(u32, u8)], enough: u32) -> f32 {
    let total = |words: &[(u32, u8)]| words.iter().map(|(_, weight)| u32::from(*weight)).sum::<u32>();
    let least = total(a).min(total(b)).max(enough);
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some((x, weight)), Some((y, other))) = (a.get(i), b.get(j)) {
        i += usize::from(x <= y);
        j += usize::from(y <= x);
        common += u32::from(x == y) * u32::from(*weight.min(other));
    }
    (common as f32 / least as f32).min(1.0)
}
