//! How a mention is set in its sentence: as its head, beside its main clause, apart from it, taken for granted.

use super::super::reading::Reading;
use super::known::{is_guilt, is_known, is_which, tells_of_known};
use super::tense::{Tense, tense};
use super::unwilled::is_replied_to;
use super::weight::is_timed;
use crate::language::{Relation, Xpos};

pub(super) fn subject_of(reading: &Reading<'_>, noun: usize, verb: usize) -> bool {
    let top = reading.grammar.first_conjunct(noun);
    reading.grammar.parent(top) == Some(verb) && reading.grammar.relation(top).is_subject()
}

/// Whether the words take a happening for granted, whoever speaks them.
pub(super) fn presupposed(reading: &Reading<'_>, anchor: usize, noun: Option<usize>) -> bool {
    noun.is_some_and(|noun| {
        granted_by_head(reading, noun)
            || granted_by_clause(reading, anchor, noun)
            || spoken_of(reading, noun)
            || is_which(reading, anchor, noun)
    }) || judged(reading, anchor)
        || tells_of_known(reading, anchor)
        || is_known(reading, anchor)
        || is_guilt(reading, anchor)
        || dates_from(reading, anchor)
        || marks_subject(reading, anchor)
}

/// "the largest march since he took office": what time is counted from was.
fn dates_from(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.is_verb(verb)
        && matches!(grammar.relation(verb), Relation::Advcl | Relation::Acl | Relation::AclRelcl)
        && tense(reading, verb) == Tense::Past
        && grammar.opening(verb).is_some_and(|mark| grammar.lower(mark) == "since")
}

/// "The ships that pirates attacked are said to be Danish": something is said of them, and not that they were attacked.
fn marks_subject(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let noun = grammar.parent(verb).filter(|_| grammar.relation(verb) == Relation::AclRelcl);
    noun.filter(|&noun| grammar.relation(noun).is_subject())
        .and_then(|noun| grammar.parent(noun))
        .is_some_and(|said| {
            grammar.passive(said)
                && grammar.child(said, Relation::Xcomp).is_some()
                && reading.rules.words.speech.contains(grammar.lemma(said))
        })
}

/// "denied that his death had anything to do with the plan": what a clause says something of is there, unless it says
/// that it happened.
pub(super) fn spoken_of(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let top = grammar.first_conjunct(noun);
    let Some(verb) = grammar.parent(top).filter(|&verb| grammar.is_verb(verb)) else { return false };
    let lemma = grammar.lemma(verb);
    is_owned(reading, noun)
        && subject_of(reading, noun, verb)
        && grammar.relation(verb) == Relation::Ccomp
        && grammar.parent(verb).is_some_and(|head| reading.rules.words.denying.contains(grammar.lemma(head)))
        && !reading.rules.words.occurring.contains(lemma)
        && !reading.rules.words.aspect.contains(lemma)
}

/// "mocked the intervention", "called for an investigation into Russia's annexation": what is condemned, ended or
/// looked into is there.
pub(in super::super) fn granted_by_head(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let top = grammar.first_conjunct(noun);
    let head = word_before(reading, noun).or_else(|| grammar.parent(top));
    let granted = is_definite(reading, noun)
        || is_ended(reading, noun)
        || is_answered(reading, noun)
        || is_replied_to(reading, noun);
    let Some(head) = head.filter(|_| granted) else { return false };
    let lemma = grammar.lemma(head);
    let condemned = matches!(grammar.relation(top), Relation::Obj | Relation::Obl)
        && reading.rules.words.attitude.contains(lemma);
    // "stop the attack" may come before it; "stop its bombing" does not.
    let below = matches!(grammar.relation(top), Relation::Obj | Relation::Obl | Relation::Nmod);
    let ended = (below || is_answered(reading, noun) || is_replied_to(reading, noun))
        && reading.rules.in_class("granting", lemma)
        && (lemma != "stop" || grammar.child(noun, Relation::NmodPoss).is_some());
    condemned || ended
}

/// "an investigation into the killing", "in answer to their raid": the word before the preposition, on whatever the parser
/// hangs the noun.
fn word_before(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let preposition = grammar.preposition(noun)?;
    let before = (0..preposition)
        .rev()
        .find(|&token| !matches!(grammar.xpos(token), Xpos::OpenQuote | Xpos::CloseQuote))?;
    let granting = reading.rules.in_class("granting", grammar.lemma(before))
        && matches!(grammar.lower(preposition), "to" | "for");
    (grammar.lower(preposition) == "into" || granting).then_some(before)
}

/// "an end to looting": it goes on, whatever its article.
fn is_ended(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    word_before(reading, noun).is_some_and(|word| matches!(grammar.lower(word), "end" | "halt"))
}

/// "punished for sinking the ship": a gerund that tells for what.
fn is_answered(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.xpos(verb) == Xpos::Vbg
        && grammar.relation(verb) == Relation::Advcl
        && grammar.mark(verb).is_some_and(|mark| grammar.lower(mark) == "for")
}

