//! Timelines and findings to formats: one file per format, one registry.
//!
//! A report is plain data. It becomes a [`Sheet`] for readers and records for programs; a format writes either.

mod actors;
mod articles;
mod claims;
mod csv;
mod date;
mod detail;
mod events;
mod evidence;
pub mod findings;
mod findings_table;
mod format;
mod json;
mod linked;
mod log;
mod markdown;
mod neutral;
mod questions;
mod record;
mod sheet;
mod table;
mod timeline;
mod who;

pub use crate::article::CodePoints;
pub use date::Calendar;
pub use detail::{Assembled, actor_report, article_report};
pub use events::EventList;
pub use evidence::{ClaimExplained, Explained, Shown};
pub use format::{FORMATS, Format, Layout, Report};
pub use linked::linked_record;
pub use log::Log;
pub use neutral::{for_csv, for_markdown, for_terminal, write_json};
pub use sheet::{Cell, Column, Flow, Part, Row, Sheet};
pub use table::wrap;
pub use who::{short_actor, who};
