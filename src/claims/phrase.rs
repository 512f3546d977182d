//! Sets of tokens of one sentence, and the spans they make.

use crate::article::Span;
use crate::language::{Sentence, Upos};
use std::ops::Range;

/// Some tokens of one sentence, as ranges in order that neither touch nor overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    ranges: Vec<Range<usize>>,
}

impl Phrase {
    /// One range of tokens.
    pub fn of(range: Range<usize>) -> Self {
        Self { ranges: if range.is_empty() { Vec::new() } else { vec![range] } }
    }

    /// Single tokens.
    pub fn of_tokens(tokens: &[usize]) -> Self {
        tokens.iter().fold(Self::default(), |phrase, &token| phrase.with(token..token + 1))
    }

    /// Whether there are no tokens.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Whether a token belongs to it.
    pub fn contains(&self, token: usize) -> bool {
        self.ranges.iter().any(|range| range.contains(&token))
    }

    /// The first token.
    pub fn first(&self) -> Option<usize> {
        self.ranges.first().map(|range| range.start)
    }

    /// All tokens.
    pub fn tokens(&self) -> impl Iterator<Item = usize> + '_ {
        self.ranges.iter().cloned().flatten()
    }

    /// The phrase and a range more.
    pub fn with(mut self, range: Range<usize>) -> Self {
        if range.is_empty() {
            return self;
        }
        self.ranges.push(range);
        self.ranges.sort_by_key(|range| range.start);
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(self.ranges.len());
        for range in self.ranges {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        Self { ranges: merged }
    }

    /// The phrase with all tokens of another.
    pub fn union(self, other: &Self) -> Self {
        other.ranges.iter().cloned().fold(self, Self::with)
    }

    /// The phrase less the tokens of another.
    pub fn without(&self, other: &Self) -> Self {
        let mut left = Vec::new();
        for range in &self.ranges {
            let mut start = range.start;
            for gone in &other.ranges {
                if gone.start >= range.end || gone.end <= start {
                    continue;
                }
                if gone.start > start {
                    left.push(start..gone.start);
                }
                start = start.max(gone.end);
            }
            if start < range.end {
                left.push(start..range.end);
            }
        }
        Self { ranges: left }
    }

    /// What of the phrase lies within a range.
    pub fn within(&self, range: &Range<usize>) -> Self {
        let inside = self.ranges.iter().map(|own| own.start.max(range.start)..own.end.min(range.end));
        Self { ranges: inside.filter(|own| own.start < own.end).collect() }
    }

    /// The phrase without punctuation at the ends of its ranges; quotation marks and brackets stay, since
    /// they belong to what is said.
    pub fn trimmed(&self, sentence: &Sentence) -> Self {
        let loose = |&i: &usize| {
            let token = &sentence.tokens[i];
            token.upos == Upos::Punct
                && !matches!(token.lower.as_str(), "\"" | "''" | "``" | "'" | "(" | ")" | "[" | "]")
        };
        let ranges = self.ranges.iter().filter_map(|range| {
            let start = range.clone().find(|i| !loose(i))?;
            let end = range.clone().rev().find(|i| !loose(i))? + 1;
            Some(start..end)
        });
        Self { ranges: ranges.collect() }
    }

    /// The spans in the text, one for each range.
    pub fn spans(&self, sentence: &Sentence) -> Vec<Span> {
        self.ranges.iter().map(|range| sentence.span_of(range.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Phrase;

    #[test]
    fn ranges_merge_and_part() {
        let phrase = Phrase::of(2..5).with(5..7).with(9..10);
        assert_eq!(phrase.tokens().collect::<Vec<_>>(), [2, 3, 4, 5, 6, 9]);
        assert_eq!(phrase.without(&Phrase::of(3..4)).tokens().collect::<Vec<_>>(), [2, 4, 5, 6, 9]);
        assert_eq!(phrase.without(&Phrase::of(0..20)), Phrase::default());
        assert_eq!(phrase.first(), Some(2));
    }
}
