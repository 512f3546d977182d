//! Where events can begin that have a day in common with the days asked for.

use super::Filter;
use super::sql::Sql;

/// Spans of up to so many days are found by looking back from the first day asked for; `schema/` lists longer ones.
const MONTH: i64 = 31;

/// The spans that `schema/` lists by their first day are looked for so far back; those that are longer, by their last.
const YEAR: i64 = 366;

/// A range of first days that is searched in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stretch {
    /// All days.
    Any,
    /// Of what begins more than a year before the first day asked for, the spans that reach it.
    Years { first: i64 },
    /// Of what begins within that year, but not within the last month, the spans that reach it.
    Months { first: i64 },
    /// Everything that begins from one day to another.
    Days { since: i64, until: i64 },
}

impl Stretch {
    /// The first days that it has.
    pub fn first_days(self) -> (i64, i64) {
        match self {
            Self::Any => (i64::MIN, i64::MAX),
            Self::Years { first } => (i64::MIN, first - YEAR - 1),
            Self::Months { first } => (first - YEAR, first - MONTH - 1),
            Self::Days { since, until } => (since, until),
        }
    }

    /// The index that lists its spans, where not the table itself does: the planner would rather walk all that begin
    /// in time.
    pub fn index(self, table: &str) -> String {
        match self {
            Self::Years { .. } => format!(" INDEXED BY {table}_longest"),
            Self::Months { .. } => format!(" INDEXED BY {table}_long"),
            Self::Any | Self::Days { .. } => String::new(),
        }
    }

    /// Writes that a row stands in it.
    pub fn write(self, row: &str, sql: &mut Sql) {
        let ((since, until), length) = (self.first_days(), format!("{row}.last_day - {row}.first_day"));
        let bound = |sql: &mut Sql, column: &str, sign: &str, day: i64| {
            sql.push(&format!(" AND {row}.{column} {sign} ")).bind(day);
        };
        match self {
            Self::Any => {}
            Self::Years { first } => {
                sql.push(&format!(" AND {length} > {YEAR}"));
                bound(sql, "last_day", ">=", first);
                bound(sql, "first_day", "<=", until);
            }
            Self::Months { .. } | Self::Days { .. } => {
                if let Self::Months { first } = self {
                    sql.push(&format!(" AND {length} > {MONTH}"));
                    bound(sql, "last_day", ">=", first);
                }
                bound(sql, "first_day", ">=", since);
                bound(sql, "first_day", "<=", until);
            }
        }
    }
}

/// The stretches in which events that answer to the days asked for can begin, in the order of time.
pub(super) fn stretches(filter: &Filter) -> Vec<Stretch> {
    let of = |filter: &Filter| match *filter {
        Filter::Overlaps(i64::MIN, until) => vec![Stretch::Days { since: i64::MIN, until }],
        Filter::Overlaps(first, until) => vec![
            Stretch::Years { first },
            Stretch::Months { first },
            Stretch::Days { since: first - MONTH, until },
        ],
        Filter::Within(since, until) => vec![Stretch::Days { since, until }],
        _ => Vec::new(),
    };
    let found = filter.conditions().iter().map(of).find(|found| !found.is_empty());
    found.unwrap_or_else(|| vec![Stretch::Any])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Chronicle;
    use rusqlite::params_from_iter;

    #[test]
    fn every_span_that_overlaps_stands_in_one_stretch() {
        let chronicle = Chronicle::in_memory().unwrap();
        let connection = chronicle.connection();
        connection.pragma_update(None, "foreign_keys", false).unwrap();
        let (first, last) = (730_000, 730_030);
        let mut event = 0;
        for begins in [-40_000, -4000, -367, -366, -365, -32, -31, -30, -1, 0, 15, 30, 31, 400] {
            for length in [0, 30, 31, 32, 366, 367, 4000, 50_000] {
                event += 1;
                let days = (first + begins, first + begins + length);
                let sql = "INSERT INTO timeline_rows VALUES ('main', ?1, ?2, printf('%016x', ?3), ?3)";
                connection.execute(sql, (days.0, days.1, event)).unwrap();
            }
        }
        let events = |sql: &str, values: &[rusqlite::types::Value]| -> Vec<i64> {
            let mut statement = connection.prepare(sql).unwrap();
            let rows = statement.query_map(params_from_iter(values), |row| row.get(0)).unwrap();
            rows.collect::<Result<_, _>>().unwrap()
        };
        let plain = format!(
            "SELECT event FROM timeline_rows WHERE first_day <= {last} AND last_day >= {first} ORDER BY 1"
        );
        let mut found = Vec::new();
        for stretch in stretches(&Filter::Overlaps(first, last)) {
            let mut sql = Sql::default();
            sql.push("SELECT event FROM timeline_rows AS rows").push(&stretch.index("timeline_rows"));
            sql.push(" WHERE section = 'main' AND last_day >= ").bind(first);
            stretch.write("rows", &mut sql);
            found.extend(events(&sql.text, &sql.values));
        }
        found.sort_unstable();
        assert_eq!(found, events(&plain, &[]));
    }
}
