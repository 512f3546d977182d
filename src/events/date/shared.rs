//! Clauses and phrases that are of one time, or are kept apart in time, by how they are joined.

use super::super::draft::Draft;
use super::super::reading::Reading;
use super::super::rule::TriggerPart;
use super::super::status::{Tense, tense};
use super::clause::usable;
use crate::dates::Expression;
use crate::language::{Relation, Upos, Xpos};

/// How many words before "in which" the event may stand.
const NEAR: usize = 9;

/// The clauses beside a verb that tell its time: "speaking in Houston on Monday, he threatened …", "died when a shell hit
/// the camp on Thursday".
pub(super) fn beside(reading: &Reading<'_>, verb: usize) -> Vec<usize> {
    let grammar = &reading.grammar;
    // "had fled as the rebels walked into the city on Sunday"
    if grammar.is_verb(verb) && tense(reading, verb) == Tense::Pluperfect {
        return grammar.children(verb).filter(|&child| is_meanwhile(reading, child)).collect();
    }
    if !grammar.is_verb(verb) || !matches!(tense(reading, verb), Tense::Past | Tense::Present) {
        return Vec::new();
    }
    let subject = grammar.child(verb, Relation::Nsubj).or_else(|| grammar.child(verb, Relation::NsubjPass));
    let of_subject = subject.into_iter().flat_map(|subject| grammar.children(subject));
    let mut found: Vec<usize> = grammar
        .children(verb)
        .chain(of_subject)
        .filter(|&child| {
            is_aside(reading, child, verb) || is_when(reading, child) || is_meanwhile(reading, child)
        })
        .collect();
    // "died when police broke up a march on Thursday", of which a parser hangs the day on the march.
    let marched: Vec<usize> = found
        .iter()
        .filter(|&&clause| is_when(reading, clause))
        .filter_map(|&clause| grammar.child(clause, Relation::Obj))
        .collect();
    found.extend(marched);
    // "When the banks failed in January, crowds took to the streets", whatever the parser hangs "when" on.
    let comma = (0..verb).find(|&token| grammar.lower(token) == ",");
    if let Some(comma) = comma.filter(|_| grammar.lower(0) == "when" && grammar.parent(verb).is_none()) {
        found.extend((1..comma).filter(|&token| grammar.is_verb(token) && !is_before(reading, token)));
    }
    found
}

/// A participle that commas set off before its verb.
fn is_aside(reading: &Reading<'_>, clause: usize, verb: usize) -> bool {
    let grammar = &reading.grammar;
    matches!(grammar.relation(clause), Relation::Acl | Relation::Advcl)
        && grammar.xpos(clause) == Xpos::Vbg
        && clause < verb
        && grammar.mark(clause).is_none()
        && (clause == 0 || grammar.lower(clause - 1) == ",")
}

pub(super) fn is_when(reading: &Reading<'_>, clause: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.relation(clause) == Relation::Advcl
        && grammar.opening(clause).is_some_and(|word| grammar.lower(word) == "when")
        && !is_before(reading, clause)
}

/// "fled as the rebels walked into the city": a clause of the same time, right behind the words of the other.
fn is_meanwhile(reading: &Reading<'_>, clause: usize) -> bool {
    let grammar = &reading.grammar;
    let opening = grammar.opening(clause).filter(|_| grammar.relation(clause) == Relation::Advcl);
    opening.is_some_and(|word| {
        matches!(grammar.lower(word), "as" | "while")
            && grammar.parent(clause).is_some_and(|verb| verb < word)
            && word.checked_sub(1).is_some_and(|before| grammar.lower(before) != ",")
            && grammar.has_nominal_subject(clause)
            && tense(reading, clause) == Tense::Past
    })
}

/// Whether a verb tells of what was before, or of what is to come.
fn is_before(reading: &Reading<'_>, verb: usize) -> bool {
    matches!(tense(reading, verb), Tense::Pluperfect | Tense::Perfect | Tense::Future)
}

