//! Whether a chronicle is whole: the file, its references, the words of every span, and everything derived.

use super::open::protect;
use super::{Chronicle, DumpError, StoreError, judgements, links};
use rusqlite::backup::Backup;
use rusqlite::{Connection, MAIN_DB};
use std::time::Duration;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What was looked at ("spans", "timeline").
    pub area: &'static str,
    /// What is wrong.
    pub message: String,
}

/// Faults that are listed of each area; the rest is counted.
const LISTED: usize = 20;

/// Columns whose words must be those of their span: table, the condition that there is one, part, begin, end, words.
const SPANS: &[[&str; 6]] = &[
    ["dates", "words IS NOT NULL", "part", "begin", "\"end\"", "words"],
    ["relations", "words IS NOT NULL", "part", "begin", "\"end\"", "words"],
    ["mentions", "place IS NOT NULL", "part", "place_begin", "place_end", "place_words"],
];

impl Chronicle {
    /// Looks at everything; an empty list means that the chronicle is whole. Writes nothing to it: what is derived
    /// is derived again in a temporary copy.
    ///
    /// # Errors
    /// If the chronicle cannot be read at all.
    pub fn check(&self) -> Result<Vec<Fault>, StoreError> {
        let mut faults = Vec::new();
        let connection = self.connection();
        file(connection, &mut faults)?;
        if !faults.is_empty() {
            // Nothing that a broken file says is worth comparing.
            return Ok(faults);
        }
        spans(connection, &mut faults)?;
        spans_of_parts(connection, &mut faults)?;
        lists_of_spans(connection, &mut faults)?;
        whole(connection, &mut faults)?;
        search(connection, &mut faults)?;
        // Deriving again keeps the search indexes in step, which only whole ones can be kept in.
        if faults.iter().all(|fault| fault.area != "search") {
            self.derived(&mut faults)?;
        }
        Ok(faults)
    }

    fn derived(&self, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
        let mut copy = Connection::open("")?;
        Backup::new(&self.connection, &mut copy)?.run_to_completion(4096, Duration::ZERO, None)?;
        protect(&copy)?;
        let mut copy = Chronicle::of(copy);
        copy.derive_again()?;
        let lines = |chronicle: &Chronicle| -> Result<Vec<u8>, StoreError> {
            let mut out = Vec::new();
            match chronicle.dump_derived(&mut out) {
                Err(DumpError::Store(error)) => Err(error),
                // Memory can always be written to.
                Ok(()) | Err(DumpError::Output(_)) => Ok(out),
            }
        };
        let (here, there) = (lines(self)?, lines(&copy)?);
        if here != there {
            let split = |bytes: &[u8]| -> std::collections::BTreeSet<String> {
                String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect()
            };
            let (here, there) = (split(&here), split(&there));
            let stored = here.difference(&there).map(|line| format!("stored, but does not follow: {line}"));
            let missing = there.difference(&here).map(|line| format!("follows, but is not stored: {line}"));
            list("derived", stored.chain(missing), faults);
        }
        Ok(())
    }

    /// Throws away everything derived and derives it again.
    pub(super) fn derive_again(&mut self) -> Result<(), StoreError> {
        let transaction = self.connection.transaction()?;
        transaction.execute_batch(include_str!("clear.sql"))?;
        judgements::attach_all(&transaction)?;
        links::derive_all(&transaction)?;
        transaction.commit()?;
        Ok(())
    }
}

fn list(area: &'static str, messages: impl Iterator<Item = String>, faults: &mut Vec<Fault>) {
    let mut more = 0;
    for (nth, message) in messages.enumerate() {
        if nth < LISTED {
            faults.push(Fault { area, message });
        } else {
            more += 1;
        }
    }
    if more > 0 {
        faults.push(Fault { area, message: format!("and {more} more") });
    }
}

