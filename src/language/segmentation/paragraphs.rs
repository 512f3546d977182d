//! Paragraphs, headings and list items: what line breaks tell.

use crate::article::Span;

/// Lines wider than this are paragraphs of their own: nobody wraps text by hand so far to the right.
const WIDEST_WRAP: usize = 130;
/// Blocks narrower than this are lists or verse, not wrapped prose.
const NARROWEST_WRAP: usize = 45;

/// The paragraphs in `mined`, without the white space around them.
///
/// An empty line always separates. A single line break separates too, unless the lines of its block were
/// wrapped by hand: then the first word of the next line would not have fitted behind the line.
pub(super) fn paragraphs(text: &str, mined: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut block: Vec<Span> = Vec::new();
    let mut at = mined.begin;
    while at < mined.end {
        let rest = &text.as_bytes()[at..mined.end];
        let length = memchr::memchr3(b'\n', b'\r', 0x0c, rest).unwrap_or(rest.len());
        let line = trimmed(text, at, at + length);
        if line.is_empty() {
            finish(text, &mut block, &mut found);
        } else {
            block.push(line);
        }
        // A carriage return before a line feed is one break, not an empty line.
        at += length + 1;
        if text.as_bytes().get(at - 1) == Some(&b'\r') && text.as_bytes().get(at) == Some(&b'\n') {
            at += 1;
        }
    }
    finish(text, &mut block, &mut found);
    found
}

/// Joins the wrapped lines of a block and hands on its paragraphs.
fn finish(text: &str, block: &mut Vec<Span>, found: &mut Vec<Span>) {
    let width = block.iter().map(|line| line.len()).max().unwrap_or(0);
    let may_wrap = (NARROWEST_WRAP..=WIDEST_WRAP).contains(&width);
    let mut current: Option<Span> = None;
    for line in block.drain(..) {
        current = Some(match current {
            Some(before) if may_wrap && is_wrap(text, before, line, width) => before.cover(line),
            Some(before) => {
                found.push(before);
                line
            }
            None => line,
        });
    }
    found.extend(current);
}

/// Whether `line` goes on what `before` began.
fn is_wrap(text: &str, before: Span, line: Span, width: usize) -> bool {
    let next = &text[line.begin..line.end];
    if is_item(next) {
        return false;
    }
    let previous = &text[before.begin..before.end];
    let last_line = previous.len() - previous.rfind(['\n', '\r']).map_or(0, |i| i + 1);
    let first_word = next.find(char::is_whitespace).unwrap_or(next.len());
    let ended = previous.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':']);
    let full = last_line + 1 + first_word > width;
    let goes_on = next.starts_with(char::is_lowercase);
    goes_on && !ended || full && (!ended || last_line * 10 > width * 8)
}

/// Whether a line begins like an item of a list.
fn is_item(line: &str) -> bool {
    let mut characters = line.chars();
    match characters.next() {
        Some('•' | '●' | '▪' | '◦' | '‣' | '■') => true,
        Some('*' | '-' | '–' | '+') => characters.next().is_some_and(char::is_whitespace),
        Some(c) if c.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with(['.', ')']) && rest[1..].starts_with(char::is_whitespace)
        }
        _ => false,
    }
}

fn trimmed(text: &str, begin: usize, end: usize) -> Span {
    let line = &text[begin..end];
    let inner = line.trim();
    let begin = begin + (line.len() - line.trim_start().len()).min(line.len() - inner.len());
    Span::new(begin, begin + inner.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = paragraphs(text, Span::new(0, text.len()))
            .into_iter()
            .map(|span| &text[span.begin..span.end])
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn empty_lines_separate() {
        check("one\r\n\r\n two \n\n\nthree", &["one", "two", "three"]);
        check("", &[]);
        check(" \n ", &[]);
    }

    #[test]
    fn single_breaks_separate_unless_wrapped() {
        check("Heading\nA first paragraph.\nA second.", &["Heading", "A first paragraph.", "A second."]);
        let wrapped =
            "It is a rather long line of prose that was wrapped by\nhand at some width and goes on here.";
        check(wrapped, &[wrapped]);
    }
}
