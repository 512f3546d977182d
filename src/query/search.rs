//! A question asked of the stored timeline.
//!
//! The timeline is stored in its own order, as a whole, by party and by word, so a page of it is read from one place:
//! what drives the search is chosen so that few rows are looked at and none need sorting. Where a condition names few
//! events, those drive it and are sorted.

use super::condition::{Conditions, events_of, lists_exactly, needs_events, side};
use super::filter::{Filter, Role};
use super::sql::Sql;
use super::stretch::{Stretch, stretches};
use super::timeline::Part;
use super::{Party, QueryError};
use crate::store::{EVENT_OF_POSITION, day_of_position_sql, position_sql, positions};
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

/// Where undated rows stand in the order of days.
pub(super) const NO_DAY: i64 = 99_999_999;

/// So many rows beyond a page are read at most, so that events of its last days stand in their right order.
const MARGIN: usize = 64;

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
    pub const COLUMNS: &str = "rows.event, rows.section, rows.first_day, rows.last_day, rows.name";

    /// From the columns named above.
    pub fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let section = row.get_ref(1)?.as_str()?;
        let part = Part::ALL.into_iter().find(|part| part.as_str() == section).unwrap_or(Part::Undated);
        Ok(Self {
            part,
            first_day: row.get(2)?,
            last_day: row.get(3)?,
            name: row.get(4)?,
            event: row.get(0)?,
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

    /// The first `limit` rows of a section, in the order of time or against it. Behind them stand those of the last
    /// one's days, among which days do not decide; at least one more, if there is any.
    ///
    /// # Errors
    /// If the database fails.
    pub fn rows(&self, part: Part, limit: usize, reverse: bool) -> Result<Vec<Found>, QueryError> {
        let mut found: Vec<Found> = Vec::new();
        let by_day = matches!(self.driver, Driver::Words(..));
        for stretch in self.stretches(reverse) {
            let begin = found.len();
            let most = if by_day { usize::MAX } else { limit.saturating_add(MARGIN) };
            self.walk(Found::COLUMNS, part, stretch, most, reverse, |row| {
                let row = Found::from_row(row)?;
                let undecided = limit.checked_sub(1).and_then(|last| found.get(last)).is_some_and(|last| {
                    last.first_day == row.first_day && (by_day || last.last_day == row.last_day)
                });
                found.push(row);
                Ok(found.len() <= limit || undecided)
            })?;
            if by_day {
                // Words keep only the days in order.
                found[begin..].sort_by(|a, b| order(a).cmp(&order(b)));
                if reverse {
                    found[begin..].reverse();
                }
            }
            if found.len() > limit {
                break;
            }
        }
        Ok(found)
    }

    /// Up to `limit` events of a section that answer.
    ///
    /// # Errors
    /// If the database fails.
    pub fn events(&self, part: Part, limit: usize) -> Result<Vec<i64>, QueryError> {
        let mut events = Vec::new();
        for stretch in self.stretches(false) {
            if events.len() < limit {
                // What is only counted need not be looked up in another table; where it stands in the same, the statement
                // that reads rows is prepared already.
                let columns =
                    if matches!(self.driver, Driver::Words(..)) { "rows.event" } else { Found::COLUMNS };
                self.walk(columns, part, stretch, limit, false, |row| {
                    events.push(row.get(0)?);
                    Ok(events.len() < limit)
                })?;
            }
        }
        Ok(events)
    }

    /// Calls `each` with the rows of a stretch, up to so many, until it says that it has enough.
    fn walk(
        &self,
        columns: &str,
        part: Part,
        stretch: Stretch,
        limit: usize,
        reverse: bool,
        mut each: impl FnMut(&Row<'_>) -> rusqlite::Result<bool>,
    ) -> Result<(), QueryError> {
        let sql = self.select(columns, part, stretch, limit, reverse);
        let mut statement = self.connection.prepare_cached(&sql.text)?;
        let mut rows = statement.query(params_from_iter(&sql.values))?;
        while let Some(row) = rows.next()? {
            if !each(row)? {
                break;
            }
        }
        Ok(())
    }

    fn stretches(&self, reverse: bool) -> Vec<Stretch> {
        let mut stretches = stretches(self.filter);
        if reverse {
            stretches.reverse();
        }
        stretches
    }

    fn select(&self, columns: &str, part: Part, stretch: Stretch, limit: usize, reverse: bool) -> Sql {
        let section = part.as_str();
        let mut sql = Sql::default();
        sql.push("SELECT ").push(columns).push(" FROM ");
        // Where the order of the tables decides how much is read, CROSS JOIN keeps it.
        let events =
            if needs_events(self.filter) { " CROSS JOIN events ON events.id = rows.event" } else { "" };
        match self.driver {
            Driver::Timeline => {
                sql.push("timeline_rows AS rows").push(&stretch.index("timeline_rows")).push(events);
                sql.push(" WHERE rows.section = ").bind(section.to_owned());
            }
            Driver::Party(_, party, role) => {
                sql.push("timeline_parties AS rows").push(&stretch.index("timeline_parties")).push(events);
                sql.push(" WHERE rows.party = ").bind(party.key.clone());
                sql.push(" AND rows.section = ").bind(section.to_owned());
                sql.push(side("rows", role));
            }
            Driver::Words(_, words) => {
                words_in(words, stretch, section, &mut sql);
                sql.push(events).push(" WHERE 1");
            }
            Driver::Few(condition) => {
                sql.push("(SELECT DISTINCT event FROM (").append(events_of(condition).unwrap_or_default());
                sql.push(")) AS few CROSS JOIN timeline_rows AS rows ON rows.event = few.event").push(events);
                sql.push(" WHERE rows.section = ").bind(section.to_owned());
            }
        }
        if !matches!(self.driver, Driver::Words(..)) {
            stretch.write("rows", &mut sql);
        }
        sql.push(" AND ");
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
            Driver::Words(..) => sql.push(&format!(" ORDER BY rows.position{order} LIMIT ")),
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
    let since = stretches(filter).last().map_or(i64::MIN, |stretch| stretch.first_days().0);
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

/// The rows of the events that have these words. Their numbers in the index of words tell where they stand, and the
/// rest stands with what is read of an event anyway; it is not looked up where nothing asks for it.
fn words_in(words: &str, stretch: Stretch, section: &str, sql: &mut Sql) {
    sql.push("(SELECT event_search.rowid AS position, ").bind(section.to_owned()).push(" AS section, ");
    sql.push(&day_of_position_sql("event_search.rowid")).push(" AS first_day, ");
    sql.push(&format!(
        "coalesce(told.latest_day, told.earliest_day, {NO_DAY}) AS last_day, told.name AS name, "
    ));
    sql.push("event_search.rowid ").push(EVENT_OF_POSITION).push(" AS event FROM event_search");
    sql.push(" LEFT JOIN events AS told ON told.id = event_search.rowid ").push(EVENT_OF_POSITION);
    sql.push(" WHERE event_search MATCH ").bind(words.to_owned());
    if !matches!(stretch, Stretch::Years { .. }) {
        let (first, last) = stretch.first_days();
        let (first, last) = positions(section, first, last);
        sql.push(" AND event_search.rowid >= ").bind(first).push(" AND event_search.rowid <= ").bind(last);
    }
    // Few spans are of years, and are asked for one by one; those of months are picked out of all that have the words.
    let own = match stretch {
        Stretch::Any | Stretch::Days { .. } => None,
        Stretch::Years { .. } => Some(" AND event_search.rowid IN (SELECT "),
        Stretch::Months { .. } => Some(" AND +event_search.rowid IN (SELECT "),
    };
    if let Some(own) = own {
        sql.push(own).push(&position_sql(section, "long.first_day", "long.event"));
        sql.push(" FROM timeline_rows AS long").push(&stretch.index("timeline_rows"));
        sql.push(" WHERE long.section = ").bind(section.to_owned());
        stretch.write("long", sql);
        sql.push(")");
    }
    sql.push(") AS rows");
}

fn order(row: &Found) -> (i64, i64, &str, i64) {
    (row.first_day, row.last_day, &row.name, row.event)
}
