//! Judgements laid over what the texts tell of an event.

use super::correction::{Fields, Plain, lay_over};
use super::told::{Told, ToldDate, ToldParticipant};
use crate::judgement::{Correction, Meaning, Subject, Verb};
use crate::store::StoreError;
use crate::store::findings::actor_of_key;
use crate::store::judgements::Bearing;
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
                let mut fields = OfMention { told: mention, participants: &mut *participants };
                let before = lay_over(connection, &mut fields, correction)?;
                mined.push((bearing.judgement, correction.field.clone(), before));
            }
        }
    }
    Ok(mined)
}

/// A mention as its text tells it, with those who take part in all mentions of the event.
struct OfMention<'t> {
    told: &'t mut Told,
    participants: &'t mut Vec<ToldParticipant>,
}

impl Fields for OfMention<'_> {
    fn plain(&mut self) -> Plain<'_> {
        let told = &mut *self.told;
        Plain {
            kind: &mut told.kind,
            mode: &mut told.mode,
            label: &mut told.label,
            status: &mut told.status,
            place: &mut told.place,
        }
    }

    fn replace_date(&mut self, date: Option<ToldDate>) -> Option<String> {
        std::mem::replace(&mut self.told.date, date).map(|date| date.edtf)
    }

    fn replace_parties(
        &mut self,
        connection: &Connection,
        correction: &Correction,
        source: bool,
    ) -> Result<Vec<String>, StoreError> {
        let (mention, text) = (self.told.id, self.told.text);
        let own =
            |participant: &ToldParticipant| participant.mention == mention && participant.source == source;
        let before = self.participants.iter().filter(|p| own(p)).map(|p| p.name.clone()).collect();
        self.participants.retain(|participant| !own(participant));
        self.participants.extend(parties(connection, correction, source, mention, text)?);
        Ok(before)
    }
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
            is_person: false,
            at: None,
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
