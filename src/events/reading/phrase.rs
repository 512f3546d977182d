//! The words of a noun phrase.

use super::Reading;
use crate::article::Location;
use crate::language::{Relation, Upos, Xpos};

impl Reading<'_> {
    /// The words of a noun phrase up to its head, without what follows.
    pub fn phrase(&self, head: usize) -> Location {
        let grammar = &self.grammar;
        let is_part = |child: usize| {
            matches!(
                grammar.relation(child),
                Relation::Compound
                    | Relation::Amod
                    | Relation::Nummod
                    | Relation::NmodPoss
                    | Relation::NmodDesc
                    | Relation::Flat
            )
        };
        let modifiers = || {
            let is_own = |&child: &usize| child < head && is_part(child) && !self.is_beside(child, head);
            grammar.children(head).filter(is_own)
        };
        // "a four-year-old boy", "Sri-Lankan": what belongs to a modifier, and nothing between them missing.
        let mut first = modifiers().min().unwrap_or(head);
        while first > 0 && modifiers().any(|modifier| grammar.below(first - 1, modifier)) {
            first -= 1;
        }
        // ", the Green Party's Alma Fenn", "killed two and wounded six others": neither a comma nor what was done to them is
        // a part of it.
        while first < head && (grammar.lower(first) == "," || self.is_done_to(first)) {
            first += 1;
        }
        // "member Ann Lind": a name's words may hang on one another.
        let mut last = head;
        while last + 1 < grammar.len()
            && grammar.relation(last + 1) == Relation::Flat
            && grammar.parent(last + 1).is_some_and(|over| over == head || (head..=last).contains(&over))
        {
            last += 1;
        }
        let hanging = grammar.children(head).filter(|&child| grammar.relation(child) == Relation::Flat);
        let last = hanging.max().unwrap_or(head).max(last);
        let last = self.end_of_name(head, last).unwrap_or(last);
        grammar.sentence.location_of(first..last + 1)
    }

    /// "Bank of America", "Court of Appeal": where a name ends that goes on with a bare name behind "of".
    fn end_of_name(&self, head: usize, last: usize) -> Option<usize> {
        let grammar = &self.grammar;
        let is_name = |token: usize| matches!(grammar.xpos(token), Xpos::Nnp | Xpos::Nnps);
        let of = Some(last + 1).filter(|&of| of + 1 < grammar.len() && grammar.lower(of) == "of")?;
        let inner = grammar.children(head).find(|&child| grammar.preposition(child) == Some(of))?;
        let bare = (of + 1..=inner).all(|token| is_name(token) && grammar.below(token, inner));
        let flat = |&token: &usize| is_name(token) && grammar.relation(token) == Relation::Flat;
        let end = (inner + 1..grammar.len()).take_while(flat).last().unwrap_or(inner);
        (is_name(head) && grammar.upos(inner) == Upos::Propn && bare).then_some(end)
    }

    /// "wounded six others", "injured scores": a participle before a number tells what was done to so many.
    fn is_done_to(&self, token: usize) -> bool {
        let grammar = &self.grammar;
        let counts = |at: usize| {
            grammar.upos(at) == Upos::Num
                || self.rules.in_class("many", grammar.lower(at))
                || matches!(grammar.lower(at), "more" | "at" | "about" | "around" | "some")
        };
        matches!(grammar.xpos(token), Xpos::Vbd | Xpos::Vbn) && token + 1 < grammar.len() && counts(token + 1)
    }
}
