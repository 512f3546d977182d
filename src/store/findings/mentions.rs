//! Mentions with their participants, places, particulars and relations.

use super::Cache;
use crate::article::Location;
use crate::events::{Mention, MentionId, Place, Within};
use crate::mine::Findings;
use crate::store::StoreError;
use crate::store::values::{Quoting, day, granularity, list, number};
use rusqlite::{Connection, OptionalExtension, named_params, params};
use std::collections::HashMap;

/// The rows that the mentions and claims of one text get. Rows are numbered before they are written, since
/// mentions and claims name one another.
pub(super) struct Identities {
    mentions: HashMap<MentionId, i64>,
    claims: Vec<Option<i64>>,
}

impl Identities {
    pub(super) fn new(cache: &mut Cache, findings: &Findings) -> Self {
        let mut mentions = HashMap::with_capacity(findings.events.len());
        for mention in &findings.events {
            mentions.entry(mention.id).or_insert_with(|| next(&mut cache.next_mention));
        }
        let mut seen = std::collections::HashSet::new();
        let claims = findings
            .claims
            .iter()
            .map(|claim| seen.insert(claim.id).then(|| next(&mut cache.next_claim)))
            .collect();
        Self { mentions, claims }
    }

    pub(super) fn mention(&self, id: MentionId) -> Option<i64> {
        self.mentions.get(&id).copied()
    }

    pub(super) fn claim(&self, index: usize) -> Option<i64> {
        self.claims.get(index).copied().flatten()
    }
}

fn next(counter: &mut i64) -> i64 {
    *counter += 1;
    *counter - 1
}

pub(super) fn write(
    connection: &Connection,
    cache: &mut Cache,
    text: i64,
    quoting: &Quoting<'_>,
    findings: &Findings,
    actors: &[i64],
    identities: &Identities,
) -> Result<(), StoreError> {
    let mut written = std::collections::HashSet::new();
    for mention in &findings.events {
        let Some(id) = identities.mention(mention.id).filter(|&id| written.insert(id)) else { continue };
        let place = mention.place.as_ref().map(|place| place_row(connection, cache, place)).transpose()?;
        write_mention(connection, (id, text, place), mention, quoting, findings, identities)?;
        write_parts(connection, id, mention, quoting, findings, actors)?;
    }
    let mut insert = connection.prepare_cached(include_str!("relation_insert.sql"))?;
    for (ordinal, relation) in findings.relations.iter().enumerate() {
        let (Some(later), Some(earlier)) =
            (identities.mention(relation.from), identities.mention(relation.to))
        else {
            continue;
        };
        let [begin, end] = quoting.place(relation.words);
        insert.execute(params![
            text,
            ordinal as i64,
            relation.kind.as_str(),
            later,
            earlier,
            relation.words.part.as_str(),
            begin as i64,
            end as i64,
            quoting.words(relation.words)
        ])?;
    }
    Ok(())
}

fn write_mention(
    connection: &Connection,
    (id, text, place): (i64, i64, Option<i64>),
    mention: &Mention,
    quoting: &Quoting<'_>,
    findings: &Findings,
    identities: &Identities,
) -> Result<(), StoreError> {
    let [begin, end] = quoting.pair(mention.part, mention.span);
    let date = mention.date.as_ref();
    let value = date.map(|date| &date.value);
    let (earliest, latest) = (value.and_then(|value| value.earliest), value.and_then(|value| value.latest));
    let anchor = date.and_then(|date| date.anchor);
    let ends = |location: Option<Location>| {
        location.map_or([None, None], |l| quoting.place(l).map(|n| Some(n as i64)))
    };
    let [anchor_begin, anchor_end] = ends(anchor);
    let [place_begin, place_end] = ends(mention.place.as_ref().map(|place| place.location));
    connection.prepare_cached(include_str!("mention_insert.sql"))?.execute(named_params! {
        ":id": id,
        ":name": mention.id.to_string(),
        ":text": text,
        ":happening": mention.happening as i64,
        ":part": mention.part.as_str(),
        ":sentence": mention.sentence as i64,
        ":begin": begin as i64,
        ":end": end as i64,
        ":trigger_spans": quoting.spans(mention.part, &mention.trigger),
        ":trigger_words": quoting.words_of(mention.part, &mention.trigger),
        ":lemma": lemma(mention, findings),
        ":kind": mention.kind,
        ":mode": mention.mode,
        ":contexts": list(&mention.contexts),
        ":label": mention.label,
        ":status": mention.status.as_str(),
        ":within_claim": match mention.within {
            Some(Within::Claim(index)) => identities.claim(index),
            _ => None,
        },
        ":within_mention": match mention.within {
            Some(Within::Mention(outer)) => identities.mention(outer),
            _ => None,
        },
        ":edtf": value.map(|value| &value.edtf),
        ":earliest": earliest.map(day),
        ":latest": latest.map(day),
        ":earliest_day": earliest.map(number),
        ":latest_day": latest.map(number),
        ":granularity": value.map(|value| granularity(value.granularity)),
        ":timex3": date.and_then(|date| date.timex3.as_ref()),
        ":date_basis": date.map_or("none", |date| date.basis.as_str()),
        ":date_inferred": date.is_some_and(|date| date.inferred),
        ":date_reasons": list(date.map_or(&[][..], |date| &date.reasons)),
        ":anchor_part": anchor.map(|location| location.part.as_str()),
        ":anchor_begin": anchor_begin,
        ":anchor_end": anchor_end,
        ":place": place,
        ":place_begin": place_begin,
        ":place_end": place_end,
        ":place_words": mention.place.as_ref().map(|place| quoting.words(place.location)),
        ":rule": mention.rule,
        ":sureness": mention.sureness,
        ":doubts": list(&mention.doubts),
    })?;
    Ok(())
}

