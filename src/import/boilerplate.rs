//! Site furniture: the lines of a text that are not the article. They stay in the text, for nothing is
//! taken from what was given to us, but they are not mined.
//!
//! Which lines those are is data, the tables of `rules/import/`.

use crate::article::Span;
use serde::Deserialize;
use std::collections::HashSet;

/// How many lines, empty ones aside, the head and the foot of a text have.
const HEAD: usize = 8;
const FOOT: usize = 15;
/// A longer line, in bytes, is a paragraph whatever it says.
const LONGEST: usize = 600;
/// Headlines in a list of other articles are shorter than this, in words.
const HEADLINE: usize = 20;

/// One file of furniture rules.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FurnitureTable {
    #[serde(default)]
    furniture: Vec<Rule>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    id: String,
    #[serde(rename = "doc")]
    _doc: String,
    place: Place,
    #[serde(default = "some_words")]
    words: usize,
    #[serde(default)]
    list: bool,
    #[serde(default)]
    address: bool,
    #[serde(default)]
    line: HashSet<String>,
    #[serde(default)]
    begins: Vec<String>,
    #[serde(default)]
    holds: Vec<String>,
    matches: Vec<String>,
    differs: Vec<String>,
}

fn some_words() -> usize {
    30
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Place {
    Anywhere,
    Edge,
    Foot,
}

/// The furniture rules in force.
#[derive(Debug, Clone, Default)]
pub struct Furniture {
    rules: Vec<Rule>,
}

impl Furniture {
    /// The rules of all tables together.
    pub fn new(tables: impl IntoIterator<Item = FurnitureTable>) -> Self {
        Self { rules: tables.into_iter().flat_map(|table| table.furniture).collect() }
    }

    /// The parts of a text that are the article itself, in order. They begin and end with lines.
    pub fn mined_spans(&self, text: &str) -> Vec<Span> {
        let lines: Vec<Span> = lines(text).collect();
        let mut spans: Vec<Span> = Vec::new();
        let mut joined = false;
        let last = self.list_of_others(text, &lines).unwrap_or(lines.len());
        for (at, span) in lines.iter().enumerate() {
            if at >= last || self.rule_of(&text[span.begin..span.end], at, lines.len()).is_some() {
                joined = false;
                continue;
            }
            match spans.last_mut().filter(|_| joined) {
                Some(open) => *open = open.cover(*span),
                None => spans.push(*span),
            }
            joined = true;
        }
        // What is furniture from end to end was given to us as a text all the same.
        if spans.is_empty() {
            spans.extend(lines.into_iter().reduce(Span::cover));
        }
        spans
    }

    /// Runs the examples and counter-examples that stand beside the rules, and tells which do not hold.
    pub fn failing_examples(&self) -> Vec<String> {
        let matches = |rule: &Rule, line: &String| rule.matches_line(&Line::new(line));
        let failures = self.rules.iter().flat_map(|rule| {
            let missed =
                rule.matches.iter().filter(|line| !matches(rule, line)).map(|line| (line, "does not match"));
            let taken = rule.differs.iter().filter(|line| matches(rule, line)).map(|line| (line, "matches"));
            missed.chain(taken).map(|(line, what)| format!("furniture {}: \"{line}\" {what}", rule.id))
        });
        failures.collect()
    }

    fn rule_of(&self, line: &str, at: usize, lines: usize) -> Option<&Rule> {
        if line.len() > LONGEST {
            return None;
        }
        let line = Line::new(line);
        let foot = at + FOOT >= lines;
        self.rules.iter().find(|rule| {
            let here = match rule.place {
                Place::Anywhere => true,
                Place::Edge => foot || at < HEAD,
                Place::Foot => foot,
            };
            here && rule.matches_line(&line)
        })
    }

    /// The line from which on there are only headlines of other articles.
    fn list_of_others(&self, text: &str, lines: &[Span]) -> Option<usize> {
        let words =
            |at: usize| text[lines[at].begin..lines[at].end].split_whitespace().take(HEADLINE).count();
        let first = lines.len().saturating_sub(FOOT);
        (first.max(1)..lines.len()).find(|at| {
            let line = &text[lines[*at].begin..lines[*at].end];
            self.rule_of(line, *at, lines.len()).is_some_and(|rule| rule.list)
                && (at + 1..lines.len()).all(|after| words(after) < HEADLINE)
        })
    }
}

impl Rule {
    fn matches_line(&self, line: &Line) -> bool {
        if line.words > self.words || (self.address && !line.address) {
            return false;
        }
        let begins = |phrase: &String| {
            let rest = line.lower.strip_prefix(phrase.as_str());
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let holds = |phrase: &String| line.lower.contains(phrase.as_str());
        self.line.contains(&line.lower) || self.begins.iter().any(begins) || self.holds.iter().any(holds)
    }
}

/// A line as it is compared.
struct Line {
    lower: String,
    words: usize,
    address: bool,
}

impl Line {
    fn new(line: &str) -> Self {
        let mut lower = String::with_capacity(line.len());
        let mut address = false;
        let mut words = 0;
        for word in line.split_whitespace() {
            address |= word.contains('@') || word.starts_with("http") || word.starts_with("www.");
            if word.chars().all(|character| "|·•".contains(character)) {
                continue;
            }
            words += 1;
            if !lower.is_empty() {
                lower.push(' ');
            }
            for character in word.chars() {
                match character {
                    '’' | '‘' => lower.push('\''),
                    '“' | '”' => lower.push('"'),
                    '©' => lower.push_str("copyright "),
                    _ => lower.extend(character.to_lowercase()),
                }
            }
        }
        let lower = lower.trim_matches(|character: char| !character.is_alphanumeric()).to_owned();
        Self { lower, words, address }
    }
}

/// The lines of a text that are not empty.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let begin = at;
        at += line.len();
        let content = line.trim();
        let begin = begin + (line.len() - line.trim_start().len());
        (!content.is_empty()).then(|| Span::new(begin, begin + content.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn furniture() -> Furniture {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/import/furniture.toml");
        Furniture::new([toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()])
    }

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            furniture().mined_spans(text).iter().map(|span| &text[span.begin..span.end]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_rule_finds_its_examples_and_nothing_else() {
        assert_eq!(furniture().failing_examples(), [] as [&str; 0]);
        let mut ids = HashSet::new();
        for rule in &furniture().rules {
            assert!(ids.insert(rule.id.clone()), "{} twice", rule.id);
            assert!(!rule.matches.is_empty() && !rule.differs.is_empty(), "{} needs examples", rule.id);
            for phrase in rule.line.iter().chain(&rule.begins).chain(&rule.holds) {
                assert_eq!(*phrase, phrase.to_lowercase(), "{}: phrases are in lower case", rule.id);
            }
        }
    }

    #[test]
    fn head_and_foot_are_passed_over() {
        check(
            "Talks end\n\nShare this article\n\nThe talks ended.\n\nHe left.\n\nDo you have a story to tell? E-mail a@b.example",
            &["Talks end", "The talks ended.\n\nHe left."],
        );
        check("One.\nADVERTISEMENT\nTwo.\nRead more: Three\nFour.", &["One.", "Two.", "Four."]);
        check(
            "The talks ended.\n\nRelated articles\n\nStorm closes harbours\n\nFerry prices rise\n",
            &["The talks ended."],
        );
    }

    #[test]
    fn an_article_without_furniture_is_whole() {
        check("The talks ended.\n\nHe left.\n", &["The talks ended.\n\nHe left."]);
        check("", &[]);
        check("\n\n", &[]);
        let long = format!("Related articles\n\n{}", "word ".repeat(50));
        check(&long, &[long["Related articles\n\n".len()..].trim()]);
        check("Video", &["Video"]);
    }
}
