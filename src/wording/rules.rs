//! The table of synonyms.

use crate::language::Sentence;
use crate::rules::{RuleError, RuleFiles};
use compact_str::CompactString;
use serde::Deserialize;
use std::collections::HashMap;

/// How far to either side a `near` word may stand, in tokens.
const NEAR: usize = 7;

/// The compiled tables of `rules/wording/`.
#[derive(Debug, Default)]
pub struct Rules {
    synonyms: HashMap<CompactString, Vec<Synonym>>,
    examples: Vec<WordingExample>,
}

/// A sentence of a reworded article and what restoring makes of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingExample {
    /// The reworded words.
    pub reworded: String,
    /// The forms after restoring, parted by single spaces.
    pub restored: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Examples {
    #[serde(default)]
    example: Vec<WordingExample>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    synonym: String,
    original: String,
    before: String,
    after: String,
    near: String,
    telling: String,
}

#[derive(Debug)]
struct Synonym {
    original: Option<CompactString>,
    before: Vec<Context>,
    after: Vec<Context>,
    near: Vec<Context>,
    telling: bool,
}

/// A word that must stand in some place beside a synonym.
#[derive(Debug)]
enum Context {
    Word(CompactString),
    Name,
    Number,
    Plural,
    Verb,
    Quote,
}

impl Rules {
    /// Compiles `rules/wording/*.csv` and the examples in `rules/wording/*.toml`.
    ///
    /// # Errors
    /// Every row or context that cannot be understood.
    pub fn compile(files: &RuleFiles) -> Result<Self, Vec<RuleError>> {
        let (mut rules, mut errors) = (Self::default(), Vec::new());
        for file in files.under("wording") {
            if file.path.ends_with(".toml") {
                match file.toml::<Examples>() {
                    Ok(examples) => rules.examples.extend(examples.example),
                    Err(error) => errors.push(error),
                }
                continue;
            }
            let rows = match file.csv::<Row>() {
                Ok(rows) => rows,
                Err(mut found) => {
                    errors.append(&mut found);
                    continue;
                }
            };
            for (line, row) in rows {
                match Synonym::read(&row) {
                    Ok(synonym) => rules.synonyms.entry(row.synonym.into()).or_default().push(synonym),
                    Err((message, remedy)) => errors.push(file.error_in_line(line, message, remedy)),
                }
            }
        }
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
    }

    /// The examples of the rule files, which `rules check` and the tests run.
    pub fn examples(&self) -> &[WordingExample] {
        &self.examples
    }

    /// What stood in place of a token, if a synonym of the table stands there in its context.
    pub(super) fn original(&self, sentence: &Sentence, token: usize) -> Option<CompactString> {
        self.fitting(sentence, token).find_map(|synonym| synonym.original.clone())
    }

    /// Whether a token is a synonym that nobody would write of his own accord in its context.
    pub(super) fn is_telling(&self, sentence: &Sentence, token: usize) -> bool {
        self.fitting(sentence, token).any(|synonym| synonym.telling)
    }

    fn fitting<'a>(&'a self, sentence: &'a Sentence, token: usize) -> impl Iterator<Item = &'a Synonym> + 'a {
        let known = self.synonyms.get(&sentence.tokens[token].lower).map_or(&[][..], Vec::as_slice);
        known.iter().filter(move |synonym| synonym.fits(sentence, token))
    }
}

impl Synonym {
    fn read(row: &Row) -> Result<Self, (String, String)> {
        if row.synonym.is_empty() || row.synonym.chars().any(char::is_uppercase) {
            return Err((
                "the synonym is empty or has capitals".into(),
                "write the word in lower case".into(),
            ));
        }
        let telling = match row.telling.as_str() {
            "" => false,
            "yes" => true,
            other => return Err((format!("telling is \"{other}\""), "write yes or nothing".into())),
        };
        let contexts = |cell: &str| -> Result<Vec<Context>, (String, String)> {
            cell.split('|').map(str::trim).filter(|word| !word.is_empty()).map(Context::read).collect()
        };
        let synonym = Self {
            original: (!row.original.is_empty()).then(|| row.original.as_str().into()),
            before: contexts(&row.before)?,
            after: contexts(&row.after)?,
            near: contexts(&row.near)?,
            telling,
        };
        if synonym.original.is_none() && !synonym.telling {
            let remedy = "give the original, or telling = yes".to_owned();
            return Err((format!("\"{}\" does nothing", row.synonym), remedy));
        }
        Ok(synonym)
    }

    fn fits(&self, sentence: &Sentence, token: usize) -> bool {
        let any = |contexts: &[Context], i: usize| contexts.iter().any(|context| context.holds(sentence, i));
        let last = sentence.tokens.len().saturating_sub(1);
        (self.before.is_empty() || token.checked_sub(1).is_some_and(|i| any(&self.before, i)))
            && (self.after.is_empty() || (token < last && any(&self.after, token + 1)))
            && (self.near.is_empty()
                || (token.saturating_sub(NEAR)..=(token + NEAR).min(last))
                    .any(|i| i != token && any(&self.near, i)))
    }
}

impl Context {
    fn read(word: &str) -> Result<Self, (String, String)> {
        Ok(match word {
            "<name>" => Self::Name,
            "<number>" => Self::Number,
            "<plural>" => Self::Plural,
            "<verb>" => Self::Verb,
            "<quote>" => Self::Quote,
            other if other.starts_with('<') => {
                let remedy = "use <name>, <number>, <plural>, <verb>, <quote> or a plain word".to_owned();
                return Err((format!("\"{other}\" is no context"), remedy));
            }
            word => Self::Word(word.into()),
        })
    }

    fn holds(&self, sentence: &Sentence, i: usize) -> bool {
        let token = &sentence.tokens[i];
        match self {
            Self::Word(word) => token.lower == *word,
            Self::Name => token.form.chars().next().is_some_and(char::is_uppercase),
            Self::Number => token.form.starts_with(|letter: char| letter.is_ascii_digit()),
            Self::Plural => {
                token.lower.len() > 3 && token.lower.ends_with('s') && !token.lower.ends_with("ss")
            }
            // Tags come later; endings tell enough of the verbs that follow a subject.
            Self::Verb => {
                token.lower.len() > 4 && (token.lower.ends_with("ed") || token.lower.ends_with("ing"))
            }
            Self::Quote => matches!(token.lower.as_str(), "\"" | "''" | "``"),
        }
    }
}
