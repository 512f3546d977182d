//! Names, roles and pronouns to actors.

mod actor;
mod coreference;
mod find;
mod offices;
mod rules;
mod sort;

pub use actor::{Actor, ActorMention, Actors, MentionForm, RoleMention, Sex};
pub use find::find;
pub use offices::hold_offices;
pub use rules::{Rules, Term};
pub use sort::ActorSort;

#[cfg(test)]
mod tests;
