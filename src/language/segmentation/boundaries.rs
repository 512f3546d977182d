//! Where sentences end among the tokens of a paragraph.

use super::abbreviations::{FullStop, full_stop, is_saying, is_starter};
use crate::article::Span;

/// A longer run of tokens without an end is cut: it is no sentence, and what reads it should not suffer.
const LONGEST: usize = 1000;
/// A dateline is no longer than this.
const LONGEST_DATELINE: usize = 16;

/// The index one past the last token of every sentence.
pub(super) fn ends(text: &str, tokens: &[Span]) -> Vec<usize> {
    let paragraph = Paragraph { text, tokens };
    let mut ends = Vec::new();
    let mut first = paragraph.dateline().unwrap_or(0);
    if first > 0 {
        ends.push(first);
    }
    let mut quoted = false;
    let mut at = first;
    while at < tokens.len() {
        quoted = paragraph.quotation_after(at, quoted);
        let after = paragraph.end_after(first, at, quoted).or_else(|| {
            let bullet =
                tokens.get(at + 1).is_some_and(|_| matches!(paragraph.word(at + 1), "•" | "●" | "▪" | "■"));
            (bullet || at + 1 - first >= LONGEST).then_some(at + 1)
        });
        if let Some(end) = after {
            ends.push(end);
            quoted = (at + 1..end).fold(quoted, |open, token| paragraph.quotation_after(token, open));
            first = end;
            at = end;
        } else {
            at += 1;
        }
    }
    if first < tokens.len() {
        ends.push(tokens.len());
    }
    ends
}

struct Paragraph<'a> {
    text: &'a str,
    tokens: &'a [Span],
}

impl<'a> Paragraph<'a> {
    fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |span| &self.text[span.begin..span.end])
    }

    fn spaced(&self, token: usize) -> bool {
        match (self.tokens.get(token), self.tokens.get(token + 1)) {
            (Some(this), Some(next)) => next.begin > this.end,
            _ => true,
        }
    }

    /// Whether a quotation is open after `token`.
    fn quotation_after(&self, token: usize, open: bool) -> bool {
        match self.word(token) {
            "“" | "«" | "„" | "``" => true,
            "”" | "»" => false,
            "\"" | "''" => !self.closes(token, open),
            _ => open,
        }
    }

    /// Whether a straight quotation mark closes: by the spaces around it, else by whether one is open.
    fn closes(&self, token: usize, open: bool) -> bool {
        let before = token > 0 && !self.spaced(token - 1);
        let after = !self.spaced(token);
        match (before, after) {
            (true, false) => true,
            (false, true) => false,
            _ => open,
        }
    }

    /// The end of the sentence if `token` (with the quotation marks and brackets behind it) ends it.
    fn end_after(&self, first: usize, token: usize, mut quoted: bool) -> Option<usize> {
        let word = self.word(token);
        let stop = Stop::of(word, || &self.text[self.tokens[token].end..])?;
        let mut next = token + 1;
        let mut quotation = false;
        while next < self.tokens.len() {
            let closes = match self.word(next) {
                ")" | "]" | "}" | "”" | "»" => true,
                "’" | "'" => !self.spaced(next - 1) && self.spaced(next),
                "\"" | "''" => {
                    quoted && (self.closes(next, true) || self.spaced(next - 1) && self.spaced(next))
                }
                _ => false,
            };
            if !closes {
                break;
            }
            if !matches!(self.word(next), ")" | "]" | "}") {
                quotation = true;
                quoted = false;
            }
            next += 1;
        }
        if next == self.tokens.len() {
            return Some(next);
        }
        self.begins(first, token, next, stop, quotation).then_some(next)
    }

    /// Whether a sentence begins at `next`, after `stop`.
    fn begins(&self, first: usize, token: usize, next: usize, stop: Stop, quotation: bool) -> bool {
        let mut word = self.word(next);
        let mut begin = next;
        while matches!(word, "\"" | "“" | "‘" | "'" | "«" | "„" | "``" | "(" | "[" | "''") && begin < next + 3
        {
            begin += 1;
            word = self.word(begin);
        }
        let Some(letter) = word.chars().next() else { return false };
        // "1. Russia must …" at the head of a paragraph numbers it.
        let number = token == first + 1 && self.word(first).bytes().all(|b| b.is_ascii_digit()) && first == 0;
        if number || matches!(letter, ',' | ';' | ':' | '-' | '–' | '—' | '/' | ')') {
            return false;
        }
        let capital = letter.is_uppercase() || !letter.is_alphabetic() || !has_case(letter);
        match stop {
            Stop::Full => capital,
            Stop::Shout if quotation => capital && !self.says(begin),
            Stop::Shout | Stop::Dots => capital,
            Stop::Abbreviation => begin > next && letter.is_uppercase() || is_starter(word),
        }
    }

    /// Whether the words from `token` say who spoke: "Kerry said", "the Russian minister asked".
    fn says(&self, token: usize) -> bool {
        (token..token + 4).any(|i| is_saying(self.word(i)))
    }

    /// The end of a dateline: "MOSCOW (Reuters) -", "GENEVA, April 4 —".
    fn dateline(&self) -> Option<usize> {
        let place = self.word(0);
        let capitals = place.chars().count() >= 3 && place.chars().all(char::is_uppercase);
        let dash = (1..self.tokens.len().min(LONGEST_DATELINE))
            .find(|&i| matches!(self.word(i), "-" | "--" | "–" | "—" | "---"))?;
        let agency = self.word(dash - 1) == ")"
            && (1..dash).any(|i| {
                matches!(
                    self.word(i),
                    "Reuters"
                        | "AP"
                        | "AFP"
                        | "Xinhua"
                        | "dpa"
                        | "DPA"
                        | "UPI"
                        | "TASS"
                        | "CNN"
                        | "BBC"
                        | "IPS"
                        | "ANI"
                        | "PTI"
                        | "KUNA"
                        | "SANA"
                )
            });
        // Hyphens inside words have no space before them; verbs do not stand in datelines.
        let apart = self.spaced(dash - 1) || matches!(self.word(dash), "--" | "–" | "—");
        let plain = (0..dash).all(|i| {
            let word = self.word(i);
            !word.starts_with(char::is_lowercase)
                || matches!(word, "near" | "of" | "the" | "dpa" | "de" | "al")
        });
        (apart && plain && (agency || capitals) && dash + 1 < self.tokens.len()).then_some(dash + 1)
    }
}

/// What may end a sentence.
#[derive(Debug, Clone, Copy)]
enum Stop {
    Full,
    Shout,
    Dots,
    Abbreviation,
}

impl Stop {
    fn of<'a>(word: &str, after: impl FnOnce() -> &'a str) -> Option<Self> {
        let last = *word.as_bytes().last()?;
        match last {
            b'.' if word.len() == 1 => Some(Self::Full),
            b'.' if word.bytes().all(|b| b == b'.') => Some(Self::Dots),
            b'.' => match full_stop(&word[..word.len() - 1], after()) {
                FullStop::Abbreviation => Some(Self::Abbreviation),
                FullStop::Own | FullStop::Title => None,
            },
            b'!' | b'?' => Some(Self::Shout),
            _ if matches!(word, "…" | "……") => Some(Self::Dots),
            _ if matches!(word, "。" | "؟" | "।" | "！" | "？") => Some(Self::Full),
            _ => None,
        }
    }
}

fn has_case(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}
