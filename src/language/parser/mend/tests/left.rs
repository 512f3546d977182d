//! What is left behind.

use super::mended;

#[test]
fn others_are_left_hurt_as_well() {
    let tree = "Rebels rebel NOUN NNS 2 nsubj\nstruck strike VERB VBD 0 root\n, , PUNCT , 4 punct\nleaving leave VERB VBG 2 advcl\n\
                one one NUM CD 6 nummod\nguard guard NOUN NN 4 obj\ndead dead ADJ JJ 4 xcomp\nand and CCONJ CC 11 cc\n\
                six six NUM CD 10 nummod\nothers other NOUN NNS 11 nsubj\ninjured injure VERB VBD 2 conj\n. . PUNCT . 2 punct";
    assert_eq!(
        mended(tree, &["dead", "others", "injured"]),
        ["dead xcomp guard", "others conj guard", "injured acl others"]
    );
    // "… and six others injured a cook": they did something.
    let tree = tree.replace(". . PUNCT . 2 punct", "cooks cook NOUN NNS 11 obj");
    assert_eq!(mended(&tree, &["others"]), ["others nsubj injured"]);
}

#[test]
fn a_number_is_left_dead() {
    let tree = "Clashes clash NOUN NNS 2 nsubj\nleave leave VERB VBP 0 root\n18 18 NUM CD 2 nummod\ndead dead ADJ JJ 3 amod";
    assert_eq!(mended(tree, &["18", "dead"]), ["18 obj leave", "dead xcomp leave"]);
}

#[test]
fn places_trap_nobody() {
    let tree = "Shafts shaft NOUN NNS 2 nsubj\ncollapsed collapse VERB VBD 0 root\nin in ADP IN 4 case\nPeru Peru PROPN NNP 2 obl\n\
                trapping trap VERB VBG 4 acl\nminers miner NOUN NNS 5 obj";
    assert_eq!(mended(tree, &["trapping"]), ["trapping advcl collapsed"]);
    // "clashed with rebels killing miners": these did it.
    let tree = tree.replace("in in ADP IN", "with with ADP IN");
    assert_eq!(mended(&tree, &["trapping"]), ["trapping acl Peru"]);
}

#[test]
fn what_comes_of_the_whole_comes_of_no_part() {
    let tree = "Planes plane NOUN NNS 2 nsubj\ncrashed crash VERB VBD 0 root\nafter after SCONJ IN 4 mark\n\
                leaving leave VERB VBG 2 advcl\nBern Bern PROPN NNP 4 obj\n, , PUNCT , 7 punct\n\
                killing kill VERB VBG 4 advcl\ntwo two NUM CD 7 obj";
    assert_eq!(mended(tree, &["killing"]), ["killing advcl crashed"]);
    // "fled when rebels stormed Bern, killing two": the rebels did.
    let tree = tree
        .replace("after after SCONJ IN 4 mark", "rebels rebel NOUN NNS 4 nsubj")
        .replace("leaving leave VERB VBG", "stormed storm VERB VBD");
    assert_eq!(mended(&tree, &["killing"]), ["killing advcl stormed"]);
    // "retreated after they stormed Bern, killing two": there, and not by retreating.
    let tree = tree.replace("rebels rebel NOUN NNS", "they they PRON PRP");
    assert_eq!(mended(&tree, &["killing"]), ["killing advcl stormed"]);
    // "crashed when they turned, killing two"
    let tree = tree.replace("Bern Bern PROPN NNP 4 obj", "suddenly suddenly ADV RB 4 advmod");
    assert_eq!(mended(&tree, &["killing"]), ["killing advcl crashed"]);
}

#[test]
fn a_name_before_the_comma_of_a_participle_does_nothing_behind_it() {
    let tree = "Jets jet NOUN NNS 2 nsubj\nhit hit VERB VBD 0 root\nthe the DET DT 4 det\ncity city NOUN NN 2 obj\n\
                Bern Bern PROPN NNP 8 nsubj\novernight overnight ADV RB 8 advmod\n, , PUNCT , 8 punct\n\
                killing kill VERB VBG 2 advcl\nten ten NUM CD 8 obj";
    assert_eq!(mended(tree, &["Bern", "overnight"]), ["Bern appos city", "overnight advmod hit"]);
    // "the militia killing ten"
    let joined = tree.replace(", , PUNCT ,", "there there ADV RB");
    assert_eq!(mended(&joined, &["Bern"]), ["Bern nsubj killing"]);
}
