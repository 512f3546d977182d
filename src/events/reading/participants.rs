//! Who stands behind the words of a noun phrase.

use super::{Reading, country_code, is_international};
use crate::actors::{ActorMention, ActorSort, MentionForm};
use crate::events::Extent;
use crate::events::mention::Participant;
use crate::language::{Relation, Upos, Xpos};

impl<'a> Reading<'a> {
    /// Everybody in a noun phrase and the phrases coordinated with it. Words that are no actor come back
    /// without one; a place stands for its country by its code.
    pub fn participants(&self, token: usize) -> Vec<Participant> {
        self.participants_as(token, false)
    }

    /// Everybody for whom the head of a phrase stands by itself, without those coordinated with it.
    pub fn participants_at(&self, head: usize) -> Vec<Participant> {
        let core = self.core(head);
        self.of_heads(vec![core], false)
    }

    /// Everybody in a noun phrase; of one who acts, the place that he is in says nothing: "a riot in Venezuela".
    pub fn participants_as(&self, token: usize, acting: bool) -> Vec<Participant> {
        let heads = self.narrowest(self.listed(self.heads(token)));
        let persons = self.in_one_person(heads.clone());
        let included: Vec<Participant> = persons.iter().flat_map(|&head| self.included(head)).collect();
        let mut found = self.of_heads(persons, acting);
        // "Danish author and critic Ann Lind": what she is tells whose she is.
        if let ([one], true) = (found.as_mut_slice(), heads.len() > 1)
            && one.code.is_none()
            && one.actor.is_none_or(|actor| self.actors.actors[actor].code.is_empty())
        {
            let mut trades = heads.iter().flat_map(|&head| self.mentions_at(head));
            one.code = trades
                .find_map(|mention| country_code(&self.actors.actors[mention.actor].code))
                .map(str::to_owned);
        }
        let new =
            |one: &Participant| found.iter().all(|other| other.actor.is_none() || other.actor != one.actor);
        let included: Vec<Participant> = included.into_iter().filter(new).collect();
        found.extend(included);
        found
    }

    pub(super) fn of_heads(&self, heads: Vec<usize>, acting: bool) -> Vec<Participant> {
        let mut found: Vec<Participant> = Vec::new();
        for head in heads {
            let before = found.len();
            if let Some(holder) = self.holder(head) {
                found.push(holder);
                continue;
            }
            if self.is_own(head) {
                found.extend(self.own_force(head, acting));
                continue;
            }
            if let Some(state) = self.own_state(head) {
                found.push(state);
                continue;
            }
            if let Some(rest) = self.rest(head).or_else(|| self.sharing_noun(head)) {
                found.push(rest);
                continue;
            }
            if let Some(name) = self.named_so(head) {
                found.push(self.so_named(head, name));
                continue;
            }
            if let Some(person) = self.person_told(head).or_else(|| self.person_of_force(head)) {
                found.push(person);
                continue;
            }
            for mention in self.mentions_at(head) {
                let code = self.country_of_people(mention, head);
                let actor = &self.actors.actors[mention.actor];
                if mention.head == head && self.told_apart(mention) {
                    let code = code.or_else(|| Some(actor.code.clone()).filter(|code| !code.is_empty()));
                    found.push(Participant { actor: None, location: self.phrase(head), code });
                    continue;
                }
                if let Some(named) = self.band_by_name(mention) {
                    found.push(of_mention(named));
                    continue;
                }
                let kind = !actor.named && matches!(actor.sort, ActorSort::Person | ActorSort::People);
                found.push(match self.name_apposed(head).filter(|_| kind) {
                    Some(name) => {
                        let code = code.or_else(|| Some(actor.code.clone()).filter(|code| !code.is_empty()));
                        Participant { actor: None, location: self.whole_name(name), code }
                    }
                    None => Participant { code, ..of_mention(mention) },
                });
            }
            if found.len() == before {
                found.extend(self.unnamed(head, acting));
                if !acting && found.len() > before {
                    let further = self.further_places(head, &found[before..]);
                    found.extend(further);
                }
            }
            let more = self.further_owners(head, &found[before..]);
            found.extend(more);
        }
        found
    }

