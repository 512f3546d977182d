//! Makes words from articles harmless where they are printed: an article must not steer the reader's
//! terminal, Markdown renderer or spreadsheet.

use std::borrow::Cow;
use std::fmt::Write;

/// Text for a terminal or a plain file, on one line: control characters become visible pictures, and
/// characters that reorder or hide what stands around them become `�`.
pub fn for_terminal(text: &str) -> Cow<'_, str> {
    if text.chars().all(|letter| !is_dangerous(letter)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(picture).collect())
}

/// Text for one cell or line of Markdown: neither markup nor HTML.
pub fn for_markdown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for (nth, letter) in for_terminal(text).chars().enumerate() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => safe.extend(['\\', letter]),
            '#' | '+' | '-' if nth == 0 => safe.extend(['\\', letter]),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            _ => safe.push(letter),
        }
    }
    safe
}

/// Text for one cell of CSV: a spreadsheet must not take it for a formula. Numbers and dates stay as they
/// are, also with a sign.
pub fn for_csv(text: &str) -> Cow<'_, str> {
    let safe = for_terminal(text);
    let is_formula = safe.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        && !safe.chars().all(|letter| letter.is_ascii_digit() || "+-./:X~?%[]".contains(letter));
    if is_formula { Cow::Owned(format!("'{safe}")) } else { safe }
}

/// Writes JSON in which dangerous characters are escaped, so that nothing is lost and nothing obeyed.
#[derive(Debug, Clone, Copy, Default)]
pub struct SafeJson;

impl serde_json::ser::Formatter for SafeJson {
    fn write_string_fragment<W: ?Sized + std::io::Write>(
        &mut self,
        writer: &mut W,
        text: &str,
    ) -> std::io::Result<()> {
        let mut rest = text;
        while let Some((at, letter)) = rest.char_indices().find(|&(_, letter)| is_dangerous(letter)) {
            writer.write_all(&rest.as_bytes()[..at])?;
            let mut escaped = String::new();
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
            writer.write_all(escaped.as_bytes())?;
            rest = &rest[at + letter.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }
}

/// Writes a value as JSON on one line, dangerous characters escaped.
///
/// # Errors
/// If the writer fails.
pub fn write_json(value: &impl serde::Serialize, writer: &mut dyn std::io::Write) -> std::io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(writer, SafeJson);
    value.serialize(&mut serializer).map_err(std::io::Error::from)
}

/// Whether a character acts on its surroundings: controls, line separators, bidirectional overrides,
/// invisible tags. Joiners stay: some scripts need them.
fn is_dangerous(letter: char) -> bool {
    matches!(letter,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

fn picture(letter: char) -> char {
    match letter {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + letter as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ if is_dangerous(letter) => '\u{fffd}',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, terminal: &str, markdown: &str, csv: &str, json: &str) {
        assert_eq!(for_terminal(text), terminal);
        assert_eq!(for_markdown(text), markdown);
        assert_eq!(for_csv(text), csv);
        let mut written = Vec::new();
        write_json(&text, &mut written).unwrap();
        assert_eq!(String::from_utf8(written.clone()).unwrap(), json);
        assert_eq!(serde_json::from_slice::<String>(&written).unwrap(), text, "nothing is lost in JSON");
    }

    #[test]
    fn words_cannot_steer_what_prints_them() {
        check("Kyiv", "Kyiv", "Kyiv", "Kyiv", "\"Kyiv\"");
        check("a\u{1b}[31mb\nc", "a␛[31mb c", "a␛\\[31mb c", "a␛[31mb c", "\"a\\u001b[31mb\\nc\"");
        check("\u{9b}2J", "\u{fffd}2J", "\u{fffd}2J", "\u{fffd}2J", "\"\\u009b2J\"");
        check("x\u{202e}y", "x\u{fffd}y", "x\u{fffd}y", "x\u{fffd}y", "\"x\\u202ey\"");
        check("=1+cmd()", "=1+cmd()", "=1+cmd()", "'=1+cmd()", "\"=1+cmd()\"");
        check("-0216-03-04", "-0216-03-04", "\\-0216-03-04", "-0216-03-04", "\"-0216-03-04\"");
        check("<b>|_x_", "<b>|_x_", "&lt;b&gt;\\|\\_x\\_", "<b>|_x_", "\"<b>|_x_\"");
        check(" @SUM(A1)", " @SUM(A1)", " @SUM(A1)", "' @SUM(A1)", "\" @SUM(A1)\"");
        check("\u{e0041}", "\u{fffd}", "\u{fffd}", "\u{fffd}", "\"\\udb40\\udc41\"");
    }
}
