//! Ground and what stands on it: for which state it stands, and where a name only tells where it is.

use super::{DEPTH, Reading};
use crate::actors::ActorSort;
use crate::events::mention::Participant;
use crate::events::{Extent, PlaceMention};
use crate::language::{Relation, Upos, Xpos};

impl<'a> Reading<'a> {
    /// "left the northern town": whether words are of a town, or of ground, and no state by name.
    pub fn is_ground(&self, participant: &Participant) -> bool {
        let ground = ["territory", "place-noun", "direction", "ground"];
        self.heads_of(participant).any(|head| {
            self.is_town(head)
                || ground.iter().any(|class| self.rules.in_class(class, self.grammar.lemma(head)))
        })
    }

    /// "threatened to cut the country in two": whether words are of ground or of a state, known or not, and not of people.
    pub fn is_realm(&self, participant: &Participant) -> bool {
        self.is_ground(participant)
            || self.heads_of(participant).any(|head| self.rules.in_class("power", self.grammar.lemma(head)))
    }

    /// "the village of Taduf": whether ground has the name of a place that no table knows.
    pub fn is_named_ground(&self, participant: &Participant) -> bool {
        let is_name = |&child: &usize| self.is_of(child) && self.grammar.upos(child) == Upos::Propn;
        self.heads_of(participant).any(|head| {
            let named = self.place_at(head).is_some_and(|place| place.country.is_none());
            let ground = self.rules.in_class("place-noun", self.grammar.lemma(head));
            named || ground && self.grammar.children(head).any(|child| is_name(&child))
        })
    }

    /// Whether the words of a participant are the name of a state.
    pub fn is_state_by_words(&self, participant: &Participant) -> bool {
        self.heads_of(participant).any(|head| self.is_state(head))
    }

    /// "shelled Homs", "the Iraqi city of Mosul", "a school in Peshawar, Pakistan": what is struck has the code of the state
    /// in which it is and is not the state, unless its words are the name of one.
    pub fn as_struck(&self, one: Participant) -> Participant {
        let state = one.actor.filter(|&actor| self.actors.actors[actor].sort == ActorSort::State);
        let ground = state.filter(|_| self.heads_of(&one).next().is_some_and(|head| self.is_sited(head)));
        let code = ground.map(|state| self.actors.actors[state].code.clone());
        match code {
            Some(code) => Participant { actor: None, code: Some(code), ..one },
            None => one,
        }
    }

    /// "a Danish ferry sank": what an accident befalls has the code of whose it is, and is not he.
    pub fn as_wrecked(&self, one: Participant) -> Participant {
        let thing = self.heads_of(&one).next().filter(|&head| self.is_struck(head) && !self.has_actor(head));
        let Some((thing, actor)) = thing.zip(one.actor) else { return one };
        let code = Some(self.actors.actors[actor].code.clone()).filter(|code| !code.is_empty());
        // "a plane from Sudan": the thing, and not where it came from.
        Participant { actor: None, code, location: self.phrase(thing) }
    }

    /// "The factory of Samsung in Vietnam collapsed", "An Airbus crashed": the thing that is wrecked, if the words are only of
    /// whose it is, or where, or who built it.
    pub fn wreck_around(&self, one: Participant) -> Participant {
        let grammar = &self.grammar;
        let sort = one.actor.map(|actor| self.actors.actors[actor].sort);
        let Some(head) = self.heads_of(&one).next() else { return one };
        let within = |&at: &usize| {
            matches!(
                grammar.relation(at),
                Relation::Nmod | Relation::NmodPoss | Relation::Compound | Relation::Amod
            )
        };
        let around = std::iter::successors(Some(head), |&at| {
            Some(at).filter(within).and_then(|at| grammar.parent(at))
        });
        let thing = around.skip(1).take(DEPTH).find(|&at| self.is_struck(at));
        // "the ferry Sewol"
        let named = grammar.child(head, Relation::NmodDesc).is_some_and(|thing| self.is_struck(thing));
        if named {
            let code = self.country(&one).map(Into::into);
            return Participant { actor: None, code, ..one };
        }
        match thing.filter(|_| !self.is_struck(head)) {
            Some(thing) => {
                let code = self.country(&one).map(Into::into);
                Participant { actor: None, code, location: self.phrase(thing) }
            }
            None if matches!(sort, Some(ActorSort::Organisation | ActorSort::Group))
                && self.has_actor(head) =>
            {
                Participant { actor: None, code: None, ..one }
            }
            None => one,
        }
    }

