//! "The protesters chanted slogans": a sentence that a full stop closes has a finite verb. Where the tagger saw none, it is
//! the word that by the tagger's own weights comes nearest to one, if any comes near.

use super::features::{SECOND, View, second};
use super::tense::{PAST_FORMS, is_of_one_form};
use super::verbless::OPENINGS;
use super::verbs::third_person;
use super::{Tagger, best};
use crate::language::weights::ROW;
use crate::language::{Sentence, Token, Upos, Xpos};

/// So much less may the weights like a verb than what they took a word for: of 52 words that came so near in closed sentences
/// of news without a verb, 48 were theirs.
const NEAR: i16 = 100;

impl Tagger {
    /// Makes a finite verb of the likeliest word of a closed sentence without one.
    pub fn mend_verbless(&self, sentence: &mut Sentence, view: &View) {
        let tokens = &mut sentence.tokens;
        let finite = |token: &Token| token.xpos.is_finite() || token.xpos == Xpos::Md;
        if tokens.last().is_none_or(|last| last.lower != ".") || tokens.iter().any(finite) {
            return;
        }
        let mut found: Option<(i16, usize, usize)> = None;
        let mut hashes = [0; SECOND];
        for at in 1..tokens.len() - 1 {
            if OPENINGS.contains(&tokens[at].lower.as_str()) {
                break;
            }
            if !may_be_finite(tokens, at) {
                continue;
            }
            second(view, at, &mut hashes);
            let sums = self.second.sums(&hashes);
            let Some((class, short)) = self.nearest_finite(&sums) else { continue };
            if short <= NEAR
                && is_spelt_so(&tokens[at], self.tags[class].0)
                && found.is_none_or(|(least, ..)| short < least)
            {
                found = Some((short, at, class));
            }
        }
        if let Some((_, at, class)) = found {
            (tokens[at].xpos, tokens[at].upos) = self.tags[class];
        }
    }

    /// The likeliest class of a finite verb, and by how much it falls short of the likeliest of all.
    fn nearest_finite(&self, sums: &[i16; ROW]) -> Option<(usize, i16)> {
        let classes = self.tags.len().min(ROW);
        let finite = |&class: &usize| self.tags[class].0.is_finite() && self.tags[class].1 == Upos::Verb;
        let class = (0..classes).filter(finite).max_by_key(|&class| sums[class])?;
        Some((class, sums[best(sums, classes)] - sums[class]))
    }
}

/// Whether a verb of this tense and person is spelt like a word, as far as endings tell.
fn is_spelt_so(token: &Token, xpos: Xpos) -> bool {
    match xpos {
        Xpos::Vbz => third_person(token),
        Xpos::Vbp => !third_person(token),
        _ => token.lower.ends_with("ed") || PAST_FORMS.holds(&token.lower) || is_of_one_form(&token.lower),
    }
}

/// Whether a word stands where a verb may follow its subject.
fn may_be_finite(tokens: &[Token], at: usize) -> bool {
    let (before, token, behind) = (&tokens[at - 1], &tokens[at], &tokens[at + 1]);
    let subject =
        tokens[..at].iter().any(|token| matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Pron));
    let follows = matches!(before.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adv)
        && before.xpos != Xpos::PrpPossessive
        // "many of them dressed in green"
        && !matches!(before.lower.as_str(), "them" | "him" | "us" | "me")
        || matches!(before.lower.as_str(), "," | ")" | "\"");
    let word = token.form == token.lower && token.lower.chars().all(char::is_alphabetic);
    // "Two fans killed in street clashes": a heading, which has its participle.
    let heading = third_person(token) && tokens[..at].iter().any(|token| token.xpos == Xpos::Vbn);
    let open = matches!(token.upos, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Adv | Upos::Propn)
        && token.xpos != Xpos::Vbg;
    subject && follows && word && open && !heading && behind.lower != "by"
}
