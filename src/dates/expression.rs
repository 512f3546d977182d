//! A temporal expression found in an article.

use super::DateValue;
use crate::article::Location;

/// Words that name a time, what they mean, and how we know.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// The words, with TimeML extents.
    pub location: Location,
    /// The sentence of the document they stand in.
    pub sentence: usize,
    /// The tokens of that sentence they cover.
    pub tokens: std::ops::Range<usize>,
    /// What sort of time they name.
    pub kind: ExpressionKind,
    /// The TIMEX3 value; none where TimeML would have no value.
    pub timex3: Option<String>,
    /// "early", "late", "around" and the like.
    pub modifier: Option<Modifier>,
    /// The date, for a DATE or a TIME that could be placed; also partial ones such as `XXXX-04-04`.
    pub value: Option<DateValue>,
    /// What the value rests on.
    pub basis: Basis,
    /// What a relative expression was counted from.
    pub anchor: Option<Anchor>,
    /// Other readings that were kept ("04/05/2017"; a weekday that contradicts its date).
    pub alternatives: Vec<DateValue>,
    /// The rule that found it.
    pub rule: String,
}

/// The four types of TimeML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum ExpressionKind {
    Date,
    Time,
    Duration,
    Set,
}

/// What the value of an expression rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Its own words suffice.
    Explicit,
    /// The publication date.
    Publication,
    /// The running date of the narrative.
    Narrative,
    /// Another expression, named by `anchor`.
    Anchor,
    /// It could not be placed.
    None,
}

/// What a relative expression was counted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// The publication date.
    Publication,
    /// The expression at this place.
    Expression(Location),
}

/// TimeML's `mod`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Modifier {
    Start,
    Mid,
    End,
    Approx,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

impl ExpressionKind {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

impl Basis {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Publication => "publication",
            Self::Narrative => "narrative",
            Self::Anchor => "anchor",
            Self::None => "none",
        }
    }
}

impl Modifier {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}
