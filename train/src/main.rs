//! Trains the English model of chancery, and measures it.

mod evaluate;
mod folds;
mod lemmas;
mod learner;
mod links;
#[allow(dead_code, reason = "what only the tests look at")]
#[path = "../../tests/gold/marked.rs"]
mod marked;
mod parser;
mod report;
mod robustness;
mod silver;
mod sureness;
mod tagger;
mod teach;
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
    /// Fit the weights of linking on articles annotated for events, and measure them on topics left out.
    Links {
        /// The folder with articles.jsonl and chains.jsonl.
        #[arg(long, default_value = "../shared/data/links")]
        links: PathBuf,
        /// Topics to measure on (what stands before the underscore of an id); all, if none is given.
        #[arg(long, value_delimiter = ',')]
        only: Vec<String>,
    },
    /// Fit the weights of sureness on lines that readers judged, and measure them.
    Sureness {
        /// The folder with the articles that the lines are from.
        #[arg(long, default_value = "../shared/data")]
        articles: PathBuf,
    },
    /// Print the sentences of articles, or of the treebanks, for another parser.
    Sentences {
        /// The files of articles.
        files: Vec<PathBuf>,
    },
    /// Write the trees of a teacher that is guided by another parser.
    Teach(teach::Lesson),
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
        Some(Command::Links { links, only }) => links::fit(links, only).map_err(|error| error.to_string()),
        Some(Command::Sureness { articles }) => sureness::fit(articles).map_err(|error| error.to_string()),
        Some(Command::Sentences { files }) => teach::sentences(&arguments.data, files),
        Some(Command::Teach(lesson)) => teach::teach(&arguments.data, lesson, &arguments.recipe),
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
