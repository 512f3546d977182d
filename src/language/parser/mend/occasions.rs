//! Clauses that tell when people were hurt, whose verb a greedy parser takes for a participle.

use super::{depends, has};
use crate::language::{Relation, Token, Upos, Xpos};

/// "Nine were injured when a train derailed near Lyon": a verb that has a subject before "when" has none behind it, and
/// what looks like a participle is the verb of the clause.
pub(super) fn begin_occasion(tokens: &mut [Token], participle: usize, noun: usize) {
    let own = [
        Relation::Nsubj,
        Relation::NsubjPass,
        Relation::Aux,
        Relation::AuxPass,
        Relation::Mark,
        Relation::OblAgent,
    ];
    let is_shape = noun < participle
        && matches!(tokens[participle].xpos, Xpos::Vbn | Xpos::Vbd)
        && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
        && tokens[noun].relation == Relation::Nsubj
        && !has(tokens, participle, &own);
    let opens = |at: usize| {
        tokens[at].head.is_some_and(|verb| depends(&tokens[at], verb, &[Relation::Advmod, Relation::Mark]))
            && matches!(tokens[at].lower.as_str(), "when" | "after" | "as" | "while" | "before")
    };
    let Some(above) = tokens[noun].head.filter(|&above| is_shape && above < noun) else { return };
    // The parser hangs the noun on the verb before "when", or on "when" itself.
    let opening = match opens(above) {
        true => Some(above),
        false => (above + 1..noun).find(|&at| tokens[at].head == Some(above) && opens(at)),
    };
    let Some((opening, verb)) = opening.and_then(|opening| Some((opening, tokens[opening].head?))) else {
        return;
    };
    let has_subject =
        tokens[..verb].iter().any(|token| depends(token, verb, &[Relation::Nsubj, Relation::NsubjPass]));
    if !has_subject || verb > opening {
        return;
    }
    let moved = [noun, opening];
    for (at, token) in tokens.iter_mut().enumerate() {
        let Some(head) = token.head else { continue };
        if at < opening && moved.contains(&head) {
            token.head = Some(verb);
        } else if at > participle && moved.contains(&head) {
            token.head = Some(participle);
            if token.relation == Relation::Nmod {
                token.relation = Relation::Obl;
            }
        } else if (opening..participle).contains(&at) && [verb, opening].contains(&head) {
            token.head = Some(participle);
        }
    }
    (tokens[participle].head, tokens[participle].relation) = (Some(verb), Relation::Advcl);
    tokens[participle].xpos = Xpos::Vbd;
}
