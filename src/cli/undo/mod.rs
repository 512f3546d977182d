//! `chancery undo`: a judgement is withdrawn.

use super::analyst::AnalystArguments;
use super::clock::now;
use super::{Command, Exit, Failure, Output, output};
use crate::judgement::{Judgement, Subject, Verb, moment};
use crate::store::{Chronicle, Logged};
use clap::{Args, FromArgMatches};
use std::collections::BTreeSet;

pub(super) const COMMAND: Command = Command {
    name: "undo",
    summary: "Withdraws judgements",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    /// Their numbers in the log; without any, your last that stands
    #[arg(value_name = "NUMBER")]
    numbers: Vec<i64>,
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
    let undone = match &arguments.numbers[..] {
        [] => vec![last(&chronicle, &who)?],
        given => {
            let numbers: BTreeSet<i64> = given.iter().copied().collect();
            numbers.into_iter().map(|number| numbered(&chronicle, number)).collect::<Result<_, _>>()?
        }
    };
    let mut last = chronicle.last_judged()?;
    let mut undos = Vec::new();
    for logged in &undone {
        let made = moment(&now(), last.as_deref());
        last = Some(made.clone());
        undos.push(Judgement {
            made,
            who: who.clone(),
            verb: Verb::Undo,
            subject: Subject::Judgement,
            corrections: Vec::new(),
            why: arguments.why.clone(),
            undoes: Some(logged.judgement.key()),
            targets: Vec::new(),
        });
    }
    arguments.analyst.judge(&mut chronicle, &undos, output)?;
    if !arguments.analyst.dry_run {
        for logged in &undone {
            output::say(&format!("No. {} no longer stands.", logged.number));
        }
        if undone.iter().any(|logged| logged.judgement.verb == Verb::Forget) {
            output::say("The article can be imported again.");
        }
    }
    Ok(Exit::Done)
}

fn numbered(chronicle: &Chronicle, number: i64) -> Result<Logged, Failure> {
    let found = chronicle.judgement(number)?.ok_or_else(|| {
        Failure::usage(format!("the log has no number {number}")).remedy("chancery log lists what there is")
    })?;
    if !found.stands {
        return Err(Failure::usage(format!("no. {number} is undone already"))
            .remedy("chancery log says by which number; undo that one to have it stand again"));
    }
    Ok(found)
}

/// The last that stands of those that one person made; nobody takes back another's unawares.
fn last(chronicle: &Chronicle, who: &str) -> Result<Logged, Failure> {
    let own = chronicle
        .judgements()?
        .into_iter()
        .filter(|logged| logged.stands && logged.judgement.verb != Verb::Undo && logged.judgement.who == who);
    own.max_by_key(|logged| logged.judgement.order()).ok_or_else(|| {
        Failure::new(format!("nothing that {who} judged stands")).remedy(
            "name the number of another's judgement, or say who you are with --as; chancery log lists all",
        )
    })
}
