//! The rules that are part of the program, as text and, for the stages that have most of them, in ready form.
//!
//! To compile all rules takes longer than to read a dozen articles. `build/` does it once and keeps what the compilers
//! make; a stage for which an analyst has files of his own is compiled anew.

use super::files::is_rule_file;
use super::{RuleError, RuleFiles};
use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;
use std::path::Path;

static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// The compiled rules of a stage; empty where the build found a fault in them.
#[derive(Debug, Clone, Copy)]
pub struct Ready {
    folder: &'static str,
    bytes: &'static [u8],
}

macro_rules! ready {
    ($stage:literal) => {
        Ready { folder: $stage, bytes: include_bytes!(concat!(env!("OUT_DIR"), "/", $stage, ".ready")) }
    };
}

/// The table of actors.
pub const ACTORS: Ready = ready!("actors");
/// The gazetteer.
pub const PLACES: Ready = ready!("places");
/// Kinds, triggers and word classes.
pub const EVENTS: Ready = ready!("events");
/// Cues.
pub const CLAIMS: Ready = ready!("claims");

impl Ready {
    /// The rules in force for this stage: ours as they are kept, or else compiled from the files.
    ///
    /// # Errors
    /// What `compile` finds wrong.
    pub fn or_compiled<R: DeserializeOwned>(
        self,
        files: &RuleFiles,
        compile: impl FnOnce(&RuleFiles) -> Result<R, Vec<RuleError>>,
    ) -> Result<R, Vec<RuleError>> {
        let kept = files.are_ours(self.folder).then(|| postcard::from_bytes(self.bytes).ok()).flatten();
        kept.map_or_else(|| compile(files), Ok)
    }
}

impl RuleFiles {
    /// The rules compiled into the program.
    pub fn embedded() -> Self {
        let mut texts = Vec::new();
        collect(&TEXTS, &mut texts);
        Self::of(texts.into_iter())
    }

    /// The compiled-in rules with the `.toml` and `.csv` files of `folder` laid over them: a file of the
    /// same path replaces ours, another one is added.
    ///
    /// # Errors
    /// If the folder or one of its files cannot be read, or a file is not UTF-8.
    pub fn with_overlay(folder: &Path) -> Result<Self, Vec<RuleError>> {
        Self::embedded().overlaid(folder)
    }

    /// A hash of all paths and contents: two chronicles with the same one were mined by the same rules.
    pub fn fingerprint(&self) -> String {
        if self.all().all(super::RuleFile::is_ours) { env!("RULES_FINGERPRINT").into() } else { self.hash() }
    }
}

fn collect(dir: &'static Dir<'static>, texts: &mut Vec<(String, &'static str)>) {
    for file in dir.files().filter(|file| is_rule_file(file.path())) {
        let path = file.path().to_string_lossy().replace('\\', "/");
        texts.push((path, file.contents_utf8().unwrap_or("")));
    }
    dir.dirs().for_each(|dir| collect(dir, texts));
}

#[cfg(test)]
mod tests {
    use super::{ACTORS, CLAIMS, EVENTS, PLACES, Ready};
    use crate::rules::{RuleError, RuleFiles};
    use serde::Serialize;

    #[track_caller]
    fn check<R: Serialize>(ready: Ready, compile: impl FnOnce(&RuleFiles) -> Result<R, Vec<RuleError>>) {
        let Ok(rules) = compile(&RuleFiles::embedded()) else {
            panic!("the rules of {} are faulty", ready.folder)
        };
        let compiled = postcard::to_allocvec(&rules).unwrap();
        assert!(compiled == *ready.bytes, "the kept rules of {} are not those of the files", ready.folder);
    }

    #[test]
    fn what_is_kept_is_what_the_files_say() {
        check(ACTORS, crate::actors::Rules::compile);
        check(PLACES, crate::places::Rules::compile);
        check(EVENTS, crate::events::Rules::compile);
        check(CLAIMS, crate::claims::Rules::compile);
        let ours = RuleFiles::embedded();
        assert_eq!(ours.fingerprint(), ours.hash());
    }

    #[test]
    fn a_stage_with_files_of_an_analyst_is_compiled() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("claims")).unwrap();
        std::fs::write(folder.path().join("claims/own.toml"), "nonsense").unwrap();
        let files = RuleFiles::with_overlay(folder.path()).unwrap();
        assert!(CLAIMS.or_compiled(&files, crate::claims::Rules::compile).is_err());
        assert!(PLACES.or_compiled(&files, |_| Err::<crate::places::Rules, _>(Vec::new())).is_ok());
        assert_ne!(files.fingerprint(), RuleFiles::embedded().fingerprint());
    }
}
