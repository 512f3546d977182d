//! What the words of a sentence say of the dates of its events: the expression that modifies the trigger, else that
//! of its clause.

use super::super::draft::Draft;
use super::super::mention::{EventDate, EventDateBasis, Status};
use super::super::reading::Reading;
use super::super::status::{Tense, come_for, coming_about, held_as_participle, held_in_clause, tense};
use super::lend::interval;
use super::owner::{Owned, head_of, owners};
use super::told::main_date;
use super::{deadline, moment, shared};
use crate::dates::{DateValue, Expression, ExpressionKind, Granularity};
use crate::language::{Relation, Xpos};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Dates that words of the sentence give to its mentions.
pub(super) fn attach(reading: &Reading<'_>, drafts: &mut [Draft], published: Option<NaiveDate>) {
    if reading.expressions.is_empty() || drafts.is_empty() {
        return;
    }
    // Expressions by the clause or trigger that they modify.
    let mut at: Times<'_> = HashMap::new();
    let mut owned = owners(reading, drafts, published);
    // Of equally fine ones the first counts: that which the clause is told to follow.
    owned.sort_by_key(|owned| !owned.opens);
    for &Owned { expression, owner, opens } in &owned {
        if (usable(expression) || reaches_back(expression)) && (opens || !open_ended(reading, expression)) {
            at.entry(owner).or_default().push(expression);
        }
    }
    let main = main_date(reading);
    let told: Vec<Option<EventDate>> = drafts
        .iter()
        .map(|draft| {
            told(reading, drafts, draft, &at, main.as_ref(), published)
                .or_else(|| deadline::find(reading, draft, &owned, published))
        })
        .collect();
    for (draft, told) in drafts.iter_mut().zip(told) {
        draft.told = told;
    }
}

/// Expressions by the trigger or verb that they modify.
type Times<'a> = HashMap<usize, Vec<&'a Expression>>;

/// The date that words give to one mention: its own, else those of its main clause, else of the clauses that it is
/// part of.
fn told(
    reading: &Reading<'_>,
    drafts: &[Draft],
    draft: &Draft,
    at: &Times<'_>,
    main: Option<&EventDate>,
    published: Option<NaiveDate>,
) -> Option<EventDate> {
    let of = |token: usize| {
        let times = at.get(&token).into_iter().flatten().copied();
        times.filter(|expression| !to_come(draft, expression, published))
    };
    let own = std::iter::once(draft.found.head)
        .chain(draft.found.rest.iter().copied())
        .chain(draft.found.arguments.carrier)
        .chain(draft.found.arguments.carrier.and_then(|verb| begun_as(reading, verb)))
        .chain(held_in_clause(reading, draft.found.head))
        .chain(held_as_participle(reading, draft.found.head))
        .chain(coming_about(reading, draft.found.head))
        .chain(moment::ballot_of(reading, draft.found.anchor()));
    if shared::is_of_span(reading, draft.found.head) {
        return None;
    }
    if let Some(expression) = finest(own.flat_map(of)) {
        return Some(with_joined(reading, expression, EventDateBasis::Expression));
    }
    // "was shot on Saturday, and the police have arrested a man": not of that day.
    let past =
        draft.assessment.main && shared::is_of_main(reading, draft.found.anchor(), draft.assessment.tense);
    if let Some(date) = main.filter(|date| past && !later(draft, &date.value, published)) {
        return Some(date.clone()).filter(|date| !planned_then(draft, &date.value, published));
    }
    let followed = followed(reading, draft.found.anchor()).into_iter().filter(|clause| {
        draft.assessment.tense != Tense::Perfect
            && at.get(clause).is_some_and(|list| list.iter().all(|expression| is_coarse(expression)))
    });
    let chain = clauses(reading, draft);
    let beside: Vec<usize> = std::iter::once(draft.found.anchor())
        .chain(chain.iter().copied())
        .flat_map(|verb| shared::beside(reading, verb))
        .collect();
    chain
        .into_iter()
        .chain(followed)
        .chain(below(reading, drafts, draft, at))
        .chain(beside)
        .chain(shared::subject_of_toll(reading, drafts, draft))
        .chain(occasion(reading, draft.found.anchor()))
        .chain(letter_of(reading, draft.found.anchor()))
        .find_map(|clause| finest(of(clause)))
        .or_else(|| shared::time_before_which(reading, draft.found.anchor()))
        .map(|expression| with_joined(reading, expression, EventDateBasis::Clause))
        .filter(|date| !planned_then(draft, &date.value, published))
}

