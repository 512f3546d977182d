//! Mining everything anew: a second chronicle is made of the same articles, beside the first, and takes its place
//! in one step when it is whole. Killed half-way, the old one stands.

mod compare;

pub use compare::Remined;

use super::drive::findings;
use super::import::{Judged, Reading};
use super::judgements;
use super::open::protect;
use super::{Chronicle, Provenance, StoreError, articles};
use crate::article::Article;
use crate::mine::Findings;
use rayon::prelude::*;
use rusqlite::backup::Backup;
use rusqlite::{Connection, named_params};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

/// Publications that are mined and written together; fewer where they are long.
const BATCH: usize = 256;
/// Bytes of text that are mined and written together.
const BATCH_BYTES: usize = 4 << 20;

/// What mines: an engine, or in tests whatever stands in its place.
pub type Mining<'m> = dyn Fn(&Article) -> Findings + Sync + 'm;

/// A publication on its way from the old chronicle to the new one.
struct Known {
    article: Article,
    import: i64,
    /// Whether its text is mined with it: it is the one in force.
    in_force: bool,
}

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
        let mut fresh = fresh(beside)?;
        carry_over(&self.connection, &mut fresh.connection)?;
        mine_all(&mut self.connection, &mut fresh, provenance, mining, progress, ended)?;
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

/// An empty chronicle; without a file it lives in a temporary one that goes with it.
fn fresh(file: Option<&Path>) -> Result<Chronicle, StoreError> {
    if let Some(file) = file {
        remove(file);
    }
    let mut connection = match file {
        Some(file) => Connection::open(file)?,
        None => Connection::open("")?,
    };
    protect(&connection)?;
    super::migration::migrate(&mut connection)?;
    Ok(Chronicle::of(connection))
}

/// Imports, judgements and retired names are not mined: they are what they were.
fn carry_over(old: &Connection, fresh: &mut Connection) -> Result<(), StoreError> {
    let transaction = fresh.transaction()?;
    let mut imports = old.prepare(
        "SELECT id, begun, ended, engine, rules, model, new, known, rejected FROM imports ORDER BY id",
    )?;
    let mut rows = imports.query([])?;
    while let Some(row) = rows.next()? {
        let values =
            (0..9).map(|column| row.get(column)).collect::<Result<Vec<rusqlite::types::Value>, _>>()?;
        transaction
            .prepare_cached("INSERT INTO imports (id, begun, ended, engine, rules, model, new, known, rejected) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")?
            .execute(rusqlite::params_from_iter(values))?;
    }
    let mut changed = Vec::new();
    for logged in judgements::all(old)? {
        judgements::insert(&transaction, &logged.judgement)?;
        if let Some(undone) = &logged.judgement.undoes {
            judgements::stand(&transaction, undone, &mut changed)?;
        }
    }
    let mut retired = old.prepare("SELECT name, sort, now, reason, judgement FROM retired_names")?;
    let mut rows = retired.query([])?;
    while let Some(row) = rows.next()? {
        let values =
            (0..5).map(|column| row.get(column)).collect::<Result<Vec<rusqlite::types::Value>, _>>()?;
        transaction
            .prepare_cached(
                "INSERT INTO retired_names (name, sort, now, reason, judgement) VALUES (?, ?, ?, ?, ?)",
            )?
            .execute(rusqlite::params_from_iter(values))?;
    }
    transaction.commit()?;
    Ok(())
}

/// One thread reads the old chronicle, many mine, one writes the new chronicle.
fn mine_all(
    old: &mut Connection,
    fresh: &mut Chronicle,
    provenance: &Provenance,
    mining: &Mining<'_>,
    progress: &mut dyn FnMut(u64, u64),
    ended: &dyn Fn() -> String,
) -> Result<(), StoreError> {
    let all: i64 = old.query_row("SELECT count(*) FROM publications", [], |row| row.get(0))?;
    let mut import = fresh.begin_import(provenance)?;
    let judged = import.judged()?;
    std::thread::scope(|scope| {
        let (read, to_mine) = sync_channel(1);
        let (mined, to_write) = sync_channel::<Vec<Reading>>(1);
        let reader = scope.spawn(move || feed(old, &read));
        scope.spawn(move || mine(mining, &judged, &to_mine, &mined));
        let mut written = Ok(());
        for readings in to_write {
            let done = import.add(readings);
            match done {
                Ok(_) => {
                    let counts = import.counts();
                    progress(counts.new + counts.known, all.unsigned_abs());
                }
                Err(error) => {
                    written = Err(error);
                    break;
                }
            }
        }
        // Where the reader has panicked, there is nothing to be said that the panic has not.
        let fed = reader.join().unwrap_or(Ok(()));
        written.and(fed)
    })?;
    import.finish(&ended())?;
    Ok(())
}

/// Reads the publications of the old chronicle, of each text the one in force first.
fn feed(old: &mut Connection, out: &SyncSender<Vec<Known>>) -> Result<(), StoreError> {
    let mut statement = old.prepare(include_str!("publications.sql"))?;
    let mut rows = statement.query(named_params! {})?;
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while let Some(row) = rows.next()? {
        let article = articles::article(row, 0)?;
        bytes += article.text.len();
        batch.push(Known { article, import: row.get(7)?, in_force: row.get(8)? });
        if batch.len() >= BATCH || bytes >= BATCH_BYTES {
            // Nobody listens any longer: writing failed, and says so itself.
            if out.send(std::mem::take(&mut batch)).is_err() {
                return Ok(());
            }
            bytes = 0;
        }
    }
    let _ = out.send(batch);
    Ok(())
}

fn mine(
    mining: &Mining<'_>,
    judged: &Judged,
    batches: &Receiver<Vec<Known>>,
    out: &SyncSender<Vec<Reading>>,
) {
    for batch in batches {
        let readings = batch
            .into_par_iter()
            .map(|Known { article, import, in_force }| {
                let found = if in_force {
                    let judged = judged.apply(&article);
                    findings(mining, judged.as_ref().unwrap_or(&article))
                } else {
                    Findings::default()
                };
                Reading { import: Some(import), ..Reading::new(article, found) }
            })
            .collect();
        if out.send(readings).is_err() {
            return;
        }
    }
}
