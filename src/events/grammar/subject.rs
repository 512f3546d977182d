//! Who does what a verb tells: its subject, or whoever stands for it.

use super::{Control, Grammar, REACH};
use crate::language::{Relation, Upos, Xpos};

impl Grammar<'_> {
    /// The subject as it stands on the surface, inherited where the clause has none of its own.
    pub fn surface_subject(&self, predicate: usize, control: &dyn Control) -> Option<usize> {
        let mut at = predicate;
        for _ in 0..REACH {
            if let Some(subject) = self.children(at).find(|&child| {
                matches!(self.relation(child), Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter)
            }) {
                return Some(self.antecedent(subject, at));
            }
            let head = self.parent(at)?;
            match self.relation(at) {
                // "Two are missing after a car hit a wall": whoever is missing hit nothing.
                Relation::Conj
                    if self.is_verb(head)
                        || self.upos(head) == Upos::Adj
                            && (self.passive(predicate)
                                || !matches!(self.lower(head), "dead" | "missing")) =>
                {
                    at = head
                }
                // "an attack that rebels say killed ten": what is told of the attack is not done by the rebels.
                Relation::Ccomp
                    if (self.relation(head) == Relation::AclRelcl
                        || self.relation(head) == Relation::Acl && self.xpos(head).is_finite())
                        && at > head
                        && (self.xpos(at).is_finite() || self.child(at, Relation::Obj).is_some())
                        && !self.passive(at)
                        && self.mark(at).is_none() =>
                {
                    return self.parent(head);
                }
                Relation::Xcomp | Relation::Ccomp => match self.controller(at, head, control) {
                    Some(object) => return Some(object),
                    None => at = head,
                },
                // "wounded by shooting": those to whom it is done did not shoot.
                Relation::Advcl
                    if self.passive(head) && self.mark(at).is_some_and(|mark| self.lower(mark) == "by") =>
                {
                    return None;
                }
                // "killed after bombs the city": whoever is killed bombs nothing; the subject was lost.
                Relation::Advcl
                    if self.passive(head) && matches!(self.xpos(at), Xpos::Vbz | Xpos::Vbp | Xpos::Vbd) =>
                {
                    return None;
                }
                // "complained about rebels shelling the port": they shell it.
                Relation::Advcl if self.told_of(at, head, control).is_some() => {
                    return self.told_of(at, head, control);
                }
                Relation::Advcl => match self.called_upon(at, head, control) {
                    Some(object) => return Some(object),
                    None => at = head,
                },
                // "paid the guards, asking them to look away", "convicted the two, giving them suspended terms": whom the
                // participle speaks to does not speak, and nobody gives himself anything.
                Relation::Acl
                    if self.xpos(at) == Xpos::Vbg
                        && (control.is_of_object(self.lemma(at))
                            || at.checked_sub(1).is_some_and(|comma| self.lower(comma) == ","))
                        && self.children(at).any(|child| {
                            matches!(self.relation(child), Relation::Obj | Relation::Iobj)
                                && matches!(self.lower(child), "him" | "her" | "them" | "it")
                        })
                        && self.clause_above(head).is_some() =>
                {
                    at = self.clause_above(head)?;
                }
                // "sent a letter demanding an inquiry", "wrote to the council asking for help": whoever writes demands.
                Relation::Acl if self.written_by(at, control).is_some() => {
                    at = self.written_by(at, control)?;
                }
                // "surrounded the ministry in the capital demanding a ban": whoever surrounds it demands one.
                Relation::Acl if self.gathered_by(at, control).is_some() => {
                    at = self.gathered_by(at, control)?;
                }
                // "killed two men using a knife": whoever kills uses it.
                Relation::Acl
                    if self.xpos(at) == Xpos::Vbg
                        && control.is_of_means(self.lemma(at))
                        && self.mark(at).is_none()
                        && self.preposition(at).is_none()
                        && self.relation(head) == Relation::Obj
                        && self.clause_above(head).is_some() =>
                {
                    at = self.clause_above(head)?;
                    if self.passive(at) {
                        return None;
                    }
                }
                // "launched an attack on the coast, seizing two ports": the attack seizes nothing.
                Relation::Acl
                    if self.xpos(at) == Xpos::Vbg
                        && self.mark(at).is_none()
                        && self.launcher(at, head, control).is_some() =>
                {
                    at = self.launcher(at, head, control)?;
                }
                // "The team is in Syria investigating": not Syria investigates.
                Relation::Acl
                    if self.xpos(at) == Xpos::Vbg
                        && self.child(head, Relation::Cop).is_some()
                        && self.preposition(head).is_some() =>
                {
                    at = head;
                }
                // "rebels backed by Gulf states fighting to topple him": the rebels fight.
                Relation::Acl if self.xpos(at) == Xpos::Vbg => {
                    return Some(self.backed(head, control).unwrap_or(head));
                }
                Relation::Acl if self.xpos(at) == Xpos::Vbn => return Some(head),
                Relation::Acl => {
                    // "attempts by the army to overrun the area", "calls for the minister to resign"
                    let agent = self.children(head).find(|&child| {
                        let word = self.preposition(child).map_or("", |word| self.lower(word));
                        self.relation(child) == Relation::Nmod
                            && (word == "by" || word == "for" && child < at && control.may_act(child))
                    });
                    if let Some(agent) = agent {
                        return Some(agent);
                    }
                    // "I call on the king to resign": whoever is called upon does.
                    let called = self.mark(at).is_some_and(|mark| self.lower(mark) == "to")
                        && control.may_act(head)
                        && matches!(self.relation(head), Relation::Obj | Relation::Obl)
                        && self.parent(head).is_some_and(|verb| {
                            self.is_verb(verb)
                                && !self.passive(verb)
                                && control.is_of_object(self.lemma(verb))
                        })
                        && self
                            .preposition(head)
                            .is_none_or(|word| matches!(self.lower(word), "on" | "upon"));
                    if called {
                        return Some(head);
                    }
                    // "became the first president to visit the island": who became so visited it.
                    if let Some(predicate) = self.singled_out(at, head) {
                        at = predicate;
                        continue;
                    }
                    // "its decision to withdraw", "announced plans to withdraw"
                    if let Some(possessor) = self.child(head, Relation::NmodPoss) {
                        return Some(possessor);
                    }
                    match self.parent(head) {
                        Some(verb) if matches!(self.relation(head), Relation::Obj | Relation::Obl) => {
                            at = verb
                        }
                        _ => return None,
                    }
                }
                _ => return None,
            }
        }
        None
    }

    /// The verb by which a deed is carried out, of which the noun before a participle is the object or where it is.
    fn launcher(&self, participle: usize, noun: usize, control: &dyn Control) -> Option<usize> {
        let comma = participle.checked_sub(1).is_some_and(|before| self.lower(before) == ",");
        let ground = self
            .preposition(noun)
            .is_some_and(|word| matches!(self.lower(word), "in" | "at" | "near" | "across" | "around"));
        let deed = match self.relation(noun) {
            // "an offensive against rebels besieging the town": they besiege it.
            Relation::Nmod if comma || ground => self.parent(noun)?,
            Relation::Nmod => return None,
            _ => noun,
        };
        self.parent(deed).filter(|&verb| {
            self.relation(deed) == Relation::Obj
                && control.is_of_launching(self.lemma(verb))
                && !self.passive(verb)
        })
    }

    /// "passed a resolution condemning the raid", "sent a letter urging restraint": the verb by whose writing is done what a
    /// participle says.
    pub fn written_by(&self, participle: usize, control: &dyn Control) -> Option<usize> {
        let says = self.relation(participle) == Relation::Acl && self.xpos(participle) == Xpos::Vbg;
        self.parent(participle).filter(|_| says).and_then(|paper| self.writer(paper, control))
    }

    /// The verb by which a letter is written or sent, or somebody is written to.
    fn writer(&self, noun: usize, control: &dyn Control) -> Option<usize> {
        let verb = self.clause_above(noun).filter(|&verb| !self.passive(verb))?;
        let to = || self.preposition(noun).is_some_and(|word| self.lower(word) == "to");
        let letter = || {
            self.children(verb).any(|child| {
                self.relation(child) == Relation::Obj && control.is_of_writing(self.lemma(child))
            })
        };
        let written = match self.relation(noun) {
            Relation::Obj => control.is_of_writing(self.lemma(noun)),
            Relation::Obl | Relation::Nmod if to() => control.is_of_writing(self.lemma(verb)) || letter(),
            _ => false,
        };
        written.then_some(verb)
    }

    /// Whom a power backs that stands right behind the participle that says so.
    fn backed(&self, power: usize, control: &dyn Control) -> Option<usize> {
        let participle = self.parent(power).filter(|_| {
            matches!(self.relation(power), Relation::OblAgent | Relation::Obl) && control.is_power(power)
        })?;
        let by = self.preposition(power).is_some_and(|word| self.lower(word) == "by");
        self.parent(participle).filter(|_| {
            by && self.relation(participle) == Relation::Acl && control.is_of_backing(self.lemma(participle))
        })
    }

    /// "filled the square demanding a ban": the verb by which those gather who demand what a participle behind the place tells.
    pub fn gathered_by(&self, participle: usize, control: &dyn Control) -> Option<usize> {
        let clamours = self.relation(participle) == Relation::Acl
            && self.xpos(participle) == Xpos::Vbg
            && control.is_of_crowds(self.lemma(participle));
        let place = self.parent(participle).filter(|&place| clamours && !control.may_speak(place))?;
        self.clause_above(place).filter(|&verb| !self.passive(verb))
    }

    /// "ordered the troops to withdraw": the object of a verb that makes it do what follows.
    fn controller(&self, clause: usize, verb: usize, control: &dyn Control) -> Option<usize> {
        if !control.is_of_object(self.lemma(verb)) {
            return None;
        }
        self.children(verb)
            .find(|&child| matches!(self.relation(child), Relation::Obj | Relation::Iobj))
            .or_else(|| self.called_upon(clause, verb, control))
    }

    /// "called on the president to resign", "asked the troops to leave": who stands right before the infinitive, if the
    /// verb lets others act.
    fn called_upon(&self, clause: usize, verb: usize, control: &dyn Control) -> Option<usize> {
        // "accused the neighbour of arming (or having armed) them": whoever is accused arms them.
        let having = |&child: &usize| self.relation(child) == Relation::Aux && self.lower(child) == "having";
        let gerund = self.xpos(clause) == Xpos::Vbg || self.children(clause).any(|child| having(&child));
        let made_to = control.is_of_object(self.lemma(verb));
        // "kept the crowd from storming the bank", "charged two men with plotting a raid": nor does it take any other to do it.
        let held_to = gerund && control.is_of_answering(self.lemma(verb));
        let opens = |mark: &usize| match self.lower(*mark) {
            "to" => made_to,
            "of" | "for" => gerund && (made_to || held_to),
            "from" | "with" => held_to,
            _ => false,
        };
        let to = self.mark(clause).filter(|mark| opens(mark) && verb < *mark)?;
        if self.passive(verb) {
            return None;
        }
        self.children(verb).filter(|&child| verb < child && child < to).find(|&child| {
            let asked = match self.relation(child) {
                Relation::Obj | Relation::Iobj => true,
                Relation::Obl => self
                    .preposition(child)
                    .is_some_and(|word| matches!(self.lower(word), "on" | "upon" | "to" | "for" | "with")),
                _ => false,
            };
            // "deported him for taking part": he did, whoever he is.
            let him = held_to && matches!(self.lower(child), "him" | "her" | "them");
            asked && (him || control.may_act(child))
        })
    }

    /// "warned of rebels massing at the border": who stands under "of" right before a gerund that the parser hangs on the verb.
    fn told_of(&self, gerund: usize, verb: usize, control: &dyn Control) -> Option<usize> {
        if self.xpos(gerund) != Xpos::Vbg
            || self.mark(gerund).is_some()
            || control.is_of_means(self.lemma(gerund))
            || control.is_of_crowds(self.lemma(gerund))
        {
            return None;
        }
        self.children(verb).find(|&noun| {
            let about = |word| matches!(self.lower(word), "about" | "of" | "over");
            self.relation(noun) == Relation::Obl
                && (verb..gerund).contains(&noun)
                && (noun + 1..gerund).all(|at| self.lower(at) != "," && self.below(at, noun))
                && self.preposition(noun).is_some_and(about)
                && control.may_act(noun)
        })
    }

    /// "became (or was) the first to do something": the predicate that says who did.
    pub fn singled_out(&self, clause: usize, noun: usize) -> Option<usize> {
        let is_single = self.children(noun).any(|child| {
            child < noun
                && matches!(self.lower(child), "first" | "last" | "only" | "second" | "third" | "latest")
        });
        if self.xpos(clause) != Xpos::Vb || !is_single {
            return None;
        }
        match self.relation(noun) {
            Relation::Xcomp | Relation::Obj => self.parent(noun).filter(|&verb| self.lemma(verb) == "become"),
            _ => self.child(noun, Relation::Cop).map(|_| noun),
        }
    }

    /// The verb whose object or circumstance a noun is.
    fn clause_above(&self, noun: usize) -> Option<usize> {
        let mut at = noun;
        for _ in 0..4 {
            let head = self.parent(at)?;
            match self.relation(at) {
                Relation::Obj | Relation::Obl if self.is_verb(head) => return Some(head),
                Relation::Nmod | Relation::Appos | Relation::Compound | Relation::Flat => at = head,
                _ => return None,
            }
        }
        None
    }
}
