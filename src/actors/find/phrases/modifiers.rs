//! People and bodies that only describe the next noun: "a Syrian army position", "a government siege".

use super::Reader;
use crate::actors::MentionForm;
use crate::actors::find::grammar::{is_function_word, is_hyphen, is_word};
use crate::actors::rules::lexicon::Sense;
use crate::language::{Relation, Upos};

impl Reader<'_, '_> {
    /// "a Syrian army position", "Iraqi police stations": whose a thing is, by a body or people with their country.
    pub(super) fn modifier(&mut self, index: usize) {
        let unit = &self.units[index];
        let end = unit.tokens.end;
        // "a Malaysian general election" is no general's.
        let adjective = unit.tokens.len() == 1 && self.place.tokens[end - 1].upos == Upos::Adj;
        let rebels = |sense: &Sense| match sense {
            Sense::OneOf(noun) => is_armed(&self.registry.rules.nouns[*noun].sector),
            _ => false,
        };
        let institution = unit.is(|sense| matches!(sense, Sense::Institution(_)));
        if adjective && !institution && !unit.is(rebels) {
            return;
        }
        if is_hyphen(self.place, end) && !self.place.tokens[end - 1].space_after {
            return;
        }
        let owned = self.owners_before(index);
        let noun = unit.tokens.clone().all(|token| self.place.tokens[token].upos == Upos::Noun);
        let acts = |sense: &Sense| match sense {
            Sense::Institution(institution) => {
                let sector = self.registry.rules.institutions[*institution].sector.as_str();
                matches!(sector, "GOV" | "MIL" | "COP" | "OPP" | "LEG")
            }
            _ => false,
        };
        // "a rebel attack": the tagger may take for an adjective whoever attacks.
        let describes = || adjective && self.place.tokens[end - 1].relation == Relation::Amod;
        let bare = owned.is_empty()
            && (noun && (unit.is(acts) || unit.is(rebels)) || unit.is(rebels) && describes());
        if owned.is_empty() && !bare {
            return;
        }
        let start = owned.iter().map(|owned| owned.token).min().unwrap_or(unit.tokens.start);
        let words: Vec<&str> =
            unit.tokens.clone().map(|token| self.place.tokens[token].lower.as_str()).collect();
        let (words, sense) = (
            words.join(" "),
            unit.senses
                .iter()
                .copied()
                .find(|sense| matches!(sense, Sense::Institution(_) | Sense::OneOf(_) | Sense::ManyOf(_))),
        );
        // "a government siege" is whose that government is.
        let nobodys = bare.then_some(None);
        for owned in owned.into_iter().map(Some).chain(nobodys) {
            let owner = owned.map(|owned| owned.owner);
            let actor = match sense {
                Some(Sense::Institution(institution)) => self.registry.institution(institution, owner),
                // "Israeli settler homes" are those of settlers.
                Some(Sense::OneOf(noun) | Sense::ManyOf(noun)) => {
                    // A modifier has no plural: "rebel attacks" are the rebels'.
                    let armed = is_armed(&self.registry.rules.nouns[noun].sector);
                    let one = armed && !words.ends_with('s');
                    let plural = if one { format!("{words}s") } else { words.clone() };
                    self.registry.people(noun, &plural, true, owner)
                }
                _ => return,
            };
            self.used[index] = true;
            if let Some(owned) = owned {
                self.used[owned.unit] |= !owned.named;
            }
            self.add(actor, start..end, MentionForm::Adjective, "modifier");
        }
    }

    /// Whether a noun for people is an adjective here: "criminal and civil proceedings", "the rebel Workers' Party".
    pub(super) fn is_adjective(&self, index: usize) -> bool {
        let unit = &self.units[index];
        if unit.tokens.len() != 1 || !unit.is(|sense| matches!(sense, Sense::OneOf(_))) {
            return false;
        }
        let last = &self.place.tokens[unit.tokens.end - 1];
        let next = self.units.get(index + 1).filter(|next| next.tokens.start == unit.tokens.end);
        if next.is_some_and(|next| next.is(|sense| matches!(sense, Sense::Thing(_) | Sense::Organised(_)))) {
            return true;
        }
        last.upos == Upos::Adj
            && last.relation == Relation::Amod
            && last
                .head
                .is_some_and(|head| head >= unit.tokens.end && self.place.tokens[head].upos == Upos::Noun)
            && is_word(self.place, unit.tokens.end, "and")
    }

    /// Whether a role only describes the next word: "police station", "rebel-held town".
    pub(super) fn is_modifier_of_word(&self, index: usize) -> bool {
        let end = self.units[index].tokens.end;
        let Some(next) = self.place.tokens.get(end) else { return false };
        if self.units.get(index + 1).is_some_and(|unit| unit.tokens.start == end) {
            return false;
        }
        if is_hyphen(self.place, end) && !self.place.tokens[end - 1].space_after {
            return true;
        }
        let last = &self.place.tokens[end - 1];
        let noun = matches!(next.upos, Upos::Noun) && !is_function_word(&next.lower);
        let describes = |relation: Relation| matches!(relation, Relation::Compound | Relation::Amod);
        // "Russian and government planes": what is joined to the first modifier is one as well.
        let first = last.head.map(|head| &self.place.tokens[head]);
        let top = match last.relation {
            Relation::Conj => first.filter(|first| describes(first.relation)).and_then(|first| first.head),
            relation => last.head.filter(|_| describes(relation)),
        };
        noun && top.is_some_and(|head| head >= end)
    }
}

/// Whether a sector is one of people who fight for no state.
fn is_armed(sector: &str) -> bool {
    matches!(sector, "REB" | "UAF")
}
