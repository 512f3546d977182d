//! What linking costs for one more article, as the chronicle grows.

#[path = "../tests/store/telling.rs"]
#[allow(dead_code)]
mod telling;

use chancery::store::{Chronicle, Provenance};
use divan::Bencher;
use telling::{Act, Telling};

fn main() {
    divan::main();
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

/// One hundred articles imported into a chronicle of so many.
#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 3, sample_size = 1)]
fn hundred_more_articles(bencher: Bencher, present: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chronicle.db");
    let mut chronicle = Chronicle::open(&path).expect("a chronicle");
    let mut import = chronicle.begin_import(&provenance()).expect("an import");
    for first in (0..present).step_by(256) {
        let batch = (first..(first + 256).min(present)).map(|number| article(number * 7).reading());
        import.add(batch.collect()).expect("a batch");
    }
    let mut next = 1;
    bencher.bench_local(|| {
        next += 100;
        import
            .add((next..next + 100).map(|number| article(number * 7 + 3).reading()).collect())
            .expect("a batch")
    });
}
