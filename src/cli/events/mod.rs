//! `chancery events`: events as a list to be sorted and counted.

use super::filters::{FilterArguments, PageArguments};
use super::print::PrintArguments;
use super::source::SourceArguments;
use super::{Command, Exit, Failure, Output};
use crate::export::EventList;
use crate::query;
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "events",
    summary: "Lists events with their kind and status",
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
    arguments.print.print(&EventList(timeline), output)?;
    Ok(exit)
}
