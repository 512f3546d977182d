//! Opening a chronicle: to be written, to be read, or in memory.

use super::StoreError;
use super::migration::{State, migrate, newest, state};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a command waits for another one that is writing.
const PATIENCE: Duration = Duration::from_secs(3);

/// Kilobytes of a chronicle that whoever writes keeps at hand.
const WRITING: u32 = 32_768;
/// Kilobytes that whoever reads keeps at hand. What is asked of one table is asked at once, so that pages are seldom
/// wanted again; and memory that was in use is ready sooner than new memory.
const READING: u32 = 512;

/// An open chronicle.
#[derive(Debug)]
pub struct Chronicle {
    pub(super) connection: Connection,
    path: PathBuf,
}

impl Chronicle {
    /// Opens the chronicle at `path` for writing; makes one where there is none, and brings an older one up to
    /// date.
    ///
    /// # Errors
    /// If the file is no chronicle, of a newer version, locked, damaged, or not writable.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Self::open_for_writing(path, flags).map_err(|error| error.at(path))
    }

    /// Opens an existing chronicle for writing.
    ///
    /// # Errors
    /// As [`Chronicle::open`], and if there is none.
    pub fn open_existing(path: &Path) -> Result<Self, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing(path.to_path_buf()));
        }
        Self::open(path)
    }

    /// Opens a chronicle to be read; works on read-only media and writes nothing.
    ///
    /// # Errors
    /// If there is none, or it is no chronicle, of another version, locked or damaged.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing(path.to_path_buf()));
        }
        Self::open_for_reading(path).map_err(|error| error.at(path))
    }

    /// A chronicle in memory, for one command.
    ///
    /// # Errors
    /// If SQLite refuses, which only a lack of memory explains.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        protect(&connection)?;
        migrate(&mut connection)?;
        Ok(Self { connection, path: PathBuf::new() })
    }

    /// Around a connection that is set up already.
    pub(super) fn of(connection: Connection) -> Self {
        Self { connection, path: PathBuf::new() }
    }

    /// The connection, for queries.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Where the chronicle is; empty for one in memory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn open_for_writing(path: &Path, flags: OpenFlags) -> Result<Self, StoreError> {
        let mut connection = Connection::open_with_flags(path, flags)?;
        protect(&connection)?;
        refuse_foreign(state(&connection)?, path)?;
        migrate(&mut connection)?;
        Ok(Self { connection, path: path.to_path_buf() })
    }

    fn open_for_reading(path: &Path) -> Result<Self, StoreError> {
        let opened = attach_read_only(path, "mode=ro");
        let (connection, state) = match opened {
            // A chronicle in WAL mode on media where SQLite cannot make its index beside the file: nobody can be
            // writing there, so it is read as it stands, provided that no log is left to be replayed.
            Err(StoreError::Unopenable { .. } | StoreError::ReadOnly(_)) if !has_log(path) => {
                attach_read_only(path, "mode=ro&immutable=1")?
            }
            other => other?,
        };
        match state {
            State::Empty => return Err(StoreError::Missing(path.to_path_buf())),
            State::Older(found) => {
                return Err(StoreError::OlderVersion { path: path.to_path_buf(), found, known: newest() });
            }
            State::Current | State::Newer(_) | State::Foreign => refuse_foreign(state, path)?,
        }
        Ok(Self { connection, path: path.to_path_buf() })
    }
}

fn attach_read_only(path: &Path, parameters: &str) -> Result<(Connection, State), StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(format!("file:{}?{parameters}", escaped(path)), flags)?;
    protect_with(&connection, READING)?;
    let state = state(&connection)?;
    Ok((connection, state))
}

/// A path as part of a URI.
fn escaped(path: &Path) -> String {
    let mut out = String::new();
    for character in path.to_string_lossy().chars() {
        match character {
            '%' | '?' | '#' => out.push_str(&format!("%{:02x}", character as u32)),
            _ => out.push(character),
        }
    }
    out
}

fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).is_ok_and(|file| file.len() > 0)
}

fn refuse_foreign(state: State, path: &Path) -> Result<(), StoreError> {
    match state {
        State::Newer(found) => {
            Err(StoreError::NewerVersion { path: path.to_path_buf(), found, known: newest() })
        }
        State::Foreign => Err(StoreError::NotAChronicle(path.to_path_buf())),
        State::Empty | State::Current | State::Older(_) => Ok(()),
    }
}

/// Nothing that a file brings along is run, and the file's own structure cannot be overwritten by SQL. Statements
/// are planned once: SQLite would else plan those on indexes with statistics anew for every value that is asked for,
/// which takes longer than answering.
pub(super) fn protect(connection: &Connection) -> Result<(), StoreError> {
    protect_with(connection, WRITING)
}

fn protect_with(connection: &Connection, kilobytes: u32) -> Result<(), StoreError> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.execute_batch(&format!("PRAGMA foreign_keys = ON; PRAGMA cache_size = -{kilobytes};"))?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(prepare: impl Fn(&Path), message: &str) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chronicle.db");
        prepare(&path);
        for opened in [Chronicle::open_read_only(&path), Chronicle::open_existing(&path)] {
            let error = opened.err().map(|error| error.to_string()).unwrap_or_default();
            assert!(error.contains(message), "expected {message:?}, got {error:?}");
            assert!(error.starts_with(path.to_str().unwrap()), "{error:?} does not name the file");
        }
    }

    #[test]
    fn no_file() {
        check(|_| (), "there is no chronicle");
    }

    #[test]
    fn no_database() {
        check(
            |path| std::fs::write(path, "A letter from Vienna. ".repeat(200)).unwrap(),
            "no SQLite database",
        );
    }

    #[test]
    fn another_program() {
        let foreign = |path: &Path| {
            Connection::open(path).unwrap().execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
        };
        check(foreign, "another program");
    }

    #[test]
    fn newer_version() {
        let newer = |path: &Path| {
            Chronicle::open(path).unwrap().connection.pragma_update(None, "user_version", 9999).unwrap();
        };
        check(newer, "newer chancery (schema 9999");
    }

    #[test]
    fn damaged() {
        let damage = |path: &Path| {
            drop(Chronicle::open(path).unwrap());
            let mut bytes = std::fs::read(path).unwrap();
            bytes[100..4096].fill(0x5a);
            std::fs::write(path, bytes).unwrap();
        };
        check(damage, "is damaged");
    }

    #[test]
    fn locked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chronicle.db");
        drop(Chronicle::open(&path).unwrap());
        let other = Connection::open(&path).unwrap();
        other.execute_batch("BEGIN EXCLUSIVE").unwrap();
        let error = Chronicle::open_read_only(&path).unwrap_err();
        assert!(matches!(error, StoreError::Locked(_)), "{error}");
        assert!(error.is_locked_or_damaged());
    }

    #[test]
    fn reading_leaves_no_trace() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a chronicle?.db");
        let chronicle = Chronicle::open(&path).unwrap();
        chronicle.connection.pragma_update(None, "journal_mode", "WAL").unwrap();
        drop(chronicle);
        let before = std::fs::read(&path).unwrap();
        let chronicle = Chronicle::open_read_only(&path).unwrap();
        chronicle
            .connection
            .query_row("SELECT count(*) FROM timeline", [], |row| row.get::<_, i64>(0))
            .unwrap();
        assert!(chronicle.connection.execute("DELETE FROM texts", []).is_err());
        drop(chronicle);
        assert_eq!(before, std::fs::read(&path).unwrap());
    }
}
