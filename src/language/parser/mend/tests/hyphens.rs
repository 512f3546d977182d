//! Halves of names.

use super::{Sentence, join_hyphened, shown};

/// A tree whose hyphens stand between their neighbours without spaces.
fn tied(lines: &str, words: &[&str]) -> Vec<String> {
    let (_, mut sentence) = Sentence::from_tree(lines);
    for hyphen in 1..sentence.tokens.len() - 1 {
        if sentence.tokens[hyphen].form == "-" {
            sentence.tokens[hyphen].span.begin = sentence.tokens[hyphen - 1].span.end;
            sentence.tokens[hyphen].span.end = sentence.tokens[hyphen + 1].span.begin;
        }
    }
    join_hyphened(&mut sentence.tokens);
    shown(&sentence, words)
}

#[test]
fn the_second_half_of_a_name_is_nobody() {
    let begins = "The the DET DT 2 det\nmayor mayor NOUN NN 0 root\nof of ADP IN 4 case\n\
                  Saint Saint PROPN NNP 2 nmod\n- - PUNCT HYPH 2 punct\nMaur Maur PROPN NNP 7 nsubj\n\
                  resigned resign VERB VBD 2 parataxis";
    let expected = ["mayor nsubj resigned", "Maur flat Saint", "resigned root -"];
    assert_eq!(tied(begins, &["mayor", "Maur", "resigned"]), expected);
    let beside = begins.replace("NN 0 root", "NN 7 nsubj").replace("VBD 2 parataxis", "VBD 0 root");
    assert_eq!(tied(&beside, &["mayor", "Maur", "resigned"]), expected);
}