/// "undertook on Tuesday to withdraw": what is planned or wanted is not of the past day of its clause.
fn planned_then(draft: &Draft, value: &DateValue, published: Option<NaiveDate>) -> bool {
    let open = draft.mention.status == Status::Planned
        || draft.mention.status == Status::Hypothetical && !draft.assessment.attempted;
    open && value.latest.zip(published).is_some_and(|(latest, published)| latest <= published)
}

/// Whether a time lies wholly after the day of publication: nothing that is told as past happened then.
fn later(draft: &Draft, value: &DateValue, published: Option<NaiveDate>) -> bool {
    let past = draft.mention.status == Status::Happened && draft.assessment.tense.is_past();
    past && value.earliest.zip(published).is_some_and(|(earliest, published)| earliest > published)
}

fn to_come(draft: &Draft, expression: &Expression, published: Option<NaiveDate>) -> bool {
    expression.value.as_ref().is_some_and(|value| later(draft, value, published))
}

pub(super) fn usable(expression: &Expression) -> bool {
    matches!(expression.kind, ExpressionKind::Date | ExpressionKind::Time)
        && expression
            .value
            .as_ref()
            .is_some_and(|value| value.earliest.is_some() || value.latest.is_some() || !value.edtf.is_empty())
}

/// "over the past ten days" lasts, but also tells between which days.
fn reaches_back(expression: &Expression) -> bool {
    expression.kind == ExpressionKind::Duration && expression.range.is_some()
}

/// "since 2014", "until Monday" bound a state; they date no happening.
pub(super) fn open_ended(reading: &Reading<'_>, expression: &Expression) -> bool {
    let grammar = &reading.grammar;
    let before = expression.tokens.start.checked_sub(1).map_or("", |token| grammar.lower(token));
    // "just before 11:30 p.m. on Saturday" was on Saturday.
    if expression.kind == ExpressionKind::Time && matches!(before, "before" | "after" | "by") {
        return false;
    }
    // "from April 23 to 25" is a stretch with both its ends.
    if expression.range.is_some() {
        return false;
    }
    let head = head_of(reading, expression);
    let marked = head
        .and_then(|head| grammar.preposition(head).or_else(|| grammar.mark(head)))
        .map_or("", |token| grammar.lower(token));
    [before, marked]
        .iter()
        .any(|word| matches!(*word, "since" | "until" | "till" | "before" | "by" | "after" | "than" | "from"))
        && !matches!(marked, "by" if before != "by")
}

/// "severed relations in January after protesters stormed its embassy": the clause that what is told follows on, unless
/// it is told how long after.
pub(super) fn followed(reading: &Reading<'_>, anchor: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let clause = grammar.first_conjunct(anchor);
    let is_far = |mark: usize| {
        reading
            .expressions
            .iter()
            .any(|expression| expression.tokens.end == mark && expression.offset.is_some())
    };
    (grammar.relation(clause) == Relation::Advcl
        && grammar.mark(clause).is_some_and(|mark| grammar.lower(mark) == "after" && !is_far(mark)))
    .then(|| grammar.parent(clause))
    .flatten()
}

fn is_coarse(expression: &Expression) -> bool {
    expression.value.as_ref().is_some_and(|value| {
        matches!(
            value.granularity,
            Granularity::Month | Granularity::Season | Granularity::Quarter | Granularity::Year
        )
    })
}

