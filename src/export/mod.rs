//! Timelines and findings to formats: one file per format, one registry.

pub mod findings;

pub use crate::article::CodePoints;
