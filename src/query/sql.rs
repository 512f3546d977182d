//! A filter written as SQL with bound arguments.
//!
//! The timeline is stored in its own order, as a whole and by party, so a page of it is read from one place: what
//! drives the search is chosen so that few rows are looked at and none need sorting. Where a condition names few
//! events, those drive it and are sorted.

use super::filter::{Filter, Role};
use super::{Party, QueryError};
use crate::judgement::Verb;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// Where undated rows stand in the order of days.
pub const NO_DAY: i64 = 99_999_999;

/// Spans of up to so many days are found by looking back from the first day asked for; `schema/` indexes longer
/// ones apart.
const NEAR: i64 = 31;

/// Up to so many events a condition may drive the search.
const FEW: i64 = 2000;

/// One row of the stored timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The first day.
    pub first_day: i64,
    /// The last day.
    pub last_day: i64,
    /// The event's name.
    pub name: String,
    /// The event's row.
    pub event: i64,
}

/// A question ready to be asked of any section.
#[derive(Debug)]
pub struct Search<'a> {
    connection: &'a Connection,
    filter: &'a Filter,
    driver: Driver<'a>,
}

/// What a search walks along.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Driver<'a> {
    /// The whole timeline.
    Timeline,
    /// The timeline of one party; the condition that asks for its role.
    Party(&'a Party, Role),
    /// The few events of one condition.
    Few(&'a Filter),
}

/// A piece of SQL with its arguments.
#[derive(Debug, Default)]
struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.values.push(value.into());
        self.text.push('?');
        self
    }

    fn bind_list<T: serde::Serialize>(&mut self, list: &[T]) -> &mut Self {
        self.push("(SELECT value FROM json_each(");
        self.bind(serde_json::to_string(list).unwrap_or_else(|_| "[]".into()));
        self.push("))")
    }
}

impl<'a> Search<'a> {
    /// Plans a search.
    ///
    /// # Errors
    /// If the database fails.
    pub fn new(connection: &'a Connection, filter: &'a Filter) -> Result<Self, QueryError> {
        let mut best = (Driver::Timeline, i64::MAX);
        let conditions = match filter {
            Filter::All(conditions) => &conditions[..],
            other => std::slice::from_ref(other),
        };
        for condition in conditions {
            let (driver, least) = match condition {
                Filter::Takes(role, parties) if parties.len() == 1 => {
                    (Driver::Party(&parties[0], *role), i64::MAX - 1)
                }
                Filter::Between(one, _) if one.len() == 1 => {
                    (Driver::Party(&one[0], Role::Either), i64::MAX - 1)
                }
                _ => (Driver::Few(condition), FEW),
            };
            let Some(events) = events_of(condition) else { continue };
            let mut sql = Sql::default();
            sql.push("SELECT count(*) FROM (").push(&events.text).push(" LIMIT ");
            sql.values.extend(events.values);
            sql.bind(FEW);
            sql.push(")");
            let count: i64 = connection
                .prepare_cached(&sql.text)?
                .query_row(params_from_iter(&sql.values), |row| row.get(0))?;
            if count < best.1 && count < least {
                best = (driver, count);
            }
        }
        Ok(Self { connection, filter, driver: best.0 })
    }

    /// Up to `limit` rows of a section, in the order of time or against it.
    ///
    /// # Errors
    /// If the database fails.
    pub fn rows(&self, section: &str, limit: usize, reverse: bool) -> Result<Vec<Found>, QueryError> {
        let mut found = Vec::new();
        let mut stretches = stretches(self.filter);
        if reverse {
            stretches.reverse();
        }
        for stretch in stretches {
            if found.len() < limit {
                let sql = self.select(section, stretch, limit - found.len(), reverse);
                let mut statement = self.connection.prepare_cached(&sql.text)?;
                let rows = statement.query_map(params_from_iter(&sql.values), |row| {
                    Ok(Found {
                        first_day: row.get(0)?,
                        last_day: row.get(1)?,
                        name: row.get(2)?,
                        event: row.get(3)?,
                    })
                })?;
                found.extend(rows.collect::<Result<Vec<_>, _>>()?);
            }
        }
        Ok(found)
    }

