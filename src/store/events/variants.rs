//! What is told of one event differently.

use super::summary::places;
use super::told::{Told, ToldNumber, copies};
use super::when::When;
use crate::store::StoreError;
use crate::store::values::list;
use rusqlite::{Connection, params};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Writes the readings of numbers, dates and places, the most often told first.
pub(super) fn write(
    connection: &Connection,
    event: i64,
    told: &[Told],
    when: &When,
    numbers: Vec<ToldNumber>,
) -> Result<(), StoreError> {
    let hashes: BTreeMap<i64, &str> =
        told.iter().map(|mention| (mention.text, mention.hash.as_str())).collect();
    let named = |texts: &BTreeSet<i64>| {
        let mut names: Vec<&str> = texts.iter().filter_map(|text| hashes.get(text).copied()).collect();
        names.sort_unstable();
        list(&names)
    };
    let mut insert = connection.prepare_cached(include_str!("variant_insert.sql"))?;
    let copies = copies(connection, event)?;
    // A reading that copies alone have, and their originals have another.
    let altered = |texts: &BTreeSet<i64>, others: &[&BTreeSet<i64>]| {
        let originals: BTreeSet<&str> =
            texts.iter().filter_map(|text| copies.get(text)).map(String::as_str).collect();
        let told_otherwise = |original: &str| {
            others.iter().any(|others| others.iter().any(|text| hashes.get(text) == Some(&original)))
        };
        (texts.iter().all(|text| copies.contains_key(text))
            && originals.iter().all(|original| told_otherwise(original)))
        .then(|| {
            originals
                .first()
                .map(|original| format!("altered in a copy of {}", &original[..original.len().min(8)]))
        })
        .flatten()
    };
    let mut readings: BTreeMap<String, Vec<(String, Option<f64>, Option<f64>, BTreeSet<i64>)>> =
        BTreeMap::new();
    for number in numbers {
        debug_assert!(hashes.get(&number.text) == Some(&number.hash.as_str()));
        let list = readings.entry(number.what).or_default();
        match list.iter_mut().find(|(_, low, high, _)| (*low, *high) == (number.low, number.high)) {
            Some((.., texts)) => {
                texts.insert(number.text);
            }
            None => {
                list.push((
                    reading(number.low, number.high),
                    number.low,
                    number.high,
                    BTreeSet::from([number.text]),
                ));
            }
        }
    }
    for (what, mut list) in readings {
        list.sort_by(|a, b| (Reverse(a.3.len()), &a.0).cmp(&(Reverse(b.3.len()), &b.0)));
        for (ordinal, (reading, low, high, texts)) in list.iter().enumerate() {
            let others: Vec<_> =
                list.iter().map(|(.., others)| others).filter(|others| *others != texts).collect();
            insert.execute(params![
                event,
                what,
                ordinal as i64,
                reading,
                low,
                high,
                named(texts),
                altered(texts, &others)
            ])?;
        }
    }
    for (ordinal, (date, texts, note)) in when.variants.iter().enumerate() {
        insert.execute(params![
            event,
            "date",
            ordinal as i64,
            date.edtf,
            None::<f64>,
            None::<f64>,
            named(texts),
            note
        ])?;
    }
    let located: Vec<_> = places(told).into_iter().filter(|(place, _)| place.located).collect();
    if located.len() > 1 {
        for (ordinal, (place, texts)) in located.iter().enumerate() {
            let others: Vec<_> =
                located.iter().map(|(_, others)| others).filter(|others| *others != texts).collect();
            let row = params![
                event,
                "place",
                ordinal as i64,
                place.name,
                None::<f64>,
                None::<f64>,
                named(texts),
                altered(texts, &others)
            ];
            insert.execute(row)?;
        }
    }
    Ok(())
}

/// A number as people write it.
fn reading(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => format!("{low}"),
        (Some(low), Some(high)) => format!("{low}–{high}"),
        (Some(low), None) => format!("≥ {low}"),
        (None, Some(high)) => format!("≤ {high}"),
        (None, None) => "some".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::reading;

    #[test]
    fn numbers_as_people_write_them() {
        assert_eq!(reading(Some(58.0), Some(58.0)), "58");
        assert_eq!(reading(Some(50.0), None), "≥ 50");
        assert_eq!(reading(Some(2.0), Some(3.5)), "2–3.5");
    }
}
