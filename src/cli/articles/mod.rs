//! `chancery articles`: what was read.

use super::print::PrintArguments;
use super::source::SourceArguments;
use super::{Command, Exit, Failure, Output};
use crate::query::{self, ArticleFilter};
use clap::builder::PossibleValuesParser;
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "articles",
    summary: "Lists what was read, with dates and origins",
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
    /// Words to be found in text or title
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// Who published it
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    outlet: Vec<String>,
    /// Whose words it is in
    #[arg(long, value_name = "WORDING", value_parser = PossibleValuesParser::new(["original", "reworded", "unknown"]))]
    wording: Option<String>,
    /// Published from this date on: any EDTF value
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    from: Option<String>,
    /// Up to this date
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    to: Option<String>,
    /// Only what the last import brought
    #[arg(long)]
    new: bool,
    /// At most so many rows
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let (chronicle, exit) = arguments.source.open()?;
    let connection = chronicle.connection();
    let filter = ArticleFilter {
        text: arguments.text.as_deref().map(query::search_words).transpose()?,
        outlets: match &arguments.outlet[..] {
            [] => Vec::new(),
            names => query::outlets(connection, names)?,
        },
        wording: arguments.wording.clone(),
        days: query::range(arguments.from.as_deref(), arguments.to.as_deref())?,
        row: None,
        import: if arguments.new { Some(query::last_import(connection)?) } else { None },
        limit: arguments.limit,
    };
    arguments.print.print(&query::articles(connection, &filter)?, output)?;
    Ok(exit)
}
