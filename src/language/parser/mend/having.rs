//! "denied having fired": what somebody says of his own past, which a greedy parser takes apart.

use super::{SUBJECTS, depends, has, is_below, rehang};
use crate::language::{Relation, Token, Upos, Xpos};

/// Verbs behind which "having" begins what one did or did not do.
const OWNING: [&str; 5] = ["deny", "admit", "acknowledge", "recall", "regret"];

/// "UNITA denied having fired at the plane", "The army admitted having shelled the port": the verb before "having" is the
/// sentence's, and the participle behind it tells what is denied.
pub(super) fn deny_having_done(tokens: &mut [Token]) {
    for having in 1..tokens.len().saturating_sub(1) {
        let (verb, act) = (having - 1, having + 1);
        let is_shape = tokens[having].lower == "having"
            && OWNING.contains(&tokens[verb].lemma.as_str())
            && matches!(tokens[act].xpos, Xpos::Vbn | Xpos::Vbd);
        let right = tokens[act].head == Some(verb) && depends(&tokens[having], act, &[Relation::Aux]);
        if !is_shape || right && tokens[act].relation != Relation::Conj {
            continue;
        }
        if tokens[verb].relation == Relation::Acl && !deny_first(tokens, verb, act) {
            continue;
        }
        if !is_below(tokens, act, verb) || !is_below(tokens, having, verb) {
            continue;
        }
        govern(tokens, verb, act);
    }
}

/// Makes the participle that a denial was taken for the verb of the subject that it was to describe.
fn deny_first(tokens: &mut [Token], verb: usize, act: usize) -> bool {
    let Some(subject) = tokens[verb].head.filter(|&subject| depends(&tokens[subject], act, &SUBJECTS)) else {
        return false;
    };
    if subject > verb || has(tokens, act, &[Relation::AuxPass]) {
        return false;
    }
    let count = tokens.len();
    let (head, relation) = (tokens[act].head, tokens[act].relation);
    rehang(tokens, 0..verb, act, verb);
    for token in tokens[act + 1..count].iter_mut().filter(|token| token.upos == Upos::Punct) {
        if token.head == Some(act) {
            token.head = Some(verb);
        }
    }
    (tokens[verb].head, tokens[verb].relation, tokens[verb].xpos) = (head, relation, Xpos::Vbd);
    (tokens[subject].head, tokens[subject].relation) = (Some(verb), Relation::Nsubj);
    (tokens[act].head, tokens[act].relation) = (Some(verb), Relation::Xcomp);
    true
}

/// Hangs what was done on the verb that denies it, and the noun behind on what was done.
fn govern(tokens: &mut [Token], verb: usize, act: usize) {
    let having = act - 1;
    let count = tokens.len();
    // "sent" of "having sent troops" may be taken for a preposition or an adjective of the noun.
    let noun = tokens[act].head.filter(|&noun| {
        noun > act && matches!(tokens[act].relation, Relation::Case | Relation::Amod | Relation::Mark)
    });
    rehang(tokens, act + 1..count, having, act);
    if let Some(noun) = noun {
        let case = (act + 1..noun).any(|at| depends(&tokens[at], noun, &[Relation::Case]));
        let hangs = tokens[noun].head.is_some_and(|head| head <= act);
        if !hangs {
            return;
        }
        tokens[noun].head = Some(act);
        tokens[noun].relation = if case { Relation::Obl } else { Relation::Obj };
        for token in tokens[noun + 1..].iter_mut().filter(|token| depends(token, verb, &[Relation::Obl])) {
            token.head = Some(act);
        }
    }
    (tokens[having].head, tokens[having].relation) = (Some(act), Relation::Aux);
    (tokens[act].head, tokens[act].relation) = (Some(verb), Relation::Xcomp);
    (tokens[act].upos, tokens[act].xpos) = (Upos::Verb, Xpos::Vbn);
}
