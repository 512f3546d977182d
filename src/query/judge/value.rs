//! Values of corrections, checked and understood.

use crate::claims::{Aspect, Stance};
use crate::dates::DateValue;
use crate::judgement::{Correction, Meaning, Party, Subject};
use crate::places;
use crate::query::filter::STATUSES;
use crate::query::{Filter, QueryError, days, kinds, parties, single_day};
use crate::store::folded;
use rusqlite::Connection;
use strsim::jaro_winkler;

/// The fields that things of a sort have.
fn fields(subject: Subject) -> &'static [&'static str] {
    match subject {
        Subject::Event | Subject::Mention => {
            &["date", "place", "kind", "mode", "label", "status", "source", "target"]
        }
        Subject::Claim => &["speaker", "stance", "aspect"],
        Subject::Article => &["published"],
        Subject::Link | Subject::Origin | Subject::Judgement => &[],
    }
}

/// Labels are cells of a table.
const LONGEST_LABEL: usize = 120;

/// A field with its value, as it is understood.
///
/// # Errors
/// If things of that sort have no such field, or the value makes no sense in it.
pub(super) fn correction(
    connection: &Connection,
    places: &places::Rules,
    subject: Subject,
    field: &str,
    value: &str,
) -> Result<Correction, QueryError> {
    let known = fields(subject);
    if !known.contains(&field) {
        let article = if matches!(subject, Subject::Event | Subject::Article) { "an" } else { "a" };
        return Err(QueryError::value(
            format!("{field:?} is no field of {article} {}", subject.as_str()),
            match known {
                [] => "accept or reject it".into(),
                known => format!("give one of {}", known.join(", ")),
            },
        ));
    }
    let value = value.trim();
    let unknown = matches!(value.to_lowercase().as_str(), "unknown" | "none");
    let meaning = match field {
        "date" | "place" | "mode" | "speaker" | "published" if unknown => Meaning::Unknown,
        "source" | "target" if unknown => Meaning::Parties(Vec::new()),
        "date" => date(value)?,
        "published" => Meaning::Date(DateValue::day(single_day(value)?).edtf),
        "place" => place(connection, places, value)?,
        "kind" => kind(connection, value)?,
        "mode" => mode(connection, value)?,
        "label" => label(value)?,
        "status" => word(field, value, &STATUSES)?,
        "stance" => word(field, value, &Stance::ALL.map(|stance| stance.as_str()))?,
        "aspect" => word(field, value, &Aspect::ALL.map(|aspect| aspect.as_str()))?,
        _ => people(connection, field, value)?,
    };
    Ok(Correction { field: field.to_owned(), value: value.to_owned(), meaning })
}

fn date(value: &str) -> Result<Meaning, QueryError> {
    days(value)?;
    // What stands for days is a date value.
    Ok(DateValue::parse(value).map_or(Meaning::Unknown, |date| Meaning::Date(date.edtf)))
}

fn word(field: &str, value: &str, known: &[&str]) -> Result<Meaning, QueryError> {
    let word = value.to_lowercase();
    if known.contains(&word.as_str()) {
        return Ok(Meaning::Word(word));
    }
    Err(QueryError::value(format!("{value:?} is no {field}"), format!("give one of {}", known.join(", "))))
}

/// A kind in any case, as queries know them.
fn kind(connection: &Connection, value: &str) -> Result<Meaning, QueryError> {
    match kinds(connection, &[value.to_owned()])? {
        Filter::Kind(words) if words.first().is_some_and(|word| *word == word.to_uppercase()) => {
            Ok(words.into_iter().next().map_or(Meaning::Unknown, Meaning::Word))
        }
        _ => Err(QueryError::value(
            format!("{value:?} is a mode, not a kind"),
            format!("give the kind, and mode={value} beside it"),
        )),
    }
}

fn mode(connection: &Connection, value: &str) -> Result<Meaning, QueryError> {
    let mode = value.to_lowercase();
    let mut statement =
        connection.prepare("SELECT DISTINCT mode FROM mentions WHERE mode IS NOT NULL ORDER BY mode")?;
    let known: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if known.contains(&mode) {
        return Ok(Meaning::Word(mode));
    }
    let shown = if known.is_empty() {
        "there are none here".into()
    } else {
        format!("give none, or one of {}", known.join(", "))
    };
    Err(QueryError::value(format!("{value:?} is no mode of any event here"), shown))
}

