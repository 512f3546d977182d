//! Who does something by his very name: "Protests shook the capital, where thousands of protesters gathered".

use super::super::draft::Draft;
use super::super::reading::Reading;
use crate::language::{Relation, Upos};

/// Gives what nobody is told to have done to those in its sentence who are named after it.
pub(in super::super) fn perform(readings: &[Reading<'_>], drafts: &mut [Draft]) {
    for draft in drafts {
        let reading = &readings[draft.mention.sentence];
        let Some(mode) = draft.found.mode else { continue };
        let performers = &reading.kind(&draft.found).modes[mode].performers;
        if !draft.mention.sources.is_empty() || !draft.mention.status.is_told_as_done() {
            continue;
        }
        let grammar = &reading.grammar;
        let is_performer = |at: &usize| {
            let none = |child: usize| matches!(grammar.lower(child), "no" | "few" | "other");
            grammar.upos(*at) == Upos::Noun
                && grammar.relation(*at) != Relation::Compound
                && performers.iter().any(|noun| noun == grammar.lemma(*at))
                && !grammar.children(*at).any(none)
        };
        if let Some(performer) = (0..grammar.len()).find(is_performer) {
            draft.mention.sources = reading.participants_as(performer, true);
        }
    }
}
