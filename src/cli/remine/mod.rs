//! `chancery remine`: every text mined again.

use super::analyst::{provenance, shown};
use super::clock::now;
use super::source::DatabaseArguments;
use super::{Command, Exit, Failure, Output, output, source};
use crate::export::for_terminal;
use crate::mine::Engine;
use crate::store::{Chronicle, EventLine, Remined};
use clap::{Args, FromArgMatches};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::Write;
use std::path::PathBuf;

pub(super) const COMMAND: Command = Command {
    name: "remine",
    summary: "Mines every article of a chronicle again, and says what that changed",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    #[command(flatten)]
    database: DatabaseArguments,
    /// A folder of rules laid over those compiled in
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
    /// Shows what it would change and writes nothing
    #[arg(long)]
    dry_run: bool,
    /// So many examples of what was gained, lost and changed
    #[arg(long, value_name = "NUMBER", default_value_t = 5)]
    examples: usize,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let rules = source::rules(arguments.rules.as_deref())?;
    let engine = Engine::new(&rules)?;
    let mut chronicle = if arguments.dry_run {
        arguments.database.read()?
    } else {
        Chronicle::open_existing(&arguments.database.db)?
    };
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len} ({per_sec}, {eta})") {
        bar.set_style(style);
    }
    let remined = chronicle.remine(
        &provenance(&rules),
        &|article| engine.mine(article),
        arguments.dry_run,
        &mut |done, all| {
            bar.set_length(all);
            bar.set_position(done);
        },
        &now,
    );
    bar.finish_and_clear();
    let remined = remined?;
    print(&chronicle, &remined, arguments.examples, output)?;
    output.flush()?;
    output::say(&summary(&remined));
    if arguments.dry_run {
        output::say("Nothing was written (--dry-run).");
    }
    Ok(Exit::Done)
}

fn print(
    chronicle: &Chronicle,
    remined: &Remined,
    examples: usize,
    output: &mut Output,
) -> Result<(), Failure> {
    let connection = chronicle.connection();
    let line = |word: &str, event: &EventLine, output: &mut Output| -> Result<(), Failure> {
        Ok(writeln!(output, "{word}  {}", for_terminal(&shown(connection, event)?))?)
    };
    for (word, events) in [("gained ", &remined.gained), ("lost   ", &remined.lost)] {
        for event in events.iter().take(examples) {
            line(word, event, output)?;
        }
        more(word, events.len(), examples, output)?;
    }
    for (was, now) in remined.changed.iter().take(examples) {
        line("changed", was, output)?;
        line("     to", now, output)?;
    }
    more("changed", remined.changed.len(), examples, output)?;
    for logged in &remined.loose {
        for loose in logged.loose() {
            writeln!(output, "judgement no. {}: {}", logged.number, for_terminal(&loose))?;
        }
    }
    Ok(())
}

fn more(word: &str, all: usize, shown: usize, output: &mut Output) -> Result<(), Failure> {
    if all > shown {
        writeln!(output, "{word}  and {} more (--examples)", all - shown)?;
    }
    Ok(())
}

/// The line that ends it.
fn summary(remined: &Remined) -> String {
    let Remined { texts, before, after, gained, lost, changed, loose } = remined;
    let texts = if *texts == 1 { "1 article".to_owned() } else { format!("{texts} articles") };
    let loose = match loose.len() {
        0 => "every judgement holds".to_owned(),
        1 => "1 judgement holds nowhere, or on other words".to_owned(),
        loose => format!("{loose} judgements hold nowhere, or on other words"),
    };
    format!(
        "{texts} mined again: {before} events before, {after} now; {} gained, {} lost, {} changed; {loose}",
        gained.len(),
        lost.len(),
        changed.len()
    )
}
