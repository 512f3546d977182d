//! The verbs and nouns that a happening depends on, as far as they bear on whether it is fact.

use super::super::matching::negated;
use super::super::reading::Reading;
use super::purpose::{
    balloted, done_by, infinitive, is_done_before, is_planned, sent_to, signed_to, singles_out, to_be_held,
    to_come,
};
use super::setting::{come_for, granted_by_head};
use super::tense::{Tense, shares_auxiliary, tense};
use super::unwilled::{
    almost, coming_about, compelled, is_as_unreal, is_followed_on, made_possible, said_beside,
};
use super::weight::{Weights, weigh_noun, weigh_verb};
use crate::language::{Relation, Upos, Xpos};

/// "Six workers are kidnapped, one guard is killed": whether a clause that nothing opens stands beside the main one.
fn runs_on(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.is_verb(verb) && tense(reading, verb) != Tense::Open && grammar.has_nominal_subject(verb)
}

/// "had been planned and carried out": what is planned by one verb and done by the next is no plan any more.
fn carried_out(reading: &Reading<'_>, verb: usize) -> bool {
    let (grammar, words) = (&reading.grammar, &reading.rules.words);
    let does = |next: usize| {
        grammar.relation(next) == Relation::Conj
            && grammar.is_verb(next)
            && words.support.contains(grammar.lemma(next))
            && grammar.xpos(next) == grammar.xpos(verb)
            && grammar.child(next, Relation::Obj).is_none()
            && grammar.passive(verb)
            && !negated(reading, next)
    };
    words.planning.contains(grammar.lemma(verb)) && grammar.children(verb).any(does)
}

/// "blocked a convoy from bringing food", of which a parser hangs the clause on the convoy: whether the noun is kept from it.
fn kept_from(reading: &Reading<'_>, clause: usize, noun: usize) -> bool {
    let (grammar, words) = (&reading.grammar, &reading.rules.words);
    let from = grammar.mark(clause).is_some_and(|word| grammar.lower(word) == "from");
    let kept = matches!(grammar.relation(noun), Relation::Obj | Relation::NsubjPass);
    let keeps = |verb: &str| {
        words.averting.contains(verb)
            || words.hypothetical.contains(verb)
            || reading.rules.in_class("keeping-from", verb)
    };
    from && kept && grammar.parent(noun).is_some_and(|verb| keeps(grammar.lemma(verb)))
}

