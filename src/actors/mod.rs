//! Names, roles and pronouns to actors.

mod actor;

pub use actor::{Actor, ActorMention, ActorSort, Actors, MentionForm};
