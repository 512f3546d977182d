//! Bytes to articles: one file per format, one registry.

mod boilerplate;

pub use boilerplate::mined_span;
