//! What a claim is about, what of it is at issue, and in whose content it stands.

use super::rules::Rules;
use super::{Aspect, Claim, Reading, Stance};
use crate::article::Span;
use crate::events::{Mention, Status};

/// Sets, for each claim, the smallest other claim whose content holds its cue and its own content.
pub(super) fn nest(claims: &mut [Claim]) {
    let covers = |outer: &[Span], inner: &[Span]| inner.iter().all(|i| outer.iter().any(|o| o.contains(*i)));
    let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
    for inner in 0..claims.len() {
        let within = (0..claims.len())
            .filter(|&outer| outer != inner && claims[outer].part == claims[inner].part)
            .filter(|&outer| claims[outer].sentence.abs_diff(claims[inner].sentence) <= 30)
            .filter(|&outer| covers(&claims[outer].content, &claims[inner].cue))
            .filter(|&outer| length(&claims[outer].content) > length(&claims[inner].content))
            .min_by_key(|&outer| (length(&claims[outer].content), outer));
        claims[inner].within = within;
    }
}

/// Links claims to the mentions in their content and says what is at issue.
pub(super) fn relate(reading: &Reading, rules: &Rules, claims: &mut [Claim]) {
    for claim in claims.iter_mut() {
        let inside = |mention: &&Mention| {
            mention.part == claim.part
                && mention
                    .trigger
                    .iter()
                    .all(|trigger| claim.content.iter().any(|content| content.contains(*trigger)))
        };
        let mentions: Vec<&Mention> = reading.events.iter().filter(inside).collect();
        claim.about = mentions.iter().map(|mention| mention.id).collect();
        claim.aspect = aspect(reading, rules, claim, &mentions);
    }
}

/// What is at issue: the aspect whose words the content has; for an accusation or a past act with its
/// doer, who did it; else that it happened.
fn aspect(reading: &Reading, rules: &Rules, claim: &Claim, mentions: &[&Mention]) -> Option<Aspect> {
    let first = mentions.first()?;
    let lemmas = |aspect: &Aspect| {
        rules.aspects.iter().filter(move |words| words.aspect == *aspect).any(|words| {
            content_tokens(reading, claim).any(|token| words.lemmas.contains(token.lemma.as_str()))
        })
    };
    for aspect in [Aspect::Evidence, Aspect::Legality] {
        if lemmas(&aspect) {
            return Some(aspect);
        }
    }
    if matches!(first.status, Status::Planned | Status::Hypothetical) {
        return Some(Aspect::Other);
    }
    if lemmas(&Aspect::Actor)
        || claim.stance == Stance::Accuses
        || mentions.iter().any(|mention| !mention.sources.is_empty())
    {
        return Some(Aspect::Actor);
    }
    if mentions.iter().any(|mention| !mention.particulars.is_empty()) {
        return Some(Aspect::Number);
    }
    Some(Aspect::Occurrence)
}

fn content_tokens<'a>(
    reading: &'a Reading,
    claim: &'a Claim,
) -> impl Iterator<Item = &'a crate::language::Token> {
    let sentences = &reading.document.sentences;
    let near = claim.sentence.saturating_sub(1)..(claim.sentence + 12).min(sentences.len());
    near.flat_map(move |i| sentences[i].tokens.iter().map(move |token| (sentences[i].part, token)))
        .filter(move |(part, token)| {
            *part == claim.part && claim.content.iter().any(|span| span.contains(token.span))
        })
        .map(|(_, token)| token)
}
