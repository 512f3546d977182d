//! The arguments of event nouns, which other words lend them.

use super::argument::Control;
use super::{Arguments, Grammar, Place};
use crate::language::{Relation, Upos};

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
    /// "call", "declare": verbs that say what their object is.
    pub is_judging: &'a dyn Fn(&str) -> bool,
    /// "visit", "trip": nouns for journeys.
    pub is_journey: &'a dyn Fn(&str) -> bool,
    /// Nouns for meetings.
    pub is_talks: &'a dyn Fn(&str) -> bool,
    /// Nouns for meetings and calls at which the parties alone are present.
    pub is_two_sided: &'a dyn Fn(&str) -> bool,
    /// "assure", "agree": who does so in talks takes part in them.
    pub is_conferring: &'a dyn Fn(&str) -> bool,
    /// "announce", "agree": who does so after talks took part in them.
    pub is_concluding: &'a dyn Fn(&str) -> bool,
    /// "bomb", "arrest", "march": what is done on the spot, by whomever, and is no outcome of talks.
    pub is_on_the_spot: &'a dyn Fn(&str) -> bool,
    /// "tell", "assure": whom somebody addresses in talks takes part in them as well.
    pub is_addressing: &'a dyn Fn(&str) -> bool,
    /// "kill", "wound": what happens to people in an attack is what the attack does to them.
    pub is_suffered: &'a dyn Fn(&str) -> bool,
    /// "targeting", "against": verbs whose object is what the noun is done to.
    pub is_aiming: &'a dyn Fn(&str) -> bool,
    /// "aimed at", "directed against": participles behind whose preposition stands what the noun is done to.
    pub is_aimed: &'a dyn Fn(&str) -> bool,
    /// "series", "wave": nouns that count the events behind their "of".
    pub is_quantity: &'a dyn Fn(&str) -> bool,
    /// "days", "weeks": nouns that say how long the events behind their "of" last.
    pub is_span: &'a dyn Fn(&str) -> bool,
    /// "die", "perish": those who do it in an attack are those to whom it is done.
    pub is_dying: &'a dyn Fn(&str) -> bool,
    /// "propose", "host": whoever does so to talks with somebody takes part in them.
    pub is_arranging: &'a dyn Fn(&str) -> bool,
    /// "claim", "admit": verbs by which somebody owns up to a deed.
    pub is_owning_up: &'a dyn Fn(&str) -> bool,
    /// "responsibility": what he claims for it.
    pub is_owned_up: &'a dyn Fn(&str) -> bool,
    /// "claim": who claims a deed itself says that it was his.
    pub is_claiming: &'a dyn Fn(&str) -> bool,
    /// "plead guilty", "confess": who does so to a deed has done it.
    pub is_confessing: &'a dyn Fn(&str) -> bool,
    /// "convict", "jail": to whom it is done for a deed, he has done it.
    pub is_condemning: &'a dyn Fn(&str) -> bool,
    /// "accuse", "suspect": at whose door a deed is laid.
    pub is_blaming: &'a dyn Fn(&str) -> bool,
    /// "arrest", "detain": whoever is caught in a deed need not have done it.
    pub is_detaining: &'a dyn Fn(&str) -> bool,
    /// "send", "dispatch": whoever is sent to talks takes part in them.
    pub is_sending: &'a dyn Fn(&str) -> bool,
    /// "part", "role": what somebody has in a deed.
    pub is_share: &'a dyn Fn(&str) -> bool,
    /// "plan", "carry": what those do to a deed who answer for it.
    pub is_masterminding: &'a dyn Fn(&str) -> bool,
    /// "blamed", "pinned": participles behind whose preposition stands whoever is held to have done it.
    pub is_blamed: &'a dyn Fn(&str) -> bool,
    /// "gunman": nouns for people.
    pub is_people: &'a dyn Fn(&str) -> bool,
    /// "attack", "raid": nouns for violence.
    pub is_violence: &'a dyn Fn(&str) -> bool,
    /// "seize", "kill", "encircle": whoever does so in an attack attacks.
    pub is_storming: &'a dyn Fn(&str) -> bool,
}

