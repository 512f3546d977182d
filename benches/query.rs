//! How long questions take of a chronicle of one million events: `cargo bench --bench query`.
//!
//! The chronicle is made on the first run and kept in `target/`; CHANCERY_BENCH_EVENTS makes it smaller.

#[path = "chronicle.rs"]
mod chronicle;

use chancery::export::{Format, Layout};
use chancery::query::{Filter, Page, Party, Role, days, search_words, timeline};
use chancery::store::Chronicle;
use std::path::PathBuf;
use std::sync::LazyLock;

static PATH: LazyLock<PathBuf> = LazyLock::new(|| {
    let events =
        std::env::var("CHANCERY_BENCH_EVENTS").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000_000);
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("query-{events}.db"));
    if !path.exists() {
        let making = path.with_extension("making");
        let _ = std::fs::remove_file(&making);
        let chronicle = Chronicle::open(&making).expect("a chronicle can be made");
        chronicle::fill(chronicle.connection(), events).expect("and filled");
        drop(chronicle);
        std::fs::rename(&making, &path).expect("and kept");
    }
    path
});

fn main() {
    LazyLock::force(&PATH);
    divan::main();
}

fn party(code: &str) -> Vec<Party> {
    vec![Party { key: code.into(), name: code.into(), state: true, alone: false }]
}

fn overlaps(date: &str) -> Filter {
    let (first, last) = days(date).expect("a date");
    Filter::Overlaps(first, last)
}

/// Asks, and prints the first page as a table.
fn first_page(bencher: divan::Bencher<'_, '_>, filter: Filter) {
    let page = Page { limit: Some(50), reverse: false };
    ask(bencher, filter, page, "table");
}

fn ask(bencher: divan::Bencher<'_, '_>, filter: Filter, page: Page, format: &str) {
    let chronicle = Chronicle::open_read_only(&PATH).expect("the chronicle");
    let format = Format::by_name(format).expect("a format");
    bencher.bench_local(|| {
        let found = timeline(chronicle.connection(), &filter, page).expect("an answer");
        assert!(!found.parts.is_empty());
        let mut written = Vec::new();
        (format.write)(&found, Layout { width: 80 }, &mut written).expect("memory");
        written
    });
}

#[divan::bench]
fn page_of_everything(bencher: divan::Bencher<'_, '_>) {
    first_page(bencher, Filter::All(vec![]));
}

#[divan::bench]
fn page_by_actor_and_range(bencher: divan::Bencher<'_, '_>) {
    first_page(
        bencher,
        Filter::All(vec![Filter::Takes(Role::Either, party("RUS")), overlaps("2014-03/2014-06")]),
    );
}

#[divan::bench]
fn page_between_two(bencher: divan::Bencher<'_, '_>) {
    first_page(bencher, Filter::All(vec![Filter::Between(party("USA"), party("IRN")), overlaps("2014")]));
}

#[divan::bench]
fn page_by_rare_words(bencher: divan::Bencher<'_, '_>) {
    first_page(bencher, Filter::All(vec![Filter::Text(search_words("tariff 4321").expect("words"))]));
}

#[divan::bench]
fn page_by_common_word(bencher: divan::Bencher<'_, '_>) {
    first_page(bencher, Filter::All(vec![Filter::Text(search_words("talks").expect("words"))]));
}

#[divan::bench(sample_count = 5)]
fn export_of_a_year(bencher: divan::Bencher<'_, '_>) {
    ask(bencher, Filter::All(vec![overlaps("2014")]), Page::default(), "jsonl");
}
