//! Reading rule files: those compiled in, and those of an analyst's own folder.

use super::RuleError;
use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// All rule files in force, by their path below the rules folder ("events/assault.toml").
#[derive(Debug, Clone)]
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
    /// The rules compiled into the program.
    pub fn embedded() -> Self {
        let mut files = BTreeMap::new();
        collect(&EMBEDDED, &mut files);
        Self { files }
    }

    /// The compiled-in rules with the `.toml` and `.csv` files of `folder` laid over them: a file of the
    /// same path replaces ours, another one is added.
    ///
    /// # Errors
    /// If the folder or one of its files cannot be read, or a file is not UTF-8.
    pub fn with_overlay(folder: &Path) -> Result<Self, Vec<RuleError>> {
        let mut rules = Self::embedded();
        let mut errors = Vec::new();
        overlay(folder, folder, &mut rules.files, &mut errors);
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
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

    /// A hash of all paths and contents: two chronicles with the same one were mined by the same rules.
    pub fn fingerprint(&self) -> String {
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

fn is_rule_file(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml" || extension == "csv")
}

fn collect(dir: &'static Dir<'static>, files: &mut BTreeMap<String, RuleFile>) {
    for file in dir.files().filter(|file| is_rule_file(file.path())) {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let text = Cow::Borrowed(file.contents_utf8().unwrap_or(""));
        files.insert(path.clone(), RuleFile { shown: format!("rules/{path}"), path, text });
    }
    dir.dirs().for_each(|dir| collect(dir, files));
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
