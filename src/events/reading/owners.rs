//! Whose people and things are: "its forces", "American and British vessels", "the leaders of France and Germany".

use super::{Reading, country_code};
use crate::actors::{ActorMention, ActorSort, MentionForm};
use crate::article::Location;
use crate::events::mention::Participant;
use crate::language::{Relation, Upos, Xpos};

impl<'a> Reading<'a> {
    /// "Its forces seized the town": forces are whose they are. Those that a person has moved or withdrawn belong to
    /// whoever acts, and so do those of nobody that is known.
    pub(super) fn own_force(&self, head: usize, acting: bool) -> Option<Participant> {
        let pronoun = self.grammar.child(head, Relation::NmodPoss)?;
        let location = self.phrase(head);
        let Some(owner) = self.mentions_at(pronoun).next() else {
            if !acting {
                let code = self.owner_above(pronoun).map(|country| format!("{country}.MIL"));
                return Some(Participant { actor: None, location, code });
            }
            let itself = self.mentions_at(head).next()?;
            return Some(Participant { actor: Some(itself.actor), location, code: None });
        };
        let actor = &self.actors.actors[owner.actor];
        if actor.sort != ActorSort::Person {
            return Some(Participant { actor: Some(owner.actor), location, code: None });
        }
        // "killed the judge and his guards": those who suffer beside him are not moved by him.
        let whole =
            self.grammar.parent(head).filter(|&count| self.grammar.upos(count) == Upos::Num).unwrap_or(head);
        if !acting && self.grammar.relation(whole) == Relation::Conj {
            return Some(Participant { actor: None, location, code: None });
        }
        let country = country_code(&actor.code).filter(|_| acting)?;
        Some(Participant { actor: None, location, code: Some(format!("{country}.MIL")) })
    }

    /// "The minister said that his country would sign": the state whose he is.
    pub(super) fn own_state(&self, head: usize) -> Option<Participant> {
        let grammar = &self.grammar;
        let pronoun = grammar.child(head, Relation::NmodPoss).filter(|&whose| {
            grammar.upos(whose) == Upos::Pron && self.rules.in_class("homeland", grammar.lower(head))
        })?;
        let actors = &self.actors.actors;
        let mut owners = self.mentions_at(pronoun).map(|mention| country_code(&actors[mention.actor].code));
        let country = owners.next()??;
        if owners.any(|other| other != Some(country)) {
            return None;
        }
        let state = actors.iter().position(|one| one.sort == ActorSort::State && one.code == country);
        let code = state.is_none().then(|| country.to_owned());
        Some(Participant { actor: state, location: self.phrase(head), code })
    }

