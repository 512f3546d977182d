//! What claims are by judgement.

use crate::judgement::{Meaning, Verb};
use crate::store::StoreError;
use crate::store::findings::actor_of_key;
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

/// Writes anew what these claims are by judgement; returns the events that they are about.
pub(in crate::store) fn settle_claims(
    connection: &Connection,
    claims: &BTreeSet<i64>,
) -> Result<BTreeSet<i64>, StoreError> {
    let mut events = BTreeSet::new();
    let mut about = connection.prepare_cached(
        "SELECT mentions.event FROM claim_about JOIN mentions ON mentions.id = claim_about.mention
          WHERE claim_about.claim = ?1 AND mentions.event IS NOT NULL",
    )?;
    for &claim in claims {
        connection.prepare_cached("DELETE FROM claim_judgements WHERE claim = ?1")?.execute([claim])?;
        settle(connection, claim)?;
        for event in about.query_map([claim], |row| row.get(0))? {
            events.insert(event?);
        }
    }
    Ok(events)
}

/// A claim by all that stands on it, in the order of time.
#[derive(Debug, Default)]
struct Judged {
    verdict: Option<&'static str>,
    speaker: Option<i64>,
    nobody: bool,
    stance: Option<String>,
    aspect: Option<String>,
}

fn settle(connection: &Connection, claim: i64) -> Result<(), StoreError> {
    let (mut judged, mut any) = (Judged::default(), false);
    let mut statement = connection.prepare_cached(include_str!("of_claim.sql"))?;
    let mut rows = statement.query([claim])?;
    while let Some(row) = rows.next()? {
        any = true;
        match Verb::parse(&row.get::<_, String>(0)?) {
            Some(Verb::Accept) => judged.verdict = Some("accepted"),
            Some(Verb::Reject) => judged.verdict = Some("rejected"),
            _ => {}
        }
        for correction in super::read::corrections(&row.get::<_, String>(1)?) {
            match (correction.field.as_str(), correction.meaning) {
                ("stance", Meaning::Word(word)) => judged.stance = Some(word),
                ("aspect", Meaning::Word(word)) => judged.aspect = Some(word),
                ("speaker", Meaning::Parties(parties)) => {
                    let party = parties.first();
                    judged.speaker = party.map(|party| actor_of_key(connection, &party.key)).transpose()?;
                    judged.nobody = false;
                }
                ("speaker", Meaning::Unknown) => (judged.speaker, judged.nobody) = (None, true),
                _ => {}
            }
        }
    }
    if any {
        connection
            .prepare_cached(
                "INSERT INTO claim_judgements (claim, verdict, speaker, nobody, stance, aspect) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                claim,
                judged.verdict,
                judged.speaker,
                judged.nobody,
                judged.stance,
                judged.aspect
            ])?;
    }
    Ok(())
}
