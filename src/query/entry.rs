//! One event of a timeline with all that belongs to it.

use super::sql::{Found, NO_DAY};
use super::timeline::{Count, Entry, EntryDate, EntryPlace, EntryRelation, Part, Participant, Timeline};
use super::{ClaimFilter, Filter, QueryError, Voice, claims, day_of, short_name};
use crate::judgement::Verb;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::{BTreeMap, BTreeSet};

/// Reads entries; knows what holds for all of them.
pub(super) struct Entries<'a> {
    connection: &'a Connection,
    /// The day by which articles were published that are asked for.
    as_of: Option<i64>,
    /// The day of the newest publication: what was planned for before then should have been reported.
    newest: Option<i64>,
}

impl<'a> Entries<'a> {
    pub fn new(connection: &'a Connection, as_of: Option<i64>) -> Result<Self, QueryError> {
        let newest: Option<i64> = connection
            .prepare_cached("SELECT max(published_day) FROM texts")?
            .query_row([], |row| row.get(0))?;
        Ok(Self { connection, as_of, newest: as_of.or(newest) })
    }

    /// The entry of a row of the stored timeline.
    pub fn entry(&self, found: &Found, part: Part) -> Result<Entry, QueryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT events.name, events.kind, events.mode, events.label, events.status, events.edtf, events.date_inferred,
                    events.disputed, events.origins, events.texts, events.first_reported,
                    places.name, places.country, places.latitude, places.longitude, events.verdict
               FROM events LEFT JOIN places ON places.id = events.place WHERE events.id = ?1",
        )?;
        let mut entry = statement.query_row([found.event], |row| self.entry_of(row, found))?;
        entry.short_id = short_name(self.connection, &entry.id)?;
        self.participants(found.event, &mut entry)?;
        entry.relations = self.relations(found.event)?;
        entry.variants = self.variants(found.event)?;
        self.as_it_was(found.event, &mut entry)?;
        self.disputed_by(found.event, &mut entry)?;
        entry.judged = self.judged(found.event)?;
        entry.unreported = (part == Part::Planned || entry.status == "planned")
            && found.last_day < NO_DAY
            && self.newest.is_some_and(|newest| found.last_day < newest);
        Ok(entry)
    }

    fn entry_of(&self, row: &Row<'_>, found: &Found) -> rusqlite::Result<Entry> {
        let edtf: Option<String> = row.get(5)?;
        let inferred = row.get(6)?;
        let disputed: String = row.get(7)?;
        let place: Option<String> = row.get(11)?;
        let (latitude, longitude): (Option<f64>, Option<f64>) = (row.get(13)?, row.get(14)?);
        let country = row.get(12)?;
        Ok(Entry {
            id: row.get(0)?,
            short_id: String::new(),
            kind: row.get(1)?,
            mode: row.get(2)?,
            label: row.get(3)?,
            status: row.get(4)?,
            date: edtf.filter(|_| found.first_day != NO_DAY).map(|edtf| EntryDate {
                edtf,
                earliest: day_of(found.first_day),
                latest: day_of(found.last_day),
                inferred,
            }),
            sources: Vec::new(),
            targets: Vec::new(),
            place: place.map(|name| EntryPlace { name, country, coordinates: latitude.zip(longitude) }),
            disputed: serde_json::from_str(&disputed).unwrap_or_default(),
            disputed_by: Vec::new(),
            origins: row.get(8)?,
            texts: row.get(9)?,
            first_reported: row.get(10)?,
            relations: Vec::new(),
            variants: Vec::new(),
            unreported: false,
            verdict: row.get(15)?,
            judged: Vec::new(),
        })
    }

    /// Who differs over what is disputed.
    fn disputed_by(&self, event: i64, entry: &mut Entry) -> Result<(), QueryError> {
        if entry.disputed.is_empty() {
            return Ok(());
        }
        let about = ClaimFilter { about: Some(vec![event]), ..ClaimFilter::default() };
        let names = |voices: &[Voice]| voices.iter().map(|voice| voice.speaker.clone()).collect();
        entry.disputed_by = claims(self.connection, &about)?
            .questions
            .into_iter()
            .filter(|question| question.disputed && entry.disputed.contains(&question.aspect))
            .map(|question| (question.aspect, names(&question.affirm), names(&question.dispute)))
            .collect();
        Ok(())
    }

    fn participants(&self, event: i64, entry: &mut Entry) -> Result<(), QueryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT takes.side, actors.key, takes.words, takes.code, actors.sort
               FROM event_participants AS takes LEFT JOIN actors ON actors.id = takes.actor
              WHERE takes.event = ?1 ORDER BY takes.side, takes.ordinal",
        )?;
        let mut rows = statement.query([event])?;
        while let Some(row) = rows.next()? {
            let side: String = row.get(0)?;
            let participant = Participant {
                actor: row.get(1)?,
                name: row.get(2)?,
                code: row.get(3)?,
                sort: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
            };
            if side == "source" { entry.sources.push(participant) } else { entry.targets.push(participant) }
        }
        Ok(())
    }

    fn relations(&self, event: i64) -> Result<Vec<EntryRelation>, QueryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT event_relations.kind, events.name, event_relations.contradicted
               FROM event_relations JOIN events ON events.id = event_relations.earlier
              WHERE event_relations.later = ?1 AND events.verdict IS NOT 'rejected' ORDER BY events.name, event_relations.kind",
        )?;
        let rows = statement.query_map([event], |row| {
            Ok(EntryRelation {
                kind: row.get(0)?,
                id: row.get(1)?,
                short_id: String::new(),
                contradicted: row.get(2)?,
            })
        })?;
        let mut relations = rows.collect::<Result<Vec<_>, _>>()?;
        for relation in &mut relations {
            relation.short_id = short_name(self.connection, &relation.id)?;
        }
        Ok(relations)
    }

    fn variants(&self, event: i64) -> Result<Vec<(String, Vec<String>)>, QueryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT what, reading FROM event_variants WHERE event = ?1 ORDER BY what, ordinal",
        )?;
        let mut variants: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut rows = statement.query([event])?;
        while let Some(row) = rows.next()? {
            variants.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        Ok(variants.into_iter().filter(|(_, readings)| readings.len() > 1).collect())
    }

    /// What analysts did to it beside accepting or rejecting it, each once.
    fn judged(&self, event: i64) -> Result<Vec<String>, QueryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT judgements.verb FROM event_judgements JOIN judgements ON judgements.id = event_judgements.judgement
              WHERE event_judgements.event = ?1 ORDER BY judgements.made, judgements.key",
        )?;
        let mut judged: Vec<String> = Vec::new();
        for verb in statement.query_map([event], |row| row.get::<_, String>(0))? {
            let past = Verb::parse(&verb?).map_or("", Verb::past);
            if !judged.iter().any(|other| other == past) {
                judged.push(past.to_owned());
            }
        }
        Ok(judged)
    }

    /// What was known of it by the day asked for: how many told of it, and whether as planned or as held.
    fn as_it_was(&self, event: i64, entry: &mut Entry) -> Result<(), QueryError> {
        let Some(day) = self.as_of else { return Ok(()) };
        let mut statement = self.connection.prepare_cached(
            "SELECT count(DISTINCT texts.origin), count(DISTINCT texts.id),
                    sum(mentions.status = 'happened'), sum(mentions.status = 'claimed'), sum(mentions.status = 'planned')
               FROM mentions JOIN texts ON texts.id = mentions.text
              WHERE mentions.event = ?1 AND texts.published_day <= ?2",
        )?;
        let told: Option<(u32, u32, i64, i64, i64)> = statement
            .query_row(params![event, day], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
            })
            .optional()?;
        if let Some((origins, texts, happened, claimed, planned)) = told {
            (entry.origins, entry.texts) = (origins, texts);
            if happened == 0 {
                match (claimed, planned) {
                    (0, 1..) => entry.status = "planned".into(),
                    (1.., _) => entry.status = "claimed".into(),
                    (..) => {}
                }
            }
        }
        Ok(())
    }

    /// Counts the claims about what is shown, and names the articles among it whose words are not their authors'.
    pub fn notes(&self, filter: &Filter, timeline: &mut Timeline) -> Result<(), QueryError> {
        let everything = *filter == Filter::All(Vec::new()) && !timeline.more;
        if everything {
            let sql = format!(
                "SELECT count(*) FROM (SELECT 1 FROM judged_claims WHERE verdict IS NOT 'rejected' LIMIT {})",
                Count::LIMIT
            );
            timeline.claims =
                Count(self.connection.query_row(&sql, [], |row| row.get::<_, u32>(0))? as usize);
        }
        let reworded = self.reworded()?;
        let mut claims = BTreeSet::new();
        let mut texts = BTreeSet::new();
        let mut of_event =
            self.connection.prepare_cached("SELECT id, text FROM mentions WHERE event = ?1")?;
        let mut of_mention =
            self.connection.prepare_cached("SELECT claim FROM claim_about WHERE mention = ?1")?;
        let mut by_name = self.connection.prepare_cached("SELECT id FROM events WHERE name = ?1")?;
        for entry in timeline.parts.iter().flat_map(|(_, entries)| entries) {
            if reworded.is_empty() && (everything || claims.len() >= Count::LIMIT) {
                break;
            }
            for event in by_name.query_map([&entry.id], |row| row.get::<_, i64>(0))? {
                let mut mentions = of_event.query([event?])?;
                while let Some(mention) = mentions.next()? {
                    let text: i64 = mention.get(1)?;
                    texts.extend(reworded.get(&text).map(|_| text));
                    if !everything && claims.len() < Count::LIMIT {
                        let about =
                            of_mention.query_map([mention.get::<_, i64>(0)?], |row| row.get::<_, i64>(0))?;
                        for claim in about {
                            claims.insert(claim?);
                        }
                    }
                }
            }
        }
        if !everything {
            timeline.claims = Count(claims.len().min(Count::LIMIT));
        }
        timeline.reworded = texts.iter().filter_map(|text| reworded.get(text).cloned()).collect();
        timeline.reworded.sort();
        Ok(())
    }

    /// The machine-reworded texts with the names they go by.
    fn reworded(&self) -> Result<BTreeMap<i64, String>, QueryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT texts.id, coalesce(publications.given_id, texts.title, publications.url, substr(texts.hash, 1, 8))
               FROM texts LEFT JOIN publications ON publications.id = texts.publication WHERE texts.wording = 'reworded'",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
