//! `chancery import`: articles into a chronicle.

use super::analyst::provenance;
use super::clock::now;
use super::source::{DatabaseArguments, ReadArguments};
use super::{Command, Exit, Failure, Output, output};
use crate::article::Article;
use crate::import::{Articles, Rejection};
use crate::mine::Engine;
use crate::rules::RuleFiles;
use crate::store::{Chronicle, Counts, Progress, Provenance, StoreError};
use clap::{Args, FromArgMatches};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;

pub(super) const COMMAND: Command = Command {
    name: "import",
    summary: "Reads articles into a chronicle",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    /// Files, folders or patterns; "-" is standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    database: DatabaseArguments,
    #[command(flatten)]
    read: ReadArguments,
    /// Who published all these articles
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
}

fn run(matches: &clap::ArgMatches, _: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let rules = arguments.read.rules()?;
    let mut ready = Ready::of(&rules, || Chronicle::open(&arguments.database.db))?;
    let articles =
        crate::import::read(&arguments.paths, &arguments.read.options(arguments.outlet.as_deref()));
    let counts = ready.import(articles)?;
    output::say(&shown(counts));
    Ok(exit(counts))
}

/// A chronicle in memory, of just these files.
pub(super) fn in_memory(paths: &[PathBuf], read: &ReadArguments) -> Result<(Chronicle, Exit), Failure> {
    let rules = read.rules()?;
    let mut ready = Ready::of(&rules, Chronicle::in_memory)?;
    let counts = ready.import(crate::import::read(paths, &read.options(None)))?;
    if counts.new + counts.known == 0 && counts.rejected > 0 {
        return Err(Failure::new("none of the files could be read").exit(Exit::Rejected));
    }
    Ok((ready.chronicle, exit(counts)))
}

fn exit(counts: Counts) -> Exit {
    if counts.rejected > 0 { Exit::Rejected } else { Exit::Done }
}

/// The line that ends an import.
fn shown(counts: Counts) -> String {
    let Counts { new, known, rejected } = counts;
    format!("{new} new, {known} known, {rejected} rejected")
}

/// All that an import needs.
struct Ready {
    chronicle: Chronicle,
    provenance: Provenance,
    engine: &'static Engine,
}

impl Ready {
    /// Compiles the rules, and opens the chronicle meanwhile.
    fn of(
        rules: &RuleFiles,
        open: impl FnOnce() -> Result<Chronicle, StoreError> + Send,
    ) -> Result<Self, Failure> {
        let (opened, provenance, engine) = std::thread::scope(|scope| {
            let beside = scope.spawn(|| (open(), provenance(rules)));
            let engine = Engine::new(rules);
            let (opened, provenance) = beside.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (opened, provenance, engine)
        });
        // The engine serves until the program ends, which then need not take it apart piece by piece.
        Ok(Self { chronicle: opened?, provenance, engine: Box::leak(Box::new(engine?)) })
    }

    /// Reads the articles into the chronicle, and tells of it on standard error.
    fn import(&mut self, articles: Articles) -> Result<Counts, Failure> {
        let bar = progress_bar();
        let told = Told { articles, bar: bar.clone() };
        let counts = self.chronicle.import(
            &self.provenance,
            self.engine,
            told,
            |progress| match progress {
                Progress::Rejected(rejection) => {
                    bar.suspend(|| output::say(&format!("rejected: {rejection}")));
                }
                Progress::Done(counts) => {
                    bar.set_position(counts.new + counts.known);
                    bar.set_message(shown(counts));
                }
            },
            now,
        );
        bar.finish_and_clear();
        Ok(counts?)
    }
}

/// Seen only where standard error is a terminal.
fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({per_sec})") {
        bar.set_style(style);
    }
    bar.set_message("reading");
    bar
}

/// Articles on their way in; what is odd about one is said as soon as it was read.
struct Told {
    articles: Articles,
    bar: ProgressBar,
}

impl Iterator for Told {
    type Item = Result<Article, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.articles.next();
        for remark in self.articles.take_remarks() {
            self.bar.suspend(|| output::say(&remark.to_string()));
        }
        self.bar.tick();
        next
    }
}
