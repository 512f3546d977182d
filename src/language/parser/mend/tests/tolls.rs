//! What an act comes to.

use super::mended;

#[test]
fn a_bare_number_is_hurt() {
    let tree = "Bombs bomb NOUN NNS 2 nsubj\nexploded explode VERB VBD 0 root\nnear near ADP IN 11 case\na a DET DT 5 det\n\
                mosque mosque NOUN NN 11 compound\nkilling kill VERB VBG 5 acl\nten ten NUM CD 8 nummod\n\
                people people NOUN NNS 6 obj\nand and CCONJ CC 10 cc\nwounding wound VERB VBG 6 conj\n\
                dozens dozen NOUN NNS 2 obl";
    assert_eq!(
        mended(tree, &["near", "mosque", "killing", "dozens"]),
        ["near case mosque", "mosque obl exploded", "killing advcl exploded", "dozens obj wounding"]
    );
}
