//! Who says so: claims, by speaker, stance, and what they are about.

use super::original::{OriginalWords, Originals};
use super::short::shorten;
use super::sql::json_list;
use super::timeline::{EntryDate, Participant};
use super::{Party, QueryError, Question, questions, search_words};
use crate::claims::{Aspect, Stance};
use crate::store::EVENT_OF_POSITION;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Which claims are asked for; what is left empty is not asked.
#[derive(Debug, Clone, Default)]
pub struct ClaimFilter {
    /// Whose: one of these.
    pub speakers: Vec<Party>,
    /// With one of these stances.
    pub stances: Vec<String>,
    /// About one of these events, by their rows.
    pub about: Option<Vec<i64>>,
    /// About this aspect.
    pub aspect: Option<String>,
    /// With these words (for full-text search).
    pub text: Option<String>,
    /// Said, or else published, within these days.
    pub days: Option<(i64, i64)>,
    /// Told by one of these outlets, by their rows.
    pub outlets: Vec<i64>,
    /// Only the claim of this row.
    pub row: Option<i64>,
    /// Only claims in the text of this row.
    pub text_row: Option<i64>,
    /// At most so many.
    pub limit: Option<usize>,
    /// The latest first.
    pub reverse: bool,
}

/// Claims in the order in which they were made, as far as is known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Claims {
    /// The claims.
    pub claims: Vec<ClaimEntry>,
    /// Whether more was found than asked for.
    pub more: bool,
    /// What speakers differ over, where the claims about events were asked for.
    pub questions: Vec<Question>,
}

/// One claim.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimEntry {
    /// Its stable name.
    pub id: String,
    /// The shortest beginning of the name that no other has.
    pub short_id: String,
    /// Who says it, if we can tell.
    pub speaker: Option<Participant>,
    /// The words for whoever says it.
    pub source_words: String,
    /// The words that say that it is said.
    pub cue_words: String,
    /// What is said.
    pub content_words: String,
    /// How the speaker stands to it.
    pub stance: String,
    /// positive, negative.
    pub polarity: String,
    /// certain, possible, reported.
    pub modality: String,
    /// direct, indirect, mixed.
    pub quoted: String,
    /// To whom it is said.
    pub addressee: Option<String>,
    /// What of the events is at issue.
    pub aspect: Option<String>,
    /// When it was said, if the article tells.
    pub date: Option<EntryDate>,
    /// The events it is about: name, short id, label.
    pub about: Vec<(String, String, String)>,
    /// Where it is told.
    pub article: ArticleName,
    /// Where that article is machine-reworded and its original is there: what the original has the speaker say.
    pub original: Option<OriginalWords>,
    /// The rule that found it.
    pub rule: String,
}

/// What an article is called, and what must be known of its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleName {
    /// The hash of its text.
    pub text: String,
    /// The id its giver knows it by.
    pub given_id: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where.
    pub url: Option<String>,
    /// The day in force.
    pub published: Option<String>,
    /// How the day is known.
    pub published_basis: String,
    /// original, reworded, unknown.
    pub wording: String,
}

impl ArticleName {
    /// The columns that [`ArticleName::from_row`] reads, of `texts`, `publications` (the one in force) and `outlets`.
    pub(super) const COLUMNS: &str = "texts.hash, publications.given_id, coalesce(publications.title, texts.title), outlets.name, \
         publications.url, texts.published, texts.published_basis, texts.wording";

    /// What `COLUMNS` need, after a table that has a column `text`.
    pub(super) const JOINS: &str = "LEFT JOIN publications ON publications.id = texts.publication \
         LEFT JOIN outlets ON outlets.id = publications.outlet";

    pub(super) fn from_row(row: &Row<'_>, first: usize) -> rusqlite::Result<Self> {
        Ok(Self {
            text: row.get(first)?,
            given_id: row.get(first + 1)?,
            title: row.get(first + 2)?,
            outlet: row.get(first + 3)?,
            url: row.get(first + 4)?,
            published: row.get(first + 5)?,
            published_basis: row.get(first + 6)?,
            wording: row.get(first + 7)?,
        })
    }

    /// The shortest telling name.
    pub fn shown(&self) -> &str {
        let named = self.given_id.as_deref().or(self.title.as_deref()).or(self.url.as_deref());
        named.unwrap_or_else(|| self.text.get(..8).unwrap_or(&self.text))
    }

    /// Whether its quotations are not the speakers' words.
    pub fn is_reworded(&self) -> bool {
        self.wording == "reworded"
    }
}

/// The sectors of those who stand for a state.
const OFFICIAL: [&str; 5] = ["GOV", "MIL", "LEG", "JUD", "SPY"];

