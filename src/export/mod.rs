//! Timelines and findings to formats.