fn label(value: &str) -> Result<Meaning, QueryError> {
    let length = value.chars().count();
    if length == 0 || length > LONGEST_LABEL || value.chars().any(char::is_control) {
        return Err(QueryError::value(
            format!("a label is one line of 1 to {LONGEST_LABEL} characters, and this one has {length}"),
            "say in a few words what happened",
        ));
    }
    Ok(Meaning::Word(value.to_owned()))
}

/// Those whom a list of names means; each for itself, a state without its officials.
fn people(connection: &Connection, field: &str, value: &str) -> Result<Meaning, QueryError> {
    let mut found: Vec<Party> = Vec::new();
    for name in value.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let alone = if name.starts_with('=') { name.to_owned() } else { format!("={name}") };
        for party in parties(connection, &alone)? {
            let sql = "SELECT code FROM actors WHERE key = ?1";
            let code = connection.query_row(sql, [&party.key], |row| row.get(0))?;
            if found.iter().all(|other| other.key != party.key) {
                found.push(Party { key: party.key, name: party.name, code });
            }
        }
    }
    match (field, found.len()) {
        (_, 0) => Err(QueryError::value(
            format!("{field}= names nobody"),
            format!("name an actor, or say {field}=unknown"),
        )),
        ("speaker", 2..) => Err(QueryError::value(
            format!("{value:?} names several, and a claim has one speaker"),
            "name one",
        )),
        _ => Ok(Meaning::Parties(found)),
    }
}

/// A place by its name: one that the chronicle knows, or else one of the gazetteer; "Tripoli (LBY)" tells those
/// of one name apart.
fn place(connection: &Connection, gazetteer: &places::Rules, value: &str) -> Result<Meaning, QueryError> {
    let (name, country) = match value.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")) {
        Some((name, country)) => (name, Some(country)),
        None => (value, None),
    };
    type Known = (String, Option<String>, Option<(f64, f64)>);
    let mut statement = connection.prepare(
        "SELECT name, country, latitude, longitude FROM places ORDER BY name, country, latitude, longitude",
    )?;
    let here: Vec<Known> = statement
        .query_map([], |row| {
            let degrees: (Option<f64>, Option<f64>) = (row.get(2)?, row.get(3)?);
            Ok((row.get(0)?, row.get(1)?, degrees.0.zip(degrees.1)))
        })?
        .collect::<Result<_, _>>()?;
    let there = gazetteer
        .named(name)
        .into_iter()
        .map(|(name, country, degrees)| (name.to_owned(), country.map(str::to_owned), Some(degrees)));
    let wanted = folded(name);
    // A place with its coordinates says more than its bare name.
    let mut found: Vec<Known> = Vec::new();
    for place in there.chain(here.iter().filter(|place| folded(&place.0) == wanted).cloned()) {
        let known = found.iter().any(|other| (&other.0, &other.1) == (&place.0, &place.1));
        if !known && country.is_none_or(|country| place.1.as_deref() == Some(country)) {
            found.push(place);
        }
    }
    if found.iter().any(|place| place.2.is_some()) {
        found.retain(|place| place.2.is_some());
    }
    match &found[..] {
        [(name, country, coordinates)] => {
            Ok(Meaning::Place { name: name.clone(), country: country.clone(), coordinates: *coordinates })
        }
        [] => {
            let mut likely: Vec<(f64, &String)> = here
                .iter()
                .map(|(place, ..)| (jaro_winkler(&wanted, &folded(place)), place))
                .filter(|(likeness, _)| *likeness > 0.85)
                .collect();
            likely.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
            likely.dedup_by(|a, b| a.1 == b.1);
            let likely = likely.into_iter().take(3).map(|(_, place)| place.clone()).collect();
            Err(QueryError::Unknown { what: "place", given: value.into(), likely })
        }
        several => Err(QueryError::Ambiguous {
            what: "place",
            given: value.into(),
            candidates: several
                .iter()
                .map(|(name, country, _)| format!("{name} ({})", country.as_deref().unwrap_or("no country")))
                .collect(),
        }),
    }
}