    /// "warplanes of the coalition", "jets from the alliance": whose craft are. A state behind "from" may be where they took
    /// off.
    pub(super) fn sent_from(&self, craft: usize) -> Option<&'a ActorMention> {
        let grammar = &self.grammar;
        if !self.rules.in_class("craft", grammar.lemma(craft)) {
            return None;
        }
        grammar.children(craft).filter(|&child| self.is_of(child)).find_map(|child| {
            let of = grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "of");
            self.mentions_at(child).find(|mention| {
                let sort = self.actors.actors[mention.actor].sort;
                mention.head == child
                    && (of || sort != ActorSort::State)
                    && !matches!(sort, ActorSort::Person)
                    && self.place_at(child).is_none()
            })
        })
    }

    /// "Riyadh cut relations after a mob stormed its embassy": the country of the subject above, where "its" is nobody's.
    pub(super) fn owner_above(&self, pronoun: usize) -> Option<&str> {
        let subject = self.stand_in(pronoun).filter(|_| self.grammar.lower(pronoun) == "its")?;
        self.mentions_at(subject).find_map(|mention| country_code(&self.actors.actors[mention.actor].code))
    }

    /// "a torpedo fired by a submarine": who sent a weapon.
    pub(super) fn sender(&self, weapon: usize) -> Option<Participant> {
        let sent = self.grammar.children(weapon).find(|&child| {
            self.grammar.relation(child) == Relation::Acl && self.grammar.xpos(child) == Xpos::Vbn
        })?;
        let agent = self.grammar.children(sent).find(|&child| {
            matches!(self.grammar.relation(child), Relation::OblAgent | Relation::Obl)
                && self.grammar.preposition(child).is_some_and(|word| self.grammar.lower(word) == "by")
        })?;
        let known = |one: &Participant| one.actor.is_some() || one.code.is_some() || self.are_people(one);
        self.participants_as(agent, true).into_iter().find(known)
    }

    /// Those beyond the first whose people or things a noun tells of, where it has several at once.
    pub(super) fn further_owners(&self, head: usize, found: &[Participant]) -> Vec<Participant> {
        let is_plural = matches!(self.grammar.xpos(head), Xpos::Nns | Xpos::Nnps);
        if !is_plural || found.is_empty() {
            return Vec::new();
        }
        let sector = found.iter().find_map(|one| self.sector(one));
        let of_first = |other: &ActorMention, code: &str| {
            found.iter().any(|one| {
                one.actor == Some(other.actor)
                    || country_code(code).is_some_and(|own| self.country(one) == Some(own))
            })
        };
        let mut more: Vec<Participant> = Vec::new();
        for token in self.joined_modifiers(head).chain(self.joined_behind(head)) {
            let Some(mention) = self.mentions_at(token).next() else { continue };
            let actor = &self.actors.actors[mention.actor];
            let wanted = matches!(actor.sort, ActorSort::State | ActorSort::Body | ActorSort::Organisation)
                || token > head && actor.sort == ActorSort::Group;
            if !wanted
                || of_first(mention, &actor.code)
                || more.iter().any(|one| one.actor == Some(mention.actor))
            {
                continue;
            }
            let country = country_code(&actor.code).filter(|_| actor.sort == ActorSort::State);
            let code = country.zip(sector.as_deref()).map(|(country, sector)| format!("{country}.{sector}"));
            let location = if token < head { self.words_from(token, head) } else { mention.location };
            more.push(Participant { actor: Some(mention.actor), location, code });
        }
        more
    }

    /// What people of a country are: "GOV" of "GBR.GOV".
    fn sector(&self, one: &Participant) -> Option<String> {
        let of_actor = || one.actor.map(|actor| self.actors.actors[actor].code.as_str());
        let code = one.code.as_deref().or_else(of_actor)?;
        country_code(code)?;
        code.split_once('.').map(|(_, sector)| sector.to_string())
    }

    /// "American and British vessels", "Russian and government planes": what is joined to the first modifier.
    fn joined_modifiers(&self, head: usize) -> impl Iterator<Item = usize> + '_ {
        let modifies = |relation: Relation| {
            matches!(
                relation,
                Relation::Amod
                    | Relation::Compound
                    | Relation::NmodDesc
                    | Relation::NmodPoss
                    | Relation::Nmod
            )
        };
        let modifiers: Vec<usize> = self
            .grammar
            .children(head)
            .filter(|&child| child < head && modifies(self.grammar.relation(child)))
            .collect();
        let joined = modifiers.iter().flat_map(|&first| self.grammar.coordinated(first).into_iter().skip(1));
        let beside = modifiers.windows(2).filter_map(|pair| {
            let and = (pair[0] + 1..pair[1]).any(|at| self.grammar.lower(at) == "and");
            and.then_some(pair[1])
        });
        let all: Vec<usize> = joined.chain(beside).filter(|&token| token < head).collect();
        all.into_iter()
    }

    /// "the leaders of Britain, France and Germany": what is joined to the first name behind people.
    fn joined_behind(&self, head: usize) -> impl Iterator<Item = usize> + '_ {
        let unnamed = self
            .mentions_at(head)
            .all(|mention| !self.actors.actors[mention.actor].named && mention.form != MentionForm::Pronoun);
        let first = self.grammar.children(head).find(|&child| {
            unnamed && child > head && self.is_of(child) && self.grammar.upos(child) == Upos::Propn
        });
        let all = first.map(|first| self.grammar.coordinated(first)).unwrap_or_default();
        all.into_iter().skip(1)
    }

    /// "two French and one German activist": people whose noun stands with those of another country that they are joined to.
    pub(super) fn sharing_noun(&self, head: usize) -> Option<Participant> {
        let grammar = &self.grammar;
        grammar.child(head, Relation::Nummod)?;
        let adjective = self.mentions_at(head).find(|mention| {
            mention.form == MentionForm::Adjective
                && self.actors.actors[mention.actor].sort == ActorSort::State
        })?;
        let noun = grammar.coordinated(head).into_iter().find(|&other| {
            other > head && self.is_people(other) && grammar.child(other, Relation::Nummod).is_some()
        })?;
        let country = country_code(&self.actors.actors[adjective.actor].code)?;
        let people = self.mentions_at(noun).map(|mention| &self.actors.actors[mention.actor]);
        let sector = people.filter_map(|actor| actor.code.split_once('.')).map(|(_, sector)| sector).next();
        let code = sector.map_or_else(|| country.to_string(), |sector| format!("{country}.{sector}"));
        Some(Participant { actor: None, location: self.phrase(head), code: Some(code) })
    }

    /// The words from a modifier to its noun.
    fn words_from(&self, modifier: usize, head: usize) -> Location {
        let sentence = self.grammar.sentence;
        sentence.location_of(modifier..head + 1)
    }
}
