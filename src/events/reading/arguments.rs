//! The arguments of verbs and event nouns, with the words that the rules lend the grammar.

use super::Reading;
use crate::actors::ActorSort;
use crate::events::grammar::{Arguments, Control, NounSupport, Place};
use crate::events::rule::Candidate;

impl Reading<'_> {
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
            is_on_the_spot: &|lemma| {
                let read = self.rules.verbs.get(lemma);
                let resolved = self.rules.in_class("resolving", lemma);
                let on_the_spot = read.into_iter().flatten().any(|one| {
                    let trigger = &self.rules.triggers[one.trigger];
                    trigger.strikes || self.rules.kinds[trigger.kind].on_the_spot
                });
                on_the_spot && !resolved
            },
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
            is_blaming: &|lemma| self.rules.in_class("blaming", lemma),
            is_detaining: &|lemma| self.rules.words.detaining.contains(lemma),
            is_condemning: &|lemma| self.rules.in_class("condemning", lemma),
            is_sending: &|lemma| self.rules.in_class("sending", lemma),
            is_share: &|lemma| self.rules.in_class("share", lemma),
            is_masterminding: &|lemma| self.rules.in_class("masterminding", lemma),
            is_blamed: &|lemma| self.rules.in_class("blamed", lemma),
            is_people: &|lemma| self.rules.is_people(lemma),
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
                    self.grammar.is_predicate(argument.token)
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

    fn is_of_answering(&self, lemma: &str) -> bool {
        self.rules.in_class("answering-for", lemma)
    }

    fn is_of_means(&self, lemma: &str) -> bool {
        self.rules.in_class("means", lemma)
    }

    fn is_of_raiding(&self, lemma: &str) -> bool {
        self.rules.in_class("raiding", lemma)
    }

    fn is_of_happening(&self, noun: usize) -> bool {
        self.happens(noun)
    }

    fn is_of_harm(&self, verb: usize) -> bool {
        let read = self.rules.verbs.get(self.grammar.lemma(verb));
        let strikes = |all: &Vec<Candidate>| all.iter().any(|one| self.rules.triggers[one.trigger].strikes);
        self.befalls(verb) || read.is_some_and(strikes)
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

    fn is_of_backing(&self, lemma: &str) -> bool {
        self.rules.in_class("backing", lemma)
    }

    fn is_power(&self, token: usize) -> bool {
        let is_state = |actor: usize| self.actors.actors[actor].sort == ActorSort::State;
        self.rules.in_class("power", self.grammar.lemma(token))
            || self.mentions_at(token).any(|mention| mention.head == token && is_state(mention.actor))
    }

    fn may_speak(&self, token: usize) -> bool {
        let site = |class: &str| self.rules.in_class(class, self.grammar.lemma(token));
        !(["property", "place-noun", "territory"].into_iter().any(site) || self.is_town(token))
    }

    fn may_act(&self, token: usize) -> bool {
        Self::may_act(self, token)
    }
}
