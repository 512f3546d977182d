//! Every command of the README prints what the README says.

mod transcript;

use std::path::{Path, PathBuf};

fn readme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

#[test]
fn the_readme_is_true() {
    transcript::check(&readme(), true);
}

/// A name that no longer leads anywhere is printed as a fault, which is true and of no use to a reader.
#[test]
fn no_command_of_the_readme_fails_but_the_one_that_shows_a_fault() {
    let text = std::fs::read_to_string(readme()).unwrap();
    let mut command = "";
    for line in text.lines() {
        if let Some(given) = line.strip_prefix("$ ") {
            command = given;
        }
        assert!(!line.starts_with("[exit ") || command.contains("chancery rules check"), "{command}: {line}");
    }
}
