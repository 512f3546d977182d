//! The names by which people are called beside the words for their trade, their owners and those whom they belong to.

use super::Reading;
use crate::actors::{ActorMention, ActorSort, MentionForm};
use crate::article::Location;
use crate::events::mention::Participant;
use crate::language::{Relation, Upos, Xpos};

impl Reading<'_> {
    /// "the trial of Chilean Navy sergeant Luis Parra": the person by name whose trade and name stand right behind those whom
    /// he belongs to, where the parser makes two of it.
    pub(super) fn person_behind(&self, token: usize) -> Option<usize> {
        let grammar = &self.grammar;
        let whose = self.mentions_at(token).find(|mention| {
            mention.head == token
                && mention.form == MentionForm::Name
                && !matches!(self.actors.actors[mention.actor].sort, ActorSort::Person | ActorSort::People)
        })?;
        let end = whose.tokens.end;
        let person = self.mentions.iter().find(|mention| {
            self.is_person(mention)
                && self.actors.actors[mention.actor].named
                && (end..end + 4).contains(&mention.tokens.start)
        })?;
        let is_name = |at: usize| grammar.upos(at) == Upos::Propn;
        let name = person.tokens.clone().find(|&at| is_name(at))?;
        let trade = name > end
            && (end..name).all(|at| matches!(grammar.upos(at), Upos::Noun | Upos::Adj))
            && (end..name).all(|at| grammar.lower(at) == grammar.sentence.tokens[at].form);
        let over = grammar.parent(token);
        let beside = grammar.upward(person.head).take(2).any(|above| Some(above) == over || above == token);
        (trade && beside).then_some(person.head)
    }

    /// "the head of the bank, Thorvald Lie": the name of two words behind somebody who is known by kind alone.
    pub(super) fn name_apposed(&self, head: usize) -> Option<usize> {
        let grammar = &self.grammar;
        let is_name = |token: usize| grammar.xpos(token) == Xpos::Nnp && !self.is_time(token);
        let single = matches!(grammar.xpos(head), Xpos::Nn | Xpos::Nnp);
        // "the rebel group Dawn": a band may have a name of one word.
        let band = |child: usize| child == head + 1 && self.rules.in_class("band", grammar.lemma(head));
        grammar.children(head).filter(|_| single).find(|&child| {
            child > head
                && matches!(grammar.relation(child), Relation::Appos | Relation::Flat)
                && is_name(child)
                && child + 1 < grammar.len()
                && (grammar.relation(child + 1) == Relation::Flat && is_name(child + 1) || band(child))
                && grammar.child(child, Relation::Det).is_none()
                && (child..child + 2).all(|at| self.place_at(at).is_none())
                && self.mentions_at(child).all(|mention| mention.head == head)
        })
    }

    /// "the armed group ETA", "the rebel movement M23": a band or a body known by kind alone, by the name right behind it.
    pub(super) fn band_by_name(&self, kind: &ActorMention) -> Option<&ActorMention> {
        let grammar = &self.grammar;
        let name = kind.head + 1;
        let by_kind = !self.actors.actors[kind.actor].named
            && kind.form == MentionForm::Description
            && grammar.xpos(kind.head) == Xpos::Nn;
        let behind = name < grammar.len()
            && matches!(grammar.relation(name), Relation::Appos | Relation::Flat | Relation::Compound)
            && grammar.upward(name).any(|at| at == kind.head);
        self.mentions.iter().filter(|_| by_kind && behind).find(|mention| {
            let actor = &self.actors.actors[mention.actor];
            mention.tokens.start == name
                && actor.named
                && matches!(actor.sort, ActorSort::Group | ActorSort::Organisation | ActorSort::Body)
        })
    }

    /// "its organiser, Josip Horvat,": whether a noun for one, of an office or a trade, has a name between commas behind it.
    pub(super) fn is_one_by_trade(&self, head: usize) -> bool {
        let grammar = &self.grammar;
        let trade =
            self.rules.is_people(grammar.lemma(head)) || self.rules.in_class("office", grammar.lemma(head));
        grammar.xpos(head) == Xpos::Nn && trade && head + 1 < grammar.len() && grammar.lower(head + 1) == ","
    }

    /// "the funeral of Ann Lind, the founder of the party, who was killed": what somebody is behind his name tells of him, and not of
    /// those whom he is of.
    pub(super) fn person_told(&self, noun: usize) -> Option<Participant> {
        let grammar = &self.grammar;
        let called = grammar.relation(noun) == Relation::Appos && grammar.xpos(noun) == Xpos::Nn;
        let name = grammar.parent(noun).filter(|&name| called && name < noun)?;
        let own = self.mentions_at(noun).find(|mention| mention.head == noun);
        let own = own.map(|mention| &self.actors.actors[mention.actor]);
        let of_others = own.is_none_or(|actor| !matches!(actor.sort, ActorSort::Person | ActorSort::People));
        let full = grammar.xpos(name) == Xpos::Nnp
            && name + 1 < grammar.len()
            && grammar.relation(name + 1) == Relation::Flat
            && grammar.parent(name + 1) == Some(name)
            && self.place_at(name).is_none();
        let known = self.mentions_at(name).find(|mention| mention.head == name);
        let person = known.is_none_or(|mention| self.is_person(mention));
        if !of_others || !full || !person || !self.is_people(noun) {
            return None;
        }
        let code = match own {
            Some(actor) => Some(actor.code.clone()).filter(|code| !code.is_empty()),
            None => self
                .borrowed(noun, false)
                .and_then(|one| one.code.or_else(|| Some(self.actors.actors[one.actor?].code.clone()))),
        };
        let location = self.whole_name(name);
        Some(Participant { actor: known.map(|mention| mention.actor), location, code })
    }

    /// "United States Navy SEAL Chris Lowe": two names more than a force has are of one of its people.
    pub(in crate::events) fn person_of_force(&self, head: usize) -> Option<Participant> {
        let grammar = &self.grammar;
        let force = self.mentions_at(head).find(|mention| {
            let code = &self.actors.actors[mention.actor].code;
            mention.head == head
                && mention.form != MentionForm::Pronoun
                && matches!(code.rsplit('.').next(), Some("MIL" | "COP" | "SPY"))
        })?;
        let is_name = |&at: &usize| {
            grammar.xpos(at) == Xpos::Nnp
                && grammar.relation(at) == Relation::Flat
                && grammar.parent(at) == Some(head)
                && !self.is_time(at)
        };
        if self.place_at(force.tokens.end.min(grammar.len() - 1)).is_some() {
            return None;
        }
        let more = (force.tokens.end..grammar.len()).take_while(is_name).count();
        let code = Some(self.actors.actors[force.actor].code.clone());
        let begin = grammar.sentence.tokens_at(self.phrase(head)).start;
        let location = grammar.sentence.location_of(begin..force.tokens.end + more);
        (more > 1).then_some(Participant { actor: None, location, code })
    }

    /// "a man named Peter Holt", "a woman identified as Ada Lind": the name that a participle gives people who are known by kind
    /// alone.
    pub(super) fn named_so(&self, people: usize) -> Option<usize> {
        let grammar = &self.grammar;
        if grammar.xpos(people) != Xpos::Nn || self.is_named(people) || !self.are_of_people(people) {
            return None;
        }
        let gives = |child: &usize| {
            *child > people
                && *child <= people + 2
                && grammar.relation(*child) == Relation::Acl
                && self.rules.in_class("naming", grammar.lower(*child))
        };
        let naming = grammar.children(people).find(gives)?;
        grammar.children(naming).find(|&name| {
            let place = match grammar.relation(name) {
                Relation::Xcomp | Relation::Obj => name == naming + 1,
                Relation::Obl => grammar.preposition(name).is_some_and(|word| grammar.lower(word) == "as"),
                _ => false,
            };
            let whole = name + 1 < grammar.len()
                && grammar.relation(name + 1) == Relation::Flat
                && grammar.parent(name + 1) == Some(name);
            place && whole && grammar.xpos(name) == Xpos::Nnp && self.place_at(name).is_none()
        })
    }

    /// "the Herald newspaper", "the Green Dawn movement", "European leaders": a noun for people or a body that a name right before it
    /// tells from others of its kind, where the name is nobody's that is known.
    pub(super) fn told_apart(&self, mention: &ActorMention) -> bool {
        let actor = &self.actors.actors[mention.actor];
        let grammar = &self.grammar;
        let head = mention.head;
        let Some(before) = mention.tokens.start.checked_sub(1) else { return false };
        let of_kind = !actor.named && actor.id.starts_with('/') && mention.form == MentionForm::Description;
        let region = self.rules.in_class("world-region", grammar.lower(before));
        let named = matches!(grammar.xpos(before), Xpos::Nnp | Xpos::Nnps)
            && grammar.relation(before) == Relation::Compound
            && self.rules.in_class("titled", grammar.lemma(head));
        of_kind
            && grammar.parent(before) == Some(head)
            && (named || region)
            && !self.mentions.iter().any(|other| other.tokens.contains(&before))
            && self.place_at(before).is_none()
            && !self.is_time(before)
    }

    /// "Former Mayor of Leeds Ann Lind": whoever has the name behind the place of an office that nobody known holds.
    pub(super) fn holder(&self, office: usize) -> Option<Participant> {
        let grammar = &self.grammar;
        if !self.rules.in_class("office", grammar.lower(office)) || self.is_named(office) {
            return None;
        }
        let of = office + 1;
        let place = self.places.iter().find(|place| place.tokens.start == of + 1)?;
        let is_name = |&at: &usize| {
            matches!(grammar.xpos(at), Xpos::Nnp | Xpos::Nnps)
                && grammar.below(at, office)
                && self.place_at(at).is_none()
                && !self.is_time(at)
        };
        let begin = place.tokens.end;
        let name = begin..begin + (begin..grammar.len()).take_while(is_name).count();
        let told = grammar.lower(of) == "of" && name.len() > 1 && grammar.below(of + 1, office);
        told.then(|| Participant {
            actor: None,
            location: grammar.sentence.location_of(name),
            code: place.country.clone(),
        })
    }

    /// The words of a name from its first on, where they hang on one another or on what stands before them.
    pub(super) fn whole_name(&self, first: usize) -> Location {
        let grammar = &self.grammar;
        let goes_on = |&at: &usize| {
            grammar.relation(at) == Relation::Flat && matches!(grammar.xpos(at), Xpos::Nnp | Xpos::Nnps)
        };
        let last = (first + 1..grammar.len()).take_while(goes_on).last().unwrap_or(first);
        grammar.sentence.location_of(first..last + 1)
    }

    /// The words of a name without those of its owner.
    pub(super) fn name_alone(&self, head: usize, owner: usize) -> Location {
        let phrase = self.phrase(head);
        let sentence = self.grammar.sentence;
        let begin = self.grammar.children(owner).filter(|&child| child > owner).max().unwrap_or(owner) + 1;
        sentence.location_of(begin.min(head)..sentence.tokens_at(phrase).end)
    }
}
