//! What stands under a verb of wanting or planning and is not what is wanted: what is said beside it, what it follows
//! on, what answers it.

use super::super::grammar::is_near;
use super::super::reading::Reading;
use super::purpose::infinitive;
use super::setting::is_definite;
use super::tense::{Tense, tense};
use crate::language::{Relation, Upos, Xpos};

/// "threatened to close the border, blaming the rebels": a participle of saying behind a comma goes with the verb that the
/// sentence tells, on whatever infinitive the parser hangs it. That verb.
pub(in super::super) fn said_beside(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let free = grammar.xpos(verb) == Xpos::Vbg
        && matches!(grammar.relation(verb), Relation::Advcl | Relation::Acl)
        && grammar.mark(verb).is_none()
        && reading.rules.in_class("said-beside", grammar.lemma(verb));
    let before = (0..verb).rev().find(|&token| grammar.relation(token) != Relation::Advmod);
    let comma = before.is_some_and(|token| grammar.lower(token) == ",");
    // "announces that he will quit, endorsing a rival": the endorsement is in the announcement.
    let foretold = |head: usize| {
        grammar.relation(head) == Relation::Ccomp
            && tense(reading, head) == Tense::Future
            && grammar
                .parent(head)
                .is_some_and(|above| reading.rules.in_class("announcing", grammar.lemma(above)))
    };
    let wish = grammar
        .parent(verb)
        .filter(|&head| free && comma && head < verb && (infinitive(reading, head) || foretold(head)))?;
    grammar.upward(wish).skip(1).find(|&head| grammar.is_verb(head) && !infinitive(reading, head))
}

/// "vowed to hit back after rebels struck the base", "voted to send troops as they shelled the town": a past clause that
/// tells what came before an infinitive, or goes on meanwhile, was there when it was vowed.
pub(in super::super) fn moved_by(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.relation(verb) == Relation::Advcl
        && grammar.parent(verb).is_some_and(|act| act < verb && infinitive(reading, act))
        && matches!(tense(reading, verb), Tense::Past | Tense::Pluperfect)
        && grammar.has_nominal_subject(verb)
        && grammar
            .opening(verb)
            .is_some_and(|word| matches!(grammar.lower(word), "after" | "as" | "while" | "because"))
}

/// "said that it would leave, a day after rebels struck the base": how long before it is said, behind a comma, is told of what
/// has been, and lays down no term.
pub(in super::super) fn is_counted_from(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let clause = grammar.first_conjunct(verb);
    let after = grammar
        .mark(clause)
        .filter(|&word| grammar.relation(clause) == Relation::Advcl && grammar.lower(word) == "after");
    let past = matches!(tense(reading, clause), Tense::Past | Tense::Pluperfect);
    past && after.is_some_and(|after| {
        reading.expressions.iter().any(|length| {
            let counts = length.tokens.end == after || length.tokens.end == after + 1;
            let comma = length.tokens.start.checked_sub(1);
            counts && comma.is_some_and(|comma| grammar.lower(comma) == ",")
        })
    })
}

/// "called for calm after clashes", "vowed to fight on despite the raids": what is wanted comes after what such a word
/// brings in.
pub(in super::super) fn is_followed_on(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let top = grammar.first_conjunct(noun);
    let Some(word) = grammar.preposition(top).map(|word| grammar.lower(word)) else { return false };
    // "promised to disarm after the release of the prisoners": what is promised comes after what may never come. Behind a
    // comma it is told of the promise.
    let set_off = grammar
        .preposition(top)
        .and_then(|word| word.checked_sub(1))
        .is_some_and(|before| grammar.lower(before) == ",");
    let willed = !set_off
        && grammar.parent(top).is_some_and(|head| {
            // "vowed to retaliate after a raid": it answers what is there.
            infinitive(reading, head) && !reading.rules.in_class("retaliating", grammar.lemma(head))
        });
    let follows =
        reading.rules.in_class("followed-on", word) && !willed || reading.rules.in_class("beset-by", word);
    // "will resign after the election": what is scheduled comes first, and neither has.
    matches!(grammar.relation(top), Relation::Obl | Relation::Nmod)
        && follows
        && (set_off || !reading.rules.in_class("come-for", grammar.lemma(noun)))
        && !is_any(reading, noun)
}

/// "agreed to disarm under a deal brokered by Oslo": the terms under which something is to be done are there already.
pub(in super::super) fn is_under_terms(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let under = grammar.preposition(noun).is_some_and(|word| grammar.lower(word) == "under");
    under && reading.rules.in_class("agreement", grammar.lemma(noun))
}

/// "urged the ministers meeting in Rome to act", "refused to speak to the rebels holding the town": a participle that tells of
/// whom somebody turns to tells what they are doing.
pub(in super::super) fn tells_of_party(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    let of_party = grammar.xpos(verb) == Xpos::Vbg
        && grammar.relation(verb) == Relation::Acl
        && grammar.mark(verb).is_none()
        && grammar.child(verb, Relation::Aux).is_none();
    let Some(party) = grammar.parent(verb).filter(|_| of_party) else { return false };
    let Some(head) = grammar.parent(party).filter(|&head| grammar.is_verb(head)) else { return false };
    let turned_to = match grammar.relation(party) {
        Relation::Obj => words.object_control.contains(grammar.lemma(head)),
        Relation::Obl => grammar
            .preposition(party)
            .is_some_and(|word| grammar.lower(word) == "to" || grammar.lower(word) == "on"),
        _ => false,
    };
    turned_to && reading.rules.is_people(grammar.lemma(party))
}

