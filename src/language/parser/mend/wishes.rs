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

/// Verbs that tell somebody something.
const TELLING: [&str; 6] = ["promise", "assure", "tell", "warn", "inform", "remind"];

/// "promised the monitors that they would hold their fire": a clause that lacks nothing tells what they are promised, and not
/// who they are.
pub(super) fn promise_clause(tokens: &mut [Token], clause: usize, hearer: usize) {
    let Some(verb) = tokens[hearer].head.filter(|&verb| {
        verb < hearer
            && TELLING.contains(&tokens[verb].lemma.as_str())
            && matches!(tokens[hearer].relation, Relation::Obj | Relation::Iobj)
    }) else {
        return;
    };
    let opened =
        (hearer + 1..clause).find(|&at| tokens[at].head == Some(clause) && tokens[at].lower == "that");
    let subject =
        (hearer + 1..clause).any(|at| depends(&tokens[at], clause, &[Relation::Nsubj, Relation::NsubjPass]));
    let complements = tokens[clause].relation == Relation::Ccomp;
    let lacks_nothing = complements
        || (clause + 1..tokens.len()).any(|at| depends(&tokens[at], clause, &[Relation::Obj]))
        || has(tokens, clause, &[Relation::NsubjPass]);
    // "told the men that he had hired": what has no object of its own may ask for theirs.
    let future = (hearer + 1..clause).any(|at| {
        depends(&tokens[at], clause, &[Relation::Aux])
            && matches!(tokens[at].lower.as_str(), "would" | "will")
    });
    let Some(opened) = opened.filter(|_| hearer < clause && subject && lacks_nothing) else { return };
    if !complements && (tokens[clause].relation != Relation::AclRelcl || !future) {
        return;
    }
    tokens[opened].relation = Relation::Mark;
    (tokens[clause].head, tokens[clause].relation) = (Some(verb), Relation::Ccomp);
    if tokens[verb].lemma == "promise" {
        tokens[hearer].relation = Relation::Iobj;
    }
}
