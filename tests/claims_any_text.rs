//! Whatever becomes of a sentence, it is mined without a panic, and its claims lie within it: press prose with words lost,
//! swapped and cut off.

use chancery::article::Article;
use chancery::mine::{Engine, side_by_side};
use chancery::rules::RuleFiles;
use serde::Deserialize;
use std::path::Path;

/// In how many ways each line is spoilt.
const WAYS: usize = 3;

#[derive(Deserialize)]
struct Line {
    text: String,
}

/// A sentence without its beginning, its end or a word of it, or with two words changed about; `seed` says how and where.
fn spoilt(text: &str, seed: usize) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    let at = (seed * 7 + 3) % words.len();
    match seed % 4 {
        0 => drop(words.drain(..at)),
        1 => words.truncate(at + 1),
        2 => drop(words.remove(at)),
        _ => {
            let other = (at * 3 + 1) % words.len();
            words.swap(at, other);
        }
    }
    words.join(" ")
}

#[test]
fn spoilt_sentences_are_mined() {
    let engine = Engine::new(&RuleFiles::embedded()).expect("the rules compile");
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/corpus/claims/press-open.jsonl");
    let lines = std::fs::read_to_string(corpus).expect("UTF-8");
    let texts = lines.lines().enumerate().flat_map(|(number, line)| {
        let line: Line = serde_json::from_str(line).expect("a line");
        (0..WAYS).map(move |way| spoilt(&line.text, number + way * 5))
    });
    let articles: Vec<Article> = texts.map(|text| Article { text, ..Article::default() }).collect();
    let lengths = side_by_side(articles, |article| {
        let findings = engine.mine(&article);
        for claim in &findings.claims {
            for span in claim.source.iter().chain(&claim.cue).chain(&claim.content) {
                let words = article.part(claim.part).get(span.begin..span.end);
                assert!(words.is_some_and(|words| !words.is_empty()), "{claim:?} in {:?}", article.text);
            }
        }
        findings.claims.len()
    });
    assert!(
        lengths.iter().sum::<usize>() > lengths.len() / 2,
        "hardly any claims in {} texts",
        lengths.len()
    );
}
