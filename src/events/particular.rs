//! Numbers told of a happening: killed, wounded, detained; weapons, money, duration.

mod fate;
mod number;
mod row;
mod toll;

pub(super) use fate::{Fate, company, fates};
pub use number::number_of;

use super::draft::Draft;
use super::grammar::Place;
use super::mention::Particular;
use super::reading::Reading;
use super::rule::TriggerPart;
use crate::article::Location;
use crate::dates::ExpressionKind;
use crate::language::{Relation, Upos, Xpos};
use number::number;
use row::sum;

/// Collects the particulars of the mentions of one sentence.
pub(super) fn collect(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut() {
        let mut found = Vec::new();
        if let Some(amount) = toll::of_toll(reading, draft) {
            number(reading, amount, "killed", &mut found);
        }
        let casualties = casualties(reading, draft);
        for told in casualties.chunk_by(|one, two| (one.verb, one.what) == (two.verb, two.what)) {
            let people: Vec<usize> = told.iter().map(|casualty| casualty.people).collect();
            sum(reading, &people, told[0].what, &mut found);
        }
        one_killed(reading, &casualties, &mut found);
        tools(reading, draft, &mut found);
        duration(reading, draft, &mut found);
        let mut seen: Vec<(String, Location)> = Vec::new();
        found.retain(|one: &Particular| {
            let key = (one.what.clone(), one.location);
            let new = !seen.contains(&key);
            seen.push(key);
            new
        });
        draft.mention.particulars = found;
    }
}

