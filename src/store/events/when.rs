//! The date of an event out of the dates that its mentions have.

use super::told::{Told, ToldDate};
use crate::store::values::{day, from_number};
use std::collections::{BTreeMap, BTreeSet};

/// When an event happened, and how that came about.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct When {
    pub(super) edtf: Option<String>,
    pub(super) earliest: Option<i64>,
    pub(super) latest: Option<i64>,
    pub(super) inferred: bool,
    /// The mention whose date stands for the vaguer ones of other texts.
    pub(super) lent: Option<String>,
    pub(super) reason: Option<String>,
    /// The readings that contradict one another, each with the texts that have it; empty where none do.
    pub(super) variants: Vec<(ToldDate, BTreeSet<i64>, Option<&'static str>)>,
}

/// The date of an event: of all readings the one that most independent origins tell, told ones before inferred
/// ones, then the most precise; narrowed by what agrees with it.
pub(super) fn when(mentions: &[Told]) -> When {
    let mut readings: BTreeMap<(i64, i64, String), Vec<&Told>> = BTreeMap::new();
    for mention in mentions {
        let Some(date) = &mention.date else { continue };
        if let (Some(earliest), Some(latest)) = (date.earliest.or(date.latest), date.latest.or(date.earliest))
        {
            readings.entry((earliest, latest, date.edtf.clone())).or_default().push(mention);
        }
    }
    let told =
        |mentions: &[&Told]| mentions.iter().any(|m| m.date.as_ref().is_some_and(|date| !date.inferred));
    let origins =
        |mentions: &[&Told]| mentions.iter().map(|mention| mention.origin).collect::<BTreeSet<_>>().len();
    // A reading is supported by every mention whose span has room for it.
    let support = |earliest: i64, latest: i64| {
        let within: Vec<&Told> = readings
            .iter()
            .filter(|(key, _)| key.0 <= earliest && latest <= key.1)
            .flat_map(|(_, m)| m.clone())
            .collect();
        origins(&within)
    };
    let chosen = readings.iter().max_by_key(|((earliest, latest, edtf), mentions)| {
        let length = std::cmp::Reverse(latest - earliest);
        (
            told(mentions) && latest - earliest < 8,
            support(*earliest, *latest),
            length,
            std::cmp::Reverse(edtf.clone()),
        )
    });
    let Some(((earliest, latest, edtf), backing)) = chosen else { return undated(mentions) };
    let mut when = When {
        edtf: Some(edtf.clone()),
        earliest: Some(*earliest),
        latest: Some(*latest),
        inferred: !told(backing),
        ..When::default()
    };
    narrow(&mut when, readings.keys());
    lend(&mut when, mentions, backing);
    // A day that was only inferred contradicts nobody's words.
    let apart: Vec<_> = readings
        .iter()
        .filter(|((from, to, _), mentions)| {
            (when.inferred || told(mentions))
                && (*from > when.latest.unwrap_or(*to) || *to < when.earliest.unwrap_or(*from))
        })
        .collect();
    if !apart.is_empty() {
        let mut variants = vec![((earliest, latest, edtf), backing)];
        variants.extend(apart.iter().map(|((from, to, edtf), mentions)| ((from, to, edtf), *mentions)));
        when.variants = variants
            .into_iter()
            .filter_map(|((from, to, _), mentions)| {
                let date = mentions.first().and_then(|mention| mention.date.clone())?;
                let near = (from - latest).max(earliest - to) == 1;
                let clock =
                    mentions.iter().chain(backing).any(|m| m.date.as_ref().is_some_and(|date| date.clock));
                let note = (near && clock).then_some("time zones may explain the difference");
                Some((date, mentions.iter().map(|mention| mention.text).collect(), note))
            })
            .collect();
    }
    when
}

/// Other readings that agree narrow the span: "last week" and "after 5 April".
fn narrow<'a>(when: &mut When, readings: impl Iterator<Item = &'a (i64, i64, String)>) {
    let (Some(mut earliest), Some(mut latest)) = (when.earliest, when.latest) else { return };
    let mut narrowed = false;
    for (from, to, _) in readings {
        if *from <= latest && earliest <= *to && (*from > earliest || *to < latest) {
            (earliest, latest) = (earliest.max(*from), latest.min(*to));
            narrowed = true;
        }
    }
    if narrowed {
        (when.earliest, when.latest) = (Some(earliest), Some(latest));
        let words = |number| from_number(number).map(day);
        if let (Some(from), Some(to)) = (words(earliest), words(latest)) {
            when.edtf = Some(if from == to { from } else { format!("[{from}..{to}]") });
        }
        when.reason = Some("the days on which all that is told of it agrees".into());
    }
}

/// Marks a date that vaguer mentions of other texts take over.
fn lend(when: &mut When, mentions: &[Told], backing: &[&Told]) {
    let Some(lender) = backing.first() else { return };
    let length = |date: &ToldDate| Some(date.latest? - date.earliest?);
    let own = when.latest.zip(when.earliest).map(|(latest, earliest)| latest - earliest);
    let vaguer = mentions.iter().any(|mention| {
        mention.text != lender.text
            && mention.date.as_ref().is_none_or(|date| length(date).is_none() || length(date) > own)
    });
    if vaguer {
        when.lent = Some(lender.name.clone());
    }
}

/// Dates without two ends, such as days of an unknown year, are shown all the same.
fn undated(mentions: &[Told]) -> When {
    let date = mentions.iter().find_map(|mention| mention.date.as_ref());
    When {
        edtf: date.map(|date| date.edtf.clone()),
        inferred: date.is_some_and(|date| date.inferred),
        ..When::default()
    }
}
