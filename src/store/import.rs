//! Importing: articles with their findings into the chronicle, many in one transaction, each whole or not at all.

use super::findings::{self, Cache};
use super::judgements::{self, JudgedTexts};
use super::links::Profiles;
use super::step::Step;
use super::{Chronicle, StoreError};
use crate::article::{Article, Published, PublishedBasis};
use crate::link::{Keys, Profile};
use crate::mine::Findings;
use rusqlite::{Connection, TransactionBehavior};
use std::collections::BTreeSet;

/// Who mines, and when: what `imports` records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// When the import began, as the command line's clock has it.
    pub begun: String,
    /// The version of chancery.
    pub engine: String,
    /// The hash of the rule files.
    pub rules: String,
    /// The name of the language model.
    pub model: String,
}

/// What an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Publications that were not in the chronicle before.
    pub new: u64,
    /// Publications that were: nothing was done.
    pub known: u64,
    /// Inputs that could not be read.
    pub rejected: u64,
}

/// An article with all that is computed before it is written, so that it can be computed on any thread.
#[derive(Debug)]
pub struct Reading {
    pub(super) article: Article,
    pub(super) findings: Findings,
    pub(super) profile: Profile,
    pub(super) keys: Keys,
    /// What tells it from what mining found before.
    pub(super) mark: i64,
    /// The import that brought it, where that is not the one that is running.
    pub(super) import: Option<i64>,
}

impl Reading {
    /// Of an article and what mining it found.
    pub fn new(article: Article, findings: Findings) -> Self {
        let (profile, keys) = Profile::new(&article, &findings);
        let mark = findings::mark(&findings, &profile, &keys);
        Self { article, findings, profile, keys, mark, import: None }
    }
}

/// What analysts decided on texts that are yet to be mined.
#[derive(Debug, Clone, Default)]
pub struct Judged(pub(super) JudgedTexts);

impl Judged {
    /// The article as it is to be mined: with the day of publication that an analyst gave its text.
    pub fn apply(&self, article: &Article) -> Option<Article> {
        if self.0.published.is_empty() {
            return None;
        }
        let day = *self.0.published.get(&super::names::text_hash(&article.text))?;
        Some(published(article, day))
    }
}

/// An article with the day of publication that an analyst gave it.
pub(super) fn published(article: &Article, day: Option<chrono::NaiveDate>) -> Article {
    let basis = if day.is_some() { PublishedBasis::Given } else { PublishedBasis::None };
    Article { published: Published { date: day, basis }, ..article.clone() }
}

/// How one publication comes into a step, under the number of the import.
type Put = fn(&mut Step<'_>, Reading, i64) -> Result<(), StoreError>;

/// A running import. Dropped without [`Import::finish`], it stays as it was at the last batch, which is whole.
#[derive(Debug)]
pub struct Import<'c> {
    connection: &'c mut Connection,
    row: i64,
    counts: Counts,
    cache: Cache,
    profiles: Profiles,
    superseded: BTreeSet<i64>,
    next_event: i64,
}

impl Chronicle {
    /// Begins an import.
    ///
    /// # Errors
    /// If the chronicle was mined by another engine, other rules or another model, or cannot be written.
    pub fn begin_import(&mut self, provenance: &Provenance) -> Result<Import<'_>, StoreError> {
        let path = self.path().to_path_buf();
        refuse_other_fingerprint(&self.connection, provenance).map_err(|error| error.at(&path))?;
        self.begin(provenance)
    }

    /// Begins to read everything again that is there.
    pub(super) fn begin_again(&mut self, provenance: &Provenance) -> Result<Import<'_>, StoreError> {
        let import = self.begin(provenance)?;
        import.connection.execute("UPDATE texts SET import = ?1", [import.row])?;
        Ok(import)
    }

    fn begin(&mut self, provenance: &Provenance) -> Result<Import<'_>, StoreError> {
        let path = self.path().to_path_buf();
        let place = |error: StoreError| error.at(&path);
        let connection = &mut self.connection;
        let begin = || -> Result<_, StoreError> {
            connection.pragma_update(None, "journal_mode", "WAL")?;
            connection.pragma_update(None, "synchronous", "NORMAL")?;
            connection.execute(
                "INSERT INTO imports (begun, engine, rules, model) VALUES (?1, ?2, ?3, ?4)",
                (&provenance.begun, &provenance.engine, &provenance.rules, &provenance.model),
            )?;
            let row = connection.last_insert_rowid();
            Ok((
                row,
                Cache::new(connection)?,
                super::step::superseded(connection)?,
                super::step::next_event(connection)?,
            ))
        };
        let (row, cache, superseded, next_event) = begin().map_err(place)?;
        Ok(Import {
            connection: &mut self.connection,
            row,
            counts: Counts::default(),
            cache,
            profiles: Profiles::default(),
            superseded,
            next_event,
        })
    }
}

