//! Judging: decisions of analysts go in, and everything that follows from them is settled, in one transaction.

use super::findings::Cache;
use super::judgements::{self, Logged};
use super::links::Profiles;
use super::open::protect;
use super::step::{self, Step};
use super::{Changes, Chronicle, Provenance, Reading, StoreError, articles, import};
use crate::article::Article;
use crate::judgement::{Judgement, Thing, Verb};
use crate::mine::Findings;
use rusqlite::backup::Backup;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

/// Mines the few articles whose day of publication a judgement changes.
pub trait Miner {
    /// What mines: it must be what mined the rest.
    fn provenance(&self) -> Provenance;

    /// Mines one article.
    ///
    /// # Errors
    /// If it cannot, in words for people.
    fn mine(&mut self, article: &Article) -> Result<Findings, String>;
}

/// What judging did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Effect {
    /// The numbers that the judgements got in the log.
    pub numbers: Vec<i64>,
    /// Judgements that the chronicle had already.
    pub known: usize,
    /// What they did to the events.
    pub changes: Changes,
    /// How many texts were mined anew.
    pub mined: usize,
    /// How many texts were withdrawn.
    pub forgotten: usize,
}

impl Chronicle {
    /// Writes judgements that it does not have, and settles everything that follows from them. When this returns,
    /// they are safe. With `dry` the effect is computed and nothing is written.
    ///
    /// # Errors
    /// If the chronicle cannot be written, or what has to be mined anew cannot be.
    pub fn judge(
        &mut self,
        judgements: &[Judgement],
        miner: &mut dyn Miner,
        dry: bool,
    ) -> Result<Effect, StoreError> {
        let path = self.path().to_path_buf();
        self.judge_all(judgements, miner, dry).map_err(|error| error.at(&path))
    }

    /// The log: every judgement, the first first.
    ///
    /// # Errors
    /// If the chronicle cannot be read.
    pub fn judgements(&self) -> Result<Vec<Logged>, StoreError> {
        judgements::all(self.connection()).map_err(|error| error.at(self.path()))
    }

    /// The judgement of a number in the log.
    ///
    /// # Errors
    /// If the chronicle cannot be read.
    pub fn judgement(&self, number: i64) -> Result<Option<Logged>, StoreError> {
        judgements::one(self.connection(), number).map_err(|error| error.at(self.path()))
    }

    /// The latest time at which a judgement was made: later ones come after it, whatever the clock says.
    ///
    /// # Errors
    /// If the chronicle cannot be read.
    pub fn last_judged(&self) -> Result<Option<String>, StoreError> {
        Ok(self.connection().query_row("SELECT max(made) FROM judgements", [], |row| row.get(0))?)
    }

    /// The same chronicle as the articles alone have it, in memory: nothing that was judged stands. Articles that
    /// were withdrawn stay away.
    ///
    /// # Errors
    /// If it cannot be read, or what has to be mined anew cannot be.
    pub fn as_mined(&self, miner: &mut dyn Miner) -> Result<Self, StoreError> {
        let mut copy = Connection::open("")?;
        Backup::new(&self.connection, &mut copy)?.run_to_completion(4096, Duration::ZERO, None)?;
        protect(&copy)?;
        let mut copy = Self::of(copy);
        let standing: Vec<i64> = copy
            .connection
            .prepare("SELECT id FROM judgements WHERE stands AND verb <> 'forget'")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let transaction = copy.connection.transaction()?;
        transaction.execute("UPDATE judgements SET stands = 0 WHERE verb <> 'forget'", [])?;
        let mut settling = Settling::new(&transaction)?;
        let dated = dated(&transaction, &standing)?;
        if !dated.is_empty() {
            import::refuse_other_fingerprint(&transaction, &miner.provenance())?;
        }
        let readings = settling.mine(&dated, miner)?;
        settling.settle(&standing, readings, None)?;
        transaction.commit()?;
        Ok(copy)
    }

