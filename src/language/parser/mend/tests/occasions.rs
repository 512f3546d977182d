//! What happened when people were hurt.

use super::mended;

#[test]
fn a_train_derailed_when_nine_were_injured() {
    let tree = "Nine nine NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\ninjured injure VERB VBN 0 root\n\
                when when ADV WRB 3 advmod\na a DET DT 6 det\ntrain train NOUN NN 4 nsubj\n\
                derailed derail VERB VBN 6 acl\nnear near ADP IN 9 case\nLyon Lyon PROPN NNP 7 obl";
    let found = mended(tree, &["when", "train", "derailed", "Lyon"]);
    assert_eq!(
        found,
        ["when advmod derailed", "train nsubj derailed", "derailed advcl injured", "Lyon obl derailed"]
    );
    // "They said when a bomb planted by rebels …": who did it tells of the bomb.
    let tree = "They they PRON PRP 2 nsubj\nsaid say VERB VBD 0 root\nwhen when ADV WRB 2 advmod\na a DET DT 5 det\n\
                bomb bomb NOUN NN 3 nsubj\nplanted plant VERB VBN 5 acl\nby by ADP IN 8 case\n\
                rebels rebel NOUN NNS 6 obl:agent";
    assert_eq!(mended(tree, &["bomb", "planted"]), ["bomb nsubj when", "planted acl bomb"]);
}