/// Follows the heads of the clause as long as they bear on whether it is fact. Returns whether the clause is
/// a main one, and whether it is said by somebody.
pub(super) fn climb(reading: &Reading<'_>, anchor: usize, weights: &mut Weights) -> (bool, bool) {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    let mut at = anchor;
    for _ in 0..16 {
        let Some(head) = grammar.parent(at) else {
            if grammar.is_verb(at) && (infinitive(reading, at) || before_present(reading, at)) {
                weights.planned = true;
            }
            return (true, false);
        };
        let lemma = grammar.lemma(head);
        let relation = grammar.relation(at);
        let verbal = grammar.is_verb(at);
        let classified = |weights: &mut Weights| -> bool {
            let phrase = grammar.phrasal(head);
            let averting = match &phrase {
                Some(phrase) => words.averting.contains(phrase.as_str()),
                None => words.averting.contains(lemma),
            };
            let delaying = |word: &str| reading.rules.in_class("delaying", word);
            if phrase.as_deref().map_or(delaying(lemma), delaying) {
                // "delayed the trial": it is to come yet.
                weights.planned = true;
            } else if words.denying.contains(lemma) || averting {
                weights.denied = true;
                weights.averted |= averting;
            } else if words.attempting.contains(lemma) && tense(reading, head).is_past() {
                weights.hypothetical = true;
                weights.attempted = true;
            } else if words.able.contains(lemma)
                && tense(reading, head) == Tense::Past
                && !negated(reading, head)
            {
                // "was able to strike a blow" struck it.
            } else if words.planning.contains(lemma) {
                weights.planned = true;
            } else if reading.rules.in_class("permission", lemma) && negated(reading, head) {
                // "were not permitted to leave": nobody left, as the negation will say.
            } else if made_possible(reading, head) {
                // "the fog allowed them to escape": they did.
            } else if words.hypothetical.contains(lemma) {
                weights.hypothetical = true;
            } else {
                return false;
            }
            true
        };
        match relation {
            Relation::Conj => {
                let own_subject = grammar.has_nominal_subject(at);
                if alleged(reading, at, head) {
                    // "held on suspicion of fraud and of helping the rebels"
                    weights.claimed = true;
                    return (false, false);
                }
                if shares_auxiliary(reading, at, head) {
                    weigh_verb(reading, head, weights);
                } else if verbal && own_subject {
                    if grammar.parent(head).is_none() {
                        return (true, false);
                    }
                    if told_as_past(reading, at) {
                        // "said he will restore ties, and three planes have landed": they are no plan of his.
                        return climb(reading, head, &mut Weights::default());
                    }
                } else if past_beside_modal(reading, at, head) {
                    // "said it could take no more and closed the crossing": the saying and the closing are told.
                    let saying = grammar.parent(head).filter(|_| grammar.relation(head) == Relation::Ccomp);
                    at = saying.unwrap_or(head);
                    continue;
                } else if verbal && grammar.is_verb(head) {
                    let own_auxiliary = grammar.child(at, Relation::Aux).is_some();
                    if !own_auxiliary {
                        let denied = weights.denied;
                        weigh_verb(reading, head, weights);
                        weights.denied = denied;
                    }
                }
                at = head;
            }
            Relation::Acl | Relation::AclRelcl | Relation::Ccomp if told_falsely(reading, at, head) => {
                weights.denied = true;
                return (false, true);
            }
            Relation::Xcomp | Relation::Ccomp | Relation::Csubj => {
                if words.memory.contains(lemma) {
                    // What is recalled is of another day than the recalling.
                    return (false, false);
                }
                if relation == Relation::Ccomp
                    && grammar.parent(head).is_none()
                    && grammar.child(head, Relation::Cop).is_some()
                {
                    // "The most he got was that Putin offered …"
                    return (true, false);
                }
                if lemma == "go" && grammar.xpos(head) == Xpos::Vbg && verbal && infinitive(reading, at) {
                    weights.planned = true;
                }
                if verbal && infinitive(reading, at) && words.gathering.contains(lemma) {
                    weights.voted |= lemma == "vote";
                    weigh_verb(reading, head, weights);
                    at = head;
                    continue;
                }
                if ceased(reading, at, head) {
                    return (main_clause(reading, head), false);
                }
                if words.speech.contains(lemma) {
                    if grammar.passive(head) && relation == Relation::Xcomp {
                        weights.claimed |= !reading.rules.in_class("factive", lemma);
                    } else if relation == Relation::Xcomp && to_come(reading, at) {
                        // "agreed to leave", "told them to leave": nobody has left yet.
                        weights.planned |= words.planning.contains(lemma);
                        weights.hypothetical |= !words.planning.contains(lemma);
                    }
                    if relation == Relation::Xcomp
                        && grammar.xpos(at) == Xpos::Vbg
                        && words.hypothetical.contains(lemma)
                    {
                        // "is considering sending troops", "suggested holding talks"
                        weights.hypothetical = true;
                    }
                    if weights.planned && reading.rules.in_class("warning", lemma) {
                        weights.hypothetical = true;
                    }
                    // Whatever the saying itself is, its content keeps its own voice.
                    let asking = grammar.children(head).any(|child| grammar.lower(child) == "if");
                    weights.hypothetical |=
                        asking || relation == Relation::Ccomp && proposed(reading, at, head);
                    return (main_clause(reading, head), true);
                }
                if relation == Relation::Ccomp && told_as_past(reading, at) && words.planning.contains(lemma)
                {
                    // "determined that they used gas", "would accept nobody, a day after she had fled": what is past is no
                    // plan, on whatever the parser hangs it.
                    return (false, false);
                }
                if !classified(weights) {
                    // "fighting to topple him": a fight carries its own name ("fought a war"), not what it is fought for.
                    let striving = reading.rules.in_class("striving", lemma);
                    let carried = !striving
                        && (words.factual.contains(lemma)
                            || words.aspect.contains(lemma)
                            || words.support.contains(lemma));
                    if relation == Relation::Ccomp && told_as_past(reading, at) {
                        return (false, false);
                    } else if verbal
                        && (signed_to(reading, at, head) && infinitive(reading, at)
                            || relation == Relation::Ccomp && to_be_held(reading, at))
                    {
                        // "triggers an election to be held in June"
                        weights.planned = true;
                    } else if carried || compelled(reading, at, head) {
                        // "began to withdraw" is as much fact as its beginning.
                    } else if verbal && infinitive(reading, at) && sent_to(reading, head) {
                        weights.planned = true;
                    } else if words.speech.contains(lemma) && is_done_before(reading, at) {
                        weights.claimed = true;
                    } else if verbal && infinitive(reading, at) {
                        weights.hypothetical = true;
                    } else if relation == Relation::Ccomp {
                        return (false, false);
                    }
                }
                weigh_verb(reading, head, weights);
                at = head;
            }
            Relation::Obj | Relation::Obl | Relation::NsubjPass | Relation::Nmod | Relation::Nsubj
                if !verbal =>
            {
                if let Some(verb) = come_for(reading, at) {
                    weigh_verb(reading, verb, weights);
                    at = verb;
                    continue;
                }
                if relation == Relation::Obl && is_as_unreal(reading, at, head) {
                    weights.hypothetical = true;
                    return (false, false);
                }
                // "on a trip to the south, announced …": what stands before its verb is a circumstance.
                // "sign a treaty at a summit": nor is a plan made of where it is told.
                let circumstance = relation == Relation::Obl && (!governed(reading, at) || at < head)
                    || relation == Relation::Nmod
                        && grammar.preposition(at).is_some_and(|word| grammar.lower(word) == "at");
                if circumstance || granted_by_head(reading, at) || is_followed_on(reading, at) {
                    return (false, false);
                }
                if let Some(verb) = coming_about(reading, at) {
                    let mut coming = Weights::default();
                    weigh_verb(reading, verb, &mut coming);
                    weights.planned |= coming.planned;
                    weights.hypothetical |= coming.hypothetical;
                    return (false, false);
                }
                if carried_out(reading, head) {
                    weigh_verb(reading, head, weights);
                    at = head;
                    continue;
                }
                // "Evacuation delayed by shelling".
                let delayed = relation == Relation::Nsubj
                    && reading.rules.in_class("delaying", lemma)
                    && grammar.child(head, Relation::Obj).is_none();
                if (relation != Relation::Nsubj || delayed) && classified(weights) {
                    if grammar.is_verb(head) {
                        weigh_verb(reading, head, weights);
                    } else if relation == Relation::Nmod {
                        weigh_noun(reading, head, weights);
                    }
                    at = head;
                } else if grammar.is_verb(head) && (words.support.contains(lemma)) {
                    weigh_verb(reading, head, weights);
                    at = head;
                } else {
                    return (false, false);
                }
            }
            Relation::Advcl | Relation::Acl if said_beside(reading, at).is_some() => {
                let Some(told) = said_beside(reading, at) else { return (false, false) };
                weigh_verb(reading, told, weights);
                at = told;
            }
            Relation::Advcl => {
                if verbal && infinitive(reading, at) && words.gathering.contains(lemma) {
                    weights.voted |= lemma == "vote";
                    // "gathered to protest" is protesting.
                    weigh_verb(reading, head, weights);
                    at = head;
                    continue;
                }
                if let Some(ballot) = balloted(reading, at) {
                    at = ballot;
                    continue;
                }
                if verbal && infinitive(reading, at) {
                    if singles_out(reading, at) {
                        return (false, false);
                    }
                    if done_by(reading, at).is_some() {
                        if grammar.is_verb(head) {
                            weigh_verb(reading, head, weights);
                        }
                        at = head;
                        continue;
                    }
                    if compelled(reading, at, head) {
                        weigh_verb(reading, head, weights);
                        at = head;
                        continue;
                    }
                    if signed_to(reading, at, head) || sent_to(reading, head) {
                        weigh_verb(reading, head, weights);
                        weights.planned = true;
                    } else if !classified(weights) {
                        let planned = is_planned(reading, head);
                        weights.planned |= planned;
                        weights.hypothetical |= !planned;
                    }
                    return (false, false);
                }
                if granted_by_head(reading, at) {
                    return (false, false);
                }
                match grammar.opening(at).map(|mark| grammar.lower(mark)) {
                    None if grammar.xpos(at) == Xpos::Vbg => {
                        // "Bowing to pressure, Berlin will send tanks": it has bowed before it sends them.
                        if at > head {
                            weigh_verb(reading, head, weights);
                        }
                        at = head;
                    }
                    Some("before") | Some("until") | Some("when") | Some("as") | Some("while")
                    | Some("once") | Some("after") => {
                        let mut outer = Weights::default();
                        weigh_verb(reading, head, &mut outer);
                        let open = matches!(tense(reading, at), Tense::Present | Tense::Open);
                        // "struck the town days before voters go to the polls".
                        let ahead = before_present(reading, at)
                            && matches!(tense(reading, head), Tense::Past | Tense::Perfect);
                        if (outer.planned || outer.hypothetical) && open || ahead {
                            weights.planned = true;
                        }
                        return (false, false);
                    }
                    // "at Harbin, where rebels struck on Sunday": a relative clause, whatever the parser calls it.
                    Some("where") if told_as_past(reading, at) => return (false, false),
                    // "allegations on Sunday of arming rebels", on whatever the parser hangs it.
                    Some("of") if alleged(reading, at, head) => {
                        weights.claimed = true;
                        return (false, false);
                    }
                    // "is tasked with choosing a successor"
                    Some("with") if reading.rules.in_class("tasking", lemma) => {
                        weigh_verb(reading, head, weights);
                        weights.planned = true;
                        return (false, false);
                    }
                    // "came close to signing"
                    Some("to") if almost(reading, at) => {
                        weights.hypothetical = true;
                        return (false, false);
                    }
                    // "lest they be drawn into enforcing the ban"
                    Some("into") if grammar.xpos(at) == Xpos::Vbg => {
                        weigh_verb(reading, head, weights);
                        at = head;
                    }
                    // "stopped them from attacking": they did not, unless nothing stopped them or somebody only tried to.
                    Some("from") if reading.rules.in_class("keeping-from", lemma) => {
                        if infinitive(reading, head) {
                            weights.hypothetical = true;
                        } else if !is_undone(reading, head) {
                            weights.denied = true;
                            weights.averted = true;
                        }
                        return (false, false);
                    }
                    // "would succeed in laying siege" is as much fact as succeeding.
                    Some(_) if grammar.xpos(at) == Xpos::Vbg && words.factual.contains(lemma) => {
                        weigh_verb(reading, head, weights);
                        at = head;
                    }
                    // "accused of violating", "blamed for killing" keep what they tell; "from attacking" does not.
                    Some(_) => {
                        classified(weights);
                        return (false, false);
                    }
                    None => return (at < head && runs_on(reading, at) && main_clause(reading, head), false),
                }
            }
            Relation::Acl => {
                // "became the first to visit the island" visited it.
                if let Some(predicate) = grammar.singled_out(at, head) {
                    weigh_verb(reading, predicate, weights);
                    at = predicate;
                    continue;
                }
                if to_be_held(reading, at) {
                    weights.planned = true;
                    at = head;
                    continue;
                }
                if let Some(ballot) = balloted(reading, at) {
                    at = ballot;
                    continue;
                }
                if done_by(reading, at).is_some() || kept_from(reading, at, head) {
                    at = head;
                    continue;
                }
                if verbal && infinitive(reading, at) {
                    // "Russia to send troops", as headlines have it: a name has no purpose of its own.
                    let headline = grammar.upos(head) == Upos::Propn
                        && matches!(grammar.relation(head), Relation::Nsubj | Relation::Root);
                    if headline || signed_to(reading, at, head) {
                        weights.planned = true;
                    } else if !classified(weights) {
                        weights.hypothetical = true;
                    }
                    return (false, false);
                }
                if alleged(reading, at, head) {
                    weights.claimed = true;
                    weights.denied |= rejected(reading, head);
                }
                // "passed a resolution condemning the raid" condemned it.
                if let Some(verb) = grammar.written_by(at, reading) {
                    weigh_verb(reading, verb, weights);
                    at = verb;
                    continue;
                }
                if grammar.upos(head) == Upos::Noun
                    && words.hypothetical.contains(lemma)
                    && grammar.xpos(at) == Xpos::Vbg
                {
                    weights.hypothetical = true;
                }
                return (false, false);
            }
            Relation::AclRelcl => {
                if alleged(reading, at, head) {
                    weights.claimed = true;
                    weights.denied |= rejected(reading, head);
                }
                return (false, false);
            }
            Relation::Parataxis => {
                return (grammar.parent(head).is_none(), false);
            }
            _ => return (false, false),
        }
    }
    (false, false)
}

