//! Names, roles and pronouns to actors.

mod actor;
mod rules;

pub use actor::{Actor, ActorMention, ActorSort, Actors, MentionForm};
pub use rules::{Rules, Term};
