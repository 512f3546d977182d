//! `chancery judge`: an analyst decides.

use super::analyst::{AnalystArguments, numbers};
use super::clock::now;
use super::{Command, Exit, Failure, Output, output};
use crate::judgement::Verb;
use crate::places;
use crate::query::{self, Request};
use clap::builder::PossibleValuesParser;
use clap::{Args, FromArgMatches};

pub(super) const COMMAND: Command = Command {
    name: "judge",
    summary: "Accepts, rejects, merges, splits, corrects or annotates what was found",
    page: include_str!("page.txt"),
    arguments: Arguments::augment_args,
    run,
};

#[derive(Debug, Args)]
struct Arguments {
    /// What is decided
    #[arg(value_name = "VERB", value_parser = PossibleValuesParser::new(["accept", "reject", "merge", "split", "correct", "note"]))]
    verb: String,
    /// IDs of events, mentions, claims or articles, ID~ID for the link of two; for correct also FIELD=VALUE
    #[arg(value_name = "ID|FIELD=VALUE", required = true)]
    words: Vec<String>,
    /// The argument, or the text of the note
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// An ID stands for the one mention that has it, not for its event
    #[arg(long)]
    mention: bool,
    #[command(flatten)]
    analyst: AnalystArguments,
}

fn run(matches: &clap::ArgMatches, output: &mut Output) -> Result<Exit, Failure> {
    let arguments = Arguments::from_arg_matches(matches).map_err(Failure::usage)?;
    let who = arguments.analyst.who()?;
    let verb = Verb::parse(&arguments.verb).ok_or_else(|| Failure::usage("no such verb"))?;
    let (mut ids, mut corrections) = (Vec::new(), Vec::new());
    for word in arguments.words {
        match word.split_once('=') {
            Some((field, value)) => corrections.push((field.trim().to_lowercase(), value.to_owned())),
            None => ids.push(word),
        }
    }
    if ids.is_empty() {
        return Err(Failure::usage("nothing is named").remedy("name what is to be judged by its ID"));
    }
    let places = if corrections.iter().any(|(field, _)| field == "place") {
        places::Rules::compile(&arguments.analyst.rules()?).map_err(|errors| Failure::rules(&errors))?
    } else {
        places::Rules::default()
    };
    let mut chronicle = arguments.analyst.open()?;
    let last = chronicle.last_judged()?;
    let request = Request {
        verb,
        ids: &ids,
        corrections: &corrections,
        why: arguments.why.as_deref(),
        who: &who,
        now: &now(),
        last: last.as_deref(),
        mentions: arguments.mention,
        places: &places,
    };
    let judgements = query::judgements(chronicle.connection(), &request)?;
    let effect = arguments.analyst.judge(&mut chronicle, &judgements, output)?;
    if !arguments.analyst.dry_run {
        output::say(&format!(
            "{} by {who}: {} of the log ({}).",
            capital(verb.past()),
            numbers(&effect.numbers),
            match &effect.numbers[..] {
                [_] => "chancery undo takes it back".to_owned(),
                several => format!("chancery undo {} takes them back", listed(several)),
            }
        ));
    }
    Ok(Exit::Done)
}

fn listed(numbers: &[i64]) -> String {
    numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(" ")
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
