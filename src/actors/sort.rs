//! What sorts of actors there are.

use serde::{Deserialize, Serialize};

/// What sort of actor it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ActorSort {
    /// One person.
    Person,
    /// A state or territory; its government and capital when they stand for it.
    State,
    /// A body of a state: ministry, parliament, army, court.
    Body,
    /// An international organisation or one of its organs.
    Organisation,
    /// An armed or opposition group, a party, a company, a news outlet.
    Group,
    /// People by kind: "rebels", "Russian troops", "two Turkish diplomats".
    People,
}

impl ActorSort {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::State => "state",
            Self::Body => "body",
            Self::Organisation => "organisation",
            Self::Group => "group",
            Self::People => "people",
        }
    }
}
