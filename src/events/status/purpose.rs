//! What is to be done, as infinitives tell it: what remains a plan, and what is as much done as the act that it is for.

use super::super::matching::negated;
use super::super::reading::Reading;
use super::tense::{Tense, tense};
use super::weight::{Weights, due, weigh_verb};
use crate::language::{Relation, Upos, Xpos};

/// "to leave", but not "pleaded guilty to leaving", "admitted to having left".
pub(super) fn infinitive(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let gerund = grammar.xpos(verb) == Xpos::Vbg
        || grammar
            .children(verb)
            .any(|child| grammar.relation(child) == Relation::Aux && grammar.lower(child) == "having");
    !gerund
        && grammar.children(verb).any(|child| {
            matches!(grammar.relation(child), Relation::Mark | Relation::Aux) && grammar.lower(child) == "to"
        })
        && !due(reading, verb)
}

/// An infinitive that tells of what is still to come: "to leave", not "to have left".
pub(super) fn to_come(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let perfect = grammar
        .children(verb)
        .any(|child| grammar.relation(child) == Relation::Aux && grammar.lemma(child) == "have");
    grammar.is_verb(verb) && infinitive(reading, verb) && !perfect
}

/// "claimed to have shot down a plane": an infinitive of what is done already.
pub(super) fn is_done_before(reading: &Reading<'_>, verb: usize) -> bool {
    reading.grammar.is_verb(verb) && infinitive(reading, verb) && !to_come(reading, verb)
}

/// "is to leave and move abroad to head a charity": whether a verb, or the one it is joined to, tells what is planned.
pub(super) fn is_planned(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let own = grammar.child(verb, Relation::Aux).is_some() || grammar.has_nominal_subject(verb);
    let told = if own { verb } else { grammar.first_conjunct(verb) };
    let mut weights = Weights::default();
    weigh_verb(reading, told, &mut weights);
    weights.planned && !weights.hypothetical && !weights.denied && !negated(reading, verb)
}

/// "in the latest protest to hit the town": it has hit it.
pub(super) fn singles_out(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let to = grammar.children(verb).find(|&child| child < verb && grammar.lower(child) == "to");
    to.and_then(|to| to.checked_sub(1)).is_some_and(|noun| {
        grammar.upos(noun) == Upos::Noun
            && grammar.children(noun).any(|child| matches!(grammar.lower(child), "latest" | "first" | "only"))
    })
}

/// "sent tanks to crush the revolt": the purpose of an act that is under way is a plan.
pub(super) fn sent_to(reading: &Reading<'_>, head: usize) -> bool {
    reading.rules.in_class("sending", reading.grammar.lemma(head))
        && matches!(tense(reading, head), Tense::Past | Tense::Present | Tense::Perfect | Tense::Pluperfect)
        && !negated(reading, head)
}

/// "signed protocols to open the border", "an agreement to share data".
pub(super) fn signed_to(reading: &Reading<'_>, verb: usize, head: usize) -> bool {
    let grammar = &reading.grammar;
    let in_class = |token: usize| reading.rules.in_class("agreement", grammar.lemma(token));
    match grammar.relation(verb) {
        Relation::Acl => in_class(head),
        _ => {
            reading.rules.words.support.contains(grammar.lemma(head))
                && grammar.child(head, Relation::Obj).is_some_and(|paper| paper < verb && in_class(paper))
        }
    }
}

/// "an election to be held in May".
pub(super) fn to_be_held(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    infinitive(reading, verb) && grammar.passive(verb) && reading.rules.in_class("held", grammar.lemma(verb))
}

/// "wins an election to choose a senator", "go to the polls to vote": the ballot in which it is done, on whatever the parser
/// hangs the infinitive.
pub(super) fn balloted(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let to = grammar.children(verb).find(|&child| child < verb && grammar.lower(child) == "to")?;
    to.checked_sub(1).filter(|&noun| {
        grammar.upos(noun) == Upos::Noun
            && infinitive(reading, verb)
            && reading.rules.in_class("ballot", grammar.lemma(noun))
            && reading.rules.in_class("balloting", grammar.lemma(verb))
    })
}

/// "is in talks to discuss the terms", "meets the mayor to discuss the terms", "block a street to protest": the encounter or the act by
/// which is done what it is for.
pub(in super::super) fn done_by(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let in_class = |class, token: usize| reading.rules.in_class(class, grammar.lemma(token));
    let bound = matches!(grammar.relation(verb), Relation::Advcl | Relation::Acl);
    grammar.parent(verb).filter(|_| bound && grammar.is_verb(verb) && infinitive(reading, verb)).filter(
        |&head| {
            let is_open = |verb: usize| {
                let (words, lemma) = (&reading.rules.words, grammar.lemma(verb));
                words.planning.contains(lemma) || words.hypothetical.contains(lemma)
            };
            let (talks, expresses) = (in_class("holding-talks", verb), in_class("expressing", verb));
            match grammar.is_verb(head) {
                // "planned to march to protest", of which a parser hangs the protest on the plan.
                true => (talks && grammar.lemma(head) == "meet" || expresses) && !is_open(head),
                false => (talks || expresses) && in_class("attended", head),
            }
        },
    )
}
