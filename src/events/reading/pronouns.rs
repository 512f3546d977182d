//! Whom "him", "them" and "others" speak of where no actor is known to be meant: nobody does to himself what a verb tells of
//! two.

use super::Reading;
use crate::language::{Relation, Upos, Xpos};

impl Reading<'_> {
    /// "convicted two men, giving them suspended terms", "The gunman gave up after a teacher ordered him to": the object of the
    /// clause above a participle or of the verb before a joined one, or the subject of the clause above one with a subject of its own.
    pub(super) fn object_meant(&self, pronoun: usize) -> Option<usize> {
        let grammar = &self.grammar;
        if self.has_actor(pronoun) || !matches!(grammar.relation(pronoun), Relation::Obj | Relation::Iobj) {
            return None;
        }
        let verb = grammar.parent(pronoun)?;
        let joined = grammar.relation(verb) == Relation::Conj;
        let several = match grammar.lower(pronoun) {
            "them" => true,
            "him" | "her" => false,
            "it" if joined => false,
            _ => return None,
        };
        if joined {
            return self.object_before(verb, pronoun);
        }
        if grammar.relation(verb) != Relation::Advcl {
            return None;
        }
        let above = grammar.parent(verb).filter(|&above| above < verb && grammar.is_verb(above))?;
        let subject =
            |clause: usize| grammar.children(clause).find(|&child| grammar.relation(child).is_subject());
        let object = |clause: usize| {
            grammar
                .children(clause)
                .find(|&child| grammar.relation(child) == Relation::Obj && clause < child && child < verb)
        };
        let meant = match subject(verb) {
            None => {
                let comma = verb.checked_sub(1).is_some_and(|before| grammar.lower(before) == ",");
                // "telephoned the consul, to thank him"
                let purpose = grammar.xpos(verb) == Xpos::Vb
                    && grammar.mark(verb).is_some_and(|mark| {
                        grammar.lower(mark) == "to"
                            && mark.checked_sub(1).is_some_and(|before| grammar.lower(before) == ",")
                    });
                let goes_on = grammar.xpos(verb) == Xpos::Vbg && comma || purpose;
                let only = || self.only_one(above, verb).filter(|_| !several);
                object(above).filter(|&one| self.is_meant(one, several)).or_else(only).filter(|_| goes_on)?
            }
            // "The king left the minister after the council dismissed him": either may be meant; and no law catches anybody.
            Some(own) => subject(above).filter(|_| {
                !several
                    && (self.are_of_people(own) || self.has_actor(own))
                    && object(above).is_none_or(|other| !self.are_of_people(other))
            })?,
        };
        self.is_meant(meant, several).then_some(meant)
    }

    /// "Gunmen stormed the house of a judge, killing him": the only single one of whom a clause tells, where several do it or nobody.
    fn only_one(&self, above: usize, verb: usize) -> Option<usize> {
        let grammar = &self.grammar;
        let single = |&at: &usize| grammar.xpos(at) == Xpos::Nn && self.are_of_people(at);
        let subject = grammar.children(above).find(|&child| grammar.relation(child).is_subject())?;
        let mut persons = (above + 1..verb).filter(single);
        let one = persons.next().filter(|_| !single(&subject) && persons.next().is_none())?;
        let named = (above + 1..verb)
            .any(|at| grammar.upos(at) == Upos::Propn && self.has_actor(at) && self.place_at(at).is_none());
        // "the police force", "a guard post": no person.
        let head = !matches!(grammar.relation(one), Relation::Compound | Relation::Amod);
        (head && !named).then_some(one)
    }

    /// Whether a pronoun for one or for several may speak of people told before.
    fn is_meant(&self, meant: usize, several: bool) -> bool {
        let grammar = &self.grammar;
        let row = grammar.child(meant, Relation::Conj).is_some()
            || matches!(grammar.xpos(meant), Xpos::Nns | Xpos::Nnps);
        grammar.upos(meant) != Upos::Pron && row == several && self.are_of_people(meant)
    }

    /// "Police surrounded the marchers and ordered them to leave", "seized a boat and burned it": the object of the verb before,
    /// where both have one subject and nothing else between them can be meant.
    fn object_before(&self, verb: usize, pronoun: usize) -> Option<usize> {
        let grammar = &self.grammar;
        let own = |verb: usize| grammar.children(verb).any(|child| grammar.relation(child).is_subject());
        let before = grammar.coordinated(grammar.first_conjunct(verb));
        let before = before.into_iter().filter(|&other| other < verb && grammar.is_verb(other)).max()?;
        let object = grammar
            .children(before)
            .find(|&child| grammar.relation(child) == Relation::Obj && before < child && child < verb)?;
        let fits = |at: usize| match (grammar.lower(pronoun), grammar.upos(at)) {
            (_, Upos::Pron) => false,
            ("them", _) => {
                matches!(grammar.xpos(at), Xpos::Nns | Xpos::Nnps)
                    || grammar.upos(at) == Upos::Noun && grammar.child(at, Relation::Conj).is_some()
            }
            ("it", _) => grammar.xpos(at) == Xpos::Nn && !self.is_time(at),
            (_, _) => self.is_meant(at, false),
        };
        // "lifted the sanctions on the banks and allowed them to trade": others stand between.
        let others = (object + 1..verb).any(|at| !self.is_time(at) && fits(at));
        (fits(object) && !own(verb) && !others && !grammar.passive(verb)).then_some(object)
    }

    /// "Some protesters sang while others threw stones": those of whom the clause before tells that some of them did
    /// something else.
    pub(super) fn rest_meant(&self, others: usize) -> Option<usize> {
        let grammar = &self.grammar;
        let does = |at: usize| {
            grammar.relation(at) == Relation::Nsubj
                && grammar.parent(at).is_some_and(|verb| at < verb && grammar.is_verb(verb))
        };
        let bare = grammar.lower(others) == "others" && grammar.children(others).next().is_none();
        if !bare || !does(others) || self.has_actor(others) {
            return None;
        }
        let some = |at: usize| {
            let of_all = |child: usize| matches!(grammar.lower(child), "some" | "several" | "many" | "most");
            grammar.children(at).any(|child| child < at && of_all(child))
        };
        let before = (0..others).rev().find(|&at| does(at))?;
        (grammar.xpos(before) == Xpos::Nns && some(before) && self.are_of_people(before)).then_some(before)
    }
}
