//! `chancery completions`: what a shell needs to complete command lines.

use super::{Command, Exit, Failure, Output};
use clap::{Args, FromArgMatches};
use clap_complete::Shell;

pub(super) const COMMAND: Command = Command {
    name: "completions",
    summary: "Prints the completions for a shell",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    // Generated first: the generator panics where a pipe is closed.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut super::parser(), "chancery", &mut script);
    std::io::Write::write_all(output, &script)?;
    Ok(Exit::Done)
}
