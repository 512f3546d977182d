//! The arguments of verbs and of event nouns.

use super::{Arguments, Grammar, Place};
use crate::language::{Relation, Upos, Xpos};

/// The verbs that lend an event noun their arguments.
pub(in super::super) struct NounSupport<'a> {
    /// "carry out", "hold", "launch": the noun is their object.
    pub is_support: &'a dyn Fn(&str) -> bool,
    /// "begin", "take place", "erupt": the noun is their subject.
    pub is_aspect: &'a dyn Fn(&str) -> bool,
    /// "engage in", "arrive for": the noun hangs on their preposition.
    pub is_engagement: &'a dyn Fn(&str) -> bool,
    /// "say", "tell": who speaks at a meeting takes part in it.
    pub is_speech: &'a dyn Fn(&str) -> bool,
    /// "call off", "put off": the noun does not happen.
    pub is_undoing: &'a dyn Fn(&str) -> bool,
    /// Nouns for meetings.
    pub is_talks: &'a dyn Fn(&str) -> bool,
    /// "kill", "wound": what happens to people in an attack is what the attack does to them.
    pub is_suffered: &'a dyn Fn(&str) -> bool,
    /// "targeting", "against": verbs whose object is what the noun is done to.
    pub is_aiming: &'a dyn Fn(&str) -> bool,
    /// "aimed at", "directed against": participles behind whose preposition stands what the noun is done to.
    pub is_aimed: &'a dyn Fn(&str) -> bool,
    /// "series", "wave": nouns that count the events behind their "of".
    pub is_quantity: &'a dyn Fn(&str) -> bool,
    /// "die", "perish": those who do it in an attack are those to whom it is done.
    pub is_dying: &'a dyn Fn(&str) -> bool,
}