    fn select(&self, section: &str, stretch: Stretch, limit: usize, reverse: bool) -> Sql {
        let mut sql = Sql::default();
        sql.push("SELECT rows.first_day, rows.last_day, rows.name, rows.event FROM ");
        match self.driver {
            Driver::Timeline => {
                sql.push(
                    "timeline_rows AS rows CROSS JOIN events ON events.id = rows.event WHERE rows.section = ",
                );
                sql.bind(section.to_owned());
            }
            Driver::Party(party, role) => {
                sql.push("timeline_parties AS rows CROSS JOIN events ON events.id = rows.event WHERE rows.party = ");
                sql.bind(party.key.clone()).push(" AND rows.section = ").bind(section.to_owned());
                sql.push(side("rows", role));
            }
            Driver::Few(condition) => {
                let events = events_of(condition).unwrap_or_default();
                sql.push("(SELECT DISTINCT event FROM (").push(&events.text);
                sql.values.extend(events.values);
                sql.push(")) AS few CROSS JOIN timeline_rows AS rows ON rows.event = few.event");
                sql.push(" CROSS JOIN events ON events.id = rows.event WHERE rows.section = ")
                    .bind(section.to_owned());
            }
        }
        sql.push(" AND ");
        match stretch {
            Stretch::Any => {}
            Stretch::Long { before } => {
                sql.push("rows.last_day - rows.first_day > 31 AND rows.first_day < ")
                    .bind(before)
                    .push(" AND ");
            }
            Stretch::Near { since } => {
                sql.push("rows.first_day >= ").bind(since).push(" AND ");
            }
        }
        condition(self.filter, &mut sql);
        let order = if reverse { " DESC" } else { "" };
        sql.push(&format!(
            " ORDER BY rows.first_day{order}, rows.last_day{order}, rows.name{order}, rows.event{order} LIMIT "
        ));
        sql.bind(i64::try_from(limit).unwrap_or(i64::MAX));
        sql
    }
}

/// A range of first days that is searched in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stretch {
    Any,
    /// Long spans that begin well before the days asked for.
    Long {
        before: i64,
    },
    /// Everything that begins shortly before the days asked for, or later.
    Near {
        since: i64,
    },
}

/// The stretches in which events that overlap the days asked for can begin, in the order of time.
fn stretches(filter: &Filter) -> Vec<Stretch> {
    match filter {
        Filter::Overlaps(first, _) if *first > i64::MIN => {
            vec![Stretch::Long { before: first - NEAR }, Stretch::Near { since: first - NEAR }]
        }
        Filter::All(filters) => {
            filters.iter().map(stretches).find(|found| found.len() > 1).unwrap_or_else(|| vec![Stretch::Any])
        }
        _ => vec![Stretch::Any],
    }
}

/// The events that a condition names, where they can be listed without looking at all.
fn events_of(filter: &Filter) -> Option<Sql> {
    let mut sql = Sql::default();
    match filter {
        Filter::Takes(_, parties) | Filter::Between(parties, _) => {
            let keys: Vec<&str> = parties.iter().map(|party| party.key.as_str()).collect();
            sql.push("SELECT event FROM timeline_parties WHERE party IN ").bind_list(&keys);
        }
        Filter::Text(words) => {
            sql.push("SELECT rowid AS event FROM event_search WHERE event_search MATCH ").bind(words.clone());
        }
        Filter::Place(places) => {
            sql.push("SELECT id AS event FROM events WHERE place IN ").bind_list(places);
        }
        Filter::Outlet(outlets) => {
            sql.push(
                "SELECT mentions.event FROM publications JOIN mentions ON mentions.text = publications.text",
            );
            sql.push(" WHERE publications.outlet IN ")
                .bind_list(outlets)
                .push(" AND mentions.event IS NOT NULL");
        }
        Filter::Told(text) => {
            sql.push("SELECT event FROM mentions WHERE text = ").bind(*text).push(" AND event IS NOT NULL");
        }
        Filter::Judged(_) => {
            sql.push("SELECT event FROM event_judgements");
        }
        Filter::Import(import) => {
            sql.push(
                "SELECT mentions.event FROM publications JOIN mentions ON mentions.text = publications.text",
            );
            sql.push(" WHERE publications.import = ").bind(*import).push(" AND mentions.event IS NOT NULL");
        }
        _ => return None,
    }
    Some(sql)
}

