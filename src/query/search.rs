//! A question asked of the stored timeline.
//!
//! The timeline is stored in its own order, as a whole, by party and by word, so a page of it is read from one place:
//! what drives the search is chosen so that few rows are looked at and none need sorting. Where a condition names few
//! events, those drive it and are sorted.

use super::condition::{Conditions, events_of, lists_exactly, needs_events, side};
use super::filter::{Filter, Role};
use super::sql::Sql;
use super::timeline::Part;
use super::{Party, QueryError};
use crate::store::{EVENT_OF_POSITION, positions};
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

/// Where undated rows stand in the order of days.
pub(super) const NO_DAY: i64 = 99_999_999;

/// Spans of up to so many days are found by looking back from the first day asked for; `schema/` indexes longer
/// ones apart.
const NEAR: i64 = 31;

/// Up to so many events a condition may drive the search.
const FEW: i64 = 2000;

/// So many events of a party tell how densely it is told of.
const SAMPLE: i64 = 200;

/// One row of the stored timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The part that it stands in.
    pub part: Part,
    /// The first day.
    pub first_day: i64,
    /// The last day.
    pub last_day: i64,
    /// The event's name.
    pub name: String,
    /// The event's row.
    pub event: i64,
}

impl Found {
    /// The columns of a row of `timeline_rows` or `timeline_parties` that [`Found::from_row`] reads.
    pub const COLUMNS: &str = "rows.section, rows.first_day, rows.last_day, rows.name, rows.event";

    /// From the columns named above.
    pub fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let section = row.get_ref(0)?.as_str()?;
        let part = Part::ALL.into_iter().find(|part| part.as_str() == section).unwrap_or(Part::Undated);
        Ok(Self {
            part,
            first_day: row.get(1)?,
            last_day: row.get(2)?,
            name: row.get(3)?,
            event: row.get(4)?,
        })
    }
}

/// A question ready to be asked of any section.
#[derive(Debug)]
pub(super) struct Search<'a> {
    connection: &'a Connection,
    filter: &'a Filter,
    driver: Driver<'a>,
}

/// What a search walks along.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Driver<'a> {
    /// The whole timeline.
    Timeline,
    /// The timeline of one party; the condition that it is asked for by, and its role.
    Party(&'a Filter, &'a Party, Role),
    /// The events that have the words of this condition, in the order of their first days.
    Words(&'a Filter, &'a str),
    /// The few events of one condition.
    Few(&'a Filter),
}

impl<'a> Search<'a> {
    /// Plans a search.
    ///
    /// # Errors
    /// If the database fails.
    pub fn new(connection: &'a Connection, filter: &'a Filter) -> Result<Self, QueryError> {
        let mut drivers = Vec::new();
        for condition in filter.conditions() {
            let (driver, in_order) = match condition {
                Filter::Text(words) => (Driver::Words(condition, words), true),
                Filter::Takes(role, parties) if parties.len() == 1 => {
                    (Driver::Party(condition, &parties[0], *role), true)
                }
                Filter::Between(one, other) => match rarest(connection, filter, [one, other])? {
                    Some(party) => (Driver::Party(condition, party, Role::Either), true),
                    None => (Driver::Few(condition), false),
                },
                _ => (Driver::Few(condition), false),
            };
            if let Some(events) = events_of(condition) {
                drivers.push((driver, in_order, events));
            }
        }
        if let [(driver, true, _)] = drivers[..] {
            // Nothing else can drive, however many it leads to.
            return Ok(Self { connection, filter, driver });
        }
        let mut best = (Driver::Timeline, i64::MAX);
        for (driver, in_order, events) in drivers {
            let mut sql = Sql::default();
            sql.push("SELECT count(*) FROM (").append(events).push(" LIMIT ").bind(FEW).push(")");
            let count: i64 = connection
                .prepare_cached(&sql.text)?
                .query_row(params_from_iter(&sql.values), |row| row.get(0))?;
            // Of two that many events answer to, words drive: to ask for them event by event is what takes longest.
            let better = count < best.1 || count == best.1 && matches!(driver, Driver::Words(..));
            if better && (in_order || count < FEW) {
                best = (driver, count);
            }
        }
        Ok(Self { connection, filter, driver: best.0 })
    }

