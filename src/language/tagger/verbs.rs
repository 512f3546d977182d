//! Verbs of the present tense. Newspapers tell of yesterday, and treebanks hardly have the present of headlines and
//! chronicles, so that its forms are taken for nouns.

use crate::language::{Sentence, Token, Upos, Xpos};
use std::sync::LazyLock;

/// Third persons of verbs that no noun is spelt like, sorted.
static THIRD_PERSONS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("verbs.txt").lines().collect());

/// Forms of the present that nouns and adjectives have as well, sorted.
static AMBIGUOUS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("verbs-or-nouns.txt").lines().collect());

/// Makes verbs of plurals that are none, and of the noun that is the only verb that a sentence can have.
pub fn mend(sentence: &mut Sentence) {
    let tokens = &mut sentence.tokens;
    for at in 0..tokens.len() {
        // "The ministry confirms that …"
        let is_plural = matches!(tokens[at].xpos, Xpos::Nns | Xpos::Nnps) && is_lower(&tokens[at]);
        let described = at > 0
            && matches!(
                tokens[at - 1].xpos,
                Xpos::Dt | Xpos::PrpPossessive | Xpos::Pos | Xpos::Jj | Xpos::Cd
            );
        if is_plural && !described && holds(&THIRD_PERSONS, &tokens[at].lower) {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Vbz, Upos::Verb);
        }
    }
    let has_verb = tokens.iter().any(|token| token.xpos.is_finite() || token.xpos == Xpos::Md);
    if has_verb || tokens.last().is_none_or(|last| last.lower != ".") {
        return;
    }
    if let Some(verb) = (1..tokens.len()).find(|&at| must_be_verb(tokens, at)) {
        let third = tokens[verb].lower.ends_with('s') && !tokens[verb].lower.ends_with("ss");
        tokens[verb].xpos = if third { Xpos::Vbz } else { Xpos::Vbp };
        tokens[verb].upos = Upos::Verb;
    }
}

/// "The minister orders an inquiry", "Gunmen from the north open fire": a noun behind a noun and before an article is a
/// verb, and so is one in the singular behind a plural.
fn must_be_verb(tokens: &[Token], at: usize) -> bool {
    let (Some(before), Some(behind)) = (tokens.get(at.wrapping_sub(1)), tokens.get(at + 1)) else {
        return false;
    };
    let is_noun = |token: &Token| matches!(token.upos, Upos::Noun | Upos::Propn);
    let is_plural = |token: &Token| {
        matches!(token.xpos, Xpos::Nns | Xpos::Nnps)
            || matches!(token.lower.as_str(), "police" | "and" | "people")
    };
    let begins = matches!(behind.xpos, Xpos::Dt | Xpos::PrpPossessive | Xpos::Cd | Xpos::Rp)
        || matches!(behind.lower.as_str(), "fire" | "out" | "that");
    let third = tokens[at].lower.ends_with('s');
    matches!(tokens[at].upos, Upos::Noun | Upos::Adj)
        && is_lower(&tokens[at])
        && is_noun(before)
        && begins
        && (third || tokens[..at].iter().any(is_plural))
        && holds(&AMBIGUOUS, &tokens[at].lower)
}

fn is_lower(token: &Token) -> bool {
    token.form == token.lower
}

fn holds(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_sorted_and_stand_once() {
        assert!(THIRD_PERSONS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(AMBIGUOUS.windows(2).all(|pair| pair[0] < pair[1]));
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

    #[test]
    fn a_sentence_has_a_verb() {
        let tags = |lines: &str, word: &str| {
            let (_, mut sentence) = Sentence::from_tree(lines);
            mend(&mut sentence);
            sentence.tokens.iter().find(|token| token.form == word).map(|token| token.xpos)
        };
        let orders = "Chad Chad PROPN NNP 2 compound\norders order NOUN NNS 0 root\nan an DET DT 4 det\n\
                      inquiry inquiry NOUN NN 2 obj\n. . PUNCT . 2 punct";
        assert_eq!(tags(orders, "orders"), Some(Xpos::Vbz));
        let open = "Gunmen gunman NOUN NNS 0 root\nopen open ADJ JJ 3 amod\nfire fire NOUN NN 1 dep\n\
                    . . PUNCT . 1 punct";
        assert_eq!(tags(open, "open"), Some(Xpos::Vbp));
        let headline = "Chad Chad PROPN NNP 2 compound\norders order NOUN NNS 0 root\nthe the DET DT 4 det\n\
                        day day NOUN NN 2 obl";
        assert_eq!(tags(headline, "orders"), Some(Xpos::Nns));
        let other = "Chad Chad PROPN NNP 2 compound\norders order NOUN NNS 3 nsubj\nfell fall VERB VBD 0 root\n\
                     the the DET DT 5 det\nday day NOUN NN 3 obl\n. . PUNCT . 3 punct";
        assert_eq!(tags(other, "orders"), Some(Xpos::Nns));
    }
}
