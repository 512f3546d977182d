//! Mining everything anew: a second chronicle is made of the same articles, beside the first, and takes its place
//! in one step when it is whole. Killed half-way, the old one stands.
//!
//! Other rules mostly find the same again. Then the second chronicle begins as a copy, in which only those texts are
//! written anew of which something else is found; where most are, as after an update of the program, it begins
//! empty, since taking away costs more than writing. Either way the same comes of it.

mod compare;
mod mining;
mod sample;
mod second;

pub use compare::Remined;

use super::{Chronicle, Provenance, StoreError, judgements};
use crate::article::Article;
use crate::mine::Findings;
use rusqlite::Connection;
use rusqlite::backup::Backup;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What mines: an engine, or in tests whatever stands in its place.
pub type Mining<'m> = dyn Fn(&Article) -> Findings + Sync + 'm;

impl Chronicle {
    /// Mines every text again, with all judgements holding on to what is found now, and tells what that changed.
    /// Everything is written in one step at the end, or with `dry` nothing at all. `progress` hears how many
    /// publications are done, and of how many.
    ///
    /// # Errors
    /// If the chronicle cannot be read or written, or somebody else wrote to it meanwhile.
    pub fn remine(
        &mut self,
        provenance: &Provenance,
        mining: &Mining<'_>,
        dry: bool,
        progress: &mut dyn FnMut(u64, u64),
        ended: &dyn Fn() -> String,
    ) -> Result<Remined, StoreError> {
        let path = self.path().to_path_buf();
        let beside = if dry || path.as_os_str().is_empty() { None } else { Some(beside(&path)) };
        let result = self.remine_beside(beside.as_deref(), provenance, mining, progress, ended, dry);
        if let Some(file) = &beside {
            remove(file);
        }
        result.map_err(|error| error.at(&path))
    }

    fn remine_beside(
        &mut self,
        beside: Option<&Path>,
        provenance: &Provenance,
        mining: &Mining<'_>,
        progress: &mut dyn FnMut(u64, u64),
        ended: &dyn Fn() -> String,
        dry: bool,
    ) -> Result<Remined, StoreError> {
        let state = state(&self.connection)?;
        let again = sample::is_mostly_unchanged(&self.connection, mining)?;
        let mut fresh = match again {
            true => second::copy(&self.connection, beside)?,
            false => second::empty(&self.connection, beside)?,
        };
        let mut import =
            if again { fresh.begin_again(provenance)? } else { fresh.begin_import(provenance)? };
        mining::mine_all(&mut self.connection, &mut import, again, mining, progress)?;
        import.finish(&ended())?;
        let mut remined = compare::compare(&self.connection, &fresh.connection)?;
        compare::retire(&self.connection, &fresh.connection, &provenance.begun)?;
        remined.loose = judgements::all(&fresh.connection)?
            .into_iter()
            .filter(|logged| !logged.loose().is_empty())
            .collect();
        if !dry {
            self.take_over(&fresh, &state)?;
        }
        Ok(remined)
    }

    /// The new chronicle takes the place of the old one, page by page in one transaction.
    fn take_over(&mut self, fresh: &Self, state: &State) -> Result<(), StoreError> {
        // Nobody may write between looking whether somebody did and writing.
        self.connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT;")?;
        let taken = self.take_over_locked(fresh, state);
        self.connection.execute_batch("PRAGMA locking_mode = NORMAL; SELECT count(*) FROM imports;")?;
        taken
    }

    fn take_over_locked(&mut self, fresh: &Self, before: &State) -> Result<(), StoreError> {
        self.connection.execute_batch("BEGIN EXCLUSIVE; UPDATE imports SET id = id WHERE 0; COMMIT;")?;
        if state(&self.connection)? != *before {
            return Err(StoreError::ChangedMeanwhile(PathBuf::new()));
        }
        self.connection.flush_prepared_statement_cache();
        Backup::new(&fresh.connection, &mut self.connection)?.run_to_completion(
            i32::MAX,
            Duration::ZERO,
            None,
        )?;
        Ok(())
    }
}

/// What tells that somebody wrote: imports, publications and judgements only ever grow, or shrink by a judgement.
type State = (i64, i64, i64, i64);

fn state(connection: &Connection) -> Result<State, StoreError> {
    Ok(connection.query_row(
        "SELECT (SELECT ifnull(max(id), 0) FROM imports), (SELECT count(*) FROM publications),
                (SELECT ifnull(max(id), 0) FROM publications), (SELECT ifnull(max(id), 0) FROM judgements)",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?)
}

/// The file beside the chronicle in which the new one is made.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".remine");
    PathBuf::from(name)
}

fn remove(file: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = file.as_os_str().to_owned();
        name.push(suffix);
        // What is not there need not be removed; what cannot be is in nobody's way but its own.
        let _ = std::fs::remove_file(name);
    }
}
