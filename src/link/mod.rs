//! Mentions to events across articles; origins; dates lent between articles.
