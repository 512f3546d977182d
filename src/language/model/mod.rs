//! The trained model.

mod coding;
mod format;
mod words;

use super::lemmatiser::Lemmatiser;
use super::lexicon::Lexicon;
use super::parser::{Parser, Room};
use super::tagger::{Tagger, features::View, harm, mandative, past, verbs};
use super::weights::Weights;
use super::{Document, Sentence};
use rayon::prelude::*;

/// The model that `train/` writes.
static EMBEDDED: &[u8] = include_bytes!("../../../model/english.model");

/// Its tables, which `build/` has decoded: whoever asks for one sentence should not wait for that, and of a
/// table that is part of the program only what is looked at is read.
mod tables {
    pub(super) static LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.slots"));
    pub(super) static FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/first.weights"));
    pub(super) static SECOND: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/second.weights"));
    pub(super) static BACKWARDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/backwards.weights"));
    pub(super) static FORWARDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/forwards.weights"));
}

/// Tagger, lemmatiser and parser with their weights.
#[derive(Debug)]
pub struct Model {
    /// Gives parts of speech.
    pub tagger: Tagger,
    /// Gives dictionary forms.
    pub lemmatiser: Lemmatiser,
    /// Gives heads and relations.
    pub parser: Parser,
}

/// The model file cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the language model cannot be read: {0}")]
pub struct ModelError(pub String);

/// Fewer sentences than these are not worth another thread.
const SENTENCES_AT_ONCE: usize = 4;

/// Room to work in, kept from sentence to sentence so that nothing is allocated for each.
#[derive(Debug, Clone, Default)]
pub struct Workspace {
    view: View,
    room: Room,
}

impl Model {
    /// The model compiled into the program.
    ///
    /// # Errors
    /// If the program was built with a damaged model.
    pub fn embedded() -> Result<Self, ModelError> {
        format::read_with(EMBEDDED, |_| {
            Some(format::Tables {
                lexicon: Lexicon::of_slots(tables::LEXICON)?,
                first: Weights::new(tables::FIRST)?,
                second: Weights::new(tables::SECOND)?,
                backwards: Weights::new(tables::BACKWARDS)?,
                forwards: Weights::new(tables::FORWARDS)?,
            })
        })
    }

    /// A hash of the model compiled in: chronicles with the same one were mined by the same model.
    pub fn fingerprint() -> String {
        env!("MODEL_FINGERPRINT").into()
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// If the bytes are no model of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        format::read(bytes)
    }

    /// Writes a model file.
    pub fn to_bytes(&self) -> Vec<u8> {
        format::write(self)
    }

    /// Tags, lemmatises and parses segmented sentences.
    pub fn analyse(&self, mut sentences: Vec<Sentence>) -> Document {
        let in_turn = |some: &mut [Sentence], workspace: &mut Workspace| {
            some.iter_mut().for_each(|sentence| self.analyse_sentence(sentence, workspace));
        };
        // Whoever mines many articles side by side has work for every thread, and one that waits here would begin another
        // article meanwhile. Where one article is all there is, most of the time goes into this.
        if rayon::current_thread_index().is_some() {
            in_turn(&mut sentences, &mut Workspace::default());
        } else {
            let several = sentences.par_chunks_mut(SENTENCES_AT_ONCE);
            several.for_each_init(Workspace::default, |workspace, some| in_turn(some, workspace));
        }
        Document { sentences }
    }

    /// Tags, lemmatises and parses one sentence.
    pub fn analyse_sentence(&self, sentence: &mut Sentence, workspace: &mut Workspace) {
        self.tag(sentence, workspace);
        self.lemmatiser.lemmatise(sentence);
        self.parse(sentence, workspace);
        sentence.index_tree();
    }

    /// Tags one sentence.
    pub fn tag(&self, sentence: &mut Sentence, workspace: &mut Workspace) {
        self.tagger.tag(sentence, &mut workspace.view);
        verbs::mend(sentence);
        mandative::mend(&mut sentence.tokens);
        past::mend(sentence);
        harm::mend(sentence);
        self.tagger.mend_verbless(sentence, &workspace.view);
    }

    /// Sets heads and relations of one tagged sentence, but not the index of its tree.
    pub fn parse(&self, sentence: &mut Sentence, workspace: &mut Workspace) {
        self.parser.parse(sentence, &mut workspace.room);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Part, Span};
    use crate::language::segment;

    fn analyse(text: &str) -> Document {
        let model = Model::embedded().unwrap();
        model.analyse(segment(text, Part::Text, Span::new(0, text.len())))
    }

    /// The finite verbs of a text.
    fn finite(text: &str) -> Vec<String> {
        let verbs = analyse(text).sentences.into_iter().flat_map(|sentence| sentence.tokens);
        verbs.filter(|token| token.xpos.is_finite()).map(|token| token.form.to_string()).collect()
    }

    #[test]
    fn a_closed_sentence_has_a_verb() {
        assert_eq!(finite("The protesters chanted slogans."), ["chanted"]);
        assert_eq!(finite("The Bank of Peru halts business with a bank in Chile."), ["halts"]);
        assert_eq!(
            finite("Hundreds of miners, many of them dressed in green, marched through Lima."),
            ["marched"]
        );
        // Headings that somebody closed have none.
        assert!(finite("Two football fans killed in street clashes near Fortaleza, Brazil.").is_empty());
        assert!(finite("Pirates holding a dozen sailors in safe havens on the coast.").is_empty());
    }

    #[test]
    fn subject_verb_object() {
        let document = analyse("Russia vetoed the resolution.");
        let sentence = &document.sentences[0];
        let found: Vec<_> = sentence
            .tokens
            .iter()
            .map(|token| (token.lemma.as_str(), token.xpos.as_str(), token.relation.as_str(), token.head))
            .collect();
        assert_eq!(
            found,
            [
                ("Russia", "NNP", "nsubj", Some(1)),
                ("veto", "VBD", "root", None),
                ("the", "DT", "det", Some(3)),
                ("resolution", "NN", "obj", Some(1)),
                (".", ".", "punct", Some(1)),
            ]
        );
    }

    #[test]
    fn every_tree_is_one_tree() {
        let document =
            analyse("!!! \u{1f600} word word the of the of ( , ) said that. مرحبا بالعالم \u{7}\n\n)");
        for sentence in &document.sentences {
            assert_eq!(sentence.tokens.iter().filter(|token| token.head.is_none()).count(), 1);
            let root = sentence.root().unwrap();
            assert_eq!(sentence.subtree(root), 0..sentence.tokens.len());
        }
    }

    #[test]
    fn a_damaged_model_is_an_error() {
        assert!(Model::from_bytes(b"nonsense").is_err());
        assert!(Model::from_bytes(&EMBEDDED[..EMBEDDED.len() / 2]).is_err());
    }

    #[test]
    fn a_written_model_is_read_again() {
        let model = Model::embedded().unwrap();
        let again = Model::from_bytes(&model.to_bytes()).unwrap();
        assert_eq!(again.parser.forwards.actions, model.parser.forwards.actions);
        assert_eq!(again.to_bytes(), model.to_bytes());
    }
}
