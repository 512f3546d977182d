//! `chancery actors`: who is spoken of.

use super::print::PrintArguments;
use super::source::SourceArguments;
use super::{Command, Exit, Failure, Output};
use crate::query;
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "actors",
    summary: "Lists who is spoken of, with codes and other names",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    #[command(flatten)]
    source: SourceArguments,
    #[command(flatten)]
    print: PrintArguments,
    /// Only actors one of whose names has these words
    #[arg(long, value_name = "WORDS")]
    name: Option<String>,
    /// At most so many rows
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let (chronicle, exit) = arguments.source.open()?;
    let actors = query::actors(chronicle.connection(), arguments.name.as_deref(), arguments.limit)?;
    arguments.print.print(&actors, output)?;
    Ok(exit)
}
