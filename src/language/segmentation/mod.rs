//! Sentences and tokens, by the conventions of UD English.
//!
//! Paragraphs are found first, then tokens, then the sentences among the tokens: whether a full stop ends
//! a sentence is easier to say once it is known whether it is a token of its own.

mod abbreviations;
mod boundaries;
mod paragraphs;
mod tokens;

use super::{Sentence, Token};
use crate::article::{Part, Span};
use compact_str::CompactString;

/// Finds sentences and tokens in `mined` of `text`; forms are set, tags and heads are not.
///
/// Every token's span lies in the unaltered text; only [`Token::form`] has its quotation marks and dashes
/// straightened. The time is linear in the length of the text, whatever it holds.
pub fn segment(text: &str, part: Part, mined: Span) -> Vec<Sentence> {
    let end = floor_boundary(text, mined.end);
    let begin = floor_boundary(text, mined.begin).min(end);
    let mut sentences = Vec::new();
    let mut spans = Vec::new();
    for (paragraph, span) in paragraphs::paragraphs(text, Span::new(begin, end)).into_iter().enumerate() {
        spans.clear();
        tokens::tokenise(text, span, &mut spans);
        let mut first = 0;
        for last in boundaries::ends(text, &spans) {
            sentences.push(sentence(text, part, paragraph, &spans[first..last]));
            first = last;
        }
    }
    sentences
}

/// A sentence as [`segment`] would make it of tokens that are already known, one after the other.
pub(super) fn sentence(text: &str, part: Part, paragraph: usize, spans: &[Span]) -> Sentence {
    let tokens: Vec<Token> = spans
        .iter()
        .enumerate()
        .map(|(i, &span)| {
            let form = normalised(&text[span.begin..span.end]);
            Token {
                span,
                lower: lowercase(&form),
                form,
                space_after: spans.get(i + 1).is_none_or(|next| next.begin > span.end),
                ..Token::default()
            }
        })
        .collect();
    let span = match (spans.first(), spans.last()) {
        (Some(first), Some(last)) => first.cover(*last),
        _ => Span::default(),
    };
    Sentence::new(part, span, paragraph, tokens)
}

/// The form that is analysed: quotation marks straightened, invisible characters left out.
pub(super) fn normalised(word: &str) -> CompactString {
    if word.is_ascii() {
        return match word {
            "``" | "''" => CompactString::const_new("\""),
            "`" => CompactString::const_new("'"),
            _ => CompactString::new(word),
        };
    }
    let form: CompactString = word
        .chars()
        .filter_map(|c| match c {
            '‘' | '’' | '‚' | '‛' | '′' => Some('\''),
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Some('"'),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => None,
            '\u{2010}' | '\u{2011}' => Some('-'),
            _ => Some(c),
        })
        .collect();
    match form.as_str() {
        "" => CompactString::new(word),
        "''" => CompactString::const_new("\""),
        _ => form,
    }
}

/// `form` in lower case.
pub(super) fn lowercase(form: &str) -> CompactString {
    if form.is_ascii() {
        let mut lower = CompactString::new(form);
        lower.make_ascii_lowercase();
        lower
    } else {
        form.chars().flat_map(char::to_lowercase).collect()
    }
}

