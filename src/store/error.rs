//! What can go wrong with a chronicle, and what helps.

use rusqlite::ErrorCode;
use std::path::{Path, PathBuf};

/// Why a chronicle could not be opened, read or written: the cause and the remedy.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("{}: there is no chronicle; make one with `chancery import --db {} FILE…`, or name another with --db", shown(.0), .0.display())]
    Missing(PathBuf),
    /// The file is one of a later chancery.
    #[error("{}: made by a newer chancery (schema {found}, this one knows up to {known}); use that version or a later one", shown(.path))]
    NewerVersion {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// The newest schema we know.
        known: i64,
    },
    /// The file is one of an earlier chancery, and reading never writes.
    #[error("{}: made by an older chancery (schema {found} of {known}); any `chancery import --db {}` brings it up to date", shown(.path), .path.display())]
    OlderVersion {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// The newest schema we know.
        known: i64,
    },
    /// The file is something else.
    #[error("{}: is no SQLite database; name a chronicle with --db", shown(.0))]
    NotADatabase(PathBuf),
    /// A database, but not one of ours.
    #[error("{}: is a database of another program; name a chronicle with --db", shown(.0))]
    NotAChronicle(PathBuf),
    /// The file's inside is broken.
    #[error("{}: is damaged ({detail}); restore a copy, or import the articles into a new chronicle", shown(.path))]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        detail: String,
    },
    /// Somebody else is writing.
    #[error("{}: is locked by another program; wait for it to end, or close it", shown(.0))]
    Locked(PathBuf),
    /// No room.
    #[error("{}: the disk is full; make room and run the command again: what was acknowledged is kept", shown(.0))]
    DiskFull(PathBuf),
    /// Not writable.
    #[error("{}: cannot be written; check its permissions and those of its folder", shown(.0))]
    ReadOnly(PathBuf),
    /// Not openable at all.
    #[error("{}: cannot be opened ({detail}); check that it is a file and its permissions", shown(.path))]
    Unopenable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// The chronicle was mined by another engine, other rules or another model.
    #[error("{}: was mined by {found}, this is {present}; run `chancery remine` first, so that one chronicle speaks with one voice", shown(.path))]
    OtherFingerprint {
        /// The file.
        path: PathBuf,
        /// What mined it.
        found: String,
        /// What would mine now.
        present: String,
    },
    /// What has to be mined cannot be.
    #[error("{}: an article has to be mined anew, which fails: {detail}; `chancery rules check` tells whether the rules are right", shown(.path))]
    Mining {
        /// The file.
        path: PathBuf,
        /// Why.
        detail: String,
    },
    /// Somebody wrote while it was mined anew.
    #[error("{}: was changed by another command meanwhile; nothing was written, run this one again", shown(.0))]
    ChangedMeanwhile(PathBuf),
    /// Anything else that SQLite reports.
    #[error("{}: {source}; `chancery check` tells whether the chronicle is whole", shown(.path))]
    Unexpected {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
}

impl StoreError {
    /// Whether the database itself is locked or damaged (exit code 4).
    pub fn is_locked_or_damaged(&self) -> bool {
        matches!(self, Self::Locked(_) | Self::Damaged { .. } | Self::NotADatabase(_))
    }

    /// The same error, about this file.
    #[must_use]
    pub fn at(mut self, file: &Path) -> Self {
        match &mut self {
            Self::Missing(path)
            | Self::NotADatabase(path)
            | Self::NotAChronicle(path)
            | Self::Locked(path)
            | Self::DiskFull(path)
            | Self::ReadOnly(path)
            | Self::ChangedMeanwhile(path)
            | Self::Mining { path, .. }
            | Self::NewerVersion { path, .. }
            | Self::OlderVersion { path, .. }
            | Self::Damaged { path, .. }
            | Self::Unopenable { path, .. }
            | Self::OtherFingerprint { path, .. }
            | Self::Unexpected { path, .. } => *path = file.to_path_buf(),
        }
        self
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let path = PathBuf::new();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked(path),
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, detail: error.to_string() },
            Some(ErrorCode::NotADatabase) => Self::NotADatabase(path),
            Some(ErrorCode::DiskFull) => Self::DiskFull(path),
            Some(ErrorCode::ReadOnly) => Self::ReadOnly(path),
            Some(ErrorCode::CannotOpen) => Self::Unopenable { path, detail: error.to_string() },
            _ => Self::Unexpected { path, source: error },
        }
    }
}

fn shown(path: &Path) -> String {
    if path.as_os_str().is_empty() { "the chronicle".into() } else { path.display().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_the_file_it_is_about() {
        let error = StoreError::Locked(PathBuf::new());
        assert!(error.to_string().starts_with("the chronicle: is locked"));
        assert!(error.at(Path::new("a.db")).to_string().starts_with("a.db: is locked"));
    }
}
