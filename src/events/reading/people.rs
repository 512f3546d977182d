//! Whether words are of people, of those who attack, or of what is attacked.

use super::Reading;
use crate::actors::{ActorMention, ActorSort};
use crate::events::mention::Participant;
use crate::language::{Relation, Upos};
use std::ops::Range;

impl Reading<'_> {
    /// Whether words that name no actor are of people.
    pub fn are_people(&self, participant: &Participant) -> bool {
        self.heads_of(participant).any(|head| {
            self.is_people(head)
                && self.grammar.upos(head) != Upos::Num
                && self.place_at(head).is_none()
                && !self.is_further_place(head)
        })
    }

    /// Whether the words of a participant are a number, and tell not of what.
    pub fn is_bare_number(&self, participant: &Participant) -> bool {
        let mut heads = self.heads_of(participant).peekable();
        self.is_bare_count(participant)
            || participant.actor.is_none()
                && heads.peek().is_some()
                && heads.all(|head| self.grammar.upos(head) == Upos::Num)
    }

    /// Whether a participant is so many people of whom no more is told, in whatever sentence: any others may be as many.
    pub fn is_bare_count(&self, participant: &Participant) -> bool {
        let people = |actor: usize| self.actors.actors[actor].sort == ActorSort::People;
        participant.actor.is_some_and(people) && self.actors.counted_at(participant.location).is_some()
    }

    /// Whether a participant is of those who die: no state but its people, and no thing that stands for whoever has it.
    pub fn may_die(&self, participant: &Participant) -> bool {
        let Some(actor) = participant.actor else {
            return participant.code.is_none() || self.are_people(participant);
        };
        let state = self.actors.actors[actor].sort == ActorSort::State;
        self.heads_of(participant).all(|head| {
            let named = self.mentions.iter().find(|mention| mention.head == head);
            match named {
                Some(mention) => !state || mention.rule == "demonym",
                // "a Danish instructor" may be of any trade; "production of the Danish show" is nobody.
                None => {
                    let of_others = || self.grammar.children(head).any(|child| self.is_of(child));
                    self.grammar.upos(head) != Upos::Noun || self.is_people(head) || !of_others()
                }
            }
        })
    }

    /// Whether words that are no actor are somebody's name: things that have one bear an article with it.
    pub fn are_called_by_name(&self, participant: &Participant) -> bool {
        let grammar = &self.grammar;
        participant.actor.is_none()
            && participant.code.is_none()
            && self.heads_of(participant).any(|head| {
                grammar.upos(head) == Upos::Propn
                    && !self.happens(head)
                    && !self.is_struck(head)
                    && self.place_at(head).is_none()
                    && grammar.child(head, Relation::Det).is_none()
            })
    }

    /// "six foreign workers": people of another country than the one that they are in. A foreign minister is of his own.
    pub fn is_foreign(&self, head: usize) -> bool {
        self.is_sent_abroad(head)
            || self.is_people(head)
                && !self.rules.in_class("office", self.grammar.lemma(head))
                && self.grammar.children(head).any(|child| {
                    child < head
                        && self.grammar.relation(child) == Relation::Amod
                        && self.rules.in_class("foreign", self.grammar.lower(child))
                })
    }

    /// "coalition soldiers", "French-led troops": soldiers of several states. Whom their own government leads, or rebels, they
    /// are at home.
    fn is_sent_abroad(&self, head: usize) -> bool {
        let grammar = &self.grammar;
        let of_state = |token: usize| {
            self.mentions_at(token).any(|mention| self.actors.actors[mention.actor].sort == ActorSort::State)
        };
        let led = |child: usize| match grammar.lower(child) {
            "led" => child
                .checked_sub(2)
                .is_some_and(|leader| grammar.lower(leader + 1) == "-" && of_state(leader)),
            word => word.ends_with("-led") && of_state(child),
        };
        self.rules.in_class("expedition", grammar.lemma(head))
            && grammar.children(head).any(|child| {
                child < head && (matches!(grammar.lower(child), "coalition" | "multinational") || led(child))
            })
    }

    /// Whether the words of a participant are for soldiers of several states.
    pub fn are_sent_abroad(&self, participant: &Participant) -> bool {
        self.grammar.sentence.tokens_at(participant.location).any(|token| self.is_sent_abroad(token))
    }

    /// Whether the words of a participant are for foreigners.
    pub fn are_foreign(&self, participant: &Participant) -> bool {
        self.grammar.sentence.tokens_at(participant.location).any(|token| self.is_foreign(token))
            || self.heads_of(participant).any(|head| self.is_called_citizen(head))
    }

    /// "Two tourists, a Dane and a Finn, were held in Chad": people whose countries are told behind them.
    fn is_called_citizen(&self, head: usize) -> bool {
        self.grammar.children(head).any(|child| {
            child > head
                && self.grammar.relation(child) == Relation::Appos
                && self.mentions_at(child).any(|mention| {
                    mention.rule == "demonym" || self.actors.actors[mention.actor].sort == ActorSort::State
                })
                && self.place_at(child).is_none()
        })
    }

    /// Whether a word tells what befalls people: "killed", "wounds".
    pub fn befalls(&self, token: usize) -> bool {
        self.rules.in_class("suffered", self.grammar.lemma(token))
    }

    /// Whether a word tells that people are hurt or dead: "killed", "died".
    pub fn harms(&self, token: usize) -> bool {
        self.befalls(token) || self.rules.in_class("dying", self.grammar.lemma(token))
    }

    /// Whether words that name no actor are of what is struck: a thing, or people by kind.
    pub fn is_of_struck(&self, participant: &Participant) -> bool {
        self.heads_of(participant).any(|head| {
            self.is_struck(head)
                || self.rules.is_people(self.grammar.lemma(head))
                || self.is_further_place(head)
        })
    }

    /// Whether words are of a building, a home, a vehicle.
    pub fn is_of_property(&self, participant: &Participant) -> bool {
        self.heads_of(participant).any(|head| self.rules.in_class("property", self.grammar.lemma(head)))
    }

    /// "of its ports": whether a thing that nobody is stands under "of".
    pub fn is_of_thing(&self, token: usize) -> bool {
        self.is_of(token)
            && self.grammar.upos(token) == Upos::Noun
            && !self.is_people(token)
            && !self.has_actor(token)
    }

    /// Whether words that name no actor are of what happens or is said: "condemned the barrage".
    pub fn is_of_happening(&self, participant: &Participant) -> bool {
        self.heads_of(participant)
            .any(|head| self.happens(head) || self.rules.in_class("proposal", self.grammar.lemma(head)))
    }

    /// Whether a participant is a vote that is held rather than somebody.
    pub fn is_ballot(&self, participant: &Participant) -> bool {
        self.heads_of(participant).any(|head| self.rules.in_class("ballot", self.grammar.lemma(head)))
    }

    /// Whether words that name no actor are of those who attack: "rebel" in "a rebel attack".
    pub fn are_strikers(&self, participant: &Participant) -> bool {
        let tokens = &self.grammar.sentence.tokens;
        (0..tokens.len()).any(|token| {
            self.grammar.sentence.part == participant.location.part
                && participant.location.span == tokens[token].span
                && self.rules.in_class("striker", self.grammar.lemma(token))
        })
    }

    /// Whether a noun is of people rather than of things: by its kind, by a name behind it, by a number alone.
    pub fn is_people(&self, head: usize) -> bool {
        let grammar = &self.grammar;
        self.rules.is_people(grammar.lemma(head))
            || self.rules.is_people(grammar.lower(head))
            || grammar.upos(head) == Upos::Num
            || self.rules.in_class("many", grammar.lower(head))
            // "wounded 40 more"
            || grammar.lower(head) == "more" && grammar.child(head, Relation::Nummod).is_some()
            || grammar.upos(head) == Upos::Propn && !self.happens(head)
            || self.name_of(head).is_some()
            || self.those_told(head).is_some()
    }

    /// "those responsible", "those who threw stones": the words for people of whom nothing but what they did is told.
    pub(super) fn those_told(&self, head: usize) -> Option<Range<usize>> {
        let grammar = &self.grammar;
        // "those absent": whatever the tagger makes of it.
        let tells = |at: usize| {
            grammar.upos(at) == Upos::Adj || self.rules.in_class("telling-of-people", grammar.lower(at))
        };
        let described = || head > 0 && tells(head) && grammar.lower(head - 1) == "those";
        let first = match grammar.lower(head) {
            "those" => head,
            _ if described() => head - 1,
            _ => return None,
        };
        let next = first + 1;
        if next >= grammar.len() || !self.rules.in_class("telling-of-people", grammar.lower(next)) {
            return None;
        }
        let goes_on = |&at: &usize| grammar.below(at, head) && grammar.upos(at) != Upos::Punct;
        let end = next + (next..grammar.len()).take_while(goes_on).count();
        Some(first..end.max(next))
    }

    /// Whether a noun is of people, or of people whom the tables know: "patients".
    pub fn are_of_people(&self, head: usize) -> bool {
        let known = |mention: &ActorMention| self.actors.actors[mention.actor].sort == ActorSort::People;
        self.is_people(head) || self.mentions.iter().any(|mention| mention.head == head && known(mention))
    }

    /// "filmmaker Theo", "a comedian, Jim": the name that follows a noun, where it is known to be somebody's; ships and
    /// paintings have names as well.
    pub fn name_of(&self, head: usize) -> Option<usize> {
        let grammar = &self.grammar;
        grammar.children(head).find(|&child| {
            child > head
                && child <= head + 2
                && matches!(grammar.relation(child), Relation::Flat | Relation::Appos)
                && grammar.upos(child) == Upos::Propn
                && self.mentions.iter().any(|mention| {
                    mention.head == child && self.actors.actors[mention.actor].sort != ActorSort::State
                })
        })
    }
}
