//! Examples of cues: sentences in which source, cue and content are marked.

use super::{Claim, ClaimExample};
use crate::article::Span;

/// The marked parts of an example.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// The sentence without its marks.
    pub text: String,
    /// What stands in braces.
    pub source: Vec<Span>,
    /// What stands in angle brackets.
    pub cue: Vec<Span>,
    /// What stands in square brackets.
    pub content: Vec<Span>,
}

impl ClaimExample {
    /// The sentence and its marked parts.
    pub fn read(&self) -> Marked {
        let mut read = Marked::default();
        let mut open = Vec::new();
        for letter in self.marked.chars() {
            match letter {
                '{' | '<' | '[' => open.push(read.text.len()),
                '}' | '>' | ']' => {
                    let span = Span::new(open.pop().unwrap_or(read.text.len()), read.text.len());
                    match letter {
                        '}' => read.source.push(span),
                        '>' => read.cue.push(span),
                        _ => read.content.push(span),
                    }
                }
                letter => read.text.push(letter),
            }
        }
        read
    }

    /// Holds the claims found in the example's sentence against its marks.
    ///
    /// # Errors
    /// What was found instead.
    pub fn check(&self, found: &[Claim]) -> Result<(), String> {
        let marked = self.read();
        let own: Vec<&Claim> = found.iter().filter(|claim| self.cues.contains(&claim.rule)).collect();
        let fits = |claim: &&Claim| {
            overlaps(&claim.cue, &marked.cue)
                && overlaps(&claim.source, &marked.source)
                && likeness(&claim.content, &marked.content) >= 0.8
        };
        let words = |claim: &Claim| {
            let quote = |spans: &[Span]| {
                spans.iter().map(|span| &marked.text[span.begin..span.end]).collect::<Vec<_>>().join(" … ")
            };
            format!("{{{}}} <{}> [{}]", quote(&claim.source), quote(&claim.cue), quote(&claim.content))
        };
        let told = || own.iter().map(|claim| words(claim)).collect::<Vec<_>>().join("; ");
        match self.claims {
            true if !own.iter().any(fits) => {
                Err(format!("{}: expected {}, found {}", self.rule, self.marked, told()))
            }
            false if !own.is_empty() => {
                Err(format!("{}: expected no claim in \"{}\", found {}", self.rule, self.marked, told()))
            }
            _ => Ok(()),
        }
    }
}

fn overlaps(a: &[Span], b: &[Span]) -> bool {
    (a.is_empty() && b.is_empty()) || a.iter().any(|a| b.iter().any(|b| a.overlaps(*b)))
}

/// Shared bytes by all bytes of two lists of spans.
fn likeness(a: &[Span], b: &[Span]) -> f64 {
    let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
    let shared = |a: &Span, b: &Span| a.end.min(b.end).saturating_sub(a.begin.max(b.begin));
    let both: usize = a.iter().map(|a| b.iter().map(|b| shared(a, b)).sum::<usize>()).sum();
    both as f64 / (length(a) + length(b) - both).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::super::ClaimExample;

    #[test]
    fn marks_are_read() {
        let example = ClaimExample {
            rule: "asserts/say".into(),
            cues: Vec::new(),
            marked: "{He} <said> [it].".into(),
            claims: true,
        };
        let read = example.read();
        assert_eq!(read.text, "He said it.");
        assert_eq!(
            read.content.iter().map(|span| &read.text[span.begin..span.end]).collect::<Vec<_>>(),
            ["it"]
        );
    }
}
