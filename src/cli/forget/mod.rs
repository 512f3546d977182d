//! `chancery forget`: an article is withdrawn.

use super::analyst::AnalystArguments;
use super::clock::now;
use super::{Command, Exit, Failure, Output, output};
use crate::export::for_terminal;
use crate::judgement::{Thing, moment};
use crate::query::{self, ArticleFilter};
use clap::{Args, FromArgMatches};
use std::io::Write;

pub(super) const COMMAND: Command = Command {
    name: "forget",
    summary: "Withdraws an article, with what only it supports",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    /// The article: its ID, or the id it was given
    #[arg(value_name = "ARTICLE")]
    id: String,
    /// The argument
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    #[command(flatten)]
    analyst: AnalystArguments,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let who = arguments.analyst.who()?;
    let mut chronicle = arguments.analyst.open()?;
    let connection = chronicle.connection();
    let query::Thing::Text(text) = query::identify(connection, &arguments.id)? else {
        return Err(Failure::usage(format!("{:?} is no article", arguments.id)).remedy(
            "chancery articles lists them; events and claims are rejected: chancery judge reject ID",
        ));
    };
    let mut forget = query::withdrawal(connection, text)?;
    forget.made = moment(&now(), chronicle.last_judged()?.as_deref());
    forget.who.clone_from(&who);
    forget.why.clone_from(&arguments.why);
    let filter = ArticleFilter { row: Some(text), ..ArticleFilter::default() };
    for article in query::articles(connection, &filter)?.articles {
        let name = &article.name;
        let outlet = name.outlet.as_ref().map_or(String::new(), |outlet| format!(", {outlet}"));
        let day = name.published.as_deref().unwrap_or("no date");
        let title = name.title.as_ref().map_or(String::new(), |title| format!("  {title}"));
        writeln!(output, "{}", for_terminal(&format!("{}{outlet}, {day}{title}", name.shown())))?;
    }
    let count = |thing: Thing| forget.targets.iter().filter(|target| target.thing == thing).count();
    let words: String = chronicle_words(chronicle.connection(), text)?;
    writeln!(output, "“{}…”", for_terminal(&words))?;
    writeln!(output, "{} mentions and {} claims go with it.", count(Thing::Mention), count(Thing::Claim))?;
    let effect = arguments.analyst.judge(&mut chronicle, &[forget], output)?;
    if !arguments.analyst.dry_run {
        output::say(&format!(
            "Withdrawn by {who}: no. {} of the log. It is not imported again as long as that stands.",
            effect.numbers.first().copied().unwrap_or_default()
        ));
    }
    Ok(Exit::Done)
}

/// How the article begins.
fn chronicle_words(connection: &rusqlite::Connection, text: i64) -> Result<String, Failure> {
    let sql = "SELECT substr(text, 1, 70) FROM texts WHERE id = ?1";
    let words: rusqlite::Result<String> = connection.query_row(sql, [text], |row| row.get(0));
    Ok(words.map_err(crate::query::QueryError::from)?)
}
