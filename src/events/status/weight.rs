//! What a noun or a verb itself says of whether it is fact: its negation, its auxiliaries, its adjectives.

use super::super::matching::negated;
use super::super::reading::Reading;
use super::purpose::infinitive;
use super::unwilled::{has_date_set, is_announced};
use crate::language::{Relation, Upos};

/// What was found to stand between a mention and fact.
#[derive(Default)]
pub(super) struct Weights {
    pub hypothetical: bool,
    pub denied: bool,
    pub planned: bool,
    pub claimed: bool,
    pub averted: bool,
    pub attempted: bool,
    /// Whether a body voted for it.
    pub voted: bool,
}

/// Determiners and adjectives of one noun.
pub(super) fn weigh_noun(reading: &Reading<'_>, noun: usize, weights: &mut Weights) {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    weights.planned |= is_ahead(reading, noun) || has_date_set(reading, noun) || is_announced(reading, noun);
    for child in grammar.children(noun) {
        let lemma = grammar.lemma(child);
        match grammar.relation(child) {
            Relation::Det if matches!(lemma, "no" | "any") => weights.denied = true,
            Relation::Amod | Relation::Compound | Relation::Advmod => {
                weights.hypothetical |=
                    words.doubtful.contains(lemma) || words.doubtful.contains(grammar.lower(child));
                weights.planned |=
                    words.scheduled.contains(lemma) || words.scheduled.contains(grammar.lower(child));
                weights.claimed |=
                    words.alleged.contains(lemma) || words.alleged.contains(grammar.lower(child));
            }
            _ => {}
        }
    }
}

/// "ahead of a rally", "on the eve of the vote".
fn is_ahead(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let of = grammar.preposition(noun).filter(|&of| grammar.lower(of) == "of");
    of.and_then(|of| of.checked_sub(1)).is_some_and(|word| matches!(grammar.lower(word), "ahead" | "eve"))
}

/// "the fighters are to hand in their arms".
pub(super) fn due(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let mut is = false;
    for child in grammar.children(verb).filter(|&child| child < verb) {
        match grammar.lower(child) {
            "is" | "are" | "was" | "were" => is = true,
            "to" => return is && grammar.relation(child) != Relation::Case,
            _ => {}
        }
    }
    false
}

/// "will strike if they rearm", "Should they rearm, we will strike".
fn conditional(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let open = (0..grammar.len()).find(|&token| grammar.upos(token) != Upos::Punct);
    open.is_some_and(|first| grammar.lower(first) == "should")
        || grammar.children(verb).any(|child| {
            grammar.relation(child) == Relation::Advcl
                && grammar.opening(child).is_some_and(|word| {
                    // "even if" lays down no condition.
                    matches!(grammar.lower(word), "if" | "unless")
                        && word.checked_sub(1).is_none_or(|before| grammar.lower(before) != "even")
                })
        })
}

/// "Were Tokyo to cut off aid, …", "Had they attacked, …": a condition without "if", and no question.
fn inverted(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let question = (0..grammar.len()).next_back().is_some_and(|last| grammar.lower(last) == "?");
    let subject = grammar.children(verb).find(|&child| grammar.relation(child).is_subject());
    !question
        && grammar.children(verb).any(|child| {
            let opens = child.checked_sub(1).is_none_or(|before| grammar.upos(before) == Upos::Punct);
            matches!(grammar.lower(child), "were" | "had")
                && matches!(grammar.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop)
                && opens
                && subject.is_some_and(|subject| child < subject && subject < verb)
        })
}

/// "the army would have to leave": what somebody has to do under terms that are not met yet.
fn is_obliged(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.lemma(verb) == "have"
        && grammar.child(verb, Relation::Xcomp).is_some_and(|act| infinitive(reading, act))
}

/// Whether a verb tells a day, as a plan does.
pub(super) fn is_timed(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let inner = grammar.children(verb).filter(|&child| grammar.relation(child) == Relation::Xcomp);
    std::iter::once(verb).chain(inner).flat_map(|verb| grammar.children(verb)).any(|child| {
        matches!(grammar.relation(child), Relation::Obl | Relation::OblUnmarked) && reading.is_time(child)
    })
}

/// "Moscow would cut its ties, the minister announced": told of the future by who speaks behind the comma.
fn spoken_behind(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.coordinated(verb).into_iter().flat_map(|verb| grammar.children(verb)).any(|child| {
        child > verb
            && matches!(grammar.relation(child), Relation::Parataxis | Relation::Advcl | Relation::Ccomp)
            && grammar.opening(child).is_none()
            && reading.rules.words.speech.contains(grammar.lemma(child))
            && grammar.child(child, Relation::Nsubj).is_some()
    })
}

/// Negation and auxiliaries of one verb.
pub(super) fn weigh_verb(reading: &Reading<'_>, verb: usize, weights: &mut Weights) {
    let grammar = &reading.grammar;
    weights.denied |= negated(reading, verb);
    weights.planned |= due(reading, verb);
    weights.hypothetical |= inverted(reading, verb);
    for child in grammar.children(verb) {
        match grammar.relation(child) {
            Relation::Aux => match grammar.lower(child) {
                "will" | "'ll" | "shall" | "wo" | "’ll" => {
                    weights.planned = true;
                    weights.hypothetical |= conditional(reading, verb);
                }
                "would" | "'d" | "’d" => {
                    // "would have" is contrary to fact, and "would have to" a condition; "said it would" is the future of the past.
                    if is_obliged(reading, verb)
                        || grammar.children(verb).any(|other| {
                            grammar.relation(other) == Relation::Aux && grammar.lower(other) == "have"
                        })
                        || grammar.relation(verb) == Relation::Root && !spoken_behind(reading, verb)
                    {
                        weights.hypothetical = true;
                    } else {
                        weights.planned = true;
                    }
                }
                // "should take the oath on Friday"
                "should" if is_timed(reading, verb) => weights.planned = true,
                "may" | "might" | "could" | "can" | "must" | "should" | "ca" => weights.hypothetical = true,
                _ => {}
            },
            Relation::Mark => {
                if matches!(grammar.lower(child), "if" | "unless" | "whether" | "lest" | "should") {
                    weights.hypothetical = true;
                }
            }
            Relation::Advmod => {
                let lower = grammar.lower(child);
                // "Further, the bank agreed": an adverb of the text, not of the act.
                if reading.rules.words.doubtful.contains(lower) && lower != "further" {
                    weights.hypothetical = true;
                }
                if reading.rules.words.alleged.contains(lower) {
                    weights.claimed = true;
                }
                if lower == "if" {
                    weights.hypothetical = true;
                }
            }
            _ => {}
        }
    }
}
