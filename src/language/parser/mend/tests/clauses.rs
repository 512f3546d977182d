//! What a clause is of.

use super::mended;

#[test]
fn what_somebody_is_asked_is_no_circumstance() {
    let tree = "Lind Lind PROPN NNP 2 nsubj\nasked ask VERB VBD 0 root\nguards guard NOUN NNS 2 iobj\n\
                how how ADV WRB 6 advmod\nmen man NOUN NNS 6 nsubj\nfled flee VERB VBD 2 advcl";
    assert_eq!(mended(tree, &["fled"]), ["fled ccomp asked"]);
    let tree = "Lind Lind PROPN NNP 2 nsubj\nasked ask VERB VBD 0 root\nguards guard NOUN NNS 2 obj\n\
                why why ADV WRB 6 advmod\nmen man NOUN NNS 6 nsubj\nfled flee VERB VBD 3 acl:relcl";
    assert_eq!(mended(tree, &["fled"]), ["fled ccomp asked"]);
    // "Lind asked guards when men fled": when she did.
    let tree = "Lind Lind PROPN NNP 2 nsubj\nasked ask VERB VBD 0 root\nguards guard NOUN NNS 2 obj\n\
                when when ADV WRB 6 advmod\nmen man NOUN NNS 6 nsubj\nfled flee VERB VBD 2 advcl";
    assert_eq!(mended(tree, &["fled"]), ["fled advcl asked"]);
}
