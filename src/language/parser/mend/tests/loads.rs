//! Subjects with a load.

use super::mended;

#[test]
fn who_carries_does_what_comes_behind_the_load() {
    let tree = "Ten ten NUM CD 2 nsubj\ndied die VERB VBD 0 root\nafter after ADP IN 5 case\na a DET DT 5 det\n\
                van van NOUN NN 2 obl\ncarrying carry VERB VBG 5 acl\ngas gas NOUN NN 8 nsubj\n\
                explodes explode VERB VBZ 6 ccomp\nin in ADP IN 10 case\nBern Bern PROPN NNP 6 obl\n. . PUNCT . 2 punct";
    let found = mended(tree, &["after", "van", "carrying", "gas", "explodes", "Bern"]);
    let wanted = [
        "after mark explodes",
        "van nsubj explodes",
        "carrying acl van",
        "gas obj carrying",
        "explodes advcl died",
        "Bern obl explodes",
    ];
    assert_eq!(found, wanted);
    let tree = "A a DET DT 2 det\nbus bus NOUN NN 0 root\ncarrying carry VERB VBG 2 acl\nGreek greek ADJ JJ 5 amod\n\
                pilgrims pilgrim NOUN NNS 3 obj\nrolls roll VERB VBZ 3 obj\ndown down ADP IN 9 case\na a DET DT 9 det\n\
                hill hill NOUN NN 3 obl\n. . PUNCT . 2 punct";
    let found = mended(tree, &["bus", "carrying", "pilgrims", "rolls", "hill"]);
    let wanted =
        ["bus nsubj rolls", "carrying acl bus", "pilgrims obj carrying", "rolls root -", "hill obl rolls"];
    assert_eq!(found, wanted);
}

#[test]
fn what_is_said_of_a_load_is_left() {
    // "The man carrying bags that leaks left"
    let tree = "The the DET DT 2 det\nman man NOUN NN 7 nsubj\ncarrying carry VERB VBG 2 acl\nbags bag NOUN NNS 3 obj\n\
                that that PRON WDT 6 nsubj\nleaks leak VERB VBZ 4 acl:relcl\nleft leave VERB VBD 0 root\n. . PUNCT . 7 punct";
    assert_eq!(mended(tree, &["bags", "leaks"]), ["bags obj carrying", "leaks acl:relcl bags"]);
}

#[test]
fn what_is_laden_is_no_load() {
    let tree = "Guards guard NOUN NNS 2 nsubj\nseized seize VERB VBD 0 root\na a DET DT 5 det\ntrain train NOUN NN 5 compound\n\
                laden laden NOUN NN 2 obj\nwith with ADP IN 7 case\narms arms NOUN NNS 5 nmod";
    assert_eq!(
        mended(tree, &["a", "train", "laden"]),
        ["a det train", "train obj seized", "laden acl train"]
    );
}
