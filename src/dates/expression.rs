//! A temporal expression found in an article.

use super::{DateValue, Unit};
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
    /// How far and in which direction words such as "two days after" count, so that an event can be dated
    /// from the event they count from.
    pub offset: Option<Offset>,
    /// The whole stretch, where the words are one end of it ("from 3 to 7 May").
    pub range: Option<DateValue>,
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

/// A distance in time from something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset {
    /// Whether the words count forth or back.
    pub direction: Direction,
    /// How many units; none for "some days".
    pub amount: Option<u32>,
    /// Of which unit.
    pub unit: Unit,
}

/// The direction in which time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Towards the past.
    Before,
    /// Towards the future.
    After,
}

impl ExpressionKind {
    /// The word used in TimeML and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }

    /// The value of that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Date, Self::Time, Self::Duration, Self::Set].into_iter().find(|kind| kind.as_str() == word)
    }
}

impl Basis {
    /// The word used in JSON.
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

impl Modifier {
    /// Every modifier with the word used in TimeML and in JSON.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::Start, "START"),
        (Self::Mid, "MID"),
        (Self::End, "END"),
        (Self::Approx, "APPROX"),
        (Self::Before, "BEFORE"),
        (Self::After, "AFTER"),
        (Self::OnOrBefore, "ON_OR_BEFORE"),
        (Self::OnOrAfter, "ON_OR_AFTER"),
        (Self::LessThan, "LESS_THAN"),
        (Self::MoreThan, "MORE_THAN"),
        (Self::EqualOrLess, "EQUAL_OR_LESS"),
        (Self::EqualOrMore, "EQUAL_OR_MORE"),
    ];

    /// The word used in TimeML and in JSON.
    pub fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find(|(modifier, _)| *modifier == self).map_or("", |(_, word)| word)
    }

    /// The value of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, name)| *name == word).map(|(modifier, _)| modifier)
    }
}
