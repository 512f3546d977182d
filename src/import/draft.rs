//! What a format reader gets out of one record, before the publication date is decided.

use super::encoding;
use super::input::Input;
use super::rejection::Rejection;
use crate::article::PublishedBasis;

/// An article as its record states it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Draft {
    pub id: Option<String>,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub url: Option<String>,
    /// The publication date that the record states, in its own words.
    pub stated: Option<StatedDate>,
    pub text: String,
    /// The line of the record, in a format of many records.
    pub line: Option<usize>,
    /// The record's own file may bear the date of the article (and not, say, that of a collection).
    pub dated_by_file_name: bool,
    /// Oddities of the reading: what, and the remedy.
    pub oddities: Vec<(String, String)>,
}

impl Draft {
    /// What a file of one article gives before its text is looked at: the draft, the decoded text, and how
    /// messages name the file.
    pub fn of_file(input: Input) -> Result<(Self, String, String), Rejection> {
        let (input, bytes) = input.whole()?;
        let decoded = encoding::decode(&bytes, None).map_err(|fault| fault.of(&input.shown))?;
        let draft = Self {
            id: input.file_name.clone(),
            oddities: decoded.oddities,
            dated_by_file_name: true,
            ..Self::default()
        };
        Ok((draft, decoded.text, input.shown))
    }
}

/// A publication date as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StatedDate {
    pub words: String,
    pub basis: PublishedBasis,
}

/// The trimmed words, if there are any.
pub(super) fn filled(words: impl AsRef<str>) -> Option<String> {
    let words = words.as_ref().trim();
    (!words.is_empty()).then(|| words.to_owned())
}
