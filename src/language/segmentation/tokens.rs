//! Tokens of a paragraph.

use super::abbreviations::{FullStop, full_stop, is_prefix, is_unit, two_tokens};
use crate::article::Span;

/// No token is longer: what is longer is no word, and features look at every character.
const LONGEST: usize = 240;

/// Appends the tokens in `span` of `text`.
pub(super) fn tokenise(text: &str, span: Span, tokens: &mut Vec<Span>) {
    let bytes = text.as_bytes();
    let mut at = span.begin;
    while at < span.end {
        if bytes[at].is_ascii_alphabetic() {
            // Most words are letters between spaces; they need no further look.
            let mut end = at + 1;
            while end < span.end && bytes[end].is_ascii_alphabetic() {
                end += 1;
            }
            if (end == span.end || bytes[end] == b' ') && end - at < LONGEST {
                match two_tokens(&text[at..end]) {
                    Some(split) => tokens.extend([Span::new(at, at + split), Span::new(at + split, end)]),
                    None => tokens.push(Span::new(at, end)),
                }
                at = end + 1;
                continue;
            }
        }
        let c = character(text, at, span.end);
        if is_blank(c) {
            at += c.len_utf8();
            continue;
        }
        let mut end = at;
        while end < span.end {
            let c = character(text, end, span.end);
            if is_blank(c) {
                break;
            }
            end += c.len_utf8();
        }
        chunk(text, Span::new(at, end), span.end, tokens);
        at = end;
    }
}

/// White space, and characters that show nothing and join nothing.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{200e}' | '\u{200f}')
}

/// Splits what stands between white space.
fn chunk(text: &str, chunk: Span, limit: usize, tokens: &mut Vec<Span>) {
    let whole = &text[chunk.begin..chunk.end];
    let address = is_address(whole);
    let mut at = chunk.begin;
    while at < chunk.end {
        let c = character(text, at, chunk.end);
        let rest = &text[at..chunk.end];
        let end = if address && (c.is_alphanumeric()) {
            at + rest
                .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '”', '’'])
                .len()
        } else if is_word(c) {
            let end = word(text, at, chunk.end, limit);
            split_word(text, at, end, tokens);
            at = end;
            continue;
        } else if begins_with_point(rest) && !text[chunk.begin..at].ends_with(|c| is_word(c) || c == '.') {
            at + 1 + digit_run(&rest[1..])
        } else {
            at + mark(rest, c)
        };
        let mut begin = at;
        while end - begin > LONGEST {
            let mut cut = begin + LONGEST;
            while !text.is_char_boundary(cut) {
                cut -= 1;
            }
            tokens.push(Span::new(begin, cut));
            begin = cut;
        }
        tokens.push(Span::new(begin, end));
        at = end;
    }
}

/// Whether a chunk holds a link or an e-mail address, which stays whole.
fn is_address(chunk: &str) -> bool {
    let inner = chunk.trim_start_matches(['(', '[', '<', '"', '\'', '“', '‘']);
    let link = ["http://", "https://", "www.", "mailto:", "ftp://"].iter().any(|start| {
        inner.len() > start.len() && inner.as_bytes()[..start.len()].eq_ignore_ascii_case(start.as_bytes())
    });
    link || memchr::memchr(b'@', inner.as_bytes()).is_some_and(|i| {
        i > 0 && inner[i + 1..].find('.').is_some_and(|dot| dot > 0 && dot + i + 2 < inner.len())
    })
}

/// Letters, digits and what combines with them.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{64b}'..='\u{65f}')
}

/// The end of the word that begins at `begin`.
fn word(text: &str, begin: usize, end: usize, limit: usize) -> usize {
    let mut at = begin;
    let mut before = '\0';
    while at < end && at - begin < LONGEST {
        let c = character(text, at, end);
        let next_at = at + c.len_utf8();
        if is_word(c) || c == '_' {
            before = c;
            at = next_at;
            continue;
        }
        let so_far = &text[begin..at];
        let next = if next_at < end { character(text, next_at, end) } else { '\0' };
        let digits = before.is_ascii_digit() && next.is_ascii_digit();
        let goes_on = match c {
            '\'' | '’' => next.is_alphabetic(),
            '.' if next.is_alphanumeric() => joins_at_full_stop(so_far, &text[next_at..end], digits),
            '.' => {
                // The next word may stand behind the chunk, so we look as far as the paragraph.
                let far = &text[next_at..limit];
                return if full_stop(so_far, far) == FullStop::Own { at } else { next_at };
            }
            ',' => digits && digit_run(&text[next_at..end]) == 3,
            ':' => digits,
            '/' => digits || so_far.eq_ignore_ascii_case("w"),
            '&' => so_far.len() <= 3 && next.is_uppercase() && before.is_uppercase(),
            '-' | '\u{2010}' | '\u{2011}' => {
                next.is_alphanumeric() && (is_prefix(so_far) || is_telephone(so_far, &text[next_at..end]))
            }
            '$' => {
                let currency = so_far.len() <= 3 && so_far.bytes().all(|b| b.is_ascii_uppercase());
                return if currency && next.is_ascii_digit() { next_at } else { at };
            }
            _ => false,
        };
        if !goes_on {
            return at;
        }
        before = c;
        at = next_at;
    }
    at
}

