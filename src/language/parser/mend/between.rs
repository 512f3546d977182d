//! The two sides behind "between".

use super::{Relation, Token, Upos, Xpos, depends, has, is_below};

/// "a truce between the government of Chad and rebels": "between" wants two, and what is joined to a noun under its only one is the
/// other. Of several, "the leaders of Chad and Togo", it may be theirs, unless it is of their sort: "troops of the king and rebels".
pub(super) fn join_other_side(tokens: &mut [Token], between: usize) {
    let case = tokens[between].lower == "between" && tokens[between].relation == Relation::Case;
    let Some(side) = tokens[between].head.filter(|&side| case && side > between) else { return };
    if !matches!(tokens[side].upos, Upos::Noun | Upos::Propn) || has(tokens, side, &[Relation::Conj]) {
        return;
    }
    let single = matches!(tokens[side].xpos, Xpos::Nn | Xpos::Nnp);
    let joined = |other: usize| {
        let inner = tokens[other].head.filter(|&inner| side < inner && inner < other)?;
        let and = tokens.iter().any(|token| depends(token, other, &[Relation::Cc]) && token.lower == "and");
        let under = tokens[inner].relation == Relation::Nmod && tokens[inner].head == Some(side);
        let bare = tokens[other].xpos == Xpos::Nns && !has(tokens, other, &[Relation::Det]);
        let of_its_sort = tokens[inner].upos == Upos::Propn && tokens[other].upos == Upos::Noun
            || tokens[inner].xpos == Xpos::Nn && bare;
        let apart = single || of_its_sort;
        let only = tokens.iter().filter(|token| depends(token, inner, &[Relation::Conj])).count() == 1;
        (and && under && apart && only).then_some(inner)
    };
    let found = (side + 1..tokens.len())
        .filter(|&other| tokens[other].relation == Relation::Conj)
        .find_map(|other| joined(other).map(|inner| (other, inner)));
    let Some((other, inner)) = found else { return };
    // What hangs behind the other on anything between would cross it.
    let crossed = (other + 1..tokens.len()).any(|at| {
        !is_below(tokens, at, other) && tokens[at].head.is_some_and(|head| is_below(tokens, head, inner))
    });
    if !crossed {
        tokens[other].head = Some(side);
    }
}