/// "could take no more and closed the crossing": a past tense goes on with no auxiliary of what the parser joins it to.
fn past_beside_modal(reading: &Reading<'_>, verb: usize, first: usize) -> bool {
    let grammar = &reading.grammar;
    let modal = grammar.children(first).any(|child| {
        grammar.relation(child) == Relation::Aux
            && matches!(
                grammar.lower(child),
                "could" | "would" | "might" | "should" | "will" | "can" | "may" | "must"
            )
    });
    grammar.xpos(verb) == Xpos::Vbd && grammar.xpos(first) == Xpos::Vb && modal
}

/// "suggested that both armies leave", "insisted that the rebels disarm": a clause without a past behind a past proposal
/// tells what is to be done, and nobody who speaks of what was done tells it so. In the present only a state or a body
/// that suggests something is known to propose it.
fn proposed(reading: &Reading<'_>, clause: usize, head: usize) -> bool {
    let grammar = &reading.grammar;
    let bare = matches!(grammar.xpos(clause), Xpos::Vb | Xpos::Vbp)
        && grammar.child(clause, Relation::Aux).is_none()
        && grammar.has_nominal_subject(clause);
    let proposes = reading.rules.in_class("proposing", grammar.lemma(head));
    let acting = || {
        grammar.child(head, Relation::Nsubj).is_some_and(|subject| reading.is_state(reading.core(subject)))
    };
    bare && proposes
        && match tense(reading, head) {
            Tense::Past | Tense::Perfect | Tense::Pluperfect => true,
            Tense::Present => grammar.lemma(head) == "suggest" && acting(),
            _ => false,
        }
}