    /// People of a kind in the words of the name that they are given.
    fn so_named(&self, people: usize, name: usize) -> Participant {
        let known = self.mentions_at(name).find(|mention| {
            let actor = &self.actors.actors[mention.actor];
            actor.named && actor.sort == ActorSort::Person
        });
        let kind = || {
            let mention = self.mentions_at(people).find(|mention| mention.head == people)?;
            let code = self.country_of_people(mention, people);
            code.or_else(|| {
                Some(self.actors.actors[mention.actor].code.clone()).filter(|code| !code.is_empty())
            })
        };
        match known {
            // "a British soldier named Ben Lund"
            Some(mention) if self.actors.actors[mention.actor].code.is_empty() => {
                Participant { code: kind(), ..of_mention(mention) }
            }
            Some(mention) => of_mention(mention),
            None => Participant { actor: None, location: self.whole_name(name), code: kind() },
        }
    }

    /// "in El Reno, Oklahoma", "the Afghan capital, Kabul": of a row of places without "and" the first.
    fn narrowest(&self, mut heads: Vec<usize>) -> Vec<usize> {
        let (Some(&first), Some(&last)) = (heads.first(), heads.last()) else { return heads };
        let joined = (first..last).any(|at| matches!(self.grammar.lower(at), "and" | "or" | "&"));
        let row = match self.place_at(first) {
            Some(place) => place.extent != Extent::State && !joined,
            None => self.rules.in_class("place-noun", self.grammar.lemma(first)),
        };
        if row {
            heads.retain(|&head| {
                let apart = head.checked_sub(1).is_some_and(|before| self.grammar.lower(before) == ",");
                head == first || !apart || !self.is_state(head)
            });
        }
        heads
    }

    /// Who a noun stands for that heads no mention of an actor.
    fn unnamed(&self, head: usize, acting: bool) -> Option<Participant> {
        // Nothing is done by or to a day; "Israel Friday closed …" speaks of the name before it.
        if self.is_time(head) && !self.has_actor(head) {
            let name = self.grammar.children(head).find(|&child| {
                child + 1 == head && self.grammar.upos(child) == Upos::Propn && !self.is_time(child)
            })?;
            return self.mentions_at(name).next().map(of_mention);
        }
        // "Ann Lind, the woman accused of theft": whoever stands before the comma.
        if self.grammar.relation(head) == Relation::Appos
            && self.grammar.upos(head) == Upos::Noun
            && let Some(named) = self.grammar.parent(head).and_then(|named| self.mentions_at(named).next())
            && self.actors.actors[named.actor].named
            && self.actors.actors[named.actor].sort == ActorSort::Person
        {
            return Some(Participant { actor: Some(named.actor), location: self.phrase(head), code: None });
        }
        // "the biggest gas seller, Russia,": the state, and not what it is called.
        let called = self.grammar.children(head).filter(|&child| {
            child > head + 1 && self.grammar.relation(child) == Relation::Appos && self.is_state(child)
        });
        if let Some(state) = called.filter_map(|child| self.mentions_at(child).next()).next() {
            return Some(of_mention(state));
        }
        // "appointed his son Mutaib": whoever has the name, and not whose son he is.
        let apposed = self.grammar.children(head).find(|&child| {
            child > head
                && matches!(self.grammar.relation(child), Relation::Appos | Relation::Flat)
                && self.grammar.upos(child) == Upos::Propn
                && !self.has_actor(child)
        });
        if let Some(name) = apposed.filter(|_| self.is_relative(head)) {
            return Some(Participant { actor: None, location: self.phrase(name), code: None });
        }
        // "killed the organiser, Josip Horvat,": nor what he is, where the tables know neither.
        if let Some(name) = self.name_apposed(head).filter(|_| self.is_one_by_trade(head)) {
            let code = self.borrowed(head, acting).and_then(|one| one.code);
            return Some(Participant { actor: None, location: self.whole_name(name), code });
        }
        // "Russian air strikes south of the town killed ten": a direction does nothing.
        if acting && self.rules.in_class("direction", self.grammar.lemma(head)) && !self.has_actor(head) {
            let strike = self.grammar.children(head).find(|&child| child < head && self.happens(child))?;
            return self.owner(strike).map(of_mention);
        }
        // "struck 25 kilometres from the town"
        let nobody = ["measure", "matter"];
        if nobody.iter().any(|class| self.rules.in_class(class, self.grammar.lemma(head))) {
            return None;
        }
        if let Some(place) = self.place_at(head) {
            return Some(self.place_participant(place));
        }
        let in_words = || Participant { actor: None, location: self.phrase_with_name(head), code: None };
        let idle = acting && !self.rules.is_people(self.grammar.lemma(head));
        if idle && self.is_thing(head) {
            let owner = self.civil(head).or_else(|| self.owner(head).map(of_mention));
            let sender = || self.sender(head);
            return owner.or_else(sender).or_else(|| (!self.is_weapon(head)).then(in_words));
        }
        if let Some(those) = self.those_told(head) {
            let location = self.grammar.sentence.location_of(those);
            return Some(Participant { actor: None, location, code: None });
        }
        if let Some(name) = self.bearer(head) {
            return Some(Participant { actor: None, location: self.phrase(name), code: None });
        }
        let nouns_own = self.borrowed(head, acting);
        nouns_own.or_else(|| (self.grammar.upos(head) != Upos::Pron).then(in_words))
    }

