//! One rule tried at one word: who takes part.

use super::super::file::{Needs, Tone};
use super::super::grammar::Place;
use super::super::mention::Participant;
use super::super::particular::company;
use super::super::rule::{Slot, SlotChoice, Trigger, TriggerPart};
use super::condition::Matcher;
use super::{Found, known, same};
use crate::language::{Relation, Xpos};

/// Prepositions of where something happens.
const WHERE: [&str; 8] = ["in", "on", "at", "near", "outside", "inside", "around", "over"];

impl Matcher<'_, '_> {
    /// The event that the rule tells of, if enough is known of it.
    pub fn build(&self, trigger: usize, rest: Vec<usize>) -> Option<Found> {
        let form = self.trigger;
        let mut sources = self.fill(&form.source, &rest, &[], true);
        if self.reading.rules.kinds[form.kind].mortal {
            let told = !sources.is_empty();
            sources.retain(|one| self.reading.may_die(one));
            if told && sources.is_empty() {
                return None;
            }
        }
        let mut targets = self.fill(&form.target, &rest, &sources, false);
        let taken = self.taken(&rest).filter(|_| targets.is_empty());
        if let Some(people) = taken {
            targets = self.reading.participants(people);
        }
        let venue = self.arguments.at(Place::Modifier).find(|&token| self.is_venue(token));
        let venue = venue.filter(|_| targets.is_empty() || self.is_told_where(&targets));
        if let Some(venue) = venue {
            targets = self.struck_at(venue, &targets);
        }
        let named = self.named_by_predicate();
        if !named.is_empty() {
            targets.retain(known);
            let new = |one: &Participant| !targets.iter().any(|other| same(other, one));
            let named: Vec<Participant> = named.into_iter().filter(new).collect();
            targets.extend(named);
        }
        if !targets.iter().any(known) && !form.reciprocal && self.is_mutual(form) {
            targets = sources.clone();
        }
        // "The side accused the other": which one that is, the words do not say.
        targets.retain(|one| !self.reading.is_the_other(one));
        let somebody = |choices: &[SlotChoice]| {
            choices.iter().filter(|choice| choice.slot != Slot::Modifier).any(|choice| {
                self.tokens_or_nested(&choice.slot).into_iter().any(|token| self.reading.is_somebody(token))
            })
        };
        if form.reciprocal
            && !sources.iter().any(known)
            && !somebody(&form.source)
            && targets.iter().any(known)
        {
            std::mem::swap(&mut sources, &mut targets);
        }
        // "Warplanes bombed the town" tells of an attack, though not whose.
        let craft =
            form.strikes && self.tokens_in(&Slot::Subject).into_iter().any(|token| self.is_craft(token));
        let source = sources.iter().any(known) || somebody(&form.source) || craft;
        let target = targets.iter().any(known) || somebody(&form.target);
        // An attack on a village, a chemical attack, an attack that is carried out: the words themselves tell
        // enough of it.
        let told = form.part == TriggerPart::Noun
            && form.needs == Needs::Any
            && (self.arguments.supported || !targets.is_empty() || self.refined(form).is_some());
        let target = target || told;
        let enough = match form.needs {
            Needs::Source => source,
            Needs::Target => target,
            Needs::Both => source && target,
            Needs::Any => source || target,
            Needs::None => true,
        };
        if !enough {
            return None;
        }
        let mode = form.mode.or_else(|| self.refined(form));
        let content: Vec<usize> = form.content.iter().flat_map(|slot| self.tokens_in(slot)).collect();
        let object = venue
            .or_else(|| {
                form.target.iter().find_map(|choice| {
                    self.tokens_in(&choice.slot).into_iter().find(|token| !rest.contains(token))
                })
            })
            .or(taken);
        Some(Found {
            trigger,
            head: self.token,
            rest,
            arguments: self.arguments.clone(),
            sources,
            targets,
            mode,
            content,
            object,
            gapped: false,
        })
    }

    /// "took nine hostages": people in the plural by whom the phrase itself tells to whom it is done.
    fn taken(&self, rest: &[usize]) -> Option<usize> {
        let grammar = &self.reading.grammar;
        let objects = || self.tokens_in(&Slot::Object);
        rest.iter().copied().find(|&people| {
            grammar.xpos(people) == Xpos::Nns && self.reading.is_people(people) && objects().contains(&people)
        })
    }

