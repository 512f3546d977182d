//! The chronicle in SQLite.
//!
//! What readers may rely on:
//!
//! - `schema/` documents every table; its conventions (offsets in code points, `_day` columns, names) hold
//!   everywhere. Queries read through [`Chronicle::connection`], with bound arguments.
//! - Every committed state is whole: articles, their findings, events, the timeline and the search indexes
//!   belong together; `mentions.event` is NULL only in superseded texts.
//! - An event is found by the name of any of its mentions (`mentions.name`), by its own (`events.name`), or
//!   through `retired_names`.
//! - The timeline is read from `timeline_rows` in key order, by party from `timeline_parties`. A party is an
//!   actor's key, or a country code for everybody who stands for that state on that date.
//! - `event_search` answers in the order of the timeline: its row numbers are those of [`position_of`].
//! - Chronicles opened to be read are never written to, not even their journal.

mod articles;
mod changes;
mod check;
mod drive;
mod dump;
mod error;
mod events;
mod findings;
mod import;
mod judge;
mod judgements;
mod links;
mod migration;
mod names;
mod open;
mod remine;
mod step;
mod values;

pub use articles::publication_identity;
pub use changes::{Changes, EventLine};
pub use check::Fault;
pub use drive::Progress;
pub use dump::DumpError;
pub use error::StoreError;
pub use events::{EVENT_OF_POSITION, SECTIONS, day_of_position_sql, position_of, position_sql, positions};
pub use import::{Counts, Import, Judged, Provenance, Reading};
pub use judge::{Effect, Miner};
pub use judgements::{Logged, LoggedTarget};
pub use names::folded;
pub use open::Chronicle;
pub use remine::{Mining, Remined};
