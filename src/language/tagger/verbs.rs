//! Forms that only a verb has.

use crate::language::{Sentence, Upos, Xpos};
use std::sync::LazyLock;

/// Third persons of verbs that no noun is spelt like, sorted.
static THIRD_PERSONS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("verbs.txt").lines().collect());

/// "The ministry confirms that …": newspapers tell of yesterday and treebanks hardly have the present tense, so that its
/// forms are taken for the plurals of nouns.
pub fn mend(sentence: &mut Sentence) {
    for at in 0..sentence.tokens.len() {
        let token = &sentence.tokens[at];
        let is_plural = matches!(token.xpos, Xpos::Nns | Xpos::Nnps) && token.form == token.lower.as_str();
        let has_article = at > 0
            && matches!(
                sentence.tokens[at - 1].xpos,
                Xpos::Dt | Xpos::PrpPossessive | Xpos::Pos | Xpos::Jj | Xpos::Cd
            );
        if is_plural && !has_article && THIRD_PERSONS.binary_search(&token.lower.as_str()).is_ok() {
            let token = &mut sentence.tokens[at];
            (token.xpos, token.upos) = (Xpos::Vbz, Upos::Verb);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_sorted_and_stand_once() {
        assert!(THIRD_PERSONS.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_form_of_verbs_alone_is_no_plural() {
        let (_, mut sentence) = Sentence::from_tree(
            "Chad Chad PROPN NNP 2 compound\nconfirms confirm NOUN NNS 0 root\nthe the DET DT 4 det\n\
             claims claim NOUN NNS 2 obj",
        );
        mend(&mut sentence);
        assert_eq!(sentence.tokens[1].xpos, Xpos::Vbz);
        assert_eq!(sentence.tokens[3].xpos, Xpos::Nns);
    }
}
