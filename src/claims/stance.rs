//! How speakers stand to what is said, and what of it is at issue.

use serde::{Deserialize, Serialize};

/// How a speaker stands to what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// Holds it true.
    Asserts,
    /// Holds it false.
    Denies,
    /// Holds it uncertain.
    Doubts,
    /// Will not have it.
    Rejects,
    /// Blames somebody for it.
    Accuses,
    /// Wants it done.
    Demands,
    /// Consents to it or shares it.
    Agrees,
    /// Will do it.
    Promises,
    /// Will do it to somebody's harm.
    Threatens,
    /// Expects it.
    Predicts,
    /// Plans it.
    Intends,
    /// Thinks, fears or hopes it.
    Believes,
    /// Wants to know it.
    Asks,
    /// Is for it.
    Supports,
}

impl Stance {
    /// Every stance.
    pub const ALL: [Self; 14] = [
        Self::Asserts,
        Self::Denies,
        Self::Doubts,
        Self::Rejects,
        Self::Accuses,
        Self::Demands,
        Self::Agrees,
        Self::Promises,
        Self::Threatens,
        Self::Predicts,
        Self::Intends,
        Self::Believes,
        Self::Asks,
        Self::Supports,
    ];

    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asserts => "asserts",
            Self::Denies => "denies",
            Self::Doubts => "doubts",
            Self::Rejects => "rejects",
            Self::Accuses => "accuses",
            Self::Demands => "demands",
            Self::Agrees => "agrees",
            Self::Promises => "promises",
            Self::Threatens => "threatens",
            Self::Predicts => "predicts",
            Self::Intends => "intends",
            Self::Believes => "believes",
            Self::Asks => "asks",
            Self::Supports => "supports",
        }
    }
}

/// What of a happening is at issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Aspect {
    /// That it happened.
    Occurrence,
    /// Who did it.
    Actor,
    /// To whom.
    Target,
    /// How many.
    Number,
    /// Whether it was lawful.
    Legality,
    /// What proves it.
    Evidence,
    /// Something else.
    Other,
}

impl Aspect {
    /// Every aspect.
    pub const ALL: [Self; 7] = [
        Self::Occurrence,
        Self::Actor,
        Self::Target,
        Self::Number,
        Self::Legality,
        Self::Evidence,
        Self::Other,
    ];

    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Occurrence => "occurrence",
            Self::Actor => "actor",
            Self::Target => "target",
            Self::Number => "number",
            Self::Legality => "legality",
            Self::Evidence => "evidence",
            Self::Other => "other",
        }
    }
}
