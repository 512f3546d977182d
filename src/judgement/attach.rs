//! Where a judgement holds after its text was mined anew.

use super::Target;

/// A mention or a claim that a target may hold on to now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its id.
    pub name: String,
    /// `title` or `text`.
    pub part: String,
    /// The trigger or the cue, from its first to its last code point.
    pub words_at: (i64, i64),
    /// All that tells of it.
    pub span: (i64, i64),
    /// The kind, or the stance.
    pub kind: String,
    /// The date.
    pub edtf: Option<String>,
}

/// Where a target holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// Which of the candidates.
    pub candidate: usize,
    /// What is said there now that was not said then.
    pub change: Option<String>,
}

/// The place that a target holds on to: the same words, or those that overlap them; of several the one that says
/// the same as then. `dated` tells that the judgement rests on the date.
pub fn attach(target: &Target, candidates: &[Candidate], dated: bool) -> Option<Attached> {
    let ranked = candidates.iter().enumerate().filter_map(|(nth, candidate)| {
        let rank = rank(target, candidate)?;
        Some((rank, std::cmp::Reverse(&candidate.name), nth))
    });
    let (.., nth) = ranked.max()?;
    Some(Attached { candidate: nth, change: change(target, &candidates[nth], dated) })
}

/// How well a candidate fits; none where it stands elsewhere.
fn rank(target: &Target, candidate: &Candidate) -> Option<(bool, bool, i64, i64)> {
    if target.part.as_deref() != Some(candidate.part.as_str()) {
        return None;
    }
    let (words_at, span) = (target.words_at?, target.span?);
    let same_kind = target.kind.as_deref() == Some(candidate.kind.as_str());
    let same_name = target.name == candidate.name;
    let triggers = overlap(words_at, candidate.words_at);
    let spans = overlap(span, candidate.span);
    let shorter = (span.1 - span.0).min(candidate.span.1 - candidate.span.0).max(1);
    // Another trigger in the same words tells of the same only if it is of the same kind.
    let stands_there = triggers > 0 || same_name || (same_kind && spans * 2 >= shorter);
    stands_there.then_some((same_kind, same_name, triggers, spans))
}

fn overlap(a: (i64, i64), b: (i64, i64)) -> i64 {
    (a.1.min(b.1) - a.0.max(b.0)).max(0)
}

fn change(target: &Target, candidate: &Candidate, dated: bool) -> Option<String> {
    if let Some(kind) = target.kind.as_ref().filter(|kind| **kind != candidate.kind) {
        return Some(format!("{kind} then, {} now", candidate.kind));
    }
    if dated && target.edtf != candidate.edtf {
        let shown = |edtf: &Option<String>| edtf.clone().unwrap_or_else(|| "no date".into());
        return Some(format!("{} then, {} now", shown(&target.edtf), shown(&candidate.edtf)));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::Thing;
    use super::*;

    fn candidate(name: &str, words_at: (i64, i64), span: (i64, i64), kind: &str) -> Candidate {
        Candidate {
            name: name.into(),
            part: "text".into(),
            words_at,
            span,
            kind: kind.into(),
            edtf: Some("2017".into()),
        }
    }

    fn check(candidates: &[Candidate], expected: Option<(usize, Option<&str>)>) {
        let target = Target {
            side: 0,
            thing: Thing::Mention,
            name: "a".into(),
            text: String::new(),
            part: Some("text".into()),
            words_at: Some((10, 16)),
            span: Some((4, 30)),
            words: "struck".into(),
            kind: Some("ASSAULT".into()),
            edtf: Some("2017".into()),
        };
        let found = attach(&target, candidates, false);
        let found = found.as_ref().map(|found| (found.candidate, found.change.as_deref()));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_same_place_is_found_again() {
        check(&[candidate("a", (10, 16), (4, 30), "ASSAULT")], Some((0, None)));
        check(&[candidate("b", (8, 16), (4, 20), "ASSAULT")], Some((0, None)));
        check(&[candidate("b", (20, 24), (4, 30), "ASSAULT")], Some((0, None)));
    }

    #[test]
    fn what_says_the_same_is_better_than_what_stands_nearer() {
        let elsewhere = candidate("c", (12, 20), (10, 30), "ASSAULT");
        check(&[candidate("a", (10, 16), (4, 30), "DISASTER"), elsewhere], Some((1, None)));
    }

    #[test]
    fn another_meaning_is_told() {
        let now = candidate("a", (10, 16), (4, 30), "DISASTER");
        check(&[now], Some((0, Some("ASSAULT then, DISASTER now"))));
    }

    #[test]
    fn what_stands_elsewhere_is_not_taken() {
        check(&[], None);
        check(&[candidate("b", (40, 44), (36, 50), "ASSAULT")], None);
        check(&[candidate("b", (20, 24), (18, 60), "CONSULT")], None);
        let title = Candidate { part: "title".into(), ..candidate("a", (10, 16), (4, 30), "ASSAULT") };
        check(&[title], None);
    }
}
