//! What a clause behind an event noun tells of it: "the raid carried out by rebels", "an attack that hit the market".

use super::argument::Control;
use super::noun::NounSupport;
use super::{Arguments, Grammar, Place};
use crate::language::{Relation, Xpos};

impl Grammar<'_> {
    /// Adds the arguments that a clause lends the noun above it.
    pub(super) fn add_clause(
        &self,
        noun: usize,
        clause: usize,
        (words, control): (&NounSupport<'_>, &dyn Control),
        found: &mut Arguments,
    ) {
        if !self.is_verb(clause) {
            return;
        }
        // "the readiness to provide aid" is carried out by no providing.
        // "an attack on a hill held by rebels": nor is an attack held.
        let holds = self.lemma(clause) == "hold"
            && [self.lemma(noun), self.lower(noun)].into_iter().any(words.is_violence);
        let support = (words.is_support)(self.lemma(clause)) && self.xpos(clause) != Xpos::Vb && !holds;
        if support && self.relation(clause) != Relation::Ccomp {
            let own = self.verb_arguments(clause, control);
            for argument in own.list {
                match argument.place {
                    Place::Subject if argument.token != noun => found.push(Place::Subject, argument.token),
                    Place::Preposition(_) => found.push(argument.place, argument.token),
                    _ => {}
                }
            }
            found.carrier.get_or_insert(clause);
            return;
        }
        // "an attack believed to have been carried out by rebels"
        if matches!(self.xpos(clause), Xpos::Vbn | Xpos::Vbd) {
            self.add_held_doers(clause, (words, control), found);
        }
        match self.mark(clause) {
            Some(mark) if self.lower(mark) != "to" && self.lower(mark) != "that" => {
                found.push(Place::Preposition(mark), clause);
            }
            _ => {}
        }
        let lemma = self.lemma(clause);
        let told_by = self.relation(clause) == Relation::AclRelcl;
        if !told_by {
            found.push(Place::Complement, clause);
        }
        // "an attack targeting civilians", "a ban affecting students", "an attack that hit the market"
        let by_noun =
            || self.child(clause, Relation::Nsubj).is_some_and(|own| self.antecedent(own, clause) == noun);
        let active = self.xpos(clause) == Xpos::Vbg || told_by && !self.passive(clause) && by_noun();
        if active
            && (words.is_aiming)(lemma)
            && let Some(object) = self.child(clause, Relation::Obj)
        {
            found.push(Place::Object, object);
        }
        // "a barrage aimed at the university"
        let bare =
            matches!(self.xpos(clause), Xpos::Vbn | Xpos::Vbd) && self.child(clause, Relation::Obj).is_none();
        if bare && (words.is_blamed)(lemma) {
            let on = |child: usize| {
                self.preposition(child).is_some_and(|word| matches!(self.lower(word), "on" | "upon" | "to"))
            };
            let blamed = self.children(clause).filter(|&child| child > clause && on(child));
            blamed.for_each(|child| found.push(Place::Subject, child));
        }
        if bare && (words.is_aimed)(lemma) {
            let at = |child: usize| {
                self.preposition(child).is_some_and(|word| matches!(self.lower(word), "at" | "against"))
            };
            let aims = self.children(clause).filter(|&child| child > clause && at(child));
            aims.for_each(|child| found.push(Place::Object, child));
        }
    }

    /// "believed to have been carried out by rebels": whoever is held to have done what a noun tells of.
    pub(super) fn add_held_doers(
        &self,
        holding: usize,
        (words, control): (&NounSupport<'_>, &dyn Control),
        found: &mut Arguments,
    ) {
        let held = self
            .child(holding, Relation::Xcomp)
            .filter(|&held| self.passive(held) && (words.is_support)(self.lemma(held)));
        if let Some(held) = held {
            let own = self.verb_arguments(held, control);
            let agents = own.at(Place::Subject).filter(|&token| token > held);
            agents.for_each(|token| found.push(Place::Subject, token));
        }
    }
}