    /// At least the first `limit` rows of a section, in the order of time or against it.
    ///
    /// # Errors
    /// If the database fails.
    pub fn rows(&self, part: Part, limit: usize, reverse: bool) -> Result<Vec<Found>, QueryError> {
        let mut found: Vec<Found> = Vec::new();
        let mut stretches = stretches(self.filter);
        if reverse {
            stretches.reverse();
        }
        for stretch in stretches {
            if found.len() < limit {
                let rest = limit - found.len();
                let mut next = self.ask(part, stretch, rest, reverse)?;
                if let (Driver::Words(..), Some(last)) = (self.driver, next.last()) {
                    // The rest of the last day, which words do not keep in order.
                    let (day, full) = (last.first_day, next.len() == rest);
                    if full {
                        next.retain(|row| row.first_day != day);
                        next.extend(self.ask(part, Stretch::Day(day), usize::MAX, false)?);
                    }
                    next.sort_by(|a, b| order(a).cmp(&order(b)));
                    if reverse {
                        next.reverse();
                    }
                }
                found.extend(next);
            }
        }
        Ok(found)
    }

    fn ask(
        &self,
        part: Part,
        stretch: Stretch,
        limit: usize,
        reverse: bool,
    ) -> Result<Vec<Found>, QueryError> {
        let sql = self.select(Found::COLUMNS, part, stretch, limit, reverse);
        let mut statement = self.connection.prepare_cached(&sql.text)?;
        let rows = statement.query_map(params_from_iter(&sql.values), Found::from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many events of a section answer; counting stops at `limit`.
    ///
    /// # Errors
    /// If the database fails.
    pub fn count(&self, part: Part, limit: usize) -> Result<usize, QueryError> {
        let mut count = 0;
        for stretch in stretches(self.filter) {
            let mut sql = Sql::default();
            let select = self.select("1", part, stretch, limit.saturating_sub(count), false);
            sql.push("SELECT count(*) FROM (").append(select).push(")");
            count += self
                .connection
                .prepare_cached(&sql.text)?
                .query_row(params_from_iter(&sql.values), |row| row.get::<_, u32>(0))?
                as usize;
        }
        Ok(count)
    }

    /// How many events of a section answer by their status; counting stops at `limit`.
    ///
    /// # Errors
    /// If the database fails.
    pub fn count_by_status(&self, part: Part, limit: usize) -> Result<Vec<(String, usize)>, QueryError> {
        let (mut counts, mut left): (Vec<(String, usize)>, usize) = (Vec::new(), limit);
        for stretch in stretches(self.filter) {
            let mut sql = Sql::default();
            sql.push("SELECT status, count(*) FROM (")
                .append(self.select(STATUS, part, stretch, left, false));
            sql.push(") GROUP BY status");
            let mut statement = self.connection.prepare_cached(&sql.text)?;
            let rows = statement
                .query_map(params_from_iter(&sql.values), |row| Ok((row.get(0)?, row.get::<_, u32>(1)?)))?;
            for row in rows {
                let (status, count): (String, u32) = row?;
                left = left.saturating_sub(count as usize);
                counts.push((status, count as usize));
            }
        }
        Ok(counts)
    }

    fn select(&self, columns: &str, part: Part, stretch: Stretch, limit: usize, reverse: bool) -> Sql {
        let section = part.as_str();
        let mut sql = Sql::default();
        sql.push("SELECT ").push(columns).push(" FROM ");
        // Where the order of the tables decides how much is read, CROSS JOIN keeps it.
        let events = if columns == STATUS || needs_events(self.filter) {
            " CROSS JOIN events ON events.id = rows.event"
        } else {
            ""
        };
        // Few spans are long; the planner would rather walk all that begin before.
        let (long, long_of_party) = match stretch {
            Stretch::Long { .. } => (" INDEXED BY timeline_rows_long", " INDEXED BY timeline_parties_long"),
            _ => ("", ""),
        };
        match self.driver {
            Driver::Timeline => {
                sql.push("timeline_rows AS rows").push(long).push(events);
                sql.push(" WHERE rows.section = ").bind(section.to_owned());
            }
            Driver::Party(_, party, role) => {
                sql.push("timeline_parties AS rows").push(long_of_party).push(events);
                sql.push(" WHERE rows.party = ").bind(party.key.clone());
                sql.push(" AND rows.section = ").bind(section.to_owned());
                sql.push(side("rows", role));
            }
            Driver::Words(_, words) => {
                let (first, last) = stretch.days();
                let (first, last) = positions(section, first, last);
                sql.push("event_search CROSS JOIN timeline_rows AS rows ON rows.event = event_search.rowid ");
                sql.push(EVENT_OF_POSITION).push(events);
                sql.push(" WHERE event_search MATCH ").bind(words.to_owned());
                sql.push(" AND event_search.rowid >= ").bind(first);
                sql.push(" AND event_search.rowid <= ").bind(last);
                sql.push(" AND rows.section = ").bind(section.to_owned());
            }
            Driver::Few(condition) => {
                sql.push("(SELECT DISTINCT event FROM (").append(events_of(condition).unwrap_or_default());
                sql.push(")) AS few CROSS JOIN timeline_rows AS rows ON rows.event = few.event").push(events);
                sql.push(" WHERE rows.section = ").bind(section.to_owned());
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
            Stretch::Near { since, until } => {
                sql.push("rows.first_day >= ").bind(since);
                sql.push(" AND rows.first_day <= ").bind(until).push(" AND ");
            }
            Stretch::Day(day) => {
                sql.push("rows.first_day = ").bind(day).push(" AND ");
            }
        }
        let known = match self.driver {
            Driver::Words(condition, _) => Some(condition),
            Driver::Few(condition) if lists_exactly(condition) => Some(condition),
            // Its rows are those of the party in its role, and nothing is left to be asked.
            Driver::Party(condition @ Filter::Takes(..), party, _) if !party.alone => Some(condition),
            Driver::Timeline | Driver::Party(..) | Driver::Few(_) => None,
        };
        let walked = match self.driver {
            Driver::Party(condition, party, _) => Some((condition, party)),
            _ => None,
        };
        Conditions { known, walked, section }.write(self.filter, &mut sql);
        let order = if reverse { " DESC" } else { "" };
        match self.driver {
            Driver::Words(..) => sql.push(&format!(" ORDER BY event_search.rowid{order} LIMIT ")),
            _ => sql.push(&format!(
                " ORDER BY rows.first_day{order}, rows.last_day{order}, rows.name{order}, rows.event{order} LIMIT "
            )),
        };
        sql.bind(i64::try_from(limit).unwrap_or(i64::MAX));
        sql
    }
}

/// Of the sides that are one party, the one that less is told of in the days asked for: it has got less far down its
/// rows when its [`SAMPLE`]th event comes.
fn rarest<'f>(
    connection: &Connection,
    filter: &Filter,
    sides: [&'f Vec<Party>; 2],
) -> Result<Option<&'f Party>, QueryError> {
    let mut single = sides.into_iter().filter(|side| side.len() == 1).map(|side| &side[0]);
    let (Some(one), Some(other)) = (single.next(), single.next()) else {
        return Ok(sides.into_iter().find(|side| side.len() == 1).map(|side| &side[0]));
    };
    let since = stretches(filter).last().map_or(i64::MIN, |stretch| stretch.days().0);
    let mut statement = connection.prepare_cached(
        "SELECT first_day FROM timeline_parties WHERE party = ?1 AND section = 'main' AND first_day >= ?2
          ORDER BY first_day LIMIT 1 OFFSET ?3",
    )?;
    let mut day_of = |party: &Party| {
        statement.query_row((&party.key, since, SAMPLE), |row| row.get::<_, i64>(0)).optional()
    };
    let (day, other_day) = (day_of(one)?.unwrap_or(i64::MAX), day_of(other)?.unwrap_or(i64::MAX));
    Ok(Some(if day < other_day { other } else { one }))
}

/// The column that is counted by.
const STATUS: &str = "events.status";

fn order(row: &Found) -> (i64, i64, &str, i64) {
    (row.first_day, row.last_day, &row.name, row.event)
}

/// A range of first days that is searched in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stretch {
    Any,
    /// Long spans that begin well before the days asked for.
    Long {
        before: i64,
    },
    /// Everything that begins within the days asked for, or shortly before.
    Near {
        since: i64,
        until: i64,
    },
    /// Everything that begins on one day.
    Day(i64),
}

impl Stretch {
    /// The first days that it has.
    fn days(self) -> (i64, i64) {
        match self {
            Self::Any => (i64::MIN, i64::MAX),
            Self::Long { before } => (i64::MIN, before - 1),
            Self::Near { since, until } => (since, until),
            Self::Day(day) => (day, day),
        }
    }
}

/// The stretches in which events that answer to the days asked for can begin, in the order of time.
fn stretches(filter: &Filter) -> Vec<Stretch> {
    let of = |filter: &Filter| match *filter {
        Filter::Overlaps(i64::MIN, last) => vec![Stretch::Near { since: i64::MIN, until: last }],
        Filter::Overlaps(first, last) => {
            let since = first - NEAR;
            vec![Stretch::Long { before: since }, Stretch::Near { since, until: last }]
        }
        Filter::Within(first, last) => vec![Stretch::Near { since: first, until: last }],
        _ => Vec::new(),
    };
    let found = filter.conditions().iter().map(of).find(|found| !found.is_empty());
    found.unwrap_or_else(|| vec![Stretch::Any])
}
