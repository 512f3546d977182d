//! Who was at what a verb beside it tells of: in a raid, at talks, before and after them.

use super::{Control, Grammar, NounSupport, Place};
use crate::language::{Relation, Upos};

impl Grammar<'_> {
    /// "seized the town in a raid on the guards": who does such a thing in an attack that is nobody else's attacks.
    pub(super) fn storms(
        &self,
        noun: usize,
        top: usize,
        verb: usize,
        words: &NounSupport<'_>,
        control: &dyn Control,
    ) -> bool {
        let others = |child: usize| match self.relation(child) {
            Relation::NmodPoss => true,
            Relation::Nmod => self.preposition(child).is_some_and(|word| self.lower(word) == "by"),
            // "in an army offensive"
            Relation::Compound | Relation::Amod => control.may_act(child),
            _ => false,
        };
        self.relation(top) == Relation::Obl
            && self.preposition(top).is_some_and(|word| self.lower(word) == "in")
            && [self.lemma(noun), self.lower(noun)].into_iter().any(words.is_violence)
            && (words.is_storming)(self.lemma(verb))
            && !self.passive(verb)
            && !self.is_definite(noun)
            && !self.children(noun).any(others)
    }

    /// "In a telephone call X assured Y": who does what people do in talks takes part in them.
    pub(super) fn parleys(&self, noun: usize, top: usize, verb: usize, words: &NounSupport<'_>) -> bool {
        let preposition = self.preposition(top).map_or("", |token| self.lower(token));
        // "in a call for peace" nobody is on the line.
        let asks = self
            .children(noun)
            .any(|child| self.preposition(child).is_some_and(|word| self.lower(word) == "for"));
        self.relation(top) == Relation::Obl
            && !asks
            && matches!(preposition, "at" | "during" | "in")
            && (words.is_two_sided)(self.lemma(noun))
            && ((words.is_conferring)(self.lemma(verb))
                || (words.is_speech)(self.lemma(verb))
                // "ordered it at a meeting with his generals"
                || preposition == "at" && self.children(noun).any(|child| {
                    self.preposition(child).is_some_and(|word| self.lower(word) == "with")
                }))
            && !self.passive(verb)
    }

    /// "announced a truce before talks with the army": who makes ready for talks with somebody will be there. The parser
    /// hangs them on the verb, on its object or on "ahead".
    pub(super) fn precedes(&self, noun: usize, top: usize, words: &NounSupport<'_>) -> Option<usize> {
        let word = self.preposition(top)?;
        let over = self.parent(top)?;
        let ahead = self.lower(over) == "ahead" && self.lower(word) == "of";
        let is_object = self.relation(over) == Relation::Obj;
        let verb = if ahead || is_object { self.parent(over)? } else { over };
        let fits = (ahead || self.lower(word) == "before" || self.lower(word) == "ahead")
            && self.is_verb(verb)
            && (words.is_two_sided)(self.lemma(noun))
            && (words.is_concluding)(self.lemma(verb))
            && !self.passive(verb)
            && self.has_partner(noun);
        fits.then_some(verb)
    }

    /// "After hours of talks X and Y announced a truce": who tells of the end was there, unless the talks are said to
    /// be of others.
    pub(super) fn concludes(
        &self,
        noun: usize,
        top: usize,
        verb: usize,
        (words, control): (&NounSupport<'_>, &dyn Control),
    ) -> bool {
        let preposition = self.preposition(top).map_or("", |token| self.lower(token));
        let of_others = |child: usize| match self.relation(child) {
            Relation::NmodPoss => self.upos(child) != Upos::Pron,
            Relation::Nmod | Relation::Obl => self
                .preposition(child)
                .is_some_and(|word| matches!(self.lower(word), "of" | "between" | "among" | "by")),
            _ => false,
        };
        self.relation(top) == Relation::Obl
            && matches!(preposition, "after" | "following")
            && (words.is_two_sided)(self.lemma(noun))
            && ((words.is_concluding)(self.lemma(verb)) || self.leaves_partner(noun, verb, (words, control)))
            && !self.passive(verb)
            && !self.children(noun).any(of_others)
    }

    /// "After talks with the owners the union quit": whether the words tell one side of talks alone, and the verb behind them what
    /// somebody who can be the other settles, and not what anybody does on the spot.
    fn leaves_partner(
        &self,
        noun: usize,
        verb: usize,
        (words, control): (&NounSupport<'_>, &dyn Control),
    ) -> bool {
        // "after Danish talks with the owners"
        let others = |child: usize| {
            matches!(self.relation(child), Relation::Compound | Relation::Amod) && control.may_act(child)
        };
        self.has_partner(noun)
            && !(words.is_dying)(self.lemma(verb))
            && !(words.is_on_the_spot)(self.lemma(verb))
            && !self.children(noun).any(others)
            && self.verb_arguments(verb, control).at(Place::Subject).any(|subject| control.may_act(subject))
    }

    /// "sent his minister to Moscow for talks with the president": whoever is sent to talks with somebody. The parser hangs
    /// them on the verb, on whom it sends or on where.
    pub(super) fn sent_to(&self, noun: usize, top: usize, words: &NounSupport<'_>) -> Option<usize> {
        let behind = self.preposition(top).is_some_and(|word| matches!(self.lower(word), "for" | "to"));
        let verb = self.upward(top).skip(1).take(3).find(|&above| self.is_verb(above))?;
        let fits = behind
            && verb < top
            && (words.is_talks)(self.lemma(noun))
            && (words.is_sending)(self.lemma(verb))
            && self.has_partner(noun);
        let whom = if self.passive(verb) { Relation::NsubjPass } else { Relation::Obj };
        self.child(verb, whom).filter(|&envoy| fits && envoy != top)
    }

    /// "said on a visit to Cairo", "the minister, on a tour of Asia, said", "back from a trip to Oslo", "were allowed a visit to the
    /// crew": who is on a journey that is told to be nobody else's.
    pub(super) fn traveller(&self, top: usize, control: &dyn Control) -> Option<usize> {
        let over = self.parent(top)?;
        // Whoever is granted a journey makes it.
        if self.relation(top) == Relation::Obj {
            return self.child(over, Relation::NsubjPass);
        }
        let word = self.preposition(top).map(|word| self.lower(word))?;
        // "on a visit to Mali by its minister"
        let by = |child: usize| self.preposition(child).is_some_and(|word| self.lower(word) == "by");
        if self.children(top).any(|child| by(child) || self.children(child).any(by)) {
            return None;
        }
        let clause = match word {
            "on" => over,
            "from" if self.is_verb(over) && matches!(self.lemma(over), "return" | "come") => over,
            "from" if matches!(self.lower(over), "back" | "home" | "fresh") => self.parent(over)?,
            _ => return None,
        };
        if self.is_verb(clause) {
            return self.surface_subject(clause, control);
        }
        if let Some(subject) = self.child(clause, Relation::Nsubj) {
            return Some(subject);
        }
        // "in Lima on a visit" tells of nobody.
        let beside = matches!(self.relation(top), Relation::Nmod | Relation::Appos | Relation::Acl);
        (beside && self.preposition(clause).is_none() && control.may_act(clause)).then_some(clause)
    }

    /// "calls off talks with the envoy": whether the words tell one side of a meeting alone, so that whoever arranges or
    /// undoes it is the other.
    pub(super) fn has_partner(&self, noun: usize) -> bool {
        let by = |child: usize, words: &[&str]| {
            self.preposition(child).is_some_and(|word| words.contains(&self.lower(word)))
        };
        let sides = ["between", "among", "of", "by"];
        self.children(noun).any(|child| by(child, &["with"]))
            && !self.children(noun).any(|child| by(child, &sides))
            && !self.is_somebodys(noun)
    }

    /// "the consul's visit", "a Kenyan visit", "a visit by him": whether the words tell whose it is.
    pub(super) fn is_somebodys(&self, noun: usize) -> bool {
        self.children(noun).any(|child| match self.relation(child) {
            // "their visit" is that of whoever undoes it; "his" may be anybody's.
            Relation::NmodPoss => !matches!(self.lower(child), "its" | "their" | "our" | "my"),
            Relation::Amod => self.sentence.tokens[child].form.starts_with(char::is_uppercase),
            Relation::Nmod | Relation::Obl => {
                self.preposition(child).is_some_and(|word| matches!(self.lower(word), "by" | "of" | "from"))
            }
            _ => false,
        })
    }
}
