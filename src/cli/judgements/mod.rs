//! `chancery judgements`: judgements carried from one chronicle to another.

use super::analyst::AnalystArguments;
use super::source::DatabaseArguments;
use super::{Command, Exit, Failure, Output, output};
use crate::export::write_json;
use crate::judgement::Judgement;
use clap::{Args, FromArgMatches, Subcommand};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

pub(super) const COMMAND: Command = Command {
    name: "judgements",
    summary: "Carries judgements from one chronicle to another",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Prints all judgements as JSON Lines
    Export {
        #[command(flatten)]
        database: DatabaseArguments,
    },
    /// Makes the judgements of a file
    Apply {
        /// A file that export wrote; "-" is standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        analyst: AnalystArguments,
    },
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    match Arguments::from_arg_matches(matches).map_err(Failure::usage)?.what {
        What::Export { database } => {
            for logged in database.read()?.judgements()? {
                write_json(&logged.judgement, output)?;
                writeln!(output)?;
            }
            Ok(Exit::Done)
        }
        What::Apply { file, analyst } => apply(&file, &analyst, output),
    }
}

fn apply(file: &Path, analyst: &AnalystArguments, output: &mut Output) -> Result<Exit, Failure> {
    let judgements = read(file)?;
    let mut chronicle = analyst.open()?;
    let effect = analyst.judge(&mut chronicle, &judgements, output)?;
    if !analyst.dry_run {
        let loose = chronicle
            .judgements()?
            .iter()
            .filter(|logged| effect.numbers.contains(&logged.number) && !logged.loose().is_empty())
            .count();
        let loose = match loose {
            0 => String::new(),
            1 => "; 1 does not hold everywhere it was made (chancery log --loose)".to_owned(),
            loose => format!("; {loose} do not hold everywhere they were made (chancery log --loose)"),
        };
        output::say(&format!("{} new, {} known{loose}", effect.numbers.len(), effect.known));
    }
    Ok(Exit::Done)
}

/// The judgements of a file; all of them make sense, or none is taken.
fn read(file: &Path) -> Result<Vec<Judgement>, Failure> {
    let opened: Box<dyn Read> = if file == Path::new("-") {
        Box::new(std::io::stdin())
    } else {
        Box::new(std::fs::File::open(file).map_err(|error| {
            Failure::new(format!("{} cannot be read: {error}", file.display()))
                .remedy("name a file that `chancery judgements export` wrote")
        })?)
    };
    let mut judgements = Vec::new();
    for (nth, line) in BufReader::new(opened).lines().enumerate() {
        let at = format!("{}:{}", file.display(), nth + 1);
        let line = line.map_err(|error| Failure::new(format!("{at}: cannot be read: {error}")))?;
        if line.trim().is_empty() {
            continue;
        }
        let judgement: Judgement = serde_json::from_str(&line).map_err(|error| {
            Failure::new(format!("{at}: is no judgement: {error}"))
                .remedy("apply what `chancery judgements export` wrote, one object a line")
        })?;
        if let Some(fault) = judgement.fault() {
            return Err(Failure::split(&format!("{at}: {fault}")));
        }
        judgements.push(judgement);
    }
    Ok(judgements)
}
