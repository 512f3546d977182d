//! Questions that miners ask a dependency tree: its shape.
//!
//! [`Sentence`] answers in three files: here children, extents and coordination; in `clause` who does what
//! to whom; in `verb_phrase` when, whether and how surely. Noun chunks and names, for which the tree is too
//! weak, are found in `chunk`. Every answer is found by following a few links; none walks the sentence.

use super::{Relation, Sentence, Token, Upos};
use std::ops::Range;

/// No chain of heads that a question follows is longer; a tree from elsewhere might have a cycle.
const LONGEST_CHAIN: usize = 200;

impl Sentence {
    /// The root of the tree.
    pub fn root(&self) -> Option<usize> {
        self.tokens.iter().position(|token| token.head.is_none())
    }

    /// The tokens that depend directly on `token`, in order.
    pub fn children(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        self.index.children(token).iter().map(|&child| child as usize)
    }

    /// The children that stand in one of `relations`, in order.
    pub fn children_in<'a>(
        &'a self,
        token: usize,
        relations: &'a [Relation],
    ) -> impl DoubleEndedIterator<Item = usize> + Clone + 'a {
        self.children(token).filter(|&child| relations.contains(&self.tokens[child].relation))
    }

    /// The first child that stands in one of `relations`.
    pub fn child_in(&self, token: usize, relations: &[Relation]) -> Option<usize> {
        self.children(token).find(|&child| relations.contains(&self.tokens[child].relation))
    }

    /// The heads above `token`, nearest first.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        let head = |token: usize| self.tokens.get(token).and_then(|token| token.head);
        std::iter::successors(head(token), move |&above| head(above)).take(LONGEST_CHAIN)
    }

    /// Whether a verb is that of a relative clause: by its relation, or because the clause begins with "which" or "who",
    /// behind a preposition perhaps, whatever it hangs on.
    pub fn is_relative(&self, verb: usize) -> bool {
        let opens = |token: &&Token| !matches!(token.upos, Upos::Punct | Upos::Cconj | Upos::Adp);
        self.tokens[verb].relation == Relation::AclRelcl
            || matches!(self.tokens[verb].relation, Relation::Advcl | Relation::Parataxis | Relation::Conj)
                && self.tokens[self.subtree(verb)]
                    .iter()
                    .find(opens)
                    .is_some_and(|first| matches!(first.lower.as_str(), "which" | "who" | "whom" | "whose"))
    }

    /// From the leftmost to the rightmost token of the subtree of `token`.
    pub fn subtree(&self, token: usize) -> Range<usize> {
        self.index.extent(token)
    }

    /// The whole phrase that `token` heads, relative clauses and appositions included, without what joins it
    /// to the rest (preposition, coordinator, subordinator), without marks around it, and without the
    /// phrases that are coordinated with it.
    pub fn phrase(&self, token: usize) -> Range<usize> {
        let Range { mut start, mut end } = self.subtree(token);
        for child in self.children(token) {
            let relation = self.tokens[child].relation;
            let extent = self.subtree(child);
            if relation == Relation::Conj && child > token {
                // The coordinator and its comma belong to what they announce.
                end = end.min(extent.start.max(token + 1));
            }
        }
        while start < token && self.is_joint(start, token) {
            start += 1;
        }
        while end > token + 1
            && self.tokens[end - 1].upos == Upos::Punct
            && !self.closes_bracket(start, end - 1)
        {
            end -= 1;
        }
        start..end
    }

    /// Whether the token at the left edge of a phrase only joins it to the rest.
    fn is_joint(&self, edge: usize, head: usize) -> bool {
        let Token { relation, head: above, upos, .. } = self.tokens[edge];
        let joins = matches!(relation, Relation::Case | Relation::Cc | Relation::Mark);
        let fixed =
            relation == Relation::Fixed && above.is_some_and(|above| self.tokens[above].head == Some(head));
        joins && above == Some(head) || fixed || upos == Upos::Punct
    }

    fn closes_bracket(&self, start: usize, at: usize) -> bool {
        let open = match self.tokens[at].form.as_str() {
            ")" => "(",
            "]" => "[",
            _ => return false,
        };
        self.tokens[start..at].iter().rev().take(LONGEST_CHAIN).any(|token| token.form == open)
    }

    /// `token` and everything that is coordinated with it, in order: "Kerry and Lavrov" for "Kerry".
    pub fn coordination(&self, token: usize) -> Vec<usize> {
        let mut found = vec![token];
        let mut at = 0;
        while at < found.len() {
            found.extend(self.children_in(found[at], &[Relation::Conj]));
            at += 1;
        }
        found.sort_unstable();
        found
    }

    /// The first of the phrases that `token` is coordinated with, itself if it is the first.
    pub fn first_conjunct(&self, token: usize) -> usize {
        let mut first = token;
        for _ in 0..LONGEST_CHAIN {
            match self.tokens[first] {
                Token { relation: Relation::Conj, head: Some(head), .. } => first = head,
                _ => break,
            }
        }
        first
    }

    /// The preposition (or the possessive 's) that introduces a noun: "in" for "Moscow" in "in Moscow". A
    /// noun that is coordinated with one takes its preposition.
    pub fn preposition(&self, noun: usize) -> Option<usize> {
        let own = |noun| self.child_in(noun, &[Relation::Case]);
        own(noun).or_else(|| {
            let first = self.first_conjunct(noun);
            if first == noun { None } else { own(first) }
        })
    }

    /// The modifiers of a verb or noun that have a preposition: (preposition, noun), in order.
    pub fn prepositional(&self, token: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        const RELATIONS: &[Relation] = &[
            Relation::Obl,
            Relation::OblAgent,
            Relation::Nmod,
            Relation::NmodUnmarked,
            Relation::OblUnmarked,
        ];
        self.children_in(token, RELATIONS)
            .filter_map(|noun| Some((self.child_in(noun, &[Relation::Case])?, noun)))
    }

    /// The noun that `token` has behind this preposition ("with" finds "Lavrov" in "met with Lavrov").
    pub fn with_preposition(&self, token: usize, preposition: &str) -> Option<usize> {
        self.prepositional(token)
            .find(|&(case, _)| self.tokens[case].lower == preposition)
            .map(|(_, noun)| noun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "officials of Russia and of Turkey, who agreed, met"
    const TALKS: &str = "officials official NOUN NNS 10 nsubj
        of of ADP IN 3 case
        Russia Russia PROPN NNP 1 nmod
        and and CCONJ CC 6 cc
        of of ADP IN 6 case
        Turkey Turkey PROPN NNP 3 conj
        , , PUNCT , 9 punct
        who who PRON WP 9 nsubj
        agreed agree VERB VBD 1 acl:relcl
        met meet VERB VBD 0 root";

    #[test]
    fn extents() {
        let (_, sentence) = Sentence::from_tree(TALKS);
        assert_eq!(sentence.subtree(0), 0..9);
        assert_eq!(sentence.phrase(2), 2..3);
        assert_eq!(sentence.phrase(5), 5..6);
        assert_eq!(sentence.phrase(0), 0..9);
        assert_eq!(sentence.root(), Some(9));
        assert_eq!(sentence.ancestors(5).collect::<Vec<_>>(), [2, 0, 9]);
    }

    #[test]
    fn coordination_and_prepositions() {
        let (_, sentence) = Sentence::from_tree(TALKS);
        assert_eq!(sentence.coordination(2), [2, 5]);
        assert_eq!(sentence.first_conjunct(5), 2);
        assert_eq!(sentence.preposition(5), Some(4));
        assert_eq!(sentence.with_preposition(0, "of"), Some(2));
        assert_eq!(sentence.with_preposition(0, "in"), None);
    }

    #[test]
    fn cycles_do_no_harm() {
        let (_, mut sentence) = Sentence::from_tree("a a X FW 2 dep\nb b X FW 1 dep\nc c X FW 0 root");
        sentence.tokens[2].head = Some(7);
        sentence.index_tree();
        assert_eq!(sentence.subtree(0), 0..1);
        assert!(sentence.ancestors(0).count() <= LONGEST_CHAIN);
        assert_eq!(sentence.root(), None);
        for token in 0..3 {
            assert!(sentence.phrase(token).contains(&token));
            assert!(sentence.agent(token).is_none_or(|agent| agent < 3));
        }
    }
}
