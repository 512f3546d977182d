//! Clauses that tell when people were hurt, whose verb a greedy parser takes for a participle.

use super::clauses::opening;
use super::{depends, has, is_below};
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

/// "Ten were hurt as police used batons": a noun without a preposition tells no circumstance behind another one, but is what
/// the verb between the two is done to.
pub(super) fn begin_occasion_with_object(tokens: &mut [Token], object: usize, above: usize) {
    let inner = [Relation::Amod, Relation::Compound, Relation::Nummod, Relation::Det];
    let Some(verb) = (above + 1..object).find(|&at| {
        depends(&tokens[at], object, &[Relation::Amod])
            && matches!(tokens[at].xpos, Xpos::Vbn | Xpos::Vbd)
            && (at + 1..object).all(|inside| depends(&tokens[inside], object, &inner))
    }) else {
        return;
    };
    let is_noun = |at: usize| matches!(tokens[at].upos, Upos::Noun | Upos::Propn);
    let doer = verb - 1;
    let opening = (above + 1..doer).find(|&at| {
        depends(&tokens[at], doer, &[Relation::Case])
            && matches!(tokens[at].lower.as_str(), "as" | "when" | "after" | "while" | "before")
    });
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass, Relation::Mark];
    let is_shape = is_noun(doer)
        && is_noun(object)
        && tokens[above].upos == Upos::Verb
        && depends(&tokens[doer], above, &[Relation::Obl])
        && !has(tokens, object, &[Relation::Case])
        && !has(tokens, verb, &own);
    let Some(opening) = opening.filter(|_| is_shape) else { return };
    for at in 0..tokens.len() {
        let is_moved = at > object && tokens[at].head == Some(object) && tokens[at].relation == Relation::Acl
            || (verb + 1..object).contains(&at) && tokens[at].head == Some(verb);
        if is_moved && at > object {
            (tokens[at].head, tokens[at].relation) = (Some(verb), Relation::Advcl);
        } else if is_moved {
            tokens[at].head = Some(object);
        }
    }
    (tokens[opening].head, tokens[opening].relation) = (Some(verb), Relation::Mark);
    (tokens[doer].head, tokens[doer].relation) = (Some(verb), Relation::Nsubj);
    (tokens[verb].head, tokens[verb].relation) = (Some(above), Relation::Advcl);
    (tokens[verb].upos, tokens[verb].xpos) = (Upos::Verb, Xpos::Vbd);
    (tokens[object].head, tokens[object].relation) = (Some(verb), Relation::Obj);
}

/// "charged him with fraud after police searched his home": a verb that nothing joins to the one before it, and that has nobody
/// else to do it, has the noun right before it, which "after" opens a clause with.
pub(super) fn begin_unjoined(tokens: &mut [Token], verb: usize, above: usize) {
    let own = [
        Relation::Cc,
        Relation::Nsubj,
        Relation::NsubjPass,
        Relation::Mark,
        Relation::Aux,
        Relation::AuxPass,
    ];
    let is_clause = tokens[verb].xpos == Xpos::Vbd
        && tokens[above].upos == Upos::Verb
        && !has(tokens, verb, &own)
        && tokens[verb + 1..].iter().any(|token| depends(token, verb, &[Relation::Obj]));
    let Some(noun) = verb.checked_sub(1).filter(|&noun| {
        is_clause
            && above < noun
            && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
            && matches!(tokens[noun].relation, Relation::Obl | Relation::Nmod)
    }) else {
        return;
    };
    let opening = opening(tokens, noun).filter(|&opening| opening > above);
    // What the noun was taken for tells of which verb it is a clause.
    let mut told = std::iter::successors(tokens[noun].head, |&at| tokens[at].head).take(tokens.len());
    let told = told.find(|&at| tokens[at].upos == Upos::Verb).unwrap_or(above);
    if let Some(opening) = opening.filter(|_| !is_below(tokens, told, verb)) {
        (tokens[verb].head, tokens[verb].relation) = (Some(told), Relation::Advcl);
        (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Nsubj);
        (tokens[opening].head, tokens[opening].relation) = (Some(verb), Relation::Mark);
    }
}
