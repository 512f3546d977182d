//! How many people all members of a row are together.

use super::category;
use super::number::{count, is_collective, number};
use crate::article::Location;
use crate::events::mention::Particular;
use crate::events::reading::Reading;
use crate::language::{Relation, Upos, Xpos};

/// How many all of a row are: "nine tourists and a guide", "the pilot and four villagers". Of those who are not counted there
/// is one at least, and of a single one no more; of a family, two at least. "25 soldiers and allied militia" may be 25 together.
pub(super) fn sum(reading: &Reading<'_>, people: &[usize], what: &str, found: &mut Vec<Particular>) {
    let grammar = &reading.grammar;
    let people: Vec<usize> = people
        .iter()
        .copied()
        .filter(|&head| {
            let core = reading.core(head);
            // "took 23 of them into custody"
            reading.are_of_people(core) || grammar.xpos(core) == Xpos::Prp || is_counted(reading, head)
        })
        .filter(|&head| reading.place_at(head).is_none() && !reading.is_time(head))
        .filter(|&head| !is_least(reading, head))
        .collect();
    // "kills 10 people and wounds 31 others": the parser may take the second verb for a noun of the row.
    let fate_between = |one: usize, two: usize| (one + 1..two).any(|at| category(reading, at).is_some());
    let end = people.windows(2).position(|pair| fate_between(pair[0], pair[1]));
    let people = &people[..end.map_or(people.len(), |last| last + 1)];
    let Some((&first, rest)) = people.split_first() else { return };
    // "11 people, five children and a guard": those behind the comma may be some of the people.
    let apart = rest.first().is_some_and(|&next| (first..next).any(|at| grammar.lower(at) == ","));
    let anybody = reading.rules.in_class("anybody", grammar.lemma(first));
    let row = if apart && anybody { &people[..1] } else { people };
    let mut counted = Vec::new();
    let (mut low, mut high) = (0.0, Some(0.0));
    for &head in row {
        let before = counted.len();
        number(reading, head, what, &mut counted);
        let (least, most) = match counted.get(before) {
            Some(one) => (one.low.unwrap_or(1.0), one.high),
            // "a couple and two children"
            None if !counted.is_empty() && is_bare_plural(reading, head) => (0.0, None),
            None if is_collective(reading, head) => (2.0, None),
            None if grammar.xpos(head) == Xpos::Nns => (1.0, None),
            None => (1.0, Some(1.0)),
        };
        low += least;
        high = high.zip(most).map(|(one, two)| one + two);
    }
    match counted.as_slice() {
        [] => {}
        [one] if row.len() == 1 => found.push(one.clone()),
        all => {
            let location = all.iter().skip(1).fold(all[0].location, |whole, one| {
                Location::new(whole.part, whole.span.cover(one.location.span))
            });
            found.push(Particular { what: what.to_owned(), low: Some(low), high, location });
        }
    }
}

/// "soldiers and allied militia": several people, without a word of their own that says which or whose.
fn is_bare_plural(reading: &Reading<'_>, head: usize) -> bool {
    let grammar = &reading.grammar;
    (grammar.xpos(head) == Xpos::Nns || is_collective(reading, head))
        && !grammar
            .children(head)
            .any(|child| matches!(grammar.relation(child), Relation::Det | Relation::NmodPoss))
}

/// "20" in "between 20 and 24": the least of those whom the number behind it counts, and nobody besides.
fn is_least(reading: &Reading<'_>, number: usize) -> bool {
    let grammar = &reading.grammar;
    let is_number = |at: usize| at < grammar.len() && grammar.upos(at) == Upos::Num;
    number > 0
        && is_number(number)
        && is_number(number + 2)
        && grammar.lower(number - 1) == "between"
        && grammar.lower(number + 1) == "and"
}

/// Whether a number counts a noun: whoever is killed, wounded or seized by the number is people, by whatever noun. "46
/// arrests", "the 2013 floods" are nobody.
fn is_counted(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let number = count(reading, noun).filter(|&number| !reading.is_time(number));
    number.is_some()
        && grammar.upos(noun) == Upos::Noun
        && !reading.happens(noun)
        && category(reading, noun).is_none()
}