fn category(reading: &Reading<'_>, verb: usize) -> Option<&'static str> {
    let words = &reading.rules.words;
    let grammar = &reading.grammar;
    let lemma = grammar.lemma(verb);
    // "fatally shot three men"
    let fatal = || grammar.children(verb).any(|child| reading.rules.in_class("fatal", grammar.lower(child)));
    if words.killing.contains(lemma) || grammar.is_verb(verb) && fatal() {
        Some("killed")
    // "kill 31 and wound 60": no past of "wind", whatever the tagger says.
    } else if words.wounding.contains(lemma) || words.wounding.contains(grammar.lower(verb)) {
        Some("wounded")
    } else if words.detaining.contains(lemma) {
        Some("detained")
    } else {
        None
    }
}

/// Somebody whom a verb tells to have been killed, wounded or detained.
pub(super) struct Casualty {
    pub verb: usize,
    pub people: usize,
    pub what: &'static str,
}

/// Those of whom the verb of the event itself tells, the verbs joined to it, and the verb that the event noun is subject
/// of.
pub(super) fn casualties(reading: &Reading<'_>, draft: &Draft) -> Vec<Casualty> {
    let grammar = &reading.grammar;
    let noun = reading.trigger(&draft.found).part == TriggerPart::Noun;
    let top = draft.found.anchor();
    let mut verbs = vec![draft.found.head, top];
    for at in [draft.found.head, top] {
        for child in grammar.children(at) {
            if matches!(
                grammar.relation(child),
                Relation::Advcl | Relation::Acl | Relation::AclRelcl | Relation::Conj
            ) && !is_occasion(reading, child)
            {
                verbs.push(child);
                verbs.extend(
                    grammar.children(child).filter(|&inner| grammar.relation(inner) == Relation::Conj),
                );
            }
        }
    }
    if noun {
        let first = grammar.first_conjunct(draft.found.head);
        if let Some(head) = grammar.parent(first)
            && matches!(grammar.relation(first), Relation::Nsubj | Relation::Obl | Relation::OblAgent)
        {
            verbs.push(head);
            verbs.extend(
                grammar
                    .children(head)
                    .filter(|&inner| matches!(grammar.relation(inner), Relation::Conj | Relation::Advcl))
                    .filter(|&inner| !is_occasion(reading, inner)),
            );
        }
    }
    verbs.extend(toll::killing_above(reading, draft));
    let mut found = Vec::new();
    let mut seen = Vec::new();
    for verb in verbs {
        if seen.contains(&verb) {
            continue;
        }
        seen.push(verb);
        // "took 23 into custody"
        let arrest = verb == draft.found.head && draft.mention.mode.as_deref() == Some("arrest");
        let Some(what) = category(reading, verb).or(arrest.then_some("detained")) else {
            continue;
        };
        let casualty = |people: usize| Casualty { verb, people, what };
        if grammar.is_verb(verb) {
            let arguments = reading.verb_arguments(verb);
            let victims: Vec<usize> = arguments.at(side_of_victims(reading, verb)).collect();
            let mut heads: Vec<usize> =
                victims.into_iter().flat_map(|victim| grammar.coordinated(victim)).collect();
            heads.extend(fate::company(reading, verb, &heads));
            found.extend(heads.into_iter().filter(|&head| may_suffer(reading, head)).map(casualty));
            // "… and more than 100 others injured"
        } else {
            found.push(casualty(verb));
        }
    }
    let beside = grammar.children(top).filter(|&child| grammar.relation(child) == Relation::Advcl);
    // "as clashes left three dead": what something else left is no part of it.
    let own = |clause: &usize| {
        [draft.found.head, top].contains(clause)
            || grammar.relation(*clause) != Relation::Advcl
            || !grammar.has_nominal_subject(*clause)
    };
    for left in seen.into_iter().chain(beside).filter(own).flat_map(|clause| left_behind(reading, clause)) {
        let told = |one: &Casualty| (one.people, one.what) == (left.people, left.what);
        if !found.iter().any(told) {
            found.push(left);
        }
    }
    found
}

/// "after a mine killed six", "because shells had killed six": what led to it has a toll of its own.
fn is_occasion(reading: &Reading<'_>, clause: usize) -> bool {
    let grammar = &reading.grammar;
    let opened = grammar.children(clause).any(|word| {
        grammar.relation(word) == Relation::Mark
            && matches!(grammar.lower(word), "after" | "before" | "since" | "because" | "although" | "though")
    });
    opened && grammar.relation(clause) == Relation::Advcl && grammar.has_nominal_subject(clause)
}

/// "killing the pilot and hurting nine others": beside the number of the wounded, a single man who is killed is one.
fn one_killed(reading: &Reading<'_>, casualties: &[Casualty], found: &mut Vec<Particular>) {
    let grammar = &reading.grammar;
    let told = |what: &str| found.iter().any(|one| one.what == what);
    if told("killed") || !told("wounded") {
        return;
    }
    let killed: Vec<usize> =
        casualties.iter().filter(|one| one.what == "killed").map(|one| one.people).collect();
    if let [only] = killed[..]
        && grammar.xpos(only) == Xpos::Nn
        && reading.rules.is_people(grammar.lemma(only))
        && !number::is_collective(reading, only)
        // "killed no soldier and wounded nine"
        && !grammar.children(only).any(|child| grammar.lower(child) == "no")
    {
        let location = grammar.sentence.location_of(only..only + 1);
        found.push(Particular { what: "killed".to_owned(), low: Some(1.0), high: Some(1.0), location });
    }
}

/// Where a verb has those who suffer by it: who dies is its subject.
fn side_of_victims(reading: &Reading<'_>, verb: usize) -> Place {
    let dies = reading.rules.in_class("dying", reading.grammar.lemma(verb));
    if dies { Place::Subject } else { Place::Object }
}

/// "leaving a man dead and 16 wounded", "resulting in 12 people dead", "left seven guards and two boys dead".
fn left_behind(reading: &Reading<'_>, clause: usize) -> Vec<Casualty> {
    let grammar = &reading.grammar;
    let leaves = matches!(grammar.lemma(clause), "leave" | "result");
    let Some(object) = grammar.child(clause, Relation::Obj).filter(|_| leaves) else { return Vec::new() };
    let behind = |people: usize| {
        // "left dozens of people injured": it stands below the noun that is counted.
        let core = reading.core(people);
        [
            grammar.child(people, Relation::Xcomp),
            grammar.child(people, Relation::Acl).or_else(|| grammar.child(core, Relation::Acl)),
            // "left six people from Ohio dead"
            grammar.child(people, Relation::Amod).filter(|&state| state > people),
        ]
    };
    let people = grammar.coordinated(object);
    let states = people.iter().flat_map(|&one| behind(one)).chain([grammar.child(clause, Relation::Xcomp)]);
    let states: Vec<_> =
        states.flatten().filter_map(|state| Some((state, category(reading, state)?))).collect();
    let mut found = Vec::new();
    // Who has no state right behind him has that of whom he is joined to, whosever it is in the tree.
    let (mut next, mut told) = (grammar.len(), None);
    for &one in people.iter().rev() {
        let own = states.iter().find(|&&(state, _)| one < state && state < next);
        told = own.map(|&(_, what)| what).or(told);
        found.extend(told.map(|what| Casualty { verb: clause, people: one, what }));
        next = one;
    }
    found.reverse();
    found
}

/// Whether it is people who are counted: wildfires claim homes as well as lives.
fn may_suffer(reading: &Reading<'_>, head: usize) -> bool {
    // "27 injured and 3,000 evacuated": those are told to suffer something else.
    let next = head + 1;
    let grammar = &reading.grammar;
    let otherwise = grammar.upos(head) == Upos::Num
        && next < grammar.len()
        && grammar.parent(next) == Some(head)
        && grammar.xpos(next) == Xpos::Vbn
        && category(reading, next).is_none();
    if otherwise {
        return false;
    }
    let counted = reading.grammar.lemma(reading.core(head));
    let of_class = |class| reading.rules.in_class(class, counted);
    of_class("people") || !of_class("property") && !of_class("animal")
}

fn tools(reading: &Reading<'_>, draft: &Draft, found: &mut Vec<Particular>) {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    for argument in &draft.found.arguments.list {
        for head in reading.heads(argument.token) {
            let lemma = grammar.lemma(head);
            if words.weapons.contains(lemma) {
                number(reading, head, lemma, found);
            } else if words.money.contains(lemma) || matches!(grammar.lower(head), "$" | "€" | "£") {
                number(reading, head, "money", found);
            } else {
                for child in grammar.children(head) {
                    if words.money.contains(grammar.lemma(child))
                        || matches!(grammar.lower(child), "$" | "€" | "£")
                    {
                        number(reading, child, "money", found);
                    }
                }
            }
        }
    }
}

