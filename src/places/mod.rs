//! Places: the names of cities, regions and battlefields in a text, with country and coordinates.
//!
//! A name that several places bear is told apart by the countries the article names; where they do not
//! decide, it is left alone.

mod find;
mod rules;

pub use find::find;
pub use rules::Rules;

use crate::article::Location;

/// One place that a text names.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceMention {
    /// The gazetteer's name.
    pub name: String,
    /// ISO 3166 alpha-3; none for what lies in no one state.
    pub country: Option<String>,
    /// Degrees north and east.
    pub coordinates: Option<(f64, f64)>,
    /// The words.
    pub location: Location,
    /// The sentence of the document.
    pub sentence: usize,
    /// The tokens of that sentence.
    pub tokens: std::ops::Range<usize>,
}
