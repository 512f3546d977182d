//! What is demanded is told by the bare form of a verb, which has no ending to know it by: "demands that the army free two
//! pilots".

use super::verbs::is_ambiguous;
use crate::language::words::WordList;
use crate::language::{Token, Upos, Xpos};

/// Forms of verbs and nouns behind which a clause with "that" tells what shall be done.
static DEMANDING: WordList = WordList::new(include_str!("words-of-demanding.txt"));

/// Makes a verb of the noun or adjective that is the only verb that such a clause can have.
pub fn mend(tokens: &mut [Token]) {
    for that in 1..tokens.len() {
        if tokens[that].lower != "that" || !DEMANDING.holds(&tokens[that - 1].lower) {
            continue;
        }
        let Some(bare) = bare_verb(tokens, that) else { continue };
        (tokens[that].xpos, tokens[that].upos) = (Xpos::In, Upos::Sconj);
        (tokens[bare].xpos, tokens[bare].upos) = (Xpos::Vb, Upos::Verb);
    }
}

/// The bare form behind the subject of a clause, which has an object behind it, where the clause has no other verb.
fn bare_verb(tokens: &[Token], that: usize) -> Option<usize> {
    let end = (that + 1..tokens.len())
        .find(|&at| {
            let punctuation = tokens[at].upos == Upos::Punct && tokens[at].xpos != Xpos::Hyph;
            punctuation || matches!(tokens[at].xpos, Xpos::Wdt | Xpos::Wp | Xpos::Wrb)
        })
        .unwrap_or(tokens.len());
    let has_verb = tokens[that + 1..end].iter().any(|token| token.xpos.is_finite() || token.xpos == Xpos::Md);
    (that + 2..end.saturating_sub(1)).filter(|_| !has_verb).find(|&at| {
        let named = matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn);
        let object = matches!(
            tokens[at + 1].upos,
            Upos::Det | Upos::Num | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Noun
        ) || tokens[at + 1].xpos == Xpos::Rp;
        named
            && object
            && matches!(tokens[at].xpos, Xpos::Nn | Xpos::Jj)
            && tokens[at].form == tokens[at].lower
            && is_ambiguous(&tokens[at].lower)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tagger::tags_after;

    #[test]
    fn what_is_demanded_has_a_bare_verb() {
        let free = "Chad Chad PROPN NNP 2 nsubj\ndemands demand VERB VBZ 0 root\nthat that PRON WDT 7 mark\n\
                    the the DET DT 5 det\narmy army NOUN NN 7 nsubj\nfree free ADJ JJ 7 amod\n\
                    pilots pilot NOUN NNS 2 ccomp\n. . PUNCT . 2 punct";
        let tags = |lines: &str| tags_after(lines, |sentence| mend(&mut sentence.tokens));
        assert_eq!(tags(free)[5], Xpos::Vb);
        assert_eq!(tags(&free.replace("demands demand", "says say"))[5], Xpos::Jj);
        let verb = free.replace("pilots pilot NOUN NNS", "frees free VERB VBZ");
        assert_eq!(tags(&verb)[5], Xpos::Jj);
    }
}
