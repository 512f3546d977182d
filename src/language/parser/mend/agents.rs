//! Who does something, where a greedy parser hangs him on what stands between.

use super::times::is_time;
use super::{depends, has};
use crate::language::{Relation, Token, Upos};

/// "destroyed the following day by soldiers", "seized hours earlier by pirates", "shelled for two hours by the army": a time has
/// no agent, but a passive before it has. Nor has what somebody is made: "shot dead by a student", "elected president by
/// parliament".
pub(super) fn lift_to_passive(tokens: &mut [Token], agent: usize, below: usize) {
    let by = |at: usize| depends(&tokens[at], agent, &[Relation::Case]) && tokens[at].lower == "by";
    let adverb = matches!(tokens[below].lower.as_str(), "earlier" | "later" | "ago" | "before" | "after");
    let above = if adverb { tokens[below].head.filter(|&above| above < below) } else { Some(below) };
    let outcome = |at: usize| {
        tokens[at].relation == Relation::Xcomp
            && matches!(tokens[at].upos, Upos::Adj | Upos::Noun | Upos::Propn)
            && !has(tokens, at, &[Relation::Mark, Relation::Cop])
    };
    let time = above.filter(|&above| is_time(&tokens[above]));
    let Some(verb) = time.or(above.filter(|&above| outcome(above))).and_then(|above| tokens[above].head)
    else {
        return;
    };
    let is_passive = verb < below && below < agent && has(tokens, verb, &[Relation::AuxPass]);
    let is_somebody = matches!(tokens[agent].upos, Upos::Noun | Upos::Propn) && !is_time(&tokens[agent]);
    let is_free = !has(tokens, verb, &[Relation::OblAgent]);
    if is_passive && is_somebody && is_free && (below..agent).any(by) {
        (tokens[agent].head, tokens[agent].relation) = (Some(verb), Relation::OblAgent);
        for token in &mut tokens[agent + 1..] {
            // What goes on behind him with the time would cross him.
            if token.head == Some(below) || token.head == above {
                token.head = Some(verb);
            }
        }
        if let Some(time) = time.filter(|&time| tokens[time].relation == Relation::Obj) {
            tokens[time].relation = Relation::OblUnmarked;
        }
    }
}
