//! One transaction's worth of change: articles that come, change or go, judgements that come or go; and then
//! everything that follows from it, settled once.

use super::articles::{self, Written};
use super::changes::Changes;
use super::findings::{self, Cache};
use super::import::{Counts, Reading};
use super::judgements::{self, Touched};
use super::links::{self, Concerned, Profiles};
use super::names::text_hash;
use super::{StoreError, events};
use crate::article::Article;
use crate::link::{Keys, Profile};
use crate::mine::Findings;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::rc::Rc;

/// One batch on its way into the chronicle.
pub(super) struct Step<'s> {
    connection: &'s Connection,
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
    /// Texts that one more outlet published, or whose original was withdrawn.
    republished: BTreeSet<i64>,
    /// Judgements that came, went, or may hold elsewhere now.
    judged: BTreeSet<i64>,
    concerned: Concerned,
}

/// What mining found in a text, and what follows from that alone.
struct Found<'f> {
    findings: &'f Findings,
    profile: Profile,
    keys: &'f Keys,
    mark: i64,
}

/// The texts that are superseded.
pub(super) fn superseded(connection: &Connection) -> Result<BTreeSet<i64>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT id FROM texts WHERE superseded")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?)
}

/// The row of the next event.
pub(super) fn next_event(connection: &Connection) -> Result<i64, StoreError> {
    let sql = "SELECT ifnull(max(id), 0) + 1 FROM events";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

impl<'s> Step<'s> {
    pub(super) fn new(
        connection: &'s Connection,
        cache: &'s mut Cache,
        profiles: &'s mut Profiles,
        superseded: &'s mut BTreeSet<i64>,
        next_event: &'s mut i64,
    ) -> Self {
        Self {
            connection,
            cache,
            profiles,
            superseded,
            next_event,
            counts: Counts::default(),
            fresh: BTreeSet::new(),
            flipped: BTreeSet::new(),
            unread: BTreeSet::new(),
            republished: BTreeSet::new(),
            judged: BTreeSet::new(),
            concerned: Concerned::default(),
        }
    }

    /// What was done so far.
    pub(super) fn counts(&self) -> Counts {
        self.counts
    }

    /// A publication, with what mining its text found.
    pub(super) fn add(&mut self, reading: Reading, import: i64) -> Result<(), StoreError> {
        let Reading { article, findings, profile, keys, mark, import: brought } = reading;
        let found = Found { findings: &findings, profile, keys: &keys, mark };
        if judgements::is_forgotten(self.connection, &article.text)? {
            self.counts.known += 1;
            return Ok(());
        }
        let written = articles::write(self.connection, self.cache, &article, brought.unwrap_or(import))?;
        match written {
            Written::Known => {
                self.counts.known += 1;
                return Ok(());
            }
            Written::Another(text) => {
                // Another outlet may be the agency that others quote.
                self.republished.insert(text);
                self.recheck(text)?;
            }
            Written::NewText(text) => self.describe(text, &article, found, import)?,
            Written::InForce(text) => {
                self.strip(text)?;
                self.describe(text, &article, found, import)?;
                self.recheck(text)?;
            }
        }
        self.counts.new += 1;
        if let Some(url) = &article.url {
            self.supersede(url)?;
        }
        Ok(())
    }

    /// A publication that is there, with what mining its text finds now; where that is what is stored, nothing is
    /// written.
    pub(super) fn add_again(&mut self, reading: Reading) -> Result<(), StoreError> {
        self.counts.new += 1;
        let text: i64 = self
            .connection
            .prepare_cached("SELECT id FROM texts WHERE hash = ?1")?
            .query_row([text_hash(&reading.article.text)], |row| row.get(0))?;
        match findings::marked(self.connection, text)? {
            Some(mark) if mark == reading.mark => Ok(()),
            _ => self.read_again(text, reading),
        }
    }

    /// The same article, mined anew by the same engine as everything else.
    pub(super) fn read_again(&mut self, text: i64, reading: Reading) -> Result<(), StoreError> {
        let import: i64 = self
            .connection
            .prepare_cached("SELECT import FROM texts WHERE id = ?1")?
            .query_row([text], |row| row.get(0))?;
        let Reading { article, findings, profile, keys, mark, .. } = reading;
        self.strip(text)?;
        self.describe(text, &article, Found { findings: &findings, profile, keys: &keys, mark }, import)
    }

    /// Withdraws a text with all its publications.
    pub(super) fn forget(&mut self, text: i64) -> Result<(), StoreError> {
        let urls = articles::urls(self.connection, text)?;
        self.strip(text)?;
        // What texts tell of that had their words from it counts its origins anew.
        self.republished.extend(articles::remove(self.connection, text)?);
        let sets = [
            &mut self.fresh,
            &mut self.flipped,
            &mut self.republished,
            &mut self.concerned.texts,
            &mut *self.superseded,
        ];
        for gone in sets {
            gone.remove(&text);
        }
        urls.iter().try_for_each(|url| self.supersede(url))
    }

    /// A judgement came or went: what it holds on to is settled anew.
    pub(super) fn judge(&mut self, judgement: i64) {
        self.judged.insert(judgement);
    }

    /// Takes away what was found in a text.
    fn strip(&mut self, text: i64) -> Result<(), StoreError> {
        let judged = judgements::any(self.connection)?;
        if judged {
            self.judged.extend(judgements::of_text(self.connection, text)?);
        }
        links::unlink(self.connection, text, &mut self.concerned)?;
        if judged {
            judgements::detach(self.connection, text)?;
        }
        self.unread.extend(findings::remove(self.connection, text)?);
        links::remove_profile(self.connection, text)?;
        self.profiles.forget(text);
        Ok(())
    }

    fn describe(
        &mut self,
        text: i64,
        article: &Article,
        found: Found<'_>,
        import: i64,
    ) -> Result<(), StoreError> {
        let Found { findings, profile, keys, mark } = found;
        articles::describe(self.connection, text, article, findings, profile.is_narrative(), import)?;
        findings::write(self.connection, self.cache, text, article, findings, mark)?;
        links::write_profile(self.connection, text, &profile, keys)?;
        self.profiles.keep(text, Rc::new(profile));
        self.fresh.insert(text);
        if judgements::any(self.connection)? {
            judgements::attach(self.connection, text, judgements::FIRST)?;
            self.judged.extend(judgements::of_text(self.connection, text)?);
        }
        Ok(())
    }

    fn recheck(&mut self, text: i64) -> Result<(), StoreError> {
        if articles::supersede_text(self.connection, text)? {
            self.flip(text);
        }
        Ok(())
    }

    fn supersede(&mut self, url: &str) -> Result<(), StoreError> {
        for text in articles::supersede(self.connection, url)? {
            self.flip(text);
        }
        Ok(())
    }

    /// A text that was superseded is so no longer, or the other way round.
    fn flip(&mut self, text: i64) {
        for set in [&mut *self.superseded, &mut self.flipped] {
            if !set.remove(&text) {
                set.insert(text);
            }
        }
    }

    /// Marks what judgements hold on to now as concerned.
    fn touch(&mut self, judged: &BTreeSet<i64>) -> Result<(), StoreError> {
        let mut touched = Touched::default();
        for &judgement in judged {
            judgements::touched(self.connection, judgement, &mut touched)?;
        }
        let mut node = self.connection.prepare_cached(include_str!("judgements/node.sql"))?;
        for (mention, decides) in touched.mentions {
            // A superseded text has no part in events.
            let found: Option<(i64, Option<i64>)> =
                node.query_map([mention], |row| Ok((row.get(0)?, row.get(1)?)))?.next().transpose()?;
            if let Some((first, event)) = found {
                // What says nothing of what is one event leaves every event its mentions.
                if decides {
                    self.concerned.nodes.insert(first);
                }
                self.concerned.events.extend(event);
            }
        }
        self.concerned.texts.extend(touched.texts);
        self.concerned.events.extend(judgements::settle_claims(self.connection, &touched.claims)?);
        Ok(())
    }

    /// Links, events and names for all that the step brought.
    pub(super) fn settle(mut self, changes: Option<&mut Changes>) -> Result<(), StoreError> {
        let mut renamed = findings::choose_names(self.connection, &self.fresh)?;
        if !self.unread.is_empty() {
            renamed.extend(findings::choose_again(self.connection, &self.unread)?);
            self.cache.aliases.clear();
        }
        for text in std::mem::take(&mut self.flipped) {
            if judgements::any(self.connection)? {
                self.judged.extend(judgements::of_text(self.connection, text)?);
            }
            if self.superseded.contains(&text) {
                links::unlink(self.connection, text, &mut self.concerned)?;
                self.fresh.remove(&text);
            } else {
                self.fresh.insert(text);
            }
        }
        let judged = std::mem::take(&mut self.judged);
        self.touch(&judged)?;
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
        let mut told_otherwise = links::settle_origins(self.connection, &self.concerned.texts)?;
        told_otherwise.append(&mut self.republished);
        for text in told_otherwise {
            for event in events_of.query_map([text], |row| row.get(0))? {
                dirty.insert(event?);
            }
        }
        events::settle(self.connection, &groups, self.next_event, dirty, changes)
    }
}
