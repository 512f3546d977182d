//! Conditions on events, written as SQL with bound arguments.

use super::Party;
use super::filter::{Filter, Role};
use super::search::NO_DAY;
use super::sql::Sql;
use crate::judgement::Verb;
use crate::store::{EVENT_OF_POSITION, position_sql};

/// The events that a condition names, where they can be listed without looking at all; there may be more than answer to it.
pub(super) fn events_of(filter: &Filter) -> Option<Sql> {
    let mut sql = Sql::default();
    match filter {
        Filter::Takes(_, parties) | Filter::Between(parties, _) => {
            let keys: Vec<&str> = parties.iter().map(|party| party.key.as_str()).collect();
            sql.push("SELECT event FROM timeline_parties WHERE party IN ").bind_list(&keys);
        }
        Filter::Text(words) => {
            sql.push("SELECT rowid ").push(EVENT_OF_POSITION);
            sql.push(" AS event FROM event_search WHERE event_search MATCH ").bind(words.clone());
        }
        Filter::Place(places) => {
            sql.push("SELECT id AS event FROM events WHERE place IS NOT NULL AND place IN ")
                .bind_list(places);
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
        Filter::Kind(kinds) => {
            sql.push("SELECT id AS event FROM events WHERE kind IN ").bind_list(kinds);
            sql.push(" UNION ALL SELECT id FROM events WHERE mode IS NOT NULL AND mode IN ").bind_list(kinds);
        }
        Filter::MinOrigins(least @ 2..) => {
            sql.push("SELECT id AS event FROM events WHERE origins > 1 AND origins >= ")
                .bind(i64::from(*least));
        }
        _ => return None,
    }
    Some(sql)
}

/// Whether all the events that are listed for a condition answer to it. Of parties and judgements, roles and ways are
/// still to be asked.
pub(super) fn lists_exactly(filter: &Filter) -> bool {
    !matches!(filter, Filter::Takes(..) | Filter::Between(..) | Filter::Judged(_))
}

/// Whether a condition asks for columns of `events`.
pub(super) fn needs_events(filter: &Filter) -> bool {
    match filter {
        Filter::All(filters) | Filter::Any(filters) => filters.iter().any(needs_events),
        Filter::Kind(_)
        | Filter::Status(_)
        | Filter::MinOrigins(_)
        | Filter::Judged(_)
        | Filter::Sure(_)
        | Filter::Place(_) => true,
        _ => false,
    }
}

/// What holds for every row that the conditions are asked of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Conditions<'a> {
    /// The condition that found the rows, which need not be asked again.
    pub known: Option<&'a Filter>,
    /// The party whose rows are walked, and the condition that it is asked for by.
    pub walked: Option<(&'a Filter, &'a Party)>,
    /// The section that they stand in.
    pub section: &'a str,
}

