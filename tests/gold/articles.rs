//! Reads the fixture articles under the names that their gold files go by.

use chancery::article::{Article, Published, PublishedBasis};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Every article by name: the stem of its file, or its id in a file of many.
pub fn articles() -> BTreeMap<String, Article> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(fixtures().join("articles")).expect("fixtures/articles") {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("");
        match extension {
            "jsonl" => text.lines().for_each(|line| {
                let article = record(line);
                let name = article.id.clone().expect("an id");
                assert!(found.insert(name.clone(), article).is_none(), "{name} twice");
            }),
            "html" => assert!(found.insert(stem.clone(), page(&text)).is_none(), "{stem} twice"),
            _ => assert!(found.insert(stem.clone(), headed(&text)).is_none(), "{stem} twice"),
        }
    }
    found
}

fn record(line: &str) -> Article {
    let fields: serde_json::Value = serde_json::from_str(line).expect("JSON");
    let field = |name: &str| fields[name].as_str().map(str::to_owned);
    Article {
        id: field("id"),
        title: field("title"),
        outlet: field("outlet"),
        url: field("url"),
        published: published(field("published").as_deref()),
        text: field("text").expect("a text"),
    }
}

/// A text with front matter between rules, with a head block of "Title: …" lines, or with neither.
fn headed(text: &str) -> Article {
    let (head, body) = match text.strip_prefix("---\n") {
        Some(rest) => rest.split_once("\n---\n").expect("the end of the front matter"),
        None if text.starts_with("Title: ") => text.split_once("\n\n").expect("a blank line after the head"),
        None => ("", text),
    };
    let fields: BTreeMap<String, String> = head
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.trim_matches('"').to_owned()))
        .collect();
    let field = |name: &str| fields.get(name).cloned();
    Article {
        id: None,
        title: field("title"),
        outlet: field("outlet"),
        url: field("url"),
        published: published(field("published").as_deref()),
        text: body.trim_start().to_owned(),
    }
}

fn page(html: &str) -> Article {
    let configuration = dom_smoothie::Config {
        text_mode: dom_smoothie::TextMode::Formatted,
        ..dom_smoothie::Config::default()
    };
    let mut reader = dom_smoothie::Readability::new(html, None, Some(configuration)).expect("a page");
    let page = reader.parse().expect("an article");
    Article {
        title: Some(page.title),
        published: published(page.published_time.as_deref().and_then(|time| time.get(..10))),
        text: page.text_content.to_string(),
        ..Article::default()
    }
}

fn published(day: Option<&str>) -> Published {
    match day.map(|day| day.parse().expect("a day")) {
        Some(date) => Published { date: Some(date), basis: PublishedBasis::Field },
        None => Published::default(),
    }
}
