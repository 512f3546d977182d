//! One place in one article where a happening is spoken of.

use super::relation_kind::EventRelationKind;
use crate::article::{Location, Part, Span};
use crate::dates::DateValue;

/// The name of a mention: 64 bits of a hash of (hash of the text or title, trigger span, ordinal), so that
/// the same text mined again gives the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionId(pub u64);

impl std::fmt::Display for MentionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// One place where a happening is spoken of, with the words for each thing that is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its stable name.
    pub id: MentionId,
    /// Mentions of one happening inside the article share this number.
    pub happening: usize,
    /// The part its spans count in.
    pub part: Part,
    /// The sentence of the document.
    pub sentence: usize,
    /// The token of that sentence that heads the trigger.
    pub head: usize,
    /// The words of the trigger; more than one span where it is split.
    pub trigger: Vec<Span>,
    /// From the first to the last word that tells of it.
    pub span: Span,
    /// PLOVER's kind, or one of ours.
    pub kind: String,
    /// What refines the kind (*visit*, *veto*, *airstrike*).
    pub mode: Option<String>,
    /// PLOVER's contexts (*military*, *diplomatic*).
    pub contexts: Vec<String>,
    /// The WHAT of a timeline.
    pub label: String,
    /// Whether it happened.
    pub status: Status,
    /// The claim or the act in whose content it stands.
    pub within: Option<Within>,
    /// Whether the words take it for granted: "he mocked the intervention" is no claim that there was one.
    pub presupposed: bool,
    /// Whether a relative clause tells it by the way: "pledges to rebuild the plant in which 120 people were killed".
    pub by_the_way: bool,
    /// Who does it.
    pub sources: Vec<Participant>,
    /// To whom it is done.
    pub targets: Vec<Participant>,
    /// Where.
    pub place: Option<Place>,
    /// Numbers told of it.
    pub particulars: Vec<Particular>,
    /// When.
    pub date: Option<EventDate>,
    /// The rule that found it.
    pub rule: String,
    /// How sure it is that all of this is right, from 0 to 1; 0 before it was weighed.
    pub sureness: f64,
    /// What speaks against it, the weightiest first.
    pub doubts: Vec<String>,
}

impl Mention {
    /// From the first to the last word of the trigger.
    pub fn whole_trigger(&self) -> Span {
        self.trigger.iter().copied().reduce(Span::cover).unwrap_or(self.span)
    }

    /// The first number of a sort that is told of it: "killed", "wounded", "minutes".
    pub fn number(&self, what: &str) -> Option<&Particular> {
        self.particulars.iter().find(|one| one.what == what)
    }
}

/// Whether a happening is told as fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Told as past or present in the article's own voice.
    Happened,
    /// Announced or scheduled.
    Planned,
    /// Conditional, possible, feared.
    Hypothetical,
    /// Told as past or present only inside what somebody says.
    Claimed,
    /// Said not to have happened.
    Denied,
}

impl Status {
    /// Whether it is told as done, by the article or by somebody in it.
    pub fn is_told_as_done(self) -> bool {
        matches!(self, Self::Happened | Self::Claimed)
    }
}

/// In whose content a mention stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// A claim, by its place in the findings' list.
    Claim(usize),
    /// Another mention: a threat, an agreement, a demand.
    Mention(MentionId),
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Index into the article's actors; none for words that are no actor ("the base").
    pub actor: Option<usize>,
    /// The words.
    pub location: Location,
    /// A code that the words have here beyond their actor's: the country of a town attacked, of "refugees
    /// in Liberia".
    pub code: Option<String>,
}

/// Where something happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The gazetteer's name, or the article's.
    pub name: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Degrees north and east.
    pub coordinates: Option<(f64, f64)>,
    /// The words.
    pub location: Location,
}

/// A number told of a happening.
#[derive(Debug, Clone, PartialEq)]
pub struct Particular {
    /// What is counted: "killed", "wounded", "detained", "missiles", "dollars", "minutes".
    pub what: String,
    /// The least it can be.
    pub low: Option<f64>,
    /// The most it can be.
    pub high: Option<f64>,
    /// The words.
    pub location: Location,
}

/// When a happening happened and how we know.
#[derive(Debug, Clone, PartialEq)]
pub struct EventDate {
    /// The date.
    pub value: DateValue,
    /// The TIMEX3 value of the expression it rests on, if it rests on one.
    pub timex3: Option<String>,
    /// What it rests on.
    pub basis: EventDateBasis,
    /// Whether it was reasoned rather than read: a relation, another mention, the publication date.
    pub inferred: bool,
    /// The argument, a sentence a step.
    pub reasons: Vec<String>,
    /// The words it rests on.
    pub anchor: Option<Location>,
}

/// What the date of a happening rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventDateBasis {
    /// An expression that modifies the trigger.
    Expression,
    /// An expression of the same clause.
    Clause,
    /// The running date of the story.
    Narrative,
    /// The publication date, by grammar.
    Publication,
    /// A relation to another happening.
    Relation,
}

/// A relation between two mentions; `from` is the later or dependent one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRelation {
    /// What it says.
    pub kind: EventRelationKind,
    /// The later or dependent mention.
    pub from: MentionId,
    /// The earlier or independent one.
    pub to: MentionId,
    /// The words that say so.
    pub words: Location,
}

impl Status {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Planned => "planned",
            Self::Hypothetical => "hypothetical",
            Self::Claimed => "claimed",
            Self::Denied => "denied",
        }
    }
}

impl EventDateBasis {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Expression => "expression",
            Self::Clause => "clause",
            Self::Narrative => "narrative",
            Self::Publication => "publication",
            Self::Relation => "relation",
        }
    }
}