/// That what is mined now is mined as everything else was.
pub(super) fn refuse_other_fingerprint(
    connection: &Connection,
    provenance: &Provenance,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(
        "SELECT DISTINCT engine, rules, model FROM imports WHERE id IN (SELECT DISTINCT import FROM texts)",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let found: (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let present = (provenance.engine.clone(), provenance.rules.clone(), provenance.model.clone());
        if found != present {
            let words = |(engine, rules, model)| format!("chancery {engine}, rules {rules}, model {model}");
            return Err(StoreError::OtherFingerprint {
                path: std::path::PathBuf::new(),
                found: words(found),
                present: words(present),
            });
        }
    }
    Ok(())
}

impl Import<'_> {
    /// The identities of all publications that the chronicle has ([`super::publication_identity`]): what needs
    /// no mining.
    ///
    /// # Errors
    /// If the chronicle cannot be read.
    pub fn known(&self) -> Result<std::collections::HashSet<i64>, StoreError> {
        Ok(self
            .connection
            .prepare("SELECT identity FROM publications")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?)
    }

    /// What analysts decided on texts that are yet to be mined.
    ///
    /// # Errors
    /// If the chronicle cannot be read.
    pub fn judged(&self) -> Result<Judged, StoreError> {
        Ok(Judged(judgements::judged_texts(self.connection)?))
    }

    /// Writes a batch: when this returns, all of it is in the chronicle and survives a crash of the program.
    ///
    /// # Errors
    /// If the chronicle cannot be written; then nothing of the batch is in it.
    pub fn add(&mut self, batch: Vec<Reading>) -> Result<Counts, StoreError> {
        self.write_counted(batch, |step, reading, import| step.add(reading, import))
    }

    /// The same of publications that are there: what mining finds now takes the place of what it found.
    pub(super) fn add_again(&mut self, batch: Vec<Reading>) -> Result<Counts, StoreError> {
        self.write_counted(batch, |step, reading, _| step.add_again(reading))
    }

    fn write_counted(&mut self, batch: Vec<Reading>, put: Put) -> Result<Counts, StoreError> {
        let written = self.write(batch, put);
        if written.is_err() {
            // Row numbers handed out by a batch that was rolled back are void.
            self.cache = Cache::new(self.connection)?;
            self.profiles = Profiles::default();
        }
        let counts = written?;
        self.counts.new += counts.new;
        self.counts.known += counts.known;
        Ok(counts)
    }

    /// Counts publications that were found to be known before they were mined.
    pub fn count_known(&mut self, known: u64) {
        self.counts.known += known;
    }

    /// Counts inputs that could not be read.
    pub fn count_rejected(&mut self, rejected: u64) {
        self.counts.rejected += rejected;
    }

    /// What was done so far.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Ends the import at the given time, and leaves the chronicle as one file.
    ///
    /// # Errors
    /// If the chronicle cannot be written.
    pub fn finish(self, ended: &str) -> Result<Counts, StoreError> {
        let Counts { new, known, rejected } = self.counts;
        self.connection.execute(
            "UPDATE imports SET ended = ?2, new = ?3, known = ?4, rejected = ?5 WHERE id = ?1",
            (self.row, ended, new as i64, known as i64, rejected as i64),
        )?;
        // What is counted in fewer texts tells SQLite nothing about how the chronicle will be.
        let many = "SELECT EXISTS (SELECT 1 FROM texts LIMIT 1 OFFSET 100)";
        if self.connection.query_row(many, [], |row| row.get(0))? {
            self.connection.execute_batch("PRAGMA optimize;")?;
        }
        // Where somebody else is reading, the log stays, and is folded in by whoever comes last.
        let _ =
            self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;");
        Ok(self.counts)
    }

    fn write(&mut self, batch: Vec<Reading>, put: Put) -> Result<Counts, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut step = Step::new(
            &transaction,
            &mut self.cache,
            &mut self.profiles,
            &mut self.superseded,
            &mut self.next_event,
        );
        for reading in batch {
            put(&mut step, reading, self.row)?;
        }
        let counts = step.counts();
        step.settle(None)?;
        transaction.commit()?;
        Ok(counts)
    }
}