/// The nearest character boundary at or before `index`.
fn floor_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences as tokens with a bar between them, one sentence a line.
    fn check(text: &str, expected: &[&str]) {
        let sentences = segment(text, Part::Text, Span::new(0, text.len()));
        let found: Vec<String> = sentences
            .iter()
            .map(|sentence| {
                let words: Vec<_> = sentence.tokens.iter().map(|token| token.form.as_str()).collect();
                words.join(" ")
            })
            .collect();
        assert_eq!(found, expected, "in {text:?}");
    }

    #[test]
    fn clitics_and_hyphens() {
        check("They don't, can't and won't.", &["They do n't , ca n't and wo n't ."]);
        check("Russia’s U.S.-led talks", &["Russia 's U.S. - led talks"]);
        check("an anti-government ex-minister", &["an anti-government ex-minister"]);
        check("the rebels' pro-Assad F-16s", &["the rebels ' pro-Assad F - 16s"]);
        check("cannot", &["can not"]);
    }

    #[test]
    fn numbers_and_money() {
        check("US$4.5 billion, $1,200 and 50%", &["US$ 4.5 billion , $ 1,200 and 50 %"]);
        check("at 5pm on 9/11, 1969-1970", &["at 5 pm on 9/11 , 1969 - 1970"]);
        check("the 1990s, the '90s and 7:30", &["the 1990s , the '90s and 7:30"]);
        check("call 713-853-3989", &["call 713-853-3989"]);
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        check("Gen. Smith met U.S. officials.", &["Gen. Smith met U.S. officials ."]);
        check("They left the U.S. He stayed.", &["They left the U.S.", "He stayed ."]);
        check("John F. Kennedy spoke. He won.", &["John F. Kennedy spoke .", "He won ."]);
        check("They met on E. 52nd St. today.", &["They met on E. 52nd St. today ."]);
        check("He got an E. 52 won.", &["He got an E .", "52 won ."]);
        check("No. 3 won. No. He lost.", &["No. 3 won .", "No .", "He lost ."]);
        check("It ended at 5 p.m. Tuesday.", &["It ended at 5 p.m. Tuesday ."]);
    }

    #[test]
    fn quotations() {
        check("“We won. They lost,” he said.", &["\" We won .", "They lost , \" he said ."]);
        check(
            "“Why?” asked Kerry. “Go!” Lavrov said.",
            &["\" Why ? \" asked Kerry .", "\" Go ! \" Lavrov said ."],
        );
        check("He said \"no.\" \"Yes,\" she said.", &["He said \" no . \"", "\" Yes , \" she said ."]);
    }

    #[test]
    fn datelines_headings_and_lists() {
        check("MOSCOW (Reuters) - Russia vetoed it.", &["MOSCOW ( Reuters ) -", "Russia vetoed it ."]);
        check("GENEVA, April 4 — Talks began.", &["GENEVA , April 4 —", "Talks began ."]);
        check("Talks fail\n\nRussia left. It was late.", &["Talks fail", "Russia left .", "It was late ."]);
        check("• one\n• two", &["• one", "• two"]);
        check("1. Russia must leave.", &["1 . Russia must leave ."]);
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph() {
        let text = "Russia vetoed a resolution of the United Nations Security Council that\n\
                    called for an investigation of the attack on a village in northern Syria,\n\
                    its envoy said.\n\nNext.";
        let sentences = segment(text, Part::Text, Span::new(0, text.len()));
        assert_eq!(sentences.len(), 2);
        assert_eq!(sentences[1].paragraph, 1);
    }

    #[test]
    fn lost_spaces_are_found() {
        check("The talks ended.Russia left", &["The talks ended .", "Russia left"]);
    }

    #[test]
    fn spans_are_exact_and_only_the_mined_part_is_read() {
        let text = "Élan — “naïve” café.\u{a0}Fin. Rest";
        let mined = Span::new(0, text.len() - 5);
        let sentences = segment(text, Part::Title, mined);
        let words: Vec<&str> =
            sentences.iter().flat_map(|s| &s.tokens).map(|t| &text[t.span.begin..t.span.end]).collect();
        assert_eq!(words, ["Élan", "—", "“", "naïve", "”", "café", ".", "Fin", "."]);
        assert!(sentences.iter().all(|sentence| sentence.part == Part::Title));
    }

    #[test]
    fn links_and_addresses_stay_whole() {
        check(
            "See https://example.org/a-b?c=1, or x.y@example.org.",
            &["See https://example.org/a-b?c=1 , or x.y@example.org ."],
        );
    }

    #[test]
    fn what_news_is_made_of() {
        check(
            "MOSCOW (Reuters) — Talks failed. He left.",
            &["MOSCOW ( Reuters ) —", "Talks failed .", "He left ."],
        );
        check(
            "• Troops left\n• Talks went on\n\n1. Stay\n2. Go",
            &["• Troops left", "• Talks went on", "1 . Stay", "2 . Go"],
        );
        check(
            "“We will go. We will stay,” he said. “Why?” asked she.",
            &["\" We will go .", "We will stay , \" he said .", "\" Why ? \" asked she ."],
        );
        check(
            "He pointed a .38 revolver at Lt. Gen. X of the U.S. Army.",
            &["He pointed a .38 revolver at Lt. Gen. X of the U.S. Army ."],
        );
    }
}
