//! Who gives what something is done in return for: "agreed to cut wages in return for loans from the bank".

use super::condition::Matcher;
use crate::language::Relation;

impl Matcher<'_, '_> {
    /// Those from whom the price comes.
    pub(super) fn payers(&self) -> Vec<usize> {
        let grammar = &self.reading.grammar;
        let word = |at: usize| if at < grammar.len() { grammar.lower(at) } else { "" };
        let returned = (self.token + 1..grammar.len()).find(|&at| {
            matches!(grammar.lower(at), "return" | "exchange")
                && grammar.lower(at - 1) == "in"
                && word(at + 1) == "for"
                && grammar.below(at, self.token)
        });
        let Some(returned) = returned else { return Vec::new() };
        let is_price = |&noun: &usize| noun > returned && grammar.preposition(noun) == Some(returned + 1);
        let Some(price) = (returned..grammar.len()).find(is_price) else { return Vec::new() };
        // "110 billion in loans over three years from the bank" may hang on any noun of it.
        (price + 1..grammar.len())
            .filter(|&noun| grammar.below(noun, price) || grammar.parent(noun) == grammar.parent(price))
            .filter(|&noun| matches!(grammar.relation(noun), Relation::Nmod | Relation::Obl))
            .filter(|&noun| {
                let from = grammar.preposition(noun).map(|from| grammar.lower(from));
                matches!(from, Some("from" | "by"))
            })
            .filter(|&noun| self.reading.is_somebody(noun))
            .collect()
    }
}