impl ClaimFilter {
    /// Asks for stances by their names.
    ///
    /// # Errors
    /// If one is no stance.
    pub fn set_stances(&mut self, given: &[String]) -> Result<(), QueryError> {
        for word in given {
            let word = word.to_lowercase();
            if !Stance::ALL.iter().any(|stance| stance.as_str() == word) {
                let known: Vec<&str> = Stance::ALL.iter().map(|stance| stance.as_str()).collect();
                return Err(QueryError::value(
                    format!("{word:?} is no stance"),
                    format!("give one of {}", known.join(", ")),
                ));
            }
            self.stances.push(word);
        }
        Ok(())
    }

    /// Asks for an aspect by its name.
    ///
    /// # Errors
    /// If it is none.
    pub fn set_aspect(&mut self, given: &str) -> Result<(), QueryError> {
        let word = given.to_lowercase();
        if !Aspect::ALL.iter().any(|aspect| aspect.as_str() == word) {
            let known: Vec<&str> = Aspect::ALL.iter().map(|aspect| aspect.as_str()).collect();
            return Err(QueryError::value(
                format!("{given:?} is no aspect"),
                format!("give one of {}", known.join(", ")),
            ));
        }
        self.aspect = Some(word);
        Ok(())
    }
}

/// The claims that a filter asks for.
///
/// # Errors
/// If the database fails.
pub fn claims(connection: &Connection, filter: &ClaimFilter) -> Result<Claims, QueryError> {
    let (mut conditions, mut values) = conditions(filter);
    let sql = "SELECT EXISTS (SELECT 1 FROM claim_judgements)";
    // Where nothing was judged, the table itself answers, with all its indexes.
    let judged: bool = connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
    let table = if judged { "judged_claims" } else { "claims" };
    if judged && filter.row.is_none() {
        conditions.push_str(" AND claims.verdict IS NOT 'rejected'");
    }
    let order = if filter.reverse { " DESC" } else { "" };
    let sql = format!(
        "SELECT claims.id, claims.name, actors.key, actors.name, coalesce(text_actors.code, actors.code), actors.sort,
                claims.source_words, claims.cue_words, claims.content_words, claims.stance, claims.polarity, claims.modality,
                claims.quoted, addressee.name, claims.aspect, claims.edtf, claims.earliest, claims.latest, claims.rule, {}
           FROM {table} AS claims JOIN texts ON texts.id = claims.text {}
           LEFT JOIN actors ON actors.id = claims.speaker
           LEFT JOIN actors AS addressee ON addressee.id = claims.addressee
           LEFT JOIN text_actors ON text_actors.actor = claims.speaker AND text_actors.text = claims.text
          WHERE {conditions}
          ORDER BY coalesce(claims.earliest, texts.published, '~'){order}, texts.hash{order}, claims.id{order} LIMIT ?",
        ArticleName::COLUMNS,
        ArticleName::JOINS,
    );
    let limit = filter.limit.unwrap_or(usize::MAX - 1);
    values.push(Value::Integer(i64::try_from(limit + 1).unwrap_or(i64::MAX)));
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut found = Claims::default();
    let mut seen: HashMap<i64, usize> = HashMap::new();
    while let Some(row) = rows.next()? {
        if found.claims.len() == limit {
            found.more = true;
            break;
        }
        if let Entry::Vacant(vacant) = seen.entry(row.get(0)?) {
            vacant.insert(found.claims.len());
            found.claims.push(from_row(row)?);
        }
    }
    about(connection, &seen, &mut found.claims)?;
    Originals::new(connection).give_claims(&seen, &mut found.claims)?;
    let names = found.claims.iter_mut().flat_map(|claim| {
        let about = claim.about.iter_mut().map(|(name, short, _)| (&**name, short));
        std::iter::once((&*claim.id, &mut claim.short_id)).chain(about)
    });
    shorten(connection, names)?;
    if filter.about.is_some() && !filter.reverse {
        found.questions = questions(&found.claims);
    }
    Ok(found)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ClaimEntry> {
    let speaker: Option<String> = row.get(2)?;
    let day = |text: Option<String>| text.and_then(|text| text.parse().ok());
    let edtf: Option<String> = row.get(15)?;
    let (earliest, latest) = (day(row.get(16)?), day(row.get(17)?));
    Ok(ClaimEntry {
        id: row.get(1)?,
        short_id: String::new(),
        speaker: match speaker {
            Some(key) => Some(Participant {
                actor: Some(key),
                name: row.get(3)?,
                code: row.get(4)?,
                sort: row.get(5)?,
            }),
            None => None,
        },
        source_words: row.get(6)?,
        cue_words: row.get(7)?,
        content_words: row.get(8)?,
        stance: row.get(9)?,
        polarity: row.get(10)?,
        modality: row.get(11)?,
        quoted: row.get(12)?,
        addressee: row.get(13)?,
        aspect: row.get(14)?,
        date: edtf.map(|edtf| EntryDate { edtf, earliest, latest, inferred: false }),
        about: Vec::new(),
        article: ArticleName::from_row(row, 19)?,
        original: None,
        rule: row.get(18)?,
    })
}

/// Fills in which events claims are about; `places` tells for the row of each claim where it stands in the list.
fn about(
    connection: &Connection,
    places: &HashMap<i64, usize>,
    claims: &mut [ClaimEntry],
) -> Result<(), QueryError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT claim_about.claim, events.name, events.label
           FROM json_each(?1) AS asked CROSS JOIN claim_about ON claim_about.claim = asked.value
           JOIN mentions ON mentions.id = claim_about.mention
           JOIN events ON events.id = mentions.event ORDER BY claim_about.claim, events.name",
    )?;
    let mut rows = statement.query([json_list(&places.keys().collect::<Vec<_>>())])?;
    while let Some(row) = rows.next()? {
        if let Some(claim) = places.get(&row.get(0)?).and_then(|&place| claims.get_mut(place)) {
            claim.about.push((row.get(1)?, String::new(), row.get(2)?));
        }
    }
    Ok(())
}

