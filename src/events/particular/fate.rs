//! Those whom a sentence tells to be dead, hurt or missing, in whatever words and whatever clause: "were killed",
//! "leaving 3 dead", "resulting in injuries to two guards".

use super::super::matching::negated;
use super::super::reading::Reading;
use super::{Casualty, category, may_suffer, side_of_victims};
use crate::language::{Relation, Upos, Xpos};

/// Somebody whom a sentence tells to be hurt, and the word from which the tree leads up to what hurt him.
pub(in super::super) struct Fate {
    pub casualty: Casualty,
    pub top: usize,
}

/// What befalls people and is counted nowhere.
const MISSING: &str = "missing";

/// All of whom a sentence tells so, nobody left out and nobody told of by a denial.
pub(in super::super) fn fates(reading: &Reading<'_>) -> Vec<Fate> {
    let mut found = Vec::new();
    for verb in 0..reading.grammar.len() {
        let Some(what) = what(reading, verb).filter(|_| !negated(reading, verb)) else { continue };
        let (top, people) = match before(reading, verb) {
            Some(people) => (people, row_before(reading, people)),
            None => (verb, sufferers(reading, verb)),
        };
        let people =
            people.into_iter().filter(|&people| is_somebody(reading, people) && may_suffer(reading, people));
        found.extend(people.map(|people| Fate { casualty: Casualty { verb, people, what }, top }));
    }
    found
}

