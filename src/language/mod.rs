//! Text to sentences, tokens, lemmas, tags and dependency trees, by a model that we train ourselves.
//!
//! Three steps, so that a rewording can be undone between the first and the second:
//! [`segment`] finds sentences and tokens; `wording` may replace the analysed form of single tokens;
//! [`Model::analyse`] tags, lemmatises and parses. The parts of a model are public because `train/` learns
//! their weights with the very features that are used here; miners need [`Sentence`] only.

pub mod atoms;
mod chunk;
mod clause;
pub mod conllu;
mod document;
mod fates;
mod index;
pub mod lemmatiser;
pub mod lexicon;
mod model;
pub mod parser;
mod relation;
mod segmentation;
mod tag;
pub mod tagger;
mod tree;
mod verb_phrase;
pub mod weights;
mod words;

pub use chunk::{Apposition, Chunk};
pub use document::{Document, Sentence, Token};
pub use model::{Model, ModelError, Workspace};
pub use relation::Relation;
pub use segmentation::segment;
pub use tag::{Upos, Xpos};
pub use verb_phrase::{Modality, Tense, VerbPhrase};
pub(crate) use words::WordList;
pub use words::says_clauses_only;
