//! What somebody says of his own past.

use super::mended;

#[test]
fn who_denies_having_done_something_denies() {
    let tree = "UNITA UNITA PROPN NNP 4 nsubj\ndenied deny VERB VBN 1 acl\nhaving have AUX VBG 4 aux\n\
                fired fire VERB VBN 0 root\nat at ADP IN 6 case\nplanes plane NOUN NNS 4 obl\n. . PUNCT . 4 punct";
    assert_eq!(
        mended(tree, &["UNITA", "denied", "having", "fired", "planes", "."]),
        [
            "UNITA nsubj denied",
            "denied root -",
            "having aux fired",
            "fired xcomp denied",
            "planes obl fired",
            ". punct denied"
        ]
    );
    // "rebels beaten having fired": nobody denies anything.
    let other = tree.replace("denied deny", "beaten beat");
    assert_eq!(mended(&other, &["beaten", "fired"]), ["beaten acl UNITA", "fired root -"]);
}

#[test]
fn what_was_done_is_no_preposition() {
    let tree = "Rebels rebel NOUN NNS 2 nsubj\ndenied deny VERB VBD 0 root\nhaving have AUX VBG 4 aux\n\
                attacked attack VERB VBN 6 case\nthe the DET DT 6 det\nconvoy convoy NOUN NN 2 obl";
    let found = mended(tree, &["having", "attacked", "convoy"]);
    assert_eq!(found, ["having aux attacked", "attacked xcomp denied", "convoy obj attacked"]);
    let sent = "Chad Chad PROPN NNP 2 nsubj\ndenied deny VERB VBD 0 root\nhaving have VERB VBG 2 xcomp\n\
                sent send VERB VBN 5 amod\ntroops troops NOUN NNS 3 obj\nto to ADP IN 7 case\nMali Mali PROPN NNP 3 obl";
    assert_eq!(
        mended(sent, &["having", "sent", "troops", "Mali"]),
        ["having aux sent", "sent xcomp denied", "troops obj sent", "Mali obl sent"]
    );
}