/// Whether a full stop without a space behind it stands inside a word ("U.S.A", "3.5", "example.org")
/// rather than between two sentences whose space was lost.
fn joins_at_full_stop(before: &str, after: &str, digits: bool) -> bool {
    if digits {
        return true;
    }
    let mut next = after.chars();
    let (first, second) = (next.next(), next.next());
    let capital = first.is_some_and(char::is_uppercase);
    let long = !before.contains('.')
        && before.len() > 2
        && before.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    !(long && capital && second.is_none_or(|c| c.is_lowercase() || c.is_whitespace()))
}

/// Whether digits are joined by hyphens as in a telephone number: three groups, or seven digits.
fn is_telephone(before: &str, after: &str) -> bool {
    let group = digit_run(after);
    let follows = &after[group..];
    let groups = before.bytes().filter(|&b| b == b'-').count()
        + 2
        + usize::from(follows.starts_with('-') && digit_run(&follows[1..]) > 0);
    before.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        && group > 0
        && (groups >= 3 || before.len() == 3 && group == 4)
}

fn digit_run(text: &str) -> usize {
    text.bytes().take(24).take_while(u8::is_ascii_digit).count()
}

/// Whether a number begins with its point: a .38 revolver.
fn begins_with_point(text: &str) -> bool {
    text.starts_with('.') && text[1..].starts_with(|c: char| c.is_ascii_digit())
}

/// Splits clitics and units from a word.
fn split_word(text: &str, begin: usize, end: usize, tokens: &mut Vec<Span>) {
    let word = &text[begin..end];
    let split = if word.bytes().all(|b| b.is_ascii_alphabetic()) {
        two_tokens(word)
    } else {
        clitic(word).or_else(|| unit(word))
    };
    match split {
        Some(split) => tokens.extend([Span::new(begin, begin + split), Span::new(begin + split, end)]),
        None => tokens.push(Span::new(begin, end)),
    }
}

/// Where a clitic begins: `do|n't`, `Russia|'s`.
fn clitic(word: &str) -> Option<usize> {
    let (apostrophe, length) =
        [word.rfind('\'').map(|i| (i, 1)), word.rfind('’').map(|i| (i, '’'.len_utf8()))]
            .into_iter()
            .flatten()
            .max()?;
    let stem = &word[..apostrophe];
    let after = &word[apostrophe + length..];
    let is = |clitic: &str| after.eq_ignore_ascii_case(clitic);
    if is("t") && stem.len() > 1 && stem.ends_with(['n', 'N']) {
        return Some(apostrophe - 1);
    }
    let decade = stem.bytes().all(|b| b.is_ascii_digit()) && is("s");
    (!stem.is_empty() && !decade && ["s", "m", "d", "re", "ve", "ll"].into_iter().any(is))
        .then_some(apostrophe)
}

/// Where a unit begins: `5|pm`, `7.2|m`.
fn unit(word: &str) -> Option<usize> {
    let begin = word.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',' && c != ':')?;
    (begin > 0 && word.as_bytes()[begin - 1].is_ascii_digit() && is_unit(&word[begin..])).then_some(begin)
}

/// The length of the mark that `rest` begins with.
fn mark(rest: &str, c: char) -> usize {
    let run = |same: fn(char, char) -> bool| -> usize {
        rest.chars().take_while(|&other| same(c, other)).map(char::len_utf8).sum::<usize>().min(rest.len())
    };
    match c {
        '.' | '-' | '*' | '=' | '~' | '_' | '<' | '>' | '`' | '—' | '–' | '#' | '+' | '…' => {
            let length = run(|a, b| a == b);
            let next = rest[length..].chars().next();
            if length == 1 && c == '#' && next.is_some_and(char::is_alphabetic) {
                return 1 + name_run(&rest[1..]);
            }
            length
        }
        '!' | '?' => run(|_, b| matches!(b, '!' | '?')),
        '\'' | '’' | '‘' => {
            let after = &rest[c.len_utf8()..];
            if c == '\'' && after.starts_with('\'') {
                return 2;
            }
            let letters = after.bytes().take(8).take_while(u8::is_ascii_alphanumeric).count();
            let decade = letters >= 2
                && after.as_bytes()[..2].iter().all(u8::is_ascii_digit)
                && (letters == 2 || after.as_bytes()[2..letters] == *b"s");
            let clitic = letters == after.len()
                && ["s", "m", "d", "re", "ve", "ll", "em", "n", "til", "cause"]
                    .iter()
                    .any(|clitic| after.eq_ignore_ascii_case(clitic));
            c.len_utf8() + if (decade || clitic) && c != '‘' { letters } else { 0 }
        }
        '@' => 1 + name_run(&rest[1..]),
        _ => {
            // An emoji takes its joiners, variation selectors and skin tones with it.
            let mut length = c.len_utf8();
            let mut joined = false;
            for next in rest[length..].chars() {
                let modifier = matches!(next, '\u{fe00}'..='\u{fe0f}' | '\u{200d}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}')
                    || matches!(next, '\u{300}'..='\u{36f}');
                if !(modifier || joined) || length > LONGEST {
                    break;
                }
                joined = next == '\u{200d}';
                length += next.len_utf8();
            }
            length
        }
    }
}

fn name_run(text: &str) -> usize {
    text.bytes().take(64).take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count()
}

fn character(text: &str, at: usize, end: usize) -> char {
    text[at..end].chars().next().unwrap_or('\0')
}
