//! What the commands of an analyst share: who judges, what mines the few articles that have to be mined anew, and
//! how the effect is told.

use super::clock::now;
use super::source::DatabaseArguments;
use super::{Failure, Output, output, source};
use crate::article::Article;
use crate::export::for_terminal;
use crate::judgement::Judgement;
use crate::mine::{Engine, Findings};
use crate::query::short_name;
use crate::rules::RuleFiles;
use crate::store::{Changes, Chronicle, Effect, EventLine, Miner, Provenance};
use clap::Args;
use rusqlite::Connection;
use std::io::Write;
use std::path::PathBuf;

/// Who judges, and where.
#[derive(Debug, Args)]
pub(super) struct AnalystArguments {
    #[command(flatten)]
    pub database: DatabaseArguments,
    /// Who judges; else CHANCERY_USER, else the login name
    #[arg(long = "as", value_name = "NAME")]
    name: Option<String>,
    /// The folder of rules with which the chronicle was mined
    #[arg(long, value_name = "DIR")]
    pub rules: Option<PathBuf>,
    /// Shows what it would do and writes nothing
    #[arg(long)]
    pub dry_run: bool,
}

impl AnalystArguments {
    /// The name of whoever judges.
    pub fn who(&self) -> Result<String, Failure> {
        let given = self.name.clone().or_else(|| {
            ["CHANCERY_USER", "USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok())
        });
        given.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).ok_or_else(|| {
            Failure::usage("nobody judges: there is no login name").remedy("say who with --as NAME")
        })
    }

    /// Opens the chronicle, which is there already.
    pub fn open(&self) -> Result<Chronicle, Failure> {
        Ok(Chronicle::open_existing(&self.database.db)?)
    }

    /// The rules in force.
    pub fn rules(&self) -> Result<RuleFiles, Failure> {
        source::rules(self.rules.as_deref())
    }

    /// Writes judgements (or shows what they would do) and tells of it.
    pub fn judge(
        &self,
        chronicle: &mut Chronicle,
        judgements: &[Judgement],
        output: &mut Output,
    ) -> Result<Effect, Failure> {
        let mut miner = LazyMiner::new(self.rules()?);
        let effect = chronicle.judge(judgements, &mut miner, self.dry_run)?;
        print_changes(chronicle.connection(), &effect.changes, output)?;
        // What was done is read before what is said of it.
        output.flush()?;
        if self.dry_run {
            output::say("Nothing was written (--dry-run).");
        }
        Ok(effect)
    }
}

/// An engine that is compiled when the first article has to be mined; most judgements need none.
pub(super) struct LazyMiner {
    rules: RuleFiles,
    engine: Option<Engine>,
}

impl LazyMiner {
    /// With these rules.
    pub fn new(rules: RuleFiles) -> Self {
        Self { rules, engine: None }
    }
}

impl Miner for LazyMiner {
    fn provenance(&self) -> Provenance {
        provenance(&self.rules)
    }

    fn mine(&mut self, article: &Article) -> Result<Findings, String> {
        if self.engine.is_none() {
            self.engine = Some(Engine::new(&self.rules).map_err(|error| error.to_string())?);
        }
        self.engine.as_ref().map(|engine| engine.mine(article)).ok_or_else(|| "there is no engine".to_owned())
    }
}

/// What mines now.
pub(super) fn provenance(rules: &RuleFiles) -> Provenance {
    Provenance {
        begun: now(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        rules: rules.fingerprint(),
        model: crate::language::Model::fingerprint(),
    }
}

/// The events that changed: as they were, and as they are now.
pub(super) fn print_changes(
    connection: &Connection,
    changes: &Changes,
    output: &mut Output,
) -> Result<(), Failure> {
    if changes.before.is_empty() && changes.after.is_empty() {
        writeln!(output, "No event looks different.")?;
    }
    let mut names: Vec<&str> =
        changes.before.iter().chain(&changes.after).map(|line| line.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let of = |lines: &[EventLine]| -> Vec<EventLine> {
            lines.iter().filter(|line| line.name == name).cloned().collect()
        };
        for (word, lines) in [("was", of(&changes.before)), ("now", of(&changes.after))] {
            for line in lines {
                writeln!(output, "{word}  {}", for_terminal(&shown(connection, &line)?))?;
            }
        }
    }
    Ok(())
}

/// One event on one line.
pub(super) fn shown(connection: &Connection, line: &EventLine) -> Result<String, Failure> {
    let mut shown = format!(
        "{}  {}  {}",
        short_name(connection, &line.name)?,
        line.edtf.as_deref().unwrap_or("no date"),
        line.label
    );
    let who: Vec<&str> = line.sources.iter().chain(&line.targets).map(String::as_str).collect();
    if !who.is_empty() {
        shown.push_str(&format!("  {}", who.join(" → ")));
    }
    if let Some(place) = &line.place {
        shown.push_str(&format!("  {place}"));
    }
    let mentions =
        if line.mentions == 1 { "1 mention".to_owned() } else { format!("{} mentions", line.mentions) };
    let verdict = line.verdict.as_ref().map_or(String::new(), |verdict| format!(", {verdict}"));
    shown.push_str(&format!("  ({}, {}, {mentions}{verdict})", line.kind, line.status));
    Ok(shown)
}

/// Numbers of the log as a list.
pub(super) fn numbers(numbers: &[i64]) -> String {
    match numbers {
        [] => "none".into(),
        [one] => format!("no. {one}"),
        [first, .., last] => format!("nos. {first} to {last}"),
    }
}
