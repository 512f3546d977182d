//! The words of a noun phrase.

use super::Reading;
use crate::article::Location;
use crate::language::{Relation, Upos, Xpos};

/// So many words has a name behind "of" at most, with its article.
const LONGEST_NAME: usize = 6;

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
        let mut last = self.end_of_bearer(head).unwrap_or(head);
        let goes_on = |last: usize, at: usize| {
            at < grammar.len()
                && grammar.relation(at) == Relation::Flat
                && grammar.parent(at).is_some_and(|over| over == head || (head..=last).contains(&over))
        };
        loop {
            // "Hui Chi-fung"
            let tied = last + 1 < grammar.len() && grammar.lower(last + 1) == "-" && goes_on(last, last + 2);
            match (goes_on(last, last + 1), tied) {
                (true, _) => last += 1,
                (_, true) => last += 2,
                _ => break,
            }
        }
        let hanging = grammar.children(head).filter(|&child| grammar.relation(child) == Relation::Flat);
        let last = hanging.max().unwrap_or(head).max(last);
        let last = self.end_of_name(head, last, self.is_body_by_kind(head)).unwrap_or(last);
        grammar.sentence.location_of(first..last + 1)
    }

    /// "supporters of Hassan Dahir", "the governments of South East Asia": a noun with the name behind "of" that tells which ones are
    /// meant.
    pub(super) fn phrase_with_name(&self, head: usize) -> Location {
        let grammar = &self.grammar;
        let phrase = self.phrase(head);
        let of = head + 1;
        let name = grammar.children(head).find(|&child| {
            grammar.preposition(child) == Some(of)
                && grammar.lower(of) == "of"
                && grammar.upos(child) == Upos::Propn
                && grammar.relation(child) == Relation::Nmod
                && !self.is_time(child)
                && (of + 1..child).all(|at| {
                    grammar.below(at, child)
                        && matches!(grammar.upos(at), Upos::Propn | Upos::Adj | Upos::Det | Upos::Noun)
                })
        });
        // "members of an al-Qaeda-linked cell", "parts of Abu Kamal Deir ez Zor Homs": these are no single name.
        let single = |name: usize| {
            let flat = |&at: &usize| grammar.relation(at) == Relation::Flat;
            let end = name + 1 + (name + 1..grammar.len()).take_while(flat).count();
            end - of <= LONGEST_NAME && (end == grammar.len() || grammar.lower(end) != "-")
        };
        match name.filter(|&name| grammar.upos(head) == Upos::Noun && single(name)) {
            Some(name) => Location::new(phrase.part, phrase.span.cover(self.phrase(name).span)),
            None => phrase,
        }
    }

    /// "Bank of America", "Mothers for Justice": where a name ends that goes on with a bare name behind "of", or with one that is no
    /// place behind "for".
    fn end_of_name(&self, head: usize, last: usize, kind: bool) -> Option<usize> {
        let grammar = &self.grammar;
        let is_name = |token: usize| matches!(grammar.xpos(token), Xpos::Nnp | Xpos::Nnps);
        let of = Some(last + 1).filter(|&of| of + 1 < grammar.len())?;
        let inner = grammar.children(head).find(|&child| grammar.preposition(child) == Some(of))?;
        let goes_on = match grammar.lower(of) {
            "of" => true,
            // "sold its shops to Fenwick for Easter" names one firm; several who have a name are for something, and so is a
            // body that is called by its kind: "the Centre for Rare Birds".
            "for" => {
                (grammar.xpos(head) == Xpos::Nnps || kind)
                    && self.place_at(inner).is_none()
                    && !self.is_time(inner)
            }
            "on" => kind && self.place_at(inner).is_none() && !self.is_time(inner),
            _ => false,
        };
        let capital = |token: usize| grammar.sentence.tokens[token].form.starts_with(char::is_uppercase);
        let part = |token: usize| is_name(token) || kind && (capital(token) || grammar.lower(token) == "the");
        let bare = (of + 1..=inner).all(|token| part(token) && grammar.below(token, inner));
        let flat = |&token: &usize| is_name(token) && grammar.relation(token) == Relation::Flat;
        let end = (inner + 1..grammar.len()).take_while(flat).last().unwrap_or(inner);
        let named = grammar.upos(inner) == Upos::Propn || kind && capital(inner);
        let end = if kind { self.end_of_name(inner, end, true).unwrap_or(end) } else { end };
        (is_name(head) && named && bare && goes_on).then_some(end)
    }

    /// "the Centre for …", "the Committee on …": whether a capital begins the name of a body whose first word says what it is.
    fn is_body_by_kind(&self, head: usize) -> bool {
        self.grammar.xpos(head) == Xpos::Nnp && self.rules.in_class("body-by-kind", self.grammar.lower(head))
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
