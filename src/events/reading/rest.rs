//! Who is counted beside others of his kind: "six soldiers are killed and several others injured".

use super::Reading;
use crate::events::mention::Participant;
use crate::language::{Relation, Upos, Xpos};

impl Reading<'_> {
    /// Who "others", "more" or a bare number of people hurt are: those of whom the clause before tells.
    pub(super) fn rest(&self, head: usize) -> Option<Participant> {
        let grammar = &self.grammar;
        let counts = self.rules.in_class("elliptic", grammar.lower(head)) || grammar.upos(head) == Upos::Num;
        let told = self.mentions_at(head).any(|mention| mention.head == head && mention.rule != "counted");
        if !counts || told {
            return None;
        }
        let verb = grammar.parent(head).filter(|&verb| self.suffers(head, verb) && self.harms(verb))?;
        let joined = grammar.coordinated(grammar.first_conjunct(verb));
        let told = |other: usize| self.harms(other) || self.is_taken_before(other, verb, head);
        let before = joined.into_iter().filter(|&other| other < verb && told(other)).max()?;
        let first = grammar.children(before).find(|&child| self.suffers(child, before))?;
        let people = self.core(first);
        // "a girl is killed and two others hurt" are no girls.
        let many = grammar.xpos(people) == Xpos::Nns && grammar.child(first, Relation::Conj).is_none();
        // "killing ten people and hurting 12 others": the noun tells no more of those than their own words do.
        let plain = grammar.upos(head) != Upos::Num && self.rules.in_class("anybody", grammar.lemma(people));
        let told = self.mentions_at(people).next().filter(|_| many && !plain)?;
        let code = self.country_of_people(told, people);
        Some(Participant { actor: Some(told.actor), location: self.phrase(head), code })
    }

    /// "captured two soldiers and killed eight": of those whom the same doer seized first, so many are told, and so many of their
    /// kind are hurt.
    fn is_taken_before(&self, seized: usize, verb: usize, number: usize) -> bool {
        let grammar = &self.grammar;
        let counted = |object: usize| {
            grammar.relation(object) == Relation::Obj
                && grammar.child(object, Relation::Nummod).is_some()
                && self.is_people(object)
        };
        grammar.upos(number) == Upos::Num
            && grammar.lower(number) != "one"
            && grammar.relation(number) == Relation::Obj
            && !grammar.children(verb).any(|child| grammar.relation(child).is_subject())
            && self.rules.in_class("seizing-people", grammar.lemma(seized))
            && grammar.children(seized).any(counted)
    }

    /// Whether a word stands where a verb has those whom it hurts.
    fn suffers(&self, token: usize, verb: usize) -> bool {
        let dying = self.rules.in_class("dying", self.grammar.lemma(verb));
        match self.grammar.relation(token) {
            Relation::NsubjPass => true,
            Relation::Nsubj => dying,
            Relation::Obj => self.grammar.is_verb(verb),
            _ => false,
        }
    }
}
