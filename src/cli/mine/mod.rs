//! `chancery mine`: articles in, findings out, nothing kept.

use super::{Command, Exit, Failure, Output};
use crate::article::{Article, Published, PublishedBasis};
use crate::export::findings;
use crate::mine::Engine;
use crate::rules::RuleFiles;
use chrono::NaiveDate;
use clap::{Args, FromArgMatches, ValueEnum};
use rayon::prelude::*;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

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
    /// The day of publication, where the articles were all published on one day
    #[arg(long, value_name = "DATE")]
    published: Option<NaiveDate>,
    /// Who published the articles
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// A folder of rules laid over those compiled in
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One JSON object per article
    Jsonl,
}

/// Articles mined side by side: enough to keep all processors busy, few enough to stay small.
const BATCH: usize = 64;

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let rules = match &arguments.rules {
        Some(folder) => RuleFiles::with_overlay(folder).map_err(|errors| Failure::new(&errors[0]))?,
        None => RuleFiles::embedded(),
    };
    let engine = Engine::new(&rules).map_err(Failure::new)?;
    let mut batch = Vec::with_capacity(BATCH);
    for path in &arguments.paths {
        read(path, &mut |mut article| {
            if let Some(day) = arguments.published {
                article.published = Published { date: Some(day), basis: PublishedBasis::Given };
            }
            article.outlet = arguments.outlet.clone().or(article.outlet);
            batch.push(article);
            if batch.len() == BATCH { print(&engine, &mut batch, arguments.format, output) } else { Ok(()) }
        })?;
    }
    print(&engine, &mut batch, arguments.format, output)?;
    Ok(Exit::Done)
}

fn print(
    engine: &Engine,
    batch: &mut Vec<Article>,
    format: Format,
    output: &mut Output,
) -> Result<(), Failure> {
    let written: Vec<String> = batch
        .par_iter()
        .map(|article| match format {
            Format::Jsonl => format!("{}\n", findings::to_json(article, &engine.mine(article))),
        })
        .collect();
    batch.clear();
    for text in written {
        output.write_all(text.as_bytes())?;
    }
    Ok(())
}

fn read(path: &Path, each: &mut dyn FnMut(Article) -> Result<(), Failure>) -> Result<(), Failure> {
    let unreadable =
        |error: std::io::Error| Failure::new(format!("{} cannot be read: {error}", path.display()));
    let mut reader: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(std::io::stdin().lock())
    } else {
        Box::new(std::io::BufReader::new(std::fs::File::open(path).map_err(unreadable)?))
    };
    if !reader.fill_buf().map_err(unreadable)?.starts_with(b"{") {
        let mut text = String::new();
        reader.read_to_string(&mut text).map_err(unreadable)?;
        return each(Article { id: Some(path.display().to_string()), text, ..Article::default() });
    }
    for line in reader.lines() {
        let line = line.map_err(unreadable)?;
        if line.trim().is_empty() {
            continue;
        }
        let value: serde_json::Value = serde_json::from_str(&line)
            .map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
        let field = |name: &str| value.get(name).and_then(|value| value.as_str()).map(str::to_owned);
        let date: Option<NaiveDate> = field("published").and_then(|day| day.get(..10)?.parse().ok());
        let basis = if date.is_some() { PublishedBasis::Field } else { PublishedBasis::None };
        each(Article {
            id: field("id"),
            title: field("title"),
            outlet: field("outlet").or_else(|| field("source")),
            url: field("url"),
            published: Published { date, basis },
            text: field("text").unwrap_or_default(),
        })?;
    }
    Ok(())
}
