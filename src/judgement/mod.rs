//! What analysts decided: the value, how it is written down, and where it holds after mining anew.
//!
//! A judgement is made on places in texts. It keeps the hash of the text, the spans, the words in them, kind and
//! date as they were, so that it finds its place again whatever mining makes of the text ([`attach`]); a
//! judgement on an event is one on all mentions that the event had. Nothing here knows a file, a clock or a
//! store.

mod attach;
mod correction;
mod fault;
mod key;
mod moment;

pub use attach::{Attached, Candidate, attach};
pub use correction::{Correction, Meaning, Party};
pub use moment::{is_moment, moment};

use serde::{Deserialize, Serialize};

/// One decision of an analyst.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// When: UTC, to the microsecond, so that the order of time is that of the letters.
    pub made: String,
    /// Who.
    pub who: String,
    /// What is decided.
    pub verb: Verb,
    /// On what sort of thing.
    pub subject: Subject,
    /// What is put in the place of what was mined.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// The argument, or the text of a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The key of the judgement that this one undoes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<String>,
    /// What it was made on.
    #[serde(default)]
    pub targets: Vec<Target>,
}

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verb {
    /// It is right.
    Accept,
    /// It is no event, no claim, no link.
    Reject,
    /// These are one.
    Merge,
    /// These are not one with the rest.
    Split,
    /// Something of it is otherwise.
    Correct,
    /// Something is to be remembered.
    Note,
    /// An article is withdrawn.
    Forget,
    /// Another judgement is withdrawn.
    Undo,
}

/// What sort of thing a judgement is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// An event with all its mentions.
    Event,
    /// Single mentions.
    Mention,
    /// A claim.
    Claim,
    /// An article.
    Article,
    /// That mentions tell of one event.
    Link,
    /// That articles are of one origin.
    Origin,
    /// Another judgement.
    Judgement,
}

/// What sort of thing a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Thing {
    /// A mention of a happening.
    Mention,
    /// A claim.
    Claim,
    /// A whole text.
    Text,
}

/// One place that a judgement was made on, in words that outlive mining anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// What stands on one side is one, what stands on different sides is not; 0 where nothing is set apart.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub side: u32,
    /// What sort of thing it is.
    pub thing: Thing,
    /// The id that it had.
    pub name: String,
    /// The hash of the text.
    pub text: String,
    /// `title` or `text`; none for a whole text.
    #[serde(default, rename = "in", skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// The trigger or the cue, from its first to its last code point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words_at: Option<(i64, i64)>,
    /// All that tells of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<(i64, i64)>,
    /// The words of the trigger or the cue; the title of a text.
    pub words: String,
    /// The kind, or the stance of a claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The date that it had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edtf: Option<String>,
}

impl Verb {
    /// Every verb.
    pub const ALL: [Self; 8] = [
        Self::Accept,
        Self::Reject,
        Self::Merge,
        Self::Split,
        Self::Correct,
        Self::Note,
        Self::Forget,
        Self::Undo,
    ];

    /// The word used in JSON, in the database and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Merge => "merge",
            Self::Split => "split",
            Self::Correct => "correct",
            Self::Note => "note",
            Self::Forget => "forget",
            Self::Undo => "undo",
        }
    }

    /// The verb of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verb| verb.as_str() == word)
    }

    /// What was done, for people: "rejected".
    pub fn past(self) -> &'static str {
        match self {
            Self::Accept => "accepted",
            Self::Reject => "rejected",
            Self::Merge => "merged",
            Self::Split => "split",
            Self::Correct => "corrected",
            Self::Note => "noted",
            Self::Forget => "forgotten",
            Self::Undo => "undone",
        }
    }
}

impl Subject {
    /// Every sort.
    pub const ALL: [Self; 7] =
        [Self::Event, Self::Mention, Self::Claim, Self::Article, Self::Link, Self::Origin, Self::Judgement];

    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Mention => "mention",
            Self::Claim => "claim",
            Self::Article => "article",
            Self::Link => "link",
            Self::Origin => "origin",
            Self::Judgement => "judgement",
        }
    }

    /// The sort of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.as_str() == word)
    }
}

impl Thing {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mention => "mention",
            Self::Claim => "claim",
            Self::Text => "text",
        }
    }

    /// The thing of that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Mention, Self::Claim, Self::Text].into_iter().find(|thing| thing.as_str() == word)
    }
}

fn is_zero(side: &u32) -> bool {
    *side == 0
}
