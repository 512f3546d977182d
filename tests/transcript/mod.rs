//! Command lines with what they print, kept as text and run again.
//!
//! A line that begins with `$ ` is a command for `sh`; what stands below it, up to the next command or comment
//! (`# `), is what it prints on both outputs, and `[exit N]` its exit code where that is not 0. To write down what
//! the program prints now: `CHANCERY_TRANSCRIPTS=write cargo test --test cli --test readme`, and read the diff.

use std::path::Path;
use std::process::Command;

/// Runs the commands of a file again and compares; `fenced` says that they stand in blocks of Markdown.
pub fn check(file: &Path, fenced: bool) {
    let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    std::os::unix::fs::symlink(fixtures, folder.path().join("fixtures")).expect("a link to the fixtures");
    let now = replay(&text, folder.path(), fenced);
    if std::env::var_os("CHANCERY_TRANSCRIPTS").is_some() {
        std::fs::write(file, now).expect("the transcript can be written");
    } else {
        assert_eq!(
            text.lines().collect::<Vec<_>>(),
            now.lines().collect::<Vec<_>>(),
            "{} is not what the program prints",
            file.display()
        );
    }
}

/// The same text with what the commands print now.
fn replay(text: &str, folder: &Path, fenced: bool) -> String {
    let mut now = String::new();
    let mut inside = !fenced;
    let mut skipping = false;
    for line in text.lines() {
        if fenced && line.starts_with("```") {
            inside = line == "```console";
            skipping = false;
        } else if inside && line.starts_with("$ ") {
            now.push_str(line);
            now.push('\n');
            now.push_str(&run(&line[2..], folder));
            skipping = true;
            continue;
        } else if !fenced && line.starts_with("# ") {
            skipping = false;
        }
        if !skipping || !inside {
            now.push_str(line);
            now.push('\n');
        }
    }
    now
}

/// What a command prints, and its exit code where that is not 0.
fn run(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_chancery"));
    let path = std::env::var("PATH").unwrap_or_default();
    let command = command.replace("cargo run --release --", "chancery");
    let ended = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .current_dir(folder)
        .env("PATH", format!("{}:{path}", program.parent().expect("a folder").display()))
        .env("COLUMNS", "80")
        .env("TZ", "UTC")
        .env("CHANCERY_USER", "anna")
        // What is judged here is judged at noon of 12 April 2017.
        .env("SOURCE_DATE_EPOCH", "1491998400")
        .env("LC_ALL", "C.UTF-8")
        .env_remove("CHANCERY_DB")
        .output()
        .expect("sh runs");
    let mut printed = String::from_utf8_lossy(&ended.stdout).trim_end().to_owned();
    if !printed.is_empty() {
        printed.push('\n');
    }
    if let Some(code) = ended.status.code().filter(|&code| code != 0) {
        printed.push_str(&format!("[exit {code}]\n"));
    }
    printed
}
