//! What the house is built on, held by reading its source: which stage may import which, who may print,
//! who may touch the world outside, and that nothing unwraps.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A file of `src/` without what is only for tests, comments and literals.
struct Source {
    path: String,
    /// The folder or file right below `src/`: the stage.
    stage: String,
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let tests: Vec<PathBuf> = files.iter().flat_map(|file| test_modules(file)).collect();
    let kept = files.iter().filter(|file| !tests.iter().any(|test| file.starts_with(test) || *file == test));
    kept.map(|file| {
        let path = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        let stage = path.split(['/', '.']).next().unwrap().to_owned();
        Source { stage, code: without_tests(&bare(&std::fs::read_to_string(file).unwrap())), path }
    })
    .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The files and folders of the modules that a file declares `#[cfg(test)] mod name;`.
fn test_modules(file: &Path) -> Vec<PathBuf> {
    let code = bare(&std::fs::read_to_string(file).unwrap());
    let stem = file.file_stem().unwrap().to_string_lossy();
    let folder = file.parent().unwrap();
    let folder = if stem == "mod" || stem == "lib" || stem == "main" {
        folder.to_owned()
    } else {
        folder.join(&*stem)
    };
    let declared = code.split("#[cfg(test)]").skip(1).filter_map(|after| {
        let after = after.trim_start();
        let name = after.strip_prefix("mod ").or_else(|| after.strip_prefix("pub(super) mod "))?;
        let (name, rest) = name.split_at(name.find(|end: char| !(end.is_alphanumeric() || end == '_'))?);
        rest.trim_start().starts_with(';').then(|| name.to_owned())
    });
    declared.flat_map(|name| [folder.join(format!("{name}.rs")), folder.join(name)]).collect()
}

/// The code with comments and the insides of literals blanked out, so that words in them count for nothing.
fn bare(source: &str) -> String {
    let characters: Vec<char> = source.chars().collect();
    let mut code = String::with_capacity(source.len());
    let mut at = 0;
    let starts =
        |at: usize, word: &str| word.chars().enumerate().all(|(i, c)| characters.get(at + i) == Some(&c));
    while at < characters.len() {
        let word_before = at > 0 && (characters[at - 1].is_alphanumeric() || characters[at - 1] == '_');
        let raw = (!word_before && (characters[at] == 'r' || starts(at, "br")))
            .then(|| {
                let hashes_at = at + if characters[at] == 'b' { 2 } else { 1 };
                let hashes = characters[hashes_at..].iter().take_while(|c| **c == '#').count();
                (characters.get(hashes_at + hashes) == Some(&'"')).then_some((hashes_at + hashes + 1, hashes))
            })
            .flatten();
        if starts(at, "//") {
            while at < characters.len() && characters[at] != '\n' {
                at += 1;
            }
        } else if starts(at, "/*") {
            while at < characters.len() && !starts(at, "*/") {
                at += 1;
            }
            at += 2;
        } else if let Some((begin, hashes)) = raw {
            let end = format!("\"{}", "#".repeat(hashes));
            at = begin;
            while at < characters.len() && !starts(at, &end) {
                at += 1;
            }
            at += end.len();
            code.push_str("\"\"");
        } else if characters[at] == '"' {
            at += 1;
            while at < characters.len() && characters[at] != '"' {
                at += if characters[at] == '\\' { 2 } else { 1 };
            }
            at += 1;
            code.push_str("\"\"");
        } else if characters[at] == '\'' && (starts(at + 1, "\\") || characters.get(at + 2) == Some(&'\'')) {
            at += if characters[at + 1] == '\\' { 3 } else { 2 };
            while at < characters.len() && characters[at] != '\'' {
                at += 1;
            }
            at += 1;
            code.push_str("' '");
        } else {
            code.push(characters[at]);
            at += 1;
        }
    }
    code
}

/// The code without its `#[cfg(test)]` items.
fn without_tests(code: &str) -> String {
    let mut kept = String::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once("#[cfg(test)]") {
        kept.push_str(before);
        let brace = after.find('{').unwrap_or(after.len());
        let semicolon = after.find(';').unwrap_or(after.len());
        rest = if semicolon < brace { &after[semicolon..] } else { &after[end_of_block(after, brace)..] };
    }
    kept + rest
}

fn end_of_block(code: &str, open: usize) -> usize {
    let mut depth = 0;
    for (at, character) in code[open..].char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return open + at + 1;
        }
    }
    code.len()
}

/// The stages that code names: `crate::x`, and every `x` of `crate::{x::…, y}`.
fn imported(code: &str) -> Vec<String> {
    let mut stages = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|before: char| {
            before.is_alphanumeric() || before == '_' || before == ':' || before == '$'
        }) {
            continue;
        }
        let path = &code[at + "crate::".len()..];
        match path.strip_prefix('{') {
            None => stages.push(name(path)),
            Some(_) => {
                let group = &path[1..end_of_block(path, 0) - 1];
                let mut depth = 0;
                let parts = group.split(|character| {
                    depth += i32::from(character == '{') - i32::from(character == '}');
                    character == ',' && depth == 0
                });
                stages.extend(parts.map(|part| name(part.trim())).filter(|name| !name.is_empty()));
            }
        }
    }
    stages
}

