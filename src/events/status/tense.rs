//! The tense in which the clause of a mention is told.

use super::super::reading::Reading;
use crate::language::{Relation, Upos, Xpos};

/// When the clause of a mention is told to happen, by its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Tense {
    /// Simple past.
    Past,
    /// Before another past.
    Pluperfect,
    /// "has visited".
    Perfect,
    Present,
    Future,
    /// No finite verb tells.
    Open,
}

impl Tense {
    /// Whether it tells of what was before the telling.
    pub fn is_past(self) -> bool {
        matches!(self, Self::Past | Self::Perfect | Self::Pluperfect)
    }
}

/// The tense of a verb, with its auxiliaries.
pub(in super::super) fn tense(reading: &Reading<'_>, verb: usize) -> Tense {
    let grammar = &reading.grammar;
    if !grammar.is_verb(verb) {
        // A predicate noun or adjective has its copula's tense.
        return match grammar.child(verb, Relation::Cop).map(|copula| grammar.xpos(copula)) {
            Some(Xpos::Vbd) => Tense::Past,
            Some(Xpos::Vbz | Xpos::Vbp) => Tense::Present,
            _ => Tense::Open,
        };
    }
    let mut found = None;
    for child in grammar.children(verb) {
        if !matches!(grammar.relation(child), Relation::Aux | Relation::AuxPass) {
            continue;
        }
        let (lemma, xpos) = (grammar.lemma(child), grammar.xpos(child));
        if xpos == Xpos::Md {
            return Tense::Future;
        }
        if lemma == "have" {
            found = Some(if xpos == Xpos::Vbd || grammar.lower(child) == "had" {
                Tense::Pluperfect
            } else {
                Tense::Perfect
            });
        } else if found.is_none() && matches!(lemma, "be" | "do" | "get") {
            found = match xpos {
                Xpos::Vbd => Some(Tense::Past),
                Xpos::Vbz | Xpos::Vbp => Some(Tense::Present),
                _ => None,
            };
        }
    }
    if let Some(found) = found {
        return found;
    }
    match grammar.xpos(verb) {
        Xpos::Vbd => Tense::Past,
        Xpos::Vbz | Xpos::Vbp => Tense::Present,
        Xpos::Vbn if grammar.relation(verb) == Relation::Root => Tense::Past,
        // "rockets struck the suburbs": a participle with an active subject is a past that the tagger missed.
        Xpos::Vbn if grammar.child(verb, Relation::Nsubj).is_some() => Tense::Past,
        // "Voters go to the polls", taken for an infinitive.
        Xpos::Vb
            if grammar.relation(verb) == Relation::Root
                && grammar.child(verb, Relation::Nsubj).is_some()
                && grammar.child(verb, Relation::Aux).is_none()
                && grammar.child(verb, Relation::Mark).is_none() =>
        {
            Tense::Present
        }
        // "Putin offering to restore a hotline", as headlines and machine rewording have it.
        Xpos::Vbg
            if grammar.relation(verb) == Relation::Root && grammar.child(verb, Relation::Nsubj).is_some() =>
        {
            Tense::Present
        }
        _ => match (grammar.relation(verb), grammar.parent(verb)) {
            (Relation::Conj | Relation::Xcomp | Relation::Advcl, Some(head)) if grammar.is_verb(head) => {
                // A chain of such clauses is as long as the sentence at most: it runs upwards.
                upper_tense(reading, head, 0)
            }
            _ => Tense::Open,
        },
    }
}

/// "could be detained and a coup declared": a participle with a subject of its own and no auxiliary shares that of the verb
/// before it.
pub(super) fn shares_auxiliary(reading: &Reading<'_>, verb: usize, head: usize) -> bool {
    let grammar = &reading.grammar;
    let bare = grammar.xpos(verb) == Xpos::Vbn
        && grammar.child(verb, Relation::Aux).is_none()
        && grammar.child(verb, Relation::AuxPass).is_none();
    bare && grammar.child(head, Relation::AuxPass).is_some() && grammar.child(head, Relation::Aux).is_some()
}

fn upper_tense(reading: &Reading<'_>, verb: usize, depth: usize) -> Tense {
    if depth > 6 {
        return Tense::Open;
    }
    match reading.grammar.xpos(verb) {
        Xpos::Vbd => Tense::Past,
        Xpos::Vbz | Xpos::Vbp => Tense::Present,
        _ => {
            let own = reading.grammar.children(verb).find_map(|child| match reading.grammar.xpos(child) {
                Xpos::Md => Some(Tense::Future),
                Xpos::Vbd if reading.grammar.lemma(child) == "have" => Some(Tense::Pluperfect),
                Xpos::Vbd if reading.grammar.upos(child) == Upos::Aux => Some(Tense::Past),
                Xpos::Vbz | Xpos::Vbp if reading.grammar.upos(child) == Upos::Aux => Some(Tense::Present),
                _ => None,
            });
            own.unwrap_or_else(|| match (reading.grammar.relation(verb), reading.grammar.parent(verb)) {
                (Relation::Conj | Relation::Xcomp | Relation::Advcl, Some(head)) => {
                    upper_tense(reading, head, depth + 1)
                }
                _ => Tense::Open,
            })
        }
    }
}
