//! The triggers of one sentence seen together: which of them tell of one event, and what they know of one another.

use super::super::grammar::{Argument, Arguments, Place};
use super::super::mention::Participant;
use super::super::reading::Reading;
use super::super::rule::{Slot, SlotChoice, TriggerPart};
use super::condition::Matcher;
use super::{Found, known, negated, same};
use crate::dates::ExpressionKind;
use crate::language::Relation;

/// "spent three hours with one minister and two with the other": a second length of time with partners of its own is
/// a second meeting.
pub(super) fn share(reading: &Reading<'_>, found: &mut Vec<Found>) {
    let grammar = &reading.grammar;
    let lengths: Vec<usize> = reading
        .expressions
        .iter()
        .filter(|expression| expression.kind == ExpressionKind::Duration)
        .filter_map(|expression| {
            let mut tokens = expression.tokens.clone();
            tokens.find(|&token| {
                token < grammar.len()
                    && grammar.parent(token).is_none_or(|head| !expression.tokens.contains(&head))
            })
        })
        .collect();
    if lengths.len() < 2 {
        return;
    }
    let mut more = Vec::new();
    for one in found.iter().filter(|one| one.reciprocal(reading)) {
        let mut told: Vec<Participant> = one.sources.iter().chain(&one.targets).cloned().collect();
        for &length in &lengths {
            let tied = grammar.relation(length) == Relation::Conj
                && length > one.head
                && grammar
                    .upward(length)
                    .skip(1)
                    .any(|up| up == one.head || Some(up) == one.arguments.carrier || lengths.contains(&up));
            if !tied || found.iter().any(|other| other.head == length) {
                continue;
            }
            let mut arguments = Arguments { carrier: one.arguments.carrier, ..Arguments::default() };
            let mut partners: Vec<Participant> = Vec::new();
            for token in length + 1..grammar.len() {
                let nominal =
                    grammar.upward(token).take_while(|&up| up != length).all(|up| !grammar.is_verb(up));
                let Some(word) = grammar.preposition(token) else { continue };
                if !grammar.below(token, length) || !nominal {
                    continue;
                }
                arguments.list.push(Argument { place: Place::Preposition(word), token });
                if grammar.children(token).any(|child| {
                    child < token
                        && grammar.relation(child) == Relation::Case
                        && grammar.lower(child) == "with"
                }) {
                    partners.extend(reading.participants(token).into_iter().filter(known));
                }
            }
            // A preposition that the parser hung beside its noun: "at the Kremlin with the president".
            for token in length + 1..grammar.len() {
                if grammar.lower(token) == "with" && grammar.below(token, length) {
                    let under = grammar.children(token).find(|&child| child > token);
                    partners.extend(
                        under.into_iter().flat_map(|token| reading.participants(token)).filter(known),
                    );
                }
            }
            partners.retain(|partner| !told.iter().any(|other| same(partner, other)));
            if let Some(partner) = partners.into_iter().next() {
                told.push(partner.clone());
                more.push(Found {
                    head: length,
                    rest: Vec::new(),
                    arguments,
                    sources: one.sources.clone(),
                    targets: vec![partner],
                    content: Vec::new(),
                    object: None,
                    gapped: true,
                    ..one.clone()
                });
            }
        }
    }
    found.extend(more);
    found.sort_by_key(|one| one.head);
}

/// Whoever is known only from the content is looked for again when all of it is known.
pub(super) fn refill(reading: &Reading<'_>, found: &mut [Found]) {
    for i in (0..found.len()).rev() {
        let trigger = reading.trigger(&found[i]);
        let wants = |choices: &[SlotChoice]| {
            choices.iter().any(|choice| matches!(choice.slot, Slot::ContentTarget | Slot::ContentSource))
        };
        if !wants(&trigger.target) && !wants(&trigger.source) {
            continue;
        }
        let arguments = found[i].arguments.clone();
        let matcher = Matcher { reading, token: found[i].head, arguments: &arguments, known: found, trigger };
        if let Some(again) = matcher.build(found[i].trigger, found[i].rest.clone()) {
            found[i] = again;
        }
    }
}

/// "An air strike by Russia killed 20 people": who struck killed, and whom it killed it struck. An event is
/// nobody who could take part in another.
pub(super) fn inherit(reading: &Reading<'_>, found: &mut [Found]) {
    let heads: Vec<usize> = found.iter().map(|one| one.head).collect();
    for i in 0..found.len() {
        let verb = reading.trigger(&found[i]).part == TriggerPart::Verb;
        let kind = reading.trigger(&found[i]).kind;
        let subject = found[i]
            .arguments
            .at(Place::Subject)
            .chain(found[i].arguments.list.iter().filter_map(|argument| match argument.place {
                Place::Preposition(word) if matches!(reading.grammar.lower(word), "in" | "by" | "with") => {
                    Some(argument.token)
                }
                _ => None,
            }))
            .find_map(|token| heads.iter().position(|&head| head == reading.core(token)));
        if let (true, Some(event)) = (verb, subject)
            && event != i
            && reading.trigger(&found[event]).kind == kind
        {
            if !found[i].sources.iter().any(known) {
                found[i].sources = found[event].sources.clone();
            }
            if !found[event].targets.iter().any(known) {
                found[event].targets = found[i].targets.clone();
                found[event].object = found[event].object.or(found[i].object);
            }
            if found[i].mode.is_none() {
                found[i].mode = found[event].mode;
            }
        }
        let sentence = reading.grammar.sentence;
        let is_event = |participant: &Participant| {
            !known(participant)
                && heads.iter().any(|&head| participant.location.span.contains(sentence.tokens[head].span))
        };
        found[i].sources.retain(|participant| !is_event(participant));
        found[i].targets.retain(|participant| !is_event(participant));
    }
}