    fn judge_all(
        &mut self,
        given: &[Judgement],
        miner: &mut dyn Miner,
        dry: bool,
    ) -> Result<Effect, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut given: Vec<&Judgement> = given.iter().collect();
        given.sort_by_cached_key(|judgement| judgement.order());
        let known = if given.len() > 1 { judgements::keys(&transaction)? } else { HashMap::new() };
        let (mut effect, mut changed, mut texts) = (Effect::default(), Vec::new(), BTreeSet::new());
        for judgement in given {
            let key = judgement.key();
            let is_known = known.contains_key(&key)
                || transaction.prepare_cached("SELECT 1 FROM judgements WHERE key = ?1")?.exists([&key])?;
            if is_known {
                effect.known += 1;
                continue;
            }
            let number = judgements::insert(&transaction, judgement)?;
            effect.numbers.push(number);
            changed.push(number);
            texts.extend(judgement.targets.iter().map(|target| target.text.clone()));
            if let Some(undone) = &judgement.undoes {
                judgements::stand(&transaction, undone, &mut changed)?;
            }
        }
        // Those that were there before hold where they held.
        if let Some(&first) = effect.numbers.first() {
            for hash in texts {
                if let Some(text) = text_of(&transaction, &hash)? {
                    judgements::attach(&transaction, text, first)?;
                }
            }
        }
        let mut settling = Settling::new(&transaction)?;
        effect.forgotten = settling.withdraw(&changed)?;
        let dated = dated(&transaction, &changed)?;
        effect.mined = dated.len();
        if !dated.is_empty() {
            import::refuse_other_fingerprint(&transaction, &miner.provenance())?;
        }
        let readings = settling.mine(&dated, miner)?;
        let mut changes = Changes::default();
        settling.settle(&changed, readings, Some(&mut changes))?;
        effect.changes = changes.settled();
        if dry {
            transaction.rollback()?;
        } else {
            transaction.commit()?;
        }
        Ok(effect)
    }
}

/// What settling judgements needs at hand.
struct Settling<'c> {
    connection: &'c Connection,
    cache: Cache,
    profiles: Profiles,
    superseded: BTreeSet<i64>,
    next_event: i64,
    /// Texts to be withdrawn.
    going: Vec<i64>,
}

impl<'c> Settling<'c> {
    fn new(connection: &'c Connection) -> Result<Self, StoreError> {
        Ok(Self {
            connection,
            cache: Cache::new(connection)?,
            profiles: Profiles::default(),
            superseded: step::superseded(connection)?,
            next_event: step::next_event(connection)?,
            going: Vec::new(),
        })
    }

    /// Finds the texts that judgements withdraw, and retires or revives their names.
    fn withdraw(&mut self, changed: &[i64]) -> Result<usize, StoreError> {
        let mut any = false;
        for &number in changed {
            let Some(logged) = judgements::one(self.connection, number)? else { continue };
            if logged.judgement.verb != Verb::Forget {
                continue;
            }
            any = true;
            for target in logged.judgement.targets.iter().filter(|target| target.thing == Thing::Text) {
                let text = text_of(self.connection, &target.text)?;
                self.going.extend(text.filter(|text| logged.stands && !self.going.contains(text)));
            }
        }
        if any {
            for sql in include_str!("judgements/retire.sql").split_inclusive(';') {
                if !sql.trim().is_empty() {
                    self.connection.execute(sql, [])?;
                }
            }
        }
        Ok(self.going.len())
    }

    /// Mines texts as of the day that stands for them now.
    fn mine(
        &mut self,
        texts: &BTreeSet<i64>,
        miner: &mut dyn Miner,
    ) -> Result<Vec<(i64, Reading)>, StoreError> {
        let mut readings = Vec::new();
        for &text in texts.iter().filter(|text| !self.going.contains(text)) {
            let article = articles::in_force(self.connection, text)?;
            let hash = super::names::text_hash(&article.text);
            let judged = judgements::judged_text(self.connection, &hash)?;
            let findings = match judged.published.get(&hash) {
                Some(&day) => miner.mine(&import::published(&article, day)),
                None => miner.mine(&article),
            };
            let findings =
                findings.map_err(|detail| StoreError::Mining { path: std::path::PathBuf::new(), detail })?;
            readings.push((text, Reading::new(article, findings)));
        }
        Ok(readings)
    }

    fn settle(
        &mut self,
        changed: &[i64],
        readings: Vec<(i64, Reading)>,
        changes: Option<&mut Changes>,
    ) -> Result<(), StoreError> {
        let mut step = Step::new(
            self.connection,
            &mut self.cache,
            &mut self.profiles,
            &mut self.superseded,
            &mut self.next_event,
        );
        changed.iter().for_each(|&judgement| step.judge(judgement));
        for (text, reading) in readings {
            step.read_again(text, reading)?;
        }
        for &text in &self.going {
            step.forget(text)?;
        }
        step.settle(changes)
    }
}

/// The row of the text of a hash.
fn text_of(connection: &Connection, hash: &str) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM texts WHERE hash = ?1")?;
    Ok(statement.query_row([hash], |row| row.get(0)).optional()?)
}

/// The texts whose day of publication these judgements are about.
fn dated(connection: &Connection, judgements: &[i64]) -> Result<BTreeSet<i64>, StoreError> {
    let mut texts = BTreeSet::new();
    let mut statement = connection.prepare_cached(include_str!("judgements/dated.sql"))?;
    for judgement in judgements {
        for text in statement.query_map([judgement], |row| row.get(0))? {
            texts.insert(text?);
        }
    }
    Ok(texts)
}
