//! The second chronicle, as it is before anything is mined.

use crate::store::open::protect;
use crate::store::{Chronicle, StoreError, judgements, migration};
use rusqlite::Connection;
use rusqlite::backup::Backup;
use std::path::Path;
use std::time::Duration;

/// A chronicle without articles, with the judgements of the old one.
pub(super) fn empty(old: &Connection, file: Option<&Path>) -> Result<Chronicle, StoreError> {
    let mut connection = open(file)?;
    protect(&connection)?;
    migration::migrate(&mut connection)?;
    carry_over(old, &mut connection)?;
    Ok(Chronicle::of(connection))
}

/// A copy of the old chronicle, page by page.
pub(super) fn copy(old: &Connection, file: Option<&Path>) -> Result<Chronicle, StoreError> {
    let mut connection = open(file)?;
    Backup::new(old, &mut connection)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
    protect(&connection)?;
    Ok(Chronicle::of(connection))
}

/// A new database; without a file it lives in a temporary one that goes with it.
fn open(file: Option<&Path>) -> Result<Connection, StoreError> {
    if let Some(file) = file {
        super::remove(file);
    }
    Ok(match file {
        Some(file) => Connection::open(file)?,
        None => Connection::open("")?,
    })
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
