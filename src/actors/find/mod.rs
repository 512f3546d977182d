//! Finding actors: names and nouns by longest match, then the phrases that they form, then the short names
//! by which an article goes on to speak of people.

mod acronyms;
mod apposition;
mod counted;
mod grammar;
mod names;
mod organisations;
mod phrases;
mod places;
mod registry;
mod shared;
mod units;
mod words;

use super::rules::lexicon::Word;
use super::{Actors, Rules};
use crate::article::Article;
use crate::language::Document;
pub(super) use counted::RULE as COUNTED;
pub(super) use registry::{Registry, head_of};
use std::collections::HashSet;
use units::{ArticleWords, Unit};
use words::{Vocabulary, Words};

/// Finds the actors of an article: states, bodies, organisations, groups, persons, people by kind.
///
/// Works from tokens alone; tags and trees, where there are any, make it more exact.
pub fn find(article: &Article, document: &Document, rules: &Rules) -> Actors {
    let mut vocabulary = Vocabulary::default();
    let words: Vec<Words> =
        document.sentences.iter().map(|sentence| vocabulary.read(&rules.lexicon, sentence)).collect();
    let present = Present::of(&words);
    let mut units: Vec<Vec<Unit>> = document
        .sentences
        .iter()
        .zip(&words)
        .map(|(sentence, words)| units::units(sentence, words, rules, &present))
        .collect();
    let mut registry = Registry::new(rules, document);
    names::resolve(&mut registry, &words, &mut units, article.published.date);
    phrases::read(&mut registry, &words, &units);
    acronyms::read(&mut registry);
    super::coreference::resolve(&mut registry, article.published.date);
    counted::read(&mut registry);
    registry.finish()
}

/// The capitalised words of an article.
struct Present(HashSet<Word>);

impl Present {
    fn of(words: &[Words]) -> Self {
        let pieces = words.iter().flat_map(|words| &words.pieces);
        Self(pieces.filter(|piece| piece.capital).map(|piece| piece.word).collect())
    }
}

impl ArticleWords for Present {
    fn has(&self, word: Word) -> bool {
        self.0.contains(&word)
    }
}
