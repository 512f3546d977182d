//! Rule files, read from folders.

use super::RuleError;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

/// All rule files in force, by their path below the rules folder ("events/assault.toml").
#[derive(Debug, Clone, Default)]
pub struct RuleFiles {
    files: BTreeMap<String, RuleFile>,
}

/// One rule file.
#[derive(Debug, Clone)]
pub struct RuleFile {
    /// The path below the rules folder.
    pub path: String,
    /// How messages name it: "rules/…" for ours, the real path for an analyst's.
    pub shown: String,
    /// What it says.
    pub text: Cow<'static, str>,
}

impl RuleFiles {
    /// Rules that are part of the program, by their paths below `rules`.
    pub fn of(texts: impl Iterator<Item = (String, &'static str)>) -> Self {
        let file = |(path, text): (String, &'static str)| {
            let shown = format!("rules/{path}");
            (path.clone(), RuleFile { path, shown, text: Cow::Borrowed(text) })
        };
        Self { files: texts.map(file).collect() }
    }

    /// These rules with the `.toml` and `.csv` files of `folder` laid over them: a file of the same path replaces
    /// ours, another one is added.
    ///
    /// # Errors
    /// If the folder or one of its files cannot be read, or a file is not UTF-8.
    pub fn overlaid(mut self, folder: &Path) -> Result<Self, Vec<RuleError>> {
        let mut errors = Vec::new();
        overlay(folder, folder, &mut self.files, &mut errors);
        if errors.is_empty() { Ok(self) } else { Err(errors) }
    }

    /// Whether no file of a stage's folder comes from an analyst.
    pub fn are_ours(&self, folder: &str) -> bool {
        self.under(folder).all(RuleFile::is_ours)
    }

    /// The files of one stage's folder, in order of their paths.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a RuleFile> + 'a {
        self.files
            .values()
            .filter(move |file| file.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }

    /// The file of that path.
    pub fn get(&self, path: &str) -> Option<&RuleFile> {
        self.files.get(path)
    }

    /// All files, in order of their paths.
    pub fn all(&self) -> impl Iterator<Item = &RuleFile> {
        self.files.values()
    }

    /// A hash of all paths and contents.
    pub fn hash(&self) -> String {
        let mut hash = Sha256::new();
        for file in self.files.values() {
            hash.update((file.path.len() as u64).to_le_bytes());
            hash.update(file.path.as_bytes());
            hash.update((file.text.len() as u64).to_le_bytes());
            hash.update(file.text.as_bytes());
        }
        hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}

impl RuleFile {
    /// Whether it is part of the program.
    pub fn is_ours(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// Reads the file as TOML.
    ///
    /// # Errors
    /// Where the text is not TOML or does not fit `T`, with line and column.
    pub fn toml<T: DeserializeOwned>(&self) -> Result<T, RuleError> {
        toml::from_str(&self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.error_at(at, error.message(), "see the other files of this folder for the form")
        })
    }

    /// An error at a byte of this file.
    pub fn error_at(&self, byte: usize, message: impl Into<String>, remedy: impl Into<String>) -> RuleError {
        let before = self.text.get(..byte).unwrap_or("");
        let last_line = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |at| at + 1);
        RuleError {
            file: self.shown.clone(),
            line: memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1,
            column: before[last_line..].chars().count() + 1,
            message: message.into(),
            remedy: remedy.into(),
        }
    }

    /// An error somewhere in a line of this file.
    pub fn error_in_line(
        &self,
        line: usize,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> RuleError {
        RuleError {
            file: self.shown.clone(),
            line,
            column: 1,
            message: message.into(),
            remedy: remedy.into(),
        }
    }
}

/// Whether the file has the name of a rule file.
pub(super) fn is_rule_file(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml" || extension == "csv")
}

fn overlay(root: &Path, folder: &Path, files: &mut BTreeMap<String, RuleFile>, errors: &mut Vec<RuleError>) {
    let unreadable = |path: &Path, error: std::io::Error| RuleError {
        file: path.display().to_string(),
        line: 0,
        column: 0,
        message: format!("cannot be read ({error})"),
        remedy: "give a folder of .toml and .csv files in UTF-8".into(),
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return errors.push(unreadable(folder, error)),
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            overlay(root, &path, files, errors);
        } else if is_rule_file(&path) {
            match std::fs::read_to_string(&path) {
                Ok(text) => {
                    let key = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                    let shown = path.display().to_string();
                    files.insert(key.clone(), RuleFile { path: key, shown, text: Cow::Owned(text) });
                }
                Err(error) => errors.push(unreadable(&path, error)),
            }
        }
    }
}
