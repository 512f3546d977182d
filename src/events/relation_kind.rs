//! The ways in which happenings hang together.

use serde::{Deserialize, Serialize};

/// How happenings hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EventRelationKind {
    /// `from` came after `to`.
    After,
    /// `from` answers `to`; only where the words say so.
    Response,
    /// `from` was caused by `to`; only where the words say so.
    Cause,
    /// `from` happened during `to`.
    During,
    /// `from` is part of `to`.
    Part,
    /// `from` happens on condition of `to`.
    Condition,
}

impl EventRelationKind {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::After => "after",
            Self::Response => "response",
            Self::Cause => "cause",
            Self::During => "during",
            Self::Part => "part",
            Self::Condition => "condition",
        }
    }
}
