//! Where the words around a mention tell it to be.

use super::super::draft::Draft;
use super::super::grammar;
use super::super::reading::Reading;
use super::super::rule::Candidate;
use super::super::{Extent, PlaceMention};
use crate::actors::ActorSort;
use crate::language::{Relation, Xpos};

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
            .or_else(|| self.left())
            .or_else(|| self.beneath())
            .or_else(|| self.occasion())
            .or_else(|| self.post())
            .or_else(|| self.journey())
            .or_else(|| self.meanwhile())
            .or_else(|| self.doer())
            .or_else(|| self.defendant())
            .or_else(|| self.gathering())
            .or_else(|| self.destination())
            .or_else(|| self.witnesses())
    }

    /// Whether a word is of a class as it is written.
    pub(super) fn is_class(&self, class: &str, token: usize) -> bool {
        self.reading.rules.in_class(class, self.reading.grammar.lower(token))
    }

    /// Whether a word is of a class in any of its forms.
    pub(super) fn is_of(&self, class: &str, token: usize) -> bool {
        self.reading.rules.in_class(class, self.reading.grammar.lemma(token))
    }

    /// Whether the kind of event happens where the one is that it is done to.
    pub(super) fn is_located(&self) -> bool {
        self.reading.trigger(&self.draft.found).located
    }

    /// Whether the kind of event happens on the ground that it is done to: "left the town".
    pub(super) fn is_sited(&self) -> bool {
        self.reading.kind(&self.draft.found).sited
    }

    /// Whether a phrase tells where something happens: "in Geneva", "on the border", "south of the town", "there".
    pub(super) fn is_scene(&self, token: usize) -> bool {
        let grammar = &self.reading.grammar;
        match grammar.preposition(token) {
            Some(word) => match grammar.lower(word) {
                "on" => self.is_class("underfoot", token),
                "to" => self.is_direction(token),
                "of" => word.checked_sub(1).is_some_and(|before| self.is_class("direction", before)),
                _ => self.is_class("scene", word),
            },
            None => {
                let pointing =
                    matches!(grammar.lower(token), "here" | "there" | "nationwide" | "countrywide");
                self.is_direction(token) || pointing && self.place_at(token).is_some()
            }
        }
    }

    /// "south of Damascus"
    fn is_direction(&self, token: usize) -> bool {
        let grammar = &self.reading.grammar;
        self.is_class("direction", token)
            && grammar
                .children(token)
                .any(|child| grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "of"))
    }

    pub(super) fn place_at(&self, token: usize) -> Option<&'a PlaceMention> {
        self.reading.place_at(token)
    }

    /// "strikes on a base in Syria", "met in Geneva", "talks at the Kremlin".
    fn own_phrase(&self) -> Option<&'a PlaceMention> {
        self.draft.found.arguments.list.iter().find_map(|argument| {
            let grammar::Place::Preposition(word) = argument.place else { return None };
            let direct = self.place_at(argument.token);
            let underfoot = self.is_class("underfoot", argument.token) && self.is_scene(argument.token);
            if self.is_class("scene", word) || underfoot {
                // "met at the request of Britain", "marched in protest at the razing of a mosque in India": not there.
                let wanted =
                    ["what-is-wanted", "grievance"].iter().any(|class| self.is_of(class, argument.token));
                direct.or_else(|| self.inside(argument.token).filter(|_| !wanted))
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
        self.is_of("place-noun", token)
    }

    /// "the Damascus bombing", "the Syrian conflict", "Syria's election", "nationwide protests".
    fn modifier(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let inner = self.is_of("inner-affair", self.draft.found.head);
        grammar
            .children(self.draft.found.head)
            .filter(|&child| {
                let relation = grammar.relation(child);
                relation == Relation::Compound
                    || inner && matches!(relation, Relation::Amod | Relation::NmodPoss)
                    || matches!(grammar.lower(child), "nationwide" | "countrywide")
            })
            .find_map(|child| self.place_at(child))
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
                let place = self.place_at(last);
                // "in Bombay, where the army was called out, and where many were shot"
                let first = grammar.first_conjunct(clause);
                return place.or_else(|| grammar.parent(first).and_then(|noun| self.named(noun)));
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
                || !self.is_purpose(below)
                    && (grammar.relation(below) != Relation::Conj || !grammar.has_nominal_subject(below));
            // "Five were killed and ten were injured in Vail": both were there.
            let beside: Vec<usize> =
                if at == below { grammar.passive_conjuncts(at).collect() } else { Vec::new() };
            for child in std::iter::once(at).chain(beside).flat_map(|verb| grammar.children(verb)) {
                // "shelled the town south of Damascus": what is struck tells more.
                let beyond = match grammar.preposition(child).map(|word| grammar.lower(word)) {
                    None | Some("to") => self.is_direction(child),
                    Some(word) => word == "of",
                };
                let oblique =
                    matches!(grammar.relation(child), Relation::Obl | Relation::Nmod | Relation::Advmod)
                        && !beyond;
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
            // "hanged him in the capital and put the valley under curfew"
            let struck = self.draft.found.object.filter(|_| self.is_located());
            let ground = struck.and_then(|object| self.place_at(object));
            if ground.is_some_and(|place| place.extent < Extent::State) {
                break;
            }
            let participle = grammar.relation(at) == Relation::Advcl && self.is_participle(at);
            if !participle
                && !self.is_purpose(at)
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

    /// "In Chile, students took to the streets to demand …": what is done to an end is done where the whole sentence is, unless
    /// it is done where somebody else is: "jets took off at the airfield to bomb the town".
    fn is_purpose(&self, verb: usize) -> bool {
        let grammar = &self.reading.grammar;
        verb == self.draft.found.anchor()
            && !self.is_located()
            && grammar.relation(verb) == Relation::Advcl
            && grammar.mark(verb).is_some_and(|word| grammar.lower(word) == "to")
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
    pub(super) fn is_participle(&self, verb: usize) -> bool {
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
        if let Some(place) = self.place_at(object) {
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
        // "funded Tehran's missile programme": a capital stands for its state.
        let stands = self.reading.is_struck(object) || self.reading.may_act(object);
        let owner = grammar
            .children(object)
            .filter(|&child| stands && grammar.relation(child) == Relation::NmodPoss)
            .find_map(|child| self.place_at(child));
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
        is_gone_to.then(|| self.place_at(object).or_else(inside)).flatten()
    }

    /// "withdrew from Lebanon", "rolled out of the town", "the pullout from Gaza": a retreat is where those who go have been.
    fn left(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        if !self.reading.kind(&self.draft.found).leaves {
            return None;
        }
        let verb = self.draft.found.anchor();
        let objects = grammar.children(verb).filter(|&child| grammar.relation(child) == Relation::Obj);
        let phrases = grammar.children(verb).chain(objects.flat_map(|object| grammar.children(object)));
        let from = |child: &usize| {
            grammar.preposition(*child).is_some_and(|word| match grammar.lower(word) {
                "from" => true,
                "of" => word.checked_sub(1).is_some_and(|before| grammar.lower(before) == "out"),
                _ => false,
            })
        };
        phrases.filter(from).find_map(|child| self.named(child))
    }

    /// "received the emir of Qatar in Mecca": a place that the parser hung on a participant.
    fn beneath(&self) -> Option<&'a PlaceMention> {
        let grammar = &self.reading.grammar;
        let head = self.draft.found.head;
        let carrier = self.draft.found.arguments.carrier;
        let mut found: Option<&'a PlaceMention> = None;
        for &place in &self.reading.places {
            let Some(top) = super::head_of(self.reading, place).filter(|&top| top > head) else { continue };
            let (mut told, mut of_other) = (false, false);
            for at in grammar.upward(top).take(6) {
                if at == head || Some(at) == carrier {
                    // "at Turkey's ministry of justice in Ankara"
                    if told && found.is_none_or(|other| place.extent < other.extent) {
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
                let other = self.others.contains(&at);
                of_other |= other;
                // "sentenced for the killings in the town"
                let reason = grammar
                    .preposition(at)
                    .is_some_and(|word| matches!(grammar.lower(word), "for" | "over" | "about"));
                // "sign a deal on fishing rights around the islands"
                let settled = |noun| ["agreement", "talks"].iter().any(|class| self.is_of(class, noun));
                let about = grammar
                    .preposition(at)
                    .is_some_and(|word| matches!(grammar.lower(word), "over" | "about"));
                let topic = about && at != top && grammar.parent(at).is_some_and(settled);
                // "marched in protest at the razing of a mosque in the town"
                let grievance = grammar
                    .preposition(at)
                    .is_some_and(|word| matches!(grammar.lower(word), "at" | "against" | "over"))
                    && grammar.parent(at).is_some_and(|noun| self.is_of("grievance", noun));
                // "charged with a murder in the Woolwich attack"
                let names_other = grammar.parent(top) == Some(at) && self.is_of_happening(top, at);
                if bound
                    || topic
                    || reason && of_other
                    || grievance
                    || names_other
                    || (within || grammar.is_verb(at)) && !passes
                    || other && !self.is_scene(at)
                {
                    break;
                }
                told |= self.is_scene(at);
            }
        }
        found
    }

    /// "the Woolwich attack": a town by which a happening of another kind is called is where that was, and nothing but
    /// suffering in it is there too.
    fn is_of_happening(&self, town: usize, noun: usize) -> bool {
        let (grammar, rules) = (&self.reading.grammar, self.reading.rules);
        let head = self.draft.found.head;
        let kind = self.reading.trigger(&self.draft.found).kind;
        // "won in the Saxony election"
        let same = |all: &[Candidate]| all.iter().all(|one| rules.triggers[one.trigger].kind == kind);
        let known = || {
            grammar.is_definite(noun)
                && rules.nouns.get(grammar.lemma(noun)).is_some_and(|all| !same(all))
                && !self.reading.harms(head)
        };
        noun != head
            && grammar.relation(town) == Relation::Compound
            && (self.others.contains(&noun) || known())
    }

    /// "a former Dachau guard": where somebody no more is.
    fn is_past(&self, town: usize, noun: usize) -> bool {
        let grammar = &self.reading.grammar;
        grammar.relation(town) == Relation::Compound
            && grammar
                .children(noun)
                .any(|child| child < town && matches!(grammar.lower(child), "former" | "ex"))
    }

    /// "a man from Ghana", "rockets from Sinai", but not "25 miles from Accra": where somebody or something comes from.
    fn is_origin(&self, token: usize) -> bool {
        let grammar = &self.reading.grammar;
        let far = grammar.parent(token).is_some_and(|noun| self.is_of("measure", noun));
        // "expelled Kurds from Mosul", "rescued a child from a well in Peru"
        let leaves = self.is_of("uprooting", self.draft.found.head);
        grammar.preposition(token).is_some_and(|word| grammar.lower(word) == "from") && !far && !leaves
    }

    /// The place that a noun phrase is or names within.
    pub(super) fn named(&self, token: usize) -> Option<&'a PlaceMention> {
        self.place_at(token).or_else(|| self.inside(token))
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
            let may_be_there = |&child: &usize| {
                !self.is_of_happening(child, token) && !self.is_origin(child) && !self.is_past(child, token)
            };
            grammar.children(token).filter(may_be_there).filter(|&child| {
                let far =
                    depth < DEPTH && !matches!(grammar.relation(child), Relation::Amod | Relation::Flat);
                matches!(grammar.relation(child), Relation::Nmod | Relation::Compound | Relation::Appos)
                    || grammar.relation(child) == Relation::Obl && self.is_direction(token)
                    || !far && matches!(grammar.relation(child), Relation::Amod | Relation::Flat)
            })
        };
        // "at the city's market"
        let owner = || {
            let owned =
                self.reading.is_struck(token) || self.is_ground(token) || self.is_class("underfoot", token);
            grammar.child(token, Relation::NmodPoss).filter(|_| owned).and_then(|child| self.place_at(child))
        };
        children()
            .find_map(|child| self.place_at(child))
            .or_else(|| children().find_map(|child| self.within(child, depth - 1)))
            .or_else(owner)
    }
}
