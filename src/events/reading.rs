//! A sentence with all that earlier stages found in it.

mod ground;
mod listed;
mod names;
mod owners;
mod participants;
mod people;
mod rest;
mod several;

use super::PlaceMention;
use super::grammar::{Arguments, Control, Grammar, NounSupport, Place};
use super::matching::Found;
use super::mention::Participant;
use super::rule::{Kind, Rules, Trigger};
use crate::actors::{ActorMention, ActorSort, Actors, MentionForm};
use crate::article::Location;
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
        let mode = found.mode.map_or("", |mode| kind.modes[mode].name.as_str());
        matches!((kind.name.as_str(), mode), ("AID" | "SUPPORT", _) | ("AGREE", "intent" | "pledge"))
    }

    /// The coordinated heads of a noun phrase, with "a group of", "hundreds of" and the like taken off.
    pub fn heads(&self, token: usize) -> Vec<usize> {
        let core = self.core(token);
        let mut heads = self.grammar.coordinated(core);
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
            self.grammar.xpos(token) == Xpos::Nns && self.rules.in_class("people", self.grammar.lemma(token))
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
        let mut at = self.stand_in(token).unwrap_or(token);
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
            match inner {
                Some(child) => at = child,
                None => break,
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
        let fits = self.mentions.iter().any(|mention| {
            mention.head == subject && (self.actors.actors[mention.actor].sort == ActorSort::Person) == person
        });
        fits.then_some(subject)
    }

    /// The actor mentions that the token is the head of, or else the longest that cover it.
    pub fn mentions_at(&self, token: usize) -> impl Iterator<Item = &'a ActorMention> + '_ {
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
                self.rules.in_class("people", self.grammar.lemma(head))
                    || self.name_of(head).is_some()
                    || self.names_actor(head)
            }
        }
    }

    /// Whether the words are somebody, known or not: a name, a pronoun for persons, people by kind.
    pub fn is_somebody(&self, token: usize) -> bool {
        let head = self.core(token);
        self.is_actor(head)
            || match self.grammar.upos(head) {
                Upos::Propn => !self.is_time(head),
                Upos::Noun => {
                    self.rules.in_class("people", self.grammar.lemma(head)) || self.name_of(head).is_some()
                }
                Upos::Pron => {
                    matches!(self.grammar.lower(head), "he" | "she" | "they" | "we" | "i" | "him" | "them")
                }
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
                    && matches!(self.grammar.lower(child), "its" | "their" | "his" | "her" | "our" | "my")
            })
    }

    /// The words of a noun phrase up to its head, without what follows.
    pub fn phrase(&self, head: usize) -> Location {
        let grammar = &self.grammar;
        let is_part = |child: usize| {
            matches!(
                grammar.relation(child),
                Relation::Compound
                    | Relation::Amod
                    | Relation::Nummod
                    | Relation::NmodPoss
                    | Relation::NmodDesc
                    | Relation::Flat
            )
        };
        let modifiers = || {
            let is_own = |&child: &usize| child < head && is_part(child) && !self.is_beside(child, head);
            grammar.children(head).filter(is_own)
        };
        // "a four-year-old boy", "Sri-Lankan": what belongs to a modifier, and nothing between them missing.
        let mut first = modifiers().min().unwrap_or(head);
        while first > 0 && modifiers().any(|modifier| grammar.below(first - 1, modifier)) {
            first -= 1;
        }
        // ", the Green Party's Alma Fenn", "killed two and wounded six others": neither a comma nor what was done to them is
        // a part of it.
        while first < head && (grammar.lower(first) == "," || self.is_done_to(first)) {
            first += 1;
        }
        // "member Ann Lind": a name's words may hang on one another.
        let mut last = head;
        while last + 1 < grammar.len()
            && grammar.relation(last + 1) == Relation::Flat
            && grammar.parent(last + 1).is_some_and(|over| over == head || (head..=last).contains(&over))
        {
            last += 1;
        }
        let hanging = grammar.children(head).filter(|&child| grammar.relation(child) == Relation::Flat);
        let last = hanging.max().unwrap_or(head).max(last);
        grammar.sentence.location_of(first..last + 1)
    }

    /// "wounded six others", "injured scores": a participle before a number tells what was done to so many.
    fn is_done_to(&self, token: usize) -> bool {
        let grammar = &self.grammar;
        let counts = |at: usize| {
            grammar.upos(at) == Upos::Num
                || self.rules.in_class("many", grammar.lower(at))
                || matches!(grammar.lower(at), "more" | "at" | "about" | "around" | "some")
        };
        matches!(grammar.xpos(token), Xpos::Vbd | Xpos::Vbn) && token + 1 < grammar.len() && counts(token + 1)
    }

    /// The arguments of a verb.
    pub fn verb_arguments(&self, verb: usize) -> Arguments {
        self.grammar.verb_arguments(verb, self)
    }

    /// The arguments of an event noun.
    pub fn noun_arguments(&self, noun: usize) -> Arguments {
        let words = &self.rules.words;
        let support = NounSupport {
            is_support: &|lemma| words.support.contains(lemma),
            is_aspect: &|lemma| words.aspect.contains(lemma),
            is_engagement: &|lemma| words.engagement.contains(lemma),
            is_speech: &|lemma| words.speech.contains(lemma),
            is_undoing: &|phrase| words.averting.contains(phrase),
            is_judging: &|lemma| self.rules.in_class("judging", lemma),
            is_journey: &|lemma| self.rules.in_class("journey", lemma),
            is_talks: &|lemma| self.rules.in_class("talks", lemma),
            is_two_sided: &|lemma| self.rules.in_class("two-sided", lemma),
            is_conferring: &|lemma| self.rules.in_class("conferring", lemma),
            is_concluding: &|lemma| self.rules.in_class("concluding", lemma),
            is_addressing: &|lemma| self.rules.in_class("addressing", lemma),
            is_suffered: &|lemma| self.rules.in_class("suffered", lemma),
            is_aiming: &|lemma| words.aiming.contains(lemma),
            is_aimed: &|lemma| self.rules.in_class("aimed", lemma),
            is_quantity: &|lemma| words.quantity.contains(lemma),
            is_span: &|lemma| self.rules.in_class("span", lemma),
            is_dying: &|lemma| self.rules.in_class("dying", lemma),
            is_arranging: &|phrase| self.rules.in_class("arranging", phrase),
            is_owning_up: &|lemma| self.rules.in_class("owning-up", lemma),
            is_owned_up: &|lemma| self.rules.in_class("owned-up", lemma),
            is_claiming: &|lemma| self.rules.in_class("claiming", lemma),
            is_confessing: &|phrase| self.rules.in_class("confessing", phrase),
            is_condemning: &|lemma| self.rules.in_class("condemning", lemma),
            is_share: &|lemma| self.rules.in_class("share", lemma),
            is_blamed: &|lemma| self.rules.in_class("blamed", lemma),
            is_people: &|lemma| self.rules.in_class("people", lemma),
            is_violence: &|lemma| self.rules.in_class("pointing-strike", lemma),
            is_storming: &|lemma| self.rules.in_class("storming", lemma),
        };
        self.grammar.noun_arguments(noun, &support, self)
    }

    /// The heads of what a verb or noun has as its clausal content.
    pub fn complements(&self, arguments: &Arguments) -> Vec<usize> {
        let direct: Vec<_> = arguments.at(Place::Complement).collect();
        if !direct.is_empty() {
            return direct;
        }
        arguments
            .list
            .iter()
            .filter(|argument| match argument.place {
                Place::Preposition(word) => {
                    // "to lead it", "to be its leader"
                    let clause = self.grammar.is_verb(argument.token)
                        || self.grammar.child(argument.token, Relation::Cop).is_some();
                    clause
                        && matches!(self.grammar.lower(word), "to" | "that" | "of" | "for" | "from" | "about")
                }
                _ => false,
            })
            .map(|argument| argument.token)
            .collect()
    }
}

