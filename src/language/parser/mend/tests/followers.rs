//! Whom people are loyal to, and what those people do.

use super::mended;

#[test]
fn the_followers_act_and_not_whom_they_follow() {
    let tree = "Fighters fighter NOUN NNS 0 root\nloyal loyal ADJ JJ 1 amod\nto to ADP IN 5 case\nthe the DET DT 5 det\n\
                warlord warlord NOUN NN 2 obl\nTom Tom PROPN NNP 8 nsubj\nHale Hale PROPN NNP 6 flat\n\
                fled flee VERB VBD 1 parataxis\n. . PUNCT . 1 punct";
    assert_eq!(
        mended(tree, &["Fighters", "to", "warlord", "Tom", "fled"]),
        ["Fighters nsubj fled", "to case Tom", "warlord nmod:desc Tom", "Tom obl loyal", "fled root -"]
    );
    let tree = "Troops troops NOUN NNS 8 nsubj\nloyal loyal ADJ JJ 1 amod\nto to ADP IN 5 case\nthe the DET DT 5 det\n\
                king king NOUN NN 8 obl\nTom Tom PROPN NNP 8 nsubj\nHale Hale PROPN NNP 6 flat\nfled flee VERB VBD 0 root";
    assert_eq!(
        mended(tree, &["Troops", "king", "Tom"]),
        ["Troops nsubj fled", "king nmod:desc Tom", "Tom obl loyal"]
    );
    // "Troops loyal to the king fled"
    let tree = "Troops troops NOUN NNS 6 nsubj\nloyal loyal ADJ JJ 1 amod\nto to ADP IN 5 case\nthe the DET DT 5 det\n\
                king king NOUN NN 2 obl\nfled flee VERB VBD 0 root";
    assert_eq!(mended(tree, &["king"]), ["king obl loyal"]);
}
