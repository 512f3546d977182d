//! Trains the English model of chancery, and measures it.

mod evaluate;
mod folds;
mod lemmas;
mod learner;
mod links;
mod parser;
mod report;
mod robustness;
mod tagger;
mod train;
mod treebank;
mod words;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Trains the English model of chancery from Universal Dependencies treebanks.
#[derive(Debug, Parser)]
struct Arguments {
    /// The folder with the treebanks.
    #[arg(long, global = true, default_value = "../shared/data/treebank")]
    data: PathBuf,
    /// The model to write or to measure.
    #[arg(long, global = true, default_value = "model/english.model")]
    model: PathBuf,
    #[command(flatten)]
    recipe: train::Recipe,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Measure the model on the test parts of the treebanks.
    Evaluate,
    /// Write a smaller model that lacks the small weights of the model.
    Shrink {
        /// The least weights that are kept: of the tagger's two readings, of the passes backwards and forwards.
        #[arg(num_args = 4)]
        least: Vec<u8>,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Write a model with the parser of another, with the lemmatiser of today, and with the words in its lexicon
    /// that it did not know.
    Join {
        /// The model whose parser is taken.
        parser: PathBuf,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Fit the weights of linking on articles annotated for events, and measure them on topics left out.
    Links {
        /// The folder with articles.jsonl and chains.jsonl.
        #[arg(long, default_value = "../shared/data/links")]
        links: PathBuf,
        /// Topics to measure on (what stands before the underscore of an id); all, if none is given.
        #[arg(long, value_delimiter = ',')]
        only: Vec<String>,
    },
    /// Parse lines of text from a file and print their trees.
    Show {
        /// The file.
        file: PathBuf,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.command {
        None => train::train(&arguments.data, &arguments.model, &arguments.recipe),
        Some(Command::Evaluate) => report::evaluate(&arguments.data, &arguments.model),
        Some(Command::Shrink { least, out }) => train::shrink(&arguments.model, least, out),
        Some(Command::Join { parser, out }) => {
            train::join(&arguments.data, &arguments.model, parser, out, &arguments.recipe)
        }
        Some(Command::Links { links, only }) => links::fit(links, only).map_err(|error| error.to_string()),
        Some(Command::Show { file }) => report::show(file, &arguments.model),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
