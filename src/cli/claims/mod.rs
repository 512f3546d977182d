//! `chancery claims`: who says so.

use super::print::PrintArguments;
use super::source::SourceArguments;
use super::{Command, Exit, Failure, Output};
use crate::query::{self, ClaimFilter};
use clap::{Args, FromArgMatches};
use rusqlite::Connection;

pub(super) const COMMAND: Command = Command {
    name: "claims",
    summary: "Lists who says what, and how they stand to it",
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
    /// At most so many rows
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,
    /// The latest first
    #[arg(long)]
    reverse: bool,
    /// Who says it; with commas: any of them
    #[arg(long, value_name = "NAME", help_heading = "Which claims")]
    speaker: Vec<String>,
    /// How they stand to it: asserts, denies, demands, …
    #[arg(long, value_name = "STANCE", value_delimiter = ',', help_heading = "Which claims")]
    stance: Vec<String>,
    /// What it is about: the ID of an event, or words that find events
    #[arg(long, value_name = "ID|WORDS", help_heading = "Which claims")]
    about: Option<String>,
    /// What is at issue: occurrence, actor, target, number, legality, evidence
    #[arg(long, value_name = "ASPECT", help_heading = "Which claims")]
    aspect: Option<String>,
    /// Words to be found in it
    #[arg(long, value_name = "WORDS", help_heading = "Which claims")]
    text: Option<String>,
    /// Said (or else published) from this date on: any EDTF value
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, help_heading = "Which claims")]
    from: Option<String>,
    /// Up to this date
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, help_heading = "Which claims")]
    to: Option<String>,
    /// Who published it
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Which claims")]
    outlet: Vec<String>,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let (chronicle, exit) = arguments.source.open()?;
    let filter = filter(&arguments, chronicle.connection())?;
    arguments.print.print(&query::claims(chronicle.connection(), &filter)?, output)?;
    Ok(exit)
}

fn filter(arguments: &Arguments, connection: &Connection) -> Result<ClaimFilter, Failure> {
    let mut filter =
        ClaimFilter { limit: arguments.limit, reverse: arguments.reverse, ..ClaimFilter::default() };
    for list in &arguments.speaker {
        filter.speakers.extend(query::parties(connection, list)?);
    }
    filter.set_stances(&arguments.stance)?;
    if let Some(aspect) = &arguments.aspect {
        filter.set_aspect(aspect)?;
    }
    filter.about =
        arguments.about.as_deref().map(|given| query::events_about(connection, given)).transpose()?;
    filter.text = arguments.text.as_deref().map(query::search_words).transpose()?;
    filter.days = query::range(arguments.from.as_deref(), arguments.to.as_deref())?;
    if !arguments.outlet.is_empty() {
        filter.outlets = query::outlets(connection, &arguments.outlet)?;
    }
    Ok(filter)
}
