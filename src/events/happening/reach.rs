//! Whether those of whom a sentence tells that they were hurt were hurt by what another clause of it tells.

use super::super::reading::Reading;
use crate::language::Relation;

/// How many steps of the tree lie between a word that tells whom something befell and what happened; nothing where
/// something between them says that the one is not of the other: another time, somebody's words, a condition.
pub(super) fn steps(reading: &Reading<'_>, fate: usize, deed: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let up = |token: usize| grammar.upward(token).take(MOST).collect::<Vec<_>>();
    let (from, to) = (up(fate), up(deed));
    let (above, below) = from
        .iter()
        .enumerate()
        .find_map(|(at, token)| Some((at, to.iter().position(|other| other == token)?)))?;
    let free = from[..above].iter().all(|&token| leads_up(reading, token, deed))
        && to[..below].iter().all(|&token| leads_down(reading, token));
    free.then_some(above + below)
}

const MOST: usize = 12;

/// Whether what hangs so on the word above it is still told of what that tells.
fn leads_up(reading: &Reading<'_>, token: usize, deed: usize) -> bool {
    let grammar = &reading.grammar;
    let mark = grammar.opening(token).map(|word| grammar.lower(word));
    match grammar.relation(token) {
        Relation::Ccomp => false,
        // "an accident that left three dead", "the dead of another day whom they buried"
        Relation::AclRelcl => grammar.parent(token) == Some(deed),
        Relation::Acl => grammar.parent(token) == Some(deed) || mark == Some("with"),
        Relation::Advcl => mark.is_none_or(|word| reading.rules.in_class("alongside", word)),
        Relation::Nmod | Relation::Obl => {
            let word = grammar.preposition(token).map(|word| grammar.lower(word));
            word.is_none_or(|word| reading.rules.in_class("suffering", word))
        }
        _ => true,
    }
}

/// Whether what happened is told, where it hangs so, as that in which people were hurt.
fn leads_down(reading: &Reading<'_>, token: usize) -> bool {
    let grammar = &reading.grammar;
    match grammar.relation(token) {
        Relation::Ccomp => false,
        // "rockets fired by rebels hit a bus, killing ten"
        Relation::Acl => {
            let weapon = grammar.parent(token);
            weapon.is_some_and(|weapon| reading.rules.in_class("weapon", grammar.lemma(weapon)))
        }
        Relation::AclRelcl => grammar.opening(token).is_some_and(|word| grammar.lower(word) == "where"),
        Relation::Advcl => {
            let word = grammar.opening(token).map(|word| grammar.lower(word));
            word.is_none_or(|word| reading.rules.in_class("occasion-opening", word))
        }
        Relation::Nmod | Relation::Obl | Relation::OblAgent => {
            let word = grammar.preposition(token).map(|word| grammar.lower(word));
            let above = grammar.parent(token);
            // "two teachers in an ambush": the parser likes to hang it on those killed. "A suspect in the attack" is another.
            let of_people = above.is_some_and(|people| reading.is_people(people));
            let hurt = || {
                above.is_some_and(|people| grammar.relation(grammar.first_conjunct(people)) == Relation::Obj)
            };
            word.is_none_or(|word| reading.rules.in_class("amid", word))
                && (grammar.relation(token) != Relation::Nmod || !of_people || word == Some("in") && hurt())
        }
        _ => true,
    }
}
