//! Where the words around a mention tell it to be.

use super::super::draft::Draft;
use super::super::grammar;
use super::super::reading::Reading;
use super::super::{Extent, PlaceMention};
use crate::actors::ActorSort;
use crate::language::{Relation, Upos, Xpos};

/// How many nouns deep the name of a place may stand: "at a church in a village near Homs".
const DEPTH: usize = 4;

/// A mention, the sentence around it, and the other mentions that have places of their own.
pub(super) struct Search<'a, 'r> {
    pub reading: &'r Reading<'a>,
    pub draft: &'r Draft,
    /// The heads of the mentions of other kinds: what is told of them is not told of this one.
    pub others: &'r [usize],
}

impl<'a> Search<'a, '_> {
    /// The place: from the phrase of the event, then from its clause, from what it is done to, from who does it.
    pub fn place(&self) -> Option<&'a PlaceMention> {
        self.own_phrase()
            .or_else(|| self.modifier())
            .or_else(|| self.told_of_it())
            .or_else(|| self.before_where())
            .or_else(|| self.clause())
            .or_else(|| self.object())
            .or_else(|| self.beneath())
            .or_else(|| self.occasion())
            .or_else(|| self.post())
            .or_else(|| self.meanwhile())
            .or_else(|| self.doer())
    }

    fn is_class(&self, class: &str, token: usize) -> bool {
        self.reading.rules.in_class(class, self.reading.grammar.lower(token))
    }

    /// Whether the kind of event happens where the one is that it is done to.
    fn is_located(&self) -> bool {
        self.reading.rules.triggers[self.draft.found.trigger].located
    }

    /// Whether the kind of event happens on the ground that it is done to: "left the town".
    fn is_sited(&self) -> bool {
        let kind = self.reading.rules.triggers[self.draft.found.trigger].kind;
        self.reading.rules.kinds[kind].sited
    }

    /// Whether a noun phrase tells where something happens: "in Geneva".
    fn is_scene(&self, token: usize) -> bool {
        self.reading.grammar.preposition(token).is_some_and(|word| self.is_class("scene", word))
    }

    /// "strikes on a base in Syria", "met in Geneva", "talks at the Kremlin".
    fn own_phrase(&self) -> Option<&'a PlaceMention> {
        self.draft.found.arguments.list.iter().find_map(|argument| {
            let grammar::Place::Preposition(word) = argument.place else { return None };
            let direct = self.reading.place_at(argument.token);
            if self.is_class("scene", word) {
                direct.or_else(|| self.inside(argument.token))
            } else if self.is_class("goal", word) && self.is_located() {
                // "to" and "on" name a place only where the place itself is their object, and something is done there.
                // "opened fire on the streets of Vienna"
                let ground = || self.is_ground(argument.token).then(|| self.inside(argument.token)).flatten();
                direct.or_else(ground)
            } else {
                None
            }
        })
    }

    fn is_ground(&self, token: usize) -> bool {
        let grammar = &self.reading.grammar;
        self.reading.rules.in_class("place-noun", grammar.lemma(token))
    }

    /// "the Damascus bombing", "the Syrian conflict".
    fn modifier(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        grammar
            .children(self.draft.found.head)
            .filter(|&child| grammar.relation(child) == Relation::Compound)
            .find_map(|child| self.reading.place_at(child))
    }

    /// "back in Geneva, where envoys met": the place right before "where".
    fn before_where(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        for clause in grammar.upward(self.draft.found.anchor()).take(3).filter(|&at| grammar.is_verb(at)) {
            let word =
                grammar.children(clause).find(|&child| child < clause && grammar.lower(child) == "where");
            if let Some(word) = word {
                let before = word.checked_sub(1)?;
                let last = if grammar.lower(before) == "," { before.checked_sub(1)? } else { before };
                let place = self.reading.place_at(last);
                return place.or_else(|| grammar.parent(clause).and_then(|noun| self.inside(noun)));
            }
            if matches!(grammar.relation(clause), Relation::Ccomp | Relation::AclRelcl) {
                break;
            }
        }
        None
    }

    /// A place told of the clause: "In Geneva, the two ministers met", "met … and signed a treaty in Moscow".
    fn clause(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let mut below = self.draft.found.anchor();
        for at in grammar.upward(self.draft.found.anchor()).take(4) {
            // "Stones flew in Tunis, and the minister promised": who does something else does it elsewhere.
            let goes_on = at == below
                || grammar.relation(below) != Relation::Conj
                || !grammar.has_nominal_subject(below);
            // "Five were killed and ten were injured in Vail": both were there.
            let beside: Vec<usize> =
                if at == below { grammar.passive_conjuncts(at).collect() } else { Vec::new() };
            for child in std::iter::once(at).chain(beside).flat_map(|verb| grammar.children(verb)) {
                let oblique = matches!(grammar.relation(child), Relation::Obl | Relation::Nmod);
                if oblique
                    && self.is_scene(child)
                    && (goes_on || child < grammar.first_conjunct(at).min(at))
                    && let Some(place) = self.named(child)
                {
                    return Some(place);
                }
            }
            if let Some(place) = self.scene_of(at, below) {
                return Some(place);
            }
            below = at;
            let participle = grammar.relation(at) == Relation::Advcl && self.is_participle(at);
            if !participle
                && matches!(
                    grammar.relation(at),
                    Relation::Ccomp
                        | Relation::Advcl
                        | Relation::AclRelcl
                        | Relation::Root
                        | Relation::Parataxis
                )
            {
                break;
            }
        }
        None
    }

    /// "hit the town of Homs, killing six": what came of it was there.
    fn scene_of(&self, verb: usize, effect: usize) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let came_of_it = verb != effect
            && grammar.is_verb(effect)
            && match grammar.relation(effect) {
                Relation::Advcl => self.is_located(),
                Relation::Conj => self.reading.befalls(effect),
                _ => false,
            };
        if !came_of_it {
            return None;
        }
        grammar
            .children(verb)
            .filter(|&child| grammar.relation(child) == Relation::Obj)
            .find_map(|object| self.named(object))
    }

    /// "…, killing six": a participle without a subject of its own goes on with the clause around it.
    fn is_participle(&self, verb: usize) -> bool {
        let grammar = &self.reading.grammar;
        let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark];
        grammar.xpos(verb) == Xpos::Vbg
            && !grammar.children(verb).any(|child| own.contains(&grammar.relation(child)))
    }

    /// "shelled Aleppo", "bombed Sanaa's airport": what it is done to, or the place that belongs to it.
    fn object(&self) -> Option<&'a PlaceMention> {
        if self.is_sited() && !self.is_located() {
            return self.ground();
        }
        let object = self.draft.found.object.filter(|_| self.is_located())?;
        if let Some(place) = self.reading.place_at(object) {
            return Some(place);
        }
        // "killed the former minister of Pakistan": nobody is where his office was.
        let person = self.reading.mentions_at(object).any(|mention| {
            let actor = &self.reading.actors.actors[mention.actor];
            actor.named && actor.sort == ActorSort::Person
        });
        if person {
            return None;
        }
        let grammar = &self.reading.grammar;
        let owner = grammar
            .children(object)
            .filter(|&child| grammar.relation(child) == Relation::NmodPoss)
            .find_map(|child| self.reading.place_at(child));
        owner.or_else(|| self.inside(object))
    }

    /// "left Skopje", "abandoned the town of Izyum", "flew troops to Kuwait"; sanctions on a state are lifted elsewhere.
    fn ground(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let object = self.draft.found.object?;
        let argument = self.draft.found.arguments.list.iter().find(|argument| argument.token == object)?;
        let is_gone_to = match argument.place {
            grammar::Place::Object => true,
            grammar::Place::Preposition(word) => matches!(grammar.lower(word), "to" | "into"),
            _ => false,
        };
        let inside = || self.inside(object).filter(|_| self.is_ground(object));
        is_gone_to.then(|| self.reading.place_at(object).or_else(inside)).flatten()
    }

    /// "received the emir of Qatar in Mecca": a place that the parser hung on a participant.
    fn beneath(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let head = self.draft.found.head;
        let carrier = self.draft.found.arguments.carrier;
        let mut found: Option<&'a PlaceMention> = None;
        for &place in &self.reading.places {
            let Some(top) = super::head_of(self.reading, place).filter(|&top| top > head) else { continue };
            let mut told = false;
            for at in grammar.upward(top).take(6) {
                if at == head || Some(at) == carrier {
                    if told && found.is_none() {
                        found = Some(place);
                    }
                    break;
                }
                let bound = matches!(
                    grammar.relation(at),
                    Relation::Ccomp | Relation::Advcl | Relation::AclRelcl | Relation::Parataxis
                );
                // "attacked a bus carrying soldiers in the north"
                let within = grammar.relation(at) == Relation::Acl;
                let passes = within && grammar.xpos(at) == Xpos::Vbg && self.is_located();
                if bound
                    || (within || grammar.is_verb(at)) && !passes
                    || self.others.contains(&at) && !self.is_scene(at)
                {
                    break;
                }
                told |= self.is_scene(at);
            }
        }
        found
    }

    /// "killed when a bridge collapses near Bern": people suffer where it happens.
    fn occasion(&self) -> Option<&'a PlaceMention> {
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
    fn told_of_it(&self) -> Option<&'a PlaceMention> {
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

    /// "Meeting in Cairo, the ministers voted", "Lavrov, speaking in Tunis, refused": where the doer is meanwhile.
    fn meanwhile(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let verb = self.draft.found.anchor();
        let clauses = grammar.children(verb).filter(|&clause| {
            clause < verb
                && grammar.relation(clause) == Relation::Advcl
                && grammar.opening(clause).is_none()
                && self.is_participle(clause)
                && self.reading.rules.in_class("stay", grammar.lemma(clause))
        });
        clauses
            .flat_map(|clause| grammar.children(clause))
            .filter(|&child| grammar.relation(child) == Relation::Obl && self.is_scene(child))
            .find_map(|child| self.reading.place_at(child))
    }

    /// "recalled its ambassador from Tunis": an envoy is where he is brought away from.
    fn post(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let object = self
            .draft
            .found
            .arguments
            .at(grammar::Place::Object)
            .find(|&object| self.reading.rules.in_class("abroad-by-trade", grammar.lemma(object)))?;
        let verb = self.draft.found.anchor();
        grammar
            .children(verb)
            .chain(grammar.children(object))
            .filter(|&child| grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "from"))
            .find_map(|child| self.reading.place_at(child).filter(|place| place.extent == Extent::Site))
    }

    /// "A court in Izmir freed the pastor", "Lavrov, in Tunis for talks, refused", "ministers meeting in Cairo voted": who does
    /// it is told to be there.
    fn doer(&self) -> Option<&'a PlaceMention> {
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
            .find_map(|child| self.reading.place_at(child).filter(|place| place.extent == Extent::Site));
        if town.is_some() {
            return town;
        }
        grammar.children(subject).filter(|&child| child > subject).find_map(|child| {
            match grammar.relation(child) {
                Relation::Nmod | Relation::Obl if self.is_scene(child) => {
                    let word = grammar.preposition(child)?;
                    let aside = word.checked_sub(1).is_some_and(|before| grammar.lower(before) == ",");
                    self.reading.place_at(child).filter(|_| aside || !named)
                }
                Relation::Acl if matches!(grammar.xpos(child), Xpos::Vbg | Xpos::Vbn) => grammar
                    .children(child)
                    .filter(|&inner| {
                        grammar.relation(inner) == Relation::Obl
                            && grammar.preposition(inner).is_some_and(|word| grammar.lower(word) == "in")
                            && self.reading.rules.in_class("stay", grammar.lemma(child))
                    })
                    .find_map(|inner| self.reading.place_at(inner)),
                _ => None,
            }
        })
    }

    /// The place that a noun phrase is or names within.
    fn named(&self, token: usize) -> Option<&'a PlaceMention> {
        self.reading.place_at(token).or_else(|| self.inside(token))
    }

    /// A place within a noun phrase: "a base near the city of Homs".
    fn inside(&self, token: usize) -> Option<&'a PlaceMention> {
        self.within(token, DEPTH)
    }

    fn within(&self, token: usize, depth: usize) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        // "a halt to the fighting near the town" was called for elsewhere; "at a rally in the town" is there.
        let apart = self.others.contains(&token) && token != self.draft.found.head && !self.is_scene(token);
        if depth == 0 || apart {
            return None;
        }
        let children = || {
            grammar.children(token).filter(|&child| {
                let far =
                    depth < DEPTH && !matches!(grammar.relation(child), Relation::Amod | Relation::Flat);
                matches!(grammar.relation(child), Relation::Nmod | Relation::Compound | Relation::Appos)
                    || !far && matches!(grammar.relation(child), Relation::Amod | Relation::Flat)
            })
        };
        children()
            .find_map(|child| self.reading.place_at(child))
            .or_else(|| children().find_map(|child| self.within(child, depth - 1)))
    }
}