impl Grammar<'_> {
    /// The arguments of an event noun: its own, and those of the verb that supports it.
    pub fn noun_arguments(&self, noun: usize, words: &NounSupport<'_>, control: &dyn Control) -> Arguments {
        let mut found = Arguments::default();
        for child in self.children(noun) {
            match self.relation(child) {
                Relation::NmodPoss => found.push(Place::Possessor, child),
                Relation::Nmod | Relation::Obl => {
                    if let Some(preposition) = self.preposition(child) {
                        let place = match self.is_blamed_on(noun, preposition, words) {
                            true => Place::Subject,
                            false => Place::Preposition(preposition),
                        };
                        found.push(place, child)
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
        self.add_shared_in_row(noun, control, &mut found);
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
                // "They were behind the wave of raids"
                Relation::Nsubj if counting.is_some_and(|counting| self.is_behind(counting)) => {
                    found.push(Place::Subject, child);
                }
                _ => {}
            }
        }
        // "set off a wave of violence" carries out none.
        let sets_off = counting.and_then(|counting| self.parent(counting)).is_some_and(|verb| {
            self.child(verb, Relation::CompoundPrt).is_some_and(|particle| self.lower(particle) != "out")
        });
        // "the dead of two days of raids" are no party to them; "agreed after two days of talks" is.
        let lasts = counting.is_some_and(|counting| (words.is_span)(self.lemma(counting)))
            && !(words.is_two_sided)(self.lemma(noun));
        if !sets_off && !lasts {
            self.add_governor(noun, counting.unwrap_or(noun), (words, control), &mut found);
        }
        found
    }

    /// "is behind the attack": whether whoever is stands behind what happens.
    fn is_behind(&self, noun: usize) -> bool {
        self.child(noun, Relation::Cop).is_some()
            && self.preposition(noun).is_some_and(|word| self.lower(word) == "behind")
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

    /// What the verb above `noun` lends to the event, which is `noun` itself or what it counts.
    fn add_governor(
        &self,
        event: usize,
        noun: usize,
        (words, control): (&NounSupport<'_>, &dyn Control),
        found: &mut Arguments,
    ) {
        let top = self.first_conjunct(noun);
        let Some(verb) = self.parent(top) else { return };
        // "the gunmen behind the raid"
        let behind = self.preposition(top).is_some_and(|word| self.lower(word) == "behind");
        if behind && self.relation(top) == Relation::Nmod && (words.is_people)(self.lemma(verb)) {
            found.push(Place::Subject, verb);
            return;
        }
        self.add_claimant(top, verb, (words, control), found);
        self.add_culprit(event, top, (words, control), found);
        // "announced a truce ahead of talks with the army"
        if let Some(above) = self.precedes(event, top, words) {
            self.lend_subject(above, control, found);
            return;
        }
        if (words.is_journey)(self.lemma(event))
            && !self.is_somebodys(event)
            && let Some(traveller) = self.traveller(top, control)
        {
            found.push(Place::Subject, traveller);
            return;
        }
        if !self.is_verb(verb) {
            return;
        }
        // "The attack is believed to have been carried out by rebels"
        if self.relation(top) == Relation::NsubjPass {
            self.add_held_doers(verb, (words, control), found);
        }
        let lemma = self.lemma(verb);
        let phrase = self.phrasal(verb);
        let undoes = (words.is_undoing)(phrase.as_deref().unwrap_or(lemma));
        // "scrapped a trip to the capital": whoever undoes a journey that is nobody else's was to make it.
        if undoes
            && self.relation(top) == Relation::Obj
            && (words.is_journey)(self.lemma(event))
            && !self.is_somebodys(event)
        {
            let own = self.verb_arguments(verb, control);
            let goes = |place: &Place| match place {
                Place::Subject => true,
                Place::Preposition(word) => self.lower(*word) == "to",
                _ => false,
            };
            let kept = own.list.iter().filter(|argument| goes(&argument.place));
            kept.for_each(|argument| found.push(argument.place, argument.token));
            return;
        }
        if self.relation(top) == Relation::Obj
            && [self.lemma(event), self.lower(event)].into_iter().any(words.is_talks)
            && (undoes || (words.is_arranging)(phrase.as_deref().unwrap_or(lemma)))
            && self.has_partner(noun)
        {
            self.lend_subject(verb, control, found);
            return;
        }
        if let Some(envoy) = self.sent_to(event, top, words) {
            found.push(Place::Subject, envoy);
            return;
        }
        // "called off the talks" calls no talks.
        if phrase.is_some() && undoes {
            return;
        }
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
        if self.concludes(event, top, verb, (words, control)) || self.storms(event, top, verb, words, control)
        {
            self.lend_subject(verb, control, found);
            return;
        }
        let parley = self.parleys(event, top, verb, words);
        let supported = match self.relation(top) {
            Relation::Obj => {
                (words.is_support)(lemma) && !((words.is_judging)(lemma) && self.is_judged(top, verb))
            }
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
                // "attend a summit on the unrest": who is there is not restive.
                let about = preposition == "on" && self.child(verb, Relation::Obj).is_some();
                !with && !about
                    && matches!(preposition, "in" | "into" | "for" | "to" | "with" | "at" | "on")
                    && (words.is_engagement)(lemma)
                    // "said at a news conference"
                    || matches!(preposition, "at" | "during" | "in")
                        && (words.is_speech)(lemma)
                        && (words.is_talks)(self.lemma(noun))
                    || parley
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
                // "the strikes hit the market", "the attack left four dead"
                Place::Object
                    if self.relation(top) == Relation::Nsubj
                        && ((words.is_aiming)(lemma) || self.leaves_hurt(verb, argument.token)) =>
                {
                    found.push(Place::Object, argument.token);
                }
                Place::Object
                    if self.relation(top) == Relation::Obl && argument.token != top && own.passive =>
                {
                    found.push(Place::Subject, argument.token);
                }
                // "assured the president in a telephone call"
                Place::Object | Place::Indirect
                    if parley
                        && !own.passive
                        && (words.is_addressing)(lemma)
                        && matches!(self.upos(argument.token), Upos::Propn | Upos::Pron)
                        && control.may_act(argument.token) =>
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

    /// Makes whoever a verb has as its subject the subject of what a noun tells of.
    pub(super) fn lend_subject(&self, verb: usize, control: &dyn Control, found: &mut Arguments) {
        let own = self.verb_arguments(verb, control);
        own.at(Place::Subject).for_each(|token| found.push(Place::Subject, token));
    }

    /// "left four soldiers dead", "leaves 12 wounded".
    fn leaves_hurt(&self, verb: usize, object: usize) -> bool {
        let hurt = |child: usize| {
            matches!(self.relation(child), Relation::Amod | Relation::Xcomp | Relation::Acl)
                && child > object
                && matches!(self.lower(child), "dead" | "wounded" | "injured" | "hurt")
        };
        self.lemma(verb) == "leave"
            && self.upos(object) != Upos::Num
            && self.children(object).chain(self.children(verb)).any(hurt)
    }

    /// "called the attack outrageous": who says what an object is does not carry it out.
    fn is_judged(&self, object: usize, verb: usize) -> bool {
        self.children(verb).any(|child| {
            self.relation(child) == Relation::Xcomp
                && child > object
                && matches!(self.upos(child), Upos::Adj | Upos::Noun)
                && self.mark(child).is_none()
        })
    }
}
