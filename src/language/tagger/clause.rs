//! Clauses of time in the present, whose only verb the tagger takes for a noun: "when a building collapses in the capital".

use super::verbs::{is_ambiguous, make_present, third_person};
use crate::language::{Token, Upos, Xpos};
use std::ops::Range;

/// Makes a verb of the noun that must be one, since a clause has a verb as well as a sentence.
pub(super) fn mend(tokens: &mut [Token]) {
    go_with_load(tokens);
    for when in 0..tokens.len() {
        let time = matches!(tokens[when].lower.as_str(), "when" | "while");
        if !time && !matches!(tokens[when].lower.as_str(), "after" | "before" | "as") {
            continue;
        }
        // "a 6.0-magnitude earthquake" is one word.
        let ends = |token: &Token| token.upos == Upos::Punct && token.xpos != Xpos::Hyph;
        let end = (when + 1..tokens.len()).find(|&at| ends(&tokens[at])).unwrap_or(tokens.len());
        if has_verb(tokens, when + 1..end) {
            continue;
        }
        // "after a boat sinks in the river": one boat is no plural.
        let single = tokens.get(when + 1).is_some_and(|next| matches!(next.lower.as_str(), "a" | "an"));
        let verb = (when + 2..end).find(|&at| {
            third_person(&tokens[at])
                && is_ambiguous(&tokens[at].lower)
                && tokens[at].upos == Upos::Noun
                && matches!(tokens[at - 1].xpos, Xpos::Nn | Xpos::Nnp)
                // "after the jet bombs the town", but not "after the bomb blasts in the town"
                && (time
                    || single && !tokens[when + 1..at].iter().any(|token| token.upos == Upos::Adp)
                    || tokens.get(at + 1).is_some_and(|next| {
                        matches!(next.xpos, Xpos::Dt | Xpos::PrpPossessive | Xpos::Cd)
                    }))
        });
        if let Some(verb) = verb {
            make_present(&mut tokens[verb]);
        }
    }
}

/// "A boat carrying migrants sinks off the coast": behind the load that a participle has comes what the one that carries it
/// does, and no second load.
fn go_with_load(tokens: &mut [Token]) {
    for at in 4..tokens.len().saturating_sub(1) {
        let is_candidate = tokens[at].xpos == Xpos::Nns
            && tokens[at].form == tokens[at].lower
            && third_person(&tokens[at])
            && is_ambiguous(&tokens[at].lower)
            && tokens[at - 1].xpos == Xpos::Nns
            && matches!(tokens[at + 1].upos, Upos::Adp | Upos::Adv);
        let before = tokens[..at]
            .iter()
            .rposition(|token| !matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num));
        let Some(participle) = before.filter(|&at| is_candidate && at >= 2 && tokens[at].xpos == Xpos::Vbg)
        else {
            continue;
        };
        let subject = tokens[..participle]
            .iter()
            .rposition(|token| !matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num));
        let one = subject.is_some_and(|first| {
            first + 1 < participle && matches!(tokens[first].lower.as_str(), "a" | "an" | "the")
        });
        let end = (at..tokens.len()).find(|&end| tokens[end].lower == ",").unwrap_or(tokens.len());
        if one && tokens[participle - 1].xpos == Xpos::Nn && !has_verb(tokens, at..end) {
            make_present(&mut tokens[at]);
        }
    }
}

/// Whether a clause has a verb of its own: "a recently reopened mine" has none.
fn has_verb(tokens: &[Token], mut clause: Range<usize>) -> bool {
    let describes = |at: usize| {
        tokens[at].xpos == Xpos::Vbn
            && matches!(tokens[at - 1].upos, Upos::Det | Upos::Adv)
            && tokens.get(at + 1).is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Adj))
    };
    clause.any(|at| {
        tokens[at].xpos.is_finite()
            || tokens[at].xpos == Xpos::Md
            || tokens[at].upos == Upos::Verb && !describes(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Sentence;
    use crate::language::tagger::verbs;

    #[test]
    fn a_clause_has_a_verb() {
        let tags = |lines: &str, word: &str| {
            let (_, mut sentence) = Sentence::from_tree(lines);
            verbs::mend(&mut sentence);
            sentence.tokens.iter().find(|token| token.form == word).map(|token| token.xpos)
        };
        let collapses = "Two two NUM CD 2 nsubj\ndie die VERB VBP 0 root\nwhen when ADV WRB 5 advmod\n\
                         house house NOUN NN 5 compound\ncollapses collapse NOUN NNS 2 obl\nin in ADP IN 7 case\n\
                         Bern Bern PROPN NNP 5 nmod\n. . PUNCT . 2 punct";
        assert_eq!(tags(collapses, "collapses"), Some(Xpos::Vbz));
        let hyphen = "Two two NUM CD 2 nsubj\ndie die VERB VBP 0 root\nwhen when ADV WRB 7 advmod\nlow low ADJ JJ 6 amod\n\
                      - - PUNCT HYPH 6 punct\ncloud cloud NOUN NN 7 compound\nhits hit NOUN NNS 2 obl\nBern Bern PROPN NNP 7 nmod\n\
                      . . PUNCT . 2 punct";
        assert_eq!(tags(hyphen, "hits"), Some(Xpos::Vbz));
        let fell = "Two two NUM CD 2 nsubj\ndie die VERB VBP 0 root\nwhen when ADV WRB 6 advmod\n\
                    house house NOUN NN 5 compound\nblasts blast NOUN NNS 6 nsubj\nfollow follow VERB VBP 2 advcl\n\
                    . . PUNCT . 2 punct";
        assert_eq!(tags(fell, "blasts"), Some(Xpos::Nns));
        let calls = "Chad Chad PROPN NNP 2 compound\ncalls call NOUN NNS 0 root\non on ADP IN 4 case\n\
                     Mali Mali PROPN NNP 2 nmod\n. . PUNCT . 2 punct";
        assert_eq!(tags(calls, "calls"), Some(Xpos::Vbz));
        let arrest = "Police police NOUN NN 2 compound\narrest arrest NOUN NN 0 root\nand and CCONJ CC 4 cc\n\
                      charge charge NOUN NN 2 conj\ntwo two NUM CD 6 nummod\nmen man NOUN NNS 2 obj\n\
                      . . PUNCT . 2 punct";
        assert_eq!((tags(arrest, "arrest"), tags(arrest, "charge")), (Some(Xpos::Vbp), Some(Xpos::Vbp)));
    }

    #[test]
    fn what_ends_a_headline_has_nothing_behind_it() {
        let blasts = "Two two NUM CD 2 nsubj\ndie die VERB VBP 0 root\nafter after ADP IN 6 case\nthe the DET DT 6 det\n\
                      bomb bomb NOUN NN 6 compound\nblasts blast NOUN NNS 2 obl";
        let (_, mut sentence) = Sentence::from_tree(blasts);
        mend(&mut sentence.tokens);
        assert_eq!(sentence.tokens[5].xpos, Xpos::Nns);
    }
}
