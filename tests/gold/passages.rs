//! Passages whose events were marked by writers who had not seen the rules: how many are found, and how many of those found
//! are right in kind, source, target, date and status.

use super::articles::lines;
use super::marked::Passage;
use chancery::mine::Engine;
use chancery::rules::RuleFiles;

fn passages(half: &str) -> Vec<Passage> {
    lines(&format!("events/{half}"))
}

/// How a half of the passages is read.
#[derive(Debug, Default)]
struct Score {
    marked: usize,
    found: usize,
    /// Mentions whose words tell of a marked event.
    matched: usize,
    /// Mentions that tell of none.
    extra: usize,
    kinds: usize,
    sources: usize,
    targets: usize,
    dates: usize,
    statuses: usize,
    places: usize,
    /// Right in all of these but the place.
    right: usize,
}

impl Score {
    fn share(part: usize, of: usize) -> f64 {
        100.0 * part as f64 / of as f64
    }
}

fn score(half: &str) -> Score {
    let engine = Engine::new(&RuleFiles::embedded()).expect("the rules compile");
    let mut score = Score::default();
    for passage in passages(half) {
        let found = engine.mine(&passage.article());
        let mut seen = vec![false; passage.events.len()];
        for mention in &found.events {
            let Some(agreement) = passage.compare(mention, &found) else {
                score.extra += 1;
                continue;
            };
            seen[agreement.event] |= agreement.kind;
            score.matched += 1;
            score.kinds += usize::from(agreement.kind);
            score.sources += usize::from(agreement.source);
            score.targets += usize::from(agreement.target);
            score.dates += usize::from(agreement.date);
            score.statuses += usize::from(agreement.status);
            score.places += usize::from(agreement.place);
            score.right += usize::from(agreement.is_right());
        }
        score.marked += passage.events.len();
        score.found += seen.iter().filter(|&&seen| seen).count();
    }
    let of = |part| Score::share(part, score.matched);
    println!(
        "{half}: found {:.1} % of {}, {} extra; of {} mentions right: kind {:.1}, source {:.1}, target {:.1}, date {:.1}, \
         status {:.1}, place {:.1}; all but the place {:.1}",
        Score::share(score.found, score.marked),
        score.marked,
        score.extra,
        score.matched,
        of(score.kinds),
        of(score.sources),
        of(score.targets),
        of(score.dates),
        of(score.statuses),
        of(score.places),
        of(score.right),
    );
    score
}

#[test]
fn what_is_marked_stands_in_the_passages() {
    let mut ids = std::collections::BTreeSet::new();
    let files = ["open.jsonl", "aside.jsonl", "wires-open.jsonl", "wires-aside.jsonl", "reports-aside.jsonl"];
    for passage in files.into_iter().flat_map(passages) {
        assert!(ids.insert(passage.id.clone()), "{} stands twice", passage.id);
        for marked in &passage.events {
            let words = std::iter::once(&marked.trigger).chain(&marked.also).chain(&marked.source);
            for words in words.chain(&marked.target).chain(&marked.place) {
                assert!(passage.text.contains(words.as_str()), "{}: no \"{words}\"", passage.id);
            }
            assert!(!marked.kind.is_empty(), "{}: {}", passage.id, marked.trigger);
        }
    }
}

/// Both halves keep what has been reached; a floor is lifted when the figure above it is.
#[test]
fn passages_hold_their_floors() {
    let floors = [
        ("open", 60.0, 41.0),
        ("aside", 56.0, 31.0),
        ("wires-open", 40.0, 26.0),
        ("wires-aside", 40.0, 21.0),
        ("reports-aside", 34.0, 21.0),
    ];
    for (half, found, right) in floors {
        let score = score(&format!("{half}.jsonl"));
        let share = Score::share(score.found, score.marked);
        assert!(share >= found, "{half}: {share:.1} % found, the floor is {found}");
        let share = Score::share(score.right, score.matched);
        assert!(share >= right, "{half}: {share:.1} % right, the floor is {right}");
    }
}
