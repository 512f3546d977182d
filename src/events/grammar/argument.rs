//! The arguments of verbs.

use super::{Arguments, Grammar, Place};
use crate::language::{Relation, Upos, Xpos};

/// Who does what a clause without a subject of its own tells.
pub(in super::super) trait Control {
    /// "order", "force", "urge": whoever is their object does what follows.
    fn is_of_object(&self, lemma: &str) -> bool;
    /// "charge", "prevent", "deport": whoever is their object does what a gerund behind a preposition tells.
    fn is_of_answering(&self, lemma: &str) -> bool;
    /// "using": whoever does what the clause stands in uses it.
    fn is_of_means(&self, lemma: &str) -> bool;
    /// "launch", "stage": whoever does so to a deed does what a participle behind it tells.
    fn is_of_launching(&self, lemma: &str) -> bool;
    /// "letter", "write": what somebody says in writing, and doing so.
    fn is_of_writing(&self, lemma: &str) -> bool;
    /// "demand", "chant": what crowds do who gather somewhere.
    fn is_of_crowds(&self, lemma: &str) -> bool;
    /// "raid", "crackdown": what people are seized in by those who carry it out.
    fn is_of_raiding(&self, lemma: &str) -> bool;
    /// "killed", "shot": whether a verb tells that people are hurt.
    fn is_of_harm(&self, verb: usize) -> bool;
    /// "storm", "blast": whether a noun tells of what happens.
    fn is_of_happening(&self, noun: usize) -> bool;
    /// "back", "arm": what states do for others who fight.
    fn is_of_backing(&self, lemma: &str) -> bool;
    /// Whether a noun is of states, which send no troops where they only back somebody.
    fn is_power(&self, token: usize) -> bool;
    /// Whether a noun is of people, or of somebody known who is no building and no ground.
    fn may_speak(&self, token: usize) -> bool;
    /// Whether somebody who can act stands behind a noun.
    fn may_act(&self, token: usize) -> bool;
}