/// "struck in response to raids": what is answered is there, unless it is any such thing.
pub(super) fn is_replied_to(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let Some(to) = grammar.preposition(noun) else { return false };
    let Some(reply) = to.checked_sub(1) else { return false };
    let opened = reply.checked_sub(1).is_some_and(|word| grammar.lower(word) == "in");
    opened
        && reading.rules.in_class("replying", grammar.lower(reply))
        && matches!(grammar.xpos(noun), Xpos::Nns | Xpos::Vbg)
        && !is_any(reading, noun)
}

fn is_any(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.children(noun).any(|child| matches!(grammar.lower(child), "any" | "every" | "each"))
}

/// "the fog allowed the rebels to escape": what a thing made possible was done, as nobody gave leave for it.
pub(super) fn made_possible(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let thing = |subject: usize| reading.rules.in_class("enabling", grammar.lemma(subject));
    reading.rules.in_class("permission", grammar.lemma(verb))
        && tense(reading, verb).is_past()
        && !grammar.passive(verb)
        && grammar.child(verb, Relation::Nsubj).is_some_and(thing)
}

/// "prompted the governor to resign": what somebody is brought to do is as much done as what brings him to it.
pub(super) fn compelled(reading: &Reading<'_>, verb: usize, head: usize) -> bool {
    let grammar = &reading.grammar;
    let somebody = |object: usize| {
        object < verb
            && (grammar.upos(object) == Upos::Propn || reading.rules.is_people(grammar.lemma(object)))
    };
    reading.rules.in_class("compelling", grammar.lemma(head))
        && grammar.is_verb(head)
        && infinitive(reading, verb)
        && grammar.child(head, Relation::Obj).is_some_and(somebody)
}

/// "the vote will begin in May", "the talks could resume": whether the verb that tells of the coming about of a noun leaves
/// it to come.
pub(in super::super) fn coming_about(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let top = grammar.first_conjunct(noun);
    let subject = grammar.relation(top).is_subject();
    let takes_place = |verb: usize| {
        grammar.lemma(verb) != "take"
            || grammar.child(verb, Relation::Obj).is_some_and(|place| grammar.lemma(place) == "place")
    };
    grammar.parent(top).filter(|&verb| {
        subject && reading.rules.in_class("coming-about", grammar.lemma(verb)) && takes_place(verb)
    })
}

/// "set a date for the election", "the timetable of the talks": what a calendar speaks of is to come.
pub(super) fn has_date_set(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let Some(word) =
        grammar.preposition(noun).and_then(|word| word.checked_sub(1).map(|before| (word, before)))
    else {
        return false;
    };
    let (preposition, before) = word;
    let calendar = reading.rules.in_class("calendar", grammar.lemma(before));
    match grammar.lower(preposition) {
        "for" => calendar,
        "of" => {
            calendar
                && grammar.relation(before) == Relation::Obj
                && grammar.parent(before).is_some_and(|verb| {
                    reading.rules.words.planning.contains(grammar.lemma(verb)) || grammar.lemma(verb) == "fix"
                })
        }
        _ => false,
    }
}

/// "announced talks with the rebels": what is yet to be held when it is made known.
pub(super) fn is_announced(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let indefinite =
        !grammar.children(grammar.first_conjunct(noun)).chain(grammar.children(noun)).any(|child| {
            matches!(grammar.relation(child), Relation::NmodPoss | Relation::Nummod)
                || grammar.relation(child) == Relation::AclRelcl
                || matches!(grammar.lower(child), "the" | "this" | "that" | "successful" | "of")
        });
    let held = ["come-for", "being-away", "trial-run"]
        .iter()
        .any(|class| reading.rules.in_class(class, grammar.lemma(noun)));
    // "announced a missile and rocket test"
    let object = grammar.first_conjunct(noun);
    held && indefinite
        && grammar.relation(object) == Relation::Obj
        && grammar
            .parent(object)
            .is_some_and(|verb| verb < noun && grammar.lemma(verb) == "announce" && !grammar.passive(verb))
}

/// "came close to signing": what was near was not done.
pub(super) fn almost(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let before = grammar.mark(verb).and_then(|mark| mark.checked_sub(1));
    before.is_some_and(|word| is_near(grammar.lower(word)))
}

/// "could be settled in talks", "may be answered with strikes": what an act that may come to pass would be done by or in,
/// where nothing says that it is there.
pub(super) fn is_as_unreal(reading: &Reading<'_>, noun: usize, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let within = grammar
        .preposition(noun)
        .is_some_and(|word| matches!(grammar.lower(word), "with" | "through" | "by" | "in" | "at" | "via"));
    let open = grammar.children(verb).any(|child| {
        grammar.relation(child) == Relation::Aux && matches!(grammar.lower(child), "may" | "might" | "could")
    });
    // "may have been killed in an air strike" leaves open who was killed.
    let done = grammar.children(verb).any(|child| grammar.lower(child) == "have");
    noun > verb && within && open && !done && !is_definite(reading, noun)
}
