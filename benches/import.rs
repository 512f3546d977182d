//! How fast bytes become articles: `cargo bench --bench import`.

use chancery::import::{ImportOptions, read};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() {
    divan::main();
}

const PARAGRAPH: &str = "The foreign ministers of Norway and Finland met in Tromsø on Tuesday to speak about fishing, \
    the border and a railway that has been planned since 1987. “We agree on two of three points,” the Norwegian \
    minister told reporters, “and the third one will keep.” The talks go on in Helsinki next month.";

fn text() -> String {
    format!("{PARAGRAPH}\n\n").repeat(8)
}

fn page() -> String {
    let paragraphs = format!("<p>{PARAGRAPH}</p>").repeat(8);
    let links = "<li><a href='/x'>Another headline of the day</a></li>".repeat(60);
    format!(
        "<!DOCTYPE html><html><head><title>Ministers meet | The Post</title><meta property='og:site_name' \
         content='The Post'><meta property='article:published_time' content='2017-04-12'></head><body><nav><ul>{links}\
         </ul></nav><article><h1>Ministers meet</h1>{paragraphs}</article><aside><ul>{links}</ul></aside></body></html>"
    )
}

fn measure(bencher: Bencher<'_, '_>, path: &Path, articles: usize) {
    let bytes = std::fs::metadata(path).unwrap().len();
    let paths = [path.to_owned()];
    bencher.counter(BytesCount::new(bytes)).counter(ItemsCount::new(articles)).bench(|| {
        let read = read(&paths, &ImportOptions::default()).filter(Result::is_ok).count();
        assert_eq!(read, articles);
    });
}

fn file(folder: &tempfile::TempDir, name: &str, words: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, words).unwrap();
    path
}

#[divan::bench]
fn json_lines(bencher: Bencher<'_, '_>) {
    let mut lines = String::new();
    for number in 0..1_000 {
        let line = serde_json::json!({"id": number.to_string(), "published": "2017-04-12", "text": text()});
        writeln!(lines, "{line}").unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    measure(bencher, &file(&folder, "articles.jsonl", &lines), 1_000);
}

#[divan::bench]
fn plain_text(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    measure(bencher, &file(&folder, "article.txt", &text()), 1);
}

#[divan::bench]
fn markdown(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let words = format!("---\ntitle: Ministers meet\ndate: 2017-04-12\n---\n\n{}", text());
    measure(bencher, &file(&folder, "article.md", &words), 1);
}

#[divan::bench]
fn web_page(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    measure(bencher, &file(&folder, "article.html", &page()), 1);
}

#[divan::bench]
fn language(bencher: Bencher<'_, '_>) {
    let text = text();
    bencher.counter(BytesCount::of_str(&text)).bench(|| chancery::import::language(divan::black_box(&text)));
}
