//! Names given on the command line to the parties of a chronicle.

use super::{QueryError, fold};
use crate::store::folded;
use rusqlite::{Connection, params};

/// Somebody who can take part: an actor by its key, or a state with everybody who stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// What `timeline_parties.party` holds: an actor's key, or a country's code.
    pub key: String,
    /// The name, for messages.
    pub name: String,
    /// Whether it is a state with its government, its forces and its officials.
    pub state: bool,
    /// Whether it is a state without them.
    pub alone: bool,
}

/// An actor that a name could mean.
#[derive(Debug, Clone)]
struct Candidate {
    key: String,
    name: String,
    folded: String,
    code: String,
    state: bool,
}

const COLUMNS: &str =
    "SELECT DISTINCT actors.key, actors.name, actors.folded, actors.code, actors.sort = 'state' FROM actors";

/// The parties of a list such as `Russia, =Syria, Sergei Lavrov`: any of them.
///
/// # Errors
/// If a name is unknown, or stands for several actors.
pub fn parties(connection: &Connection, list: &str) -> Result<Vec<Party>, QueryError> {
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
    let mut parties = Vec::new();
    for name in names {
        match of_code(connection, name)? {
            coded if !coded.is_empty() => parties.extend(coded),
            _ => parties.push(party(connection, name)?),
        }
    }
    if parties.is_empty() {
        return Err(QueryError::value(
            "the name of the actor is empty",
            "name one, for instance --actor Russia",
        ));
    }
    Ok(parties)
}

/// Everybody who has a code with a sector, such as `RUS.GOV`.
fn of_code(connection: &Connection, given: &str) -> Result<Vec<Party>, QueryError> {
    let is_code = given.len() > 4
        && given.as_bytes()[3] == b'.'
        && given.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'.');
    if !is_code {
        return Ok(Vec::new());
    }
    let coded = "WHERE actors.code = ?1 OR actors.code LIKE ?1 || '.%'";
    let candidates = query(connection, coded, &given.to_ascii_uppercase())?;
    let party = |candidate: Candidate| Party {
        key: candidate.key,
        name: candidate.name,
        state: false,
        alone: candidate.state,
    };
    Ok(candidates.into_iter().map(party).collect())
}

/// The party of one name. `=` before the name of a state asks for the state alone; a code in brackets after a
/// name tells actors of one name apart.
fn party(connection: &Connection, given: &str) -> Result<Party, QueryError> {
    let (alone, given) = match given.strip_prefix('=') {
        Some(rest) => (true, rest.trim()),
        None => (false, given),
    };
    let (name, code) = match given.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")) {
        Some((name, code)) => (name, Some(code)),
        None => (given, None),
    };
    let mut candidates = find(connection, name)?;
    if let Some(code) = code {
        candidates.retain(|candidate| candidate.code == code || candidate.key == code);
    }
    choose(connection, name, &mut candidates)?;
    match &candidates[..] {
        [only] if only.state && !alone && !only.code.is_empty() => {
            Ok(Party { key: only.code.clone(), name: only.name.clone(), state: true, alone: false })
        }
        [only] => {
            Ok(Party { key: only.key.clone(), name: only.name.clone(), state: false, alone: only.state })
        }
        [] => {
            Err(QueryError::Unknown { what: "actor", given: given.into(), likely: likely(connection, name)? })
        }
        several => {
            Err(QueryError::Ambiguous { what: "actor", given: given.into(), candidates: shown(several) })
        }
    }
}

