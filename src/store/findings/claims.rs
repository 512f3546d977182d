//! Claims and what they are about.

use super::mentions::Identities;
use crate::mine::Findings;
use crate::store::StoreError;
use crate::store::values::{Quoting, day};
use rusqlite::{Connection, named_params, params};

pub(super) fn write(
    connection: &Connection,
    text: i64,
    quoting: &Quoting<'_>,
    findings: &Findings,
    actors: &[i64],
    identities: &Identities,
) -> Result<(), StoreError> {
    let mut insert = connection.prepare_cached(include_str!("claim_insert.sql"))?;
    let actor = |index: Option<usize>| index.and_then(|index| actors.get(index));
    for (index, claim) in findings.claims.iter().enumerate() {
        // The same words found twice are one claim.
        let Some(id) = identities.claim(index) else { continue };
        let part = claim.part;
        insert.execute(named_params! {
            ":id": id,
            ":name": claim.id.to_string(),
            ":text": text,
            ":part": part.as_str(),
            ":sentence": claim.sentence as i64,
            ":speaker": actor(claim.speaker),
            ":addressee": actor(claim.addressee),
            ":source_spans": quoting.spans(part, &claim.source),
            ":source_words": quoting.words_of(part, &claim.source),
            ":cue_spans": quoting.spans(part, &claim.cue),
            ":cue_words": quoting.words_of(part, &claim.cue),
            ":content_spans": quoting.spans(part, &claim.content),
            ":content_words": quoting.words_of(part, &claim.content),
            ":stance": claim.stance.as_str(),
            ":polarity": claim.polarity.as_str(),
            ":modality": claim.modality.as_str(),
            ":quoted": claim.quoted.as_str(),
            ":aspect": claim.aspect.map(|aspect| aspect.as_str()),
            ":edtf": claim.date.as_ref().map(|date| &date.edtf),
            ":earliest": claim.date.as_ref().and_then(|date| date.earliest).map(day),
            ":latest": claim.date.as_ref().and_then(|date| date.latest).map(day),
            ":within": claim.within.and_then(|outer| identities.claim(outer)),
            ":rule": claim.rule,
        })?;
    }
    Ok(())
}

pub(super) fn write_about(
    connection: &Connection,
    findings: &Findings,
    identities: &Identities,
) -> Result<(), StoreError> {
    let mut insert = connection.prepare_cached(include_str!("claim_about_insert.sql"))?;
    for (index, claim) in findings.claims.iter().enumerate() {
        let Some(id) = identities.claim(index) else { continue };
        for about in &claim.about {
            if let Some(mention) = identities.mention(*about) {
                insert.execute(params![id, mention])?;
            }
        }
    }
    Ok(())
}