/// Who does what a clause without a subject of its own tells.
pub(in super::super) trait Control {
    /// "order", "force", "urge": whoever is their object does what follows.
    fn is_of_object(&self, lemma: &str) -> bool;
    /// "using": whoever does what the clause stands in uses it.
    fn is_of_means(&self, lemma: &str) -> bool;
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
            self.add_shared_agent(verb, &mut found);
        }
        if !found.has(Place::Complement)
            && !found.has(Place::Object)
            && let Some(told) = self.told_before(verb)
        {
            found.push(Place::Complement, told);
        }
        found
    }

    /// "two were killed and five were wounded by rebels": the agent is everybody's.
    fn add_shared_agent(&self, verb: usize, found: &mut Arguments) {
        let later = self.children(verb).filter(|&child| {
            self.relation(child) == Relation::Conj && self.is_verb(child) && self.passive(child)
        });
        for other in later {
            for child in self.children(other).filter(|&child| child > other) {
                let by = self.preposition(child).is_some_and(|word| self.lower(word) == "by");
                if by && matches!(self.relation(child), Relation::OblAgent | Relation::Obl) {
                    found.push(Place::Subject, child);
                }
            }
        }
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
                Relation::Obl | Relation::Nmod => {
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
                Relation::CompoundPrt | Relation::Advmod => found.push(Place::Particle, child),
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

    /// "attacked and burned the village"; "the man they arrested"; "to be sanctioned".
    fn add_shared_object(&self, verb: usize, found: &mut Arguments) {
        if self.relation(verb) == Relation::AclRelcl && found.has(Place::Subject) {
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

    /// The arguments of an event noun: its own, and those of the verb that supports it.
    pub fn noun_arguments(&self, noun: usize, words: &NounSupport<'_>, control: &dyn Control) -> Arguments {
        let mut found = Arguments::default();
        for child in self.children(noun) {
            match self.relation(child) {
                Relation::NmodPoss => found.push(Place::Possessor, child),
                Relation::Nmod | Relation::Obl => {
                    if let Some(preposition) = self.preposition(child) {
                        found.push(Place::Preposition(preposition), child)
                    }
                }
                Relation::Compound | Relation::Amod | Relation::NmodDesc | Relation::Nummod => {
                    found.push(Place::Modifier, self.leader(child).unwrap_or(child));
                }
                Relation::Nsubj
                    if self.child(noun, Relation::Cop).is_some() || self.preposition(noun).is_some() =>
                {
                    found.push(Place::Subject, child);
                    found.carrier = self.child(noun, Relation::Cop).or(Some(noun));
                }
                Relation::Acl | Relation::AclRelcl | Relation::Ccomp => {
                    self.add_clause(noun, child, (words, control), &mut found)
                }
                _ => {}
            }
        }
        // "a series of raids on the town": what belongs to the series belongs to the raids.
        let counting = self.counting(noun, words.is_quantity);
        for child in counting.into_iter().flat_map(|counting| self.children(counting)) {
            match self.relation(child) {
                Relation::Nmod | Relation::Obl if child > noun => {
                    if let Some(preposition) = self.preposition(child) {
                        found.push(Place::Preposition(preposition), child);
                    }
                }
                Relation::NmodPoss => found.push(Place::Possessor, child),
                Relation::Acl | Relation::AclRelcl => {
                    self.add_clause(noun, child, (words, control), &mut found)
                }
                _ => {}
            }
        }
        // "set off a wave of violence" carries out none.
        let sets_off = counting.and_then(|counting| self.parent(counting)).is_some_and(|verb| {
            self.child(verb, Relation::CompoundPrt).is_some_and(|particle| self.lower(particle) != "out")
        });
        if !sets_off {
            self.add_governor(counting.unwrap_or(noun), words, control, &mut found);
        }
        found
    }

    /// The noun that counts an event: "series" of "a series of raids".
    fn counting(&self, noun: usize, is_quantity: &dyn Fn(&str) -> bool) -> Option<usize> {
        let of = self.preposition(noun).is_some_and(|word| self.lower(word) == "of");
        self.parent(noun).filter(|&counting| {
            of && self.relation(noun) == Relation::Nmod
                && counting < noun
                && is_quantity(self.lemma(counting))
        })
    }

    /// "US-led strikes": who leads.
    fn leader(&self, participle: usize) -> Option<usize> {
        let is_led =
            matches!(self.lower(participle), "led" | "conducted" | "mediated" | "sponsored" | "brokered");
        self.children(participle).find(|&child| {
            is_led
                && child < participle
                && matches!(self.upos(child), Upos::Propn | Upos::Adj)
                && self.relation(child) != Relation::Punct
        })
    }

    fn add_clause(
        &self,
        noun: usize,
        clause: usize,
        (words, control): (&NounSupport<'_>, &dyn Control),
        found: &mut Arguments,
    ) {
        if !self.is_verb(clause) {
            return;
        }
        // "the readiness to provide aid" is carried out by no providing.
        let support = (words.is_support)(self.lemma(clause)) && self.xpos(clause) != Xpos::Vb;
        if support && self.relation(clause) != Relation::Ccomp {
            let own = self.verb_arguments(clause, control);
            for argument in own.list {
                match argument.place {
                    Place::Subject if argument.token != noun => found.push(Place::Subject, argument.token),
                    Place::Preposition(_) => found.push(argument.place, argument.token),
                    _ => {}
                }
            }
            found.carrier.get_or_insert(clause);
            return;
        }
        match self.mark(clause) {
            Some(mark) if self.lower(mark) != "to" && self.lower(mark) != "that" => {
                found.push(Place::Preposition(mark), clause);
            }
            _ => {}
        }
        let lemma = self.lemma(clause);
        let told_by = self.relation(clause) == Relation::AclRelcl;
        if !told_by {
            found.push(Place::Complement, clause);
        }
        // "an attack targeting civilians", "a ban affecting students", "an attack that hit the market"
        let by_noun =
            || self.child(clause, Relation::Nsubj).is_some_and(|own| self.antecedent(own, clause) == noun);
        let active = self.xpos(clause) == Xpos::Vbg || told_by && !self.passive(clause) && by_noun();
        if active
            && (words.is_aiming)(lemma)
            && let Some(object) = self.child(clause, Relation::Obj)
        {
            found.push(Place::Object, object);
        }
        // "a barrage aimed at the university"
        if self.passive(clause) && (words.is_aimed)(lemma) {
            let at = |child: usize| {
                self.preposition(child).is_some_and(|word| matches!(self.lower(word), "at" | "against"))
            };
            let aims = self.children(clause).filter(|&child| child > clause && at(child));
            aims.for_each(|child| found.push(Place::Object, child));
        }
    }

    fn add_governor(
        &self,
        noun: usize,
        words: &NounSupport<'_>,
        control: &dyn Control,
        found: &mut Arguments,
    ) {
        let top = self.first_conjunct(noun);
        let Some(verb) = self.parent(top) else { return };
        if !self.is_verb(verb) {
            return;
        }
        // "called off the talks" calls no talks.
        if self.phrasal(verb).is_some_and(|phrase| (words.is_undoing)(&phrase)) {
            return;
        }
        let lemma = self.lemma(verb);
        if self.relation(top) == Relation::Obl
            && self.preposition(top).is_some_and(|word| matches!(self.lower(word), "in" | "by" | "during"))
            && ((words.is_suffered)(lemma) && self.passive(verb) || (words.is_dying)(lemma))
        {
            // "ten were killed and two wounded in the attack", "ten died in the attack"
            for verb in [self.first_conjunct(verb), verb] {
                let place = match self.passive(verb) {
                    true => Place::Object,
                    false if (words.is_dying)(self.lemma(verb)) => Place::Subject,
                    false => continue,
                };
                let suffered = self.verb_arguments(verb, control);
                suffered.at(place).for_each(|token| found.push(Place::Object, token));
            }
            return;
        }
        let supported = match self.relation(top) {
            Relation::Obj => (words.is_support)(lemma),
            Relation::NsubjPass => (words.is_support)(lemma),
            Relation::Nsubj => (words.is_aspect)(lemma),
            Relation::Obl => {
                let preposition = self.preposition(top).map_or("", |token| self.lower(token));
                // "speak with the president at the summit" is no more than that.
                let with = lemma == "speak"
                    && self.children(verb).any(|child| {
                        self.relation(child) == Relation::Obl
                            && self.preposition(child).is_some_and(|word| self.lower(word) == "with")
                    });
                !with && matches!(preposition, "in" | "into" | "for" | "to" | "with" | "at" | "on")
                    && (words.is_engagement)(lemma)
                    // "said at a news conference"
                    || matches!(preposition, "at" | "during" | "in")
                        && (words.is_speech)(lemma)
                        && (words.is_talks)(self.lemma(noun))
            }
            _ => false,
        };
        if !supported {
            return;
        }
        // "used Tillerson's visit": whose it is is said already.
        let possessed = self
            .children(noun)
            .any(|child| self.relation(child) == Relation::NmodPoss && self.upos(child) != Upos::Pron);
        let own = self.verb_arguments(verb, control);
        let subject_too = self.relation(top) != Relation::Nsubj && !possessed;
        for argument in own.list {
            match argument.place {
                Place::Subject if subject_too && argument.token != top => {
                    found.push(Place::Subject, argument.token)
                }
                // "the strikes hit the market"
                Place::Object if self.relation(top) == Relation::Nsubj && (words.is_aiming)(lemma) => {
                    found.push(Place::Object, argument.token);
                }
                Place::Object
                    if self.relation(top) == Relation::Obl && argument.token != top && own.passive =>
                {
                    found.push(Place::Subject, argument.token);
                }
                Place::Indirect if argument.token != top => found.push(Place::Indirect, argument.token),
                // "the talks follow a meeting between the two": what hangs on the object is the object's.
                Place::Preposition(_)
                    if argument.token != top
                        && self.parent(argument.token) != self.child(verb, Relation::Obj) =>
                {
                    found.push(argument.place, argument.token);
                }
                _ => {}
            }
        }
        found.carrier = Some(verb);
        found.supported = true;
    }
}
