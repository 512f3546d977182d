//! The command line as a user meets it: every command and every error message, as transcripts.

mod transcript;

use chancery::cli::{COMMANDS, parser};
use std::path::{Path, PathBuf};

fn transcripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts")
}

#[test]
fn every_transcript_is_what_the_program_prints() {
    let mut files: Vec<PathBuf> = std::fs::read_dir(transcripts())
        .expect("tests/transcripts")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    for file in files {
        transcript::check(&file, false);
    }
}

#[test]
fn every_command_has_a_name_of_its_own_a_page_with_examples_and_a_transcript() {
    for (nth, command) in COMMANDS.iter().enumerate() {
        let name = command.name;
        assert!(COMMANDS[..nth].iter().all(|other| other.name != name), "{name} twice");
        assert!(!command.summary.is_empty() && !command.summary.ends_with('.'), "the summary of {name}");
        let (_, examples) =
            command.page.split_once("Examples:\n").unwrap_or_else(|| panic!("{name} has no examples"));
        assert!(examples.lines().all(|line| line.contains("chancery")), "the examples of {name}");
        let file = transcripts().join(format!("{name}.txt"));
        let text = std::fs::read_to_string(&file).unwrap_or_else(|_| panic!("{name} has no transcript"));
        assert!(text.contains(&format!("chancery {name}")), "the transcript of {name} does not run it");
    }
}

#[test]
fn every_example_on_a_page_is_a_command_line_that_parses() {
    for command in COMMANDS {
        let (_, examples) = command.page.split_once("Examples:\n").expect("examples");
        for example in examples.lines() {
            let mine =
                example.split('|').find(|piece| piece.trim_start().starts_with("chancery ")).expect("ours");
            let words = words(mine.split('>').next().unwrap_or(mine));
            if let Err(error) = parser().try_get_matches_from(&words) {
                panic!("{example}: {error}");
            }
        }
    }
}

#[test]
fn every_flag_is_explained() {
    for command in parser().get_subcommands() {
        for argument in command.get_arguments() {
            assert!(argument.get_help().is_some(), "{} {}", command.get_name(), argument.get_id());
        }
    }
}

/// The words of a command line; those in double quotes are one.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (nth, piece) in line.trim().split('"').enumerate() {
        match nth % 2 {
            0 => words.extend(piece.split_whitespace().map(str::to_owned)),
            _ => words.push(piece.to_owned()),
        }
    }
    words
}
