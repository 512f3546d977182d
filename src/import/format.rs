//! The registry of formats.

use super::draft::Draft;
use super::input::Input;
use super::{Rejection, html, jsonl, markdown, text};

/// The drafts of one input, one after the other.
pub(super) type Drafts = Box<dyn Iterator<Item = Result<Draft, Rejection>> + Send>;

/// One format that articles come in.
pub struct Format {
    /// Its name, for `--help` and messages.
    pub name: &'static str,
    /// What it is, in one sentence.
    pub doc: &'static str,
    /// The endings of its files' names, in lower case.
    pub extensions: &'static [&'static str],
    /// Whether an input without a telling name is in this format, from its first few thousand bytes.
    pub sniff: fn(&[u8]) -> bool,
    /// Reads an input.
    pub(super) read: fn(Input) -> Drafts,
}

/// Every format, in the order in which they are tried on an input without a telling name; the last one
/// takes all that is text.
pub const FORMATS: &[Format] = &[jsonl::FORMAT, html::FORMAT, markdown::FORMAT, text::FORMAT];

impl Format {
    /// The format of files that end like this one.
    pub fn by_extension(extension: &str) -> Option<&'static Self> {
        let extension = extension.to_ascii_lowercase();
        FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()))
    }

    /// The format that the first bytes look like.
    pub fn by_content(head: &[u8]) -> Option<&'static Self> {
        FORMATS.iter().find(|format| (format.sniff)(head))
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Format").field("name", &self.name).finish_non_exhaustive()
    }
}