    /// "blame each other", "accused one another", "Chad and Togo each accused the other": whether each does it to the other.
    fn is_mutual(&self, form: &Trigger) -> bool {
        let grammar = &self.reading.grammar;
        let beside = |token: usize, relation: Relation| {
            grammar.child(token, relation).map_or("", |beside| grammar.lower(beside))
        };
        let each_other = |token: usize| match grammar.lower(token) {
            "each" => beside(token, Relation::Fixed) == "other",
            "another" => beside(token, Relation::Nummod) == "one",
            "one" => beside(token, Relation::Fixed) == "another",
            "other" => beside(token, Relation::Det) == "the" && self.does_each(),
            _ => false,
        };
        form.target.iter().flat_map(|choice| self.tokens_in(&choice.slot)).any(each_other)
    }

    /// "Chad and Togo each accused the other": whether several do it one by one.
    fn does_each(&self) -> bool {
        let grammar = &self.reading.grammar;
        let before = self.token.checked_sub(1).is_some_and(|before| grammar.lower(before) == "each");
        before && self.tokens_in(&Slot::Subject).iter().any(|&subject| subject + 1 < self.token)
    }

    /// The mode that the arguments tell.
    fn refined(&self, form: &Trigger) -> Option<usize> {
        self.reading.rules.kinds[form.kind]
            .refinements
            .iter()
            .find(|(_, conditions)| conditions.iter().all(|condition| self.holds(condition)))
            .map(|(mode, _)| *mode)
    }

