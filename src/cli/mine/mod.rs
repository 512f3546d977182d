//! `chancery mine`: articles in, findings out, nothing kept.

use super::source::ReadArguments;
use super::{Command, Exit, Failure, Output, output};
use crate::article::Article;
use crate::export::{findings, write_json};
use crate::import;
use crate::mine::{Engine, side_by_side};
use clap::{Args, FromArgMatches, ValueEnum};
use std::io::Write;
use std::path::PathBuf;

pub(super) const COMMAND: Command = Command {
    name: "mine",
    summary: "Prints what articles say, without keeping anything",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    /// Files, folders or patterns; "-" is standard input
    #[arg(value_name = "PATH", default_value = "-")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    read: ReadArguments,
    /// Who published all these articles
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One JSON object per article
    Jsonl,
    /// The events and claims of each article, for a quick look
    Table,
}

/// Articles mined side by side: enough to keep all processors busy, few enough to stay small.
const BATCH: usize = 64;

/// A batch of so many bytes of text is full, however few articles it holds.
const BATCH_BYTES: usize = 4 << 20;

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    // It serves until the program ends, which then need not take it apart piece by piece.
    let engine: &Engine = Box::leak(Box::new(Engine::new(&arguments.read.rules()?)?));
    let mut articles = import::read(&arguments.paths, &arguments.read.options(arguments.outlet.as_deref()));
    let (mut batch, mut bytes, mut exit) = (Vec::with_capacity(BATCH), 0, Exit::Done);
    loop {
        let article = articles.next();
        for remark in articles.take_remarks() {
            output::say(&remark.to_string());
        }
        match article {
            None => break,
            Some(Ok(article)) => {
                bytes += article.text.len();
                batch.push(article);
                if batch.len() == BATCH || bytes > BATCH_BYTES {
                    print(engine, &mut batch, arguments.format, output)?;
                    bytes = 0;
                }
            }
            Some(Err(rejection)) => {
                exit = Exit::Rejected;
                output::say(&format!("rejected: {rejection}"));
            }
        }
    }
    print(engine, &mut batch, arguments.format, output)?;
    Ok(exit)
}

/// Mines a batch side by side and prints it in its order.
fn print(
    engine: &Engine,
    batch: &mut Vec<Article>,
    format: Format,
    output: &mut Output,
) -> Result<(), Failure> {
    let width = super::print::layout(output);
    let mine = |article: Article| -> std::io::Result<Vec<u8>> {
        let found = engine.mine(&article);
        let mut written = Vec::new();
        match format {
            Format::Jsonl => {
                write_json(&findings::to_json(&article, &found), &mut written)?;
                written.push(b'\n');
            }
            Format::Table => findings::write_table(&article, &found, width, &mut written)?,
        }
        Ok(written)
    };
    for text in side_by_side(std::mem::take(batch), mine) {
        output.write_all(&text?)?;
    }
    Ok(())
}