/// "three hours of talks", "met for two hours".
fn duration(reading: &Reading<'_>, draft: &Draft, found: &mut Vec<Particular>) {
    let grammar = &reading.grammar;
    for expression in &reading.expressions {
        if expression.kind != ExpressionKind::Duration {
            continue;
        }
        let near = expression.tokens.clone().any(|token| {
            token < grammar.len()
                && grammar
                    .upward(token)
                    .skip(1)
                    .take(3)
                    .any(|head| head == draft.found.head || Some(head) == draft.found.arguments.carrier)
        });
        let spent = grammar.parent(draft.found.head).is_some_and(|head| {
            grammar.lemma(head) == "spend"
                && expression
                    .tokens
                    .clone()
                    .any(|token| token < grammar.len() && grammar.parent(token) == Some(head))
        });
        if !near && !spent {
            continue;
        }
        let Some(minutes) = expression.timex3.as_deref().and_then(minutes) else { continue };
        found.push(Particular {
            what: "minutes".to_string(),
            low: Some(minutes),
            high: Some(minutes),
            location: expression.location,
        });
    }
}

/// The minutes of a TIMEX3 duration; only hours and minutes are the length of a meeting.
fn minutes(value: &str) -> Option<f64> {
    let rest = value.strip_prefix("PT")?;
    let (number, unit) = rest.split_at(rest.len().checked_sub(1)?);
    let number: f64 = number.parse().ok()?;
    match unit {
        "H" => Some(number * 60.0),
        "M" => Some(number),
        _ => None,
    }
}

/// Adds the numbers of those who are told beside a mention, where it has none of its own.
pub(super) fn count_fates(reading: &Reading<'_>, fates: &[&Fate], found: &mut Vec<Particular>) {
    for what in ["killed", "wounded"] {
        if found.iter().any(|one| one.what == what) {
            continue;
        }
        let told = || fates.iter().map(|fate| &fate.casualty).filter(|casualty| casualty.what == what);
        let Some(verb) = told().next().map(|casualty| casualty.verb) else { continue };
        let people: Vec<usize> =
            told().filter(|casualty| casualty.verb == verb).map(|casualty| casualty.people).collect();
        sum(reading, &people, what, found);
    }
}