    /// Who stands in the slots, the first that names somebody first; `others` are on the other side already.
    fn fill(
        &self,
        choices: &[SlotChoice],
        rest: &[usize],
        others: &[Participant],
        acting: bool,
    ) -> Vec<Participant> {
        let mut found: Vec<Participant> = Vec::new();
        let mut words: Vec<Participant> = Vec::new();
        // An embassy in Delhi may be India's to deal with; a bomb in Delhi did not hit India.
        let befalls = self.reading.rules.kinds[self.trigger.kind].befalls;
        let ground = !acting && (self.trigger.strikes || befalls);
        // Nor did police who searched a home in Delhi search India.
        let turned_on = !acting && self.reading.rules.kinds[self.trigger.kind].tone == Tone::Hostile;
        let mut settled = false;
        for choice in choices {
            if found.iter().any(known) && !choice.added {
                continue;
            }
            // "called on the world community to press the regime": whoever is called upon, known or not, is the one.
            let of_content = matches!(choice.slot, Slot::ContentTarget | Slot::ContentSource);
            if of_content && words.iter().any(|words| self.reading.are_people(words)) {
                continue;
            }
            // "The channel announced the departure of Jay Leno", "accused Fenwick of spying on Peru": whoever has a name is the
            // one, known or not.
            if !choice.added && words.iter().any(|words| self.reading.are_called_by_name(words)) {
                continue;
            }
            // "begged both sides to spare civilians": nor does it take more than people in the place of somebody.
            if !choice.added && (settled || self.is_said_to_pronoun(choice, acting)) {
                continue;
            }
            let more: Vec<Participant> = match choice.slot {
                Slot::ContentTarget => self.of_content(
                    |inner| &inner.targets,
                    &["to", "with", "against", "on", "from", "in", "of", "for"],
                ),
                Slot::ContentSource => self.contents().flat_map(|inner| inner.sources.clone()).collect(),
                _ => self
                    .tokens_or_nested(&choice.slot)
                    .into_iter()
                    .chain(self.suffering_beside(&choice.slot, acting))
                    .filter(|token| *token != self.token && !rest.contains(token))
                    .filter(|&token| !self.is_told_by(token))
                    // "clashes with heavy shelling by the army": nobody clashes with what happens.
                    .filter(|&token| {
                        let with = matches!(&choice.slot, Slot::Preposition(word) if word == "with");
                        let happens = || {
                            self.reading.rules.in_class("pointing-strike", self.reading.grammar.lemma(token))
                        };
                        !(with && self.trigger.reciprocal && happens())
                    })
                    // "allegations of torture of prisoners": those to whom a deed was done are not accused of it.
                    .filter(|&token| {
                        let of = matches!(&choice.slot, Slot::Preposition(word) if word == "of");
                        let answers = self.reading.rules.kinds[self.trigger.kind].answers;
                        acting || !(of && answers && self.reading.is_deed_to_somebody(token))
                    })
                    // "the Aleppo bombing" was in Aleppo, not by it.
                    .filter(|&token| {
                        let named = |token| {
                            self.reading.mentions_at(token).any(|mention| self.is_venue(mention.head))
                        };
                        let place = || self.reading.is_town(token) || self.is_venue(token) || named(token);
                        !(acting && choice.slot == Slot::Modifier && place())
                    })
                    // "urged an end to the slaughter in Syria": where a deed is done is nobody who is asked for anything.
                    .flat_map(|token| {
                        let kind = &self.reading.rules.kinds[self.trigger.kind];
                        let asked = !acting && kind.said && !kind.answers && kind.tone != Tone::Hostile;
                        // "broke up a protest outside the embassy": nor is where people gather dispersed.
                        let nobody = asked && self.reading.is_deed_in_place(token)
                            || !acting && turned_on && self.reading.is_held_somewhere(token);
                        if nobody { Vec::new() } else { self.reading.participants_as(token, acting) }
                    })
                    // "raids hitting the police and guards": no row of doers goes on behind its verb.
                    .filter(|one| !(acting && choice.slot == Slot::Subject && self.goes_on_behind(one)))
                    .map(|one| {
                        let struck = ground || turned_on && self.reading.is_of_property(&one);
                        if struck { self.reading.as_struck(one) } else { one }
                    })
                    .map(|one| {
                        let wrecked = befalls && !acting && choice.slot == Slot::Subject;
                        if wrecked { self.reading.wreck_around(one) } else { one }
                    })
                    .map(|one| if befalls { self.reading.as_wrecked(one) } else { one })
                    .collect(),
            };
            // "bombed a convoy on the Lebanese border": what is struck is known, and this is where it was.
            let is_place = matches!(&choice.slot, Slot::Preposition(word) if WHERE.contains(&word.as_str()));
            let mut struck = words
                .iter()
                .filter(|one| self.reading.is_of_struck(one) || self.reading.is_named_ground(one))
                .peekable();
            if (ground || turned_on) && is_place && struck.peek().is_some() {
                let place = more.iter().find(|one| known(one));
                let country = place.and_then(|place| self.reading.country(place)).map(str::to_owned);
                if country.is_some() {
                    let there =
                        |one: &Participant| Participant { actor: None, code: country.clone(), ..one.clone() };
                    found.extend(struck.map(there));
                }
                continue;
            }
            // "members of the group and two fighters": who is joined to somebody known counts as well.
            let joined = choice.slot != Slot::Modifier && more.iter().any(known);
            let before = words.len();
            for participant in more {
                if others.iter().any(|other| same(other, &participant)) {
                    continue;
                }
                // "a rebel attack"
                let strikers = acting
                    && choice.slot == Slot::Modifier
                    && self.trigger.strikes
                    && self.reading.are_strikers(&participant);
                // "burned banks and trains"
                let strikes = self.trigger.strikes || befalls;
                let property = || turned_on && self.reading.is_of_property(&participant);
                let struck = || !acting && strikes && self.reading.is_of_struck(&participant) || property();
                let counts = known(&participant)
                    || joined && (self.reading.are_people(&participant) || struck())
                    || joined && acting && self.reading.are_called_by_name(&participant)
                    || strikers;
                if counts {
                    if !found.iter().any(|other| same(other, &participant)) {
                        found.push(participant);
                    }
                } else if !matches!(choice.slot, Slot::Modifier | Slot::Complement)
                    // "between Muslims and Christians", "a school and a mosque": all of one phrase.
                    && (words.is_empty()
                        || before == 0 && (self.reading.are_people(&participant) || struck()))
                {
                    settled |= !acting
                        && !self.trigger.strikes
                        && matches!(
                            choice.slot,
                            Slot::Subject | Slot::Object | Slot::Indirect | Slot::ObjectDoer
                        )
                        && self.reading.are_people(&participant)
                        && !self.reading.is_of_happening(&participant);
                    words.push(participant);
                }
            }
        }
        if found.is_empty() {
            return words;
        }
        // "the attack on the bank killed ten": both are struck.
        let both = !acting
            && self.trigger.strikes
            && !found.iter().any(|one| words.iter().any(|two| same(one, two)));
        let thing = words.first().filter(|one| both && self.reading.is_of_struck(one));
        if let Some(thing) = thing {
            found.insert(0, thing.clone());
        }
        found
    }

    /// "invited him to come to China": whoever is spoken to is told by a pronoun, known or not, and is not where he goes.
    fn is_said_to_pronoun(&self, choice: &SlotChoice, acting: bool) -> bool {
        let grammar = &self.reading.grammar;
        let said = self.reading.rules.kinds[self.trigger.kind].said && !self.arguments.passive;
        let person = |&token: &usize| matches!(grammar.lower(token), "him" | "her" | "them");
        said && !acting
            && !matches!(choice.slot, Slot::Object | Slot::Indirect)
            && self.trigger.target.iter().any(|target| target.slot == Slot::Object)
            && self.tokens_in(&Slot::Object).iter().any(person)
    }

