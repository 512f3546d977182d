//! What all mentions of an event come to: kind, label, status, place, disputes, origins.

use super::told::{Told, ToldClaim, ToldPlace};
use crate::claims::{Side, question};
use crate::link;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Days between a happening and a publication from which the telling is a retrospect.
const RETROSPECT: i64 = 31;

/// The name that an event is shown by: the least of its mentions in texts, or else in titles. A title can head
/// several texts, and then its mentions' names are no event's own.
pub(super) fn name(mentions: &[Told]) -> &str {
    mentions
        .iter()
        .min_by_key(|mention| (!mention.in_text, &mention.name))
        .map_or("", |mention| &mention.name)
}

/// Kind, mode and label: each as most texts have it; of modes that equally many have, the one that says most.
pub(super) fn what(mentions: &[Told]) -> (String, Option<String>, String) {
    let kind = most(mentions.iter().map(|mention| (&mention.kind, mention)));
    let of_kind = || mentions.iter().filter(|mention| Some(&mention.kind) == kind);
    let modes = of_kind().filter_map(|mention| Some((mention.mode.as_ref()?, mention)));
    let mode = most_by(modes, |mode| kind.map_or(0, |kind| link::weight(kind, mode)));
    let of_mode = || of_kind().filter(|mention| mention.mode.as_ref() == mode);
    // What happened is better told by those who tell it as fact.
    let factual = || of_mode().filter(|mention| mention.status == "happened");
    let label = most(factual().map(|mention| (&mention.label, mention)))
        .or_else(|| most(of_mode().map(|mention| (&mention.label, mention))));
    (kind.cloned().unwrap_or_default(), mode.cloned(), label.cloned().unwrap_or_default())
}

/// The value that most texts have; of equals the longest, then the first in the alphabet.
fn most<'a>(values: impl Iterator<Item = (&'a String, &'a Told)>) -> Option<&'a String> {
    most_by(values, |_| 0)
}

/// The same; of equals first the one of the greatest weight.
fn most_by<'a>(
    values: impl Iterator<Item = (&'a String, &'a Told)>,
    weight: impl Fn(&str) -> usize,
) -> Option<&'a String> {
    let mut texts: BTreeMap<&String, BTreeSet<i64>> = BTreeMap::new();
    for (value, mention) in values {
        texts.entry(value).or_default().insert(mention.text);
    }
    texts
        .into_iter()
        .max_by_key(|(value, texts)| (texts.len(), weight(value), value.chars().count(), Reverse(*value)))
        .map(|(value, _)| value)
}

/// Held wins over planned. What an outlet itself denies did not happen; what speakers alone say is claimed,
/// whoever denies it.
pub(super) fn status(mentions: &[Told]) -> &'static str {
    let any = |status: &str| mentions.iter().any(|mention| mention.status == status);
    if any("happened") {
        "happened"
    } else if mentions.iter().any(|mention| mention.status == "denied" && !mention.in_claim) {
        "denied"
    } else if any("claimed") {
        "claimed"
    } else if any("planned") {
        "planned"
    } else if any("denied") {
        "denied"
    } else {
        "hypothetical"
    }
}

/// Where most texts have it; a located place before a country.
pub(super) fn place(mentions: &[Told]) -> Option<&ToldPlace> {
    places(mentions).into_iter().next().map(|(place, _)| place)
}

/// Every place that is told, with the texts that have it, the best first.
pub(super) fn places(mentions: &[Told]) -> Vec<(&ToldPlace, BTreeSet<i64>)> {
    let mut found: Vec<(&ToldPlace, BTreeSet<i64>)> = Vec::new();
    for mention in mentions {
        let Some(place) = &mention.place else { continue };
        match found.iter_mut().find(|(known, _)| known.id == place.id) {
            Some((_, texts)) => {
                texts.insert(mention.text);
            }
            None => found.push((place, BTreeSet::from([mention.text]))),
        }
    }
    found.sort_by_key(|(place, texts)| {
        (!place.located, Reverse(texts.len()), place.name.clone(), place.country.clone())
    });
    found
}

/// Whether every text tells of it long after it happened, and tells mostly of the present.
pub(super) fn is_background(mentions: &[Told], latest: Option<i64>) -> bool {
    latest.is_some_and(|latest| {
        mentions.iter().all(|mention| {
            !mention.narrative
                && mention.published_day.is_some_and(|published| published - latest > RETROSPECT)
        })
    })
}

/// How sure it is: the mean of its mentions, to two places; none where a mention was not weighed.
pub(super) fn sureness(mentions: &[Told]) -> Option<f64> {
    let sum: f64 = mentions.iter().map(|mention| mention.sureness).sum::<Option<f64>>()?;
    Some((100.0 * sum / mentions.len().max(1) as f64).round() / 100.0)
}

/// How many origins tell of it; copies of one text count once, and so do all who have it from one agency, with the
/// agency itself.
pub(super) fn origins(mentions: &[Told]) -> usize {
    let own = |agency: &str| {
        let mut texts = mentions.iter().filter(|mention| mention.own_agency.as_deref() == Some(agency));
        texts.next().map(|mention| mention.origin)
    };
    let origin = |mention: &'_ Told| match &mention.quoted_agency {
        Some(agency) => own(agency).map_or_else(|| Err(agency.clone()), Ok),
        None => Ok(mention.origin),
    };
    // A text that also tells it in its own voice is an origin of its own.
    mentions.iter().map(origin).collect::<BTreeSet<Result<i64, String>>>().len()
}

/// Aspects over which speakers differ.
pub(super) fn disputed(claims: &[ToldClaim]) -> Vec<String> {
    let mut sides: BTreeMap<&str, (BTreeSet<&str>, BTreeSet<&str>)> = BTreeMap::new();
    let who = claims.iter().any(|claim| claim.aspect.as_deref() == Some("actor"));
    for claim in claims {
        let Some(aspect) = claim.aspect.as_deref() else { continue };
        let Some(side) = Side::of(&claim.stance, claim.positive) else { continue };
        let (pro, contra) = sides.entry(question(aspect, who)).or_default();
        if side == Side::Affirms { pro } else { contra }.insert(&claim.speaker);
    }
    sides
        .into_iter()
        .filter(|(_, (pro, contra))| contra.iter().any(|speaker| pro.iter().any(|other| other != speaker)))
        .map(|(aspect, _)| aspect.to_owned())
        .collect()
}
