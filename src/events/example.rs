//! The examples beside the rules, run as tests.

use super::rule::{CompiledExample, Expected, Rules};
use super::{Mention, Participant, Status};
use crate::actors::Actors;
use crate::article::Article;
use crate::rules::RuleError;

/// An example as it was read by the whole chain up to events.
#[derive(Debug)]
pub struct Read {
    /// The example as an article.
    pub article: Article,
    /// Its actors.
    pub actors: Actors,
    /// Its events.
    pub mentions: Vec<Mention>,
}

impl Rules {
    /// Runs every example through `read` and says which come out otherwise than they should.
    pub fn failing_examples(&self, mut read: impl FnMut(&str) -> Read) -> Vec<RuleError> {
        self.examples.iter().filter_map(|example| self.check_example(example, &read(&example.text))).collect()
    }

    /// How many examples there are.
    pub fn example_count(&self) -> usize {
        self.examples.len()
    }

    fn check_example(&self, example: &CompiledExample, read: &Read) -> Option<RuleError> {
        let trigger = &self.triggers[example.trigger];
        let kind = &self.kinds[trigger.kind].name;
        let mentions: Vec<_> = read.mentions.iter().filter(|mention| mention.kind == *kind).collect();
        let problem = match &example.expected {
            None if mentions.is_empty() => return None,
            None => format!("reads {kind} ({}) where it must not", mentions[0].rule),
            Some(expected) => {
                let mut nearest = None;
                for mention in &mentions {
                    match self.difference(mention, expected, read) {
                        None => return None,
                        Some(difference) => nearest = nearest.or(Some(difference)),
                    }
                }
                nearest.unwrap_or_else(|| {
                    let others: Vec<_> = read.mentions.iter().map(|mention| mention.rule.as_str()).collect();
                    format!("reads no {kind} (but: {})", others.join(", "))
                })
            }
        };
        Some(RuleError {
            file: example.file.clone(),
            line: example.line,
            column: example.column,
            message: format!("\"{}\" of {}: {problem}", example.text, trigger.id),
            remedy: "mend the rule, or the example if it is wrong".into(),
        })
    }

    fn difference(&self, mention: &Mention, expected: &Expected, read: &Read) -> Option<String> {
        let words = |side: &[Participant]| -> Vec<String> {
            side.iter()
                .map(|participant| {
                    let actor = participant.actor.map_or("", |actor| read.actors.actors[actor].name.as_str());
                    format!("{} {actor}", read.article.quote(participant.location))
                })
                .collect()
        };
        for (name, side, wanted) in
            [("source", &mention.sources, &expected.source), ("target", &mention.targets, &expected.target)]
        {
            if let Some(wanted) = wanted {
                let found = words(side);
                let holds = if wanted.is_empty() {
                    !side.iter().any(|participant| participant.actor.is_some())
                } else {
                    wanted.split('+').all(|one| found.iter().any(|text| text.contains(one.trim())))
                };
                if !holds {
                    return Some(format!("{name} is {found:?}, not \"{wanted}\" ({})", mention.rule));
                }
            }
        }
        if let Some(mode) = &expected.mode
            && mention.mode.as_ref() != Some(mode)
        {
            return Some(format!("mode is {:?}, not \"{mode}\" ({})", mention.mode, mention.rule));
        }
        if let Some(status) = expected.status
            && mention.status != Status::from(status)
        {
            return Some(format!("status is {:?}, not {status:?} ({})", mention.status, mention.rule));
        }
        None
    }
}
