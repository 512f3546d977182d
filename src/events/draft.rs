//! A mention in the making, with what later steps ask of its sentence.

use super::matching::Found;
use super::mention::{EventDate, Mention};
use super::status::Assessment;

/// A mention and where it came from.
#[derive(Debug)]
pub(super) struct Draft {
    pub mention: Mention,
    pub found: Found,
    pub assessment: Assessment,
    /// The date its own words give, before anything is inferred.
    pub told: Option<EventDate>,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// Days between which a happening must lie.
#[derive(Debug, Clone, Default)]
pub(super) struct Bounds {
    pub earliest: Option<chrono::NaiveDate>,
    pub latest: Option<chrono::NaiveDate>,
    pub reasons: Vec<String>,
}