impl Conditions<'_> {
    /// Writes a condition on `rows` and `events`.
    pub fn write(self, filter: &Filter, sql: &mut Sql) {
        if self.known.is_some_and(|known| std::ptr::eq(known, filter)) {
            sql.push("1");
            return;
        }
        match filter {
            Filter::All(filters) => self.join(filters, " AND ", "1", sql),
            Filter::Any(filters) => self.join(filters, " OR ", "0", sql),
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
                let (alone, others): (Vec<_>, Vec<_>) =
                    parties.iter().cloned().partition(|party| party.alone);
                sql.push("(");
                takes(&others, "party", side("party", *role), sql);
                // What is not asked for costs nothing.
                if !alone.is_empty() {
                    sql.push(" OR ");
                    takes_alone(&alone, *role, sql);
                }
                sql.push(")");
            }
            Filter::Between(one, other) => {
                match self.walked.filter(|(condition, _)| std::ptr::eq(*condition, filter)) {
                    Some((_, party)) if one.contains(party) => with_walked(other, sql),
                    Some(_) => with_walked(one, sql),
                    None => between(one, other, sql),
                }
                for parties in
                    [one, other].into_iter().filter(|parties| parties.iter().all(|party| party.alone))
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
                sql.push(" WHERE mentions.event = rows.event AND texts.published_day <= ")
                    .bind(*day)
                    .push(")");
            }
            Filter::Text(words) => {
                // Asked of one number, the index looks at one place; asked for all, it would list all.
                sql.push("EXISTS (SELECT 1 FROM event_search WHERE event_search MATCH ").bind(words.clone());
                sql.push(" AND event_search.rowid = ")
                    .push(&position_sql(self.section, "rows.first_day", "rows.event"))
                    .push(")");
            }
            Filter::Place(places) => {
                sql.push("events.place IN ").bind_list(places);
            }
            // Which sections are searched says it.
            Filter::Bare => {
                sql.push("1");
            }
            // What was never weighed has nothing against it, and what an analyst judged is as sure as he is.
            Filter::Sure(least) => {
                sql.push("(ifnull(events.sureness, 1) >= ").bind(*least);
                sql.push(" OR EXISTS (SELECT 1 FROM event_judgements WHERE event = rows.event))");
            }
            Filter::Outlet(outlets) => {
                sql.push(
                    "EXISTS (SELECT 1 FROM mentions JOIN publications ON publications.text = mentions.text",
                );
                sql.push(" WHERE mentions.event = rows.event AND publications.outlet IN ")
                    .bind_list(outlets)
                    .push(")");
            }
            Filter::Told(text) => {
                sql.push(
                    "EXISTS (SELECT 1 FROM mentions WHERE mentions.event = rows.event AND mentions.text = ",
                );
                sql.bind(*text).push(")");
            }
            Filter::Import(import) => {
                sql.push(
                    "EXISTS (SELECT 1 FROM mentions JOIN publications ON publications.text = mentions.text",
                );
                sql.push(" WHERE mentions.event = rows.event AND publications.import = ")
                    .bind(*import)
                    .push(")");
            }
        }
    }

    fn join(self, filters: &[Filter], with: &str, none: &str, sql: &mut Sql) {
        sql.push("(");
        if filters.is_empty() {
            sql.push(none);
        }
        for (nth, filter) in filters.iter().enumerate() {
            if nth > 0 {
                sql.push(with);
            }
            self.write(filter, sql);
        }
        sql.push(")");
    }
}

/// That one of the parties takes part; `extra` is a further condition on its row, known as `name`.
fn takes(parties: &[Party], name: &str, extra: &str, sql: &mut Sql) {
    // The sign before the event keeps SQLite from asking the index by event, which does not know the side.
    let keys: Vec<&str> = parties.iter().map(|party| party.key.as_str()).collect();
    sql.push(&format!("EXISTS (SELECT 1 FROM timeline_parties AS {name} WHERE {name}.party IN "))
        .bind_list(&keys);
    sql.push(&format!(
        " AND {name}.section = rows.section AND {name}.first_day = rows.first_day AND {name}.last_day = rows.last_day \
         AND {name}.name = rows.name AND +{name}.event = rows.event{extra})"
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

/// That `party` acts on the party of the table `one`, or the other way round, or that both act together.
fn apart(one: &str) -> String {
    format!(
        " AND ({one}.side <> party.side OR {one}.side = 'both' OR NOT EXISTS (SELECT 1 FROM event_participants AS third \
         WHERE third.event = rows.event AND third.side = 'target'))"
    )
}

/// That one of the parties and the one whose rows are walked act on one another, or together.
fn with_walked(others: &[Party], sql: &mut Sql) {
    takes(others, "party", &apart("rows"), sql);
}

/// That one of the first acts on one of the second, or the other way round, or that both act together.
fn between(one: &[Party], other: &[Party], sql: &mut Sql) {
    let mut inner = Sql::default();
    takes(other, "party", &apart("one"), &mut inner);
    let keys: Vec<&str> = one.iter().map(|party| party.key.as_str()).collect();
    sql.push("EXISTS (SELECT 1 FROM timeline_parties AS one WHERE one.party IN ").bind_list(&keys);
    sql.push(
        " AND one.section = rows.section AND one.first_day = rows.first_day AND one.last_day = rows.last_day",
    );
    sql.push(" AND one.name = rows.name AND one.event = rows.event AND ").append(inner).push(")");
}

pub(super) fn side(table: &str, role: Role) -> &'static str {
    match (table, role) {
        (_, Role::Either) => "",
        ("rows", Role::Source) => " AND rows.side IN ('source', 'both')",
        ("rows", Role::Target) => " AND rows.side IN ('target', 'both')",
        (_, Role::Source) => " AND party.side IN ('source', 'both')",
        (_, Role::Target) => " AND party.side IN ('target', 'both')",
    }
}
