//! Whose view a clause gives: "in the mayor's view, the plan is dead", "by one estimate, …", "…, by his own
//! account".

use super::bounds::end_of_clause;
use super::cue::Hit;
use super::frames::{Attribution, finish};
use super::phrase::Phrase;
use super::rules::{Frame, Rules};
use crate::language::{Sentence, Upos, Xpos};

/// So far before its noun, in tokens, the preposition stands.
const REACH: usize = 9;

/// The clause that a phrase with "in" or "by" at its head, or set off by commas, gives somebody's view in.
pub(super) fn viewpoint(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Attribution> {
    let tokens = &sentence.tokens;
    let noun = hit.head;
    let word = if rules.cues[hit.cue].frames.contains(&Frame::In) { "in" } else { "by" };
    let nominal = |at: usize| {
        matches!(tokens[at].upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
            || matches!(tokens[at].xpos, Xpos::PrpPossessive | Xpos::Pos)
    };
    let begin = (noun.saturating_sub(REACH)..noun).rev().find(|&at| !nominal(at))?;
    if tokens[begin].lower != word {
        return None;
    }
    let end = noun + 1;
    // "In the view of the mayor" is a cue of its own.
    let closes = tokens.get(end).is_none_or(|next| next.upos == Upos::Punct && next.lower != "\"");
    let before = begin.checked_sub(1).map(|at| tokens[at].lower.as_str());
    let opens = matches!(before, None | Some("," | "that" | "and" | "but" | "—" | "--" | ";"));
    if !(opens && (closes || begin == 0)) {
        return None;
    }
    let (source, speaker, cue) = holder(sentence, begin, noun, rules)?;
    let after = end..end_of_clause(sentence, end, rules);
    let said_after = after.clone().any(|at| tokens[at].xpos.is_finite());
    let content = match before {
        Some("," | "—" | "--") => {
            let start = (0..begin - 1).rev().find(|&at| tokens[at].lower == ";").map_or(0, |at| at + 1);
            Phrase::of(start..begin - 1).with(after)
        }
        _ if said_after => Phrase::of(after),
        _ => return None,
    };
    content.tokens().any(|at| tokens[at].xpos.is_finite()).then_some(())?;
    finish(sentence, hit, Some(speaker), source, content, false, rules).map(|found| Attribution {
        addressee: None,
        cue,
        ..found
    })
}

/// Whose view it is: who stands in the possessive, or "one estimate" itself; and the words that make it one.
fn holder(sentence: &Sentence, begin: usize, noun: usize, rules: &Rules) -> Option<(Phrase, usize, Phrase)> {
    let tokens = &sentence.tokens;
    let own = (begin + 1..noun).find(|&at| tokens[at].xpos == Xpos::PrpPossessive);
    if let Some(own) = own {
        return Some((Phrase::of(own..own + 1), own, Phrase::of_tokens(&[begin, noun])));
    }
    if let Some(mark) = (begin + 2..noun).rev().find(|&at| tokens[at].xpos == Xpos::Pos) {
        return Some((Phrase::of(begin + 1..mark), mark - 1, Phrase::of_tokens(&[begin, noun])));
    }
    let some = tokens.get(begin + 1).is_some_and(|token| rules.quantifiers.contains(&token.lower));
    (some && tokens[begin].lower == "by")
        .then(|| (Phrase::of(begin + 1..noun + 1), noun, Phrase::of(begin..begin + 1)))
}
