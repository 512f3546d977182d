//! People known by kind alone, with what tells right behind whose they are: "the husband of the candidate", "groups
//! representing farmers".

use super::Reading;
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
        let alone = heads.next().filter(|_| participant.actor.is_none() && heads.next().is_none());
        let Some(head) = alone.filter(|&head| head + 1 == tokens.end && self.is_kind_of_people(head)) else {
            return participant.location;
        };
        let end = self.end_of_description(head).filter(|&end| end <= head + LENGTH);
        // Where they live tells no more of them than their country.
        let told = end.filter(|&end| (head + 1..=end).all(|at| self.place_at(at).is_none()));
        told.map_or(participant.location, |end| sentence.location_of(tokens.start..end + 1))
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
            Relation::Acl if child == head + 1 && grammar.xpos(child) == Xpos::Vbg => {
                let stands_for = self.rules.in_class("standing-for", grammar.lemma(child));
                grammar.child(child, Relation::Obj).filter(|_| stands_for)
            }
            _ => None,
        })?;
        let time = grammar.coordinated(inner).into_iter().any(|one| self.is_time(one));
        // "of an al-Qaeda-linked cell": a name behind "an" is not all that stands there.
        let cut = grammar.upos(inner) == Upos::Propn
            && grammar.children(inner).any(|child| matches!(grammar.lower(child), "a" | "an"));
        // "a crowd of 300", "a man suspected of being a spy"
        let other = matches!(grammar.upos(inner), Upos::Pron | Upos::Num | Upos::Verb)
            || grammar.child(inner, Relation::Cop).is_some();
        let whole = inner > head && !time && !cut && !other;
        let ends = grammar.coordinated(inner).into_iter().map(|one| {
            let own = grammar.sentence.tokens_at(self.phrase(one)).end - 1;
            self.end_of_description(one).unwrap_or(own)
        });
        ends.max().filter(|_| whole)
    }
}
