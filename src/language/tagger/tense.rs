//! Past tenses that the tagger took for the present.

use crate::language::words::WordList;
use crate::language::{Token, Xpos};

/// Past tenses that are no present of any verb: "found" and "fell" are not among them.
pub(super) static PAST_FORMS: WordList = WordList::new(include_str!("past-forms.txt"));

/// Verbs whose past is spelt as their present.
static OF_ONE_FORM: WordList = WordList::new(include_str!("verbs-of-one-form.txt"));

/// Whether a form is that of today and of yesterday: "hit".
pub(super) fn is_of_one_form(word: &str) -> bool {
    OF_ONE_FORM.holds(word)
}

/// Makes past tenses of presents that are spelt as no present is ("the drones that struck"), and of those that are spelt as
/// both, where the sentence tells of the past and of nothing present: "denied that the missiles hit the town".
pub(super) fn mend(tokens: &mut [Token]) {
    for token in tokens.iter_mut().filter(|token| token.xpos == Xpos::Vbp) {
        if PAST_FORMS.holds(&token.lower) {
            token.xpos = Xpos::Vbd;
        }
    }
    let of_one_form = |token: &Token| token.xpos == Xpos::Vbp && is_of_one_form(&token.lower);
    let past = tokens.iter().any(|token| token.xpos == Xpos::Vbd);
    let present = tokens
        .iter()
        .any(|token| matches!(token.xpos, Xpos::Vbz | Xpos::Vbp | Xpos::Md) && !of_one_form(token));
    if past && !present {
        tokens.iter_mut().filter(|token| of_one_form(token)).for_each(|token| token.xpos = Xpos::Vbd);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(lines: &str) -> Vec<Xpos> {
        super::super::tags_after(lines, |sentence| mend(&mut sentence.tokens))
    }

    #[test]
    fn forms_are_sorted_and_stand_once() {
        assert!(PAST_FORMS.words().windows(2).all(|pair| pair[0] < pair[1]));
        assert!(OF_ONE_FORM.words().windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn no_present_is_spelt_so() {
        let struck =
            "drones drone NOUN NNS 0 root\nthat that PRON WDT 3 nsubj\nstruck strike VERB VBP 1 acl:relcl";
        assert_eq!(tags(struck)[2], Xpos::Vbd);
    }

    #[test]
    fn what_is_spelt_as_both_goes_with_its_sentence() {
        let hit = "drones drone NOUN NNS 4 nsubj\nthat that PRON WDT 3 nsubj\nhit hit VERB VBP 1 acl:relcl\ncame come VERB VBD 0 root";
        assert_eq!(tags(hit)[2], Xpos::Vbd);
        assert_eq!(tags(&hit.replace("came come VERB VBD", "come come VERB VBP"))[2], Xpos::Vbp);
    }
}
