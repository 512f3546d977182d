//! The events of a timeline with all that belongs to them.

use super::announced::announced;
use super::search::{Found, NO_DAY};
use super::short::shorten;
use super::sql::json_list;
use super::timeline::{
    Count, Entry, EntryDate, EntryPlace, EntryRelation, Part, Participant, Reading, Timeline,
};
use super::{ClaimEntry, ClaimFilter, Filter, QueryError, Voice, claims, day_of, questions};
use crate::judgement::Verb;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::{BTreeMap, HashMap};

/// How a note begins that names a copy's original, by the beginning of its hash.
const ALTERED: &str = "altered in a copy of ";

/// Events are read so many at a time.
const BATCH: usize = 500;

/// Entries by the rows of their events.
type Read = HashMap<i64, Entry>;

/// Reads entries; knows what holds for all of them.
pub(super) struct Entries<'a> {
    connection: &'a Connection,
    /// The day by which articles were published that are asked for.
    as_of: Option<i64>,
    /// The day of the newest publication: what was planned for before then should have been reported.
    newest: Option<i64>,
    /// Whether anything was ever judged of an event.
    judgements: bool,
}

impl<'a> Entries<'a> {
    pub fn new(connection: &'a Connection, as_of: Option<i64>) -> Result<Self, QueryError> {
        let (newest, judgements): (Option<i64>, bool) = connection
            .prepare_cached(
                "SELECT (SELECT max(published_day) FROM texts), EXISTS (SELECT 1 FROM event_judgements)",
            )?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self { connection, as_of, newest: as_of.or(newest), judgements })
    }

    /// Whether anything that holds of an event was ever judged.
    pub fn judgements_exist(&self) -> bool {
        self.judgements
    }

    /// The entry of a row of the stored timeline.
    pub fn entry(&self, row: Found) -> Result<Entry, QueryError> {
        let read = self.entries(&[row])?;
        Ok(read.into_iter().next().ok_or(rusqlite::Error::QueryReturnedNoRows)?)
    }

    /// The entries of rows of the stored timeline, in their order.
    pub fn entries(&self, rows: &[Found]) -> Result<Vec<Entry>, QueryError> {
        let mut read = Vec::with_capacity(rows.len());
        for batch in rows.chunks(BATCH) {
            self.read(batch, &mut read)?;
        }
        Ok(read)
    }

    /// Reads a few entries: one statement for each table, whatever their number.
    fn read(&self, rows: &[Found], into: &mut Vec<Entry>) -> Result<(), QueryError> {
        let asked = json_list(&rows.iter().map(|row| row.event).collect::<Vec<_>>());
        let mut entries = self.events(rows, &asked)?;
        self.participants(&asked, &mut entries)?;
        self.relations(&asked, &mut entries)?;
        self.variants(&asked, &mut entries)?;
        announced(self.connection, &asked, &mut entries)?;
        if self.judgements {
            self.judged(&asked, &mut entries)?;
        }
        self.as_it_was(&asked, &mut entries)?;
        self.disputed_by(&mut entries)?;
        for row in rows {
            let mut entry = entries.remove(&row.event).ok_or(rusqlite::Error::QueryReturnedNoRows)?;
            entry.unreported = (row.part == Part::Planned || entry.status == "planned")
                && row.last_day < NO_DAY
                && self.newest.is_some_and(|newest| row.last_day < newest);
            into.push(entry);
        }
        let read = into.len() - rows.len();
        let names = into[read..].iter_mut().flat_map(|entry| {
            let relations =
                entry.relations.iter_mut().map(|relation| (&*relation.id, &mut relation.short_id));
            std::iter::once((&*entry.id, &mut entry.short_id)).chain(relations)
        });
        shorten(self.connection, names)
    }

    /// The rows of `events` themselves.
    fn events(&self, rows: &[Found], asked: &str) -> Result<Read, QueryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT events.name, events.kind, events.mode, events.label, events.status, events.edtf, events.date_inferred,
                    events.disputed, events.origins, events.texts, events.first_reported,
                    places.name, places.country, places.latitude, places.longitude, events.verdict, events.id,
                    events.sureness
               FROM json_each(?1) AS asked CROSS JOIN events ON events.id = asked.value
               LEFT JOIN places ON places.id = events.place",
        )?;
        let days: HashMap<i64, &Found> = rows.iter().map(|row| (row.event, row)).collect();
        let mut read = statement.query([asked])?;
        let mut entries = Read::with_capacity(rows.len());
        while let Some(row) = read.next()? {
            let event = row.get(16)?;
            if let Some(found) = days.get(&event) {
                entries.insert(event, entry_of(row, found)?);
            }
        }
        Ok(entries)
    }

    /// Who differs over what is disputed.
    fn disputed_by(&self, entries: &mut Read) -> Result<(), QueryError> {
        let mut disputed: Vec<i64> =
            entries.iter().filter(|(_, entry)| !entry.disputed.is_empty()).map(|(event, _)| *event).collect();
        if disputed.is_empty() {
            return Ok(());
        }
        disputed.sort_unstable();
        let about = ClaimFilter { about: Some(disputed.clone()), ..ClaimFilter::default() };
        let told = claims(self.connection, &about)?.claims;
        let names = |voices: &[Voice]| voices.iter().map(|voice| voice.speaker.clone()).collect();
        for event in disputed {
            let Some(entry) = entries.get_mut(&event) else { continue };
            let about = |claim: &&ClaimEntry| claim.about.iter().any(|(event, ..)| *event == entry.id);
            entry.disputed_by = questions(told.iter().filter(about))
                .into_iter()
                .filter(|question| question.disputed && entry.disputed.contains(&question.aspect))
                .map(|question| (question.aspect, names(&question.affirm), names(&question.dispute)))
                .collect();
        }
        Ok(())
    }

    fn participants(&self, asked: &str, entries: &mut Read) -> Result<(), QueryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT takes.event, takes.side, actors.key, takes.words, takes.code, actors.sort
               FROM json_each(?1) AS asked CROSS JOIN event_participants AS takes ON takes.event = asked.value
               LEFT JOIN actors ON actors.id = takes.actor ORDER BY takes.event, takes.side, takes.ordinal",
        )?;
        let mut rows = statement.query([asked])?;
        while let Some(row) = rows.next()? {
            let Some(entry) = entries.get_mut(&row.get(0)?) else { continue };
            let participant = Participant {
                actor: row.get(2)?,
                name: row.get(3)?,
                code: row.get(4)?,
                sort: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
            };
            let source = row.get_ref(1)?.as_str().is_ok_and(|side| side == "source");
            if source { entry.sources.push(participant) } else { entry.targets.push(participant) }
        }
        Ok(())
    }

    fn relations(&self, asked: &str, entries: &mut Read) -> Result<(), QueryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT event_relations.later, event_relations.kind, events.name, event_relations.contradicted
               FROM json_each(?1) AS asked CROSS JOIN event_relations ON event_relations.later = asked.value
               JOIN events ON events.id = event_relations.earlier
              WHERE events.verdict IS NOT 'rejected' ORDER BY event_relations.later, events.name, event_relations.kind",
        )?;
        let mut rows = statement.query([asked])?;
        while let Some(row) = rows.next()? {
            let Some(entry) = entries.get_mut(&row.get(0)?) else { continue };
            entry.relations.push(EntryRelation {
                kind: row.get(1)?,
                id: row.get(2)?,
                short_id: String::new(),
                contradicted: row.get(3)?,
            });
        }
        Ok(())
    }

    /// What is told of an event differently.
    fn variants(&self, asked: &str, entries: &mut Read) -> Result<(), QueryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT event_variants.event, what, reading, note
               FROM json_each(?1) AS asked CROSS JOIN event_variants ON event_variants.event = asked.value
              ORDER BY event_variants.event, what, ordinal",
        )?;
        let mut rows = statement.query([asked])?;
        while let Some(row) = rows.next()? {
            let Some(entry) = entries.get_mut(&row.get(0)?) else { continue };
            let what: String = row.get(1)?;
            let note = row.get::<_, Option<String>>(3)?.map(|note| self.named(note)).transpose()?;
            let reading = Reading { words: row.get(2)?, note };
            match entry.variants.last_mut().filter(|(last, _)| *last == what) {
                Some((_, readings)) => readings.push(reading),
                None => entry.variants.push((what, vec![reading])),
            }
        }
        for entry in entries.values_mut() {
            entry.variants.retain(|(_, readings)| readings.len() > 1);
        }
        Ok(())
    }

    /// A note on a reading, with the name of the article that it speaks of by the beginning of a hash.
    fn named(&self, note: String) -> Result<String, QueryError> {
        let Some((words, hash)) = note.split_once(ALTERED) else { return Ok(note) };
        let name: Option<String> = self
            .connection
            .prepare_cached(
                "SELECT coalesce(publications.given_id, texts.title, publications.url)
                   FROM texts LEFT JOIN publications ON publications.id = texts.publication
                  WHERE texts.hash >= ?1 AND texts.hash < ?1 || 'g'",
            )?
            .query_row([hash], |row| row.get(0))
            .optional()?
            .flatten();
        Ok(name.map_or(note.clone(), |name| format!("{words}{ALTERED}{name}")))
    }

    /// What analysts did to it beside accepting or rejecting it, each once.
    fn judged(&self, asked: &str, entries: &mut Read) -> Result<(), QueryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT event_judgements.event, judgements.verb
               FROM json_each(?1) AS asked CROSS JOIN event_judgements ON event_judgements.event = asked.value
               JOIN judgements ON judgements.id = event_judgements.judgement
              ORDER BY event_judgements.event, judgements.made, judgements.key",
        )?;
        let mut rows = statement.query([asked])?;
        while let Some(row) = rows.next()? {
            let Some(entry) = entries.get_mut(&row.get(0)?) else { continue };
            let past = Verb::parse(&row.get::<_, String>(1)?).map_or("", Verb::past);
            if !entry.judged.iter().any(|other| other == past) {
                entry.judged.push(past.to_owned());
            }
        }
        Ok(())
    }

    /// What was known of it by the day asked for: how many told of it, and whether as planned or as held.
    fn as_it_was(&self, asked: &str, entries: &mut Read) -> Result<(), QueryError> {
        let Some(day) = self.as_of else { return Ok(()) };
        let mut statement = self.connection.prepare_cached(
            "SELECT mentions.event, count(DISTINCT texts.origin), count(DISTINCT texts.id), sum(mentions.status = 'happened'),
                    sum(mentions.status = 'claimed'), sum(mentions.status = 'planned')
               FROM json_each(?1) AS asked CROSS JOIN mentions ON mentions.event = asked.value
               JOIN texts ON texts.id = mentions.text
              WHERE texts.published_day <= ?2 GROUP BY mentions.event",
        )?;
        let mut rows = statement.query(params![asked, day])?;
        while let Some(row) = rows.next()? {
            let Some(entry) = entries.get_mut(&row.get(0)?) else { continue };
            (entry.origins, entry.texts) = (row.get(1)?, row.get(2)?);
            let told: (i64, i64, i64) = (row.get(3)?, row.get(4)?, row.get(5)?);
            match told {
                (0, 0, 1..) => entry.status = "planned".into(),
                (0, 1.., _) => entry.status = "claimed".into(),
                _ => {}
            }
        }
        Ok(())
    }

    /// Counts the claims about the events shown, and names the articles among it whose words are not their authors'.
    pub fn notes(&self, filter: &Filter, shown: &[i64], timeline: &mut Timeline) -> Result<(), QueryError> {
        let everything = *filter == Filter::All(Vec::new()) && !timeline.more;
        if everything {
            let sql = format!(
                "SELECT count(*) FROM (SELECT 1 FROM judged_claims WHERE verdict IS NOT 'rejected' LIMIT {})",
                Count::LIMIT
            );
            timeline.claims =
                Count(self.connection.query_row(&sql, [], |row| row.get::<_, u32>(0))? as usize);
        }
        let shown = json_list(shown);
        if !everything {
            let sql = format!(
                "SELECT count(*) FROM (SELECT DISTINCT claim_about.claim FROM json_each(?1) AS asked
                   CROSS JOIN mentions ON mentions.event = asked.value
                   CROSS JOIN claim_about ON claim_about.mention = mentions.id LIMIT {})",
                Count::LIMIT
            );
            let claims: u32 = self.connection.prepare_cached(&sql)?.query_row([&shown], |row| row.get(0))?;
            timeline.claims = Count(claims as usize);
        }
        let reworded = self.reworded()?;
        if !reworded.is_empty() {
            let mut statement = self.connection.prepare_cached(
                "SELECT DISTINCT mentions.text FROM json_each(?1) AS asked CROSS JOIN mentions ON mentions.event = asked.value",
            )?;
            let mut texts = statement.query([&shown])?;
            while let Some(text) = texts.next()? {
                timeline.reworded.extend(reworded.get(&text.get(0)?).cloned());
            }
        }
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

fn entry_of(row: &Row<'_>, found: &Found) -> rusqlite::Result<Entry> {
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
        date: edtf.filter(|edtf| !edtf.is_empty()).map(|edtf| EntryDate {
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
        announced: None,
        relations: Vec::new(),
        variants: Vec::new(),
        unreported: false,
        verdict: row.get(15)?,
        sureness: row.get(17)?,
        judged: Vec::new(),
    })
}
