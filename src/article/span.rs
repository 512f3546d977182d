//! Places in an article.

/// A half-open range of bytes in one part of an article; both ends lie on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub begin: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `begin` up to `end`.
    pub fn new(begin: usize, end: usize) -> Self {
        debug_assert!(begin <= end, "a span runs forward: {begin}..{end}");
        Self { begin, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.begin
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.begin == self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.begin < other.end && other.begin < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.begin <= other.begin && other.end <= self.end
    }

    /// The least span that covers both.
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.begin.min(other.begin), self.end.max(other.end))
    }
}

/// The parts of an article that are mined; spans count from the beginning of their part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The headline, where it is given apart from the text.
    Title,
    /// The text.
    #[default]
    Text,
}

impl Part {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Text => "text",
        }
    }
}

/// A span and the part that it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Location {
    /// The part.
    pub part: Part,
    /// The place in it.
    pub span: Span,
}

impl Location {
    /// A place in a part.
    pub fn new(part: Part, span: Span) -> Self {
        Self { part, span }
    }
}
