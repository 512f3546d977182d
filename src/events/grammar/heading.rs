//! Headings: what stands before a colon and names what is told behind it.

use super::Grammar;
use crate::language::Upos;

/// How many words a heading has at most.
const LENGTH: usize = 12;

impl Grammar<'_> {
    /// The colon behind a heading: "2013 Vienna train crash: A train leaves the rails".
    pub fn heading_end(&self) -> Option<usize> {
        let colon = (0..self.len().min(LENGTH)).find(|&token| self.lower(token) == ":")?;
        let named = (0..colon).any(|token| matches!(self.upos(token), Upos::Noun | Upos::Propn));
        let told = (0..colon).any(|token| self.xpos(token).is_finite());
        let tells = (colon + 1..self.len()).any(|token| self.is_verb(token));
        (named && !told && tells).then_some(colon)
    }
}
