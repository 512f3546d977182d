//! `chancery check`: whether a chronicle is whole.

use super::source::DatabaseArguments;
use super::{Command, Exit, Failure, Output};
use clap::{Args, FromArgMatches};
use std::io::Write;

pub(super) const COMMAND: Command = Command {
    name: "check",
    summary: "Tells whether a chronicle is whole",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    #[command(flatten)]
    database: DatabaseArguments,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let chronicle = arguments.database.read()?;
    let faults = chronicle.check()?;
    if faults.is_empty() {
        writeln!(output, "The chronicle is whole.")?;
        for logged in chronicle.judgements()? {
            for loose in logged.loose() {
                let line = format!("judgement no. {}: {loose}", logged.number);
                writeln!(output, "{}", crate::export::for_terminal(&line))?;
            }
        }
        return Ok(Exit::Done);
    }
    for fault in &faults {
        writeln!(output, "{}: {}", fault.area, crate::export::for_terminal(&fault.message))?;
    }
    let faults = if faults.len() == 1 { "a fault".to_owned() } else { format!("{} faults", faults.len()) };
    Err(Failure::database(format!("{} has {faults}", arguments.database.db.display()))
        .remedy("restore a copy, or import the articles into a new chronicle"))
}
