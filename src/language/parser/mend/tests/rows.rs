//! Rows of people and counts of them.

use super::mended;

#[test]
fn the_first_of_a_row() {
    let tree = "A a DET DT 2 det\nbaker baker NOUN NN 10 obl\n, , PUNCT , 2 punct\nhis his PRON PRP$ 5 nmod:poss\n\
                wife wife NOUN NN 10 nsubj:pass\nand and CCONJ CC 8 cc\ntwo two NUM CD 8 nummod\n\
                sons son NOUN NNS 5 conj\nwere be AUX VBD 10 aux:pass\nhurt hurt VERB VBN 0 root\n. . PUNCT . 10 punct";
    assert_eq!(mended(tree, &["baker", "wife"]), ["baker nsubj:pass hurt", "wife conj baker"]);
    // "One day, his wife and two sons were hurt."
    let day = tree.replace("A a DET DT 2 det", "One one NUM CD 2 nummod");
    assert_eq!(mended(&day, &["baker", "wife"]), ["baker obl hurt", "wife nsubj:pass hurt"]);
}

#[test]
fn the_second_of_a_row() {
    let tree = "A a DET DT 2 det\nnurse nurse NOUN NN 10 nsubj:pass\n, , PUNCT , 5 punct\na a DET DT 5 det\n\
                baker baker NOUN NN 2 appos\nand and CCONJ CC 8 cc\ntwo two NUM CD 8 nummod\n\
                sons son NOUN NNS 5 conj\nwere be AUX VBD 10 aux:pass\nhurt hurt VERB VBN 0 root\n. . PUNCT . 10 punct";
    assert_eq!(mended(tree, &["baker"]), ["baker conj nurse"]);
    // "A nurse, a baker and singer were hurt" tells what she is.
    let one = tree.replace("two two NUM CD 8 nummod", "also also ADV RB 8 advmod");
    assert_eq!(mended(&one, &["baker"]), ["baker appos nurse"]);
}

#[test]
fn both_of_two() {
    let tree = "Eight eight NUM CD 2 nummod\npupils pupil NOUN NNS 0 root\nand and CCONJ CC 6 cc\n\
                the the DET DT 5 det\ndriver driver NOUN NN 6 nsubj\ndie die VERB VBP 2 conj\n. . PUNCT . 2 punct";
    let found = mended(tree, &["pupils", "and", "driver", "die", "."]);
    assert_eq!(
        found,
        ["pupils nsubj die", "and cc driver", "driver conj pupils", "die root -", ". punct die"]
    );
    // A heading: "Eight pupils and the driver die"
    let heading = tree.replace("\n. . PUNCT . 2 punct", "");
    assert_eq!(mended(&heading, &["driver"]), ["driver nsubj die"]);
    // "Chad and its allies die." is no heading, but "Chad and the allies die." may be one.
    let name = tree.replace("pupils pupil NOUN NNS", "Chad Chad PROPN NNP");
    assert_eq!(mended(&name, &["driver"]), ["driver nsubj die"]);
    let own = name.replace("the the DET DT 5 det", "its its PRON PRP$ 5 nmod:poss");
    assert_eq!(mended(&own, &["Chad", "driver"]), ["Chad nsubj die", "driver conj Chad"]);
}

#[test]
fn the_whole_before_its_part() {
    let tree = "It it PRON PRP 2 nsubj\nkills kill VERB VBZ 0 root\nnine nine NUM CD 7 nummod\n, , PUNCT , 7 punct\n\
                including include VERB VBG 7 case\nthree three NUM CD 7 nummod\nguards guard NOUN NNS 2 obj";
    assert_eq!(
        mended(tree, &["nine", "three", "guards"]),
        ["nine obj kills", "three nummod guards", "guards nmod nine"]
    );
}