    /// "By the army's account ten were killed", "had, by their own count, killed ten": who tells of it takes no part.
    fn is_told_by(&self, token: usize) -> bool {
        let grammar = &self.reading.grammar;
        self.reading.rules.in_class("telling", grammar.lemma(token))
            && grammar.preposition(token).is_some_and(|word| grammar.lower(word) == "by")
    }

    /// Whether a participant stands behind an active verb whose subject begins before it.
    fn goes_on_behind(&self, one: &Participant) -> bool {
        let grammar = &self.reading.grammar;
        self.trigger.part == TriggerPart::Verb
            && !self.arguments.passive
            && self.tokens_in(&Slot::Subject).iter().any(|&subject| subject < self.token)
            && grammar.sentence.part == one.location.part
            && one.location.span.begin > grammar.sentence.tokens[self.token].span.begin
            && self.tokens_in(&Slot::Subject).iter().all(|&subject| {
                subject < self.token || !grammar.sentence.tokens_at(one.location).contains(&subject)
            })
    }

    /// "was arrested along with two aides": people beside those to whom a passive verb tells something to be done.
    fn suffering_beside(&self, slot: &Slot, acting: bool) -> Vec<usize> {
        if acting || *slot != Slot::Object || !self.arguments.passive {
            return Vec::new();
        }
        let objects = self.tokens_in(slot);
        let beside = company(self.reading, self.token, &objects);
        beside.into_iter().filter(|&one| self.reading.are_of_people(self.reading.core(one))).collect()
    }

    /// The heads in a slot; a preposition that the verb or noun itself does not have may hang on what it is
    /// about: "suspended links with Serbia", "an admission by Moscow".
    pub(super) fn tokens_or_nested(&self, slot: &Slot) -> Vec<usize> {
        let found = self.tokens_in(slot);
        let Slot::Preposition(word) = slot else { return found };
        if !found.is_empty() || matches!(word.as_str(), "of" | "as") {
            return found;
        }
        let grammar = &self.reading.grammar;
        let reading = self.reading;
        let is_wanted = |child: &usize| {
            grammar.relation(*child) == Relation::Nmod
                && !reading.is_time(*child)
                && grammar.preposition(*child).is_some_and(|of| grammar.lower(of) == word.as_str())
        };
        let noun = self.trigger.part == TriggerPart::Noun;
        let sides = matches!(word.as_str(), "by" | "between");
        let against = noun && word == "against";
        let inner: Vec<usize> = self
            .arguments
            .list
            .iter()
            .filter(|argument| match argument.place {
                Place::Object => true,
                // "withdrew from the treaty with Chile", "pulled out of the pact with Chile"
                Place::Preposition(head) => match grammar.lower(head) {
                    "of" => true,
                    "from" | "out" => word == "with",
                    // "a rally by farmers in Lima against the law": the parser hangs it on the farmers or on Lima.
                    "by" => against,
                    // "talks in Tbilisi with the opposition": the parser hangs it on the town.
                    "in" => against || noun && word == "with" && self.trigger.reciprocal,
                    _ => false,
                },
                _ => false,
            })
            .filter(|argument| {
                !grammar.is_verb(argument.token) && (noun || sides || !reading.is_named(argument.token))
            })
            // "part of the aid for Bosnia" is about the aid.
            .flat_map(|argument| {
                [
                    Some(argument.token),
                    Some(reading.core(argument.token)).filter(|&core| core != argument.token),
                ]
            })
            .flatten()
            // "threw stones and paint at the house"
            .flat_map(|noun| {
                let row = grammar.children(noun).filter(|&child| grammar.relation(child) == Relation::Conj);
                std::iter::once(noun).chain(row)
            })
            // "offers the use of its ports to Chile": the parser hangs it on what is used.
            .flat_map(|noun| {
                let whose = grammar.children(noun).filter(|&child| {
                    word == "to" && reading.is_of_thing(child)
                        || against && grammar.relation(child) == Relation::Nmod
                });
                std::iter::once(noun).chain(whose).collect::<Vec<_>>()
            })
            .flat_map(|noun| grammar.children(noun))
            .filter(is_wanted)
            .collect();
        if !inner.is_empty() || !noun || !sides {
            return inner;
        }
        // "talks in the palace between the two", "the torture of prisoners over weeks in the spring by guards": where and
        // when it happens has no sides.
        let circumstances = self.arguments.list.iter().filter(|argument| match argument.place {
            Place::Preposition(word) => {
                matches!(grammar.lower(word), "in" | "at" | "on" | "over" | "during" | "near" | "of")
            }
            _ => false,
        });
        circumstances
            .flat_map(|argument| grammar.children(argument.token))
            .flat_map(|child| std::iter::once(child).chain(grammar.children(child)))
            .filter(is_wanted)
            .collect()
    }
}