/// "since the uprising began", "when his investigation is complete".
fn granted_by_clause(reading: &Reading<'_>, anchor: usize, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let clause = grammar.parent(grammar.first_conjunct(noun)).unwrap_or(anchor);
    let ended = || grammar.child(clause, Relation::Cop).is_some() && is_owned(reading, noun);
    is_definite(reading, noun)
        && subject_of(reading, noun, clause)
        && grammar.relation(clause) == Relation::Advcl
        && grammar.opening(clause).is_some_and(|mark| {
            matches!(grammar.lower(mark), "since" | "after" | "when" | "until" | "before")
        })
        && (matches!(tense(reading, clause), Tense::Past | Tense::Pluperfect | Tense::Perfect) || ended())
}

/// "The court ruled that he was unlawfully detained": what is judged was done.
fn judged(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.relation(verb) == Relation::Ccomp
        && grammar.parent(verb).is_some_and(|head| reading.rules.in_class("ruling", grammar.lemma(head)))
        && grammar.children(verb).any(|child| {
            grammar.relation(child) == Relation::Advmod
                && reading.rules.in_class("wrongly", grammar.lower(child))
        })
}

/// Whether a token heads a clause in which the writer tells by the way what happened to whom he speaks of: "the fire
/// which killed 120 people", "fighters arrested in May".
pub(in super::super) fn is_told_by_the_way(reading: &Reading<'_>, token: usize) -> bool {
    let grammar = &reading.grammar;
    match grammar.relation(token) {
        Relation::AclRelcl => {
            let told = match tense(reading, token) {
                Tense::Past | Tense::Pluperfect | Tense::Perfect => true,
                // "the case in which she is accused"
                Tense::Present => grammar.passive(token),
                _ => false,
            };
            told && !is_content(reading, token)
        }
        Relation::Acl => {
            // "sanctions lifted in May" were lifted; "an attack carried out" may be one that is wanted.
            grammar.xpos(token) == Xpos::Vbn
                && (is_timed(reading, token)
                    || grammar
                        .parent(token)
                        .is_some_and(|noun| !reading.rules.nouns.contains_key(grammar.lemma(noun))))
        }
        _ => false,
    }
}

/// "allegations that rebels had used gas": a clause with a conjunction and a subject of its own tells what the noun before
/// it speaks of, whatever the parser calls it.
fn is_content(reading: &Reading<'_>, clause: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.mark(clause).is_some_and(|mark| grammar.lower(mark) == "that")
        && grammar.has_nominal_subject(clause)
}

/// Whether a mention stands in such a clause, and nobody says that clause.
pub(super) fn by_the_way(reading: &Reading<'_>, anchor: usize) -> bool {
    let grammar = &reading.grammar;
    if aside(reading, anchor) {
        return true;
    }
    grammar
        .upward(anchor)
        .take_while(|&token| {
            !matches!(grammar.relation(token), Relation::Ccomp | Relation::Advcl | Relation::Parataxis)
        })
        .any(|token| is_told_by_the_way(reading, token))
}

/// "vowed to deepen ties, as he visited the region": a clause with a subject of its own behind a comma tells when the vow
/// was made, on whatever verb the parser hangs it.
pub(super) fn aside(reading: &Reading<'_>, anchor: usize) -> bool {
    let grammar = &reading.grammar;
    let Some(clause) = grammar.upward(anchor).find(|&token| {
        matches!(grammar.relation(token), Relation::Ccomp | Relation::Advcl | Relation::Parataxis)
    }) else {
        return false;
    };
    let Some(opening) = grammar.opening(clause).filter(|_| grammar.relation(clause) == Relation::Advcl)
    else {
        return false;
    };
    let infinitive = grammar.parent(clause).is_some_and(|verb| grammar.xpos(verb) == Xpos::Vb);
    infinitive
        && matches!(grammar.lower(opening), "as" | "while")
        && opening > 0
        && grammar.lower(opening - 1) == ","
        && grammar.xpos(clause).is_finite()
        && grammar.child(clause, Relation::Nsubj).is_some()
}

/// "went to the polls for an election", "flew in for talks": what people come for is held when they come. The verb of
/// coming.
pub(in super::super) fn come_for(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let come = reading.rules.in_class("come-for", grammar.lemma(noun));
    // "go to the polls for the first day of an election"
    let of_day = |&day: &usize| {
        grammar.lemma(day) == "day"
            && grammar.preposition(noun).is_some_and(|word| grammar.lower(word) == "of")
    };
    let noun = grammar.parent(noun).filter(of_day).unwrap_or(noun);
    let held = come && grammar.preposition(noun).is_some_and(|word| grammar.lower(word) == "for");
    let place = match grammar.relation(noun) {
        Relation::Obl => noun,
        Relation::Nmod => grammar.parent(noun)?,
        _ => return None,
    };
    grammar.parent(place).filter(|&verb| {
        held && grammar.relation(place) == Relation::Obl
            && reading.rules.words.gathering.contains(grammar.lemma(verb))
    })
}

