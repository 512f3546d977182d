//! Imports 100,000 generated articles into a new chronicle and prints how long it took and the most memory
//! that was used: `cargo bench --bench hundred_thousand`, or with `-- 10000` for another number.

#[path = "process.rs"]
mod process;
#[path = "random.rs"]
mod random;

use process::most_memory;
use random::Random;
use std::fmt::Write as _;
use std::io::{BufWriter, Write};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// The bound that an import of 100,000 articles has to keep, in kB.
const MOST_MEMORY: u64 = 300 * 1024;

const STATES: [&str; 24] = [
    "Norway", "Finland", "Russia", "Turkey", "Iran", "Egypt", "Kenya", "Ghana", "Brazil", "Chile", "Peru",
    "Cuba", "Canada", "Mexico", "India", "Nepal", "Japan", "China", "Vietnam", "Italy", "Spain", "France",
    "Poland", "Greece",
];
const CITIES: [&str; 12] = [
    "Oslo", "Helsinki", "Moscow", "Ankara", "Cairo", "Nairobi", "Lima", "Ottawa", "Delhi", "Tokyo", "Rome",
    "Paris",
];
const DEEDS: [&str; 8] = [
    "met his colleague from",
    "signed an agreement with",
    "rejected the demands of",
    "threatened sanctions against",
    "accused",
    "sent humanitarian aid to",
    "recalled the ambassador to",
    "held talks with the president of",
];

fn main() -> ExitCode {
    // `cargo bench` adds arguments of its own.
    let number = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("articles.jsonl");
    let mut file = BufWriter::new(std::fs::File::create(&path).unwrap());
    let mut random = Random(7);
    for article in 0..number {
        writeln!(file, "{}", line(article, &mut random)).unwrap();
    }
    file.flush().unwrap();
    drop(file);

    let begin = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(["import", "--db", "generated.db", "articles.jsonl"])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut most = 0;
    let status = loop {
        most = most_memory(child.id()).unwrap_or(0).max(most);
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let seconds = begin.elapsed().as_secs_f64();
    let size = std::fs::metadata(folder.path().join("generated.db")).map_or(0, |data| data.len() >> 20);
    println!(
        "{number} articles in {seconds:.1} s ({:.0} articles/s), at most {} MB of memory, chronicle of {size} MB, {status}",
        f64::from(number) / seconds,
        most >> 10
    );
    if status.success() && most < MOST_MEMORY { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn line(article: u32, random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..4 {
        let (a, b) = (of(&STATES, random), of(&STATES, random));
        let (deed, city) = (of(&DEEDS, random), of(&CITIES, random));
        let (day, year) = (random.below(28) + 1, 1990 + random.below(30));
        write!(
            text,
            "The foreign minister of {a} {deed} {b} in {city} on {day} May {year}. \
             “We will see {} more rounds,” he told reporters. ",
            random.below(900)
        )
        .unwrap();
    }
    let published = random.day();
    serde_json::json!({"id": format!("generated/{article}"), "outlet": "The Generator", "published": published, "text": text})
        .to_string()
}

fn of<'a>(words: &[&'a str], random: &mut Random) -> &'a str {
    words[random.below(words.len())]
}
