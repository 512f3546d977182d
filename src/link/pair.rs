//! Whether two happenings of different texts are one.

use super::happening::{Happening, Party};
use super::kinds::family;
use super::wording::shared;

/// What is known of the two texts as wholes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evidence {
    /// How alike their stories are.
    pub(super) likeness: f32,
    /// Whether one text is a copy of the other.
    pub(super) same_origin: bool,
}

/// The score (above 0, up to 1) and the reasons, if the two can be one.
pub(super) fn weigh(a: &Happening, b: &Happening, evidence: Evidence) -> Option<(f32, String)> {
    let lemma = shared(&a.lemmas, &b.lemmas) > 0;
    let mode = shared(&a.modes, &b.modes) > 0;
    let kind = a.kinds.iter().any(|kind| b.kinds.contains(kind));
    let kin = kind || a.kinds.iter().any(|&x| b.kinds.iter().any(|&y| family(x) == family(y)));
    if !(lemma || kin) || a.hypothetical != b.hypothetical {
        return None;
    }
    let mut reasons = Reasons::default();
    let mut score = -3.2 + 5.0 * evidence.likeness.min(0.6);
    reasons.add(evidence.likeness >= 0.2, || format!("stories alike ({:.2})", evidence.likeness));
    if lemma {
        score += 1.2;
        reasons.add(true, || "same word for it".into());
    } else if mode {
        score += 0.8;
        reasons.add(true, || "same mode".into());
    } else if kind {
        score += 0.2;
    } else {
        score -= 0.6;
    }
    score += when(a, b, &mut reasons)?;
    score += r#where(a, b, &mut reasons)?;
    score += who(a, b, &mut reasons);
    score += numbers(a, b, &mut reasons);
    let least = a.words.len().min(b.words.len());
    if least >= 3 {
        let share = shared(&a.words, &b.words) as f32 / least as f32;
        score += 2.0 * share - 0.3;
        reasons.add(share >= 0.4, || format!("{:.0} % of the words around it", share * 100.0));
    }
    if evidence.same_origin {
        score += 0.8;
        reasons.add(true, || "one text is a copy of the other".into());
    }
    (score > 0.0).then(|| (logistic(score), reasons.text))
}

/// A score as a share of certainty, from above 0 to 1, in steps that every machine computes alike.
fn logistic(score: f32) -> f32 {
    let value = 0.5 + score / (2.0 * (1.0 + score.abs()));
    (value * 1000.0).round() / 1000.0
}

#[derive(Default)]
struct Reasons {
    text: String,
}

impl Reasons {
    fn add(&mut self, holds: bool, reason: impl FnOnce() -> String) {
        if holds {
            if !self.text.is_empty() {
                self.text.push_str("; ");
            }
            self.text.push_str(&reason());
        }
    }
}

fn when(a: &Happening, b: &Happening, reasons: &mut Reasons) -> Option<f32> {
    let (Some(x), Some(y)) = (a.days, b.days) else { return Some(0.0) };
    let gap = x.gap(y);
    let precise = x.length() <= 2 && y.length() <= 2;
    let tolerated = if x.told && y.told { 1 } else { 2 };
    if gap > tolerated {
        return None;
    }
    Some(match (gap, precise) {
        (0, true) => {
            reasons.add(true, || "same day".into());
            1.0
        }
        (0, false) if x.length().min(y.length()) <= 8 && x.length().max(y.length()) <= 31 => {
            reasons.add(true, || "dates agree".into());
            0.4
        }
        (0, false) => 0.0,
        _ => {
            reasons.add(true, || "dates a day apart".into());
            -0.8
        }
    })
}

fn r#where(a: &Happening, b: &Happening, reasons: &mut Reasons) -> Option<f32> {
    if let (Some(x), Some(y)) = (a.country, b.country)
        && x != y
    {
        return None;
    }
    Some(match (a.place, b.place) {
        (Some(x), Some(y)) if x == y => {
            reasons.add(true, || "same place".into());
            0.7
        }
        (Some(_), Some(_)) => -0.5,
        _ => 0.0,
    })
}

fn who(a: &Happening, b: &Happening, reasons: &mut Reasons) -> f32 {
    if a.parties.is_empty() || b.parties.is_empty() {
        return -0.2;
    }
    let same = |x: &Party, y: &Party| x.actor == y.actor;
    let kin = |x: &Party, y: &Party| x.country != 0 && x.country == y.country;
    let least = a.parties.len().min(b.parties.len()) as f32;
    let count = |test: &dyn Fn(&Party, &Party) -> bool| {
        let (few, many) = if a.parties.len() <= b.parties.len() { (a, b) } else { (b, a) };
        few.parties.iter().filter(|x| many.parties.iter().any(|y| test(x, y))).count() as f32
    };
    let (actors, countries) = (count(&same), count(&kin));
    reasons.add(actors > 0.0, || format!("{actors} participant(s) in common"));
    reasons.add(actors == 0.0 && countries > 0.0, || "participants of one country".into());
    let mut score = 1.6 * actors / least + 0.4 * (countries - actors).max(0.0) / least;
    // Two persons known by name who do the same thing are two happenings.
    let lonely = |x: &Happening, y: &Happening, side: fn(&Party) -> bool| {
        x.parties.iter().any(|p| p.single && side(p))
            && !x.parties.iter().any(|p| y.parties.iter().any(|q| same(p, q) || kin(p, q)))
    };
    if actors == 0.0
        && (lonely(a, b, |p| p.source) && lonely(b, a, |p| p.source)
            || lonely(a, b, |p| p.target) && lonely(b, a, |p| p.target))
    {
        score -= 1.5;
    } else if actors == 0.0 && countries == 0.0 {
        score -= 0.6;
    }
    score
}

fn numbers(a: &Happening, b: &Happening, reasons: &mut Reasons) -> f32 {
    let (mut equal, mut different) = (0, 0);
    for (what, low, high) in &a.particulars {
        for (other, least, most) in &b.particulars {
            if what == other {
                if low <= most && least <= high {
                    equal += 1;
                } else {
                    different += 1;
                }
            }
        }
    }
    reasons.add(equal > 0, || "same figures".into());
    if equal > 0 {
        0.6
    } else if different > 0 {
        // Tolls differ between reports of one attack, too.
        -0.4
    } else {
        0.0
    }
}
