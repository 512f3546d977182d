use super::*;
use crate::article::{Article, Published, PublishedBasis};
use crate::mine::Engine;
use crate::rules::RuleFiles;
use std::sync::OnceLock;

fn rules() -> Rules {
    Rules::compile(&RuleFiles::embedded()).unwrap()
}

/// The sureness of the first event of a text of 20 May 2013, and what is told of it.
fn weighed(text: &str) -> (f64, Vec<String>) {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    let engine = ENGINE.get_or_init(|| Engine::new(&RuleFiles::embedded()).unwrap());
    let published = Published { date: "2013-05-20".parse().ok(), basis: PublishedBasis::Given };
    let found = engine.mine(&Article { text: text.into(), published, ..Article::default() });
    let mention = found.events.first().unwrap_or_else(|| panic!("no event in {text:?}"));
    (mention.sureness, mention.doubts.clone())
}

#[test]
fn what_is_plain_is_surer_than_what_is_not() {
    let (plain, _) = weighed("Russia condemns Turkey.");
    let (nobody, reasons) = weighed("A bomb exploded.");
    assert!(plain > nobody, "{plain} {nobody}");
    assert!(reasons.iter().any(|words| words.contains("nobody is told to have done it")), "{reasons:?}");
    let (quoted, reasons) = weighed("Activists said that Russia had bombed Turkey.");
    assert!(plain > quoted, "{plain} {quoted}");
    assert!(reasons.iter().any(|words| words.contains("quoted")), "{reasons:?}");
}

#[test]
fn a_long_sentence_is_less_sure_than_a_short_one() {
    let (short, _) = weighed("Russia condemns Turkey.");
    let (long, reasons) = weighed(
        "Russia condemns Turkey in the harbour town whose old market, which the traders of three valleys had built from \
         the stones of a monastery, was sold to the brother of the mayor, who wants a hotel there.",
    );
    assert!(short > long, "{short} {long}");
    assert!(reasons.iter().any(|words| words.contains("long")), "{reasons:?}");
}

#[test]
fn a_line_of_a_short_text_is_surer_than_one_far_down_in_a_long_one() {
    let told = "Russia condemns Turkey.";
    let (short, _) = weighed(told);
    let (long, reasons) = weighed(&format!("{}{told}", "The weather in the hills was fine. ".repeat(30)));
    assert!(short > long, "{short} {long}");
    assert!(reasons.iter().any(|words| words.contains("long text")), "{reasons:?}");
}

#[test]
fn each_feature_has_its_weight_and_words_where_it_speaks_against_a_line() {
    let rules = rules();
    for feature in FEATURES {
        let weight = rules.weight(feature).unwrap_or_else(|| panic!("{feature} has no row"));
        assert!(
            weight.weight > 0.0 || !weight.words.is_empty(),
            "{feature} speaks against a line without words"
        );
    }
}