    /// "Ryan Orr will resign after he was accused", "A man was held after he shot a guard": he whom nothing else is known of is the
    /// one who has a name in the clause around, or the only one of whom it tells.
    fn bearer(&self, pronoun: usize) -> Option<usize> {
        let grammar = &self.grammar;
        if !matches!(grammar.lower(pronoun), "he" | "she") {
            return None;
        }
        let clause = grammar.upward(pronoun).find(|&at| grammar.relation(at) == Relation::Advcl)?;
        let above = grammar.parent(clause)?;
        // "Smith was fired after she accused him": one of the two is somebody else.
        let persons = (0..grammar.len())
            .filter(|&at| grammar.below(at, clause))
            .filter(|&at| matches!(grammar.lower(at), "he" | "she" | "him" | "her"))
            .count();
        if persons > 1 {
            return None;
        }
        grammar.children(above).find(|&child| {
            grammar.relation(child).is_subject()
                && grammar.child(child, Relation::Conj).is_none()
                && self.place_at(child).is_none()
                && match grammar.upos(child) {
                    Upos::Propn => self
                        .mentions_at(child)
                        .all(|mention| self.actors.actors[mention.actor].sort == ActorSort::Person),
                    Upos::Noun => self.is_only_one(child, above),
                    _ => false,
                }
        })
    }

    /// "A man was shot by soldiers": whether somebody whom no table knows is the only single one of whom a clause tells.
    fn is_only_one(&self, one: usize, verb: usize) -> bool {
        let grammar = &self.grammar;
        let single = |at: usize| grammar.xpos(at) == Xpos::Nn && self.is_people(at);
        let other = |at: usize| {
            let counts = |word: usize| matches!(grammar.lower(word), "a" | "an" | "the" | "his" | "her");
            at != one && single(at) && grammar.children(at).any(counts)
        };
        let named = |at: usize| matches!(grammar.upos(at), Upos::Propn | Upos::Pron);
        single(one)
            && !self.has_actor(one)
            && !grammar.children(verb).filter(|&at| !grammar.relation(at).is_subject()).any(|at| {
                let side = matches!(
                    grammar.relation(at),
                    Relation::Obj | Relation::Iobj | Relation::OblAgent | Relation::Obl
                );
                side && (other(at) || named(at) && self.place_at(at).is_none() && !self.is_time(at))
            })
    }

    /// Whether the head is a weapon or something that happens, which acts for whoever stands behind it.
    fn is_thing(&self, head: usize) -> bool {
        self.is_weapon(head) || self.happens(head)
    }

