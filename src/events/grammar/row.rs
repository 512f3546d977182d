//! What the nouns of a row share: "the kidnapping and murder of a priest", "the Soviet invasion and occupation of Laos".

use super::argument::Control;
use super::{Arguments, Grammar, Place};
use crate::language::{Relation, Upos, Xpos};

impl Grammar<'_> {
    /// Gives an event noun what stands before the first noun of its row or behind the last, where all tell of what happens and
    /// none but the first has an article.
    pub(super) fn add_shared_in_row(&self, noun: usize, control: &dyn Control, found: &mut Arguments) {
        let row = self.coordinated(self.first_conjunct(noun));
        let (Some(&first), Some(&last)) = (row.iter().min(), row.iter().max()) else { return };
        let happens = |&at: &usize| self.upos(at) == Upos::Noun && control.is_of_happening(at);
        let own = |child: usize| {
            matches!(self.relation(child), Relation::Det | Relation::NmodPoss | Relation::Nummod)
        };
        let bare = row.iter().filter(|&&at| at != first).all(|&at| !self.children(at).any(own));
        // "Protests and arrests of activists": of several things each may be of others.
        let plural = |&at: &usize| self.xpos(at) == Xpos::Nns;
        let one = !row.iter().any(plural) || self.children(first).any(own);
        if row.len() < 2 || !row.iter().all(happens) || !bare || !one {
            return;
        }
        let has_own = |found: &Arguments, word: &str| {
            found
                .list
                .iter()
                .any(|argument| matches!(argument.place, Place::Preposition(own) if self.lower(own) == word))
        };
        let others = row.iter().filter(|&&other| other != noun);
        for child in others.flat_map(|&other| self.children(other)) {
            match self.relation(child) {
                Relation::Nmod if child > last => {
                    let Some(preposition) = self.preposition(child) else { continue };
                    let word = self.lower(preposition);
                    if matches!(word, "of" | "by" | "against" | "on") && !has_own(found, word) {
                        found.push(Place::Preposition(preposition), child);
                    }
                }
                Relation::NmodPoss if child < first => found.push(Place::Possessor, child),
                Relation::Amod | Relation::Compound | Relation::NmodDesc if child < first => {
                    found.push(Place::Modifier, child);
                }
                _ => {}
            }
        }
    }
}