fn conditions(filter: &ClaimFilter) -> (String, Vec<Value>) {
    let (mut sql, mut values) = (vec!["1".to_owned()], Vec::new());
    let list = |items: &[String]| Value::Text(json_list(items));
    if !filter.speakers.is_empty() {
        let mut any = Vec::new();
        for party in &filter.speakers {
            if party.state {
                let codes: Vec<String> = std::iter::once(party.key.clone())
                    .chain(OFFICIAL.iter().map(|sector| format!("{}.{sector}", party.key)))
                    .collect();
                any.push("coalesce(text_actors.code, actors.code) IN (SELECT value FROM json_each(?))");
                values.push(list(&codes));
            } else {
                any.push("actors.key = ?");
                values.push(Value::Text(party.key.clone()));
            }
        }
        sql.push(format!("({})", any.join(" OR ")));
    }
    if !filter.stances.is_empty() {
        sql.push("claims.stance IN (SELECT value FROM json_each(?))".into());
        values.push(list(&filter.stances));
    }
    if let Some(events) = &filter.about {
        sql.push(
            "claims.id IN (SELECT claim_about.claim FROM mentions JOIN claim_about ON claim_about.mention = mentions.id
               WHERE mentions.event IN (SELECT value FROM json_each(?)))"
                .into(),
        );
        values.push(Value::Text(json_list(events)));
    }
    for (column, row) in [("claims.id = ?", filter.row), ("claims.text = ?", filter.text_row)] {
        if let Some(row) = row {
            sql.push(column.into());
            values.push(Value::Integer(row));
        }
    }
    if let Some(aspect) = &filter.aspect {
        sql.push("claims.aspect = ?".into());
        values.push(Value::Text(aspect.clone()));
    }
    if let Some(words) = &filter.text {
        sql.push("claims.id IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)".into());
        values.push(Value::Text(words.clone()));
    }
    if let Some((first, last)) = filter.days {
        let day =
            |number: i64, open: &str| super::day_of(number).map_or(open.to_owned(), |day| day.to_string());
        sql.push("coalesce(claims.latest, texts.published) >= ? AND coalesce(claims.earliest, texts.published) <= ?".into());
        values.push(Value::Text(day(first, "")));
        values.push(Value::Text(day(last, "~")));
    }
    if !filter.outlets.is_empty() {
        sql.push(
            "EXISTS (SELECT 1 FROM publications AS every WHERE every.text = claims.text
               AND every.outlet IN (SELECT value FROM json_each(?)))"
                .into(),
        );
        values.push(Value::Text(json_list(&filter.outlets)));
    }
    (sql.join(" AND "), values)
}

/// The events that `--about` means: one by its id, or those that the words find.
///
/// # Errors
/// If there is none.
pub fn events_about(connection: &Connection, given: &str) -> Result<Vec<i64>, QueryError> {
    if let Ok(super::Thing::Event(event)) = super::identify(connection, given) {
        return Ok(vec![event]);
    }
    let words = search_words(given)?;
    let sql = format!("SELECT rowid {EVENT_OF_POSITION} FROM event_search WHERE event_search MATCH ?1");
    let mut statement = connection.prepare(&sql)?;
    let events: Vec<i64> = statement.query_map([&words], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if events.is_empty() {
        return Err(QueryError::Unknown { what: "event", given: given.into(), likely: Vec::new() });
    }
    Ok(events)
}
