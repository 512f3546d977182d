//! What was attacked by the words before the noun of an attack: "the embassy bombing in Bern".

use super::super::mention::Participant;
use super::super::rule::{Slot, TriggerPart};
use super::condition::Matcher;
use super::known;

impl Matcher<'_, '_> {
    /// "the embassy attack", "a market bombing": what stands before the noun of an attack was attacked.
    pub(super) fn is_venue(&self, token: usize) -> bool {
        self.trigger.strikes
            && self.trigger.part == TriggerPart::Noun
            && self.reading.rules.in_class("venue", self.reading.grammar.lower(token))
    }

    /// Whether nothing but where it was stands behind the noun of an attack: "the hotel bombing in Lima".
    pub(super) fn is_told_where(&self, targets: &[Participant]) -> bool {
        let aimed = ["on", "against", "of", "into", "to"].map(|word| Slot::Preposition(word.into()));
        self.trigger.part == TriggerPart::Noun
            && targets.iter().all(|one| self.reading.is_ground(one) || self.reading.is_state_by_words(one))
            && aimed.iter().chain([&Slot::Object]).all(|slot| self.tokens_in(slot).is_empty())
    }

    /// What stands before the noun of an attack, with the state of the place where that was.
    pub(super) fn struck_at(&self, venue: usize, places: &[Participant]) -> Vec<Participant> {
        let country = places.iter().find_map(|place| self.reading.country(place)).map(str::to_owned);
        let mut struck = self.reading.participants(venue);
        for one in struck.iter_mut().filter(|one| !known(one)) {
            one.code = country.clone();
        }
        struck
    }
}
