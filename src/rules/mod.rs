//! Rules are data: the files of `rules/`, compiled in, and a folder that an analyst may lay over them.
//!
//! This stage reads files and says precisely what is wrong with them; what the rules of a stage mean is
//! that stage's business, which compiles them into its own form.

pub mod embedded;
mod error;
pub mod fold;
mod files;
mod rows;
pub mod table;

pub use error::RuleError;
pub use files::{RuleFile, RuleFiles};
