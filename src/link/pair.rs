//! Whether two happenings of different texts are one: the figures weighed.

use super::features::{Evidence, FEATURES, Features, features};
use super::happening::Happening;

/// What each of [`FEATURES`] is worth.
pub type Weights = [f32; FEATURES.len()];

/// Fitted by `train links` on news annotated for events told by several articles, one to two standard errors on
/// the side of keeping apart, then rounded. That news has no dates and hardly any places: what those are worth is set
/// by hand.
pub const WEIGHTS: Weights = [
    -3.6, 0.9, 0.3, 0.9, 1.9, 0.0, 2.6, 1.0, 0.4, -0.6, 0.0, 0.7, -0.5, 0.6, 0.0, -0.3, -0.8, -0.9, 1.3,
    -2.0, 1.0, 0.3, -3.0,
];

/// The score (above 0, up to 1) and the reasons, if the two are rather one than not.
pub(super) fn weigh(
    a: &Happening,
    b: &Happening,
    evidence: Evidence,
    weights: &Weights,
) -> Option<(f32, String)> {
    let features = features(a, b, evidence)?;
    let score: f32 = features.iter().zip(weights).map(|(figure, weight)| figure * weight).sum();
    (score > 0.0).then(|| (squashed(score), reasons(&features)))
}

/// A score as a share of certainty, half to one, in steps that every machine computes alike.
fn squashed(score: f32) -> f32 {
    let value = 0.5 + score / (2.0 * (1.0 + score));
    (value * 1000.0).round() / 1000.0
}

/// What speaks for it, for people.
fn reasons(features: &Features) -> String {
    let mut reasons = String::new();
    for (name, figure) in FEATURES.iter().zip(features) {
        let reason = match *name {
            "stories alike" if *figure >= 0.15 => format!("stories alike ({figure:.2})"),
            "actors shared" if *figure > 0.0 => "participants in common".into(),
            "countries shared" if *figure > 0.0 => "participants of one country".into(),
            "words shared" if *figure >= 0.3 => format!("{:.0} % of the words around it", figure * 100.0),
            "same lemma" | "same mode" | "same day" | "dates agree" | "a day apart" | "same place"
            | "same figures" | "other figures" | "same origin"
                if *figure > 0.0 =>
            {
                (*name).to_owned()
            }
            _ => continue,
        };
        if !reasons.is_empty() {
            reasons.push_str("; ");
        }
        reasons.push_str(&reason);
    }
    reasons
}
