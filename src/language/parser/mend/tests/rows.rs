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

#[test]
fn peoples_in_a_row() {
    let tree = "They they PRON PRP 2 nsubj\nheld hold VERB VBD 0 root\ntwo two NUM CD 4 nummod\nSwedes Swede PROPN NNPS 2 obj\n\
                , , PUNCT , 7 punct\none one NUM CD 7 nummod\nIraqi Iraqi ADJ JJ 4 appos\nand and CCONJ CC 10 cc\n\
                three three NUM CD 10 nummod\nTurks Turk PROPN NNPS 7 conj";
    assert_eq!(mended(tree, &["Iraqi"]), ["Iraqi conj Swedes"]);
    // "two tourists, one Iraqi and one Turk": those are the two.
    let two = tree
        .replace("Swedes Swede PROPN NNPS", "tourists tourist NOUN NNS")
        .replace("three three", "one one");
    assert_eq!(mended(&two, &["Iraqi"]), ["Iraqi appos tourists"]);
    // Nothing counts "Kurds, Iraqis and Turks".
    let tree = "They they PRON PRP 2 nsubj\narm arm VERB VBP 0 root\nKurds Kurd PROPN NNPS 2 obj\n, , PUNCT , 5 punct\n\
                Iraqis Iraqi PROPN NNPS 3 nmod\nand and CCONJ CC 7 cc\nTurks Turk PROPN NNPS 5 conj";
    assert_eq!(mended(tree, &["Iraqis"]), ["Iraqis conj Kurds"]);
}

#[test]
fn an_adjective_with_a_number_of_its_own() {
    let tree = "They they PRON PRP 2 nsubj\nheld hold VERB VBD 0 root\none one NUM CD 8 nummod\nSwedish Swedish ADJ JJ 8 amod\n\
                , , PUNCT , 8 punct\nand and CCONJ CC 8 cc\n16 16 NUM CD 8 nummod\nSaudis saudi NOUN NNS 2 obj";
    let found = mended(tree, &["one", "Swedish", "Saudis"]);
    assert_eq!(found, ["one nummod Swedish", "Swedish obj held", "Saudis conj Swedish"]);
    // "one Swedish guard"
    let tree = "They they PRON PRP 2 nsubj\nheld hold VERB VBD 0 root\none one NUM CD 5 nummod\nSwedish Swedish ADJ JJ 5 amod\n\
                guard guard NOUN NN 2 obj";
    assert_eq!(mended(tree, &["one", "Swedish"]), ["one nummod guard", "Swedish amod guard"]);
}
