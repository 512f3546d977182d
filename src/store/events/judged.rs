//! Judgements laid over what the texts tell of an event.

use super::told::{Told, ToldDate, ToldParticipant, ToldPlace};
use crate::judgement::{Correction, Meaning, Subject, Verb};
use crate::store::StoreError;
use crate::store::findings::{actor_of_key, place_of};
use crate::store::judgements::Bearing;
use crate::store::values::number;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// What stood there before a correction: the judgement, the field, the value for people.
pub(super) type Mined = (i64, String, Option<String>);

/// What an event is by judgement: the verdict that at least half of its mentions have, the last one on each.
pub(super) fn verdict(told: &[Told], bearings: &[Bearing]) -> Option<&'static str> {
    let mut verdicts: BTreeMap<i64, Verb> = BTreeMap::new();
    for bearing in bearings {
        if !matches!(bearing.verb, Verb::Accept | Verb::Reject) {
            continue;
        }
        for (&mention, &side) in &bearing.mentions {
            let judged = match bearing.subject {
                Subject::Event => true,
                // Beside a mention that was rejected stands the rest of its event, which was not.
                Subject::Mention => bearing.verb == Verb::Accept || side > 0,
                _ => false,
            };
            if judged {
                verdicts.insert(mention, bearing.verb);
            }
        }
    }
    let half = |verb: Verb| {
        let count = told.iter().filter(|mention| verdicts.get(&mention.id) == Some(&verb)).count();
        count > 0 && count * 2 >= told.len()
    };
    if half(Verb::Reject) {
        Some("rejected")
    } else if half(Verb::Accept) {
        Some("accepted")
    } else {
        None
    }
}

/// Puts what analysts said of single mentions in the place of what their texts say.
pub(super) fn correct_mentions(
    connection: &Connection,
    told: &mut [Told],
    participants: &mut Vec<ToldParticipant>,
    bearings: &[Bearing],
) -> Result<Vec<Mined>, StoreError> {
    let mut mined = Vec::new();
    for bearing in bearings.iter().filter(|bearing| bearing.subject == Subject::Mention) {
        for correction in &bearing.corrections {
            for mention in told.iter_mut().filter(|mention| bearing.mentions.contains_key(&mention.id)) {
                let before = correct_mention(connection, mention, participants, correction)?;
                mined.push((bearing.judgement, correction.field.clone(), before));
            }
        }
    }
    Ok(mined)
}

fn correct_mention(
    connection: &Connection,
    mention: &mut Told,
    participants: &mut Vec<ToldParticipant>,
    correction: &Correction,
) -> Result<Option<String>, StoreError> {
    let word = |into: &mut String| correction.word().map(|word| std::mem::replace(into, word.to_owned()));
    Ok(match correction.field.as_str() {
        "kind" => {
            mention.mode = None;
            word(&mut mention.kind)
        }
        "label" => word(&mut mention.label),
        "status" => word(&mut mention.status),
        "mode" => std::mem::replace(&mut mention.mode, correction.word().map(str::to_owned)),
        "date" => std::mem::replace(&mut mention.date, date(correction)).map(|date| date.edtf),
        "place" => {
            std::mem::replace(&mut mention.place, place(connection, correction)?).map(|place| place.name)
        }
        side @ ("source" | "target") => {
            let source = side == "source";
            let own = |participant: &ToldParticipant| {
                participant.mention == mention.id && participant.source == source
            };
            let before: Vec<String> =
                participants.iter().filter(|p| own(p)).map(|participant| participant.name.clone()).collect();
            participants.retain(|participant| !own(participant));
            participants.extend(parties(connection, correction, source, mention.id, mention.text)?);
            (!before.is_empty()).then(|| before.join(", "))
        }
        _ => None,
    })
}

/// The date of a correction, as a text would tell it.
pub(super) fn date(correction: &Correction) -> Option<ToldDate> {
    let value = correction.date()?;
    Some(ToldDate {
        edtf: value.edtf.clone(),
        earliest: value.earliest.map(number),
        latest: value.latest.map(number),
        inferred: false,
        clock: false,
    })
}

/// The place of a correction.
pub(super) fn place(
    connection: &Connection,
    correction: &Correction,
) -> Result<Option<ToldPlace>, StoreError> {
    let Meaning::Place { name, country, coordinates } = &correction.meaning else { return Ok(None) };
    Ok(Some(ToldPlace {
        id: place_of(connection, name, country.as_deref(), *coordinates)?,
        name: name.clone(),
        country: country.clone(),
        located: coordinates.is_some(),
    }))
}

/// Those whom a correction names.
pub(super) fn parties(
    connection: &Connection,
    correction: &Correction,
    source: bool,
    mention: i64,
    text: i64,
) -> Result<Vec<ToldParticipant>, StoreError> {
    let Meaning::Parties(parties) = &correction.meaning else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for party in parties {
        let actor = actor_of_key(connection, &party.key)?;
        let name: String = connection
            .prepare_cached("SELECT name FROM actors WHERE id = ?1")?
            .query_row([actor], |row| row.get(0))?;
        found.push(ToldParticipant {
            mention,
            source,
            actor: Some(actor),
            key: Some(party.key.clone()),
            // Nobody speaks of the actor: the analyst's name for it is all there is.
            name: if name.is_empty() { party.name.clone() } else { name },
            code: party.code.clone(),
            text,
        });
    }
    Ok(found)
}

/// Writes which judgements bear on the event, and what stood there without them.
pub(super) fn write(
    connection: &Connection,
    event: i64,
    bearings: &[Bearing],
    mined: &[Mined],
) -> Result<(), StoreError> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO event_judgements (event, judgement, field, mined) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
    )?;
    let corrected: BTreeSet<i64> = mined.iter().map(|(judgement, ..)| *judgement).collect();
    for (judgement, field, value) in mined {
        insert.execute(params![event, judgement, field, value])?;
    }
    for bearing in bearings.iter().filter(|bearing| !corrected.contains(&bearing.judgement)) {
        // A correction holds for the event that has the first of its places only.
        if bearing.verb != Verb::Correct {
            insert.execute(params![event, bearing.judgement, "", None::<&str>])?;
        }
    }
    Ok(())
}
