//! What an act comes to: "exploded near a mosque killing 17 people and wounding dozens".

use super::{depends, has, hurts, rehang};
use crate::language::{Relation, Token, Upos, Xpos};

/// "near a mosque killing 17 people and wounding dozens": where two participles of harm are joined and the second has a bare number
/// behind it, it has hurt so many; the phrase before them does not end in that number, and the verb before them led to both.
pub(super) fn hurt_dozens(tokens: &mut [Token], second: usize) {
    let harms = |tokens: &[Token], at: usize| tokens[at].xpos == Xpos::Vbg && hurts(&tokens[at]);
    let number = second + 1;
    let joined = harms(tokens, second)
        && tokens[second].relation == Relation::Conj
        && tokens.get(number).is_some_and(is_number)
        && !has(tokens, second, &[Relation::Obj]);
    let Some(first) = tokens[second].head.filter(|&first| joined && first < second) else { return };
    // "killing six people and wounding others"
    if depends(&tokens[number], first, &[Relation::Conj]) {
        (tokens[number].head, tokens[number].relation) = (Some(second), Relation::Obj);
        return;
    }
    let Some(above) = tokens[number].head.filter(|&above| above < first) else { return };
    let has_object = (first + 1..second).any(|at| depends(&tokens[at], first, &[Relation::Obj]));
    if !harms(tokens, first) || !has_object {
        return;
    }
    let mut way = std::iter::successors(Some(above), |&at| tokens[at].head).take(tokens.len());
    let Some(verb) = way.find(|&at| tokens[at].upos == Upos::Verb) else { return };
    let noun = (above + 1..first).rev().find(|&at| {
        depends(&tokens[at], number, &[Relation::Compound, Relation::Nsubj])
            && matches!(tokens[at].upos, Upos::Noun | Upos::Propn)
    });
    let end = noun.unwrap_or(above);
    let is_free = (end + 1..first).all(|at| tokens[at].head != Some(number));
    // What stands behind the number on the phrase before the participles would cross.
    let crossed =
        tokens[number + 1..].iter().any(|token| token.head.is_some_and(|head| verb < head && head < first));
    if !is_free || crossed {
        return;
    }
    if let Some(noun) = noun {
        rehang(tokens, above + 1..noun, number, noun);
        (tokens[noun].head, tokens[noun].relation) = (Some(above), tokens[number].relation);
    }
    (tokens[first].head, tokens[first].relation) = (Some(verb), Relation::Advcl);
    (tokens[number].head, tokens[number].relation) = (Some(second), Relation::Obj);
}

fn is_number(token: &Token) -> bool {
    token.upos == Upos::Num
        || matches!(
            token.lower.as_str(),
            "dozens" | "scores" | "hundreds" | "thousands" | "others" | "several"
        )
}
