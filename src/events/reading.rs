//! A sentence with all that earlier stages found in it.

mod listed;

use super::PlaceMention;
use super::grammar::{Arguments, Grammar, NounSupport, Place};
use super::mention::Participant;
use super::rule::Rules;
use crate::actors::{ActorMention, ActorSort, Actors, MentionForm};
use crate::article::Location;
use crate::dates::Expression;
use crate::language::{Relation, Upos};

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
    /// The coordinated heads of a noun phrase, with "a group of", "hundreds of" and the like taken off.
    pub fn heads(&self, token: usize) -> Vec<usize> {
        self.grammar.coordinated(self.core(token)).into_iter().map(|token| self.core(token)).collect()
    }

    /// The noun that counts in "a series of attacks", "two of the ministers".
    pub fn core(&self, token: usize) -> usize {
        let mut at = self.stand_in(token).unwrap_or(token);
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
        self.heads(token)
            .into_iter()
            .any(|head| self.mentions_at(head).any(|mention| self.actors.actors[mention.actor].sort == sort))
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
                self.rules.in_class("people", self.grammar.lemma(head)) || self.inner_actor(head, 1).is_some()
            }
        }
    }

    /// Somebody whom a noun phrase names as its own, and the words to show: of "a Togolese ship" the whole
    /// phrase, since the adjective alone would be the state; of "shelling of the Syrian army" the army.
    fn inner_actor(&self, token: usize, depth: usize) -> Option<(&'a ActorMention, Location)> {
        if depth > DEPTH || self.grammar.upos(token) == Upos::Num {
            return None;
        }
        // Whose brother or whose ally somebody is says least of who he is.
        let relative = self.rules.in_class("relative", self.grammar.lemma(token));
        let order = |relation: Relation| match relation {
            Relation::NmodPoss if relative => 4,
            Relation::NmodPoss => 0,
            Relation::Appos => 1,
            Relation::Amod | Relation::Compound | Relation::NmodDesc | Relation::Flat => 2,
            Relation::Nmod => 3,
            _ => 9,
        };
        let mut best: Option<(usize, usize)> = None;
        for child in self.grammar.children(token) {
            let rank = order(self.grammar.relation(child));
            if rank == 9 || (rank == 3 && !self.belongs(child)) {
                continue;
            }
            if best.is_none_or(|(old, _)| rank < old)
                && (self.mentions_at(child).next().is_some() || self.inner_actor(child, depth + 1).is_some())
            {
                best = Some((rank, child));
            }
        }
        let (rank, child) = best?;
        match self.mentions_at(child).next() {
            Some(mention) if matches!(rank, 0 | 2 | 4) => Some((mention, self.phrase(token))),
            Some(mention) => Some((mention, mention.location)),
            None => self.inner_actor(child, depth + 1),
        }
    }

    fn belongs(&self, child: usize) -> bool {
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

    fn inner_place(&self, token: usize, depth: usize) -> Option<&'a PlaceMention> {
        if depth > DEPTH {
            return None;
        }
        self.place_at(token).or_else(|| {
            self.grammar.children(token).find_map(|child| match self.grammar.relation(child) {
                Relation::NmodPoss
                | Relation::Amod
                | Relation::Compound
                | Relation::Appos
                | Relation::Flat => self.inner_place(child, depth + 1),
                Relation::Nmod if self.belongs(child) => self.inner_place(child, depth + 1),
                _ => None,
            })
        })
    }

    /// Everybody in a noun phrase and the phrases coordinated with it. Words that are no actor come back
    /// without one; a place stands for its country by its code.
    pub fn participants(&self, token: usize) -> Vec<Participant> {
        self.participants_as(token, false)
    }

    /// Everybody in a noun phrase; of one who acts, the place that he is in says nothing: "a riot in Venezuela".
    pub fn participants_as(&self, token: usize, acting: bool) -> Vec<Participant> {
        let mut found: Vec<Participant> = Vec::new();
        let heads = self.listed(self.heads(token));
        for head in heads.into_iter().filter(|&head| !self.is_time(head) || self.has_actor(head)) {
            let before = found.len();
            for mention in self.mentions_at(head) {
                if !self.actors.actors[mention.actor].named && self.is_own(head) {
                    continue;
                }
                let code = self.country_of_people(mention, head);
                found.push(Participant { actor: Some(mention.actor), location: mention.location, code });
            }
            if found.len() == before {
                let idle = acting && !self.rules.in_class("people", self.grammar.lemma(head));
                if let Some(place) = self.place_at(head) {
                    found.push(self.place_participant(place));
                } else if idle && self.is_thing(head) {
                    if let Some(mention) = self.owner(head) {
                        found.push(Participant {
                            actor: Some(mention.actor),
                            location: mention.location,
                            code: None,
                        });
                    } else if !self.is_weapon(head) {
                        found.push(Participant { actor: None, location: self.phrase(head), code: None });
                    }
                } else if let Some((mention, location)) = self.inner_actor(head, 1) {
                    found.push(self.of_actor(head, mention, location));
                } else if let Some(place) = self.inner_place(head, 1) {
                    found.push(self.place_participant(place));
                } else if self.grammar.upos(head) != Upos::Pron {
                    found.push(Participant { actor: None, location: self.phrase(head), code: None });
                }
            }
        }
        found
    }

    /// Who a noun phrase is that names an actor as its own. An ally, a rival, a neighbour of a state is another
    /// one, and a man's brother or supporter has no more than his country.
    fn of_actor(&self, head: usize, mention: &ActorMention, location: Location) -> Participant {
        let owned = self.grammar.children(head).any(|child| {
            mention.tokens.contains(&child)
                && matches!(self.grammar.relation(child), Relation::NmodPoss | Relation::Nmod)
        });
        if !(owned && self.rules.in_class("relative", self.grammar.lemma(head))) {
            return Participant { actor: Some(mention.actor), location, code: None };
        }
        let owner = &self.actors.actors[mention.actor];
        let state = matches!(owner.sort, ActorSort::State | ActorSort::Organisation | ActorSort::Body);
        let code = country_code(&owner.code).filter(|_| !state).map(str::to_string);
        Participant { actor: None, location: self.phrase(head), code }
    }

    /// Whether the head is a weapon or something that happens, which acts for whoever stands behind it.
    fn is_thing(&self, head: usize) -> bool {
        let lemma = self.grammar.lemma(head);
        self.is_weapon(head) || self.rules.nouns.contains_key(lemma)
    }

    fn is_weapon(&self, head: usize) -> bool {
        let lemma = self.grammar.lemma(head);
        self.rules.in_class("weapon", lemma) || self.rules.in_class("craft", lemma)
    }

    /// "Russian missiles", "the army's shells": whose they are.
    fn owner(&self, head: usize) -> Option<&'a ActorMention> {
        self.grammar
            .children(head)
            .filter(|&child| {
                matches!(
                    self.grammar.relation(child),
                    Relation::NmodPoss | Relation::Amod | Relation::Compound | Relation::NmodDesc
                )
            })
            .find_map(|child| self.mentions_at(child).next())
    }

    fn place_participant(&self, place: &PlaceMention) -> Participant {
        let actor = place.country.as_deref().and_then(|country| {
            self.actors
                .actors
                .iter()
                .position(|actor| actor.sort == ActorSort::State && actor.code.get(..3) == Some(country))
        });
        let code = if actor.is_none() { place.country.clone() } else { None };
        Participant { actor, location: place.location, code }
    }

    /// "refugees in Liberia": people without a country of their own have that of their place.
    fn country_of_people(&self, mention: &ActorMention, head: usize) -> Option<String> {
        let actor = &self.actors.actors[mention.actor];
        let has_country =
            actor.code.len() >= 3 && actor.code.as_bytes().get(3).is_none_or(|&byte| byte == b'.');
        if actor.named || has_country || mention.form == MentionForm::Pronoun {
            return None;
        }
        let inner = self.grammar.children(head).find_map(|child| match self.grammar.relation(child) {
            Relation::Nmod if self.belongs(child) => self
                .mentions_at(child)
                .find_map(|other| country_code(&self.actors.actors[other.actor].code).map(str::to_string))
                .or_else(|| self.inner_place(child, 1).and_then(|place| place.country.clone())),
            Relation::NmodPoss | Relation::Amod | Relation::Compound => self
                .mentions_at(child)
                .find_map(|other| country_code(&self.actors.actors[other.actor].code).map(str::to_string))
                .or_else(|| self.place_at(child).and_then(|place| place.country.clone())),
            _ => None,
        })?;
        let class = if actor.code.is_empty() { String::new() } else { format!(".{}", actor.code) };
        Some(format!("{inner}{class}"))
    }

    /// Whether the words are somebody, known or not: a name, a pronoun for persons, people by kind.
    pub fn is_somebody(&self, token: usize) -> bool {
        let head = self.core(token);
        self.is_actor(head)
            || match self.grammar.upos(head) {
                Upos::Propn => !self.is_time(head),
                Upos::Noun => self.rules.in_class("people", self.grammar.lemma(head)),
                Upos::Pron => {
                    matches!(self.grammar.lower(head), "he" | "she" | "they" | "we" | "i" | "him" | "them")
                }
                _ => false,
            }
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
        let first = self
            .grammar
            .children(head)
            .filter(|&child| {
                child < head
                    && matches!(
                        self.grammar.relation(child),
                        Relation::Compound
                            | Relation::Amod
                            | Relation::Nummod
                            | Relation::NmodPoss
                            | Relation::NmodDesc
                            | Relation::Flat
                    )
            })
            .map(|child| self.opening(child))
            .min()
            .unwrap_or(head);
        let last = self
            .grammar
            .children(head)
            .filter(|&child| child > head && matches!(self.grammar.relation(child), Relation::Flat))
            .max()
            .unwrap_or(head);
        Location::new(self.grammar.sentence.part, self.grammar.sentence.span_of(first..last + 1))
    }

    /// The first word of a modifier: of "Togolese-flagged" before its noun "Togolese".
    fn opening(&self, modifier: usize) -> usize {
        let own = |&child: &usize| {
            child < modifier
                && matches!(
                    self.grammar.relation(child),
                    Relation::Compound
                        | Relation::Amod
                        | Relation::Nummod
                        | Relation::NmodPoss
                        | Relation::NmodDesc
                        | Relation::Flat
                        | Relation::Obl
                        | Relation::Advmod
                )
        };
        let mut first = modifier;
        for _ in 0..DEPTH {
            match self.grammar.children(first).filter(own).min() {
                Some(child) => first = child,
                None => break,
            }
        }
        first
    }

    /// The arguments of a verb.
    pub fn verb_arguments(&self, verb: usize) -> Arguments {
        let words = &self.rules.words;
        self.grammar.verb_arguments(verb, &|lemma| words.object_control.contains(lemma))
    }

    /// The arguments of an event noun.
    pub fn noun_arguments(&self, noun: usize) -> Arguments {
        let words = &self.rules.words;
        self.grammar.noun_arguments(
            noun,
            &NounSupport {
                is_support: &|lemma| words.support.contains(lemma),
                is_aspect: &|lemma| words.aspect.contains(lemma),
                is_engagement: &|lemma| words.engagement.contains(lemma),
                is_speech: &|lemma| words.speech.contains(lemma),
                is_undoing: &|phrase| words.averting.contains(phrase),
                is_talks: &|lemma| self.rules.in_class("talks", lemma),
                is_aiming: &|lemma| words.aiming.contains(lemma),
                object_control: &|lemma| words.object_control.contains(lemma),
            },
        )
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
                    self.grammar.is_verb(argument.token)
                        && matches!(self.grammar.lower(word), "to" | "that" | "of" | "for" | "from" | "about")
                }
                _ => false,
            })
            .map(|argument| argument.token)
            .collect()
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
