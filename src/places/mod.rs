//! Places: the names of cities, regions and battlefields in a text, with country and coordinates.
//!
//! A name that several places bear is told apart by the countries the article names; where they do not
//! decide, it is left alone.

mod find;
mod rules;

pub use find::find;
pub use rules::Rules;

use crate::article::Location;

/// How much ground a place covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// A town, a base, a street.
    Site,
    /// A province, an island, a sea.
    Region,
    /// A state.
    State,
}

/// One place that a text names.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceMention {
    /// The gazetteer's name, or the words.
    pub name: String,
    /// ISO 3166 alpha-3; none for what lies in no one state.
    pub country: Option<String>,
    /// Degrees north and east; none for states, and for what the gazetteer does not hold.
    pub coordinates: Option<(f64, f64)>,
    /// How much ground it covers.
    pub extent: Extent,
    /// What the gazetteer says it is ("city", "region"); empty for what it does not hold.
    pub kind: String,
    /// The words.
    pub location: Location,
    /// The sentence of the document.
    pub sentence: usize,
    /// The tokens of that sentence.
    pub tokens: std::ops::Range<usize>,
}
