//! `chancery explain`: the words behind an event or a claim.

use super::source::ThingArguments;
use super::{Command, Exit, Failure, Output};
use crate::export::{ClaimExplained, Explained};
use crate::query::{self, Thing};
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "explain",
    summary: "Shows the words behind an event, the rule, and how its date was reached",
    page: include_str!("page.txt"),
    arguments: ThingArguments::augment_args,
    run,
};

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = ThingArguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let (chronicle, exit) = arguments.open()?;
    let connection = chronicle.connection();
    let report: Box<dyn crate::export::Report> = match query::identify(connection, &arguments.id)? {
        Thing::Event(event) => Box::new(Explained(query::evidence(connection, event)?)),
        Thing::Claim(claim) => Box::new(ClaimExplained {
            claim: query::claim(connection, claim)?,
            words: query::claim_words(connection, claim)?,
            original: query::original_around(connection, claim)?,
            judgements: query::bearings_on_claim(connection, claim)?,
        }),
        Thing::Text(_) | Thing::Actor(_) => {
            return Err(Failure::usage(format!("{:?} is neither an event nor a claim", arguments.id))
                .remedy(format!("chancery show {:?} shows it", arguments.id)));
        }
    };
    arguments.print.print(report.as_ref(), output)?;
    Ok(exit)
}
