//! A sentence with all that earlier stages found in it.

mod arguments;
mod borrowed;
mod code;
mod described;
mod ground;
mod included;
mod inner;
mod listed;
mod names;
mod owners;
mod participants;
mod people;
mod phrase;
mod pronouns;
mod rest;
mod several;

pub use code::{country_code, is_international};

use super::PlaceMention;
use super::grammar::Grammar;
use super::matching::Found;
use super::mention::Participant;
use super::rule::{Kind, Rules, Trigger};
use crate::actors::{ActorMention, ActorSort, Actors, MentionForm};
use crate::dates::Expression;
use crate::language::{Relation, Upos, Xpos};

/// One sentence and what is known of its words.
pub(super) struct Reading<'a> {
    pub index: usize,
    pub grammar: Grammar<'a>,
    pub rules: &'a Rules,
    pub actors: &'a Actors,
    pub mentions: &'a [ActorMention],
    pub places: Vec<&'a PlaceMention>,
    pub expressions: Vec<&'a Expression>,
    /// For each token whether it stands between quotation marks.
    pub quoted: Vec<bool>,
}

/// How deep a noun phrase is searched for somebody it names.
const DEPTH: usize = 3;

impl<'a> Reading<'a> {
    /// The rule by whose words something was found.
    pub fn trigger(&self, found: &Found) -> &'a Trigger {
        &self.rules.triggers[found.trigger]
    }

    /// What kind of event something is.
    pub fn kind(&self, found: &Found) -> &'a Kind {
        &self.rules.kinds[self.trigger(found).kind]
    }

    /// Whether one side helps the other, or says that it will.
    pub fn helps(&self, found: &Found) -> bool {
        let kind = self.kind(found);
        kind.helps || found.mode.is_some_and(|mode| kind.modes[mode].helps)
    }

    /// The coordinated heads of a noun phrase, with "a group of", "hundreds of" and the like taken off.
    pub fn heads(&self, token: usize) -> Vec<usize> {
        let core = self.core(token);
        let mut heads = self.grammar.coordinated(core);
        // "killing him and two guards": those who are joined to a pronoun are not joined to him of whom it speaks.
        if core != token && self.grammar.upos(token) == Upos::Pron {
            if matches!(self.grammar.lower(token), "he" | "him" | "she" | "her" | "it") {
                heads = vec![core];
            }
            heads.extend(self.grammar.coordinated(token).into_iter().skip(1));
        }
        // "shelled homes, not barracks"
        heads.retain(|&head| {
            let not = |child| child < head && self.grammar.lower(child) == "not";
            head == core || !self.grammar.children(head).any(not)
        });
        // "Secretary of State Cordell Hull and the foreign minister": whoever is joined to a part of somebody's name is
        // joined to the name.
        let of_name = self.mentions.iter().filter(|mention| {
            mention.head == core && self.is_person(mention) && self.actors.actors[mention.actor].named
        });
        for inside in of_name.flat_map(|mention| mention.tokens.clone()).filter(|&inside| inside != core) {
            let joined = self.grammar.coordinated(inside).into_iter().skip(1);
            let of_person = |token: &usize| {
                self.mentions.iter().any(|other| other.head == *token && self.is_person(other))
            };
            heads.extend(joined.filter(of_person).filter(|&token| token > core));
        }
        heads.extend(self.uncommaed(&heads));
        heads.sort_unstable();
        heads.dedup();
        heads.into_iter().map(|token| self.core(token)).collect()
    }

    /// "soldiers guards and drivers": members of a row whose comma is lost, which a parser takes for part of the next.
    fn uncommaed(&self, heads: &[usize]) -> Vec<usize> {
        if heads.len() < 2 {
            return Vec::new();
        }
        let before = |&head: &usize| head.checked_sub(1).filter(|&before| self.is_beside(before, head));
        heads.iter().flat_map(|head| std::iter::successors(before(head), before)).collect()
    }

    /// Whether two nouns for several people stand side by side: neither tells what the other is.
    pub(super) fn is_beside(&self, before: usize, head: usize) -> bool {
        let several = |token: usize| {
            self.grammar.xpos(token) == Xpos::Nns && self.rules.is_people(self.grammar.lemma(token))
        };
        // "home builders groups": what a noun stands before already is part of one name.
        let own = before.checked_sub(1).is_none_or(|first| self.grammar.upos(first) != Upos::Noun);
        own && before + 1 == head
            && !self.rules.words.quantity.contains(self.grammar.lemma(head))
            && several(before)
            && several(head)
            && self.grammar.relation(before) == Relation::Compound
            && self.grammar.parent(before) == Some(head)
    }

    /// The words of a participant on which its others hang; none where it is told of elsewhere.
    pub fn heads_of(&self, participant: &Participant) -> impl Iterator<Item = usize> + '_ {
        self.grammar.tops(self.grammar.sentence.tokens_at(participant.location))
    }

    fn is_person(&self, mention: &ActorMention) -> bool {
        self.actors.actors[mention.actor].sort == ActorSort::Person
    }

    /// The noun that counts in "a series of attacks", "two of the ministers".
    pub fn core(&self, token: usize) -> usize {
        let meant =
            self.stand_in(token).or_else(|| self.object_meant(token)).or_else(|| self.rest_meant(token));
        let mut at = meant.unwrap_or(token);
        if let Some(person) = self.person_behind(at) {
            return person;
        }
        // "the football manager Kevin Heffernan": who bears the name counts, where the name is known.
        if !self.has_actor(at)
            && let Some(name) = self.name_of(at)
        {
            return name;
        }
        for _ in 0..DEPTH {
            let quantity = self.rules.words.quantity.contains(self.grammar.lemma(at))
                || self.grammar.upos(at) == Upos::Num;
            if !quantity || self.has_actor(at) {
                break;
            }
            let inner = self.grammar.children(at).find(|&child| {
                self.grammar.relation(child) == Relation::Nmod
                    && self.grammar.preposition(child).is_some_and(|of| self.grammar.lower(of) == "of")
            });
            // "killed four of them": so many are known where those of whom they are are not.
            let unknown = |child: usize| {
                self.grammar.upos(at) == Upos::Num
                    && matches!(self.grammar.lower(child), "them" | "those" | "these" | "us")
                    && !self.has_actor(child)
            };
            match inner {
                Some(child) if !unknown(child) => at = child,
                _ => break,
            }
        }
        at
    }

    /// Whether the token belongs to a temporal expression.
    pub fn is_time(&self, token: usize) -> bool {
        self.expressions.iter().any(|expression| expression.tokens.contains(&token))
    }

    /// "Switzerland said it had …": a pronoun that nobody resolved is the subject above its clause.
    fn stand_in(&self, token: usize) -> Option<usize> {
        let grammar = &self.grammar;
        if grammar.upos(token) != Upos::Pron || self.has_actor(token) {
            return None;
        }
        let person = match grammar.lower(token) {
            "he" | "she" | "his" | "her" => true,
            "it" | "its" | "they" | "their" => false,
            _ => return None,
        };
        let clause = grammar
            .upward(token)
            .find(|&i| matches!(grammar.relation(i), Relation::Ccomp | Relation::Advcl | Relation::Xcomp))?;
        let head = grammar.parent(clause)?;
        let subject = grammar.children(head).find(|&child| grammar.relation(child) == Relation::Nsubj)?;
        if subject == token || grammar.upos(subject) == Upos::Pron {
            return None;
        }
        // "Chad has had peace since their war, the king said": those of whom its own clause tells come first.
        let own = grammar.children(clause).any(|child| grammar.relation(child).is_subject() && child < token);
        if own && subject > token {
            return None;
        }
        let fits = self.mentions.iter().any(|mention| {
            mention.head == subject && (self.actors.actors[mention.actor].sort == ActorSort::Person) == person
        });
        fits.then_some(subject)
    }

    /// The actor mentions that the token is the head of, or else the longest that cover it.
    pub fn mentions_at(&self, token: usize) -> impl Iterator<Item = &'a ActorMention> + '_ {
        let token = self.whose(token).unwrap_or(token);
        let heads = self.mentions.iter().any(|mention| mention.head == token);
        let longest = self
            .mentions
            .iter()
            .filter(|mention| mention.tokens.contains(&token))
            .map(|mention| mention.tokens.len())
            .max()
            .unwrap_or(0);
        let length = self
            .mentions
            .iter()
            .filter(|mention| mention.head == token && mention.tokens.contains(&token))
            .map(|mention| mention.tokens.len())
            .max()
            .unwrap_or(longest);
        self.mentions.iter().filter(move |mention| {
            mention.tokens.contains(&token)
                && mention.tokens.len() == length
                && (!heads || mention.head == token)
        })
    }

    /// "Hezbollah, whose gunners shelled the town": of whom "whose" tells.
    fn whose(&self, token: usize) -> Option<usize> {
        let grammar = &self.grammar;
        if grammar.lower(token) != "whose" {
            return None;
        }
        // The parser may take a clause between commas for one that is put in.
        let clause = grammar.upward(token).find(|&at| {
            matches!(grammar.relation(at), Relation::AclRelcl | Relation::Acl | Relation::Parataxis)
        })?;
        let owner = grammar.parent(clause).filter(|&owner| owner < token && !grammar.is_verb(owner))?;
        // "police in Togo, whose gunners …", "a man from Togo, whose brother …": of which of the two it tells, nobody knows.
        let near = (owner + 1..token).all(|at| {
            grammar.lower(at) == "," || matches!(grammar.relation(at), Relation::Flat | Relation::Punct)
        });
        near.then_some(owner)
    }

    /// Whether the token heads the name of an actor.
    pub fn is_named(&self, token: usize) -> bool {
        self.mentions.iter().any(|mention| mention.head == token && self.actors.actors[mention.actor].named)
    }

    /// Whether an actor mention has the token as its head.
    pub fn has_actor(&self, token: usize) -> bool {
        self.mentions.iter().any(|mention| mention.head == token)
    }

    /// Whether the noun phrase headed by `token` is an actor, or names one as its own.
    pub fn is_actor(&self, token: usize) -> bool {
        self.heads(token).into_iter().any(|head| {
            self.mentions_at(head)
                .any(|mention| mention.form != MentionForm::Adjective || mention.head == head)
        })
    }

    /// Whether the noun phrase is, or belongs to, an actor of a sort.
    pub fn is_sort(&self, token: usize, sort: ActorSort) -> bool {
        // "Egyptians" are a state, and its people.
        let is = |mention: &ActorMention| {
            self.actors.actors[mention.actor].sort == sort
                || sort == ActorSort::People && mention.rule == "demonym"
        };
        self.heads(token).into_iter().any(|head| self.mentions_at(head).any(is))
    }

    /// Whether the phrase is a place.
    pub fn place_at(&self, token: usize) -> Option<&'a PlaceMention> {
        self.places.iter().find(|place| place.tokens.contains(&token)).copied()
    }

    /// Whether the words are a place, and no state.
    pub fn is_town(&self, token: usize) -> bool {
        self.place_at(token).is_some_and(|place| place.coordinates.is_some())
            && !self
                .mentions_at(token)
                .any(|mention| self.actors.actors[mention.actor].sort == ActorSort::State)
    }

    /// Whether somebody who can act may stand behind the words, known or not.
    pub fn may_act(&self, token: usize) -> bool {
        let head = self.core(token);
        if self.is_actor(head) {
            return true;
        }
        match self.grammar.upos(head) {
            Upos::Propn => true,
            Upos::Pron => {
                matches!(
                    self.grammar.lower(head),
                    "he" | "she"
                        | "they"
                        | "we"
                        | "i"
                        | "who"
                        | "you"
                        | "him"
                        | "them"
                        | "us"
                        | "someone"
                        | "both"
                        | "all"
                        | "many"
                        | "some"
                        | "others"
                )
            }
            Upos::Num => true,
            _ => {
                self.rules.is_people(self.grammar.lemma(head))
                    || self.name_of(head).is_some()
                    || self.names_actor(head)
            }
        }
    }

    /// Whether the words are somebody, known or not: a name, a pronoun for persons, people by kind.
    pub fn is_somebody(&self, token: usize) -> bool {
        let is_pronoun =
            |at: usize| matches!(self.grammar.lower(at), "he" | "she" | "they" | "we" | "i" | "him" | "them");
        let head = self.core(token);
        self.is_actor(head)
            || is_pronoun(token)
            || match self.grammar.upos(head) {
                Upos::Propn => !self.is_time(head),
                Upos::Noun => self.rules.is_people(self.grammar.lemma(head)) || self.name_of(head).is_some(),
                Upos::Pron => is_pronoun(head),
                _ => false,
            }
    }

    /// The country of a participant, by its own code or its actor's.
    pub fn country<'c>(&'c self, participant: &'c Participant) -> Option<&'c str> {
        let of_actor = || participant.actor.map(|actor| self.actors.actors[actor].code.as_str());
        participant.code.as_deref().or_else(of_actor).and_then(country_code)
    }

    /// What somebody is by his code, whatever his country: "MIL", "CVL"; nothing for a state.
    pub fn role<'c>(&'c self, participant: &'c Participant) -> &'c str {
        let of_actor = || participant.actor.map(|actor| self.actors.actors[actor].code.as_str());
        let code = participant.code.as_deref().or_else(of_actor).unwrap_or("");
        match country_code(code) {
            Some(country) => code[country.len()..].trim_start_matches('.'),
            None => code,
        }
    }

    /// Whether a noun is of what is struck: property, ground, machines of war.
    pub fn is_struck(&self, head: usize) -> bool {
        self.rules.is_struck(self.grammar.lemma(head))
    }

    /// "its troops": people who belong to whoever acts.
    fn is_own(&self, head: usize) -> bool {
        self.rules.in_class("force", self.grammar.lemma(head))
            && self.grammar.children(head).any(|child| {
                self.grammar.relation(child) == Relation::NmodPoss
                    && matches!(
                        self.grammar.lower(child),
                        "its" | "their" | "his" | "her" | "our" | "my" | "whose"
                    )
            })
    }
}
