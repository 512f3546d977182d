//! Which chronicle a command reads: one on disk, or one in memory made of just the files named.

use super::analyst::LazyMiner;
use super::print::PrintArguments;
use super::{Exit, Failure};
use crate::import::ImportOptions;
use crate::rules::RuleFiles;
use crate::store::Chronicle;
use chrono::NaiveDate;
use clap::Args;
use std::path::{Path, PathBuf};

/// The chronicle on disk.
#[derive(Debug, Args)]
pub(super) struct DatabaseArguments {
    /// The chronicle
    #[arg(
        long,
        value_name = "FILE",
        env = "CHANCERY_DB",
        default_value = "chancery.db",
        hide_env_values = true
    )]
    pub db: PathBuf,
}

/// How articles are read.
#[derive(Debug, Args)]
pub(super) struct ReadArguments {
    /// The day on which all these articles were published
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub published: Option<NaiveDate>,
    /// A folder of rules laid over those compiled in
    #[arg(long, value_name = "DIR")]
    pub rules: Option<PathBuf>,
}

impl ReadArguments {
    /// What holds for every article; `outlet` published them all, if it is given.
    pub fn options(&self, outlet: Option<&str>) -> ImportOptions {
        ImportOptions {
            published: self.published,
            outlet: outlet.map(str::to_owned),
            format: None,
            today: Some(chrono::Local::now().date_naive()),
        }
    }

    /// The rules in force.
    pub fn rules(&self) -> Result<RuleFiles, Failure> {
        rules(self.rules.as_deref())
    }
}

/// The rules compiled in, with a folder laid over them.
pub(super) fn rules(folder: Option<&Path>) -> Result<RuleFiles, Failure> {
    match folder {
        Some(folder) => RuleFiles::with_overlay(folder).map_err(|errors| Failure::rules(&errors)),
        None => Ok(RuleFiles::embedded()),
    }
}

/// A single day, as `--published` and `--as-of` take it.
pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    crate::query::single_day(text).map_err(|error| format!("{error}"))
}

/// A chronicle on disk, or the files named.
#[derive(Debug, Args)]
pub(super) struct SourceArguments {
    /// Files, folders or patterns to read instead of the chronicle; "-" is standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    database: DatabaseArguments,
    #[command(flatten)]
    read: ReadArguments,
    /// As the articles alone have it, without what analysts judged
    #[arg(long)]
    mined: bool,
}

impl SourceArguments {
    /// Opens the chronicle to be read; the exit code says whether all files could be.
    pub fn open(&self) -> Result<(Chronicle, Exit), Failure> {
        if self.paths.is_empty() {
            let chronicle = self.database.read()?;
            if self.mined {
                let mut miner = LazyMiner::new(self.read.rules()?);
                return Ok((chronicle.as_mined(&mut miner)?, Exit::Done));
            }
            return Ok((chronicle, Exit::Done));
        }
        super::import::in_memory(&self.paths, &self.read)
    }
}

/// An ID, where it is looked up, and how what it stands for is printed.
#[derive(Debug, Args)]
pub(super) struct ThingArguments {
    /// The ID, or its beginning; the name of an actor; the id an article was given
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    source: SourceArguments,
    #[command(flatten)]
    pub print: PrintArguments,
}

impl ThingArguments {
    /// Opens the chronicle to be read.
    pub fn open(&self) -> Result<(Chronicle, Exit), Failure> {
        self.source.open()
    }
}

impl DatabaseArguments {
    /// Opens the chronicle to be read.
    pub fn read(&self) -> Result<Chronicle, Failure> {
        Ok(Chronicle::open_read_only(&self.db)?)
    }
}