    /// Whether a state that is named with ground, or with what stands on it, says where it is.
    fn is_sited(&self, head: usize) -> bool {
        // "bombed Damascus": a capital that speaks for its state elsewhere is struck itself.
        if let Some(place) = self.place_at(head) {
            return place.extent != Extent::State;
        }
        if self.has_actor(head) {
            return false;
        }
        let ground = |token: usize| {
            let lemma = self.grammar.lemma(token);
            self.rules.in_class("place-noun", lemma) && !self.rules.in_class("abroad", lemma)
        };
        let inner = || {
            self.inner_actor(head, 1)
                .map(|(child, _)| child)
                .or(self.inner_place(head, 1).map(|(child, _)| child))
        };
        ground(head)
            || inner().is_some_and(|child| {
                self.grammar.relation(child) == Relation::Nmod && (!self.is_of(child) || ground(child))
            })
    }

    pub(super) fn place_participant(&self, place: &PlaceMention) -> Participant {
        let actor = place.country.as_deref().and_then(|country| {
            self.actors
                .actors
                .iter()
                .position(|actor| actor.sort == ActorSort::State && actor.code.get(..3) == Some(country))
        });
        let code = if actor.is_none() { place.country.clone() } else { None };
        Participant { actor, location: place.location, code }
    }

    /// "the towns of Konna and Douentza": the places beyond the first, where that one is told by its name.
    pub(super) fn further_places(&self, head: usize, found: &[Participant]) -> Vec<Participant> {
        let grammar = &self.grammar;
        let first = grammar.children(head).find(|&child| self.is_called_so(head, child));
        let is_told = |first: &usize| {
            let name = grammar.sentence.tokens[*first].span;
            found.iter().any(|one| one.location.span.contains(name))
        };
        let joined = first.filter(is_told).map(|first| grammar.coordinated(first)).unwrap_or_default();
        let further = joined.into_iter().skip(1).filter(|&one| self.is_further_place(one));
        let told = further.filter_map(|one| match self.place_at(one) {
            Some(place) => Some(self.place_participant(place)),
            None => {
                let words = Participant { actor: None, location: self.phrase(one), code: None };
                (!self.has_actor(one)).then_some(words)
            }
        });
        told.collect()
    }

    /// "the towns of Konna": whether a name behind "of" tells which ground in the plural is meant.
    fn is_called_so(&self, ground: usize, name: usize) -> bool {
        self.grammar.xpos(ground) == Xpos::Nns
            && self.rules.in_class("place-noun", self.grammar.lemma(ground))
            && name > ground
            && self.is_of(name)
            && self.grammar.upos(name) == Upos::Propn
    }

    /// Whether a name is joined to that of ground, and is ground like it, known or not.
    pub(super) fn is_further_place(&self, name: usize) -> bool {
        let first = self.grammar.first_conjunct(name);
        first != name
            && self.grammar.upos(name) == Upos::Propn
            && self.grammar.parent(first).is_some_and(|ground| self.is_called_so(ground, first))
    }

    /// "the town of Konna" is Konna.
    pub(super) fn names_by_place(&self, head: usize, child: usize) -> bool {
        self.is_of(child) && self.rules.in_class("territory", self.grammar.lemma(head))
    }

    pub(super) fn named_behind(&self, head: usize) -> Option<&'a PlaceMention> {
        let child = self.grammar.children(head).find(|&child| self.names_by_place(head, child))?;
        self.place_at(child)
    }

    /// The nearest place within a noun phrase, and the dependent of the noun by which it stands there.
    pub(super) fn inner_place(&self, token: usize, depth: usize) -> Option<(usize, &'a PlaceMention)> {
        if depth > DEPTH {
            return None;
        }
        if let Some(place) = self.place_at(token) {
            return Some((token, place));
        }
        self.grammar.children(token).find_map(|child| {
            let inner = match self.grammar.relation(child) {
                Relation::NmodPoss
                | Relation::Amod
                | Relation::Compound
                | Relation::Appos
                | Relation::Flat => self.inner_place(child, depth + 1),
                Relation::Nmod if self.belongs(child) && !self.is_something_named(token, child) => {
                    self.inner_place(child, depth + 1)
                }
                _ => None,
            };
            inner.map(|(_, place)| (child, place))
        })
    }
}
