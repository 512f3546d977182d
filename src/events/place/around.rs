//! Where those who take part are told to be.

use super::super::grammar;
use super::super::{Extent, PlaceMention};
use super::told::Search;
use crate::language::{Relation, Upos, Xpos};

/// How deep the place of a gathering may stand: "at the close of a week of talks in Rimbo".
const REACH: usize = 6;

impl<'a> Search<'a, '_> {
    /// "killed when a bridge collapses near Bern": people suffer where it happens.
    pub(super) fn occasion(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let verb = self.draft.found.anchor();
        let harms = self.reading.harms(verb);
        // "was shot as he left a rally in Tunis": what is done to somebody is done where he then is.
        let met = self.is_located() && self.draft.found.arguments.passive;
        if !harms && !met {
            return None;
        }
        let verbs = std::iter::once(verb).chain(grammar.passive_conjuncts(verb));
        let clauses = verbs.flat_map(|verb| grammar.children(verb)).filter(|&child| {
            child > verb
                && grammar.relation(child) == Relation::Advcl
                && grammar.tells_occasion(child)
                && (harms || grammar.opening(child).is_some_and(|word| grammar.lower(word) != "after"))
        });
        // "when a man goes on a rampage at a firm in Bern"
        clauses
            .flat_map(|clause| grammar.children(clause))
            .filter(|&child| matches!(grammar.relation(child), Relation::Obl | Relation::Obj))
            .flat_map(|child| std::iter::once(child).chain(grammar.children(child)))
            .filter(|&child| self.is_scene(child))
            .find_map(|child| self.named(child))
    }

    /// "violence that erupted in Tunis": where the clause about the event says it was.
    pub(super) fn told_of_it(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let clauses = grammar.children(self.draft.found.head).filter(|&clause| {
            grammar.relation(clause) == Relation::AclRelcl
                && grammar
                    .child(clause, Relation::Nsubj)
                    .is_some_and(|own| matches!(grammar.lower(own), "that" | "which"))
        });
        clauses
            .flat_map(|clause| grammar.children(clause))
            .filter(|&child| grammar.relation(child) == Relation::Obl && self.is_scene(child))
            .find_map(|child| self.named(child))
    }

    /// "Meeting in Cairo, the ministers voted", "Lavrov, speaking in Tunis, refused": where the doer is meanwhile; and "refused,
    /// telling a crowd in Tunis that …".
    pub(super) fn meanwhile(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let verb = self.draft.found.anchor();
        let clauses = grammar.children(verb).filter(|&clause| {
            let lemma = grammar.lemma(clause);
            grammar.relation(clause) == Relation::Advcl
                && grammar.opening(clause).is_none()
                && self.is_participle(clause)
                && (clause < verb && self.reading.rules.in_class("stay", lemma)
                    || clause > verb && self.reading.rules.words.speech.contains(lemma))
        });
        clauses
            .flat_map(|clause| grammar.children(clause).map(move |child| (clause, child)))
            .flat_map(|(clause, child)| {
                let hearer = matches!(grammar.relation(child), Relation::Obj | Relation::Iobj);
                let of_hearer = grammar.children(child).filter(move |_| hearer && clause > verb);
                std::iter::once(child).chain(of_hearer)
            })
            .filter(|&child| {
                matches!(grammar.relation(child), Relation::Obl | Relation::Nmod) && self.is_scene(child)
            })
            .find_map(|child| {
                // "Meeting in emergency session in Cairo"
                let session = ["talks", "assembly"].iter().any(|class| self.is_of(class, child));
                if session { self.named(child) } else { self.place_at(child) }
            })
    }

    /// "recalled its ambassador from Tunis": an envoy is where he is brought away from.
    pub(super) fn post(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let object = self
            .draft
            .found
            .arguments
            .at(grammar::Place::Object)
            .find(|&object| self.is_of("abroad-by-trade", object))?;
        let verb = self.draft.found.anchor();
        grammar
            .children(verb)
            .chain(grammar.children(object))
            .filter(|&child| grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "from"))
            .find_map(|child| self.place_at(child).filter(|place| place.extent == Extent::Site))
    }

    /// "A court in Izmir freed the pastor", "Lavrov, in Tunis for talks, refused", "ministers meeting in Cairo voted": who does
    /// it is told to be there.
    pub(super) fn doer(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let subject = self.draft.found.arguments.at(grammar::Place::Subject).next()?;
        // "A Berlin paper accused the army of killing ten": the killing was elsewhere.
        if grammar.parent(subject) != Some(self.draft.found.anchor()) {
            return None;
        }
        let named = grammar.upos(subject) == Upos::Propn;
        // "A Hamburg court fines the firm"
        let town = grammar
            .children(subject)
            .filter(|&child| grammar.relation(child) == Relation::Compound && !named)
            .find_map(|child| self.place_at(child).filter(|place| place.extent == Extent::Site));
        if town.is_some() {
            return town;
        }
        grammar.children(subject).filter(|&child| child > subject).find_map(|child| {
            match grammar.relation(child) {
                Relation::Nmod | Relation::Obl if self.is_scene(child) => {
                    let word = grammar.preposition(child)?;
                    let aside = word.checked_sub(1).is_some_and(|before| grammar.lower(before) == ",");
                    // "a blast near a consulate in Bern killed six": what happens is where it is told to be.
                    let happening = || self.is_located() && !self.reading.is_somebody(subject);
                    let inner = || happening().then(|| self.named(child)).flatten();
                    // "voters in the state of Kano go to the polls", "gunmen inside a school in Beslan refused"
                    let ground = self.is_of("place-noun", child) || self.reading.is_struck(child);
                    let people = self.reading.is_people(subject) && ground;
                    let region = || people.then(|| self.named(child)).flatten();
                    self.place_at(child).filter(|_| aside || !named).or_else(inner).or_else(region)
                }
                // "a mine that went off in Homs killed six"
                Relation::AclRelcl if self.is_located() && !self.reading.is_somebody(subject) => grammar
                    .children(child)
                    .filter(|&inner| grammar.relation(inner) == Relation::Obl && self.is_scene(inner))
                    .find_map(|inner| self.named(inner)),
                // "closeted for six hours in Sochi"
                Relation::Acl if matches!(grammar.xpos(child), Xpos::Vbg | Xpos::Vbn) => grammar
                    .children(child)
                    .flat_map(|inner| std::iter::once(inner).chain(grammar.children(inner)))
                    .filter(|&inner| {
                        matches!(grammar.relation(inner), Relation::Obl | Relation::Nmod)
                            && grammar.preposition(inner).is_some_and(|word| grammar.lower(word) == "in")
                            && self.is_of("stay", child)
                    })
                    .find_map(|inner| self.place_at(inner)),
                _ => None,
            }
        })
    }

    /// "Three men in Leeds are convicted": whoever is tried or seized is told to be in a town.
    pub(super) fn defendant(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let verb = self.draft.found.anchor();
        if !self.draft.found.arguments.passive || !self.is_of("tried", verb) {
            return None;
        }
        let people =
            grammar.child(verb, Relation::NsubjPass).filter(|&subject| self.reading.is_people(subject))?;
        grammar
            .children(people)
            .filter(|&child| child > people && grammar.relation(child) == Relation::Nmod)
            .filter(|&child| grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "in"))
            .find_map(|child| self.place_at(child).filter(|place| place.extent == Extent::Site))
    }

    /// "flew to Jeddah for talks", "went to Vienna to sign the treaty": what somebody goes somewhere for is done there.
    pub(super) fn journey(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let head = self.draft.found.head;
        let path = || grammar.upward(head).take(REACH);
        let travel = path().skip(1).find(|&at| {
            let goes = ["travel", "dispatch"].iter().any(|class| self.is_of(class, at));
            grammar.is_verb(at) && goes
        })?;
        let below = || path().take_while(|&at| at != travel);
        let purpose = below().any(|at| {
            let word = grammar.preposition(at).or_else(|| grammar.mark(at));
            word.is_some_and(|word| matches!(grammar.lower(word), "for" | "to"))
                && self.place_at(at).is_none()
        });
        let own = grammar.is_verb(head) || self.is_of("talks", head);
        if !purpose || !own || below().any(|at| grammar.has_nominal_subject(at)) {
            return None;
        }
        let goal = |&child: &usize| {
            grammar
                .preposition(child)
                .is_some_and(|word| matches!(grammar.lower(word), "to" | "into" | "in" | "at"))
        };
        grammar.children(travel).filter(goal).find_map(|child| self.place_at(child))
    }

    /// "Paris sends troops to Mali", "a frigate patrols the Black Sea": forces are used where they go.
    pub(super) fn destination(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let verb = self.draft.found.anchor();
        let town = |child| self.is_of("place-noun", child).then(|| self.named(child)).flatten();
        let ground = |child| self.place_at(child).or_else(|| town(child));
        let object =
            |verb: usize| grammar.children(verb).filter(|&child| grammar.relation(child) == Relation::Obj);
        if !self.is_sited() {
            return None;
        }
        if self.is_of("patrolling", verb) {
            return object(verb).find_map(|child| self.named(child));
        }
        if !self.is_of("dispatch", verb) {
            return None;
        }
        // "sends a frigate to patrol the Black Sea"
        let ends = grammar.children(verb).chain(object(verb).flat_map(|forces| grammar.children(forces)));
        let patrolled = ends
            .filter(|&child| {
                matches!(grammar.relation(child), Relation::Advcl | Relation::Xcomp | Relation::Acl)
                    && self.is_of("patrolling", child)
            })
            .flat_map(object);
        let goals = grammar.children(verb).filter(|&child| {
            grammar.preposition(child).is_some_and(|word| matches!(grammar.lower(word), "to" | "into"))
        });
        goals.chain(patrolled).find_map(ground)
    }

    /// "Residents of Jasim said that shells fell at night": who lives somewhere tells of what is done there.
    pub(super) fn witnesses(&self) -> Option<&'a PlaceMention> {
        if !self.is_located() {
            return None;
        }
        let grammar = &self.reading.grammar;
        let mut at = self.draft.found.anchor();
        // "fell at night and killed ten"
        while grammar.relation(at) == Relation::Conj {
            at = grammar.parent(at)?;
        }
        let verb = grammar.parent(at).filter(|_| grammar.relation(at) == Relation::Ccomp)?;
        let subject = grammar.child(verb, Relation::Nsubj)?;
        let tells = self.reading.rules.words.speech.contains(grammar.lemma(verb));
        let place = || {
            grammar
                .children(subject)
                .filter(|&child| {
                    grammar
                        .preposition(child)
                        .is_some_and(|word| matches!(grammar.lower(word), "of" | "in" | "from"))
                })
                .find_map(|child| self.named(child))
        };
        (tells && self.is_of("inhabitant", subject)).then(place).flatten()
    }

    /// "After talks in Geneva, the ministers agreed", "on a visit to New York, she took their side": who gathers somewhere
    /// speaks and settles there.
    pub(super) fn gathering(&self) -> Option<&'a PlaceMention> {
        if self.is_located() {
            return None;
        }
        let grammar = &self.reading.grammar;
        let anchor = self.draft.found.anchor();
        self.reading.places.iter().copied().find(|place| {
            let Some(top) = super::head_of(self.reading, place) else { return false };
            let goes = grammar.preposition(top).is_some_and(|word| grammar.lower(word) == "to");
            let (mut told, mut met) = (self.is_scene(top), false);
            for at in grammar.upward(top).skip(1).take(REACH) {
                if at == anchor {
                    return told && met;
                }
                let journey = self.is_of("journey", at);
                let talks = ["talks", "assembly"].iter().any(|class| self.is_of(class, at));
                told |= journey && goes;
                met |= journey || talks;
                let word = grammar.preposition(at);
                let joined = matches!(grammar.relation(at), Relation::Obl | Relation::Nmod)
                    && word.is_some_and(|word| self.is_class("gathered", word));
                if !joined {
                    return false;
                }
            }
            false
        })
    }
}
