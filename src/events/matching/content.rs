//! Who takes part in what a rule has as its content: "promised to send arms to Chad", "threatened to kill the hostages".

use super::super::file::Tone;
use super::super::grammar::{Argument, Place};
use super::super::mention::Participant;
use super::condition::Matcher;
use super::{Found, known};
use crate::actors::MentionForm;
use crate::language::{Relation, Upos};

impl Matcher<'_, '_> {
    /// Who is on a side of what stands in the content, or else who is known of those to whom its verb does it.
    pub(super) fn of_content(
        &self,
        side: impl Fn(&Found) -> &Vec<Participant>,
        prepositions: &[&str],
    ) -> Vec<Participant> {
        let events: Vec<Participant> =
            self.contents().flat_map(|inner| side(inner).clone()).filter(known).collect();
        if !events.is_empty() {
            return events;
        }
        // "threatened to kill foreigners": whoever is threatened with harm, by whatever words.
        let kind = &self.reading.rules.kinds[self.trigger.kind];
        if kind.tone == Tone::Hostile && !kind.answers {
            let people = |one: &Participant| self.reading.are_people(one);
            let harm = self.contents().filter(|inner| self.reading.trigger(inner).strikes);
            let threatened: Vec<Participant> =
                harm.flat_map(|inner| side(inner).clone()).filter(people).collect();
            if !threatened.is_empty() {
                return threatened;
            }
        }
        let threatens = kind.tone == Tone::Hostile && kind.said && !kind.answers;
        let mut found = Vec::new();
        for complement in self.reading.complements(self.arguments) {
            let inner = self.reading.verb_arguments(complement);
            // "agreed to sell its plants to Norsk Oil": whoever gets a thing counts more than whose it was.
            let gets = |argument: &&Argument| {
                matches!(argument.place, Place::Preposition(word) if self.reading.grammar.lower(word) == "to")
                    && self.gives(complement)
                    && prepositions.contains(&"to")
            };
            for argument in inner.list.iter().filter(gets) {
                let somebody = |one: &Participant| known(one) || self.reading.are_called_by_name(one);
                found.extend(self.reading.participants(argument.token).into_iter().filter(somebody));
            }
            for argument in &inner.list {
                let wanted = match argument.place {
                    Place::Object | Place::Indirect => true,
                    // "agreed to invest in Spain", but "to recall cars in Spain"
                    Place::Preposition(word) if self.reading.grammar.lower(word) == "in" => {
                        prepositions.contains(&"in") && inner.at(Place::Object).next().is_none()
                    }
                    Place::Preposition(word) => prepositions.contains(&self.reading.grammar.lower(word)),
                    _ => false,
                };
                // "agreed to recall cars in Spain": where a thing is does not make it anybody's.
                let somewhere =
                    argument.place == Place::Object && self.reading.is_thing_somewhere(argument.token);
                // "will not give up its right": what is the doer's own is no other side.
                let own = argument.place == Place::Object && self.is_own_thing(argument.token);
                // "threatened to sack those absent": whoever it would befall, known or not.
                let counts = |one: &Participant| {
                    known(one) || threatens && self.reading.are_people(one) && !self.reading.is_realm(one)
                };
                // "threatened to use troops", "to call its members out": those by whom somebody would do it.
                let wielded = threatens
                    && argument.place == Place::Object
                    && (self.wields(complement) || self.is_own(argument.token));
                // "promised to bring the troops home", "to follow with 750 troops": forces that are moved are nobody's side.
                let with = matches!(argument.place, Place::Preposition(word) if self.reading.grammar.lower(word) == "with");
                let moved = (with || argument.place == Place::Object && self.is_done_to_nobody(complement))
                    && kind.tone != Tone::Hostile
                    && self.is_bare_force(argument.token);
                if wanted && found.is_empty() && !somewhere && !own && !wielded && !moved {
                    found.extend(self.reading.participants(argument.token).into_iter().filter(counts));
                }
            }
        }
        found
    }

    /// "to bring the troops home": whether a verb tells what is known to be done to nobody.
    fn is_done_to_nobody(&self, verb: usize) -> bool {
        self.contents()
            .any(|inner| inner.anchor() == verb && inner.targets.is_empty() && !inner.sources.is_empty())
    }

    /// "the troops": whether words tell of forces, and not whose they are.
    fn is_bare_force(&self, token: usize) -> bool {
        let (reading, head) = (self.reading, self.reading.core(token));
        reading.rules.in_class("force", reading.grammar.lemma(head))
            && reading.mentions_at(head).all(|mention| {
                let actor = &reading.actors.actors[mention.actor];
                !actor.named && mention.form == MentionForm::Description
            })
    }

    /// Whether a verb tells that somebody makes use of people of his own.
    fn wields(&self, verb: usize) -> bool {
        let grammar = &self.reading.grammar;
        let phrase = grammar.phrasal(verb);
        self.reading.rules.in_class("wielding", phrase.as_deref().unwrap_or(grammar.lemma(verb)))
    }

    /// Whether a verb tells that a thing goes from one to another.
    fn gives(&self, verb: usize) -> bool {
        let grammar = &self.reading.grammar;
        let phrase = grammar.phrasal(verb);
        self.reading.rules.in_class("handing-over", phrase.as_deref().unwrap_or(grammar.lemma(verb)))
    }

    /// "its right", "their stores": whether a thing, and no people, is told to be of whoever the clause is about.
    fn is_own_thing(&self, token: usize) -> bool {
        let head = self.reading.core(token);
        self.reading.grammar.upos(head) == Upos::Noun
            && !self.reading.are_of_people(head)
            && self.is_own(token)
    }

    /// "its members": whether words are told to be of whoever the clause is about.
    fn is_own(&self, token: usize) -> bool {
        let (reading, grammar) = (self.reading, &self.reading.grammar);
        grammar.children(reading.core(token)).any(|child| {
            grammar.relation(child) == Relation::NmodPoss
                && matches!(grammar.lower(child), "its" | "their" | "our" | "my")
        })
    }
}
