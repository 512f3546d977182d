//! How fast articles are mined, in tokens a second on one core: the whole chain, and the events alone.

use chancery::article::Article;
use chancery::dates::Genre;
use chancery::mine::{Engine, Findings};
use chancery::rules::RuleFiles;
use divan::Bencher;
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

/// The articles of the fixtures.
fn articles() -> Vec<Article> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("the fixtures").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "md" || extension == "txt"))
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .map(|text| Article { text, ..Article::default() })
        .collect()
}

fn tokens(findings: &[Findings]) -> usize {
    findings.iter().flat_map(|one| &one.document.sentences).map(|sentence| sentence.tokens.len()).sum()
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn whole(bencher: Bencher<'_, '_>) {
    let engine = Engine::new(&RuleFiles::embedded()).expect("the rules compile");
    let articles = articles();
    let findings: Vec<_> = articles.iter().map(|article| engine.mine(article)).collect();
    bencher
        .counter(ItemsCount::new(tokens(&findings)))
        .bench_local(|| articles.iter().map(|article| engine.mine(article).events.len()).sum::<usize>());
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn events_alone(bencher: Bencher<'_, '_>) {
    let files = RuleFiles::embedded();
    let engine = Engine::new(&files).expect("the rules compile");
    let rules = chancery::events::Rules::compile(&files).expect("the rules compile");
    let articles = articles();
    let findings: Vec<_> = articles.iter().map(|article| engine.mine(article)).collect();
    bencher.counter(ItemsCount::new(tokens(&findings))).bench_local(|| {
        articles
            .iter()
            .zip(&findings)
            .map(|(article, one)| {
                chancery::events::find(
                    article,
                    Genre::News,
                    &one.document,
                    &one.actors,
                    &[],
                    &one.dates,
                    &rules,
                )
                .mentions
                .len()
            })
            .sum::<usize>()
    });
}
