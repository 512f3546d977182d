//! How much a word says of what a text is about. A fixed table and not a count over the chronicle, since
//! otherwise every article would change what all others mean.

use crate::language::Upos;
use std::collections::HashMap;
use std::sync::OnceLock;

static TABLE: OnceLock<HashMap<&'static str, u8>> = OnceLock::new();

/// The weight of a lemma, from 0 (says nothing) to a little above 1 (a rare name).
pub(super) fn rarity(lemma: &str, upos: Upos) -> f32 {
    let common = table().get(lemma).map_or(0.0, |&class| f32::from(class) + 1.0);
    let rare = (1.0 - common * 0.1).max(0.0);
    match upos {
        Upos::Propn => 1.2 * rare,
        Upos::Noun | Upos::Adj => 0.9 * rare,
        Upos::Verb => 0.6 * rare,
        // Small numbers are everywhere.
        Upos::Num if lemma.len() > 1 => 0.6 * rare,
        _ => 0.0,
    }
}

/// Whether a word is not among the common ones.
pub(super) fn is_rare(word: &str) -> bool {
    !table().contains_key(word)
}

fn table() -> &'static HashMap<&'static str, u8> {
    TABLE.get_or_init(|| {
        include_str!("../../model/commonness.csv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(','))
            .filter_map(|(lemma, class)| Some((lemma, class.parse().ok()?)))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_more_than_commonplaces() {
        assert!(rarity("khan", Upos::Propn) > rarity("village", Upos::Noun));
        assert!(rarity("village", Upos::Noun) > rarity("say", Upos::Verb));
        assert_eq!(rarity("the", Upos::Det), 0.0);
    }
}
