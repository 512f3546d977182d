//! An act announced on one day and effective on another has both.

use chancery::article::{Article, Published, PublishedBasis};
use chancery::mine::Engine;
use chancery::query::{Filter, Page, timeline};
use chancery::rules::RuleFiles;
use chancery::store::{Chronicle, Progress, Provenance};
use chrono::NaiveDate;

/// Each event whose label begins so, with its day and the day of its announcement.
fn days(texts: &[&str], label: &str) -> Vec<[Option<String>; 2]> {
    let engine = Engine::new(&RuleFiles::embedded()).expect("our own rules");
    let provenance =
        Provenance { begun: "now".into(), engine: "test".into(), rules: "r".into(), model: "m".into() };
    let mut chronicle = Chronicle::in_memory().expect("a chronicle");
    let article = |text: &&str| {
        let published = Published { date: NaiveDate::from_ymd_opt(2017, 6, 8), basis: PublishedBasis::Given };
        Ok::<_, ()>(Article { text: (*text).to_owned(), published, ..Article::default() })
    };
    let articles: Vec<_> = texts.iter().map(article).collect();
    let listen = |_: Progress<()>| ();
    chronicle
        .import(&provenance, &engine, articles.into_iter(), listen, || "then".into())
        .expect("an import");
    let all =
        timeline(chronicle.connection(), &Filter::All(Vec::new()), Page::default()).expect("a timeline");
    all.parts
        .iter()
        .flat_map(|(_, entries)| entries)
        .filter(|entry| entry.label.starts_with(label))
        .map(|entry| [entry.date.as_ref().map(|date| date.edtf.clone()), entry.announced.clone()])
        .collect()
}

#[test]
fn what_is_announced_is_of_two_days() {
    let check = |text: &str, label: &str, held: &str, announced: Option<&str>| {
        let expected = vec![[Some(held.to_owned()), announced.map(str::to_owned)]];
        assert_eq!(days(&[text], label), expected, "{text}");
    };
    check(
        "Washington announced on Monday that new sanctions on Russia would take effect on 1 July.",
        "Sanctions on Russia",
        "2017-07-01",
        Some("2017-06-05"),
    );
    check(
        "Kim Jong-un and Donald Trump will meet in Singapore on June 12, the White House announced on Tuesday.",
        "Meeting",
        "2017-06-12",
        Some("2017-06-06"),
    );
    // What is over when it is told was not announced by that.
    check(
        "Ukraine said on Wednesday that Russia had expelled five diplomats on Monday.",
        "Expulsion of five diplomats",
        "2017-06-05",
        None,
    );
}
