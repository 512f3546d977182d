//! Importing: articles with their findings into the chronicle, many in one transaction, each whole or not at all.

use super::articles::{self, Written};
use super::findings::{self, Cache};
use super::links::{self, Concerned, Profiles};
use super::{Chronicle, StoreError, events};
use crate::article::Article;
use crate::link::Profile;
use crate::mine::Findings;
use rusqlite::{Connection, Transaction, TransactionBehavior};
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
    article: Article,
    findings: Findings,
    profile: Profile,
    keys: Vec<i64>,
}

impl Reading {
    /// Of an article and what mining it found.
    pub fn new(article: Article, findings: Findings) -> Self {
        let (profile, keys) = Profile::new(&article, &findings);
        Self { article, findings, profile, keys }
    }
}

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
        let place = |error: StoreError| error.at(&path);
        self.refuse_other_fingerprint(provenance).map_err(place)?;
        let connection = &mut self.connection;
        let begin = || -> Result<_, StoreError> {
            connection.pragma_update(None, "journal_mode", "WAL")?;
            connection.pragma_update(None, "synchronous", "NORMAL")?;
            connection.execute(
                "INSERT INTO imports (begun, engine, rules, model) VALUES (?1, ?2, ?3, ?4)",
                (&provenance.begun, &provenance.engine, &provenance.rules, &provenance.model),
            )?;
            let row = connection.last_insert_rowid();
            let superseded = connection
                .prepare("SELECT id FROM texts WHERE superseded")?
                .query_map([], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            let next =
                connection.query_row("SELECT ifnull(max(id), 0) + 1 FROM events", [], |row| row.get(0))?;
            Ok((row, Cache::new(connection)?, superseded, next))
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

    fn refuse_other_fingerprint(&self, provenance: &Provenance) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(
            "SELECT DISTINCT engine, rules, model FROM imports WHERE id IN (SELECT DISTINCT import FROM texts)",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let found: (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let present = (provenance.engine.clone(), provenance.rules.clone(), provenance.model.clone());
            if found != present {
                let words =
                    |(engine, rules, model)| format!("chancery {engine}, rules {rules}, model {model}");
                return Err(StoreError::OtherFingerprint {
                    path: self.path().to_path_buf(),
                    found: words(found),
                    present: words(present),
                });
            }
        }
        Ok(())
    }
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

    /// Writes a batch: when this returns, all of it is in the chronicle and survives a crash of the program.
    ///
    /// # Errors
    /// If the chronicle cannot be written; then nothing of the batch is in it.
    pub fn add(&mut self, batch: Vec<Reading>) -> Result<Counts, StoreError> {
        let written = self.write(batch);
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
        self.connection.execute_batch("PRAGMA optimize;")?;
        // Where somebody else is reading, the log stays, and is folded in by whoever comes last.
        let _ =
            self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;");
        Ok(self.counts)
    }

    fn write(&mut self, batch: Vec<Reading>) -> Result<Counts, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut step = Step {
            connection: &transaction,
            import: self.row,
            cache: &mut self.cache,
            profiles: &mut self.profiles,
            superseded: &mut self.superseded,
            next_event: &mut self.next_event,
            counts: Counts::default(),
            fresh: BTreeSet::new(),
            flipped: BTreeSet::new(),
            unread: BTreeSet::new(),
            concerned: Concerned::default(),
        };
        for reading in batch {
            step.add(reading)?;
        }
        let counts = step.settle()?;
        commit(transaction)?;
        Ok(counts)
    }
}

fn commit(transaction: Transaction<'_>) -> Result<(), StoreError> {
    transaction.commit()?;
    Ok(())
}

/// One batch on its way into the chronicle.
struct Step<'s> {
    connection: &'s Connection,
    import: i64,
    cache: &'s mut Cache,
    profiles: &'s mut Profiles,
    superseded: &'s mut BTreeSet<i64>,
    next_event: &'s mut i64,
    counts: Counts,
    /// Texts whose findings are new and not linked yet.
    fresh: BTreeSet<i64>,
    /// Texts that became superseded, or are no longer.
    flipped: BTreeSet<i64>,
    /// Actors of findings that were removed.
    unread: BTreeSet<i64>,
    concerned: Concerned,
}

