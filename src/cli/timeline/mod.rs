//! `chancery timeline`: what happened, in the order of time.

use super::filters::EventArguments;
use super::{Command, Exit, Failure, Output};
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "timeline",
    summary: "Prints what happened, in the order of time",
    page: include_str!("page.txt"),
    arguments: EventArguments::augment_args,
    run,
};

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = EventArguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let (timeline, exit) = arguments.ask()?;
    arguments.print.print(&timeline, output)?;
    Ok(exit)
}
