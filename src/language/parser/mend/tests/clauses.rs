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

#[test]
fn what_somebody_is_promised_says_nothing_of_him() {
    let tree = "Lind Lind PROPN NNP 2 nsubj\npromised promise VERB VBD 0 root\nmonitors monitor NOUN NNS 2 obj\n\
                that that SCONJ IN 7 mark\nthey they PRON PRP 7 nsubj\nwould would AUX MD 7 aux\nleave leave VERB VB 3 ccomp";
    assert_eq!(mended(tree, &["leave"]), ["leave ccomp promised"]);
    // "Lind promised reforms that voters want": what they want.
    let tree = "Lind Lind PROPN NNP 2 nsubj\npromised promise VERB VBD 0 root\nreforms reform NOUN NNS 2 obj\n\
                that that PRON WDT 6 obj\nvoters voter NOUN NNS 6 nsubj\nwant want VERB VBP 3 acl:relcl";
    assert_eq!(mended(tree, &["want"]), ["want acl:relcl reforms"]);
}