/// "talks held on Monday", "a visit scheduled for April": the participle that tells when what a noun names is held.
pub(in super::super) fn held_as_participle(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    grammar.children(noun).find(|&child| {
        child > noun
            && grammar.relation(child) == Relation::Acl
            && grammar.xpos(child) == Xpos::Vbn
            && reading.rules.in_class("held", grammar.lemma(child))
    })
}

/// "a summit that ended on Friday", "a meeting, which they said would be held on Wednesday": the verb of a relative
/// clause that tells of the holding of what a noun names.
pub(in super::super) fn held_in_clause(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    // A parser may hang the clause on the last noun of the phrase: "a meeting of the leaders, which was held".
    let inner = grammar.children(noun).filter(|&child| grammar.relation(child) == Relation::Nmod);
    let clause = std::iter::once(noun)
        .chain(inner)
        .flat_map(|noun| grammar.children(noun))
        .find(|&child| grammar.relation(child) == Relation::AclRelcl && child > noun)?;
    let verb = if reading.rules.words.speech.contains(grammar.lemma(clause)) {
        grammar.children(clause).find(|&child| grammar.relation(child) == Relation::Ccomp)?
    } else {
        clause
    };
    let subject = grammar.children(verb).find(|&child| grammar.relation(child).is_subject());
    let of_noun =
        subject.is_none_or(|subject| matches!(grammar.lower(subject), "that" | "which") && subject > noun);
    (of_noun && grammar.is_verb(verb) && reading.rules.in_class("held", grammar.lemma(verb))).then_some(verb)
}

/// "the attack", "this war", "Russia's annexation".
pub(super) fn is_definite(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    is_owned(reading, noun)
        || grammar.children(noun).any(|child| matches!(grammar.lower(child), "the" | "this" | "that"))
}

fn is_owned(reading: &Reading<'_>, noun: usize) -> bool {
    reading.grammar.child(noun, Relation::NmodPoss).is_some()
}

/// How many words a quotation has at least in which somebody tells of something, rather than names it.
const TELLING: usize = 6;

/// Whether a token stands in a quotation of some length that the sentence holds whole: somebody's words, whoever it is.
pub(super) fn in_quotation(reading: &Reading<'_>, token: usize) -> bool {
    let is_quoted = |at: usize| reading.quoted.get(at) == Some(&true);
    if !is_quoted(token) {
        return false;
    }
    let begin = (0..token).rev().find(|&at| !is_quoted(at));
    let end = (token..reading.grammar.len()).find(|&at| !is_quoted(at));
    // The opening mark is counted as quoted, the closing one is not.
    let opens = begin.map_or(0, |at| at + 1);
    let marked = matches!(reading.grammar.lower(opens), "\"" | "``" | "“");
    marked && end.is_some_and(|end| end - opens > TELLING)
}

pub(super) fn stands_apart(reading: &Reading<'_>, noun: usize) -> bool {
    let word = reading.grammar.preposition(noun);
    word.is_some_and(|word| reading.rules.in_class("apart", reading.grammar.lower(word)))
}

pub(super) fn heading(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let top = grammar.first_conjunct(noun);
    match grammar.parent(top) {
        None => true,
        Some(head) => {
            grammar.parent(head).is_none()
                && matches!(
                    grammar.relation(top),
                    Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Dislocated
                )
                && !reading.rules.words.averting.contains(grammar.lemma(head))
        }
    }
}

pub(super) fn beside(reading: &Reading<'_>, anchor: usize) -> bool {
    let grammar = &reading.grammar;
    let mut clause = grammar.first_conjunct(anchor);
    // "after Tillerson spent three hours talking", "as troops continue to fight"
    for _ in 0..3 {
        let bare = grammar.relation(clause) == Relation::Xcomp
            || (grammar.relation(clause) == Relation::Advcl && grammar.mark(clause).is_none());
        match grammar.parent(clause) {
            Some(head)
                if bare
                    && (grammar.xpos(clause) == Xpos::Vbg
                        || grammar.relation(clause) == Relation::Xcomp
                            && matches!(grammar.lemma(head), "continue" | "begin" | "start")) =>
            {
                clause = grammar.first_conjunct(head);
            }
            _ => break,
        }
    }
    grammar.relation(clause) == Relation::Advcl
        && grammar
            .opening(clause)
            .is_some_and(|mark| matches!(grammar.lower(mark), "as" | "while" | "when" | "after"))
}

pub(super) fn ends_in_question(reading: &Reading<'_>) -> bool {
    reading.grammar.sentence.tokens.iter().rev().take(2).any(|token| token.lower == "?")
}
