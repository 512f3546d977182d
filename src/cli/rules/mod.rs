//! `chancery rules check`: whether rules are right.

use super::{Command, Exit, Failure, Output, source};
use crate::mine::Engine;
use clap::{Args, FromArgMatches, Subcommand};
use std::io::Write;
use std::path::PathBuf;

pub(super) const COMMAND: Command = Command {
    name: "rules",
    summary: "Checks rules, with their examples",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Reads all rules, runs their examples, and says where a fault is
    Check {
        /// A folder of rules laid over those compiled in
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let What::Check { folder } = arguments.what;
    let rules = source::rules(folder.as_deref())?;
    let failing = Engine::new(&rules)?.failing_examples();
    if !failing.is_empty() {
        return Err(Failure::rules(&failing).remedy("change the rule, or the example"));
    }
    writeln!(output, "The rules are right (fingerprint {}).", rules.fingerprint())?;
    Ok(Exit::Done)
}
