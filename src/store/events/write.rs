//! One event's rows: itself, its participants, variants, words, and its places in the timeline.

use super::correction::{Fields, Plain, lay_over};
use super::judged::{self, Mined};
use super::parties::{Participant, agreed, gather};
use super::position::position_of;
use super::same::unite;
use super::summary::{disputed, is_background, name, origins, place, status, sureness, what};
use super::told::{Told, ToldDate, ToldPlace, claims, mentions, numbers, participants};
use super::variants;
use super::when::{When, when};
use super::words::Words;
use crate::judgement::{Correction, Subject};
use crate::store::StoreError;
use crate::store::judgements::{self, Bearing};
use crate::store::values::{day, from_number, list};
use rusqlite::{Connection, named_params, params};
use std::collections::{BTreeMap, BTreeSet};

/// Stands for a day where there is none.
const NO_DAY: i64 = 99_999_999;
/// Sectors whose people stand for the state.
pub(super) const STATE_SECTORS: [&str; 6] = ["GOV", "MIL", "LEG", "JUD", "SPY", "COP"];

/// Sums up an event and writes it, but for the words that it is to be found by; none if nothing tells of it any longer.
pub(super) fn write(connection: &Connection, event: i64) -> Result<Option<Words>, StoreError> {
    let mut told = mentions(connection, event)?;
    if told.is_empty() {
        return Ok(None);
    }
    let mut taking_part = participants(connection, event)?;
    let bearings = judgements::on_event(connection, event)?;
    let mut mined = judged::correct_mentions(connection, &mut told, &mut taking_part, &bearings)?;
    let mut sum = Sum::of(&told, agreed(unite(gather(taking_part)), &told));
    mined.extend(sum.correct(connection, &bearings)?);
    let Sum { kind, mode, label, status, when, place, participants } = sum;
    let verdict = judged::verdict(&told, &bearings);
    let (background, sureness) = (is_background(&told, when.latest), sureness(&told));
    let name = name(&told).to_owned();
    let texts: BTreeSet<i64> = told.iter().map(|mention| mention.text).collect();
    connection.prepare_cached(include_str!("event_insert.sql"))?.execute(named_params! {
        ":id": event,
        ":name": name,
        ":kind": kind,
        ":mode": mode,
        ":label": label,
        ":status": status,
        ":edtf": when.edtf,
        ":earliest": when.earliest.and_then(from_number).map(day),
        ":latest": when.latest.and_then(from_number).map(day),
        ":earliest_day": when.earliest,
        ":latest_day": when.latest,
        ":date_inferred": when.inferred,
        ":date_lent": when.lent,
        ":date_reason": when.reason,
        ":place": place.as_ref().map(|place| place.id),
        ":disputed": list(&disputed(&claims(connection, event)?)),
        ":mentions": told.len() as i64,
        ":texts": texts.len() as i64,
        ":origins": origins(&told) as i64,
        ":first_reported": told.iter().filter_map(|mention| mention.published.as_ref()).min(),
        ":background": background,
        ":verdict": verdict,
        ":sureness": sureness,
    })?;
    let dated = when.earliest.is_some() || when.latest.is_some();
    let section = match status.as_str() {
        _ if verdict == Some("rejected") => "rejected",
        "hypothetical" | "denied" => "aside",
        // What two tell of, or somebody judged, is worth its line however little is told.
        _ if origins(&told) < 2 && bearings.is_empty() && is_bare(dated, &participants, place.as_ref()) => {
            "bare"
        }
        _ if !dated => "undated",
        _ if background => "background",
        "planned" => "planned",
        _ => "main",
    };
    let first_day = when.earliest.or(when.latest).unwrap_or(NO_DAY);
    let last_day = when.latest.or(when.earliest).unwrap_or(NO_DAY);
    write_participants(connection, event, &participants)?;
    variants::write(connection, event, &told, &when, numbers(connection, event)?)?;
    write_rows(connection, event, section, (first_day, last_day), &name, &participants)?;
    let words: BTreeSet<&str> = told
        .iter()
        .flat_map(|mention| {
            [Some(mention.trigger.as_str()), mention.mode.as_deref(), Some(mention.kind.as_str())]
        })
        .flatten()
        .collect();
    let parties: BTreeSet<&str> = participants.iter().map(|participant| participant.name.as_str()).collect();
    let places: BTreeSet<&str> = told
        .iter()
        .filter_map(|mention| mention.place.as_ref())
        .chain(&place)
        .map(|place| place.name.as_str())
        .collect();
    judged::write(connection, event, &bearings, &mined)?;
    Ok(Some(Words {
        position: position_of(section, first_day, event),
        event,
        label,
        parties: joined(parties),
        place: joined(places),
        words: joined(words),
    }))
}

/// Whether so little is told of an event that its line could be held against nothing: it has no day and one party at most,
/// or neither party nor place.
fn is_bare(dated: bool, participants: &[Participant], place: Option<&ToldPlace>) -> bool {
    if dated { participants.is_empty() && place.is_none() } else { participants.len() < 2 }
}

/// What an event comes to.
struct Sum {
    kind: String,
    mode: Option<String>,
    label: String,
    status: String,
    when: When,
    place: Option<ToldPlace>,
    participants: Vec<Participant>,
}

