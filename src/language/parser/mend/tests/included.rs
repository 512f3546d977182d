//! Those who are counted in.

use super::mended;

#[test]
fn what_stands_behind_those_counted_in_tells_of_all() {
    let tree = "Ten ten NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\n, , PUNCT , 7 punct\n\
                including include VERB VBG 7 case\na a DET DT 7 det\nchild child NOUN NN 3 obj\n, , PUNCT , 10 punct\n\
                in in ADP IN 10 case\nraids raid NOUN NNS 7 nmod\nby by ADP IN 12 case\ntroops troops NOUN NNS 7 nmod\n\
                . . PUNCT . 3 punct";
    let found = mended(tree, &["child", "raids", "troops"]);
    assert_eq!(found, ["child obj killed", "raids obl killed", "troops obl:agent killed"]);
    // "a child in rags" has no comma before it.
    let rags = "Ten ten NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\n, , PUNCT , 7 punct\n\
                including include VERB VBG 7 case\na a DET DT 7 det\nchild child NOUN NN 3 obj\nin in ADP IN 9 case\n\
                rags rag NOUN NNS 7 nmod";
    assert_eq!(mended(rags, &["rags"]), ["rags nmod child"]);
    let when = "Ten ten NUM CD 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\namong among ADP IN 5 case\n\
                them they PRON PRP 3 obl\nguards guard NOUN NNS 3 obl\n, , PUNCT , 10 punct\nwhen when ADV WRB 10 advmod\n\
                rebels rebel NOUN NNS 10 nsubj\nattacked attack VERB VBD 6 acl:relcl";
    assert_eq!(mended(when, &["attacked"]), ["attacked advcl killed"]);
}
