//! Names that an article cannot speak of before a day, for what happened, was founded or was first called so
//! then; and names that tell the year only together with the very day of a happening.

use crate::actors::Term;
use crate::language::Document;
use crate::rules::fold::pieces;
use crate::rules::{RuleError, RuleFiles};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::HashMap;

/// The landmarks of `rules/placement`.
#[derive(Debug, Default)]
pub struct Rules {
    landmarks: Vec<Landmark>,
    /// The words of each name after its first one, by that first one.
    names: HashMap<String, Vec<(Vec<Word>, usize)>>,
}

/// Something that can be spoken of from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landmark {
    /// Its first name in the table.
    pub name: String,
    /// The first and the last day on which it can have begun.
    pub begin: (NaiveDate, NaiveDate),
    /// Whether it could be spoken of before, so that it tells nothing without its day.
    pub with_day: bool,
}

/// A folded word of a name, and whether it is written with a capital letter.
type Word = (String, bool);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    names: String,
    #[serde(alias = "day")]
    begin: String,
}

impl Rules {
    /// Compiles the files of `rules/placement`.
    ///
    /// # Errors
    /// Rows without a name, and days that are none, with their files and lines.
    pub fn compile(files: &RuleFiles) -> Result<Self, Vec<RuleError>> {
        let (mut rules, mut errors) = (Self::default(), Vec::new());
        for file in files.under("placement").filter(|file| file.path.ends_with(".csv")) {
            let rows = file.csv::<Row>().unwrap_or_else(|faults| {
                errors.extend(faults);
                Vec::new()
            });
            let with_day = file.path.ends_with("happenings.csv");
            for (line, row) in rows {
                let begin = Term::parse(&row.begin, "").ok().and_then(|term| term.begin);
                let names: Vec<Vec<Word>> =
                    row.names.split('|').map(words).filter(|words| !words.is_empty()).collect();
                match begin {
                    Some(begin) if !names.is_empty() && (begin.0 == begin.1 || !with_day) => {
                        let name = row.names.split('|').next().unwrap_or_default().to_owned();
                        rules.add(Landmark { name, begin, with_day }, names);
                    }
                    _ => errors.push(file.error_in_line(
                        line,
                        format!("“{}” from “{}” is no landmark", row.names, row.begin),
                        "write names parted by | and the day, month or year from which on they can be spoken of",
                    )),
                }
            }
        }
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
    }

    fn add(&mut self, landmark: Landmark, names: Vec<Vec<Word>>) {
        let index = self.landmarks.len();
        self.landmarks.push(landmark);
        for words in names {
            let Some((first, _)) = words.first().cloned() else { continue };
            self.names.entry(first).or_default().push((words, index));
        }
    }

    /// The landmarks that a document names, each once.
    pub fn find(&self, document: &Document) -> Vec<&Landmark> {
        let mut named = vec![false; self.landmarks.len()];
        let mut line: Vec<Word> = Vec::new();
        let mut buffer = String::new();
        for sentence in &document.sentences {
            line.clear();
            for token in &sentence.tokens {
                fold(&token.form, &mut buffer, &mut line);
            }
            for at in 0..line.len() {
                for (words, landmark) in self.names.get(&line[at].0).into_iter().flatten() {
                    let rest = &line[at..];
                    let same = rest.len() >= words.len()
                        && words
                            .iter()
                            .zip(rest)
                            .all(|(wanted, found)| wanted.0 == found.0 && (found.1 || !wanted.1));
                    named[*landmark] |= same;
                }
            }
        }
        self.landmarks.iter().zip(named).filter_map(|(landmark, named)| named.then_some(landmark)).collect()
    }
}

fn words(name: &str) -> Vec<Word> {
    let (mut list, mut buffer) = (Vec::new(), String::new());
    name.split_whitespace().for_each(|word| fold(word, &mut buffer, &mut list));
    list
}

fn fold(word: &str, buffer: &mut String, list: &mut Vec<Word>) {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    pieces(word, buffer, |piece| list.push((piece.to_owned(), capital)));
}
