//! Mentions to events across articles; origins of texts.
//!
//! Everything here is a pure function of what texts say: a text becomes a [`Profile`], two profiles are
//! compared, and what hangs together by such comparisons becomes events. No figure depends on how many other
//! texts there are, so one more article touches only what it is compared with, and the order of imports
//! leaves no trace.

mod alignment;
mod cluster;
mod codec;
mod compare;
mod constraint;
mod date;
mod features;
mod few;
mod figure;
mod happening;
mod hash;
mod keys;
mod kinds;
mod main_act;
mod origin;
mod pair;
mod possible;
mod profile;
mod rarity;
mod series;
mod story;
mod telling;
mod wording;

pub use alignment::align;
pub use cluster::{Link, Node, SURE, cluster};
pub use compare::{Comparison, HappeningLink, compare, compare_with, figures};
pub use constraint::{Constraints, Sides, pieces};
pub use date::Days;
pub use features::{FEATURES, Features};
pub use figure::Figure;
pub use happening::{Happening, Party};
pub use keys::Keys;
pub use kinds::{KINDS, weight};
pub use origin::{OriginLink, OriginRelation};
pub use pair::{WEIGHTS, Weights};
pub use profile::Profile;
pub use series::{Series, parted};
pub use telling::Count;
