//! `chancery dump`: everything that a chronicle says, in one order.

use super::source::SourceArguments;
use super::{Command, Exit, Failure, Output};
use crate::store::DumpError;
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "dump",
    summary: "Prints everything that a chronicle says, for comparing two",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    #[command(flatten)]
    source: SourceArguments,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let (chronicle, exit) = arguments.source.open()?;
    chronicle.dump(output).map_err(|error| match error {
        DumpError::Store(error) => Failure::from(error),
        DumpError::Output(error) => Failure::from(error),
    })?;
    Ok(exit)
}