fn file(connection: &Connection, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    let integrity = strings(connection, "PRAGMA integrity_check(20)")?;
    list("file", integrity.into_iter().filter(|line| line != "ok"), faults);
    let broken = connection
        .prepare("PRAGMA foreign_key_check")?
        .query_map([], |row| {
            let row_number: Option<i64> = row.get(1)?;
            let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
            Ok(format!("{table}, row {row_number:?}: names a row of {parent} that is not there"))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    list("references", broken.into_iter(), faults);
    Ok(())
}

fn spans(connection: &Connection, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    for [table, condition, part, begin, end, words] in SPANS {
        let sql = format!(
            "SELECT texts.hash || ' ' || child.{begin} || '..' || child.{end} || ': ' || child.{words}
               FROM {table} AS child JOIN texts ON texts.id = child.text
              WHERE child.{condition} AND child.{words} IS NOT substr(
                CASE child.{part} WHEN 'title' THEN texts.title ELSE texts.text END,
                child.{begin} + 1, child.{end} - child.{begin})"
        );
        list("spans", strings(connection, &sql)?.into_iter().map(|at| format!("{table}: {at}")), faults);
    }
    Ok(())
}

fn spans_of_parts(connection: &Connection, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    for table in ["participants", "particulars"] {
        let sql = format!(
            "SELECT texts.hash || ' ' || child.begin || '..' || child.\"end\" || ': ' || child.words
               FROM {table} AS child
               JOIN mentions ON mentions.id = child.mention
               JOIN texts ON texts.id = mentions.text
              WHERE child.words IS NOT substr(
                CASE child.part WHEN 'title' THEN texts.title ELSE texts.text END,
                child.begin + 1, child.\"end\" - child.begin)"
        );
        list("spans", strings(connection, &sql)?.into_iter().map(|at| format!("{table}: {at}")), faults);
    }
    Ok(())
}

/// Triggers, sources, cues and contents can be split.
fn lists_of_spans(connection: &Connection, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    for (table, column) in
        [("mentions", "trigger"), ("claims", "source"), ("claims", "cue"), ("claims", "content")]
    {
        let sql = format!(
            "SELECT child.name || ' ' || child.{column}_words
               FROM {table} AS child JOIN texts ON texts.id = child.text
              WHERE child.{column}_words IS NOT ifnull((
                SELECT group_concat(substr(
                         CASE child.part WHEN 'title' THEN texts.title ELSE texts.text END,
                         json_extract(span.value, '$[0]') + 1,
                         json_extract(span.value, '$[1]') - json_extract(span.value, '$[0]')), ' … ')
                  FROM json_each(child.{column}_spans) AS span), '')"
        );
        list(
            "spans",
            strings(connection, &sql)?.into_iter().map(|at| format!("{table}.{column}: {at}")),
            faults,
        );
    }
    Ok(())
}

/// Whether the search indexes hold exactly what they should. The thorough comparison is a statement that writes in
/// form only, which SQLite allows on a writable connection alone; else the numbers are compared.
fn search(connection: &Connection, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    for (index, table) in
        [("text_search", "texts"), ("event_search", "event_words"), ("claim_search", "claims")]
    {
        if !connection.is_readonly(MAIN_DB)? {
            let sql = format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)");
            if let Err(error) = connection.execute(&sql, []) {
                faults.push(Fault {
                    area: "search",
                    message: format!("{index} does not hold what {table} holds ({error})"),
                });
            }
            continue;
        }
        let count = |name: &str| -> rusqlite::Result<i64> {
            connection.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0))
        };
        let (indexed, stored) = (count(&format!("{index}_docsize"))?, count(table)?);
        if indexed != stored {
            faults.push(Fault {
                area: "search",
                message: format!("{index} holds {indexed} of {stored} rows of {table}"),
            });
        }
    }
    Ok(())
}

/// No article is half there.
fn whole(connection: &Connection, faults: &mut Vec<Fault>) -> Result<(), StoreError> {
    for (sql, message) in [
        ("SELECT hash FROM texts WHERE publication IS NULL", "has no publication"),
        (
            "SELECT hash FROM texts WHERE id NOT IN (SELECT text FROM text_profiles)",
            "has no profile: half imported",
        ),
        (
            "SELECT DISTINCT texts.hash FROM mentions JOIN texts ON texts.id = mentions.text
              WHERE (mentions.event IS NULL) <> texts.superseded",
            "has mentions without an event, or is superseded and has some with one",
        ),
    ] {
        list(
            "articles",
            strings(connection, sql)?.into_iter().map(|hash| format!("text {hash} {message}")),
            faults,
        );
    }
    Ok(())
}

fn strings(connection: &Connection, sql: &str) -> Result<Vec<String>, StoreError> {
    Ok(connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
