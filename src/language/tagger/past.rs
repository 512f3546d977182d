//! Past forms that the tagger took for participles where only a finite verb can stand.

use crate::language::{Sentence, Token, Upos, Xpos};
use std::sync::LazyLock;

/// Verbs behind which a clause with "that" says what was said, thought or ordered, by their past tenses, sorted.
static WITH_CLAUSES: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("verbs-with-clauses.txt").lines().collect());

/// Makes past tenses of the participles that follow their subject at once, or that say what follows with "that".
pub fn mend(sentence: &mut Sentence) {
    let tokens = &mut sentence.tokens;
    for at in 1..tokens.len() {
        // "The chief executive acknowledged": no adjective here.
        if tokens[at].lower == "executive" && tokens[at - 1].lower == "chief" && tokens[at].xpos == Xpos::Jj {
            let names = tokens.get(at + 1).is_none_or(|next| !matches!(next.xpos, Xpos::Nn | Xpos::Nns));
            if names {
                (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
            }
        }
        // "Analysts at the bank": people, not what one of them does.
        let people = tokens[at].lower.ends_with("ysts") || tokens[at].lower.ends_with("omists");
        if people && tokens[at].xpos == Xpos::Vbz {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Nns, Upos::Noun);
        }
        if follows_pronoun(tokens, at) {
            tokens[at].xpos = Xpos::Vbd;
        }
    }
    if let Some(verb) = before_that(tokens) {
        tokens[verb].xpos = Xpos::Vbd;
    }
}

/// "a diplomat who asked": a pronoun that can only be a subject has no participle behind it, unless it stands behind its
/// auxiliary ("had he asked").
fn follows_pronoun(tokens: &[Token], at: usize) -> bool {
    let mut before = at - 1;
    while before > 0 && tokens[before].upos == Upos::Adv {
        before -= 1;
    }
    let is_subject = matches!(tokens[before].lower.as_str(), "who" | "he" | "she" | "they" | "we" | "i");
    let turned = before > 0 && tokens[before - 1].upos == Upos::Aux;
    tokens[at].xpos == Xpos::Vbn && tokens[at].lower.ends_with("ed") && is_subject && !turned
}

/// "Analysts at the bank predicted that", "the firm acknowledged in a letter that": where no finite verb stands before
/// "that", the verb that has it is finite.
fn before_that(tokens: &[Token]) -> Option<usize> {
    let that = tokens.iter().position(|token| token.lower == "that" && token.xpos == Xpos::In)?;
    let closed = tokens.last().is_some_and(|last| matches!(last.lower.as_str(), "." | "\""));
    let has_verb = tokens[..that]
        .iter()
        .any(|token| token.xpos.is_finite() || token.xpos == Xpos::Md || token.upos == Upos::Aux);
    if !closed || has_verb {
        return None;
    }
    (1..that).rev().find(|&at| {
        let behind = !matches!(tokens[at - 1].upos, Upos::Adp | Upos::Cconj | Upos::Det | Upos::Adj)
            && tokens[at - 1].lower != ",";
        tokens[at].xpos == Xpos::Vbn
            && behind
            && WITH_CLAUSES.binary_search(&tokens[at].lower.as_str()).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(lines: &str) -> Vec<Xpos> {
        let (_, mut sentence) = Sentence::from_tree(lines);
        mend(&mut sentence);
        sentence.tokens.iter().map(|token| token.xpos).collect()
    }

    #[test]
    fn verbs_are_sorted_and_stand_once() {
        assert!(WITH_CLAUSES.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn who_does_something_is_followed_by_a_past_tense() {
        let asked = "envoy envoy NOUN NN 0 root\nwho who PRON WP 3 nsubj\nasked ask VERB VBN 1 acl:relcl";
        assert_eq!(tags(asked)[2], Xpos::Vbd);
        let turned = "Had have AUX VBD 3 aux\nhe he PRON PRP 3 nsubj\nasked ask VERB VBN 0 root";
        assert_eq!(tags(turned)[2], Xpos::Vbn);
    }

    #[test]
    fn what_is_said_has_a_finite_verb() {
        let predicted = "Analysts analyst NOUN NNS 0 root\npredicted predict VERB VBN 1 acl\nthat that SCONJ IN 5 mark\n\
                         prices price NOUN NNS 5 nsubj\nfell fall VERB VBD 2 ccomp\n. . PUNCT . 1 punct";
        assert_eq!(tags(predicted)[1], Xpos::Vbd);
        let accused = predicted.replace("predicted predict", "accused accuse");
        assert_eq!(tags(&accused)[1], Xpos::Vbn);
    }
}
