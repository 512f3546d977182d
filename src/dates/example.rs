//! The examples that stand beside the rules, run.

use super::rules::{Example, Rules};
use super::{Expression, Genre, Reference, find, resolve};
use crate::article::{Part, Span};
use crate::language::{Document, segment};
use crate::rules::RuleError;
use chrono::NaiveDate;

/// What examples are read on where a rule does not say: a Wednesday.
const PUBLISHED: &str = "2017-04-12";

impl Rules {
    /// The examples and counter-examples that do not hold, with file and line.
    pub fn failing_examples(&self) -> Vec<RuleError> {
        self.examples.iter().filter_map(|example| self.run(example).err()).collect()
    }

    fn run(&self, example: &Example) -> Result<(), RuleError> {
        let error = |message: String, remedy: &str| RuleError {
            file: example.file.clone(),
            line: example.line,
            column: 1,
            message: format!("rule `{}`: {message}", example.rule),
            remedy: remedy.to_owned(),
        };
        if !example.matches {
            return match self
                .read(&example.text, example)
                .into_iter()
                .find(|found| found.rule == example.rule)
            {
                None => Ok(()),
                Some(found) => {
                    let words =
                        example.text.get(found.location.span.begin..found.location.span.end).unwrap_or("");
                    Err(error(
                        format!("finds “{words}” in the counter-example “{}”", example.text),
                        "narrow the pattern or its context",
                    ))
                }
            };
        }
        let form = "write `They met on [4 April 2017]. => 2017-04-04`";
        let parts = example.text.rsplit_once("=>").and_then(|(text, value)| {
            let (before, rest) = text.trim_end().split_once('[')?;
            let (words, after) = rest.split_once(']')?;
            Some((before, words, after, value.trim()))
        });
        let Some((before, words, after, value)) = parts else {
            return Err(error(format!("the example “{}” has no extent or no value", example.text), form));
        };
        let text = format!("{before}{words}{after}");
        let span = Span::new(before.len(), before.len() + words.len());
        let read = self.read(&text, example);
        let told: Vec<_> = read
            .iter()
            .map(|one| {
                let words = text.get(one.location.span.begin..one.location.span.end).unwrap_or("");
                format!("“{words}” {} by `{}`", one.timex3.as_deref().unwrap_or("without value"), one.rule)
            })
            .collect();
        if read.iter().any(|one| one.location.span == span && one.timex3.as_deref() == Some(value)) {
            Ok(())
        } else {
            let message = format!("“{words}” is not found as {value} in “{text}”, but {}", told.join(", "));
            Err(error(message, "correct the rule or the example"))
        }
    }

    fn read(&self, text: &str, example: &Example) -> Vec<Expression> {
        let sentences = segment(text, Part::Text, Span::new(0, text.len()));
        let document = Document { sentences };
        let found = find(&document, self);
        let published: Option<NaiveDate> = example.published.as_deref().unwrap_or(PUBLISHED).parse().ok();
        let genre = self.rules.iter().find(|rule| rule.id == example.rule).and_then(|rule| rule.genre);
        let genre = genre.unwrap_or(Genre::News);
        let reference = Reference { published, window: None, genre, reasons: Vec::new() };
        resolve(&found, &document, &reference, self).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RuleFiles;

    #[test]
    fn rules_hold_their_examples() {
        let rules = match Rules::compile(&RuleFiles::embedded()) {
            Ok(rules) => rules,
            Err(errors) => panic!("{}", errors.iter().map(|e| format!("{e}\n")).collect::<String>()),
        };
        let failing: String = rules.failing_examples().iter().map(|error| format!("{error}\n")).collect();
        assert!(failing.is_empty(), "{failing}");
    }
}
