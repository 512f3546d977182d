//! `chancery show`: an event, a claim, an article or an actor in short.

use super::source::ThingArguments;
use super::{Command, Exit, Failure, Output};
use crate::export::{ClaimExplained, Shown, actor_report, article_report};
use crate::query::{self, Thing};
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "show",
    summary: "Shows an event, a claim, an article or an actor",
    page: include_str!("page.txt"),
    arguments: ThingArguments::augment_args,
    run,
};

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = ThingArguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let (chronicle, exit) = arguments.open()?;
    let connection = chronicle.connection();
    let report: Box<dyn crate::export::Report> = match query::identify(connection, &arguments.id)? {
        Thing::Event(event) => Box::new(Shown(query::evidence(connection, event)?)),
        Thing::Claim(claim) => Box::new(ClaimExplained {
            claim: query::claim(connection, claim)?,
            words: query::claim_words(connection, claim)?,
            original: query::original_around(connection, claim)?,
            judgements: query::bearings_on_claim(connection, claim)?,
        }),
        Thing::Text(text) => Box::new(article_report(&query::article_detail(connection, text)?)),
        Thing::Actor(actor) => Box::new(actor_report(&query::actor_detail(connection, actor)?)),
    };
    arguments.print.print(report.as_ref(), output)?;
    Ok(exit)
}