/// Every actor that goes by that name or code, by the strictest reading of the name that gives one.
fn find(connection: &Connection, name: &str) -> Result<Vec<Candidate>, QueryError> {
    if name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        let states = query(connection, "WHERE actors.sort = 'state' AND actors.code = ?1", name)?;
        if !states.is_empty() {
            return Ok(states);
        }
    }
    let wanted = folded(name);
    let exact = "WHERE actors.folded = ?1 OR actors.key = ?1 OR actors.id IN (SELECT actor FROM actor_aliases WHERE folded = ?1)";
    let found = query(connection, exact, &wanted)?;
    if !found.is_empty() || wanted.is_empty() {
        return Ok(found);
    }
    if name.len() == 3 {
        let code = name.to_ascii_uppercase();
        let states = query(connection, "WHERE actors.sort = 'state' AND actors.code = ?1", &code)?;
        if !states.is_empty() {
            return Ok(states);
        }
    }
    let by_key = query(connection, "WHERE actors.key = ?1", name)?;
    if !by_key.is_empty() {
        return Ok(by_key);
    }
    let by_last_word =
        query(connection, "WHERE actors.folded LIKE '% ' || ?1 AND actors.sort = 'person'", &wanted)?;
    if !by_last_word.is_empty() {
        return Ok(by_last_word);
    }
    let sound = fold::sound(&wanted);
    let mut found = everybody(connection)?;
    found.retain(|(_, alias)| fold::sound(alias) == sound);
    let mut found: Vec<Candidate> = found.into_iter().map(|(candidate, _)| candidate).collect();
    found.sort_by(|a, b| a.key.cmp(&b.key));
    found.dedup_by(|a, b| a.key == b.key);
    Ok(found)
}

/// Prefers, among several, the one of exactly that name, then those that take part in anything.
fn choose(connection: &Connection, name: &str, candidates: &mut Vec<Candidate>) -> Result<(), QueryError> {
    if candidates.len() > 1 {
        let mut taking_part = Vec::new();
        for candidate in candidates.iter() {
            let takes = "SELECT EXISTS (SELECT 1 FROM timeline_parties WHERE party = ?1)";
            if connection.prepare_cached(takes)?.query_row([&candidate.key], |row| row.get(0))? {
                taking_part.push(candidate.clone());
            }
        }
        if !taking_part.is_empty() {
            *candidates = taking_part;
        }
    }
    let wanted = folded(name);
    let whole: Vec<_> = candidates.iter().filter(|candidate| candidate.folded == wanted).cloned().collect();
    if candidates.len() > 1 && whole.len() == 1 {
        *candidates = whole;
    }
    Ok(())
}

fn query(connection: &Connection, condition: &str, value: &str) -> Result<Vec<Candidate>, QueryError> {
    let mut statement = connection.prepare_cached(&format!("{COLUMNS} {condition} ORDER BY actors.key"))?;
    let rows = statement.query_map(params![value], candidate)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn candidate(row: &rusqlite::Row<'_>) -> rusqlite::Result<Candidate> {
    Ok(Candidate {
        key: row.get(0)?,
        name: row.get(1)?,
        folded: row.get(2)?,
        code: row.get(3)?,
        state: row.get(4)?,
    })
}

/// Every actor with each of its names, folded.
fn everybody(connection: &Connection) -> Result<Vec<(Candidate, String)>, QueryError> {
    let sql = "SELECT actors.key, actors.name, actors.folded, actors.code, actors.sort = 'state', names.folded FROM actors
        JOIN (SELECT id AS actor, folded FROM actors UNION SELECT actor, folded FROM actor_aliases) AS names
          ON names.actor = actors.id WHERE actors.named";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((candidate(row)?, row.get(5)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Up to three names that look like the one given.
fn likely(connection: &Connection, name: &str) -> Result<Vec<String>, QueryError> {
    let wanted = folded(name);
    let mut likely: Vec<(f64, String)> = everybody(connection)?
        .into_iter()
        .map(|(candidate, alias)| (strsim::jaro_winkler(&wanted, &alias), candidate.name))
        .filter(|(likeness, _)| *likeness > 0.85)
        .collect();
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let mut names: Vec<String> = Vec::new();
    for (_, name) in likely {
        if names.len() < 3 && !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(names)
}

fn shown(candidates: &[Candidate]) -> Vec<String> {
    candidates
        .iter()
        .take(8)
        .map(|candidate| match candidate.code.as_str() {
            "" => format!("{} ({})", candidate.name, candidate.key),
            code => format!("{} ({code})", candidate.name),
        })
        .collect()
}
