//! What belongs together: the members of a row, a relative clause and its object, a happening and its two sides.

use super::{SUBJECTS, depends, has, is_below};
use crate::language::{Relation, Token, Upos, Xpos};

/// "killed the mayor and two guards": a noun joined to a verb is no second verb, but joined to the object before it.
pub(super) fn join_object(tokens: &mut [Token], child: usize, verb: usize) {
    let predicate = [
        Relation::Cop,
        Relation::Nsubj,
        Relation::Mark,
        Relation::Case,
        Relation::Aux,
        Relation::Obj,
        Relation::Advmod,
    ];
    let is_noun = matches!(tokens[child].upos, Upos::Noun | Upos::Propn)
        && tokens[verb].upos == Upos::Verb
        && verb < child
        && !has(tokens, child, &predicate);
    let Some(and) = (verb + 1..child).find(|&at| is_noun && depends(&tokens[at], child, &[Relation::Cc]))
    else {
        return;
    };
    // What stands between the conjunction and the noun tells more of the noun.
    if (and + 1..child).any(|at| !is_below(tokens, at, child)) {
        return;
    }
    let object = std::iter::successors(Some(and - 1), |&at| tokens[at].head)
        .take(tokens.len())
        .find(|&at| depends(&tokens[at], verb, &[Relation::Obj]));
    if let Some(object) = object.filter(|&object| verb < object) {
        tokens[child].head = Some(object);
    }
}

/// "The man who shot the mayor was arrested": a verb has one subject, and what stands right behind a relative clause
/// without an object is that object.
pub(super) fn give_object(tokens: &mut [Token], noun: usize, verb: usize) {
    let Some(clause) = (0..noun).rev().find(|&at| !is_below(tokens, at, noun)) else { return };
    let of_clause = [Relation::Obj, Relation::NsubjPass, Relation::AuxPass];
    let is_open = tokens[clause].relation == Relation::AclRelcl
        && tokens[clause].upos == Upos::Verb
        && matches!(tokens[noun].upos, Upos::Propn | Upos::Noun)
        && noun < verb
        && !has(tokens, clause, &of_clause)
        && tokens[..clause].iter().any(|token| {
            depends(token, clause, &[Relation::Nsubj])
                && matches!(token.lower.as_str(), "that" | "which" | "who")
        });
    if is_open && tokens[clause].head.is_some_and(|subject| depends(&tokens[subject], verb, &SUBJECTS)) {
        (tokens[noun].head, tokens[noun].relation) = (Some(clause), Relation::Obj);
    }
}

/// "the party, which his family accused": of two subjects the relative pronoun is what it is done to.
pub(super) fn turn_relative(tokens: &mut [Token], pronoun: usize, verb: usize) {
    let is_relative = tokens[verb].relation == Relation::AclRelcl
        && pronoun < verb
        && matches!(tokens[pronoun].lower.as_str(), "which" | "whom" | "who" | "that")
        && !has(tokens, verb, &[Relation::Obj, Relation::AuxPass]);
    if is_relative && (pronoun + 1..verb).any(|at| depends(&tokens[at], verb, &[Relation::Nsubj])) {
        tokens[pronoun].relation = Relation::Obj;
    }
}

/// "killed in fighting between the army and rebels": what goes on between two sides is a happening, and no clause of those
/// who were killed.
pub(super) fn name_happening(tokens: &mut [Token], gerund: usize, verb: usize) {
    let is_gerund = tokens[gerund].xpos == Xpos::Vbg
        && verb < gerund
        && !has(tokens, gerund, &[Relation::Obj, Relation::Xcomp, Relation::Ccomp, Relation::Nsubj])
        && tokens.get(gerund + 1).is_some_and(|next| matches!(next.lower.as_str(), "between" | "among"));
    let Some(opening) = gerund.checked_sub(1).filter(|&at| {
        is_gerund
            && depends(&tokens[at], gerund, &[Relation::Mark, Relation::Case])
            && matches!(tokens[at].lower.as_str(), "in" | "during" | "amid")
    }) else {
        return;
    };
    tokens[opening].relation = Relation::Case;
    (tokens[gerund].upos, tokens[gerund].xpos) = (Upos::Noun, Xpos::Nn);
    tokens[gerund].lemma = tokens[gerund].lower.clone();
    tokens[gerund].relation = if tokens[verb].upos == Upos::Verb { Relation::Obl } else { Relation::Nmod };
    for token in &mut tokens[gerund + 1..] {
        if token.head == Some(gerund) && token.relation == Relation::Obl {
            token.relation = Relation::Nmod;
        }
    }
}

/// Verbs that bring somebody or something down.
const FELLING: [&str; 7] = ["shoot", "gun", "bring", "mow", "knock", "hunt", "track"];

/// "shot down a drone": who fells something does not go down it.
pub(super) fn part_particle(tokens: &mut [Token], noun: usize, verb: usize) {
    let down = verb + 1;
    let is_felled = tokens[verb].upos == Upos::Verb
        && down < noun
        && FELLING.contains(&tokens[verb].lemma.as_str())
        && tokens[noun].relation == Relation::Obl
        && tokens[down].lower == "down"
        && depends(&tokens[down], noun, &[Relation::Case])
        && !has(tokens, verb, &[Relation::Obj, Relation::AuxPass]);
    if is_felled {
        (tokens[down].head, tokens[down].relation) = (Some(verb), Relation::CompoundPrt);
        (tokens[down].upos, tokens[down].xpos) = (Upos::Adp, Xpos::Rp);
        tokens[noun].relation = Relation::Obj;
    }
}