/// Whether a clause has a subject and a past of its own.
fn told_as_past(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let past = tense(reading, verb).is_past();
    grammar.is_verb(verb)
        && past
        && (grammar.has_nominal_subject(verb) || tense(reading, verb) == Tense::Pluperfect)
}

/// "stopped shooting": what ends was done until then.
fn ceased(reading: &Reading<'_>, verb: usize, head: usize) -> bool {
    let grammar = &reading.grammar;
    reading.rules.in_class("ceasing", grammar.lemma(head))
        && grammar.xpos(verb) == Xpos::Vbg
        && grammar.mark(verb).is_none()
        && grammar.child(verb, Relation::Nsubj).is_none()
        // "stopped Iran attacking the ship": nobody attacked it.
        && grammar.child(head, Relation::Obj).is_none()
        && head + 1 == verb
}

/// "before voters go to the polls": a present told beside a past is still to come.
fn before_present(reading: &Reading<'_>, verb: usize) -> bool {
    let opening = reading.grammar.opening(verb).map(|word| reading.grammar.lower(word));
    matches!(opening, Some("before" | "until" | "once")) && tense(reading, verb) == Tense::Present
}

/// "allegations that the army has used gas", "held on suspicion on Monday of arming rebels".
fn alleged(reading: &Reading<'_>, verb: usize, head: usize) -> bool {
    let grammar = &reading.grammar;
    // "is in charge of training": nobody is charged.
    let in_charge = |token: usize| {
        grammar.lower(token) == "charge"
            && grammar.preposition(token).is_some_and(|word| grammar.lower(word) == "in" && word + 1 == token)
    };
    let is_alleging =
        |token: usize| reading.rules.in_class("alleging", grammar.lemma(token)) && !in_charge(token);
    let mark = grammar.mark(verb).map(|mark| grammar.lower(mark));
    match (mark, grammar.relation(verb)) {
        (Some("that" | "of"), Relation::Acl | Relation::AclRelcl) => is_alleging(head),
        (Some("of"), _) => grammar.children(head).any(|child| {
            child < verb
                && matches!(grammar.relation(child), Relation::Obj | Relation::Obl)
                && is_alleging(child)
        }),
        _ => false,
    }
}

