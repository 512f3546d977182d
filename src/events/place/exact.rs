//! The most exact of several names for where something was: "in the Indian city of Amritsar", "in Vail, Arizona".

use super::super::PlaceMention;
use super::super::reading::Reading;
use crate::language::Upos;

/// How many words stand at most between a place and the larger one that it lies in.
const BETWEEN: usize = 6;

/// The smallest place that the words around `place` name as lying in it, or it itself.
pub(super) fn exact<'a>(reading: &Reading<'a>, place: &'a PlaceMention) -> &'a PlaceMention {
    let mut place = place;
    // A state holds a region, and that a town.
    for _ in 0..2 {
        let Some(inner) = reading.places.iter().find(|inner| lies_in(reading, inner, place)) else { break };
        place = inner;
    }
    place
}

fn lies_in(reading: &Reading<'_>, inner: &PlaceMention, outer: &PlaceMention) -> bool {
    let (one, two) = (inner.country.as_deref(), outer.country.as_deref());
    inner.extent < outer.extent
        && (one == two || one.is_none() || two.is_none())
        && (inner.tokens.end <= outer.tokens.start && is_followed(reading, inner, outer)
            || outer.tokens.end <= inner.tokens.start && is_preceded(reading, inner, outer))
}

/// "Amritsar, India", "Yobe State, Nigeria", "Kafranbil in rural Idlib", "the Khyber tribal region of Pakistan".
fn is_followed(reading: &Reading<'_>, inner: &PlaceMention, outer: &PlaceMention) -> bool {
    let grammar = &reading.grammar;
    let behind = inner.tokens.end..outer.tokens.start;
    let nouns = behind.clone().take_while(|&at| describes(reading, at)).count();
    let between = behind.start + nouns..behind.end;
    let comma = between.len() == 1 && grammar.lower(between.start) == ",";
    let inside = between.len() <= BETWEEN
        && !between.is_empty()
        && matches!(grammar.lower(between.start), "in" | "of")
        && between.skip(1).all(|at| describes(reading, at));
    comma || inside
}

/// "the Indian city of Amritsar", "Sudan's Darfur region", "the Somali capital, Mogadishu".
fn is_preceded(reading: &Reading<'_>, inner: &PlaceMention, outer: &PlaceMention) -> bool {
    let grammar = &reading.grammar;
    let between = outer.tokens.end..inner.tokens.start;
    if between.len() > BETWEEN {
        return false;
    }
    let owned = between.clone().next().is_some_and(|at| matches!(grammar.lower(at), "'s" | "’s" | "'"));
    let ground = between.clone().any(|at| reading.rules.in_class("place-noun", grammar.lemma(at)));
    // "the Ghouta suburbs of Damascus" lie outside it.
    if between
        .clone()
        .any(|at| matches!(grammar.lemma(at), "suburb" | "outskirts" | "outskirt" | "countryside"))
    {
        return false;
    }
    let links = between
        .clone()
        // "the Syrian town of al-Rankus"
        .all(|at| {
            matches!(grammar.lower(at), "of" | "," | "'s" | "’s" | "'" | "al" | "el" | "-")
                || describes(reading, at)
        });
    // "the Syria conflict, Homs": a state's own name is joined by more than a comma.
    links && (owned || ground || between.is_empty())
}

fn describes(reading: &Reading<'_>, at: usize) -> bool {
    let grammar = &reading.grammar;
    matches!(grammar.upos(at), Upos::Adj | Upos::Det)
        || reading.rules.in_class("place-noun", grammar.lemma(at))
        // "Yobe State"
        || reading.rules.in_class("place-noun", grammar.lower(at))
        || reading.rules.in_class("direction", grammar.lower(at))
}
