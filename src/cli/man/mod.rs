//! `chancery man`: the manual pages.

use super::{Command, Exit, Failure, Output};
use clap::{Args, FromArgMatches};
use std::io::Write;
use std::path::PathBuf;

pub(super) const COMMAND: Command = Command {
    name: "man",
    summary: "Prints the manual page of a command, or writes all of them",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    /// The command; without one, the page of the whole program
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
    /// A folder to write all pages to
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    all: Option<PathBuf>,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let parser = super::parser();
    if let Some(folder) = &arguments.all {
        let failed = |error: std::io::Error| {
            Failure::new(format!("{} cannot be written: {error}", folder.display()))
                .remedy("name a folder of your own")
        };
        std::fs::create_dir_all(folder).map_err(failed)?;
        std::fs::write(folder.join("chancery.1"), page(&parser, None)?).map_err(failed)?;
        for command in super::COMMANDS {
            let file = folder.join(format!("chancery-{}.1", command.name));
            std::fs::write(file, page(&parser, Some(command.name))?).map_err(failed)?;
        }
        return Ok(Exit::Done);
    }
    output.write_all(&page(&parser, arguments.command.as_deref())?)?;
    Ok(Exit::Done)
}

/// The page of a command in the language of `man`.
fn page(parser: &clap::Command, command: Option<&str>) -> Result<Vec<u8>, Failure> {
    let of = match command {
        None => parser.clone(),
        Some(name) => {
            let found = parser.find_subcommand(name).ok_or_else(|| {
                Failure::usage(format!("{name:?} is no command")).remedy("chancery --help lists the commands")
            })?;
            found.clone().name(format!("chancery-{name}")).bin_name(format!("chancery {name}"))
        }
    };
    let mut written = Vec::new();
    clap_mangen::Man::new(of).date("").render(&mut written)?;
    Ok(written)
}
