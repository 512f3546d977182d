//! The chronicle in SQLite.