fn name(path: &str) -> String {
    path.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect()
}

/// The stages in the order in which data flows through them, as `src/lib.rs` lists them.
fn stages() -> Vec<String> {
    let library = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let declared = library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    declared.map(str::to_owned).collect()
}

/// The lines of `files` on which one of `words` stands as a word of code.
fn uses(stages: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| stages.contains(&source.stage.as_str())) {
        for line in source.code.lines() {
            for word in words {
                let whole = line.match_indices(word).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    !before.is_some_and(|before| before.is_alphanumeric() || before == '_')
                });
                if whole {
                    found.push(format!("src/{}: {}", source.path, line.trim()));
                }
            }
        }
    }
    found
}

#[test]
fn imports_point_up_the_list_of_stages() {
    let order: BTreeMap<String, usize> =
        stages().into_iter().enumerate().map(|(at, stage)| (stage, at)).collect();
    assert!(order.len() >= 16, "src/lib.rs lists its stages one per line: {order:?}");
    let mut seen = 0;
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(own) = order.get(&source.stage) else { continue };
        for stage in imported(&source.code) {
            let Some(other) = order.get(&stage) else {
                wrong.push(format!("src/{}: crate::{stage} is no stage of src/lib.rs", source.path));
                continue;
            };
            seen += 1;
            if other > own {
                wrong.push(format!(
                    "src/{}: imports {stage}, which comes after {}",
                    source.path, source.stage
                ));
            }
        }
    }
    // `super::` in the root of a stage would be `crate::` under another name.
    let roots = sources().into_iter().filter(|source| {
        let root = source.path.trim_end_matches("/mod.rs").trim_end_matches(".rs");
        root == source.stage
    });
    for root in roots.filter(|root| root.code.contains("super::")) {
        wrong.push(format!("src/{}: says super:: where it means crate::", root.path));
    }
    assert!(seen > 30, "only {seen} imports were found: the test is blind");
    assert!(
        wrong.is_empty(),
        "data flows down the list in src/lib.rs and imports point up it:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn only_the_command_line_prints() {
    let stages = stages();
    let others: Vec<&str> = stages.iter().map(String::as_str).filter(|stage| *stage != "cli").collect();
    let found = uses(&others, &["println!", "print!", "eprintln!", "eprint!", "dbg!", "stdout(", "stderr("]);
    assert!(found.is_empty(), "only src/cli prints:\n{}", found.join("\n"));
}

#[test]
fn mining_knows_no_world_outside() {
    const PURE: [&str; 12] = [
        "article",
        "language",
        "places",
        "wording",
        "dates",
        "actors",
        "placement",
        "events",
        "claims",
        "sureness",
        "judgement",
        "link",
    ];
    let stages = stages();
    assert!(PURE.iter().all(|stage| stages.iter().any(|other| other == stage)));
    let outside = [
        "std::fs",
        "std::env",
        "std::time",
        "std::net",
        "std::process",
        "std::io::stdin",
        "SystemTime",
        "Instant",
        "Local",
        "Utc",
        "rusqlite",
        "File::",
    ];
    let found = uses(&PURE, &outside);
    assert!(
        found.is_empty(),
        "mining has no file system, clock, environment or store:\n{}",
        found.join("\n")
    );
}

#[test]
fn only_the_command_line_reads_the_clock() {
    let stages = stages();
    let others: Vec<&str> = stages.iter().map(String::as_str).filter(|stage| *stage != "cli").collect();
    let found = uses(&others, &["Local::", "Utc::", "SystemTime::", "SystemTime"]);
    assert!(found.is_empty(), "only src/cli reads the clock:\n{}", found.join("\n"));
}

#[test]
fn nothing_unwraps() {
    let mut found = Vec::new();
    for source in sources() {
        for line in source.code.lines().filter(|line| line.contains(".unwrap()") || line.contains(".expect("))
        {
            found.push(format!("src/{}: {}", source.path, line.trim()));
        }
    }
    assert!(found.is_empty(), "errors are answered, not unwrapped:\n{}", found.join("\n"));
}

#[test]
fn this_test_sees_what_it_is_to_see() {
    let code = "use crate::{store::{Store, x}, link};\n// crate::cli\nlet a = \"crate::query\"; crate::mine::mine('\"', \"\\\"\");\n\
                #[cfg(test)]\nmod tests { fn f() { x.unwrap(); } }\nfn g() { y.expect(\"\") }";
    let bare = without_tests(&bare(code));
    assert_eq!(imported(&bare), ["store", "link", "mine"]);
    assert!(!bare.contains("unwrap") && bare.contains(".expect("), "{bare}");
}