impl Step<'_> {
    fn add(&mut self, reading: Reading) -> Result<(), StoreError> {
        let Reading { article, findings, profile, keys } = reading;
        let written = articles::write(self.connection, self.cache, &article, self.import)?;
        match written {
            Written::Known => {
                self.counts.known += 1;
                return Ok(());
            }
            Written::Another(text) => self.recheck(text)?,
            Written::NewText(text) => self.describe(text, &article, &findings, profile, &keys)?,
            Written::InForce(text) => {
                links::unlink(self.connection, text, &mut self.concerned)?;
                self.unread.extend(findings::remove(self.connection, text)?);
                links::remove_profile(self.connection, text)?;
                self.profiles.forget(text);
                self.describe(text, &article, &findings, profile, &keys)?;
                self.recheck(text)?;
            }
        }
        self.counts.new += 1;
        if let Some(url) = &article.url {
            for text in articles::supersede(self.connection, url)? {
                self.flip(text);
            }
        }
        Ok(())
    }

    fn describe(
        &mut self,
        text: i64,
        article: &Article,
        findings: &Findings,
        profile: Profile,
        keys: &[i64],
    ) -> Result<(), StoreError> {
        articles::describe(self.connection, text, article, findings, profile.is_narrative(), self.import)?;
        findings::write(self.connection, self.cache, text, article, findings)?;
        links::write_profile(self.connection, text, &profile, keys)?;
        self.profiles.keep(text, profile);
        self.fresh.insert(text);
        Ok(())
    }

    fn recheck(&mut self, text: i64) -> Result<(), StoreError> {
        if articles::supersede_text(self.connection, text)? {
            self.flip(text);
        }
        Ok(())
    }

    /// A text that was superseded is so no longer, or the other way round.
    fn flip(&mut self, text: i64) {
        if !self.superseded.remove(&text) {
            self.superseded.insert(text);
        }
        if !self.flipped.remove(&text) {
            self.flipped.insert(text);
        }
    }

    /// Links, events and names for all that the batch brought.
    fn settle(mut self) -> Result<Counts, StoreError> {
        let mut renamed = findings::choose_names(self.connection, &self.fresh)?;
        if !self.unread.is_empty() {
            renamed.extend(findings::choose_again(self.connection, &self.unread)?);
            self.cache.aliases.clear();
        }
        for text in std::mem::take(&mut self.flipped) {
            if self.superseded.contains(&text) {
                links::unlink(self.connection, text, &mut self.concerned)?;
                self.fresh.remove(&text);
            } else {
                self.fresh.insert(text);
            }
        }
        let fresh: Vec<i64> =
            self.fresh.iter().copied().filter(|text| !self.superseded.contains(text)).collect();
        links::link(self.connection, self.profiles, self.superseded, &fresh, &mut self.concerned)?;
        let groups = links::groups(self.connection, self.profiles, &self.concerned)?;
        let mut dirty = std::mem::take(&mut self.concerned.events);
        let mut taking_part =
            self.connection.prepare_cached("SELECT event FROM event_participants WHERE actor = ?1")?;
        for actor in renamed {
            for event in taking_part.query_map([actor], |row| row.get(0))? {
                dirty.insert(event?);
            }
        }
        let mut events_of = self
            .connection
            .prepare_cached("SELECT DISTINCT event FROM mentions WHERE text = ?1 AND event IS NOT NULL")?;
        for text in links::settle_origins(self.connection, &self.concerned.texts)? {
            for event in events_of.query_map([text], |row| row.get(0))? {
                dirty.insert(event?);
            }
        }
        events::settle(self.connection, &groups, self.next_event, dirty)?;
        Ok(self.counts)
    }
}
