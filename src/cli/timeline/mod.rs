//! `chancery timeline`: what happened, in the order of time.

use super::filters::{FilterArguments, PageArguments};
use super::print::PrintArguments;
use super::source::SourceArguments;
use super::{Command, Exit, Failure, Output};
use crate::query;
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "timeline",
    summary: "Prints what happened, in the order of time",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    #[command(flatten)]
    source: SourceArguments,
    #[command(flatten)]
    page: PageArguments,
    #[command(flatten)]
    print: PrintArguments,
    #[command(flatten)]
    filter: FilterArguments,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let (chronicle, exit) = arguments.source.open()?;
    let connection = chronicle.connection();
    let filter = arguments.filter.filter(connection)?;
    let timeline = query::timeline(connection, &filter, arguments.page.page())?;
    arguments.print.print(&timeline, output)?;
    Ok(exit)
}
