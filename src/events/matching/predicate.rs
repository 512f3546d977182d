//! Whom a sentence names of those of whom a participle tells: "The three men arrested were Tom Hale, Paul Roe and Ann Lind".

use super::super::mention::Participant;
use super::super::rule::Slot;
use super::condition::Matcher;
use super::known;
use crate::language::{Relation, Upos};

impl Matcher<'_, '_> {
    /// Those who are said to have names, and not to be others.
    pub(super) fn named_by_predicate(&self) -> Vec<Participant> {
        let (reading, grammar) = (self.reading, &self.reading.grammar);
        if !self.arguments.passive || grammar.relation(self.token) != Relation::Acl {
            return Vec::new();
        }
        let is_no = |at: usize| matches!(grammar.lower(at), "not" | "n't" | "never");
        let predicates = self
            .tokens_in(&Slot::Object)
            .into_iter()
            .filter(|&people| grammar.relation(people) == Relation::Nsubj)
            .filter_map(|people| grammar.parent(people))
            .filter(|&predicate| grammar.child(predicate, Relation::Cop).is_some())
            // "Ten killed by raids against IS in Syria": a parser takes the name for a verb.
            .filter(|&predicate| {
                grammar.upos(predicate) == Upos::Propn
                    && grammar.preposition(predicate).is_none()
                    && reading.place_at(predicate).is_none()
            })
            .filter(|&predicate| !grammar.children(predicate).any(is_no));
        let by_name = |one: &Participant| known(one) || reading.are_called_by_name(one);
        predicates.flat_map(|predicate| reading.participants(predicate)).filter(by_name).collect()
    }
}
