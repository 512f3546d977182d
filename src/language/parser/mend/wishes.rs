//! What is wanted or promised, where a greedy parser takes it apart: a bill thrown out, spending cut and taxes raised, a town not
//! attacked.

use super::{depends, has, rehang};
use crate::language::{Relation, Token, Upos, Xpos};

/// "wants 40 prisoners freed", "want the bill thrown out": a bare participle behind what somebody wants tells what is to become
/// of it. "wants a man accused of theft" and "wants cars made in Turin" have more to tell which they are.
pub(super) fn want_done(tokens: &mut [Token], participle: usize, object: usize) {
    let Some(verb) = tokens[object].head.filter(|&verb| verb < object) else { return };
    let wants = tokens[verb].lemma == "want" && tokens[object].relation == Relation::Obj;
    let done = tokens[participle].xpos == Xpos::Vbn
        && tokens[participle].relation == Relation::Acl
        && object < participle;
    let more = [Relation::Obj, Relation::Obl, Relation::OblAgent, Relation::Xcomp, Relation::Conj];
    let ends = !tokens[participle + 1..].iter().any(|token| token.head == Some(object));
    if wants && done && ends && !has(tokens, participle, &more) {
        (tokens[participle].head, tokens[participle].relation) = (Some(verb), Relation::Xcomp);
    }
}

/// "cut spending and raise taxes": what is read as one name with the object of the next verb is an object of its own.
pub(super) fn part_rows(tokens: &mut [Token], first: usize, object: usize) {
    let Some(verb) = tokens[object].head.filter(|&verb| verb < first) else { return };
    let next = (first + 1..object)
        .find(|&at| depends(&tokens[at], first, &[Relation::Conj]) && tokens[at].xpos == tokens[verb].xpos);
    let Some(next) = next else { return };
    let named = tokens[first].xpos == Xpos::Vbg
        && depends(&tokens[first], object, &[Relation::Compound])
        && tokens[object].relation == Relation::Obj
        && matches!(tokens[verb].xpos, Xpos::Vb | Xpos::Vbz | Xpos::Vbp);
    let shared = (verb..next).any(|at| at != first && tokens[at].head == Some(object))
        || (next + 1..tokens.len()).any(|at| tokens[at].head == Some(first));
    if !named || shared {
        return;
    }
    (tokens[first].head, tokens[first].relation) = (Some(verb), Relation::Obj);
    (tokens[next].head, tokens[next].relation) = (Some(verb), Relation::Conj);
    (tokens[object].head, tokens[object].relation) = (Some(next), Relation::Obj);
    rehang(tokens, first + 1..next, first, next);
    (tokens[first].upos, tokens[first].xpos) = (Upos::Noun, Xpos::Nn);
}

/// "promised not to resign", "vowed never to yield": what stands before "to" denies the infinitive, and not the promise.
pub(super) fn deny_infinitive(tokens: &mut [Token], not: usize, verb: usize) {
    let denies = matches!(tokens[not].lower.as_str(), "not" | "never") && verb < not;
    let to = tokens.get(not + 1).filter(|next| next.lower == "to");
    let Some(act) = to.and_then(|to| to.head).filter(|&act| act > not && denies) else { return };
    if depends(&tokens[act], verb, &[Relation::Xcomp, Relation::Advcl, Relation::Ccomp]) {
        tokens[not].head = Some(act);
    }
}
