//! `chancery log`: who decided what, when and why.

use super::print::PrintArguments;
use super::source::DatabaseArguments;
use super::{Command, Exit, Failure, Output};
use crate::export::Log;
use crate::judgement::Verb;
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "log",
    summary: "Lists judgements: who decided what, when and why",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    #[command(flatten)]
    database: DatabaseArguments,
    #[command(flatten)]
    print: PrintArguments,
    /// Only those that this person made
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Only those that stand, without the undoings
    #[arg(long)]
    standing: bool,
    /// Only those that hold nowhere, or where something else is said now
    #[arg(long)]
    loose: bool,
    /// At most so many, the last ones
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let chronicle = arguments.database.read()?;
    let mut log = chronicle.judgements()?;
    log.retain(|logged| {
        arguments.by.as_ref().is_none_or(|name| logged.judgement.who == *name)
            && (!arguments.standing || logged.stands && logged.judgement.verb != Verb::Undo)
            && (!arguments.loose || !logged.loose().is_empty())
    });
    if let Some(limit) = arguments.limit {
        log.drain(..log.len().saturating_sub(limit));
    }
    arguments.print.print(&Log(log), output)?;
    Ok(Exit::Done)
}