/// Whether what the second of two joined words tells is of the time of the first: not in "was shot on Saturday, and the
/// police have arrested a man", nor in "bombs had gone off on Thursday, and the minister blamed the rebels".
pub(super) fn joined(reading: &Reading<'_>, first: usize, second: usize) -> bool {
    let grammar = &reading.grammar;
    if !grammar.is_verb(first) || !grammar.is_verb(second) {
        return true;
    }
    if is_later(reading, second) {
        return false;
    }
    // "the ministry, which two days earlier had shut the pipeline, cut deliveries", of which a parser joins the second verb to
    // the clause about the ministry.
    let beside =
        grammar.relation(first) == Relation::AclRelcl && grammar.child(second, Relation::Cc).is_none();
    if beside && tense(reading, first) == Tense::Pluperfect && tense(reading, second) == Tense::Past {
        return false;
    }
    match (tense(reading, first), tense(reading, second)) {
        (Tense::Past | Tense::Pluperfect, Tense::Perfect | Tense::Present | Tense::Future) => false,
        (Tense::Pluperfect, Tense::Past) => !grammar.has_nominal_subject(second),
        _ => true,
    }
}

/// The verb of the clause that a clause with "when" stands beside, where a parser hangs it on a noun that names no time.
pub(super) fn verb_of_when(reading: &Reading<'_>, clause: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let opening = grammar.opening(clause).filter(|&word| grammar.lower(word) == "when")?;
    let noun = grammar.parent(clause).filter(|_| grammar.relation(clause) == Relation::AclRelcl)?;
    let timed = reading.expressions.iter().any(|expression| {
        expression.tokens.contains(&noun)
            || expression.tokens.end + 1 >= opening && expression.tokens.end <= opening
    });
    if timed || is_before(reading, clause) {
        return None;
    }
    grammar.upward(noun).find(|&token| grammar.is_verb(token) && token < opening)
}

/// Whether a noun is told of as a new thing in which its clause happens: "in a raid", "in the worst raid for years", but not
/// "in the raid".
pub(super) fn in_one(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.preposition(noun).is_some_and(|word| grammar.lower(word) == "in")
        && grammar.children(noun).any(|child| {
            matches!(grammar.lower(child), "a" | "an" | "latest") || grammar.xpos(child) == Xpos::Jjs
        })
}

/// "Five are killed following an explosion", "many died after clashes": whether the harm that a clause tells comes of a
/// happening of the same moment, told of as new. One who dies after an attack may have been hurt in it long before.
pub(super) fn comes_of(reading: &Reading<'_>, verb: usize, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    let behind = noun > verb
        && grammar.preposition(noun).is_some_and(|word| matches!(grammar.lower(word), "after" | "following"));
    let fresh = !grammar.is_verb(noun)
        && reading.rules.nouns.contains_key(grammar.lemma(noun))
        && !reading.rules.in_class("lasting", grammar.lemma(noun))
        && grammar.children(noun).all(|child| {
            !matches!(grammar.relation(child), Relation::Det | Relation::NmodPoss)
                || matches!(grammar.lower(child), "a" | "an")
        });
    let lemma = grammar.lemma(verb);
    let hurt = words.killing.contains(lemma) || words.wounding.contains(lemma);
    let several = || {
        let subject = grammar.child(verb, Relation::Nsubj);
        subject.is_some_and(|subject| grammar.xpos(subject) == Xpos::Nns)
    };
    behind && fresh && (hurt || matches!(lemma, "die" | "dead") && several())
}

pub(super) fn is_noun(reading: &Reading<'_>, draft: &Draft) -> bool {
    reading.trigger(&draft.found).part == TriggerPart::Noun
}

/// Whether a verb of a main clause, or of what is said there, is told of the day of the sentence: not "and the police have
/// arrested a man".
pub(super) fn is_of_main(reading: &Reading<'_>, anchor: usize, tense: Tense) -> bool {
    let grammar = &reading.grammar;
    match tense {
        _ if is_to_do(reading, anchor) => false,
        Tense::Past | Tense::Open => true,
        Tense::Pluperfect => grammar.relation(anchor) != Relation::Conj,
        Tense::Present => grammar.relation(grammar.first_conjunct(anchor)) == Relation::Ccomp,
        Tense::Perfect | Tense::Future => false,
    }
}

