//! The corpus of claims: its spans lie in its texts, and its mixture is that of political news.

use super::articles::lines;
use chancery::claims::{Quoted, Stance};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Passage {
    id: String,
    form: String,
    text: String,
    claims: Vec<MarkedClaim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MarkedClaim {
    source: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    content: Vec<(usize, usize)>,
    stances: Vec<Stance>,
    quoted: Quoted,
}

fn passages(half: &str) -> Vec<Passage> {
    lines(&format!("claims/{half}"))
}

#[test]
fn spans_lie_in_their_texts_and_begin_and_end_with_words() {
    for passage in passages("open.jsonl").into_iter().chain(passages("aside.jsonl")) {
        let characters: Vec<char> = passage.text.chars().collect();
        for claim in &passage.claims {
            assert!(!claim.content.is_empty() && !claim.stances.is_empty(), "{}", passage.id);
            for &(begin, end) in claim.source.iter().chain(&claim.cue).chain(&claim.content) {
                assert!(begin < end && end <= characters.len(), "{}: {begin}..{end}", passage.id);
                let edges = [characters[begin], characters[end - 1]];
                assert!(edges.iter().all(|edge| !edge.is_whitespace()), "{}: {begin}..{end}", passage.id);
            }
        }
    }
}

#[test]
fn no_passage_stands_twice() {
    let mut seen = BTreeSet::new();
    for passage in passages("open.jsonl").into_iter().chain(passages("aside.jsonl")) {
        assert!(seen.insert(passage.text.clone()), "{}", passage.text);
    }
}

#[test]
fn both_halves_have_every_form_and_the_mixture_of_news() {
    let mut forms: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for (half, name) in ["open.jsonl", "aside.jsonl"].into_iter().enumerate() {
        let passages = passages(name);
        let without = passages.iter().filter(|passage| passage.claims.is_empty()).count();
        assert!(without >= 160 && passages.len() - without >= 160, "{name}: {without} of {}", passages.len());
        let claims: Vec<_> = passages.iter().flat_map(|passage| &passage.claims).collect();
        let share = |quoted| {
            let of_that_sort = claims.iter().filter(|claim| claim.quoted == quoted).count();
            100 * of_that_sort / claims.len()
        };
        assert!(
            (65..=75).contains(&share(Quoted::Indirect)),
            "{name}: {} % indirect",
            share(Quoted::Indirect)
        );
        assert!((12..=18).contains(&share(Quoted::Mixed)), "{name}: {} % mixed", share(Quoted::Mixed));
        assert!((11..=18).contains(&share(Quoted::Direct)), "{name}: {} % direct", share(Quoted::Direct));
        passages.into_iter().for_each(|passage| forms.entry(passage.form).or_default()[half] += 1);
    }
    assert!(forms.len() >= 24, "{} forms", forms.len());
    for (form, [open, aside]) in forms {
        assert!(open > 0 && aside > 0, "{form} is missing from one half");
    }
}
