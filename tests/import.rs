//! Files, folders, patterns and records become articles; what is none is named, and the rest goes on.

use chancery::article::{Article, PublishedBasis};
use chancery::import::{FORMATS, ImportOptions, Rejection, read};
use std::path::{Path, PathBuf};

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

fn import(path: impl AsRef<Path>) -> (Vec<Article>, Vec<Rejection>) {
    let (articles, rejections): (Vec<_>, Vec<_>) =
        read(&[path.as_ref().to_owned()], &ImportOptions::default()).partition(Result::is_ok);
    (articles.into_iter().flatten().collect(), rejections.into_iter().filter_map(Result::err).collect())
}

fn ids(articles: &[Article]) -> Vec<&str> {
    articles.iter().map(|article| article.id.as_deref().unwrap_or("-")).collect()
}

#[test]
fn formats_have_unique_names_and_extensions() {
    let mut seen = std::collections::BTreeSet::new();
    for format in FORMATS {
        assert!(seen.insert(format.name), "{} twice", format.name);
        assert!(!format.doc.is_empty());
    }
    let mut seen = std::collections::BTreeSet::new();
    for extension in FORMATS.iter().flat_map(|format| format.extensions) {
        assert!(seen.insert(extension), ".{extension} twice");
        assert_eq!(*extension, extension.to_lowercase());
    }
}

#[test]
fn json_lines_follow_the_contract() {
    let lines = concat!(
        "\u{feff}{\"id\":\"a\",\"title\":\"T\",\"source\":\"Reuters\",\"url\":\"http://x\",\"published\":\"2017-04-12\",\"text\":\"One.\\r\\nTwo.\",\"dates\":[{\"text\":1}]}\n",
        "\n",
        "{\"text\":\"Only text.\",\"id\":7,\"title\":null}\r\n",
        "{\"outlet\":\"AP\",\"source\":\"wire\",\"text\":\"x\"}",
    );
    let folder = folder(&[("a.jsonl", lines.as_bytes())]);
    let (articles, rejections) = import(folder.path().join("a.jsonl"));
    assert_eq!(rejections, []);
    assert_eq!(ids(&articles), ["a", "7", "-"]);
    let first = &articles[0];
    assert_eq!(first.outlet.as_deref(), Some("Reuters"));
    assert_eq!(first.text, "One.\r\nTwo.");
    assert_eq!(first.published.basis, PublishedBasis::Field);
    assert_eq!(first.published.date.unwrap().to_string(), "2017-04-12");
    assert_eq!(articles[1].published.basis, PublishedBasis::None);
    assert_eq!(articles[2].outlet.as_deref(), Some("AP"));
}

#[test]
fn a_bad_line_is_named_and_the_rest_goes_in() {
    let lines =
        "{\"text\":\"a\"}\n{\"text\":\n[1]\n{\"id\":\"x\"}\n{\"text\":\"\\u0000\"}\n{\"text\":\"b\"}\n";
    let folder = folder(&[("a.jsonl", lines.as_bytes())]);
    let (articles, rejections) = import(folder.path().join("a.jsonl"));
    assert_eq!(articles.iter().map(|article| article.text.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    let lines: Vec<_> = rejections.iter().map(|rejection| rejection.line.unwrap()).collect();
    assert_eq!(lines, [2, 3, 4, 5]);
    assert!(rejections[0].to_string().contains("a.jsonl:2: the line is not JSON"), "{}", rejections[0]);
}

#[test]
fn folders_are_walked_in_order_and_other_files_left_out() {
    let folder = folder(&[
        ("b.txt", b"B"),
        ("a/2.txt", b"A2"),
        ("a/1.TXT", b"A1"),
        ("a/photo.png", b"\x89PNG"),
        (".hidden.txt", b"H"),
    ]);
    let mut reading = read(&[folder.path().to_owned()], &ImportOptions::default());
    let articles: Vec<Article> = reading.by_ref().map(Result::unwrap).collect();
    assert_eq!(ids(&articles), ["1.TXT", "2.txt", "b.txt"]);
    let remarks = reading.take_remarks();
    assert_eq!(remarks.len(), 1);
    assert!(remarks[0].what.contains("1 file(s)") && remarks[0].what.contains(".png"), "{}", remarks[0]);
}

#[test]
fn patterns_and_missing_files() {
    let folder = folder(&[("n/b.txt", b"B"), ("n/a.txt", b"A"), ("n/c.md", b"C")]);
    let (articles, rejections) = import(folder.path().join("n/*.txt"));
    assert_eq!((ids(&articles), rejections.len()), (vec!["a.txt", "b.txt"], 0));
    let inputs: Vec<PathBuf> =
        ["*.html", "gone.txt", "n/a.txt"].iter().map(|name| folder.path().join(name)).collect();
    let results: Vec<_> = read(&inputs, &ImportOptions::default()).collect();
    assert!(results[0].as_ref().unwrap_err().what.contains("no file matches"));
    assert!(results[1].as_ref().unwrap_err().what.contains("no such file"));
    assert!(results[2].is_ok());
}

#[test]
fn a_text_may_open_with_its_record() {
    let text = "Title: Talks end\nOutlet: The Post\nPublished: 2017-04-05\n\nGENEVA - Talks ended.\n";
    let folder =
        folder(&[("a.txt", text.as_bytes()), ("b.txt", b"Talks end\n\nTalks ended: the\nminister left.\n")]);
    let (articles, _) = import(folder.path());
    assert_eq!(articles[0].outlet.as_deref(), Some("The Post"));
    assert_eq!(articles[0].title.as_deref(), Some("Talks end"));
    assert_eq!(articles[0].text, "GENEVA - Talks ended.\n");
    assert_eq!(articles[0].published.basis, PublishedBasis::Field);
    assert_eq!(articles[1].title.as_deref(), Some("Talks end"));
    assert!(articles[1].text.starts_with("Talks end\n\nTalks ended"));
}