/// "The two raids on Saturday killed 19 and wounded 22": the event that is the subject of a toll.
pub(super) fn subject_of_toll(reading: &Reading<'_>, drafts: &[Draft], draft: &Draft) -> Option<usize> {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    let verb = draft.found.anchor();
    let lemma = grammar.lemma(verb);
    if !words.killing.contains(lemma) && !words.wounding.contains(lemma) {
        return None;
    }
    let subject = grammar.child(grammar.first_conjunct(verb), Relation::Nsubj)?;
    drafts.iter().any(|other| is_noun(reading, other) && other.found.head == subject).then_some(subject)
}

/// "Friday's coup, during which jets bombed the parliament": what a relative clause is told to happen in, by the order of
/// words.
pub(super) fn noun_of_which(reading: &Reading<'_>, clause: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    if !grammar.is_verb(clause) || is_before(reading, clause) {
        return None;
    }
    let end = end_before_which(reading, clause)?;
    // "a riot in Kano in May in which …"
    (end.saturating_sub(NEAR)..end)
        .rev()
        .take_while(|&token| !grammar.is_verb(token) && grammar.lower(token) != ",")
        .find(|&token| {
            grammar.upos(token) == Upos::Noun && reading.rules.nouns.contains_key(grammar.lemma(token))
        })
}

/// Where the words end that a clause with "in which" or "during which" is told of.
fn end_before_which(reading: &Reading<'_>, clause: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let which = grammar.children(clause).find(|&child| child < clause && grammar.lower(child) == "which")?;
    let preposition = grammar
        .preposition(which)
        .filter(|&word| word + 1 == which && matches!(grammar.lower(word), "in" | "during"))?;
    Some(preposition.checked_sub(1).filter(|&comma| grammar.lower(comma) == ",").unwrap_or(preposition))
}

/// "The mutiny of September 19, in which a minister was killed": the time of what a relative clause is told to happen in, where
/// that is no event of its own.
pub(super) fn time_before_which<'a>(reading: &Reading<'a>, clause: usize) -> Option<&'a Expression> {
    let grammar = &reading.grammar;
    let end = Some(clause).filter(|&clause| grammar.is_verb(clause) && !is_before(reading, clause));
    let end = end.and_then(|clause| end_before_which(reading, clause))?;
    reading.expressions.iter().copied().find(|expression| {
        let noun = expression.tokens.start.checked_sub(2);
        usable(expression)
            && expression.tokens.end == end
            && noun.is_some_and(|noun| {
                grammar.upos(noun) == Upos::Noun && matches!(grammar.lower(noun + 1), "of" | "in" | "on")
            })
    })
}

/// "broke off three years of talks", "after weeks of protests": what lasted so long is not of the day of what is told of it.
pub(super) fn is_of_span(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let long = |&span: &usize| matches!(grammar.lower(span), "weeks" | "months" | "years" | "decades");
    grammar.relation(noun) == Relation::Nmod
        && grammar.preposition(noun).is_some_and(|word| grammar.lower(word) == "of")
        && grammar.parent(noun).filter(long).is_some()
}

/// "agreed to open the border": what somebody says that he will do is not done by saying so.
pub(super) fn is_to_do(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let first = grammar.first_conjunct(verb);
    let infinitive = grammar.xpos(verb) == Xpos::Vb
        && grammar.children(first).any(|child| child < first && grammar.lower(child) == "to");
    infinitive
        && grammar.relation(first) == Relation::Xcomp
        && grammar.parent(first).is_some_and(|head| reading.rules.words.speech.contains(grammar.lemma(head)))
}

/// "seized the town in 1967 and later annexed it": whether a joined verb is told to be of a later time than the first.
pub(super) fn is_later(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.relation(verb) == Relation::Conj
        && (is_later_on(reading, verb)
            || grammar.children(verb).any(|child| child < verb && grammar.lower(child) == "since"))
}

/// "later became president": after the time that was told, nobody knows how long, unless the words say ("later that day").
pub(super) fn is_later_on(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.children(verb).any(|child| {
        child < verb
            && grammar.relation(child) == Relation::Advmod
            && reading.rules.in_class("later-on", grammar.lower(child))
            && grammar.children(child).next().is_none()
    })
}
