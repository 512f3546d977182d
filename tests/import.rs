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
fn a_line_that_breaks_off_is_said_to_end() {
    for end in ["", "\n", "\r\n"] {
        let lines = format!("{{\"text\":\"a\"}}\n{{\"text\":\"Cut of{end}");
        let folder = folder(&[("a.jsonl", lines.as_bytes())]);
        let (articles, rejections) = import(folder.path().join("a.jsonl"));
        let told = rejections[0].to_string();
        assert_eq!((articles.len(), rejections.len()), (1, 1), "{told}");
        assert!(told.contains("a.jsonl:2: the line is not JSON: it ends before the article does"), "{told}");
    }
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

#[test]
fn markdown_loses_front_matter_and_marks() {
    let text = "---\ntitle: \"Talks: the end\"\noutlet: The Post\nurl: https://post.example/1\ndate: 2017-04-12\n---\n\n\
                ## Morning\n\nThe *minister* [left](https://x.example).\n";
    let folder = folder(&[("a.md", text.as_bytes()), ("b.md", b"# Talks end\n\nThe minister left.\n")]);
    let (articles, rejections) = import(folder.path());
    assert_eq!(rejections, []);
    assert_eq!(articles[0].title.as_deref(), Some("Talks: the end"));
    assert_eq!(articles[0].outlet.as_deref(), Some("The Post"));
    assert_eq!(articles[0].url.as_deref(), Some("https://post.example/1"));
    assert_eq!(articles[0].published.basis, PublishedBasis::Field);
    assert_eq!(articles[0].text, "Morning\n\nThe minister left.\n");
    assert_eq!(articles[1].title.as_deref(), Some("Talks end"));
    assert_eq!(articles[1].text, "The minister left.\n");
}

#[test]
fn a_page_gives_its_article_and_the_day_of_its_publication() {
    let (articles, rejections) = import("fixtures/import/page.html");
    assert_eq!(rejections, []);
    let page = &articles[0];
    assert_eq!(page.title.as_deref(), Some("Ministers sign fishing accord after nine-hour session"));
    assert_eq!(page.outlet.as_deref(), Some("Harbour Gazette"));
    assert_eq!(page.url.as_deref(), Some("https://harbourgazette.example/world/2016/03/09/fishing-accord"));
    assert_eq!(
        page.published.date.unwrap().to_string(),
        "2016-03-09",
        "published, not modified, and not in UTC"
    );
    assert_eq!(page.published.basis, PublishedBasis::Metadata);
    for words in
        ["signed an accord on Wednesday", "“We have found a balance,”", "“Nobody won and nobody lost,”"]
    {
        assert!(page.text.contains(words), "{words} is missing from: {}", page.text);
    }
    for words in ["cookies", "Sport", "Storm closes", "Privacy", "schema.org", "Tweet"] {
        assert!(!page.text.contains(words), "{words} is left in: {}", page.text);
    }
}

#[test]
fn the_day_of_publication_is_taken_from_the_strongest_evidence() {
    let page = |head: &str, text: &str| format!("<html><head>{head}</head><body><p>{text}</p></body></html>");
    let modified = "<meta property='article:modified_time' content='2019-01-01'>";
    let files = [
        (
            "2015-05-05-a.html",
            page("<meta name=date content='2016-06-06'>", "Published 7 July 2017"),
            "2016-06-06",
            "metadata",
        ),
        ("2015-05-05-b.html", page(modified, "Published 7 July 2017"), "2017-07-07", "dateline"),
        ("2015-05-05-c.html", page(modified, "The minister left."), "2015-05-05", "filename"),
        ("d.html", page(modified, "The minister left."), "", "none"),
        ("e.txt", "PARIS, 30 February 2017 - The minister left.".into(), "", "none"),
        (
            "f_20150505.txt",
            "Published 30 February 2017\n\nThe minister left.".into(),
            "2015-05-05",
            "filename",
        ),
        (
            "g.jsonl",
            "{\"published\":\"2017-02-30\",\"text\":\"Published 1 March 2017\\n\\nHe left.\"}".into(),
            "2017-03-01",
            "dateline",
        ),
        ("2015-05-05.jsonl", "{\"text\":\"The file is a collection's.\"}".into(), "", "none"),
    ];
    for (name, text, day, basis) in &files {
        let folder = folder(&[(name, text.as_bytes())]);
        let path = [folder.path().join(name)];
        let article = read(&path, &ImportOptions::default()).next().unwrap().unwrap();
        let found = article.published.date.map(|day| day.to_string()).unwrap_or_default();
        assert_eq!((found.as_str(), article.published.basis.as_str()), (*day, *basis), "{name}: {text}");
        let given = "2001-01-01".parse().unwrap();
        let options =
            ImportOptions { published: Some(given), outlet: Some("AP".into()), ..ImportOptions::default() };
        let article = read(&path, &options).next().unwrap().unwrap();
        assert_eq!((article.published.date, article.published.basis), (Some(given), PublishedBasis::Given));
        assert_eq!(article.outlet.as_deref(), Some("AP"));
    }
}

#[test]
fn impossible_and_future_dates_are_named() {
    let lines = "{\"published\":\"2017-02-30\",\"text\":\"a\"}\n{\"published\":\"2099-01-01\",\"text\":\"b\"}\n\
                 {\"published\":\"soon\",\"text\":\"c\"}\n{\"published\":\"4/5/2017\",\"text\":\"d\"}\n";
    let folder = folder(&[("a.jsonl", lines.as_bytes())]);
    let options = ImportOptions { today: "2026-01-01".parse().ok(), ..ImportOptions::default() };
    let mut reading = read(&[folder.path().to_owned()], &options);
    let articles: Vec<Article> = reading.by_ref().map(Result::unwrap).collect();
    let days: Vec<_> =
        articles.iter().map(|article| article.published.date.map(|day| day.to_string())).collect();
    assert_eq!(days, [None, Some("2099-01-01".to_owned()), None, None]);
    let remarks: Vec<String> = reading.take_remarks().iter().map(ToString::to_string).collect();
    let expected = [
        ":1: the publication date \"2017-02-30\" names a day that does not exist",
        ":2: the publication date 2099-01-01 lies in the future",
        ":3: the publication date \"soon\" names no day",
        ":4: the publication date \"4/5/2017\" may be read",
    ];
    assert_eq!(remarks.len(), expected.len(), "{remarks:?}");
    for (remark, expected) in remarks.iter().zip(expected) {
        assert!(remark.contains(expected), "{remark}");
    }
}

#[test]
fn encodings_are_found() {
    let words = "The minister said “no” — and left the café, he added.";
    let (western, _, _) = encoding_rs::WINDOWS_1252.encode(words);
    let utf16: Vec<u8> = "\u{feff}"
        .chars()
        .chain(words.chars())
        .collect::<String>()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let page = |charset: &str| {
        let (body, _, _) = encoding_rs::WINDOWS_1252.encode(words);
        [format!("<html><meta charset={charset}><body><p>").as_bytes(), &body, b"</p></body></html>"].concat()
    };
    let folder = folder(&[
        ("a.txt", &western),
        ("b.txt", &utf16),
        ("c.txt", format!("\u{feff}{words}").as_bytes()),
        ("d.html", &page("windows-1252")),
        ("e.html", &page("x-klingon")),
    ]);
    let mut reading = read(&[folder.path().to_owned()], &ImportOptions::default());
    for article in reading.by_ref() {
        let article = article.unwrap();
        assert_eq!(article.text.trim(), words, "{:?}", article.id);
    }
    let remarks = reading.take_remarks();
    assert_eq!(remarks.len(), 1);
    assert!(remarks[0].what.contains("unknown encoding \"x-klingon\""), "{}", remarks[0]);
}
