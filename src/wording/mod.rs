//! Machine-reworded articles: recognises them, and restores the words that were replaced by synonyms.
//!
//! Rewording machines replace single words by synonyms, inside quotation marks too, and leave the words
//! around them as they were. That leaves two traces. Synonyms stand where nobody would put them ("barb
//! strikes"), which `rules/wording/` lists; and the indefinite articles no longer fit their words ("a
//! attack"). An article with many such traces is reworded. Only then are the listed words restored, in the
//! analysed form of their tokens; the text and the spans into it stay as they are.

mod articles;
mod rules;

pub use rules::{Rules, WordingExample};

use crate::article::Wording;
use crate::language::Sentence;

/// How many traces an article needs before it can be called reworded.
const LEAST_TRACES: usize = 4;
/// How many traces for each hundred words.
const TRACES_PER_HUNDRED_WORDS: f64 = 0.8;

/// What was seen of the wording of an article.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Assessment {
    /// Words of the article, punctuation included.
    pub words: usize,
    /// Telling synonyms.
    pub synonyms: usize,
    /// Indefinite articles that do not fit the next word.
    pub misfits: usize,
}

impl Assessment {
    /// What the traces amount to.
    pub fn wording(&self) -> Wording {
        let traces = self.synonyms + self.misfits;
        let dense = traces as f64 * 100.0 >= TRACES_PER_HUNDRED_WORDS * self.words as f64;
        if traces >= LEAST_TRACES && dense { Wording::Reworded } else { Wording::Original }
    }
}

/// Counts the traces of rewording in an article.
pub fn assess(sentences: &[Sentence], rules: &Rules) -> Assessment {
    let mut assessment = Assessment::default();
    for sentence in sentences {
        assessment.words += sentence.tokens.len();
        assessment.misfits += articles::misfits(sentence);
        assessment.synonyms += (0..sentence.tokens.len()).filter(|&i| rules.is_telling(sentence, i)).count();
    }
    assessment
}

/// Gives the tokens of a reworded article the forms that were replaced, as far as the rules know them, and
/// returns how many were restored. To be called only where [`assess`] found a reworded article: most
/// synonyms are good words elsewhere.
pub fn restore(sentences: &mut [Sentence], rules: &Rules) -> usize {
    let mut restored = 0;
    for sentence in sentences {
        // Contexts may ask for words that are restored themselves ("atmosphere bottom"), so go on until
        // nothing changes; every pass restores a token at most once, which bounds the passes.
        loop {
            let found: Vec<_> = (0..sentence.tokens.len())
                .filter(|&i| !sentence.tokens[i].reworded)
                .filter_map(|i| rules.original(sentence, i).map(|original| (i, original)))
                .collect();
            if found.is_empty() {
                break;
            }
            restored += found.len();
            for (i, original) in found {
                let token = &mut sentence.tokens[i];
                let capital = token.form.chars().next().is_some_and(char::is_uppercase);
                token.form = if capital { capitalised(&original) } else { original.clone() };
                token.lower = original;
                token.reworded = true;
            }
        }
    }
    restored
}

fn capitalised(word: &str) -> compact_str::CompactString {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Rules, assess, restore};
    use crate::article::{Part, Span, Wording};
    use crate::language::{Sentence, segment};
    use crate::rules::RuleFiles;

    fn rules() -> Rules {
        Rules::compile(&RuleFiles::embedded()).expect("our own rules compile")
    }

    fn sentences(text: &str) -> Vec<Sentence> {
        segment(text, Part::Text, Span::new(0, text.len()))
    }

    fn forms(sentences: &[Sentence]) -> String {
        let tokens = sentences.iter().flat_map(|sentence| &sentence.tokens);
        tokens.map(|token| token.form.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn examples_are_restored() {
        let rules = rules();
        assert!(!rules.examples().is_empty());
        for example in rules.examples() {
            let mut found = sentences(&example.reworded);
            assert!(restore(&mut found, &rules) > 0, "nothing restored in: {}", example.reworded);
            assert_eq!(forms(&found), example.restored);
        }
    }

    #[test]
    fn only_many_traces_make_an_article_reworded() {
        let check =
            |text: &str, expect| assert_eq!(assess(&sentences(text), &rules()).wording(), expect, "{text}");
        check(
            "A assault on a encampment brought a outcry. Dual weeks ago a orator for a army pronounced that a understanding held.",
            Wording::Reworded,
        );
        check("Two weeks ago a spokesman for the army said that an agreement held.", Wording::Original);
        check(
            "It was a once-in-a-lifetime dispute, and a European one; an hour later it was over.",
            Wording::Original,
        );
        check("", Wording::Original);
    }

    #[test]
    fn restoring_leaves_the_spans() {
        let text = "Some barb strikes.";
        let mut found = sentences(text);
        restore(&mut found, &rules());
        let token = &found[0].tokens[1];
        assert_eq!((token.form.as_str(), &text[token.span.begin..token.span.end]), ("missile", "barb"));
        assert!(token.reworded);
    }
}
