//! Timelines and findings to formats: one file per format, one registry.

pub mod findings;
mod points;

pub use points::CodePoints;
