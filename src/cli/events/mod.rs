//! `chancery events`: events as a list to be sorted and counted.

use super::filters::EventArguments;
use super::{Command, Exit, Failure, Output};
use crate::export::EventList;
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "events",
    summary: "Lists events with their kind and status",
    page: include_str!("page.txt"),
    arguments: EventArguments::augment_args,
    run,
};

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = EventArguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let (timeline, exit) = arguments.ask()?;
    arguments.print.print(&EventList(timeline), output)?;
    Ok(exit)
}
