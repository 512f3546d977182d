//! Reads a timeline out of a chronicle.

use super::entry::Entries;
use super::order::settle;
use super::search::{Found, NO_DAY, Search};
use super::sql::json_list;
use super::timeline::{Count, Entry, Part, Timeline};
use super::{Filter, QueryError};
use rusqlite::Connection;
use std::collections::HashMap;

/// How much of the answer is asked for, and which way round.
#[derive(Debug, Clone, Copy, Default)]
pub struct Page {
    /// At most so many events.
    pub limit: Option<usize>,
    /// The latest first.
    pub reverse: bool,
}

/// The events that a filter asks for, in the order of time.
///
/// # Errors
/// If the database fails.
pub fn timeline(connection: &Connection, filter: &Filter, page: Page) -> Result<Timeline, QueryError> {
    // One snapshot for all statements, and one lock on the file.
    let _snapshot = if connection.is_autocommit() { Some(connection.unchecked_transaction()?) } else { None };
    let search = Search::new(connection, filter)?;
    let entries = Entries::new(connection, filter.as_of())?;
    let judged = entries.judgements_exist();
    let mut timeline = Timeline::default();
    let mut room = page.limit.unwrap_or(usize::MAX);
    let mut shown = Vec::new();
    for part in Part::ALL {
        if !is_asked(part, filter) {
            continue;
        }
        if room == 0 {
            // Of what has no place on the page, all that is said is that there is more.
            timeline.more = timeline.more || !search.events(part, 1)?.is_empty();
            continue;
        }
        let mut rows = search.rows(part, room, page.reverse)?;
        put_in_order(connection, &mut rows, page.reverse)?;
        timeline.more |= rows.len() > room;
        rows.truncate(room);
        room -= rows.len();
        shown.extend(rows.iter().map(|row| row.event));
        let read = entries.entries(&rows)?;
        if !read.is_empty() {
            timeline.parts.push((part, read));
        }
    }
    if filter.as_of().is_some() {
        move_planned(&mut timeline);
    }
    if judged && !filter.asks_for_rejected() {
        timeline.rejected = Count(search.events(Part::Rejected, Count::ASIDE)?.len());
    }
    if !filter.asks_for_bare() {
        timeline.bare = Count(search.events(Part::Bare, Count::ASIDE)?.len());
    }
    count_aside(connection, &search, filter, &mut timeline)?;
    count_undated(connection, filter, &mut timeline)?;
    entries.notes(filter, &shown, &mut timeline)?;
    Ok(timeline)
}

/// Hypothetical, denied and barely told events are shown on request only; and no part is searched for a status that none of it has.
fn is_asked(part: Part, filter: &Filter) -> bool {
    let statuses = filter.statuses();
    let asked = |had: &[&str]| {
        statuses.is_none_or(|statuses| statuses.iter().any(|status| had.contains(&status.as_str())))
    };
    match part {
        Part::Main => asked(&["happened", "claimed"]),
        Part::Planned => asked(&["planned"]),
        Part::Background | Part::Undated => asked(&["happened", "claimed", "planned"]),
        Part::Bare => filter.asks_for_bare() && asked(&["happened", "claimed", "planned"]),
        Part::Aside => statuses.is_some() && asked(&["hypothetical", "denied"]),
        Part::Rejected => filter.asks_for_rejected(),
    }
}

fn put_in_order(connection: &Connection, rows: &mut Vec<Found>, reverse: bool) -> Result<(), QueryError> {
    let mut statement = connection.prepare_cached(
        "SELECT later, earlier FROM json_each(?1) AS asked CROSS JOIN event_relations ON later = asked.value
          WHERE kind IN ('after', 'response', 'cause') AND NOT contradicted",
    )?;
    // Where days decide, nothing else is asked.
    let same_days = |a: &Found, b: &Found| (a.first_day, a.last_day) == (b.first_day, b.last_day);
    let undecided: Vec<i64> =
        rows.chunk_by(same_days).filter(|group| group.len() > 1).flatten().map(|row| row.event).collect();
    let mut earlier: HashMap<i64, Vec<i64>> = HashMap::new();
    let mut relations = statement.query([json_list(&undecided)])?;
    while let Some(relation) = relations.next()? {
        earlier.entry(relation.get(0)?).or_default().push(relation.get(1)?);
    }
    if reverse {
        rows.reverse();
    }
    settle(rows, |event| earlier.remove(&event).unwrap_or_default());
    if reverse {
        rows.reverse();
    }
    Ok(())
}

/// What was only planned when the articles asked for were published stands among the planned.
fn move_planned(timeline: &mut Timeline) {
    let mut planned: Vec<Entry> = Vec::new();
    for (part, entries) in &mut timeline.parts {
        if matches!(part, Part::Main | Part::Background) {
            planned.extend(entries.extract_if(.., |entry| entry.status == "planned"));
        }
    }
    if planned.is_empty() {
        return;
    }
    match timeline.parts.iter_mut().find(|(part, _)| *part == Part::Planned) {
        Some((_, entries)) => entries.extend(planned),
        None => timeline.parts.push((Part::Planned, planned)),
    }
    timeline.parts.retain(|(_, entries)| !entries.is_empty());
    timeline.parts.sort_by_key(|(part, _)| *part);
    for (part, entries) in &mut timeline.parts {
        if *part == Part::Planned {
            let days = |entry: &Entry| entry.date.as_ref().map(|date| (date.earliest, date.latest));
            entries.sort_by(|a, b| (days(a), &a.id).cmp(&(days(b), &b.id)));
        }
    }
}

fn count_aside(
    connection: &Connection,
    search: &Search<'_>,
    filter: &Filter,
    timeline: &mut Timeline,
) -> Result<(), QueryError> {
    if filter.statuses().is_some() {
        return Ok(());
    }
    let aside = search.events(Part::Aside, Count::ASIDE)?;
    // The status of each stands in another table; of many, it is not told apart.
    if aside.is_empty() || aside.len() >= Count::ASIDE {
        timeline.hypothetical = Count(aside.len());
        return Ok(());
    }
    let mut statement = connection.prepare_cached(
        "SELECT count(*) FROM json_each(?1) AS asked CROSS JOIN events INDEXED BY events_denied ON events.id = asked.value
          WHERE events.status = 'denied'",
    )?;
    let denied: u32 = statement.query_row([json_list(&aside)], |row| row.get(0))?;
    timeline.denied = Count(denied as usize);
    timeline.hypothetical = Count(aside.len() - denied as usize);
    Ok(())
}

fn count_undated(
    connection: &Connection,
    filter: &Filter,
    timeline: &mut Timeline,
) -> Result<(), QueryError> {
    if filter.asks_for_days() {
        let anytime = filter.anytime();
        let search = Search::new(connection, &anytime)?;
        let undated = search.events(Part::Undated, Count::ASIDE)?.len();
        // Of what is told barely, that without a day comes last.
        let bare = search.rows(Part::Bare, Count::ASIDE, true)?;
        let without = bare.iter().take_while(|row| row.first_day == NO_DAY).count();
        timeline.undated = Count((undated + without).min(Count::ASIDE));
    }
    Ok(())
}