/// "rejected the charge": what it says did not happen.
fn rejected(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    grammar.relation(noun) == Relation::Obj
        && grammar.parent(noun).is_some_and(|verb| {
            words.denying.contains(grammar.lemma(verb)) || grammar.lemma(verb) == "reject"
        })
}

/// "did not stop them", "nothing stopped them", "nobody denied it": whether a verb is told of nobody.
fn is_undone(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let nobody = |subject: usize| matches!(grammar.lower(subject), "nothing" | "nobody" | "none");
    negated(reading, verb) || grammar.child(verb, Relation::Nsubj).is_some_and(nobody)
}

/// "denied reports that the king had fled", "dismissed a rumour that he was shot": what somebody says is told falsely.
fn told_falsely(reading: &Reading<'_>, clause: usize, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let dismisses = |verb: usize| {
        reading.rules.words.denying.contains(grammar.lemma(verb))
            || reading.rules.in_class("dismissing", grammar.lemma(verb))
    };
    grammar.upos(noun) == Upos::Noun
        && reading.rules.in_class("what-is-told", grammar.lemma(noun))
        && grammar.relation(noun) == Relation::Obj
        && grammar.parent(noun).is_some_and(|verb| dismisses(verb) && !is_undone(reading, verb))
        && grammar.mark(clause).is_some_and(|mark| grammar.lower(mark) == "that")
        && grammar.has_nominal_subject(clause)
}

/// Whether an oblique is what its verb is about ("called for talks") rather than a circumstance ("died in
/// the attack").
fn governed(reading: &Reading<'_>, token: usize) -> bool {
    reading.grammar.preposition(token).is_some_and(|preposition| {
        matches!(
            reading.grammar.lower(preposition),
            "for" | "to" | "of" | "from" | "against" | "with" | "about" | "into" | "on"
        )
    })
}

fn main_clause(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let top = grammar.first_conjunct(verb);
    grammar.parent(top).is_none() || matches!(grammar.relation(top), Relation::Parataxis)
}
