//! Filters to SQL to timelines.
