//! Pieces that the records of several reports share.

use crate::query::timeline::{EntryDate, EntryPlace, Participant};
use serde_json::{Value, json};

/// A date with its first and last day.
pub fn date(date: Option<&EntryDate>) -> Value {
    match date {
        Some(date) => json!({
            "edtf": date.edtf,
            "earliest": date.earliest.map(|day| day.to_string()),
            "latest": date.latest.map(|day| day.to_string()),
            "inferred": date.inferred,
        }),
        None => Value::Null,
    }
}

/// Those who take part.
pub fn participants(participants: &[Participant]) -> Value {
    participants
        .iter()
        .map(|participant| {
            let code = Some(participant.code.as_str()).filter(|code| !code.is_empty());
            json!({ "actor": participant.actor, "name": participant.name, "code": code })
        })
        .collect()
}

/// A place.
pub fn place(place: Option<&EntryPlace>) -> Value {
    match place {
        Some(place) => json!({
            "name": place.name,
            "country": place.country,
            "latitude": place.coordinates.map(|(latitude, _)| latitude),
            "longitude": place.coordinates.map(|(_, longitude)| longitude),
        }),
        None => Value::Null,
    }
}