impl Sum {
    /// As its mentions tell it.
    fn of(told: &[Told], participants: Vec<Participant>) -> Self {
        let (kind, mode, label) = what(told);
        let (when, status) = (when(told), status(told).to_owned());
        Self { kind, mode, label, status, when, place: place(told).cloned(), participants }
    }

    /// Puts in its place what analysts said of the event as a whole; returns what stood there.
    fn correct(&mut self, connection: &Connection, bearings: &[Bearing]) -> Result<Vec<Mined>, StoreError> {
        let mut mined = Vec::new();
        let on_event = |bearing: &&Bearing| bearing.subject == Subject::Event && bearing.first_is_here;
        for bearing in bearings.iter().filter(on_event) {
            for correction in &bearing.corrections {
                let mut fields = OfEvent { sum: &mut *self, who: &bearing.who };
                let before = lay_over(connection, &mut fields, correction)?;
                mined.push((bearing.judgement, correction.field.clone(), before));
            }
        }
        Ok(mined)
    }
}

/// An event as its mentions come to, corrected by somebody.
struct OfEvent<'s> {
    sum: &'s mut Sum,
    who: &'s str,
}

impl Fields for OfEvent<'_> {
    fn plain(&mut self) -> Plain<'_> {
        let sum = &mut *self.sum;
        Plain {
            kind: &mut sum.kind,
            mode: &mut sum.mode,
            label: &mut sum.label,
            status: &mut sum.status,
            place: &mut sum.place,
        }
    }

    fn replace_date(&mut self, date: Option<ToldDate>) -> Option<String> {
        let variants = std::mem::take(&mut self.sum.when.variants);
        let before = self.sum.when.edtf.take();
        let articles = before.as_deref().unwrap_or("no date");
        self.sum.when = When {
            edtf: date.as_ref().map(|date| date.edtf.clone()),
            earliest: date.as_ref().and_then(|date| date.earliest),
            latest: date.as_ref().and_then(|date| date.latest),
            reason: Some(format!("corrected by {}; from the articles: {articles}", self.who)),
            variants,
            ..When::default()
        };
        before
    }

    fn replace_parties(
        &mut self,
        connection: &Connection,
        correction: &Correction,
        source: bool,
    ) -> Result<Vec<String>, StoreError> {
        let own = |participant: &Participant| participant.source == source;
        let before = self.sum.participants.iter().filter(|p| own(p)).map(|p| p.name.clone()).collect();
        self.sum.participants.retain(|participant| !own(participant));
        let mut judged = gather(judged::parties(connection, correction, source, 0, 0)?);
        judged.iter_mut().for_each(|participant| participant.texts.clear());
        self.sum.participants.extend(judged);
        Ok(before)
    }
}

fn joined(words: BTreeSet<&str>) -> String {
    words.into_iter().collect::<Vec<_>>().join("; ")
}

fn write_participants(
    connection: &Connection,
    event: i64,
    participants: &[Participant],
) -> Result<(), StoreError> {
    let mut insert = connection.prepare_cached(include_str!("participant_insert.sql"))?;
    let mut ordinals = [0_i64; 2];
    for participant in participants {
        let ordinal = &mut ordinals[usize::from(participant.source)];
        insert.execute(params![
            event,
            if participant.source { "source" } else { "target" },
            *ordinal,
            participant.actor,
            participant.code(),
            participant.name,
            participant.texts.len() as i64
        ])?;
        *ordinal += 1;
    }
    Ok(())
}

fn write_rows(
    connection: &Connection,
    event: i64,
    section: &str,
    (first, last): (i64, i64),
    name: &str,
    participants: &[Participant],
) -> Result<(), StoreError> {
    connection
        .prepare_cached(include_str!("row_insert.sql"))?
        .execute(params![section, first, last, name, event])?;
    let mut parties: BTreeMap<&str, (bool, bool)> = BTreeMap::new();
    for participant in participants {
        // What no actor is the name of, a town that is attacked, is at least its state's.
        let states = participant.codes.iter().chain(&participant.also).filter_map(|code| state(code));
        let called = participant.key.iter().chain(&participant.called).map(String::as_str);
        for party in called.chain(states) {
            let sides = parties.entry(party).or_default();
            *(if participant.source { &mut sides.0 } else { &mut sides.1 }) = true;
        }
    }
    let mut insert = connection.prepare_cached(include_str!("party_insert.sql"))?;
    for (party, sides) in parties {
        let side = match sides {
            (true, true) => "both",
            (true, false) => "source",
            _ => "target",
        };
        insert.execute(params![party, section, first, last, name, event, side])?;
    }
    Ok(())
}

/// The country for which somebody with this code stands.
fn state(code: &str) -> Option<&str> {
    let mut parts = code.split('.');
    let country = parts
        .next()
        .filter(|country| country.len() == 3 && country.chars().all(|c| c.is_ascii_uppercase()))?;
    match parts.next() {
        None => Some(country),
        Some(sector) => STATE_SECTORS.contains(&sector).then_some(country),
    }
}

#[cfg(test)]
mod tests {
    use super::state;

    #[test]
    fn who_stands_for_a_state() {
        for (code, expected) in [
            ("RUS", Some("RUS")),
            ("RUS.GOV", Some("RUS")),
            ("RUS.BUS", None),
            ("NATO", None),
            ("", None),
            ("SYR.REB", None),
        ] {
            assert_eq!(state(code), expected, "{code}");
        }
    }
}