/// "met with the ambassador and offered an apology": what is said next is said to whom he met.
pub(super) fn address(reading: &Reading<'_>, found: &mut [Found]) {
    let grammar = &reading.grammar;
    for i in 0..found.len() {
        let trigger = reading.trigger(&found[i]);
        let speaks = trigger.target.iter().any(|choice| match &choice.slot {
            Slot::Indirect => true,
            Slot::Preposition(word) => word == "to",
            _ => false,
        });
        let (true, true, Some(verb)) = (speaks, found[i].targets.is_empty(), found[i].arguments.carrier)
        else {
            continue;
        };
        if grammar.relation(verb) != Relation::Conj || found[i].arguments.passive {
            continue;
        }
        let met = found.iter().find(|other| {
            reading.kind(other).name == "CONSULT"
                && other.head < verb
                && other.anchor() == grammar.parent(verb).unwrap_or(verb)
        });
        let Some(met) = met else { continue };
        let partners: Vec<Participant> = met.targets.iter().filter(|one| known(one)).cloned().collect();
        if !partners.iter().any(|partner| found[i].sources.iter().any(|source| same(source, partner))) {
            found[i].targets = partners;
        }
    }
}

/// "accepted the consul's apology", "turned down his plea": whoever answers what somebody offers or asks for is the one
/// it was said to.
pub(super) fn answer(reading: &Reading<'_>, found: &mut [Found]) {
    let grammar = &reading.grammar;
    for one in found {
        let noun = one.head;
        let is_said = reading.trigger(one).part == TriggerPart::Noun
            && reading.rules.in_class("proposal", grammar.lemma(noun))
            && grammar.relation(noun) == Relation::Obj
            && one.sources.iter().any(known)
            && one.targets.is_empty();
        let Some(verb) = grammar.parent(noun).filter(|&verb| is_said && grammar.is_verb(verb)) else {
            continue;
        };
        let phrase = grammar.phrasal(verb).unwrap_or_else(|| grammar.lemma(verb).to_string());
        if !reading.rules.in_class("answering", &phrase) {
            continue;
        }
        let arguments = reading.verb_arguments(verb);
        let subjects = arguments.at(Place::Subject).flat_map(|token| reading.participants_as(token, true));
        let new = |one: &Participant, sources: &[Participant]| !sources.iter().any(|other| same(other, one));
        one.targets = subjects.filter(known).filter(|target| new(target, &one.sources)).collect();
    }
}

/// What somebody will do himself, told by the article without anybody's saying so.
pub(super) fn announce(reading: &Reading<'_>, found: &mut Vec<Found>) {
    let grammar = &reading.grammar;
    let mut announced: Vec<Found> = Vec::new();
    for one in found.iter() {
        let kind = reading.trigger(one).kind;
        let (Some(&trigger), Some(verb)) = (reading.rules.futures.get(&kind), one.arguments.carrier) else {
            continue;
        };
        if one.arguments.passive || !one.sources.iter().any(known) || negated(reading, verb) {
            continue;
        }
        let will = grammar.children(verb).find(|&child| {
            grammar.relation(child) == Relation::Aux
                && matches!(grammar.lower(child), "will" | "'ll" | "shall" | "’ll")
        });
        let Some(will) = will else { continue };
        // "Fights will start again" is nobody's threat.
        if one.head != verb && grammar.relation(one.head) == Relation::Nsubj {
            continue;
        }
        let held = found.iter().any(|act| {
            act.content.iter().any(|&content| content != act.head && grammar.below(verb, content))
        });
        let open = grammar.mark(verb).is_some_and(|mark| grammar.lower(mark) != "that")
            || grammar.relation(verb) == Relation::AclRelcl;
        if held || open || announced.iter().any(|other| other.head == will) {
            continue;
        }
        announced.push(Found {
            trigger,
            head: will,
            rest: Vec::new(),
            arguments: Arguments::default(),
            sources: one.sources.clone(),
            targets: one.targets.clone(),
            mode: reading.rules.triggers[trigger].mode,
            content: vec![verb],
            object: None,
            gapped: false,
        });
    }
    found.extend(announced);
    found.sort_by_key(|one| one.head);
}

/// A verb and the noun it supports tell of one event of a kind: "impose sanctions", "fired missiles".
pub(super) fn join_phrases(reading: &Reading<'_>, found: &mut Vec<Found>) {
    let mut drop = vec![false; found.len()];
    for i in 0..found.len() {
        let kind = reading.trigger(&found[i]).kind;
        // A noun that is part of a longer phrase trigger is no trigger of its own.
        for j in 0..found.len() {
            if i == j || drop[i] || drop[j] {
                continue;
            }
            let other = reading.trigger(&found[j]).kind;
            if found[i].rest.contains(&found[j].head) {
                drop[j] = true;
            } else if kind == other && reading.trigger(&found[i]).part == TriggerPart::Verb {
                let is_object = found[i].arguments.at(Place::Object).any(|token| token == found[j].head);
                let supports =
                    found[j].arguments.supported && found[j].arguments.carrier == Some(found[i].head);
                if is_object && supports {
                    if actor_count(&found[i]) >= actor_count(&found[j]) {
                        let head = found[j].head;
                        found[i].rest.push(head);
                        if found[i].mode.is_none() {
                            found[i].mode = found[j].mode;
                        }
                        drop[j] = true;
                    } else {
                        drop[i] = true;
                    }
                }
            }
        }
    }
    let mut keep = drop.iter().map(|drop| !drop);
    found.retain(|_| keep.next().unwrap_or(true));
}

fn actor_count(found: &Found) -> usize {
    found.sources.iter().chain(&found.targets).filter(|one| one.actor.is_some() || one.code.is_some()).count()
}
