//! How fast dates are found and resolved, without the analysis of the language before it.

use chancery::article::{Part, Span};
use chancery::dates::{Reference, Rules, find, resolve};
use chancery::language::{Document, segment};
use chancery::rules::RuleFiles;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// Our own articles, over and over, to half a megabyte.
fn text() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/articles");
    let mut articles: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    articles.sort();
    let all: String = articles
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt" || extension == "md"))
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect();
    all.repeat(1 + 500_000 / all.len().max(1))
}

#[divan::bench]
fn find_and_resolve(bencher: Bencher) {
    let rules = Rules::compile(&RuleFiles::embedded()).unwrap_or_default();
    let text = text();
    let document = Document { sentences: segment(&text, Part::Text, Span::new(0, text.len())) };
    bencher.counter(BytesCount::new(text.len())).bench(|| {
        let found = find(black_box(&document), &rules);
        let reference = Reference::of(&found, chrono::NaiveDate::from_ymd_opt(2017, 4, 12), None);
        resolve(&found, &document, &reference, &rules)
    });
}

#[divan::bench]
fn compile_rules() -> usize {
    Rules::compile(black_box(&RuleFiles::embedded()))
        .map_or(0, |rules| find(&Document::default(), &rules).len())
}
