//! An analysed article: its sentences and their tokens.

use super::index::TreeIndex;
use super::{Relation, Upos, Xpos};
use crate::article::{Location, Part, Span};
use compact_str::CompactString;

/// All sentences of an article, those of the title first.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The sentences in reading order.
    pub sentences: Vec<Sentence>,
}

/// One sentence (or heading, dateline, list item) with its dependency tree.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// The part of the article it stands in.
    pub part: Part,
    /// From its first to its last token.
    pub span: Span,
    /// The paragraph of its part, counted from 0.
    pub paragraph: usize,
    /// Its tokens in order.
    pub tokens: Vec<Token>,
    /// How many of its tokens the parser's two passes hang on different heads: a measure of how hard it is to read.
    pub unsettled: usize,
    /// Who depends on whom, the other way round.
    pub(super) index: TreeIndex,
}

/// A word or punctuation mark by the conventions of UD English. Indexes of tokens count from 0 within
/// their sentence.
#[derive(Debug, Clone, Default)]
pub struct Token {
    /// Where it stands in the unaltered text.
    pub span: Span,
    /// The form that is analysed: quotes straightened, or the original word where the article is reworded.
    pub form: CompactString,
    /// `form` in lower case.
    pub lower: CompactString,
    /// The dictionary form.
    pub lemma: CompactString,
    /// The universal part of speech.
    pub upos: Upos,
    /// The Penn Treebank tag.
    pub xpos: Xpos,
    /// The token it depends on; none for the root.
    pub head: Option<usize>,
    /// Its relation to the head.
    pub relation: Relation,
    /// Whether white space (or the sentence's end) follows it in the text.
    pub space_after: bool,
    /// Whether `form` is a restored word: the text has a machine-made synonym instead.
    pub reworded: bool,
}

impl Sentence {
    /// A sentence of tokens whose heads, if they have any, are final: the tree is indexed here.
    pub fn new(part: Part, span: Span, paragraph: usize, tokens: Vec<Token>) -> Self {
        let mut sentence = Self { part, span, paragraph, tokens, unsettled: 0, index: TreeIndex::default() };
        sentence.index_tree();
        sentence
    }

    /// Brings the index of the tree up to date after heads were changed.
    pub fn index_tree(&mut self) {
        self.index = TreeIndex::of(&self.tokens);
    }

    /// "one in five", "nine out of ten": whether a number tells a share, and not how many there are.
    pub fn is_share(&self, number: usize) -> bool {
        let lower = |at: usize| self.tokens.get(at).map_or("", |token| token.lower.as_str());
        let counts = |at: usize| self.tokens.get(at).is_some_and(|token| token.upos == Upos::Num);
        lower(number + 1) == "in" && counts(number + 2)
            || (lower(number + 1), lower(number + 2)) == ("out", "of") && counts(number + 3)
    }

    /// Whether two sentences stand in one paragraph.
    pub fn shares_paragraph(&self, other: &Self) -> bool {
        (self.part, self.paragraph) == (other.part, other.paragraph)
    }

    /// The place of a token.
    pub fn location(&self, token: usize) -> Location {
        Location::new(self.part, self.tokens[token].span)
    }

    /// The place of a range of tokens.
    pub fn location_of(&self, tokens: std::ops::Range<usize>) -> Location {
        Location::new(self.part, self.span_of(tokens))
    }

    /// The tokens at a place; none where it lies elsewhere.
    pub fn tokens_at(&self, location: Location) -> std::ops::Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.begin < location.span.begin);
        let within = |token: &&Token| self.part == location.part && token.span.end <= location.span.end;
        first..first + self.tokens[first..].iter().take_while(within).count()
    }

    /// The least span from the first to the last of a range of tokens; empty at the sentence's begin for
    /// an empty range.
    pub fn span_of(&self, tokens: std::ops::Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|i| self.tokens.get(i))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.cover(last.span),
            _ => Span::new(self.span.begin, self.span.begin),
        }
    }
}
