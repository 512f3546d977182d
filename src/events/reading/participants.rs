//! Who stands behind the words of a noun phrase.

use super::{DEPTH, Reading, country_code, is_international};
use crate::actors::{ActorMention, ActorSort, MentionForm};
use crate::article::Location;
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
        self.of_heads(self.in_one_person(self.narrowest(self.listed(self.heads(token)))), acting)
    }

    fn of_heads(&self, heads: Vec<usize>, acting: bool) -> Vec<Participant> {
        let mut found: Vec<Participant> = Vec::new();
        for head in heads {
            let before = found.len();
            if self.is_own(head) {
                found.extend(self.own_force(head, acting));
                continue;
            }
            if let Some(rest) = self.rest(head).or_else(|| self.sharing_noun(head)) {
                found.push(rest);
                continue;
            }
            for mention in self.mentions_at(head) {
                let code = self.country_of_people(mention, head);
                let actor = &self.actors.actors[mention.actor];
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
            }
            let more = self.further_owners(head, &found[before..]);
            found.extend(more);
        }
        found
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
        let in_words = || Participant { actor: None, location: self.phrase(head), code: None };
        let idle = acting && !self.rules.in_class("people", self.grammar.lemma(head));
        if idle && self.is_thing(head) {
            let owner = self.civil(head).or_else(|| self.owner(head).map(of_mention));
            let sender = || self.sender(head);
            return owner.or_else(sender).or_else(|| (!self.is_weapon(head)).then(in_words));
        }
        if let Some(name) = self.bearer(head) {
            return Some(Participant { actor: None, location: self.phrase(name), code: None });
        }
        let nouns_own = self.borrowed(head, acting);
        nouns_own.or_else(|| (self.grammar.upos(head) != Upos::Pron).then(in_words))
    }

    /// "Ryan Orr will resign after he was accused": he whom nothing else is known of is the one who has a name in the clause
    /// around.
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
                && grammar.upos(child) == Upos::Propn
                && grammar.child(child, Relation::Conj).is_none()
                && self.place_at(child).is_none()
                && self
                    .mentions_at(child)
                    .all(|mention| self.actors.actors[mention.actor].sort == ActorSort::Person)
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
        let before = grammar
            .children(head)
            .filter(|&child| {
                matches!(
                    grammar.relation(child),
                    Relation::NmodPoss | Relation::Amod | Relation::Compound | Relation::NmodDesc
                )
            })
            .find_map(|child| self.mentions_at(child).next());
        before.or_else(|| {
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

    /// Who is named within a phrase whose noun is nobody we know. People are not the state or the body that they belong
    /// to, and have no more than its code: "a Dutch filmmaker", "a former bank employee". A thing stands for its owner:
    /// "a Syrian army position", "members of the Council".
    fn borrowed(&self, head: usize, acting: bool) -> Option<Participant> {
        let people = self.is_people(head);
        // Whoever acts is not where he is, and no more do people belong to where they are.
        let is_own = |child: usize| self.grammar.relation(child) != Relation::Nmod || self.is_of(child);
        if let Some((child, mention)) = self.inner_actor(head, 1) {
            let borrowed = |actor: bool, location: Location, code: Option<String>| {
                Some(Participant { actor: actor.then_some(mention.actor), location, code })
            };
            let actor = &self.actors.actors[mention.actor];
            // "Alma Fenn, a member of the Council", "Kite Motors, a rival of the bank": what tells who somebody is names others.
            let told_by = self.grammar.upos(head) == Upos::Propn
                && self.grammar.relation(child) == Relation::Appos
                && self.grammar.upos(child) == Upos::Noun
                && !mention.tokens.contains(&child);
            if told_by {
                let code = country_code(&actor.code).map(str::to_string);
                return borrowed(false, self.phrase(head), code);
            }
            if matches!(self.grammar.relation(child), Relation::Appos | Relation::Flat) {
                // "Ann Lind, a student": what she is tells her by no name.
                let name = self.grammar.upos(head) == Upos::Propn
                    && self.grammar.relation(child) == Relation::Appos
                    && self.is_people(child)
                    && !actor.named;
                return borrowed(true, if name { self.phrase(head) } else { mention.location }, None);
            }
            if self.is_relative(head)
                && matches!(self.grammar.relation(child), Relation::NmodPoss | Relation::Nmod)
            {
                let code = country_code(&actor.code).filter(|_| actor.sort == ActorSort::Person);
                return borrowed(false, self.phrase(head), code.map(str::to_string));
            }
            if !is_own(child) && (people || acting) {
                return borrowed(false, self.phrase(head), None);
            }
            // What is done to a ship is done to its state.
            if let Some(ship) = self.civil(head).filter(|_| acting) {
                return Some(ship);
            }
            if !people {
                return borrowed(true, self.words_of_thing(head, child, mention), None);
            }
            // "the Green Party's Alma Fenn", "the bank's Kite Fund": who has a name is not whose he is.
            let bears_name =
                self.grammar.upos(head) == Upos::Propn && self.grammar.relation(child) == Relation::NmodPoss;
            if bears_name
                && mention.form == MentionForm::Name
                && !matches!(actor.sort, ActorSort::State | ActorSort::Person)
            {
                let code = Some(actor.code.as_str()).filter(|code| !code.is_empty());
                return borrowed(false, self.name_alone(head, child), code.map(str::to_string));
            }
            // "Members of the group", "the group's supporters" are the group; "a member", "13 members" and "suspected
            // members" are not.
            let single = self.is_individual(head) || actor.named && self.is_counted(head);
            // "army deserters" are of the country, and no longer the army.
            if self.rules.in_class("departed", self.grammar.lemma(head)) {
                let code = country_code(&actor.code).map(str::to_string);
                return borrowed(false, self.wide_phrase(head, child, mention), code);
            }
            // "the children and their driver": he is none of them.
            let kept = actor.sort == ActorSort::People
                && !actor.named
                && mention.form == MentionForm::Pronoun
                && self.grammar.relation(child) == Relation::NmodPoss;
            let group = actor.sort != ActorSort::State
                && !kept
                && actor.sort != ActorSort::Person
                && (!single || !actor.named && self.is_of(child));
            if group {
                return borrowed(true, self.wide_phrase(head, child, mention), None);
            }
            let code = match actor.sort {
                ActorSort::Person => country_code(&actor.code),
                _ => Some(actor.code.as_str()).filter(|code| !code.is_empty()),
            };
            return borrowed(false, self.wide_phrase(head, child, mention), code.map(str::to_string));
        }
        let (child, place) = self.inner_place(head, 1)?;
        if people || acting {
            let code = place.country.clone().filter(|_| is_own(child));
            // "the state of Ohio", "residents of Leeds"
            let phrase = self.phrase(head);
            let told = self.is_of(child)
                && place.tokens.contains(&child)
                && self.grammar.upos(head) == Upos::Noun
                && (head..head + 4).contains(&place.tokens.start);
            let span = if told { phrase.span.cover(place.location.span) } else { phrase.span };
            return Some(Participant { actor: None, location: Location::new(phrase.part, span), code });
        }
        let phrase = self.phrase(head);
        let near = self.is_of(child) && place.tokens.start > head && place.tokens.start <= head + 3;
        let location = match near {
            _ if self.names_by_place(head, child) => place.location,
            // "the coast of Florida"
            true => Location::new(phrase.part, phrase.span.cover(place.location.span)),
            false => phrase,
        };
        Some(Participant { location, ..self.place_participant(place) })
    }

    /// An ally, a rival, a neighbour of a state is another one, and a man's brother has no more than his country.
    pub(super) fn is_relative(&self, head: usize) -> bool {
        self.rules.in_class("relative", self.grammar.lemma(head))
    }

    /// The words of a thing that stands for somebody: its own, but for what happens, and for a territory that has a
    /// name.
    fn words_of_thing(&self, head: usize, child: usize, mention: &ActorMention) -> Location {
        let state = self.actors.actors[mention.actor].sort == ActorSort::State;
        let bare = self.grammar.relation(child) == Relation::Compound
            && mention.form == MentionForm::Name
            && state
            && self.grammar.upos(head) != Upos::Propn;
        if self.happens(head) || self.names_by_place(head, child) || bare {
            mention.location
        } else if let Some(place) = self.named_behind(head) {
            // "a Malian town of that name"
            Location::new(place.location.part, self.phrase(head).span.cover(place.location.span))
        } else {
            self.wide_phrase(head, child, mention)
        }
    }

    /// "a member of parliament Ann Lind": somebody by a name that is no actor's.
    fn is_named_right_behind(&self, head: usize) -> bool {
        head + 1 < self.grammar.len()
            && self.grammar.xpos(head) == Xpos::Nn
            && (self.is_people(head) || self.is_named_in_full(head))
            && self.grammar.upos(head + 1) == Upos::Propn
            && self.grammar.parent(head + 1) == Some(head)
            && self.grammar.relation(head + 1) == Relation::Flat
    }

    /// "mafia boss Ada Lind": somebody by two names and nothing else.
    fn is_named_in_full(&self, head: usize) -> bool {
        let name = |at: usize| {
            self.grammar.upos(at) == Upos::Propn
                && self.grammar.relation(at) == Relation::Flat
                && self.place_at(at).is_none()
        };
        let mut names = head + 1..self.grammar.len().min(head + 4);
        names.clone().take_while(|&at| name(at)).count() == 2
            && names.next().is_some_and(|first| self.grammar.parent(first) == Some(head))
    }

    fn is_individual(&self, head: usize) -> bool {
        self.name_of(head).is_some()
            || self.is_named_right_behind(head)
            || self
                .grammar
                .children(head)
                .any(|child| matches!(self.grammar.lower(child), "a" | "an" | "one" | "another"))
    }

    /// Whether people are some of a sort, and not all.
    fn is_counted(&self, head: usize) -> bool {
        self.grammar.child(head, Relation::Nummod).is_some()
            || self
                .grammar
                .children(head)
                .any(|child| self.rules.in_class("suspected", self.grammar.lower(child)))
    }

    pub(super) fn is_of(&self, child: usize) -> bool {
        self.grammar.relation(child) == Relation::Nmod
            && self
                .grammar
                .preposition(child)
                .is_some_and(|word| matches!(self.grammar.lower(word), "of" | "from"))
    }

    /// The words of a noun phrase, with those whom it names behind its noun: "members of the Council".
    fn wide_phrase(&self, head: usize, child: usize, named: &ActorMention) -> Location {
        let phrase = self.phrase(head);
        if !self.is_of(child) {
            return phrase;
        }
        // "a third peer, from the party": those who are far from the name are not it.
        let near = named.tokens.start.saturating_sub(head) <= 3;
        if near {
            let inner = self.phrase(child).span.cover(named.location.span);
            Location::new(phrase.part, phrase.span.cover(inner))
        } else if self.is_people(head) && self.actors.actors[named.actor].sort != ActorSort::Person {
            phrase
        } else {
            named.location
        }
    }

    /// The nearest actor within a noun phrase, and the dependent of the noun by which it stands there.
    pub(super) fn inner_actor(&self, token: usize, depth: usize) -> Option<(usize, &'a ActorMention)> {
        if depth > DEPTH || self.grammar.upos(token) == Upos::Num {
            return None;
        }
        // Whose brother or whose ally somebody is says least of who he is.
        // "its former province of Kosovo" is Kosovo.
        let relative =
            self.is_relative(token) || self.rules.in_class("place-noun", self.grammar.lemma(token));
        let order = |relation: Relation| match relation {
            Relation::NmodPoss if relative => 4,
            Relation::NmodPoss => 0,
            Relation::Appos => 1,
            Relation::Amod | Relation::Compound | Relation::NmodDesc | Relation::Flat => 2,
            Relation::Nmod => 3,
            _ => 9,
        };
        let mut best: Option<(usize, usize, &'a ActorMention)> = None;
        for child in self.grammar.children(token) {
            // "Ann Lind, wife of the minister": she is not he.
            if self.grammar.relation(child) == Relation::Appos && self.is_relative(child) {
                continue;
            }
            if self.is_beside(child, token) {
                continue;
            }
            let rank = order(self.grammar.relation(child));
            // "guards at a market, Nigeria": a state is no name of people.
            // "its ally, the United States" is one, and so is called.
            let somewhere = (self.is_people(token) || self.is_struck(token)) && !self.is_relative(token);
            let place = rank == 1 && somewhere && self.is_state(child);
            // "Denzel Washington": the last word of a name is no state.
            let surname = self.grammar.relation(child) == Relation::Flat
                && self.grammar.upos(token) == Upos::Propn
                && self.is_state(child);
            // "a church in Njilan, Nigeria" is struck there, and no state.
            let named_site = self.place_at(child).is_some_and(|place| place.extent != Extent::State)
                && !self.has_actor(child);
            // "a hospital in the Libyan city of Benghazi"
            let ground = self.rules.in_class("place-noun", self.grammar.lemma(child)) && !self.is_of(child);
            let site = rank == 3 && (named_site || ground);
            if place
                || surname
                || site
                || rank == 9
                || (rank == 3 && !self.belongs(child))
                || best.is_some_and(|(old, ..)| rank >= old)
            {
                continue;
            }
            let mention = self.mentions_at(child).next();
            let deeper = || {
                let inner =
                    self.inner_actor(child, depth + 1).filter(|_| !self.is_something_named(token, child));
                inner.map(|(_, mention)| mention)
            };
            if let Some(mention) = mention.or_else(deeper) {
                best = Some((rank, child, mention));
            }
        }
        best.map(|(_, child, mention)| (child, mention))
    }

    fn is_state(&self, token: usize) -> bool {
        self.place_at(token).is_some()
            || self
                .mentions_at(token)
                .any(|mention| self.actors.actors[mention.actor].sort == ActorSort::State)
    }

    /// Whether an actor is named within a noun phrase; "a police car" names nobody.
    pub(super) fn names_actor(&self, token: usize) -> bool {
        self.inner_actor(token, 1).is_some_and(|(_, mention)| {
            self.actors.actors[mention.actor].named
                || mention.form != MentionForm::Adjective
                || self.is_people(token)
        })
    }

    pub(super) fn belongs(&self, child: usize) -> bool {
        self.grammar.preposition(child).is_some_and(|preposition| {
            matches!(
                self.grammar.lower(preposition),
                "of" | "from"
                    | "in"
                    | "at"
                    | "near"
                    | "by"
                    | "inside"
                    | "outside"
                    | "across"
                    | "for"
                    | "on"
                    | "within"
            )
        })
    }
}

/// An actor in the words of a mention.
fn of_mention(mention: &ActorMention) -> Participant {
    Participant { actor: Some(mention.actor), location: mention.location, code: None }
}
