//! What linking costs for one more article as the chronicle grows, in processor time, what memory it takes, and
//! how long a timeline of the result takes: `cargo bench --bench link`, or with `-- 5000 50000` for other numbers of
//! articles.
//!
//! The articles are as much alike as articles can be: every story has the same three who take part, and one of its
//! happenings falls on every day.

#[path = "process.rs"]
mod process;
#[path = "../tests/store/telling.rs"]
#[allow(dead_code)]
mod telling;

use chancery::query::{Filter, Page, timeline};
use chancery::store::{Chronicle, Import, Provenance};
use process::{most_memory, processor_time};
use std::time::Instant;
use telling::{Act, Telling};

fn main() {
    // `cargo bench` adds arguments of its own.
    let mut sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes.extend([1_000, 10_000, 100_000]);
    }
    println!("articles  building, each  100 more, each  most memory  first page  all of it");
    for size in sizes {
        measure(size);
    }
}

/// One of many articles: a hundred stories a month, ten articles each, over the years.
fn article(number: usize) -> Telling {
    let story = number / 10;
    let day =
        chrono::NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day") + chrono::Days::new((story / 3) as u64);
    let published = (day + chrono::Days::new(1)).to_string();
    let talks = Act {
        kind: "CONSULT",
        trigger: "met",
        source: "Lavrov",
        target: "Kerry",
        place: "Geneva",
        day: Some(day),
        ..Act::default()
    };
    let strike = Act {
        kind: "ASSAULT",
        trigger: "bombed",
        source: "Russia",
        target: "Aleppo",
        place: "Aleppo",
        day: Some(day),
        ..Act::default()
    };
    Telling::new("Wire", &number.to_string(), Some(&published))
        .say(
            &format!(
                "Lavrov met Kerry in Geneva over matter{story} and the voyage{} of envoy{number}.",
                story % 977
            ),
            &[talks],
        )
        .say(
            &format!(
                "Russia bombed Aleppo while column{story} stood at gate{} before witness{number}.",
                story % 577
            ),
            &[strike],
        )
}

fn provenance() -> Provenance {
    Provenance { begun: "now".into(), engine: "bench".into(), rules: "r".into(), model: "m".into() }
}

/// How many more articles are imported at a time, and how often.
const MORE: usize = 100;
const SAMPLES: usize = 3;

/// Builds a chronicle of so many articles, imports some more, asks for its timeline, and prints what each cost.
fn measure(present: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chronicle.db");
    let mut chronicle = Chronicle::open(&path).expect("a chronicle");
    let mut import = chronicle.begin_import(&provenance()).expect("an import");
    let numbers: Vec<usize> = (0..present).map(|number| number * 7).collect();
    let building: f64 = numbers.chunks(256).map(|batch| add(&mut import, batch)).sum();
    // Spread over all the time that the chronicle tells of.
    let more = (0..SAMPLES).map(|sample| {
        let numbers: Vec<usize> =
            (0..MORE).map(|nth| (nth * SAMPLES + sample) * present / (MORE * SAMPLES) * 7 + 3).collect();
        add(&mut import, &numbers)
    });
    let more = more.fold(f64::INFINITY, f64::min);
    import.finish("then").expect("the end");
    let memory = most_memory(std::process::id()).map_or(0, |kilobytes| kilobytes >> 10);
    let [page, all] = [Some(50), None].map(|limit| {
        let asked = (0..10).map(|_| {
            let begin = Instant::now();
            let page = Page { limit, reverse: false };
            let found = timeline(chronicle.connection(), &Filter::All(vec![]), page).expect("an answer");
            assert!(!found.parts.is_empty());
            begin.elapsed().as_secs_f64() * 1000.0
        });
        asked.fold(f64::INFINITY, f64::min)
    });
    println!(
        "{present:8} {:12.2} ms {:12.2} ms {memory:9} MB {page:8.1} ms {all:7.0} ms",
        building / present as f64,
        more / MORE as f64
    );
}

/// Imports articles in one transaction; what that took.
fn add(import: &mut Import<'_>, numbers: &[usize]) -> f64 {
    took(|| {
        import.add(numbers.iter().map(|&number| article(number).reading()).collect()).expect("a batch");
    })
}

/// The processor's time that something takes, in milliseconds.
fn took(work: impl FnOnce()) -> f64 {
    let begin = processor_time();
    work();
    processor_time().zip(begin).map_or(f64::NAN, |(end, begin)| end - begin)
}
