//! Filters to SQL to timelines.
//!
//! A question is parsed to a [`Filter`], a tree; the tree is written as SQL with bound arguments; the answer is
//! plain data that knows neither the database nor how it will be printed.

mod actors;
mod announced;
mod articles;
mod claims;
mod condition;
mod detail;
mod entry;
mod error;
mod evidence;
mod filter;
mod fold;
mod identify;
mod judge;
mod judged;
mod linked;
mod names;
mod order;
mod original;
mod party;
mod period;
mod questions;
mod read;
mod search;
mod short;
mod sql;
mod stretch;
mod text;
pub mod timeline;

pub use actors::{ActorEntry, ActorList, actor, actors};
pub use articles::{ArticleEntry, ArticleFilter, Articles, articles};
pub use claims::{ArticleName, ClaimEntry, ClaimFilter, Claims, claims, events_about};
pub use detail::{ActorDetail, ArticleDetail, actor_detail, article_detail, claim};
pub use error::QueryError;
pub use evidence::{Evidence, MentionEvidence, claim_words, evidence, original_around};
pub use filter::{Filter, Role, STATUSES};
pub use identify::{Thing, identify};
pub use judge::{Request, judgements, withdrawal};
pub use judged::{Bearing, bearings_on_claim, bearings_on_event, bearings_on_text};
pub use linked::{LinkedEvent, LinkedMention, linked_events};
pub use names::{kinds, last_import, outlets, places};
pub use original::OriginalWords;
pub use party::{Party, parties};
pub use period::{day_number, day_of, days, range, single_day};
pub use questions::{Question, Since, Utterance, Voice, questions};
pub use read::{Page, timeline};
pub use short::short_name;
pub use text::{search_words, sql_like};
