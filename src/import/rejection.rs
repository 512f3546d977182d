//! What is said of an input that cannot be read, and of one that can although something is odd.

use std::fmt;

/// An input, or a record of one, that is no article. Everything else is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The file, as the user named it; "standard input" for `-`.
    pub file: String,
    /// The line, counted from 1, where the fault is in one line.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// Something odd about an article that was imported all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The file, as the user named it.
    pub file: String,
    /// The line, counted from 1, where the oddity is in one line.
    pub line: Option<usize>,
    /// What is odd, and what was made of it.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl Rejection {
    /// A rejection of a whole input.
    pub fn new(file: impl Into<String>, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, what: what.into(), remedy: remedy.into() }
    }

    /// Says in which line the fault is.
    #[must_use]
    pub fn in_line(self, line: usize) -> Self {
        Self { line: Some(line), ..self }
    }
}

impl std::error::Error for Rejection {}

impl fmt::Display for Rejection {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        message(formatter, &self.file, self.line, &self.what, &self.remedy)
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        message(formatter, &self.file, self.line, &self.what, &self.remedy)
    }
}

fn message(
    formatter: &mut fmt::Formatter<'_>,
    file: &str,
    line: Option<usize>,
    what: &str,
    remedy: &str,
) -> fmt::Result {
    write!(formatter, "{}", harmless(file))?;
    if let Some(line) = line {
        write!(formatter, ":{line}")?;
    }
    write!(formatter, ": {}; {}", harmless(what), harmless(remedy))
}

/// The words with control characters made visible: file names and field values are not ours, and a
/// terminal obeys what it is sent.
fn harmless(words: &str) -> String {
    words
        .chars()
        .flat_map(|character| {
            let control = character.is_control()
                || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            let escaped = control.then(|| character.escape_default());
            escaped.into_iter().flatten().chain((!control).then_some(character))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_where_and_the_remedy() {
        let rejection = Rejection::new("a.jsonl", "not JSON", "check the line").in_line(3);
        assert_eq!(rejection.to_string(), "a.jsonl:3: not JSON; check the line");
    }

    #[test]
    fn control_characters_of_file_names_do_not_reach_the_terminal() {
        let rejection = Rejection::new("a\u{1b}[2Jb\u{202e}.txt", "empty", "remove it");
        assert_eq!(rejection.to_string(), "a\\u{1b}[2Jb\\u{202e}.txt: empty; remove it");
    }
}
