//! What befalls people, told by a participle that the tagger takes for another word.

use super::is_be;
use crate::language::words::WordList;
use crate::language::{Sentence, Token, Upos, Xpos};

/// Participles of what is done to people's bodies.
static FATES: WordList = WordList::new(include_str!("participles-of-harm.txt"));

/// How many words stand between a participle and its agent: "burned to death by".
const BEFORE_AGENT: usize = 3;

/// Makes participles of the adjectives, nouns and past tenses that tell what befell somebody.
pub fn mend(sentence: &mut Sentence) {
    let tokens = &mut sentence.tokens;
    for at in 1..tokens.len() {
        name_compound(tokens, at);
        let harms = FATES.holds(&tokens[at].lower);
        let bare = tokens
            .get(at + 1)
            .is_none_or(|next| !matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num));
        let suffered = harms && bare && (is_suffered(tokens, at) || is_done_by(tokens, at));
        if suffered {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Vbn, Upos::Verb);
        }
        // "a third injured following an avalanche": nobody is followed.
        let behind_harm = FATES.holds(&tokens[at - 1].lower) && tokens[at].xpos == Xpos::Vbg;
        if behind_harm && tokens[at].lower == "following" {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::In, Upos::Adp);
        }
    }
}

/// "Seven people are shot and wounded": behind a form of "be", or joined to what stands behind one.
fn is_suffered(tokens: &[Token], at: usize) -> bool {
    if !matches!(tokens[at].xpos, Xpos::Jj | Xpos::Nn) {
        return false;
    }
    let how = tokens[..at].iter().rev().take_while(|token| token.upos == Upos::Adv).count();
    let Some(before) = (at - how).checked_sub(1) else { return false };
    let joined = matches!(tokens[before].lower.as_str(), "and" | ",")
        && before > 0
        && tokens[before - 1].xpos == Xpos::Vbn
        && FATES.holds(&tokens[before - 1].lower);
    is_be(&tokens[before]) || joined
}

/// "were shot, stabbed and burned to death by soldiers": a past tense with an agent that is joined to participles.
fn is_done_by(tokens: &[Token], at: usize) -> bool {
    let joined = tokens[at].xpos == Xpos::Vbd && matches!(tokens[at - 1].lower.as_str(), "and" | ",");
    let first = tokens[..at].iter().rposition(|token| token.xpos == Xpos::Vbn);
    let row = first.is_some_and(|first| {
        tokens[first + 1..at].iter().all(|token| matches!(token.lower.as_str(), "and" | ","))
    });
    let by = tokens[at + 1..].iter().take(BEFORE_AGENT).any(|token| token.lower == "by");
    joined && row && by
}

/// "a drive-by shooting": what hyphens join is one word, and names what happened.
fn name_compound(tokens: &mut [Token], at: usize) {
    let glued = |left: &Token, right: &Token| left.span.end == right.span.begin;
    if at < 3 || tokens[at].xpos != Xpos::Vbg {
        return;
    }
    let [first, hyphen, by] = [3, 2, 1].map(|back| &tokens[at - back]);
    let compound = hyphen.form == "-" && by.lower == "by" && glued(first, hyphen) && glued(hyphen, by);
    if compound {
        (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
        (tokens[at - 1].xpos, tokens[at - 1].upos) = (Xpos::Nn, Upos::Noun);
        tokens[at - 2].xpos = Xpos::Hyph;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(lines: &str) -> Vec<Xpos> {
        super::super::tags_after(lines, mend)
    }

    #[test]
    fn who_is_shot_is_done_something_to() {
        let shot = "Guests guest NOUN NNS 3 nsubj\nwere be AUX VBD 3 cop\nshot shot ADJ JJ 0 root\nand and CCONJ CC 5 cc\n\
                    injured injured ADJ JJ 3 conj\n. . PUNCT . 3 punct";
        assert_eq!(tags(shot)[2..5], [Xpos::Vbn, Xpos::Cc, Xpos::Vbn]);
        // "They were shot glasses"
        let glasses = "They they PRON PRP 4 nsubj\nwere be AUX VBD 4 cop\nshot shot NOUN NN 4 compound\nglasses glass NOUN NNS 0 root";
        assert_eq!(tags(glasses)[2], Xpos::Nn);
    }

    #[test]
    fn an_agent_makes_the_last_a_participle_as_well() {
        let burned = "were be AUX VBD 2 aux:pass\nbeaten beat VERB VBN 0 root\nand and CCONJ CC 4 cc\n\
                      stabbed stab VERB VBD 2 conj\nby by ADP IN 6 case\nmen man NOUN NNS 4 obl";
        assert_eq!(tags(burned)[3], Xpos::Vbn);
        assert_eq!(tags(&burned.replace("by by ADP IN", "two two NUM CD"))[3], Xpos::Vbd);
    }

    #[test]
    fn nobody_is_injured_and_follows() {
        let following = "two two NUM CD 2 nsubj\ninjured injure VERB VBD 0 root\nfollowing follow VERB VBG 2 advcl\n\
                         a a DET DT 5 det\nflood flood NOUN NN 3 obj";
        assert_eq!(tags(following)[2], Xpos::In);
    }
}