impl Grammar<'_> {
    /// The arguments of a verb, as they stand to what it tells.
    pub fn verb_arguments(&self, verb: usize, control: &dyn Control) -> Arguments {
        let mut found = Arguments { passive: self.passive(verb), carrier: Some(verb), ..Default::default() };
        self.add_own_arguments(verb, &mut found);
        if !found.has(Place::Subject) && !found.passive {
            if let Some(subject) = self.surface_subject(verb, control) {
                found.push(Place::Subject, subject);
            }
        } else if found.passive
            && !found.has(Place::Object)
            && let Some(subject) = self.surface_subject(verb, control)
        {
            found.push(Place::Object, subject);
        }
        if !found.has(Place::Object) && !found.passive {
            self.add_shared_object(verb, &mut found);
        }
        if found.passive && !found.has(Place::Subject) {
            self.add_shared_agent(verb, &mut found, control);
        }
        if found.passive && !found.has(Place::Subject) {
            self.add_raider(verb, &mut found, control);
        }
        if found.passive {
            self.add_shared_circumstances(verb, &mut found);
        }
        if !found.has(Place::Complement)
            && !found.has(Place::Object)
            && let Some(told) = self.told_before(verb)
        {
            found.push(Place::Complement, told);
        }
        found
    }

    /// What else is told to have been done, joined to a verb: "wounded" in "were killed and were wounded".
    pub fn passive_conjuncts(&self, verb: usize) -> impl Iterator<Item = usize> {
        self.children(verb).filter(|&child| {
            self.relation(child) == Relation::Conj && self.is_verb(child) && self.passive(child)
        })
    }

    /// "two were killed and five were wounded by rebels": the agent is everybody's. Where the second deed has people of its own,
    /// it is only of harm that it is: "was hurt and an envoy was sent by the king".
    fn add_shared_agent(&self, verb: usize, found: &mut Arguments, control: &dyn Control) {
        // "shot, stabbed and burned by soldiers": those in the middle have no subject of their own either.
        let first = self.parent(verb).filter(|&first| {
            self.relation(verb) == Relation::Conj && self.is_verb(first) && !self.has_subject(verb)
        });
        let later = first.into_iter().flat_map(|first| self.passive_conjuncts(first));
        let later = later.filter(|&other| other > verb && !self.has_subject(other));
        for other in self.passive_conjuncts(verb).chain(later) {
            // "taken into custody and freed by a judge": what has a goal of its own is another's act.
            let goal = self.children(verb).any(|child| {
                let to = |word| matches!(self.lower(word), "into" | "to" | "from");
                self.relation(child) == Relation::Obl
                    && (verb..other).contains(&child)
                    && self.preposition(child).is_some_and(to)
            });
            // "was arrested and was later killed by a guard": what has a "was" of its own has an agent of its own, unless
            // both are harm done at one time.
            let helped = |at: usize| self.child(at, Relation::AuxPass).is_some();
            let harms = control.is_of_harm(verb) && control.is_of_harm(other);
            let later = || {
                self.children(other).any(|child| {
                    child < other
                        && matches!(
                            self.lower(child),
                            "later" | "then" | "subsequently" | "afterwards" | "eventually"
                        )
                })
            };
            let apart = helped(verb) && helped(other) && !self.has_subject(other) && (!harms || later());
            if goal || apart || self.begins_anew(verb, other) {
                continue;
            }
            let named = self
                .child(other, Relation::NsubjPass)
                .is_some_and(|own| own > verb && self.upos(own) != Upos::Num);
            let harm = || control.is_of_harm(verb) && control.is_of_harm(other);
            // "was hurt by a storm": what happens did both.
            let did_both = |doer| !named || control.is_of_happening(doer) || control.may_act(doer) && harm();
            for child in self.children(other).filter(|&child| child > other) {
                let by = self.preposition(child).is_some_and(|word| self.lower(word) == "by");
                let is_agent = by && matches!(self.relation(child), Relation::OblAgent | Relation::Obl);
                if is_agent && did_both(child) {
                    found.push(Place::Subject, child);
                }
            }
        }
    }

    /// "arrested in a raid by the police", "seized in an army operation": what is done to people and things in such an
    /// undertaking is done by whoever undertakes it.
    fn add_raider(&self, verb: usize, found: &mut Arguments, control: &dyn Control) {
        let raids = self.children(verb).filter(|&child| {
            let within = |word| matches!(self.lower(word), "in" | "during");
            self.relation(child) == Relation::Obl
                && self.preposition(child).is_some_and(within)
                && control.is_of_raiding(self.lemma(child))
        });
        let whose = |child: &usize| {
            let by = || self.preposition(*child).is_some_and(|word| self.lower(word) == "by");
            let acts = || self.upos(*child) != Upos::Propn && control.may_act(*child);
            match self.relation(*child) {
                Relation::Nmod | Relation::Obl => by(),
                Relation::Compound | Relation::Amod => acts(),
                _ => false,
            }
        };
        if let Some(raider) = raids.flat_map(|raid| self.children(raid)).find(whose) {
            found.push(Place::Subject, raider);
        }
    }

    /// "two were hurt, and two were rescued by firemen": a clause with a subject of its own behind a comma has its own
    /// agent.
    fn begins_anew(&self, verb: usize, other: usize) -> bool {
        let own = self.child(other, Relation::NsubjPass).filter(|&own| verb < own && own < other);
        let first =
            own.map(|own| (verb + 1..own).rev().take_while(|&at| self.below(at, own)).last().unwrap_or(own));
        first.is_some_and(|first| self.lower(first - 1) == "and" && first > 1 && self.lower(first - 2) == ",")
    }

    /// "Britain is plotting a coup, the minister charged": what stands before a closing verb is what it says.
    fn told_before(&self, verb: usize) -> Option<usize> {
        let told = self.parent(verb).filter(|&told| {
            self.relation(verb) == Relation::Parataxis && told < verb && self.is_verb(told)
        })?;
        let subject =
            self.child(verb, Relation::Nsubj).filter(|&subject| told < subject && subject < verb)?;
        let comma = (told..subject).rev().take(8).any(|token| self.lower(token) == ",");
        let broken = (told..verb).any(|token| matches!(self.lower(token), ";" | ":"));
        let closing = (verb + 1..self.len()).filter(|&token| self.upos(token) != Upos::Punct).count() <= 4;
        (comma && closing && !broken).then_some(told)
    }

    fn add_own_arguments(&self, verb: usize, found: &mut Arguments) {
        let ditransitive = found.passive && self.child(verb, Relation::Obj).is_some();
        for child in self.children(verb) {
            let token = self.antecedent(child, verb);
            match self.relation(child) {
                // "has been offered the post": whoever is the subject of a passive with an object of its own.
                Relation::Nsubj if ditransitive && self.child(verb, Relation::AuxPass).is_some() => {
                    found.push(Place::Indirect, token)
                }
                Relation::Nsubj | Relation::NsubjOuter | Relation::Csubj | Relation::OblAgent => {
                    found.push(Place::Subject, token);
                }
                Relation::NsubjPass | Relation::CsubjPass if ditransitive => {
                    found.push(Place::Indirect, token)
                }
                Relation::NsubjPass | Relation::CsubjPass | Relation::Obj => found.push(Place::Object, token),
                Relation::Iobj => found.push(Place::Indirect, token),
                // Behind a preposition stands no mere measure, whatever the parser calls it.
                Relation::Obl | Relation::Nmod | Relation::OblUnmarked => {
                    if let Some(preposition) = self.preposition(child) {
                        if found.passive && self.lower(preposition) == "by" {
                            found.push(Place::Subject, token);
                        } else {
                            found.push(Place::Preposition(preposition), token);
                        }
                    }
                }
                Relation::Xcomp | Relation::Ccomp => found.push(Place::Complement, child),
                Relation::Advcl | Relation::Acl => {
                    if let Some(mark) = self.opening(child) {
                        found.push(Place::Preposition(mark), child);
                    }
                }
                Relation::CompoundPrt | Relation::Advmod => {
                    found.push(Place::Particle, child);
                    // "went on to Moscow", "moved closer to the border": where to belongs to the verb; "ahead of the talks" is a
                    // preposition.
                    let onward = child > verb
                        && (matches!(self.lower(child), "on" | "back" | "home" | "over")
                            || is_near(self.lower(child)));
                    for goal in self.children(child).filter(|&goal| onward && goal > child) {
                        if let (Relation::Obl | Relation::Nmod, Some(preposition)) =
                            (self.relation(goal), self.preposition(goal))
                        {
                            found.push(Place::Preposition(preposition), goal);
                        }
                    }
                }
                // "asked Maria Silva to serve, the agency reported": what the agency reported has no "to".
                Relation::Parataxis if self.is_verb(child) && child > verb => {
                    let to = |told: &usize| {
                        *told < child && self.mark(*told).is_some_and(|mark| self.lower(mark) == "to")
                    };
                    if let Some(told) = self.child(child, Relation::Ccomp).filter(to) {
                        found.push(Place::Complement, told);
                    }
                }
                _ => {}
            }
            // "asked Maria Silva, a judge, to be its minister": nouns have no complements of their own.
            if matches!(self.relation(child), Relation::Obj | Relation::Iobj) {
                let other_name = self.child(child, Relation::Appos);
                let named =
                    other_name.into_iter().flat_map(|name| [Some(name), self.child(name, Relation::Appos)]);
                let asked = [Some(child)].into_iter().chain(named).flatten();
                if let Some(told) = asked.filter_map(|noun| self.child(noun, Relation::Xcomp)).next() {
                    found.push(Place::Complement, told);
                }
            }
        }
        self.add_behind_object(verb, found);
    }

    /// "voiced anger at North Korea", "sent troops to the border": what stands behind the object may belong to either,
    /// and counts for the verb where it has nothing of the kind itself. What tells of a place or a time does not count.
    fn add_behind_object(&self, verb: usize, found: &mut Arguments) {
        let Some(object) = self.child(verb, Relation::Obj).filter(|&object| object > verb) else { return };
        for child in self.children(object).filter(|&child| child > object) {
            let Some(preposition) = self.preposition(child) else { continue };
            let word = self.lower(preposition);
            let has_own = found
                .list
                .iter()
                .any(|argument| matches!(argument.place, Place::Preposition(own) if self.lower(own) == word));
            let is_side = matches!(
                word,
                "against" | "at" | "between" | "for" | "from" | "into" | "on" | "over" | "to" | "with"
            );
            if matches!(self.relation(child), Relation::Nmod | Relation::Obl) && is_side && !has_own {
                found.push(Place::Preposition(preposition), child);
            }
        }
        // "cut the aid given to the region"
        let given = self
            .children(object)
            .filter(|&child| self.relation(child) == Relation::Acl && self.xpos(child) == Xpos::Vbn);
        for child in given.flat_map(|given| self.children(given)) {
            let to = self.preposition(child).filter(|&word| self.lower(word) == "to");
            if let (Some(to), Relation::Obl) = (to, self.relation(child)) {
                found.push(Place::Preposition(to), child);
            }
        }
    }

    /// "two were killed and five injured in a crash": what has no "were" of its own happens in the same.
    fn add_shared_circumstances(&self, verb: usize, found: &mut Arguments) {
        let first = self.parent(verb).filter(|&first| {
            self.relation(verb) == Relation::Conj
                && self.child(verb, Relation::AuxPass).is_none()
                && self.child(first, Relation::AuxPass).is_some()
        });
        for child in first.into_iter().flat_map(|first| self.children(first)).filter(|&child| child > verb) {
            let word = match self.relation(child) {
                Relation::Obl => self.preposition(child).filter(|&word| self.lower(word) != "by"),
                Relation::Advcl => self.opening(child),
                _ => None,
            };
            if let Some(word) = word {
                found.push(Place::Preposition(word), child);
            }
        }
    }

    /// "attacked and burned the village"; "the man they arrested"; "to be sanctioned".
    fn add_shared_object(&self, verb: usize, found: &mut Arguments) {
        if self.relation(verb) == Relation::AclRelcl && found.has(Place::Subject) {
            // "the town where voters backed leaving the pact": whoever backs that does not back the town.
            let there = |child: usize| child < verb && matches!(self.lower(child), "where" | "when" | "why");
            if self.children(verb).any(there) && found.has(Place::Complement) {
                return;
            }
            if let Some(head) = self.parent(verb)
                && !found.at(Place::Subject).any(|subject| subject == head)
            {
                found.push(Place::Object, head);
            }
            return;
        }
        let neighbour = match self.relation(verb) {
            Relation::Conj => self.parent(verb).filter(|&head| self.is_verb(head)),
            _ => self.children(verb).find(|&child| {
                self.relation(child) == Relation::Conj && self.is_verb(child) && !self.has_subject(child)
            }),
        };
        if let Some(object) = neighbour.and_then(|other| self.child(other, Relation::Obj))
            && object > verb
        {
            found.push(Place::Object, object);
        }
    }
}

/// "closer" of "moved closer to the border", "came closer to a deal": how near something comes.
pub(in super::super) fn is_near(word: &str) -> bool {
    matches!(word, "close" | "closer" | "near" | "nearer")
}
