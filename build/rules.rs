//! Rule files, as the program reads them.

#![allow(dead_code, unused_imports)]

#[path = "../src/rules/error.rs"]
mod error;
#[path = "../src/rules/files.rs"]
mod files;
#[path = "../src/rules/fold.rs"]
pub mod fold;
#[path = "../src/rules/rows.rs"]
mod rows;
#[path = "../src/rules/table.rs"]
pub mod table;
pub use error::RuleError;
pub use files::{RuleFile, RuleFiles};