/// Participants and particulars.
fn write_parts(
    connection: &Connection,
    id: i64,
    mention: &Mention,
    quoting: &Quoting<'_>,
    findings: &Findings,
    actors: &[i64],
) -> Result<(), StoreError> {
    let mut insert = connection.prepare_cached(include_str!("participant_insert.sql"))?;
    for (side, participants) in [("source", &mention.sources), ("target", &mention.targets)] {
        for (ordinal, participant) in participants.iter().enumerate() {
            let actor = participant.actor.and_then(|index| findings.actors.actors.get(index));
            // The words' own code says more than their actor's.
            let code = participant.code.as_deref().or(actor.map(|actor| actor.code.as_str()));
            let [begin, end] = quoting.place(participant.location);
            insert.execute(params![
                id,
                side,
                ordinal as i64,
                participant.actor.and_then(|index| actors.get(index)),
                code.unwrap_or(""),
                participant.location.part.as_str(),
                begin as i64,
                end as i64,
                quoting.words(participant.location)
            ])?;
        }
    }
    let mut insert = connection.prepare_cached(include_str!("particular_insert.sql"))?;
    for (ordinal, particular) in mention.particulars.iter().enumerate() {
        let [begin, end] = quoting.place(particular.location);
        insert.execute(params![
            id,
            ordinal as i64,
            particular.what,
            particular.low,
            particular.high,
            particular.location.part.as_str(),
            begin as i64,
            end as i64,
            quoting.words(particular.location)
        ])?;
    }
    Ok(())
}

/// The lemma of the word that heads the trigger.
pub(super) fn lemma<'a>(mention: &Mention, findings: &'a Findings) -> &'a str {
    let sentence = findings.document.sentences.get(mention.sentence);
    sentence.and_then(|sentence| sentence.tokens.get(mention.head)).map_or("", |token| token.lemma.as_str())
}

fn place_row(connection: &Connection, cache: &mut Cache, place: &Place) -> Result<i64, StoreError> {
    let key = format!("{}\u{1f}{:?}\u{1f}{:?}", place.name, place.country, place.coordinates);
    if let Some(&row) = cache.places.get(&key) {
        return Ok(row);
    }
    let row = place_of(connection, &place.name, place.country.as_deref(), place.coordinates)?;
    cache.places.insert(key, row);
    Ok(row)
}

/// The row of a place, made where there is none.
pub(crate) fn place_of(
    connection: &Connection,
    name: &str,
    country: Option<&str>,
    coordinates: Option<(f64, f64)>,
) -> Result<i64, StoreError> {
    let latitude = coordinates.map(|(latitude, _)| latitude);
    let longitude = coordinates.map(|(_, longitude)| longitude);
    let values = params![name, country, latitude, longitude];
    let mut find = connection.prepare_cached(include_str!("place_find.sql"))?;
    Ok(match find.query_row(values, |row| row.get(0)).optional()? {
        Some(row) => row,
        None => {
            connection.prepare_cached(include_str!("place_insert.sql"))?.execute(values)?;
            connection.last_insert_rowid()
        }
    })
}
