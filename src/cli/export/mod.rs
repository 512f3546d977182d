//! `chancery export events`: linked events for other programs.

use super::source::SourceArguments;
use super::{Command, Exit, Failure, Output};
use crate::export::{linked_record, write_json};
use crate::query;
use clap::{Args, FromArgMatches, Subcommand, ValueEnum};
use std::io::Write;

pub(super) const COMMAND: Command = Command {
    name: "export",
    summary: "Prints linked events for other programs",
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
    /// Every event with the places that speak of it
    Events {
        #[command(flatten)]
        source: SourceArguments,
        /// How to print
        #[arg(long, value_enum, default_value_t = Format::Jsonl)]
        format: Format,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One object a line
    Jsonl,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let What::Events { source, format: Format::Jsonl } = arguments.what;
    let (chronicle, exit) = source.open()?;
    query::linked_events(chronicle.connection(), |event| {
        write_json(&linked_record(&event), output)?;
        output.write_all(b"\n")?;
        Ok::<(), Failure>(())
    })?;
    Ok(exit)
}