    pub(in crate::events) fn happens(&self, head: usize) -> bool {
        self.rules.nouns.contains_key(self.grammar.lemma(head))
            || self.rules.nouns.contains_key(self.grammar.lower(head))
    }

    fn is_weapon(&self, head: usize) -> bool {
        let lemma = self.grammar.lemma(head);
        self.rules.in_class("weapon", lemma) || self.rules.in_class("craft", lemma)
    }

    /// "Russian missiles", "the army's shells", "tanks loyal to the president": whose they are.
    fn owner(&self, head: usize) -> Option<&'a ActorMention> {
        let grammar = &self.grammar;
        // "the Danish embassy bombing": what stands before an attack was attacked.
        let attack = self.rules.in_class("pointing-strike", grammar.lemma(head));
        let struck = |child: usize| attack && self.rules.in_class("venue", grammar.lower(child));
        let before = grammar
            .children(head)
            .filter(|&child| {
                !struck(child)
                    && matches!(
                        grammar.relation(child),
                        Relation::NmodPoss | Relation::Amod | Relation::Compound | Relation::NmodDesc
                    )
            })
            .find_map(|child| self.mentions_at(child).next());
        before.or_else(|| self.sent_from(head)).or_else(|| {
            let belonging = grammar.children(head).filter(|&child| {
                child > head
                    && matches!(grammar.lower(child), "belonging" | "loyal" | "owned" | "flown" | "operated")
            });
            belonging
                .flat_map(|word| grammar.children(word))
                .filter(|&child| {
                    grammar.preposition(child).is_some_and(|word| matches!(grammar.lower(word), "to" | "by"))
                })
                .find_map(|child| {
                    let named = |mention: &&ActorMention| self.actors.actors[mention.actor].named;
                    let own = self.mentions_at(child).next();
                    let inner = || self.inner_actor(child, 1).map(|(_, mention)| mention);
                    own.filter(named).or_else(inner).or(own)
                })
        })
    }

    /// "loyal to the president": the country of whoever is followed.
    fn followed(&self, loyal: usize) -> Option<String> {
        let grammar = &self.grammar;
        let follow = self.is_loyal(loyal);
        let to = |&child: &usize| grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "to");
        grammar.children(loyal).filter(|_| follow).filter(to).find_map(|whom| {
            let own = self.mentions_at(whom).next();
            let named = own.or_else(|| self.inner_actor(whom, 1).map(|(_, mention)| mention))?;
            country_code(&self.actors.actors[named.actor].code).map(str::to_string)
        })
    }

    /// "refugees in Liberia": people without a country of their own have that of their place.
    pub(super) fn country_of_people(&self, mention: &ActorMention, head: usize) -> Option<String> {
        let actor = &self.actors.actors[mention.actor];
        let has_own = actor.named || country_code(&actor.code).is_some();
        if has_own || mention.form == MentionForm::Pronoun || self.is_foreign(head) {
            return None;
        }
        let inner = self.grammar.children(head).find_map(|child| match self.grammar.relation(child) {
            // "UN experts in Syria" are no Syrians.
            Relation::Nmod if !self.belongs(child) || is_international(&actor.code) => None,
            // "troops loyal to the president"
            Relation::Amod if child > head => self.followed(child),
            Relation::Nmod | Relation::NmodPoss | Relation::Amod | Relation::Compound => self
                .mentions_at(child)
                .find_map(|other| country_code(&self.actors.actors[other.actor].code).map(str::to_string))
                .or_else(|| self.owner_above(child).map(str::to_string))
                .or_else(|| self.inner_place(child, 1).and_then(|(_, place)| place.country.clone())),
            _ => None,
        })?;
        let class = if actor.code.is_empty() { String::new() } else { format!(".{}", actor.code) };
        Some(format!("{inner}{class}"))
    }
}

/// An actor in the words of a mention.
fn of_mention(mention: &ActorMention) -> Participant {
    Participant { actor: Some(mention.actor), location: mention.location, code: None }
}
