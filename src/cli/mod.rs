//! One folder per command: what it takes, its manual page, what it does.
//!
//! A command is a [`Command`] in [`COMMANDS`]; everything else (the parser, `--help`, man pages,
//! completions) is made from that list. Only this stage prints, reads the clock or the environment.

mod actors;
mod analyst;
mod articles;
mod check;
mod claims;
mod clock;
mod completions;
mod dump;
mod events;
mod explain;
mod export;
mod failure;
mod filters;
mod forget;
mod import;
mod judge;
mod judgements;
mod log;
mod man;
mod mine;
mod output;
mod print;
mod remine;
mod rules;
mod show;
mod source;
mod timeline;
mod undo;

pub use failure::{Exit, Failure};
pub use output::Output;

use clap::ArgMatches;
use std::ffi::OsString;
use std::process::ExitCode;

/// One command of the program.
pub struct Command {
    /// The word that calls it.
    pub name: &'static str,
    /// One line for the list of commands.
    pub summary: &'static str,
    /// Its manual page, which is what `--help` prints before the options.
    pub page: &'static str,
    /// Adds its arguments.
    pub arguments: fn(clap::Command) -> clap::Command,
    /// Runs it.
    pub run: fn(&ArgMatches, &mut Output) -> Result<Exit, Failure>,
}

/// Every command, in the order in which help lists them.
pub const COMMANDS: &[Command] = &[
    timeline::COMMAND,
    import::COMMAND,
    events::COMMAND,
    claims::COMMAND,
    actors::COMMAND,
    articles::COMMAND,
    show::COMMAND,
    explain::COMMAND,
    judge::COMMAND,
    undo::COMMAND,
    log::COMMAND,
    judgements::COMMAND,
    remine::COMMAND,
    forget::COMMAND,
    mine::COMMAND,
    export::COMMAND,
    dump::COMMAND,
    rules::COMMAND,
    check::COMMAND,
    completions::COMMAND,
    man::COMMAND,
];

/// The parser of the whole command line.
pub fn parser() -> clap::Command {
    let program = clap::Command::new("chancery")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Reads news articles and keeps the diplomatic record: what happened, when, between whom, and who says so")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .max_term_width(100);
    COMMANDS.iter().fold(program, |program, command| {
        // What the derived arguments say of themselves is meant for readers of the code.
        let entry = (command.arguments)(clap::Command::new(command.name));
        program.subcommand(
            entry.about(command.summary).long_about(description(command)).after_long_help(examples(command)),
        )
    })
}

/// The page up to its examples.
fn description(command: &Command) -> &'static str {
    command.page.split("\nExamples:\n").next().unwrap_or(command.page).trim_end()
}

/// The examples that close the page.
fn examples(command: &Command) -> &'static str {
    command.page.find("Examples:\n").map_or("", |at| command.page[at..].trim_end())
}

/// Parses, runs and reports: the whole program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let matches = match parser().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            // Nothing can be done about a closed pipe here, and it is no failure.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage.into() } else { Exit::Done.into() };
        }
    };
    let mut output = Output::stdout();
    let Some((name, matches)) = matches.subcommand() else { return Exit::Usage.into() };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return Exit::Usage.into();
    };
    let ended = (command.run)(matches, &mut output).and_then(|exit| output.flush().map(|()| exit));
    match ended {
        Ok(exit) => exit.into(),
        Err(failure) => failure.report(),
    }
}