fn what(reading: &Reading<'_>, token: usize) -> Option<&'static str> {
    let words = [reading.grammar.lower(token), reading.grammar.lemma(token)];
    let missing = || words.iter().any(|word| reading.rules.in_class(MISSING, word)).then_some(MISSING);
    let fate = category(reading, token).filter(|what| *what != "detained").or_else(missing)?;
    // "the dead", "the missing" are told of as those of whom was told before.
    let noun = token > 0 && matches!(reading.grammar.lower(token - 1), "the" | "these" | "those");
    (!noun || reading.grammar.upos(token) == Upos::Noun).then_some(fate)
}

/// "3 dead", "one person missing", "15 critically injured": whoever stands right before the word.
fn before(reading: &Reading<'_>, fate: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let numbered = fate > 0 && grammar.child(fate, Relation::Nummod) == Some(fate - 1);
    // "leaving five missing", but "five dying"
    let lasting =
        reading.rules.in_class(MISSING, grammar.lower(fate)) || !grammar.lower(fate).ends_with("ing");
    // "results in 21 people killed"
    let reduced = grammar.xpos(fate) == Xpos::Vbd && grammar.relation(fate) == Relation::Acl;
    let state = (matches!(grammar.xpos(fate), Xpos::Jj | Xpos::Vbn | Xpos::Vbg) || reduced)
        && (numbered || grammar.child(fate, Relation::Obj).is_none())
        && lasting;
    let names_noun = matches!(grammar.relation(fate), Relation::Amod)
        && grammar.parent(fate).is_some_and(|noun| noun == fate + 1 && grammar.upos(noun) == Upos::Noun);
    if !state || names_noun {
        return None;
    }
    let people = (0..fate).rev().find(|&before| grammar.upos(before) != Upos::Adv)?;
    let count =
        grammar.upos(people) == Upos::Num || reading.rules.in_class("elliptic", grammar.lower(people));
    let noun = matches!(grammar.upos(people), Upos::Noun | Upos::Propn);
    let left = || {
        let first = grammar.first_conjunct(people);
        let comes_to =
            || grammar.preposition(first).is_some_and(|word| matches!(grammar.lower(word), "in" | "to"));
        let above = grammar.parent(first).filter(|_| {
            grammar.relation(first) == Relation::Obj || grammar.relation(first) == Relation::Obl && comes_to()
        });
        above.is_some_and(|verb| reading.rules.in_class("costing", grammar.lemma(verb)))
            || grammar
                .mark(fate)
                .or(grammar.preposition(first))
                .is_some_and(|word| grammar.lower(word) == "with")
    };
    (count || noun && left()).then_some(people)
}

/// "7 marchers and 2 soldiers dead": whoever is joined to those who stand right before the word, and has none of his own.
fn row_before(reading: &Reading<'_>, people: usize) -> Vec<usize> {
    let grammar = &reading.grammar;
    let told = |at: usize| what(reading, at).is_some();
    let mut row: Vec<usize> = grammar
        .coordinated(grammar.first_conjunct(people))
        .into_iter()
        .filter(|&one| one < people && grammar.upos(one) == Upos::Noun && !(one..people).any(told))
        .collect();
    row.push(people);
    row
}

/// Who is told to suffer by a verb, an adjective behind "is", or a noun for death and injury that something comes to.
fn sufferers(reading: &Reading<'_>, fate: usize) -> Vec<usize> {
    let grammar = &reading.grammar;
    let all = |heads: Vec<usize>| -> Vec<usize> {
        heads.into_iter().flat_map(|head| reading.in_one_person(reading.heads(head))).collect()
    };
    if grammar.is_verb(fate) {
        let place = side_of_victims(reading, fate);
        let mut heads = all(reading.verb_arguments(fate).at(place).collect());
        heads.extend(company(reading, fate, &heads));
        return heads;
    }
    if grammar.child(fate, Relation::Cop).is_some() {
        return all(grammar.children(fate).filter(|&child| grammar.relation(child).is_subject()).collect());
    }
    if grammar.upos(fate) != Upos::Noun {
        return Vec::new();
    }
    let Some(cost) = grammar
        .parent(grammar.first_conjunct(fate))
        .filter(|&above| reading.rules.in_class("costing", grammar.lemma(above)))
    else {
        return Vec::new();
    };
    let of = |child: &usize| {
        *child > fate
            && matches!(grammar.relation(*child), Relation::Nmod | Relation::Obl)
            && grammar.preposition(*child).is_some_and(|word| matches!(grammar.lower(word), "of" | "to"))
    };
    let told: Vec<usize> = grammar.children(fate).chain(grammar.children(cost)).filter(of).collect();
    // "led to 11 deaths"
    let number =
        grammar.child(fate, Relation::Nummod).filter(|&number| told.is_empty() && !reading.is_time(number));
    number.map_or_else(|| all(told), |number| vec![number])
}

/// "killed a guard, along with two of his friends": who is told beside those whom a verb has.
pub(in super::super) fn company(reading: &Reading<'_>, verb: usize, heads: &[usize]) -> Vec<usize> {
    let grammar = &reading.grammar;
    let along = |child: &usize| {
        matches!(grammar.relation(*child), Relation::Obl | Relation::Nmod)
            && grammar.preposition(*child).is_some_and(|word| {
                grammar.lower(word) == "along"
                    && word + 1 < grammar.len()
                    && grammar.lower(word + 1) == "with"
                    || word > 0
                        && grammar.lower(word) == "with"
                        && matches!(grammar.lower(word - 1), "along" | "together")
            })
    };
    std::iter::once(verb)
        .chain(heads.iter().copied())
        .flat_map(|above| grammar.children(above))
        .filter(along)
        .flat_map(|child| grammar.coordinated(child))
        .collect()
}

/// Whether words are of people who can be hurt, and neither a pronoun nor "no one".
fn is_somebody(reading: &Reading<'_>, token: usize) -> bool {
    let grammar = &reading.grammar;
    let core = reading.core(token);
    let none = |token: usize| {
        matches!(grammar.lower(token), "no" | "nobody" | "none" | "no-one")
            || grammar.children(token).any(|child| matches!(grammar.lower(child), "no" | "neither"))
    };
    // "killed a 15-year-old": no number of people.
    let age = grammar.upos(core) == Upos::Num
        && core + 1 < grammar.len()
        && matches!(grammar.lower(core + 1), "-" | "year" | "years");
    !age && reading.are_of_people(core) && grammar.upos(core) != Upos::Pron && !none(token) && !none(core)
}
