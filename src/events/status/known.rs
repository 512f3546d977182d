//! What everybody knows, or what is done by being said: no claim of those who speak of it.

use super::super::matching::negated;
use super::super::reading::Reading;
use super::setting::{is_definite, is_told_by_the_way};
use super::tense::{Tense, tense};
use crate::language::{Relation, Upos, Xpos};

/// "blamed them for the shelling of the port", "the raids of last May": a definite noun that says which of its sort it
/// is speaks of what everybody knows, unless its clause tells that it was done.
pub(super) fn is_which(reading: &Reading<'_>, anchor: usize, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    let top = grammar.first_conjunct(noun);
    let Some(head) = grammar.parent(top).filter(|_| is_definite(reading, noun)) else { return false };
    let lemma = grammar.lemma(head);
    let telling = words.support.contains(lemma)
        || words.speech.contains(lemma)
        || words.denying.contains(lemma)
        || reading.rules.in_class("alleging", lemma);
    let place = match grammar.relation(top) {
        Relation::Obl => true,
        Relation::Nmod | Relation::Obj => !telling,
        // "said their raid was an answer": what a clause judges.
        Relation::Nsubj => grammar.child(head, Relation::Cop).is_some(),
        _ => false,
    };
    let carried = anchor != noun && (telling || words.occurring.contains(grammar.lemma(anchor)));
    let which = grammar.children(noun).any(|child| match grammar.relation(child) {
        Relation::NmodPoss | Relation::NmodUnmarked => true,
        Relation::Nmod | Relation::AclRelcl | Relation::Acl => child > noun,
        // "the winner of the disputed election"
        Relation::Amod => reading.rules.in_class("gone-by", grammar.lower(child)),
        // "the September 11 attacks", "the Leeds bombings"
        Relation::Compound => matches!(grammar.upos(child), Upos::Num | Upos::Propn),
        _ => false,
    });
    place && which && !carried
}

/// "the minister, who had fled on Sunday, has been given asylum": a relative clause tells of what is known already, and
/// is the writer's wherever it stands.
pub(super) fn tells_of_known(reading: &Reading<'_>, anchor: usize) -> bool {
    let grammar = &reading.grammar;
    for token in grammar.upward(anchor) {
        match grammar.relation(token) {
            Relation::Ccomp | Relation::Parataxis => return false,
            // "the three killed when the army shelled the port"
            Relation::Advcl => {
                let opening = grammar.opening(token).map(|word| grammar.lower(word));
                if !matches!(opening, Some("when" | "after" | "before" | "since")) {
                    return false;
                }
            }
            Relation::Acl | Relation::AclRelcl if sets_known(reading, token) => return true,
            _ => {}
        }
    }
    false
}

/// Whether a relative clause or a participle tells of a noun that speaks of somebody or something known.
fn sets_known(reading: &Reading<'_>, clause: usize) -> bool {
    let grammar = &reading.grammar;
    let participle = grammar.relation(clause) == Relation::Acl
        && matches!(grammar.xpos(clause), Xpos::Vbn | Xpos::Vbd)
        && grammar.mark(clause).is_none()
        && grammar.child(clause, Relation::Nsubj).is_none();
    let Some(noun) = grammar.parent(clause).filter(|_| participle || is_told_by_the_way(reading, clause))
    else {
        return false;
    };
    let named = grammar.upos(noun) == Upos::Propn && grammar.child(noun, Relation::Det).is_none();
    // "the call-up of reservists that he ordered"
    let part = || {
        grammar.relation(noun) == Relation::Nmod
            && grammar.parent(noun).is_some_and(|whole| is_definite(reading, whole))
    };
    // "a day on which the envoy was summoned", "a blunder for which he has apologised"
    let added = !participle && (reading.is_time(noun) || grammar.relation(noun) == Relation::Appos);
    // "it was the army that fired" tells who fired; "a raid which, officials say, killed ten" is what they say.
    let single = grammar.child(noun, Relation::Cop).is_none();
    let said = grammar.children(clause).any(|child| {
        reading.rules.words.speech.contains(grammar.lemma(child))
            && matches!(grammar.relation(child), Relation::Parataxis | Relation::Advcl | Relation::Dep)
    });
    single && !said && (named || added || is_definite(reading, noun) || part())
}

/// "said it rejects the plan", "Kiev is ready to talk, its envoys said", "announced that it was leaving": whether an act of
/// that kind is done by who says that he does it.
pub(super) fn said_of_oneself(reading: &Reading<'_>, verb: usize, kind: &str) -> bool {
    let grammar = &reading.grammar;
    let going_on = grammar.xpos(verb) == Xpos::Vbg
        && matches!(tense(reading, verb), Tense::Present | Tense::Past)
        && grammar.child(verb, Relation::Aux).is_some();
    if tense(reading, verb) != Tense::Present && !going_on {
        return false;
    }
    let speaks = |token: usize| {
        let lemma = grammar.lemma(token);
        let in_class = |class, word| reading.rules.in_class(class, word);
        reading.rules.words.speech.contains(lemma)
            && (in_class("offered-by-saying", kind)
                || going_on && in_class("announcing", lemma) && in_class("done-by-announcing", kind))
    };
    let subject = |verb: usize| grammar.child(verb, Relation::Nsubj);
    let Some(own) = subject(verb) else { return false };
    match grammar.relation(verb) {
        Relation::Ccomp => {
            grammar.parent(verb).is_some_and(|head| speaks(head) && subject(head).is_some())
                && matches!(grammar.lower(own), "he" | "she" | "it" | "they" | "we" | "i")
        }
        _ => grammar.children(verb).any(|child| {
            child > verb
                && matches!(grammar.relation(child), Relation::Parataxis | Relation::Conj)
                && speaks(child)
                && subject(child)
                    .and_then(|speaker| grammar.child(speaker, Relation::NmodPoss))
                    .is_some_and(|owner| matches!(grammar.lower(owner), "his" | "her" | "its" | "their"))
        }),
    }
}

/// "know that the army attacked", "are known to have died".
pub(super) fn is_known(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    matches!(grammar.relation(verb), Relation::Ccomp | Relation::Xcomp)
        && grammar.parent(verb).is_some_and(|head| {
            reading.rules.in_class("factive", grammar.lemma(head)) && !negated(reading, head)
        })
        && matches!(tense(reading, verb), Tense::Past | Tense::Perfect | Tense::Pluperfect | Tense::Open)
}

/// "declares a state of emergency and a curfew": whether a noun, or one that it is joined to, is what somebody brings about
/// by declaring it.
pub(super) fn declared(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let phrase = |token: &usize| matches!(grammar.relation(*token), Relation::Conj | Relation::Nmod);
    let object = grammar.upward(noun).find(|token| !phrase(token));
    object.filter(|&object| grammar.relation(object) == Relation::Obj).is_some_and(|object| {
        grammar.parent(object).is_some_and(|verb| {
            reading.rules.in_class("announcing", grammar.lemma(verb)) && !negated(reading, verb)
        })
    })
}

/// "pleaded guilty to killing", "convicted of killing": what somebody is guilty of he has done.
pub(super) fn is_guilt(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let to = grammar.mark(verb).filter(|&mark| matches!(grammar.lower(mark), "to" | "of"));
    let guilty = to.and_then(|to| to.checked_sub(1)).is_some_and(|word| {
        grammar.lower(word) == "guilty"
            && (0..word).rev().take(2).all(|before| !matches!(grammar.lower(before), "not" | "n't"))
    });
    guilty && grammar.xpos(verb) == Xpos::Vbg
}
