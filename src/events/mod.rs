//! Triggers to mentions; mentions of one happening; their relations.
//!
//! Which words tell of which kind of event, and where its participants stand, is data (`rules/events`);
//! what a tree says about subject and object, fact and plan, time and place, is the code of this stage.

mod claimed;
mod compile;
mod country;
mod date;
mod draft;
mod example;
mod file;
mod find;
mod grammar;
mod happening;
mod inflection;
mod label;
mod matching;
mod mention;
mod particular;
mod place;
mod reading;
mod relation;
mod relation_kind;
mod rule;
mod silent;
mod somebody;
mod status;
mod within;

pub use claimed::{ClaimContent, joined, place_within_claims, reach};
pub use example::Read;
pub use find::{Found, find};
pub use mention::{
    EventDate, EventDateBasis, EventRelation, Mention, MentionId, Participant, Particular, Place, Status,
    Within,
};
pub use particular::number_of;
pub use place::capitals;
pub use reading::country_code;
pub use relation_kind::EventRelationKind;
pub use rule::Rules;

pub use crate::places::{Extent, PlaceMention};