/// The clauses whose dates hold for a mention, nearest first.
pub(super) fn clauses(reading: &Reading<'_>, draft: &Draft) -> Vec<usize> {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    let mut found = Vec::new();
    let anchor = draft.found.anchor();
    let mut at = anchor;
    for _ in 0..8 {
        // "go to the polls for an election", "met for talks"
        if let Some(verb) = come_for(reading, at) {
            found.push(verb);
            at = verb;
            continue;
        }
        // "a coup, during which jets bombed the parliament"
        if let Some(noun) = shared::noun_of_which(reading, at) {
            found.push(noun);
            break;
        }
        // "are killed in Vail, Arizona, when a car hits a tree", of which a parser hangs the clause on the place.
        if let Some(verb) = shared::verb_of_when(reading, at) {
            found.push(verb);
            at = verb;
            continue;
        }
        if let Some(verb) = moment::shared_with(reading, at) {
            found.push(verb);
            at = verb;
            continue;
        }
        let Some(head) = grammar.parent(at) else { break };
        let lemma = grammar.lemma(head);
        let passes = match grammar.relation(at) {
            Relation::Conj => shared::joined(reading, head, at),
            Relation::Xcomp | Relation::Advcl if words.gathering.contains(lemma) => true,
            // "tomorrow he plans to meet the envoys"
            Relation::Xcomp => {
                words.factual.contains(lemma)
                    || words.aspect.contains(lemma)
                    || words.planning.contains(lemma)
            }
            // "killed three as police fought protesters"
            Relation::Advcl
                if grammar
                    .opening(at)
                    .is_some_and(|mark| matches!(grammar.lower(mark), "as" | "while" | "when")) =>
            {
                true
            }
            // "answered by expelling two diplomats"
            Relation::Advcl
                if grammar.xpos(at) == Xpos::Vbg
                    && grammar.mark(at).is_some_and(|mark| grammar.lower(mark) == "by") =>
            {
                true
            }
            Relation::Advcl | Relation::Acl => {
                grammar.xpos(at) == Xpos::Vbg
                    && grammar.mark(at).is_none()
                    && (grammar.relation(at) == Relation::Advcl || draft.found.arguments.carrier.is_some())
            }
            Relation::Nsubj | Relation::NsubjPass | Relation::Obj if !grammar.is_verb(at) => {
                words.killing.contains(lemma)
                    || words.wounding.contains(lemma)
                    || words.aspect.contains(lemma)
                    || words.support.contains(lemma)
                    || words.detaining.contains(lemma)
                    || grammar.relation(at) == Relation::NsubjPass && reading.rules.in_class("held", lemma)
                    || grammar.relation(at) == Relation::Obj
                        && ["witnessing", "repelling"]
                            .iter()
                            .any(|class| reading.rules.in_class(class, lemma))
            }
            // "set alight during protests"
            Relation::Obl | Relation::Nmod
                if !grammar.is_verb(at)
                    && grammar
                        .preposition(at)
                        .is_some_and(|word| matches!(grammar.lower(word), "during" | "amid"))
                    && !reading.rules.in_class("lasting", grammar.lemma(at)) =>
            {
                true
            }
            Relation::Obl if begun_as(reading, head) == Some(at) => true,
            // "was hit by a rocket attack"
            Relation::OblAgent if !grammar.is_verb(at) && reading.rules.in_class("hitting", lemma) => true,
            // "are driven from the square in a raid by police"
            Relation::Obl if !grammar.is_verb(at) && shared::in_one(reading, at) => true,
            Relation::Obl if shared::comes_of(reading, head, at) => true,
            Relation::Obl | Relation::OblAgent | Relation::Nmod if apart(reading, at) => false,
            Relation::Obl | Relation::OblAgent if !grammar.is_verb(at) => {
                words.killing.contains(lemma)
                    || words.wounding.contains(lemma)
                    || words.engagement.contains(lemma)
                    || words.detaining.contains(lemma)
            }
            // "died in a blaze that broke out at a bank"
            Relation::AclRelcl => {
                reading.rules.nouns.contains_key(lemma)
                    && super::super::status::tense(reading, at) == Tense::Past
            }
            // "a wave of attacks"
            Relation::Nmod => words.quantity.contains(lemma),
            _ => false,
        };
        if !passes {
            break;
        }
        found.push(head);
        at = head;
    }
    found
}

/// "was convicted of spying in 2006", "stopped buying oil on July 1": a past time that stands with what a past verb
/// is about is the verb's own, where nothing else dates it.
fn below(reading: &Reading<'_>, drafts: &[Draft], draft: &Draft, at: &Times<'_>) -> Option<usize> {
    let grammar = &reading.grammar;
    let anchor = draft.found.anchor();
    if !grammar.is_verb(anchor) || !matches!(draft.assessment.tense, Tense::Past | Tense::Pluperfect) {
        return None;
    }
    // "suspected of killing a man on March 8" was not suspected on that day.
    let act = |owner: usize| {
        drafts.iter().any(|other| other.found.anchor() == owner)
            && grammar.mark(owner).is_some_and(|mark| matches!(grammar.lower(mark), "of" | "for"))
    };
    at.keys().copied().filter(|&owner| owner > anchor).min().filter(|&owner| !act(owner)).filter(|&owner| {
        let mut token = owner;
        for _ in 0..3 {
            let open = matches!(grammar.xpos(token), Xpos::Vbg | Xpos::Vb);
            let bound = match grammar.relation(token) {
                Relation::Xcomp => true,
                Relation::Advcl | Relation::Acl | Relation::Ccomp => {
                    open && grammar.child(token, Relation::Nsubj).is_none()
                }
                Relation::Obj => grammar.is_verb(owner),
                _ => false,
            };
            match grammar.parent(token).filter(|_| bound) {
                Some(head) if head == anchor => return true,
                Some(head) => token = head,
                None => return false,
            }
        }
        false
    })
}

