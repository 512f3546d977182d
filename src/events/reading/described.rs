//! People known by kind alone, with what tells right behind whose they are: "the husband of the candidate", "groups
//! representing farmers", "soldiers of the beaten army", "fighters loyal to the warlord".

use super::Reading;
use crate::actors::ActorSort;
use crate::article::Location;
use crate::events::mention::Participant;
use crate::language::{Relation, Upos, Xpos};

/// How many words may tell who somebody is; what goes on for longer tells more than that.
const LENGTH: usize = 8;

impl Reading<'_> {
    /// The words of people whom no table knows, as far as they tell who those are.
    pub fn described(&self, participant: &Participant) -> Location {
        let sentence = self.grammar.sentence;
        let tokens = sentence.tokens_at(participant.location);
        let mut heads = self.heads_of(participant);
        let by_kind = participant.actor.is_none_or(|actor| {
            let actor = &self.actors.actors[actor];
            actor.sort == ActorSort::People && !actor.named && actor.id.starts_with('/')
        });
        let alone = heads.next().filter(|_| by_kind && heads.next().is_none());
        let Some(head) = alone.filter(|&head| head + 1 == tokens.end && self.is_kind_of_people(head)) else {
            return participant.location;
        };
        // "drove villagers from their homes", "a candidate for election": of those of a known kind, only "of" surely tells which.
        let told = head + 1 < self.grammar.len()
            && (participant.actor.is_none()
                || self.grammar.lower(head + 1) == "of"
                || self.is_follower(head));
        let end = self.end_of_description(head).filter(|&end| told && end <= head + LENGTH);
        // Where they live tells no more of them than their country.
        let is_place = |at: usize| self.place_at(at).is_some() && !self.is_before_name(at);
        let told = end.filter(|&end| !(head + 1..=end).any(is_place));
        told.map_or(participant.location, |end| sentence.location_of(tokens.start..end + 1))
    }

    /// "the Tashir People's Republic": whether the name of a place is a part of what another noun is called.
    fn is_before_name(&self, place: usize) -> bool {
        let grammar = &self.grammar;
        let noun = grammar.parent(place).filter(|_| grammar.relation(place) == Relation::Compound);
        noun.is_some_and(|noun| {
            noun > place
                && grammar.upos(noun) == Upos::Propn
                && self.place_at(noun).is_none()
                && !self.rules.in_class("place-noun", grammar.lower(noun))
        })
    }

    /// "supporter", "former Minister": whether a noun says what people are, and is no name of theirs.
    fn is_kind_of_people(&self, head: usize) -> bool {
        let grammar = &self.grammar;
        match grammar.upos(head) {
            Upos::Noun => self.is_people(head) || self.is_relative(head),
            Upos::Propn => {
                grammar.xpos(head) == Xpos::Nnp && self.rules.in_class("office", grammar.lower(head))
            }
            _ => false,
        }
    }

    /// "fighters loyal to the warlord"
    fn is_follower(&self, head: usize) -> bool {
        self.is_loyal(head + 1)
    }

    /// Whether a word says whom somebody follows: "loyal to the warlord".
    pub(super) fn is_loyal(&self, word: usize) -> bool {
        matches!(self.grammar.lower(word), "loyal" | "faithful")
    }

    /// The last word of what stands right behind a noun and tells whose it is.
    fn end_of_description(&self, head: usize) -> Option<usize> {
        let grammar = &self.grammar;
        // "its supporters": told already.
        if grammar.child(head, Relation::NmodPoss).is_some() {
            return None;
        }
        let inner = grammar.children(head).find_map(|child| match grammar.relation(child) {
            Relation::Nmod => {
                let word = grammar.preposition(child).filter(|&word| word == head + 1)?;
                let whose = match grammar.lower(word) {
                    "of" | "from" => true,
                    // "blamed by farmers for the delay", "thanked its supporters for the gift": what it is for is the verb's.
                    "for" => !matches!(
                        grammar.relation(grammar.first_conjunct(head)),
                        Relation::OblAgent | Relation::Obj | Relation::Obl
                    ),
                    _ => false,
                };
                whose.then_some(child)
            }
            // "fighters loyal to the warlord"
            Relation::Amod if child == head + 1 && self.is_follower(head) => grammar
                .children(child)
                .find(|&whom| grammar.preposition(whom).is_some_and(|word| grammar.lower(word) == "to")),
            Relation::Acl if child == head + 1 && grammar.xpos(child) == Xpos::Vbg => {
                let stands_for = self.rules.in_class("standing-for", grammar.lemma(child));
                grammar.child(child, Relation::Obj).filter(|_| stands_for)
            }
            _ => None,
        })?;
        let time = grammar.coordinated(inner).into_iter().any(|one| self.is_time(one));
        // "between officials of the two states and the rebels": either may be the other side.
        let open = grammar.child(inner, Relation::Conj).is_some()
            && grammar.preposition(head).is_some_and(|word| grammar.lower(word) == "between");
        // "of an al-Qaeda-linked cell": a name behind "an" is not all that stands there.
        let cut = grammar.upos(inner) == Upos::Propn
            && grammar.children(inner).any(|child| matches!(grammar.lower(child), "a" | "an"));
        // "a crowd of 300", "a man suspected of being a spy"
        let other = matches!(grammar.upos(inner), Upos::Pron | Upos::Num | Upos::Verb)
            || grammar.child(inner, Relation::Cop).is_some();
        let whole = inner > head && !time && !cut && !other && !open;
        let ends = grammar.coordinated(inner).into_iter().map(|one| {
            let own = grammar.sentence.tokens_at(self.phrase(one)).end - 1;
            self.end_of_description(one).unwrap_or(own)
        });
        ends.max().filter(|_| whole)
    }
}
