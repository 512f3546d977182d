//! A claim: who says what, how, and about what.

use super::stance::{Aspect, Stance};
use crate::article::{Part, Span};
use crate::dates::DateValue;
use crate::events::MentionId;

/// The name of a claim: 64 bits of a hash of (hash of the text or title, cue and content spans, ordinal).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub u64);

impl std::fmt::Display for ClaimId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Something that somebody says, believes, demands or promises.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Its stable name.
    pub id: ClaimId,
    /// The part its spans count in.
    pub part: Part,
    /// The sentence of the document in which the cue (or else the content) stands.
    pub sentence: usize,
    /// The speaker, as index into the article's actors.
    pub speaker: Option<usize>,
    /// The words that name the speaker: the whole noun phrase; empty where nobody is named.
    pub source: Vec<Span>,
    /// The words that say that it is said.
    pub cue: Vec<Span>,
    /// What is said; more than one span where the cue splits it.
    pub content: Vec<Span>,
    /// To whom it is said, as index into the article's actors.
    pub addressee: Option<usize>,
    /// How the speaker stands to the content.
    pub stance: Stance,
    /// Whether the saying itself is negated ("did not deny").
    pub polarity: Polarity,
    /// Whether the saying itself is certain ("may have said").
    pub modality: Modality,
    /// Whether the saying takes its content for granted: who is reminded of a thing, or condemns it, has it
    /// happen.
    pub granted: bool,
    /// Whose words the content is in.
    pub quoted: Quoted,
    /// The mentions it is about.
    pub about: Vec<MentionId>,
    /// What of them is at issue.
    pub aspect: Option<Aspect>,
    /// When it was said.
    pub date: Option<DateValue>,
    /// The claim in whose content it stands, as index into the list of claims.
    pub within: Option<usize>,
    /// The rule that found it.
    pub rule: String,
}

/// Whether the saying is affirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is said.
    Positive,
    /// It is not said.
    Negative,
}

impl Polarity {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
        }
    }
}

/// Whether the saying is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// It was said.
    Certain,
    /// It may have been said.
    Possible,
    /// It is said to have been said.
    Reported,
}

impl Modality {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Possible => "possible",
            Self::Reported => "reported",
        }
    }
}

/// Whose words the content is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quoted {
    /// The speaker's, in quotation marks.
    Direct,
    /// The author's.
    Indirect,
    /// Partly in quotation marks.
    Mixed,
}

impl Quoted {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}
