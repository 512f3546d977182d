//! Triggers to mentions; mentions of one happening; their relations.

mod mention;

pub use mention::{
    EventDate, EventDateBasis, EventRelation, EventRelationKind, Mention, MentionId, Participant, Particular,
    Place, Status, Within,
};