/// "The war began as a revolt in 2011": what something begins as.
fn begun_as(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let begins = reading.rules.words.aspect.contains(grammar.lemma(verb));
    let as_what = |&child: &usize| {
        grammar.relation(child) == Relation::Obl
            && grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "as")
    };
    grammar.children(verb).filter(|_| begins).find(as_what)
}

/// "During the 2006 war jets bombed the port": what goes on meanwhile is of the time of what it is meanwhile to.
fn occasion(reading: &Reading<'_>, anchor: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    grammar.children(anchor).find(|&noun| {
        grammar.relation(noun) == Relation::Obl
            && !grammar.is_verb(noun)
            && grammar
                .preposition(noun)
                .is_some_and(|word| matches!(grammar.lower(word), "during" | "amid" | "throughout"))
    })
}

/// "in a letter handed over on Monday, accused the ministry": when that was written or given which says it.
fn letter_of(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let says = grammar.is_verb(verb) && tense(reading, verb) == Tense::Past;
    grammar.children(verb).filter(|_| says).find_map(|paper| {
        let written = grammar.relation(paper) == Relation::Obl
            && reading.rules.in_class("writing", grammar.lemma(paper))
            && grammar.preposition(paper).is_some_and(|word| grammar.lower(word) == "in");
        let mut given = grammar.children(paper).filter(|_| written);
        given.find(|&given| grammar.relation(given) == Relation::Acl && grammar.xpos(given) == Xpos::Vbn)
    })
}

/// "killed a day after the attack": what stands under such a word is of another time than its clause.
fn apart(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.grammar.preposition(token);
    word.is_some_and(|word| reading.rules.in_class("apart", reading.grammar.lower(word)))
}

/// The finest of several, the first of equals.
fn finest<'a>(expressions: impl Iterator<Item = &'a Expression>) -> Option<&'a Expression> {
    let mut best: Option<&Expression> = None;
    for expression in expressions {
        let rank = |expression: &Expression| {
            expression.value.as_ref().map_or(99, |value| {
                (if value.earliest.is_none() { 50 } else { 0 })
                    + value.granularity.max(Granularity::Day) as u32
            })
        };
        if best.is_none_or(|old| rank(expression) < rank(old)) {
            best = Some(expression);
        }
    }
    best
}

/// "was sued in 2009 and 2010", "fought on Monday and Tuesday": some time in what both tell.
fn with_joined(reading: &Reading<'_>, expression: &Expression, basis: EventDateBasis) -> EventDate {
    let date = from_expression(expression, basis);
    let head = head_of(reading, expression);
    let joined = reading.expressions.iter().filter(|other| usable(other)).filter(|other| {
        head_of(reading, other).is_some_and(|other| {
            reading.grammar.relation(other) == Relation::Conj && reading.grammar.parent(other) == head
        })
    });
    let values = joined.filter_map(|other| other.value.as_ref());
    let last = values
        .filter(|value| value.is_bounded() && value.granularity == date.value.granularity)
        .max_by_key(|value| value.latest);
    match last.filter(|last| head.is_some() && date.value.latest < last.latest) {
        Some(last) => EventDate {
            value: interval(date.value.earliest, last.latest),
            timex3: None,
            reasons: vec!["the words name several times".to_string()],
            ..date
        },
        None => date,
    }
}

pub(super) fn from_expression(expression: &Expression, basis: EventDateBasis) -> EventDate {
    let range = expression.range.clone();
    let timex3 = expression.timex3.clone().filter(|_| range.is_none());
    let value = range.or_else(|| expression.value.clone()).unwrap_or_else(|| DateValue {
        edtf: String::new(),
        earliest: None,
        latest: None,
        granularity: Granularity::Day,
    });
    let reason = match basis {
        EventDateBasis::Expression => "the words date the event itself",
        _ => "the words date its clause",
    };
    EventDate {
        value,
        timex3,
        basis,
        inferred: false,
        reasons: vec![reason.to_string()],
        anchor: Some(expression.location),
    }
}
