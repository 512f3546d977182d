//! Claims within claims: which of them say something of their own.

use super::rules::{Cue, Frame, Rules};
use super::{Claim, Quoted, Reading, Stance};
use crate::article::Span;

/// The claims less those within another one that only echo it: what a speaker thinks or wants in his own words
/// ("he said he believed …") is what he says, and moods of somebody unnamed inside of it ("that people seem
/// to think …") are part of it. Whoever else is said to have said, denied or promised something stays.
pub(super) fn without_echoes(reading: &Reading, rules: &Rules, claims: Vec<Claim>) -> Vec<Claim> {
    let kept: Vec<bool> = claims
        .iter()
        .map(|claim| claim.within.is_none_or(|outer| says_its_own(reading, rules, claim, &claims[outer])))
        .collect();
    claims.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(claim, _)| claim).collect()
}

/// "The notion that he hopes for peace | has been mocked": who hopes inside of what is said hopes for no more than that.
pub(super) fn keep_inside(claims: &mut [Claim]) {
    for inner in 0..claims.len() {
        let [content] = claims[inner].content.as_slice() else { continue };
        let content = *content;
        let cue = claims[inner].cue.iter().copied().reduce(Span::cover);
        let outer = claims.iter().enumerate().find_map(|(index, outer)| {
            let [span] = outer.content.as_slice() else { return None };
            let holds = index != inner
                && (outer.part, outer.sentence) == (claims[inner].part, claims[inner].sentence)
                && cue.is_some_and(|cue| span.contains(cue))
                && span.begin < content.begin
                && content.begin < span.end
                && span.end < content.end;
            holds.then_some(*span)
        });
        if let Some(outer) = outer {
            claims[inner].content = vec![Span { end: outer.end, ..content }];
        }
    }
}

fn says_its_own(reading: &Reading, rules: &Rules, claim: &Claim, outer: &Claim) -> bool {
    let mood =
        matches!(claim.stance, Stance::Believes | Stance::Intends | Stance::Supports | Stance::Predicts);
    let words = |claim: &Claim| match claim.source.as_slice() {
        [span] => reading.article.part(claim.part)[span.begin..span.end].to_lowercase(),
        _ => String::new(),
    };
    let own = words(claim);
    let pronoun = rules.speaking_pronouns.contains(own.as_str()) || matches!(own.as_str(), "it" | "which");
    // Nobody who is quoted calls himself "they".
    let other = outer.quoted == Quoted::Direct && matches!(own.as_str(), "he" | "she" | "they");
    let same = (claim.speaker.is_some() && claim.speaker == outer.speaker)
        || (!own.is_empty() && own == words(outer))
        || (pronoun && claim.speaker.is_none() && !other);
    match (mood, same) {
        // "Condemned what he called a betrayal", "…, a step he called a betrayal": the name is his own.
        (false, true) if names(reading, rules, claim) => true,
        (_, true) => !mood && claim.stance != Stance::Asserts,
        (true, false) => claim.speaker.is_some(),
        (false, false) => !claim.source.is_empty() || claim.stance != Stance::Asserts,
    }
}

/// Whether a claim tells what its speaker calls something that was named before him.
fn names(reading: &Reading, rules: &Rules, claim: &Claim) -> bool {
    let Some(source) = claim.source.first() else { return false };
    let by_name = |cue: &Cue| cue.id == claim.rule && cue.frames.contains(&Frame::As);
    let before = reading.article.part(claim.part)[..source.begin].trim_end();
    let named_before = claim.content.first().is_some_and(|content| content.begin < source.begin);
    (before.ends_with(" what") || named_before) && rules.cues.iter().any(by_name)
}
