//! Mines 2,000 articles of newspaper length, imports them, and mines the chronicle anew: as it is, and with a rule
//! more. Prints how long each took, and where the system tells it the processor time, which is what compares on a
//! busy machine: `cargo bench --bench remine`, or with `-- 10000` for another number.

#[path = "random.rs"]
mod random;

use random::Random;
use std::fmt::Write as _;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// A rule that finds what no rule finds.
const RULE: &str = include_str!("../tests/judged/shelve.toml");

fn main() {
    // `cargo bench` adds arguments of its own.
    let number = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(2_000);
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("rules/events")).unwrap();
    std::fs::write(folder.path().join("rules/events/shelve.toml"), RULE).unwrap();
    let mut file = BufWriter::new(std::fs::File::create(folder.path().join("articles.jsonl")).unwrap());
    let (paragraphs, mut random) = (paragraphs(), Random(7));
    for article in 0..number {
        writeln!(file, "{}", line(article, &paragraphs, &mut random)).unwrap();
    }
    file.flush().unwrap();
    drop(file);
    println!("{number} articles");
    for (name, arguments) in [
        ("mine", &["mine", "--format", "jsonl", "articles.jsonl"][..]),
        ("import", &["import", "articles.jsonl"]),
        ("remine, nothing changed", &["remine"]),
        ("remine --dry-run, a rule more", &["remine", "--rules", "rules", "--dry-run"]),
        ("remine, a rule more", &["remine", "--rules", "rules"]),
    ] {
        let before = processor_time();
        let took = run(folder.path(), arguments);
        let processor = before.zip(processor_time()).map(|(before, after)| after - before);
        let processor = processor.map_or(String::new(), |time| {
            format!(", {time:.1} s of processor time, {:.1} ms each article", time * 1e3 / f64::from(number))
        });
        println!("{name}: {took:.1} s{processor}");
    }
}

fn run(folder: &Path, arguments: &[&str]) -> f64 {
    let begin = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.args(arguments).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    assert!(command.status().unwrap().success(), "{arguments:?}");
    begin.elapsed().as_secs_f64()
}

/// Seconds that processes begun here have taken of the processors.
fn processor_time() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name, in brackets, may hold anything; of what follows, these are the children's in hundredths of a second.
    let fields = told.rsplit_once(')')?.1.split_whitespace().skip(13).take(2);
    fields.map(|field| field.parse::<f64>().ok()).sum::<Option<f64>>().map(|ticks| ticks / 100.0)
}

/// What the articles of the fixtures say, paragraph by paragraph.
fn paragraphs() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let texts = paths.into_iter().filter_map(|path| std::fs::read_to_string(path).ok());
    texts
        .flat_map(|text| {
            let paragraphs = text.split("\n\n").map(|paragraph| paragraph.trim().to_owned());
            paragraphs.filter(|paragraph| paragraph.len() > 120).collect::<Vec<_>>()
        })
        .collect()
}

fn line(article: u32, paragraphs: &[String], random: &mut Random) -> String {
    let published = random.day();
    // Articles tell of other years than the next; else hundreds would tell of each happening, as in no chronicle.
    let years = published[..4].parse::<i32>().unwrap() - 2017;
    let mut text = String::new();
    while text.len() < 2_400 {
        write!(text, "{}\n\n", moved(&paragraphs[random.below(paragraphs.len())], years)).unwrap();
    }
    // One in forty has what the new rule finds.
    if random.below(40) == 0 {
        text.push_str("Norway mothballed its embassy in Yemen.\n\n");
    }
    write!(text, "This was article number {article}.").unwrap();
    serde_json::json!({"id": format!("generated/{article}"), "published": published, "text": text})
        .to_string()
}

/// The paragraph with its years moved by so many.
fn moved(paragraph: &str, years: i32) -> String {
    let pieces = paragraph.split_inclusive(|letter: char| !letter.is_ascii_digit());
    let mut moved = String::new();
    for piece in pieces {
        let end = piece.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(piece.len());
        match piece[..end].parse::<i32>() {
            Ok(year) if end == 4 && (1950..2040).contains(&year) => {
                write!(moved, "{}", year + years).unwrap()
            }
            _ => moved.push_str(&piece[..end]),
        }
        moved.push_str(&piece[end..]);
    }
    moved
}
