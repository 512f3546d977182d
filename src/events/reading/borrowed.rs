//! Who stands behind the words of a noun phrase that names somebody within it.

use super::{Reading, country_code};
use crate::actors::{ActorMention, ActorSort, MentionForm};
use crate::article::Location;
use crate::events::mention::Participant;
use crate::language::{Relation, Upos, Xpos};

impl Reading<'_> {
    /// Who is named within a phrase whose noun is nobody we know. People are not the state or the body that they belong
    /// to, and have no more than its code: "a Dutch filmmaker", "a former bank employee". A thing stands for its owner:
    /// "a Syrian army position", "members of the Council".
    pub(super) fn borrowed(&self, head: usize, acting: bool) -> Option<Participant> {
        // "Danish tennis ace Nils Holm": whoever has a name of his own is not the state.
        let people = self.is_people(head) || self.is_person_by_name(head);
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
                return borrowed(false, self.phrase_with_name(head), code.map(str::to_string));
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
            // "Ann Lind of the Green Party"
            if self.is_of(child) && self.is_name_in_full(head) {
                let code = Some(actor.code.as_str()).filter(|code| !code.is_empty());
                return borrowed(false, self.phrase(head), code.map(str::to_string));
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

    /// "Ann Lind", "Hui Chi-fung": whether a word begins a name of several words, which bears no article.
    fn is_name_in_full(&self, head: usize) -> bool {
        let grammar = &self.grammar;
        grammar.xpos(head) == Xpos::Nnp
            && grammar.child(head, Relation::Det).is_none()
            && grammar.child(head, Relation::Compound).is_none()
            && head + 1 < grammar.len()
            && grammar.relation(head + 1) == Relation::Flat
            && grammar.parent(head + 1) == Some(head)
            && self.place_at(head).is_none()
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

    /// "a Danish runner-up Nils Holm": whether a noun that is no craft and no body has a person's name of two words right behind it.
    fn is_person_by_name(&self, head: usize) -> bool {
        let grammar = &self.grammar;
        let first = head + 1;
        let name = |at: usize, relations: &[Relation]| {
            at < grammar.len()
                && grammar.xpos(at) == Xpos::Nnp
                && relations.contains(&grammar.relation(at))
                && grammar.parent(at).is_some_and(|over| over == head || over == first)
                && self.place_at(at).is_none()
                && !self.is_time(at)
        };
        let others = ["craft", "civil-craft", "titled", "property"];
        grammar.xpos(head) == Xpos::Nn
            && !others.iter().any(|class| self.rules.in_class(class, grammar.lemma(head)))
            && name(first, &[Relation::Flat, Relation::Appos])
            && name(first + 1, &[Relation::Flat])
            && !name(first + 2, &[Relation::Flat])
    }

    /// "Danish cook Ann Lind": the end of the name of two words or three that a noun for one bears, in whatever way the parser hangs it.
    pub(super) fn end_of_bearer(&self, head: usize) -> Option<usize> {
        let grammar = &self.grammar;
        let first = head + 1;
        let apposed = first < grammar.len()
            && grammar.relation(first) == Relation::Appos
            && grammar.parent(first) == Some(head);
        let goes_on = |&at: &usize| {
            grammar.xpos(at) == Xpos::Nnp
                && grammar.relation(at) == Relation::Flat
                && grammar.parent(at) == Some(first)
        };
        let more = (first + 1..grammar.len()).take_while(goes_on).count();
        (apposed && self.is_person_by_name(head) || apposed && more == 2 && self.is_people(head))
            .then_some(first + more)
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
        // "13 members of the militant group Boko Haram": nor is what names the group itself far from it.
        let near = named.tokens.start.saturating_sub(head) <= 3 || named.tokens.start == child + 1;
        if near {
            let inner = self.phrase(child).span.cover(named.location.span);
            Location::new(phrase.part, phrase.span.cover(inner))
        } else if self.is_people(head) && self.actors.actors[named.actor].sort != ActorSort::Person {
            phrase
        } else {
            named.location
        }
    }
}
