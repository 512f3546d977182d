//! Names, roles and pronouns to actors.

mod actor;
mod coreference;
mod find;
mod offices;
mod rules;

pub use actor::{Actor, ActorMention, ActorSort, Actors, MentionForm, RoleMention, Sex};
pub use find::find;
pub use offices::hold_offices;
pub use rules::{Rules, Term};

#[cfg(test)]
mod tests;