impl Control for Reading<'_> {
    fn is_of_object(&self, lemma: &str) -> bool {
        self.rules.words.object_control.contains(lemma)
    }

    fn is_of_means(&self, lemma: &str) -> bool {
        self.rules.in_class("means", lemma)
    }

    fn is_of_launching(&self, lemma: &str) -> bool {
        self.rules.in_class("launching", lemma)
    }

    fn is_of_writing(&self, lemma: &str) -> bool {
        self.rules.in_class("writing", lemma)
    }

    fn is_of_crowds(&self, lemma: &str) -> bool {
        self.rules.in_class("clamour", lemma)
    }

    fn may_speak(&self, token: usize) -> bool {
        let site = |class: &str| self.rules.in_class(class, self.grammar.lemma(token));
        !(["property", "place-noun", "territory"].into_iter().any(site) || self.is_town(token))
    }

    fn may_act(&self, token: usize) -> bool {
        Self::may_act(self, token)
    }
}

/// The country at the head of a code; none where a class of people stands there ("CVL", "REB").
pub fn country_code(code: &str) -> Option<&str> {
    let bytes = code.as_bytes();
    (bytes.len() >= 3
        && bytes[..3].iter().all(u8::is_ascii_uppercase)
        && bytes.get(3).is_none_or(|&b| b == b'.'))
    .then(|| &code[..3])
    .filter(|code| {
        !matches!(
            *code,
            "IGO"
                | "NGO"
                | "IMG"
                | "MNC"
                | "CVL"
                | "GOV"
                | "MIL"
                | "REB"
                | "UAF"
                | "PTY"
                | "OPP"
                | "LEG"
                | "JUD"
                | "SPY"
                | "BUS"
                | "JRN"
                | "EDU"
                | "MED"
                | "REF"
                | "COP"
                | "CRM"
                | "LAB"
                | "REL"
                | "ELI"
                | "AGR"
                | "UNO"
        )
    })
}

/// Whether a code is of an organisation of many states.
pub fn is_international(code: &str) -> bool {
    code.split('.').any(|part| part == "IGO")
}
