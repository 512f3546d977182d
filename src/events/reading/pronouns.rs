//! Whom "him", "them" and "others" speak of where no actor is known to be meant: nobody does to himself what a verb tells of
//! two.

use super::Reading;
use crate::language::{Relation, Upos, Xpos};

impl Reading<'_> {
    /// "convicted two men, giving them suspended terms", "The gunman gave up after a teacher ordered him to": the object of the
    /// clause above a participle, or the subject of the clause above one with a subject of its own.
    pub(super) fn object_meant(&self, pronoun: usize) -> Option<usize> {
        let grammar = &self.grammar;
        let several = match grammar.lower(pronoun) {
            "them" => true,
            "him" | "her" => false,
            _ => return None,
        };
        if self.has_actor(pronoun) || !matches!(grammar.relation(pronoun), Relation::Obj | Relation::Iobj) {
            return None;
        }
        let verb = grammar.parent(pronoun).filter(|&verb| grammar.relation(verb) == Relation::Advcl)?;
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
                object(above).filter(|_| grammar.xpos(verb) == Xpos::Vbg && comma)?
            }
            // "The king left the minister after the council dismissed him": either may be meant; and no law catches anybody.
            Some(own) => subject(above).filter(|_| {
                !several
                    && (self.are_of_people(own) || self.has_actor(own))
                    && object(above).is_none_or(|other| !self.are_of_people(other))
            })?,
        };
        let row = grammar.child(meant, Relation::Conj).is_some()
            || matches!(grammar.xpos(meant), Xpos::Nns | Xpos::Nnps);
        let fits = grammar.upos(meant) != Upos::Pron && row == several && self.are_of_people(meant);
        fits.then_some(meant)
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
