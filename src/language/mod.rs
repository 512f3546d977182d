//! Text to sentences, tokens, lemmas, tags and dependency trees, by a model that we train ourselves.
//!
//! Three steps, so that a rewording can be undone between the first and the second:
//! [`segment`] finds sentences and tokens; `wording` may replace the analysed form of single tokens;
//! [`Model::analyse`] tags, lemmatises and parses.

mod document;
mod index;
mod relation;
mod segmentation;
mod tag;
mod model;
mod tree;

pub use document::{Document, Sentence, Token};
pub use model::{Model, ModelError};
pub use relation::Relation;
pub use segmentation::segment;
pub use tag::{Upos, Xpos};
