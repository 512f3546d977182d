//! Who is named within a noun phrase.

use super::{DEPTH, Reading};
use crate::actors::{ActorMention, ActorSort, MentionForm};
use crate::events::Extent;
use crate::language::{Relation, Upos};

impl<'a> Reading<'a> {
    /// The nearest actor within a noun phrase, and the dependent of the noun by which it stands there.
    pub(super) fn inner_actor(&self, token: usize, depth: usize) -> Option<(usize, &'a ActorMention)> {
        if depth > DEPTH || self.grammar.upos(token) == Upos::Num {
            return None;
        }
        // Whose brother or whose ally somebody is says least of who he is.
        // "its former province of Kosovo" is Kosovo.
        let relative =
            self.is_relative(token) || self.rules.in_class("place-noun", self.grammar.lemma(token));
        let order = |relation: Relation| match relation {
            Relation::NmodPoss if relative => 4,
            Relation::NmodPoss => 0,
            Relation::Appos => 1,
            Relation::Amod | Relation::Compound | Relation::NmodDesc | Relation::Flat => 2,
            Relation::Nmod => 3,
            _ => 9,
        };
        let mut best: Option<(usize, usize, &'a ActorMention)> = None;
        for child in self.grammar.children(token) {
            // "Ann Lind, wife of the minister": she is not he.
            if self.grammar.relation(child) == Relation::Appos && self.is_relative(child) {
                continue;
            }
            if self.is_beside(child, token) {
                continue;
            }
            let rank = order(self.grammar.relation(child));
            // "guards at a market, Nigeria": a state is no name of people.
            // "its ally, the United States" is one, and so is called.
            let somewhere = (self.is_people(token) || self.is_struck(token)) && !self.is_relative(token);
            let place = rank == 1 && somewhere && self.is_state(child);
            // "Denzel Washington": the last word of a name is no state.
            let surname = self.grammar.relation(child) == Relation::Flat
                && self.grammar.upos(token) == Upos::Propn
                && self.is_state(child);
            // "a church in Njilan, Nigeria" is struck there, and no state.
            let named_site = self.place_at(child).is_some_and(|place| place.extent != Extent::State)
                && !self.has_actor(child);
            // "a hospital in the Libyan city of Benghazi"
            let ground = self.rules.in_class("place-noun", self.grammar.lemma(child)) && !self.is_of(child);
            let site = rank == 3 && (named_site || ground);
            if place
                || surname
                || site
                || rank == 9
                || (rank == 3 && !self.belongs(child))
                || best.is_some_and(|(old, ..)| rank >= old)
            {
                continue;
            }
            let mention = self.mentions_at(child).next();
            let deeper = || {
                let inner =
                    self.inner_actor(child, depth + 1).filter(|_| !self.is_something_named(token, child));
                inner.map(|(_, mention)| mention)
            };
            if let Some(mention) = mention.or_else(deeper) {
                best = Some((rank, child, mention));
            }
        }
        best.map(|(_, child, mention)| (child, mention))
    }

    pub fn is_state(&self, token: usize) -> bool {
        self.place_at(token).is_some()
            || self
                .mentions_at(token)
                .any(|mention| self.actors.actors[mention.actor].sort == ActorSort::State)
    }

    /// "Bangladesh" in "Bangladesh protests": whether a word is the name of a state, and no word for its people.
    pub fn is_state_by_name(&self, token: usize) -> bool {
        let words = |mention: &ActorMention| {
            let tokens = &self.grammar.sentence.tokens[mention.tokens.clone()];
            tokens.iter().map(|token| token.form.as_str()).collect::<Vec<_>>().join(" ")
        };
        self.grammar.relation(token) == Relation::Compound
            && self.mentions_at(token).any(|mention| {
                let actor = &self.actors.actors[mention.actor];
                actor.sort == ActorSort::State && words(mention) == actor.name
            })
    }

    /// Whether an actor is named within a noun phrase; "a police car" names nobody.
    pub(super) fn names_actor(&self, token: usize) -> bool {
        self.inner_actor(token, 1).is_some_and(|(_, mention)| {
            self.actors.actors[mention.actor].named
                || mention.form != MentionForm::Adjective
                || self.is_people(token)
        })
    }

    pub(super) fn belongs(&self, child: usize) -> bool {
        self.grammar.preposition(child).is_some_and(|preposition| {
            matches!(
                self.grammar.lower(preposition),
                "of" | "from"
                    | "in"
                    | "at"
                    | "near"
                    | "by"
                    | "inside"
                    | "outside"
                    | "across"
                    | "for"
                    | "on"
                    | "within"
            )
        })
    }
}