/// Writes a condition on `rows` and `events`.
fn condition(filter: &Filter, sql: &mut Sql) {
    match filter {
        Filter::All(filters) => join(filters, " AND ", "1", sql),
        Filter::Any(filters) => join(filters, " OR ", "0", sql),
        Filter::Overlaps(first, last) => {
            sql.push("rows.first_day <= ")
                .bind((*last).min(NO_DAY - 1))
                .push(" AND rows.last_day >= ")
                .bind(*first);
        }
        Filter::Within(first, last) => {
            sql.push("rows.first_day >= ")
                .bind(*first)
                .push(" AND rows.first_day <= ")
                .bind((*last).min(NO_DAY - 1));
            sql.push(" AND rows.last_day <= ").bind((*last).min(NO_DAY - 1));
        }
        Filter::Takes(role, parties) => {
            let (alone, others): (Vec<_>, Vec<_>) = parties.iter().cloned().partition(|party| party.alone);
            sql.push("(");
            takes(&others, "party", side("party", *role), sql);
            sql.push(" OR ");
            takes_alone(&alone, *role, sql);
            sql.push(")");
        }
        Filter::Between(one, other) => {
            between(one, other, sql);
            for parties in [one, other].into_iter().filter(|parties| parties.iter().all(|party| party.alone))
            {
                sql.push(" AND ");
                takes_alone(parties, Role::Either, sql);
            }
        }
        Filter::Kind(kinds) => {
            sql.push("(events.kind IN ")
                .bind_list(kinds)
                .push(" OR events.mode IN ")
                .bind_list(kinds)
                .push(")");
        }
        Filter::Status(statuses) => {
            sql.push("events.status IN ").bind_list(statuses);
        }
        Filter::MinOrigins(least) => {
            sql.push("events.origins >= ").bind(i64::from(*least));
        }
        Filter::Judged(ways) => {
            let verbs: Vec<&str> = Verb::ALL
                .into_iter()
                .filter(|verb| ways.iter().any(|way| way == verb.past()))
                .filter(|verb| !matches!(verb, Verb::Accept | Verb::Reject))
                .map(Verb::as_str)
                .collect();
            sql.push("(events.verdict IN ").bind_list(ways);
            sql.push(" OR EXISTS (SELECT 1 FROM event_judgements JOIN judgements ON judgements.id = event_judgements.judgement");
            sql.push(" WHERE event_judgements.event = rows.event AND judgements.verb IN ")
                .bind_list(&verbs)
                .push("))");
        }
        Filter::AsOf(day) => {
            sql.push("EXISTS (SELECT 1 FROM mentions JOIN texts ON texts.id = mentions.text");
            sql.push(" WHERE mentions.event = rows.event AND texts.published_day <= ").bind(*day).push(")");
        }
        Filter::Text(_) | Filter::Place(_) | Filter::Outlet(_) | Filter::Told(_) | Filter::Import(_) => {
            let events = events_of(filter).unwrap_or_default();
            sql.push("rows.event IN (").push(&events.text).push(")");
            sql.values.extend(events.values);
        }
    }
}

fn join(filters: &[Filter], with: &str, none: &str, sql: &mut Sql) {
    sql.push("(");
    if filters.is_empty() {
        sql.push(none);
    }
    for (nth, filter) in filters.iter().enumerate() {
        if nth > 0 {
            sql.push(with);
        }
        condition(filter, sql);
    }
    sql.push(")");
}

/// That one of the parties takes part; `extra` is a further condition on its row, known as `name`.
fn takes(parties: &[Party], name: &str, extra: &str, sql: &mut Sql) {
    let keys: Vec<&str> = parties.iter().map(|party| party.key.as_str()).collect();
    sql.push(&format!("EXISTS (SELECT 1 FROM timeline_parties AS {name} WHERE {name}.party IN "))
        .bind_list(&keys);
    sql.push(&format!(
        " AND {name}.section = rows.section AND {name}.first_day = rows.first_day AND {name}.last_day = rows.last_day \
         AND {name}.name = rows.name AND {name}.event = rows.event{extra})"
    ));
}

/// That one of the parties takes part itself: the key of a state alone is also the key of those who stand for it.
fn takes_alone(parties: &[Party], role: Role, sql: &mut Sql) {
    let keys: Vec<&str> = parties.iter().map(|party| party.key.as_str()).collect();
    sql.push(
        "EXISTS (SELECT 1 FROM event_participants AS itself JOIN actors AS who ON who.id = itself.actor",
    );
    sql.push(" WHERE itself.event = rows.event AND who.key IN ").bind_list(&keys);
    sql.push(match role {
        Role::Either => ")",
        Role::Source => " AND itself.side = 'source')",
        Role::Target => " AND itself.side = 'target')",
    });
}

/// That one of the first acts on one of the second, or the other way round, or that both act together.
fn between(one: &[Party], other: &[Party], sql: &mut Sql) {
    let apart = " AND (one.side <> party.side OR one.side = 'both' OR NOT EXISTS \
                 (SELECT 1 FROM event_participants AS third WHERE third.event = rows.event AND third.side = 'target'))";
    let mut inner = Sql::default();
    takes(other, "party", apart, &mut inner);
    let keys: Vec<&str> = one.iter().map(|party| party.key.as_str()).collect();
    sql.push("EXISTS (SELECT 1 FROM timeline_parties AS one WHERE one.party IN ").bind_list(&keys);
    sql.push(
        " AND one.section = rows.section AND one.first_day = rows.first_day AND one.last_day = rows.last_day",
    );
    sql.push(" AND one.name = rows.name AND one.event = rows.event AND ").push(&inner.text).push(")");
    sql.values.extend(inner.values);
}

fn side(table: &str, role: Role) -> &'static str {
    match (table, role) {
        (_, Role::Either) => "",
        ("rows", Role::Source) => " AND rows.side IN ('source', 'both')",
        ("rows", Role::Target) => " AND rows.side IN ('target', 'both')",
        (_, Role::Source) => " AND party.side IN ('source', 'both')",
        (_, Role::Target) => " AND party.side IN ('target', 'both')",
    }
}
