//! Who is among those whom something befell.

use super::mended;

#[test]
fn who_is_among_the_killed_is_killed() {
    let tree = "Ann Ann PROPN NNP 0 root\nLind Lind PROPN NNP 1 flat\nis be AUX VBZ 2 cop\namong among ADP IN 5 case\n\
                those that PRON DT 3 obl\nkilled kill VERB VBN 5 acl\n. . PUNCT . 1 punct";
    assert_eq!(
        mended(tree, &["Ann", "is", "those", "killed"]),
        ["Ann nsubj:pass killed", "is aux:pass killed", "those det killed", "killed root -"]
    );
    let tree = "A a DET DT 2 det\nmayor mayor NOUN NN 5 nsubj\nis be AUX VBZ 5 cop\namongst amongst ADP IN 5 case\n\
                those that PRON DT 0 root\nkilled kill VERB VBN 5 acl";
    assert_eq!(mended(tree, &["mayor", "killed"]), ["mayor nsubj:pass killed", "killed root -"]);
}
