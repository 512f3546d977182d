//! Names that are something else beside certain words: `rules/actors/context.toml`.

use super::lexicon::{Lexicon, UNKNOWN_WORD, Word};
use crate::rules::table::Table;
use serde::{Deserialize, Serialize};

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExceptionFile {
    /// Its rules.
    #[serde(default)]
    pub exception: Vec<ExceptionRow>,
}

/// One rule: `names` are no actor next to these words, or in an article that has one of those, or none of these.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExceptionRow {
    /// Its id.
    pub id: String,
    /// What it is for.
    #[allow(dead_code)] // for the reader of the file
    pub doc: String,
    /// The names; `*adjective` stands for every state's adjective, `*place` for every state and capital.
    pub names: Vec<String>,
    /// Words or phrases right before the name.
    #[serde(default)]
    pub after: Vec<String>,
    /// Words or phrases right behind the name.
    #[serde(default)]
    pub before: Vec<String>,
    /// Words anywhere in the article.
    #[serde(default)]
    pub article_has: Vec<String>,
    /// Words without any of which in the article the names say nothing.
    #[serde(default)]
    pub article_lacks: Vec<String>,
    /// Sentences in which the first name is an actor.
    pub examples: Vec<String>,
    /// Sentences in which it is none.
    pub counter_examples: Vec<String>,
}

/// What a rule's name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Named {
    /// The name that begins with this word.
    Word(Word),
    /// Any state's adjective.
    AnyAdjective,
    /// Any state or capital.
    AnyPlace,
}

/// All rules, by the first word of their names.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Exceptions {
    by_name: Table<Named, Vec<Exception>>,
    /// The rules as written, for their examples.
    pub rows: Vec<ExceptionRow>,
}

/// One compiled rule; words are folded, the nearest to the name first.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Exception {
    name: Vec<Word>,
    after: Vec<Vec<Word>>,
    before: Vec<Vec<Word>>,
    article_has: Vec<Word>,
    article_lacks: Vec<Word>,
}

impl Exceptions {
    /// Adds a rule.
    pub fn add(&mut self, row: ExceptionRow, lexicon: &mut Lexicon) {
        let phrases = |lexicon: &mut Lexicon, list: &[String]| -> Vec<Vec<Word>> {
            list.iter().map(|phrase| lexicon.intern(phrase)).filter(|words| !words.is_empty()).collect()
        };
        let mut after = phrases(lexicon, &row.after);
        after.iter_mut().for_each(|words| words.reverse());
        let before = phrases(lexicon, &row.before);
        let article_has: Vec<Word> = phrases(lexicon, &row.article_has).into_iter().flatten().collect();
        let article_lacks: Vec<Word> = phrases(lexicon, &row.article_lacks).into_iter().flatten().collect();
        for name in &row.names {
            let (named, name) = match name.as_str() {
                "*adjective" => (Named::AnyAdjective, Vec::new()),
                "*place" => (Named::AnyPlace, Vec::new()),
                name => {
                    let words = lexicon.intern(name);
                    (Named::Word(words.first().copied().unwrap_or(UNKNOWN_WORD)), words)
                }
            };
            let rule = Exception {
                name,
                after: after.clone(),
                before: before.clone(),
                article_has: article_has.clone(),
                article_lacks: article_lacks.clone(),
            };
            self.by_name.entry(named).or_default().push(rule);
        }
        self.rows.push(row);
    }

    /// Whether words that could be a name are something else. `back` are the words before them, the nearest
    /// first, `on` those behind, `has` tells whether a word stands in the article.
    pub fn rule_out(
        &self,
        named: Named,
        name: &[Word],
        back: impl Iterator<Item = Word> + Clone,
        on: impl Iterator<Item = Word> + Clone,
        has: impl Fn(Word) -> bool,
    ) -> bool {
        let Some(rules) = self.by_name.get(&named) else { return false };
        let begins = |phrase: &[Word], words: &mut dyn Iterator<Item = Word>| {
            phrase.iter().all(|&word| words.next() == Some(word))
        };
        rules.iter().filter(|rule| rule.name.is_empty() || rule.name == name).any(|rule| {
            rule.after.iter().any(|phrase| begins(phrase, &mut back.clone()))
                || rule.before.iter().any(|phrase| begins(phrase, &mut on.clone()))
                || rule.article_has.iter().any(|&word| has(word))
                || !rule.article_lacks.is_empty() && !rule.article_lacks.iter().any(|&word| has(word))
        })
    }
}
