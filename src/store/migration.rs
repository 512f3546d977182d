//! Bringing a database up to the present schema.

use super::StoreError;
use rusqlite::Connection;
use rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE as DEFENSIVE;

/// Marks a file as a chronicle in its header ("chan").
const APPLICATION_ID: i64 = 0x6368_616e;

/// The files of `schema/` in order; a database's `user_version` says how many it has seen.
const MIGRATIONS: &[&str] = &[
    include_str!("../../schema/0001_articles.sql"),
    include_str!("../../schema/0002_findings.sql"),
    include_str!("../../schema/0003_events.sql"),
    include_str!("../../schema/0004_judgements.sql"),
    include_str!("../../schema/0005_search.sql"),
    include_str!("../../schema/0006_views.sql"),
    include_str!("../../schema/0007_judgements.sql"),
    include_str!("../../schema/0008_reworded.sql"),
    include_str!("../../schema/0009_search_in_order.sql"),
    include_str!("../../schema/0010_findings_marks.sql"),
    include_str!("../../schema/0011_pages.sql"),
    include_str!("../../schema/0012_quick_checks.sql"),
    include_str!("../../schema/0013_bare.sql"),
    include_str!("../../schema/0014_sureness.sql"),
];

/// What the numbered files come to. A new chronicle is made of it: to go through all that was ever changed takes three
/// times as long, and whoever asks for a timeline of files waits for it.
const WHOLE: &str = include_str!("../../schema/whole.sql");

/// What a database is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Without any table.
    Empty,
    /// Of the present schema.
    Current,
    /// Of an earlier schema.
    Older(i64),
    /// Of a later schema.
    Newer(i64),
    /// Somebody else's.
    Foreign,
}

/// The newest schema we know.
pub(super) fn newest() -> i64 {
    MIGRATIONS.len() as i64
}

/// What this database is to us.
pub(super) fn state(connection: &Connection) -> Result<State, StoreError> {
    let number =
        |pragma: &str| connection.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, i64>(0));
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let (application, version) = (number("application_id")?, number("user_version")?);
    Ok(match version {
        _ if tables == 0 => State::Empty,
        _ if application != APPLICATION_ID => State::Foreign,
        version if version > newest() => State::Newer(version),
        version if version < newest() => State::Older(version),
        _ => State::Current,
    })
}

/// Applies what is missing, all or nothing.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let seen = match state(connection)? {
        State::Empty => 0,
        State::Older(version) => usize::try_from(version).unwrap_or(0),
        State::Current | State::Newer(_) | State::Foreign => return Ok(()),
    };
    if seen == 0 {
        return Ok(apply(connection, &[WHOLE])?);
    }
    // Our own files may change how a table is written down; nothing else may.
    let defended = connection.db_config(DEFENSIVE)?;
    connection.set_db_config(DEFENSIVE, false)?;
    let applied = apply(connection, &MIGRATIONS[seen..]);
    let restored = connection.set_db_config(DEFENSIVE, defended);
    applied?;
    restored?;
    Ok(())
}

fn apply(connection: &mut Connection, migrations: &[&str]) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for migration in migrations {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", newest())?;
    transaction.commit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrating_twice_changes_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        assert_eq!(state(&connection).unwrap(), State::Empty);
        migrate(&mut connection).unwrap();
        assert_eq!(state(&connection).unwrap(), State::Current);
        migrate(&mut connection).unwrap();
        assert_eq!(state(&connection).unwrap(), State::Current);
    }

    #[test]
    fn every_earlier_schema_is_brought_up_to_date() {
        for seen in 1..MIGRATIONS.len() {
            let mut connection = Connection::open_in_memory().unwrap();
            MIGRATIONS[..seen].iter().for_each(|migration| connection.execute_batch(migration).unwrap());
            connection.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
            connection.pragma_update(None, "user_version", seen as i64).unwrap();
            assert_eq!(state(&connection).unwrap(), State::Older(seen as i64));
            migrate(&mut connection).unwrap();
            assert_eq!(state(&connection).unwrap(), State::Current);
            assert_eq!(statements(&connection), statements(&new()), "from {seen}");
        }
    }

    #[test]
    fn checks_hold_as_soon_as_they_were_changed() {
        let mut connection = Connection::open_in_memory().unwrap();
        MIGRATIONS[..11].iter().for_each(|migration| connection.execute_batch(migration).unwrap());
        connection.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
        connection.pragma_update(None, "user_version", 11).unwrap();
        connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        connection.set_db_config(DEFENSIVE, true).unwrap();
        migrate(&mut connection).unwrap();
        assert!(connection.db_config(DEFENSIVE).unwrap());
        let side = "INSERT INTO timeline_parties (party, section, first_day, last_day, name, event, side)
                    VALUES ('a', 'main', 1, 1, 'b', 1, ?1)";
        assert!(connection.execute(side, ["both"]).is_ok());
        let refused = connection.execute(side, ["neither"]).unwrap_err().to_string();
        assert!(refused.contains("CHECK constraint failed"), "{refused}");
    }

    fn new() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        connection
    }

    /// What makes a database like this one, each table with what belongs to it; full-text indexes make their own tables.
    fn statements(connection: &Connection) -> Vec<String> {
        let sql = r"SELECT sql FROM sqlite_schema AS made
              WHERE sql IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM sqlite_schema AS search WHERE search.sql LIKE '%USING fts5%' AND search.name <> made.name
                   AND made.tbl_name LIKE replace(search.name, '_', '\_') || '\_%' ESCAPE '\' AND made.type = 'table')
              ORDER BY type = 'view', tbl_name, type <> 'table', type = 'trigger', name";
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    /// To write `schema/whole.sql` anew: `CHANCERY_SCHEMA=write cargo test --lib migration`, and read the diff.
    #[test]
    fn a_new_chronicle_is_what_all_migrations_come_to() {
        let connection = Connection::open_in_memory().unwrap();
        MIGRATIONS.iter().for_each(|migration| connection.execute_batch(migration).unwrap());
        let mut whole = String::from(
            "-- What the numbered files come to, for new chronicles. A test writes it; what it means and why is told there.\n",
        );
        for statement in statements(&connection) {
            whole.push_str(&format!("\n{statement};\n"));
        }
        if std::env::var_os("CHANCERY_SCHEMA").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/schema/whole.sql"), &whole).unwrap();
        } else {
            assert_eq!(WHOLE, whole, "the numbered files come to something else than schema/whole.sql");
            assert_eq!(statements(&new()), statements(&connection));
        }
    }

    #[test]
    fn a_foreign_database_is_recognised() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
        assert_eq!(state(&connection).unwrap(), State::Foreign);
    }
}
