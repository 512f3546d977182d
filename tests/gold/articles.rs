//! The fixture articles under the names that their gold files go by.

use chancery::article::Article;
use chancery::import::{ImportOptions, read};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The lines of a corpus, by its path below `fixtures/corpus`.
pub fn lines<T: DeserializeOwned>(corpus: &str) -> Vec<T> {
    let text = std::fs::read_to_string(fixtures().join("corpus").join(corpus)).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("a passage")).collect()
}

/// Every article by name: the stem of its file, or its id in a file of many.
pub fn articles() -> BTreeMap<String, Article> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(fixtures().join("articles")).expect("fixtures/articles") {
        let path = entry.expect("an entry").path();
        let of_many = path.extension().is_some_and(|extension| extension == "jsonl");
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        for article in read(&[path], &ImportOptions::default()) {
            let article = article.unwrap_or_else(|rejection| panic!("{stem}: {rejection:?}"));
            let name = if of_many { article.id.clone().expect("an id") } else { stem.clone() };
            assert!(found.insert(name.clone(), article).is_none(), "{name} twice");
        }
    }
    found
}
